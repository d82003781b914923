//! Blocks: headings, quotes, code, tables, footnotes.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, HeadingLevel};
use pulldown_cmark_escape::escape_html;

use crate::markdown::marked::{BlockQuote, Wrong};
use crate::markdown::writer::{Writer, clip};
use crate::model::place::Span;
use crate::model::prose::{Filling, Heading};

impl Writer<'_> {
    pub(super) fn enter(&mut self) {
        self.elements.push(self.next_element);
        self.next_element += 1;
    }

    pub(super) fn open(&mut self, html: &str) {
        self.end_block();
        self.out.html.push_str(html);
        self.enter();
    }

    pub(super) fn close(&mut self, html: &str) {
        self.end_block();
        self.elements.pop();
        self.out.html.push_str(html);
    }

    pub(super) fn inline(&mut self, html: &str) {
        self.raw(html);
        self.enter();
    }

    pub(super) fn inline_end(&mut self, html: &str) {
        self.elements.pop();
        self.raw(html);
    }

    /// Blocks stand on lines of their own in the plain text.
    pub(super) fn end_block(&mut self) {
        if self.block_has_content {
            self.out.plain.push('\n');
            self.block_has_content = false;
        }
    }

    pub(super) fn start_heading(&mut self, level: HeadingLevel) {
        self.end_block();
        let level = (level as u8).max(2);
        self.raw("<h");
        self.hole(Filling::Level(level));
        self.raw(" id=\"");
        self.hole(Filling::IdPrefix);
        // The id is known only when the heading's words are; it is put in here.
        self.heading = Some((level, self.plain_at(), self.out.html.len()));
        self.raw("\">");
        self.enter();
    }

    pub(super) fn end_heading(&mut self) {
        self.elements.pop();
        let Some((level, start, id_at)) = self.heading.take() else { return };
        let text = Span { start, end: self.plain_at() };
        let words = self.out.plain.get(text.range()).unwrap_or("").to_owned();
        let id = self.heading_id(&words);
        self.insert(id_at, &id);
        self.out.headings.push(Heading { level, id: id.into(), text });
        self.raw("</h");
        self.hole(Filling::Level(level));
        self.raw(">\n");
        self.end_block();
    }

    /// Puts text into HTML that is already written, and moves what stands after it.
    pub(super) fn insert(&mut self, at: usize, text: &str) {
        self.out.html.insert_str(at, text);
        let (at, by) = (clip(at), clip(text.len()));
        for hole in self.out.holes.iter_mut().rev().take_while(|hole| hole.at > at) {
            hole.at += by;
        }
        for run in self.out.runs.iter_mut().rev().take_while(|run| run.html > at) {
            run.html += by;
        }
    }

    pub(super) fn heading_id(&mut self, words: &str) -> String {
        let mut id = String::new();
        for c in words.chars().flat_map(char::to_lowercase) {
            if c.is_alphanumeric() {
                id.push(c);
            } else if !id.ends_with('-') && !id.is_empty() {
                id.push('-');
            }
        }
        let base = match id.trim_matches('-') {
            "" => "heading".to_owned(),
            id => id.to_owned(),
        };
        let mut id = base.clone();
        while self.heading_ids.contains_key(&id) {
            let number = self.heading_ids.entry(base.clone()).or_insert(1);
            *number += 1;
            id = format!("{base}-{number}");
        }
        self.heading_ids.insert(id.clone(), 1);
        id
    }

    pub(super) fn end_quote(&mut self, range: Range<usize>) {
        self.end_block();
        if let Some((plain, html, text)) = self.quotes.pop() {
            self.out.block_quotes.push(BlockQuote {
                plain: plain..self.plain_at(),
                html: html..self.html_at(),
                text: text..range.end,
                nested: !self.quotes.is_empty(),
            });
        }
        self.close("</blockquote>\n");
    }

    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        self.end_block();
        if let CodeBlockKind::Fenced(_) = kind
            && let Some(fence) = unclosed(self.text.get(range.clone()).unwrap_or(""))
        {
            let wrong = Wrong::UnclosedCode(fence.to_owned());
            self.fault(range.start..range.start + fence.len(), wrong);
        }
        self.raw("<pre><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split_whitespace().next()
            && !self.refuse_controls(language, &range)
        {
            self.raw(" class=\"language-");
            let _ = escape_html(&mut self.out.html, language);
            self.raw("\"");
        }
        self.raw(">");
        self.enter();
        self.code = true;
    }

    pub(super) fn start_cell(&mut self) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        let tag = if self.head { "<th scope=\"col\"" } else { "<td" };
        self.open(&format!("{tag}{class}>"));
    }

    // Footnotes.

    pub(super) fn footnote_number(&mut self, label: &str) -> usize {
        if let Some(known) = self.footnotes.get(label) {
            return *known;
        }
        let number = self.footnotes.len() + 1;
        self.footnotes.insert(label.to_owned(), number);
        number
    }

    pub(super) fn footnote_mark(&mut self, label: &str) {
        let number = self.footnote_number(label);
        if self.in_link() {
            self.raw(&format!("<sup>{}</sup>", letter(number)));
            return;
        }
        self.raw("<sup><a href=\"#");
        self.hole(Filling::IdPrefix);
        self.raw(&format!("footnote-{number}\">{}</a></sup>", letter(number)));
    }

    pub(super) fn start_footnote(&mut self, label: &str, range: &Range<usize>) {
        let number = self.footnote_number(label);
        self.end_block();
        self.raw("<div class=\"footnote\"");
        if self.noted.insert(number) {
            self.raw(" id=\"");
            self.hole(Filling::IdPrefix);
            self.raw(&format!("footnote-{number}\""));
        } else {
            let end = range.start + label.len() + "[^]:".len();
            self.fault(range.start..end.min(range.end), Wrong::DoubledFootnote);
        }
        self.raw(&format!("><sup>{}</sup>\n", letter(number)));
        self.enter();
    }
}

/// The fence that code begins with, where no line of its marks ends it.
fn unclosed(code: &str) -> Option<&str> {
    let mark = code.chars().next()?;
    let fence = code.get(..code.len() - code.trim_start_matches(mark).len())?;
    let last = code.trim_end().rsplit_once('\n').map_or("", |(_, last)| last);
    // In a quotation or a list, the marks of that come before.
    let rest = last.trim_start_matches([' ', '\t', '>']);
    let is_closed = rest.starts_with(fence) && rest.trim_start_matches(mark).is_empty();
    (!is_closed).then_some(fence)
}

/// Footnotes are lettered, since numbers are the citations'.
fn letter(number: usize) -> String {
    let letter = u8::try_from((number - 1) % 26).map_or('a', |n| char::from(b'a' + n));
    let round = (number - 1) / 26;
    if round == 0 { letter.to_string() } else { format!("{letter}{round}") }
}
