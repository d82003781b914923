//! Tables that are none for Markdown: readers would see bars and dashes.

use crate::markdown::marked::Wrong;
use crate::markdown::writer::Writer;

/// What stands before a line of a block quote or an indented one.
const INDENTS: [char; 3] = [' ', '\t', '>'];

impl Writer<'_> {
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
    let ends = || {
        let bars = header.match_indices('|').map(|(at, _)| at);
        bars.filter(|at| !header[..*at].ends_with('\\'))
    };
    let (first, last) = (ends().next()?, ends().next_back()?);
    let outer = usize::from(first == 0) + usize::from(last + 1 == header.len());
    let cells = (ends().count() + 1).saturating_sub(outer);
    columns(header).is_none().then_some(cells)
}
