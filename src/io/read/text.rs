//! A file's bytes → a clean text: UTF-8, `\n` at the ends of lines, nothing that no page can show.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::io::read::encoding::{self, Fault};
use crate::io::read::found::about_file;
use crate::model::place::{Place, Span, TextFile, harm};

/// How many bad characters of a file are shown one by one.
const SHOWN: usize = 10;

/// A text, if the bytes are one, and what is wrong with it.
#[must_use]
pub fn clean(path: &str, bytes: Vec<u8>) -> (Option<Arc<TextFile>>, Vec<Diagnostic>) {
    let decoded = encoding::decode(bytes);
    let Some(text) = decoded.text else {
        let wrong = decoded.fault.map(|fault| {
            about_file(Code::Encoding, path, message(path, &fault)).help(help(&fault))
        });
        return (None, wrong.into_iter().collect());
    };
    let fault = decoded.fault.map(|fault| {
        // Where the fault is after line ends have become one character each.
        let before = text.get(..fault.at).unwrap_or_default();
        let at = fault.at - before.matches("\r\n").count();
        (fault, at)
    });
    let text = one_line_end(text);
    let (text, controls) = without_controls(text);
    let file = TextFile::new(path, text);
    let mut wrong = Vec::new();
    if let Some((fault, at)) = fault {
        let place = Place::new(&file, char_at(&file.text, at));
        let told = Diagnostic::new(Code::Encoding, place, message(path, &fault));
        wrong.push(told.help(help(&fault)));
    }
    // What a text in another encoding seems to hold is not what stands in it.
    let shown = if wrong.is_empty() { SHOWN } else { 0 };
    for (at, c, harm) in controls.iter().take(shown) {
        let place = Place::new(&file, char_at(&file.text, *at));
        let code = u32::from(*c);
        let what = if code == 0 { "a NUL byte (U+0000)".into() } else { format!("U+{code:04X}") };
        let message = format!("{what} is a control character, which {harm}");
        let more = controls.len() - controls.len().min(SHOWN);
        let help = if matches!(c, '\u{81}' | '\u{8d}' | '\u{8f}' | '\u{90}' | '\u{9d}') {
            // A byte that Windows-1252 has no character for.
            "delete it; where letters beside it are wrong too (`â€`, `Ã`), take the text anew from where it came, as UTF-8".into()
        } else if more > 0 {
            format!("delete it, and {more} more in this file")
        } else {
            "delete it (it is shown here as \u{fffd})".into()
        };
        wrong.push(Diagnostic::new(Code::ControlCharacter, place, message).help(help));
    }
    (Some(file), wrong)
}

fn message(path: &str, fault: &Fault) -> String {
    let byte = fault.byte + 1;
    format!("`{path}` is not UTF-8: from byte {byte} on it is probably {}", fault.likely)
}

fn help(fault: &Fault) -> String {
    if fault.likely.starts_with("no text") {
        return "a picture belongs into static/; if this was a text, take it from a backup".into();
    }
    "save it as UTF-8 (in most editors: Save with encoding)".into()
}

fn char_at(text: &str, at: usize) -> Span {
    let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Span::new(at..at + length)
}

