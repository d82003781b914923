//! Zones: what the clocks showed where. The only user of jiff.
//!
//! The IANA database is the one inside the program, never the machine's, so that the same input
//! gives the same bytes everywhere. Beyond the years that jiff knows (-9999 to 9999) clocks are taken
//! to show UTC: an answer, in order, and never a panic.

use crate::model::day::{Day, SECONDS};
use crate::model::when::{Bounds, Shape, When};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use std::fmt;

/// A zone of the IANA database, such as `Europe/Moscow`. Cheap to clone.
#[derive(Clone)]
pub struct Zone(TimeZone);

/// What calendar and clock show somewhere at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    /// The day.
    pub day: Day,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// The second, 0 to 59.
    pub second: u8,
    /// By how many seconds the clock is ahead of UTC.
    pub offset: i32,
}

/// What a clock time means in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// One instant, with this offset.
    Unique(i32),
    /// None: clocks were put forward over it.
    Gap {
        /// The instant at which they were put forward.
        jump: i64,
        /// The offset before.
        before: i32,
        /// The offset after.
        after: i32,
    },
    /// Two: clocks were put back, and showed it again.
    Fold {
        /// The offset of the first.
        before: i32,
        /// The offset of the second.
        after: i32,
    },
}

impl Zone {
    /// The zone of this name, spelled exactly as the database spells it.
    pub fn named(name: &str) -> Option<Self> {
        let zone = TimeZoneDatabase::bundled().get(name).ok()?;
        // jiff forgives capitals; pages show the name, and two spellings would make two zones.
        (zone.iana_name() == Some(name)).then_some(Self(zone))
    }

    /// Coordinated Universal Time.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// The name that it was asked for by.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The names of all zones there are, for "did you mean"; sorted.
    pub fn names() -> impl Iterator<Item = String> {
        let mut names: Vec<_> =
            TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect();
        names.sort_unstable();
        names.into_iter()
    }

    /// The first instant of a day. Not always its midnight: some zones put clocks forward then.
    pub fn start_of_day(&self, day: Day) -> i64 {
        let midnight = day.number() * SECONDS;
        let instant = |offset: i32| midnight - i64::from(offset);
        match self.resolve(day, 0, 0, 0) {
            Resolved::Unique(offset) | Resolved::Fold { before: offset, .. } => instant(offset),
            Resolved::Gap { jump, .. } => jump,
        }
    }

    /// The last second of a day.
    pub fn end_of_day(&self, day: Day) -> i64 {
        self.start_of_day(Day::numbered(day.number() + 1)) - 1
    }

    /// What calendar and clock show here at an instant.
    pub fn local(&self, instant: i64) -> Local {
        let offset = Timestamp::from_second(instant)
            .map_or(0, |timestamp| self.0.to_offset(timestamp).seconds());
        Local::at(instant, offset)
    }

    /// Which instants a clock time means here.
    pub fn resolve(&self, day: Day, hour: u8, minute: u8, second: u8) -> Resolved {
        let Some(civil) = civil(day, hour, minute, second) else { return Resolved::Unique(0) };
        match self.0.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => Resolved::Unique(offset.seconds()),
            AmbiguousOffset::Gap { before, after } => {
                // With the offset of after, the time that was skipped lies before the jump.
                let jump = after.to_timestamp(civil).ok().and_then(|early| {
                    self.0.following(early).next().map(|jump| jump.timestamp().as_second())
                });
                match jump {
                    Some(jump) => {
                        Resolved::Gap { jump, before: before.seconds(), after: after.seconds() }
                    }
                    None => Resolved::Unique(before.seconds()),
                }
            }
            AmbiguousOffset::Fold { before, after } => {
                Resolved::Fold { before: before.seconds(), after: after.seconds() }
            }
        }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Zone({})", self.name())
    }
}

impl Local {
    /// What clocks show at an instant that are ahead of UTC by so many seconds.
    pub fn at(instant: i64, offset: i32) -> Self {
        let (day, second) = Day::of_clock(instant.saturating_add(i64::from(offset)));
        let part = |number: u32| u8::try_from(number).unwrap_or(0);
        Self {
            day,
            hour: part(second / 3600),
            minute: part(second / 60 % 60),
            second: part(second % 60),
            offset,
        }
    }
}

/// The first and the last second that a [`When`] may mean. A bare date is bounded by its days in the
/// zone; a clock time is a point, the stroke of the clock, whatever zone is given.
pub fn bounds(when: &When, zone: &Zone) -> Bounds {
    match when.shape() {
        Shape::Time(time) => Bounds { lower: time.instant, upper: time.instant },
        Shape::Times(start, end) => Bounds { lower: start.instant, upper: end.instant },
        Shape::Date(_) | Shape::Dates(..) | Shape::From(..) | Shape::Until(..) => {
            let lower = when.first_day().map_or(i64::MIN, |day| zone.start_of_day(day));
            let upper = when.last_day().map_or(i64::MAX, |day| zone.end_of_day(day));
            // A day that a zone left out altogether ends as it begins.
            Bounds { lower, upper: upper.max(lower) }
        }
    }
}

