//! Quoted words in a block of text, and the citation that each is tied to.

use std::ops::Range;

use crate::parse::citation::quote_end;

/// Quoted words found in a text; ranges are of that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words without their marks.
    pub words: Range<usize>,
    /// With their marks.
    pub whole: Range<usize>,
}

/// The quoted passages of a block, outermost pairs only, and the marks that nothing closes.
#[must_use]
pub fn find(block: &str) -> (Vec<Found>, Vec<usize>) {
    let (mut found, mut unclosed) = (Vec::new(), Vec::new());
    let mut from = 0;
    while let Some((start, mark)) = next_opening(block, from) {
        let inside = start + mark.len_utf8();
        match closing(block, inside, mark) {
            Some((end, length)) => {
                found.push(Found { words: inside..end, whole: start..end + length });
                from = end + length;
            }
            None => {
                unclosed.push(start);
                from = inside;
            }
        }
    }
    (found, unclosed)
}

fn next_opening(block: &str, from: usize) -> Option<(usize, char)> {
    let marks = block[from..].char_indices().map(|(at, c)| (from + at, c));
    marks.filter(|(_, c)| quote_end(*c).is_some()).find(|&(at, mark)| {
        let before = block[..at].chars().next_back();
        let after = block[at + mark.len_utf8()..].chars().next();
        // A mark after a letter or digit opens nothing: it is an inch, an apostrophe or a stray end.
        let free = !before.is_some_and(char::is_alphanumeric);
        free && after.is_some_and(|c| !c.is_whitespace())
    })
}

/// Where the quotation that begins with `mark` ends, and how long its closing mark is.
fn closing(block: &str, from: usize, mark: char) -> Option<(usize, usize)> {
    let closers = quote_end(mark)?;
    let mut depth = 0_usize;
    let mut previous = None;
    let mut chars = block[from..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let apostrophe = c == '’' && letter(previous) && letter(next);
        if c == mark && !closers.contains(&c) && !letter(previous) {
            depth += 1;
        } else if closers.contains(&c) && !apostrophe {
            if depth == 0 {
                return Some((from + at, c.len_utf8()));
            }
            depth -= 1;
        }
        previous = Some(c);
    }
    None
}

/// The citation that serves quoted words: the one right after them, else the next in their
/// sentence. `citations` are the bytes at which citations stand, in order.
#[must_use]
pub fn tied(
    plain: &str,
    whole: &Range<usize>,
    sentence: &Range<usize>,
    citations: &[u32],
) -> Option<usize> {
    let next = citations.partition_point(|&at| (at as usize) < whole.end);
    let at = *citations.get(next)? as usize;
    let between = plain.get(whole.end..at)?;
    let right_after =
        between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':'));
    // A citation after the full stop still belongs to the sentence before it.
    let same_sentence = plain.get(sentence.end..at).is_none_or(|gap| gap.trim().is_empty());
    let one_line = !between.contains('\n');
    (one_line && (right_after || same_sentence)).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::{find, tied};

    fn words(text: &str) -> Vec<&str> {
        find(text).0.into_iter().map(|found| &text[found.words]).collect()
    }

    #[test]
    fn every_family_of_marks_is_known() {
        for text in [
            "a \"b c\" d",
            "a “b c” d",
            "a „b c“ d",
            "a „b c” d",
            "a «b c» d",
            "a »b c« d",
            "a ‘b c’ d",
            "a ‚b c‘ d",
        ] {
            assert_eq!(words(text), ["b c"], "{text}");
        }
    }

    #[test]
    fn the_outermost_pair_counts_and_apostrophes_are_letters() {
        assert_eq!(words("“a ‘b’ c” and ‘d’"), ["a ‘b’ c", "d"]);
        assert_eq!(words("‘it’s the states’ own’ x"), ["it’s the states"]);
        assert_eq!(words("the president’s “don’t” and Biden’s"), ["don’t"]);
        assert_eq!(words("“a “b” c” d"), ["a “b” c"]);
        assert_eq!(words("a 6\" pipe and 7\" pipe"), Vec::<&str>::new());
    }

    #[test]
    fn what_nothing_closes_is_told() {
        assert_eq!(find("he said “never and left").1, [8]);
        assert_eq!(find("he said ‘never’").1, Vec::<usize>::new());
    }

    #[test]
    fn a_citation_serves_the_sentence_before_it() {
        let plain = "He was “sure” and “calm”. Next one.";
        let sentence = 0..27;
        assert_eq!(tied(plain, &(7..17), &sentence, &[27]), Some(0));
        assert_eq!(tied(plain, &(7..17), &sentence, &[32]), None);
        assert_eq!(tied("“It ended.”  More.", &(0..15), &(0..15), &[16]), Some(0));
    }
}
