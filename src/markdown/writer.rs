//! Markdown events → HTML with holes, and the plain text beside it.
//!
//! Own rather than the library's, since every byte written must be found again: quotations are
//! marked afterwards, and references become holes.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};
use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

use crate::markdown::links::{Leads, leads, name};
use crate::markdown::marked::{BlockQuote, Bracket, Fault, Link, Marked, Run, Wrong};
use crate::model::id::ReferenceId;
use crate::model::place::Span;
use crate::model::prose::{Filling, Heading, Hole, NameHole};

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
    quotes: Vec<(u32, u32, usize)>,
    heading: Option<(u8, u32, usize)>,
    code: bool,
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
    html_block: Option<Range<usize>>,
    block_has_content: bool,
    footnotes: Vec<String>,
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
        let mut out = Marked::default();
        out.html.reserve(text.len() + text.len() / 4);
        out.plain.reserve(text.len());
        Writer {
            text,
            out,
            elements: vec![0],
            next_element: 1,
            links: Vec::new(),
            silent: 0,
            alternative: None,
            quotes: Vec::new(),
            heading: None,
            code: false,
            alignments: Vec::new(),
            column: 0,
            head: false,
            html_block: None,
            block_has_content: false,
            footnotes: Vec::new(),
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
        self.out
    }

    /// Takes the next event.
    pub fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(words) => self.words(&words, range),
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
            Tag::Paragraph => self.open("<p>"),
            Tag::Heading { level, .. } => self.start_heading(level),
            Tag::BlockQuote(_) => {
                self.open("<blockquote>\n");
                self.quotes.push((self.plain_at(), self.html_at(), range.start));
            }
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::List(None) => self.open("<ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.open("<li>"),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label),
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
            TagEnd::Paragraph => self.close("</p>\n"),
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
            TagEnd::TableRow => self.close("</tr>\n"),
            TagEnd::TableCell => {
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

    fn raw(&mut self, html: &str) {
        if self.silent == 0 {
            self.out.html.push_str(html);
        }
    }

    fn hole(&mut self, filling: Filling) {
        let at = self.html_at();
        self.out.holes.push(Hole { at, filling });
    }

    fn plain_at(&self) -> u32 {
        clip(self.out.plain.len())
    }

    fn html_at(&self) -> u32 {
        clip(self.out.html.len())
    }

    // Blocks and elements.

    fn enter(&mut self) {
        self.elements.push(self.next_element);
        self.next_element += 1;
    }

    fn open(&mut self, html: &str) {
        self.end_block();
        self.out.html.push_str(html);
        self.enter();
    }

    fn close(&mut self, html: &str) {
        self.end_block();
        self.elements.pop();
        self.out.html.push_str(html);
    }

    fn inline(&mut self, html: &str) {
        self.raw(html);
        self.enter();
    }

    fn inline_end(&mut self, html: &str) {
        self.elements.pop();
        self.raw(html);
    }

    /// Blocks stand on lines of their own in the plain text.
    fn end_block(&mut self) {
        if self.block_has_content {
            self.out.plain.push('\n');
            self.block_has_content = false;
        }
    }

    fn start_heading(&mut self, level: HeadingLevel) {
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

    fn end_heading(&mut self) {
        self.elements.pop();
        let Some((level, start, id_at)) = self.heading.take() else { return };
        let text = Span { start, end: self.plain_at() };
        let id = self.heading_id(self.out.plain.get(text.range()).unwrap_or(""));
        self.insert(id_at, &id);
        self.out.headings.push(Heading { level, id: id.into(), text });
        self.raw("</h");
        self.hole(Filling::Level(level));
        self.raw(">\n");
        self.end_block();
    }

    /// Puts text into HTML that is already written, and moves what stands after it.
    fn insert(&mut self, at: usize, text: &str) {
        self.out.html.insert_str(at, text);
        let (at, by) = (clip(at), clip(text.len()));
        for hole in self.out.holes.iter_mut().rev().take_while(|hole| hole.at > at) {
            hole.at += by;
        }
        for run in self.out.runs.iter_mut().rev().take_while(|run| run.html > at) {
            run.html += by;
        }
    }

    fn heading_id(&self, words: &str) -> String {
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
        let taken = |id: &str| self.out.headings.iter().any(|heading| &*heading.id == id);
        let numbered = (2..).map(|n| format!("{base}-{n}"));
        std::iter::once(base.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(base)
    }

    fn end_quote(&mut self, range: Range<usize>) {
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

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.end_block();
        self.raw("<pre><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split_whitespace().next()
        {
            self.raw(" class=\"language-");
            let _ = escape_html(&mut self.out.html, language);
            self.raw("\"");
        }
        self.raw(">");
        self.enter();
        self.code = true;
    }

    fn start_cell(&mut self) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        let tag = if self.head { "<th scope=\"col\"" } else { "<td" };
        self.open(&format!("{tag}{class}>"));
    }

    // Footnotes.

    fn footnote_number(&mut self, label: &str) -> usize {
        let known = self.footnotes.iter().position(|other| other == label);
        known.map_or_else(
            || {
                self.footnotes.push(label.to_owned());
                self.footnotes.len()
            },
            |n| n + 1,
        )
    }

    fn footnote_mark(&mut self, label: &str) {
        let number = self.footnote_number(label);
        self.raw("<sup><a href=\"#");
        self.hole(Filling::IdPrefix);
        self.raw(&format!("footnote-{number}\">{}</a></sup>", letter(number)));
    }

    fn start_footnote(&mut self, label: &str) {
        let number = self.footnote_number(label);
        self.end_block();
        self.raw("<div class=\"footnote\" id=\"");
        self.hole(Filling::IdPrefix);
        self.raw(&format!("footnote-{number}\"><sup>{}</sup>\n", letter(number)));
        self.enter();
    }

    // Links, citations and pictures.

    fn start_link(&mut self, kind: LinkType, destination: &str, range: Range<usize>) {
        self.enter();
        let end = match kind {
            LinkType::WikiLink { has_pothole } => self.reference(has_pothole, range),
            LinkType::ShortcutUnknown => self.citation(range),
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown => {
                self.fault(range, Wrong::SwallowedPair);
                self.silence()
            }
            LinkType::Email => self.tag("mailto:", destination),
            LinkType::Inline
            | LinkType::Reference
            | LinkType::Collapsed
            | LinkType::Shortcut
            | LinkType::Autolink => self.link(destination, range),
        };
        self.links.push(end);
    }

    fn end_link(&mut self) {
        self.elements.pop();
        match self.links.pop() {
            Some(LinkEnd::Tag) => self.raw("</a>"),
            Some(LinkEnd::Reference(link)) => self.hole(Filling::LinkEnd(ReferenceId(link))),
            Some(LinkEnd::Silent) => self.silent = self.silent.saturating_sub(1),
            Some(LinkEnd::Nothing) | None => {}
        }
    }

    fn silence(&mut self) -> LinkEnd {
        self.silent += 1;
        LinkEnd::Silent
    }

    fn reference(&mut self, own_words: bool, range: Range<usize>) -> LinkEnd {
        let Some((name, fragment)) = name(self.text, &range) else {
            self.fault(range, Wrong::EmptyReference);
            return self.silence();
        };
        let link = clip(self.out.links.len());
        let at = self.plain_at();
        self.block_has_content = true;
        self.out.links.push(Link { name, fragment, own_words, at });
        if own_words {
            self.hole(Filling::LinkStart(ReferenceId(link)));
            return LinkEnd::Reference(link);
        }
        self.hole(Filling::Name(ReferenceId(link)));
        self.out.names.push(NameHole { at, reference: ReferenceId(link) });
        self.silence()
    }

    fn citation(&mut self, range: Range<usize>) -> LinkEnd {
        // White space before the mark belongs to neither side.
        let (html, plain) = (self.out.html.trim_end().len(), self.out.plain.len());
        if self.out.html.len() == html + 1 && self.out.plain.ends_with(' ') {
            self.out.html.truncate(html);
            self.out.plain.truncate(plain - 1);
            if let Some(run) = self.out.runs.last_mut() {
                run.length = run.length.min(clip(plain - 1).saturating_sub(run.plain));
            }
        }
        self.hole(Filling::Citation(clip(self.out.citations.len())));
        let at = self.plain_at();
        self.out.citations.push(Bracket { inside: range.start + 1..range.end.max(1) - 1, at });
        self.silence()
    }

    fn link(&mut self, destination: &str, range: Range<usize>) -> LinkEnd {
        match leads(destination) {
            Leads::Away(address) => self.tag("", address),
            Leads::Heading(heading) => {
                self.out.fragments.push((range, heading.to_owned()));
                self.raw("<a href=\"#");
                self.hole(Filling::IdPrefix);
                let _ = escape_href(&mut self.out.html, heading);
                self.raw("\">");
                LinkEnd::Tag
            }
            Leads::File(path) => {
                self.out.files.push((range, path.to_owned()));
                self.raw("<a href=\"");
                self.hole(Filling::Root);
                let _ = escape_href(&mut self.out.html, path);
                self.raw("\">");
                LinkEnd::Tag
            }
            Leads::Nowhere => {
                self.fault(range, Wrong::Address(destination.to_owned()));
                LinkEnd::Nothing
            }
        }
    }

    fn tag(&mut self, scheme: &str, address: &str) -> LinkEnd {
        self.raw("<a href=\"");
        self.raw(scheme);
        let _ = escape_href(&mut self.out.html, address);
        self.raw("\" rel=\"noopener noreferrer external\">");
        LinkEnd::Tag
    }

    fn start_picture(&mut self, destination: &str, range: Range<usize>) {
        let file = match leads(destination) {
            Leads::File(path) => path.to_owned(),
            Leads::Away(_) | Leads::Heading(_) | Leads::Nowhere => {
                self.fault(range.clone(), Wrong::Address(destination.to_owned()));
                String::new()
            }
        };
        self.alternative = Some(Picture { words: String::new(), file, range });
    }

    fn end_picture(&mut self) {
        let Some(picture) = self.alternative.take() else { return };
        if picture.words.trim().is_empty() {
            self.fault(picture.range.clone(), Wrong::NoAlternative);
        }
        if picture.file.is_empty() {
            return;
        }
        self.out.files.push((picture.range, picture.file.clone()));
        self.raw("<img src=\"");
        self.hole(Filling::Root);
        let _ = escape_href(&mut self.out.html, &picture.file);
        self.raw("\" alt=\"");
        let _ = escape_html(&mut self.out.html, &picture.words);
        self.raw("\" loading=\"lazy\">");
    }

    // HTML, which is never passed on.

    fn html(&mut self, tag: &str, range: Range<usize>) {
        if tag.starts_with("<!--") {
            self.fault(range, Wrong::Comment);
            return;
        }
        // An element is one mistake, told where it begins.
        if !tag.starts_with("</") {
            self.fault(range.clone(), Wrong::Html);
        }
        self.words(tag, range);
    }

    fn end_html_block(&mut self) {
        let Some(range) = self.html_block.take() else { return };
        let (mut from, text) = (range.start, self.text);
        while from < range.end {
            let rest = &text[from..range.end];
            let comment = rest.find("<!--").map_or(rest.len(), |at| at);
            let shown = rest[..comment].trim_end();
            if !shown.trim().is_empty() {
                self.fault(from..from + shown.len(), Wrong::Html);
                self.open("<p>");
                self.words(shown, from..from + shown.len());
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
    fn find_strays(&mut self) {
        let bytes = self.out.plain.as_bytes();
        let mut strays = Vec::new();
        for at in memchr::memchr_iter(b'[', bytes) {
            let rest = &self.out.plain[at..];
            let what = if rest.starts_with("[[") {
                "[["
            } else if rest.starts_with("[^") {
                "[^"
            } else if rest[1..].split(']').next().is_some_and(|label| {
                label.starts_with('@') || label.contains('@') && label.contains(", tr.")
            }) {
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
                let line = self.text[start..].split('\n').next().unwrap_or("").len();
                strays
                    .push(Fault { range: start..start + line.min(24), wrong: Wrong::Stray(what) });
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

/// Footnotes are lettered, since numbers are the citations'.
fn letter(number: usize) -> String {
    let letter = u8::try_from((number - 1) % 26).map_or('a', |n| char::from(b'a' + n));
    let round = (number - 1) / 26;
    if round == 0 { letter.to_string() } else { format!("{letter}{round}") }
}

fn clip(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
