//! All quotations of a briefing.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::evidence::check::{Wanted, check};
use crate::evidence::fold::{Folded, Marks};
use crate::evidence::places::Text;
use crate::evidence::texts::Texts;
use crate::evidence::{negation, review};
use crate::model::briefing::{Briefing, Quotation, Verdict};
use crate::model::evidence::{ArchivedText, Checked, Doubt, Finding};
use crate::model::id::EntityId;
use crate::model::place::{Place, Span};
use crate::model::prose::{Prose, Quoted};

/// What is known already: findings by text, words, locator and languages.
pub type Memo = Arc<HashMap<Box<str>, Arc<Finding>, FixedState>>;

/// A quotation that is to be looked for.
struct Task<'b> {
    number: usize,
    words: &'b str,
    locator: Option<&'b str>,
    languages: [&'b str; 2],
    holder: EntityId,
    text: &'b Arc<ArchivedText>,
}

/// What was found: the quotation's number, whose text it is, the text, and the finding.
type Found = (usize, EntityId, Arc<ArchivedText>, Arc<Finding>);

/// Gives every quotation its verdict. What is wrong is told; what was found is kept for the next
/// time.
#[must_use]
pub fn verify(briefing: &mut Briefing, texts: &Texts<'_>, known: &Memo) -> (Memo, Vec<Diagnostic>) {
    let mut told = Vec::new();
    texts.faults(briefing, &mut told);
    let (memo, found) = looked_up(briefing, texts, known);
    let mut of_others: Vec<(EntityId, u32)> = Vec::new();
    let quotations = Arc::make_mut(&mut briefing.quotations);
    for (number, holder, text, finding) in found {
        if let Some(quotation) = quotations.get_mut(number) {
            quotation.verdict = finding.verdict;
            if quotation.source != Some(holder) {
                of_others.push((holder, u32::try_from(number).unwrap_or(u32::MAX)));
            }
            quotation.checked = Some(Checked { holder, text, finding });
        }
    }
    of_others.sort_unstable();
    for (holder, number) in of_others {
        if let Some(entity) = briefing.entity_mut(holder) {
            entity.found_here.push(number);
        }
    }
    told.extend(briefing.quotations.iter().filter_map(|it| wrong(briefing, it)));
    (memo, told)
}

