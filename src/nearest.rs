//! The nearest right name of a misspelt one.

/// How alike two words are at least, from 0 to 1, for one to be meant by the other.
const LIKE: f64 = 0.8;

/// The known word that is meant by a misspelt one, if one is near.
#[must_use]
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let known = known.into_iter();
    best(known.map(|known| (strsim::jaro_winkler(word, known), known)))
}

/// The id that is meant by a misspelt one, if one is near. A part of an id (`peskov` for
/// `dmitri-peskov`) is as near as a slip of the pen.
#[must_use]
pub fn nearest_id<'k>(id: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let lower = id.to_lowercase();
    best(known.into_iter().map(|known| {
        let part = known.split('-').map(|part| strsim::jaro_winkler(&lower, part));
        let part = part.fold(0.0_f64, f64::max) * 0.98;
        (strsim::jaro_winkler(&lower, known).max(part), known)
    }))
}

fn best<'k>(known: impl Iterator<Item = (f64, &'k str)>) -> Option<&'k str> {
    let best = known.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    (best.0 >= LIKE).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_id};

    #[test]
    fn a_misspelt_word_finds_the_one_that_is_meant() {
        assert_eq!(nearest("nmae", ["name", "kind"]), Some("name"));
        assert_eq!(nearest("xyz", ["name", "kind"]), None);
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn a_part_of_an_id_finds_it_and_the_first_of_two_alike_wins() {
        assert_eq!(
            nearest_id("Peskov", ["dmitri-peskov", "vladimir-putin"]),
            Some("dmitri-peskov")
        );
        assert_eq!(nearest_id("talk", ["talks-b", "talks-a"]), Some("talks-a"));
    }
}
