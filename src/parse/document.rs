//! A content file → a document.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::document::{Document, Matter, Reference, Shared};
use crate::model::file_name::{FileName, fitting};
use crate::model::id::{Kind, Slug};
use crate::model::place::{Span, TextFile};
use crate::model::prose::Prose;
use crate::parse::called::{Called, called};
use crate::parse::conflict::is_in_conflict;
use crate::parse::fields::{Fields, OwnFile, Reading};
use crate::parse::from_to::refuse_never;
use crate::parse::front_matter::{Split, split};
use crate::parse::garbled::report_garbled;
use crate::parse::offsets::Offsets;
use crate::parse::prose::prose;
use crate::parse::quotation::Uncited;
use crate::parse::schema::{
    ActorShape, EventShape, FrontShape, ReviewedShape, SectionShape, SharedShape, SourceShape,
};
use crate::parse::second::{Second, second};
use crate::parse::yaml::{self, Fault, Node, Value};

/// A file, read as far as it could be.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The file.
    pub file: Arc<TextFile>,
    /// The document, where everything that it needs could be read.
    pub document: Option<Arc<Document>>,
    /// What it refers to, where there is no document that says so.
    pub references: Vec<Reference>,
    /// The own files that its texts name.
    pub files: Vec<OwnFile>,
    /// What it may be called, where there is no document that says so.
    pub called: Called,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a content file.
#[must_use]
pub fn document(file: &Arc<TextFile>) -> Parsed {
    let mut cx = Reading::new(file);
    let named = match FileName::of(&file.path) {
        Ok(named) => Some(named),
        Err(help) => {
            let stem = file.path.rsplit('/').next().unwrap_or(&file.path);
            let message = format!("`{stem}` is not a name for a content file");
            let help = match fitting(&file.path) {
                Some(name) => format!("rename it to `{name}`: {help}"),
                None => help.to_owned(),
            };
            let place = cx.place(Span::default());
            cx.report(Diagnostic::new(Code::FileName, place, message).help(help));
            None
        }
    };
    let document = named.and_then(|named| whole(file, named, &mut cx)).map(Arc::new);
    let called = if document.is_some() { Called::default() } else { called(&file.text) };
    Parsed {
        file: Arc::clone(file),
        called,
        document,
        references: cx.references,
        files: cx.files,
        diagnostics: cx.diagnostics,
    }
}

fn whole(file: &Arc<TextFile>, named: FileName, cx: &mut Reading) -> Option<Document> {
    if is_in_conflict(cx) {
        return None;
    }
    report_garbled(cx);
    let text = &file.text;
    let Split { yaml, body } = match split(text) {
        Ok(split) => split,
        Err(wrong) => {
            let place = cx.place(Span::new(wrong.at));
            cx.report(Diagnostic::new(wrong.code, place, wrong.message).help(wrong.help));
            return None;
        }
    };
    cx.base = yaml.start;
    let second = second(text, body.start);
    // What stands there is not missing above, and is no text.
    let elsewhere = second.as_ref().map_or(&[][..], |second| &second.fields);
    let matter = matter(&text[yaml.clone()], &named, elsewhere, cx);
    let start = second.as_ref().map_or(body.start, |second| second.end);
    let body = converted(&text[start..], start, cx);
    if let Some(second) = second {
        refuse(second, cx);
        return None;
    }
    let (matter, shared) = matter?;
    let references = std::mem::take(&mut cx.references);
    let mut noted = std::mem::take(&mut cx.noted);
    if named.kind == Some(Kind::Source) {
        noted.uncited.clear();
    }
    let (file, id) = (Arc::clone(file), named.id);
    Some(Document { file, id, matter, body, references, shared, noted })
}

fn refuse(second: Second, cx: &mut Reading) {
    let place = cx.place(Span::new(second.fence));
    let message = "this is a second front matter: a file has one";
    let help = "move its fields into the front matter above, and delete its two lines `---`";
    cx.report(Diagnostic::new(Code::SecondFrontMatter, place, message).help(help));
}

fn converted(text: &str, start: usize, cx: &mut Reading) -> Prose {
    prose(text, &Offsets::Shift(start), Uncited::Reported, cx)
}

fn matter(
    yaml: &str,
    named: &FileName,
    elsewhere: &[String],
    cx: &mut Reading,
) -> Option<(Matter, Shared)> {
    let mut rest = String::new();
    let tree = yaml::tree(yaml, &mut rest);
    for fault in &tree.faults {
        report_fault(fault, yaml, cx);
    }
    let empty = Node { start: 0, end: 0, value: Value::Empty };
    let root = match &tree.root {
        Some(root) => root,
        None if tree.faults.is_empty() => &empty,
        None => return None,
    };
    let told = cx.diagnostics.len();
    let broken = [&tree.broken, elsewhere].concat();
    let found = read(root, &broken, named, cx);
    let is_strange = |it: &Diagnostic| it.code == Code::UnknownField;
    if tree.faults.is_empty()
        && cx.diagnostics.iter().skip(told).any(is_strange)
        && let Some((kind, other)) = as_other_kind(root, named, cx)
    {
        // One mistake, not one a field.
        cx.diagnostics.truncate(told);
        (cx.references, cx.files) = (other.references, other.files);
        misplaced(root, named, kind, cx);
        return None;
    }
    found
}

