//! Quoted words in a block of text, and the citation that each is tied to.

use std::ops::Range;

use crate::model::script::is_without_spaces;
use crate::parse::citation::{FAMILIES, quote_end};

/// Whose the quoted words are that have no citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncited {
    /// Nobody's: five words or more are reported.
    Reported,
    /// The source's of the account or the claim they stand in.
    TheAccounts,
}

/// The fewest quoted words that need a citation.
pub const WORDS_THAT_NEED_A_CITATION: usize = 5;

/// Quoted words found in a text; ranges are of that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words without their marks.
    pub words: Range<usize>,
    /// With their marks.
    pub whole: Range<usize>,
}

/// The quoted passages of a block, outermost pairs only, and the marks that nothing closes. `named`
/// says whether the name of a bare link belongs before a byte of the block.
///
/// One pass over the block, whatever stands in it.
#[must_use]
pub fn find(block: &str, named: impl Fn(usize) -> bool) -> (Vec<Found>, Vec<usize>) {
    let (mut found, mut unclosed) = (Vec::new(), Vec::new());
    let mut from = 0;
    for opening in openings(block, named).iter().filter(|opening| opening.opens) {
        if opening.at < from {
            continue;
        }
        let inside = opening.at + opening.mark.len_utf8();
        match opening.close {
            Some((end, length)) => {
                let words = match opening.mark {
                    '«' => trimmed(block, inside..end),
                    _ => inside..end,
                };
                found.push(Found { words, whole: opening.at..end + length });
                from = end + length;
            }
            None => {
                unclosed.push(opening.at);
                from = inside;
            }
        }
    }
    (found, unclosed)
}

/// Whether quoted words are more than marks: at least a letter or a digit; or a picture, which is all
/// that some posts say.
#[must_use]
pub fn says_something(words: &str) -> bool {
    words.contains(|c: char| c.is_alphanumeric() || ('\u{1f000}'..='\u{1faff}').contains(&c))
}

/// How many words are quoted. Of scripts without spaces two letters count as one word, four of those that
/// write each vowel, from Thai to Khmer.
#[must_use]
pub fn count(words: &str) -> usize {
    let apart = words.split(|c: char| c.is_whitespace() || is_without_spaces(c));
    let joined = words.chars().filter(|c| is_without_spaces(*c) && c.is_alphanumeric());
    let quarters: usize = joined.map(|c| if c < '\u{1800}' { 1 } else { 2 }).sum();
    apart.filter(|word| word.contains(char::is_alphanumeric)).count() + quarters / 4
}

/// Without the spaces that French has inside its marks.
fn trimmed(block: &str, range: Range<usize>) -> Range<usize> {
    let inside = block.get(range.clone()).unwrap_or("");
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

/// A mark that may open a quotation.
struct Opening {
    at: usize,
    mark: char,
    /// Whether something that can be quoted follows it.
    opens: bool,
    /// The mark that closes it, and its length.
    close: Option<(usize, usize)>,
}

/// All marks that may open a quotation, each with the mark of its family that closes it.
fn openings(block: &str, named: impl Fn(usize) -> bool) -> Vec<Opening> {
    let mut all: Vec<Opening> = Vec::new();
    // For each family, those that are open: their numbers in the list.
    let mut open: [Vec<usize>; FAMILIES.len()] = Default::default();
    let mut previous = None;
    let mut chars = block.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        // A mark after a letter or digit opens nothing: it is an inch, an apostrophe or a stray end.
        // Scripts without spaces have none before a mark either: there only what looks like an end is
        // one.
        let letter = |c: char| c.is_alphanumeric() && !is_without_spaces(c);
        let is_end = matches!(c, '”' | '»');
        let after_letter = !matches!(c, '「' | '『')
            && (previous.is_some_and(|c| letter(c) || (is_end && c.is_alphanumeric()))
                || (named(at) && (is_end || !next.is_some_and(is_without_spaces))));
        previous = Some(c);
        if c.is_alphanumeric() || c.is_whitespace() {
            continue;
        }
        let apostrophe = c == '’' && after_letter && next.is_some_and(letter);
        let mut closed = false;
        for (family, open) in FAMILIES.iter().zip(&mut open) {
            let closes = quote_end(*family).is_some_and(|closers| closers.contains(&c));
            if closes
                && !apostrophe
                && let Some(number) = open.pop()
            {
                if let Some(opening) = all.get_mut(number) {
                    opening.close = Some((at, c.len_utf8()));
                    // A French mark that closes has a space before it, as one that opens has
                    // elsewhere.
                    closed |= opening.opens && matches!(opening.mark, '«' | '»');
                }
                // The same mark on both sides: none is inside another. One that ends an English or a
                // Polish quotation begins no Swedish one.
                closed |= c == *family || c == '”';
            }
            if c == *family && !after_letter && !closed {
                let inside = at + c.len_utf8();
                // French has a space inside its marks.
                let opens = c == '«' || next.is_some_and(|c| !c.is_whitespace()) || named(inside);
                let closes_itself = quote_end(c).is_some_and(|closers| closers.contains(&c));
                if opens || !closes_itself {
                    open.push(all.len());
                    all.push(Opening { at, mark: c, opens, close: None });
                }
            }
        }
    }
    all
}

