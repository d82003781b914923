//! Text → [`When`]: EDTF level 0 and 1, days with one unspecified digit (`2021-12-0X`), and clock
//! times with an offset or a zone.
//!
//! What is right is read here, without an allocation but the text that is kept. What is wrong costs
//! a second look: `foreign` knows the ways in which people write dates elsewhere, and says what to
//! type here instead.

mod clock;
mod date;
mod foreign;
#[cfg(test)]
mod tests;

use crate::model::when::{Date, Detail, Missing, Shape, Time, When};
use crate::parse::when::date::date;
use crate::zone::Zone;
use std::ops::Range;

/// What to type where nothing better can be said.
const FORMS: &str = "write a date such as `2021-12-30`, `2021-12` or `2021`";

/// What is wrong with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhenError {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// What is wrong: one sentence, without its full stop.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

/// Reads a date, an interval of dates, a clock time, or an interval of clock times.
///
/// # Errors
///
/// Where the text is none of these, what is wrong with it and what to type.
pub fn when(text: &str) -> Result<When, WhenError> {
    match shape(text) {
        Ok(shape) => Ok(When::new(text, shape)),
        Err(error) => Err(foreign::explain(text).unwrap_or(error)),
    }
}

/// Reads a field that must be one clock time, as `embargo` and `expires` are; in seconds since 1970.
///
/// # Errors
///
/// As [`when`], and where the text is a date or an interval.
pub fn instant(text: &str) -> Result<i64, WhenError> {
    let help = match when(text)?.shape() {
        Shape::Time(time) => return Ok(time.instant),
        Shape::Date(Date {
            detail: Detail::Day(..), approximate: false, uncertain: false, ..
        }) => {
            format!("add the time and the offset, such as `{text}T09:00-05:00`")
        }
        Shape::Date(_) | Shape::Dates(..) | Shape::From(..) | Shape::Until(..) => {
            "write a day, a time and an offset, such as `2021-12-30T09:00-05:00`".to_owned()
        }
        Shape::Times(..) => "write one of the two times".to_owned(),
    };
    Err(Part::of(text).fault(format!("`{}` is not one clock time", Part::of(text).quoted()), help))
}

/// Reads a field that must be one day of the calendar, as `as_of` and the `date` of a correction are.
///
/// # Errors
///
/// As [`when`], and where the text is anything but a whole day without `~`, `?` or `X`.
pub fn day(text: &str) -> Result<When, WhenError> {
    let when = when(text)?;
    let help = match when.shape() {
        Shape::Date(Date {
            detail: Detail::Day(..), approximate: false, uncertain: false, ..
        }) => {
            return Ok(when);
        }
        Shape::Date(date @ Date { detail: Detail::Day(..), .. }) => {
            format!("write the day without the sign: `{}`", date.first_day())
        }
        Shape::Time(time) => format!("write the day without the time: `{}`", time.day()),
        Shape::Date(_)
        | Shape::Dates(..)
        | Shape::From(..)
        | Shape::Until(..)
        | Shape::Times(..) => {
            "write the year, the month and the day, such as `2021-12-30`".to_owned()
        }
    };
    Err(Part::of(text).fault(format!("`{}` is not one day", Part::of(text).quoted()), help))
}

/// Reads the name of a zone, as `time_zones` has them.
///
/// # Errors
///
/// Where there is no zone of that name, the nearest that there is.
pub fn zone(name: &str) -> Result<Zone, WhenError> {
    clock::named(Part::of(name))
}

