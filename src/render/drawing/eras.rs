//! Stretches of time: where nothing is for long, the line is broken, so that what is far away does
//! not squeeze all else into a corner.

use crate::model::when::Bounds;

/// More stretches than that would be too narrow for the words below them.
const MOST: usize = 4;
/// The line is broken where nothing is for so many hundredths of a stretch.
const LONG: i128 = 55;

/// Splits times, in order of their beginnings, into stretches: their numbers, in order.
#[must_use]
pub fn split(times: &[Bounds]) -> Vec<&[Bounds]> {
    let mut eras = vec![times];
    while eras.len() < MOST {
        let gaps = eras
            .iter()
            .enumerate()
            .filter_map(|(era, times)| longest_gap(times).map(|(share, at)| (share, era, at)));
        // Of equal ones the first, whatever the order of comparing.
        let Some((_, era, at)) = gaps.max_by_key(|(share, era, _)| (*share, usize::MAX - era))
        else {
            break;
        };
        let Some((before, after)) = eras.get(era).and_then(|it| it.split_at_checked(at)) else {
            break;
        };
        eras.splice(era..=era, [before, after]);
    }
    eras
}

/// The first and the last second of a stretch.
#[must_use]
pub fn extent(times: &[Bounds]) -> Bounds {
    let lower = times.iter().map(|it| it.lower).min().unwrap_or(0);
    Bounds { lower, upper: times.iter().map(|it| it.upper).max().unwrap_or(lower) }
}

/// The longest time in which nothing was: its share in hundredths, and the number of what came
/// after. None where breaking the line there would gain nothing.
fn longest_gap(times: &[Bounds]) -> Option<(i128, usize)> {
    if times.len() < 3 {
        return None;
    }
    let all = extent(times);
    let whole = i128::from(all.upper) - i128::from(all.lower);
    let mut end = i64::MIN;
    let mut longest = (0, 0);
    for (at, time) in times.iter().enumerate() {
        let gap = i128::from(time.lower) - i128::from(end);
        if at > 0 && gap > longest.0 {
            longest = (gap, at);
        }
        end = end.max(time.upper);
    }
    let share = (longest.0 * 100).checked_div(whole)?;
    (share >= LONG).then_some((share, longest.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(all: &[i64]) -> Vec<Bounds> {
        all.iter().map(|at| Bounds { lower: *at, upper: *at }).collect()
    }

    fn lengths(all: &[i64]) -> Vec<usize> {
        split(&points(all)).iter().map(|era| era.len()).collect()
    }

    #[test]
    fn the_line_is_broken_where_nothing_is_for_most_of_it() {
        assert_eq!(lengths(&[0, 1000, 1001, 1002]), [1, 3]);
        assert_eq!(lengths(&[0, 10, 20, 30]), [4]);
        assert_eq!(lengths(&[0, 1, 100_000, 100_010, 100_020, 900_000, 900_005]), [2, 3, 2]);
    }

    #[test]
    fn two_events_need_no_break_and_one_moment_has_none() {
        assert_eq!(lengths(&[0, 1_000_000]), [2]);
        assert_eq!(lengths(&[5, 5, 5]), [3]);
        assert_eq!(lengths(&[]), [0]);
    }

    #[test]
    fn what_lasts_covers_the_time_that_it_lasts() {
        let times = [
            Bounds { lower: 0, upper: 900 },
            Bounds { lower: 10, upper: 10 },
            Bounds { lower: 950, upper: 1000 },
        ];
        assert_eq!(split(&times).len(), 1);
    }
}
