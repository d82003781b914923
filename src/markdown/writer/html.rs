//! HTML in content, which is never passed on, and marks that are not what they look like.

use std::ops::Range;

use crate::markdown::marked::{Fault, Wrong};
use crate::markdown::writer::Writer;

impl Writer<'_> {
    pub(super) fn html(&mut self, tag: &str, range: Range<usize>) {
        if tag.starts_with("<!--") {
            self.fault(range, Wrong::Comment);
            return;
        }
        // An element is one mistake, told where it begins.
        if !tag.starts_with("</") {
            self.fault(range.clone(), Wrong::Html);
        }
        self.text_of_html(tag, range);
    }

    /// Shown as it was written: marks of quotation in it are attributes' and mean nothing.
    fn text_of_html(&mut self, html: &str, range: Range<usize>) {
        let code = std::mem::replace(&mut self.code, true);
        self.words(html, range);
        self.code = code;
    }

    pub(super) fn end_html_block(&mut self) {
        let Some(range) = self.html_block.take() else { return };
        let (mut from, text) = (range.start, self.text);
        while from < range.end {
            let rest = &text[from..range.end];
            let comment = rest.find("<!--").map_or(rest.len(), |at| at);
            let shown = rest[..comment].trim_end();
            if !shown.trim().is_empty() {
                self.fault(from..from + shown.len(), Wrong::Html);
                self.open("<p>");
                self.text_of_html(shown, from..from + shown.len());
                self.close("</p>\n");
            }
            let end = rest[comment..].find("-->").map_or(rest.len(), |at| comment + at + 3);
            if comment < rest.len() {
                self.fault(from + comment..from + end, Wrong::Comment);
            }
            from += end.max(1);
        }
    }

    /// Marks that were left as text because they are not what they look like.
    pub(super) fn find_strays(&mut self) {
        let bytes = self.out.plain.as_bytes();
        let mut strays = Vec::new();
        let mut next = 0;
        for at in memchr::memchr_iter(b'[', bytes) {
            // A row of brackets is one mistake.
            if at < next {
                continue;
            }
            next = at + bytes.get(at..).unwrap_or(&[]).iter().take_while(|b| **b == b'[').count();
            let rest = &self.out.plain[at..];
            let what = if rest.starts_with("[[") {
                "[["
            } else if rest.starts_with("[^") {
                "[^"
            } else if looks_like_a_citation(rest) {
                "[@"
            } else {
                continue;
            };
            let run = self.out.runs.partition_point(|run| run.plain as usize <= at);
            let Some(run) = run.checked_sub(1).and_then(|n| self.out.runs.get(n)) else { continue };
            let offset = at - run.plain as usize;
            let escaped = run.escaped && offset == 0;
            if !run.code && !escaped {
                let start = run.text as usize + offset;
                let shown = self.text.as_bytes().get(start..).unwrap_or(&[]);
                let shown = shown.get(..24).unwrap_or(shown);
                let length = memchr::memchr(b'\n', shown).unwrap_or(shown.len());
                let close: &[u8] = if what == "[[" { b"]]" } else { b"]" };
                let closed = memchr::memmem::find(shown, close).map(|end| end + close.len());
                let length = closed.unwrap_or(length).min(length);
                let is_empty = shown.starts_with(b"[[]]");
                let wrong = if is_empty { Wrong::EmptyReference } else { Wrong::Stray(what) };
                strays.push(Fault { range: start..start + length, wrong });
            }
        }
        for mut stray in strays {
            while !self.text.is_char_boundary(stray.range.end) {
                stray.range.end += 1;
            }
            self.out.faults.push(stray);
        }
    }
}

/// Whether a text begins with what was meant as a citation, though Markdown saw none in it.
fn looks_like_a_citation(text: &str) -> bool {
    const LONGEST: usize = 2_000;
    let inside = text.as_bytes().get(1..).unwrap_or(&[]);
    if inside.first() == Some(&b'@') {
        return true;
    }
    let inside = inside.get(..LONGEST).unwrap_or(inside);
    let end = memchr::memchr2(b']', b'\n', inside).unwrap_or(inside.len());
    let label = inside.get(..end).unwrap_or(inside);
    memchr::memchr(b'@', label).is_some() && memchr::memmem::find(label, b", tr.").is_some()
}
