//! Ids: what an author writes (`joe-biden`) and the small numbers that stand for them inside.

use std::fmt;

/// An id as an author writes it: `a-z`, `0-9`, `-`; never empty. It cannot be made otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(Box<str>);

impl Slug {
    /// The most characters an id may have, so that every address fits every file system.
    pub const LONGEST: usize = 120;

    /// The id, if it is one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let clean = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let whole = !text.is_empty() && text.len() <= Self::LONGEST && text.bytes().all(clean);
        let edges = !text.starts_with('-') && !text.ends_with('-');
        (whole && edges).then(|| Slug(text.into()))
    }

    /// What stands for an id on the front page: `briefing`. No thing may have it.
    #[must_use]
    pub fn front() -> Self {
        Slug("briefing".into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The four kinds of thing that have a page of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A part of the article.
    Section,
    /// A person, organisation, state, alliance, office or group.
    Actor,
    /// What happened, or is scheduled.
    Event,
    /// Who said it, where.
    Source,
}

impl Kind {
    /// All of them, in the order of the data files.
    pub const ALL: [Kind; 4] = [Kind::Section, Kind::Actor, Kind::Event, Kind::Source];

    /// The word for one: `actor`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Section => "section",
            Kind::Actor => "actor",
            Kind::Event => "event",
            Kind::Source => "source",
        }
    }

    /// The word for several, which is also the folder: `actors`.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Section => "sections",
            Kind::Actor => "actors",
            Kind::Event => "events",
            Kind::Source => "sources",
        }
    }

    /// The kind with its article, for messages: `an actor`.
    #[must_use]
    pub fn with_article(self) -> &'static str {
        match self {
            Kind::Section => "a section",
            Kind::Actor => "an actor",
            Kind::Event => "an event",
            Kind::Source => "a source",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The kind of that folder.
    #[must_use]
    pub fn from_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }
}

/// A thing that exists: its number in [`crate::model::briefing::Briefing::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub u32);

impl EntityId {
    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A reference of a document: its number in [`crate::model::document::Document::references`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReferenceId(pub u32);

impl ReferenceId {
    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
