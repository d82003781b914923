//! A quotation that leaves words out and does not say so: the same with `[…]` in their places.
//!
//! It is shown to the author and changes no verdict; [`check`](crate::evidence::check) offers only
//! what passes. Whether the sense is the same without what is left out, no program can say: so only
//! words of one sentence are left out, and none of a language whose negations are not known.

use crate::evidence::nearest::{LONGEST, MOST, Word, marked, words};
use crate::evidence::places::FARTHEST;
use crate::model::evidence::Nearest;
use crate::model::script::is_without_spaces;

/// So many omissions are offered at most.
const MOST_GAPS: usize = 3;

/// So many bytes on each side of the nearest passage are looked at.
const REACH: usize = 4 * FARTHEST * MOST_GAPS;

/// What begins another sentence, another's words or another cell of a table: nothing is left out or
/// brought back across it.
const BREAKS: [char; 23] = [
    '.', '!', '?', ':', ';', '|', '"', '“', '”', '„', '«', '»', '‹', '›', '‘', '‚', '「', '」',
    '。', '！', '？', '؟', '।',
];

/// The quotation with its omissions, and the passage that it then quotes, somewhere around a passage
/// of the text; none where more differs than what is left out.
#[must_use]
pub fn with_omissions(text: &str, near: &Nearest, quotation: &str) -> Option<Nearest> {
    // Who omits or inserts something knows how to.
    if quotation.contains(['[', '…']) || quotation.contains("...") {
        return None;
    }
    let (start, around) = around(text, near);
    let theirs = words(around, LONGEST);
    let all = words(quotation, MOST);
    // What closes the quotation need not stand in the text.
    let ours = match all.split_last() {
        Some((last, before)) if !is_word(last) => before,
        Some(_) | None => &all,
    };
    let places = fewest_gaps(ours, &theirs)?;
    let (first, last) = (*places.first()?, *places.last()?);
    let omitted = written(around, quotation, ours, &theirs, &places)?;
    let passage = theirs.get(first..=last)?;
    let kept: Vec<bool> = (first..=last).map(|at| places.binary_search(&at).is_ok()).collect();
    let clip = |n: usize| u32::try_from(start + n).unwrap_or(u32::MAX);
    let end = passage.last().map(|it| it.start + it.text.len())?;
    Some(Nearest {
        bytes: (clip(passage.first()?.start), clip(end)),
        passage: marked(passage, &kept).into(),
        quotation: quotation.into(),
        omitted: Some(omitted.into()),
    })
}

/// The text around a passage, and where it begins.
fn around<'t>(text: &'t str, near: &Nearest) -> (usize, &'t str) {
    let (from, to) = (near.bytes.0 as usize, near.bytes.1 as usize);
    let mut from = from.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (to + REACH).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    (from, text.get(from..to).unwrap_or(""))
}

fn is_word(word: &Word<'_>) -> bool {
    word.text.contains(char::is_alphanumeric)
}

/// Gaps, and the words in them.
type Cost = (usize, usize);

/// Where each of our words stands among theirs, in order, with as few gaps as can be, and the
/// shortest; none where one of them stands nowhere.
fn fewest_gaps(ours: &[Word<'_>], theirs: &[Word<'_>]) -> Option<Vec<usize>> {
    let width = theirs.len();
    let mut back: Vec<Vec<u32>> = Vec::with_capacity(ours.len());
    let mut before: Vec<Option<Cost>> = Vec::new();
    for (number, our) in ours.iter().enumerate() {
        let mut costs: Vec<Option<Cost>> = vec![None; width];
        let mut backs = vec![0_u32; width];
        // The cheapest place of the word before that leaves a gap, as if the gap were to reach to
        // the end.
        let mut apart: Option<(Cost, usize)> = None;
        for (at, their) in theirs.iter().enumerate() {
            let previous = at.checked_sub(1);
            let adjoining = previous.and_then(|it| before.get(it).copied().flatten().zip(Some(it)));
            if our.key == their.key {
                let over = apart.map(|((gaps, words), it)| ((gaps, words - (width - at)), it));
                let found = if number == 0 {
                    Some(((0, 0), 0))
                } else {
                    adjoining.min(over).or(adjoining).or(over)
                };
                if let (Some((cost, from)), Some(slot), Some(from_slot)) =
                    (found, costs.get_mut(at), backs.get_mut(at))
                {
                    (*slot, *from_slot) = (Some(cost), u32::try_from(from).unwrap_or(u32::MAX));
                }
            }
            if let Some(((gaps, words), it)) = adjoining {
                let reaching = ((gaps + 1, words + width - at), it);
                apart = Some(apart.map_or(reaching, |apart| apart.min(reaching)));
            }
        }
        back.push(backs);
        before = costs;
    }
    let costs = before.iter().enumerate().filter_map(|(at, cost)| Some(((*cost)?, at)));
    let (_, mut at) = costs.min()?;
    let mut places = vec![at];
    for backs in back.iter().skip(1).rev() {
        at = *backs.get(at)? as usize;
        places.push(at);
    }
    places.reverse();
    Some(places)
}

