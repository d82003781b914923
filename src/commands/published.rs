//! `publish --list`, `--verify`, `--rollback`: what was published, looked at and gone back to.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use crate::cli::Publish;
use crate::commands::publish::open;
use crate::commands::refusal::Refusal;
use crate::commands::remember::moment;
use crate::commands::stop::Stop;
use crate::io::fetch::fetch;
use crate::io::publish::compare::compare;
use crate::io::publish::deliver;
use crate::io::publish::journal;
use crate::io::publish::target::Target as Place;
use crate::io::terminal;
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
    let gone = gone(root, named, records, manifest)?;
    verified(&mut *target, &gone, named, manifest)
}

/// Names at which nothing of ours may stand.
///
/// # Errors
/// Where the machine refuses.
pub fn gone(
    root: &Path,
    named: &Target,
    records: &[Record],
    manifest: &Manifest,
) -> Result<BTreeSet<String>, Stop> {
    let mut gone = journal::gone(root, &named.name)?;
    gone.extend(left(records));
    gone.extend(manifest.gone.iter().map(ToString::to_string));
    let there: BTreeSet<&str> = manifest.all().map(|(path, _)| path).collect();
    gone.retain(|path| !there.contains(&**path));
    Ok(gone)
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

/// Reads every name back, and asks the public address for those that must be gone.
fn verified(
    target: &mut dyn Place,
    gone: &BTreeSet<String>,
    named: &Target,
    manifest: &Manifest,
) -> Result<(), Stop> {
    let faults = compare(target, manifest, gone)?;
    let mut answering = Vec::new();
    for path in gone {
        let Some(url) = &named.url else { continue };
        let address = format!("{}/{path}", url.trim_end_matches('/'));
        match fetch(&address, PATIENCE) {
            Err(none) if none.gone => {}
            Err(none) => answering.push(format!("`{address}` should be gone: {}", none.why)),
            Ok(_) => answering.push(format!("`{address}` still answers, and should be gone")),
        }
    }
    let (files, kept, release) = (manifest.files.len(), manifest.kept.len(), &manifest.release);
    if faults.0.is_empty() && answering.is_empty() {
        let kept = match kept {
            0 => String::new(),
            kept => format!(", and {kept} of the release before,"),
        };
        terminal::result(&format!("{release}: all {files} files{kept} are as they were published"));
        return Ok(());
    }
    let name = &named.name;
    let (wrong, lines) = (faults.files(), [faults.told(), answering].concat().join("\n  "));
    let (what, help) = match wrong {
        0 => (
            "what was deleted is not gone".to_owned(),
            format!(
                "the target `{name}` has it no longer: see what answers at its `url` besides, a cache or another copy"
            ),
        ),
        wrong => (
            format!(
                "{wrong} {} not as published",
                if wrong == 1 { "file is" } else { "files are" }
            ),
            format!("put them right with `dateline publish {name} --repair`"),
        ),
    };
    Err(Refusal::new(format!("{what}:\n  {lines}"), help).into())
}
