//! A value, in either layout.

use std::io::{self, Write};

use serde::Serialize;

use crate::render::json::serializer::{Layout, Serializer};

/// Writes a value in one line, without a line end.
///
/// # Errors
/// Those of what it is written to; [`io::ErrorKind::InvalidData`] for a key that is no text.
pub fn compact(to: &mut impl Write, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
    Ok(value.serialize(&mut Serializer::new(to, Layout::OneLine))?)
}

/// Writes a value compactly, but every entry of the object and of the lists in it on a line of its
/// own, with a line end: so files are small, and a change of one page is a change of a few lines.
///
/// # Errors
/// Those of what it is written to; [`io::ErrorKind::InvalidData`] for a key that is no text.
pub fn lines(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::new(to, Layout::Lines))?;
    to.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn values_are_written_as_the_library_writes_them() {
        let value = json!({
            "": null, "a\"": [true, false, -1, 0, u64::MAX, i64::MIN], "b": {"c": [], "d": {}},
            "ü": ["“", "\n", ["x", [{"y": "z"}]]]
        });
        for value in [&value, &value["b"], &value["ü"], &json!("a"), &json!(7)] {
            let mut bytes = Vec::new();
            compact(&mut bytes, value).unwrap();
            assert_eq!(bytes, serde_json::to_vec(value).unwrap());
            lines(&mut bytes, value).unwrap();
            let after = bytes.split_off(serde_json::to_vec(value).unwrap().len());
            assert_eq!(serde_json::from_slice::<Value>(&after).unwrap(), *value);
        }
    }

    #[test]
    fn what_would_be_no_json_is_an_error() {
        let numbered = std::collections::BTreeMap::from([(1, "one")]);
        let error = compact(&mut Vec::new(), &numbered).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        assert_eq!(error.to_string(), "no JSON for a key that is no text");
        assert!(compact(&mut Vec::new(), &[0.5]).is_err());
        let full = compact(&mut [0_u8; 2].as_mut_slice(), "abc").unwrap_err();
        assert_eq!(full.kind(), io::ErrorKind::WriteZero);
    }

    #[test]
    fn every_entry_of_a_list_has_a_line() {
        let value = json!({"a": 1, "b": [{"c": [1, 2]}, {"d": {}}], "e": []});
        let mut bytes = Vec::new();
        lines(&mut bytes, &value).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "{\n\"a\":1,\n\"b\":[\n{\"c\":[1,2]},\n{\"d\":{}}],\n\"e\":[]\n}\n");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
