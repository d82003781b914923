//! Things whose files could not be read: what refers to them is not wrong as well.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use crate::link::register::spelled;
use crate::model::document::Unread;
use crate::model::place::is_whole_word;

/// How many files with broken front matter are searched for a name at most.
const SEARCHED: usize = 200;

/// What the things may be called whose files could not be read.
#[derive(Debug)]
pub struct Lost<'d> {
    ids: HashSet<String, FixedState>,
    names: HashSet<String, FixedState>,
    /// Lines in which names may stand.
    lines: Vec<&'d str>,
}

impl<'d> Lost<'d> {
    /// The files that could not be read, each known by its path at least.
    #[must_use]
    pub fn new(files: &'d [Unread]) -> Self {
        let (mut ids, mut names) = (HashSet::default(), HashSet::default());
        for unread in files {
            let stem = unread.file.path.rsplit('/').next().unwrap_or("");
            let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
            // A section's number is no part of its id.
            let id = stem.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
            ids.extend([plain(stem), plain(id)]);
            names.extend(unread.names.iter().map(|name| spelled(name).into_owned()));
        }
        let lines = files.iter().map(|it| &*it.lines).filter(|it| !it.is_empty());
        Lost { ids, names, lines: lines.take(SEARCHED).collect() }
    }

    /// Whether this may be the id of one of them, as it is or as it will be once mended.
    #[must_use]
    pub fn has_id(&self, id: &str) -> bool {
        !self.ids.is_empty() && self.ids.contains(&plain(id))
    }

    /// Whether one of them may be called so.
    #[must_use]
    pub fn has_name(&self, name: &str) -> bool {
        let name = spelled(name);
        self.names.contains(&*name) || self.lines.iter().any(|lines| holds_words(lines, &name))
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
    use crate::model::document::Unread;
    use crate::model::place::TextFile;

    #[test]
    fn lost_things_are_known_by_their_files_and_names() {
        let unread = |path: &str, names: &[&str], lines: &str| Unread {
            file: TextFile::new(path, "See Bob."),
            id: None,
            names: names.iter().map(|name| (*name).into()).collect(),
            lines: lines.into(),
        };
        let files = [
            unread("content/actors/Ann_Roe.md", &[], "name: \"Ann Roe"),
            unread("content/sections/02-the-call.md", &[], ""),
            unread("content/actors/joe.md", &["Joe Doe"], ""),
        ];
        let lost = Lost::new(&files);
        assert!(lost.has_id("ann-roe") && lost.has_id("Ann_Roe") && lost.has_id("the-call"));
        assert!(!lost.has_id("ann") && !lost.has_id("call"));
        assert!(lost.has_name("Ann Roe") && !lost.has_name("Ann Ro") && !lost.has_name(""));
        assert!(lost.has_name("Joe  Doe") && !lost.has_name("Joe") && !lost.has_name("Bob"));
    }
}
