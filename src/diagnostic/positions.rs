//! Lines and columns of many places, each text read once.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::place::{Place, Position, TextFile};

/// How many bytes of a line are counted at most for one lookup.
const STEP: usize = 512;

/// Lines and columns by text; a text is read at the first question about it.
#[derive(Debug, Default)]
pub struct Positions<'a> {
    /// By the text's own address in memory: two texts may have one path (a template and the
    /// built-in one under it). Never iterated.
    texts: BTreeMap<*const TextFile, Index<'a>>,
}

/// Where lines begin in a text, and where they go on in long lines.
#[derive(Debug)]
struct Index<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

/// A byte whose line and column are known.
#[derive(Clone, Copy, Debug)]
struct Mark {
    offset: usize,
    position: Position,
}

impl<'a> Positions<'a> {
    /// Nothing read yet.
    #[must_use]
    pub fn new() -> Self {
        Positions::default()
    }

    /// Line and column of a byte of a text.
    pub fn of(&mut self, file: &'a Arc<TextFile>, offset: usize) -> Position {
        let index = self.texts.entry(Arc::as_ptr(file)).or_insert_with(|| Index::new(&file.text));
        index.position(offset)
    }

    /// Where a place begins and where it ends, one past its last character.
    pub fn ends(&mut self, place: &'a Place) -> (Position, Position) {
        let start = self.of(&place.file, place.span.start as usize);
        (start, self.of(&place.file, place.span.end as usize).max(start))
    }
}

impl<'a> Index<'a> {
    fn new(text: &'a str) -> Self {
        let mut mark = Mark { offset: 0, position: Position { line: 1, column: 1 } };
        let mut marks = vec![mark];
        for (offset, c) in text.char_indices() {
            if offset - mark.offset >= STEP {
                let passed = text.get(mark.offset..offset).unwrap_or("").chars().count();
                mark.offset = offset;
                mark.position.column += passed;
                marks.push(mark);
            }
            if c == '\n' {
                let position = Position { line: mark.position.line + 1, column: 1 };
                mark = Mark { offset: offset + 1, position };
                marks.push(mark);
            }
        }
        Index { text, marks }
    }

    /// An offset inside a character is that character's.
    fn position(&self, offset: usize) -> Position {
        let at = character_start(self.text, offset);
        let next = self.marks.partition_point(|mark| mark.offset <= at);
        let Some(mark) = self.marks.get(next.saturating_sub(1)) else {
            return Position { line: 1, column: 1 };
        };
        let passed = self.text.get(mark.offset..at).unwrap_or("").chars().count();
        Position { line: mark.position.line, column: mark.position.column + passed }
    }
}

/// The byte at which the character of that byte begins; the text's end for what lies beyond it.
#[must_use]
pub fn character_start(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_that_counting_from_the_start_gives() {
        let long = "é".repeat(3000);
        let texts =
            ["", "\n", "a", "a\n", "a\n\nb", "añb\nc👩‍🚀d\n", &long, &format!("x\n{long}\ny")];
        for text in texts {
            let file = TextFile::new("content/x.md", text);
            let mut positions = Positions::new();
            for offset in (0..=text.len() + 2).rev() {
                assert_eq!(positions.of(&file, offset), file.position(offset), "{offset}");
            }
        }
    }
}
