//! `archive SOURCE URL|FILE`: keeps what a source says, so that its quotations can be checked.

use std::path::Path;
use std::time::Duration;

use crate::capture;
use crate::capture::sort::{Given, Refused};
use crate::cli::{Archive as Typed, Everywhere};
use crate::commands::archive::field::{Archived, edited};
use crate::commands::refusal::Refusal;
use crate::commands::rewriting::rewritten;
use crate::commands::start;
use crate::commands::stop::Stop;
use crate::diagnostic::code::{Code, Severity};
use crate::engine::Engine;
use crate::hash::sha256_hex;
use crate::io::fetch::{Fetched, fetch};
use crate::io::read::archives::{archived, from_disk};
use crate::io::{change, edit, names, terminal};
use crate::model::briefing::{Briefing, Quotation, Verdict};
use crate::model::id::{EntityId, Kind, Slug};
use crate::model::place::TextFile;
use crate::nearest::nearest_id;
use crate::zone::Zone;

pub mod field;
pub mod recheck;

/// Archives a source, or looks whether what was archived still stands where it was got.
///
/// # Errors
/// Where nothing is kept: it cannot be had, or is no text; or where words that are quoted are lost.
pub fn run(typed: &Typed, everywhere: &Everywhere) -> Result<(), Stop> {
    let patience = Duration::from_secs(typed.timeout.max(1));
    if typed.recheck {
        return recheck::run(typed, everywhere, patience);
    }
    let (Some(source), Some(from)) = (&typed.source, &typed.from) else {
        let help = "`dateline archive SOURCE URL-or-FILE`; `--recheck` needs neither";
        return Err(Refusal::new("what is to be archived is not said", help).into());
    };
    let root = start::root(everywhere)?;
    let _lock = start::lock(&root, "archive")?;
    let engine = start::engine_at(&root, everywhere, true)?;
    let briefing = readable(&engine)?;
    let id = named(briefing, source)?;
    let document = &briefing[id].page.document;
    let before = briefing[id].source().and_then(|it| it.archive.as_ref());
    if before.is_some_and(|it| it.text.is_some()) && !typed.replace {
        let help = format!(
            "`dateline archive --recheck {source}` compares it with what stands there now; `--replace` archives anew and keeps the old file"
        );
        return Err(Refusal::new(format!("`{source}` has an archived text already"), help).into());
    }

    let got = got(from, patience)?;
    let given = Given {
        bytes: &got.bytes,
        media_type: got.media_type.as_deref(),
        name: from,
        encoding: typed.encoding.as_deref(),
    };
    let (text, sort) = capture::text(&given).map_err(|it| refused(from, &it))?;
    let now = Zone::utc().local(start::now(everywhere)?);
    let (day, minute) = (now.day, format!("{:02}:{:02}", now.hour, now.minute));
    let folder = format!("content/sources/{}", document.id);
    let stem = free_stem(&root, &folder, &day.to_string(), sort.ending());
    let (path, raw) =
        (format!("{folder}/{stem}.txt"), format!("{folder}/_{stem}.{}", sort.ending()));
    let archive = Archived {
        text: format!("{stem}.txt"),
        retrieved: format!("{day}T{minute}Z"),
        url: got.address.clone(),
        sha256: sha256_hex(text.as_bytes()),
        captured: if got.address.is_some() { "fetched" } else { "uploaded" },
    };
    let file = &document.file;
    let on_disk = edit::text(&root, &file.path)?;
    let changed = || Refusal::new(format!("`{}` has just been changed", file.path), "try again");
    let edits = edited(&file.text, before, &archive);
    let after = rewritten(&on_disk, &file.text, edits.clone()).ok_or_else(changed)?;
    let clean = rewritten(&file.text, &file.text, edits).ok_or_else(changed)?;

    // What it will be is compiled first: nothing is written that would not be read as it was meant.
    let mut project = engine.project().clone();
    for other in &mut project.content {
        if other.path == file.path {
            *other = TextFile::new(&*file.path, &*clean);
        }
    }
    let length = text.len() as u64;
    project.archives.push(std::sync::Arc::new(archived(
        &path,
        Some(text.clone().into_bytes()),
        length,
    )));
    project.archives.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    let compiled = engine.after(project, Vec::new());
    let read = compiled.briefing().and_then(|it| {
        let id = it.ids.get(&document.id)?;
        it[*id].source()?.archive.as_ref()?.sha256.clone()
    });
    if read.as_deref() != Some(&*archive.sha256) {
        let message = format!("the front matter of `{}` is written in an unusual way", file.path);
        return Err(Refusal::new(message, "take its `archive` out, and try again").into());
    }

    edit::create(&root, &[(&path, text.as_bytes()), (&raw, &got.bytes)])?;
    let change = change::Change { path: file.path.to_string(), before: on_disk, after };
    if let Err(error) = change::change(&root, &[change], &[]) {
        edit::remove(&root, &[&path, &raw]);
        return Err(error.into());
    }
    terminal::result(&format!("wrote {path}\nwrote {raw}\nchanged {}", file.path));
    tell(&compiled, &document.id);
    Ok(())
}

