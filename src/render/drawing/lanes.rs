//! Marks that would cover one another stand one above the other.

/// A page of lanes more would push the list out of sight: from there on marks overlap.
const MOST: usize = 12;

/// The lane of each of some stretches, which are in order of their beginnings.
#[must_use]
pub fn lanes(stretches: &[(i64, i64)]) -> Vec<usize> {
    let mut ends: Vec<i64> = Vec::new();
    let mut lanes = Vec::with_capacity(stretches.len());
    for (start, end) in stretches {
        let free = ends.iter().position(|taken| taken <= start);
        let lane = free.unwrap_or_else(|| {
            if ends.len() < MOST {
                ends.push(i64::MIN);
                return ends.len() - 1;
            }
            let least = ends.iter().enumerate().min_by_key(|(lane, end)| (**end, *lane));
            least.map_or(0, |(lane, _)| lane)
        });
        if let Some(taken) = ends.get_mut(lane) {
            *taken = (*end).max(*taken);
        }
        lanes.push(lane);
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_takes_the_lowest_lane_that_is_free() {
        assert_eq!(lanes(&[(0, 10), (5, 15), (10, 20), (12, 13)]), [0, 1, 0, 2]);
        assert!(lanes(&[]).is_empty());
    }

    #[test]
    fn there_are_never_more_than_so_many() {
        let all = lanes(&[(0, 10); 40]);
        assert_eq!(all.iter().max(), Some(&(MOST - 1)));
    }
}
