//! Texts in JSON: between quotation marks, with what may not stand there escaped.

use std::io::{self, Write};

/// So many bytes are looked at in one step.
const STEP: usize = 16;

/// Writes a text with its quotation marks.
///
/// # Errors
/// Those of what it is written to.
pub fn write(to: &mut impl Write, text: &str) -> io::Result<()> {
    to.write_all(b"\"")?;
    let mut rest = text.as_bytes();
    while let Some(at) = first_special(rest) {
        let (plain, special) = rest.split_at(at);
        to.write_all(plain)?;
        let Some((byte, after)) = special.split_first() else { break };
        match byte {
            b'"' => to.write_all(b"\\\"")?,
            b'\\' => to.write_all(b"\\\\")?,
            b'\n' => to.write_all(b"\\n")?,
            b'\t' => to.write_all(b"\\t")?,
            b'\r' => to.write_all(b"\\r")?,
            0x08 => to.write_all(b"\\b")?,
            0x0c => to.write_all(b"\\f")?,
            control => write!(to, "\\u{control:04x}")?,
        }
        rest = after;
    }
    to.write_all(rest)?;
    to.write_all(b"\"")
}

/// Writes a text that is known to have nothing to escape, as the name of a field of ours has not.
///
/// # Errors
/// Those of what it is written to.
pub fn write_name(to: &mut impl Write, name: &str) -> io::Result<()> {
    debug_assert!(first_special(name.as_bytes()).is_none(), "{name}");
    to.write_all(b"\"")?;
    to.write_all(name.as_bytes())?;
    to.write_all(b"\":")
}

/// Where the first byte is that cannot stand as it is (RFC 8259, section 7).
fn first_special(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    // Without a way out in the middle, so that each step is one comparison.
    while let Some(step) = bytes.get(from..from + STEP) {
        if step.iter().fold(false, |any, byte| any | is_special(*byte)) {
            break;
        }
        from += STEP;
    }
    let rest = bytes.get(from..)?.iter().position(|byte| is_special(*byte))?;
    Some(from + rest)
}

const fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_as_the_library_writes_them() {
        let plain = "Ein „Satz“ von mehr als sechzehn Bytes – наконец, 😀 and 32 of them.";
        for special in (0..0x20).map(char::from).chain(['"', '\\', '\u{7f}', '\u{2028}', '/']) {
            for at in plain.char_indices().map(|(at, _)| at).chain([plain.len()]) {
                for times in [1, 2, 17] {
                    let (before, after) = plain.split_at(at);
                    let text = format!("{before}{}{after}", String::from(special).repeat(times));
                    let mut bytes = Vec::new();
                    write(&mut bytes, &text).unwrap();
                    assert_eq!(bytes, serde_json::to_vec(&text).unwrap(), "{text}");
                }
            }
        }
    }
}
