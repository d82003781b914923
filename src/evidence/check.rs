//! One quotation against one text.

use crate::evidence::clause::{after, before, first_words, last_words};
use crate::evidence::fold::{Folded, Marks, characters, differences, needle};
use crate::evidence::marks::{Between, Part, Split, split};
use crate::evidence::places::{Bytes, Text, chains, of_part};
use crate::evidence::{cropped, locator, nearest, negation, omitted};
use crate::model::briefing::Verdict;
use crate::model::evidence::{Doubt, Finding, Fold, Gap, Nearest, Stretch};

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The quoted words, without their marks.
    pub words: &'a str,
    /// `para. 4`.
    pub locator: Option<&'a str>,
    /// The languages of the text and of the page.
    pub languages: &'a [&'a str],
}

/// Looks for a quotation in a text whose marks are folded alike.
#[must_use]
pub fn check(wanted: Wanted<'_>, text: Text<'_>) -> Finding {
    let words = wanted.words.trim();
    if let Some(found) = look(wanted, text, words, Marks::Alike) {
        return found;
    }
    // Only texts in the French manner differ by the space inside their marks.
    let french =
        words.contains(['«', '»', '‹', '›']) || text.original.contains(['«', '»', '‹', '›']);
    if french {
        let folded = Folded::new(text.original, Marks::Tight);
        let text = Text { folded: &folded, ..text };
        if let Some(found) = look(wanted, text, words, Marks::Tight) {
            return found;
        }
    }
    let passes = |it: &Nearest| {
        let words = it.omitted.as_deref().unwrap_or("");
        let found = look(wanted, text, words, Marks::Alike);
        found.is_some_and(|found| found.doubt.is_none())
    };
    let nearest = nearest::nearest(text.original, words);
    let near = nearest.as_ref().filter(|_| negation::is_known(wanted.languages));
    let omitted = near.and_then(|it| omitted::with_omissions(text.original, it, words));
    failed(omitted.filter(passes).or(nearest))
}

fn look(wanted: Wanted<'_>, text: Text<'_>, words: &str, marks: Marks) -> Option<Finding> {
    let whole = needle(words, marks);
    let bare = without_closing_mark(&whole);
    if whole.is_empty() {
        return None;
    }
    literal(wanted, text, words, &whole, false)
        .or_else(|| literal(wanted, text, words, bare.as_deref()?, true))
        .or_else(|| elided(wanted, text, &split(&whole)?))
        .or_else(|| elided(wanted, text, &split(bare.as_deref()?)?))
}

fn failed(nearest: Option<Nearest>) -> Finding {
    Finding {
        verdict: Verdict::Failed,
        folds: Box::default(),
        parts: Box::default(),
        gaps: Box::default(),
        doubt: None,
        cropped: None,
        places: 0,
        located: false,
        nearest,
    }
}

/// The words without the comma or full stop just inside their closing mark.
fn without_closing_mark(words: &str) -> Option<String> {
    // Marks inside that close together with the quotation stand after it too.
    let inner = words.trim_end_matches('\'');
    let bare = inner.strip_suffix(['.', ',', '。', '，', '、', '،', '．'])?;
    let stop = !bare.is_empty() && !bare.ends_with(['.', ',', '…', ' ', '[']);
    stop.then(|| format!("{bare}{}", words.get(inner.len()..).unwrap_or("")))
}

/// The words as they are, but for differences of form.
fn literal(
    wanted: Wanted<'_>,
    text: Text<'_>,
    words: &str,
    needle: &str,
    mark: bool,
) -> Option<Finding> {
    let part = Part { words: needle.to_owned(), any_capital: false };
    let mut places: Vec<Bytes> =
        of_part(text, &part).into_iter().map(|place| original(text, place)).collect();
    let is_exact = |(start, end): &Bytes| !mark && text.original.get(*start..*end) == Some(words);
    if places.iter().any(is_exact) {
        places.retain(is_exact);
    }
    let (chosen, located) = choose(wanted, text, &places, |place| *place)?;
    let (start, end) = *chosen;
    let there = text.original.get(start..end).unwrap_or("");
    let mut folds = Vec::new();
    if mark {
        folds.extend(differences(there, needle).into_iter().filter(|fold| {
            // The needle is folded already: what it was written as is compared instead.
            differences(words, needle).contains(fold) || differences(there, words).contains(fold)
        }));
        folds.push(Fold::ClosingMark);
    } else {
        folds.extend(differences(there, words));
    }
    let exact = is_exact(chosen);
    Some(Finding {
        verdict: if exact { Verdict::Exact } else { Verdict::Folded },
        folds: folds.into(),
        parts: Box::new([characters(text.original, start, end)]),
        gaps: Box::default(),
        doubt: None,
        cropped: cropped(wanted, text, (start, end), if located { &[] } else { &places }),
        places: u32::try_from(places.len()).unwrap_or(u32::MAX),
        located,
        nearest: None,
    })
}

