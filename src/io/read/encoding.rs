//! Bytes → text: UTF-8, or a good guess at what it is instead.
//!
//! A text in another encoding is an error, but is read by the guess all the same, so that what
//! refers to it is not reported as well.

use std::borrow::Cow;

use crate::model::windows_1252;

/// A text as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; nothing where the bytes are no text at all.
    pub text: Option<String>,
    /// What is wrong, if something is.
    pub fault: Option<Fault>,
}

/// What is wrong with an encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it shows first, in the bytes.
    pub byte: usize,
    /// Where it shows first, in the text.
    pub at: usize,
    /// What the file probably is.
    pub likely: &'static str,
}

/// Reads bytes as text; a byte order mark is taken away.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(wide) = Wide::of(&bytes) {
        let fault = Fault { byte: 0, at: 0, likely: wide.name };
        return Decoded { text: Some(wide.read(&bytes)), fault: Some(fault) };
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text: Some(without_mark(text)), fault: None },
        Err(error) => {
            let byte = error.utf8_error().valid_up_to();
            other(error.as_bytes(), byte)
        }
    }
}

fn without_mark(mut text: String) -> String {
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    text
}

/// Text in units of two or four bytes.
struct Wide {
    name: &'static str,
    unit: usize,
    big: bool,
    mark: usize,
}

impl Wide {
    fn of(bytes: &[u8]) -> Option<Wide> {
        let wide = |name, unit, big, mark| Some(Wide { name, unit, big, mark });
        match bytes {
            [0xff, 0xfe, 0, 0, ..] => return wide("UTF-32 (little-endian)", 4, false, 4),
            [0, 0, 0xfe, 0xff, ..] => return wide("UTF-32 (big-endian)", 4, true, 4),
            [0xff, 0xfe, ..] => return wide("UTF-16 (little-endian)", 2, false, 2),
            [0xfe, 0xff, ..] => return wide("UTF-16 (big-endian)", 2, true, 2),
            _ => {}
        }
        // Without a mark: plain letters have a zero in every other byte.
        let start = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
        if !start.contains(&0) {
            return None;
        }
        let zeros = |step: usize, from: usize| {
            start.iter().skip(from).step_by(step).filter(|byte| **byte == 0).count()
        };
        let many = |count: usize, of: usize| start.len() >= 4 && count * 10 >= of * 7;
        let (even, odd) = (zeros(2, 0), zeros(2, 1));
        let (units, quarters) = (start.len() / 2, start.len() / 4);
        if many(zeros(4, 1), quarters) && many(zeros(4, 2), quarters) {
            let big = zeros(4, 0) > zeros(4, 3);
            let name = if big { "UTF-32 (big-endian)" } else { "UTF-32 (little-endian)" };
            return wide(name, 4, big, 0);
        }
        if many(odd, units) && even * 10 < units * 3 {
            return wide("UTF-16 (little-endian)", 2, false, 0);
        }
        if many(even, units) && odd * 10 < units * 3 {
            return wide("UTF-16 (big-endian)", 2, true, 0);
        }
        None
    }

    fn read(&self, bytes: &[u8]) -> String {
        let units = bytes.get(self.mark..).unwrap_or_default().chunks(self.unit).map(|unit| {
            let add = |sum: u32, byte: &u8| (sum << 8) | u32::from(*byte);
            if self.big { unit.iter().fold(0, add) } else { unit.iter().rev().fold(0, add) }
        });
        if self.unit == 4 {
            return units.map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}')).collect();
        }
        let units = units.map(|unit| u16::try_from(unit).unwrap_or(0xfffd));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
    }
}

