//! Characters that may stand in no text, written as entities: `&#x202E;`. Written as they are, none
//! comes here; in code, entities are shown as they stand.

use std::ops::Range;

use crate::markdown::marked::Wrong;
use crate::markdown::writer::Writer;
use crate::model::place::harm;

/// The most digits that an entity has, with the `x` before them.
const LONGEST: usize = 7;

impl Writer<'_> {
    /// Notes such a character in what was decoded of a range of the text, and says whether there is one.
    pub(super) fn refuse_controls(&mut self, decoded: &str, range: &Range<usize>) -> bool {
        let found = decoded.chars().find(|c| harm(*c).is_some());
        if let Some(c) = found {
            let written = self.text.get(range.clone()).unwrap_or("");
            let entity = entity_of(written, c).unwrap_or(0..written.len());
            let place = range.start + entity.start..range.start + entity.end;
            self.fault(place, Wrong::ControlCharacter(c));
        }
        found.is_some()
    }
}

/// Where an entity of a character stands in a text.
fn entity_of(text: &str, c: char) -> Option<Range<usize>> {
    text.match_indices("&#").find_map(|(at, mark)| {
        let rest = text.get(at + mark.len()..)?;
        let length = rest.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
        let (digits, rest) = rest.split_at_checked(length)?;
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        };
        let is_it = code == Ok(u32::from(c)) && rest.starts_with(';');
        is_it.then_some(at..at + mark.len() + length + 1)
    })
}
