//! What Markdown leaves out of tables, and tables that are none for it: readers would see bars and
//! dashes.

use std::ops::Range;

use crate::markdown::marked::Wrong;
use crate::markdown::writer::Writer;

/// What stands before a line of a block quote or an indented one.
const INDENTS: [char; 3] = [' ', '\t', '>'];

impl Writer<'_> {
    /// Notes the first cell of a row for which the header has none.
    pub(super) fn find_lost_cells(&mut self, row: Range<usize>) {
        let whole = self.text.get(row.clone()).unwrap_or("");
        let Some((kept, rest)) = whole.split_at_checked(self.cell_end.saturating_sub(row.start))
        else {
            return;
        };
        let lost = rest.trim_start_matches(['|', ' ', '\t', '\n']);
        // A reference whose bar has parted it is told by itself.
        if lost.is_empty() || has_parted_reference(whole, kept.len()) {
            return;
        }
        let at = row.end - lost.len();
        let length = lost[..bars(lost).next().unwrap_or(lost.len())].trim_end().len();
        self.fault(at..at + length, Wrong::LostCell { columns: self.alignments.len() });
    }

    /// Notes the lines of dashes below a header that were shown as they are written.
    pub(super) fn find_broken_tables(&mut self) {
        let text = self.text;
        if memchr::memchr(b'|', text.as_bytes()).is_none() {
            return;
        }
        let (mut before, mut at) = ("", 0);
        for line in text.split('\n') {
            let row = line.trim_start_matches(INDENTS);
            let start = at + line.len() - row.len();
            let row = row.trim_end_matches(' ');
            if let Some(columns) = columns(row)
                && let Some(header) = cells(before)
                && self.is_shown(start, row.len())
            {
                let wrong = Wrong::MalformedTable { header, columns };
                self.fault(start..start + row.len(), wrong);
            }
            (before, at) = (line, at + line.len() + 1);
        }
    }

    /// Whether a line of the text is one of a paragraph, and not its first.
    fn is_shown(&self, start: usize, length: usize) -> bool {
        let runs = &self.out.runs;
        let run = runs.get(runs.partition_point(|run| (run.text as usize) < start));
        run.is_some_and(|run| {
            let follows =
                self.out.plain.get(..run.plain as usize).is_some_and(|it| it.ends_with(' '));
            run.text as usize == start && run.length as usize == length && !run.code && follows
        })
    }
}

/// Whether a bar stands in one of the references of a row that begin before a byte. One pass, whatever
/// stands in it.
fn has_parted_reference(row: &str, before: usize) -> bool {
    let mut from = 0;
    while let Some(at) = row.get(from..before).and_then(|it| it.find("[[")).map(|at| from + at) {
        from = at + 2;
        if row[..at].ends_with('\\') {
            continue;
        }
        let end = row[from..].find("]]").map_or(row.len(), |end| from + end);
        if bars(&row[at..end]).next().is_some() {
            return true;
        }
        from = end;
    }
    false
}

/// The bars that end cells.
fn bars(row: &str) -> impl DoubleEndedIterator<Item = usize> {
    row.match_indices('|').map(|(at, _)| at).filter(|at| !row[..*at].ends_with('\\'))
}

/// How many cells a line of dashes has; none where it is no such line.
fn columns(row: &str) -> Option<usize> {
    if !row.starts_with(['|', '-', ':']) || !row.contains('|') {
        return None;
    }
    let inner = row.strip_prefix('|').unwrap_or(row);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let is_dashes = |cell: &str| {
        let cell = cell.trim_matches(' ');
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        let cell = cell.strip_suffix(':').unwrap_or(cell);
        !cell.is_empty() && cell.bytes().all(|b| b == b'-')
    };
    inner.split('|').all(is_dashes).then(|| inner.split('|').count())
}

/// How many cells a header has; none where it has no bar, or is a line of dashes itself.
fn cells(line: &str) -> Option<usize> {
    let line = line.trim_start_matches(INDENTS);
    let item = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = item.strip_prefix(['-', '*', '+', '.', ')']).and_then(|it| it.strip_prefix(' '));
    let header = item.unwrap_or(line).trim_start_matches(INDENTS).trim_end();
    let (first, last) = (bars(header).next()?, bars(header).next_back()?);
    let outer = usize::from(first == 0) + usize::from(last + 1 == header.len());
    let cells = (bars(header).count() + 1).saturating_sub(outer);
    columns(header).is_none().then_some(cells)
}
