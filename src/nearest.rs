//! The nearest right name of a misspelt one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How alike two words are at least, from 0 to 1, for one to be meant by the other.
const LIKE: f64 = 0.8;

/// The shortest part of an id that may be misspelt.
const SHORTEST_PART: usize = 4;

/// The most slips of the pen in one name.
const MOST_SLIPS: usize = 3;

/// The known word that is meant by a misspelt one, if one is near.
#[must_use]
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let known = known.into_iter();
    let all = known.map(|known| (strsim::jaro_winkler(word, known), known));
    let best = all.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    (best.0 >= LIKE).then_some(best.1)
}

/// The id that is meant by a misspelt one, if one is near.
#[must_use]
pub fn nearest_id<'k>(id: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let wanted = folded(id);
    let near = |known: &'k str| likeness(&wanted, &folded(known)).map(|like| (like, known));
    known.into_iter().filter_map(near).min().map(|(_, known)| known)
}

/// How one name is like another: the first is the most alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same but for capitals, accents, and dashes or spaces.
    Same,
    /// But for so many slips of the pen.
    Slips(usize),
    /// A part of the other (`peskov` of `dmitri-peskov`), but for so many slips.
    Part(usize),
}

/// A name without what makes no difference to who looks for it: capitals, accents, and whether its
/// words stand between dashes or spaces.
#[must_use]
pub fn folded(name: &str) -> String {
    let letters = name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let spaced: String = letters.map(|c| if c == '-' || c == '_' { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a wanted name is like a known one, both [`folded`]; none where it cannot be meant.
#[must_use]
pub fn likeness(wanted: &str, known: &str) -> Option<Likeness> {
    if wanted == known {
        return Some(Likeness::Same);
    }
    let part = || known.split(' ').filter_map(|part| part_slips(wanted, part)).min();
    slips(wanted, known).map(Likeness::Slips).or_else(|| {
        let within = has_words(known, wanted).then_some(0);
        within.or_else(part).map(Likeness::Part)
    })
}

fn part_slips(wanted: &str, part: &str) -> Option<usize> {
    (part.chars().count() >= SHORTEST_PART).then(|| slips(wanted, part)).flatten()
}

/// How many letters are wrong, missing, too many, or in each other's place; none where they are too
/// many for a slip: one in a short word, one more with every fourth letter.
fn slips(a: &str, b: &str) -> Option<usize> {
    let (first, second) = (a.chars().count(), b.chars().count());
    let (shorter, longer) = (first.min(second), first.max(second));
    let most = longer.saturating_add(2).div_euclid(4).clamp(1, MOST_SLIPS);
    let most = most.min(shorter.saturating_sub(1));
    if longer - shorter > most {
        return None;
    }
    let found = strsim::osa_distance(a, b);
    (found <= most).then_some(found)
}

/// Whether words stand in others whole.
fn has_words(all: &str, words: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| c == ' ');
    !words.is_empty()
        && all.match_indices(words).any(|(at, _)| {
            let (before, after) = (all.get(..at), all.get(at + words.len()..));
            edge(before.and_then(|it| it.chars().next_back()))
                && edge(after.and_then(|it| it.chars().next()))
        })
}

#[cfg(test)]
mod tests {
    use super::{Likeness, folded, likeness, nearest, nearest_id};

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
        assert_eq!(nearest_id("wier", ["wire", "tire"]), Some("wire"));
    }

    #[test]
    fn the_whole_is_nearer_than_a_part() {
        assert_eq!(nearest_id("bidem", ["biden-december-warning", "biden"]), Some("biden"));
        assert_eq!(likeness("biden", "biden"), Some(Likeness::Same));
        assert_eq!(likeness("december warning", "biden december warning"), Some(Likeness::Part(0)));
    }

    #[test]
    fn what_is_merely_alike_at_its_beginning_is_not_near() {
        for word in ["nope", "nosuch", "x", "no", ""] {
            assert_eq!(
                nearest_id(word, ["no-compromises", "nato", "osce"]).filter(|_| word != "no"),
                None,
                "{word}"
            );
        }
        assert_eq!(nearest_id("osze", ["no-compromises", "osce"]), Some("osce"));
    }

    #[test]
    fn capitals_accents_and_dashes_make_no_difference() {
        assert_eq!(folded("Łódź  Café-Bar"), "łodz cafe bar");
        assert_eq!(folded("joe-biden"), folded(" Joe Biden"));
        assert_eq!(likeness(&folded("Lawrow"), &folded("Lavrov")), Some(Likeness::Slips(2)));
    }
}
