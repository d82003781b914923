//! What a language has to say of dates: names and patterns, no code.
//!
//! In a pattern stand
//! - `{d}`: the day; `{m}`, `{mg}`, `{mp}`: the month by itself, in the genitive, and after "in";
//! - `{y}`: the year, and in winters both years; `{z}`: the last year of a decade;
//! - `{e}`: the era of an early year, where it comes after the word for year;
//! - `{}`: what is filled in as a whole;
//! - `{~}`: the word for "about", where the date is approximate;
//! - `{a}`, `{b}`: the two parts of an interval, `{from}`, `{to}`: the same with their prepositions.

/// How a language says a kind of date, by what it is said for.
#[derive(Debug)]
pub struct Forms {
    /// Alone: `30 December 2021`.
    pub alone: &'static str,
    /// Alone, where it is approximate: `around 30 December 2021`.
    pub alone_about: &'static str,
    /// In a sentence, with its preposition: `on 30 December 2021`.
    pub within: &'static str,
    /// In a sentence, where it is approximate.
    pub within_about: &'static str,
    /// The start of an interval: `from …`.
    pub from: &'static str,
    /// The end of an interval that has a start: `to …`.
    pub to: &'static str,
    /// The start of an interval that has no end: `from …`.
    pub onward: &'static str,
    /// The start of an office that is held still: `since …`.
    pub since: &'static str,
    /// The end of what has no start: `until …`.
    pub until: &'static str,
}

/// How a language says an interval whose two dates share a part: alone, and in a sentence.
#[derive(Debug)]
pub struct Pair {
    /// Alone.
    pub alone: &'static str,
    /// In a sentence.
    pub prose: &'static str,
}

/// What a language calls dates.
#[derive(Debug)]
pub struct Words {
    /// The months.
    pub months: [&'static str; 12],
    /// The months as they stand after a day: in the genitive, where there is one.
    pub months_genitive: [&'static str; 12],
    /// The months as they stand after "in".
    pub months_within: [&'static str; 12],
    /// The first of a month, where it is not `1`.
    pub first_day: &'static str,
    /// A year before Christ, and its era.
    pub before_christ: (&'static str, &'static str),
    /// One of the first thousand years after, and its era.
    pub early_year: (&'static str, &'static str),
    /// The two years of a winter: what stands between them, and whether the second is short.
    pub winter: (&'static str, bool),
    /// A day.
    pub day: Forms,
    /// A month of a year.
    pub month: Forms,
    /// A year.
    pub year: Forms,
    /// Ten years.
    pub decade: Forms,
    /// Spring, summer, autumn and winter of a year.
    pub seasons: [Forms; 4],
    /// Some day of a period.
    pub some_day: Forms,
    /// Some month of a period.
    pub some_month: Forms,
    /// A month as the period that some day is of.
    pub of_month: &'static str,
    /// A year as the same.
    pub of_year: &'static str,
    /// A day and month without their year.
    pub day_and_month: &'static str,
    /// Between two days of a month.
    pub between_days: &'static str,
    /// Between two years.
    pub between_years: &'static str,
    /// Between two years of which one has an era: `{ea}` and `{eb}` are those.
    pub between_eras: &'static str,
    /// What is between two dates.
    pub between: Forms,
    /// "About", as it stands in the patterns of days, months and years.
    pub about: &'static str,
    /// The same where something is between two dates.
    pub roughly: &'static str,
    /// A date that is as uncertain as its source.
    pub uncertain: &'static str,
    /// Days of one month.
    pub days: Pair,
    /// Days of one year.
    pub days_of_year: Pair,
    /// Months of one year; `{n}` is the second.
    pub months_of_year: Pair,
    /// Years.
    pub years: Pair,
    /// Any two dates.
    pub interval: Pair,
    /// An interval that has an end, which nobody knows.
    pub end_unknown: &'static str,
    /// The same of its start.
    pub start_unknown: &'static str,
    /// How long an office was held where its bounds are more than dates: both, from, until.
    pub span: [&'static str; 3],
    /// Between two clocks, and between a day and its clock.
    pub comma: &'static str,
    /// Before a clock time.
    pub at_clock: &'static str,
    /// Before the first of two.
    pub from_clock: &'static str,
    /// Before the second.
    pub to_clock: &'static str,
    /// After a clock time.
    pub after_clock: &'static str,
    /// Where sounds meet: what patterns give at the start of a word, and what is said instead.
    pub contractions: &'static [(&'static str, &'static str)],
}

/// The forms of what does not change after a preposition: the thing, and before it, in this order,
/// each of the words for the forms.
macro_rules! forms {
    (
        $thing:literal, about $about:literal, in $within:literal, in about $within_about:literal,
        from $from:literal, to $to:literal, onward $onward:literal, since $since:literal,
        until $until:literal
    ) => {
        $crate::words::dates::grammar::Forms {
            alone: $thing,
            alone_about: concat!($about, $thing),
            within: concat!($within, $thing),
            within_about: concat!($within_about, $thing),
            from: concat!($from, $thing),
            to: concat!($to, $thing),
            onward: concat!($onward, $thing),
            since: concat!($since, $thing),
            until: concat!($until, $thing),
        }
    };
}
pub(in crate::words::dates) use forms;
