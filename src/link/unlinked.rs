//! Names of actors that stand as plain text on pages that link to them nowhere.
//!
//! Whether a name stands there is read off the page's HTML, which knows what is a link, a quotation,
//! a heading or code. Where it stands is then looked for in the text as it was written.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::{Briefing, Linked};
use crate::model::document::Document;
use crate::model::free_text::{free, of_one};
use crate::model::id::{EntityId, Kind, ReferenceId};
use crate::model::place::{Span, is_whole_word};

/// Every name, and whose it is.
struct Names<'b> {
    all: Vec<(&'b str, EntityId)>,
    search: AhoCorasick,
}

/// The names that these pages could link.
#[must_use]
pub fn names(briefing: &Briefing, pages: &[&Linked]) -> Vec<Diagnostic> {
    let mut all: Vec<(&str, EntityId)> = Vec::new();
    for (id, entity) in briefing.of_kind(Kind::Actor) {
        let Some(actor) = entity.actor() else { continue };
        all.extend(actor.names().filter(|name| !name.is_empty()).map(|name| (name, id)));
    }
    let all = of_one(all);
    let words = all.iter().map(|(name, _)| escaped(name));
    let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
    let Ok(search) = search else { return Vec::new() };
    let names = Names { all, search };
    let mut told: Vec<Vec<Diagnostic>> = Vec::new();
    pages.par_iter().map(|page| unlinked(briefing, page, &names)).collect_into_vec(&mut told);
    told.into_iter().flatten().collect()
}

/// A name as it stands in HTML.
fn escaped(name: &str) -> String {
    name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn unlinked(briefing: &Briefing, page: &Linked, names: &Names<'_>) -> Vec<Diagnostic> {
    let document = &page.document;
    let own = briefing.ids.get(&document.id).copied();
    let mut linked: HashSet<EntityId, FixedState> = HashSet::default();
    linked.extend(
        (0..document.references.len())
            .filter_map(|n| page.entity(ReferenceId(u32::try_from(n).unwrap_or(u32::MAX)))),
    );
    if document.matter.kind().is_some() {
        linked.extend(own);
    }
    let html = &*document.body.html;
    let mut closed = None;
    let mut found = Vec::new();
    for stretch in free(&document.body) {
        let text = html.get(stretch).unwrap_or("");
        for hit in names.search.find_iter(text) {
            let Some(&(name, actor)) = names.all.get(hit.pattern().as_usize()) else { continue };
            let is_word = is_whole_word(text, hit.range()) && !in_address(text, &hit.range());
            if !is_word || linked.contains(&actor) {
                continue;
            }
            let closed = closed.get_or_insert_with(|| closed_off(document));
            let Some(range) = written(document, name, closed) else { continue };
            linked.insert(actor);
            let message = format!("`{name}` has a page, but this one does not link to it");
            let help = format!("write `[[{}|{name}]]`", briefing[actor].id());
            let place = document.place(Span::new(range));
            found.push(Diagnostic::new(Code::UnlinkedName, place, message).help(help));
        }
    }
    found
}

/// Whether a word is part of an address that stands as plain text: `https://example.org/Lavrov`.
fn in_address(text: &str, word: &Range<usize>) -> bool {
    let before = text.get(..word.start).unwrap_or("");
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let rest = text.get(word.end..).unwrap_or("");
    let end = word.end + rest.find(char::is_whitespace).unwrap_or(rest.len());
    let whole = text.get(start..end).unwrap_or("");
    whole.contains("://") || whole.contains('@') || whole.starts_with("www.")
}

/// Where a name was first written in the open.
fn written(document: &Document, name: &str, closed: &[Range<usize>]) -> Option<Range<usize>> {
    let text = &document.file.text;
    let start = document.file.body_start();
    let hits = text.get(start..)?.match_indices(name);
    let mut hits = hits.map(|(at, _)| start + at..start + at + name.len());
    hits.find(|hit| {
        let shut = closed.iter().any(|range| range.start < hit.end && hit.start < range.end);
        !shut && is_whole_word(text, hit.clone()) && !in_address(text, hit)
    })
}

/// The parts of a text, as it was written, in which nothing is linked.
fn closed_off(document: &Document) -> Vec<Range<usize>> {
    let text = &*document.file.text;
    let references = document.references.iter().map(|it| it.span.range());
    let quotations = document.body.quotations.iter().map(|it| it.span.range());
    let mut closed: Vec<Range<usize>> = references.chain(quotations).collect();
    let mut fence: Option<&str> = None;
    let mut at = document.file.body_start();
    for line in text.get(at..).unwrap_or("").split_inclusive('\n') {
        let range = at..at + line.len();
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (Some(_), Some(_) | None) | (None, None) => {}
        }
        let is_closed = fence.is_some() || mark.is_some() || line.starts_with(['#', '>', '\t']);
        if is_closed || line.starts_with("    ") {
            closed.push(range);
        } else {
            closed.extend(within(line).into_iter().map(|it| at + it.start..at + it.end));
        }
        at += line.len();
    }
    closed
}

/// The links, addresses and code in a line.
fn within(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let length = if rest.starts_with('`') {
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            let mark = rest.get(..ticks).unwrap_or("`");
            rest.get(ticks..).and_then(|it| it.find(mark)).map(|it| it + 2 * ticks)
        } else if rest.starts_with("[[") {
            rest.find("]]").map(|it| it + 2)
        } else if rest.starts_with('[') {
            link(rest)
        } else if rest.starts_with('<') {
            rest.find('>').map(|it| it + 1)
        } else {
            None
        };
        match length {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// The length of `[words](address)`, `[words][name]`, `[name]: address` or `[@source]`.
fn link(text: &str) -> Option<usize> {
    let end = text.find(']')? + 1;
    let after = text.get(end..)?;
    match after.chars().next() {
        Some('(') => after.find(')').map(|it| end + it + 1),
        Some('[') => after.find(']').map(|it| end + it + 1),
        Some(':') => Some(text.trim_end().len()),
        Some(_) | None => text.get(..end)?.contains('@').then_some(end),
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn links_addresses_and_code_are_closed_off() {
        let line =
            "A [[ann|Ann]] `Bo` ``C ` c`` [D](https://d.example/E) [@f] <https://g.example> [h] i";
        let closed: Vec<_> = within(line).into_iter().map(|range| &line[range]).collect();
        assert_eq!(
            closed,
            [
                "[[ann|Ann]]",
                "`Bo`",
                "``C ` c``",
                "[D](https://d.example/E)",
                "[@f]",
                "<https://g.example>"
            ]
        );
        assert!(within("[[a `b <c [d").is_empty());
    }
}
