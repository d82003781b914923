//! One thing that is wrong, where, and what to type instead.

use crate::diagnostic::code::{Code, Severity};
use crate::model::place::Place;

/// One thing that is wrong with a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What sort of thing.
    pub code: Code,
    /// How it is to be taken; the code's own severity unless the site's rules say otherwise.
    pub severity: Severity,
    /// One plain sentence, lower case first, names in backticks.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// What stands under the underline, if more than the message is to be said.
    pub label: Option<String>,
    /// Other places that belong to it, and what they are.
    pub related: Vec<(Place, String)>,
    /// What to type instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    #[must_use]
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Diagnostic { place: Some(place), ..Diagnostic::placeless(code, message) }
    }

    /// A diagnostic about something that is not there (a missing file).
    #[must_use]
    pub fn placeless(code: Code, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            place: None,
            label: None,
            related: Vec::new(),
            help: None,
        }
    }

    /// Says what to type instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what stands under the underline.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, place: Place, what: impl Into<String>) -> Self {
        self.related.push((place, what.into()));
        self
    }

    /// All places that it names.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.place.iter().chain(self.related.iter().map(|(place, _)| place))
    }

    /// What the list is sorted by: errors before warnings of the same place.
    #[must_use]
    pub fn order(&self) -> (&str, u32, Severity, Code, &str) {
        let (path, start) = match &self.place {
            Some(place) => (&*place.file.path, place.span.start),
            None => ("", 0),
        };
        (path, start, self.severity, self.code, &self.message)
    }
}
