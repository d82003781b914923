//! The messages of a language: the only place that knows the library that reads them.
//!
//! Messages are in the syntax of Project Fluent, in which a text picks its own form by a number. The
//! files are part of the program, and tests hold that each has every message: so where one is not
//! found, its id is shown instead, and nothing fails.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// What is put in a place that a message leaves open.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// A number, which also picks the form.
    Number(usize),
    /// A text.
    Text(&'a str),
}

/// How a language sets the thousands of a number apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// `3,686`.
    Commas,
    /// `3.686`.
    Points,
    /// `3686` and `13.686`.
    PointsFromFive,
    /// `3 686`, with narrow spaces at which no line ends.
    NarrowSpaces,
    /// `3686` and `13 686`, with spaces at which no line ends.
    SpacesFromFive,
}

impl Figures {
    /// A number in figures.
    #[must_use]
    pub fn of(self, n: usize) -> String {
        let (mark, least) = match self {
            Figures::Commas => (',', 4),
            Figures::Points => ('.', 4),
            Figures::PointsFromFive => ('.', 5),
            Figures::NarrowSpaces => ('\u{202f}', 4),
            Figures::SpacesFromFive => ('\u{a0}', 5),
        };
        let digits = n.to_string();
        if digits.len() < least {
            return digits;
        }
        let mut text = String::with_capacity(digits.len() * 2);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }
}

/// The messages of a language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    figures: Figures,
}

impl Messages {
    /// The messages of a file, in a language by its code.
    #[must_use]
    pub fn new(code: &str, source: &str, figures: Figures) -> Messages {
        let language: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Marks of direction around all that is put in would stand in titles and in data too.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match figures {
            Figures::Commas => |value, _| formatted(value, Figures::Commas),
            Figures::Points => |value, _| formatted(value, Figures::Points),
            Figures::PointsFromFive => |value, _| formatted(value, Figures::PointsFromFive),
            Figures::NarrowSpaces => |value, _| formatted(value, Figures::NarrowSpaces),
            Figures::SpacesFromFive => |value, _| formatted(value, Figures::SpacesFromFive),
        }));
        // What cannot be read is left out, and what is there twice counts once; tests see both.
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Messages { bundle, figures }
    }

    /// A message with its places filled.
    #[must_use]
    pub fn say(&self, id: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        self.write(id, None, arguments, &mut Vec::new())
    }

    /// The same of a message that has a form for each of a few things, by the thing's word.
    #[must_use]
    pub fn say_of(
        &self,
        id: &str,
        word: &str,
        arguments: &[(&'static str, Argument<'_>)],
    ) -> String {
        self.write(id, Some(word), arguments, &mut Vec::new())
    }

    /// A number in figures.
    #[must_use]
    pub fn number(&self, n: usize) -> String {
        self.figures.of(n)
    }

    /// A message or one form of it; tells what is wrong with it.
    pub(in crate::words) fn write(
        &self,
        id: &str,
        word: Option<&str>,
        arguments: &[(&'static str, Argument<'_>)],
        faults: &mut Vec<String>,
    ) -> String {
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match word {
            Some(word) => Some(message.get_attribute(word)?.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else {
            faults.push(format!("there is no `{id}` {}", word.unwrap_or("")));
            return id.to_owned();
        };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Number(n) => values.set(*name, *n),
                Argument::Text(text) => values.set(*name, *text),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        faults.extend(errors.iter().map(ToString::to_string));
        text
    }
}

/// A number in figures; other values as they are.
fn formatted(value: &FluentValue<'_>, figures: Figures) -> Option<String> {
    match value {
        // Every number that is put in is a whole one.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
        FluentValue::Number(number) => Some(figures.of(number.value as usize)),
        FluentValue::String(_)
        | FluentValue::Custom(_)
        | FluentValue::None
        | FluentValue::Error => None,
    }
}
