//! A page while it is made: what every kind of page needs.

use crate::model::briefing::{Briefing, Linked, PageId};
use crate::model::id::{EntityId, ReferenceId};
use crate::render::cite;
use crate::render::fill::{Setting, Text, Within};
use crate::render::notes::{self, Notes};
use crate::render::routes;
use crate::render::stock::Stock;
use crate::render::theme::{Value, Variables};
use crate::render::value::{html, list, map, nothing, optional, text};

/// A page while it is made.
pub struct Sheet<'a> {
    /// What all pages share.
    pub stock: &'a Stock,
    /// The way up to the site's root.
    pub root: &'a str,
    /// The variables that its template will get.
    pub variables: Variables,
    /// The entry of the navigation that it belongs to, and whether it is that entry's own page
    /// (`page`) or not (`true`); none where it has no frame.
    pub belongs_to: Option<(String, &'static str)>,
    /// What its head says of it; none where it has no head.
    pub described: Option<Described>,
    path: &'a str,
    notes: Notes<'a>,
}

/// What the head of a page says of it.
pub struct Described {
    /// Its path.
    pub path: String,
    /// Its heading.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub description: String,
}

/// What stands in the head of a page.
pub struct Head<'a> {
    /// Its title, without the site's.
    pub title: &'a str,
    /// What kind of page it is, in a word that templates and style sheets use.
    pub kind: &'static str,
    /// What kind of page it is, in a word for readers; empty where the title says it.
    pub label: &'a str,
    /// One or two sentences; where there are none, they are made.
    pub summary: Option<&'a str>,
    /// The entry of the navigation that it belongs to: its path.
    pub belongs_to: &'a str,
}

/// The most characters a title may have before search engines cut it.
const LONGEST_TITLE: usize = 70;
/// The same for a description.
const LONGEST_DESCRIPTION: usize = 160;
/// A description shorter than this says too little.
const SHORTEST_DESCRIPTION: usize = 50;

impl<'a> Sheet<'a> {
    /// An empty sheet for the page at a path.
    #[must_use]
    pub fn new(stock: &'a Stock, path: &'a str, root: &'a str) -> Self {
        Sheet {
            stock,
            root,
            variables: Variables::default(),
            belongs_to: None,
            described: None,
            path,
            notes: Notes::default(),
        }
    }

