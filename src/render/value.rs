//! Building the values that templates get.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::render::theme::Value;

/// Fields by name: serialized as a struct, they become one map, built once.
struct Fields<const N: usize>([(&'static str, Value); N]);

impl<const N: usize> Serialize for Fields<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("", N)?;
        for (name, value) in &self.0 {
            fields.serialize_field(name, value)?;
        }
        fields.end()
    }
}

/// A map of fields.
#[must_use]
pub fn map<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    // It can only fail on keys that are no text, and all of these are.
    Value::try_from_serializable(&Fields(fields)).unwrap_or_else(|_| nothing())
}

/// Text, which templates escape.
#[must_use]
pub fn text(text: &str) -> Value {
    Value::normal_string(text)
}

/// HTML, which templates do not escape.
#[must_use]
pub fn html(html: &str) -> Value {
    Value::safe_string(html)
}

/// A list.
#[must_use]
pub fn list(items: Vec<Value>) -> Value {
    Value::from(items)
}

/// Nothing: false in a condition, empty where it is shown.
#[must_use]
pub fn nothing() -> Value {
    Value::normal_string("")
}

/// Text, or nothing.
#[must_use]
pub fn optional(words: Option<&str>) -> Value {
    text(words.unwrap_or(""))
}
