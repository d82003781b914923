//! A second reader's sign-off, bound to what was read.

use crate::hash;
use crate::model::document::Document;

/// The SHA-256 of a page as it was written, without the sign-off itself.
#[must_use]
pub fn content_hash(document: &Document) -> String {
    hash::sha256_hex(without_review(&document.file.text).as_bytes())
}

/// Whether a page is signed off as it stands: a sign-off without a hash counts where `bound` is
/// not asked for.
#[must_use]
pub fn is_reviewed(document: &Document, bound: bool) -> bool {
    let Some(reviewed) = &document.shared.reviewed else { return false };
    match &reviewed.hash {
        None => !bound,
        Some(hash) => hash.eq_ignore_ascii_case(&content_hash(document)),
    }
}

/// A file's text without the field `reviewed` of its front matter.
#[must_use]
pub fn without_review(text: &str) -> String {
    match field(text) {
        Some((start, end)) => format!("{}{}", &text[..start], &text[end..]),
        None => text.to_owned(),
    }
}

/// The lines of the field `reviewed`, from its first byte to the byte after them.
#[must_use]
pub fn field(text: &str) -> Option<(usize, usize)> {
    let (mut at, mut start) = (0, None);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let inside = line.starts_with([' ', '\t']) || line.trim().is_empty();
        if number > 0 && line.trim_end() == "---" {
            return start.map(|start| (start, at));
        }
        match start {
            Some(start) if !inside => return Some((start, at)),
            None if is_field(line) => start = Some(at),
            Some(_) | None => {}
        }
        at += line.len();
    }
    None
}

fn is_field(line: &str) -> bool {
    let (name, _) = line.split_once(':').unwrap_or(("", ""));
    name.trim_end().trim_matches(['\'', '"']) == "reviewed"
}

#[cfg(test)]
mod tests {
    use super::without_review;

    #[test]
    fn only_the_sign_off_is_left_out() {
        let with = "---\ntitle: X\nreviewed:\n  by: Y\n  date: 2021-01-01\nkind: report\n---\nreviewed: no\n";
        assert_eq!(without_review(with), "---\ntitle: X\nkind: report\n---\nreviewed: no\n");
        let flow = "---\ntitle: X\nreviewed: {by: Y}\n---\nText\n";
        assert_eq!(without_review(flow), "---\ntitle: X\n---\nText\n");
        let none = "---\ntitle: X\n---\nreviewed: Y\n";
        assert_eq!(without_review(none), none);
    }
}