/// The negation beside the words; none where they stand without one at another place that they may
/// be taken from.
fn cropped(wanted: Wanted<'_>, text: Text<'_>, at: Bytes, others: &[Bytes]) -> Option<Box<str>> {
    let look = |at: &Bytes| cropped::negation(text.original, *at, wanted.languages);
    look(&at).filter(|_| others.iter().all(|at| look(at).is_some()))
}

/// Bytes of the folded text → bytes of the original.
fn original(text: Text<'_>, (start, end): Bytes) -> Bytes {
    (text.folded.start(start), text.folded.end(end))
}

/// The place that the locator means, else the first; and whether it was the locator.
fn choose<'p, P>(
    wanted: Wanted<'_>,
    text: Text<'_>,
    places: &'p [P],
    at: impl Fn(&P) -> Bytes,
) -> Option<(&'p P, bool)> {
    let first = places.first()?;
    if places.len() > 1
        && let Some((from, to)) = wanted.locator.and_then(|it| locator::range(text.original, it))
    {
        let mut inside = places.iter().filter(|place| (from..to).contains(&at(place).0));
        if let Some(place) = inside.next() {
            return Some((place, inside.next().is_none()));
        }
    }
    Some((first, false))
}

/// The words with omissions and insertions.
fn elided(wanted: Wanted<'_>, text: Text<'_>, split: &Split) -> Option<Finding> {
    // Marks between omissions and insertions stand in any text.
    if !split.parts.iter().any(|part| part.words.contains(char::is_alphanumeric)) {
        return None;
    }
    let adjoining: Vec<bool> = split.between.iter().map(|it| *it == Between::default()).collect();
    let found: Vec<Vec<Bytes>> = chains(text, &split.parts, &adjoining)
        .into_iter()
        .map(|chain| chain.into_iter().map(|place| original(text, place)).collect())
        .collect();
    let (chain, located) =
        choose(wanted, text, &found, |chain| chain.first().copied().unwrap_or_default())?;
    let mut gaps = Vec::with_capacity(chain.len().saturating_sub(1));
    for (pair, between) in chain.windows(2).zip(split.between.iter().skip(1)) {
        let [(_, from), (to, _)] = pair else { continue };
        let omitted = text.original.get(*from..*to).unwrap_or("").trim();
        gaps.push(Gap { omitted: omitted.into(), inserted: between.inserted.as_str().into() });
    }
    let whole = |chain: &Vec<Bytes>| {
        let ends = chain.first().zip(chain.last());
        ends.map_or((0, 0), |((start, _), (_, end))| (*start, *end))
    };
    let wholes: Vec<Bytes> = if located { Vec::new() } else { found.iter().map(whole).collect() };
    let whole = whole(chain);
    let stretches: Vec<Stretch> =
        chain.iter().map(|(start, end)| characters(text.original, *start, *end)).collect();
    Some(Finding {
        verdict: Verdict::Elided,
        folds: Box::default(),
        doubt: doubt(wanted.languages, text.original, split, chain, &gaps),
        parts: stretches.into(),
        gaps: gaps.into(),
        cropped: cropped(wanted, text, whole, &wholes),
        places: u32::try_from(found.len()).unwrap_or(u32::MAX),
        located,
        nearest: None,
    })
}

/// The first omission or insertion that a person has to look at.
fn doubt(
    languages: &[&str],
    original: &str,
    split: &Split,
    chain: &[Bytes],
    gaps: &[Gap],
) -> Option<Doubt> {
    let last = split.between.len().saturating_sub(1);
    split.between.iter().enumerate().find_map(|(number, between)| {
        let inner = number.checked_sub(1).and_then(|n| gaps.get(n)).filter(|_| number < last);
        let edge;
        let (omitted, replaced): (&str, &str) = match inner {
            Some(gap) => (&gap.omitted, &gap.omitted),
            None => {
                edge = if number == 0 {
                    before(original, chain.first()?.0)
                } else {
                    after(original, chain.last()?.1)
                };
                let words = between.inserted.split_whitespace().count();
                (edge, if number == 0 { last_words(edge, words) } else { first_words(edge, words) })
            }
        };
        if let Some(word) = negation::negation(&between.inserted, languages) {
            return Some(Doubt::Added(word));
        }
        if between.omission
            && let Some(word) = negation::negation(omitted, languages)
        {
            return Some(Doubt::Dropped(word));
        }
        if between.inserted.is_empty() {
            return None;
        }
        if between.makes_another_word {
            return Some(Doubt::Glued(between.inserted.as_str().into()));
        }
        let word = negation::negation(replaced, languages);
        word.or_else(|| negation::figure(replaced, languages)).map(Doubt::Replaced)
    })
}
