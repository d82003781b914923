//! Where the front matter ends and the text begins.

use std::ops::Range;

use crate::diagnostic::code::Code;

/// The most bytes of front matter.
pub const LONGEST: usize = 64 * 1024;

/// A file, split at its fences.
#[derive(Debug, PartialEq, Eq)]
pub struct Split {
    /// The YAML between the fences.
    pub yaml: Range<usize>,
    /// The Markdown after them.
    pub body: Range<usize>,
}

/// What is wrong with the fences.
#[derive(Debug, PartialEq, Eq)]
pub struct Unsplit {
    /// The sort.
    pub code: Code,
    /// Where.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: &'static str,
    /// What to type instead.
    pub help: &'static str,
}

/// Splits a file at the lines of three dashes around its front matter.
///
/// # Errors
/// Where a fence is missing, or there is too much between them.
pub fn split(text: &str) -> Result<Split, Unsplit> {
    let first = text.split('\n').next().unwrap_or("");
    if first.trim_end() != "---" {
        return Err(Unsplit {
            code: Code::FrontMatterMissing,
            at: 0..first.len(),
            message: "the file does not begin with front matter",
            help: "begin with a line `---`, then fields such as `title: …`, then another line `---`",
        });
    }
    let start = (first.len() + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let split = Split { yaml: start..at, body: at + line.len()..text.len() };
            return if split.yaml.len() <= LONGEST { Ok(split) } else { Err(too_long()) };
        }
        at += line.len();
    }
    Err(Unsplit {
        code: Code::FrontMatterUnclosed,
        at: 0..first.len(),
        message: "no second line of three dashes ends the front matter that begins here",
        help: "put a line `---` after the last field",
    })
}

fn too_long() -> Unsplit {
    Unsplit {
        code: Code::FileTooLarge,
        at: 0..3,
        message: "the front matter is longer than 64 kB",
        help: "move the text below the second line `---`",
    }
}

#[cfg(test)]
mod tests {
    use super::{Split, split};
    use crate::diagnostic::code::Code;

    #[test]
    fn fences_are_found() {
        assert_eq!(split("---\na: 1\n---\nb"), Ok(Split { yaml: 4..9, body: 13..14 }));
        assert_eq!(split("---\n---"), Ok(Split { yaml: 4..4, body: 7..7 }));
        assert_eq!(split("a: 1\n---\n").unwrap_err().code, Code::FrontMatterMissing);
        assert_eq!(split("").unwrap_err().code, Code::FrontMatterMissing);
        assert_eq!(split("---").unwrap_err().code, Code::FrontMatterUnclosed);
        assert_eq!(split("---\na: 1\n").unwrap_err().code, Code::FrontMatterUnclosed);
    }
}
