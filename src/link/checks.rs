//! What is wrong with single things though each of their references exists.

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::register::top;
use crate::model::briefing::Briefing;
use crate::model::entity::Publish;
use crate::model::id::Kind;

/// Archived texts that are to be published in full without a licence.
#[must_use]
pub fn faults(briefing: &Briefing) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, entity) in briefing.of_kind(Kind::Source) {
        let Some(archive) = entity.source().and_then(|source| source.archive.as_ref()) else {
            continue;
        };
        let licence = archive.licence.as_deref().map(str::to_lowercase);
        let none = licence.is_none_or(|it| matches!(it.as_str(), "unknown" | "none" | "?"));
        if archive.publish == Publish::Full && none {
            let message = format!("`{}` publishes its text in full without a licence", entity.id());
            let help = "name the licence, or write `publish: excerpt`";
            let place = top(&entity.page.document);
            found.push(Diagnostic::new(Code::MissingLicence, place, message).help(help));
        }
    }
    found
}
