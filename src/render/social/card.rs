//! What stands on the social card.

use crate::model::briefing::Briefing;
use crate::render::dates::Dates;
use crate::render::stock;
use crate::words::language::is_right_to_left;
use crate::words::table::Words;

/// What stands on the social card. Equal cards give equal pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Who says it: the publisher, or else the site.
    pub site: String,
    /// The briefing's title.
    pub title: String,
    /// What it says, in a sentence or two.
    pub summary: String,
    /// The day that it speaks of, in words.
    pub as_of: String,
    /// The colour of the rule above the title, as CSS writes it: `#8a1c1c`.
    pub accent: String,
    /// Lines run from right to left.
    pub right_to_left: bool,
}

impl Card {
    /// The card of a briefing.
    #[must_use]
    pub fn of(briefing: &Briefing, words: &Words, dates: &Dates, accent: &str) -> Card {
        let settings = &briefing.settings;
        let title = briefing.front.document.name();
        let host = || settings.base_url.as_deref().map_or("", host);
        let site = match &settings.publisher {
            Some(publisher) => &*publisher.name,
            // The same words twice would tell nobody where the link leads.
            None if *settings.title == *title => host(),
            None => &settings.title,
        };
        let day = stock::front(briefing).map(|front| dates.label(&front.as_of));
        Card {
            site: one_line(site),
            title: one_line(title),
            summary: one_line(briefing.front.document.summary().unwrap_or("")),
            as_of: day.map_or_else(String::new, |day| format!("{} {day}", words.as_of)),
            accent: accent.to_owned(),
            right_to_left: is_right_to_left(&settings.language),
        }
    }

    /// All that is written on it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.site, &self.title, &self.summary, &self.as_of].into_iter().map(String::as_str)
    }

    /// What it says, for those who do not see it.
    #[must_use]
    pub fn alternative(&self) -> String {
        let lines = [&self.title, &self.summary, &self.as_of];
        let lines = lines.into_iter().filter(|line| !line.is_empty());
        lines.map(String::as_str).collect::<Vec<_>>().join(" – ")
    }
}

/// A text without line breaks and without what is no letter.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The host of an address: `news.example`.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_what_readers_know_of_an_address() {
        assert_eq!(host("https://news.example/call/"), "news.example");
    }

    #[test]
    fn a_text_is_one_line() {
        assert_eq!(one_line(" one\n  two\u{7}three "), "one two three");
    }
}
