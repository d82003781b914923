//! The shapes that values may have. A shape reads a value and says, as JSON Schema, what it
//! accepts: so the contract that is checked and the one that `schema` prints are one.

use serde_json::{Value as Json, json};

use crate::diagnostic::code::Code;
use crate::markdown::links::{is_web_address, port_of};
use crate::model::document::{Expected, Form, Reference};
use crate::model::file_name::is_device;
use crate::model::id::{Kind, ReferenceId, Slug};
use crate::model::place::Spanned;
use crate::model::prose::Prose;
use crate::nearest::nearest;
use crate::parse::fields::{Reading, kind_of, listed};
use crate::parse::offsets::Offsets;
use crate::parse::prose::prose;
use crate::parse::quotation::Uncited;
use crate::parse::scalar::{
    inner_span, note_quotations, only, refuse_references, text_of, word_of,
};
use crate::parse::yaml::{Node, Value};

/// A shape of values.
pub trait Shape {
    /// What a value becomes.
    type Value;

    /// Reads a value; none, with a diagnostic, where it is wrong.
    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Self::Value>;

    /// What it accepts, as JSON Schema (2020-12).
    fn schema(&self) -> Json;

    /// What to type, for help.
    fn example(&self) -> String;
}

/// Plain text.
pub struct Text;

/// `true` or `false`.
pub struct YesNo;

/// The port of a server.
pub struct Port;

/// Markdown with references.
pub struct Markdown(pub Uncited);

/// An `https` or `http` address.
pub struct Address;

/// An id that need not name anything (a former one), with what to type for help.
pub struct NewId(pub &'static str);

/// The id of a thing of this kind.
pub struct IdOf(pub Kind);

/// An actor's id, or free words.
pub struct ActorOrWords;

/// A list of one shape; a single value is not a list.
pub struct List<S>(pub S);

/// A value with its place.
pub struct At<S>(pub S);

/// What a port is.
const PORTS: &str = "write a port from 1 to 65535";

fn port(text: &str) -> Option<u16> {
    let port = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
    (port > 0).then_some(port)
}

/// One of a closed list of words.
pub struct OneOf<T: 'static>(pub &'static [&'static str], pub fn(&str) -> Option<T>);

impl Shape for Text {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let (text, _) = text_of(node, cx)?;
        let text = text.trim();
        if text.is_empty() {
            cx.wrong(
                Code::WrongType,
                node,
                "this text is empty",
                "write it, or take the field out",
            );
            return None;
        }
        refuse_references(text, node, cx);
        note_quotations(text, node, cx);
        // Text fields stand in one line of a page, so line ends in them mean nothing.
        Some(if text.contains('\n') {
            text.split_whitespace().collect::<Vec<_>>().join(" ").into()
        } else {
            text.into()
        })
    }

    fn schema(&self) -> Json {
        json!({"type": ["string", "number", "boolean"]})
    }

    fn example(&self) -> String {
        "…".to_owned()
    }
}

impl Shape for YesNo {
    type Value = bool;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<bool> {
        let text = word_of(node, cx)?;
        match text {
            "true" => Some(true),
            "false" => Some(false),
            other => {
                let message = format!("`{other}` is neither `true` nor `false`");
                cx.wrong(Code::InvalidValue, node, message, "write `true` or `false`");
                None
            }
        }
    }

    fn schema(&self) -> Json {
        json!({"type": "boolean"})
    }

    fn example(&self) -> String {
        "true".to_owned()
    }
}

impl Shape for Port {
    type Value = u16;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<u16> {
        let text = word_of(node, cx)?;
        let port = port(text);
        if port.is_none() {
            let message = format!("`{text}` is not a port");
            cx.wrong(Code::InvalidValue, node, message, PORTS);
        }
        port
    }

    fn schema(&self) -> Json {
        json!({"type": "integer", "minimum": 1, "maximum": u16::MAX})
    }

    fn example(&self) -> String {
        "22".to_owned()
    }
}

impl Shape for Markdown {
    type Value = Prose;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Prose> {
        let (text, _) = text_of(node, cx)?;
        let range = cx.base + node.start..cx.base + node.end;
        let offsets = Offsets::align(text, &cx.file.text, range);
        Some(prose(text, &offsets, self.0, cx))
    }

    fn schema(&self) -> Json {
        json!({"type": ["string", "number"], "contentMediaType": "text/markdown"})
    }

    fn example(&self) -> String {
        "…".to_owned()
    }
}

impl Shape for Address {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let text = word_of(node, cx)?;
        if is_web_address(text) {
            let Some(number) = port_of(text).filter(|number| port(number).is_none()) else {
                return Some(text.into());
            };
            let (message, help) = match number {
                "" => ("no port follows this colon".to_owned(), "take the colon away"),
                _ => (format!("`{number}` is not a port"), PORTS),
            };
            cx.wrong(Code::InvalidAddress, node, message, help);
            return None;
        }
        let message = format!("`{text}` is not an address of a page");
        cx.wrong(Code::InvalidAddress, node, message, "write it whole: `https://…`");
        None
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "format": "uri", "pattern": "^[hH][tT][tT][pP][sS]?://"})
    }

    fn example(&self) -> String {
        "https://…".to_owned()
    }
}

