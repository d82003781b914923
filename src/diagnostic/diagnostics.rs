//! All that is wrong, in the order of places.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::code::{Code, Severity};
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::Span;
use crate::model::settings::Rule;

/// Sorts some by file and place.
pub fn in_order(list: &mut [Diagnostic]) {
    list.sort_by(|a, b| a.order().cmp(&b.order()));
}

/// A list of diagnostics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Diagnostics::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all of another list.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(others);
    }

    /// Keeps only some.
    pub fn retain(&mut self, is_kept: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(is_kept);
    }

    /// Adds what went wrong while pages were made, in the order of pages. A template's mistake is
    /// one, however many pages it spoils; the page says more of it than the template alone did.
    pub fn extend_made(&mut self, made: Vec<Diagnostic>) {
        let mut first: Vec<(Diagnostic, usize)> = Vec::new();
        let mut known: BTreeMap<(Box<str>, Span, String), usize> = BTreeMap::new();
        for diagnostic in made {
            let Some(place) = &diagnostic.place else {
                first.push((diagnostic, 0));
                continue;
            };
            let key = (place.file.path.clone(), place.span, diagnostic.message.clone());
            match known.get(&key).and_then(|&at| first.get_mut(at)) {
                Some((_, more)) => *more += 1,
                None => {
                    known.insert(key, first.len());
                    first.push((diagnostic, 0));
                }
            }
        }
        let told: BTreeSet<(Box<str>, u32)> =
            known.into_keys().map(|(path, span, _)| (path, span.start)).collect();
        self.list.retain(|it| {
            let place = it.place.as_ref().map(|it| (it.file.path.clone(), it.span.start));
            it.code != Code::TemplateError || place.is_none_or(|place| !told.contains(&place))
        });
        self.list.extend(first.into_iter().map(|(mut diagnostic, more)| {
            if let Some(label) = diagnostic.label.as_mut().filter(|_| more > 0) {
                let pages = if more == 1 { "page" } else { "pages" };
                label.push_str(&format!(" and {more} more {pages}"));
            }
            diagnostic
        }));
    }

    /// In the order of file and place, each only once; severities as the site's rules say.
    #[must_use]
    pub fn settled(mut self, rules: &BTreeMap<Box<str>, Rule>) -> Self {
        self.list.retain_mut(|diagnostic| match rules.get(diagnostic.code.name()) {
            Some(Rule::Off) => false,
            Some(Rule::Error) => {
                diagnostic.severity = Severity::Error;
                true
            }
            Some(Rule::Warning) => {
                diagnostic.severity = Severity::Warning;
                true
            }
            None => true,
        });
        in_order(&mut self.list);
        self.list.dedup();
        self
    }

    /// With more of them, which were found elsewhere.
    #[must_use]
    pub fn and(mut self, more: Diagnostics) -> Self {
        self.list.extend(more);
        in_order(&mut self.list);
        self
    }

    /// With every warning made an error, and what only rigour asks for.
    #[must_use]
    pub fn strict(self, more: Diagnostics) -> Self {
        let mut all = self.and(more);
        for diagnostic in &mut all.list {
            if diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
        all
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
