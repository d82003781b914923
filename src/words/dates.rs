//! Dates in words: no more than their precision allows.
//!
//! A language is a value of [`Words`], names and patterns alone; [`ENGLISH`] is the one there is. In
//! a pattern `{y}`, `{m}` and `{d}` stand for year, month (or season) and day, `{a}` and `{b}` for
//! the two parts of an interval, `{}` for a whole date in words.

mod clocks;
#[cfg(test)]
mod tests;

use crate::model::day::Day;
use crate::model::when::{Date, Detail, Missing, Season, Shape, When};
use crate::zone::Zone;

/// A date in words, twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As it stands alone: `30 December 2021`.
    pub text: String,
    /// As it stands in a sentence, with its preposition: `on 30 December 2021`.
    pub prose: String,
}

/// What a language calls dates.
#[derive(Debug)]
pub struct Words {
    months: [&'static str; 12],
    seasons: [&'static str; 4],
    before_christ: &'static str,
    early_year: &'static str,
    day: &'static str,
    day_and_month: &'static str,
    month: &'static str,
    decade: &'static str,
    some_month: &'static str,
    some_day: &'static str,
    between: &'static str,
    on_day: &'static str,
    in_period: &'static str,
    around: &'static str,
    roughly: &'static str,
    uncertain: &'static str,
    interval: &'static str,
    interval_prose: &'static str,
    from: &'static str,
    until: &'static str,
    end_unknown: &'static str,
    start_unknown: &'static str,
    at_clock: &'static str,
    from_clock: &'static str,
    to_clock: &'static str,
}

/// English, as news agencies outside America write it.
pub const ENGLISH: Words = Words {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    seasons: ["spring", "summer", "autumn", "winter"],
    before_christ: "{y} BC",
    early_year: "AD {y}",
    day: "{d} {m} {y}",
    day_and_month: "{d} {m}",
    month: "{m} {y}",
    decade: "the {y}s",
    some_month: "some month of {}",
    some_day: "a day in {}",
    between: "between {a} and {b}",
    on_day: "on {}",
    in_period: "in {}",
    around: "around {}",
    roughly: "roughly {}",
    uncertain: "{} (uncertain)",
    interval: "{a} to {b}",
    interval_prose: "from {a} to {b}",
    from: "from {}",
    until: "until {}",
    end_unknown: "from {} (end unknown)",
    start_unknown: "until {} (start unknown)",
    at_clock: " at ",
    from_clock: " from ",
    to_clock: " to ",
};

/// A date in English words. Clock times are shown in each of `zones`, or, where there are none, on
/// the clocks that were written.
pub fn phrase(when: &When, zones: &[Zone]) -> Phrase {
    ENGLISH.phrase(when, zones)
}

/// How a date takes its preposition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// On it.
    Day,
    /// In it.
    Period,
    /// It has one already.
    Between,
}

impl Words {
    /// A date in the words of this language.
    pub fn phrase(&self, when: &When, zones: &[Zone]) -> Phrase {
        match when.shape() {
            Shape::Date(date) => self.date(date),
            Shape::Dates(start, end) if start == end => self.date(start),
            Shape::Dates(start, end) => self.dates(start, end),
            Shape::From(date, Missing::Open) => self.open(self.from, date),
            Shape::From(date, Missing::Unknown) => self.open(self.end_unknown, date),
            Shape::Until(Missing::Open, date) => self.open(self.until, date),
            Shape::Until(Missing::Unknown, date) => self.open(self.start_unknown, date),
            Shape::Time(time) => self.clocks(time, None, zones),
            Shape::Times(start, end) => self.clocks(start, Some(end), zones),
        }
    }

    fn date(&self, date: &Date) -> Phrase {
        let (plain, kind) = self.plain(date);
        let (text, prose) = match (date.approximate, kind) {
            (true, Kind::Between) => (fill(self.roughly, &plain), fill(self.roughly, &plain)),
            (true, Kind::Day | Kind::Period) => {
                let around = fill(self.around, &plain);
                (around.clone(), around)
            }
            (false, Kind::Day) => (plain.clone(), fill(self.on_day, &plain)),
            (false, Kind::Period) => (plain.clone(), fill(self.in_period, &plain)),
            (false, Kind::Between) => (plain.clone(), plain),
        };
        if date.uncertain {
            return Phrase {
                text: fill(self.uncertain, &text),
                prose: fill(self.uncertain, &prose),
            };
        }
        Phrase { text, prose }
    }

