//! What is said with a number or a name in it.

use crate::model::entity::{Attribution, Source};
use crate::model::id::Kind;
use crate::words::messages::Argument::{Number, Text};
use crate::words::table::Words;

impl Words {
    /// What the speaker of a source is called where they are not named.
    #[must_use]
    pub fn unnamed_speaker<'a>(&'a self, source: &'a Source) -> Option<&'a str> {
        let described = source.described_as.as_deref();
        match source.attribution {
            Attribution::Named => described,
            Attribution::UnnamedOfficial | Attribution::UnnamedSource => {
                Some(described.unwrap_or(self.unnamed(source.attribution)))
            }
        }
    }

    /// Which differences of form were overlooked.
    #[must_use]
    pub fn but_for(&self, folds: &str) -> String {
        self.messages.say("but_for", &[("folds", Text(folds))])
    }

    /// How many words are left out.
    #[must_use]
    pub fn left_out(&self, n: usize) -> String {
        self.counted("left_out", n)
    }

    /// A number of mentions.
    #[must_use]
    pub fn mentions_count(&self, n: usize) -> String {
        self.counted("mentions_count", n)
    }

    /// A number of quotations.
    #[must_use]
    pub fn quotes_count(&self, n: usize) -> String {
        self.counted("quotes_count", n)
    }

    /// A number of events.
    #[must_use]
    pub fn events_count(&self, n: usize) -> String {
        self.kind_count(Kind::Event, n)
    }

    /// A number of things of a kind.
    #[must_use]
    pub fn kind_count(&self, kind: Kind, n: usize) -> String {
        self.messages.say_of("kind_count", kind.word(), &[("n", Number(n))])
    }

    /// To the whole list of a kind.
    #[must_use]
    pub fn all_of(&self, kind: Kind, n: usize) -> String {
        self.messages.say_of("all_of", kind.word(), &[("n", Number(n))])
    }

    /// To the whole timeline.
    #[must_use]
    pub fn whole_timeline(&self, n: usize) -> String {
        self.counted("whole_timeline", n)
    }

    /// To an actor's own timeline.
    #[must_use]
    pub fn own_timeline(&self, n: usize) -> String {
        self.counted("own_timeline", n)
    }

    /// What a drawn timeline shows, for those who cannot see it.
    #[must_use]
    pub fn drawing_of(&self, n: usize, from: &str, to: &str) -> String {
        let events = self.events_count(n);
        let said = [("events", Text(&events)), ("from", Text(from)), ("to", Text(to))];
        self.messages.say("drawing_of", &said)
    }

    /// What a drawing of relations shows.
    #[must_use]
    pub fn drawing_relations_of(&self, actors: usize, n: usize) -> String {
        let actors = self.kind_count(Kind::Actor, actors);
        let relations = self.counted("relations_count", n);
        let said = [("relations", Text(&relations)), ("actors", Text(&actors))];
        self.messages.say("drawing_relations_of", &said)
    }

    /// To all mentions.
    #[must_use]
    pub fn all_mentions(&self, n: usize) -> String {
        self.counted("all_mentions", n)
    }

    /// A release by its number.
    #[must_use]
    pub fn version(&self, n: usize) -> String {
        self.counted("version", n)
    }

    /// How many things came, changed and went, and how many quotations came or changed.
    #[must_use]
    pub fn what_changed(&self, counts: [usize; 4]) -> String {
        let ids = ["pages_added", "pages_changed", "pages_removed", "quotations_changed"];
        let counted = ids.into_iter().zip(counts).filter(|(_, n)| *n > 0);
        let all: Vec<String> = counted.map(|(id, n)| self.counted(id, n)).collect();
        if all.is_empty() {
            return self.messages.say("front_changed", &[]);
        }
        format!("{}.", all.join(&self.comma))
    }

    /// The title of a correction of a page.
    #[must_use]
    pub fn correction_of(&self, name: &str) -> String {
        self.messages.say("correction_of", &[("name", Text(name))])
    }

    /// What was written before, and what now.
    #[must_use]
    pub fn was_now(&self, was: &str, now: &str) -> String {
        self.messages.say("was_now", &[("was", Text(was)), ("now", Text(now))])
    }

    /// A number, with its thousands set apart.
    #[must_use]
    pub fn number(&self, n: usize) -> String {
        self.messages.number(n)
    }

    /// A part of a long list: "page 2 of 5".
    #[must_use]
    pub fn part(&self, n: usize, of: usize) -> String {
        // Not set apart: a page's number is a name rather than a quantity.
        let (n, of) = (n.to_string(), of.to_string());
        self.messages.say("part", &[("n", Text(&n)), ("of", Text(&of))])
    }

    /// The mentions of a thing, as a title.
    #[must_use]
    pub fn mentions_of(&self, name: &str) -> String {
        self.messages.say("mentions_of", &[("name", Text(name))])
    }

    /// The timeline of an actor or a year, as a title.
    #[must_use]
    pub fn timeline_of(&self, name: &str) -> String {
        self.messages.say("timeline_of", &[("name", Text(name))])
    }

    /// What a page is about, where its author has not said: its name, its kind, the site.
    #[must_use]
    pub fn description(&self, name: &str, kind: &str, site: &str) -> String {
        let arguments = [("name", Text(name)), ("kind", Text(kind)), ("site", Text(site))];
        let id = if kind.is_empty() { "description" } else { "description_with_kind" };
        self.messages.say(id, &arguments)
    }

    /// Quoted words between this language's marks.
    #[must_use]
    pub fn quoted(&self, words: &str) -> String {
        [&*self.quote_open, words, &*self.quote_close].concat()
    }

    fn counted(&self, id: &str, n: usize) -> String {
        self.messages.say(id, &[("n", Number(n))])
    }
}
