//! Templates of a site's own that do nothing, or leave nothing of a page.

use std::collections::BTreeSet;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::Place;
use crate::render::builtin;
use crate::render::offers::offer;
use crate::render::theme::Theme;

/// Templates that no page is made with, and empty ones that pages are made with.
#[must_use]
pub fn templates(theme: &Theme) -> Vec<Diagnostic> {
    if theme.own().next().is_none() {
        return Vec::new();
    }
    let originals = builtin::templates();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for name in originals.keys() {
        used.extend(theme.used_by(name));
    }
    let mut found = Vec::new();
    for (name, file) in theme.own() {
        let is_empty = file.text.trim().is_empty();
        let place = Place::top(file);
        // What cannot be read is empty here, and is told elsewhere.
        if !used.contains(name) && !is_empty {
            let message = "no page is made with this template, nor does another use it";
            let pages = originals.keys().map(|name| &**name);
            let help = offer(name, pages, "include it where it belongs, or delete it");
            found.push(Diagnostic::new(Code::UnusedTemplate, place, message).help(help));
        } else if is_empty && name.ends_with(".html") && !name.contains('/') && used.contains(name)
        {
            let message = "this template is empty, and so is every page that is made with it";
            let help = "delete the file: the built-in template then takes its place again";
            found.push(Diagnostic::new(Code::EmptyTemplate, place, message).help(help));
        }
    }
    found
}
