//! `publish`: builds, and hands exactly that to a target.

use std::path::Path;

use crate::cli::{Everywhere, Publish};
use crate::commands::refusal::Refusal;
use crate::commands::stop::Stop;
use crate::commands::{build, start};
use crate::io::publish::folder::{self, Published, Request};
use crate::io::terminal;
use crate::model::settings::{Destination, Target};
use crate::nearest::nearest;
use crate::zone::Zone;

/// Publishes the site.
///
/// # Errors
/// Where the briefing has errors, the target cannot be had, or the machine refuses.
pub fn run(publish: &Publish, everywhere: &Everywhere) -> Result<(), Stop> {
    let root = start::root(everywhere)?;
    let _lock = start::lock(&root, "publish")?;
    let engine = start::engine_at(&root, everywhere, false)?;
    if engine.diagnostics().has_errors() {
        return Err(Stop::Errors(engine.diagnostics().clone()));
    }
    if publish.require_review {
        build::reviewed(&engine)?;
    }
    build::report(engine.diagnostics());
    let target = target(&engine.settings().publish, publish.target.as_deref())?;
    let Destination::Folder { path } = &target.to else {
        let message = format!("the target `{}` is not a folder", target.name);
        let help = "this version publishes to targets with `to: folder`";
        return Err(Refusal::new(message, help).into());
    };
    let date = Zone::utc().local(start::now(everywhere)?).day.to_string();
    let request = Request {
        root: &root,
        output_dir: &root.join(start::PUBLIC),
        target: Path::new(&**path),
        date: &date,
        outputs: engine.outputs(),
    };
    let published = folder::publish(&request, &|output| engine.make(output));
    let published = published.map_err(|error| build::stopped(&engine, error))?;
    terminal::result(&told(&published));
    Ok(())
}

fn told(published: &Published) -> String {
    let Published { release, files, written, removed, unchanged, folder, .. } = published;
    if *unchanged {
        return format!("nothing to do: readers see {release} already");
    }
    let folder = folder.display();
    format!(
        "published {release}: {files} files, {written} new or changed, {removed} gone, in {folder}"
    )
}

/// The target of that name; the first where none is named.
fn target<'t>(targets: &'t [Target], name: Option<&str>) -> Result<&'t Target, Refusal> {
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
