//! What the terminal is told: one line a change, mistakes in full.

use std::collections::BTreeSet;

use crate::commands::serve::difference::Difference;
use crate::commands::serve::moment::Moment;
use crate::commands::stop::SHOWN;
use crate::diagnostic::code::{Code, Severity};
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::diagnostic::human;
use crate::io::terminal;

/// What was told of already.
#[derive(Debug, Default)]
pub struct Told {
    /// Warnings, by what does not change when lines move.
    warnings: BTreeSet<Key>,
    /// What showed later in this generation.
    later: BTreeSet<Key>,
    generation: u64,
}

type Key = (Code, String, String);

impl Told {
    /// Tells what is wrong: errors at each change, warnings once.
    pub fn diagnostics(&mut self, moment: &Moment) {
        let all = moment.engine.diagnostics();
        let warnings = all.iter().filter(|it| it.severity == Severity::Warning);
        let now: BTreeSet<Key> = warnings.map(key).collect();
        let mut list = Diagnostics::new();
        list.extend(
            all.iter()
                .filter(|it| match it.severity {
                    Severity::Error => true,
                    Severity::Warning => !self.warnings.contains(&key(it)),
                    Severity::Hint => false,
                })
                .cloned(),
        );
        report(&list);
        self.warnings = now;
    }

    /// Tells what showed only when pages were made.
    pub fn found_later(&mut self, moment: &Moment) {
        if self.generation != moment.generation {
            self.later.clear();
            self.generation = moment.generation;
        }
        let mut list = Diagnostics::new();
        list.extend(moment.later().into_iter().filter(|it| self.later.insert(key(it))));
        report(&list);
    }
}

fn key(diagnostic: &Diagnostic) -> Key {
    let file = diagnostic.place.as_ref().map(|place| place.file.path.to_string());
    (diagnostic.code, file.unwrap_or_default(), diagnostic.message.clone())
}

fn report(list: &Diagnostics) {
    if !list.is_empty() {
        let colour = terminal::reports_in_colour();
        terminal::report(human::report(list, Some(SHOWN), colour).trim_end());
    }
}

/// `27 pages in 4 ms`, or what is wrong.
#[must_use]
pub fn summary(moment: &Moment, milliseconds: u64) -> String {
    let diagnostics = moment.engine.diagnostics();
    let all: Vec<&Diagnostic> =
        diagnostics.iter().filter(|it| it.severity != Severity::Hint).collect();
    let pages = moment.pages();
    let pages = human::counted(pages, "page");
    let wrong = human::count(&all);
    let stays =
        if !diagnostics.has_errors() { "" } else { "; what cannot be made stays as it was" };
    let and = if wrong.is_empty() { "" } else { ", " };
    format!("{pages} in {milliseconds} ms{and}{wrong}{stays}")
}

/// What changed: `content/actors/joe-biden.md`, and how many more.
#[must_use]
pub fn what(difference: &Difference) -> String {
    match &*difference.files {
        [] => "the folders changed".to_owned(),
        [one] => format!("{one} changed"),
        [first, rest @ ..] => {
            format!("{first} and {} changed", human::counted(rest.len(), "other file"))
        }
    }
}
