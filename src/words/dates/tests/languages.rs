//! Dates in the other languages: alone, and in a sentence.

use super::*;
use crate::words::language::Language;

fn assert_said(language: &str, cases: &[(&str, &str, &str)]) {
    for (written, text, prose) in cases {
        let phrase = shown_in(language, written, &[]);
        assert_eq!((&*phrase.text, &*phrase.prose), (*text, *prose), "{language}: {written}");
    }
}

/// An office from one date to another, or on from one, or up to one.
fn held(language: &str, from: &str, to: &str) -> String {
    let date = |text: &str| (!text.is_empty()).then(|| when(text).unwrap());
    of(language).span(date(from).as_ref(), date(to).as_ref(), &[])
}

/// One of everything that a date can be.
const ALL: &[&str] = &[
    "2021-12-30",
    "2021-01-01",
    "2021-04-02",
    "2021-12",
    "2021-04",
    "2021-08",
    "2021",
    "202X",
    "200X",
    "20XX",
    "000X",
    "2021-21",
    "2021-22",
    "2021-23",
    "2021-24",
    "1999-24",
    "2021-XX",
    "2021-XX-XX",
    "2021-12-XX",
    "2021-12-0X",
    "0044",
    "-0043",
    "-0043-03-15",
    "-0043-24",
    "0000-24",
];

#[test]
fn nothing_is_left_unfilled() {
    for language in Language::ALL {
        for one in ALL {
            for sign in ["", "~", "?", "%"] {
                let signed = format!("{one}{sign}");
                // Not every date may bear a sign.
                let Ok(_) = when(&signed) else { continue };
                let open = [format!("{signed}/.."), format!("../{signed}"), format!("{signed}/")];
                let until = format!("2050/{signed}");
                let after = format!("{signed}/2100-05-02");
                let all = open.into_iter().chain([signed.clone(), until, after]);
                for written in all.filter(|written| when(written).is_ok()) {
                    let phrase = shown_in(language.code(), &written, &[]);
                    for text in [&phrase.text, &phrase.prose] {
                        let odd = ["{", "}", "  ", "~"].iter().any(|odd| text.contains(odd));
                        assert!(!odd && text.trim() == text, "{language:?} {written}: {text}");
                    }
                }
                for (from, to) in [(&*signed, ""), ("", &*signed), (&*signed, &*signed)] {
                    let text = held(language.code(), from, to);
                    assert!(!text.contains(['{', '}', '~']), "{language:?} {signed}: {text}");
                }
            }
        }
    }
}

#[test]
fn russian() {
    assert_said(
        "ru",
        &[
            ("2021-12-30", "30 декабря 2021 года", "30 декабря 2021 года"),
            ("2021-12", "декабрь 2021 года", "в декабре 2021 года"),
            ("2021", "2021 год", "в 2021 году"),
            ("202X", "2020-е годы", "в 2020-х годах"),
            ("200X", "между 2000 и 2009 годами", "между 2000 и 2009 годами"),
            (
                "000X",
                "между 1 годом до н.\u{a0}э. и 9 годом н.\u{a0}э.",
                "между 1 годом до н.\u{a0}э. и 9 годом н.\u{a0}э.",
            ),
            ("2021-21", "весна 2021 года", "весной 2021 года"),
            ("2021-24", "зима 2021–2022 годов", "зимой 2021–2022 годов"),
            ("2021-12-30~", "примерно 30 декабря 2021 года", "примерно 30 декабря 2021 года"),
            ("2021-12~", "примерно декабрь 2021 года", "примерно в декабре 2021 года"),
            (
                "2021-12?",
                "декабрь 2021 года (дата под вопросом)",
                "в декабре 2021 года (дата под вопросом)",
            ),
            ("2021-12-XX", "один из дней декабря 2021 года", "в один из дней декабря 2021 года"),
            ("2021-XX", "один из месяцев 2021 года", "в один из месяцев 2021 года"),
            ("2021-12-0X", "между 1 и 9 декабря 2021 года", "между 1 и 9 декабря 2021 года"),
            ("-0043-03-15", "15 марта 44 года до н.\u{a0}э.", "15 марта 44 года до н.\u{a0}э."),
            ("2021/2022", "2021–2022 годы", "с 2021 по 2022 год"),
            ("2021-11/2021-12", "ноябрь – декабрь 2021 года", "с ноября по декабрь 2021 года"),
            (
                "2021-11/2022-01",
                "ноябрь 2021 года – январь 2022 года",
                "с ноября 2021 года по январь 2022 года",
            ),
            ("2021-12-03/2021-12-05", "3–5 декабря 2021 года", "с 3 по 5 декабря 2021 года"),
            ("2021-12-02/2021-12-05", "2–5 декабря 2021 года", "со 2 по 5 декабря 2021 года"),
            (
                "2021-11-30/2021-12-03",
                "30 ноября – 3 декабря 2021 года",
                "с 30 ноября по 3 декабря 2021 года",
            ),
            (
                "2021-12-30/2022-01-02",
                "30 декабря 2021 года – 2 января 2022 года",
                "с 30 декабря 2021 года по 2 января 2022 года",
            ),
            ("2021-12/..", "с декабря 2021 года", "с декабря 2021 года"),
            ("../2021-12", "до декабря 2021 года", "до декабря 2021 года"),
            (
                "2021-12-02/",
                "со 2 декабря 2021 года (окончание неизвестно)",
                "со 2 декабря 2021 года (окончание неизвестно)",
            ),
        ],
    );
    assert_eq!(held("ru", "2017-01-20", ""), "с 20 января 2017 года");
    assert_eq!(held("ru", "", "2021"), "до 2021 года");
    assert_eq!(held("ru", "2017", "2021"), "2017–2021 годы");
}

