//! How people write dates elsewhere, and what to type here instead.
//!
//! Looked at only where a text could not be read. Whatever is offered as a replacement was read
//! first, so that no help leads to the next error.

use crate::parse::when::date::MONTHS;
use crate::parse::when::{FORMS, Part, WhenError, clock, shape, slash};

/// What is wrong, and what to type.
type Finding = (String, String);

/// The way in which the text is a date elsewhere, if it is known.
pub(super) fn explain(text: &str) -> Option<WhenError> {
    // What is so long is not a date of any kind, and messages quote it.
    if text.len() > 100 {
        return None;
    }
    let looks: [fn(&str) -> Option<Finding>; 14] = [
        blank,
        spaces,
        sets,
        signs,
        notations,
        dashes,
        intervals,
        space_for_t,
        space_before_zone,
        capitals,
        quarters,
        digits,
        numbers,
        words,
    ];
    let (message, help) = looks.iter().find_map(|look| look(text))?;
    Some(Part::of(text).fault(message, help))
}

/// `write …`, if that can be read.
fn write(candidate: &str) -> Option<String> {
    shape(candidate).is_ok().then(|| format!("write `{candidate}`"))
}

fn blank(text: &str) -> Option<Finding> {
    text.trim().is_empty().then(|| ("the date is empty".to_owned(), FORMS.to_owned()))
}

fn spaces(text: &str) -> Option<Finding> {
    let help = write(text.trim())?;
    Some(("a date has no spaces around it".to_owned(), help))
}

/// `[2021-11, 2021-12]` and `{2021..2023}`.
fn sets(text: &str) -> Option<Finding> {
    let what = match text.chars().next()? {
        '[' => "`[…]`, one date of a set,",
        '{' => "`{…}`, all dates of a set,",
        _ => return None,
    };
    let help = "write an interval, such as `2021-11/2021-12`";
    Some((format!("{what} is EDTF level 2, which is not read"), help.to_owned()))
}

/// `~2021`, `2021?-12`, `2021~?`, and signs after a clock time.
fn signs(text: &str) -> Option<Finding> {
    let is_sign = |letter: char| matches!(letter, '~' | '?' | '%');
    if text.ends_with(is_sign) && clock::mark(text).is_some() {
        let message = "a clock time is neither approximate nor uncertain";
        return Some((message.to_owned(), "write the day alone, such as `2021-12-30~`".to_owned()));
    }
    let misplaced = |part: &str| part.trim_end_matches(is_sign).contains(is_sign);
    let doubled = |part: &str| part.chars().rev().take_while(|letter| is_sign(*letter)).count() > 1;
    if !text.split('/').any(|part| misplaced(part) || doubled(part)) {
        return None;
    }
    let candidate = format!("{}{}", text.replace(is_sign, ""), sign_of(text));
    let help = (!text.contains('/')).then(|| write(&candidate)).flatten();
    Some((
        "`~`, `?` or `%` stands once, at the end of a date (elsewhere it is EDTF level 2)"
            .to_owned(),
        help.unwrap_or_else(|| "write `2021-12~`, `2021-12?`, or `2021-12%` for both".to_owned()),
    ))
}

fn sign_of(text: &str) -> char {
    let both = text.contains('%') || text.contains('~') && text.contains('?');
    if both {
        '%'
    } else if text.contains('?') {
        '?'
    } else {
        '~'
    }
}

/// `Y17E8` and `1950S2`.
fn notations(text: &str) -> Option<Finding> {
    let digits = text.trim_start_matches(['Y', '-']);
    let known = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'E' | b'S');
    let level_two = digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.contains(['E', 'S'])
        && digits.bytes().all(known);
    level_two.then(|| {
        let message = "a year with `E` or `S` is EDTF level 2, which is not read";
        (message.to_owned(), "write all digits of the year".to_owned())
    })
}

/// `2021‐12`, `2021–2022`, and the minus sign of our own pages, `15:35−05:00`.
fn dashes(text: &str) -> Option<Finding> {
    let is_dash = |letter: char| matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}');
    if !text.contains(is_dash) {
        return None;
    }
    let compact = text.replace(' ', "");
    let help = write(&compact.replace(is_dash, "-"))
        .or_else(|| write(&compact.replace(is_dash, "/")))
        .unwrap_or_else(|| "write `-` within a date, and `/` between two".to_owned());
    Some(("a date has no dashes but the hyphen of the keyboard".to_owned(), help))
}

/// `2021-11 to 2021-12`, `2021..2022`, `2021..`, `2021 - 2022`, `2021-2022`, `2021-12-03/05`.
fn intervals(text: &str) -> Option<Finding> {
    let said = "an interval is two whole dates with a slash between them";
    let parted = [" to ", " until ", "...", "..", " - ", "--", " / "].iter().find_map(|sign| {
        let (start, end) = text.split_once(sign)?;
        write(&format!("{}/{}", some(start)?, some(end)?))
    });
    let years = || match text.split_once('-')? {
        (start, end) if start.len() == 4 && end.len() == 4 => write(&format!("{start}/{end}")),
        _ => None,
    };
    let open = || match (text.strip_suffix(".."), text.strip_prefix("..")) {
        (Some(start), _) => write(&format!("{start}/..")),
        (None, Some(end)) => write(&format!("../{end}")),
        (None, None) => None,
    };
    let help = parted.or_else(open).or_else(years).or_else(|| shortened(text))?;
    Some((said.to_owned(), help))
}