/// The marks right before citations that end nothing of what was `read` as quoted, or as begun; ranges
/// are of the plain text, as is where the citations stand.
#[must_use]
pub fn unread(plain: &str, citations: &[u32], read: &[Range<usize>]) -> Vec<Range<usize>> {
    let marks = citations.iter().filter_map(|&citation| {
        let before = plain.get(..citation as usize)?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let mark = mark_before(before.get(start..)?)?;
        Some(start + mark.start..start + mark.end)
    });
    marks.filter(|mark| !read.iter().any(|it| it.contains(&mark.start))).collect()
}

/// The mark right before a citation, where it is one that may end a quotation: its place in the line
/// before the citation.
///
/// An apostrophe counts where another before it may have begun one; what follows a digit is an inch or
/// a minute.
fn mark_before(line: &str) -> Option<Range<usize>> {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || ",.;:".contains(c));
    let mark = line.chars().next_back()?;
    let before = line.strip_suffix(mark)?;
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let begins = |(at, _): (usize, &str)| {
        let opens = before.get(at + 1..).is_some_and(|it| it.starts_with(char::is_alphanumeric));
        opens && before.get(..at).is_some_and(|it| it.is_empty() || it.ends_with([' ', '(']))
    };
    let may_end = match mark {
        '”' | '»' | '«' | '“' | '"' | '›' | '‹' | '″' | '‟' | '〞' | '＂' | '」' | '』' => {
            true
        }
        '\'' => before.ends_with('\'') || before.match_indices('\'').any(begins),
        _ => false,
    };
    may_end.then_some(before.len()..line.len())
}

