//! Dates as templates get them. The only place in `render` that puts a date into words.

use crate::model::briefing::Entity;
use crate::model::settings::Settings;
use crate::model::when::When;
use crate::render::value::{Value, map, nothing, text};
use crate::words::dates::phrase;
use crate::zone::Zone;

/// Puts dates into words, times on the clocks of the site.
pub struct Dates {
    zones: Vec<Zone>,
}

impl Dates {
    /// The dates of a site.
    #[must_use]
    pub fn new(settings: &Settings) -> Dates {
        Dates { zones: settings.time_zones.iter().filter_map(|name| Zone::named(name)).collect() }
    }

    /// A date in words, as a label (`text`) and in a sentence (`prose`), and for programs
    /// (`machine`). No date is false in a condition.
    #[must_use]
    pub fn value(&self, when: Option<&When>) -> Value {
        let Some(when) = when else { return nothing() };
        let phrase = phrase(when, &self.zones);
        map([
            ("text", text(&phrase.text)),
            ("prose", text(&phrase.prose)),
            ("machine", text(&machine(when))),
        ])
    }

    /// The words of a date, as a label.
    #[must_use]
    pub fn label(&self, when: &When) -> String {
        phrase(when, &self.zones).text
    }
}

/// A date for programs: what `<time datetime>` takes; empty where it takes no such date.
#[must_use]
pub fn machine(when: &When) -> String {
    when.machine().unwrap_or_default()
}

/// The year that an event is listed under: of its first day, or else of its last.
#[must_use]
pub fn year(event: &Entity) -> i32 {
    let when = event.event().map(|event| &event.when.value);
    let day = when.and_then(|when| when.first_day().or_else(|| when.last_day()));
    day.map_or(0, |day| day.year)
}
