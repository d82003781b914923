//! `retract ID`: takes a name out of everything that was published, and proves that it is gone.

use std::path::Path;

use crate::cli::{Everywhere, Retract};
use crate::commands::publish::{open, sound, target};
use crate::commands::refusal::Refusal;
use crate::commands::remember::{Asked, moment, remembering};
use crate::commands::stop::Stop;
use crate::commands::versions::Versions;
use crate::commands::{build, start, versions};
use crate::diagnostic::human::counted;
use crate::io::publish::built::Built;
use crate::io::publish::deliver::{self, Allowed};
use crate::io::publish::journal;
use crate::io::publish::target;
use crate::io::publish::versions::{Kept, Whole};
use crate::io::terminal;
use crate::model::id::Kind;
use crate::model::settings::Target;
use crate::nearest::nearest_id;
use crate::release::manifest::Manifest;
use crate::release::record::Record;
use crate::zone::Zone;

/// Retracts.
///
/// # Errors
/// Where the id is still part of the site, something still tells of it, or the machine refuses.
pub fn run(retract: &Retract, everywhere: &Everywhere) -> Result<(), Stop> {
    let root = start::root(everywhere)?;
    let _lock = start::lock(&root, "retract")?;
    let engine = start::engine_at(&root, everywhere, false)?;
    let now = start::now(everywhere)?;
    let id = retract.id.as_str();
    sound(&engine, &root)?;
    if engine.briefing().is_some_and(|it| it.ids.contains_key(id) || it.redirects.contains_key(id))
    {
        let message = format!("`{id}` is still part of the site");
        let help = "delete its file or set `draft: true` in it, mend what `dateline check` tells, then retract";
        return Err(Refusal::new(message, help).into());
    }
    let records = Record::all(&engine.project().releases);
    let traces = traces(id, &records);
    let targets = engine.settings().publish.clone();
    let targets = match &retract.target {
        Some(name) => vec![target(&targets, Some(name))?.clone()],
        None => targets,
    };
    let kept = Kept::of(&root)?;
    let (mut live, mut former) = (Vec::new(), Vec::new());
    let is_recorded = ids(&records).any(|known| known == id);
    for named in &targets {
        let mut target = open(&root, named)?;
        live.extend(target.live()?.manifest);
        // Another working copy may have published what no record here knows.
        for release in if is_recorded { Vec::new() } else { target.releases()? } {
            former.extend(target.former(&release)?);
        }
    }
    if !is_recorded && !live.iter().chain(&former).any(|it| has_page(it, id)) {
        return unknown(id, &records, &root, &targets);
    }
    let known = versions::known(&records, &live);
    let frozen = versions::earlier(&root, &kept, known.clone(), None, &targets)?;
    let told = |path: &str, bytes: &[u8]| tells(&traces, path, bytes);
    // Feeds are made from records: they are made without it, in memory at first.
    let asked = Asked { amend_log: true, freeze: false };
    let (mut engine, record) = remembering(engine, &root, now, asked)?;
    let mut project = engine.project().clone();
    let mut rewritten = Vec::new();
    let mut frozen_now = Versions::default();
    let last = record.as_ref().or(records.last()).cloned();
    for file in &mut project.releases {
        let Ok(mut record) = serde_json::from_str::<Record>(&file.text) else { continue };
        let mut changed = last.as_ref().is_some_and(|last| record.without(id, last));
        if let Some(version) = &mut record.frozen {
            let before = version.clone();
            let left = versions::without(&told, &engine, &kept, &frozen.files, version)?;
            frozen_now.add(version, left);
            changed |= *version != before;
        }
        if changed {
            let text = record.to_json();
            rewritten.push((file.path.to_string(), text.clone()));
            *file = crate::model::place::TextFile::new(&*file.path, text.as_str());
        }
    }
    // Versions that another working copy has frozen, and whose records are not here yet.
    for mut version in known {
        if !frozen_now.stamps.contains_key(&version.name) {
            let left = versions::without(&told, &engine, &kept, &frozen.files, &mut version)?;
            frozen_now.add(&version, left);
        }
    }
    engine = engine.after(project, Vec::new());
    let date = Zone::utc().local(now).day.to_string();
    let make = |output: &_| engine.make(output);
    let built = Built::new(&root, &date, engine.outputs(), &make);
    let built = built.map_err(|error| build::stopped(&engine, error))?;
    let manifest = frozen_now.with(&built.manifest, &date);
    let whole = Whole { built: &built, kept: &kept, versions: &frozen_now.files };
    let (mut forgotten, mut left) = (0, Vec::new());
    for named in &targets {
        let mut target = open(&root, named)?;
        let live = deliver::live(&mut *target, false)?;
        let allowed = Allowed { adopt: false, deletes: Some(usize::MAX) };
        deliver::deliver(&mut *target, &live, (&manifest, &whole), now, allowed)?;
        forgotten += target.forget(&told)?;
        left.extend(telling(&mut *target, named, &told, id)?);
    }
    kept.sweep(&frozen_now.files)?;
    // The records are rewritten last: they know the names that are looked for, and a retraction that
    // is broken off must look for them again.
    if let Some(record) = &record {
        journal::keep(&root, &record.path(), &record.to_json())?;
    }
    for (path, text) in &rewritten {
        journal::write(&root, path, text)?;
    }
    journal::log(&root, &moment(now), "retracted an id")?;
    if left.is_empty() {
        let places = counted(targets.len(), "target");
        let forgotten = counted(forgotten, "former release");
        terminal::result(&format!(
            "`{id}` is gone from {places} and {forgotten}; every file was read back, and none tells \
             of it. Commit releases/; the history of your own repository is yours to rewrite."
        ));
        return Ok(());
    }
    let message = format!("`{id}` is still told of:\n  {}", left.join("\n  "));
    let help =
        "its name stands there as plain words: take it out of those pages, and retract again";
    Err(Refusal::new(message, help).into())
}

