//! The clause that a passage stands in, and its words.

/// The rest of the clause before a byte: what an omission at the beginning leaves out.
#[must_use]
pub fn before(text: &str, at: usize) -> &str {
    let text = text.get(..at).unwrap_or("");
    let end = text.trim_end().len();
    if parts(text.get(end..).unwrap_or("")) {
        return "";
    }
    let text = text.get(..end).unwrap_or("");
    let start = text.char_indices().rev().find(|(_, c)| ends_clause(*c));
    text.get(start.map_or(0, |(at, c)| at + c.len_utf8())..).unwrap_or("")
}

/// The rest of the clause after a byte.
#[must_use]
pub fn after(text: &str, at: usize) -> &str {
    let whole = text.get(at..).unwrap_or("");
    let text = whole.trim_start();
    if parts(whole.get(..whole.len() - text.len()).unwrap_or("")) {
        return "";
    }
    text.get(..text.find(ends_clause).unwrap_or(text.len())).unwrap_or("")
}

/// Whether white space parts paragraphs; a line may end within a clause.
fn parts(space: &str) -> bool {
    space.matches('\n').nth(1).is_some()
}

fn ends_clause(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '('
            | ')'
            | '—'
            | '–'
            | '“'
            | '”'
            | '„'
            | '«'
            | '»'
            | '"'
            | '\n'
            | '。'
            | '，'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '؟'
            | '،'
            | '؛'
            | '¿'
            | '¡'
    )
}

/// The last words of a text, so many.
#[must_use]
pub fn last_words(text: &str, count: usize) -> &str {
    let mut starts = word_starts(text);
    let keep = starts.len().saturating_sub(count);
    starts.drain(..keep);
    starts.first().and_then(|at| text.get(*at..)).unwrap_or("")
}

/// The first words of a text, so many.
#[must_use]
pub fn first_words(text: &str, count: usize) -> &str {
    let end = word_starts(text).get(count).copied().unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

fn word_starts(text: &str) -> Vec<usize> {
    let mut previous = ' ';
    let begins = |(at, c): (usize, char)| {
        let begins = previous.is_whitespace() && !c.is_whitespace();
        previous = c;
        begins.then_some(at)
    };
    text.char_indices().filter_map(begins).collect()
}
