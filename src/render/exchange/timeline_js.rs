//! TimelineJS (timeline.knightlab.com), the JSON of drawn timelines.

use serde::Serialize;

use crate::model::briefing::Entity;
use crate::model::day::Day;
use crate::model::entity::Event;
use crate::model::id::Kind;
use crate::model::when::{Precision, When};
use crate::render::escape;
use crate::render::exchange::{key, page};
use crate::render::stock::{self, Stock};

#[derive(Serialize)]
struct Timeline {
    title: Slide,
    events: Vec<Slide>,
    scale: &'static str,
}

#[derive(Serialize)]
struct Slide {
    #[serde(skip_serializing_if = "Option::is_none")]
    unique_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'static str>,
    text: Text,
}

/// As fine as it is known, and no finer than a day: a clock of TimelineJS has no zone.
#[derive(PartialEq, Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u8>,
}

/// Both are markup there.
#[derive(Serialize)]
struct Text {
    headline: String,
    text: String,
}

/// All events whose beginning is known, in order of time.
#[must_use]
pub fn text(stock: &Stock) -> String {
    let briefing = &*stock.briefing;
    let events = briefing.of_kind(Kind::Event);
    let events = events.filter_map(|(_, entity)| slide(stock, entity, entity.event()?)).collect();
    let front = stock::front(briefing);
    let summary = front.map_or("", |front| &*front.summary);
    let name = briefing.front.document.name();
    let title = Slide {
        unique_id: None,
        start_date: None,
        end_date: None,
        display_date: None,
        group: None,
        text: Text { headline: escaped(name), text: escaped(summary) },
    };
    let timeline = Timeline { title, events, scale: "human" };
    let mut text = serde_json::to_string_pretty(&timeline).unwrap_or_default();
    text.push('\n');
    text
}

fn slide(stock: &Stock, entity: &Entity, event: &Event) -> Option<Slide> {
    let when = &event.when.value;
    let start = date(when.first_day()?, when);
    // What is known to the month is a point on the line, not a stretch of it.
    let end = when.last_day().map(|day| date(day, when)).filter(|end| *end != start);
    let mut headline = escaped(&event.title);
    if let Some(address) = page(&stock.briefing, entity) {
        headline = format!("<a href=\"{}\">{headline}</a>", escaped(&address));
    }
    Some(Slide {
        unique_id: Some(key(entity)),
        start_date: Some(start),
        end_date: end,
        display_date: Some(stock.dates.label(when)),
        group: Some(event.status.word()),
        text: Text { headline, text: escaped(event.summary.as_deref().unwrap_or("")) },
    })
}

fn date(day: Day, when: &When) -> Date {
    let precision = when.precision();
    Date {
        year: day.year,
        month: (precision >= Precision::Season).then_some(day.month),
        day: (precision >= Precision::Day).then_some(day.day),
    }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape::push(&mut html, text);
    html
}
