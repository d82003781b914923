//! The authors' contract, kind by kind: what front matter may say.
//!
//! One table a kind; both the reader and the JSON Schema that `dateline schema` prints come from
//! it.

use serde_json::{Value as Json, json};

use crate::model::document::{Reviewed, Shared};
use crate::model::entity::{
    Account, Actor, ActorKind, Archive, Attribution, Captured, Category, Claim, Correction, Event,
    EventPlace, Front, Image, Participant, Publish, Relation, Role, Section, Source, SourceKind,
    Status,
};
use crate::model::id::Kind;
use crate::parse::claim::ClaimShape;
use crate::parse::dated::{Date, Day, Instant, Past};
use crate::parse::from_to::FromTo;
use crate::parse::quotation::Uncited;
use crate::parse::record::{Properties, object, record};
use crate::parse::shape::{
    ActorOrWords, Address, At, IdOf, Markdown, NewId, OneOf, Shape, Text, YesNo,
};
use crate::parse::tags::{Digest, Item, Language};

const MD: Markdown = Markdown(Uncited::Reported);
const ACTOR: IdOf = IdOf(Kind::Actor);
const EVENT: IdOf = IdOf(Kind::Event);
const SOURCE: IdOf = IdOf(Kind::Source);

record! {
    /// `briefing.md`.
    FrontShape("a briefing") => Front {
        required "title" => title: Text, "The headline.";
        required "summary" => summary: Text, "One or two sentences; the description that search engines show.";
        required "as_of" => as_of: Past("as_of", Day), "The day from which the briefing speaks.";
        list "authors" => authors: Text, "Who wrote it.";
        list "key_points" => key_points: MD, "What to take away (Markdown with references).";
        list "unknowns" => unknowns: MD, "What is not known (Markdown with references).";
        optional "updated" => updated: Past("updated", Date), "When it was last changed.";
    }
}

record! {
    /// How one party told it.
    AccountShape("an account") => Account {
        required "by" => by: ACTOR, "The actor whose account it is.";
        required "source" => source: SOURCE, "The source it is taken from.";
        required "text" => text: Markdown(Uncited::TheAccounts), "What it told (Markdown); quoted words without a citation are the source's.";
    }
}

/// A section's front matter; its order comes from the name of its file.
pub struct SectionFields {
    title: Box<str>,
    summary: Option<Box<str>>,
    event: Option<crate::model::id::ReferenceId>,
    accounts: Vec<Account>,
    claims: Vec<Claim>,
}

impl SectionFields {
    /// The section, its order given by its file's name.
    #[must_use]
    pub fn ordered(self, order: Option<u64>) -> Section {
        let SectionFields { title, summary, event, accounts, claims } = self;
        Section { order, title, summary, event, accounts, claims }
    }
}

record! {
    /// A section.
    SectionShape("a section") => SectionFields {
        required "title" => title: Text, "The heading.";
        optional "summary" => summary: Text, "One or two sentences.";
        optional "event" => event: EVENT, "The event it is about.";
        list "accounts" => accounts: AccountShape, "How each party told what is disputed but is no event.";
        list "claims" => claims: ClaimShape, "What is claimed, by whom, and what sources say to it.";
    }
}

record! {
    /// An office held.
    RoleShape("a role") => Role {
        required "title" => title: Text, "What the office is called.";
        optional "organisation" => organisation: ActorOrWords, "Where it is held: an actor's id, or free words.";
        optional "from" => from: Date, "From when.";
        optional "to" => to: Date, "Until when.";
        optional "source" => source: SOURCE, "The source that says so.";
    }
}

record! {
    /// A relation to another actor.
    RelationShape("a relation") => Relation {
        required "with" => with: ACTOR, "The other actor.";
        required "kind" => kind: Text, "What it is, in free words: `spokesman of`.";
        optional "from" => from: Date, "From when.";
        optional "to" => to: Date, "Until when.";
        required "source" => source: SOURCE, "The source that says so; no relation without one.";
    }
}

