//! JSON that may stand in a `<script>`: no text in it can end the element, or begin a comment there.

use std::io::{self, Write};

use memchr::{memchr, memchr3};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// A value as JSON in one line.
#[must_use]
pub fn text(value: &impl Serialize) -> String {
    let mut bytes = Vec::with_capacity(2048);
    let mut serializer = Serializer::with_formatter(&mut bytes, Inert);
    // Writing to memory cannot fail, and no key is anything but a text.
    drop(value.serialize(&mut serializer));
    String::from_utf8(bytes).unwrap_or_default()
}

/// Compact, with `<`, `>`, `&` and the two line ends that scripts once could not hold as `\u003c`.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        // Most have none: two quick looks, the second for the first byte of the two line ends.
        let bytes = fragment.as_bytes();
        if memchr3(b'<', b'>', b'&', bytes).is_none() && memchr(0xe2, bytes).is_none() {
            return writer.write_all(bytes);
        }
        while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
            let (before, found) = rest.split_at(at);
            let mut letters = found.chars();
            let letter = letters.next().map_or(0, u32::from);
            write!(writer, "{before}\\u{letter:04x}")?;
            rest = letters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_element_or_begin_a_comment() {
        let value = "</script><!-- ]]> & \u{2028}\u{2029} “ü…\" \\";
        let json = text(&[value]);
        for mark in ['<', '>', '&', '\u{2028}', '\u{2029}'] {
            assert!(!json.contains(mark), "{mark:?} in {json}");
        }
        assert!(json.contains("\\u003c/script\\u003e\\u003c!--"), "{json}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), [value]);
    }
}
