//! Makes pages, one by one, when asked for.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::{Backlink, Briefing};
use crate::model::edited::Edited;
use crate::model::id::EntityId;
use crate::model::place::{Place, Span};
use crate::model::site::{Content, Exchange, Gathering, Output, Stream, What};
use crate::release::record::Record;
use crate::release::versions::Versions;
use crate::render::cite;
use crate::render::data::{
    annotations_json, briefing_json, calendar, card_parts, events_csv, evidence_json, feed_json,
    quotes_csv, search_index, web_manifest,
};
use crate::render::exchange;
use crate::render::frames::{self, Frame, Frames};
use crate::render::frozen;
use crate::render::hosts::hosted::Hosted;
use crate::render::hosts::nginx;
use crate::render::hosts::policy::Policy;
use crate::render::outputs;
use crate::render::routes::{self, MENTIONS_A_PAGE};
use crate::render::sheet::Sheet;
use crate::render::social::drawn::Drawn;
use crate::render::spare;
use crate::render::stock::Stock;
use crate::render::theme::{Theme, Variables};
use crate::render::unknown;
use crate::render::views;

/// A briefing and a theme, ready to make pages of. Pages may be made on several threads at once.
/// Cheap to clone.
#[derive(Clone)]
pub struct Renderer {
    theme: Arc<Theme>,
    stock: Stock,
    frames: Arc<Frames>,
    outputs: Arc<[Output]>,
    drawn: Drawn,
}

impl Renderer {
    /// A renderer of a briefing, and which of its outputs stand in each other's way. Making one
    /// costs some milliseconds at 10,000 pages.
    #[must_use]
    pub fn new(theme: Arc<Theme>, briefing: Arc<Briefing>) -> (Renderer, Vec<Diagnostic>) {
        let mut stock = Stock::new(briefing);
        let has_card = stock.show_social_card(&theme);
        let (outputs, collisions) = outputs::outputs(&stock.briefing, &theme, has_card);
        let frames = Arc::new(Frames::new(&stock));
        let drawn = Drawn::default();
        let renderer = Renderer { theme, frames, stock, outputs: outputs.into(), drawn };
        (renderer, collisions)
    }

    /// The same with the records of what was published before, oldest first.
    #[must_use]
    pub fn with_history(mut self, records: Vec<Record>) -> Renderer {
        self.stock.versions = Arc::new(Versions::new(&self.stock.briefing, &records));
        // A file of the site's own stands there instead.
        let taken = self.outputs.iter().any(|output| *output.path == *routes::VERSIONS);
        if !taken && records.iter().any(|record| record.frozen.is_some()) {
            self.stock.lead_to_versions();
            self.frames = Arc::new(Frames::new(&self.stock));
            let (path, what) = (routes::VERSIONS.into(), What::Versions);
            let versions = Output { path, what };
            self.outputs = self.outputs.iter().cloned().chain([versions]).collect();
        }
        self.stock.history = records.into();
        self
    }

    /// The same with the pictures that an earlier one has drawn.
    #[must_use]
    pub fn with_drawn(self, earlier: Option<&Renderer>) -> Renderer {
        let drawn = earlier.map_or(self.drawn, |earlier| earlier.drawn.clone());
        Renderer { drawn, ..self }
    }

    /// The same with another theme, whose static files are the same.
    #[must_use]
    pub fn with_theme(&self, theme: Arc<Theme>) -> Renderer {
        let frames = Arc::new(Frames::new(&self.stock));
        Renderer { theme, frames, ..self.clone() }
    }

    /// Takes in an edited text. Whether it did: not where there are other outputs then, more or fewer
    /// pages of mentions.
    pub fn edit(&mut self, edited: Edited) -> bool {
        let parts = |it: &[Backlink]| routes::parts(outputs::most_mentions(it), MENTIONS_A_PAGE);
        let briefing = &self.stock.briefing;
        if edited
            .backlinks
            .iter()
            .any(|(id, after)| parts(&briefing[*id].backlinks) != parts(after))
        {
            return false;
        }
        edited.apply(Arc::make_mut(&mut self.stock.briefing));
        true
    }

    /// The path and title of a thing's page, or of the front page.
    #[must_use]
    pub fn page_of(&self, id: Option<EntityId>) -> Option<(String, &str)> {
        let briefing = &self.stock.briefing;
        match id {
            Some(id) => {
                let entity = briefing.entities.get(id.index())?;
                Some((routes::entity(entity), entity.name()))
            }
            None => Some((routes::FRONT.to_owned(), briefing.front.document.name())),
        }
    }

