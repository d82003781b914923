//! What readers see.

use super::*;
use crate::parse::when::when;

mod languages;

fn shown(text: &str, zones: &[&str]) -> Phrase {
    shown_in("en", text, zones)
}

fn shown_in(language: &str, text: &str, zones: &[&str]) -> Phrase {
    let zones: Vec<_> = zones.iter().map(|name| Zone::named(name).unwrap()).collect();
    of(language).phrase(&when(text).unwrap(), &zones)
}

#[test]
fn dates_say_what_their_precision_allows() {
    for (written, text, prose) in [
        ("2021", "2021", "in 2021"),
        ("2021-06", "June 2021", "in June 2021"),
        ("2021-12-30", "30 December 2021", "on 30 December 2021"),
        ("2021-12-07", "7 December 2021", "on 7 December 2021"),
        ("2021-12~", "around December 2021", "around December 2021"),
        ("2021-12-30~", "around 30 December 2021", "around 30 December 2021"),
        ("2021-12-07?", "7 December 2021 (uncertain)", "on 7 December 2021 (uncertain)"),
        ("2021-12?", "December 2021 (uncertain)", "in December 2021 (uncertain)"),
        ("2021%", "around 2021 (uncertain)", "around 2021 (uncertain)"),
        ("2021-12-0X", "between 1 and 9 December 2021", "between 1 and 9 December 2021"),
        ("2021-12-3X", "between 30 and 31 December 2021", "between 30 and 31 December 2021"),
        ("2021-02-2X", "between 20 and 28 February 2021", "between 20 and 28 February 2021"),
        (
            "2021-12-1X~",
            "roughly between 10 and 19 December 2021",
            "roughly between 10 and 19 December 2021",
        ),
        ("2021-12-XX", "a day in December 2021", "on a day in December 2021"),
        ("2021-12-XX~", "around December 2021", "around December 2021"),
        ("2021-XX", "some month of 2021", "in some month of 2021"),
        ("2021-XX-XX", "a day in 2021", "on a day in 2021"),
        ("202X", "the 2020s", "in the 2020s"),
        ("202X~", "around the 2020s", "around the 2020s"),
        ("200X", "between 2000 and 2009", "between 2000 and 2009"),
        ("20XX", "between 2000 and 2099", "between 2000 and 2099"),
        ("000X", "between 1 BC and AD 9", "between 1 BC and AD 9"),
        ("2021-21", "spring 2021", "in spring 2021"),
        ("2021-23?", "autumn 2021 (uncertain)", "in autumn 2021 (uncertain)"),
        ("2021-24", "winter 2021–22", "in winter 2021–22"),
        ("1999-24", "winter 1999–2000", "in winter 1999–2000"),
        ("0000", "1 BC", "in 1 BC"),
        ("-0043", "44 BC", "in 44 BC"),
        ("-0043-03-15", "15 March 44 BC", "on 15 March 44 BC"),
        ("0044", "AD 44", "in AD 44"),
        ("Y-170000002", "170000003 BC", "in 170000003 BC"),
        ("Y170000002", "170000002", "in 170000002"),
    ] {
        let phrase = shown(written, &[]);
        assert_eq!((&*phrase.text, &*phrase.prose), (text, prose), "{written}");
    }
}

#[test]
fn intervals_say_nothing_twice() {
    for (written, text, prose) in [
        ("2021/2022", "2021 to 2022", "from 2021 to 2022"),
        ("2021-11/2021-12", "November to December 2021", "from November to December 2021"),
        ("2021-11/2022-01", "November 2021 to January 2022", "from November 2021 to January 2022"),
        ("2021-12-03/2021-12-05", "3 to 5 December 2021", "from 3 to 5 December 2021"),
        (
            "2021-11-30/2021-12-03",
            "30 November to 3 December 2021",
            "from 30 November to 3 December 2021",
        ),
        (
            "2021-12-30/2022-01-02",
            "30 December 2021 to 2 January 2022",
            "from 30 December 2021 to 2 January 2022",
        ),
        (
            "2021-11/2021-12-03",
            "November 2021 to 3 December 2021",
            "from November 2021 to 3 December 2021",
        ),
        (
            "2021-11~/2021-12",
            "around November 2021 to December 2021",
            "from around November 2021 to December 2021",
        ),
        ("2021-12-30/2021-12-30", "30 December 2021", "on 30 December 2021"),
        ("-0043/0014", "44 BC to AD 14", "from 44 BC to AD 14"),
        ("2021-12/..", "from December 2021", "from December 2021"),
        ("../2021-12", "until December 2021", "until December 2021"),
        ("2021-12/", "from December 2021 (end unknown)", "from December 2021 (end unknown)"),
        (
            "/2021-12-30",
            "until 30 December 2021 (start unknown)",
            "until 30 December 2021 (start unknown)",
        ),
    ] {
        let phrase = shown(written, &["Asia/Tokyo"]);
        assert_eq!((&*phrase.text, &*phrase.prose), (text, prose), "{written}");
    }
}

