//! Dates for programs: never finer than they are known, and never the clock's.

use std::borrow::Cow;

use crate::model::briefing::PageId;
use crate::model::when::{Date, Shape, When};
use crate::render::stock::{self, Stock};

/// When something began, as far as it is known.
#[must_use]
pub fn start(when: &When) -> Option<String> {
    match when.shape() {
        Shape::Date(date) | Shape::Dates(date, _) | Shape::From(date, _) => of_date(*date),
        Shape::Time(time) | Shape::Times(time, _) => of(Shape::Time(time.clone())),
        Shape::Until(..) => None,
    }
}

/// When it ended, where that was written.
#[must_use]
pub fn end(when: &When) -> Option<String> {
    match when.shape() {
        Shape::Dates(_, date) | Shape::Until(_, date) => of_date(*date),
        Shape::Times(_, time) => of(Shape::Time(time.clone())),
        Shape::Date(_) | Shape::From(..) | Shape::Time(_) => None,
    }
}

/// "About 2021" is not 2021: such a date is left out.
fn of_date(date: Date) -> Option<String> {
    if date.approximate || date.uncertain { None } else { of(Shape::Date(date)) }
}

fn of(shape: Shape) -> Option<String> {
    When::new("", shape).machine()
}

/// When a page was first published and last changed: by the records of releases, or else by what
/// the front page says of itself.
#[must_use]
pub fn of_page(stock: &Stock, page: PageId) -> [Option<Cow<'_, str>>; 2] {
    if let Some(version) = stock.versions.of(page) {
        return [Some(Cow::Borrowed(&version.first)), Some(Cow::Borrowed(&version.date))];
    }
    let Some(front) = stock::front(&stock.briefing) else { return [None, None] };
    let updated = front.updated.as_ref().and_then(start);
    [start(&front.as_of), updated].map(|date| date.map(Cow::Owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(written: &str) -> [Option<String>; 2] {
        let when = crate::parse::when::when(written).unwrap();
        [start(&when), end(&when)]
    }

    #[test]
    fn no_date_says_more_than_is_known() {
        for (written, from, to) in [
            ("2021-12-30", Some("2021-12-30"), None),
            ("2021-12", Some("2021-12"), None),
            ("2021-12-XX", Some("2021-12"), None),
            ("2021-22", Some("2021"), None),
            ("202X", None, None),
            ("2021~", None, None),
            ("2021-12-30?", None, None),
            ("2021-11/2021-12-05", Some("2021-11"), Some("2021-12-05")),
            ("2021-11/..", Some("2021-11"), None),
            ("../2021-12", None, Some("2021-12")),
            ("2021-12-30T15:35-05:00", Some("2021-12-30T15:35-05:00"), None),
        ] {
            let found = both(written);
            assert_eq!([found[0].as_deref(), found[1].as_deref()], [from, to], "{written}");
        }
    }
}
