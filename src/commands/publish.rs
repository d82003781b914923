//! `publish`: builds, and hands exactly that to a target.

use crate::cli::{Everywhere, Publish};
use crate::commands::refusal::Refusal;
use crate::commands::stop::Stop;
use crate::commands::{build, start};
use crate::io::{publish, terminal};
use crate::model::settings::{Destination, Target};
use crate::nearest::nearest;

/// Publishes the site.
///
/// # Errors
/// Where the briefing has errors, the target cannot be had, or the machine refuses.
pub fn run(publish: &Publish, everywhere: &Everywhere) -> Result<(), Stop> {
    let (root, engine) = start::engine(everywhere, false)?;
    if engine.diagnostics().has_errors() {
        return Err(Stop::Errors(engine.diagnostics().clone()));
    }
    build::report(engine.diagnostics());
    let target = target(&engine.settings().publish, publish.target.as_deref())?;
    let Destination::Folder { path } = &target.to else {
        let message = format!("the target `{}` is not a folder", target.name);
        let help = "this version publishes to targets with `to: folder`";
        return Err(Refusal::new(message, help).into());
    };
    let folder = root.join(&**path);
    let make = |output: &crate::model::site::Output| engine.make(output);
    let now = start::now(everywhere)?;
    let published = publish::folder::publish(&root, &folder, now, engine.outputs(), &make)?;
    terminal::result(&published.to_string());
    Ok(())
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
