//! What a file that could not be read may be called once it is mended.

use std::ops::Range;

use crate::nearest::{Likeness, Name};
use crate::parse::fields::text;
use crate::parse::front_matter::split;
use crate::parse::second::second;
use crate::parse::yaml::{self, Node, Value};

/// The fields that name a thing.
const NAMING: [&str; 4] = ["name", "short_name", "aliases", "title"];

/// The names that such a file gives, as far as it could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The names.
    pub names: Vec<Box<str>>,
    /// Where its YAML is broken: the lines that names may stand in, their white space folded.
    pub lines: Box<str>,
}

/// Finds the names in a content file's text.
#[must_use]
pub fn called(file: &str) -> Called {
    let mut called = in_block(file.get(front_matter(file)).unwrap_or(""));
    let body = split(file).ok().map(|split| split.body.start);
    if let Some(second) = body.and_then(|start| second(file, start)) {
        called.names.extend(in_block(file.get(second.yaml).unwrap_or("")).names);
    }
    called
}

fn in_block(block: &str) -> Called {
    let mut rest = String::new();
    let tree = yaml::tree(block, &mut rest);
    let mut names = Vec::new();
    let fields = match tree.root.as_ref().map(|root| &root.value) {
        Some(Value::Map(fields, _)) => fields.as_slice(),
        Some(Value::Text(..) | Value::List(..) | Value::Empty) | None => &[],
    };
    for (key, value) in fields {
        if text(key).is_some_and(is_naming) {
            texts(value, &mut names);
        }
    }
    let is_whole = tree.faults.is_empty() && !fields.is_empty();
    Called { names, lines: if is_whole { Box::default() } else { naming_lines(block) } }
}

/// Whether a field names a thing, or is meant to.
fn is_naming(key: &str) -> bool {
    let key = Name::new(key);
    let near = |name: &&str| match key.likeness(&Name::new(name)) {
        Some(Likeness::Same | Likeness::Slips(_)) => true,
        Some(Likeness::Part(_)) | None => false,
    };
    NAMING.iter().any(near)
}

fn texts(node: &Node<'_>, names: &mut Vec<Box<str>>) {
    match &node.value {
        Value::Text(text, _) => {
            names.push(text.split_whitespace().collect::<Vec<_>>().join(" ").into());
        }
        Value::List(items, _) => items.iter().for_each(|item| texts(item, names)),
        Value::Empty | Value::Map(..) => {}
    }
}

/// The front matter. Where no line of dashes begins or ends it, it ends before the first line that
/// is empty; what begins like any other text is none.
fn front_matter(file: &str) -> Range<usize> {
    let first = file.split_inclusive('\n').next().unwrap_or("");
    let start = if first.trim_end() == "---" { first.len() } else { 0 };
    let is_field = first.split_once(':').is_some_and(|(key, _)| !key.trim().contains(' '));
    if start == 0 && !is_field {
        return 0..0;
    }
    let (mut at, mut empty) = (start, None);
    for line in file.get(start..).unwrap_or("").split_inclusive('\n') {
        if line.trim_end() == "---" {
            let end = if start == 0 { empty.unwrap_or(at) } else { at };
            return start..end;
        }
        if line.trim().is_empty() && at > start {
            empty = empty.or(Some(at));
        }
        at += line.len();
    }
    start..empty.unwrap_or(at)
}

/// The lines of the fields that name a thing, and those of no field at all.
fn naming_lines(block: &str) -> Box<str> {
    let mut words: Vec<&str> = Vec::new();
    let mut wanted = true;
    for line in block.lines() {
        let continues = line.starts_with([' ', '\t', '-', ']', '}']);
        if !continues {
            wanted = line.split_once(':').is_none_or(|(key, _)| is_naming(key));
        }
        if wanted {
            words.extend(line.split_whitespace());
        }
    }
    words.join(" ").into()
}

#[cfg(test)]
mod tests {
    use super::called;

    fn names(file: &str) -> Vec<String> {
        called(file).names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn only_what_names_a_thing_is_a_name() {
        let file = "---\nnmae: Joe  Doe\nkind: persn\naliases: [Joey, J. D.]\nsummary: Bob\n---\nSee Ann.\n";
        assert_eq!(names(file), ["Joe Doe", "Joey", "J. D."]);
        assert_eq!(&*called(file).lines, "");
    }

    #[test]
    fn broken_yaml_is_looked_at_in_lines() {
        let file = "---\nname: \"Joe Doe\nkind: person\nsummary: Bob: he came\n---\nSee Ann.\n";
        let lines = called(file).lines;
        assert!(lines.contains("Joe Doe") && !lines.contains("Bob") && !lines.contains("Ann"));
    }

    #[test]
    fn what_has_no_fences_ends_before_an_empty_line() {
        let file = "name: Joe Doe\nkind: person\n\nSee Ann.\n\n---\n";
        assert_eq!(names(file), ["Joe Doe"]);
        let file = "---\nname: Joe Doe\nkind: person\n\nSee Ann.\n";
        assert_eq!(names(file), ["Joe Doe"]);
        for text in ["", "Ann Roe spoke: yes.\n---\n"] {
            assert_eq!(called(text), super::Called::default());
        }
    }
}
