//! What a file says, without what only its authors read: comments and the second reader's mark.

use crate::evidence::review::without_review;

/// A content file without comments in its front matter, comments in its text, and `reviewed`. What
/// differs only in those says the same.
#[must_use]
pub fn said(text: &str) -> String {
    let text = without_review(text);
    let mut all = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n');
    all.extend(lines.next());
    // The indentation of a key whose text follows on lines of its own (`>-`, `|`).
    let mut block: Option<usize> = None;
    for line in lines.by_ref() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if block.is_some_and(|key| indent <= key && !line.trim().is_empty()) {
            block = None;
        }
        if block.is_none() {
            if line.trim_start().starts_with('#') {
                continue;
            }
            let opens = |end: &str| line.trim_end().ends_with(end);
            block = ["|", ">", "|-", ">-", "|+", ">+"].into_iter().any(opens).then_some(indent);
        }
        all.push_str(line);
        if line.trim_end() == "---" {
            break;
        }
    }
    let mut rest: String = lines.collect();
    while let Some(start) = rest.find("<!--") {
        let end = rest.get(start..).and_then(|it| it.find("-->")).map(|end| start + end + 3);
        rest.replace_range(start..end.unwrap_or(rest.len()), "");
    }
    all + rest.trim_end()
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn comments_say_nothing() {
        let plain = "---\nname: A\nsummary: >-\n  One\n  # two\nkind: person\n---\nText.\n";
        let noted = "---\n# a note\nname: A\n  # another\nsummary: >-\n  One\n  # two\nkind: person\n\
                     ---\nText.<!-- to do\n -->\n\n<!-- more -->\n";
        assert_eq!(said(plain), said(noted));
        assert!(said(plain).contains("  # two\n"));
        for other in [plain.replace("# two", "# three"), plain.replace("Text", "Words")] {
            assert_ne!(said(&other), said(plain));
        }
    }
}
