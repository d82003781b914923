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
    most_like(word, &mut known.into_iter())
}

fn most_like<'k>(word: &str, known: &mut dyn Iterator<Item = &'k str>) -> Option<&'k str> {
    let all = known.map(|known| (strsim::jaro_winkler(word, known), known));
    let best = all.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    (best.0 >= LIKE).then_some(best.1)
}

/// The id that is meant by a misspelt one, if one is near.
#[must_use]
pub fn nearest_id<'k>(id: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let wanted = Name::new(id);
    let near = |known: &'k str| wanted.likeness(&Name::new(known)).map(|like| (like, known));
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

/// A name as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    text: String,
    length: usize,
    /// Which letters it has, a bit each (some share one).
    letters: u32,
}

impl Name {
    /// Prepares a name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let text = folded(name);
        let bit = |c: char| 1_u32 << (u32::from(c) & 31);
        let letters = text.chars().map(bit).fold(0, |all, bit| all | bit);
        Name { length: text.chars().count(), letters, text }
    }

    /// How this name is like a known one; none where that cannot be meant.
    #[must_use]
    pub fn likeness(&self, known: &Name) -> Option<Likeness> {
        // A letter that the known one lacks is a slip each: this spares most comparisons.
        let foreign = (self.letters & !known.letters).count_ones();
        if foreign as usize > most_slips(self.length + MOST_SLIPS) {
            return None;
        }
        likeness(self, known)
    }
}

/// A name without what makes no difference to who looks for it: capitals, accents, and whether its
/// words stand between dashes or spaces.
#[must_use]
pub fn folded(name: &str) -> String {
    let letters = name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let spaced: String = letters.map(|c| if c == '-' || c == '_' { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn likeness(wanted: &Name, known: &Name) -> Option<Likeness> {
    if wanted.text == known.text {
        return Some(Likeness::Same);
    }
    let whole = slips(&wanted.text, wanted.length, &known.text, known.length);
    let part = || known.text.split(' ').filter_map(|part| part_slips(wanted, part)).min();
    whole.map(Likeness::Slips).or_else(|| {
        let within = has_words(&known.text, &wanted.text).then_some(0);
        within.or_else(part).map(Likeness::Part)
    })
}

fn part_slips(wanted: &Name, part: &str) -> Option<usize> {
    let length = part.chars().count();
    let found = || slips(&wanted.text, wanted.length, part, length);
    (length >= SHORTEST_PART).then(found).flatten()
}

/// How many letters are wrong, missing, too many, or in each other's place; none where they are too
/// many for a slip.
fn slips(a: &str, of_a: usize, b: &str, of_b: usize) -> Option<usize> {
    let (shorter, longer) = (of_a.min(of_b), of_a.max(of_b));
    let most = most_slips(longer).min(shorter.saturating_sub(1));
    if longer - shorter > most {
        return None;
    }
    let found = strsim::osa_distance(a, b);
    (found <= most).then_some(found)
}

/// One in a short word, one more with every fourth letter.
fn most_slips(length: usize) -> usize {
    length.saturating_add(2).div_euclid(4).clamp(1, MOST_SLIPS)
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
    use super::{Likeness, Name, folded, nearest, nearest_id};

    fn likeness(wanted: &str, known: &str) -> Option<Likeness> {
        Name::new(wanted).likeness(&Name::new(known))
    }

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
        assert_eq!(likeness("Lawrow", "Lavrov"), Some(Likeness::Slips(2)));
    }
}
