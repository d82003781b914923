//! The way of a release to a target: what is live, what differs, what forbids it, and then puts.

use crate::io::publish::target::{Bytes, Live, Shipment, Source, Target};
use crate::io::write::error::{Refusal, Unusable};
use crate::release::frozen;
use crate::release::manifest::Manifest;
use crate::release::plan::Plan;
use crate::release::record::Record;

/// What was allowed on the command line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Allowed {
    /// To publish onto a place that has things that are not ours.
    pub adopt: bool,
    /// To delete this many files, where that is much.
    pub deletes: Option<usize>,
}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// The release that readers see now.
    pub release: String,
    /// How many files it has.
    pub files: usize,
    /// How many were put.
    pub put: usize,
    /// How many were deleted.
    pub deleted: usize,
    /// Which.
    pub gone: Vec<String>,
    /// Whether it is what was published before, put again where it was damaged.
    pub mended: bool,
    /// Whether readers had all of it already, so that nothing was done.
    pub unchanged: bool,
}

/// What is live, where it is ours or may be made ours.
///
/// # Errors
/// Where it is someone else's.
pub fn live(target: &mut dyn Target, adopt: bool) -> Result<Live, Unusable> {
    let live = target.live()?;
    if let Some(foreign) = live.foreign.as_ref().filter(|_| live.manifest.is_none() && !adopt) {
        let message =
            format!("the target holds something that was not published from here: `{foreign}`");
        let help = "name another place in dateline.yaml, or take it over with `--adopt`: nothing \
                    is deleted then, and files of the same name are replaced";
        return Err(Refusal::new(message, help).into());
    }
    Ok(live)
}

/// Refuses a plan that would delete much.
///
/// # Errors
/// Where it was not allowed to.
pub fn guard(plan: &Plan<'_>, allowed: Allowed) -> Result<(), Refusal> {
    let deletes = plan.deletes.len();
    if !plan.deletes_much() || allowed.deletes.is_some_and(|most| deletes <= most) {
        return Ok(());
    }
    let message = format!("this would delete {deletes} of {} files", plan.live);
    let help = format!(
        "look at `dateline publish --dry-run`; if that is meant, publish with `--allow-deletes {deletes}`"
    );
    Err(Refusal::new(message, help))
}

/// Publishes.
///
/// # Errors
/// Where a guard forbids it, another was first, or the machine or the network refuses.
pub fn deliver(
    target: &mut dyn Target,
    live: &Live,
    (manifest, built): (&Manifest, &dyn Bytes),
    now: i64,
    allowed: Allowed,
) -> Result<Delivered, Unusable> {
    let before = live.manifest.as_ref();
    let to = to(live, manifest);
    let plan = Plan::new(before, &live.damage, &to);
    guard(&plan, allowed)?;
    let is_open = before.is_some_and(|it| it.session.is_some() || !it.gone.is_empty());
    let (files, put, deleted) = (to.files.len(), plan.puts.len(), plan.deletes.len());
    let gone: Vec<String> = plan.deletes.iter().map(|path| (*path).to_owned()).collect();
    let release = match before {
        Some(before) if plan.is_empty() && !is_open => {
            let release = before.release.to_string();
            return Ok(Delivered {
                release,
                files,
                put,
                deleted,
                gone,
                mended: false,
                unchanged: true,
            });
        }
        Some(_) | None => {
            let adopt = allowed.adopt;
            let from = Source::Built(built);
            target.ship(&Shipment { to: &to, live, plan: &plan, from, now, adopt })?
        }
    };
    let mended = live.is_mended_by(&to);
    Ok(Delivered { release, files, put, deleted, gone, mended, unchanged: false })
}

/// Leads readers back to a former release. Versions that were frozen since stay at their addresses:
/// where there are any, it is put again with them. Gives the name that readers see now.
///
/// # Errors
/// Where it is not kept, another was first, or the machine or the network refuses.
pub fn roll_back(
    target: &mut dyn Target,
    release: &str,
    live: &Live,
    records: &[Record],
    now: i64,
) -> Result<String, Unusable> {
    let Some(former) = target.former(release)? else {
        let message = format!("the release `{release}` is not kept in this working copy");
        return Err(Refusal::new(message, "see `dateline publish --list`").into());
    };
    let sound = live.sound();
    let to =
        sound.as_ref().map_or_else(|| former.clone(), |it| frozen::carried(&former, it, records));
    if to.files == former.files && target.switch_to(release)? {
        return Ok(release.to_owned());
    }
    let to = Manifest { gone: vec![], session: None, ..to }.keeping(sound.as_deref());
    let plan = Plan::new(live.manifest.as_ref(), &live.damage, &to);
    let from = Source::Former(release);
    target.ship(&Shipment { to: &to, live, plan: &plan, from, now, adopt: false })
}

/// What the target is to hold: the site, and what open pages still ask for.
#[must_use]
pub fn to(live: &Live, manifest: &Manifest) -> Manifest {
    match live.manifest.as_ref() {
        // The same again: what is kept for it stays.
        Some(before) if before.files == manifest.files => {
            let versions = manifest.versions.clone();
            let mut again = Manifest { versions, gone: vec![], session: None, ..before.clone() };
            again.kept.retain(|path, _| !live.damage.lost.contains(path));
            again
        }
        Some(_) | None => manifest.clone().keeping(live.sound().as_deref()),
    }
}