/// The citation that serves quoted words: the one right after them, else the next in their
/// sentence. `line_end` is where the block ends that the words stand in, `citations` are the bytes at
/// which citations stand, in order.
#[must_use]
pub fn tied(
    plain: &str,
    whole: &Range<usize>,
    sentence: &Range<usize>,
    line_end: usize,
    citations: &[u32],
) -> Option<usize> {
    let next = citations.partition_point(|&at| (at as usize) < whole.end);
    let at = *citations.get(next).filter(|at| **at as usize <= line_end)? as usize;
    let between = plain.get(whole.end..at)?;
    let right_after =
        between.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':'));
    // A citation after the full stop still belongs to the sentence before it.
    let same_sentence = plain.get(sentence.end..at).is_none_or(|gap| gap.trim().is_empty());
    (right_after || same_sentence).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::{count, find, mark_before, says_something, tied};

    fn words(text: &str) -> Vec<&str> {
        find(text, |_| false).0.into_iter().map(|found| &text[found.words]).collect()
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
            "a « b c » d",
            "a : «\u{a0}b c\u{202f}».",
            "« b c »",
            "a ‹b c› d",
            "a 「b c」 d",
            "a『b c』d",
            "a ＂b c＂ d",
            "a ”b c” d",
            "她说“b c”了",
            "她说‘b c’了",
            "彼は\"b c\"と",
            "เขาว่า“b c”แล้ว",
            "ເຂົາ«b c»ແລ້ວ",
        ] {
            assert_eq!(words(text), ["b c"], "{text}");
        }
    }

    #[test]
    fn words_are_counted_in_scripts_without_spaces_too() {
        for (words, number) in [
            ("we will – not – go", 4),
            ("don’t go", 2),
            ("我们不会回到过去的路", 5),
            ("我们不会，回到过去的。", 4),
            ("北约 NATO 的第 5 条", 4),
            ("私たちは決して戻らない", 5),
            ("ปฏิบัติการพิเศษ", 3),
            ("우리는 돌아가지 않는다", 3),
        ] {
            assert_eq!(count(words), number, "{words}");
        }
    }

    #[test]
    fn marks_alone_say_nothing() {
        for marks in ["", ",", "…", "[…]", " . . . ", "—?!"] {
            assert!(!says_something(marks), "{marks}");
        }
        for words in ["a", "4", "是", "क्", "👍"] {
            assert!(says_something(words), "{words}");
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
    fn a_mark_that_ends_one_quotation_begins_no_other() {
        assert_eq!(words("“a.”—and “b”"), ["a.", "b"]);
        assert_eq!(words("„a”, „b”."), ["a", "b"]);
        assert_eq!(words("”a”, ”b”."), ["a", "b"]);
        assert_eq!(words("it ends.” And “b”"), ["b"]);
    }

    #[test]
    fn marks_before_a_citation_are_seen() {
        for line in ["she left” ", "(it 'was so'", "``so''.", "a ′b″"] {
            assert!(mark_before(line).is_some(), "{line}");
        }
        for line in ["", "she left", "the states' ", "a 6' and 5\"", "don't", "in the '90s "] {
            assert_eq!(mark_before(line), None, "{line}");
        }
    }

    #[test]
    fn what_nothing_closes_is_told() {
        let unclosed = |text| find(text, |_| false).1;
        assert_eq!(unclosed("he said “never and left"), [8]);
        assert_eq!(unclosed("he said ‘never’"), Vec::<usize>::new());
        assert_eq!(unclosed("a “ b “c d"), [8]);
        assert_eq!(unclosed("她支持”的，‘Xi’的，屏幕6\"的"), Vec::<usize>::new());
        assert_eq!(unclosed("a « b c"), [2]);
        assert_eq!(unclosed("a « b » c »b« d « e » f."), Vec::<usize>::new());
    }

    #[test]
    fn a_name_may_begin_a_quotation_and_carry_an_apostrophe() {
        let text = "“ will come” and ‘he met ’s man’";
        let named = |at: usize| at == "“".len() || text[..at].ends_with("met ");
        let found = find(text, named).0;
        let words: Vec<_> = found.into_iter().map(|found| &text[found.words]).collect();
        assert_eq!(words, [" will come", "he met ’s man"]);
        let named = |at: usize| at == 0 || at == "“要”".len();
        assert_eq!(find("“要”“不要”。", named).0.len(), 2);
    }

    #[test]
    fn a_citation_serves_the_sentence_before_it() {
        let plain = "He was “sure” and “calm”. Next one.";
        let sentence = 0..27;
        assert_eq!(tied(plain, &(7..17), &sentence, 37, &[27]), Some(0));
        assert_eq!(tied(plain, &(7..17), &sentence, 37, &[32]), None);
        assert_eq!(tied("“It ended.”  More.", &(0..15), &(0..15), 22, &[16]), Some(0));
    }
}
