//! Quotations: who said it, where, and the id under which it can be cited for good.

use std::collections::HashMap;
use std::iter;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::evidence::fold::folded;
use crate::hash;
use crate::model::briefing::{Briefing, Linked, PageId, Quotation, Target, Verdict};
use crate::model::document::{Expected, Form};
use crate::model::entity::Account;
use crate::model::id::{EntityId, Kind};
use crate::model::prose::Quoted;

/// All quotations of a briefing, in the order of pages, with unique ids.
#[must_use]
pub fn quotations(briefing: &Briefing, diagnostics: &mut Vec<Diagnostic>) -> Vec<Vec<Quotation>> {
    let count = u32::try_from(briefing.entities.len()).unwrap_or(u32::MAX);
    let entities = (0..count).map(|number| PageId::Entity(EntityId(number)));
    let pages: Vec<PageId> = iter::once(PageId::Front).chain(entities).collect();
    let mut found: Vec<(Vec<Quotation>, Vec<Diagnostic>)> = Vec::new();
    pages
        .into_par_iter()
        .map(|id| of_page(briefing, id, briefing.page(id)))
        .collect_into_vec(&mut found);
    let mut seen: HashMap<Box<str>, u32, FixedState> = HashMap::default();
    let mut all = Vec::with_capacity(found.len());
    for (mut quotations, told) in found {
        diagnostics.extend(told);
        for quotation in &mut quotations {
            let times = seen.entry(quotation.id.clone()).or_insert(0);
            *times += 1;
            if *times > 1 {
                quotation.id = format!("{}-{times}", quotation.id).into();
            }
        }
        all.push(quotations);
    }
    all
}

/// The quotations of one page, with ids that do not count repeats, and what is wrong with them.
#[must_use]
pub fn of_page(
    briefing: &Briefing,
    id: PageId,
    page: &Linked,
) -> (Vec<Quotation>, Vec<Diagnostic>) {
    let (mut quotations, mut diagnostics) = (Vec::new(), Vec::new());
    // What parties told are the first texts of a page, one each.
    let told = page.document.matter.told().map(Some).chain(std::iter::repeat(None));
    for ((number, prose), account) in (0..).zip(page.document.proses()).zip(told) {
        for (index, quoted) in (0..).zip(&prose.quotations) {
            let source = source(page, quoted, account, &prose.citations);
            let speaker = speaker(briefing, page, quoted, account, source);
            let text = briefing.plain(page, prose, quoted.words);
            // A speaker that is named but leads nowhere is another mistake.
            let silent = speaker.is_none() && !names_a_speaker(briefing, quoted, account, source);
            if silent && source.is_some() {
                let is_withheld = source.is_some_and(|it| is_by_withheld(&briefing[it].page));
                diagnostics.push(speakerless(page, quoted, is_withheld));
            }
            quotations.push(Quotation {
                id: identity(briefing, source, speaker, &text),
                page: id,
                prose: number,
                index,
                text: text.into(),
                speaker,
                source,
                verdict: Verdict::Unarchived,
                checked: None,
            });
        }
    }
    (quotations, diagnostics)
}

fn source(
    page: &Linked,
    quoted: &Quoted,
    account: Option<&Account>,
    citations: &[crate::model::prose::Citation],
) -> Option<EntityId> {
    let cited = quoted.citation.and_then(|n| citations.get(n as usize));
    let reference = cited.map(|citation| citation.source).or(account.map(|it| it.source))?;
    page.entity(reference)
}

fn speaker(
    briefing: &Briefing,
    page: &Linked,
    quoted: &Quoted,
    account: Option<&Account>,
    source: Option<EntityId>,
) -> Option<EntityId> {
    if let Some(named) = quoted.speaker {
        return page.entity(named);
    }
    let by = source.and_then(|id| {
        let entity = &briefing[id];
        entity.source()?.by.and_then(|by| entity.page.entity(by))
    });
    by.or_else(|| account.and_then(|account| page.entity(account.by)))
}

fn names_a_speaker(
    briefing: &Briefing,
    quoted: &Quoted,
    account: Option<&Account>,
    source: Option<EntityId>,
) -> bool {
    let by = source.and_then(|id| briefing[id].source()?.by);
    quoted.speaker.is_some() || account.is_some() || by.is_some()
}

/// Whether a source has a `by` that must leave no trace: of its fields, that alone names an actor.
fn is_by_withheld(page: &Linked) -> bool {
    let mut references = page.document.references.iter().zip(&page.targets);
    references.any(|(reference, target)| {
        *target == Target::Withheld
            && reference.form == Form::Field
            && reference.expected == Expected::Only(Kind::Actor)
    })
}

/// The first 10 hex digits of the SHA-256 of source, speaker and folded text, a line each.
fn identity(
    briefing: &Briefing,
    source: Option<EntityId>,
    speaker: Option<EntityId>,
    text: &str,
) -> Box<str> {
    let id = |id: Option<EntityId>| id.map_or("", |id| briefing[id].id().as_str());
    let whole = [id(source), id(speaker), &folded(text)].join("\n");
    hash::short(whole.as_bytes()).into()
}

fn speakerless(page: &Linked, quoted: &Quoted, is_withheld: bool) -> Diagnostic {
    let place = page.document.place(quoted.span);
    let (message, help) = if is_withheld {
        (
            "the page does not say who said these words: the source's `by` is withheld",
            "publish them with the speaker, or name one who is published: `[speaker@source]`",
        )
    } else {
        (
            "nobody is known to have said these words",
            "give the source a `by`, or name the speaker: `[speaker@source]`",
        )
    };
    Diagnostic::new(Code::SpeakerlessQuotation, place, message).help(help)
}
