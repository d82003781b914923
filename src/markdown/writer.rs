//! Markdown events → HTML with holes, and the plain text beside it.
//!
//! Own rather than the library's, since every byte written must be found again: quotations are
//! marked afterwards, and references become holes.

mod blocks;
mod controls;
mod html;
mod links;
mod paragraphs;
mod strays;
mod tables;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use foldhash::fast::FixedState;
use pulldown_cmark::{Alignment, Event, Tag, TagEnd};
use pulldown_cmark_escape::escape_html_body_text;

use crate::markdown::buffers;
use crate::markdown::marked::{Fault, Marked, Run, Wrong};
use crate::markdown::writer::paragraphs::Paragraph;
use crate::model::prose::{Filling, Hole};

/// Writes one text.
pub struct Writer<'t> {
    text: &'t str,
    out: Marked,
    /// Elements that are open, by number; the last is the innermost.
    elements: Vec<u32>,
    next_element: u32,
    /// How each open link ends.
    links: Vec<LinkEnd>,
    /// Inside a reference or citation whose text is not shown, or a picture's words.
    silent: u32,
    alternative: Option<Picture>,
    /// Pictures in a picture's words.
    nested_pictures: u32,
    quotes: Vec<(u32, u32, usize)>,
    heading: Option<(u8, u32, usize)>,
    code: bool,
    alignments: Vec<Alignment>,
    column: usize,
    /// Where the last cell that is kept ends in the text.
    cell_end: usize,
    head: bool,
    html_block: Option<Range<usize>>,
    block_has_content: bool,
    /// The numbers of footnotes by label. Never gone through in its own order.
    footnotes: HashMap<String, usize>,
    /// Ids that headings have, with the number that the next of the same words gets.
    heading_ids: HashMap<String, u32>,
    paragraph: Option<Paragraph>,
    /// How many paragraphs there are of each sum of words.
    paragraphs: HashMap<u32, u32, FixedState>,
    /// The footnotes that stand in the text.
    noted: HashSet<usize>,
}

enum LinkEnd {
    Tag,
    Reference(u32),
    Silent,
    Nothing,
}

struct Picture {
    words: String,
    file: String,
    range: Range<usize>,
}

