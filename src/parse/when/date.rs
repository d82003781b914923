//! Dates: a year, perhaps a month or a season, perhaps a day, with digits that may be unspecified
//! and a sign that says how sure they are.

use crate::model::day::days_in;
use crate::model::when::{Date, Detail, Season};
use crate::parse::when::{FORMS, Part, WhenError};

/// The months, for messages.
pub(super) const MONTHS: [&str; 12] = [
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
];

/// Reads one date.
pub(super) fn date(part: Part<'_>) -> Result<Date, WhenError> {
    let (body, approximate, uncertain) = match part.text.as_bytes().last() {
        Some(b'~') => (part.split(part.text.len() - 1).0, true, false),
        Some(b'?') => (part.split(part.text.len() - 1).0, false, true),
        Some(b'%') => (part.split(part.text.len() - 1).0, true, true),
        Some(_) => (part, false, false),
        None => return Err(part.fault("the date is empty", FORMS)),
    };
    let (year, detail) =
        if body.text.starts_with('Y') { (long_year(body)?, Detail::Year) } else { calendar(body)? };
    Ok(Date { year, detail, approximate, uncertain })
}

/// Reads `Y170000002` and `Y-17000`.
fn long_year(part: Part<'_>) -> Result<i32, WhenError> {
    let digits = part.split(1).1;
    let bare = digits.text.strip_prefix('-').unwrap_or(digits.text);
    if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(part.fault(
            format!("`{}` is not a year", part.quoted()),
            "after `Y` write digits alone, such as `Y17000`",
        ));
    }
    if bare.len() < 5 || bare.starts_with('0') {
        return Err(part.fault(
            "`Y` begins a year of five digits or more",
            "write a year up to 9999 with four digits, such as `0987` or `-0044`",
        ));
    }
    digits.text.parse().map_err(|_| {
        part.fault("the year is too large", "write one from `Y-2147483648` to `Y2147483647`")
    })
}

/// Reads a date that begins with a year of four digits.
fn calendar(part: Part<'_>) -> Result<(i32, Detail), WhenError> {
    let sign = usize::from(part.text.starts_with('-'));
    let (year_digits, rest) = part.split(sign).1.cut(b'-');
    let (number, unspecified) = year(year_digits, part)?;
    let value = if sign == 1 { -number } else { number };
    let Some(rest) = rest else {
        return match unspecified {
            0 => Ok((value, Detail::Year)),
            1 => Ok((value, Detail::Decade)),
            _ => Ok((value, Detail::Century)),
        };
    };
    if unspecified > 0 {
        return Err(level_two(part, "a month after a year with `X`"));
    }
    let (month_digits, day_digits) = rest.cut(b'-');
    let month = two(month_digits, "month")?;
    let Some(day_digits) = day_digits else {
        return Ok((value, of_month(month_digits, month, part)?));
    };
    let day = two(day_digits, "day")?;
    let detail = match (month, day) {
        (Two::Any, Two::Any) => Detail::AnyDay,
        (Two::Any, Two::Number(_) | Two::Tens(_)) => {
            return Err(level_two(part, "a day of an unspecified month"));
        }
        (Two::Tens(_), _) => of_month(month_digits, month, part)?,
        (Two::Number(month), day) => of_day(value, month, day, [month_digits, day_digits])?,
    };
    Ok((value, detail))
}

