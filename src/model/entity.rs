//! The kinds: what the front matter of each says. The authors' contract is `docs/format.md`.
//!
//! Long because it lists every field of every kind, each with its meaning.
//!
//! Fields that name another thing hold a [`ReferenceId`] into the document's references.

use crate::model::id::{ReferenceId, Slug};
use crate::model::place::Spanned;
use crate::model::prose::Prose;
use crate::model::when::When;

/// `briefing.md`: the front page.
#[derive(Clone, Debug)]
pub struct Front {
    /// The headline.
    pub title: Box<str>,
    /// One or two sentences.
    pub summary: Box<str>,
    /// The day from which the briefing speaks.
    pub as_of: When,
    /// Who wrote it.
    pub authors: Vec<Box<str>>,
    /// What to take away.
    pub key_points: Vec<Prose>,
    /// What is not known.
    pub unknowns: Vec<Prose>,
    /// When it was last changed.
    pub updated: Option<When>,
}

/// A part of the article.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its order: the digits that its file's name begins with.
    pub order: Option<u64>,
    /// The heading.
    pub title: Box<str>,
    /// One or two sentences.
    pub summary: Option<Box<str>>,
    /// The event it is about.
    pub event: Option<ReferenceId>,
    /// How each party told what is disputed but is no event.
    pub accounts: Vec<Account>,
    /// What is claimed.
    pub claims: Vec<Claim>,
}

/// A person, organisation, state, alliance, office or group.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The full name.
    pub name: Box<str>,
    /// What kind of actor.
    pub kind: ActorKind,
    /// The name that bare links show.
    pub short_name: Option<Box<str>>,
    /// What lists are sorted by.
    pub sort_name: Option<Box<str>>,
    /// Other names, which links may use.
    pub aliases: Vec<Spanned<Box<str>>>,
    /// Other names that are only searched for, never linked.
    pub weak_aliases: Vec<Box<str>>,
    /// Offices held, with their dates.
    pub roles: Vec<Role>,
    /// Relations to other actors, each with its source.
    pub relations: Vec<Relation>,
    /// For whom this actor speaks.
    pub represents: Option<ReferenceId>,
    /// The item's id in Wikidata: `Q6279`.
    pub wikidata: Option<Box<str>>,
    /// A picture.
    pub image: Option<Image>,
    /// One or two sentences.
    pub summary: Option<Box<str>>,
}

