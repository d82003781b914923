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

/// The bytes of the HTML that bytes of the plain text became. Asked for in ascending order, each
/// byte is looked at once.
#[derive(Debug, Default)]
pub struct HtmlBytes {
    /// Of the last run asked about: where it begins.
    run: Option<u32>,
    /// The last byte asked about.
    plain: usize,
    /// What it became.
    html: u32,
}

impl HtmlBytes {
    /// The byte of the HTML that a byte of a run's plain text became.
    pub fn at(&mut self, marked: &Marked, run: &Run, plain: usize) -> u32 {
        if self.run != Some(run.plain) || plain < self.plain {
            *self = HtmlBytes { run: Some(run.plain), plain: run.plain as usize, html: run.html };
        }
        let passed = marked.plain.as_bytes().get(self.plain..plain).unwrap_or(&[]);
        let length = |byte: &u8| match byte {
            b'&' => "&amp;".len(),
            b'<' | b'>' => "&lt;".len(),
            _ => 1,
        };
        self.html += clip(passed.iter().map(length).sum());
        self.plain = plain;
        self.html
    }
}

/// Whether the name of a bare link belongs before a byte of the plain text.
#[must_use]
pub fn is_named(marked: &Marked, plain: usize) -> bool {
    marked.names.binary_search_by(|hole| (hole.at as usize).cmp(&plain)).is_ok()
}

/// Adds a hole.
pub fn push(holes: &mut Vec<Hole>, at: u32, filling: Filling) {
    holes.push(Hole { at, filling });
}

/// The holes with those of quotations, which follow one another: where one starts, its hole stands
/// after what stands before it at the same byte, and where it ends, before what follows there.
#[must_use]
pub fn with_quotations(
    holes: Vec<Hole>,
    quotations: impl Iterator<Item = Option<(u32, u32)>>,
) -> Vec<Hole> {
    let mut all = Vec::with_capacity(holes.len());
    let mut others = holes.into_iter().peekable();
    for (number, ends) in (0..).zip(quotations) {
        let Some((start, end)) = ends else { continue };
        all.extend(std::iter::from_fn(|| others.next_if(|hole| hole.at <= start)));
        push(&mut all, start, Filling::QuotationStart(number));
        all.extend(std::iter::from_fn(|| others.next_if(|hole| hole.at < end)));
        push(&mut all, end, Filling::QuotationEnd(number));
    }
    all.extend(others);
    all
}

/// A position as it is kept.
#[must_use]
pub fn clip(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
