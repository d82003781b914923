//! Dates as templates get them. The only place in `render` that puts a date into words.

use crate::model::briefing::Entity;
use crate::model::settings::Settings;
use crate::model::when::{Precision, When};
use crate::render::escape;
use crate::render::theme::Value;
use crate::render::value::html;
use crate::words::dates::{self, grammar::Words};
use crate::zone::Zone;

/// Puts dates into words, times on the clocks of the site.
pub struct Dates {
    words: &'static Words,
    zones: Vec<Zone>,
}

impl Dates {
    /// The dates of a site.
    #[must_use]
    pub fn new(settings: &Settings) -> Dates {
        Dates {
            words: dates::of(&settings.language),
            zones: settings.time_zones.iter().filter_map(|name| Zone::named(name)).collect(),
        }
    }

    /// A date as HTML, `<time>` where HTML has a value that says no more than the date does. No
    /// date is false in a condition.
    #[must_use]
    pub fn value(&self, when: Option<&When>) -> Value {
        let mut time = String::new();
        if let Some(when) = when {
            self.push_html(&mut time, when);
        }
        html(&time)
    }

    /// The same, written at the end of some HTML.
    pub fn push_html(&self, html: &mut String, when: &When) {
        let machine = when.machine();
        // A date may not break across lines; several clocks, one after another, must.
        html.push_str(match (&machine, when.precision() >= Precision::Minute) {
            (Some(_), true) => "<time class=\"clocks\" datetime=\"",
            (Some(_), false) => "<time datetime=\"",
            (None, _) => "<span class=\"when\">",
        });
        if let Some(machine) = &machine {
            escape::push(html, machine);
            html.push_str("\">");
        }
        escape::push(html, &self.label(when));
        html.push_str(if machine.is_some() { "</time>" } else { "</span>" });
    }

    /// The words of a date, as a label.
    #[must_use]
    pub fn label(&self, when: &When) -> String {
        self.words.label(when, &self.zones)
    }

    /// From when until when an office was held, as a label.
    #[must_use]
    pub fn span(&self, from: Option<&When>, to: Option<&When>) -> String {
        self.words.span(from, to, &self.zones)
    }
}

/// The year that an event is listed under: of its first day, or else of its last.
#[must_use]
pub fn year(event: &Entity) -> i32 {
    let when = event.event().map(|event| &event.when.value);
    let day = when.and_then(|when| when.first_day().or_else(|| when.last_day()));
    day.map_or(0, |day| day.year)
}