/// A closed list of words that an author chooses from: the enum, its words, and how to find one.
macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident => $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_meta])* $variant),+ }

        impl $name {
            /// The words that an author may write, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that an author writes.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// What the word means; none where it is not one of the list.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

closed_list! {
    /// What kind of actor.
    ActorKind {
        /// A human being.
        Person => "person",
        /// A body with members or staff.
        Organisation => "organisation",
        /// A state.
        State => "state",
        /// A union of states.
        Alliance => "alliance",
        /// An office or seat of power (the Kremlin).
        Office => "office",
        /// People or states without a body of their own.
        Group => "group",
    }
}

closed_list! {
    /// What is known of an event.
    Status {
        /// Announced, not yet due.
        Scheduled => "scheduled",
        /// It happened.
        Occurred => "occurred",
        /// It was put off; the new date is an event that follows it.
        Postponed => "postponed",
        /// It will not happen.
        Cancelled => "cancelled",
        /// Only a party says that it happened.
        Reported => "reported",
    }
}

closed_list! {
    /// What is known of a claim.
    ClaimStatus {
        /// A party says so, and no more is said of it.
        Stated => "stated",
        /// Sources bear it out.
        Confirmed => "confirmed",
        /// Sources speak against it, or some for it and some against.
        Disputed => "disputed",
        /// Whom it is about denies it.
        Denied => "denied",
        /// It was looked into, and could be neither confirmed nor refuted.
        Unverified => "unverified",
    }
}

closed_list! {
    /// The 16 event categories of PLOVER (Open Event Data Alliance, 2024).
    Category {
        /// Agree to act.
        Agree => "AGREE",
        /// Meet, visit, phone, negotiate.
        Consult => "CONSULT",
        /// Back by words.
        Support => "SUPPORT",
        /// Give way.
        Concede => "CONCEDE",
        /// Work together.
        Cooperate => "COOPERATE",
        /// Give material help.
        Aid => "AID",
        /// Withdraw.
        Retreat => "RETREAT",
        /// Ask or demand.
        Request => "REQUEST",
        /// Accuse.
        Accuse => "ACCUSE",
        /// Refuse.
        Reject => "REJECT",
        /// Threaten.
        Threaten => "THREATEN",
        /// Protest.
        Protest => "PROTEST",
        /// Sanction.
        Sanction => "SANCTION",
        /// Mobilise forces.
        Mobilize => "MOBILIZE",
        /// Coerce.
        Coerce => "COERCE",
        /// Attack.
        Assault => "ASSAULT",
    }
}

closed_list! {
    /// What kind of source.
    SourceKind {
        /// A news agency's report.
        WireReport => "wire-report",
        /// A newspaper's or magazine's article.
        Article => "article",
        /// A party's summary of a talk.
        Readout => "readout",
        /// A written or spoken statement.
        Statement => "statement",
        /// A press conference or briefing.
        PressConference => "press-conference",
        /// An interview.
        Interview => "interview",
        /// A report.
        Report => "report",
        /// Any other document.
        Document => "document",
        /// A letter or message.
        Letter => "letter",
        /// Radio or television.
        Broadcast => "broadcast",
        /// A post in a social network.
        SocialPost => "social-post",
        /// Data.
        Dataset => "dataset",
    }
}

closed_list! {
    /// Whether the speaker is named.
    Attribution {
        /// By name.
        Named => "named",
        /// An official who is not named.
        UnnamedOfficial => "unnamed-official",
        /// Anyone else who is not named.
        UnnamedSource => "unnamed-source",
    }
}

closed_list! {
    /// How an archived text was got.
    Captured {
        /// Fetched by the program.
        Fetched => "fetched",
        /// Handed over as a file.
        Uploaded => "uploaded",
        /// Typed by hand.
        Typed => "typed",
    }
}

closed_list! {
    /// How much of an archived text is published.
    Publish {
        /// Nothing but its hash.
        None => "none",
        /// The words around each quotation.
        Excerpt => "excerpt",
        /// All of it; needs a licence.
        Full => "full",
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is made by a macro")]
impl Default for Attribution {
    fn default() -> Self {
        Attribution::Named
    }
}

#[expect(clippy::derivable_impls, reason = "the enum is made by a macro")]
impl Default for Publish {
    fn default() -> Self {
        Publish::None
    }
}

impl Actor {
    /// The names that lead to it: its full name, the short one, its aliases.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let aliases = self.aliases.iter().map(|alias| &*alias.value);
        [&*self.name].into_iter().chain(self.short_name.as_deref()).chain(aliases)
    }
}

/// An office held.
#[derive(Clone, Debug)]
pub struct Role {
    /// What it is called.
    pub title: Box<str>,
    /// Where it is held: an actor where the words are an actor's id.
    pub organisation: Option<(Box<str>, ReferenceId)>,
    /// From when.
    pub from: Option<When>,
    /// Until when.
    pub to: Option<When>,
    /// Who says so.
    pub source: Option<ReferenceId>,
}

/// A relation to another actor.
#[derive(Clone, Debug)]
pub struct Relation {
    /// To whom.
    pub with: ReferenceId,
    /// In free words: "spokesman of".
    pub kind: Box<str>,
    /// From when.
    pub from: Option<When>,
    /// Until when.
    pub to: Option<When>,
    /// Who says so.
    pub source: ReferenceId,
}

/// A picture below `static/`.
#[derive(Clone, Debug)]
pub struct Image {
    /// The path below `static/`.
    pub file: Spanned<Box<str>>,
    /// What it shows, for those who cannot see it.
    pub alt: Box<str>,
    /// Who made it.
    pub credit: Box<str>,
}

/// What happened, or is scheduled.
#[derive(Clone, Debug)]
pub struct Event {
    /// The full title.
    pub title: Box<str>,
    /// When.
    pub when: Spanned<When>,
    /// What is known of it.
    pub status: Status,
    /// One or two sentences.
    pub summary: Option<Box<str>>,
    /// The title that bare links show.
    pub short_name: Option<Box<str>>,
    /// Where.
    pub place: Option<EventPlace>,
    /// Who took part.
    pub participants: Vec<Participant>,
    /// Who says so.
    pub sources: Vec<ReferenceId>,
    /// The event it comes after.
    pub follows: Option<ReferenceId>,
    /// The event it is part of.
    pub part_of: Option<ReferenceId>,
    /// Its PLOVER category.
    pub category: Option<Category>,
    /// The category's mode, in free words: `phone`.
    pub mode: Option<Box<str>>,
    /// How each party told it.
    pub accounts: Vec<Account>,
    /// What is claimed of it.
    pub claims: Vec<Claim>,
}

/// Where an event was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventPlace {
    /// The place.
    pub name: Box<str>,
    /// Its country, left out where that is disputed.
    pub country: Option<Box<str>>,
}

/// Who took part, and as what.
#[derive(Clone, Debug)]
pub struct Participant {
    /// Who.
    pub actor: ReferenceId,
    /// As what, in free words.
    pub role: Option<Box<str>>,
}

/// How one party told it.
#[derive(Clone, Debug)]
pub struct Account {
    /// The party.
    pub by: ReferenceId,
    /// Where it told it; quoted words without a citation are this source's.
    pub source: ReferenceId,
    /// What it told.
    pub text: Prose,
}

/// What one party claims, and what sources say to it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Who claims what, and where.
    pub told: Account,
    /// What is known of it.
    pub status: Spanned<ClaimStatus>,
    /// The sources that bear it out.
    pub supporting: Vec<ReferenceId>,
    /// The sources that speak against it.
    pub against: Vec<ReferenceId>,
}

