//! Clock times: a day, `T`, a time, and an offset, a zone, or both.

use crate::model::day::{Day, SECONDS};
use crate::model::when::{Date, Detail, Time};
use crate::parse::when::date::date;
use crate::parse::when::{Part, WhenError};
use crate::zone::{Local, Resolved, Zone};

/// What to add to a time that lacks a zone.
pub(super) const OFFSET: &str =
    "add an offset such as `-05:00` or a zone such as `[America/New_York]`";

/// Names nearer than this are worth a suggestion.
const NEAR: f64 = 0.85;

/// The hands of a clock.
#[derive(Clone, Copy)]
struct Hands {
    hour: u8,
    minute: u8,
    second: Option<u8>,
}

/// Where the `T` is that makes a text a clock time.
pub(super) fn mark(text: &str) -> Option<usize> {
    text.bytes().take_while(|byte| *byte != b'[').position(|byte| byte == b'T')
}

/// Reads a clock time whose `T` is at `mark`.
pub(super) fn time(part: Part<'_>, mark: usize) -> Result<Time, WhenError> {
    let day = whole_day(part.split(mark).0)?;
    let rest = part.split(mark + 1).1;
    let length = rest.text.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b':')).count();
    let (clock, suffix) = rest.split(length);
    let hands = hands(clock, day, suffix.text)?;
    let (written, zone) = match suffix.text.find('[') {
        None => (offset(suffix)?, None),
        Some(at) => (offset(suffix.split(at).0)?, Some(zone(suffix.split(at).1)?)),
    };
    let moment = Moment { day, hands, part, clock };
    let offset = match (written, &zone) {
        (Some(offset), None) => offset,
        (None, None) => {
            return Err(
                part.fault(format!("`{}` has no offset and no zone", part.quoted()), OFFSET)
            );
        }
        (written, Some(zone)) => moment.settle(written, zone)?,
    };
    Ok(Time {
        instant: moment.seconds() - i64::from(offset),
        offset,
        zone: zone.map(|zone| zone.name().into()),
        seconds: hands.second.is_some(),
    })
}

fn whole_day(part: Part<'_>) -> Result<Day, WhenError> {
    match date(part)? {
        Date { year, detail: Detail::Day(month, day), approximate: false, uncertain: false } => {
            Ok(Day::new(year, month, day))
        }
        Date { .. } => Err(part.fault(
            format!("a clock time stands on a whole day, and `{}` is none", part.quoted()),
            "write year, month and day before the `T`, or leave out the time",
        )),
    }
}

fn hands(part: Part<'_>, day: Day, suffix: &str) -> Result<Hands, WhenError> {
    let two = |a: u8, b: u8| (a.wrapping_sub(b'0')) * 10 + b.wrapping_sub(b'0');
    let digits = part.text.bytes().filter(u8::is_ascii_digit).count();
    let hands = match *part.text.as_bytes() {
        [a, b, b':', c, d] if digits == 4 => {
            Hands { hour: two(a, b), minute: two(c, d), second: None }
        }
        [a, b, b':', c, d, b':', e, f] if digits == 6 => {
            Hands { hour: two(a, b), minute: two(c, d), second: Some(two(e, f)) }
        }
        _ => {
            let message = match part.text {
                "" => "there is no time after the `T`".to_owned(),
                _ => format!("`{}` is not a time of the clock", part.quoted()),
            };
            let help = "write hours and minutes with two digits each, such as `09:05`";
            return Err(part.fault(message, help));
        }
    };
    match hands {
        Hands { hour: 24, minute: 0, second: None | Some(0) } => {
            let next = Day::numbered(day.number() + 1);
            Err(part.fault(
                "a day ends before `24:00`",
                format!("write the next day, `{next}T00:00{suffix}`"),
            ))
        }
        Hands { hour: 24.., .. } => Err(part
            .fault(format!("there is no hour {}", hands.hour), "write an hour from `00` to `23`")),
        Hands { minute: 60.., .. } => Err(part.fault(
            format!("there is no minute {}", hands.minute),
            "write a minute from `00` to `59`",
        )),
        Hands { second: Some(second @ 60..), .. } => Err(part.fault(
            format!("there is no second {second}"),
            "write a second from `00` to `59`, or leave the seconds out",
        )),
        Hands { .. } => Ok(hands),
    }
}

