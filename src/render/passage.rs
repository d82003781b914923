//! The passage of an archived text that a quotation was found in: how much of it may be shown, and
//! how it is pointed at.
//!
//! Archived texts are private. Where the author says nothing else, what leaves of one is its hash
//! and the words that are quoted, and nothing beside them.

use crate::model::briefing::{Briefing, Quotation};
use crate::model::entity::{Publish, Source};
use crate::model::evidence::{Checked, Stretch};
use crate::render::escape;
use crate::words::table::Words;

/// So many words around a quotation are shown, where that is allowed.
const AROUND: usize = 6;
/// So many words that are left out are shown in full, where that is allowed.
const LEFT_OUT: usize = 9;
/// So many words begin and end a pointer to a long passage.
const POINTER: usize = 5;

/// A passage that was found.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    checked: &'a Checked,
    source: &'a Source,
    text: &'a str,
}

impl<'a> Passage<'a> {
    /// The passage of a quotation; none where there is no text, or where it does not hold the words.
    #[must_use]
    pub fn of(briefing: &'a Briefing, quotation: &'a Quotation) -> Option<Self> {
        let checked = quotation.checked.as_ref().filter(|it| !it.finding.parts.is_empty())?;
        let source = briefing[checked.holder].source()?;
        Some(Passage { checked, source, text: &checked.text.file.text })
    }

    /// How much of the text may be shown.
    #[must_use]
    pub fn publish(&self) -> Publish {
        self.source.archive.as_ref().map_or(Publish::None, |it| it.published())
    }

    /// The parts, as they stand in the text.
    pub fn parts(&self) -> impl Iterator<Item = (Stretch, &'a str)> + use<'a> {
        let text = self.text;
        let parts = self.checked.finding.parts.iter();
        parts.map(move |part| (*part, slice(text, *part)))
    }

    /// The words before and after a part that may be shown; none where nothing may.
    #[must_use]
    pub fn around(&self, part: Stretch) -> Option<(&'a str, &'a str)> {
        if self.publish() == Publish::None {
            return None;
        }
        let (start, end) = bytes(self.text, part);
        let before = last_words(self.text.get(..start).unwrap_or(""), AROUND);
        let after = first_words(self.text.get(end..).unwrap_or(""), AROUND);
        Some((before, after))
    }

    /// Where the passage can be seen today: the address with a pointer to the words, which
    /// browsers scroll to and highlight.
    #[must_use]
    pub fn live(&self) -> Option<String> {
        let archive = self.source.archive.as_ref();
        let address = self.source.url.as_deref().or(archive.and_then(|it| it.url.as_deref()))?;
        let address = address.split_once(":~:").map_or(address, |(before, _)| before);
        let mark = if address.contains('#') { "" } else { "#" };
        let (mut first, mut last) = ("", "");
        for (number, (_, part)) in self.parts().enumerate() {
            first = if number == 0 { part } else { first };
            last = part;
        }
        let one = self.checked.finding.parts.len() == 1;
        let words = first.split_whitespace().count();
        let pointer = if one && words <= 2 * POINTER && !first.contains('\n') {
            encoded(first)
        } else {
            // A pointer may not reach over the end of a paragraph.
            let line = first.lines().next().unwrap_or(first);
            let start = self.telling(line, POINTER);
            let line = last.lines().next_back().unwrap_or(last);
            let end = last_words(line, POINTER).trim();
            if one && start.len() + end.len() >= first.len() {
                encoded(first.lines().next().unwrap_or(first))
            } else {
                format!("{},{}", encoded(start), encoded(end))
            }
        };
        Some(format!("{address}{mark}:~:text={pointer}"))
    }

    /// As many of the first words as tell the passage from every other, and some more at least.
    fn telling(&self, line: &'a str, least: usize) -> &'a str {
        let all = line.split_whitespace().count();
        let counts = (least..=all.max(least)).take(10);
        let fits = |words: &&str| self.text.match_indices(*words).nth(1).is_none();
        let mut starts = counts.map(|count| first_words(line, count).trim());
        let shortest = first_words(line, least).trim();
        starts.find(fits).unwrap_or(shortest)
    }

    /// Writes the passage with what is around it, the quoted words marked; nothing where nothing
    /// beside them may be shown.
    pub fn push_excerpt(&self, html: &mut String, words: &Words) {
        let parts: Vec<(Stretch, &str)> = self.parts().collect();
        let (Some((first, _)), Some((last, _))) = (parts.first(), parts.last()) else { return };
        let (Some((before, _)), Some((_, after))) = (self.around(*first), self.around(*last))
        else {
            return;
        };
        html.push_str("… ");
        escape::push(html, before);
        for (number, (_, part)) in parts.iter().enumerate() {
            if let Some(gap) = number.checked_sub(1).and_then(|n| self.checked.finding.gaps.get(n))
            {
                push_left_out(html, &gap.omitted, self.publish(), words);
            }
            html.push_str("<mark>");
            escape::push(html, part);
            html.push_str("</mark>");
        }
        escape::push(html, after);
        html.push_str(" …");
    }
}

/// Writes the words between two parts: all of them where they are few or the text is free, else how
/// many they are.
fn push_left_out(html: &mut String, omitted: &str, publish: Publish, words: &Words) {
    let count = omitted.split_whitespace().count();
    // A comma stands at the word before it.
    if !omitted.starts_with([',', '.', ';', ':', '!', '?', ')'])
        || publish != Publish::Full && count > LEFT_OUT
    {
        html.push(' ');
    }
    if count > 0 && (publish == Publish::Full || count <= LEFT_OUT) {
        html.push_str("<span class=\"left-out\">");
        escape::push(html, omitted);
        html.push_str("</span> ");
    } else if count > 0 {
        html.push_str("<span class=\"left-out\">[");
        escape::push(html, &words.left_out(count));
        html.push_str("]</span> ");
    }
}

/// A whole text in paragraphs, each passage marked and with the anchor of its quotation.
pub fn push_whole(html: &mut String, text: &str, passages: &[(Stretch, &str)]) {
    let mut marks: Vec<(usize, usize, &str)> = Vec::with_capacity(passages.len());
    for (part, id) in passages {
        let (start, end) = bytes(text, *part);
        marks.push((start, end, id));
    }
    // Of those that begin at one place, the longest.
    marks.sort_unstable_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    let mut at = 0;
    html.push_str("<p>");
    for (start, end, id) in marks {
        // Of passages that overlap, the first is marked.
        if start < at {
            continue;
        }
        push_lines(html, text.get(at..start).unwrap_or(""));
        html.push_str("<mark><a href=\"#p-");
        escape::push(html, id);
        html.push_str("\">");
        // A mark ends with its paragraph.
        escape::push(html, &text.get(start..end).unwrap_or("").replace('\n', " "));
        html.push_str("</a></mark>");
        at = end;
    }
    push_lines(html, text.get(at..).unwrap_or("").trim_end());
    html.push_str("</p>\n");
}

fn push_lines(html: &mut String, text: &str) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            html.push_str(if html.ends_with("<p>") { "" } else { "</p>\n<p>" });
        }
        escape::push(html, line);
    }
}

