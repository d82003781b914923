//! The languages that the interface speaks, and which way a language runs.

use std::sync::OnceLock;

use crate::words::messages::{Figures, Messages};
use crate::words::table::Words;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// German.
    German,
    /// Russian.
    Russian,
    /// Ukrainian.
    Ukrainian,
    /// Arabic, with the digits that its dates have too: 0 to 9.
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 7] = [
        Language::English,
        Language::French,
        Language::Spanish,
        Language::German,
        Language::Russian,
        Language::Ukrainian,
        Language::Arabic,
    ];

    /// The one that a site in some language (BCP 47) is shown in: `de-AT` in German, and in English
    /// what the interface does not speak.
    #[must_use]
    pub fn of(language: &str) -> Language {
        let primary = primary(language);
        let same = |it: &Language| primary.eq_ignore_ascii_case(it.code());
        Language::ALL.into_iter().find(same).unwrap_or(Language::English)
    }

    /// Its code: `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Spanish => "es",
            Language::German => "de",
            Language::Russian => "ru",
            Language::Ukrainian => "uk",
            Language::Arabic => "ar",
        }
    }

    /// Its words, made when they are first asked for.
    #[must_use]
    pub fn words(self) -> &'static Words {
        static ALL: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; 7];
        let make = || Words::new(Messages::new(self.code(), self.source(), self.figures()));
        match ALL.get(self as usize) {
            Some(words) => words.get_or_init(make),
            // There is a place for each; the compiler cannot know.
            None => Language::English.words(),
        }
    }

    /// Its messages, as they were written.
    pub(in crate::words) fn source(self) -> &'static str {
        match self {
            Language::English => include_str!("locale/en.ftl"),
            Language::French => include_str!("locale/fr.ftl"),
            Language::Spanish => include_str!("locale/es.ftl"),
            Language::German => include_str!("locale/de.ftl"),
            Language::Russian => include_str!("locale/ru.ftl"),
            Language::Ukrainian => include_str!("locale/uk.ftl"),
            Language::Arabic => include_str!("locale/ar.ftl"),
        }
    }

    /// How it sets the thousands of a number apart.
    pub(in crate::words) fn figures(self) -> Figures {
        match self {
            Language::English | Language::Arabic => Figures::Commas,
            Language::French => Figures::NarrowSpaces,
            Language::German => Figures::Points,
            Language::Spanish => Figures::PointsFromFive,
            Language::Russian | Language::Ukrainian => Figures::SpacesFromFive,
        }
    }
}

/// Whether a language (BCP 47) runs from right to left.
#[must_use]
pub fn is_right_to_left(language: &str) -> bool {
    let primary = primary(language);
    ["ar", "he", "fa", "ur"].iter().any(|code| primary.eq_ignore_ascii_case(code))
}

/// The first part of a language's code.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_do_not_matter_and_what_is_not_spoken_is_english() {
        for (written, code) in [
            ("de-AT", "de"),
            ("uk", "uk"),
            ("AR-eg", "ar"),
            ("fr_CA", "fr"),
            ("da", "en"),
            ("ukr", "en"),
            ("", "en"),
        ] {
            assert_eq!(Language::of(written).code(), code, "{written}");
        }
    }

    #[test]
    fn some_languages_run_from_right_to_left() {
        assert!(["ar", "he", "fa-IR", "UR"].into_iter().all(is_right_to_left));
        assert!(!["en", "ru", "arn", ""].into_iter().any(is_right_to_left));
    }
}
