//! `publish --list`, `--verify`, `--rollback`: what was published, looked at and gone back to.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use crate::cli::Publish;
use crate::commands::publish::open;
use crate::commands::refusal::Refusal;
use crate::commands::remember::moment;
use crate::commands::stop::Stop;
use crate::hash;
use crate::io::fetch::fetch;
use crate::io::publish::deliver;
use crate::io::publish::journal;
use crate::io::publish::target::Target as Place;
use crate::io::terminal::{self, Progress};
use crate::model::id::Kind;
use crate::model::settings::Target;
use crate::nearest::nearest;
use crate::release::manifest::Manifest;
use crate::release::record::Record;

/// How long the public address of a deleted name may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Lists, verifies or goes back.
///
/// # Errors
/// Where nothing was published, it is not as it was published, or the machine refuses.
pub fn run(
    publish: &Publish,
    root: &Path,
    named: &Target,
    records: &[Record],
    now: i64,
) -> Result<(), Stop> {
    let mut target = open(root, named)?;
    let live = target.live()?;
    let Some(manifest) = &live.manifest else {
        let message = format!("nothing of ours is published at `{}`", named.name);
        return Err(Refusal::new(message, "publish first: `dateline publish`").into());
    };
    if publish.list {
        for release in target.releases()? {
            let live = *release == *manifest.release;
            let again = manifest.again.as_ref().filter(|_| live);
            let again = again.map(|it| format!(": {it} with the versions frozen since"));
            let mark = if live { "  live" } else { "" };
            terminal::result(&format!("{release}{mark}{}", again.unwrap_or_default()));
        }
        return Ok(());
    }
    if let Some(wanted) = &publish.rollback {
        let release = former(&mut *target, manifest, wanted)?;
        let seen = deliver::roll_back(&mut *target, &release, &live, records, now)?;
        journal::log(root, &moment(now), &format!("rolled back to {release} at {}", named.name))?;
        let with = match seen == release {
            true => String::new(),
            false => format!(", with the versions that were frozen since, as {seen}"),
        };
        terminal::result(&format!("readers see {release} again{with}"));
        return Ok(());
    }
    let mut gone = journal::gone(root, &named.name)?;
    gone.extend(left(records));
    gone.extend(manifest.gone.iter().map(ToString::to_string));
    gone.retain(|path| !manifest.all().any(|(there, _)| there == path));
    verified(&mut *target, &gone, named, manifest)
}

/// The release of that name, or number counted from the oldest; the one before where none is named.
fn former(target: &mut dyn Place, live: &Manifest, wanted: &str) -> Result<String, Stop> {
    let releases = target.releases()?;
    // One that was gone back to counts where it stood first.
    let at = live.again.as_ref().and_then(|again| releases.iter().position(|it| **it == **again));
    let at = at.or_else(|| releases.iter().position(|it| **it == *live.release));
    let found = match wanted.parse::<usize>() {
        _ if wanted.is_empty() => {
            at.and_then(|at| at.checked_sub(1)).and_then(|at| releases.get(at))
        }
        Ok(number) => number.checked_sub(1).and_then(|number| releases.get(number)),
        Err(_) => releases.iter().find(|it| *it == wanted),
    };
    Ok(found.cloned().ok_or_else(|| {
        let help = match nearest(wanted, releases.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "see the releases with `dateline publish --list`".to_owned(),
        };
        let message = match wanted {
            "" => "there is no release before this one".to_owned(),
            wanted => format!("there is no release `{wanted}`"),
        };
        Refusal::new(message, help)
    })?)
}

/// The pages of everything that was ever published: those that are no longer part of the site must
/// not answer, wherever they were deleted from. The records know them in every working copy.
fn left(records: &[Record]) -> impl Iterator<Item = String> {
    let keys = records.iter().flat_map(|record| record.entities.keys());
    keys.filter_map(|key| {
        let (word, id) = key.split_once(':')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word)?;
        Some(format!("{}/{id}.html", kind.folder()))
    })
}

/// Reads every name back.
fn verified(
    target: &mut dyn Place,
    gone: &BTreeSet<String>,
    named: &Target,
    manifest: &Manifest,
) -> Result<(), Stop> {
    let progress = Progress::new("files", manifest.files.len());
    let mut wrong = Vec::new();
    for (path, entry) in &manifest.files {
        progress.step();
        let Some(seen) = target.read(path)? else {
            wrong.push(format!("`{path}` is missing"));
            continue;
        };
        if hash::sha256_hex(&seen.bytes) != *entry.sha256 {
            wrong.push(format!("`{path}` has other bytes"));
        }
        if let Some(other) = seen.media_type.filter(|it| **it != *entry.media_type) {
            wrong.push(format!("`{path}` is served as `{other}`, not `{}`", entry.media_type));
        }
        let cache = entry.class.cache_control();
        if let Some(other) = seen.cache_control.filter(|it| it != cache) {
            wrong.push(format!("`{path}` is cached as `{other}`, not `{cache}`"));
        }
    }
    for path in gone {
        if target.read(path)?.is_some() {
            wrong.push(format!("`{path}` should be gone"));
        }
        let Some(url) = &named.url else { continue };
        let address = format!("{}/{path}", url.trim_end_matches('/'));
        match fetch(&address, PATIENCE) {
            Err(none) if none.gone => {}
            Err(none) => wrong.push(format!("`{address}` should be gone: {}", none.why)),
            Ok(_) => wrong.push(format!("`{address}` still answers, and should be gone")),
        }
    }
    drop(progress);
    if wrong.is_empty() {
        let (files, release) = (manifest.files.len(), &manifest.release);
        terminal::result(&format!("{release}: all {files} files are as they were published"));
        return Ok(());
    }
    let message =
        format!("{} files are not as they were published:\n  {}", wrong.len(), wrong.join("\n  "));
    Err(Refusal::new(message, "publish again").into())
}
