//! `archive --recheck`: does what is quoted still stand where it was got?

use std::sync::Arc;
use std::time::Duration;

use crate::capture;
use crate::capture::sort::Given;
use crate::cli::{Archive as Typed, Everywhere};
use crate::commands::archive::{fetched, named, readable};
use crate::commands::refusal::Refusal;
use crate::commands::start;
use crate::commands::stop::Stop;
use crate::engine::Engine;
use crate::hash::sha256_hex;
use crate::io::read::archives::archived;
use crate::io::terminal;
use crate::model::briefing::{Briefing, Verdict};
use crate::model::id::{EntityId, Kind};

/// Fetches what was archived once more, and compares. Nothing is written.
///
/// # Errors
/// Where something cannot be had any more, or words that are quoted are lost.
pub fn run(typed: &Typed, everywhere: &Everywhere, patience: Duration) -> Result<(), Stop> {
    let (_, engine) = start::engine(everywhere, true)?;
    let briefing = readable(&engine)?;
    let sources = match &typed.source {
        Some(source) => vec![named(briefing, source)?],
        None => {
            let held = briefing.of_kind(Kind::Source).filter(|(_, it)| {
                it.source()
                    .is_some_and(|it| it.archive.as_ref().is_some_and(|it| it.text.is_some()))
            });
            held.map(|(id, _)| id).filter(|id| address(briefing, *id).is_some()).collect()
        }
    };
    if sources.is_empty() {
        terminal::result("no archived source has an address");
        return Ok(());
    }
    let mut lost = false;
    for id in sources {
        lost |= source(typed, &engine, briefing, id, patience)?;
    }
    if lost { Err(Stop::Reported) } else { Ok(()) }
}

/// Where a source was got, or stands.
fn address(briefing: &Briefing, id: EntityId) -> Option<&str> {
    let source = briefing[id].source()?;
    let archived = source.archive.as_ref().and_then(|it| it.url.as_deref());
    archived.or(source.url.as_deref())
}

/// Says what became of one source, and whether something that is quoted is lost.
fn source(
    typed: &Typed,
    engine: &Engine,
    briefing: &Briefing,
    id: EntityId,
    patience: Duration,
) -> Result<bool, Stop> {
    let name = briefing[id].id();
    let archive = briefing[id].source().and_then(|it| it.archive.as_ref());
    let text = archive.and_then(|it| it.text.as_ref());
    let Some(file) = text.map(|text| format!("content/sources/{name}/{}", text.value)) else {
        let help = format!("`dateline archive {name} URL-or-FILE` archives it");
        return Err(Refusal::new(format!("`{name}` has no archived text"), help).into());
    };
    let Some(address) = address(briefing, id) else {
        let help = "give it a `url`";
        return Err(Refusal::new(format!("`{name}` has no address"), help).into());
    };
    let now = match fetched(address, patience) {
        Ok(got) => {
            let (media_type, encoding) = (got.media_type.as_deref(), typed.encoding.as_deref());
            let given = Given { bytes: &got.bytes, media_type, name: address, encoding };
            capture::text(&given).map(|(text, _)| text).map_err(|it| format!("it {}", it.why))
        }
        Err(refusal) => Err(refusal.message),
    };
    let now = match now {
        Ok(now) => now,
        Err(why) => {
            let field = "`gone: DATE` below `archive` leads readers to the copy first";
            terminal::result(&format!("{name}: gone: {why}\n  the archived copy is kept; {field}"));
            return Ok(true);
        }
    };
    let mut project = engine.project().clone();
    let Some(kept) = project.archives.iter_mut().find(|it| *it.file.path == *file) else {
        return Err(Stop::Errors(engine.diagnostics().clone()));
    };
    if *kept.sha256 == *sha256_hex(now.as_bytes()) {
        terminal::result(&format!("{name}: unchanged"));
        return Ok(false);
    }
    // The quotations are looked for in the new text as if it had been archived.
    let length = now.len() as u64;
    *kept = Arc::new(archived(&file, Some(now.into_bytes()), length));
    for content in &mut project.content {
        let document = &briefing[id].page.document.file;
        if let Some(sha256) = archive.and_then(|it| it.sha256.as_deref())
            && content.path == document.path
        {
            let text = document.text.replace(sha256, &kept.sha256);
            *content = crate::model::place::TextFile::new(&*document.path, text);
        }
    }
    let changed = engine.after(project, Vec::new());
    let mut report = format!("{name}: changed");
    let mut lost = 0;
    let pairs = changed
        .briefing()
        .map_or(&[][..], |it| &it.quotations)
        .iter()
        .zip(briefing.quotations.iter());
    for (now, before) in pairs {
        let held = before.checked.as_ref().is_some_and(|it| it.holder == id);
        if held && now.verdict == Verdict::Failed && before.verdict != Verdict::Failed {
            lost += 1;
            let page = &briefing.page(before.page).document.file.path;
            report.push_str(&format!("\n  lost: “{}” ({page})", before.text));
        }
    }
    if lost == 0 {
        report.push_str("; every quotation still stands there");
    }
    terminal::result(&format!("{report}\n  the archived copy is kept"));
    Ok(lost > 0)
}