fn looked_up(briefing: &Briefing, texts: &Texts<'_>, known: &Memo) -> (Memo, Vec<Found>) {
    let done = |task: &Task<'_>, finding: &Arc<Finding>| {
        (task.number, task.holder, Arc::clone(task.text), Arc::clone(finding))
    };
    let mut found: Vec<Found> = Vec::with_capacity(briefing.quotations.len());
    let mut missing: Vec<(Box<str>, Task<'_>)> = Vec::new();
    let mut key = String::new();
    let tasks = (0..briefing.quotations.len()).filter_map(|number| task(briefing, texts, number));
    for task in tasks {
        write_key(&mut key, &task);
        match known.get(key.as_str()) {
            Some(finding) => found.push(done(&task, finding)),
            None => missing.push((key.as_str().into(), task)),
        }
    }
    if missing.is_empty() && known.len() <= 2 * found.len() {
        return (Arc::clone(known), found);
    }
    missing
        .sort_by(|(_, a), (_, b)| a.text.sha256.cmp(&b.text.sha256).then(a.number.cmp(&b.number)));
    // Each text is folded once, and not kept: folding it again costs less than its memory.
    let groups: Vec<&[(Box<str>, Task<'_>)]> =
        missing.chunk_by(|(_, a), (_, b)| a.text.sha256 == b.text.sha256).collect();
    let mut new: Vec<Vec<Arc<Finding>>> = Vec::new();
    groups.into_par_iter().map(of_text).collect_into_vec(&mut new);
    let mut memo =
        HashMap::with_capacity_and_hasher(briefing.quotations.len(), FixedState::default());
    let used = (0..briefing.quotations.len()).filter_map(|number| task(briefing, texts, number));
    for task in used {
        write_key(&mut key, &task);
        if let Some((key, finding)) = known.get_key_value(key.as_str()) {
            memo.insert(key.clone(), Arc::clone(finding));
        }
    }
    for ((key, task), finding) in missing.into_iter().zip(new.into_iter().flatten()) {
        found.push(done(&task, &finding));
        memo.insert(key, finding);
    }
    (Arc::new(memo), found)
}

fn write_key(key: &mut String, task: &Task<'_>) {
    key.clear();
    let [one, other] = task.languages;
    for part in [&*task.text.sha256, one, other, task.locator.unwrap_or(""), task.words] {
        key.push_str(part);
        key.push('\n');
    }
}

/// The quotations that there is no text to check against; told only by those who ask for rigour.
#[must_use]
pub fn unarchived(briefing: &Briefing) -> Vec<Diagnostic> {
    let none = |it: &&Quotation| it.verdict == Verdict::Unarchived && it.source.is_some();
    let told = briefing.quotations.iter().filter(none).filter_map(|quotation| {
        let id = quotation.source.map(|id| briefing[id].id())?;
        let message = format!("no text of `{id}` is held, so these words were not checked");
        let help = format!(
            "`dateline archive {id} URL-or-FILE` archives it; `--archives DIR` supplies a text that is kept elsewhere"
        );
        let place = place(briefing, quotation)?;
        Some(Diagnostic::new(Code::UnarchivedQuotation, place, message).help(help))
    });
    told.collect()
}

fn of_text(group: &[(Box<str>, Task<'_>)]) -> Vec<Arc<Finding>> {
    let Some((_, first)) = group.first() else { return Vec::new() };
    let original = &*first.text.file.text;
    let folded = Folded::new(original, Marks::Alike);
    let text = Text { original, folded: &folded };
    let look = |(_, task): &(Box<str>, Task<'_>)| {
        let Task { words, locator, languages, .. } = task;
        Arc::new(check(Wanted { words, locator: *locator, languages }, text))
    };
    group.iter().map(look).collect()
}

fn written<'b>(briefing: &'b Briefing, quotation: &Quotation) -> Option<(&'b Prose, &'b Quoted)> {
    let page = briefing.page(quotation.page);
    let prose = page.document.proses().nth(quotation.prose as usize)?;
    Some((prose, prose.quotations.get(quotation.index as usize)?))
}

fn task<'b>(briefing: &'b Briefing, texts: &Texts<'b>, number: usize) -> Option<Task<'b>> {
    let quotation = briefing.quotations.get(number)?;
    let source = quotation.source?;
    let (holder, text) = texts.nearest(briefing, source)?;
    let (prose, quoted) = written(briefing, quotation)?;
    let words = quoted.translation.as_ref().map_or(&*quotation.text, |it| &*it.original);
    let citation = quoted.citation.and_then(|n| prose.citations.get(n as usize));
    let locator = citation.and_then(|it| it.locator.as_deref());
    let language = |id: EntityId| briefing[id].source().and_then(|it| it.language.as_deref());
    // Where nobody has named the language of the text.
    let of_text = language(holder).or_else(|| language(source)).unwrap_or("und");
    let languages = [of_text, &*briefing.settings.language];
    Some(Task { number, words, locator, languages, holder, text })
}

fn place(briefing: &Briefing, quotation: &Quotation) -> Option<Place> {
    let (_, quoted) = written(briefing, quotation)?;
    let span = quoted.translation.as_ref().map_or(quoted.span, |it| it.span);
    Some(briefing.page(quotation.page).document.place(span))
}

/// What an author has to mend in a quotation, or should look at.
fn wrong(briefing: &Briefing, quotation: &Quotation) -> Option<Diagnostic> {
    let checked = quotation.checked.as_ref()?;
    let finding = &checked.finding;
    let id = briefing[checked.holder].id();
    let place = || place(briefing, quotation);
    if finding.verdict == Verdict::Failed {
        let message = format!("these words do not stand in the archived text of `{id}`");
        let told = Diagnostic::new(Code::FailedQuotation, place()?, message);
        let Some(nearest) = &finding.nearest else {
            return Some(told.help("nothing in the text is like them: is it the right source?"));
        };
        let mut help = format!(
            "the nearest passage, differing words marked:\n  source: {}\n  here:   {}",
            nearest.passage, nearest.quotation
        );
        if let Some(omitted) = &nearest.omitted {
            // Citations, in which the original words of a translation stand, hold no brackets.
            let is_translated = written(briefing, quotation)?.1.translation.is_some();
            let omitted =
                if is_translated { omitted.replace("[…]", "…") } else { omitted.to_string() };
            help.push_str("\nwords are left out here; if the sense is the same without them, ");
            help.push_str(&format!("write `{omitted}`"));
        }
        let (start, end) = nearest.bytes;
        let there = Place::new(&checked.text.file, Span { start, end });
        return Some(told.help(help).related(there, "the nearest passage"));
    }
    let document = &briefing.page(quotation.page).document;
    if let Some(doubt) = finding.doubt.as_ref().filter(|_| !review::is_reviewed(document, false)) {
        let message = match doubt {
            Doubt::Dropped(word) => format!("what is omitted here holds a negation: `{word}`"),
            Doubt::Added(word) => format!("what is inserted here adds a negation: `{word}`"),
            Doubt::Glued(word) => {
                format!("what is inserted here makes another word of the quoted one: `[{word}]`")
            }
            Doubt::Replaced(word) => format!("what is inserted here stands in place of `{word}`"),
        };
        let page = &document.id;
        let help = format!(
            "quote the words in full; or have a second reader judge it: `dateline review {page} --by NAME`"
        );
        return Some(Diagnostic::new(Code::UnreviewedOmission, place()?, message).help(help));
    }
    if let Some(word) = finding.cropped.as_ref().filter(|_| {
        // Where the negations of the page's language are not known, its words cannot be judged.
        negation::is_known(&[&*briefing.settings.language])
            && !review::is_reviewed(document, false)
            && !says_no(briefing, quotation).unwrap_or(true)
    }) {
        let message = format!("in the text of `{id}`, `{word}` stands right beside these words");
        let help = "quote it too, or see that your own words say the same: they hold no negation";
        return Some(Diagnostic::new(Code::CroppedNegation, place()?, message).help(help));
    }
    if finding.places > 1 && !finding.located {
        let message = format!("these words stand at {} places of `{id}`", finding.places);
        let help = format!("the first is taken; say which is meant: `[@{id}, para. 4]`");
        return Some(Diagnostic::new(Code::AmbiguousQuotation, place()?, message).help(help));
    }
    None
}

/// Whether the author's own words around a quotation hold a negation: those of its sentence, or of the
/// paragraph before a block quote.
fn says_no(briefing: &Briefing, quotation: &Quotation) -> Option<bool> {
    let (prose, quoted) = written(briefing, quotation)?;
    let (words, sentence) = (quoted.words.range(), quoted.sentence.range());
    let before = prose.plain.get(..words.start)?;
    let start = match quoted.block {
        true => before.trim_end().rfind('\n').map_or(0, |at| at + 1),
        false => sentence.start,
    };
    let own = [before.get(start..)?, prose.plain.get(words.end..sentence.end).unwrap_or("")];
    let language = &*briefing.settings.language;
    Some(own.iter().any(|it| negation::negation(it, &[language]).is_some()))
}
