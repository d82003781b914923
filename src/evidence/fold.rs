//! The shapes of letters and marks that do not change what was said.
//!
//! Folded are the Unicode form (NFC), white space, soft hyphens, and the shapes of quotation
//! marks, dashes and apostrophes. Case, words and other punctuation are not.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::model::evidence::{Fold, Stretch};

/// A text, folded, as ids have it: double and single quotation marks are two things.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    let plain = |b: u8| b.is_ascii() && !matches!(b, b'\n' | b'\t' | b'\r' | b'\'' | b'`');
    if text.bytes().all(plain) && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    Cow::Owned(with_folds(text, &Fold::SHAPES, Marks::TwoSorts))
}

/// How quotation marks are folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Double ones and single ones.
    TwoSorts,
    /// All are one, since inner and outer marks change places when a quotation is quoted.
    Alike,
    /// The same, and the white space inside French ones (`« … »`) is a part of their shape.
    Tight,
}

/// Some words as they are looked for.
#[must_use]
pub fn needle(words: &str, marks: Marks) -> String {
    with_folds(words, &Fold::SHAPES, marks)
}

/// Which differences of form keep some words from being the same, letter by letter; the words are
/// the same once all are folded.
#[must_use]
pub fn differences(one: &str, other: &str) -> Vec<Fold> {
    if one == other {
        return Vec::new();
    }
    let alike = needle(one, Marks::Alike) == needle(other, Marks::Alike);
    let marks = if alike { Marks::Alike } else { Marks::Tight };
    let without = |fold: &Fold| {
        let others: Vec<Fold> = Fold::SHAPES.into_iter().filter(|it| it != fold).collect();
        with_folds(one, &others, marks) != with_folds(other, &others, marks)
    };
    Fold::SHAPES.into_iter().filter(without).collect()
}

fn with_folds(text: &str, folds: &[Fold], marks: Marks) -> String {
    let has = |fold| folds.contains(&fold);
    let (space, soft) = (has(Fold::WhiteSpace), has(Fold::SoftHyphens));
    let nothing = |c: &char| soft && is_nothing(*c);
    let chars: Vec<char> = if has(Fold::UnicodeForm) {
        text.nfc().filter(|c| !nothing(c)).collect()
    } else {
        text.chars().filter(|c| !nothing(c)).collect()
    };
    let at = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
    let mut out = String::with_capacity(text.len());
    let mut number = 0;
    while let Some(c) = at(Some(number)) {
        let (previous, next) = (at(number.checked_sub(1)), at(Some(number + 1)));
        let between =
            previous.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
        match shape(c) {
            Shape::Space if space => {
                let rest = chars.get(number..).unwrap_or(&[]);
                let length = rest.iter().take_while(|c| c.is_whitespace()).count();
                let before = (at(number.checked_sub(2)), previous);
                let after = (at(Some(number + length)), at(Some(number + length + 1)));
                if !out.is_empty() && !is_no_space(before, after, marks) {
                    out.push(' ');
                }
                number += length - 1;
            }
            Shape::Single if between => out.push(if has(Fold::Apostrophes) { '\'' } else { c }),
            Shape::Double if has(Fold::QuotationMarks) => {
                out.push(if marks == Marks::TwoSorts { '"' } else { '\'' });
            }
            Shape::Single if has(Fold::QuotationMarks) => out.push('\''),
            Shape::Dash if has(Fold::Dashes) => out.push('-'),
            Shape::Nothing
            | Shape::Space
            | Shape::Double
            | Shape::Single
            | Shape::Dash
            | Shape::Itself => out.push(c),
        }
        number += 1;
    }
    if space {
        out.truncate(out.trim_end().len());
    }
    out
}

/// Whether white space is none: inside the French form of quotation marks (`« … »`), and where lines
/// end in scripts that put no space between words. The two characters before it, and the two after.
fn is_no_space(
    (earlier, before): (Option<char>, Option<char>),
    (after, later): (Option<char>, Option<char>),
    marks: Marks,
) -> bool {
    let open = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
    let close = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let opens = matches!(before, Some('«' | '‹')) && open(earlier);
    let closes = matches!(after, Some('»' | '›')) && close(later);
    (marks == Marks::Tight && (opens || closes))
        || (before.is_some_and(is_wide) && after.is_some_and(is_wide))
}

/// Chinese and Japanese letters and marks.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// What a character is folded to.
enum Shape {
    Nothing,
    Space,
    Double,
    Single,
    Dash,
    Itself,
}

