//! Bounds of dates, as programs read them.

use crate::model::day::{Day, push_clock, push_two};
use crate::model::when::Bounds;

/// The first second, `2021-12-30T20:35:00Z`; none where the start is open.
#[must_use]
pub fn lower(bounds: Option<Bounds>) -> Option<String> {
    bounds.and_then(|bounds| utc(bounds.lower))
}

/// The last second; none where the end is open.
#[must_use]
pub fn upper(bounds: Option<Bounds>) -> Option<String> {
    bounds.and_then(|bounds| utc(bounds.upper))
}

fn utc(instant: i64) -> Option<String> {
    if instant == i64::MIN || instant == i64::MAX {
        return None;
    }
    let (day, second) = Day::of_clock(instant);
    let mut text = day.iso();
    text.push('T');
    push_clock(&mut text, second);
    text.push(':');
    push_two(&mut text, second % 60);
    text.push('Z');
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_given_in_utc_and_open_sides_not_at_all() {
        let bounds = Some(Bounds { lower: 1_640_896_500, upper: i64::MAX });
        assert_eq!(lower(bounds).as_deref(), Some("2021-12-30T20:35:00Z"));
        assert_eq!(upper(bounds), None);
        assert_eq!(lower(None), None);
    }
}
