//! Which words went and came between two versions of a text.

use similar::algorithms::{Capture, Compact, Replace, myers};
use similar::{ChangeTag, DiffableStr};

/// How many words stand around a change.
const AROUND: usize = 12;
/// Texts with more words together are compared line by line: the work grows with both.
const LONG: usize = 40_000;

/// A piece of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that both have.
    Same(String),
    /// Words that only the old text has.
    Gone(String),
    /// Words that only the new text has.
    New(String),
    /// More that both have, and that is not shown.
    Skipped,
}

/// The words that went and came, with some of those around them. Nothing where the texts are equal.
#[must_use]
pub fn between(old: &str, new: &str) -> Vec<Piece> {
    if old == new {
        return Vec::new();
    }
    let count = |text: &str| text.split_whitespace().count();
    let is_long = count(old) + count(new) > LONG;
    let runs = runs(old, new, is_long);
    let last = runs.len().saturating_sub(1);
    let mut pieces = Vec::with_capacity(runs.len());
    for (at, (tag, text)) in runs.into_iter().enumerate() {
        match tag {
            ChangeTag::Delete => pieces.push(Piece::Gone(text)),
            ChangeTag::Insert => pieces.push(Piece::New(text)),
            ChangeTag::Equal => shorten(&mut pieces, &text, at == 0, at == last),
        }
    }
    pieces
}

/// What stayed, went and came, in turn: word by word, or line by line.
fn runs(old: &str, new: &str, by_lines: bool) -> Vec<(ChangeTag, String)> {
    let cut = |text| -> Vec<&str> {
        if by_lines { DiffableStr::tokenize_lines(text) } else { DiffableStr::tokenize_words(text) }
    };
    let (old, new) = (cut(old), cut(new));
    // One algorithm, asked for by itself: `TextDiff` compiles every one that the library has.
    let mut steps = Compact::new(Replace::new(Capture::new()), &*old, &*new);
    let Ok(()) = myers::diff(&mut steps, &*old, 0..old.len(), &*new, 0..new.len());
    let steps = steps.into_inner().into_inner().into_ops();
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for (tag, words) in steps.iter().flat_map(|step| step.iter_slices(&*old, &*new)) {
        match runs.last_mut().filter(|(last, _)| *last == tag) {
            Some((_, text)) => text.extend(words.iter().copied()),
            None => runs.push((tag, words.concat())),
        }
    }
    runs
}

/// Of what did not change, only the words next to a change.
fn shorten(pieces: &mut Vec<Piece>, text: &str, is_first: bool, is_last: bool) {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let before = if is_first { 0 } else { AROUND };
    let after = if is_last { 0 } else { AROUND };
    if words.len() <= before + after + 1 {
        pieces.push(Piece::Same(text.to_owned()));
        return;
    }
    let same = |words: &[&str]| (!words.is_empty()).then(|| Piece::Same(words.concat()));
    pieces.extend(words.get(..before).and_then(same));
    pieces.push(Piece::Skipped);
    pieces.extend(words.get(words.len() - after..).and_then(same));
}

#[cfg(test)]
mod tests {
    use super::{Piece, between};

    #[test]
    fn only_what_changed_is_shown_with_a_few_words_around_it() {
        let old = format!("{}They met on Monday in Geneva. {}", "a ".repeat(40), "b ".repeat(40));
        let new = old.replace("Monday", "Friday");
        let pieces = between(&old, &new);
        assert!(pieces.contains(&Piece::Gone("Monday".into())), "{pieces:?}");
        assert!(pieces.contains(&Piece::New("Friday".into())));
        assert_eq!(pieces.iter().filter(|it| **it == Piece::Skipped).count(), 2);
        assert_eq!(between(&old, &old), []);
    }
}
