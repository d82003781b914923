//! English, as news agencies outside America write it.

use crate::words::dates::grammar::{Pair, Words, forms};

const MONTHS: [&str; 12] = [
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

macro_rules! said {
    ($within:literal, $thing:literal) => {
        forms!(
            $thing, about "around ", in $within, in about "around ",
            from "from {~}", to "to {~}", onward "from {~}", since "since {~}", until "until {~}"
        )
    };
}

/// English.
pub(super) static ENGLISH: Words = Words {
    months: MONTHS,
    months_genitive: MONTHS,
    months_within: MONTHS,
    first_day: "1",
    before_christ: ("{y} BC", ""),
    early_year: ("AD {y}", ""),
    winter: ("–", true),
    day: said!("on ", "{d} {m} {y}"),
    month: said!("in ", "{m} {y}"),
    year: said!("in ", "{y}"),
    decade: said!("in ", "the {y}s"),
    seasons: [
        said!("in ", "spring {y}"),
        said!("in ", "summer {y}"),
        said!("in ", "autumn {y}"),
        said!("in ", "winter {y}"),
    ],
    some_day: said!("on ", "a day in {}"),
    some_month: said!("in ", "some month of {}"),
    of_month: "{m} {y}",
    of_year: "{y}",
    day_and_month: "{d} {m}",
    between_days: "between {a} and {b} {m} {y}",
    between_years: "between {a} and {b}",
    between_eras: "between {a} and {b}",
    between: forms!(
        "{}", about "roughly ", in "", in about "roughly ",
        from "from {~}", to "to {~}", onward "from {~}", since "since {~}", until "until {~}"
    ),
    about: "around ",
    roughly: "roughly ",
    uncertain: "{} (uncertain)",
    days: Pair { alone: "{a} to {b} {m} {y}", prose: "from {a} to {b} {m} {y}" },
    days_of_year: Pair { alone: "{a} to {b}", prose: "from {a} to {b}" },
    months_of_year: Pair { alone: "{m} to {n} {y}", prose: "from {m} to {n} {y}" },
    years: Pair { alone: "{a} to {b}", prose: "from {a} to {b}" },
    interval: Pair { alone: "{a} to {b}", prose: "{from} {to}" },
    end_unknown: "{} (end unknown)",
    start_unknown: "{} (start unknown)",
    span: ["{a} to {b}", "since {a}", "until {b}"],
    comma: ", ",
    at_clock: " at ",
    from_clock: " from ",
    to_clock: " to ",
    after_clock: "",
    contractions: &[],
};
