//! Dates as templates get them. The only place in `render` that puts a date into words.

use crate::model::briefing::Entity;
use crate::model::when::When;
use crate::render::value::{Value, map, text};

/// A date in words: as a label (`text`), in a sentence (`prose`), and for programs (`machine`).
#[must_use]
pub fn value(when: &When) -> Value {
    map([("text", text(&when.0)), ("prose", text(&when.0)), ("machine", text(&when.0))])
}

/// No date: false in a condition.
#[must_use]
pub fn none() -> Value {
    crate::render::value::nothing()
}

/// The words of a date, as a label.
#[must_use]
pub fn label(when: &When) -> String {
    when.0.to_string()
}

/// A date for programs: what `<time datetime>` takes.
#[must_use]
pub fn machine(when: &When) -> String {
    when.0.to_string()
}

/// The year that an event is listed under.
#[must_use]
pub fn year(event: &Entity) -> i32 {
    let when = event.event().map_or("", |event| &*event.when.value.0);
    let digits = when.trim_start_matches("../");
    digits.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0)
}
