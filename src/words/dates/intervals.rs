//! Intervals in words: what both dates share is said once.

use crate::model::day::Day;
use crate::model::when::{Date, Detail};
use crate::words::dates::grammar::{Pair, Words};
use crate::words::dates::{Phrase, Role, pair};

impl Words {
    pub(super) fn dates(&self, start: &Date, end: &Date) -> Phrase {
        let signs = [start.approximate, start.uncertain, end.approximate, end.uncertain];
        let shared = if signs == [false; 4] { self.shared(start, end) } else { None };
        shared.unwrap_or_else(|| Phrase {
            text: self.whole(self.interval.alone, start, end),
            prose: self.whole(self.interval.prose, start, end),
        })
    }

    /// Two dates, each in full.
    pub(super) fn whole(&self, pattern: &str, start: &Date, end: &Date) -> String {
        // Only what the pattern has a place for is made.
        let mut text = pattern.to_owned();
        for (place, date, role) in [
            ("{a}", start, Role::Alone),
            ("{b}", end, Role::Alone),
            ("{from}", start, Role::From),
            ("{to}", end, Role::To),
        ] {
            if text.contains(place) {
                text = text.replace(place, &self.say(date, role));
            }
        }
        text
    }

    /// How long an office was held: only years are drawn together.
    pub(super) fn held(&self, from: &Date, to: &Date) -> String {
        match (from.detail, to.detail) {
            (Detail::Year, Detail::Year) => self.dates(from, to).text,
            (_, _) => self.whole(self.interval.alone, from, to),
        }
    }

    /// Two dates that share a part; none where they share nothing.
    fn shared(&self, start: &Date, end: &Date) -> Option<Phrase> {
        let same_year = start.year == end.year;
        let day = |date: &Date, month, day| Day::new(date.year, month, day);
        match (start.detail, end.detail) {
            (Detail::Day(m, a), Detail::Day(n, b)) if same_year && m == n => {
                let (a, b) = (day(start, m, a), day(end, n, b));
                let numbers = (self.number(a), self.number(b));
                Some(self.pair(&self.days, &numbers.0, &numbers.1, |it| self.with_day(it, b)))
            }
            (Detail::Day(m, a), Detail::Day(n, b)) if same_year => {
                let a = self.with_day(self.day_and_month, day(start, m, a));
                let b = self.with_day(self.day.alone, day(end, n, b));
                Some(self.pair(&self.days_of_year, &a, &b, str::to_owned))
            }
            (Detail::Month(m), Detail::Month(n)) if same_year => {
                let months = |pattern: &str| {
                    let second = self.with_month("{m}", n);
                    let pattern = self.with_month(pattern, m).replace("{n}", &second);
                    self.with_year(&pattern, end.year)
                };
                Some(self.pair(&self.months_of_year, "", "", months))
            }
            (Detail::Year, Detail::Year) => {
                let ((a, no), (b, none)) = (self.year(start.year), self.year(end.year));
                let bare = no.is_empty() && none.is_empty();
                bare.then(|| self.pair(&self.years, &a, &b, str::to_owned))
            }
            (_, _) => None,
        }
    }

    fn pair(&self, of: &Pair, a: &str, b: &str, rest: impl Fn(&str) -> String) -> Phrase {
        let said = |pattern: &str| pair(&rest(pattern), a, b);
        Phrase { text: said(of.alone), prose: said(of.prose) }
    }
}
