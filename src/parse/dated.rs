//! The shapes of dates and times.

use serde_json::{Value as Json, json};

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::document;
use crate::model::place::Spanned;
use crate::model::when::When;
use crate::parse::fields::{Reading, text};
use crate::parse::scalar::{inner_span, text_of};
use crate::parse::shape::Shape;
use crate::parse::when;
use crate::parse::yaml::{Node, Value};

/// A date or a time (EDTF).
pub struct Date;

/// One calendar day.
pub struct Day;

/// A date of something that is over, in the field of this name.
pub struct Past<S>(pub &'static str, pub S);

/// A time with an offset or a zone.
pub struct Instant;

/// Reads a date by one of the three ways dates are read, and reports where it is wrong.
fn dated<T>(
    node: &Node<'_>,
    cx: &mut Reading,
    example: &str,
    read: impl Fn(&str) -> Result<T, when::WhenError>,
) -> Option<T> {
    if let Value::List(items, _) = &node.value {
        let only = match items.as_slice() {
            [item] => text(item).filter(|only| read(only).is_ok()),
            _ => None,
        };
        let help = match only {
            Some(only) => format!("write it without brackets or dash: `{only}`"),
            None => format!("write one, such as `{example}`, without brackets or dash"),
        };
        cx.wrong(Code::WrongType, node, "one date belongs here, not a list", help);
        return None;
    }
    let (text, _) = text_of(node, cx)?;
    match read(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let span = inner_span(node, text, cx).part(error.range);
            let place = cx.place(span);
            cx.report(Diagnostic::new(Code::InvalidDate, place, error.message).help(error.help));
            None
        }
    }
}

const DATE_PATTERN: &str = r"^(-?[0-9X]{4}|Y-?[0-9]{5,}|\.\.)";

impl Shape for Date {
    type Value = When;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<When> {
        dated(node, cx, &self.example(), when::when)
    }

    fn schema(&self) -> Json {
        json!({"type": ["string", "integer"], "pattern": DATE_PATTERN})
    }

    fn example(&self) -> String {
        "2021-12-30".to_owned()
    }
}

impl Shape for Day {
    type Value = When;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<When> {
        dated(node, cx, &self.example(), when::day)
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": r"^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
    }

    fn example(&self) -> String {
        "2021-12-30".to_owned()
    }
}

impl<S: Shape<Value = When>> Shape for Past<S> {
    type Value = When;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<When> {
        let when = self.1.read(node, cx)?;
        if let Some(day) = when.earliest_day() {
            let span = cx.span(node);
            cx.noted.past.push(document::Past { field: self.0, day, span });
        }
        Some(when)
    }

    fn schema(&self) -> Json {
        self.1.schema()
    }

    fn example(&self) -> String {
        self.1.example()
    }
}

impl Shape for Instant {
    type Value = Spanned<i64>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Spanned<i64>> {
        let span = cx.span(node);
        dated(node, cx, &self.example(), when::instant).map(|value| Spanned { value, span })
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": r"^-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"})
    }

    fn example(&self) -> String {
        "2021-12-30T18:00+01:00".to_owned()
    }
}
