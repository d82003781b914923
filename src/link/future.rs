//! Dates that lie ahead, where only one that has come can be right: what occurred, was published,
//! looked at, put right or signed tomorrow.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::link::rules::pages;
use crate::model::briefing::Briefing;
use crate::model::day::Day;
use crate::model::entity::Status;
use crate::model::id::Kind;
use crate::model::place::{Place, TextFile};

/// By how many seconds the first clocks on earth are ahead of UTC.
const FIRST_CLOCKS: i64 = 14 * 60 * 60;

/// Every such date. A day that has begun anywhere on earth has come.
pub fn dates(
    briefing: &Briefing,
    corrections: Option<&Arc<TextFile>>,
    now: i64,
    found: &mut Vec<Diagnostic>,
) {
    let (latest, _) = Day::of_clock(now.saturating_add(FIRST_CLOCKS));
    let (today, _) = Day::of_clock(now);
    let told = |place: Place, message: String, help: &str| {
        let help = format!("{help}: today is {today}");
        Diagnostic::new(Code::FutureDate, place, message).help(help)
    };
    let right = "write a date that has come";
    for (_, entity) in briefing.of_kind(Kind::Event) {
        let Some(event) = entity.event() else { continue };
        let has = match event.status {
            Status::Occurred => "has occurred",
            Status::Reported => "is reported to have occurred",
            Status::Scheduled | Status::Postponed | Status::Cancelled => continue,
        };
        if event.when.value.earliest_day().is_some_and(|day| day > latest) {
            let place = entity.page.document.place(event.when.span);
            let message = format!("`{}` {has}, and is dated in the future", entity.id());
            let help = "write `status: scheduled`, or a date that has come";
            found.push(told(place, message, help));
        }
    }
    for document in pages(briefing).map(|page| &page.document) {
        for past in document.noted.past.iter().filter(|past| past.day > latest) {
            let message = format!("`{}` lies in the future", past.field);
            found.push(told(document.place(past.span), message, right));
        }
    }
    let Some(file) = corrections else { return };
    for correction in briefing.corrections.iter() {
        if correction.date.value.earliest_day().is_some_and(|day| day > latest) {
            let message = "the date of this correction lies in the future".to_owned();
            found.push(told(Place::new(file, correction.date.span), message, right));
        }
    }
}
