//! Holds the published schemas to what is written, for tests.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// Fails unless the value fits the schema, has no field that the schema does not tell, and shows
/// every field that it tells.
pub(crate) fn assert_tells(schema: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "the schema itself is not one");
    assert_fits(&schema, value, "as published");
    assert_fits(&closed(&schema), value, "without further fields");

    let mut seen = BTreeSet::new();
    walk(&schema, &schema, value, &mut seen);
    let mut told = BTreeSet::new();
    properties(&schema, "", &mut told);
    let unseen: Vec<_> = told.difference(&seen).collect();
    assert!(unseen.is_empty(), "told, but never written: {unseen:?}");
}

fn assert_fits(schema: &Value, value: &Value, how: &str) {
    let validator = jsonschema::validator_for(schema).unwrap();
    let errors: Vec<_> = validator.iter_errors(value).collect();
    let errors: Vec<_> = errors.iter().map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{how}: {errors:#?}");
}

/// The schema with every object closed.
fn closed(schema: &Value) -> Value {
    let mut schema = schema.clone();
    close(&mut schema);
    schema
}

fn close(schema: &mut Value) {
    if let Some(fields) = schema.as_object_mut() {
        if fields.get("properties").is_some_and(|inner| inner.is_object()) {
            fields.insert("additionalProperties".into(), json!(false));
        }
        fields.values_mut().for_each(close);
    } else if let Some(list) = schema.as_array_mut() {
        list.iter_mut().for_each(close);
    }
}

/// Where each property is told: the path of names and definitions in the schema.
fn properties(schema: &Value, at: &str, told: &mut BTreeSet<String>) {
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        told.insert(format!("{at}/{name}"));
        properties(inner, &format!("{at}/{name}"), told);
    }
    for (name, inner) in schema["$defs"].as_object().into_iter().flatten() {
        properties(inner, &format!("#{name}"), told);
    }
    if schema["items"].is_object() {
        properties(&schema["items"], at, told);
    }
}

fn walk(root: &Value, schema: &Value, value: &Value, seen: &mut BTreeSet<String>) {
    fn inner(root: &Value, schema: &Value, value: &Value, at: &str, seen: &mut BTreeSet<String>) {
        if let Some(name) = schema["$ref"].as_str().and_then(|r| r.strip_prefix("#/$defs/")) {
            inner(root, &root["$defs"][name], value, &format!("#{name}"), seen);
        }
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(value) = value.get(name) {
                seen.insert(format!("{at}/{name}"));
                inner(root, schema, value, &format!("{at}/{name}"), seen);
            }
        }
        for value in value.as_array().into_iter().flatten() {
            inner(root, &schema["items"], value, at, seen);
        }
    }
    inner(root, schema, value, "", seen);
}
