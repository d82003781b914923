//! `calendar.ics`: events known to the day, as RFC 5545 has them.
//!
//! An event keeps its UID whatever becomes of it; SEQUENCE counts its changes from release to
//! release, and what was published and is no longer there is cancelled, without its name.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::hash;
use crate::model::briefing::{Briefing, Entity};
use crate::model::day::Day;
use crate::model::entity::{Event, Status};
use crate::model::id::{Kind, Slug};
use crate::model::when::{Precision, Shape};
use crate::release::record::{Record, Times};
use crate::release::said::said;
use crate::render::routes;
use crate::render::stock::front;

/// The most octets that a line may have (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// Writes the file.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, records: &[Record], to: &mut impl Write) -> io::Result<()> {
    let mut lines = Lines { to };
    lines.put("BEGIN", "VCALENDAR")?;
    lines.put("VERSION", "2.0")?;
    lines.put("PRODID", "-//dateline//dateline//EN")?;
    lines.put("CALSCALE", "GREGORIAN")?;
    lines.put("X-WR-CALNAME", &escaped(&briefing.settings.title))?;
    let site = site(briefing);
    for (_, entity) in briefing.of_kind(Kind::Event) {
        if let Some(event) = entity.event().filter(|event| is_dated(event)) {
            one(&mut lines, briefing, records, (entity, event), &site)?;
        }
    }
    gone(&mut lines, briefing, records, &site)?;
    lines.put("END", "VCALENDAR")
}

/// Whether the day is known, without "about" and "perhaps".
fn is_dated(event: &Event) -> bool {
    let when = &event.when.value;
    let is_closed = !matches!(when.shape(), Shape::From(..) | Shape::Until(..));
    let is_sure = !when.is_approximate() && !when.is_uncertain();
    when.precision() >= Precision::Day && is_closed && is_sure
}

fn one(
    lines: &mut Lines<'_>,
    briefing: &Briefing,
    records: &[Record],
    (entity, event): (&Entity, &Event),
    site: &str,
) -> io::Result<()> {
    let when = &event.when.value;
    let (sequence, stamp) = revision(briefing, records, entity);
    lines.put("BEGIN", "VEVENT")?;
    lines.put("UID", &format!("{}@{site}", entity.id()))?;
    lines.put("DTSTAMP", &stamp)?;
    lines.put("SEQUENCE", &sequence.to_string())?;
    match (when.shape(), entity.bounds) {
        (Shape::Time(_) | Shape::Times(..), Some(bounds)) => {
            lines.put("DTSTART", &moment(bounds.lower))?;
            if matches!(when.shape(), Shape::Times(..)) {
                lines.put("DTEND", &moment(bounds.upper))?;
            }
        }
        _ => {
            if let Some((first, last)) = when.first_day().zip(when.last_day()) {
                lines.put("DTSTART;VALUE=DATE", &date(first))?;
                lines.put("DTEND;VALUE=DATE", &date(Day::numbered(last.number() + 1)))?;
            }
        }
    }
    lines.put("SUMMARY", &escaped(&event.title))?;
    if let Some(summary) = &event.summary {
        lines.put("DESCRIPTION", &escaped(summary))?;
    }
    if let Some(place) = &event.place {
        let parts = [Some(&*place.name), place.country.as_deref()];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        lines.put("LOCATION", &escaped(&parts.join(", ")))?;
    }
    if let Some(base) = &briefing.settings.base_url {
        lines.put("URL", &format!("{base}{}", routes::entity(entity)))?;
    }
    lines.put("STATUS", status(event.status))?;
    lines.put("TRANSP", "TRANSPARENT")?;
    lines.put("END", "VEVENT")
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Cancelled => "CANCELLED",
        Status::Postponed | Status::Reported => "TENTATIVE",
        Status::Scheduled | Status::Occurred => "CONFIRMED",
    }
}

/// Cancels what was published with a day and has none any more: as the newest record had it that
/// had its day, at the moment of the release that took it away.
fn gone(
    lines: &mut Lines<'_>,
    briefing: &Briefing,
    records: &[Record],
    site: &str,
) -> io::Result<()> {
    let is_there = |id: &str| {
        let known = Slug::new(id).and_then(|id| briefing.ids.get(&id));
        known.and_then(|id| briefing[*id].event()).is_some_and(is_dated)
    };
    let mut cancelled: BTreeMap<&str, (&Times, Option<&Record>)> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let dated = record.events.iter();
        let dated = dated.filter(|(id, times)| is_day(&times.when) && !is_there(id));
        cancelled.extend(dated.map(|(id, times)| (&**id, (times, records.get(at + 1)))));
    }
    for (id, (times, next)) in cancelled {
        let Some(start) = times.start else { continue };
        let stamp = next.map_or_else(|| today(briefing), |next| compact(&next.date));
        lines.put("BEGIN", "VEVENT")?;
        lines.put("UID", &format!("{id}@{site}"))?;
        lines.put("DTSTAMP", &stamp)?;
        lines.put("SEQUENCE", &(times.sequence + 1).to_string())?;
        lines.put("DTSTART", &moment(start))?;
        lines.put("STATUS", "CANCELLED")?;
        lines.put("END", "VEVENT")?;
    }
    Ok(())
}

