//! The only user of the YAML library: a text becomes a tree in which every value has its place.
//!
//! The tree knows texts, lists and maps; what a text means (a date, a number, an id) is decided by
//! the field it stands in, so that `language: no` and `when: 2021` are what they look like.
//!
//! A fault in one field does not hide the faults of the others: the field is left out and the rest
//! is read again.

use std::borrow::Cow;
use std::ops::Range;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError};

use crate::diagnostic::code::Code;
use crate::parse::cause::{Cause, cause, property, word};

/// The most values in one text.
const MOST_NODES: usize = 20_000;
/// The deepest nesting.
const DEEPEST: usize = 20;
/// How many broken fields are left out before the rest is given up.
const MOST_BROKEN: usize = 16;

/// A value with its place: a range of bytes in the text.
#[derive(Debug)]
pub struct Node<'t> {
    /// Where it stands, quotation marks included.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is.
    pub value: Value<'t>,
}

/// What a value is.
#[derive(Debug)]
pub enum Value<'t> {
    /// Nothing: `key:`.
    Empty,
    /// A text, whatever YAML makes of it.
    Text(Cow<'t, str>, Style),
    /// A list; `true` where it is written in brackets.
    List(Vec<Node<'t>>, bool),
    /// Fields, in order; `true` where it is written in braces.
    Map(Vec<(Node<'t>, Node<'t>)>, bool),
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// Between quotation marks.
    Quoted,
    /// After `|` or `>`.
    Block,
}

/// What is wrong with the YAML itself.
#[derive(Debug)]
pub struct Fault {
    /// The sort.
    pub code: Code,
    /// The byte where it was noticed.
    pub at: usize,
    /// What is wrong.
    pub message: String,
    /// The mistake itself and its bytes, where its form tells.
    pub cause: Option<(Bytes, Cause)>,
}

/// A text, read as far as it can be.
#[derive(Debug)]
pub struct Tree<'t> {
    /// The value at the top; none where nothing could be read.
    pub root: Option<Node<'t>>,
    /// What was wrong.
    pub faults: Vec<Fault>,
    /// The top-level fields that were left out because of a fault.
    pub broken: Vec<String>,
}

/// Reads a text. `rest` is where the text is copied to when a field has to be left out.
#[must_use]
pub fn tree<'t>(text: &'t str, rest: &'t mut String) -> Tree<'t> {
    let fault = match build(text) {
        Ok(root) => return Tree { root, faults: Vec::new(), broken: Vec::new() },
        Err(fault) => fault,
    };
    let (mut faults, mut broken) = (vec![caused(text, fault)], Vec::new());
    rest.push_str(text);
    // Each round blanks the field that holds the newest fault; places stay as they are.
    while let Some(fault) = faults.last() {
        let lost = top_level_entry(rest, fault.at);
        let tried_before = rest[lost.clone()].trim().is_empty();
        let is_limit = fault.code == Code::YamlLimit && fault.cause.is_none();
        if tried_before || faults.len() > MOST_BROKEN || is_limit {
            return Tree { root: None, faults, broken };
        }
        broken.push(rest[lost.clone()].split(':').next().unwrap_or("").trim().to_owned());
        let blank: String =
            rest[lost.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
        rest.replace_range(lost, &blank);
        match build(rest) {
            Ok(_) => break,
            Err(fault) => faults.push(caused(rest, fault)),
        }
    }
    Tree { root: build(rest).ok().flatten(), faults, broken }
}

/// A fault at the place of its cause, where that is known: the library may notice it much later.
fn caused(text: &str, fault: Fault) -> Fault {
    let is_broken = |part: &str| build(part).is_err_and(|it| it.code == Code::YamlSyntax);
    if fault.code != Code::YamlSyntax || fault.cause.is_some() {
        return fault;
    }
    match cause(text, is_broken) {
        Some((bytes, cause)) => Fault {
            at: bytes.start,
            message: cause.message(),
            cause: Some((bytes, cause)),
            ..fault
        },
        None => fault,
    }
}

/// The lines of the top-level field that holds a byte.
fn top_level_entry(text: &str, at: usize) -> Bytes {
    let mut entry = 0..text.len();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let continues = line.starts_with([' ', '\t', '#', '\n', '-', ']', '}']);
        if !continues {
            if line_start <= at {
                entry.start = line_start;
            } else {
                entry.end = line_start;
                break;
            }
        }
        line_start += line.len();
    }
    entry
}

#[expect(clippy::wildcard_enum_match_arm, reason = "a library's enum, which may grow")]
fn build(text: &str) -> Result<Option<Node<'_>>, Fault> {
    let mut builder = Builder { events: Parser::new_from_str(text), text, nodes: 0 };
    let mut root = None;
    while let Some((event, span)) = builder.next()? {
        match event {
            Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
            Event::StreamEnd => break,
            _ if root.is_some() => {
                let message = "a second document begins here; front matter is one".to_owned();
                return Err(Fault { code: Code::YamlSyntax, at: span.start, message, cause: None });
            }
            event => root = Some(builder.node(event, span, 0)?),
        }
    }
    Ok(root)
}