    /// Names in templates that no page has, each with a page that would be made wrong by it.
    #[must_use]
    pub fn unknown_names(&self) -> Vec<Diagnostic> {
        let page_of = |file: &str| {
            // The frame around pages is made once, for all.
            let frame = frames::PARTS.iter().any(|part| self.theme.uses(part, file));
            let mut known = BTreeMap::new();
            let mut is_part = |it: &'static str| {
                frame || *known.entry(it).or_insert_with(|| self.theme.uses(it, file))
            };
            let template = |it: &Output| views::template::of(&it.what, &self.stock.briefing);
            self.outputs.iter().find(|output| template(output).is_some_and(&mut is_part))
        };
        let names = unknown::names(&self.theme).into_iter();
        names
            .map(|(file, diagnostic)| match page_of(&file) {
                Some(output) => {
                    let label = format!("while making `{}`", output.path);
                    self.with_page(diagnostic.label(label), &output.what)
                }
                None => diagnostic,
            })
            .chain(spare::templates(&self.theme))
            .collect()
    }

    /// The briefing.
    #[must_use]
    pub fn briefing(&self) -> &Briefing {
        &self.stock.briefing
    }

    /// Every output, in one fixed order.
    #[must_use]
    pub fn outputs(&self) -> &[Output] {
        &self.outputs
    }

    /// What is to be written at an output.
    ///
    /// # Errors
    /// What its template asks for and is not there.
    pub fn make(&self, output: &Output) -> Result<Content, Vec<Diagnostic>> {
        let Some((template, variables, frame)) = self.filled(output) else {
            return Ok(self.file(&output.what));
        };
        let made = match frame {
            Some(frame) if !frame.faults.is_empty() => Err(frame.faults.clone()),
            Some(_) | None => self.theme.render(template, &variables, &output.path),
        };
        made.map(Content::Bytes).map_err(|diagnostics| {
            diagnostics.into_iter().map(|it| self.with_page(it, &output.what)).collect()
        })
    }

    /// Adds the content file that a page is about.
    fn with_page(&self, diagnostic: Diagnostic, what: &What) -> Diagnostic {
        match self.about(what) {
            Some(place) => diagnostic.related(place, "while making the page of this"),
            None => diagnostic,
        }
    }

    /// The template of an output, and what it gets; none where no template makes it.
    #[must_use]
    pub fn variables(&self, output: &Output) -> Option<(&'static str, Variables)> {
        self.filled(output).map(|(template, variables, _)| (template, variables))
    }

    fn filled(&self, output: &Output) -> Option<(&'static str, Variables, Option<&Frame>)> {
        let root = match (&output.what, self.stock.briefing.settings.base_url.as_deref()) {
            // It is shown at whatever address is missing, at any depth.
            (What::NotFound, Some(base)) => routes::path_of_address(base),
            (_, _) => routes::root(&output.path),
        };
        let mut sheet = Sheet::new(&self.stock, &output.path, root);
        let template = views::template::of(&output.what, &self.stock.briefing)?;
        views::fill(&mut sheet, &output.what, &self.outputs);
        let frame = sheet.belongs_to.as_ref().and_then(|(belongs_to, current)| {
            self.frames.frame((&self.theme, &self.stock), root, belongs_to, current)
        });
        if let Some(frame) = frame {
            sheet.set("shared_head", frame.shared_head.clone());
            sheet.set("reading", frame.reading.clone());
            sheet.set("masthead", frame.masthead.clone());
            sheet.set("colophon", frame.colophon.clone());
        }
        Some((template, sheet.variables, frame))
    }

    /// What no template makes.
    fn file(&self, what: &What) -> Content {
        match what {
            What::Asset(asset) => Content::CopyOf(asset.clone()),
            What::BriefingJson => self.data(|of, to| briefing_json::write(of, to)),
            What::EvidenceJson => self.data(|of, to| evidence_json::write(of, to)),
            What::AnnotationsJson => self.data(|of, to| annotations_json::write(of, to)),
            What::QuotesCsv => self.data(|of, to| quotes_csv::write(of, to)),
            What::EventsCsv => self.data(|of, to| events_csv::write(of, to)),
            What::Calendar => self.of_history(|of, records, to| calendar::write(of, records, to)),
            What::FeedJson => self.of_history(|of, records, to| feed_json::write(of, records, to)),
            What::References(form) => {
                let form = *form;
                self.of_history(move |briefing, records, to| {
                    cite::write(form, briefing, records, to)
                })
            }
            What::SearchIndex(part) => self.search_index(*part),
            What::Cards(part) => self.cards(*part),
            What::Manifest => {
                let settings = &self.stock.briefing.settings;
                let icon = self.theme.published("icon.svg");
                Content::Bytes(web_manifest::text(settings, icon).into_bytes())
            }
            What::SocialCard => self.social_card(),
            What::Host(file) => Content::Bytes(self.hosted().file(*file).into_bytes()),
            What::Front
            | What::Entity(_)
            | What::Mentions(..)
            | What::List(..)
            | What::Timeline
            | What::TimelineYear(..)
            | What::TimelineActor(..)
            | What::Quotes(_)
            | What::Evidence
            | What::Corrections
            | What::Positions
            | What::Relations(_)
            | What::Versions
            | What::Print
            | What::Search
            | What::NotFound
            | What::Redirect(..)
            | What::Sitemap(_)
            | What::Robots
            | What::Feed => Content::Bytes(Vec::new()),
        }
    }

    /// What stands at an output in a frozen version; none where it is no part of one.
    ///
    /// # Errors
    /// As [`Renderer::make`].
    pub fn frozen(&self, name: &str, output: &Output) -> Result<Option<Content>, Vec<Diagnostic>> {
        if !frozen::is_part(&output.what) {
            return Ok(None);
        }
        Ok(Some(match self.make(output)? {
            Content::Bytes(html) if output.path.ends_with(".html") => {
                let page = frozen::page(
                    &String::from_utf8_lossy(&html),
                    name,
                    &output.path,
                    self.stock.words,
                );
                Content::Bytes(page.into_bytes())
            }
            it @ (Content::Bytes(_) | Content::Stream(_) | Content::CopyOf(_)) => it,
        }))
    }

    /// What stands in a frozen version in the place of a page that was taken out of it.
    #[must_use]
    pub fn withdrawn(&self, name: &str, path: &str) -> String {
        frozen::withdrawn(&self.stock.briefing.settings.language, name, path, self.stock.words)
    }

    /// The texts that versions are compared by.
    #[must_use]
    pub fn texts(&self) -> BTreeMap<Box<str>, Box<str>> {
        frozen::texts(&self.stock.briefing)
    }

    /// What hosts are told.
    fn hosted(&self) -> Hosted<'_> {
        Hosted::new(&self.stock.briefing, &self.outputs, Policy::of(&self.theme))
    }

    /// The site's headers and redirects as a piece of nginx's configuration; the site stands in a
    /// folder of the server.
    #[must_use]
    pub fn nginx(&self, folder: &str) -> String {
        nginx::configuration(&self.hosted(), folder)
    }

    /// The briefing as other programs take it.
    #[must_use]
    pub fn exchange(&self, form: Exchange) -> String {
        exchange::text(form, &self.stock)
    }

    /// A data file: it grows with the briefing, so it is never held as a whole.
    fn data(
        &self,
        write: impl Fn(&Briefing, &mut Gathering<'_>) -> io::Result<()> + Send + Sync + 'static,
    ) -> Content {
        let briefing = Arc::clone(&self.stock.briefing);
        Content::Stream(Stream::new(move |to| write(&briefing, to)))
    }

    fn search_index(&self, part: u32) -> Content {
        let words = self.stock.words;
        self.data(move |briefing, to| search_index::write(briefing, words, part, to))
    }

    fn cards(&self, part: u32) -> Content {
        let stock = self.stock.clone();
        Content::Stream(Stream::new(move |to| card_parts::write(&stock, part, to)))
    }

    /// Drawn when it is written, and not where its like was drawn last.
    fn social_card(&self) -> Content {
        let (card, drawn) = (self.stock.card(), self.drawn.clone());
        Content::Stream(Stream::new(move |to| to.write_all(&drawn.png(&card))))
    }

    /// A data file that tells of earlier releases too.
    fn of_history(
        &self,
        write: impl Fn(&Briefing, &[Record], &mut Gathering<'_>) -> io::Result<()>
        + Send
        + Sync
        + 'static,
    ) -> Content {
        let history = Arc::clone(&self.stock.history);
        self.data(move |briefing, to| write(briefing, &history, to))
    }

    /// The content file that a page is about.
    fn about(&self, what: &What) -> Option<Place> {
        let page = outputs::about(&self.stock.briefing, what)?;
        Some(page.document.place(Span::default()))
    }
}