/// What a source's quotations are found to be now.
fn tell(engine: &Engine, id: &Slug) {
    let Some(briefing) = engine.briefing() else { return };
    let of_it = briefing.quotations.iter().filter(|quotation| {
        let checked = quotation.checked.as_ref();
        checked.is_some_and(|it| briefing[it.holder].id() == id)
    });
    let of_it: Vec<&Quotation> = of_it.collect();
    let counted = Verdict::ALL.iter().filter_map(|verdict| {
        let count = of_it.iter().filter(|it| it.verdict == *verdict).count();
        (count > 0).then(|| format!("{count} {}", verdict.word()))
    });
    let counted: Vec<_> = counted.collect();
    let said = if counted.is_empty() { "none".to_owned() } else { counted.join(", ") };
    terminal::report(&format!("quotations that are checked against it: {said}"));
    let failed: Vec<_> = of_it.into_iter().filter(|it| it.verdict == Verdict::Failed).collect();
    if failed.is_empty() {
        return;
    }
    let now = engine.project().now;
    let is_withheld = |quotation: &&Quotation| {
        let source = quotation.source.map(|id| &briefing[id].page.document);
        let page = &briefing.page(quotation.page).document;
        page.is_withheld(now) || source.is_some_and(|it| it.is_withheld(now))
    };
    let drafts = if failed.iter().any(is_withheld) { " --drafts" } else { "" };
    let said = format!("`dateline check{drafts}` shows what failed, with the nearest passage");
    terminal::report(&said);
}

/// The briefing of a site whose sources can be read.
fn readable(engine: &Engine) -> Result<&Briefing, Stop> {
    // A quotation that fails, or a text that changed, is no reason not to archive.
    let stops = engine.diagnostics().iter().any(|it| {
        let evidence = [
            Code::MissingArchive,
            Code::UnreadableArchive,
            Code::ChangedArchive,
            Code::FailedQuotation,
            Code::UnreviewedOmission,
        ];
        it.severity == Severity::Error && !evidence.contains(&it.code)
    });
    match engine.briefing().filter(|_| !stops) {
        Some(briefing) => Ok(briefing),
        None => Err(Stop::Errors(engine.diagnostics().clone())),
    }
}

/// The source of an id.
fn named(briefing: &Briefing, source: &str) -> Result<EntityId, Refusal> {
    let found = briefing.ids.get(source).copied();
    if let Some(id) = found.filter(|id| briefing[*id].kind == Kind::Source) {
        return Ok(id);
    }
    if found.is_some() {
        let help = "name a source: the id of a file in content/sources/";
        return Err(Refusal::new(format!("`{source}` is not a source"), help));
    }
    let ids = briefing.of_kind(Kind::Source).map(|(_, it)| it.id().as_str());
    let help = match nearest_id(source, ids) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("begin it first: `dateline new source \"{source}\"`"),
    };
    Err(Refusal::new(format!("no source has the id `{source}`"), help))
}

/// What was got, and from which address, if from one.
struct Got {
    bytes: Vec<u8>,
    media_type: Option<String>,
    address: Option<String>,
}

fn got(from: &str, patience: Duration) -> Result<Got, Stop> {
    let lower = from.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        let Fetched { bytes, media_type, address } = fetch(from, patience).map_err(|it| {
            Refusal::new(format!("`{from}` was not archived: {}", it.why), it.help)
        })?;
        return Ok(Got { bytes, media_type, address: Some(address) });
    }
    if lower
        .split_once("://")
        .is_some_and(|(scheme, _)| scheme.bytes().all(|b| b.is_ascii_alphanumeric()))
    {
        let help = "an address begins with https:// or http://; else it is taken as a file";
        return Err(Refusal::new(format!("`{from}` cannot be fetched"), help).into());
    }
    Ok(Got { bytes: from_disk(Path::new(from))?, media_type: None, address: None })
}

fn refused(from: &str, why: &Refused) -> Refusal {
    let from = names::shown(Path::new(from));
    Refusal::new(format!("`{from}` was not archived: it {}", why.why), why.help.clone())
}

/// A name that no file of the folder has.
fn free_stem(root: &Path, folder: &str, day: &str, ending: &str) -> String {
    let taken = |stem: &str| {
        let there = |name: String| edit::stands(&root.join(folder).join(name));
        there(format!("{stem}.txt")) || there(format!("_{stem}.{ending}"))
    };
    let mut stem = day.to_owned();
    let mut number = 1;
    while taken(&stem) {
        number += 1;
        stem = format!("{day}-{number}");
    }
    stem
}
