//! The field `archive` of a source's front matter, written without touching any other byte.

use crate::commands::naming::yaml;
use crate::commands::rewriting::Edit;
use crate::model::entity::{Archive, Publish};
use crate::model::place::Span;

/// What is to stand in the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The file's name.
    pub text: String,
    /// When it was got.
    pub retrieved: String,
    /// The address that it came from in the end.
    pub url: Option<String>,
    /// The hash of its bytes.
    pub sha256: String,
    /// How it was got.
    pub captured: &'static str,
}

/// Fields that are written anew.
const OURS: [&str; 5] = ["text", "retrieved", "url", "sha256", "captured"];
/// That the address answers no longer, which is not so where it has just answered.
const GONE: &str = "gone";

/// The changes of a file's text that write the field; what the author said in it stays: the
/// licence, how much may be published, comments.
#[must_use]
pub fn edited(text: &str, before: Option<&Archive>, archive: &Archived) -> Vec<Edit> {
    let mut lines =
        vec![format!("text: {}", archive.text), format!("retrieved: {}", archive.retrieved)];
    lines.extend(archive.url.iter().map(|url| format!("url: {}", yaml(url))));
    lines.push(format!("sha256: {}", archive.sha256));
    lines.push(format!("captured: {}", archive.captured));
    let (start, end) = place(text);
    let old = &text[start..end];
    let block: Vec<&str> = old.split_inclusive('\n').skip(1).collect();
    let indent = block
        .iter()
        .find(|line| !line.trim().is_empty())
        .map_or("  ", |line| line.get(..line.len() - line.trim_start().len()).unwrap_or("  "));
    let mut written = "archive:\n".to_owned();
    for line in &lines {
        written.push_str(&format!("{indent}{line}\n"));
    }
    if block.is_empty() {
        if let Some(licence) = before.and_then(|it| it.licence.as_deref()) {
            written.push_str(&format!("{indent}licence: {}\n", yaml(licence)));
        }
        if let Some(publish) = before.map(|it| it.published()).filter(|it| *it != Publish::None) {
            written.push_str(&format!("{indent}publish: {}\n", publish.word()));
        }
    }
    let mut skipping = false;
    for line in block {
        let deeper = line.strip_prefix(indent).is_some_and(|it| it.starts_with([' ', '\t']));
        if !deeper {
            let name = line.split(':').next().unwrap_or("").trim().trim_matches(['\'', '"']);
            skipping = OURS.contains(&name) || (name == GONE && archive.url.is_some());
        }
        if !skipping {
            written.push_str(line);
        }
    }
    vec![Edit { span: Span::new(start..end), text: written }]
}

/// Where the field stands; where there is none, the end of the front matter.
fn place(text: &str) -> (usize, usize) {
    let (mut at, mut start) = (0, None);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let fence = number > 0 && line.trim_end() == "---";
        let inside = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        match start {
            Some(start) if !inside => return (start, at),
            None if fence => return (at, at),
            None => {
                let (name, _) = line.split_once(':').unwrap_or(("", ""));
                if name.trim_end().trim_matches(['\'', '"']) == "archive" {
                    start = Some(at);
                }
            }
            Some(_) => {}
        }
        at += line.len();
    }
    (start.unwrap_or(at), at)
}

#[cfg(test)]
mod tests {
    use super::{Archived, edited};
    use crate::commands::rewriting::rewritten;
    use crate::model::entity::{Archive, Publish};
    use crate::model::place::{Span, Spanned};

    #[test]
    fn an_address_that_has_answered_is_not_gone() {
        let text = "---\narchive:\n  sha256: aa\n  gone: 2022-05-01\n  publish: none\n---\n";
        assert_eq!(written(text, None), format!("---\n{FIELDS}  publish: none\n---\n"));
        let archive = Archived { url: None, captured: "uploaded", ..archived() };
        let uploaded = rewritten(text, text, edited(text, None, &archive)).unwrap();
        assert!(uploaded.contains("  gone: 2022-05-01\n"), "{uploaded}");
    }

    fn written(text: &str, before: Option<&Archive>) -> String {
        rewritten(text, text, edited(text, before, &archived())).unwrap()
    }

    fn archived() -> Archived {
        Archived {
            text: "2021-12-30.txt".into(),
            retrieved: "2021-12-30T20:35Z".into(),
            url: Some("https://x.example/a".into()),
            sha256: "00ff".into(),
            captured: "fetched",
        }
    }

    const FIELDS: &str = "archive:\n  text: 2021-12-30.txt\n  retrieved: 2021-12-30T20:35Z\n  \
                          url: https://x.example/a\n  sha256: 00ff\n  captured: fetched\n";

    #[test]
    fn a_field_that_is_not_there_is_added_at_the_end() {
        let text = "---\ntitle: X # why\nkind: letter\n---\narchive: no\n";
        let expected = format!("---\ntitle: X # why\nkind: letter\n{FIELDS}---\narchive: no\n");
        assert_eq!(written(text, None), expected);
    }

    #[test]
    fn what_the_author_said_of_it_stays() {
        let text = "---\narchive:\n  # as agreed\n  licence: CC BY 4.0\n  sha256: >-\n    aa\n  publish: full\nkind: letter\n---\n";
        let rest = "  # as agreed\n  licence: CC BY 4.0\n  publish: full\n";
        assert_eq!(written(text, None), format!("---\n{FIELDS}{rest}kind: letter\n---\n"));
        let before = Archive {
            text: None,
            retrieved: None,
            url: None,
            sha256: None,
            gone: None,
            captured: None,
            licence: Some("CC0".into()),
            publish: Some(Spanned { value: Publish::Full, span: Span::default() }),
        };
        let flow = "---\narchive: {licence: CC0, publish: full}\nkind: letter\n---\n";
        let rest = "  licence: CC0\n  publish: full\n";
        assert_eq!(written(flow, Some(&before)), format!("---\n{FIELDS}{rest}kind: letter\n---\n"));
    }
}
