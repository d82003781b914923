//! `releases/*.json`: what `publish` recorded of each release.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::{Place, Span, TextFile};

/// Reads a record. An empty one is allowed: a release of which nothing is remembered.
///
/// # Errors
/// Where it is not a JSON object.
pub fn release(file: &Arc<TextFile>) -> Result<Json, Box<Diagnostic>> {
    if file.text.trim().is_empty() {
        return Ok(Json::Object(serde_json::Map::new()));
    }
    let (line, column, message) = match serde_json::from_str::<Json>(&file.text) {
        Ok(record @ Json::Object(_)) => return Ok(record),
        Ok(_) => (1, 1, "a release record is a JSON object".to_owned()),
        Err(error) => {
            let said = error.to_string();
            let what = said.split(" at line ").next().unwrap_or(&said);
            (error.line(), error.column(), format!("this is not JSON: {what}"))
        }
    };
    let start: usize =
        file.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let line = file.text.get(start..).unwrap_or("").split('\n').next().unwrap_or("");
    let from = start + column.saturating_sub(1).min(line.len());
    let place = Place::new(file, Span::new(from..start + line.len()));
    let help = format!(
        "bring back the file as `publish` wrote it: from a backup, or with `git checkout -- {}`",
        file.path
    );
    Err(Box::new(Diagnostic::new(Code::InvalidRelease, place, message).help(help)))
}

#[cfg(test)]
mod tests {
    use super::release;
    use crate::model::place::TextFile;

    #[test]
    fn empty_records_are_allowed_and_broken_ones_are_told() {
        assert!(release(&TextFile::new("releases/a.json", "")).is_ok());
        assert!(release(&TextFile::new("releases/a.json", "{}")).is_ok());
        let wrong = release(&TextFile::new("releases/a.json", "{\n \"a\": ,\n}")).unwrap_err();
        assert_eq!(wrong.place.unwrap().start().line, 2);
        assert!(release(&TextFile::new("releases/a.json", "[]")).is_err());
    }
}
