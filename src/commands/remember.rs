//! The record of the release that is being published: the site's memory.

use std::path::Path;

use crate::commands::refusal::Refusal;
use crate::commands::stop::Stop;
use crate::engine::Engine;
use crate::io::publish::journal;
use crate::model::day::Day;
use crate::model::place::TextFile;
use crate::release::frozen::{self, Frozen};
use crate::release::record::Record;

/// A moment as records have it: `2021-12-30T20:35:00Z`.
#[must_use]
pub fn moment(now: i64) -> String {
    let (day, second) = Day::of_clock(now);
    let (minute, hour) = (second / 60 % 60, second / 3600);
    format!("{day}T{hour:02}:{minute:02}:{:02}Z", second % 60)
}

/// What was asked for on the command line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// To publish although a correction is no longer told.
    pub amend_log: bool,
    /// To keep the release as a version.
    pub freeze: bool,
}

/// The briefing with the record of what it says now, which is part of what is published; and that
/// record, where it is new.
///
/// # Errors
/// Where a correction that was published is no longer told, unless that is allowed.
pub fn remembering(
    engine: Engine,
    root: &Path,
    now: i64,
    Asked { amend_log, freeze }: Asked,
) -> Result<(Engine, Option<Record>), Stop> {
    let Some(briefing) = engine.briefing() else { return Ok((engine, None)) };
    let before = Record::all(&engine.project().releases);
    let mut record = Record::new(briefing, &moment(now), &before);
    let lost = record.lost_corrections(&before);
    if let Some(first) = lost.first().filter(|_| !amend_log) {
        let message = format!(
            "{} of the corrections that were published are gone or changed, the first of {} on `{}`",
            lost.len(),
            first.date,
            first.page
        );
        let help = "put them back into content/corrections.yaml: what readers were told is not \
                    taken back in silence; if it must be, publish with `--amend-log`";
        return Err(Refusal::new(message, help).into());
    }
    let same = before.last().filter(|last| last.says_the_same(&record));
    if same.is_some_and(|last| !freeze || last.frozen.is_some()) {
        return Ok((engine, None));
    }
    // A publish that was broken off had given it a moment already: it goes on.
    let pending = journal::pending(root).and_then(|text| serde_json::from_str(&text).ok());
    if let Some(pending) =
        pending.filter(|it: &Record| it.says_the_same(&record) && it.version == record.version)
    {
        record = pending;
    }
    if freeze && record.frozen.is_none() {
        let name = frozen::name(record.date.get(..10).unwrap_or(&record.date), &before);
        record.frozen = Some(Frozen { name, texts: engine.texts(), ..Frozen::default() });
    }
    let mut project = engine.project().clone();
    project.releases.push(TextFile::new(record.path().as_str(), record.to_json().as_str()));
    project.releases.sort_by(|a, b| a.path.cmp(&b.path));
    let engine = engine.after(project, Vec::new());
    Ok((engine, Some(record)))
}
