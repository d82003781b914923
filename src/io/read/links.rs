//! Symbolic links: followed inside the site, refused where they lead elsewhere.

use std::path::{Component, Path};

use crate::diagnostic::code::Code;
use crate::io::read::found::{Area, Findings, relative};

/// What a link must not do, in the words of the message, with what to do about it.
type Refusal = (String, &'static str);

const HELP: &str = "put the file itself here, or take the link away";

/// Why a link at `full` is not followed; `root` has no links in it.
#[must_use]
pub fn refusal(root: &Path, full: &Path, area: Area) -> Option<Refusal> {
    let Ok(target) = full.canonicalize() else {
        return Some(("leads nowhere".into(), HELP));
    };
    let Ok(inside) = target.strip_prefix(root) else {
        return Some(("leads out of the site".into(), HELP));
    };
    let parent = full.parent().and_then(|parent| parent.canonicalize().ok());
    if parent.is_some_and(|parent| parent.starts_with(&target)) {
        return Some(("leads in circles".into(), "take the link away"));
    }
    let mut names = inside.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => {
            None
        }
    });
    let first = names.next().unwrap_or_default();
    if first.starts_with('.') || names.any(|name| name.starts_with('.')) {
        return Some(("leads to what is hidden".into(), HELP));
    }
    // What stands in static/ is published as it is; drafts and archived texts must not be.
    if area == Area::Static && ["content", "releases", "templates"].contains(&first) {
        let help = "only what may be published belongs into static/: copy the file there";
        return Some((format!("leads to `{first}/`, which is not published as it is"), help));
    }
    None
}

/// Reports a link that is not followed.
pub fn report(findings: &mut Findings, root: &Path, full: &Path, (what, help): &Refusal) {
    let path = relative(root, full);
    findings.report(Code::NotAFile, &path, format!("the link `{path}` {what}"), help);
}

/// A link that closes a circle.
#[must_use]
pub fn circle() -> Refusal {
    ("leads in circles".into(), "take the link away")
}

/// A link to a folder, inside a folder that was itself reached by a link: a few of these could make
/// one file a million.
#[must_use]
pub fn nested() -> Refusal {
    ("stands in a folder that is itself linked".into(), "link to the folder directly")
}