/// Whether a character is one that readers never see.
#[must_use]
pub fn is_nothing(c: char) -> bool {
    match c {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => true,
        // Which way letters run; which letters these are is seen by each itself.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => true,
        '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => true,
        _ => false,
    }
}

fn shape(c: char) -> Shape {
    match c {
        c if is_nothing(c) => Shape::Nothing,
        c if c.is_whitespace() => Shape::Space,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '〝' | '〞'
        | '〟' | '＂' | '﹁' | '﹂' | '﹃' | '﹄' => Shape::Double,
        '‘' | '’' | '‚' | '‛' | '\'' | '`' | '´' | 'ʼ' | '‹' | '›' | '＇' => {
            Shape::Single
        }
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' | '－' => {
            Shape::Dash
        }
        _ => Shape::Itself,
    }
}

/// A text, folded, with the way back to where each piece of it stood.
#[derive(Debug)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    shifts: Vec<Shift>,
}

/// A piece whose length folding changed; between two of them all bytes stand one to one.
#[derive(Clone, Copy, Debug)]
struct Shift {
    from: u32,
    to: u32,
    start: u32,
    end: u32,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(original: &str, marks: Marks) -> Folded {
        let mut folded = Folded { text: String::with_capacity(original.len()), shifts: Vec::new() };
        let composed = is_composed(original);
        let bytes = original.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            let mut plain = plain_length(rest);
            // A letter that a mark follows is composed with it.
            let marked = |at: usize| original.get(at..).and_then(|it| it.chars().next());
            if !composed && plain > 0 && marked(at + plain).is_some_and(is_combining_mark) {
                plain -= 1;
            }
            folded.text.push_str(original.get(at..at + plain).unwrap_or(""));
            at += plain;
            if at < bytes.len() {
                at = folded.special(original, at, composed, marks);
            }
        }
        folded
    }

    /// Folds what begins at a byte, and gives the byte after it.
    fn special(&mut self, original: &str, at: usize, composed: bool, marks: Marks) -> usize {
        let rest = original.get(at..).unwrap_or("");
        let Some(first) = rest.chars().next() else { return original.len() };
        let from = self.text.len();
        let piece = match shape(first) {
            Shape::Space => {
                let end = rest.find(|c: char| !c.is_whitespace() && !is_nothing(c));
                let end = end.unwrap_or(rest.len());
                let seen = |c: &char| !is_nothing(*c);
                let mut before = original.get(..at).unwrap_or("").chars().rev().filter(seen);
                let mut after = rest.get(end..).unwrap_or("").chars().filter(seen);
                let before = (before.next(), before.next());
                if !is_no_space((before.1, before.0), (after.next(), after.next()), marks) {
                    self.text.push(' ');
                }
                end
            }
            Shape::Nothing => first.len_utf8(),
            Shape::Double | Shape::Single => {
                self.text.push('\'');
                first.len_utf8()
            }
            Shape::Dash => {
                self.text.push('-');
                first.len_utf8()
            }
            Shape::Itself if composed => {
                self.text.push(first);
                first.len_utf8()
            }
            Shape::Itself => {
                let joins =
                    |c: char| is_combining_mark(c) || ('\u{1160}'..='\u{11ff}').contains(&c);
                let mut others = rest.char_indices().skip(1);
                let end = others.find(|(_, c)| !joins(*c)).map_or(rest.len(), |(at, _)| at);
                self.text.extend(rest.get(..end).unwrap_or("").nfc());
                end
            }
        };
        if self.text.len() - from != piece {
            let clip = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let (from, to) = (clip(from), clip(self.text.len()));
            self.shifts.push(Shift { from, to, start: clip(at), end: clip(at + piece) });
        }
        at + piece
    }

    /// Where in the original something begins that begins at this byte of the folded text.
    #[must_use]
    pub fn start(&self, byte: usize) -> usize {
        let after = self.shifts.partition_point(|shift| shift.to as usize <= byte);
        if let Some(shift) = self.shifts.get(after).filter(|it| (it.from as usize) < byte) {
            return shift.start as usize;
        }
        self.after(after, byte)
    }

    /// Where in the original something ends that ends at this byte of the folded text.
    #[must_use]
    pub fn end(&self, byte: usize) -> usize {
        let after = self.shifts.partition_point(|shift| (shift.from as usize) < byte);
        let last = after.checked_sub(1).and_then(|n| self.shifts.get(n));
        if let Some(shift) = last.filter(|shift| byte <= shift.to as usize) {
            return shift.end as usize;
        }
        self.after(after, byte)
    }

    /// The byte of the original, that many shifts on.
    fn after(&self, shifts: usize, byte: usize) -> usize {
        match shifts.checked_sub(1).and_then(|n| self.shifts.get(n)) {
            Some(shift) => byte - shift.to as usize + shift.end as usize,
            None => byte,
        }
    }
}

