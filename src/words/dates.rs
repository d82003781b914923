//! Dates in words: no more than their precision allows.
//!
//! What a language says is a value of [`Words`]: names and patterns alone. This file is what holds
//! for all of them: which pattern says a date, and what is left out of an interval because its end
//! says it again.

mod arabic;
mod clocks;
mod english;
mod french;
mod german;
pub mod grammar;
mod intervals;
mod russian;
mod spanish;
#[cfg(test)]
mod tests;
mod ukrainian;

use crate::model::day::Day;
use crate::model::when::{Date, Detail, Missing, Season, Shape, When};
use crate::words::dates::grammar::{Forms, Words};
use crate::words::language::Language;
use crate::zone::Zone;

/// A date in words, twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As it stands alone: `30 December 2021`.
    pub text: String,
    /// As it stands in a sentence, with its preposition: `on 30 December 2021`.
    pub prose: String,
}

/// How a language (BCP 47) says dates.
#[must_use]
pub fn of(language: &str) -> &'static Words {
    match Language::of(language) {
        Language::English => &english::ENGLISH,
        Language::French => &french::FRENCH,
        Language::Spanish => &spanish::SPANISH,
        Language::German => &german::GERMAN,
        Language::Russian => &russian::RUSSIAN,
        Language::Ukrainian => &ukrainian::UKRAINIAN,
        Language::Arabic => &arabic::ARABIC,
    }
}

/// What a date is said for: one of the fields of [`Forms`].
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Alone,
    Within,
    From,
    To,
    Onward,
    Since,
    Until,
}

impl Forms {
    fn pattern(&self, role: Role, approximate: bool) -> &'static str {
        match (role, approximate) {
            (Role::Alone, false) => self.alone,
            (Role::Alone, true) => self.alone_about,
            (Role::Within, false) => self.within,
            (Role::Within, true) => self.within_about,
            (Role::From, _) => self.from,
            (Role::To, _) => self.to,
            (Role::Onward, _) => self.onward,
            (Role::Since, _) => self.since,
            (Role::Until, _) => self.until,
        }
    }
}

impl Words {
    /// A date in the words of this language. Clock times are shown in each of `zones`, or, where
    /// there are none, on the clocks that were written.
    #[must_use]
    pub fn phrase(&self, when: &When, zones: &[Zone]) -> Phrase {
        let both = |text: String| Phrase { prose: text.clone(), text };
        let phrase = match when.shape() {
            Shape::Date(date) => self.date(date),
            Shape::Dates(start, end) if start == end => self.date(start),
            Shape::Dates(start, end) => self.dates(start, end),
            Shape::From(date, Missing::Open) => both(self.say(date, Role::Onward)),
            Shape::From(date, Missing::Unknown) => {
                both(fill(self.end_unknown, &self.say(date, Role::Onward)))
            }
            Shape::Until(Missing::Open, date) => both(self.say(date, Role::Until)),
            Shape::Until(Missing::Unknown, date) => {
                both(fill(self.start_unknown, &self.say(date, Role::Until)))
            }
            Shape::Time(time) => self.clocks(time, None, zones),
            Shape::Times(start, end) => self.clocks(start, Some(end), zones),
        };
        Phrase { text: self.contracted(phrase.text), prose: self.contracted(phrase.prose) }
    }

    /// The same as it stands alone, which is all that pages ask for.
    #[must_use]
    pub fn label(&self, when: &When, zones: &[Zone]) -> String {
        match when.shape() {
            // Nearly every date is one; half of the work is what it would be in a sentence.
            Shape::Date(date) => self.contracted(self.say(date, Role::Alone)),
            Shape::Dates(..)
            | Shape::From(..)
            | Shape::Until(..)
            | Shape::Time(_)
            | Shape::Times(..) => self.phrase(when, zones).text,
        }
    }

    /// From when until when an office was held; nothing where neither is known.
    #[must_use]
    pub fn span(&self, from: Option<&When>, to: Option<&When>, zones: &[Zone]) -> String {
        let date =
            |when: &When| if let Shape::Date(date) = when.shape() { Some(*date) } else { None };
        let [both, since, until] = self.span;
        let label = |when: &When| self.label(when, zones);
        let text = match (from, to) {
            (Some(from), Some(to)) => match (date(from), date(to)) {
                (Some(from), Some(to)) => self.held(&from, &to),
                _ => pair(both, &label(from), &label(to)),
            },
            (Some(from), None) => match date(from) {
                Some(from) => self.say(&from, Role::Since),
                None => since.replace("{a}", &label(from)),
            },
            (None, Some(to)) => match date(to) {
                Some(to) => self.say(&to, Role::Until),
                None => until.replace("{b}", &label(to)),
            },
            (None, None) => String::new(),
        };
        self.contracted(text)
    }

    fn date(&self, date: &Date) -> Phrase {
        Phrase { text: self.say(date, Role::Alone), prose: self.say(date, Role::Within) }
    }

    /// A date for what it is said for.
    fn say(&self, date: &Date, role: Role) -> String {
        let (plain, about) = self.plain(date, role);
        let plain = plain.replace("{~}", if date.approximate { about } else { "" });
        if date.uncertain { fill(self.uncertain, &plain) } else { plain }
    }

