//! Reading a map field by field, so that every fault of it is told.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::document::{Noted, Reference};
use crate::model::id::ReferenceId;
use crate::model::place::{Place, Span, TextFile};
use crate::nearest::nearest;
use crate::parse::shape::Shape;
use crate::parse::yaml::{Node, Value};

/// An own file that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFile {
    /// Where it is named.
    pub span: Span,
    /// Its path below `static/`.
    pub path: Box<str>,
    /// Whether it is shown as a picture, or else linked to.
    pub is_picture: bool,
}

/// What is gathered while a file is read.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub file: Arc<TextFile>,
    /// Where the YAML begins in it: places in the tree are counted from there.
    pub base: usize,
    /// Everything that the file refers to.
    pub references: Vec<Reference>,
    /// The own files that its texts name.
    pub files: Vec<OwnFile>,
    /// What `check` alone looks at.
    pub noted: Noted,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Begins with a file.
    #[must_use]
    pub fn new(file: &Arc<TextFile>) -> Self {
        Reading {
            file: Arc::clone(file),
            base: 0,
            references: Vec::new(),
            files: Vec::new(),
            noted: Noted::default(),
            diagnostics: Vec::new(),
        }
    }

    /// A place in the file.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place::new(&self.file, span)
    }

    /// Where a value of the tree stands in the file, without the white space after it.
    #[must_use]
    pub fn span(&self, node: &Node<'_>) -> Span {
        let range = self.base + node.start..self.base + node.end.max(node.start);
        let text = self.file.text.get(range.clone()).unwrap_or("");
        Span::new(range.start..range.start + text.trim_end().len())
    }

    /// Notes a mistake.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Notes a mistake at a value.
    pub fn wrong(
        &mut self,
        code: Code,
        node: &Node<'_>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = self.place(self.first_line(node));
        self.report(Diagnostic::new(code, place, message).help(help));
    }

    /// The place of a value, cut at the end of its first line.
    fn first_line(&self, node: &Node<'_>) -> Span {
        let span = self.span(node);
        let line = self.file.slice(&span).split('\n').next().unwrap_or("").trim_end();
        Span::new(span.start as usize..span.start as usize + line.len())
    }

    /// Adds a reference.
    pub fn reference(&mut self, reference: Reference) -> ReferenceId {
        let id = ReferenceId(u32::try_from(self.references.len()).unwrap_or(u32::MAX));
        self.references.push(reference);
        id
    }
}

/// The fields of a map, taken out one by one.
#[derive(Debug)]
pub struct Fields<'n, 't> {
    /// What has these fields, with its article: `an actor`.
    owner: &'static str,
    at: Span,
    left: Vec<(&'n Node<'t>, &'n Node<'t>)>,
    known: Vec<&'static str>,
    broken: Vec<String>,
    /// Required fields that are not there, until it is clear that none is merely misspelt.
    missing: Vec<(&'static str, Diagnostic)>,
}

impl<'n, 't> Fields<'n, 't> {
    /// The fields of a value; none where it is no map. `example` is how one of them is written.
    pub fn of(
        owner: &'static str,
        example: &str,
        node: &'n Node<'t>,
        cx: &mut Reading,
    ) -> Option<Self> {
        let (entries, at) = match &node.value {
            Value::Map(entries, _) => {
                (entries.iter().map(|(k, v)| (k, v)).collect(), cx.span(node))
            }
            Value::Empty => (Vec::new(), cx.span(node)),
            Value::Text(..) | Value::List(..) => {
                let message = format!("{owner} is written as fields, not as {}", kind_of(node));
                let help = format!("write `{example}`, and other fields below, indented alike");
                cx.wrong(Code::WrongType, node, message, help);
                return None;
            }
        };
        let mut fields =
            Fields { owner, at, left: entries, known: vec![], broken: vec![], missing: vec![] };
        fields.refuse_doubles(cx);
        Some(fields)
    }

    /// Fields that were left out because their YAML is broken; they count as there.
    #[must_use]
    pub fn broken(mut self, broken: Vec<String>) -> Self {
        self.broken = broken;
        self
    }

    /// Where a missing field is reported.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.at = span;
        self
    }

