//! References that lead nowhere, and what is offered instead.
//!
//! Comparing a name with all names is slow, and a page that was deleted may be named ten thousand
//! times: each name is compared once, and of very many different ones only the first are.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::near::{Meant, Near};
use crate::link::register::Register;
use crate::model::document::{Document, Form};
use crate::model::id::Kind;

/// How many names are compared with names at most, all together.
const COMPARISONS: usize = 1_000_000;

/// A reference that leads nowhere, or where it may not.
#[derive(Debug)]
pub struct Missed {
    /// What is said of it.
    pub diagnostic: Diagnostic,
    /// What it may have been meant for; none where the help is known already.
    pub sought: Option<Sought>,
}

/// A name for which the nearest is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sought {
    /// The name.
    pub name: String,
    /// The kind that belongs there.
    pub kind: Option<Kind>,
    /// How the reference is written.
    pub form: Form,
    /// Whether it names the kind: `actor:joe`.
    pub spelled_out: bool,
    /// Whether things of another kind may be spoken of, where none of this one is near.
    pub others_too: bool,
}

impl From<Diagnostic> for Missed {
    fn from(diagnostic: Diagnostic) -> Self {
        Missed { diagnostic, sought: None }
    }
}

/// What is said of each, with what it was meant for where that is known; else with the help that
/// it has.
#[must_use]
pub fn told(missed: Vec<Missed>, register: &Register<'_>) -> Vec<Diagnostic> {
    if missed.iter().all(|it| it.sought.is_none()) {
        return missed.into_iter().map(|it| it.diagnostic).collect();
    }
    let near = Near::new(register);
    let most = COMPARISONS / near.count().max(1);
    let mut numbers: HashMap<&Sought, usize, FixedState> = HashMap::default();
    let mut all = Vec::new();
    for sought in missed.iter().filter_map(|it| it.sought.as_ref()) {
        if all.len() < most && !numbers.contains_key(sought) {
            numbers.insert(sought, all.len());
            all.push(sought);
        }
    }
    let mut found: Vec<Option<String>> = Vec::new();
    all.par_iter().map(|sought| offer(sought, &near, register)).collect_into_vec(&mut found);
    let of = |it: &Missed| {
        let number = it.sought.as_ref().and_then(|sought| numbers.get(sought));
        number.and_then(|number| found.get(*number).cloned().flatten())
    };
    let offers: Vec<Option<String>> = missed.iter().map(of).collect();
    let with_offer = |(missed, offer): (Missed, Option<String>)| match offer {
        Some(offer) => missed.diagnostic.help(offer),
        None => missed.diagnostic,
    };
    missed.into_iter().zip(offers).map(with_offer).collect()
}

/// What to type instead.
fn offer(sought: &Sought, near: &Near<'_, '_>, register: &Register<'_>) -> Option<String> {
    let thing = |number: &u32| register.numbered(*number);
    match near.meant(&sought.name, sought.kind)? {
        Meant::One(number) => {
            let written = if sought.spelled_out { with_kind } else { bare };
            Some(format!("did you mean `{}`?", written(thing(&number)?)))
        }
        Meant::Several(numbers) => {
            let all = numbers.iter().filter_map(thing);
            let all: Vec<_> = all.map(|it| format!("`{}`", written(sought, it))).collect();
            Some(format!("write {}", all.join(" or ")))
        }
        Meant::OfOtherKind(number) => {
            sought.others_too.then(|| thing(&number)).flatten().map(|it| other_kind(sought, it))
        }
        Meant::WeakAliasOf(numbers) => {
            let all: Vec<&Document> = numbers.iter().filter_map(thing).collect();
            let ids: Vec<_> = all.iter().map(|it| format!("`{}`", it.id)).collect();
            let instead: Vec<_> = all.iter().map(|it| weak(sought, it)).collect();
            let name = &sought.name;
            let (ids, instead) = (ids.join(" and "), instead.join(" or "));
            Some(format!(
                "`{name}` is a weak alias of {ids}, which is never linked: write {instead}"
            ))
        }
    }
}

fn bare(document: &Document) -> String {
    document.id.to_string()
}

fn with_kind(document: &Document) -> String {
    let kind = document.matter.kind().map_or("", Kind::word);
    format!("{kind}:{}", document.id)
}

fn written(sought: &Sought, document: &Document) -> String {
    match sought.form {
        Form::BareLink => format!("[[{}]]", document.id),
        Form::LinkWithWords | Form::Citation | Form::Field => bare(document),
    }
}

fn weak(sought: &Sought, document: &Document) -> String {
    match sought.form {
        Form::BareLink => format!("`[[{}|{}]]`", document.id, sought.name),
        Form::LinkWithWords | Form::Citation | Form::Field => format!("`{}`", document.id),
    }
}

/// What is said of a thing that is not of the kind that belongs there.
#[must_use]
pub fn other_kind(sought: &Sought, document: &Document) -> String {
    let id = &document.id;
    let is = document.matter.kind().map_or("the front page", Kind::with_article);
    let wanted = sought.kind.map_or("a thing", Kind::with_article);
    match sought.form {
        Form::Citation if sought.kind == Some(Kind::Source) => {
            format!("`{id}` is {is}: link it as `[[{id}]]`, or cite a source by its id")
        }
        Form::Citation => format!("`{id}` is {is}: only an actor speaks, `[ACTOR@source]`"),
        Form::BareLink => format!("`{id}` is {is}: write `[[{}]]`", with_kind(document)),
        Form::LinkWithWords => format!("`{id}` is {is}: write `[[{}|words]]`", with_kind(document)),
        Form::Field => format!("`{id}` is {is}: write the id of {wanted}"),
    }
}
