//! The report for programs: `check --format json`.

use serde::Serialize;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::diagnostic::positions::Positions;
use crate::model::place::Place;

/// All diagnostics as one JSON object, with a line end.
///
/// Lines and columns count from 1, columns in characters; an end is one past the last character.
#[must_use]
pub fn write(diagnostics: &Diagnostics) -> String {
    let mut positions = Positions::new();
    let list = diagnostics.iter().map(|diagnostic| Item::new(diagnostic, &mut positions)).collect();
    let mut text = serde_json::to_string_pretty(&List { diagnostics: list }).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct List<'a> {
    diagnostics: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    at: At<'a>,
    message: &'a str,
    label: Option<&'a str>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    at: At<'a>,
    message: &'a str,
}

#[derive(Default, Serialize)]
struct At<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    /// The file is the program's own theme's, not one below the site's root.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    built_in: bool,
}

impl<'a> Item<'a> {
    fn new(diagnostic: &'a Diagnostic, positions: &mut Positions<'a>) -> Self {
        let place = diagnostic.place.as_ref();
        let related = diagnostic.related.iter();
        Item {
            code: diagnostic.code.name(),
            severity: diagnostic.severity.word(),
            at: place.map(|place| At::new(place, positions)).unwrap_or_default(),
            message: &diagnostic.message,
            label: diagnostic.label.as_deref(),
            help: diagnostic.help.as_deref(),
            related: related
                .map(|(place, message)| Related { at: At::new(place, positions), message })
                .collect(),
        }
    }
}

impl<'a> At<'a> {
    fn new(place: &'a Place, positions: &mut Positions<'a>) -> Self {
        let (start, end) = positions.ends(place);
        At {
            file: Some(&place.file.path),
            line: Some(start.line),
            column: Some(start.column),
            end_line: Some(end.line),
            end_column: Some(end.column),
            built_in: place.file.built_in,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::diagnostic::code::Code;
    use crate::model::place::{Span, TextFile};

    #[test]
    fn every_field_of_the_contract_is_there_and_null_where_there_is_none() {
        let file = TextFile::new("content/x.md", "a\néé [[x]]\n");
        let place = Place::new(&file, Span::new(9..10));
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(Diagnostic::new(Code::UnknownReference, place.clone(), "m").help("h"));
        diagnostics.push(Diagnostic::placeless(Code::Orphan, "o").related(place, "r"));
        let value: Value = serde_json::from_str(&write(&diagnostics)).unwrap();
        let at = |mut value: Value| {
            for (name, n) in [("line", 2), ("column", 6), ("end_line", 2), ("end_column", 7)] {
                value[name] = n.into();
            }
            value["file"] = "content/x.md".into();
            value
        };
        let first = at(json!({"code": "unknown-reference", "severity": "error", "message": "m",
            "label": null, "help": "h", "related": []}));
        let second = json!({"code": "orphan", "severity": "hint", "message": "o", "label": null,
            "help": null, "related": [at(json!({"message": "r"}))], "file": null, "line": null,
            "column": null, "end_line": null, "end_column": null});
        assert_eq!(value, json!({"diagnostics": [first, second]}));
    }

    #[test]
    fn none_is_an_empty_list() {
        let value: Value = serde_json::from_str(&write(&Diagnostics::new())).unwrap();
        assert_eq!(value, json!({"diagnostics": []}));
    }
}
