//! What is published: every output's path, and what stands at it.

use crate::model::id::{EntityId, Kind, Slug};
use crate::model::project::Asset;

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its path in the site, with `/`: `actors/joe-biden.html`.
    pub path: Box<str>,
    /// What stands there.
    pub what: What,
}

/// What stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// `index.html`.
    Front,
    /// The page of a thing.
    Entity(EntityId),
    /// A further page of what mentions a thing, counted from 2.
    Mentions(EntityId, u32),
    /// The list of a kind, by parts, counted from 1.
    List(Kind, u32),
    /// `timeline.html`.
    Timeline,
    /// The events of one year, where there are more than 300 in all; by parts, counted from 1.
    TimelineYear(i32, u32),
    /// The events of one actor, by parts, counted from 1.
    TimelineActor(EntityId, u32),
    /// `quotes.html`, by parts, counted from 1.
    Quotes(u32),
    /// `evidence.html`.
    Evidence,
    /// `corrections.html`.
    Corrections,
    /// `404.html`.
    NotFound,
    /// The page of a former id.
    Redirect(Slug),
    /// `sitemap.xml`.
    Sitemap,
    /// `robots.txt`.
    Robots,
    /// `briefing.json`.
    BriefingJson,
    /// `evidence.json`.
    EvidenceJson,
    /// `quotes.csv`.
    QuotesCsv,
    /// `events.csv`.
    EventsCsv,
    /// A file that is published as it is.
    Asset(Asset),
}

/// What is to be written at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a static file.
    CopyOf(Asset),
}