/// Whether a text is composed already (NFC). Characters below U+0300 always are, so only the others
/// are looked at.
fn is_composed(text: &str) -> bool {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let bytes = text.as_bytes();
    let mut at = 0;
    let wide = std::iter::from_fn(move || {
        while at < bytes.len() {
            let eight = bytes.get(at..at + 8).and_then(|it| <[u8; 8]>::try_from(it).ok());
            if eight.is_some_and(|it| u64::from_le_bytes(it) & HIGH == 0) {
                at += 8;
            } else if bytes.get(at).is_some_and(u8::is_ascii) {
                at += 1;
            } else {
                let c = text.get(at..).and_then(|rest| rest.chars().next())?;
                at += c.len_utf8();
                if c >= '\u{300}' {
                    return Some(c);
                }
            }
        }
        None
    });
    is_nfc_quick(wide) == IsNormalized::Yes
}

/// How many bytes stay as they are: plain ones, with single spaces between them.
fn plain_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        // After something else, a space is looked at with that.
        let single = || {
            length > 0 && *byte == b' ' && bytes.get(length + 1).is_some_and(|next| is_plain(*next))
        };
        if !is_plain(*byte) && !single() {
            break;
        }
        length += 1;
    }
    length
}

/// Bytes that stay as they are, whatever stands around them.
fn is_plain(byte: u8) -> bool {
    (b'!'..=b'~').contains(&byte) && byte != b'"' && byte != b'`'
}

/// Bytes of a text → characters of it.
#[must_use]
pub fn characters(text: &str, start: usize, end: usize) -> Stretch {
    let count = |range: &str| u32::try_from(range.chars().count()).unwrap_or(u32::MAX);
    let start_at = count(text.get(..start).unwrap_or(""));
    let length = count(text.get(start..end).unwrap_or(""));
    Stretch { start: start_at, end: start_at.saturating_add(length) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_folded_and_words_are_not() {
        assert_eq!(folded("“It’s  –\n so\u{ad}on”"), "\"It's - soon\"");
        assert_eq!(folded("\u{200f}نعم\u{61c}\u{200e}"), "نعم");
        assert_eq!(folded("e\u{301}"), "é");
        assert_eq!(folded("Full Support."), "Full Support.");
        assert_eq!(
            needle("dit : « Oui », sagte: »Ja« x", Marks::Tight),
            "dit : 'Oui', sagte: 'Ja' x"
        );
        assert_eq!(needle("外交部\n发言人", Marks::Alike), "外交部发言人");
    }

    #[test]
    fn every_place_of_a_folded_text_leads_back() {
        let original = "A\u{ad}b  “c\u{301}d” –\r\n e\u{301}f «г» x";
        let folded = Folded::new(original, Marks::Alike);
        assert_eq!(folded.text, "Ab 'ćd' - éf 'г' x");
        for (words, there) in [
            ("Ab", "A\u{ad}b"),
            ("A", "A"),
            ("b", "b"),
            ("ćd", "c\u{301}d"),
            ("'ćd'", "“c\u{301}d”"),
            ("- éf", "–\r\n e\u{301}f"),
            ("г", "г"),
            ("x", "x"),
            ("b '", "b  “"),
        ] {
            let at = folded.text.find(words).unwrap();
            let range = folded.start(at)..folded.end(at + words.len());
            assert_eq!(&original[range], there, "{words}");
        }
    }

    #[test]
    fn a_needle_is_folded_as_the_text_is() {
        for text in ["a “b” c", "it’s – e\u{301} \u{ad}x", "„Wir“ «да» ‘so’", "가\u{1100}\u{1161}"]
        {
            for marks in [Marks::Alike, Marks::Tight] {
                assert_eq!(Folded::new(text, marks).text, needle(text, marks), "{text}");
            }
        }
    }

    #[test]
    fn the_difference_is_named() {
        let names = |a, b| differences(a, b).into_iter().map(Fold::word).collect::<Vec<_>>();
        assert_eq!(names("it's", "it’s"), ["apostrophes"]);
        assert_eq!(names("a \"b\"", "a “b”"), ["quotation-marks"]);
        assert_eq!(names("a – b", "a - b"), ["dashes"]);
        assert_eq!(names("a\nb", "a b"), ["white-space"]);
        assert_eq!(names("e\u{301}", "é"), ["unicode-form"]);
        assert_eq!(names("so\u{ad}on it's", "soon it’s"), ["soft-hyphens", "apostrophes"]);
    }
}
