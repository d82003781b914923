//! A quotation with all that data files say of it, looked up.

use crate::model::briefing::{Briefing, Entity, Linked, Quotation};
use crate::model::entity::{Attribution, Source};
use crate::model::prose::{Quoted, Translation};
use crate::model::role::role_at;
use crate::model::when::When;
use crate::words;

/// A quotation with what it is tied to.
#[derive(Clone, Copy, Debug)]
pub struct Looked<'a> {
    /// The quotation.
    pub quotation: &'a Quotation,
    /// The page it stands on.
    pub page: &'a Linked,
    /// It, as written there.
    pub quoted: Option<&'a Quoted>,
    /// `para. 4`.
    pub locator: Option<&'a str>,
    /// Who said it.
    pub speaker: Option<&'a Entity>,
    /// Where it is taken from.
    pub source: Option<&'a Entity>,
}

impl<'a> Looked<'a> {
    /// Looks all of it up.
    #[must_use]
    pub fn up(briefing: &'a Briefing, quotation: &'a Quotation) -> Self {
        let page = briefing.page(quotation.page);
        let prose = page.document.proses().nth(quotation.prose as usize);
        let quoted = prose.and_then(|prose| prose.quotations.get(quotation.index as usize));
        let citation = quoted
            .and_then(|quoted| quoted.citation)
            .and_then(|number| prose.and_then(|prose| prose.citations.get(number as usize)));
        Looked {
            quotation,
            page,
            quoted,
            locator: citation.and_then(|citation| citation.locator.as_deref()),
            speaker: quotation.speaker.map(|id| &briefing[id]),
            source: quotation.source.map(|id| &briefing[id]),
        }
    }

    /// What the source's front matter says.
    #[must_use]
    pub fn matter(&self) -> Option<&'a Source> {
        self.source.and_then(Entity::source)
    }

    /// `#sanctions` without the `#`.
    #[must_use]
    pub fn topic(&self) -> Option<&'a str> {
        self.quoted.and_then(|quoted| quoted.topic.as_deref())
    }

    /// The original, where the quoted words are a translation.
    #[must_use]
    pub fn translation(&self) -> Option<&'a Translation> {
        self.quoted.and_then(|quoted| quoted.translation.as_ref())
    }

    /// The language of the source.
    #[must_use]
    pub fn language(&self) -> Option<&'a str> {
        self.matter().and_then(|source| source.language.as_deref())
    }

    /// The event at which it was said.
    #[must_use]
    pub fn event(&self, briefing: &'a Briefing) -> Option<&'a Entity> {
        let (entity, source) = (self.source?, self.matter()?);
        entity.page.entity(source.event?).map(|id| &briefing[id])
    }

    /// When it was said: the event's time, or else when the source was published.
    #[must_use]
    pub fn when(&self, briefing: &'a Briefing) -> Option<&'a When> {
        let event = self.event(briefing).and_then(Entity::event);
        event.map(|event| &event.when.value).or_else(|| self.matter()?.published.as_ref())
    }

    /// As what the speaker said it: what the source calls a speaker whom it does not name, or the
    /// office held on that day.
    #[must_use]
    pub fn role(&self, briefing: &'a Briefing) -> Option<&'a str> {
        let source = self.matter()?;
        let is_sources_own = self.quotation.speaker.is_some()
            && self.quotation.speaker == source.by.and_then(|by| self.source?.page.entity(by));
        if is_sources_own && source.attribution != Attribution::Named {
            return words::of(&briefing.settings.language).unnamed_speaker(source);
        }
        let day = self.when(briefing).and_then(When::first_day);
        role_at(self.speaker?.actor()?, day).map(|role| &*role.title)
    }
}
