//! Arabic, as the news agencies that are read in all Arab countries write it: the months by their
//! European names, in figures 0 to 9.

use crate::words::dates::grammar::{Forms, Pair, Words, forms};

const MONTHS: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

macro_rules! said {
    ($thing:literal) => {
        forms!(
            $thing, about "نحو ", in "في ", in about "نحو ",
            from "من {~}", to "إلى {~}", onward "اعتباراً من {~}", since "منذ {~}",
            until "حتى {~}"
        )
    };
}

/// Arabic.
pub(super) static ARABIC: Words = Words {
    months: MONTHS,
    months_genitive: MONTHS,
    months_within: MONTHS,
    first_day: "1",
    before_christ: ("{y} ق.م", ""),
    early_year: ("{y} م", ""),
    winter: ("-", false),
    day: said!("{d} {m} {y}"),
    month: said!("{m} {y}"),
    year: said!("عام {y}"),
    decade: said!("العقد {y}-{z}"),
    seasons: [said!("ربيع {y}"), said!("صيف {y}"), said!("خريف {y}"), said!("شتاء {y}")],
    some_day: said!("يوم غير محدد من {}"),
    some_month: said!("شهر غير محدد من {}"),
    of_month: "{m} {y}",
    of_year: "عام {y}",
    day_and_month: "{d} {m}",
    between_days: "بين {a} و{b} {m} {y}",
    between_years: "بين عامي {a} و{b}",
    between_eras: "بين عامي {a} و{b}",
    between: Forms {
        alone: "{}",
        alone_about: "{} تقريباً",
        within: "{}",
        within_about: "{} تقريباً",
        from: "من {~}تاريخ يقع {}",
        to: "إلى {~}تاريخ يقع {}",
        onward: "اعتباراً من {~}تاريخ يقع {}",
        since: "منذ {~}تاريخ يقع {}",
        until: "حتى {~}تاريخ يقع {}",
    },
    about: "نحو ",
    roughly: "نحو ",
    uncertain: "{} (تاريخ غير مؤكد)",
    days: Pair { alone: "من {a} إلى {b} {m} {y}", prose: "من {a} إلى {b} {m} {y}" },
    days_of_year: Pair { alone: "من {a} إلى {b}", prose: "من {a} إلى {b}" },
    months_of_year: Pair { alone: "من {m} إلى {n} {y}", prose: "من {m} إلى {n} {y}" },
    years: Pair {
        alone: "من عام {a} إلى عام {b}", prose: "من عام {a} إلى عام {b}"
    },
    interval: Pair { alone: "{from} {to}", prose: "{from} {to}" },
    end_unknown: "{} (النهاية غير معروفة)",
    start_unknown: "{} (البداية غير معروفة)",
    span: ["{a} – {b}", "منذ {a}", "حتى {b}"],
    comma: "، ",
    at_clock: " الساعة ",
    from_clock: "، ",
    to_clock: " – ",
    after_clock: "",
    contractions: &[],
};
