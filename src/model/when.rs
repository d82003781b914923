//! When something was: as coarse as a century or as fine as a second, and intervals of such.
//!
//! A date is EDTF (ISO 8601-2) level 0 or 1, a clock time has an offset or a zone, and the two are
//! never one another: a date is not a midnight. Plain data; `parse::when` reads it, `zone` places it
//! on the line of instants, and `words::dates` says it.

use crate::model::day::{Day, push_clock, push_two};
use std::fmt;

/// When something was, is or will be, as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct When {
    written: Box<str>,
    shape: Shape,
}

/// What a [`When`] says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `2021-12-30`.
    Date(Date),
    /// `2021-11/2021-12`.
    Dates(Date, Date),
    /// `2021-12/..` or `2021-12/`.
    From(Date, Missing),
    /// `../2021-12` or `/2021-12`.
    Until(Missing, Date),
    /// `2021-12-30T15:35-05:00`.
    Time(Time),
    /// `2021-12-30T15:35-05:00/2021-12-30T16:25-05:00`.
    Times(Time, Time),
}

/// Why an interval has only one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// `..`: there is no bound.
    Open,
    /// Nothing written: there is a bound, and nobody knows it.
    Unknown,
}

/// A date of some precision, perhaps approximate, perhaps uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year; 0 is 1 BC. Of a decade or century, its first.
    pub year: i32,
    /// What is known besides the year.
    pub detail: Detail,
    /// `~` or `%`: about then.
    pub approximate: bool,
    /// `?` or `%`: then, if the source is right.
    pub uncertain: bool,
}

/// How much of a date is known. Months are 1 to 12 and days exist in their month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    /// `20XX`.
    Century,
    /// `202X`.
    Decade,
    /// `2021`.
    Year,
    /// `2021-XX`: some month of the year.
    AnyMonth,
    /// `2021-XX-XX`: some day of the year.
    AnyDay,
    /// `2021-22`.
    Season(Season),
    /// `2021-12`.
    Month(u8),
    /// `2021-12-XX`: some day of the month.
    AnyDayOf(u8),
    /// `2021-12-0X`: one of the days of the month that begin with this digit.
    DayAmong(u8, u8),
    /// `2021-12-30`.
    Day(u8, u8),
}

/// A season by the months that are conventional in the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// `21`: March to May.
    Spring,
    /// `22`: June to August.
    Summer,
    /// `23`: September to November.
    Autumn,
    /// `24`: December, with January and February of the *next* year. EDTF leaves it open which
    /// winter of a year is meant; this is the one that begins in it.
    Winter,
}

/// A clock time somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The instant, in seconds since 1970 began in UTC.
    pub instant: i64,
    /// By how many seconds the clocks that were written are ahead of UTC.
    pub offset: i32,
    /// The IANA zone, if one was written.
    pub zone: Option<Box<str>>,
    /// Whether seconds were written.
    pub seconds: bool,
}

/// How fine a [`When`] is. Ordered from coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// Known to a hundred years.
    Century,
    /// Known to ten years.
    Decade,
    /// Known to the year.
    Year,
    /// Known to the season.
    Season,
    /// Known to the month, or to some of its days.
    Month,
    /// Known to the day.
    Day,
    /// A clock time to the minute.
    Minute,
    /// A clock time to the second.
    Second,
}

/// The first and the last second that a [`When`] may mean, in UTC; an open side is `i64::MIN` or
/// `i64::MAX`. Ordered by the lower, then the upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bounds {
    /// The first second.
    pub lower: i64,
    /// The last second.
    pub upper: i64,
}

impl When {
    /// What was written, with what it says. Only the parser, which knows that the two agree, has a
    /// reason to call this.
    pub fn new(written: &str, shape: Shape) -> Self {
        Self { written: written.into(), shape }
    }

    /// The text as written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What it says.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// How fine it is; of an interval, the coarser end.
    pub fn precision(&self) -> Precision {
        match &self.shape {
            Shape::Date(date) | Shape::From(date, _) | Shape::Until(_, date) => date.precision(),
            Shape::Dates(start, end) => start.precision().min(end.precision()),
            Shape::Time(time) => time.precision(),
            Shape::Times(start, end) => start.precision().min(end.precision()),
        }
    }