impl<'t> Writer<'t> {
    /// A writer for a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let (html, plain) = buffers::take();
        let out = Marked { html, plain, ..Marked::default() };
        Writer {
            text,
            out,
            elements: vec![0],
            next_element: 1,
            links: Vec::new(),
            silent: 0,
            alternative: None,
            nested_pictures: 0,
            quotes: Vec::new(),
            heading: None,
            code: false,
            alignments: Vec::new(),
            column: 0,
            cell_end: 0,
            head: false,
            html_block: None,
            block_has_content: false,
            footnotes: HashMap::new(),
            heading_ids: HashMap::new(),
            paragraph: None,
            paragraphs: HashMap::default(),
            noted: HashSet::new(),
        }
    }

    /// Notes something wrong.
    pub fn fault(&mut self, range: Range<usize>, wrong: Wrong) {
        self.out.faults.push(Fault { range, wrong });
    }

    /// What was read.
    #[must_use]
    pub fn finish(mut self) -> Marked {
        self.end_block();
        self.find_strays();
        self.find_broken_tables();
        self.out
    }

    /// Takes the next event.
    pub fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(words) => self.decoded(&words, range),
            Event::Code(words) => {
                self.raw("<code>");
                self.code = true;
                self.words(&words, range);
                self.code = false;
                self.raw("</code>");
            }
            Event::SoftBreak => {
                self.raw("\n");
                self.space();
            }
            Event::HardBreak => {
                self.raw("<br>\n");
                self.space();
            }
            Event::Rule => self.raw("<hr>\n"),
            Event::Html(_) => {}
            Event::InlineHtml(tag) => self.html(&tag, range),
            Event::FootnoteReference(label) => self.footnote_mark(&label),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words(&words, range),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.start_paragraph(),
            Tag::Heading { level, .. } => self.start_heading(level),
            Tag::BlockQuote(_) => {
                self.open("<blockquote>\n");
                self.quotes.push((self.plain_at(), self.html_at(), range.start));
            }
            Tag::CodeBlock(kind) => self.start_code(&kind, range),
            Tag::List(None) => self.open("<ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.open("<li>"),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label, &range),
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.open("<div class=\"table\" tabindex=\"0\"><table>\n");
            }
            Tag::TableHead => {
                self.head = true;
                self.column = 0;
                self.open("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.open("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.inline("<em>"),
            Tag::Strong => self.inline("<strong>"),
            Tag::Strikethrough => self.inline("<del>"),
            Tag::Link { link_type, dest_url, .. } => self.start_link(link_type, &dest_url, range),
            Tag::Image { dest_url, .. } => self.start_picture(&dest_url, range),
            Tag::HtmlBlock => self.html_block = Some(range),
            // Never produced: their options are off.
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.end_quote(range),
            TagEnd::CodeBlock => {
                self.code = false;
                self.close("</code></pre>\n");
            }
            TagEnd::List(ordered) => self.close(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.close("</li>\n"),
            TagEnd::FootnoteDefinition => self.close("</div>\n"),
            TagEnd::Table => self.close("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.head = false;
                self.close("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => {
                self.find_lost_cells(range);
                self.close("</tr>\n");
            }
            TagEnd::TableCell => {
                self.cell_end = range.end;
                self.column += 1;
                self.close(if self.head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.inline_end("</em>"),
            TagEnd::Strong => self.inline_end("</strong>"),
            TagEnd::Strikethrough => self.inline_end("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_picture(),
            TagEnd::HtmlBlock => self.end_html_block(),
            TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    // Texts.

    fn decoded(&mut self, words: &str, range: Range<usize>) {
        let is_entity = self.text.as_bytes().get(range.start) == Some(&b'&');
        let is_refused =
            is_entity && !self.code && self.silent == 0 && self.refuse_controls(words, &range);
        self.words(if is_refused { "\u{fffd}" } else { words }, range);
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if let Some(picture) = &mut self.alternative {
            picture.words.push_str(words);
            return;
        }
        if self.silent > 0 {
            return;
        }
        let escaped = range.start > 0 && self.text.as_bytes().get(range.start - 1) == Some(&b'\\');
        self.out.runs.push(Run {
            plain: self.plain_at(),
            length: clip(words.len()),
            text: clip(range.start),
            html: self.html_at(),
            element: self.elements.last().copied().unwrap_or(0),
            code: self.code,
            escaped,
        });
        self.block_has_content = true;
        // Writing to a String cannot fail.
        let _ = escape_html_body_text(&mut self.out.html, words);
        self.out.plain.push_str(words);
    }

    fn space(&mut self) {
        if let Some(picture) = &mut self.alternative {
            picture.words.push(' ');
        } else if self.silent == 0 {
            self.out.plain.push(' ');
        }
    }

    /// Whether nothing is written now: what comes is not shown, or is a picture's words.
    fn is_mute(&self) -> bool {
        self.silent > 0 || self.alternative.is_some()
    }

    /// Whether a link is open.
    fn in_link(&self) -> bool {
        self.links.iter().any(|end| matches!(end, LinkEnd::Tag | LinkEnd::Reference(_)))
    }

    fn raw(&mut self, html: &str) {
        if !self.is_mute() {
            self.out.html.push_str(html);
        }
    }

    fn hole(&mut self, filling: Filling) {
        if self.is_mute() {
            return;
        }
        let at = self.html_at();
        self.out.holes.push(Hole { at, filling });
    }

    fn plain_at(&self) -> u32 {
        clip(self.out.plain.len())
    }

    fn html_at(&self) -> u32 {
        clip(self.out.html.len())
    }
}

/// A position as it is kept.
fn clip(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