#[test]
fn ukrainian() {
    assert_said(
        "uk",
        &[
            ("2021-12-30", "30 грудня 2021 року", "30 грудня 2021 року"),
            ("2021-12", "грудень 2021 року", "у грудні 2021 року"),
            ("2021", "2021 рік", "у 2021 році"),
            ("202X", "2020-ті роки", "у 2020-х роках"),
            ("2021-22", "літо 2021 року", "влітку 2021 року"),
            ("2021-24~", "приблизно зима 2021–2022 років", "приблизно взимку 2021–2022 років"),
            ("2021-12-XX", "один із днів грудня 2021 року", "в один із днів грудня 2021 року"),
            ("2021-12-03/2021-12-05", "3–5 грудня 2021 року", "з 3 по 5 грудня 2021 року"),
            ("2021-01/..", "із січня 2021 року", "із січня 2021 року"),
            ("2021/2022", "2021–2022 роки", "з 2021 по 2022 рік"),
            (
                "/2021-12-30",
                "до 30 грудня 2021 року (початок невідомий)",
                "до 30 грудня 2021 року (початок невідомий)",
            ),
            ("-0043", "44 рік до н.\u{a0}е.", "у 44 році до н.\u{a0}е."),
        ],
    );
}

#[test]
fn german() {
    assert_said(
        "de",
        &[
            ("2021-12-30", "30. Dezember 2021", "am 30. Dezember 2021"),
            ("2021-12", "Dezember 2021", "im Dezember 2021"),
            ("2021", "2021", "im Jahr 2021"),
            ("202X", "2020er-Jahre", "in den 2020er-Jahren"),
            ("2021-24", "Winter 2021/22", "im Winter 2021/22"),
            ("2021-12-30~", "um den 30. Dezember 2021", "um den 30. Dezember 2021"),
            ("2021-12-XX", "ein Tag im Dezember 2021", "an einem Tag im Dezember 2021"),
            ("2021-12-03/2021-12-05", "3. bis 5. Dezember 2021", "vom 3. bis 5. Dezember 2021"),
            (
                "2021-11-30/2021-12-03",
                "30. November bis 3. Dezember 2021",
                "vom 30. November bis zum 3. Dezember 2021",
            ),
            (
                "2021-12-30/2022-01-02",
                "30. Dezember 2021 bis 2. Januar 2022",
                "vom 30. Dezember 2021 bis zum 2. Januar 2022",
            ),
            ("2021-12-30/..", "ab dem 30. Dezember 2021", "ab dem 30. Dezember 2021"),
            ("-0043", "44 v.\u{a0}Chr.", "im Jahr 44 v.\u{a0}Chr."),
        ],
    );
    assert_eq!(held("de", "2017-01-20", ""), "seit dem 20. Januar 2017");
    let phrase = shown_in("de", "2021-12-30T15:35-05:00", &["America/New_York"]);
    assert_eq!(phrase.text, "30. Dezember 2021, 15:35 Uhr (New York)");
    assert_eq!(phrase.prose, "am 30. Dezember 2021 um 15:35 Uhr (New York)");
}

