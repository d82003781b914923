//! Where sentences begin and end.
//!
//! A backlink shows the sentence that a name stands in, and a quotation is served by a citation of
//! its own sentence. So a boundary that is missed does less harm than one that is none: a mark
//! ends a sentence only before white space and something that can begin one.

use std::ops::Range;

use crate::model::prose::NameHole;

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "gov", "sen", "rep", "lt", "col", "sgt", "hon",
    "rev", "vs", "art", "para", "paras", "p", "pp", "fig", "cf", "e.g", "i.e", "approx", "ca",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bzw",
    "z.b", "d.h", "им", "г", "ул", "т.е", "т.д",
];

/// So many bytes has the longest of them.
const LONGEST: usize = {
    let (mut longest, mut at) = (0, 0);
    while at < ABBREVIATIONS.len() {
        if ABBREVIATIONS[at].len() > longest {
            longest = ABBREVIATIONS[at].len();
        }
        at += 1;
    }
    longest
};

/// The sentences of a text whose blocks stand on lines of their own, without the space around them.
/// `names` are the bytes before which names belong that are not in the text; a name can begin a
/// sentence.
#[must_use]
pub fn sentences(plain: &str, names: &[NameHole]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in plain.split('\n') {
        let holes = |range: Range<usize>| {
            let byte =
                |at: usize| names.partition_point(|hole| (hole.at as usize) < line_start + at);
            names.get(byte(range.start)..byte(range.end)).unwrap_or(&[])
        };
        let mut start = 0;
        for end in ends(line, |range| !holes(range).is_empty()) {
            push(&mut found, plain, line_start + start..line_start + end, holes(start..end + 1));
            start = end;
        }
        let rest = holes(start..line.len() + 1);
        push(&mut found, plain, line_start + start..line_start + line.len(), rest);
        line_start += line.len() + 1;
    }
    found
}

/// Adds a sentence without the space around it; the names in it are no space.
fn push(found: &mut Vec<Range<usize>>, plain: &str, range: Range<usize>, names: &[NameHole]) {
    let text = plain.get(range.clone()).unwrap_or("");
    let lead = range.start + text.len() - text.trim_start().len();
    let tail = range.start + text.trim_end().len();
    let first = names.first().map_or(range.end, |hole| hole.at as usize);
    let last = names.last().map_or(range.start, |hole| hole.at as usize);
    let sentence = lead.min(first)..tail.max(last);
    if sentence.start < sentence.end || !names.is_empty() {
        found.push(sentence);
    }
}

/// The sentence that holds a byte: the last one that begins at or before it.
#[must_use]
pub fn holding(sentences: &[Range<usize>], byte: usize) -> Range<usize> {
    let after = sentences.partition_point(|sentence| sentence.start <= byte);
    after.checked_sub(1).and_then(|n| sentences.get(n)).cloned().unwrap_or(byte..byte)
}

/// The bytes after which a new sentence of the line begins.
fn ends<'l>(
    line: &'l str,
    named: impl Fn(Range<usize>) -> bool + 'l,
) -> impl Iterator<Item = usize> + 'l {
    let mut looked_at = 0;
    marks(line).filter_map(move |(at, mark)| {
        // Marks in a row end a sentence together.
        if at < looked_at {
            return None;
        }
        let row = line.get(at + mark.len_utf8()..)?;
        let after = row.trim_start_matches(closes);
        let end = line.len() - after.len();
        looked_at = end;
        if mark == '。' {
            return Some(end);
        }
        let spaced = after.starts_with(char::is_whitespace);
        let next = after.trim_start().char_indices().find(|(_, c)| !opens(*c));
        let start = line.len() - after.trim_start().len();
        let name = named(end + 1..start + next.map_or(0, |(at, _)| at) + 1);
        let begins = name
            || next
                .is_some_and(|(_, c)| c.is_uppercase() || !c.is_alphabetic() || !c.is_lowercase());
        let single = row.get(..row.len() - after.len()).is_none_or(|row| !row.contains(ends_one));
        let ends = spaced
            && begins
            && !(mark == '.' && single && abbreviated(line.get(..at).unwrap_or("")));
        ends.then_some(end)
    })
}

fn ends_one(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。')
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
        ends_one(mark).then_some((at, mark))
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
    let listed = || ABBREVIATIONS.contains(&&*word.to_lowercase());
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    initial || dotted || (word.len() <= LONGEST && listed())
}

#[cfg(test)]
mod tests {
    use super::sentences;
    use crate::model::id::ReferenceId;
    use crate::model::prose::NameHole;

    #[test]
    fn a_name_begins_a_sentence_though_it_is_not_in_the_text() {
        let text = "She met . “ came.” She asked . ";
        let hole = |at| NameHole { at, reference: ReferenceId(0) };
        let after = |word: &str| u32::try_from(text.find(word).unwrap() + word.len()).unwrap();
        let names =
            [hole(after("met ")), hole(after("“")), hole(after("asked ")), hole(after("d . "))];
        let found: Vec<_> = sentences(text, &names).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, ["She met .", "“ came.”", "She asked .", ""]);
        let text = " came. Then \n";
        let names = [hole(0), hole(12)];
        let found: Vec<_> = sentences(text, &names).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, [" came.", "Then "]);
    }

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text, &[]).into_iter().map(|range| &text[range]).collect();
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
        check(
            "What?! He left... Then “it rang!” Once.",
            &["What?!", "He left...", "Then “it rang!”", "Once."],
        );
        check("Mr. Doe etc.! Well.", &["Mr. Doe etc.!", "Well."]);
        check("Etc. and so on… then more.", &["Etc. and so on… then more."]);
    }
}
