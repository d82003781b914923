//! A day of the calendar, and the little arithmetic that days need.
//!
//! The calendar is the proleptic Gregorian one, as in ISO 8601 and EDTF: the year 0 is 1 BC. Days are
//! counted from 1 January 1970. Nothing here knows of zones; a day is not an instant.

use std::fmt;

/// Seconds in a day; clock times know no leap seconds.
pub const SECONDS: i64 = 86_400;

/// One day of the calendar. Ordered as days follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Day {
    /// The day of this year, month and day of the month, taken as they are.
    pub const fn new(year: i32, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// The last day of a month.
    pub const fn last_of(year: i32, month: u8) -> Self {
        Self { year, month, day: days_in(year, month) }
    }

    /// How many days after 1 January 1970 this is.
    pub fn number(self) -> i64 {
        // Years are counted from March, so that the leap day is the last of its year.
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        let in_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + in_year - 719_468
    }

    /// The day that is so many days after 1 January 1970; years beyond `i32` become its bounds.
    pub fn numbered(number: i64) -> Self {
        let days = number.saturating_add(719_468);
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let in_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let bound = if year < 0 { i32::MIN } else { i32::MAX };
        Self {
            year: i32::try_from(year).unwrap_or(bound),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }

    /// The day, and the second of it, that clocks show which are so many seconds past the first
    /// midnight of 1970 *by themselves*: add the offset to an instant before.
    pub fn of_clock(seconds: i64) -> (Self, u32) {
        let second = u32::try_from(seconds.rem_euclid(SECONDS)).unwrap_or(0);
        (Self::numbered(seconds.div_euclid(SECONDS)), second)
    }

    /// `2021-12-30`, as ISO 8601 writes it; `-0043-03-15` before the year 0. Digit by digit: pages have
    /// dozens of days, and a formatter costs ten times as much.
    pub fn iso(self) -> String {
        let mut text = String::with_capacity(24);
        if self.year < 0 {
            text.push('-');
        }
        let year = self.year.unsigned_abs();
        if year > 9999 {
            text.push_str(&year.to_string());
        } else {
            push_two(&mut text, year / 100);
            push_two(&mut text, year % 100);
        }
        for part in [self.month, self.day] {
            text.push('-');
            push_two(&mut text, u32::from(part));
        }
        text
    }

    /// Its weekday as ISO 8601 numbers them: Monday is 1, Sunday 7.
    pub fn weekday(self) -> u8 {
        u8::try_from((self.number() + 3).rem_euclid(7) + 1).unwrap_or(1)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.iso())
    }
}

/// Adds hours and minutes, `20:35`, of so many seconds.
pub fn push_clock(to: &mut String, seconds: u32) {
    push_two(to, seconds / 3600);
    to.push(':');
    push_two(to, seconds / 60 % 60);
}

/// Adds a number as two digits.
pub fn push_two(to: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        to.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

/// How many days a month has; months that do not exist count as 30.
pub const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 30,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_have_their_numbers() {
        for (day, number) in [
            (Day::new(1970, 1, 1), 0),
            (Day::new(1969, 12, 31), -1),
            (Day::new(2000, 2, 29), 11_016),
            (Day::new(2021, 12, 30), 18_991),
            (Day::new(0, 3, 1), -719_468),
        ] {
            assert_eq!(day.number(), number, "{day}");
            assert_eq!(Day::numbered(number), day);
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        let mut before = Day::numbered(-800_000);
        for number in -799_999..200_000 {
            let day = Day::numbered(number);
            assert!(before < day && day.day <= days_in(day.year, day.month));
            assert_eq!(day.number(), number);
            before = day;
        }
    }

    #[test]
    fn bounds_of_the_machine_do_not_panic() {
        for number in [i64::MIN, i64::MIN + 1, i64::MAX] {
            let _ = (Day::numbered(number), Day::of_clock(number));
        }
        for year in [i32::MIN, i32::MAX] {
            let day = Day::new(year, 1, 1);
            assert_eq!(Day::numbered(day.number()), day);
        }
    }

    #[test]
    fn weekdays_and_text() {
        assert_eq!(Day::new(2021, 12, 30).weekday(), 4);
        assert_eq!(Day::new(2022, 1, 2).weekday(), 7);
        assert_eq!(Day::new(-43, 3, 15).to_string(), "-0043-03-15");
        assert_eq!(Day::last_of(1900, 2).day, 28);
        assert_eq!(Day::last_of(2000, 2).day, 29);
    }
}