/// The quotation as it is to be written; none where no word is left out, or so many that little of
/// one passage is left.
fn written(
    text: &str,
    quotation: &str,
    ours: &[Word<'_>],
    theirs: &[Word<'_>],
    places: &[usize],
) -> Option<String> {
    let (mut out, mut gaps) = (String::new(), 0);
    let mut end = 0;
    for (number, (our, place)) in ours.iter().zip(places).enumerate() {
        let between = quotation.get(end..our.start)?;
        let last = number.checked_sub(1).and_then(|it| places.get(it).copied());
        let left_out = last.and_then(|last| theirs.get(last + 1..*place)).unwrap_or(&[]);
        if let (Some(before), Some(next)) =
            (last.and_then(|last| theirs.get(last)), theirs.get(*place))
            && !left_out.is_empty()
            && let between = text.get(before.start..next.start)?
            && (between.contains(BREAKS) || between.contains("\n\n"))
        {
            return None;
        }
        if left_out.iter().any(is_word) {
            gaps += 1;
            let is_tight = out.ends_with(is_without_spaces);
            out.push_str(if is_tight { "[…]" } else { " […]" });
            let is_apart = is_tight || !between.is_empty() || !is_word(our);
            out.push_str(if is_apart { between } else { " " });
        } else if let (Some(first), Some(next)) = (left_out.first(), theirs.get(*place)) {
            // Marks alone are not worth an omission.
            let before = theirs.get(last?)?;
            out.push_str(
                text.get((before.start + before.text.len()).min(first.start)..next.start)?,
            );
        } else {
            out.push_str(between);
        }
        out.push_str(our.text);
        end = our.start + our.text.len();
    }
    out.push_str(quotation.get(end..)?);
    let words = ours.iter().filter(|it| is_word(it)).count();
    ((1..=MOST_GAPS).contains(&gaps) && 2 * gaps <= words).then_some(out)
}

#[cfg(test)]
mod tests {
    use crate::evidence::check::{Wanted, check};
    use crate::evidence::fold::{Folded, Marks};
    use crate::evidence::places::Text;
    use crate::model::briefing::Verdict;

    /// What is offered, which has to pass.
    fn offered(original: &str, words: &str) -> Option<String> {
        let folded = Folded::new(original, Marks::Alike);
        let text = Text { original, folded: &folded };
        let look = |words| check(Wanted { words, locator: None, languages: &["en"] }, text);
        let failed = look(words);
        assert_eq!(failed.verdict, Verdict::Failed, "{words}");
        let omitted = failed.nearest?.omitted?;
        let found = look(&omitted);
        assert!(found.verdict == Verdict::Elided && found.doubt.is_none(), "{omitted}");
        Some(omitted.into())
    }

    #[test]
    fn what_was_left_out_is_marked_where_it_was() {
        let far = "as the ministers of both had long agreed upon ".repeat(6);
        let text = format!(
            "We met. It was short, sharp, and clear to all of us, he said, {far}and so we go on. \
             It was clear. We will not go there now."
        );
        for (words, omitted) in [
            ("short and clear", Some("short […] and clear")),
            ("It was short, and clear to us.", Some("It was short, […] and clear to […] us.")),
            ("clear to all of us and so we go on", Some("clear to all of us […] and so we go on")),
            ("short, sharp and clear", None),
            ("short and dear", None),
            ("We will go there now", None),
            ("We all go now", None),
            ("short […] and so clear", None),
            // Of two sentences, and of what somebody else said.
            ("so we go on. It was all clear", None),
            ("we go on. was clear", None),
        ] {
            assert_eq!(offered(&text, words).as_deref(), omitted, "{words}");
        }
        assert_eq!(offered("We lost. The enemy won the war.", "We won the war"), None);
        assert_eq!(offered("He said “yes, we all go” then.", "He said yes, we go"), None);
        let chinese = offered("他说我们明天一定会同意。", "我们会同意");
        assert_eq!(chinese.as_deref(), Some("我们[…]会同意"));
    }
}