/// Reads `Z`, `-05:00`, `-05`, or nothing.
fn offset(part: Part<'_>) -> Result<Option<i32>, WhenError> {
    let number = |a: u8, b: u8| i32::from(a - b'0') * 10 + i32::from(b - b'0');
    let (sign, hours, minutes) = match *part.text.as_bytes() {
        [] => return Ok(None),
        [b'Z'] => return Ok(Some(0)),
        [sign @ (b'+' | b'-'), a @ b'0'..=b'9', b @ b'0'..=b'9'] => (sign, number(a, b), 0),
        [
            sign @ (b'+' | b'-'),
            a @ b'0'..=b'9',
            b @ b'0'..=b'9',
            b':',
            c @ b'0'..=b'9',
            d @ b'0'..=b'9',
        ] => (sign, number(a, b), number(c, d)),
        [b'.' | b',', ..] => {
            return Err(part.fault(
                "clock times have no fractions of a second",
                "leave out what stands between the seconds and the offset",
            ));
        }
        [b'+' | b'-', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] => {
            let (hours, minutes) = part.split(3);
            let help = format!("write `{}:{}`", hours.text, minutes.text);
            return Err(part.fault("an offset has a colon", help));
        }
        _ => return Err(part.fault(format!("`{}` is not an offset", part.quoted()), OFFSET)),
    };
    let seconds = (hours * 60 + minutes) * 60 * if sign == b'-' { -1 } else { 1 };
    if minutes > 59 || !(-12 * 3600..=14 * 3600).contains(&seconds) {
        return Err(part.fault(
            format!("no clocks on earth are at the offset `{}`", part.text),
            "write an offset from `-12:00` to `+14:00`",
        ));
    }
    Ok(Some(seconds))
}

/// Reads `[America/New_York]`.
fn zone(part: Part<'_>) -> Result<Zone, WhenError> {
    let Some(name) = part.text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else {
        return Err(part
            .fault("a zone ends with `]`, and nothing follows it", "write `[America/New_York]`"));
    };
    named(part.split(1).1.split(name.len()).0)
}

/// The zone of a name, or the name that was meant.
pub(super) fn named(name: Part<'_>) -> Result<Zone, WhenError> {
    Zone::named(name.text).ok_or_else(|| {
        let help = if let Some(offset) = offset_meant(name.text) {
            format!("for an offset, write `{offset}` and no brackets")
        } else if let Some(near) = nearest(name.text) {
            format!("did you mean `{near}`?")
        } else {
            "write a zone of the IANA database, such as `Europe/Moscow`".to_owned()
        };
        name.fault(format!("there is no zone `{}`", name.quoted()), help)
    })
}

/// The offset that a name such as `GMT+2` or `UTC-3:30` means. (`Etc/GMT+2`, which is near, means the
/// opposite.)
fn offset_meant(name: &str) -> Option<String> {
    let offset = ["UTC", "GMT", ""].iter().find_map(|word| {
        let rest = name.get(word.len()..)?.trim_start();
        let begins = name.get(..word.len())?.eq_ignore_ascii_case(word);
        rest.split_at_checked(1).filter(|(sign, _)| begins && matches!(*sign, "+" | "-"))
    });
    let (sign, hands) = offset?;
    let (hours, minutes) = hands.split_once(':').unwrap_or((hands, "00"));
    let hours = hours.parse::<u8>().ok().filter(|hours| *hours <= 14)?;
    let minutes = minutes.parse::<u8>().ok().filter(|minutes| *minutes < 60)?;
    Some(format!("{sign}{hours:02}:{minutes:02}"))
}