    /// Whether any of its dates is approximate (`~`, `%`).
    pub fn is_approximate(&self) -> bool {
        self.dates().into_iter().flatten().any(|date| date.approximate)
    }

    /// Whether any of its dates is uncertain (`?`, `%`).
    pub fn is_uncertain(&self) -> bool {
        self.dates().into_iter().flatten().any(|date| date.uncertain)
    }

    /// The first day that it may mean; of a clock time, the day on the clocks that were written.
    /// `None` where the start is open or unknown.
    pub fn first_day(&self) -> Option<Day> {
        match &self.shape {
            Shape::Date(date) | Shape::Dates(date, _) | Shape::From(date, _) => {
                Some(date.first_day())
            }
            Shape::Until(..) => None,
            Shape::Time(time) | Shape::Times(time, _) => Some(time.day()),
        }
    }

    /// The first day that it may mean anywhere: in the south, seasons lie elsewhere in the year.
    pub fn earliest_day(&self) -> Option<Day> {
        let is_season = |date: &&Date| matches!(date.detail, Detail::Season(_));
        let day = self.first_day()?;
        let season = self.dates()[0].filter(is_season);
        Some(season.map_or(day, |season| Day::new(season.year, 1, 1)))
    }

    /// The last day that it may mean; of a clock time, the day on the clocks that were written.
    /// `None` where the end is open or unknown.
    pub fn last_day(&self) -> Option<Day> {
        match &self.shape {
            Shape::Date(date) | Shape::Dates(_, date) | Shape::Until(_, date) => {
                Some(date.last_day())
            }
            Shape::From(..) => None,
            Shape::Time(time) | Shape::Times(_, time) => Some(time.day()),
        }
    }

    /// The value for HTML's `<time datetime>`, where HTML has one that says no more than this does:
    /// none for an interval, a decade, a winter, or a year outside 1 to 9999.
    pub fn machine(&self) -> Option<String> {
        match &self.shape {
            Shape::Date(date) => date.machine(),
            Shape::Time(time) => time.machine(),
            Shape::Dates(..) | Shape::From(..) | Shape::Until(..) | Shape::Times(..) => None,
        }
    }

    fn dates(&self) -> [Option<&Date>; 2] {
        match &self.shape {
            Shape::Date(date) | Shape::From(date, _) | Shape::Until(_, date) => [Some(date), None],
            Shape::Dates(start, end) => [Some(start), Some(end)],
            Shape::Time(_) | Shape::Times(..) => [None, None],
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written)
    }
}

impl Date {
    /// The first day that it may mean. `~` and `?` do not widen a date.
    pub fn first_day(&self) -> Day {
        let (month, day) = match self.detail {
            Detail::Century | Detail::Decade | Detail::Year => (1, 1),
            Detail::AnyMonth | Detail::AnyDay => (1, 1),
            Detail::Season(season) => (season.first_month(), 1),
            Detail::Month(month) | Detail::AnyDayOf(month) => (month, 1),
            Detail::DayAmong(month, tens) => (month, (tens * 10).max(1)),
            Detail::Day(month, day) => (month, day),
        };
        Day::new(self.year, month, day)
    }

    /// The last day that it may mean. `~` and `?` do not widen a date.
    pub fn last_day(&self) -> Day {
        let year = self.year;
        match self.detail {
            Detail::Century => Day::last_of(year.saturating_add(99), 12),
            Detail::Decade => Day::last_of(year.saturating_add(9), 12),
            Detail::Year | Detail::AnyMonth | Detail::AnyDay => Day::last_of(year, 12),
            Detail::Season(Season::Winter) => Day::last_of(year.saturating_add(1), 2),
            Detail::Season(season) => Day::last_of(year, season.first_month() + 2),
            Detail::Month(month) | Detail::AnyDayOf(month) => Day::last_of(year, month),
            Detail::DayAmong(month, tens) => {
                let last = Day::last_of(year, month);
                Day { day: last.day.min(tens * 10 + 9), ..last }
            }
            Detail::Day(month, day) => Day::new(year, month, day),
        }
    }

    fn precision(&self) -> Precision {
        match self.detail {
            Detail::Century => Precision::Century,
            Detail::Decade => Precision::Decade,
            Detail::Year | Detail::AnyMonth | Detail::AnyDay => Precision::Year,
            Detail::Season(_) => Precision::Season,
            Detail::Month(_) | Detail::AnyDayOf(_) | Detail::DayAmong(..) => Precision::Month,
            Detail::Day(..) => Precision::Day,
        }
    }

