//! French, as Agence France-Presse writes it.

use crate::words::dates::grammar::{Pair, Words, forms};

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

macro_rules! summer {
    ($thing:literal) => {
        forms!(
            $thing, about "vers l’", in "à l’", in about "vers l’",
            from "{~}de l’", to "{~}à l’", onward "{~}à partir de l’", since "{~}depuis l’",
            until "{~}jusqu’à l’"
        )
    };
}

/// French.
pub(super) static FRENCH: Words = Words {
    months: MONTHS,
    months_genitive: MONTHS,
    months_within: MONTHS,
    first_day: "1er",
    before_christ: ("{y} av.\u{a0}J.-C.", ""),
    early_year: ("{y} apr.\u{a0}J.-C.", ""),
    winter: ("-", false),
    day: forms!(
        "{d} {m} {y}", about "vers le ", in "le ", in about "vers le ",
        from "{~}du ", to "{~}au ", onward "{~}à partir du ", since "{~}depuis le ",
        until "{~}jusqu’au "
    ),
    month: forms!(
        "{m} {y}", about "vers ", in "en ", in about "vers ",
        from "{~}de ", to "{~}à ", onward "{~}à partir de ", since "{~}depuis ",
        until "{~}jusqu’en "
    ),
    year: forms!(
        "{y}", about "vers ", in "en ", in about "vers ",
        from "{~}de ", to "{~}à ", onward "{~}à partir de ", since "{~}depuis ",
        until "{~}jusqu’en "
    ),
    decade: forms!(
        "années {y}", about "vers les ", in "dans les ", in about "vers les ",
        from "{~}des ", to "{~}aux ", onward "{~}à partir des ", since "{~}depuis les ",
        until "{~}jusqu’aux "
    ),
    seasons: [
        forms!(
            "printemps {y}", about "vers le ", in "au ", in about "vers le ",
            from "{~}du ", to "{~}au ", onward "{~}à partir du ", since "{~}depuis le ",
            until "{~}jusqu’au "
        ),
        summer!("été {y}"),
        summer!("automne {y}"),
        summer!("hiver {y}"),
    ],
    some_day: forms!(
        "un jour non précisé {}", about "", in "", in about "",
        from "d’", to "à ", onward "à partir d’", since "depuis ", until "jusqu’à "
    ),
    some_month: forms!(
        "un mois non précisé {}", about "", in "au cours d’", in about "",
        from "d’", to "à ", onward "à partir d’", since "depuis ", until "jusqu’à "
    ),
    of_month: "de {m} {y}",
    of_year: "de l’année {y}",
    day_and_month: "{d} {m}",
    between_days: "entre le {a} et le {b} {m} {y}",
    between_years: "entre {a} et {b}",
    between_eras: "entre {a} et {b}",
    between: forms!(
        "{}", about "approximativement ", in "", in about "approximativement ",
        from "{~}d’une date située ", to "{~}à une date située ",
        onward "{~}à partir d’une date située ", since "{~}depuis une date située ",
        until "{~}jusqu’à une date située "
    ),
    about: "approximativement ",
    roughly: "approximativement ",
    uncertain: "{} (date incertaine)",
    days: Pair { alone: "du {a} au {b} {m} {y}", prose: "du {a} au {b} {m} {y}" },
    days_of_year: Pair { alone: "du {a} au {b}", prose: "du {a} au {b}" },
    months_of_year: Pair { alone: "de {m} à {n} {y}", prose: "de {m} à {n} {y}" },
    years: Pair { alone: "de {a} à {b}", prose: "de {a} à {b}" },
    interval: Pair { alone: "{from} {to}", prose: "{from} {to}" },
    end_unknown: "{} (fin inconnue)",
    start_unknown: "{} (début inconnu)",
    span: ["{a} – {b}", "depuis : {a}", "jusqu’à : {b}"],
    comma: ", ",
    at_clock: " à ",
    from_clock: ", ",
    to_clock: " – ",
    after_clock: "",
    contractions: &[("de avril", "d’avril"), ("de août", "d’août"), ("de octobre", "d’octobre")],
};