/// A part of the text, with its place in it.
#[derive(Clone, Copy)]
struct Part<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Part<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, start: 0 }
    }

    /// What stands before and from `at` on.
    fn split(self, at: usize) -> (Self, Self) {
        let (before, after) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let start = self.start + before.len();
        (Self { text: before, start: self.start }, Self { text: after, start })
    }

    /// What stands before and after the first such byte, which is ASCII.
    fn cut(self, byte: u8) -> (Self, Option<Self>) {
        match self.text.bytes().position(|other| other == byte) {
            None => (self, None),
            Some(at) => (self.split(at).0, Some(self.split(at + 1).1)),
        }
    }

    /// The text for a message: one line, and not a long one.
    fn quoted(self) -> String {
        let line = self.text.lines().next().unwrap_or("");
        let mut quoted: String = line.chars().take(60).collect();
        if quoted.len() < self.text.len() {
            quoted.push('…');
        }
        quoted
    }

    fn fault(self, message: impl Into<String>, help: impl Into<String>) -> WhenError {
        let range = self.start..self.start + self.text.len();
        WhenError { range, message: message.into(), help: help.into() }
    }
}

/// Reads the whole text; no second look where it is wrong.
fn shape(text: &str) -> Result<Shape, WhenError> {
    let whole = Part::of(text);
    let Some(slash) = slash(text) else {
        return match clock::mark(text) {
            Some(mark) => clock::time(whole, mark).map(Shape::Time),
            None => date(whole).map(Shape::Date),
        };
    };
    let (start, end) = (whole.split(slash).0, whole.split(slash + 1).1);
    match (clock::mark(start.text), clock::mark(end.text)) {
        (Some(a), Some(b)) => times(clock::time(start, a)?, clock::time(end, b)?, whole),
        (None, None) => dates(start, end, whole),
        (Some(_), None) | (None, Some(_)) => Err(mixed(start, end, whole)),
    }
}

fn mixed(start: Part<'_>, end: Part<'_>, whole: Part<'_>) -> WhenError {
    if missing(start.text).or(missing(end.text)).is_some() {
        let message = "an interval of clock times has both a start and an end";
        return whole.fault(message, "write both, or the day alone, such as `2021-12-30/..`");
    }
    whole.fault(
        "an interval is of two dates or of two clock times, not of one each",
        "write a day on both sides, such as `2021-12-30/2021-12-31`, or a time on both",
    )
}

/// Where the slash of an interval is: the first that does not stand in a zone's name.
fn slash(text: &str) -> Option<usize> {
    let mut inside = false;
    text.bytes().position(|byte| {
        inside = (inside || byte == b'[') && byte != b']';
        byte == b'/' && !inside
    })
}

fn times(start: Time, end: Time, whole: Part<'_>) -> Result<Shape, WhenError> {
    if end.instant < start.instant {
        return Err(reversed(whole));
    }
    Ok(Shape::Times(start, end))
}

fn dates(start: Part<'_>, end: Part<'_>, whole: Part<'_>) -> Result<Shape, WhenError> {
    if let Some(second) = slash(end.text) {
        let rest = end.split(second).1;
        return Err(rest.fault("an interval has one slash", "write `2021-11/2021-12`"));
    }
    match (missing(start.text), missing(end.text)) {
        (None, None) => {
            let (first, last) = (date(start)?, date(end)?);
            if last.last_day() < first.first_day() {
                return Err(reversed(whole));
            }
            Ok(Shape::Dates(first, last))
        }
        (None, Some(missing)) => Ok(Shape::From(date(start)?, missing)),
        (Some(missing), None) => Ok(Shape::Until(missing, date(end)?)),
        (Some(_), Some(_)) => Err(whole.fault(
            "an interval with neither start nor end says nothing",
            "write one of them, such as `2021-12/..`, or leave the field out",
        )),
    }
}

fn missing(text: &str) -> Option<Missing> {
    match text {
        ".." => Some(Missing::Open),
        "" => Some(Missing::Unknown),
        _ => None,
    }
}

fn reversed(whole: Part<'_>) -> WhenError {
    let slash = slash(whole.text).unwrap_or(0);
    let (start, end) = (whole.split(slash).0.text, whole.split(slash + 1).1.text);
    whole.fault(
        format!("the interval ends, with `{end}`, before it begins"),
        format!("write `{end}/{start}`"),
    )
}