fn some(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// ISO 8601 lets the end leave out what it shares with the start; EDTF does not.
fn shortened(text: &str) -> Option<String> {
    let (start, end) = text.split_at_checked(slash(text)?)?;
    let end = end.strip_prefix('/')?;
    if let (Some(day), Some(b':')) = (start.get(..10), end.as_bytes().get(2)) {
        return write(&format!("{start}/{day}T{end}"));
    }
    let known = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    if !matches!(end.len(), 2 | 5) || !end.bytes().all(known) || shape(start).is_err() {
        return None;
    }
    // `2021/12` may be a month; `2021/22` may only be a year.
    let as_month = format!("{start}-{end}");
    if (start.len(), end.len()) == (4, 2) && end <= "12" && shape(&as_month).is_ok() {
        return Some(format!("write `{as_month}` for the month, or both years with four digits"));
    }
    let kept = start.get(..start.len().saturating_sub(end.len())).unwrap_or("");
    write(&format!("{start}/{kept}{end}"))
        .or_else(|| Some("write both, such as `2021-12-30/2022-01-02`".to_owned()))
}

/// `2021-12-30 15:35`.
fn space_for_t(text: &str) -> Option<Finding> {
    let (day, time) = text.split_once(' ')?;
    let compact = time.replace(' ', "");
    if day.len() != 10
        || shape(day).is_err()
        || !compact.starts_with(|first: char| first.is_ascii_digit())
    {
        return None;
    }
    let clock = compact.split(|letter: char| !letter.is_ascii_digit() && letter != ':').next()?;
    let help = write(&format!("{day}T{compact}")).unwrap_or_else(|| {
        let digits = write(&format!("{day}T{clock}Z")).map(|_| format!("write `{day}T{clock}`"));
        let clock = digits.unwrap_or_else(|| format!("write it like `{day}T09:05`"));
        format!("{clock}, and {}", clock::OFFSET)
    });
    Some(("day and time have a `T` between them, not a space".to_owned(), help))
}

/// `2021-12-30T15:35 [America/New_York]`, `2021-12-30T15:35 +02:00`.
fn space_before_zone(text: &str) -> Option<Finding> {
    clock::mark(text)?;
    let (time, zone) = text.split_once(' ')?;
    let (time, zone) = (time.trim(), zone.trim().replace(' ', "_"));
    let help = write(&format!("{time}{zone}")).or_else(|| write(&format!("{time}[{zone}]")))?;
    Some(("no space stands between a time and its offset or zone".to_owned(), help))
}

/// `2021-12-xx`, `2021-12-30t15:35z`.
fn capitals(text: &str) -> Option<Finding> {
    let (date, zone) = text.split_at(text.find('[').unwrap_or(text.len()));
    let help = write(&format!("{}{zone}", date.to_ascii_uppercase()))?;
    Some(("the letters of a date are capitals".to_owned(), help))
}

/// `2021-1-5`, `2021-9/2021-12`.
fn digits(text: &str) -> Option<Finding> {
    let (date, time) = text.split_at(clock::mark(text).unwrap_or(text.len()));
    let padded = |date: &str| date.split('-').map(|part| format!("{part:0>2}")).collect::<Vec<_>>();
    let sides: Vec<_> = date.split('/').map(|date| padded(date).join("-")).collect();
    let help = write(&format!("{}{time}", sides.join("/")))?;
    Some(("a month and a day have two digits".to_owned(), help))
}

/// `30.12.2021`, `12/30/2021`, `2021/12/30`, `12/2021`, `20211230`.
fn numbers(text: &str) -> Option<Finding> {
    let compact: String =
        if text.contains(['.', '/', '-']) { text.replace(' ', "") } else { text.replace(' ', "/") };
    let mark = compact.chars().find(|letter| !letter.is_ascii_digit());
    let parts: Vec<&str> = mark.map_or(vec![&*compact], |mark| compact.split(mark).collect());
    if !parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let candidates = match (&*parts, &*lengths) {
        ([all], [8]) => vec![ymd(all.get(..4)?, all.get(4..6)?, all.get(6..)?)],
        ([year, month], [4, 1 | 2]) if mark != Some('-') => vec![format!("{year}-{month:0>2}")],
        ([month, year], [1 | 2, 4]) => vec![format!("{year}-{month:0>2}")],
        ([year, month, day], [4, 1 | 2, 1 | 2]) if mark != Some('-') => vec![ymd(year, month, day)],
        // Only where the day stands in the month's place; the rest is for the parser to explain.
        ([year, day, month], [4, 2, 2]) if shape(&ymd(year, month, day)).is_ok() => {
            vec![ymd(year, month, day)]
        }
        // A point is written where the day comes first; a slash, on both sides of the ocean.
        ([day, month, year], [1 | 2, 1 | 2, 4]) if mark == Some('.') => vec![ymd(year, month, day)],
        ([a, b, year], [1 | 2, 1 | 2, 4]) => vec![ymd(year, b, a), ymd(year, a, b)],
        ([_, _, _], [1 | 2, 1 | 2, 1 | 2]) => Vec::new(),
        _ => return None,
    };
    let right: Vec<_> = candidates.iter().filter(|candidate| shape(candidate).is_ok()).collect();
    let help = match *right {
        [] => format!("{FORMS}, the year with four digits"),
        [one, two] if one != two => format!("write `{one}` or `{two}`, whichever is meant"),
        [one, ..] => format!("write `{one}`"),
    };
    let message = match (&*parts, mark) {
        ([year, month, _], Some('-')) if year.len() == 4 => format!("there is no month `{month}`"),
        _ => format!("`{text}` is not in the form year-month-day"),
    };
    Some((message, help))
}

fn ymd(year: &str, month: &str, day: &str) -> String {
    format!("{year}-{month:0>2}-{day:0>2}")
}

/// `2021Q4`: a quarter before it is a month.
fn quarters(text: &str) -> Option<Finding> {
    text.contains(['q', 'Q']).then(|| words(text)).flatten()
}

/// `Dec 2021`, `30 December 2021`, `circa 2021`, `summer 2021`, `2021-Q4`, `the 2020s`, `today`.
fn words(text: &str) -> Option<Finding> {
    let text_lower = text.to_lowercase();
    match text_lower.trim() {
        "today" | "yesterday" | "tomorrow" | "now" => {
            return Some((format!("`{text}` means another day tomorrow"), FORMS.to_owned()));
        }
        "unknown" | "tbd" | "tba" | "n.d." | "n/a" | "?" => {
            let help = "write as much as is known, such as `2021` or `202X`";
            return Some((format!("`{text}` is not a date"), help.to_owned()));
        }
        _ => {}
    }
    let mut said = Said::default();
    let tokens = text_lower.split(|letter: char| !letter.is_alphanumeric());
    tokens.filter(|token| !token.is_empty()).for_each(|token| said.hear(token));
    let help = write(&said.candidate()?)?;
    Some((format!("`{text}` is not in the form year-month-day, in digits"), help))
}

/// What was understood of a date in words.
#[derive(Default)]
struct Said {
    year: Option<String>,
    month: Option<usize>,
    day: Option<String>,
    quarter: Option<usize>,
    about: bool,
    understood: bool,
}

impl Said {
    fn hear(&mut self, token: &str) {
        // `2021q4`
        if let Some((year, quarter)) =
            token.split_at_checked(4).filter(|(_, it)| it.starts_with('q'))
        {
            self.hear(year);
            return self.word(quarter);
        }
        let digits = token.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        match (digits.len(), token.len() - digits.len()) {
            (4, 0) if all_digits(digits) => self.year = Some(digits.to_owned()),
            (4, 1) if digits.ends_with('0') && token.ends_with('s') => {
                self.year = digits.strip_suffix('0').map(|decade| format!("{decade}X"));
                self.understood = true;
            }
            (1 | 2, 0 | 2) if all_digits(digits) => self.day = Some(digits.to_owned()),
            _ => self.word(token),
        }
    }

    fn word(&mut self, token: &str) {
        let month = |name: &str| token.len() >= 3 && name.to_lowercase().starts_with(token);
        match token {
            "about" | "around" | "approximately" | "approx" | "circa" | "ca" | "c" => {
                self.about = true;
            }
            "spring" => self.month = Some(21),
            "summer" => self.month = Some(22),
            "autumn" | "fall" => self.month = Some(23),
            "winter" => self.month = Some(24),
            "sept" => self.month = Some(9),
            "q1" | "q2" | "q3" | "q4" => {
                self.quarter = token.get(1..).and_then(|number| number.parse().ok());
            }
            _ => match MONTHS.iter().position(|name| month(name)) {
                Some(at) => self.month = Some(at + 1),
                None => return,
            },
        }
        self.understood = true;
    }

    fn candidate(&self) -> Option<String> {
        let year = self.year.as_ref().filter(|_| self.understood)?;
        let about = if self.about { "~" } else { "" };
        Some(match (self.quarter, self.month, &self.day) {
            (Some(quarter), ..) => {
                format!("{year}-{:02}/{year}-{:02}", quarter * 3 - 2, quarter * 3)
            }
            (None, Some(month), Some(day)) => format!("{year}-{month:02}-{day:0>2}{about}"),
            (None, Some(month), None) => format!("{year}-{month:02}{about}"),
            // A number beside the year that is no day of a month was not understood.
            (None, None, Some(_)) => return None,
            (None, None, None) => format!("{year}{about}"),
        })
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
