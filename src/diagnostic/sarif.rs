//! The report for code scanners: SARIF 2.1.0, `check --format sarif`.

use serde::Serialize;

use crate::diagnostic::code::{Code, Severity};
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::diagnostic::positions::Positions;
use crate::model::place::Place;

/// All diagnostics as one SARIF log, with a line end. `below` is where the site lies in its
/// repository, which is where scanners count from: empty, or `a/folder/`.
#[must_use]
pub fn write(diagnostics: &Diagnostics, below: &str) -> String {
    let mut places = Places { below, positions: Positions::new() };
    let results = diagnostics.iter().map(|item| ResultItem::new(item, &mut places)).collect();
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "dateline",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: Code::ALL.iter().copied().map(Rule::new).collect(),
            },
        },
        column_kind: "unicodeCodePoints",
        results,
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What places need to be written.
struct Places<'a> {
    below: &'a str,
    positions: Positions<'a>,
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<ResultItem<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text<'static>,
    help: Text<'static>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultItem<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: OwnText,
    #[serde(skip_serializing_if = "Option::is_none")]
    locations: Option<[Location<'a>; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
}

#[derive(Serialize)]
struct OwnText {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl Rule {
    fn new(code: Code) -> Self {
        let explanation = code.explanation();
        let first = explanation.split_once(". ").map_or(explanation, |(first, _)| first);
        Rule {
            id: code.name(),
            short_description: Text { text: first },
            help: Text { text: explanation },
            default_configuration: Configuration { level: level(code.severity()) },
        }
    }
}

impl<'a> ResultItem<'a> {
    fn new(diagnostic: &'a Diagnostic, places: &mut Places<'a>) -> Self {
        let help = diagnostic.help.iter().map(|help| format!("\nhelp: {help}"));
        let place = diagnostic.place.as_ref();
        let related = diagnostic.related.iter().enumerate();
        ResultItem {
            rule_id: diagnostic.code.name(),
            rule_index: Code::ALL.iter().position(|code| *code == diagnostic.code).unwrap_or(0),
            level: level(diagnostic.severity),
            message: OwnText {
                text: std::iter::once(diagnostic.message.clone()).chain(help).collect(),
            },
            locations: place.map(|place| {
                let label = diagnostic.label.as_deref();
                [Location::new(place, None, label, places)]
            }),
            related_locations: related
                .map(|(n, (place, what))| Location::new(place, Some(n), Some(what), places))
                .collect(),
        }
    }
}

impl<'a> Location<'a> {
    fn new(
        place: &'a Place,
        id: Option<usize>,
        message: Option<&'a str>,
        places: &mut Places<'a>,
    ) -> Self {
        let (start, end) = places.positions.ends(place);
        let region = Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        };
        let artifact_location = Artifact { uri: uri(&place.file.path_in(places.below)) };
        Location {
            id,
            message: message.map(|text| Text { text }),
            physical_location: Physical { artifact_location, region },
        }
    }
}

/// SARIF knows no hints; its lowest level that is shown is the note.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// The path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                uri.push('%');
                uri.extend([byte >> 4, byte & 15].map(hex_digit));
            }
        }
    }
    uri
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::model::place::{Span, TextFile};

    fn log() -> Value {
        let file = TextFile::new("content/actors/é x.md", "a\néé [[x]]\n");
        let place = Place::new(&file, Span::new(9..10));
        let mut diagnostics = Diagnostics::new();
        let first = Diagnostic::new(Code::UnknownReference, place.clone(), "m").help("h");
        diagnostics.push(first.related(place, "r"));
        diagnostics.push(Diagnostic::placeless(Code::Orphan, "o"));
        serde_json::from_str(&write(&diagnostics, "")).unwrap()
    }

    #[test]
    fn a_result_names_its_rule_level_text_and_region() {
        let log = log();
        let result = &log["runs"][0]["results"][0];
        let physical = json!({"artifactLocation": {"uri": "content/actors/%C3%A9%20x.md"},
            "region": {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 7}});
        let related = json!([{"id": 0, "message": {"text": "r"}, "physicalLocation": physical}]);
        assert_eq!(result["ruleId"], "unknown-reference");
        assert_eq!(result["level"], "error");
        assert_eq!(result["message"], json!({"text": "m\nhelp: h"}));
        assert_eq!(result["locations"], json!([{"physicalLocation": physical}]));
        assert_eq!(result["relatedLocations"], related);
        let second = &log["runs"][0]["results"][1];
        assert_eq!((&second["level"], second.get("locations")), (&json!("note"), None));
    }

    #[test]
    fn every_result_points_at_the_rule_of_its_code_and_every_rule_has_help() {
        let log = log();
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Code::ALL.len());
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        for rule in rules {
            assert!(!rule["help"]["text"].as_str().unwrap().is_empty());
        }
    }
}
