//! `publish`: builds, and hands exactly that to a target.

use std::path::Path;

use crate::cli::{Everywhere, Publish};
use crate::commands::refusal::Refusal;
use crate::commands::remember::{Asked, moment, remembering};
use crate::commands::stop::Stop;
use crate::commands::{build, published, start, versions};
use crate::engine::Engine;
use crate::io::publish::built::Built;
use crate::io::publish::compare::compare;
use crate::io::publish::deliver::{self, Allowed, Delivered};
use crate::io::publish::folder::Folder;
use crate::io::publish::git::Git;
use crate::io::publish::journal;
use crate::io::publish::s3::store::Store;
use crate::io::publish::ssh::Ssh;
use crate::io::publish::target;
use crate::io::publish::versions::{Kept, Whole};
use crate::io::terminal;
use crate::io::write::error::Unusable;
use crate::io::write::own_files::is_unfinished;
use crate::model::settings::{Destination, Target};
use crate::nearest::nearest;
use crate::release::frozen::path;
use crate::release::plan::Plan;
use crate::release::record::Record;
use crate::zone::Zone;

/// A target that is ready to be published to.
pub type Ready = Box<dyn target::Target>;

/// Publishes the site.
///
/// # Errors
/// Where the briefing has errors, a guard forbids it, the target cannot be had, or the machine
/// refuses.
pub fn run(publish: &Publish, everywhere: &Everywhere) -> Result<(), Stop> {
    let root = start::root(everywhere)?;
    let _lock = start::lock(&root, "publish")?;
    let engine = start::engine_at(&root, everywhere, false)?;
    let now = start::now(everywhere)?;
    let named = engine.settings().publish.clone();
    let named = target(&named, publish.target.as_deref())?;
    if publish.list || publish.verify || publish.rollback.is_some() {
        let records = Record::all(&engine.project().releases);
        return published::run(publish, &root, named, &records, now);
    }
    sound(&engine, &root)?;
    if publish.require_review {
        build::reviewed(&engine)?;
    }
    build::report(engine.diagnostics());
    let asked = Asked { amend_log: publish.amend_log, freeze: publish.freeze };
    let before = Record::all(&engine.project().releases);
    let (engine, mut record) = remembering(engine, &root, now, asked)?;
    let date = Zone::utc().local(now).day.to_string();
    let make = |output: &_| engine.make(output);
    let built = Built::new(&root, &date, engine.outputs(), &make);
    let built = built.map_err(|error| build::stopped(&engine, error))?;
    let mut target = open(&root, named)?;
    let mut live = deliver::live(&mut *target, publish.adopt)?;
    if let Some(manifest) = live.manifest.as_ref().filter(|_| publish.repair) {
        let gone = published::gone(&root, named, &before, manifest)?;
        live.damage = compare(&mut *target, manifest, &gone)?.damage();
    }
    let kept = Kept::of(&root)?;
    let others = &engine.settings().publish;
    let known = versions::known(&before, live.manifest.as_slice());
    let sound = live.sound();
    let mut frozen = versions::earlier(&root, &kept, known, sound.as_deref(), others)?;
    if let Some(new) = record.as_mut().and_then(|record| record.frozen.as_mut()) {
        versions::freeze(&engine, &built, &kept, new, &mut frozen)?;
    }
    let manifest = frozen.with(&built.manifest, &date);
    let whole = Whole { built: &built, kept: &kept, versions: &frozen.files };
    if publish.dry_run || publish.plan.is_some() {
        let to = deliver::to(&live, &manifest);
        let plan = Plan::new(live.manifest.as_ref(), &live.damage, &to);
        let json = publish.plan.map(|_| plan.to_json().to_string());
        terminal::result(&json.unwrap_or_else(|| plan.told()));
        return Ok(());
    }
    if let Some(record) = &record {
        journal::set_pending(&root, &record.to_json())?;
    }
    let allowed = Allowed { adopt: publish.adopt, deletes: publish.allow_deletes };
    let done = deliver::deliver(&mut *target, &live, (&manifest, &whole), now, allowed)?;
    if let Some(record) = &record {
        journal::keep(&root, &record.path(), &record.to_json())?;
    }
    if !done.unchanged {
        let did = if done.mended { "repaired" } else { "published" };
        let line = format!("{did} {} to {}", done.release, named.name);
        journal::log(&root, &moment(now), &line)?;
        journal::add_gone(&root, &named.name, &done.gone)?;
    }
    terminal::result(&told(&done, &named.name, publish.repair));
    if let Some(new) = record.as_ref().and_then(|record| record.frozen.as_ref()) {
        terminal::result(&format!("this version stays at {}", path(&new.name, "")));
    } else if publish.freeze {
        terminal::result("nothing to freeze: the newest version says the same");
    }
    std::mem::forget(engine);
    Ok(())
}

/// Refuses a site with errors, and an output that was broken off.
///
/// # Errors
/// Where one of them is so.
pub fn sound(engine: &Engine, root: &Path) -> Result<(), Stop> {
    if engine.diagnostics().has_errors() {
        return Err(Stop::Errors(engine.diagnostics().clone()));
    }
    if is_unfinished(root, &root.join(start::PUBLIC)) {
        let message = "the last build was broken off while it was writing";
        return Err(Refusal::new(message, "mend it with `dateline build`, then publish").into());
    }
    Ok(())
}

fn told(done: &Delivered, target: &str, repair: bool) -> String {
    let Delivered { release, files, put, deleted, mended, unchanged, .. } = done;
    if *mended {
        return format!("repaired {release} at {target}: {put} files put again, {deleted} gone");
    }
    if *unchanged && repair {
        return format!("nothing to repair: all of {release} is as it was published");
    }
    if *unchanged {
        return format!("nothing to do: readers see {release} already");
    }
    format!("published {release} to {target}: {files} files, {put} new or changed, {deleted} gone")
}

/// A target, made ready.
///
/// # Errors
/// Where its settings or this machine do not allow it.
pub fn open(root: &Path, target: &Target) -> Result<Ready, Unusable> {
    Ok(match &target.to {
        Destination::Folder { path } => Box::new(Folder::new(root, Path::new(&**path))?),
        Destination::Git { remote, branch } => Box::new(Git::new(root, remote, branch.as_deref())?),
        Destination::S3 { bucket, endpoint, region, prefix } => Box::new(Store::new(
            root,
            (bucket, endpoint.as_deref(), region.as_deref(), prefix.as_deref()),
        )?),
        Destination::Ssh { host, path, port, user } => {
            Box::new(Ssh::new(root, (host, path, *port, user.as_deref()))?)
        }
    })
}

/// The target of that name; the first where none is named.
///
/// # Errors
/// Where there is none.
pub fn target<'t>(targets: &'t [Target], name: Option<&str>) -> Result<&'t Target, Refusal> {
    let Some(first) = targets.first() else {
        let message = "no target to publish to is set";
        let help = "add to dateline.yaml:\n  publish:\n    - name: live\n      to: folder\n      path: /srv/www/briefing";
        return Err(Refusal::new(message, help));
    };
    let Some(name) = name else { return Ok(first) };
    targets.iter().find(|target| &*target.name == name).ok_or_else(|| {
        let names = targets.iter().map(|target| &*target.name);
        let known: Vec<_> = names.clone().map(|name| format!("`{name}`")).collect();
        let help = match nearest(name, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the targets in dateline.yaml are {}", known.join(", ")),
        };
        Refusal::new(format!("no target is called `{name}`"), help)
    })
}
