//! Front matter that stands in a file twice: readers would see it as a line and a heading.

use std::ops::Range;

use crate::parse::fields::text;
use crate::parse::front_matter::LONGEST;
use crate::parse::schema::is_field;
use crate::parse::yaml::{self, Value};

/// A second front matter, by its places in the file.
#[derive(Debug, PartialEq, Eq)]
pub struct Second {
    /// Its first line of dashes.
    pub fence: Range<usize>,
    /// The fields between its lines of dashes.
    pub yaml: Range<usize>,
    /// Their names.
    pub fields: Vec<String>,
    /// Where the text after it begins.
    pub end: usize,
}

/// The front matter that a file's text begins with at `start`, if any. A line of dashes is a rule in
/// Markdown: only fields below it, the first of them one of the format's, make it front matter.
#[must_use]
pub fn second(file: &str, start: usize) -> Option<Second> {
    let mut lines = file.get(start..)?.split_inclusive('\n').scan(start, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let (start, first) = lines.find(|(_, line)| !line.trim().is_empty())?;
    let is_fence = |line: &str| line.trim_end() == "---";
    if !is_fence(first) {
        return None;
    }
    let (close, last) = lines.find(|(_, line)| is_fence(line))?;
    let yaml = start + first.len()..close;
    let block = file.get(yaml.clone()).filter(|block| block.len() <= LONGEST)?;
    let mut rest = String::new();
    let tree = yaml::tree(block, &mut rest);
    let Value::Map(entries, _) = tree.root.filter(|_| tree.faults.is_empty())?.value else {
        return None;
    };
    let fields: Vec<String> =
        entries.iter().filter_map(|(key, _)| text(key).map(str::to_owned)).collect();
    let is_ours = fields.first().is_some_and(|name| is_field(name));
    let fence = start..start + first.trim_end().len();
    is_ours.then(|| Second { fence, yaml, fields, end: close + last.len() })
}

#[cfg(test)]
mod tests {
    use super::second;

    #[test]
    fn fields_between_dashes_at_the_beginning_are_front_matter() {
        for body in ["---\ntitle: A\nkind: x\n---\nB", "\n \n---  \naliases:\n  - A\n---"] {
            let body = format!("xy{body}");
            let found = second(&body, 2).unwrap();
            assert_eq!(&body[found.fence], "---");
            assert!(body[found.yaml].starts_with(&found.fields[0]));
            assert!(["B", ""].contains(&&body[found.end..]));
        }
    }

    #[test]
    fn a_rule_with_prose_below_it_is_none() {
        for body in [
            "",
            "---\n",
            "---\n\nProse.\n\n---\n",
            "---\nNote: this is prose.\n---\n",
            "---\nTitle: this is prose.\n---\n",
            "---\nsummary: the talks: what we know\n---\n",
            "---\ntitle: A\n",
            "---\n- title: A\n---\n",
            "Prose.\n\n---\ntitle: A\n---\n",
            "***\ntitle: A\n***\n",
            "    ---\ntitle: A\n---\n",
        ] {
            assert_eq!(second(body, 0), None, "{body}");
        }
    }
}
