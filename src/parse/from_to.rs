//! Spans that are written in two fields: what begins does not end before that.

use serde_json::Value as Json;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::document::Shared;
use crate::model::when::{Shape as Said, When};
use crate::parse::fields::{Reading, text};
use crate::parse::shape::Shape;
use crate::parse::when::when;
use crate::parse::yaml::{Node, Value};

/// A record that has `from` and `to`.
pub struct FromTo<S>(pub S);

impl<S: Shape> Shape for FromTo<S> {
    type Value = S::Value;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<S::Value> {
        let value = self.0.read(node, cx);
        refuse_reversed(node, cx);
        value
    }

    fn schema(&self) -> Json {
        self.0.schema()
    }

    fn example(&self) -> String {
        self.0.example()
    }
}

/// Reports a `to` that is before `from`.
fn refuse_reversed(node: &Node<'_>, cx: &mut Reading) {
    let Value::Map(entries, _) = &node.value else { return };
    let field = |name: &str| {
        let (_, value) = entries.iter().find(|(key, _)| text(key) == Some(name))?;
        // What is no date is told already.
        Some((value, when(text(value)?).ok()?))
    };
    let (Some((start, from)), Some((end, to))) = (field("from"), field("to")) else { return };
    if is_before(&to, &from) {
        let message = format!("`to: {to}` is before `from: {from}`");
        let (place, first) = (cx.place(cx.span(end)), cx.place(cx.span(start)));
        let help = format!("write `from: {to}` and `to: {from}`, or mend the one that is wrong");
        let diagnostic = Diagnostic::new(Code::InvalidDate, place, message);
        cx.report(diagnostic.related(first, "it begins here").help(help));
    }
}

/// Whether a date is over before another can have begun.
fn is_before(a: &When, b: &When) -> bool {
    if let (Said::Time(a), Said::Time(b)) = (a.shape(), b.shape()) {
        return a.instant < b.instant;
    }
    match (a.last_day(), b.first_day()) {
        (Some(a), Some(b)) => a < b,
        (None, _) | (_, None) => false,
    }
}

/// Reports what would never be published, since it expires before it may be.
pub fn refuse_never(shared: &Shared, cx: &mut Reading) {
    let (Some(embargo), Some(expires)) = (&shared.embargo, &shared.expires) else { return };
    if expires.value <= embargo.value {
        let (place, first) = (cx.place(expires.span), cx.place(embargo.span));
        let message = "`expires` is not later than `embargo`, so this would never be published";
        let help = "write an `expires` that is later, or take one of the two fields out";
        let diagnostic = Diagnostic::new(Code::InvalidDate, place, message);
        cx.report(diagnostic.related(first, "the embargo ends here").help(help));
    }
}
