//! Things whose files could not be read: what refers to them is not wrong as well.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::model::place::{TextFile, is_whole_word};

/// How many files are searched for a name at most.
const SEARCHED: usize = 200;

/// Files that could not be read as things, and what they may be called.
#[derive(Debug)]
pub struct Lost<'d> {
    files: &'d [Arc<TextFile>],
    ids: HashSet<String, FixedState>,
}

impl<'d> Lost<'d> {
    /// The files that could not be read, each known by its path at least.
    #[must_use]
    pub fn new(files: &'d [Arc<TextFile>]) -> Self {
        let mut ids = HashSet::default();
        for file in files {
            let stem = file.path.rsplit('/').next().unwrap_or("");
            let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
            // A section's number is no part of its id.
            let id = stem.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
            ids.extend([plain(stem), plain(id)]);
        }
        Lost { files, ids }
    }

    /// Whether this may be the id of one of them, as it is or as it will be once mended.
    #[must_use]
    pub fn has_id(&self, id: &str) -> bool {
        !self.ids.is_empty() && self.ids.contains(&plain(id))
    }

    /// Whether one of them may be called so.
    #[must_use]
    pub fn has_name(&self, name: &str) -> bool {
        self.files.iter().take(SEARCHED).any(|file| holds_words(&file.text, name))
    }
}

/// An id as it would be without capitals, spaces and other marks.
fn plain(id: &str) -> String {
    let dashed = |c: char| if c.is_alphanumeric() { c } else { '-' };
    id.chars().flat_map(char::to_lowercase).map(dashed).collect()
}

/// Whether a text holds these words, and not only as parts of others.
#[must_use]
pub fn holds_words(text: &str, words: &str) -> bool {
    let mut hits = text.match_indices(words);
    !words.is_empty() && hits.any(|(at, _)| is_whole_word(text, at..at + words.len()))
}

#[cfg(test)]
mod tests {
    use super::Lost;
    use crate::model::place::TextFile;

    #[test]
    fn lost_things_are_known_by_their_files() {
        let files = [
            TextFile::new("content/actors/Ann_Roe.md", "name: \"Ann Roe\nkind: person"),
            TextFile::new("content/sections/02-the-call.md", ""),
        ];
        let lost = Lost::new(&files);
        assert!(lost.has_id("ann-roe") && lost.has_id("Ann_Roe") && lost.has_id("the-call"));
        assert!(!lost.has_id("ann") && !lost.has_id("call"));
        assert!(lost.has_name("Ann Roe") && !lost.has_name("Ann Ro") && !lost.has_name(""));
    }
}
