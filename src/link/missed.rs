//! References that lead nowhere, and what is offered instead.
//!
//! Comparing a name with all ids is slow, and a page that was deleted may be named ten thousand
//! times: each name is compared once, and of very many different ones only the first are.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::register::Register;
use crate::model::id::Kind;

/// How many names are compared with ids at most, all together.
const COMPARISONS: usize = 1_000_000;

/// A reference that leads nowhere, or where it may not.
#[derive(Debug)]
pub struct Missed {
    /// What is said of it.
    pub diagnostic: Diagnostic,
    /// What it may have been meant for; none where the help is known already.
    pub sought: Option<Sought>,
}

/// A name for which the nearest id is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sought {
    /// The name.
    pub name: String,
    /// The kind that belongs there.
    pub kind: Option<Kind>,
    /// Whether other kinds are looked at too, where none of this one is near.
    pub others_too: bool,
}

impl From<Diagnostic> for Missed {
    fn from(diagnostic: Diagnostic) -> Self {
        Missed { diagnostic, sought: None }
    }
}

/// What is said of each, with the nearest id where there is one; else with the help that it has.
#[must_use]
pub fn told(missed: Vec<Missed>, register: &Register<'_>) -> Vec<Diagnostic> {
    let most = COMPARISONS / register.count().max(1);
    let mut numbers: HashMap<&Sought, usize, FixedState> = HashMap::default();
    let mut all = Vec::new();
    for sought in missed.iter().filter_map(|it| it.sought.as_ref()) {
        if all.len() < most && !numbers.contains_key(sought) {
            numbers.insert(sought, all.len());
            all.push(sought);
        }
    }
    let near: Vec<Option<&str>> = all.par_iter().map(|sought| nearest(sought, register)).collect();
    let of = |it: &Missed| {
        let number = it.sought.as_ref().and_then(|sought| numbers.get(sought));
        number.and_then(|number| near.get(*number).copied().flatten())
    };
    let offers: Vec<Option<String>> =
        missed.iter().map(|it| of(it).map(|id| format!("did you mean `{id}`?"))).collect();
    let with_offer = |(missed, offer): (Missed, Option<String>)| match offer {
        Some(offer) => missed.diagnostic.help(offer),
        None => missed.diagnostic,
    };
    missed.into_iter().zip(offers).map(with_offer).collect()
}

fn nearest<'d>(sought: &Sought, register: &Register<'d>) -> Option<&'d str> {
    let of_kind = register.nearest(&sought.name, sought.kind);
    of_kind.or_else(|| sought.others_too.then(|| register.nearest(&sought.name, None)).flatten())
}