    /// A date without its signs, and the word that makes it approximate.
    fn plain(&self, date: &Date, role: Role) -> (String, &'static str) {
        let pattern = |forms: &Forms| forms.pattern(role, date.approximate);
        let year = |forms: &Forms| self.with_year(pattern(forms), date.year);
        let month =
            |pattern: &str, month| self.with_year(&self.with_month(pattern, month), date.year);
        // "Around a day in December" says no more than "around December".
        let some = |forms: &Forms, period: String| fill(pattern(forms), &period);
        let between = |text: String| (fill(pattern(&self.between), &text), self.roughly);
        let text = match date.detail {
            Detail::Century => return between(self.between_years(date.year, 99)),
            // "The 2000s" is a decade, a century and a millennium.
            Detail::Decade if date.year < 1000 || date.year % 100 == 0 => {
                return between(self.between_years(date.year, 9));
            }
            Detail::Decade => {
                year(&self.decade).replace("{z}", &date.year.saturating_add(9).to_string())
            }
            Detail::AnyMonth | Detail::AnyDay if date.approximate => year(&self.year),
            Detail::Year => year(&self.year),
            Detail::AnyMonth => some(&self.some_month, self.with_year(self.of_year, date.year)),
            Detail::AnyDay => some(&self.some_day, self.with_year(self.of_year, date.year)),
            Detail::Season(season) => self.season(season, date.year, pattern),
            Detail::AnyDayOf(it) if date.approximate => month(pattern(&self.month), it),
            Detail::Month(it) => month(pattern(&self.month), it),
            Detail::AnyDayOf(it) => some(&self.some_day, month(self.of_month, it)),
            Detail::DayAmong(it, _) => {
                let (first, last) = (self.number(date.first_day()), self.number(date.last_day()));
                return between(month(&pair(self.between_days, &first, &last), it));
            }
            Detail::Day(month, day) => {
                self.with_day(pattern(&self.day), Day::new(date.year, month, day))
            }
        };
        (text, self.about)
    }

    /// A year in figures, and its era.
    fn year(&self, year: i32) -> (String, &'static str) {
        let (pattern, era) = match year {
            ..=0 => self.before_christ,
            1..1000 => self.early_year,
            _ => return (year.to_string(), ""),
        };
        let number = if year > 0 { i64::from(year) } else { 1 - i64::from(year) };
        (pattern.replace("{y}", &number.to_string()), era)
    }

    fn with_year(&self, pattern: &str, year: i32) -> String {
        let (year, era) = self.year(year);
        filled(pattern, |place| match place {
            "y" => Some(&year),
            "e" => Some(era),
            _ => None,
        })
    }

    fn between_years(&self, first: i32, more: i32) -> String {
        let ((a, ea), (b, eb)) = (self.year(first), self.year(first.saturating_add(more)));
        if ea.is_empty() && eb.is_empty() {
            return pair(self.between_years, &a, &b);
        }
        pair(self.between_eras, &a, &b).replace("{ea}", ea).replace("{eb}", eb)
    }

    fn season(
        &self,
        season: Season,
        year: i32,
        pattern: impl Fn(&Forms) -> &'static str,
    ) -> String {
        let [spring, summer, autumn, winter] = &self.seasons;
        match season {
            Season::Spring => self.with_year(pattern(spring), year),
            Season::Summer => self.with_year(pattern(summer), year),
            Season::Autumn => self.with_year(pattern(autumn), year),
            // Which winter of the year is meant must not be left to the reader.
            Season::Winter => {
                let (mark, short) = self.winter;
                let ((first, era), (mut next, next_era)) =
                    (self.year(year), self.year(year.saturating_add(1)));
                if short && (1000..9999).contains(&year) && year % 100 != 99 {
                    next = format!("{:02}", (year + 1) % 100);
                }
                let era_between = if era == next_era { "" } else { era };
                let years = format!("{first}{era_between}{mark}{next}");
                pattern(winter).replace("{y}", &years).replace("{e}", next_era)
            }
        }
    }

    fn with_month(&self, pattern: &str, month: u8) -> String {
        filled(pattern, |place| self.month(place, month))
    }

    /// A month in the form that a place asks for; none where it asks for something else.
    fn month(&self, place: &str, month: u8) -> Option<&'static str> {
        let names = match place {
            "m" => &self.months,
            "mg" => &self.months_genitive,
            "mp" => &self.months_within,
            _ => return None,
        };
        Some(names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or(""))
    }

    fn with_day(&self, pattern: &str, day: Day) -> String {
        let number = self.number(day);
        let (year, era) = self.year(day.year);
        filled(pattern, |place| match place {
            "d" => Some(&number),
            "y" => Some(&year),
            "e" => Some(era),
            month => self.month(month, day.month),
        })
    }

    /// The number of a day in its month.
    fn number(&self, day: Day) -> String {
        if day.day == 1 { self.first_day.to_owned() } else { day.day.to_string() }
    }

    /// A text as it is said where sounds meet.
    fn contracted(&self, mut text: String) -> String {
        for (apart, together) in self.contractions {
            let starts = text.match_indices(apart).map(|(at, _)| at);
            let starts: Vec<usize> = starts
                .filter(|at| {
                    let before = text.get(..*at).unwrap_or("");
                    !before.ends_with(char::is_alphanumeric)
                })
                .collect();
            for at in starts.into_iter().rev() {
                text.replace_range(at..at + apart.len(), together);
            }
        }
        text
    }
}

/// A pattern with its places (`{y}`) filled; those that nothing is known for stay.
fn filled<'a>(pattern: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, place, after)) = next_place(rest) {
        text.push_str(before);
        match value(place) {
            Some(value) => text.push_str(value),
            None => text.extend(["{", place, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// What stands before the next place of a pattern, its name, and what comes after it.
fn next_place(pattern: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = pattern.split_once('{')?;
    let (place, after) = from.split_once('}')?;
    Some((before, place, after))
}

fn fill(pattern: &str, text: &str) -> String {
    pattern.replace("{}", text)
}

fn pair(pattern: &str, a: &str, b: &str) -> String {
    pattern.replace("{a}", a).replace("{b}", b)
}