/// A year without its sign, and how many of its last digits are `X`.
fn year(digits: Part<'_>, whole: Part<'_>) -> Result<(i32, u8), WhenError> {
    let bytes = digits.text.as_bytes();
    let known = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let all = bytes.iter().all(|byte| byte.is_ascii_digit() || *byte == b'X');
    let negative = whole.text.starts_with('-');
    match (bytes.len(), known) {
        (4, 0..=1) if all => return Err(level_two(digits, "a year with more than two `X`")),
        (4, 2..=3) if all && negative => return Err(level_two(whole, "`X` in a year before 0000")),
        (4, 4) if negative && digits.text == "0000" => {
            return Err(whole.fault("the year 0 has no sign", "write `0000` for 1 BC"));
        }
        (4, 2..=4) if bytes.iter().skip(known).all(|byte| *byte == b'X') => {
            let known_digits = bytes.iter().take(known).map(|byte| i32::from(byte - b'0'));
            let number = known_digits.fold(0, |number, digit| number * 10 + digit);
            let unspecified = 4_u8.saturating_sub(u8::try_from(known).unwrap_or(4));
            return Ok((number * 10_i32.pow(u32::from(unspecified)), unspecified));
        }
        _ => {}
    }
    let help = if known == bytes.len() && (5..8).contains(&known) {
        format!("a year beyond 9999 begins with `Y`: `Y{}`", digits.text)
    } else {
        FORMS.to_owned()
    };
    Err(digits.fault(format!("`{}` is not a year of four digits", digits.quoted()), help))
}

/// Two places of a month or a day.
#[derive(Clone, Copy)]
enum Two {
    /// `12`
    Number(u8),
    /// `1X`
    Tens(u8),
    /// `XX`
    Any,
}

fn two(part: Part<'_>, what: &str) -> Result<Two, WhenError> {
    match *part.text.as_bytes() {
        [b'X', b'X'] => Ok(Two::Any),
        [a @ b'0'..=b'9', b'X'] => Ok(Two::Tens(a - b'0')),
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Ok(Two::Number((a - b'0') * 10 + (b - b'0'))),
        _ => {
            let message = format!("a {what} has two digits, and `{}` is none", part.quoted());
            Err(part.fault(message, FORMS))
        }
    }
}

/// A date that ends with its month: a month, a season, or some month.
fn of_month(part: Part<'_>, month: Two, whole: Part<'_>) -> Result<Detail, WhenError> {
    match month {
        Two::Any => Ok(Detail::AnyMonth),
        Two::Number(month @ 1..=12) => Ok(Detail::Month(month)),
        Two::Number(21) => Ok(Detail::Season(Season::Spring)),
        Two::Number(22) => Ok(Detail::Season(Season::Summer)),
        Two::Number(23) => Ok(Detail::Season(Season::Autumn)),
        Two::Number(24) => Ok(Detail::Season(Season::Winter)),
        Two::Number(25..=41) => {
            Err(level_two(part, "a part of the year other than the seasons `21` to `24`"))
        }
        Two::Tens(_) => Err(level_two(whole, "a month with one `X`")),
        Two::Number(_) => Err(no_month(part)),
    }
}

fn no_month(part: Part<'_>) -> WhenError {
    part.fault(
        format!("there is no month `{}`", part.text),
        "write the year, then the month, `01` to `12`, then the day: `2021-12-30`",
    )
}

/// A date that ends with its day.
fn of_day(year: i32, month: u8, day: Two, parts: [Part<'_>; 2]) -> Result<Detail, WhenError> {
    let [month_part, day_part] = parts;
    let Some(name) = MONTHS.get(usize::from(month).wrapping_sub(1)) else {
        return Err(no_month(month_part));
    };
    let last = days_in(year, month);
    let (day, detail) = match day {
        Two::Any => return Ok(Detail::AnyDayOf(month)),
        Two::Tens(tens) => (tens * 10, Detail::DayAmong(month, tens)),
        Two::Number(0) => (32, Detail::AnyDayOf(month)),
        Two::Number(day) => (day, Detail::Day(month, day)),
    };
    if day > last {
        return Err(day_part.fault(
            format!("{name} {year} has {last} days, and none is `{}`", day_part.text),
            format!("write a day from `01` to `{last}`, or leave it out: `{year:04}-{month:02}`"),
        ));
    }
    Ok(detail)
}

/// Parts of EDTF that are left out, called by their name.
fn level_two(part: Part<'_>, what: &str) -> WhenError {
    part.fault(
        format!("{what} is EDTF level 2, which is not read"),
        "write an interval, such as `2021-10/2021-12`, or a coarser date, such as `2021`",
    )
}
