//! `feed.json`: what changed, as JSON Feed 1.1 has it.

use std::io::{self, Write};

use serde_json::json;

use crate::model::briefing::Briefing;
use crate::release::record::Record;
use crate::render::data::feed::{Entry, entries};
use crate::render::routes;
use crate::words;

/// Writes the file.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, records: &[Record], to: &mut impl Write) -> io::Result<()> {
    let settings = &briefing.settings;
    let words = words::of(&settings.language);
    let base = settings.base_url.as_deref().unwrap_or_default();
    let items: Vec<_> = entries(briefing, records, words).into_iter().map(item).collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": base,
        "feed_url": format!("{base}{}", routes::FEED_JSON),
        "language": settings.language,
        "items": items,
    });
    serde_json::to_writer_pretty(&mut *to, &feed)?;
    to.write_all(b"\n")
}

fn item(entry: Entry) -> serde_json::Value {
    let names: Vec<String> = entry.pages.iter().map(|(name, _)| name.clone()).collect();
    let text = match names.is_empty() {
        true => entry.text,
        false => format!("{}\n{}", entry.text, names.join("\n")),
    };
    json!({
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_text": text,
        "date_published": entry.date,
    })
}