#[test]
fn clocks_hang_in_every_zone_of_the_site() {
    const CALL: &str = "2021-12-30T15:35-05:00";
    let two: &[&str] = &["America/New_York", "Europe/Moscow"];
    for (written, zones, text) in [
        (CALL, two, "30 December 2021, 15:35 (New York), 23:35 (Moscow)"),
        ("2021-12-30T20:35Z", two, "30 December 2021, 15:35 (New York), 23:35 (Moscow)"),
        (
            "2021-12-30T15:35[America/New_York]",
            two,
            "30 December 2021, 15:35 (New York), 23:35 (Moscow)",
        ),
        (
            "2021-12-30T16:35-05:00",
            two,
            "30 December 2021, 16:35 (New York), 31 December, 00:35 (Moscow)",
        ),
        (
            "2021-12-31T16:35-05:00",
            two,
            "31 December 2021, 16:35 (New York), 1 January 2022, 00:35 (Moscow)",
        ),
        (
            "2021-12-30T15:35:20-05:00",
            two,
            "30 December 2021, 15:35:20 (New York), 23:35:20 (Moscow)",
        ),
        (CALL, &["UTC"], "30 December 2021, 20:35 UTC"),
        (CALL, &["Etc/GMT+5"], "30 December 2021, 15:35 UTC−05:00"),
        (CALL, &["America/Argentina/Buenos_Aires"], "30 December 2021, 17:35 (Buenos Aires)"),
        (CALL, &[], "30 December 2021, 15:35 UTC−05:00"),
        ("2021-12-30T20:35Z", &[], "30 December 2021, 20:35 UTC"),
        ("2021-12-31T02:05+05:30", &[], "31 December 2021, 02:05 UTC+05:30"),
        ("2021-12-30T15:35[America/New_York]", &[], "30 December 2021, 15:35 (New York)"),
    ] {
        let phrase = shown(written, zones);
        assert_eq!(phrase.text, text, "{written}");
        assert_eq!(phrase.prose.replace("on ", "").replace(" at ", ", "), text, "{written}");
    }
    let phrase = shown("2021-12-30T16:35-05:00", two);
    assert_eq!(
        phrase.prose,
        "on 30 December 2021 at 16:35 (New York), 31 December at 00:35 (Moscow)"
    );
}

#[test]
fn intervals_of_clock_times() {
    let two: &[&str] = &["America/New_York", "Europe/Moscow"];
    let call = "2021-12-30T15:35-05:00/2021-12-30T16:25-05:00";
    let phrase = shown(call, two);
    let text = "30 December 2021, 15:35 to 16:25 (New York), 23:35 to 31 December, 00:25 (Moscow)";
    assert_eq!(phrase.text, text);
    let prose = "on 30 December 2021 from 15:35 to 16:25 (New York), 23:35 to 31 December at 00:25 (Moscow)";
    assert_eq!(phrase.prose, prose);
    assert_eq!(shown(call, &[]).text, "30 December 2021, 15:35 to 16:25 UTC−05:00");
    let flight = "2021-12-30T15:35[America/New_York]/2021-12-31T08:25[Europe/Moscow]";
    let text = "30 December 2021, 15:35 (New York) to 31 December, 08:25 (Moscow)";
    assert_eq!(shown(flight, &[]).text, text);
}

#[test]
fn a_date_does_not_move_with_the_zones() {
    for zones in [&["Pacific/Kiritimati"][..], &["America/Adak"], &[]] {
        assert_eq!(shown("2021-12-30", zones).text, "30 December 2021");
    }
}
