//! What is cited, and how: sources in the site's reference style, and the site's own pages for
//! those who cite them.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::citation::item::{Date, Item, Name};
use crate::citation::style::{Run, Style};
use crate::citation::{bibtex, ris};
use crate::model::briefing::{Briefing, Entity, PageId};
use crate::model::entity::{ActorKind, Source, SourceKind};
use crate::model::id::EntityId;
use crate::model::site::References;
use crate::model::when::{self, Detail, Shape, When};
use crate::release::record::Record;
use crate::release::versions::Versions;
use crate::render::json::write::compact;
use crate::render::stock::{self, Stock};
use crate::render::{escape, exchange, routes};
use crate::words;

/// A source, as styles want it.
#[must_use]
pub fn source<'a>(briefing: &'a Briefing, entity: &'a Entity, source: &'a Source) -> Item<'a> {
    let speaker = source.by.and_then(|by| entity.page.entity(by)).map(|id| &briefing[id]);
    let name = |speaker: &'a Entity| {
        let actor = speaker.actor().filter(|actor| actor.kind == ActorKind::Person);
        Name::new(speaker.name(), actor.and_then(|actor| actor.sort_name.as_deref()))
    };
    let author = match words::of(&briefing.settings.language).unnamed_speaker(source) {
        Some(described) => Some(Name::new(described, None)),
        None => speaker.map(name),
    };
    let (kind, stands_in) = csl_kind(source.kind);
    let publisher = source.publisher.as_deref();
    let (container_title, publisher) =
        if stands_in { (publisher, None) } else { (None, publisher) };
    Item {
        id: format!("source-{}", entity.id()).into(),
        kind,
        title: &source.title,
        author: author.into_iter().collect(),
        container_title,
        publisher,
        issued: source.published.as_ref().and_then(Date::new),
        accessed: source.accessed.as_ref().and_then(Date::new),
        version: None,
        url: source.url.as_deref().map(Cow::Borrowed),
        language: source.language.as_deref(),
    }
}

/// CSL's word for a kind of source, and whether such a thing stands in what its publisher is
/// called (an article in a newspaper).
fn csl_kind(kind: SourceKind) -> (&'static str, bool) {
    match kind {
        SourceKind::WireReport | SourceKind::Article => ("article-newspaper", true),
        SourceKind::Readout | SourceKind::Report => ("report", false),
        SourceKind::Statement | SourceKind::Document => ("document", false),
        SourceKind::PressConference => ("speech", false),
        SourceKind::Interview => ("interview", false),
        SourceKind::Letter => ("personal_communication", false),
        SourceKind::Broadcast => ("broadcast", true),
        SourceKind::SocialPost => ("post", true),
        SourceKind::Dataset => ("dataset", false),
    }
}

/// Writes a reference in a style, its title leading to the source's page, without a full stop at
/// its end.
pub fn push_reference(html: &mut String, style: &Style, item: &Item<'_>, page: &str) {
    let mut runs = style.reference(item);
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end_matches('.').len());
    }
    // Where a style shortens the title, what it begins with leads to the page.
    let titled = runs.iter().position(|run| title_in(&run.text, item.title).is_some());
    for (at, run) in runs.iter().enumerate() {
        let marked = [(run.italic, "i"), (run.bold, "b")];
        let tags = marked.iter().filter(|(wanted, _)| *wanted).map(|(_, tag)| *tag);
        tags.clone().for_each(|tag| html.extend(["<", tag, ">"]));
        push_words(html, run, at == titled.unwrap_or(0), item.title, page);
        tags.rev().for_each(|tag| html.extend(["</", tag, ">"]));
    }
}

fn push_words(html: &mut String, run: &Run, leads: bool, title: &str, page: &str) {
    if let Some(address) = &run.address {
        html.push_str("<a class=\"out\" rel=\"noopener noreferrer external\" href=\"");
        escape::push(html, address);
        html.push_str("\">");
        escape::push(html, &run.text);
        return html.push_str("</a>");
    }
    if !leads {
        return escape::push(html, &run.text);
    }
    let (start, end) = title_in(&run.text, title).unwrap_or((0, run.text.len()));
    escape::push(html, run.text.get(..start).unwrap_or(""));
    html.push_str("<a href=\"");
    html.push_str(page);
    html.push_str("\">");
    escape::push(html, run.text.get(start..end).unwrap_or(""));
    html.push_str("</a>");
    escape::push(html, run.text.get(end..).unwrap_or(""));
}

