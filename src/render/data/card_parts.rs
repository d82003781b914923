//! `cards/1.js` and on: what a link shows of the page it leads to, before one follows it. A script
//! that calls one function with data alone, since pages on a stick may not fetch files.
//!
//! A link knows a path and nothing else, so the path tells the part: by a sum that the page's script
//! computes too. That the parts are a power of two keeps their number the same over most edits, since
//! it stands on every page.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::model::briefing::{Briefing, Entity};
use crate::model::id::EntityId;
use crate::model::place::Span;
use crate::render::json::write::compact;
use crate::render::routes::{self, CARDS_A_PART};
use crate::render::stock::Stock;

/// The most characters of a summary on a card.
const LONGEST: usize = 240;

/// The things of each part.
pub struct CardParts {
    /// Part, counted from 1, and thing; in order.
    things: Box<[(u32, EntityId)]>,
}

/// How many parts there are.
#[must_use]
pub fn count(briefing: &Briefing) -> u32 {
    routes::parts(briefing.entities.len(), CARDS_A_PART).next_power_of_two()
}

impl CardParts {
    /// The parts of a briefing.
    #[must_use]
    pub fn new(briefing: &Briefing) -> CardParts {
        let count = count(briefing);
        let mut path = String::new();
        let part = |(id, entity): (EntityId, &std::sync::Arc<Entity>)| {
            path.clear();
            routes::push_entity(&mut path, entity);
            (sum(&path) % count + 1, id)
        };
        let mut things: Vec<_> = (0..).map(EntityId).zip(&briefing.entities).map(part).collect();
        things.sort_unstable();
        CardParts { things: things.into() }
    }

    fn of(&self, part: u32) -> &[(u32, EntityId)] {
        let start = self.things.partition_point(|(other, _)| *other < part);
        let end = self.things.partition_point(|(other, _)| *other <= part);
        self.things.get(start..end).unwrap_or(&[])
    }
}

/// FNV-1a, 32 bits: short in any language.
fn sum(path: &str) -> u32 {
    path.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Writes a part: for each path the name, the label and the summary.
///
/// # Errors
/// Those of what it is written to.
pub fn write(stock: &Stock, part: u32, to: &mut impl Write) -> io::Result<()> {
    to.write_all(b"datelineCards({")?;
    for (at, (_, id)) in stock.card_parts.of(part).iter().enumerate() {
        let entity = &stock.briefing[*id];
        let card = stock.cards.of_thing(*id);
        to.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        compact(to, card.path())?;
        to.write_all(b":")?;
        let label = without_tags(card.label());
        compact(to, &[entity.name(), &label, &summary(&stock.briefing, entity)])?;
    }
    to.write_all(b"});\n")
}

/// The summary, or how the text begins where there is none.
fn summary<'a>(briefing: &'a Briefing, entity: &'a Entity) -> Cow<'a, str> {
    let page = &entity.page;
    if let Some(summary) = page.document.summary() {
        return cut(summary).map_or(Cow::Borrowed(summary), Cow::Owned);
    }
    let body = &page.document.body;
    let end = body.plain.find('\n').unwrap_or(body.plain.len());
    let first = briefing.plain(page, body, Span::new(0..end));
    Cow::Owned(cut(&first).unwrap_or(first))
}

/// A text that is too long, without its end.
fn cut(text: &str) -> Option<String> {
    let (end, _) = text.char_indices().nth(LONGEST)?;
    let head = text.get(..end)?;
    let whole = head.rfind(' ').and_then(|space| head.get(..space)).unwrap_or(head);
    Some(format!("{}…", whole.trim_end_matches([',', ';', ':', '.', '–'])))
}

/// The text of HTML that a card holds: tags of ours, and texts that were escaped by us.
fn without_tags(html: &str) -> Cow<'_, str> {
    if !html.contains(['<', '&']) {
        return Cow::Borrowed(html);
    }
    let mut pieces = html.split('<');
    let mut text = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        text.push_str(piece.split_once('>').map_or("", |(_, after)| after));
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    Cow::Owned(entities.iter().fold(text, |text, (entity, mark)| text.replace(entity, mark)))
}

#[cfg(test)]
mod tests {
    use super::{cut, sum, without_tags};

    #[test]
    fn the_sum_is_the_one_that_the_script_computes() {
        assert_eq!(sum(""), 0x811c_9dc5);
        assert_eq!(sum("a"), 0xe40c_292c);
        assert_eq!(sum("foobar"), 0xbf9c_f968);
    }

    #[test]
    fn a_label_is_shown_as_text() {
        let label =
            "<time datetime=\"2021-12-30\">30 December 2021</time> <span>A &amp;lt; B</span>";
        assert_eq!(without_tags(label), "30 December 2021 A &lt; B");
    }

    #[test]
    fn a_long_summary_ends_with_a_whole_word() {
        assert_eq!(cut("short"), None);
        let long = "word ".repeat(60);
        assert!(cut(&long).unwrap().ends_with("word…"));
    }
}