/// The kind in whose folder a file belongs: the one as which all of it is right, and what it names
/// then.
fn as_other_kind(root: &Node<'_>, named: &FileName, cx: &Reading) -> Option<(Kind, Reading)> {
    let own = named.kind?;
    Kind::ALL.into_iter().filter(|kind| *kind != own).find_map(|kind| {
        let mut other = Reading::new(&cx.file);
        other.base = cx.base;
        let named = FileName { kind: Some(kind), ..named.clone() };
        read(root, &[], &named, &mut other)?;
        other.diagnostics.is_empty().then_some((kind, other))
    })
}

fn misplaced(root: &Node<'_>, named: &FileName, kind: Kind, cx: &mut Reading) {
    let Value::Map(entries, _) = &root.value else { return };
    let Some((first, _)) = entries.first() else { return };
    let held = named.kind.map_or("", Kind::folder);
    let message =
        format!("these are {}'s fields, and this folder holds {held}", kind.with_article());
    let help = format!("move the file to `content/{}/{}.md`", kind.folder(), named.id);
    cx.wrong(Code::MisplacedFile, first, message, help);
}

/// Reads the fields of a kind.
fn read(
    root: &Node<'_>,
    broken: &[String],
    named: &FileName,
    cx: &mut Reading,
) -> Option<(Matter, Shared)> {
    let owner = named.kind.map_or("a briefing", Kind::with_article);
    let example = if named.kind == Some(Kind::Actor) { "name: …" } else { "title: …" };
    let first_fence = Span::new(0..3);
    let fields = Fields::of(owner, example, root, cx)?.broken(broken.to_vec());
    let mut fields = fields.at(first_fence);
    let matter = match named.kind {
        None => FrontShape::take(&mut fields, cx).map(|it| Matter::Front(Box::new(it))),
        Some(Kind::Section) => SectionShape::take(&mut fields, cx)
            .map(|it| Matter::Section(Box::new(it.ordered(named.order)))),
        Some(Kind::Actor) => {
            ActorShape::take(&mut fields, cx).map(|it| Matter::Actor(Box::new(it)))
        }
        Some(Kind::Event) => {
            EventShape::take(&mut fields, cx).map(|it| Matter::Event(Box::new(it)))
        }
        Some(Kind::Source) => {
            SourceShape::take(&mut fields, cx).map(|it| Matter::Source(Box::new(it)))
        }
    };
    let shared = if named.kind.is_some() {
        SharedShape::take(&mut fields, cx)
    } else {
        let reviewed = fields.optional("reviewed", &ReviewedShape, cx);
        Some(Shared { reviewed, ..Shared::default() })
    };
    fields.finish(cx);
    shared.iter().for_each(|shared| refuse_never(shared, cx));
    Some((matter?, shared?))
}

/// Reports broken YAML, and says so where only `>-` was forgotten.
pub fn report_fault(fault: &Fault, yaml: &str, cx: &mut Reading) {
    if let Some((bytes, cause)) = &fault.cause {
        let place = cx.place(Span::new(cx.base + bytes.start..cx.base + bytes.end));
        let message = format!("this YAML cannot be read: {}", fault.message);
        let help = cause.help(cx.base > 0);
        cx.report(Diagnostic::new(fault.code, place, message).help(help));
        return;
    }
    let line_start = yaml[..fault.at.min(yaml.len())].rfind('\n').map_or(0, |n| n + 1);
    let mut line = line_start..yaml[line_start..].find('\n').map_or(yaml.len(), |n| line_start + n);
    let mut at = fault.at.min(yaml.len());
    if yaml[line.clone()].trim().is_empty() && at > 0 {
        // Noticed at the end: the line before is what is meant.
        let end = yaml[..at].trim_end().len();
        let start = yaml[..end].rfind('\n').map_or(0, |n| n + 1);
        (line, at) = (start..end, start);
    }
    let text = &yaml[line.clone()];
    let value = text.trim_start().trim_start_matches("- ");
    let spaced = value.split_once(": ").into_iter().chain(value.split_once(":\t"));
    let value = spaced.map(|(_, value)| value).max_by_key(|it| it.len()).unwrap_or(value);
    let value = value.trim_start();
    let forgotten = value.starts_with(['[', '"', '\'', '>', '*', '&', '@', '`', '{', '%', '!'])
        || (value.starts_with("- ") && text.contains(':'))
        || value.contains(": ")
        || text.matches(": ").count() > 1;
    let id = yaml.get(at..).and_then(|rest| rest.strip_prefix('@')).and_then(|rest| {
        let end = rest.find([' ', ',', ']', '}', '\n']).unwrap_or(rest.len());
        let after = rest.get(end..)?.trim_start_matches(' ');
        let is_alone = after.is_empty() || after.starts_with([',', ']', '}', '\n']);
        Slug::new(rest.get(..end)?).filter(|_| is_alone)
    });
    let help = if let Some(id) = id {
        &format!("write an id without the `@`: `{id}`; a text goes between marks: `\"@{id}\"`")
    } else if fault.code == Code::YamlLimit {
        "write the value out"
    } else if forgotten && !fault.message.contains("with a tab") {
        "put the text after `>-`, on the next line, indented by two spaces"
    } else if fault.message.contains("with a tab") {
        "indent the next line with spaces, not with a tab"
    } else if text.contains(":\t") || fault.message.contains("tabs disallowed") {
        "put a space in place of the tab"
    } else {
        "write `field: value` lines; lists as `- item`, indented alike"
    };
    let span = Span::new(cx.base + at..cx.base + line.end.max(at));
    let message = format!("this YAML cannot be read: {}", fault.message);
    let place = cx.place(span);
    cx.report(Diagnostic::new(fault.code, place, message).help(help));
}