/// Where a title stands; styles for English write it in capitals of their own.
fn title_in(text: &str, title: &str) -> Option<(usize, usize)> {
    let at = text.to_ascii_lowercase().find(&title.to_ascii_lowercase())?;
    Some((at, at + title.len()))
}

/// A page of the site, as others may cite it.
#[must_use]
pub fn page<'a>(briefing: &'a Briefing, versions: &Versions, page: PageId) -> Item<'a> {
    let settings = &briefing.settings;
    let front = stock::front(briefing);
    let base = settings.base_url.as_deref();
    let (id, title, path) = match page {
        PageId::Front => (Cow::Borrowed("briefing"), briefing.front.document.name(), String::new()),
        PageId::Entity(id) => {
            let entity = &briefing[id];
            (exchange::key(entity).into(), entity.name(), routes::entity(entity))
        }
    };
    let version = versions.of(page);
    let issued = version.and_then(|version| Date::of_moment(&version.date));
    Item {
        id,
        kind: "webpage",
        title,
        author: front
            .map_or(&[][..], |it| &it.authors)
            .iter()
            .map(|it| Name::new(it, None))
            .collect(),
        container_title: (page != PageId::Front).then_some(&*settings.title),
        publisher: settings.publisher.as_ref().map(|it| &*it.name),
        issued: issued.or_else(|| front.and_then(|front| Date::new(&front.as_of))),
        accessed: None,
        version: version.map(|version| version.number.to_string()),
        url: base.map(|base| [base, &*path].concat().into()),
        language: Some(&settings.language),
    }
}

/// A page of the site, as a line to copy: authors, title, site, publisher, version, address.
#[must_use]
pub fn line(stock: &Stock, of: PageId) -> String {
    let (briefing, words) = (&*stock.briefing, stock.words);
    let item = page(briefing, &stock.versions, of);
    let mut html = String::with_capacity(256);
    for (at, author) in item.author.iter().enumerate() {
        html.push_str(if at > 0 { &words.comma } else { "" });
        escape::push(&mut html, &author.inverted());
    }
    html.push_str(if html.is_empty() { "" } else { ": " });
    html.push_str(&words.quote_open);
    escape::push(&mut html, item.title);
    html.push_str(&words.quote_close);
    for part in [item.container_title, item.publisher].into_iter().flatten() {
        html.push_str(&words.comma);
        escape::push(&mut html, part);
    }
    html.push_str(&words.comma);
    let version = stock.versions.of(of);
    let published = version.and_then(|version| day_of(&version.date));
    if let (Some(version), Some(day)) = (version, published) {
        escape::push(&mut html, &words.version(version.number as usize));
        html.push_str(&words.comma);
        stock.dates.push_html(&mut html, &day);
    } else if let Some(front) = stock::front(briefing) {
        html.push_str(&words.as_of);
        html.push(' ');
        stock.dates.push_html(&mut html, &front.as_of);
    }
    if let Some(url) = &item.url {
        html.push_str(&words.comma);
        escape::push(&mut html, url);
    }
    html
}

/// The day of a moment: `2021-12-30T20:35:00Z`.
#[must_use]
pub fn day_of(moment: &str) -> Option<When> {
    let day = moment.get(..10)?;
    let (month, of_month) = (day.get(5..7)?.parse().ok()?, day.get(8..)?.parse().ok()?);
    let year = day.get(..4)?.parse().ok()?;
    let detail = Detail::Day(month, of_month);
    let date = when::Date { year, detail, approximate: false, uncertain: false };
    Some(When::new(day, Shape::Date(date)))
}

/// Writes references to all pages of the site, for reference managers.
///
/// # Errors
/// Those of what it is written to.
pub fn write(
    form: References,
    briefing: &Briefing,
    records: &[Record],
    to: &mut impl Write,
) -> io::Result<()> {
    let versions = Versions::new(briefing, records);
    let things = (0..).map(EntityId).zip(&briefing.entities).map(|(id, _)| PageId::Entity(id));
    let items =
        std::iter::once(PageId::Front).chain(things).map(|it| page(briefing, &versions, it));
    let mut text = String::new();
    for (at, item) in items.enumerate() {
        text.clear();
        match form {
            References::BibTex => bibtex::push(&mut text, &item),
            References::Ris => ris::push(&mut text, &item),
            References::CslJson => {
                to.write_all(if at == 0 { b"[\n" } else { b",\n" })?;
                compact(to, &item)?;
            }
        }
        to.write_all(text.as_bytes())?;
    }
    if form == References::CslJson { to.write_all(b"\n]\n") } else { Ok(()) }
}
