//! A second reader's sign-off, bound to what was read.

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::hash;
use crate::model::briefing::{Briefing, PageId};
use crate::model::document::{Document, Matter};
use crate::model::id::EntityId;
use crate::model::place::{Place, Span};

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

/// All pages that can be signed, in order.
pub fn pages(briefing: &Briefing) -> impl Iterator<Item = PageId> {
    let count = u32::try_from(briefing.entities.len()).unwrap_or(u32::MAX);
    std::iter::once(PageId::Front).chain((0..count).map(|n| PageId::Entity(EntityId(n))))
}

/// The author of the briefing who has this name.
#[must_use]
pub fn author<'b>(briefing: &'b Briefing, name: &str) -> Option<&'b str> {
    let Matter::Front(front) = &briefing.front.document.matter else { return None };
    let plain =
        |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let name = plain(name);
    front.authors.iter().find(|author| plain(author) == name).map(|author| &**author)
}

/// Pages that were signed by one of the authors.
#[must_use]
pub fn by_authors(briefing: &Briefing) -> Vec<Diagnostic> {
    let signed = pages(briefing).filter_map(|page| {
        let document = &briefing.page(page).document;
        let by = &document.shared.reviewed.as_ref()?.by;
        let author = author(briefing, by)?;
        let message = format!("`{author}` reviewed what the same person wrote");
        let help = "a second reader is somebody who is not among the briefing’s `authors`";
        Some(Diagnostic::new(Code::ReviewedByAuthor, place(document), message).help(help))
    });
    signed.collect()
}

/// Pages that no second reader has signed as they stand now; told only where that is asked for.
#[must_use]
pub fn unreviewed(briefing: &Briefing) -> Vec<Diagnostic> {
    let unsigned = pages(briefing).filter_map(|page| {
        let document = &briefing.page(page).document;
        if is_reviewed(document, true) {
            return None;
        }
        let message = match &document.shared.reviewed {
            None => "no second reader has signed this page".to_owned(),
            Some(reviewed) if reviewed.hash.is_none() => {
                format!("the review by `{}` is not bound to what the page says", reviewed.by)
            }
            Some(reviewed) => format!("the page was changed after `{}` reviewed it", reviewed.by),
        };
        let help = format!("after reading it: `dateline review {} --by NAME`", document.id);
        Some(Diagnostic::new(Code::Unreviewed, place(document), message).help(help))
    });
    unsigned.collect()
}

/// The first line of the sign-off; where there is none, that of the front matter.
fn place(document: &Document) -> Place {
    let text = &document.file.text;
    let (start, _) = field(text).unwrap_or((0, 0));
    let length = text.get(start..).and_then(|it| it.lines().next()).map_or(0, str::len);
    document.place(Span::new(start..start + length))
}

/// Where the line begins that ends the front matter.
#[must_use]
pub fn fence(text: &str) -> usize {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if number > 0 && line.trim_end() == "---" {
            break;
        }
        at += line.len();
    }
    at
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
