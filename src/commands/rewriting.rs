//! Changes of a file's text, byte by byte: what is not changed stays as it was written.
//!
//! The program reads texts cleaned (no byte order mark, `\n` as line end), so places in them are
//! found again in the bytes that stand on disk.

use crate::model::place::Span;

/// A range of a text, and what is to stand there instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The range, in the clean text; an empty one inserts.
    pub span: Span,
    /// What is to stand there, with `\n` as line end.
    pub text: String,
}

/// The text as it stands on disk, changed. None where it is not the text that was read.
#[must_use]
pub fn rewritten(on_disk: &str, clean: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort();
    edits.dedup();
    let line_end = if on_disk.contains("\r\n") { "\r\n" } else { "\n" };
    let body = on_disk.strip_prefix('\u{feff}').unwrap_or(on_disk);
    let mut text = on_disk[..on_disk.len() - body.len()].to_owned();
    let (mut disk, mut at) = (0, 0);
    for edit in edits {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let unchanged = advance(body, &mut disk, clean, &mut at, start)?;
        text.push_str(unchanged);
        text.push_str(&edit.text.replace('\n', line_end));
        advance(body, &mut disk, clean, &mut at, end)?;
    }
    text.push_str(advance(body, &mut disk, clean, &mut at, clean.len())?);
    (disk == body.len()).then_some(text)
}

/// The piece of the text on disk that stands for the clean text up to `to`.
fn advance<'d>(
    body: &'d str,
    disk: &mut usize,
    clean: &str,
    at: &mut usize,
    to: usize,
) -> Option<&'d str> {
    let start = *disk;
    for &wanted in clean.as_bytes().get(*at..to)? {
        let rest = body.as_bytes().get(*disk..)?;
        *disk += match (wanted, rest) {
            (b'\n', [b'\r', b'\n', ..]) => 2,
            (b'\n', [b'\r', ..]) => 1,
            (_, [here, ..]) if *here == wanted => 1,
            (_, _) => return None,
        };
    }
    *at = to;
    body.get(start..*disk)
}

#[cfg(test)]
mod tests {
    use super::{Edit, rewritten};
    use crate::model::place::Span;

    fn edit(range: std::ops::Range<usize>, text: &str) -> Edit {
        Edit { span: Span::new(range), text: text.to_owned() }
    }

    #[test]
    fn only_the_ranges_change() {
        let on_disk = "\u{feff}a: é\r\nb: old\r\n\rc";
        let clean = "a: é\nb: old\n\nc";
        let edits = vec![edit(9..12, "new"), edit(13..13, "x\n")];
        let expected = "\u{feff}a: é\r\nb: new\r\nx\r\n\rc";
        assert_eq!(rewritten(on_disk, clean, edits).unwrap(), expected);
        assert_eq!(rewritten(on_disk, clean, Vec::new()).unwrap(), on_disk);
    }

    #[test]
    fn a_place_that_was_found_twice_is_changed_once() {
        let edits = vec![edit(0..1, "x"), edit(0..1, "x")];
        assert_eq!(rewritten("ab", "ab", edits).unwrap(), "xb");
    }

    #[test]
    fn another_text_is_not_changed() {
        for on_disk in ["ab\nX", "ab\nc and more", "ab\n", ""] {
            assert_eq!(rewritten(on_disk, "ab\nc", vec![edit(0..1, "x")]), None, "{on_disk}");
        }
    }
}
