//! The passage that is most like words that a text does not hold, with the differing words marked.
//!
//! It is shown to the author and changes no verdict.

use crate::evidence::fold::{Marks, needle};
use crate::model::evidence::Nearest;
use crate::model::script::is_without_spaces;

/// So many words of a quotation are compared.
pub(super) const MOST: usize = 80;
/// So many words of a text are looked through.
pub(super) const LONGEST: usize = 400_000;

/// A word, or the marks around one.
pub(super) struct Word<'t> {
    /// The byte at which it begins.
    pub(super) start: usize,
    /// As it is written.
    pub(super) text: &'t str,
    /// As it is compared.
    pub(super) key: String,
}

/// The passage; none where no word of the quotation stands in the text.
#[must_use]
pub fn nearest(text: &str, quotation: &str) -> Option<Nearest> {
    let ours = words(quotation, MOST);
    let theirs = words(text, LONGEST);
    let width = ours.len() + 1;
    // Local alignment: the best end, then back from there.
    let mut scores = vec![0_i32; width];
    let mut best = (0, 0, 0);
    let known: std::collections::BTreeSet<&str> = ours.iter().map(|it| it.key.as_str()).collect();
    for (row, word) in theirs.iter().enumerate() {
        let mut diagonal = 0;
        let is_known = known.contains(word.key.as_str());
        for column in 1..width {
            let above = scores.get(column).copied().unwrap_or(0);
            let left = scores.get(column - 1).copied().unwrap_or(0);
            let same = is_known && ours.get(column - 1).is_some_and(|it| it.key == word.key);
            let score = (diagonal + if same { 3 } else { -1 }).max(above - 1).max(left - 1).max(0);
            diagonal = above;
            if let Some(slot) = scores.get_mut(column) {
                *slot = score;
            }
            if score > best.0 {
                best = (score, row, column);
            }
        }
    }
    if best.0 == 0 {
        return None;
    }
    // As many words around as the quotation has more.
    let last = (best.1 + ours.len().saturating_sub(best.2) + 1).min(theirs.len());
    let first = (best.1 + 1).saturating_sub(best.2 + 2);
    let window = theirs.get(first..last)?;
    let (kept_ours, kept_theirs) = common(&ours, window);
    // The passage begins and ends with the quotation's first and last words, as far as they go.
    let lead = kept_theirs.iter().position(|kept| *kept)?;
    let before = kept_ours.iter().position(|kept| *kept).unwrap_or(0);
    let tail = kept_theirs.iter().rposition(|kept| *kept)?;
    let after = kept_ours.len() - 1 - kept_ours.iter().rposition(|kept| *kept).unwrap_or(0);
    let (from, to) = (lead.saturating_sub(before), (tail + after + 1).min(window.len()));
    let window = window.get(from..to)?;
    let (start, end) = (window.first()?.start, window.last().map(|it| it.start + it.text.len())?);
    let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(Nearest {
        bytes: (clip(start), clip(end)),
        passage: marked(window, kept_theirs.get(from..to)?).into(),
        quotation: marked(&ours, &kept_ours).into(),
        omitted: None,
    })
}

/// The words of a text, up to so many.
pub(super) fn words(text: &str, most: usize) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(at) = text.get(rest..).and_then(|it| it.find(|c: char| !c.is_whitespace())) {
        let start = rest + at;
        let tail = text.get(start..).unwrap_or("");
        let first = tail.chars().next().unwrap_or(' ');
        let length = if is_without_spaces(first) {
            first.len_utf8()
        } else {
            let ends = |c: char| c.is_whitespace() || is_without_spaces(c);
            tail.find(ends).unwrap_or(tail.len())
        };
        // Marks around a word are words of their own.
        let whole = tail.get(..length).unwrap_or("");
        let lead = whole.find(char::is_alphanumeric).unwrap_or(whole.len());
        let core = whole.rfind(char::is_alphanumeric);
        let end = core
            .map_or(whole.len(), |at| at + whole[at..].chars().next().map_or(0, char::len_utf8));
        for (from, to) in [(0, lead), (lead, end), (end, whole.len())] {
            if let Some(text) = whole.get(from..to).filter(|text| !text.is_empty()) {
                found.push(Word { start: start + from, text, key: needle(text, Marks::Alike) });
            }
        }
        rest = start + length.max(1);
        if found.len() >= most {
            break;
        }
    }
    found
}

/// Which words of both are the same, in order: the longest common run of them.
fn common(ours: &[Word<'_>], theirs: &[Word<'_>]) -> (Vec<bool>, Vec<bool>) {
    let width = theirs.len() + 1;
    let mut table = vec![0_u32; (ours.len() + 1) * width];
    let at = |table: &[u32], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, our) in ours.iter().enumerate().rev() {
        for (j, their) in theirs.iter().enumerate().rev() {
            let value = if our.key == their.key {
                at(&table, i + 1, j + 1) + 1
            } else {
                at(&table, i + 1, j).max(at(&table, i, j + 1))
            };
            if let Some(slot) = table.get_mut(i * width + j) {
                *slot = value;
            }
        }
    }
    let (mut kept_ours, mut kept_theirs) = (vec![false; ours.len()], vec![false; theirs.len()]);
    let (mut i, mut j) = (0, 0);
    while let (Some(our), Some(their)) = (ours.get(i), theirs.get(j)) {
        if our.key == their.key {
            if let (Some(one), Some(other)) = (kept_ours.get_mut(i), kept_theirs.get_mut(j)) {
                (*one, *other) = (true, true);
            }
            (i, j) = (i + 1, j + 1);
        } else if at(&table, i + 1, j) >= at(&table, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    (kept_ours, kept_theirs)
}

/// Words in a row, those that are not kept between `>` and `<`.
pub(super) fn marked(words: &[Word<'_>], kept: &[bool]) -> String {
    let mut out = String::new();
    let mut previous: Option<&Word<'_>> = None;
    for (word, kept) in words.iter().zip(kept) {
        if previous.is_some_and(|it| it.start + it.text.len() < word.start) {
            out.push(' ');
        }
        previous = Some(word);
        if *kept {
            out.push_str(word.text);
        } else {
            out.push('>');
            out.push_str(word.text);
            out.push('<');
        }
    }
    out.replace("< >", " ").replace("<>", "")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_differing_words_are_marked() {
        let text =
            "He said it. Only the path of negotiations can solve the problems, he said. More.";
        let found = nearest(text, "Only the path of talks can solve the problems").unwrap();
        assert_eq!(&*found.passage, "Only the path of >negotiations< can solve the problems");
        assert_eq!(&*found.quotation, "Only the path of >talks< can solve the problems");
        let (start, end) = found.bytes;
        let there = &text[start as usize..end as usize];
        assert_eq!(there, "Only the path of negotiations can solve the problems");
        assert_eq!(nearest(text, "nowhere"), None);
        assert_eq!(nearest("", "nowhere"), None);
        let chinese = nearest("他说我们不会同意。", "我们会同意").unwrap();
        assert_eq!(&*chinese.passage, "我们>不<会同意");
    }
}
