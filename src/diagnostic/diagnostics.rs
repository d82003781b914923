//! All that is wrong, in the order of places.

use std::collections::BTreeMap;

use crate::diagnostic::code::Severity;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::settings::Rule;

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
        self.list.sort_by(|a, b| a.order().cmp(&b.order()));
        self.list.dedup();
        self
    }

    /// With every warning made an error.
    #[must_use]
    pub fn strict(mut self) -> Self {
        for diagnostic in &mut self.list {
            if diagnostic.severity == Severity::Warning {
                diagnostic.severity = Severity::Error;
            }
        }
        self
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