record! {
    /// A picture.
    ImageShape("an image") => Image {
        required "file" => file: At(Text), "The file's path below `static/`.";
        required "alt" => alt: Text, "What it shows, for those who cannot see it.";
        required "credit" => credit: Text, "Who made it.";
    }
}

record! {
    /// An actor.
    ActorShape("an actor") => Actor {
        required "name" => name: Text, "The full name.";
        required "kind" => kind: OneOf(ActorKind::WORDS, ActorKind::from_word), "What kind of actor.";
        optional "short_name" => short_name: Text, "The name that bare links show.";
        optional "sort_name" => sort_name: Text, "What lists are sorted by.";
        list "aliases" => aliases: At(Text), "Other names, which references may use.";
        list "weak_aliases" => weak_aliases: Text, "Other names that are searched for but never linked: `the president`.";
        list "roles" => roles: FromTo(RoleShape), "Offices held, with their dates.";
        list "relations" => relations: FromTo(RelationShape), "Relations to other actors, each with its source.";
        optional "represents" => represents: ACTOR, "The actor for whom this one speaks.";
        optional "wikidata" => wikidata: Item, "The item's id in Wikidata: `Q…`.";
        optional "image" => image: ImageShape, "A picture.";
        optional "summary" => summary: Text, "One or two sentences.";
    }
}

record! {
    /// Where an event was.
    PlaceShape("a place") => EventPlace {
        required "name" => name: Text, "The place.";
        optional "country" => country: Text, "Its country; left out where that is disputed.";
    }
}

record! {
    /// Who took part.
    ParticipantShape("a participant") => Participant {
        required "actor" => actor: ACTOR, "Who.";
        optional "as" => role: Text, "As what, in free words.";
    }
}

record! {
    /// An event.
    EventShape("an event") => Event {
        required "title" => title: Text, "The full title.";
        required "when" => when: At(Date), "When, as precisely as it is known.";
        required "status" => status: OneOf(Status::WORDS, Status::from_word), "What is known of it; `reported`: only a party says so.";
        optional "summary" => summary: Text, "One or two sentences.";
        optional "short_name" => short_name: Text, "The title that bare links show.";
        optional "place" => place: PlaceShape, "Where.";
        list "participants" => participants: ParticipantShape, "Who took part.";
        list "sources" => sources: SOURCE, "The sources that tell of it.";
        optional "follows" => follows: EVENT, "The event it comes after.";
        optional "part_of" => part_of: EVENT, "The event it is part of.";
        optional "category" => category: OneOf(Category::WORDS, Category::from_word), "Its category in PLOVER.";
        optional "mode" => mode: Text, "The category's mode, in free words: `phone`.";
        list "accounts" => accounts: AccountShape, "How each party told it, shown side by side.";
        list "claims" => claims: ClaimShape, "What is claimed of it, by whom, and what sources say to it.";
    }
}

record! {
    /// What is kept of a source.
    ArchiveShape("an archive") => Archive {
        optional "text" => text: At(Text), "The file below `content/sources/<id>/`; may be absent where `sha256` is given.";
        optional "retrieved" => retrieved: Past("retrieved", Date), "When it was got.";
        optional "url" => url: Address, "The address it was got from.";
        optional "sha256" => sha256: Digest("`sha256sum FILE` or `dateline archive`"), "The SHA-256 of the text's bytes, in hex.";
        optional "gone" => gone: Past("gone", Date), "Since when the source's own address answers no longer: readers are led to the copy first.";
        optional "captured" => captured: OneOf(Captured::WORDS, Captured::from_word), "How it was got.";
        optional "licence" => licence: Text, "What others may do with it.";
        optional "publish" => publish: At(OneOf(Publish::WORDS, Publish::from_word)), "How much of it is published; `full` needs a licence.";
    }
}

