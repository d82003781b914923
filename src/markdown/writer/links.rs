//! References, citations, links and pictures.

use std::ops::Range;

use pulldown_cmark::LinkType;
use pulldown_cmark_escape::{escape_href, escape_html};

use crate::markdown::links::{
    Leads, has_words, is_citation, is_web_address, is_wordless, leads, name,
};
use crate::markdown::marked::{Bracket, File, Link, Wrong};
use crate::markdown::writer::{LinkEnd, Picture, Writer, clip};
use crate::model::id::ReferenceId;
use crate::model::prose::{Filling, NameHole};

impl Writer<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, destination: &str, range: Range<usize>) {
        self.enter();
        let end = match kind {
            _ if self.is_mute() || self.in_link() => self.nested(kind, range),
            LinkType::WikiLink { has_pothole } => self.reference(has_pothole, range),
            LinkType::ShortcutUnknown => self.citation(range),
            // A line that begins `[@a]:` was reported; it shall not make links of the others too.
            LinkType::Shortcut if is_citation(self.inside(&range)) => self.citation(range),
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown => {
                self.fault(range, Wrong::SwallowedPair);
                self.silence()
            }
            LinkType::Email => self.tag("mailto:", destination),
            LinkType::Inline
            | LinkType::Reference
            | LinkType::Collapsed
            | LinkType::Shortcut
            | LinkType::Autolink => {
                if is_wordless(self.text.get(range.clone()).unwrap_or("")) {
                    self.fault(range.clone(), Wrong::WordlessLink);
                }
                self.link(destination, range)
            }
        };
        self.links.push(end);
    }

    pub(super) fn end_link(&mut self) {
        self.elements.pop();
        match self.links.pop() {
            Some(LinkEnd::Tag) => self.raw("</a>"),
            Some(LinkEnd::Reference(link)) => self.hole(Filling::LinkEnd(ReferenceId(link))),
            Some(LinkEnd::Silent) => self.silent = self.silent.saturating_sub(1),
            Some(LinkEnd::Nothing) | None => {}
        }
    }

    /// A link in another one, or in a picture's words: browsers know no such thing. References and
    /// citations are mistakes then; an address is text.
    fn nested(&mut self, kind: LinkType, range: Range<usize>) -> LinkEnd {
        let cites = is_citation(self.inside(&range));
        if cites || matches!(kind, LinkType::WikiLink { .. }) {
            self.fault(range, if cites { Wrong::NestedCitation } else { Wrong::NestedReference });
        }
        if cites { self.silence() } else { LinkEnd::Nothing }
    }

    /// What stands between the brackets of a link.
    fn inside(&self, range: &Range<usize>) -> &str {
        self.text.get(range.start + 1..range.end.saturating_sub(1)).unwrap_or("")
    }

    /// What follows the words of a link or a picture.
    fn address(&self, range: &Range<usize>) -> Range<usize> {
        let written = self.text.get(range.clone()).unwrap_or("");
        range.start + written.rfind("](").unwrap_or(0)..range.end
    }

    pub(super) fn silence(&mut self) -> LinkEnd {
        self.silent += 1;
        LinkEnd::Silent
    }

    pub(super) fn reference(&mut self, own_words: bool, range: Range<usize>) -> LinkEnd {
        let Some((name, fragment)) = name(self.text, &range) else {
            self.fault(range, Wrong::EmptyReference);
            return self.silence();
        };
        if own_words && !has_words(self.text.get(range.clone()).unwrap_or("")) {
            let id = self.text.get(name).unwrap_or("").to_owned();
            self.fault(range, Wrong::WordlessReference(id));
            return self.silence();
        }
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

    pub(super) fn citation(&mut self, range: Range<usize>) -> LinkEnd {
        let before = self.text.as_bytes().get(..range.start).unwrap_or(&[]);
        let sign = |byte: &&u8| matches!(byte, b' ' | b'>' | b'-' | b'*');
        let begins = before.iter().rev().find(|byte| !sign(byte)).is_none_or(|byte| *byte == b'\n');
        if self.text.as_bytes().get(range.end) == Some(&b':') && begins {
            self.fault(range.start..range.end + 1, Wrong::SwallowedDefinition);
        }
        // White space before the mark belongs to neither side.
        let after_a_name = self.out.holes.last().is_some_and(|hole| hole.at == self.html_at());
        let space = self.out.html.ends_with([' ', '\n']) && self.out.plain.ends_with(' ');
        if space && !after_a_name {
            self.out.html.pop();
            self.out.plain.pop();
            let plain = self.plain_at();
            if let Some(run) = self.out.runs.last_mut() {
                run.length = run.length.min(plain.saturating_sub(run.plain));
            }
        }
        self.hole(Filling::Citation(clip(self.out.citations.len())));
        let at = self.plain_at();
        self.out.citations.push(Bracket { inside: range.start + 1..range.end.max(1) - 1, at });
        self.silence()
    }

    pub(super) fn link(&mut self, destination: &str, range: Range<usize>) -> LinkEnd {
        if self.refuse_controls(destination, &self.address(&range)) {
            return LinkEnd::Nothing;
        }
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
                let path = path.to_owned();
                self.out.files.push(File { range, path, is_picture: false });
                self.raw("<a href=\"");
                self.hole(Filling::Root);
                let _ = escape_href(&mut self.out.html, destination);
                self.raw("\">");
                LinkEnd::Tag
            }
            Leads::Nowhere => {
                self.fault(range, Wrong::Address(destination.to_owned()));
                LinkEnd::Nothing
            }
        }
    }

    pub(super) fn tag(&mut self, scheme: &str, address: &str) -> LinkEnd {
        self.raw("<a href=\"");
        self.raw(scheme);
        let _ = escape_href(&mut self.out.html, address);
        self.raw("\" rel=\"noopener noreferrer external\">");
        LinkEnd::Tag
    }

    pub(super) fn start_picture(&mut self, destination: &str, range: Range<usize>) {
        if self.is_mute() {
            self.nested_pictures += 1;
            return;
        }
        let file = match leads(destination) {
            _ if self.refuse_controls(destination, &self.address(&range)) => String::new(),
            Leads::File(path) => path.to_owned(),
            Leads::Away(_) if is_web_address(destination) => {
                self.fault(range.clone(), Wrong::RemotePicture);
                String::new()
            }
            Leads::Away(_) | Leads::Heading(_) | Leads::Nowhere => {
                self.fault(range.clone(), Wrong::Address(destination.to_owned()));
                String::new()
            }
        };
        self.alternative = Some(Picture { words: String::new(), file, range });
    }

    pub(super) fn end_picture(&mut self) {
        if self.nested_pictures > 0 {
            self.nested_pictures -= 1;
            return;
        }
        let Some(picture) = self.alternative.take() else { return };
        if picture.words.trim().is_empty() {
            self.fault(picture.range.clone(), Wrong::NoAlternative);
        }
        if picture.file.is_empty() {
            return;
        }
        self.raw("<img src=\"");
        self.hole(Filling::Root);
        let _ = escape_href(&mut self.out.html, &picture.file);
        self.raw("\" alt=\"");
        let _ = escape_html(&mut self.out.html, &picture.words);
        self.raw("\" loading=\"lazy\">");
        let Picture { range, file: path, .. } = picture;
        self.out.files.push(File { range, path, is_picture: true });
    }
}