    /// A date without its signs.
    fn plain(&self, date: &Date) -> (String, Kind) {
        let year = self.year(date.year);
        // "Around a day in December" says no more than "around December".
        let some = |pattern: &str, period: String| {
            if date.approximate { period } else { fill(pattern, &period) }
        };
        match date.detail {
            Detail::Century => self.years(date.year, 99),
            // "The 2000s" is a decade, a century and a millennium.
            Detail::Decade if date.year < 1000 || date.year % 100 == 0 => self.years(date.year, 9),
            Detail::Decade => (self.decade.replace("{y}", &year), Kind::Period),
            Detail::Year => (year, Kind::Period),
            Detail::AnyMonth => (some(self.some_month, year), Kind::Period),
            Detail::AnyDay => (some(self.some_day, year), Kind::Day),
            Detail::Season(season) => (self.season(season, date.year), Kind::Period),
            Detail::Month(month) => (self.month(month, &year), Kind::Period),
            Detail::AnyDayOf(month) => (some(self.some_day, self.month(month, &year)), Kind::Day),
            Detail::DayAmong(..) => {
                let (first, last) = (date.first_day(), date.last_day());
                (pair(self.between, &first.day.to_string(), &self.day(last)), Kind::Between)
            }
            Detail::Day(month, day) => (self.day(Day::new(date.year, month, day)), Kind::Day),
        }
    }

    fn year(&self, year: i32) -> String {
        match year {
            ..=0 => self.before_christ.replace("{y}", &(1 - i64::from(year)).to_string()),
            1..1000 => self.early_year.replace("{y}", &year.to_string()),
            _ => year.to_string(),
        }
    }

    fn years(&self, first: i32, more: i32) -> (String, Kind) {
        let last = self.year(first.saturating_add(more));
        (pair(self.between, &self.year(first), &last), Kind::Between)
    }

    fn month(&self, month: u8, year: &str) -> String {
        self.month.replace("{m}", self.month_name(month)).replace("{y}", year)
    }

    fn month_name(&self, month: u8) -> &'static str {
        self.months.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
    }

    fn season(&self, season: Season, year: i32) -> String {
        let [spring, summer, autumn, winter] = self.seasons;
        let (name, years) = match season {
            Season::Spring => (spring, self.year(year)),
            Season::Summer => (summer, self.year(year)),
            Season::Autumn => (autumn, self.year(year)),
            // Which winter of the year is meant must not be left to the reader.
            Season::Winter if (1000..9999).contains(&year) && year % 100 != 99 => {
                (winter, format!("{year}–{:02}", (year + 1) % 100))
            }
            Season::Winter => {
                let next = self.year(year.saturating_add(1));
                (winter, format!("{}–{next}", self.year(year)))
            }
        };
        self.month.replace("{m}", name).replace("{y}", &years)
    }

    fn day(&self, day: Day) -> String {
        fill_day(self.day, day, self.month_name(day.month)).replace("{y}", &self.year(day.year))
    }

    fn open(&self, pattern: &str, date: &Date) -> Phrase {
        let text = fill(pattern, &self.date(date).text);
        Phrase { prose: text.clone(), text }
    }

    fn dates(&self, start: &Date, end: &Date) -> Phrase {
        let (start, end) = (self.start_of(start, end), self.date(end).text);
        Phrase {
            text: pair(self.interval, &start, &end),
            prose: pair(self.interval_prose, &start, &end),
        }
    }

    /// The start of an interval, without what its end says again.
    fn start_of(&self, start: &Date, end: &Date) -> String {
        let signs = [start.approximate, start.uncertain, end.approximate, end.uncertain];
        if start.year == end.year && signs == [false; 4] {
            match (start.detail, end.detail) {
                (Detail::Day(m, day), Detail::Day(n, _)) if m == n => return day.to_string(),
                (Detail::Day(..), Detail::Day(..)) => return self.day_and_month(start.first_day()),
                (Detail::Month(month), Detail::Month(_)) => {
                    return self.month_name(month).to_owned();
                }
                (_, _) => {}
            }
        }
        self.date(start).text
    }

    fn day_and_month(&self, day: Day) -> String {
        fill_day(self.day_and_month, day, self.month_name(day.month))
    }
}

fn fill(pattern: &str, text: &str) -> String {
    pattern.replace("{}", text)
}

fn pair(pattern: &str, a: &str, b: &str) -> String {
    pattern.replace("{a}", a).replace("{b}", b)
}

fn fill_day(pattern: &str, day: Day, month: &str) -> String {
    pattern.replace("{d}", &day.day.to_string()).replace("{m}", month)
}
