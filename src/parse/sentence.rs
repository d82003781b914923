//! Where sentences begin and end.
//!
//! A backlink shows the sentence that a name stands in, and a quotation is served by a citation of
//! its own sentence. So a boundary that is missed does less harm than one that is none: a mark
//! ends a sentence only before white space and something that can begin one.

use std::ops::Range;

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "gov", "sen", "rep", "lt", "col", "sgt", "hon",
    "rev", "vs", "art", "para", "paras", "p", "pp", "fig", "cf", "e.g", "i.e", "approx", "ca",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bzw",
    "z.b", "d.h", "им", "г", "ул", "т.е", "т.д",
];

/// The sentences of a text whose blocks stand on lines of their own, without the space around them.
#[must_use]
pub fn sentences(plain: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in plain.split('\n') {
        let mut start = 0;
        for end in ends(line) {
            push(&mut found, plain, line_start + start..line_start + end);
            start = end;
        }
        if start < line.len() || start == 0 {
            push(&mut found, plain, line_start + start..line_start + line.len());
        }
        line_start += line.len() + 1;
    }
    found
}

fn push(found: &mut Vec<Range<usize>>, plain: &str, range: Range<usize>) {
    let text = &plain[range.clone()];
    let lead = text.len() - text.trim_start().len();
    let kept = text.trim().len();
    // An empty line is a sentence of its own only as a block that holds nothing but a bare link.
    if kept > 0 || range.is_empty() {
        found.push(range.start + lead..range.start + lead + kept);
    }
}

/// The sentence that holds a byte: the last one that begins at or before it.
#[must_use]
pub fn holding(sentences: &[Range<usize>], byte: usize) -> Range<usize> {
    let after = sentences.partition_point(|sentence| sentence.start <= byte);
    after.checked_sub(1).and_then(|n| sentences.get(n)).cloned().unwrap_or(byte..byte)
}

/// The bytes after which a new sentence of the line begins.
fn ends(line: &str) -> impl Iterator<Item = usize> + '_ {
    marks(line).filter_map(move |(at, mark)| {
        let after = line[at + mark.len_utf8()..].trim_start_matches(closes);
        let end = line.len() - after.len();
        if mark == '。' {
            return Some(end);
        }
        let spaced = after.starts_with(char::is_whitespace);
        let next = after.trim_start().chars().find(|c| !opens(*c))?;
        let begins = next.is_uppercase() || next.is_numeric() || !next.is_alphabetic();
        let caseless = next.is_alphabetic() && !next.is_uppercase() && !next.is_lowercase();
        let ends = spaced && (begins || caseless) && !(mark == '.' && abbreviated(&line[..at]));
        ends.then_some(end)
    })
}

/// The marks that may end a sentence, with their bytes. All begin with one of five bytes, which are
/// searched for with vector instructions.
fn marks(line: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let bytes = line.as_bytes();
    let plain = memchr::memchr3_iter(b'.', b'!', b'?', bytes);
    let wide = if line.is_ascii() { &[] } else { bytes };
    let mut found: Vec<usize> = plain.chain(memchr::memchr2_iter(0xe2, 0xe3, wide)).collect();
    if !wide.is_empty() {
        found.sort_unstable();
    }
    found.into_iter().filter_map(move |at| {
        let mark = line.get(at..)?.chars().next()?;
        matches!(mark, '.' | '!' | '?' | '…' | '。').then_some((at, mark))
    })
}

fn closes(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '’' | '»' | '«' | ')' | ']' | '.' | '!' | '?' | '…')
}

fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '‘' | '‚' | '«' | '»' | '(' | '[')
}

/// Whether the word before a full stop is an abbreviation or an initial.
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || opens(c)).next().unwrap_or("");
    let lower = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    initial || dotted || ABBREVIATIONS.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn marks_end_sentences_but_abbreviations_and_decimals_do_not() {
        check("One. Two! Three?", &["One.", "Two!", "Three?"]);
        check(
            "At 3:35 p.m. the call began. It rang.",
            &["At 3:35 p.m. the call began.", "It rang."],
        );
        check("The U.S. Congress met. Mr. Doe left.", &["The U.S. Congress met.", "Mr. Doe left."]);
        check(
            "It cost 3.5 million. “Too much.” He left.",
            &["It cost 3.5 million.", "“Too much.”", "He left."],
        );
        check("Сказал он. Она ушла.", &["Сказал он.", "Она ушла."]);
        check("他来了。她走了。", &["他来了。", "她走了。"]);
        check("A heading\nA text.", &["A heading", "A text."]);
        check("Etc. and so on… then more.", &["Etc. and so on… then more."]);
    }
}
