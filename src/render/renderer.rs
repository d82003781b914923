//! Makes pages, one by one, when asked for.

use std::sync::Arc;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::Briefing;
use crate::model::site::{Content, Output, What};
use crate::render::outputs;
use crate::render::routes;
use crate::render::sheet::Sheet;
use crate::render::stock::Stock;
use crate::render::theme::Theme;
use crate::render::views;

/// A briefing and a theme, ready to make pages of. Pages may be made on several threads at once.
pub struct Renderer {
    theme: Arc<Theme>,
    stock: Stock,
    outputs: Vec<Output>,
}

impl Renderer {
    /// A renderer of a briefing, and which of its outputs stand in each other's way. Making one
    /// costs some milliseconds at 10,000 pages.
    #[must_use]
    pub fn new(theme: Arc<Theme>, briefing: Arc<Briefing>) -> (Renderer, Vec<Diagnostic>) {
        let (outputs, diagnostics) = outputs::outputs(&briefing, &theme);
        (Renderer { theme, stock: Stock::new(briefing), outputs }, diagnostics)
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
        let briefing = &*self.stock.briefing;
        let root = match (&output.what, briefing.settings.base_url.as_deref()) {
            // It is shown at whatever address is missing, at any depth.
            (What::NotFound, Some(base)) => routes::path_of_address(base),
            _ => routes::root(&output.path),
        };
        let mut sheet = Sheet::new(&self.stock, &output.path, root);
        let template = match &output.what {
            What::Front => views::front::fill(&mut sheet),
            What::Entity(id) => views::entity(&mut sheet, *id),
            What::Mentions(id, part) => views::backlinks::further(&mut sheet, *id, *part),
            What::List(kind, part) => views::lists::fill(&mut sheet, *kind, *part),
            What::Timeline => views::timeline::whole(&mut sheet),
            What::TimelineYear(year, part) => views::timeline::of_year(&mut sheet, *year, *part),
            What::TimelineActor(id, part) => views::timeline::of_actor(&mut sheet, *id, *part),
            What::Quotes(part) => views::quotes::fill(&mut sheet, *part),
            What::Evidence => views::evidence::fill(&mut sheet),
            What::Corrections => views::corrections::fill(&mut sheet),
            What::NotFound => views::small::not_found(&mut sheet),
            What::Redirect(former) => views::small::redirect(&mut sheet, former),
            What::Sitemap => views::small::sitemap(&mut sheet, &self.outputs),
            What::Robots => views::small::robots(&mut sheet),
            What::BriefingJson | What::EvidenceJson | What::QuotesCsv | What::EventsCsv => {
                return Ok(Content::Bytes(Vec::new()));
            }
            What::Asset(asset) => return Ok(Content::CopyOf(asset.clone())),
        };
        let made = self.theme.render(template, &sheet.variables, &output.path);
        made.map(Content::Bytes).map_err(|diagnostics| {
            let about = match output.what {
                What::Entity(id) | What::Mentions(id, _) => Some(&briefing[id].page.document),
                What::Front => Some(&briefing.front.document),
                What::List(..)
                | What::Timeline
                | What::TimelineYear(..)
                | What::TimelineActor(..)
                | What::Quotes(_)
                | What::Evidence
                | What::Corrections
                | What::NotFound
                | What::Redirect(_)
                | What::Sitemap
                | What::Robots
                | What::BriefingJson
                | What::EvidenceJson
                | What::QuotesCsv
                | What::EventsCsv
                | What::Asset(_) => None,
            };
            let place = about.map(|document| document.place(crate::model::place::Span::default()));
            let note = |diagnostic: Diagnostic| match &place {
                Some(place) => diagnostic.related(place.clone(), "while making the page of this"),
                None => diagnostic,
            };
            diagnostics.into_iter().map(note).collect()
        })
    }
}