/// The zone whose name, or whose city, is nearest.
fn nearest(name: &str) -> Option<String> {
    let wanted = name.to_lowercase().replace(' ', "_");
    // An abbreviation such as PST is near to many names and means none of them.
    if name.len() <= 5 && name.bytes().all(|byte| byte.is_ascii_uppercase()) || name.len() > 64 {
        return None;
    }
    let likeness = |zone: &str| {
        let zone = zone.to_lowercase();
        let city = zone.rsplit('/').next().unwrap_or(&zone);
        strsim::jaro_winkler(&wanted, &zone).max(strsim::jaro_winkler(&wanted, city))
    };
    let scored = Zone::names().map(|zone| (likeness(&zone), zone)).filter(|(like, _)| *like > NEAR);
    // The first of equals, so that the answer depends on nothing but the name.
    scored.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, zone)| zone)
}

/// A time as written, whose instant is still to be found.
struct Moment<'t> {
    day: Day,
    hands: Hands,
    part: Part<'t>,
    clock: Part<'t>,
}

impl Moment<'_> {
    /// The seconds that UTC would make of it.
    fn seconds(&self) -> i64 {
        let Hands { hour, minute, second } = self.hands;
        let clock = (i64::from(hour) * 60 + i64::from(minute)) * 60;
        self.day.number() * SECONDS + clock + i64::from(second.unwrap_or(0))
    }

    /// The offset that the zone has then, which must be the written one, if any is written.
    fn settle(&self, written: Option<i32>, zone: &Zone) -> Result<i32, WhenError> {
        let Hands { hour, minute, second } = self.hands;
        let fits = |offset: i32| written.is_some_and(|written| (written - offset).abs() < 60);
        match zone.resolve(self.day, hour, minute, second.unwrap_or(0)) {
            Resolved::Unique(offset) if written.is_none() || fits(offset) => Ok(offset),
            Resolved::Fold { before, .. } if fits(before) => Ok(before),
            Resolved::Fold { after, .. } if fits(after) => Ok(after),
            Resolved::Unique(offset) => Err(self.disagrees(zone, offset)),
            Resolved::Fold { before, after } => Err(self.twice(zone, before, after)),
            Resolved::Gap { jump, before, after } => Err(self.skipped(zone, jump, before, after)),
        }
    }

    fn disagrees(&self, zone: &Zone, offset: i32) -> WhenError {
        let offset = written(offset);
        self.part.fault(
            format!("the offset of `{}` is then `{offset}`, not the one written", zone.name()),
            format!("write `{offset}`, or leave out the offset or the zone"),
        )
    }

    fn twice(&self, zone: &Zone, before: i32, after: i32) -> WhenError {
        let (before, after) = (written(before), written(after));
        self.clock.fault(
            format!("`{}` happens twice in `{}` on {}", self.clock.text, zone.name(), self.day),
            format!("write the offset, `{before}` or `{after}`: `{}`", self.with(&before, zone)),
        )
    }

    fn skipped(&self, zone: &Zone, jump: i64, before: i32, after: i32) -> WhenError {
        let (from, to) = (Local::at(jump, before), Local::at(jump, after));
        let show = |local: Local| {
            let clock = format!("{:02}:{:02}", local.hour, local.minute);
            if from.day == to.day { clock } else { format!("{} {clock}", local.day) }
        };
        let clock = self.clock.text;
        self.clock.fault(
            format!(
                "`{clock}` on {} does not exist in `{}`: clocks went from {} to {}",
                self.day,
                zone.name(),
                show(from),
                show(to)
            ),
            format!(
                "write a time that clocks showed, or an offset instead of the zone: `{}T{clock}{}`",
                self.day,
                written(before)
            ),
        )
    }

    fn with(&self, offset: &str, zone: &Zone) -> String {
        format!("{}T{}{offset}[{}]", self.day, self.clock.text, zone.name())
    }
}

/// An offset as one writes it.
fn written(offset: i32) -> String {
    let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