/// The files of a target that still tell of it.
fn telling(
    target: &mut dyn target::Target,
    named: &Target,
    told: &dyn Fn(&str, &[u8]) -> bool,
    id: &str,
) -> Result<Vec<String>, Stop> {
    let live = target.live()?;
    let names = live.manifest.iter().flat_map(Manifest::all).map(|(path, _)| path.to_string());
    let mut left = Vec::new();
    for path in names.chain(pages(id)) {
        if target.read(&path)?.is_some_and(|seen| told(&path, &seen.bytes)) {
            left.push(format!("{path} at {}", named.name));
        }
    }
    Ok(left)
}

/// What a page of this id may be called.
fn pages(id: &str) -> [String; 4] {
    Kind::ALL.map(|kind| format!("{}/{id}.html", kind.folder()))
}

/// The ids that were published, as the records tell.
fn ids(records: &[Record]) -> impl Iterator<Item = &str> {
    let keys = records.iter().flat_map(|it| it.entities.keys());
    keys.filter_map(|key| Some(key.split_once(':')?.1))
}

/// Whether a release has a page of this id.
fn has_page(release: &Manifest, id: &str) -> bool {
    let pages = pages(id);
    release.all().any(|(path, _)| pages.iter().any(|page| path.ends_with(page)))
}

/// What is said of an id that nothing published has: it may be misspelt, and nothing is put or taken
/// away for its sake, or have been retracted before, and then nothing tells of it.
fn unknown(id: &str, records: &[Record], root: &Path, targets: &[Target]) -> Result<(), Stop> {
    let near = nearest_id(id, ids(records));
    let (traces, mut left) = (vec![id.to_owned()], Vec::new());
    let told = |path: &str, bytes: &[u8]| tells(&traces, path, bytes);
    for named in targets.iter().filter(|_| near.is_none()) {
        left.extend(telling(&mut *open(root, named)?, named, &told, id)?);
    }
    if near.is_none() && left.is_empty() {
        let places = counted(targets.len(), "target");
        terminal::result(&format!("nothing of `{id}` is at {places}: every file was read back"));
        return Ok(());
    }
    let message = format!("nothing that was published has the id `{id}`");
    let help = near.map_or_else(
        || {
            "write the id of a page that was published: the name of its file without `.md`"
                .to_owned()
        },
        |near| format!("did you mean `{near}`?"),
    );
    Err(Refusal::new(message, help).into())
}

/// The id and the names that it was published under.
fn traces(id: &str, records: &[Record]) -> Vec<String> {
    let keys = Kind::ALL.map(|kind| format!("{}:{id}", kind.word()));
    let names = records.iter().flat_map(|record| {
        keys.iter()
            .filter_map(|key| record.entities.get(key.as_str()).map(|it| it.name.to_string()))
    });
    let mut all: Vec<String> = names.chain([id.to_owned()]).collect();
    all.sort();
    all.dedup();
    all
}

/// Whether a file tells of it: by its path, or by a whole word.
fn tells(traces: &[String], path: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
    let whole = |text: &str, word: &str| {
        text.match_indices(word).any(|(at, _)| {
            let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
            edge(text.get(..at).and_then(|it| it.chars().next_back())) && edge(after)
        })
    };
    traces.iter().any(|word| whole(path, word) || whole(&text, word))
}