    fn refuse_doubles(&mut self, cx: &mut Reading) {
        let mut seen: Vec<(&str, Span)> = Vec::new();
        let mut kept = Vec::with_capacity(self.left.len());
        for (key, value) in std::mem::take(&mut self.left) {
            let Some(name) = text(key) else {
                let help = "a field's name is a plain word";
                cx.wrong(Code::UnknownField, key, "this is no field's name", help);
                continue;
            };
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == name) {
                let place = cx.place(cx.span(key));
                let first = cx.place(*first);
                cx.report(
                    Diagnostic::new(Code::DuplicateKey, place, format!("`{name}` stands twice"))
                        .related(first, "it stands here first")
                        .help("keep one of the two"),
                );
                continue;
            }
            seen.push((name, cx.span(key)));
            kept.push((key, value));
        }
        self.left = kept;
    }

    fn take(&mut self, name: &'static str) -> Option<&'n Node<'t>> {
        self.known.push(name);
        let at = self.left.iter().position(|(key, _)| text(key) == Some(name))?;
        Some(self.left.remove(at).1)
    }

    /// A field that must be there.
    pub fn required<S: Shape>(
        &mut self,
        name: &'static str,
        shape: &S,
        cx: &mut Reading,
    ) -> Option<S::Value> {
        let node = self.filled(name, &|| shape.example(), cx)?;
        shape.read(node, cx)
    }

    /// The value of a field that must be there; none, and that noted, where there is none.
    fn filled(
        &mut self,
        name: &'static str,
        example: &dyn Fn() -> String,
        cx: &Reading,
    ) -> Option<&'n Node<'t>> {
        let is_empty = |node: &Node<'_>| match &node.value {
            Value::Empty => true,
            Value::Text(text, _) => text.trim().is_empty(),
            Value::List(..) | Value::Map(..) => false,
        };
        let found = self.take(name);
        if let Some(node) = found.filter(|node| !is_empty(node)) {
            return Some(node);
        }
        if self.broken.iter().any(|broken| broken == name) {
            return None;
        }
        let (span, what, help) = match found {
            Some(node) => {
                let help = match node.value {
                    Value::Empty => format!("write its value after `{name}:`"),
                    Value::Text(..) | Value::List(..) | Value::Map(..) => {
                        format!("write its value between the marks after `{name}:`")
                    }
                };
                (cx.span(node), "is empty", help)
            }
            None => (self.at, "is missing", format!("add a line `{name}: {}`", example())),
        };
        let place = cx.place(span);
        let message = format!("{} needs `{name}`, which {what}", self.owner);
        let diagnostic = Diagnostic::new(Code::MissingField, place, message).help(help);
        self.missing.push((name, diagnostic));
        None
    }

    /// A field that may be there.
    pub fn optional<S: Shape>(
        &mut self,
        name: &'static str,
        shape: &S,
        cx: &mut Reading,
    ) -> Option<S::Value> {
        match self.take(name) {
            Some(node) if !matches!(node.value, Value::Empty) => shape.read(node, cx),
            Some(_) | None => None,
        }
    }

    /// Passes over the fields that nobody asked for, since it is not known which there are: all but
    /// those that are meant for one that is missing.
    pub fn pass_over(&mut self) {
        let missing = &self.missing;
        self.left.retain(|(key, _)| {
            let names = missing.iter().map(|(name, _)| *name);
            nearest(text(key).unwrap_or(""), names).is_some()
        });
    }

    /// Reports every field that nobody asked for, and every one that is missing. A required field
    /// that is merely misspelt is one mistake, not two.
    pub fn finish(mut self, cx: &mut Reading) {
        for (key, _) in &self.left {
            let name = text(key).unwrap_or("");
            let place = cx.place(cx.span(key));
            let message = format!("{} has no field `{name}`", self.owner);
            let help = match nearest(name, self.known.iter().copied()) {
                Some(known) => {
                    self.missing.retain(|(missing, _)| *missing != known);
                    format!("did you mean `{known}`?")
                }
                None => format!("its fields are {}", listed(&self.known)),
            };
            cx.report(Diagnostic::new(Code::UnknownField, place, message).help(help));
        }
        for (_, diagnostic) in self.missing {
            cx.report(diagnostic);
        }
    }
}

/// The text of a value that is one.
#[must_use]
pub fn text<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    if let Value::Text(text, _) = &node.value { Some(text) } else { None }
}

/// What a value is, for messages.
#[must_use]
pub fn kind_of(node: &Node<'_>) -> &'static str {
    match &node.value {
        Value::Empty => "nothing",
        Value::Text(..) => "a text",
        Value::List(..) => "a list",
        Value::Map(..) => "fields",
    }
}

/// Words between backticks, with commas.
#[must_use]
pub fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
