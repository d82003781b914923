//! Lists in which nothing may stand twice.

use serde_json::Value as Json;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::parse::fields::{Reading, text};
use crate::parse::shape::{List, Shape};
use crate::parse::yaml::{Node, Value};

/// A list of one shape, each item of which is there once.
pub struct Once<S> {
    /// The shape of an item.
    pub item: S,
    /// The field that an item is known by; none where the item itself is a text.
    pub known_by: Option<&'static str>,
    /// What it is where one stands twice.
    pub code: Code,
    /// What an item is called.
    pub called: &'static str,
    /// What to type instead.
    pub help: &'static str,
}

impl<S: Shape> Shape for Once<S> {
    type Value = Vec<S::Value>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Vec<S::Value>> {
        let list = List(&self.item).read(node, cx);
        if let Value::List(items, _) = &node.value {
            self.refuse_doubles(items, cx);
        }
        list
    }

    fn schema(&self) -> Json {
        List(&self.item).schema()
    }

    fn example(&self) -> String {
        List(&self.item).example()
    }
}

impl<S> Once<S> {
    fn refuse_doubles(&self, items: &[Node<'_>], cx: &mut Reading) {
        let mut seen: Vec<(&str, &Node<'_>)> = Vec::new();
        for node in items.iter().filter_map(|item| self.name_of(item)) {
            let name = text(node).unwrap_or("").trim();
            let Some((_, first)) = seen.iter().find(|(other, _)| *other == name) else {
                seen.push((name, node));
                continue;
            };
            let (place, first) = (cx.place(cx.span(node)), cx.place(cx.span(first)));
            let message = format!("{} `{name}` stands twice", self.called);
            let diagnostic = Diagnostic::new(self.code, place, message);
            cx.report(diagnostic.related(first, "it stands here first").help(self.help));
        }
    }

    /// What an item is known by; none where that is missing or no text, which is told already.
    fn name_of<'n, 't>(&self, item: &'n Node<'t>) -> Option<&'n Node<'t>> {
        let node = match (self.known_by, &item.value) {
            (None, _) => item,
            (Some(name), Value::Map(entries, _)) => {
                let (_, value) = entries.iter().find(|(key, _)| text(key) == Some(name))?;
                value
            }
            (Some(_), _) => return None,
        };
        text(node).is_some_and(|text| !text.trim().is_empty()).then_some(node)
    }
}
