//! `archive --recheck`: does what is quoted still stand where it was got?

use std::sync::Arc;
use std::time::Duration;

use crate::capture;
use crate::capture::sort::Given;
use crate::cli::{Archive as Typed, Everywhere};
use crate::commands::archive::{named, readable};
use crate::commands::refusal::Refusal;
use crate::commands::start;
use crate::commands::stop::Stop;
use crate::engine::Engine;
use crate::hash::sha256_hex;
use crate::io::fetch::fetch;
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
    let (count, mut lost, mut unreached) = (sources.len(), false, 0);
    for id in sources {
        match source(typed, &engine, briefing, id, patience)? {
            Became::Kept => {}
            Became::Lost => lost = true,
            Became::Unreached => unreached += 1,
        }
    }
    if lost {
        return Err(Stop::Reported);
    }
    if unreached > 0 {
        let message = format!("{unreached} of {count} sources could not be reached");
        let help = "look again later, or give them more time with `--timeout SECONDS`; that says \
                    nothing about whether they are still there";
        return Err(Refusal::new(message, help).into());
    }
    Ok(())
}

/// What became of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    /// Every quotation stands there.
    Kept,
    /// It is gone, or words that are quoted are.
    Lost,
    /// Nobody knows.
    Unreached,
}

/// Where a source was got, or stands.
fn address(briefing: &Briefing, id: EntityId) -> Option<&str> {
    let source = briefing[id].source()?;
    let archived = source.archive.as_ref().and_then(|it| it.url.as_deref());
    archived.or(source.url.as_deref())
}

/// Says what became of one source.
fn source(
    typed: &Typed,
    engine: &Engine,
    briefing: &Briefing,
    id: EntityId,
    patience: Duration,
) -> Result<Became, Stop> {
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
    let got = match fetch(address, patience) {
        Ok(got) => got,
        Err(none) if none.gone => {
            let field = "`gone: DATE` below `archive` leads readers to the copy first";
            terminal::result(&format!(
                "{name}: gone: `{address}`: {}\n  the archived copy is kept; {field}",
                none.why
            ));
            return Ok(Became::Lost);
        }
        Err(none) => {
            terminal::result(&format!("{name}: could not be reached: `{address}`: {}", none.why));
            return Ok(Became::Unreached);
        }
    };
    let (media_type, encoding) = (got.media_type.as_deref(), typed.encoding.as_deref());
    let given = Given { bytes: &got.bytes, media_type, name: address, encoding };
    let now = match capture::text(&given) {
        Ok((now, _)) => now,
        Err(none) => {
            let line = format!("{name}: changed: `{address}` {}", none.why);
            terminal::result(&format!("{line}\n  the archived copy is kept"));
            return Ok(Became::Lost);
        }
    };
    let mut project = engine.project().clone();
    let Some(kept) = project.archives.iter_mut().find(|it| *it.file.path == *file) else {
        return Err(Stop::Errors(engine.diagnostics().clone()));
    };
    if *kept.sha256 == *sha256_hex(now.as_bytes()) {
        terminal::result(&format!("{name}: unchanged"));
        return Ok(Became::Kept);
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
    Ok(if lost > 0 { Became::Lost } else { Became::Kept })
}
