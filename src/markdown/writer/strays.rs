//! Marks that are not what they look like: brackets that were left as text, and addresses that a space
//! ends.

use crate::markdown::links::{address_and_title, is_citation, is_of_id};
use crate::markdown::marked::{Bracket, Fault, Wrong};
use crate::markdown::writer::Writer;

/// The longest citation or address, in bytes: no mark is sought further than that for another.
const LONGEST: usize = 2_000;

impl Writer<'_> {
    /// Notes them.
    pub(super) fn find_strays(&mut self) {
        // Of what Markdown understood, no bracket is left: most texts have none.
        if memchr::memchr2(b'[', b']', self.out.plain.as_bytes()).is_none() {
            return;
        }
        let mut strays = Vec::new();
        self.open_brackets(&mut strays);
        self.lone_brackets(&mut strays);
        self.spaced_addresses(&mut strays);
        for mut stray in strays {
            while !self.text.is_char_boundary(stray.range.end) {
                stray.range.end += 1;
            }
            self.out.faults.push(stray);
        }
    }

    fn open_brackets(&self, strays: &mut Vec<Fault>) {
        let bytes = self.out.plain.as_bytes();
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
            let Some(start) = self.written_at(at) else { continue };
            let shown = self.text.as_bytes().get(start..).unwrap_or(&[]);
            let shown = shown.get(..24).unwrap_or(shown);
            let length = memchr::memchr(b'\n', shown).unwrap_or(shown.len());
            let close: &[u8] = if what == "[[" { b"]]" } else { b"]" };
            let closed = memchr::memmem::find(shown, close).map(|end| end + close.len());
            let length = closed.unwrap_or(length).min(length);
            let wrong = match unclosed(rest).filter(|_| what == "[@") {
                Some(label) => Wrong::UnclosedCitation(label.to_owned()),
                None if shown.starts_with(b"[[]]") => Wrong::EmptyReference,
                None => Wrong::Stray(what),
            };
            strays.push(Fault { range: start..start + length, wrong });
        }
    }

    /// Brackets that close nothing, and those that stand beside what has its own.
    fn lone_brackets(&self, strays: &mut Vec<Fault>) {
        let (mut start, mut opened) = (0, Vec::new());
        for line in self.out.plain.split('\n') {
            let mut escaped = 0;
            for at in memchr::memchr2_iter(b'[', b']', line.as_bytes()) {
                let opens = line.as_bytes().get(at) == Some(&b'[');
                let Some(written) = self.written_at(start + at) else {
                    // Of `\[[a]]` the backslash stands for the whole pair.
                    escaped += usize::from(opens && self.is_escaped(start + at));
                    continue;
                };
                if opens {
                    opened.push(written);
                } else if opened.pop().is_some() {
                    continue;
                } else if escaped > 0 {
                    escaped -= 1;
                } else if let Some((from, right)) = unopened(line, at) {
                    let from = self.written_at(start + from).unwrap_or(written);
                    let wrong = Wrong::Unopened(right);
                    strays.push(Fault { range: from..written + 1, wrong });
                } else {
                    strays.extend(self.doubled(written));
                }
            }
            start += line.len() + 1;
            // In a table a bar ends the cell, and the reference goes on in the next.
            if opened.len() < 2 || !line.contains("[[") {
                strays.extend(opened.drain(..).filter_map(|written| self.doubled(written)));
            }
        }
    }

    /// A bracket beside a reference or a citation, which has its own.
    fn doubled(&self, written: usize) -> Option<Fault> {
        let (before, rest) = self.text.split_at_checked(written)?;
        let is_beside =
            |it: &Bracket| it.inside.start == written + 2 || it.inside.end + 1 == written;
        let is_citation = self.out.citations.iter().any(is_beside);
        let is_reference = before.ends_with("]]") || rest.starts_with("[[[");
        let wrong = Wrong::Doubled { is_citation };
        (is_citation || is_reference).then_some(Fault { range: written..written + 1, wrong })
    }

    /// Addresses with a space in them, which Markdown takes for none.
    fn spaced_addresses(&self, strays: &mut Vec<Fault>) {
        for at in memchr::memmem::find_iter(self.out.plain.as_bytes(), b"](") {
            let address = self.written_at(at).and_then(|from| {
                let line = near(self.text.get(from..)?.strip_prefix("](")?);
                let address = line.get(..line.find(')')?)?;
                Some((from + 2..from + 2 + address.len(), address)).filter(|_| is_spaced(address))
            });
            if let Some((range, address)) = address {
                strays.push(Fault { range, wrong: Wrong::SpacedAddress(address.to_owned()) });
            }
        }
    }

    /// Whether a mark of the plain text stands after a backslash.
    fn is_escaped(&self, plain: usize) -> bool {
        let run = self.out.runs.partition_point(|run| run.plain as usize <= plain);
        let run = run.checked_sub(1).and_then(|last| self.out.runs.get(last));
        run.is_some_and(|run| run.escaped && run.plain as usize == plain)
    }

    /// Where a mark of the plain text is written; none where it is code, or stands after a backslash.
    fn written_at(&self, plain: usize) -> Option<usize> {
        let run = self.out.runs.partition_point(|run| run.plain as usize <= plain);
        let run = self.out.runs.get(run.checked_sub(1)?)?;
        let offset = plain - run.plain as usize;
        let escaped = run.escaped && offset == 0;
        (!run.code && !escaped).then_some(run.text as usize + offset)
    }
}