impl Claim {
    /// The field that its status rests on, and the sources in it; none where it needs none.
    #[must_use]
    pub fn grounds(&self) -> Option<(&'static str, &[ReferenceId])> {
        match self.status.value {
            ClaimStatus::Confirmed => Some(("for", &self.supporting)),
            ClaimStatus::Disputed | ClaimStatus::Denied => Some(("against", &self.against)),
            ClaimStatus::Stated | ClaimStatus::Unverified => None,
        }
    }
}

/// Who said it, where.
#[derive(Clone, Debug)]
pub struct Source {
    /// The title.
    pub title: Box<str>,
    /// What kind of source.
    pub kind: SourceKind,
    /// Whose words these are; of an unnamed speaker, the body behind them.
    pub by: Option<ReferenceId>,
    /// Whether the speaker is named.
    pub attribution: Attribution,
    /// What an unnamed speaker is called: "a senior White House official".
    pub described_as: Option<Box<str>>,
    /// Where it was said.
    pub event: Option<ReferenceId>,
    /// Who published it.
    pub publisher: Option<Box<str>>,
    /// When it was published.
    pub published: Option<When>,
    /// Its address.
    pub url: Option<Box<str>>,
    /// When the address was last looked at.
    pub accessed: Option<When>,
    /// The language of its words (BCP 47).
    pub language: Option<Box<str>>,
    /// The source through which we know it.
    pub via: Option<ReferenceId>,
    /// The text that is kept of it.
    pub archive: Option<Archive>,
}

/// What is kept of a source.
#[derive(Clone, Debug)]
pub struct Archive {
    /// The file below `content/sources/<id>/`.
    pub text: Option<Spanned<Box<str>>>,
    /// When it was got.
    pub retrieved: Option<When>,
    /// The address it was got from.
    pub url: Option<Box<str>>,
    /// The SHA-256 of its text, in hex.
    pub sha256: Option<Box<str>>,
    /// Since when the source's own address answers no longer.
    pub gone: Option<When>,
    /// How it was got.
    pub captured: Option<Captured>,
    /// What others may do with it.
    pub licence: Option<Box<str>>,
    /// How much of it is published, where that is said.
    pub publish: Option<Spanned<Publish>>,
}

impl Archive {
    /// How much of it is published.
    #[must_use]
    pub fn published(&self) -> Publish {
        self.publish.as_ref().map_or(Publish::None, |it| it.value)
    }
}

/// What was wrong, and what it says now.
#[derive(Clone, Debug)]
pub struct Correction {
    /// When it was put right.
    pub date: Spanned<When>,
    /// The page: an id, or `briefing`.
    pub page: Spanned<Slug>,
    /// What it said.
    pub was: Box<str>,
    /// What it says now.
    pub now: Box<str>,
    /// Why.
    pub why: Box<str>,
}
