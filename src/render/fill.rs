//! Filling the holes of a text, for one page.

use crate::model::briefing::{Briefing, Linked, Quotation, Target, Verdict};
use crate::model::document::Reference;
use crate::model::id::{EntityId, ReferenceId};
use crate::model::prose::{Citation, Filling, Prose, Quoted, Translation};
use crate::render::cards::Cards;
use crate::render::escape;
use crate::render::notes::Notes;
use crate::words::table::Words;

/// What filling needs to know of the page that is made.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The whole.
    pub briefing: &'a Briefing,
    /// The words.
    pub words: &'static Words,
    /// How things are shown.
    pub cards: &'a Cards,
    /// The way up from the page to the site's root.
    pub root: &'a str,
}

/// One text of a document.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    /// The document, linked.
    pub page: &'a Linked,
    /// The text.
    pub prose: &'a Prose,
    /// The number of its first quotation in [`Briefing::quotations`].
    pub first_quotation: usize,
}

/// Where on a page a text stands, if it is not the page's own.
#[derive(Clone, Copy, Default)]
pub struct Within<'p> {
    /// What its ids begin with, since several texts may stand on one page.
    pub prefix: &'p str,
    /// It stands below a heading of its own, so its headings are one level deeper.
    pub deeper: bool,
}

/// The texts of a document, in the order of [`crate::model::document::Document::proses`].
pub fn texts(page: &Linked) -> impl Iterator<Item = Text<'_>> {
    let mut next = page.first_quotation as usize;
    page.document.proses().map(move |prose| {
        let first_quotation = next;
        next += prose.quotations.len();
        Text { page, prose, first_quotation }
    })
}

impl<'a> Setting<'a> {
    /// The HTML of a text.
    pub fn fill(self, text: Text<'a>, within: Within<'_>, notes: &mut Notes<'a>) -> String {
        let whole = &*text.prose.html;
        let mut html = String::with_capacity(whole.len() + text.prose.holes.len() * 64);
        let mut from = 0;
        for hole in &text.prose.holes {
            let at = hole.at as usize;
            html.push_str(whole.get(from..at).unwrap_or(""));
            from = at;
            match hole.filling {
                Filling::LinkStart(reference) => self.link_start(&mut html, text.page, reference),
                Filling::LinkEnd(reference) => link_end(&mut html, text.page, reference),
                Filling::Name(reference) => self.name(&mut html, text.page, reference),
                Filling::Citation(number) => {
                    if let Some(citation) = text.prose.citations.get(number as usize) {
                        mark(&mut html, text.page, citation, notes);
                    }
                }
                Filling::QuotationStart(number) => self.quotation_start(&mut html, text, number),
                Filling::QuotationEnd(number) => self.quotation_end(&mut html, text, number),
                Filling::Root => html.push_str(self.root),
                Filling::IdPrefix => html.push_str(within.prefix),
                Filling::Level(level) => push_level(&mut html, level, within.deeper),
            }
        }
        html.push_str(whole.get(from..).unwrap_or(""));
        html
    }

    fn link_start(self, html: &mut String, page: &Linked, reference: ReferenceId) {
        match page.targets.get(reference.index()) {
            Some(Target::Entity(id)) => self.open(html, *id, written(page, reference)),
            Some(Target::Missing) => html.push_str(MISSING),
            Some(Target::Withheld | Target::Words) | None => {}
        }
    }

    fn name(self, html: &mut String, page: &Linked, reference: ReferenceId) {
        let written = written(page, reference);
        match page.targets.get(reference.index()) {
            Some(Target::Entity(id)) => {
                self.open(html, *id, written);
                html.push_str(self.cards.of_thing(*id).short_name());
                html.push_str("</a>");
            }
            Some(Target::Missing | Target::Withheld | Target::Words) | None => {
                // Only a preview of a briefing with errors comes here.
                html.push_str(MISSING);
                let words = written.map_or("", |reference| page.document.wanted(reference));
                escape::push(html, words);
                html.push_str("</span>");
            }
        }
    }

    fn open(self, html: &mut String, id: EntityId, written: Option<&Reference>) {
        html.push_str("<a href=\"");
        html.push_str(self.root);
        html.push_str(self.cards.of_thing(id).path());
        if let Some(fragment) = written.and_then(|reference| reference.fragment.as_deref()) {
            html.push('#');
            escape::push(html, fragment);
        }
        html.push_str("\">");
    }

    fn quotation_start(self, html: &mut String, text: Text<'a>, number: u32) {
        let Some((quotation, quoted)) = self.quotation(text, number) else { return };
        // A block quote has paragraphs inside, which a `span` may not.
        html.push_str(if quoted.block { "<div" } else { "<span" });
        html.push_str(" class=\"quote\" id=\"q-");
        html.push_str(&quotation.id);
        html.push('"');
        let foreign = quotation.source.and_then(|id| foreign_language(self.briefing, id));
        // A translation is in the site's language, and says so beside its original.
        let language = match quoted.translation {
            Some(_) => Some(&*self.briefing.settings.language).filter(|it| !it.is_empty()),
            None => foreign,
        };
        if let Some(language) = language {
            push_lang(html, language);
        }
        html.push('>');
    }

