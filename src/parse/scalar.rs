//! The text of a value that is one, and what to type where it is a list or a map.

use std::ops::Range;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::markdown::links::is_citation;
use crate::model::id::Slug;
use crate::model::place::{Span, Spanned, harm};
use crate::parse::fields::{Reading, kind_of};
use crate::parse::offsets::Offsets;
use crate::parse::quotation::{self, Found, WORDS_THAT_NEED_A_CITATION};
use crate::parse::yaml::{Node, Style, Value};

/// The text of a value, reported where it is none.
pub fn text_of<'n>(node: &'n Node<'_>, cx: &mut Reading) -> Option<(&'n str, Style)> {
    let help = match &node.value {
        Value::Text(text, style) => {
            // Files hold none; what is escaped in a text between quotation marks may be one.
            let harmful = |c| harm(c).map(|harm| (u32::from(c), harm));
            if *style == Style::Quoted
                && let Some((code, harm)) = text.chars().find_map(harmful)
            {
                let message = format!("`U+{code:04X}` is a control character, which {harm}");
                cx.wrong(Code::ControlCharacter, node, message, "take it out of the text");
                return None;
            }
            return Some((text, *style));
        }
        Value::List(_, true) => {
            "a text that begins with a bracket goes after `>-`, on the next line, indented by two spaces".to_owned()
        }
        Value::Map(entries, true) => match entries.as_slice() {
            [(_, Node { value: Value::Text(only, Style::Plain), .. })] => {
                format!("write the text alone, without braces: `{only}`")
            }
            _ => "write a text without braces; one that begins with a brace goes after `>-`, on the next line".to_owned(),
        },
        Value::List(..) | Value::Map(..) => {
            "write the text after the colon; a text that holds `: ` goes after `>-`, on the next line".to_owned()
        }
        Value::Empty => "write it after the colon".to_owned(),
    };
    let message = format!("a text belongs here, not {}", kind_of(node));
    cx.wrong(Code::WrongType, node, message, help);
    None
}

/// The text of a value that is a word, an id or an address, so that no bracket of it is meant.
pub fn word_of<'n>(node: &'n Node<'_>, cx: &mut Reading) -> Option<&'n str> {
    let Value::List(_, is_flow) = &node.value else {
        return text_of(node, cx).map(|(text, _)| text);
    };
    let mark = if *is_flow { "brackets" } else { "a dash" };
    let help = match only(node) {
        Some(only) => format!("write it without {mark}: `{only}`"),
        None => format!("write one, without {mark}"),
    };
    cx.wrong(Code::WrongType, node, "a text belongs here, not a list", help);
    None
}

/// Reports references in a text that is shown as it is.
pub fn refuse_references(text: &str, node: &Node<'_>, cx: &mut Reading) {
    let mut found = references(text).peekable();
    if found.peek().is_none() {
        return;
    }
    let range = cx.base + node.start..cx.base + node.end;
    let offsets = Offsets::align(text, &cx.file.text, range);
    for reference in found {
        let written = text.get(reference.clone()).unwrap_or("");
        let linked = written.strip_prefix("[[").and_then(|it| it.strip_suffix("]]"));
        let (message, help) = match linked {
            Some(linked) => {
                let help = match linked.split_once('|') {
                    Some((_, words)) => format!("write the words alone: `{}`", words.trim()),
                    None => "write the name as readers shall see it, without brackets".to_owned(),
                };
                ("a plain text holds no links: readers would see the brackets", help)
            }
            None => (
                "a plain text holds no citations: readers would see the brackets",
                "take it out; the text below the front matter can cite".to_owned(),
            ),
        };
        let place = cx.place(offsets.span(reference));
        cx.report(Diagnostic::new(Code::UnreadReference, place, message).help(help));
    }
}

/// Notes quoted words that would need a citation, in a text that can have none.
pub fn note_quotations(text: &str, node: &Node<'_>, cx: &mut Reading) {
    if text.is_ascii() && !text.contains('"') {
        return;
    }
    let (found, _) = quotation::find(text, |_| false);
    let words = |quote: &Found| text.get(quote.words.clone()).unwrap_or("");
    let mut long = found
        .iter()
        .filter(|it| quotation::count(words(it)) >= WORDS_THAT_NEED_A_CITATION)
        .peekable();
    if long.peek().is_none() {
        return;
    }
    let range = cx.base + node.start..cx.base + node.end;
    let offsets = Offsets::align(text, &cx.file.text, range);
    let noted =
        long.map(|it| Spanned { value: words(it).into(), span: offsets.span(it.whole.clone()) });
    cx.noted.uncited.extend(noted);
}

/// The references and citations in a text.
fn references(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find('[')?;
            let rest = text.get(start..)?;
            from = start + 1;
            let closer = if rest.starts_with("[[") { "]]" } else { "]" };
            let Some(end) = rest.find(closer).map(|end| end + closer.len()) else { continue };
            let inside = rest.get(1..end - 1).unwrap_or("");
            let is_link = closer == "]]" && !inside.trim_matches(['[', ']', ' ']).is_empty();
            if is_link || is_citation(inside) {
                from = start + end;
                return Some(start..from);
            }
        }
    })
}

/// The one plain text in a list, in however many brackets: of `[[id|words]]` the id.
#[must_use]
pub fn only<'n>(list: &'n Node<'_>) -> Option<&'n str> {
    let Value::List(items, _) = &list.value else { return None };
    match items.as_slice() {
        [Node { value: Value::Text(text, Style::Plain), .. }] => {
            let (name, _) = text.split_once('|').unwrap_or((text, ""));
            let name = name.trim_end_matches(['\\', ' ']);
            let id = name.split('#').next().filter(|id| Slug::new(id).is_some());
            id.or(Some(name))
        }
        [item] => only(item),
        _ => None,
    }
}

/// The place of the words of a text, without quotation marks or the sign of a block.
pub fn inner_span(node: &Node<'_>, text: &str, cx: &Reading) -> Span {
    let range = cx.base + node.start..cx.base + node.end;
    Offsets::align(text, &cx.file.text, range).span(0..text.len())
}