#[test]
fn french() {
    assert_said(
        "fr",
        &[
            ("2021-12-30", "30 décembre 2021", "le 30 décembre 2021"),
            ("2021-01-01", "1er janvier 2021", "le 1er janvier 2021"),
            ("2021-12", "décembre 2021", "en décembre 2021"),
            ("2021", "2021", "en 2021"),
            ("202X", "années 2020", "dans les années 2020"),
            ("2021-21", "printemps 2021", "au printemps 2021"),
            ("2021-24", "hiver 2021-2022", "à l’hiver 2021-2022"),
            ("2021-12~", "vers décembre 2021", "vers décembre 2021"),
            ("2021-12-30~", "vers le 30 décembre 2021", "vers le 30 décembre 2021"),
            ("2021-04-XX", "un jour non précisé d’avril 2021", "un jour non précisé d’avril 2021"),
            (
                "2021-12-0X",
                "entre le 1er et le 9 décembre 2021",
                "entre le 1er et le 9 décembre 2021",
            ),
            ("2021-12-03/2021-12-05", "du 3 au 5 décembre 2021", "du 3 au 5 décembre 2021"),
            ("2021-10/2021-12", "d’octobre à décembre 2021", "d’octobre à décembre 2021"),
            ("2021-08/..", "à partir d’août 2021", "à partir d’août 2021"),
            ("../2021-12", "jusqu’en décembre 2021", "jusqu’en décembre 2021"),
            ("-0043", "44 av.\u{a0}J.-C.", "en 44 av.\u{a0}J.-C."),
        ],
    );
    assert_eq!(held("fr", "2017-01-20", ""), "depuis le 20 janvier 2017");
    assert_eq!(held("fr", "2017-01-20", "2021"), "du 20 janvier 2017 à 2021");
}

#[test]
fn spanish() {
    assert_said(
        "es",
        &[
            ("2021-12-30", "30 de diciembre de 2021", "el 30 de diciembre de 2021"),
            ("2021-12", "diciembre de 2021", "en diciembre de 2021"),
            ("2021", "2021", "en 2021"),
            ("202X", "década de 2020", "en la década de 2020"),
            ("2021-22", "verano de 2021", "en el verano de 2021"),
            ("2021-12-30~", "hacia el 30 de diciembre de 2021", "hacia el 30 de diciembre de 2021"),
            (
                "2021-12-03/2021-12-05",
                "del 3 al 5 de diciembre de 2021",
                "del 3 al 5 de diciembre de 2021",
            ),
            ("2021-12/..", "a partir de diciembre de 2021", "a partir de diciembre de 2021"),
            ("-0043", "44 a.\u{a0}C.", "en 44 a.\u{a0}C."),
        ],
    );
    assert_eq!(held("es", "2017-01", ""), "desde enero de 2017");
}

#[test]
fn arabic() {
    assert_said(
        "ar",
        &[
            ("2021-12-30", "30 ديسمبر 2021", "في 30 ديسمبر 2021"),
            ("2021-12", "ديسمبر 2021", "في ديسمبر 2021"),
            ("2021", "عام 2021", "في عام 2021"),
            ("202X", "العقد 2020-2029", "في العقد 2020-2029"),
            ("2021-24", "شتاء 2021-2022", "في شتاء 2021-2022"),
            ("2021-12-30~", "نحو 30 ديسمبر 2021", "نحو 30 ديسمبر 2021"),
            ("2021-12-03/2021-12-05", "من 3 إلى 5 ديسمبر 2021", "من 3 إلى 5 ديسمبر 2021"),
            ("2021-12/..", "اعتباراً من ديسمبر 2021", "اعتباراً من ديسمبر 2021"),
            ("../2021-12", "حتى ديسمبر 2021", "حتى ديسمبر 2021"),
            ("-0043", "عام 44 ق.م", "في عام 44 ق.م"),
        ],
    );
    let phrase = shown_in("ar", "2021-12-30T15:35-05:00", &["UTC"]);
    assert_eq!(phrase.text, "30 ديسمبر 2021، 20:35 UTC");
    assert_eq!(phrase.prose, "في 30 ديسمبر 2021 الساعة 20:35 UTC");
}