/// Whether a text begins with what was meant as a citation, though Markdown saw none in it.
fn looks_like_a_citation(text: &str) -> bool {
    let inside = text.as_bytes().get(1..).unwrap_or(&[]);
    if inside.first() == Some(&b'@') || unclosed(text).is_some() {
        return true;
    }
    let inside = inside.get(..LONGEST).unwrap_or(inside);
    let end = memchr::memchr2(b']', b'\n', inside).unwrap_or(inside.len());
    let label = inside.get(..end).unwrap_or(inside);
    memchr::memchr(b'@', label).is_some() && memchr::memmem::find(label, b", tr.").is_some()
}

/// What stands in the first line of a text, not too far from its beginning.
fn near(text: &str) -> &str {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    text.lines().next().unwrap_or("")
}

/// A citation whose bracket nothing closes in its line, without what follows its first source.
fn unclosed(citation: &str) -> Option<&str> {
    let label = near(citation).strip_prefix('[').filter(|rest| !rest.contains(']'))?;
    let label = label.split(|c| c != '@' && !is_of_id(c)).next()?;
    let (_, source) = label.split_once('@')?;
    (!source.is_empty() && !source.contains('@')).then_some(label)
}

/// What a bracket that closes nothing may end: where that begins in its line, and what to type.
fn unopened(line: &str, at: usize) -> Option<(usize, String)> {
    let before = line.get(..at)?;
    if let Some(inner) = before.strip_suffix(']') {
        let start = match inner.rfind(['[', ']']) {
            Some(open) if inner.as_bytes().get(open) == Some(&b'[') => open + 1,
            _ => {
                inner.len()
                    - inner
                        .chars()
                        .rev()
                        .take_while(|c| is_of_id(*c))
                        .map(char::len_utf8)
                        .sum::<usize>()
            }
        };
        let name = inner.get(start..)?;
        // The end of an address is nobody's id.
        if inner.get(..start)?.ends_with(['@', '.']) {
            return None;
        }
        let fits = |c: char| is_of_id(c) || matches!(c, ' ' | '|' | ':' | '#' | '\'' | '’' | '.');
        let is_name = name.contains(char::is_alphabetic) && name.chars().all(fits);
        let from = if line.get(..start)?.ends_with('[') { start - 1 } else { start };
        return is_name.then(|| (from, format!("[[{name}]]")));
    }
    let mut start = citation_start(before)?;
    // One pair of brackets holds several: `@a; @b]`.
    while let Some(head) = before.get(..start)?.trim_end().strip_suffix(';')
        && let Some(from) = citation_start(head).filter(|from| is_citation(&head[*from..]))
    {
        start = from;
    }
    let label = before.get(start..).filter(|it| it.len() <= LONGEST)?;
    let is_one = is_citation(label) && !label.contains("@ ");
    is_one.then(|| (start, format!("[{label}]")))
}

/// Where the last `@id` or `speaker@id` of a text begins, if no bracket stands after it.
fn citation_start(text: &str) -> Option<usize> {
    let mark =
        text.rfind(['[', ']', '@']).filter(|mark| text.get(*mark..*mark + 1) == Some("@"))?;
    let speaker = text.get(..mark)?.chars().rev().take_while(|c| is_of_id(*c));
    Some(mark - speaker.map(char::len_utf8).sum::<usize>())
}

/// Whether what stands in parentheses is meant as an address or a file, and has a space in it.
fn is_spaced(address: &str) -> bool {
    let (address, _) = address_and_title(address);
    let ending = address.rsplit('.').next().unwrap_or("");
    let is_ending = ending.len() <= 5
        && ending.starts_with(|c: char| c.is_ascii_alphabetic())
        && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_web = ["https://", "http://", "mailto:"].iter().any(|it| address.starts_with(it));
    address.contains(' ') && (is_web || (is_ending && address.contains('.')))
}