record! {
    /// A source.
    SourceShape("a source") => Source {
        required "title" => title: Text, "The title.";
        required "kind" => kind: OneOf(SourceKind::WORDS, SourceKind::from_word), "What kind of source.";
        optional "by" => by: ACTOR, "The actor whose words these are; of an unnamed speaker, the body behind them.";
        or "attribution" => attribution: OneOf(Attribution::WORDS, Attribution::from_word), "Whether the speaker is named.";
        optional "described_as" => described_as: Text, "What an unnamed speaker is called: `a senior official`.";
        optional "event" => event: EVENT, "The event at which it was said.";
        optional "publisher" => publisher: Text, "Who published it.";
        optional "published" => published: Past("published", Date), "When it was published.";
        optional "url" => url: Address, "Its address.";
        optional "accessed" => accessed: Past("accessed", Date), "When the address was last looked at.";
        optional "language" => language: Language, "The language of its words (BCP 47).";
        optional "via" => via: SOURCE, "The source through which it is known.";
        optional "archive" => archive: ArchiveShape, "The text that is kept of it.";
    }
}

record! {
    /// A second person's sign-off.
    ReviewedShape("a review") => Reviewed {
        required "by" => by: Text, "Who.";
        required "date" => date: Past("reviewed.date", Day), "The day.";
        optional "hash" => hash: Digest("`dateline review ID --by NAME`"), "The content's hash; `dateline review` writes it, and an edit voids it.";
    }
}

record! {
    /// Fields that all four kinds may have.
    SharedShape("a page") => Shared {
        or "draft" => draft: YesNo, "Not to be published yet.";
        optional "embargo" => embargo: Instant, "Not to be published before this time.";
        optional "expires" => expires: Instant, "Not to be published from this time on.";
        list "former_ids" => former_ids: NewId("old-name"), "Ids it had before; each becomes a redirect.";
        optional "reviewed" => reviewed: ReviewedShape, "A second person's sign-off.";
    }
}

record! {
    /// A correction.
    CorrectionShape("a correction") => Correction {
        required "date" => date: At(Day), "When it was put right.";
        required "page" => page: NewId("ID  # of a page, or briefing"), "The page: an id, or `briefing`.";
        required "was" => was: Text, "What it said.";
        required "now" => now: Text, "What it says now.";
        required "why" => why: Text, "Why.";
    }
}

/// The JSON Schema of what authors write: a kind's front matter, `briefing`, `settings` or
/// `corrections`. None for any other word.
#[must_use]
pub fn schema(kind: &str) -> Option<Json> {
    let own = match kind {
        "briefing" => {
            let (mut properties, required) = FrontShape::properties();
            // Of what all kinds share, a front page has the sign-off alone.
            properties.extend(SharedShape::properties().0.remove_entry("reviewed"));
            object((properties, required))
        }
        "section" => with_shared(SectionShape::properties()),
        "actor" => with_shared(ActorShape::properties()),
        "event" => with_shared(EventShape::properties()),
        "source" => with_shared(SourceShape::properties()),
        "settings" => object(crate::parse::settings::SettingsShape::properties()),
        "corrections" => json!({"type": "array", "items": CorrectionShape.schema()}),
        _ => return None,
    };
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("dateline {kind}"),
    });
    if let (Some(schema), Json::Object(own)) = (schema.as_object_mut(), own) {
        schema.extend(own);
    }
    Some(schema)
}

/// Whether the front matter of any kind has a field of this name.
#[must_use]
pub fn is_field(name: &str) -> bool {
    let kinds = [
        FrontShape::properties,
        SectionShape::properties,
        ActorShape::properties,
        EventShape::properties,
        SourceShape::properties,
        SharedShape::properties,
    ];
    kinds.iter().any(|properties| properties().0.contains_key(name))
}

/// What [`schema`] takes.
pub const SCHEMAS: &[&str] =
    &["briefing", "section", "actor", "event", "source", "settings", "corrections"];

fn with_shared((mut properties, required): Properties) -> Json {
    properties.extend(SharedShape::properties().0);
    object((properties, required))
}