    /// The briefing.
    #[must_use]
    pub fn briefing(&self) -> &'a Briefing {
        &self.stock.briefing
    }

    /// Whether it is the first page of a thing.
    #[must_use]
    pub fn is_page_of(&self, id: EntityId) -> bool {
        self.path == self.stock.cards.of_thing(id).path()
    }

    /// Gives a variable its value.
    pub fn set(&mut self, name: &'static str, value: Value) {
        self.variables.set(name, value);
    }

    /// The HTML of the page's own text.
    pub fn body(&mut self, text: Text<'a>) -> Value {
        html(&self.fill(text, Within::default()))
    }

    /// The HTML of any text, before it becomes a value.
    pub fn fill(&mut self, text: Text<'a>, within: Within<'_>) -> String {
        let setting = Setting {
            briefing: self.briefing(),
            words: self.stock.words,
            cards: &self.stock.cards,
            root: self.root,
        };
        setting.fill(text, within, &mut self.notes)
    }

    /// The mark of a source that a field of the front matter names.
    pub fn mark(&mut self, page: &Linked, source: ReferenceId) -> Value {
        let mut mark = String::new();
        if let Some(id) = page.entity(source) {
            self.notes.push_mark(&mut mark, id, None);
        }
        html(&mark)
    }

    /// A link to a page under its full name.
    #[must_use]
    pub fn link(&self, page: PageId) -> Value {
        let mut link = String::with_capacity(128);
        self.stock.cards.of(page).push_link(&mut link, self.root);
        html(&link)
    }

    /// A link to a thing under its short name.
    #[must_use]
    pub fn short_link(&self, id: EntityId) -> Value {
        let mut link = String::with_capacity(128);
        self.stock.cards.of_thing(id).push_short_link(&mut link, self.root);
        html(&link)
    }

    /// A link to what a field names, under its short name; nothing where it is withheld.
    #[must_use]
    pub fn link_of(&self, page: &Linked, reference: Option<ReferenceId>) -> Value {
        let id = reference.and_then(|reference| page.entity(reference));
        id.map_or_else(nothing, |id| self.short_link(id))
    }

    /// Links to some things under their short names, with commas between.
    #[must_use]
    pub fn links(&self, things: impl Iterator<Item = EntityId>) -> Value {
        let mut links = String::with_capacity(256);
        for id in things {
            if !links.is_empty() {
                links.push_str(&self.stock.words.comma);
            }
            self.stock.cards.of_thing(id).push_short_link(&mut links, self.root);
        }
        html(&links)
    }

    /// Sets what the head and the frame of every page need.
    pub fn head(&mut self, head: &Head<'_>) {
        let settings = &self.briefing().settings;
        let title = title(head.title, head.label, &settings.title);
        let words = self.stock.words;
        let made;
        let description = match head.summary {
            Some(summary) if summary.chars().count() >= SHORTEST_DESCRIPTION => {
                cut(summary, LONGEST_DESCRIPTION)
            }
            Some(_) | None => {
                made = words.description(head.title, head.label, &settings.title);
                cut(&made, LONGEST_DESCRIPTION)
            }
        };
        let canonical = settings.base_url.as_deref().map(|base| {
            if self.path == routes::FRONT {
                base.to_owned()
            } else {
                format!("{base}{}", self.path)
            }
        });
        let current = if self.path == head.belongs_to { "page" } else { "true" };
        self.belongs_to = Some((head.belongs_to.to_owned(), current));
        self.set(
            "page",
            map([
                ("kind", text(head.kind)),
                ("path", text(self.path)),
                ("title", text(&title)),
                ("heading", text(head.title)),
                ("description", text(&description)),
                ("canonical", optional(canonical.as_deref())),
                ("belongs_to", text(head.belongs_to)),
                ("current", text(current)),
            ]),
        );
        self.described = Some(Described {
            path: self.path.to_owned(),
            title: head.title.to_owned(),
            description,
        });
        self.set("root", text(self.root));
        self.set("site", self.stock.site.clone());
        self.set("social_card", self.stock.social_card.clone());
        self.set("words", self.stock.words_value.clone());
    }

    /// Sets the trail: the pages above this one, from the top.
    pub fn trail(&mut self, pages: &[(&str, &str)]) {
        let link =
            |(label, path): &(&str, &str)| map([("label", text(label)), ("path", text(path))]);
        self.set("trail", list(pages.iter().map(link).collect()));
    }

    /// Sets how others may cite the page.
    pub fn cite(&mut self, page: PageId) {
        self.set("cite", html(&cite::line(self.stock, page)));
    }

    /// Sets the notes. Everything that may cite must have been filled before.
    pub fn list_notes(&mut self) {
        let words = self.stock.words;
        let mut rows = Vec::new();
        let (mut reference, mut back) = (String::with_capacity(512), String::with_capacity(128));
        for (at, note) in self.notes.iter().enumerate() {
            let number = (at + 1).to_string();
            reference.clear();
            let card = self.stock.cards.of_thing(note.source);
            card.push_reference(&mut reference, self.root, (&words.comma, note.locator));
            back.clear();
            notes::push_back_links(&mut back, &number, note.uses, &words.back_to_text);
            rows.push(map([
                ("number", text(&number)),
                ("reference", html(&reference)),
                ("back", html(&back)),
            ]));
        }
        self.set("notes", list(rows));
    }
}

/// `Name – kind – site`, as much of it as fits.
fn title(name: &str, label: &str, site: &str) -> String {
    let middle = if label.is_empty() { String::new() } else { format!(" – {label}") };
    let whole = match name == site {
        true => format!("{name}{middle}"),
        false => format!("{name}{middle} – {site}"),
    };
    if whole.chars().count() <= LONGEST_TITLE {
        return whole;
    }
    let room = LONGEST_TITLE.saturating_sub(middle.chars().count());
    format!("{}{middle}", cut(name, room))
}

/// At most so many characters, ending with a whole word and an ellipsis.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let end = text.char_indices().nth(longest.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or("");
    let whole = head.rfind(char::is_whitespace).map_or(head, |at| head.get(..at).unwrap_or(head));
    format!("{}…", whole.trim_end_matches([',', ';', ':', '–', '-', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_loses_the_site_first_and_then_its_own_end() {
        assert_eq!(title("Joe Biden", "Person", "The call"), "Joe Biden – Person – The call");
        assert_eq!(title("The call", "To print", "The call"), "The call – To print");
        assert_eq!(title("The call", "", "The call"), "The call");
        let long = "A name that is so long that it alone fills a whole line of any search engine";
        let made = title(long, "Event", "The call");
        assert!(made.chars().count() <= LONGEST_TITLE, "{made}");
        assert!(made.ends_with("… – Event"), "{made}");
    }

    #[test]
    fn a_cut_text_ends_with_a_whole_word() {
        assert_eq!(cut("one two three four", 12), "one two…");
        assert_eq!(cut("one two", 12), "one two");
    }
}
