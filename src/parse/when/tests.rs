//! The tables that the parser is held to, and what must hold of any text at all.

mod tables;

use super::*;
use crate::model::when::{Precision, Time};
use crate::parse::when::tests::tables::{DATES, REFUSED, TIMES};
use crate::zone::{bounds, instant as rfc_3339};

fn clock(text: &str) -> Option<Time> {
    match when(text).unwrap().shape() {
        Shape::Time(time) => Some(time.clone()),
        Shape::Date(_)
        | Shape::Dates(..)
        | Shape::From(..)
        | Shape::Until(..)
        | Shape::Times(..) => None,
    }
}

fn valid() -> impl Iterator<Item = String> {
    let times = TIMES.iter().map(|row| row.0);
    let pairs = times.clone().map(|time| format!("{time}/9999-12-31T00:00Z"));
    DATES.iter().map(|row| row.0).chain(times).map(str::to_owned).chain(pairs)
}

#[test]
fn dates_mean_their_days() {
    for (text, first, last) in DATES {
        let when = when(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let show =
            |day: Option<crate::model::day::Day>| day.map_or("-".to_owned(), |day| day.to_string());
        assert_eq!(
            (show(when.first_day()), show(when.last_day())),
            ((*first).into(), (*last).into()),
            "{text}"
        );
        assert_eq!(when.is_approximate(), text.contains(['~', '%']), "{text}");
        assert_eq!(when.is_uncertain(), text.contains(['?', '%']), "{text}");
    }
}

#[test]
fn clock_times_mean_their_instants() {
    for (text, utc, minutes) in TIMES {
        let time = clock(text).unwrap();
        assert_eq!((time.instant, time.offset), (rfc_3339(utc).unwrap(), minutes * 60), "{text}");
        assert_eq!(instant(text), Ok(time.instant));
        assert_eq!(time.zone.is_some(), text.contains('['));
    }
}

#[test]
fn faults_say_where_what_and_what_to_type() {
    for (text, marked, message, help) in REFUSED {
        let error =
            when(text).map_or_else(|error| error, |when| panic!("{text} was read: {when:?}"));
        assert_eq!(text.get(error.range.clone()), Some(*marked), "{text}: {error:?}");
        assert!(error.message.contains(message), "{text}: {error:?}");
        assert!(error.help.contains(help), "{text}: {error:?}");
        assert!(!error.message.ends_with('.') && !error.help.is_empty(), "{error:?}");
    }
    assert!(DATES.len() + TIMES.len() + REFUSED.len() > 170);
}

#[test]
fn what_was_read_is_printed_as_it_was_written() {
    for text in valid() {
        let read = when(&text).unwrap();
        assert_eq!(read.to_string(), text);
        assert_eq!(when(&read.to_string()), Ok(read));
    }
}

#[test]
fn order_is_the_order_of_bounds() {
    let ordered = [
        "../2021",
        "/2022",
        "Y-170000002",
        "-0043-03-15",
        "0000",
        "20XX",
        "202X",
        "2021",
        "2021-11",
        "2021-11/..",
        "2021-12-0X",
        "2021-12~",
        "2021-24",
        "2021-12-07?",
        "2021-12-30",
        "2021-12-30T15:35-05:00",
        "2021-12-30T23:45+03:00",
        "2021-12-31",
        "2022-01-01T00:00Z",
        "2022-01-01",
        "Y12345",
        "Y170000002",
    ];
    let utc = Zone::utc();
    let placed = ordered.map(|text| bounds(&when(text).unwrap(), &utc));
    for ((a, b), texts) in placed.iter().zip(&placed[1..]).zip(ordered.windows(2)) {
        assert!(a < b, "{texts:?}");
    }
    for text in valid() {
        for zone in [&utc, &Zone::named("Pacific/Apia").unwrap()] {
            let bounds = bounds(&when(&text).unwrap(), zone);
            assert!(bounds.lower <= bounds.upper, "{text}");
        }
    }
}

#[test]
fn bare_dates_are_bounded_in_the_zone_of_the_site() {
    let moscow = Zone::named("Europe/Moscow").unwrap();
    let bounds = bounds(&when("2021-12-30").unwrap(), &moscow);
    assert_eq!(bounds.lower, rfc_3339("2021-12-29T21:00Z").unwrap());
    assert_eq!(bounds.upper, rfc_3339("2021-12-30T20:59:59Z").unwrap());
}

#[test]
fn html_gets_no_more_than_was_written() {
    for (text, machine) in [
        ("2021", Some("2021")),
        ("2021-06", Some("2021-06")),
        ("2021-12-30", Some("2021-12-30")),
        ("2021-12~", Some("2021-12")),
        ("2021-12-0X", Some("2021-12")),
        ("2021-XX-XX", Some("2021")),
        ("2021-22", Some("2021")),
        ("2021-24", None),
        ("202X", None),
        ("2021/2022", None),
        ("2021/..", None),
        ("0000", None),
        ("-0043-03-15", None),
        ("Y12345", None),
        ("0044", Some("0044")),
        ("2021-12-30T15:35-05:00", Some("2021-12-30T15:35-05:00")),
        ("2021-12-30T15:35[America/New_York]", Some("2021-12-30T15:35-05:00")),
        ("2021-12-30T20:35:09Z", Some("2021-12-30T20:35:09Z")),
        ("2021-12-30T15:35+05", Some("2021-12-30T15:35+05:00")),
        ("2021-12-30T15:35Z/2021-12-30T16:35Z", None),
    ] {
        assert_eq!(when(text).unwrap().machine().as_deref(), machine, "{text}");
    }
}

#[test]
fn precision_is_that_of_the_coarser_end() {
    for (text, precision) in [
        ("20XX", Precision::Century),
        ("202X", Precision::Decade),
        ("2021-XX", Precision::Year),
        ("2021-22", Precision::Season),
        ("2021-12-0X", Precision::Month),
        ("2021-12-30~", Precision::Day),
        ("2021-12-30/2022", Precision::Year),
        ("2021-12-30T20:35Z", Precision::Minute),
        ("2021-12-30T20:35:00Z", Precision::Second),
    ] {
        assert_eq!(when(text).unwrap().precision(), precision, "{text}");
    }
}

#[test]
fn fields_of_one_instant_or_one_day() {
    for (text, help) in [
        ("2021-12-30", "`2021-12-30T09:00-05:00`"),
        ("2021-12", "`2021-12-30T09:00-05:00`"),
        ("2021-12-30T15:35Z/2021-12-30T16:35Z", "one of the two"),
        ("2021-12-30T15:35", "add an offset"),
    ] {
        assert!(instant(text).unwrap_err().help.contains(help), "{text}");
    }
    assert_eq!(day("2021-12-30").unwrap().to_string(), "2021-12-30");
    for (text, help) in [
        ("2021-12", "the day"),
        ("2021-12-30~", "`2021-12-30`"),
        ("2021-12-0X", "the day"),
        ("2021-12-30T23:35+03:00", "`2021-12-30`"),
        ("2021-12-30/2021-12-31", "the day"),
        ("2021-02-30", "`28`"),
    ] {
        assert!(day(text).unwrap_err().help.contains(help), "{text}");
    }
}

#[test]
fn zones_are_named_exactly() {
    assert_eq!(zone("Europe/Moscow").unwrap().name(), "Europe/Moscow");
    let error = zone("Europe/Moscou").unwrap_err();
    assert_eq!((error.range, &*error.help), (0..13, "did you mean `Europe/Moscow`?"));
    for name in ["", "PST", "Washington", &"x".repeat(10_000)] {
        assert!(zone(name).unwrap_err().help.contains("IANA"), "{name}");
    }
}

/// Reads a text, and holds whatever comes of it to what any answer owes.
fn survives(text: &str) {
    match when(text) {
        Ok(when) => {
            let bounds = bounds(&when, &Zone::utc());
            assert!(bounds.lower <= bounds.upper && when.to_string() == text);
            let _ = (when.machine(), crate::words::dates::of("en").phrase(&when, &[Zone::utc()]));
        }
        Err(error) => assert!(text.get(error.range.clone()).is_some(), "{text}: {error:?}"),
    }
    let _ = (instant(text), day(text));
}

#[test]
fn no_cut_panics() {
    let refused = REFUSED.iter().map(|row| row.0.to_owned());
    for text in valid().chain(refused) {
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            survives(&text[..at]);
            survives(&text[at..]);
        }
    }
}

#[test]
fn no_noise_panics() {
    let letters: Vec<char> = "0123456789-/.:TZXY~?%[]+ ES{},–é٣America/New_York".chars().collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 40).unwrap()
    };
    for round in 0..20_000 {
        let length = next() % 24;
        if round % 4 == 0 {
            let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(next() % 256).unwrap()).collect();
            survives(&String::from_utf8_lossy(&bytes));
        } else {
            let text: String = (0..length).map(|_| letters[next() % letters.len()]).collect();
            survives(&text);
            survives(&format!("2021-12-30{text}"));
        }
    }
}

#[test]
fn long_texts_are_not_quoted_whole() {
    let error = when(&"a paragraph\nin the wrong field ".repeat(1000)).unwrap_err();
    assert!(error.message.len() < 120, "{}", error.message);
}