/// `\r\n` and a lone `\r` become `\n`.
fn one_line_end(text: String) -> String {
    if !text.as_bytes().contains(&b'\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Control characters are replaced, and listed by their place in the new text.
fn without_controls(text: String) -> (String, Vec<(usize, char, &'static str)>) {
    if !may_have_controls(text.as_bytes()) || !text.contains(|c| harm(c).is_some()) {
        return (text, Vec::new());
    }
    let mut clean = String::with_capacity(text.len());
    let mut found = Vec::new();
    for c in text.chars() {
        if let Some(harm) = harm(c) {
            found.push((clean.len(), c, harm));
            clean.push('\u{fffd}');
        } else {
            clean.push(c);
        }
    }
    (clean, found)
}

/// Whether a text has a byte that such a character has, or the last two of an override (E2 80 AD and
/// E2 80 AE): most texts have none. This pass takes many bytes at once.
fn may_have_controls(bytes: &[u8]) -> bool {
    let suspicious = |b: u8| {
        ((b < b' ') & (b != b'\n') & (b != b'\t')) | (b == 0x7f) | (b == 0xc2) | (b >= 0xef)
    };
    let turns = |b: u8, next: u8| (b == 0x80) & ((next == 0xad) | (next == 0xae));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |found, (b, next)| found | suspicious(*b) | turns(*b, *next))
        || bytes.last().is_some_and(|b| suspicious(*b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
        let (file, wrong) = clean("content/x.md", bytes.to_vec());
        (file.unwrap().text.to_string(), wrong)
    }

    #[test]
    fn all_line_ends_become_one() {
        let expected = ("a\n\nb\nc".to_owned(), Vec::new());
        for bytes in ["a\n\nb\nc", "a\r\n\r\nb\r\nc", "a\r\rb\rc", "\u{feff}a\r\n\rb\nc"] {
            assert_eq!(text(bytes.as_bytes()), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_control_character_is_reported_at_its_place() {
        let (clean, wrong) = text(b"one\r\nt\0wo\x0cthree\xc2\x85");
        assert_eq!(clean, "one\nt\u{fffd}wo\u{fffd}three\u{fffd}");
        let places: Vec<_> = wrong.iter().map(|d| d.place.as_ref().unwrap().to_string()).collect();
        assert_eq!(places, ["content/x.md:2:2", "content/x.md:2:5", "content/x.md:2:11"]);
        assert!(wrong.iter().all(|d| d.code == Code::ControlCharacter));
        assert!(wrong[0].message.contains("NUL"));
    }

    #[test]
    fn what_turns_the_order_of_letters_is_reported_and_what_only_marks_it_is_not() {
        let (clean, wrong) = text("one \u{202e}owt\u{202c} \u{202d}three".as_bytes());
        assert_eq!(clean, "one \u{fffd}owt\u{202c} \u{fffd}three");
        let said: Vec<_> = wrong.iter().map(|d| (d.code, &*d.message)).collect();
        let message = |c| format!("{c} is a control character, which turns the order of letters");
        let told = ["U+202E", "U+202D"].map(message);
        assert_eq!(said, told.each_ref().map(|it| (Code::ControlCharacter, &**it)));
        assert_eq!(wrong[0].place.as_ref().unwrap().to_string(), "content/x.md:1:5");
        let marks = "\u{202a}a\u{202b}b\u{202c} \u{2066}c\u{2067}d\u{2068}e\u{2069} \u{200e}\u{200f}\u{61c} 倭";
        assert_eq!(text(marks.as_bytes()), (marks.to_owned(), Vec::new()));
        for c in ['\0', '\u{7f}', '\u{85}', '\u{202e}', '\u{ffff}'] {
            assert_eq!(text(format!("end{c}").as_bytes()).1.len(), 1, "{c:?}");
        }
    }

    #[test]
    fn other_scripts_are_no_control_characters() {
        let fine = "«Привет» 日本語 العربية – “e” é 👩‍👩‍👧 \u{a0}\u{ad}";
        assert_eq!(text(fine.as_bytes()), (fine.to_owned(), Vec::new()));
    }

    #[test]
    fn another_encoding_is_named_with_its_place() {
        let (clean, wrong) = text(b"one\r\ncaf\xe9\r\n");
        assert_eq!(clean, "one\ncafé\n");
        assert_eq!(wrong[0].place.as_ref().unwrap().to_string(), "content/x.md:2:4");
        assert!(wrong[0].message.contains("from byte 9 on"), "{}", wrong[0].message);
        assert!(wrong[0].message.contains("Latin-1"));
    }

    #[test]
    fn what_is_no_text_is_not_read() {
        let (file, wrong) = clean("content/x.md", b"\xff\x01\x02\x03\x04".to_vec());
        assert_eq!((file, wrong.len()), (None, 1));
    }
}
