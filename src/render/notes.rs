//! The citations of a page: numbered by first use, listed at its end.

use crate::model::id::EntityId;

/// The citations of a page so far.
#[derive(Default)]
pub struct Notes<'a> {
    list: Vec<Note<'a>>,
}

/// A source, and where in it, as cited on a page.
pub struct Note<'a> {
    /// The source.
    pub source: EntityId,
    /// `para. 4`, as written.
    pub locator: Option<&'a str>,
    /// How often it is cited so on the page.
    pub uses: usize,
}

impl<'a> Notes<'a> {
    /// Writes the mark of a citation: a link to its note.
    pub fn push_mark(&mut self, html: &mut String, source: EntityId, locator: Option<&'a str>) {
        let known = self.list.iter().position(|n| n.source == source && n.locator == locator);
        let at = known.unwrap_or_else(|| {
            self.list.push(Note { source, locator, uses: 0 });
            self.list.len() - 1
        });
        let Some(note) = self.list.get_mut(at) else { return };
        note.uses += 1;
        // Short of `write!`, which costs more than all the rest.
        let number = (at + 1).to_string();
        // Marks side by side do not lie over each other.
        let beside = if html.ends_with("]</a>") { " beside" } else { "" };
        html.push_str("<a class=\"cite");
        html.push_str(beside);
        html.push_str("\" role=\"doc-noteref\" id=\"");
        html.push_str(&anchor(&number, note.uses));
        html.push_str("\" href=\"#note_");
        html.push_str(&number);
        html.push_str("\">[");
        html.push_str(&number);
        html.push_str("]</a>");
    }

    /// All notes, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &Note<'a>> {
        self.list.iter()
    }

    /// Whether nothing is cited.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

/// Writes the links from a note back to where it is cited.
pub fn push_back_links(html: &mut String, number: &str, uses: usize, label: &str) {
    for nth in 1..=uses {
        html.push_str(" <a class=\"back\" role=\"doc-backlink\" href=\"#");
        html.push_str(&anchor(number, nth));
        html.push_str("\" aria-label=\"");
        html.push_str(label);
        html.push(' ');
        html.push_str(number);
        if uses > 1 {
            html.push('.');
            html.push_str(&nth.to_string());
        }
        html.push_str("\">↩</a>");
    }
}

/// The id of the mark of a note, by the note's number and the how-manyeth use it is.
fn anchor(number: &str, nth: usize) -> String {
    if nth == 1 { format!("cite_{number}") } else { format!("cite_{number}_{nth}") }
}