struct Builder<'t, I> {
    events: I,
    text: &'t str,
    nodes: usize,
}

type Bytes = Range<usize>;
type ParserSpan = serde_yaml::granit_parser::Span;

impl<'t, I: Iterator<Item = Result<(Event<'t>, ParserSpan), ScanError>>> Builder<'t, I> {
    /// The next event with its bytes.
    fn next(&mut self) -> Result<Option<(Event<'t>, Bytes)>, Fault> {
        match self.events.next() {
            None => Ok(None),
            Some(Ok((event, span))) => {
                let bytes = span.byte_range().unwrap_or(0..0);
                Ok(Some((event, bytes.start..bytes.end.max(bytes.start))))
            }
            Some(Err(error)) => Err(self.syntax(&error)),
        }
    }

    fn syntax(&self, error: &ScanError) -> Fault {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let message = error.info().trim().to_owned();
        // Anchors are refused before an alias could follow, so that none is known.
        let is_alias = message.contains("unknown anchor");
        let cause = is_alias.then(|| (word(self.text, at), Cause::Alias));
        let message = cause.as_ref().map_or(message, |(_, cause)| cause.message());
        Fault { code: Code::YamlSyntax, at, message, cause }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a library's enum, which may grow")]
    fn node(&mut self, event: Event<'t>, bytes: Bytes, depth: usize) -> Result<Node<'t>, Fault> {
        self.nodes += 1;
        if self.nodes > MOST_NODES || depth > DEEPEST {
            return Err(limit(&bytes, "this is nested too deep, or holds too many values"));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_properties(&bytes, anchor, tag.is_some())?;
                Ok(scalar(text, style, bytes))
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.refuse_properties(&bytes, anchor, tag.is_some())?;
                let flow = style == serde_yaml::granit_parser::StructureStyle::Flow;
                self.list(bytes.start, flow, depth)
            }
            Event::MappingStart(style, anchor, tag) => {
                self.refuse_properties(&bytes, anchor, tag.is_some())?;
                let flow = style == serde_yaml::granit_parser::StructureStyle::Flow;
                self.map(bytes.start, flow, depth)
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                Err(refused(word(self.text, bytes.start), Cause::Alias))
            }
            _ => Err(limit(&bytes, "this cannot be read")),
        }
    }

    fn list(&mut self, start: usize, flow: bool, depth: usize) -> Result<Node<'t>, Fault> {
        let mut items = Vec::new();
        let mut end = start;
        while let Some((event, bytes)) = self.next()? {
            if matches!(event, Event::SequenceEnd) {
                end = if flow { bytes.end } else { end };
                break;
            }
            let item = self.node(event, bytes, depth + 1)?;
            end = item.end.max(end);
            items.push(item);
        }
        Ok(Node { start, end, value: Value::List(items, flow) })
    }

    fn map(&mut self, start: usize, flow: bool, depth: usize) -> Result<Node<'t>, Fault> {
        let mut entries = Vec::new();
        let mut end = start;
        while let Some((event, bytes)) = self.next()? {
            if matches!(event, Event::MappingEnd) {
                end = if flow { bytes.end } else { end };
                break;
            }
            let key = self.node(event, bytes, depth + 1)?;
            let Some((event, bytes)) = self.next()? else { break };
            let value = self.node(event, bytes, depth + 1)?;
            end = value.end.max(key.end);
            entries.push((key, value));
        }
        Ok(Node { start, end, value: Value::Map(entries, flow) })
    }

    fn refuse_properties(&self, bytes: &Bytes, anchor: usize, tag: bool) -> Result<(), Fault> {
        if anchor != 0 {
            return Err(refused(property(self.text, bytes.start, '&'), Cause::Anchor));
        }
        if tag {
            return Err(refused(property(self.text, bytes.start, '!'), Cause::Tag));
        }
        Ok(())
    }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle, bytes: Bytes) -> Node<'_> {
    let style = match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    };
    // The library gives `~` for a value that is not there.
    let empty = style == Style::Plain && bytes.is_empty();
    let value = if empty { Value::Empty } else { Value::Text(text, style) };
    Node { start: bytes.start, end: bytes.end, value }
}

fn refused(bytes: Bytes, cause: Cause) -> Fault {
    let (at, message) = (bytes.start, cause.message());
    Fault { code: Code::YamlLimit, at, message, cause: Some((bytes, cause)) }
}

fn limit(bytes: &Bytes, message: &str) -> Fault {
    Fault { code: Code::YamlLimit, at: bytes.start, message: message.to_owned(), cause: None }
}
