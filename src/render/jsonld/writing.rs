//! JSON that may stand in a `<script>`: no text in it can end the element, or begin a comment there.

use std::io::{self, Write};

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
        let mut from = 0;
        for (at, byte) in fragment.bytes().enumerate() {
            let (escape, length) = match byte {
                b'<' => ("\\u003c", 1),
                b'>' => ("\\u003e", 1),
                b'&' => ("\\u0026", 1),
                0xe2 => match fragment.as_bytes().get(at + 1..at + 3) {
                    Some([0x80, 0xa8]) => ("\\u2028", 3),
                    Some([0x80, 0xa9]) => ("\\u2029", 3),
                    Some(_) | None => continue,
                },
                _ => continue,
            };
            writer.write_all(fragment.get(from..at).unwrap_or("").as_bytes())?;
            writer.write_all(escape.as_bytes())?;
            from = at + length;
        }
        writer.write_all(fragment.get(from..).unwrap_or("").as_bytes())
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
