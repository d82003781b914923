//! JSON that may stand in a `<script>`: no text in it can end the element, or begin a comment there.

use memchr::{memchr_iter, memchr3};
use serde::Serialize;

use crate::render::json::write::compact;

/// A value as JSON in one line.
#[must_use]
pub fn text(value: &impl Serialize) -> String {
    let mut bytes = Vec::with_capacity(2048);
    // Writing to memory cannot fail, and no key is anything but a text.
    drop(compact(&mut bytes, value));
    inert(String::from_utf8(bytes).unwrap_or_default())
}

/// With `<`, `>`, `&` and the two line ends that scripts once could not hold as `\u003c`: all of
/// them can only stand in texts.
fn inert(json: String) -> String {
    // Most have none.
    let bytes = json.as_bytes();
    let line_end = |at: usize| matches!(bytes.get(at..at + 3), Some([_, 0x80, 0xa8 | 0xa9]));
    if memchr3(b'<', b'>', b'&', bytes).is_none() && !memchr_iter(0xe2, bytes).any(line_end) {
        return json;
    }
    let mut whole = String::with_capacity(json.len() + 64);
    let mut rest = &*json;
    while let Some(at) = rest.find(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        let (before, found) = rest.split_at(at);
        let mut letters = found.chars();
        let letter = letters.next().map_or(0, u32::from);
        whole.push_str(before);
        whole.push_str(&format!("\\u{letter:04x}"));
        rest = letters.as_str();
    }
    whole.push_str(rest);
    whole
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
