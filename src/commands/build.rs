//! `build`: reads everything, checks everything, makes everything, then writes.

use std::path::Path;

use serde_json::json;

use crate::cli::{Build, Everywhere};
use crate::commands::start;
use crate::commands::stop::{SHOWN, Stop};
use crate::diagnostic::code::Severity;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::diagnostic::human;
use crate::engine::Engine;
use crate::io::clock::Stopwatch;
use crate::io::write::error::{PutAside, WriteError, Written};
use crate::io::{interrupt, terminal, write};

/// Builds the site.
///
/// # Errors
/// Where the briefing has errors (nothing is written then), or the machine refuses.
pub fn run(build: &Build, everywhere: &Everywhere) -> Result<(), Stop> {
    let stopwatch = Stopwatch::start();
    let root = start::root(everywhere)?;
    let _lock = start::lock(&root, "build")?;
    let engine = start::engine_at(&root, everywhere, build.drafts)?;
    if build.require_review {
        reviewed(&engine)?;
    }
    let output = start::output(&root, &build.output)?;
    let _held = interrupt::held();
    let (written, diagnostics) = written(&engine, &root, &output, build.strict)?;
    report(&diagnostics);
    for PutAside { path, kept } in &written.put_aside {
        terminal::report(&format!("`{path}` had been changed by hand; that is kept as `{kept}`"));
    }
    let links = engine.links();
    let pages = engine.outputs().iter().filter(|output| output.path.ends_with(".html")).count();
    let milliseconds = stopwatch.milliseconds();
    let summary = if build.json {
        json!({
            "pages": pages,
            "files": written.files,
            "written": written.written,
            "unchanged": written.unchanged,
            "removed": written.removed,
            "links": links,
            "milliseconds": milliseconds,
        })
        .to_string()
    } else {
        let Written { written, unchanged, removed, .. } = written;
        format!(
            "{}, {} in `{}`: {} written, {unchanged} unchanged, {removed} removed, {milliseconds} ms",
            human::counted(pages, "page"),
            human::counted(links, "link"),
            build.output.display(),
            human::counted(written, "file")
        )
    };
    terminal::result(&summary);
    // The program ends here: to give the memory back piece by piece would be work for nothing.
    std::mem::forget(engine);
    Ok(())
}

/// Writes the site, if nothing is wrong with it.
///
/// # Errors
/// Where the briefing has errors, or the machine refuses. Nothing is written then.
pub fn written(
    engine: &Engine,
    root: &Path,
    output: &Path,
    strict: bool,
) -> Result<(Written, Diagnostics), Stop> {
    let strictly = |all: Diagnostics| if strict { all.strict(engine.unarchived()) } else { all };
    let diagnostics = strictly(engine.diagnostics().clone());
    if diagnostics.has_errors() {
        return Err(Stop::Errors(strictly(engine.faults())));
    }
    let written = write::site(root, output, engine.outputs(), &|output| engine.make(output));
    Ok((written.map_err(|error| stopped(engine, error))?, diagnostics))
}

/// Sees that a second reader has signed every page as it stands (`--require-review`).
///
/// # Errors
/// Where one is not signed.
pub fn reviewed(engine: &Engine) -> Result<(), Stop> {
    let unreviewed = engine.unreviewed();
    if unreviewed.has_errors() {
        return Err(Stop::Errors(engine.diagnostics().clone().and(unreviewed)));
    }
    Ok(())
}

/// Why writing or publishing ended early.
#[must_use]
pub fn stopped(engine: &Engine, error: WriteError<Vec<Diagnostic>>) -> Stop {
    match error {
        WriteError::Made(wrong) => {
            Stop::Errors(engine.with_made(wrong.into_iter().flatten().collect()))
        }
        WriteError::Refused(refusal) => refusal.into(),
        WriteError::Io(error) => error.into(),
        WriteError::Interrupted(signal) => Stop::Interrupted(signal),
    }
}

/// Shows warnings; hints are for `check`.
pub fn report(diagnostics: &Diagnostics) {
    if diagnostics.iter().any(|it| it.severity != Severity::Hint) {
        let colour = terminal::reports_in_colour();
        terminal::report(&human::report(diagnostics, Some(SHOWN), colour));
    }
}
