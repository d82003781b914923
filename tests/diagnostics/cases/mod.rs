//! Mistakes, one each, by what they are in; together they have every code.

mod advice;
mod evidence;
mod front_matter;
mod links;
mod templates;
mod text;

use dateline::diagnostic::code::Code;
use dateline::engine::Engine;

use crate::fixture::{SITE, compiled, engine_with, files, project_of};

/// A mistake: what is laid over the site without a mistake, and what is found then.
pub(crate) struct Case {
    pub(crate) code: Code,
    /// `path:line:column`.
    pub(crate) place: &'static str,
    /// What the help has to hold.
    pub(crate) help: &'static str,
    files: &'static str,
}

impl Case {
    /// The engine of the site with it.
    pub(crate) fn engine(&self) -> Engine {
        if self.code == Code::MissingBriefing {
            let mut files = files(SITE);
            files.remove("content/briefing.md");
            return compiled(project_of(&files));
        }
        engine_with(self.files)
    }
}

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    let groups = [
        front_matter::CASES,
        text::CASES,
        links::CASES,
        evidence::CASES,
        advice::CASES,
        templates::CASES,
    ];
    groups.into_iter().flatten()
}
