//! Spanish, as EFE writes it.

use crate::words::dates::grammar::{Pair, Words, forms};

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

macro_rules! bare {
    ($thing:literal) => {
        forms!(
            $thing, about "hacia ", in "en ", in about "hacia ",
            from "{~}de ", to "{~}a ", onward "{~}a partir de ", since "{~}desde ",
            until "{~}hasta "
        )
    };
}

macro_rules! feminine {
    ($thing:literal) => {
        forms!(
            $thing, about "hacia la ", in "en la ", in about "hacia la ",
            from "{~}de la ", to "{~}a la ", onward "{~}a partir de la ", since "{~}desde la ",
            until "{~}hasta la "
        )
    };
}

macro_rules! masculine {
    ($within:literal, $thing:literal) => {
        forms!(
            $thing, about "hacia el ", in $within, in about "hacia el ",
            from "{~}del ", to "{~}al ", onward "{~}a partir del ", since "{~}desde el ",
            until "{~}hasta el "
        )
    };
}

macro_rules! some {
    ($thing:literal) => {
        forms!(
            $thing, about "", in "en ", in about "en ",
            from "de ", to "a ", onward "a partir de ", since "desde ", until "hasta "
        )
    };
}

/// Spanish.
pub(super) static SPANISH: Words = Words {
    months: MONTHS,
    months_genitive: MONTHS,
    months_within: MONTHS,
    first_day: "1",
    before_christ: ("{y} a.\u{a0}C.", ""),
    early_year: ("{y} d.\u{a0}C.", ""),
    winter: ("-", false),
    day: masculine!("el ", "{d} de {m} de {y}"),
    month: bare!("{m} de {y}"),
    year: bare!("{y}"),
    decade: feminine!("década de {y}"),
    seasons: [
        feminine!("primavera de {y}"),
        masculine!("en el ", "verano de {y}"),
        masculine!("en el ", "otoño de {y}"),
        masculine!("en el ", "invierno de {y}"),
    ],
    some_day: some!("un día no precisado de {}"),
    some_month: some!("un mes no precisado de {}"),
    of_month: "{m} de {y}",
    of_year: "{y}",
    day_and_month: "{d} de {m}",
    between_days: "entre el {a} y el {b} de {m} de {y}",
    between_years: "entre {a} y {b}",
    between_eras: "entre {a} y {b}",
    between: forms!(
        "{}", about "aproximadamente ", in "", in about "aproximadamente ",
        from "{~}de una fecha ", to "{~}a una fecha ", onward "{~}a partir de una fecha ",
        since "{~}desde una fecha ", until "{~}hasta una fecha "
    ),
    about: "aproximadamente ",
    roughly: "aproximadamente ",
    uncertain: "{} (fecha incierta)",
    days: Pair { alone: "del {a} al {b} de {m} de {y}", prose: "del {a} al {b} de {m} de {y}" },
    days_of_year: Pair { alone: "del {a} al {b}", prose: "del {a} al {b}" },
    months_of_year: Pair { alone: "de {m} a {n} de {y}", prose: "de {m} a {n} de {y}" },
    years: Pair { alone: "de {a} a {b}", prose: "de {a} a {b}" },
    interval: Pair { alone: "{from} {to}", prose: "{from} {to}" },
    end_unknown: "{} (final desconocido)",
    start_unknown: "{} (inicio desconocido)",
    span: ["{a} – {b}", "desde: {a}", "hasta: {b}"],
    comma: ", ",
    at_clock: " a las ",
    from_clock: ", ",
    to_clock: " – ",
    after_clock: "",
    contractions: &[],
};
