//! Which archived text a source has, and what is wrong with it.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::{Briefing, Entity};
use crate::model::evidence::ArchivedText;
use crate::model::id::{EntityId, Kind};

/// The archived texts of a project.
pub struct Texts<'p> {
    beside: HashMap<&'p str, &'p Arc<ArchivedText>, FixedState>,
    supplied: HashMap<&'p str, &'p Arc<ArchivedText>, FixedState>,
}

impl<'p> Texts<'p> {
    /// Those that stand beside sources, and those that were supplied from elsewhere.
    #[must_use]
    pub fn new(beside: &'p [Arc<ArchivedText>], supplied: &'p [Arc<ArchivedText>]) -> Self {
        let readable = |it: &&Arc<ArchivedText>| it.unreadable.is_none();
        Texts {
            beside: beside.iter().map(|it| (&*it.file.path, it)).collect(),
            supplied: supplied.iter().filter(readable).map(|it| (&*it.sha256, it)).collect(),
        }
    }

    /// The text of a source, where it has one that is as it was archived.
    #[must_use]
    pub fn of(&self, entity: &Entity) -> Option<&'p Arc<ArchivedText>> {
        let archive = entity.source()?.archive.as_ref()?;
        let sha256 = archive.sha256.as_deref().map(str::to_ascii_lowercase);
        match &archive.text {
            None => self.supplied.get(sha256?.as_str()).copied(),
            Some(name) => {
                let text = *self.beside.get(path(entity, &name.value).as_str())?;
                let same = sha256.is_none_or(|it| *it == *text.sha256);
                (same && text.unreadable.is_none()).then_some(text)
            }
        }
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
            if let Some(text) = self.of(&briefing[id]) {
                return Some((id, text));
            }
            id = briefing[id].page.entity(briefing[id].source()?.via?)?;
        }
        None
    }

    /// What is wrong with the texts that sources name.
    pub fn faults(&self, briefing: &Briefing, told: &mut Vec<Diagnostic>) {
        for (_, entity) in briefing.of_kind(Kind::Source) {
            let Some(archive) = entity.source().and_then(|it| it.archive.as_ref()) else {
                continue;
            };
            let Some(name) = &archive.text else { continue };
            let (id, place) = (entity.id(), entity.page.document.place(name.span));
            let path = path(entity, &name.value);
            let Some(text) = self.beside.get(path.as_str()) else {
                let message = format!("there is no file `{path}`");
                let help = format!(
                    "`dateline archive {id} FILE` puts it there; where the text is not held, leave `text` out and give its `sha256`"
                );
                told.push(Diagnostic::new(Code::MissingArchive, place, message).help(help));
                continue;
            };
            if let Some(why) = &text.unreadable {
                let message = format!("`{path}` cannot be checked against: it {why}");
                let help = format!("`dateline archive {id} FILE` makes a text of a page or a file");
                told.push(Diagnostic::new(Code::UnreadableArchive, place, message).help(help));
                continue;
            }
            let sha256 = archive.sha256.as_deref().map(str::to_ascii_lowercase);
            if let Some(expected) = sha256.filter(|it| **it != *text.sha256) {
                let message =
                    format!("`{path}` is not the text that was archived: its bytes changed");
                let help = format!(
                    "take it from a backup (SHA-256 {expected}), or archive it anew with `dateline archive {id} URL-or-FILE`; the file has {}",
                    text.sha256
                );
                told.push(Diagnostic::new(Code::ChangedArchive, place, message).help(help));
            }
        }
    }
}

/// Where a source's archived text stands.
fn path(entity: &Entity, name: &str) -> String {
    format!("content/sources/{}/{name}", entity.id())
}
