//! One file, parsed: what was written, with its references not yet looked up.

use std::sync::Arc;

use crate::model::day::Day;
use crate::model::entity::{Account, Actor, Claim, Event, Front, Section, Source};
use crate::model::id::{Kind, Slug};
use crate::model::place::{Place, Span, Spanned, TextFile};
use crate::model::prose::Prose;
use crate::model::when::When;

/// A content file, parsed.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub file: Arc<TextFile>,
    /// Its id; `briefing` for the front page.
    pub id: Slug,
    /// What its front matter says.
    pub matter: Matter,
    /// Its text.
    pub body: Prose,
    /// Everything it refers to, in front matter and prose, in the order written.
    pub references: Vec<Reference>,
    /// Fields that all four kinds may have.
    pub shared: Shared,
    /// What `check` alone looks at.
    pub noted: Noted,
}

/// What `check` alone looks at in a front matter.
#[derive(Clone, Debug, Default)]
pub struct Noted {
    /// Quoted words in plain texts, in which nothing can be cited; of a source none, whose title is as
    /// its publisher wrote it.
    pub uncited: Vec<Spanned<Box<str>>>,
    /// The dates that can only lie in the past.
    pub past: Vec<Past>,
}

/// A date that can only lie in the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The field that it stands in.
    pub field: &'static str,
    /// The first day that it may mean.
    pub day: Day,
    /// Where it stands.
    pub span: Span,
}

/// A content file that could not be read as a document, and what it may be called once it is
/// mended.
#[derive(Clone, Debug)]
pub struct Unread {
    /// The file.
    pub file: Arc<TextFile>,
    /// Its id, where its name is a good one.
    pub id: Option<Slug>,
    /// The names that it gives, where it is an actor's.
    pub names: Vec<Box<str>>,
    /// Lines in which more of them may stand, where its front matter is broken.
    pub lines: Box<str>,
}

/// Front matter by kind.
#[derive(Clone, Debug)]
pub enum Matter {
    /// `briefing.md`.
    Front(Box<Front>),
    /// A part of the article.
    Section(Box<Section>),
    /// A person, organisation, state …
    Actor(Box<Actor>),
    /// What happened, or is scheduled.
    Event(Box<Event>),
    /// Who said it, where.
    Source(Box<Source>),
}

impl Matter {
    /// The kind; none for the front page.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Matter::Front(_) => None,
            Matter::Section(_) => Some(Kind::Section),
            Matter::Actor(_) => Some(Kind::Actor),
            Matter::Event(_) => Some(Kind::Event),
            Matter::Source(_) => Some(Kind::Source),
        }
    }

    /// How each party told it.
    #[must_use]
    pub fn accounts(&self) -> &[Account] {
        match self {
            Matter::Section(section) => &section.accounts,
            Matter::Event(event) => &event.accounts,
            Matter::Front(_) | Matter::Actor(_) | Matter::Source(_) => &[],
        }
    }

    /// What is claimed.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        match self {
            Matter::Section(section) => &section.claims,
            Matter::Event(event) => &event.claims,
            Matter::Front(_) | Matter::Actor(_) | Matter::Source(_) => &[],
        }
    }

    /// Everything that a party told: the accounts, then the claims.
    pub fn told(&self) -> impl Iterator<Item = &Account> {
        self.accounts().iter().chain(self.claims().iter().map(|claim| &claim.told))
    }
}

/// A reference as written: not yet known to exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where the name stands, without brackets and own words.
    pub span: Span,
    /// The name, where it is not simply the text of the span (escapes, spaces folded).
    pub spelled: Option<Box<str>>,
    /// What it may name.
    pub expected: Expected,
    /// The heading that `[[id#heading]]` names.
    pub fragment: Option<Box<str>>,
    /// How it is written, which decides what becomes of it when its target is withheld.
    pub form: Form,
}

impl Reference {
    /// The name that it asks for; the file is the one that it is written in.
    #[must_use]
    pub fn wanted<'a>(&'a self, file: &'a TextFile) -> &'a str {
        self.spelled.as_deref().unwrap_or_else(|| file.slice(&self.span))
    }
}

/// What a reference may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// Anything, by id, `kind:id`, or an actor's name.
    Anything,
    /// A thing of this kind, by id.
    Only(Kind),
    /// An actor by id, or else free words (the organisation of a role).
    ActorOrWords,
}

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `[[id|own words]]`.
    LinkWithWords,
    /// `[[id]]`.
    BareLink,
    /// `[@id]`.
    Citation,
    /// A field of the front matter.
    Field,
}

/// Fields that any of the four kinds may have.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// Not to be published yet.
    pub draft: bool,
    /// Not to be published before this moment (seconds since 1970).
    pub embargo: Option<Spanned<i64>>,
    /// Not to be published from this moment on.
    pub expires: Option<Spanned<i64>>,
    /// Ids it had before; each becomes a redirect.
    pub former_ids: Vec<Spanned<Slug>>,
    /// A second person's sign-off.
    pub reviewed: Option<Reviewed>,
}

/// A second person's sign-off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Who.
    pub by: Box<str>,
    /// The day.
    pub date: When,
    /// The content's hash at that time.
    pub hash: Option<Box<str>>,
}

impl Document {
    /// The top of this file.
    #[must_use]
    pub fn top(&self) -> Place {
        Place::top(&self.file)
    }

    /// A place in this file.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.file, span)
    }

    /// The name that a reference asks for.
    #[must_use]
    pub fn wanted<'a>(&'a self, reference: &'a Reference) -> &'a str {
        reference.wanted(&self.file)
    }

    /// Whether it is held back at this moment.
    #[must_use]
    pub fn is_withheld(&self, now: i64) -> bool {
        let early = self.shared.embargo.as_ref().is_some_and(|time| now < time.value);
        let late = self.shared.expires.as_ref().is_some_and(|time| now >= time.value);
        self.shared.draft || early || late
    }
}