const SLUG_PATTERN: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

impl Shape for NewId {
    type Value = Spanned<Slug>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Spanned<Slug>> {
        let text = word_of(node, cx)?;
        let (message, help) = match Slug::new(text) {
            Some(value) if !is_device(text) => {
                return Some(Spanned { value, span: inner_span(node, text, cx) });
            }
            Some(_) => (
                format!("`{text}` is the name of a device on Windows, where no file can have it"),
                "take it out: no page can stand there on every system",
            ),
            None => (format!("`{text}` is not an id"), "an id has `a-z`, `0-9` and dashes inside"),
        };
        cx.wrong(Code::InvalidId, node, message, help);
        None
    }

    fn schema(&self) -> Json {
        json!({"type": ["string", "integer"], "pattern": SLUG_PATTERN})
    }

    fn example(&self) -> String {
        self.0.to_owned()
    }
}

fn reference(node: &Node<'_>, expected: Expected, cx: &mut Reading) -> Option<ReferenceId> {
    let text = word_of(node, cx)?.trim();
    let span = inner_span(node, text, cx);
    let same = cx.file.slice(&span) == text;
    let spelled = (!same).then(|| text.into());
    Some(cx.reference(Reference { span, spelled, expected, fragment: None, form: Form::Field }))
}

impl Shape for IdOf {
    type Value = ReferenceId;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<ReferenceId> {
        reference(node, Expected::Only(self.0), cx)
    }

    fn schema(&self) -> Json {
        let about = format!("The id of {}.", self.0.with_article());
        json!({"type": ["string", "integer"], "pattern": SLUG_PATTERN, "description": about})
    }

    fn example(&self) -> String {
        format!("ID  # of {}", self.0.with_article())
    }
}

impl Shape for ActorOrWords {
    type Value = (Box<str>, ReferenceId);

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<(Box<str>, ReferenceId)> {
        // Brackets around words may be meant, around an id never.
        if only(node).is_some_and(|only| Slug::new(only).is_some()) {
            word_of(node, cx)?;
        }
        let words = Text.read(node, cx)?;
        Some((words, reference(node, Expected::ActorOrWords, cx)?))
    }

    fn schema(&self) -> Json {
        Text.schema()
    }

    fn example(&self) -> String {
        Text.example()
    }
}

impl<S: Shape> Shape for List<S> {
    type Value = Vec<S::Value>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Vec<S::Value>> {
        let Value::List(items, _) = &node.value else {
            let message = format!("a list belongs here, not {}", kind_of(node));
            let help = "write each item on a line of its own, after a dash and a space";
            cx.wrong(Code::WrongType, node, message, help);
            return None;
        };
        Some(items.iter().filter_map(|item| self.0.read(item, cx)).collect())
    }

    fn schema(&self) -> Json {
        json!({"type": "array", "items": self.0.schema()})
    }

    fn example(&self) -> String {
        format!("[{}]", self.0.example())
    }
}

impl<S: Shape> Shape for At<S> {
    type Value = Spanned<S::Value>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Spanned<S::Value>> {
        let span = cx.span(node);
        self.0.read(node, cx).map(|value| Spanned { value, span })
    }

    fn schema(&self) -> Json {
        self.0.schema()
    }

    fn example(&self) -> String {
        self.0.example()
    }
}

impl<T> Shape for OneOf<T> {
    type Value = T;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<T> {
        let text = word_of(node, cx)?;
        let found = (self.1)(text);
        if found.is_none() {
            unknown_word(text, self.0, node, cx);
        }
        found
    }

    fn schema(&self) -> Json {
        json!({"enum": self.0})
    }

    fn example(&self) -> String {
        self.0.first().copied().unwrap_or("…").to_owned()
    }
}

/// Reports a word that is none of a closed list.
fn unknown_word(text: &str, words: &[&str], node: &Node<'_>, cx: &mut Reading) {
    let message = format!("`{text}` is not one of the words that may stand here");
    // Some lists are in capitals, and most are not.
    let cases = [text.to_owned(), text.to_uppercase(), text.to_lowercase()];
    let near = cases.iter().find_map(|text| nearest(text, words.iter().copied()));
    let help = match near {
        Some(near) => format!("did you mean `{near}`? The words are {}", listed(words)),
        None => format!("write one of {}", listed(words)),
    };
    cx.wrong(Code::InvalidValue, node, message, help);
}

impl<S: Shape> Shape for &S {
    type Value = S::Value;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<S::Value> {
        (*self).read(node, cx)
    }

    fn schema(&self) -> Json {
        (*self).schema()
    }

    fn example(&self) -> String {
        (*self).example()
    }
}
