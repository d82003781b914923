//! Omissions and insertions: `[…]`, `…`, `...`, `[words]`, `[b]ased`.

use crate::model::script::is_without_spaces;

/// Words that are looked for as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words, folded, without space around them.
    pub words: String,
    /// Whether their first letter may be a capital or not.
    pub any_capital: bool,
}

/// What stands before, between or after the parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// Whether words are left out.
    pub omission: bool,
    /// The editor's words.
    pub inserted: String,
    /// Whether they make another word of the quoted one that they are written on to: `[il]legal`,
    /// `harm[less]`. (`want[ed]` stays the word that it is.)
    pub makes_another_word: bool,
}

/// A quotation, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// The parts.
    pub parts: Vec<Part>,
    /// Before the first part, between them, and after the last: one more than parts.
    pub between: Vec<Between>,
}

/// Takes folded words apart; none where nothing is omitted, inserted or changed.
#[must_use]
pub fn split(words: &str) -> Option<Split> {
    let mut split = Split { parts: Vec::new(), between: vec![Between::default()] };
    let (mut open, mut any_capital, mut found) = (String::new(), false, false);
    let mut at = 0;
    while let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = words.get(at..).unwrap_or("");
        let (length, what) = read(rest, words.get(..at).unwrap_or(""));
        match what {
            Read::Letter => open.push(c),
            Read::Capital(letter) => {
                found = true;
                // What stands before it is a part of its own: a bracket can begin no word's middle.
                close(&mut split, &mut open, &mut any_capital);
                any_capital = true;
                open.push(letter);
            }
            Read::Omission => {
                found = true;
                close(&mut split, &mut open, &mut any_capital);
                if let Some(last) = split.between.last_mut() {
                    last.omission = true;
                }
            }
            Read::Insertion(text) => {
                found = true;
                let after = rest.get(length..).unwrap_or("");
                let another = makes_another_word(&open, text, after);
                close(&mut split, &mut open, &mut any_capital);
                if let Some(last) = split.between.last_mut() {
                    last.makes_another_word |= another;
                    if !last.inserted.is_empty() {
                        last.inserted.push(' ');
                    }
                    last.inserted.push_str(text);
                }
            }
        }
        at += length;
    }
    close(&mut split, &mut open, &mut any_capital);
    found.then_some(split)
}

fn close(split: &mut Split, open: &mut String, any_capital: &mut bool) {
    let words = open.trim();
    if !words.is_empty() {
        split.parts.push(Part { words: words.to_owned(), any_capital: *any_capital });
        split.between.push(Between::default());
    }
    open.clear();
    *any_capital = false;
}

/// Endings that say that something is lacking.
const LACKING: &[&str] = &["less", "lessly", "los", "loos", "lös", "löst"];

fn makes_another_word(before: &str, inserted: &str, after: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_without_spaces(c));
    let begins = letter(inserted.chars().next_back()) && letter(after.chars().next());
    let ends = letter(before.chars().next_back());
    begins || (ends && LACKING.contains(&inserted))
}

enum Read<'w> {
    Letter,
    Capital(char),
    Omission,
    Insertion(&'w str),
}

/// What begins here, and its length.
fn read<'w>(rest: &'w str, before: &str) -> (usize, Read<'w>) {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if rest.starts_with('…') {
        return (first, Read::Omission);
    }
    let dots = rest.len() - rest.trim_start_matches('.').len();
    if dots == 3 {
        return (3, Read::Omission);
    }
    if dots > 3 {
        // A full stop, and three for the omission.
        return (1, Read::Letter);
    }
    let Some(inside) = rest.strip_prefix('[').and_then(bracket) else {
        return (first, Read::Letter);
    };
    let (length, words) = (inside.len() + 2, inside.trim());
    if !words.is_empty() && words.chars().all(|c| matches!(c, '…' | '.' | ' ')) {
        return (length, Read::Omission);
    }
    let mut letters = words.chars();
    let after = rest.get(length..).and_then(|it| it.chars().next());
    let begins = !before.chars().next_back().is_some_and(char::is_alphanumeric);
    match (letters.next(), letters.next()) {
        (Some(letter), None)
            if letter.is_alphabetic() && begins && after.is_some_and(char::is_alphabetic) =>
        {
            (length, Read::Capital(letter))
        }
        _ => (length, Read::Insertion(words)),
    }
}

/// What stands before the bracket that closes an open one.
fn bracket(inside: &str) -> Option<&str> {
    let mut depth = 1_u32;
    for (at, c) in inside.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return inside.get(..at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::split;

    fn shown(words: &str) -> String {
        let Some(split) = split(words) else { return "whole".to_owned() };
        let mut out = String::new();
        for (at, between) in split.between.iter().enumerate() {
            out.push_str(if between.omission { "…" } else { "" });
            if !between.inserted.is_empty() {
                out.push_str(&format!("[{}]", between.inserted));
            }
            out.push('|');
            if let Some(part) = split.parts.get(at) {
                out.push_str(if part.any_capital { "~" } else { "" });
                out.push_str(&part.words);
                out.push('|');
            }
        }
        out
    }

    #[test]
    fn every_mark_is_read() {
        assert_eq!(shown("plain words."), "whole");
        assert_eq!(shown("one [unclosed"), "whole");
        assert_eq!(shown("a […] b"), "|a|…|b||");
        assert_eq!(shown("a ... b … c [...] d [. . .] e"), "|a|…|b|…|c|…|d|…|e||");
        assert_eq!(shown("… a …"), "…|a|…|");
        assert_eq!(shown("one.... two"), "|one.|…|two||");
        assert_eq!(shown("[b]ased on"), "|~based on||");
        assert_eq!(
            shown("he [Biden] said [not [really]] so"),
            "|he|[Biden]|said|[not [really]]|so||"
        );
        assert_eq!(shown("govern[ment] of"), "|govern|[ment]|of||");
        assert_eq!(shown("a … [then] b"), "|a|…[then]|b||");
        assert_eq!(shown("[a] plan"), "[a]|plan||");
    }
}