/// The instant that a command line names: RFC 3339 with an offset or `Z`, or a bare day, which is
/// its midnight in UTC. In seconds since 1970; fractions are dropped.
///
/// # Errors
///
/// Where the text is neither, one sentence that says what to type.
pub fn instant(text: &str) -> Result<i64, String> {
    let timestamp = match text.len() {
        10 => text
            .parse()
            .ok()
            .and_then(|day: civil::Date| TimeZone::UTC.to_timestamp(day.into()).ok()),
        // jiff passes over a zone in brackets without asking whether it agrees.
        _ if text.contains('[') => None,
        _ => text.parse::<Timestamp>().ok(),
    };
    timestamp.map(Timestamp::as_second).ok_or_else(|| {
        format!(
            "`{text}` is not an instant: write it as `2021-12-30T20:35Z`, \
             `2021-12-30T15:35-05:00` or `2021-12-30` (its midnight in UTC)"
        )
    })
}

/// A day and a time in jiff's terms, if the year is one that it knows.
fn civil(day: Day, hour: u8, minute: u8, second: u8) -> Option<civil::DateTime> {
    let year = i16::try_from(day.year).ok()?;
    let small = |number: u8| i8::try_from(number).ok();
    let (month, day) = (small(day.month)?, small(day.day)?);
    civil::DateTime::new(year, month, day, small(hour)?, small(minute)?, small(second)?, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::named(name).unwrap()
    }

    #[test]
    fn names_are_checked() {
        assert_eq!(zone("Europe/Moscow").name(), "Europe/Moscow");
        assert_eq!(zone("UTC"), Zone::utc());
        for name in ["", "europe/moscow", "utc", "Etc/Unknown", "Europe/Moscou", "MSK", "../etc"] {
            assert_eq!(Zone::named(name), None, "{name}");
        }
        let names: Vec<_> = Zone::names().collect();
        assert!(names.len() > 590 && names.is_sorted());
        for name in names {
            assert!(Zone::named(&name).is_some(), "{name}");
        }
    }

    #[test]
    fn clocks_of_the_call() {
        let call = instant("2021-12-30T15:35-05:00").unwrap();
        let moscow = zone("Europe/Moscow").local(call);
        assert_eq!((moscow.day, moscow.hour, moscow.minute), (Day::new(2021, 12, 30), 23, 35));
        let tokyo = zone("Asia/Tokyo").local(call);
        assert_eq!((tokyo.day, tokyo.hour, tokyo.offset), (Day::new(2021, 12, 31), 5, 32_400));
    }

    #[test]
    fn a_skipped_and_a_doubled_hour() {
        let york = zone("America/New_York");
        let (before, after) = (-18_000, -14_400);
        let jump = instant("2021-03-14T07:00Z").unwrap();
        let gap = Resolved::Gap { jump, before, after };
        assert_eq!(york.resolve(Day::new(2021, 3, 14), 2, 30, 0), gap);
        let fold = Resolved::Fold { before: after, after: before };
        assert_eq!(york.resolve(Day::new(2021, 11, 7), 1, 30, 0), fold);
        assert_eq!(york.resolve(Day::new(2021, 7, 1), 0, 0, 0), Resolved::Unique(after));
    }

    #[test]
    fn days_begin_when_the_zone_begins_them() {
        for (name, day, start) in [
            ("UTC", (2021, 12, 30), "2021-12-30T00:00Z"),
            ("Europe/Moscow", (2021, 12, 30), "2021-12-29T21:00Z"),
            // Midnight itself was skipped.
            ("America/Sao_Paulo", (2018, 11, 4), "2018-11-04T03:00Z"),
            // Clocks went from 23:30 to 00:30.
            ("America/Toronto", (1919, 3, 31), "1919-03-31T04:30Z"),
            // Midnight came twice.
            ("America/Havana", (2021, 11, 7), "2021-11-07T04:00Z"),
            // The whole day was skipped.
            ("Pacific/Apia", (2011, 12, 30), "2011-12-30T10:00Z"),
            ("Pacific/Apia", (2011, 12, 31), "2011-12-30T10:00Z"),
        ] {
            let day = Day::new(day.0, day.1, day.2);
            assert_eq!(zone(name).start_of_day(day), instant(start).unwrap(), "{name} {day}");
        }
    }

    #[test]
    fn days_follow_one_another_in_every_zone() {
        for name in Zone::names() {
            let zone = zone(&name);
            for number in (-60_000..40_000).step_by(997) {
                let day = Day::numbered(number);
                let (start, end) = (zone.start_of_day(day), zone.end_of_day(day));
                assert!(start <= end && zone.local(start).day == day, "{name} {day}");
                assert!(zone.local(end).day == day && zone.local(start - 1).day < day);
            }
        }
    }

    #[test]
    fn years_beyond_the_database_keep_their_order() {
        let york = zone("America/New_York");
        let years = [i32::MIN, -10_000, -9999, -1, 9999, 10_000, 170_000_002, i32::MAX];
        let starts = years.map(|year| york.start_of_day(Day::new(year, 1, 1)));
        assert!(starts.is_sorted(), "{starts:?}");
        for year in years {
            let _ = york.end_of_day(Day::new(year, 12, 31));
        }
        for instant in [i64::MIN, i64::MAX] {
            let _ = york.local(instant);
        }
    }

    #[test]
    fn instants_of_the_command_line() {
        assert_eq!(instant("1970-01-02"), Ok(86_400));
        assert_eq!(instant("1970-01-01T00:00:01.5+00:00"), Ok(1));
        for text in ["", "2021", "20211230T1", "2021-12-30T15:35", "2021-02-30", "now", "١٩٧٠-٠١"]
        {
            assert!(instant(text).unwrap_err().contains("2021-12-30T20:35Z"), "{text}");
        }
        assert!(instant("2021-12-30T15:35-05:00[America/New_York]").is_err());
    }
}