/// Bytes that are not UTF-8, from `byte` on.
fn other(bytes: &[u8], byte: usize) -> Decoded {
    let Some((good, rest)) = bytes.split_at_checked(byte) else {
        return Decoded { text: None, fault: None };
    };
    let odd = bytes.iter().filter(|b| **b < 0x20 && !b"\t\n\r\x0c".contains(b)).count();
    if odd * 50 > bytes.len() {
        let fault =
            Fault { byte, at: 0, likely: "no text at all (a picture, or a program's file)" };
        return Decoded { text: None, fault: Some(fault) };
    }
    let (likely, rest) = guess(bytes, rest);
    let text = String::from_utf8_lossy(good).into_owned();
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let fault = Fault { byte, at: text.len() - start, likely };
    Decoded { text: Some(without_mark(text + &rest)), fault: Some(fault) }
}

/// What the bytes may be, and the rest of the text by that.
fn guess<'a>(bytes: &[u8], rest: &'a [u8]) -> (&'static str, Cow<'a, str>) {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > bad {
        return ("UTF-8 with a damaged place", String::from_utf8_lossy(rest));
    }
    // In Western languages letters beyond ASCII stand alone; elsewhere in words.
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    let pairs = bytes.windows(2).filter(|pair| pair.iter().all(|b| *b >= 0x80)).count();
    let likely = if pairs * 2 > high {
        "an older encoding of another script (Windows-1251, KOI8-R, GBK, Shift JIS …)"
    } else if bytes.iter().any(|b| (0x80..0xa0).contains(b)) {
        "Windows-1252"
    } else {
        "Latin-1 (ISO 8859-1) or Windows-1252"
    };
    (likely, rest.iter().map(|b| windows_1252::char_of(*b)).collect::<String>().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_byte_order_mark_is_taken_away() {
        let decoded = decode(b"\xef\xbb\xbfa\xc3\xa9".to_vec());
        assert_eq!(decoded, Decoded { text: Some("aé".into()), fault: None });
    }

    #[test]
    fn utf_16_and_utf_32_are_recognised_with_and_without_a_mark() {
        let text = "---\ntitle: The call “now”\n---\nText\n";
        for mark in ["\u{feff}", ""] {
            for big in [false, true] {
                let marked = format!("{mark}{text}");
                let decoded = decode(wide(&marked, big));
                assert!(decoded.fault.unwrap().likely.starts_with("UTF-16"));
                assert_eq!(decoded.text.as_deref(), Some(text), "big: {big}, mark: {mark:?}");
                let quads = marked.chars().flat_map(|c| {
                    let unit = u32::from(c);
                    if big { unit.to_be_bytes() } else { unit.to_le_bytes() }
                });
                let decoded = decode(quads.collect());
                assert!(decoded.fault.unwrap().likely.starts_with("UTF-32"));
                assert_eq!(decoded.text.as_deref(), Some(text), "big: {big}, mark: {mark:?}");
            }
        }
    }

    #[test]
    fn latin_1_is_guessed_and_its_first_byte_named() {
        let decoded = decode(b"A caf\xe9, a r\xf4le".to_vec());
        assert_eq!(decoded.text.as_deref(), Some("A café, a rôle"));
        let fault = decoded.fault.unwrap();
        assert_eq!((fault.byte, fault.at), (5, 5));
        assert!(fault.likely.starts_with("Latin-1"));
        assert_eq!(decode(b"\x93now\x94".to_vec()).fault.unwrap().likely, "Windows-1252");
    }

    #[test]
    fn other_scripts_and_damaged_places_are_told_apart() {
        let cyrillic = b"\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0".to_vec();
        assert!(decode(cyrillic).fault.unwrap().likely.contains("another script"));
        let damaged = decode("Привет, м\u{ffff}ир".replace('\u{ffff}', "#").into_bytes());
        assert_eq!(damaged.fault, None);
        let mut bytes = "Привет, мир".as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        assert!(decode(bytes).fault.unwrap().likely.contains("damaged"));
    }

    #[test]
    fn a_picture_is_no_text() {
        let decoded = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x02\0\x08\x06".to_vec());
        assert_eq!(decoded.text, None);
        assert!(decoded.fault.unwrap().likely.starts_with("no text"));
    }

    #[test]
    fn nothing_is_text_too() {
        assert_eq!(decode(Vec::new()), Decoded { text: Some(String::new()), fault: None });
    }
}