/// Characters of a text → bytes of it.
fn bytes(text: &str, part: Stretch) -> (usize, usize) {
    let mut at = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = at.by_ref().nth(part.start as usize).unwrap_or(text.len());
    let length = part.end.saturating_sub(part.start) as usize;
    let end = length.checked_sub(1).map_or(start, |n| at.nth(n).unwrap_or(text.len()));
    (start, end)
}

fn slice(text: &str, part: Stretch) -> &str {
    let (start, end) = bytes(text, part);
    text.get(start..end).unwrap_or("")
}

fn first_words(text: &str, count: usize) -> &str {
    let mut words = 0;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        words += usize::from(previous.is_whitespace() && !c.is_whitespace());
        if words > count {
            return text.get(..at).unwrap_or("").trim_end();
        }
        previous = c;
    }
    text.trim_end()
}

fn last_words(text: &str, count: usize) -> &str {
    let mut words = 0;
    let mut next = ' ';
    for (at, c) in text.char_indices().rev() {
        words += usize::from(next.is_whitespace() && !c.is_whitespace());
        if words > count {
            return text.get(at + c.len_utf8()..).unwrap_or("").trim_start();
        }
        next = c;
    }
    text.trim_start()
}

/// Words for a pointer: whatever could mean something else there is written in percent.
fn encoded(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 2);
    let mut spaced = false;
    for c in words.trim().chars() {
        if c.is_whitespace() {
            if !spaced {
                out.push_str("%20");
            }
            spaced = true;
            continue;
        }
        spaced = false;
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '~') {
            out.push(c);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Stretch, bytes, encoded, first_words, last_words, push_whole};

    #[test]
    fn characters_lead_to_bytes() {
        assert_eq!(bytes("aé中b", Stretch { start: 1, end: 3 }), (1, 6));
        assert_eq!(bytes("aé", Stretch { start: 2, end: 2 }), (3, 3));
    }

    #[test]
    fn words_are_counted_from_either_end() {
        assert_eq!(first_words(" one two  three", 2), " one two");
        assert_eq!(last_words("one two  three ", 2), "two  three ");
        assert_eq!(last_words("one", 5), "one");
    }

    #[test]
    fn a_pointer_keeps_nothing_that_could_mean_something_else() {
        assert_eq!(encoded("a-b, c & d"), "a%2Db%2C%20c%20%26%20d");
        assert_eq!(encoded("Мир\n“x”"), "%D0%9C%D0%B8%D1%80%20%E2%80%9Cx%E2%80%9D");
    }

    #[test]
    fn a_whole_text_is_marked_in_its_paragraphs() {
        let mut html = String::new();
        push_whole(&mut html, "A <b>.\n\nOne two.\n", &[(Stretch { start: 12, end: 15 }, "x")]);
        assert_eq!(
            html,
            "<p>A &lt;b&gt;.</p>\n<p>One <mark><a href=\"#p-x\">two</a></mark>.</p>\n"
        );
    }
}