/// Whether a date as it was written names a day, or two, without "about" and "perhaps": `2021-12-30`
/// does, `2021-12-0X` does not.
fn is_day(written: &str) -> bool {
    let is_day = |date: &str| {
        let digits = |at: usize, byte: u8| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        date.len() >= 10 && date.bytes().take(10).enumerate().all(|(at, byte)| digits(at, byte))
    };
    // A zone's name may have a `/` too: `2021-12-30T15:35[America/New_York]`.
    let dates = written.split('[').next().unwrap_or(written).split('/');
    !written.contains(['~', '?', '%']) && dates.into_iter().all(is_day)
}

/// The day that the briefing speaks of, for what no release has yet.
fn today(briefing: &Briefing) -> String {
    let day = front(briefing).and_then(|front| front.as_of.first_day());
    day.map_or_else(|| "19700101T000000Z".to_owned(), |day| format!("{}T000000Z", date(day)))
}

/// How often an event was changed since it was first published, and when it was last.
fn revision(briefing: &Briefing, records: &[Record], entity: &Entity) -> (u32, String) {
    let today = today(briefing);
    let key = format!("event:{}", entity.id());
    let then = |record: &Record| record.entities.get(&*key).map(|it| it.hash.clone());
    let Some(last) = records.last() else { return (0, today) };
    let Some(published) = then(last) else { return (0, today) };
    let sequence = last.events.get(entity.id().as_str()).map_or(0, |times| times.sequence);
    if *published != *hash::short(said(&entity.page.document.file.text).as_bytes()) {
        return (sequence + 1, today);
    }
    let same = records.iter().rev().take_while(|it| then(it).as_ref() == Some(&published));
    (sequence, same.last().map_or(today, |record| compact(&record.date)))
}

/// What makes UIDs those of this site.
fn site(briefing: &Briefing) -> String {
    let settings = &briefing.settings;
    let host = settings.base_url.as_deref().and_then(|base| base.split("://").nth(1));
    match host {
        Some(rest) => rest.trim_end_matches('/').replace('/', "."),
        None => format!("{}.dateline", hash::short(settings.title.as_bytes())),
    }
}

fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

fn moment(instant: i64) -> String {
    let (day, second) = Day::of_clock(instant);
    format!("{}T{:02}{:02}{:02}Z", date(day), second / 3600, second / 60 % 60, second % 60)
}

/// `2021-12-30T20:35:00Z` without its marks.
fn compact(date: &str) -> String {
    date.replace(['-', ':'], "")
}

/// A text with what has a meaning in calendars escaped (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => all.extend(['\\', c]),
            '\n' => all.push_str("\\n"),
            c if c.is_control() => {}
            c => all.push(c),
        }
    }
    all
}

/// Lines that end in CRLF and go on after a space where they are too long.
struct Lines<'w> {
    to: &'w mut dyn Write,
}

impl Lines<'_> {
    fn put(&mut self, name: &str, value: &str) -> io::Result<()> {
        let line = format!("{name}:{value}");
        let (mut rest, mut room) = (line.as_str(), LONGEST_LINE);
        while rest.len() > room {
            let cut = (0..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(room);
            let (now, later) = rest.split_at_checked(cut).unwrap_or((rest, ""));
            write!(self.to, "{now}\r\n ")?;
            (rest, room) = (later, LONGEST_LINE - 1);
        }
        write!(self.to, "{rest}\r\n")
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, escaped, is_day};

    #[test]
    fn only_what_names_a_day_is_cancelled_when_it_goes() {
        let days =
            "2021-12-30 2021-12-30/2022-01-02 2021-12-30T20:35Z 2021-12-30T15:35[America/New_York]";
        assert!(days.split(' ').all(is_day));
        let others = "2021-12-0X 2021-12 2021-11/2021-12 2021-12-30~ 2021-12-30? ../2021-12-30 2021-12-30/..";
        assert!(!others.split(' ').any(is_day));
    }

    #[test]
    fn long_lines_go_on_at_whole_characters() {
        let mut bytes = Vec::new();
        Lines { to: &mut bytes }.put("SUMMARY", &"Länge ".repeat(40)).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "Länge ".repeat(40)));
    }

    #[test]
    fn marks_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne\u{7}"), "a\\, b\\; c\\\\d\\ne");
    }
}
