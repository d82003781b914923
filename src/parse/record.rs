//! Values made of named fields: one table per record gives both its reader and its schema.

use serde_json::{Map, Value as Json, json};

/// The schemas of a record's fields, and the names of those that are required.
pub type Properties = (Map<String, Json>, Vec<&'static str>);

/// Of fields with their names, whether they are required, their schemas and what they mean.
#[must_use]
pub fn properties(fields: Vec<(&'static str, bool, Json, &'static str)>) -> Properties {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (key, is_required, mut schema, meaning) in fields {
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".into(), meaning.into());
        }
        properties.insert(key.into(), schema);
        if is_required {
            required.push(key);
        }
    }
    (properties, required)
}

/// The schema of a record with these fields and no others.
#[must_use]
pub fn object((properties, required): Properties) -> Json {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Declares how a record is read: for each field whether it is `required`, `optional`, a `list`
/// (empty where it is not there) or has a default (`or`), its name in YAML, the field of the Rust
/// type that it fills, its shape, and what it means.
macro_rules! record {
    (
        $(#[$about:meta])*
        $shape:ident($owner:literal) => $value:ident {
            $($need:ident $key:literal => $field:ident: $inner:expr, $meaning:literal;)*
        }
    ) => {
        $(#[$about])*
        pub struct $shape;

        impl $shape {
            /// Takes the record's fields out of a map.
            pub fn take(
                fields: &mut $crate::parse::fields::Fields<'_, '_>,
                cx: &mut $crate::parse::fields::Reading,
            ) -> Option<$value> {
                // Every field is read before the first missing one ends it: all faults are told.
                $(let $field = $crate::parse::record::take_field!($need, fields, $key, &$inner, cx);)*
                Some($value { $($field: $crate::parse::record::keep_field!($need, $field)),* })
            }

            /// The fields' schemas, and the names of those that are required.
            #[must_use]
            pub fn properties() -> $crate::parse::record::Properties {
                $crate::parse::record::properties(vec![$((
                    $key,
                    stringify!($need) == "required",
                    $crate::parse::shape::Shape::schema(
                        &$crate::parse::record::shape_of!($need, $inner),
                    ),
                    $meaning,
                )),*])
            }
        }

        impl $crate::parse::shape::Shape for $shape {
            type Value = $value;

            fn read(
                &self,
                node: &$crate::parse::yaml::Node<'_>,
                cx: &mut $crate::parse::fields::Reading,
            ) -> Option<$value> {
                let mut fields = $crate::parse::fields::Fields::of(
                    $owner,
                    concat!($crate::parse::record::first!($($key),*), ": …"),
                    node,
                    cx,
                )?;
                let value = $shape::take(&mut fields, cx);
                fields.finish(cx);
                value
            }

            fn schema(&self) -> serde_json::Value {
                $crate::parse::record::object($shape::properties())
            }

            fn example(&self) -> String {
                concat!("{", $crate::parse::record::first!($($key),*), ": …}").to_owned()
            }
        }
    };
}

/// The first of some keys.
macro_rules! first {
    ($first:literal $(, $rest:literal)*) => {
        $first
    };
}

/// Reads one field of a record, by need.
macro_rules! take_field {
    (required, $fields:ident, $key:literal, $shape:expr, $cx:ident) => {
        $fields.required($key, $shape, $cx)
    };
    (optional, $fields:ident, $key:literal, $shape:expr, $cx:ident) => {
        $fields.optional($key, $shape, $cx)
    };
    (or, $fields:ident, $key:literal, $shape:expr, $cx:ident) => {
        $fields.optional($key, $shape, $cx)
    };
    (list, $fields:ident, $key:literal, $shape:expr, $cx:ident) => {
        $fields.optional($key, &$crate::parse::shape::List($shape), $cx)
    };
}

/// What a field's value becomes in the record, by need.
macro_rules! keep_field {
    (required, $field:ident) => {
        $field?
    };
    (optional, $field:ident) => {
        $field
    };
    (or, $field:ident) => {
        $field.unwrap_or_default()
    };
    (list, $field:ident) => {
        $field.unwrap_or_default()
    };
}

/// The shape of a whole field, by need.
macro_rules! shape_of {
    (list, $shape:expr) => {
        $crate::parse::shape::List($shape)
    };
    ($need:ident, $shape:expr) => {
        $shape
    };
}

pub(crate) use {first, keep_field, record, shape_of, take_field};
