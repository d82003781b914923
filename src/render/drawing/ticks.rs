//! Years and months below a line of time.

use crate::model::day::Day;
use crate::model::when::{Bounds, Date, Detail, Shape, When};
use crate::zone::Zone;

/// The room that the words of a month need, and those of a year.
const MONTH: i64 = 132;
const YEAR: i64 = 60;
/// Seconds in a month, on average.
const SECONDS: i64 = 2_629_746;

/// A year or month, and the second at which it begins; none where it only says what time it is.
pub struct Tick {
    /// When it begins.
    pub at: Option<i64>,
    /// What it says.
    pub label: When,
}

/// The years or months that begin in a stretch and have room on so many units; where none does, the
/// one that the stretch is in.
#[must_use]
pub fn ticks(extent: Bounds, width: i64, zone: &Zone) -> Vec<Tick> {
    let (first, last) = (month_of(extent.lower, zone), month_of(extent.upper, zone));
    let step = step(extent, width);
    let mut ticks = Vec::new();
    let mut month = step.map_or(last + 1, |step| first.div_euclid(step) * step);
    while month <= last {
        let day = Day::new(year(month), month_of_year(month), 1);
        let at = zone.start_of_day(day);
        if (extent.lower..=extent.upper).contains(&at) {
            let is_year = step.is_some_and(|step| step >= 12);
            ticks.push(Tick { at: Some(at), label: label(month, is_year) });
        }
        month += step.unwrap_or(1);
    }
    if ticks.is_empty() {
        ticks.push(Tick { at: None, label: label(first, first != last) });
    }
    ticks
}

/// How many months apart ticks must be to have room.
fn step(extent: Bounds, width: i64) -> Option<i64> {
    let whole = i128::from(extent.upper) - i128::from(extent.lower);
    let months = [1, 3, 6].map(|months| (months, MONTH));
    let years = (0..9).flat_map(|tens| [1, 2, 5].map(|n| (n * 10_i64.pow(tens) * 12, YEAR)));
    let mut steps = months.into_iter().chain(years);
    let has_room = |(months, needs): &(i64, i64)| {
        let seconds = i128::from(*months) * i128::from(SECONDS);
        whole > 0 && seconds * i128::from(width) >= i128::from(*needs) * whole
    };
    steps.find(has_room).map(|(months, _)| months)
}

/// Months counted through all years.
fn month_of(instant: i64, zone: &Zone) -> i64 {
    let day = zone.local(instant).day;
    i64::from(day.year) * 12 + i64::from(day.month) - 1
}

fn year(month: i64) -> i32 {
    i32::try_from(month.div_euclid(12)).unwrap_or(0)
}

fn month_of_year(month: i64) -> u8 {
    u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1)
}

fn label(month: i64, is_year: bool) -> When {
    let detail = if is_year { Detail::Year } else { Detail::Month(month_of_year(month)) };
    let date = Date { year: year(month), detail, approximate: false, uncertain: false };
    When::new("", Shape::Date(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::bounds;

    fn labels(from: &str, to: &str, width: i64) -> Vec<(bool, i32, Detail)> {
        let zone = Zone::utc();
        let at = |text| bounds(&crate::parse::when::when(text).unwrap(), &zone);
        let extent = Bounds { lower: at(from).lower, upper: at(to).upper };
        let label = |tick: Tick| {
            let Shape::Date(date) = tick.label.shape() else { panic!("{}", tick.label) };
            (tick.at.is_some(), date.year, date.detail)
        };
        ticks(extent, width, &zone).into_iter().map(label).collect()
    }

    #[test]
    fn months_where_there_is_room_and_years_where_not() {
        let months = labels("2021-12-05", "2022-02-03", 400);
        let month = |year, month| (true, year, Detail::Month(month));
        assert_eq!(months, [month(2022, 1), month(2022, 2)]);
        let years = labels("2014", "2021", 400);
        assert_eq!(years.first(), Some(&(true, 2014, Detail::Year)));
        assert!((4..=8).contains(&years.len()), "{years:?}");
    }

    #[test]
    fn a_stretch_in_which_nothing_begins_says_when_it_is() {
        assert_eq!(labels("2021-12-05", "2021-12-06", 400), [(false, 2021, Detail::Month(12))]);
        assert_eq!(labels("2021-12-05", "2021-12-05", 0), [(false, 2021, Detail::Month(12))]);
    }

    #[test]
    fn thousands_of_years_have_few_ticks() {
        assert!(labels("-4000", "2021", 600).len() < 12);
    }
}