    fn machine(&self) -> Option<String> {
        let kept = match self.detail {
            Detail::Century | Detail::Decade | Detail::Season(Season::Winter) => return None,
            Detail::Year | Detail::AnyMonth | Detail::AnyDay | Detail::Season(_) => "0000".len(),
            Detail::Month(_) | Detail::AnyDayOf(_) | Detail::DayAmong(..) => "0000-00".len(),
            Detail::Day(..) => "0000-00-00".len(),
        };
        let mut value = html_day(self.first_day())?;
        value.truncate(kept);
        Some(value)
    }
}

impl Season {
    fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

impl Time {
    /// The day on the clocks that were written.
    pub fn day(&self) -> Day {
        self.clock(self.offset).0
    }

    fn precision(&self) -> Precision {
        if self.seconds { Precision::Second } else { Precision::Minute }
    }

    fn clock(&self, offset: i32) -> (Day, u32) {
        Day::of_clock(self.instant.saturating_add(i64::from(offset)))
    }

    fn machine(&self) -> Option<String> {
        // HTML has no seconds in offsets; where clocks ran on the sun, UTC says it.
        let offset = if self.offset % 60 == 0 { self.offset } else { 0 };
        let (day, second) = self.clock(offset);
        let mut value = html_day(day)?;
        value.push('T');
        push_clock(&mut value, second);
        if self.seconds || second % 60 != 0 {
            value.push(':');
            push_two(&mut value, second % 60);
        }
        if offset == 0 {
            value.push('Z');
        } else {
            value.push(if offset < 0 { '-' } else { '+' });
            push_clock(&mut value, offset.unsigned_abs());
        }
        Some(value)
    }
}

/// A day in HTML's form, if its year has one.
fn html_day(day: Day) -> Option<String> {
    (1..=9999).contains(&day.year).then(|| day.iso())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, detail: Detail) -> Date {
        Date { year, detail, approximate: false, uncertain: false }
    }

    #[test]
    fn bounds_of_each_detail() {
        let day = Day::new;
        for (year, detail, first, last) in [
            (2000, Detail::Century, day(2000, 1, 1), day(2099, 12, 31)),
            (2020, Detail::Decade, day(2020, 1, 1), day(2029, 12, 31)),
            (2021, Detail::AnyMonth, day(2021, 1, 1), day(2021, 12, 31)),
            (2021, Detail::Season(Season::Spring), day(2021, 3, 1), day(2021, 5, 31)),
            (2023, Detail::Season(Season::Winter), day(2023, 12, 1), day(2024, 2, 29)),
            (2021, Detail::AnyDayOf(2), day(2021, 2, 1), day(2021, 2, 28)),
            (2021, Detail::DayAmong(12, 0), day(2021, 12, 1), day(2021, 12, 9)),
            (2021, Detail::DayAmong(2, 2), day(2021, 2, 20), day(2021, 2, 28)),
            (2021, Detail::DayAmong(12, 3), day(2021, 12, 30), day(2021, 12, 31)),
            (2021, Detail::Day(12, 30), day(2021, 12, 30), day(2021, 12, 30)),
        ] {
            let date = date(year, detail);
            assert_eq!((date.first_day(), date.last_day()), (first, last), "{detail:?}");
        }
    }

    #[test]
    fn open_sides_have_no_day() {
        let from = When::new("", Shape::From(date(2021, Detail::Month(12)), Missing::Open));
        assert_eq!(from.first_day(), Some(Day::new(2021, 12, 1)));
        assert_eq!(from.last_day(), None);
        assert_eq!(from.machine(), None);
    }

    #[test]
    fn bounds_are_ordered_by_lower_then_upper() {
        let bounds = |lower, upper| Bounds { lower, upper };
        assert!(bounds(0, 9) < bounds(1, 2));
        assert!(bounds(0, 1) < bounds(0, 2));
        assert!(bounds(i64::MIN, 0) < bounds(0, 0));
    }

    #[test]
    fn clocks_by_the_sun_are_given_in_utc() {
        let time = Time { instant: -4_000_000_000, offset: -17_762, zone: None, seconds: false };
        assert_eq!(time.machine().as_deref(), Some("1843-03-31T16:53:20Z"));
    }
}
