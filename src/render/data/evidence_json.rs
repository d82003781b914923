//! `evidence.json`: the verification report for programs.

use std::io::{self, Write};
use std::sync::Arc;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::model::briefing::{Briefing, Verdict};
use crate::model::place::TextFile;
use crate::render::data::address;
use crate::render::data::quotation::Looked;
use crate::render::json::write;

/// Writes the file.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, to: &mut impl Write) -> io::Result<()> {
    let (totals, quotations) = (Totals(briefing), Quotations(briefing));
    write::lines(to, &Root { format: 1, totals, quotations })
}

/// All quotations. They stand in the order of pages and of places on them, so that the lines of a
/// file are counted once.
fn lines(briefing: &Briefing) -> impl Iterator<Item = QuotationData<'_>> {
    let mut counted: Option<Counted<'_>> = None;
    briefing.quotations.iter().map(move |quotation| {
        let looked = Looked::up(briefing, quotation);
        let file = &looked.page.document.file;
        let line = looked.quoted.map(|quoted| {
            let at = quoted.span.start as usize;
            let known = counted.take().filter(|it| Arc::ptr_eq(it.file, file) && it.at <= at);
            let next = known.unwrap_or(Counted { file, at: 0, line: 1 }).until(at);
            let line = next.line;
            counted = Some(next);
            line
        });
        QuotationData::new(briefing, looked, line)
    })
}

/// How far the lines of a file have been counted.
struct Counted<'a> {
    file: &'a Arc<TextFile>,
    at: usize,
    line: usize,
}

impl Counted<'_> {
    fn until(self, at: usize) -> Self {
        let passed = self.file.text.as_bytes().get(self.at..at).unwrap_or(&[]);
        let newlines = passed.iter().filter(|byte| **byte == b'\n').count();
        Counted { at, line: self.line + newlines, ..self }
    }
}

#[derive(Serialize)]
struct Root<'a> {
    format: u32,
    totals: Totals<'a>,
    quotations: Quotations<'a>,
}

/// Each is made when it is written.
struct Quotations<'a>(&'a Briefing);

impl Serialize for Quotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(lines(self.0))
    }
}

/// How many quotations have each verdict.
struct Totals<'a>(&'a Briefing);

impl Serialize for Totals<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Verdict::ALL.len()))?;
        for verdict in Verdict::ALL {
            let count = self.0.quotations.iter().filter(|one| one.verdict == verdict).count();
            map.serialize_entry(verdict.word(), &count)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct QuotationData<'a> {
    id: &'a str,
    text: &'a str,
    /// What was looked for, where the quoted words are a translation.
    original: Option<&'a str>,
    verdict: &'static str,
    /// Which differences of form were overlooked.
    fold: Option<String>,
    speaker: Option<&'a str>,
    source: Option<&'a str>,
    archive_sha256: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    parts: Vec<[u32; 2]>,
    file: &'a str,
    line: Option<usize>,
    address: String,
}

impl<'a> QuotationData<'a> {
    fn new(briefing: &'a Briefing, looked: Looked<'a>, line: Option<usize>) -> Self {
        let archive = looked.matter().and_then(|source| source.archive.as_ref());
        let checked = looked.quotation.checked.as_ref();
        let parts = checked.map_or(&[][..], |checked| &checked.finding.parts);
        let folds = checked.map_or(&[][..], |checked| &checked.finding.folds);
        let folds: Vec<_> = folds.iter().map(|fold| fold.word()).collect();
        let sha256 = checked.map(|checked| &*checked.text.sha256);
        QuotationData {
            id: &looked.quotation.id,
            text: &looked.quotation.text,
            original: looked.translation().map(|it| &*it.original),
            verdict: looked.quotation.verdict.word(),
            fold: (!folds.is_empty()).then(|| folds.join(", ")),
            speaker: looked.speaker.map(|actor| actor.id().as_str()),
            source: looked.source.map(|source| source.id().as_str()),
            archive_sha256: sha256.or(archive.and_then(|archive| archive.sha256.as_deref())),
            start: parts.first().map(|part| part.start),
            end: parts.last().map(|part| part.end),
            parts: parts.iter().map(|part| [part.start, part.end]).collect(),
            file: &looked.page.document.file.path,
            line,
            address: address::quotation(briefing, looked.quotation),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::render::data::{fixture, schema};

    fn written() -> Value {
        let mut bytes = Vec::new();
        write(&fixture::briefing(), &mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    #[test]
    fn each_quotation_has_verdict_archive_file_and_line() {
        let value = written();
        let totals = json!({"exact": 0, "folded": 0, "elided": 0, "unarchived": 3, "failed": 0});
        assert_eq!((&value["format"], &value["totals"]), (&json!(1), &totals));
        assert_eq!(
            value["quotations"][1],
            json!({
                "id": "aabbccddee", "text": "deeply, concerned", "original": null, "verdict": "unarchived",
                "fold": null,
                "speaker": "joe-biden", "source": "report", "archive_sha256": "00ff", "start": null,
                "end": null, "parts": [], "file": "content/sections/02-call.md", "line": 2,
                "address": "sections/call.html#q-aabbccddee",
            })
        );
    }

    #[test]
    fn the_schema_tells_every_field_that_is_written_and_no_other() {
        schema::assert_tells(include_str!("../../../docs/schema/evidence.schema.json"), &written());
    }
}
