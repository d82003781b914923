//! Where the parts of a quotation stand in a text: in order, near one another, as whole words.

use std::rc::Rc;

use memchr::memmem::Finder;

use crate::evidence::edges;
use crate::evidence::fold::Folded;
use crate::evidence::marks::Part;

/// At most so many characters of the source stand between two parts.
pub const FARTHEST: usize = 400;

/// So many places of one part are looked at.
const MOST: usize = 100_000;

/// So many ways to read a quotation are told apart.
const ENOUGH: usize = 1000;

/// A text in which quotations are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// As archived.
    pub original: &'a str,
    /// As folded.
    pub folded: &'a Folded,
}

/// Bytes of the folded text.
pub type Bytes = (usize, usize);

/// All places of some words.
#[must_use]
pub fn of_part(text: Text<'_>, part: &Part) -> Vec<Bytes> {
    let mut found = Vec::new();
    let mut variants = vec![part.words.clone()];
    if part.any_capital {
        let first = part.words.chars().next().map_or(0, char::len_utf8);
        let (letter, rest) = part.words.split_at(first);
        for other in [letter.to_lowercase(), letter.to_uppercase()] {
            let variant = format!("{other}{rest}");
            if !variants.contains(&variant) {
                variants.push(variant);
            }
        }
    }
    for words in &variants {
        of_words(text, words, &mut found);
    }
    found.sort_unstable();
    found
}

fn of_words(text: Text<'_>, words: &str, found: &mut Vec<Bytes>) {
    let whole = &text.folded.text;
    let step = words.chars().next().map_or(1, char::len_utf8);
    let finder = Finder::new(words.as_bytes());
    // Spaces of these kinds stand inside numbers.
    let tight = |byte: usize| {
        let end = text.folded.end(byte);
        let space = text.original.get(..end).and_then(|it| it.chars().next_back());
        matches!(space, Some('\u{a0}' | '\u{202f}' | '\u{2009}'))
    };
    let (mut from, mut looked_at) = (0, 0);
    while let Some(at) = whole.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
        let (start, end) = (from + at, from + at + words.len());
        from = start + step;
        if edges::begins(whole, start, tight) && edges::ends(whole, end, tight) {
            found.push((start, end));
        }
        looked_at += 1;
        if looked_at >= MOST {
            break;
        }
    }
}

/// All ways in which the parts follow one another, each with as little between as can be, by where
/// they begin; of those that begin at one place the first to end. `adjoining` tells of what stands
/// before each part whether that is nothing, so that the source may have nothing there either.
#[must_use]
pub fn chains(text: Text<'_>, parts: &[Part], adjoining: &[bool]) -> Vec<Vec<Bytes>> {
    let mut known: Vec<(&Part, Rc<Vec<Bytes>>)> = Vec::new();
    let mut levels: Vec<Vec<(Bytes, usize)>> = Vec::with_capacity(parts.len());
    for (number, part) in parts.iter().enumerate() {
        let adjoins = adjoining.get(number).copied().unwrap_or(false);
        // Words that stand in a quotation twice are looked for once.
        let places = match known.iter().find(|(it, _)| *it == part) {
            Some((_, places)) => Rc::clone(places),
            None => {
                let places = Rc::new(of_part(text, part));
                known.push((part, Rc::clone(&places)));
                places
            }
        };
        let reached: Vec<(Bytes, usize)> = match levels.last() {
            None => places.iter().map(|place| (*place, 0)).collect(),
            Some(before) => {
                let mut ended = 0;
                let follow = |place: &Bytes| {
                    while before.get(ended).is_some_and(|((_, end), _)| *end <= place.0) {
                        ended += 1;
                    }
                    let last = ended.checked_sub(1)?;
                    follows(text, before.get(last)?.0, *place, adjoins).then_some((*place, last))
                };
                places.iter().filter_map(follow).collect()
            }
        };
        if reached.is_empty() {
            return Vec::new();
        }
        levels.push(reached);
    }
    let mut chains: Vec<Vec<Bytes>> = Vec::new();
    for number in 0..levels.last().map_or(0, Vec::len) {
        let mut chain = Vec::with_capacity(parts.len());
        let mut number = number;
        for level in levels.iter().rev() {
            let Some((place, before)) = level.get(number) else { break };
            chain.push(*place);
            number = *before;
        }
        chain.reverse();
        if chains.len() >= ENOUGH {
            break;
        }
        if chains.last().is_none_or(|last| last.first() != chain.first()) {
            chains.push(chain);
        }
    }
    chains
}

/// Whether a part that stands at a place is near enough to the one before it.
fn follows(text: Text<'_>, before: Bytes, place: Bytes, adjoins: bool) -> bool {
    let Some(between) = text.folded.text.get(before.1..place.0) else { return false };
    if adjoins && !between.trim().is_empty() {
        return false;
    }
    let (from, to) = (text.folded.end(before.1), text.folded.start(place.0));
    let near = |gap: &str| gap.chars().take(FARTHEST + 1).count() <= FARTHEST;
    to.saturating_sub(from) <= FARTHEST || text.original.get(from..to).is_some_and(near)
}
