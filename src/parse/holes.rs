//! Where quoted words stand in the HTML, and the holes that mark them.

use std::ops::Range;

use crate::markdown::marked::{Marked, Run};
use crate::model::prose::{Filling, Hole};

/// The runs in which a range of the plain text begins and ends.
#[must_use]
pub fn ends<'m>(marked: &'m Marked, range: &Range<usize>) -> Option<(&'m Run, &'m Run)> {
    let run = |at: usize| {
        let after = marked.runs.partition_point(|run| run.plain as usize <= at);
        let run = marked.runs.get(after.checked_sub(1)?)?;
        (at <= (run.plain + run.length) as usize).then_some(run)
    };
    Some((run(range.start)?, run(range.end.checked_sub(1)?)?))
}

/// The byte of the text that a byte of a run's plain text came from.
#[must_use]
pub fn text_at(run: &Run, plain: usize) -> usize {
    run.text as usize + plain.saturating_sub(run.plain as usize)
}

/// The byte of the HTML that a byte of a run's plain text became.
#[must_use]
pub fn html_at(marked: &Marked, run: &Run, plain: usize) -> u32 {
    let before = marked.plain.get(run.plain as usize..plain).unwrap_or("");
    let escaped: usize = before
        .bytes()
        .map(|byte| match byte {
            b'&' => "&amp;".len(),
            b'<' | b'>' => "&lt;".len(),
            _ => 1,
        })
        .sum();
    run.html + clip(escaped)
}

/// Adds a hole.
pub fn push(holes: &mut Vec<Hole>, at: u32, filling: Filling) {
    holes.push(Hole { at, filling });
}

/// Marks a quotation: the start after what stands before it at the same byte, the end before what
/// follows at the same byte.
pub fn mark(holes: &mut Vec<Hole>, start: u32, end: u32, number: u32) {
    let first = holes.partition_point(|hole| hole.at <= start);
    holes.insert(first, Hole { at: start, filling: Filling::QuotationStart(number) });
    let last = holes.partition_point(|hole| hole.at < end).max(first + 1);
    holes.insert(last, Hole { at: end, filling: Filling::QuotationEnd(number) });
}

/// A position as it is kept.
#[must_use]
pub fn clip(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