    fn quotation_end(self, html: &mut String, text: Text<'a>, number: u32) {
        let Some((quotation, quoted)) = self.quotation(text, number) else { return };
        html.push_str(if quoted.block { "</div>\n" } else { "</span>" });
        if !quoted.block {
            self.to_passage(html, quotation);
        }
        let Some(translation) = &quoted.translation else { return };
        let source = quotation.source.and_then(|id| self.briefing[id].source());
        let language = source.and_then(|source| source.language.as_deref());
        let (start, end) = if quoted.block {
            ("<p class=\"original\">(", ")</p>\n")
        } else {
            (" <span class=\"original\">(", ")</span>")
        };
        html.push_str(start);
        push_original(html, translation, language, self.words);
        html.push_str(end);
    }

    /// The way from quoted words to the passage in their source, where they were found there.
    fn to_passage(self, html: &mut String, quotation: &Quotation) {
        let found = matches!(quotation.verdict, Verdict::Exact | Verdict::Folded | Verdict::Elided);
        let Some(source) = quotation.source.filter(|_| found) else { return };
        let card = self.cards.of_thing(source);
        html.push_str("<a class=\"found\" href=\"");
        html.push_str(self.root);
        html.push_str(card.path());
        html.push_str("#p-");
        html.push_str(&quotation.id);
        html.push_str("\" aria-label=\"");
        escape::push(html, &self.words.to_passage);
        html.push_str(&self.words.comma);
        escape::push(html, self.words.verdict_name(quotation.verdict));
        html.push_str("\"></a>");
    }

    fn quotation(self, text: Text<'a>, number: u32) -> Option<(&'a Quotation, &'a Quoted)> {
        let number = number as usize;
        let quotation = self.briefing.quotations.get(text.first_quotation + number)?;
        Some((quotation, text.prose.quotations.get(number)?))
    }
}

fn push_level(html: &mut String, level: u8, deeper: bool) {
    let level = level.saturating_add(u8::from(deeper)).clamp(2, 6);
    html.push(char::from(b'0' + level));
}

/// The start of words that lead to nothing.
const MISSING: &str = "<span class=\"missing\">";

fn link_end(html: &mut String, page: &Linked, reference: ReferenceId) {
    match page.targets.get(reference.index()) {
        Some(Target::Entity(_)) => html.push_str("</a>"),
        Some(Target::Missing) => html.push_str("</span>"),
        Some(Target::Withheld | Target::Words) | None => {}
    }
}

fn mark<'a>(html: &mut String, page: &Linked, citation: &'a Citation, notes: &mut Notes<'a>) {
    match page.entity(citation.source) {
        Some(source) => {
            // The mark belongs to the word before it: no line may end between the two.
            if html.ends_with(' ') {
                html.pop();
            }
            notes.push_mark(html, source, citation.locator.as_deref());
        }
        None => {
            html.push_str(MISSING);
            html.push_str("[?]</span>");
        }
    }
}

fn written(page: &Linked, reference: ReferenceId) -> Option<&Reference> {
    page.document.references.get(reference.index())
}

/// Writes who translated quoted words, and the original.
pub fn push_original(
    html: &mut String,
    translation: &Translation,
    language: Option<&str>,
    words: &Words,
) {
    html.push_str(&words.translated_by);
    html.push(' ');
    escape::push(html, &translation.translator);
    html.push_str(&words.semicolon);
    html.push_str(&words.original);
    html.push_str(": <i");
    if let Some(language) = language {
        push_lang(html, language);
    }
    html.push('>');
    escape::push(html, &translation.original);
    html.push_str("</i>");
}

fn push_lang(html: &mut String, language: &str) {
    html.push_str(" lang=\"");
    escape::push(html, language);
    html.push('"');
}

/// The language that a source's quoted words stand in, where it is not the site's.
#[must_use]
pub fn foreign_language(briefing: &Briefing, id: EntityId) -> Option<&str> {
    let known = translated_in(briefing, id).unwrap_or(id);
    let language = briefing[known].source()?.language.as_deref()?;
    (language != &*briefing.settings.language).then_some(language)
}

/// The source through which another is known, where that is in another language: quoted words
/// stand as they were translated there.
#[must_use]
pub fn translated_in(briefing: &Briefing, id: EntityId) -> Option<EntityId> {
    let source = briefing[id].source()?;
    let via = briefing[id].page.entity(source.via?)?;
    let (own, there) = (source.language.as_deref()?, briefing[via].source()?.language.as_deref()?);
    (own != there).then_some(via)
}
