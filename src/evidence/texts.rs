//! Which archived text a source has, and what is wrong with it.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::{Briefing, Entity};
use crate::model::evidence::ArchivedText;
use crate::model::id::{EntityId, Kind};

/// The archived texts of a briefing's sources.
pub struct Texts<'p> {
    /// The file that a source names, by the source's number.
    named: Vec<Option<&'p Arc<ArchivedText>>>,
    /// The text that its quotations can be checked against.
    held: Vec<Option<&'p Arc<ArchivedText>>>,
}

impl<'p> Texts<'p> {
    /// Finds them: those that stand beside sources, in the order of their paths, and those that were
    /// supplied from elsewhere.
    #[must_use]
    pub fn new(
        briefing: &Briefing,
        beside: &'p [Arc<ArchivedText>],
        supplied: &'p [Arc<ArchivedText>],
    ) -> Self {
        let readable = |it: &&Arc<ArchivedText>| it.unreadable.is_none();
        let supplied: HashMap<&str, &Arc<ArchivedText>, FixedState> =
            supplied.iter().filter(readable).map(|it| (&*it.sha256, it)).collect();
        let mut named = vec![None; briefing.entities.len()];
        let mut held = vec![None; briefing.entities.len()];
        for (id, entity) in briefing.of_kind(Kind::Source) {
            let Some(archive) = entity.source().and_then(|it| it.archive.as_ref()) else {
                continue;
            };
            let (Some(named), Some(held)) = (named.get_mut(id.index()), held.get_mut(id.index()))
            else {
                continue;
            };
            let sha256 = archive.sha256.as_deref();
            let Some(name) = &archive.text else {
                let lower = sha256.map(str::to_ascii_lowercase);
                *held = lower.and_then(|it| supplied.get(it.as_str()).copied());
                continue;
            };
            let path = path(entity, &name.value);
            let at = beside.binary_search_by(|it| (*it.file.path).cmp(&path));
            *named = at.ok().and_then(|at| beside.get(at));
            // A text whose bytes changed is none.
            *held = named.filter(|text| {
                text.unreadable.is_none()
                    && sha256.is_none_or(|it| it.eq_ignore_ascii_case(&text.sha256))
            });
        }
        Texts { named, held }
    }

    /// The nearest source along `via` that has a text, and the text.
    #[must_use]
    pub fn nearest(
        &self,
        briefing: &Briefing,
        source: EntityId,
    ) -> Option<(EntityId, &'p Arc<ArchivedText>)> {
        let mut id = source;
        // More steps than that are a circle, which is told elsewhere.
        for _ in 0..32 {
            if let Some(text) = self.held.get(id.index()).copied().flatten() {
                return Some((id, text));
            }
            id = briefing[id].page.entity(briefing[id].source()?.via?)?;
        }
        None
    }

    /// What is wrong with the texts that sources name.
    pub fn faults(&self, briefing: &Briefing, told: &mut Vec<Diagnostic>) {
        for (id, entity) in briefing.of_kind(Kind::Source) {
            let Some(archive) = entity.source().and_then(|it| it.archive.as_ref()) else {
                continue;
            };
            let Some(name) = &archive.text else { continue };
            let text = self.named.get(id.index()).copied().flatten();
            let expected = archive.sha256.as_deref();
            let same = |text: &ArchivedText| {
                expected.is_none_or(|it| it.eq_ignore_ascii_case(&text.sha256))
            };
            if text.is_some_and(|text| text.unreadable.is_none() && same(text)) {
                continue;
            }
            let (id, place) = (entity.id(), entity.page.document.place(name.span));
            let path = path(entity, &name.value);
            let Some(text) = text else {
                let message = format!("there is no file `{path}`");
                let help = format!(
                    "take it from a backup, or archive it anew with `dateline archive {id} FILE --replace`; where the text is not held, leave `text` out and give its `sha256`"
                );
                told.push(Diagnostic::new(Code::MissingArchive, place, message).help(help));
                continue;
            };
            if let Some(why) = &text.unreadable {
                let message = format!("`{path}` cannot be checked against: it {why}");
                let help = format!(
                    "`dateline archive {id} FILE --replace` makes a text of a page or a file"
                );
                told.push(Diagnostic::new(Code::UnreadableArchive, place, message).help(help));
                continue;
            }
            let message = format!("`{path}` is not the text that was archived: its bytes changed");
            let help = format!(
                "take it from a backup (SHA-256 {}), or archive it anew with `dateline archive {id} URL-or-FILE --replace`; the file has {}",
                expected.unwrap_or(""),
                text.sha256
            );
            told.push(Diagnostic::new(Code::ChangedArchive, place, message).help(help));
        }
    }
}

/// Where a source's archived text stands.
fn path(entity: &Entity, name: &str) -> String {
    format!("content/sources/{}/{name}", entity.id())
}
