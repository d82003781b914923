//! German, as the Deutsche Presse-Agentur writes it.

use crate::words::dates::grammar::{Forms, Pair, Words, forms};

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

macro_rules! season {
    ($thing:literal) => {
        forms!(
            $thing, about "etwa ", in "im ", in about "etwa im ",
            from "{~}vom ", to "{~}bis zum ", onward "{~}ab dem ", since "{~}seit dem ",
            until "{~}bis zum "
        )
    };
}

/// German.
pub(super) static GERMAN: Words = Words {
    months: MONTHS,
    months_genitive: MONTHS,
    months_within: MONTHS,
    first_day: "1",
    before_christ: ("{y} v.\u{a0}Chr.", ""),
    early_year: ("{y} n.\u{a0}Chr.", ""),
    winter: ("/", true),
    day: forms!(
        "{d}. {m} {y}", about "um den ", in "am ", in about "um den ",
        from "{~}vom ", to "{~}bis zum ", onward "{~}ab dem ", since "{~}seit dem ",
        until "{~}bis zum "
    ),
    month: forms!(
        "{m} {y}", about "etwa ", in "im ", in about "etwa im ",
        from "{~}von ", to "{~}bis ", onward "{~}ab ", since "{~}seit ", until "{~}bis "
    ),
    year: forms!(
        "{y}", about "um ", in "im Jahr ", in about "um ",
        from "{~}von ", to "{~}bis ", onward "{~}ab ", since "{~}seit ", until "{~}bis "
    ),
    decade: Forms {
        alone: "{y}er-Jahre",
        alone_about: "etwa {y}er-Jahre",
        within: "in den {y}er-Jahren",
        within_about: "etwa in den {y}er-Jahren",
        from: "{~}von den {y}er-Jahren",
        to: "{~}bis zu den {y}er-Jahren",
        onward: "{~}ab den {y}er-Jahren",
        since: "{~}seit den {y}er-Jahren",
        until: "{~}bis zu den {y}er-Jahren",
    },
    seasons: [
        season!("Frühjahr {y}"),
        season!("Sommer {y}"),
        season!("Herbst {y}"),
        season!("Winter {y}"),
    ],
    some_day: Forms {
        alone: "ein Tag {}",
        alone_about: "ein Tag {}",
        within: "an einem Tag {}",
        within_about: "an einem Tag {}",
        from: "von einem Tag {}",
        to: "bis zu einem Tag {}",
        onward: "ab einem Tag {}",
        since: "seit einem Tag {}",
        until: "bis zu einem Tag {}",
    },
    some_month: Forms {
        alone: "ein Monat {}",
        alone_about: "ein Monat {}",
        within: "in einem Monat {}",
        within_about: "in einem Monat {}",
        from: "von einem Monat {}",
        to: "bis zu einem Monat {}",
        onward: "ab einem Monat {}",
        since: "seit einem Monat {}",
        until: "bis zu einem Monat {}",
    },
    of_month: "im {m} {y}",
    of_year: "im Jahr {y}",
    day_and_month: "{d}. {m}",
    between_days: "zwischen dem {a}. und dem {b}. {m} {y}",
    between_years: "zwischen {a} und {b}",
    between_eras: "zwischen {a} und {b}",
    between: forms!(
        "{}", about "etwa ", in "", in about "etwa ",
        from "{~}von einem Zeitpunkt ", to "{~}bis zu einem Zeitpunkt ",
        onward "{~}ab einem Zeitpunkt ", since "{~}seit einem Zeitpunkt ",
        until "{~}bis zu einem Zeitpunkt "
    ),
    about: "etwa ",
    roughly: "etwa ",
    uncertain: "{} (unsicher)",
    days: Pair { alone: "{a}. bis {b}. {m} {y}", prose: "vom {a}. bis {b}. {m} {y}" },
    days_of_year: Pair { alone: "{a} bis {b}", prose: "vom {a} bis zum {b}" },
    months_of_year: Pair { alone: "{m} bis {n} {y}", prose: "von {m} bis {n} {y}" },
    years: Pair { alone: "{a} bis {b}", prose: "von {a} bis {b}" },
    interval: Pair { alone: "{a} bis {b}", prose: "{from} {to}" },
    end_unknown: "{} (Ende unbekannt)",
    start_unknown: "{} (Beginn unbekannt)",
    span: ["{a} bis {b}", "seit: {a}", "bis: {b}"],
    comma: ", ",
    at_clock: " um ",
    from_clock: " von ",
    to_clock: " bis ",
    after_clock: " Uhr",
    contractions: &[],
};
