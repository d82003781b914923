//! What is published: every output's path, and what stands at it.

use std::fmt;
use std::io::{self, BufWriter, Write};
use std::sync::Arc;

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

/// A page of a thing, by what it is under any of its ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Its own page.
    Page,
    /// A further page of what mentions it, counted from 2.
    Mentions(u32),
    /// The events of an actor, by parts, counted from 1.
    Timeline(u32),
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
    /// `versions.html`, where versions were frozen.
    Versions,
    /// `positions.html`, where quotations have topics.
    Positions,
    /// `relations.html`, where actors have relations; by parts, counted from 1.
    Relations(u32),
    /// `print.html`.
    Print,
    /// `search.html`.
    Search,
    /// A part of what is searched, counted from 1.
    SearchIndex(u32),
    /// A part of what links show of the pages they lead to, counted from 1.
    Cards(u32),
    /// `404.html`.
    NotFound,
    /// Where a page of a thing stood while the thing had another id.
    Redirect(Slug, Moved),
    /// `sitemap.xml` (part 0), and where that lists others since the pages are too many for one,
    /// those: `sitemap-1.xml`.
    Sitemap(u32),
    /// `robots.txt`.
    Robots,
    /// `manifest.webmanifest`.
    Manifest,
    /// `social-card.png`.
    SocialCard,
    /// `briefing.json`.
    BriefingJson,
    /// `evidence.json`.
    EvidenceJson,
    /// `annotations.json`.
    AnnotationsJson,
    /// `quotes.csv`.
    QuotesCsv,
    /// `events.csv`.
    EventsCsv,
    /// `calendar.ics`.
    Calendar,
    /// `feed.xml`.
    Feed,
    /// `feed.json`.
    FeedJson,
    /// `cite.bib`, `cite.ris`, `cite.json`.
    References(References),
    /// What hosts are told: `_headers`, `_redirects`, `.htaccess`.
    Host(HostFile),
    /// A file that is published as it is.
    Asset(Asset),
}

/// A form in which other programs take a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exchange {
    /// Entities of FollowTheMoney.
    FollowTheMoney,
    /// Popolo.
    Popolo,
    /// TimelineJS.
    TimelineJs,
}

/// A form of references that reference managers read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum References {
    /// BibTeX.
    BibTex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    CslJson,
}

/// A file that a host reads: headers, and where former addresses lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostFile {
    /// `_headers`, of Netlify and Cloudflare Pages.
    Headers,
    /// `_redirects`, of the same.
    Redirects,
    /// `.htaccess`, of Apache.
    Htaccess,
}

/// What is to be written at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What is too large to be held: it is written piece by piece.
    Stream(Stream),
    /// The bytes of a static file.
    CopyOf(Asset),
}

/// A file that grows with the whole briefing. The same bytes come out each time it is written.
#[derive(Clone)]
pub struct Stream(Arc<Writes>);

/// What a stream is written to: pieces are gathered before they go on.
pub type Gathering<'a> = BufWriter<&'a mut dyn Write>;

type Writes = dyn Fn(&mut Gathering<'_>) -> io::Result<()> + Send + Sync;

/// So many bytes are gathered.
const GATHERED: usize = 64 << 10;

impl Stream {
    /// Of what writes the bytes, to whatever it is given.
    #[must_use]
    pub fn new(
        write: impl Fn(&mut Gathering<'_>) -> io::Result<()> + Send + Sync + 'static,
    ) -> Stream {
        Stream(Arc::new(write))
    }

    /// Writes the bytes.
    ///
    /// # Errors
    /// Those of what it is written to, and no others.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut gathering = BufWriter::with_capacity(GATHERED, to);
        (self.0)(&mut gathering)?;
        gathering.flush()
    }

    /// All bytes, for who needs them in memory.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Writing to memory cannot fail.
        let _ = self.write(&mut bytes);
        bytes
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stream")
    }
}

/// Two streams are equal where they are one.
impl PartialEq for Stream {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Stream {}
