//! HTML in content, which is never passed on.

use std::ops::Range;

use crate::markdown::marked::Wrong;
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
}
