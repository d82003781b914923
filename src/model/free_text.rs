//! The words of a text that are its author's own and lead nowhere yet: those that may be linked.

use std::ops::Range;

use crate::model::prose::{Filling, Prose};

/// The names that fit one alone, in order: which of two is meant, only an author can say.
#[must_use]
pub fn of_one<'n, T: Copy + Ord>(
    names: impl IntoIterator<Item = (&'n str, T)>,
) -> Vec<(&'n str, T)> {
    let mut all: Vec<_> = names.into_iter().collect();
    all.sort_unstable();
    all.dedup();
    let same_name = all.chunk_by(|one, other| one.0 == other.0);
    same_name.filter_map(|them| if let [one] = them { Some(*one) } else { None }).collect()
}

/// The stretches of a text's HTML outside quotations, links, headings and code, in order.
#[must_use]
pub fn free(prose: &Prose) -> Vec<Range<usize>> {
    let html = &*prose.html;
    let (mut quotes, mut links, mut closed) = (0_usize, 0_usize, 0_usize);
    let (mut in_tag, mut start) = (false, 0);
    let mut holes = prose.holes.iter().peekable();
    let mut found = Vec::new();
    let mut push = |start: usize, end: usize, free: bool| {
        if free && start < end {
            found.push(start..end);
        }
    };
    for (at, c) in html.char_indices().chain([(html.len(), ' ')]) {
        while let Some(hole) = holes.next_if(|hole| hole.at as usize <= at) {
            push(start, at, !in_tag && quotes + links + closed == 0);
            start = at;
            match hole.filling {
                Filling::QuotationStart(_) => quotes += 1,
                Filling::QuotationEnd(_) => quotes = quotes.saturating_sub(1),
                Filling::LinkStart(_) => links += 1,
                Filling::LinkEnd(_) => links = links.saturating_sub(1),
                Filling::Name(_)
                | Filling::Citation(_)
                | Filling::Root
                | Filling::IdPrefix
                | Filling::Level(_) => {}
            }
        }
        if c == '<' && !in_tag {
            push(start, at, quotes + links + closed == 0);
            in_tag = true;
            let tag = html.get(at + 1..).unwrap_or("");
            match (tag.strip_prefix('/'), shuts(tag.trim_start_matches('/'))) {
                (Some(_), true) => closed = closed.saturating_sub(1),
                (None, true) => closed += 1,
                (_, false) => {}
            }
        } else if c == '>' && in_tag {
            in_tag = false;
            start = at + 1;
        }
    }
    push(start, html.len(), !in_tag && quotes + links + closed == 0);
    found
}

/// Whether nothing is linked inside a tag. (The level of a heading is a hole.)
fn shuts(tag: &str) -> bool {
    let name: &str = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
    matches!(name, "a" | "code" | "pre" | "blockquote" | "h" | "figcaption")
}
