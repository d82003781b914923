//! Tags of templates that nothing closes: Tera notices one only at a later tag, or at the end.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::{Place, Span, TextFile};

/// The tags that are closed by another.
const PAIRS: &[(&str, &str)] = &[
    ("block", "endblock"),
    ("component", "endcomponent"),
    ("filter", "endfilter"),
    ("for", "endfor"),
    ("if", "endif"),
    ("set", "endset"),
    ("set_global", "endset"),
];

/// A tag that is open.
struct Open {
    name: &'static str,
    end: &'static str,
    span: Span,
}

/// What is said where Tera meets a tag that closes nothing, or the end of the text. `span` is the
/// name that it met; none where that is no matter of open tags.
pub fn told(file: &Arc<TextFile>, said: &str, span: Span) -> Option<Diagnostic> {
    let name = file.slice(&span);
    let is_end = said == "Unexpected end of input";
    let closes = PAIRS.iter().find(|(_, end)| *end == name);
    let is_branch = name == "else" || name == "elif";
    if !(is_end || said == "Unknown tag" && (closes.is_some() || is_branch)) {
        return None;
    }
    let until = if is_end { file.text.len() } else { span.start as usize };
    let found = || Place::new(file, span);
    let wrong = |at, message: String| Diagnostic::new(Code::TemplateSyntax, at, message);
    let Some(open) = open_tags(&file.text, until)?.pop() else {
        let opening = closes.map_or("if", |(opening, _)| opening);
        return (!is_end).then(|| {
            let help = format!("take it out, or write `{{% {opening} … %}}` before it");
            wrong(found(), format!("no `{opening}` is open before this `{name}`")).help(help)
        });
    };
    let place = Place::new(file, open.span);
    if is_branch && open.name == "if" {
        // Tera takes any number of `elif`, and then one `else`.
        let help = "keep one `else`, and put it after every `elif`";
        let wrong = wrong(found(), format!("no `{name}` can follow the `else` of this `if`"));
        return Some(wrong.related(place, "the `if` begins here").help(help));
    }
    let wrong = wrong(place, format!("this `{}` is not closed", open.name));
    Some(if is_end {
        wrong.help(format!("write `{{% {} %}}` where it ends", open.end))
    } else {
        let help = format!("write `{{% {} %}}` before this `{{% {name} %}}`", open.end);
        wrong.related(found(), format!("this `{name}` comes before its end")).help(help)
    })
}

/// The tags that are open at a byte, innermost last; none where one is cut off.
fn open_tags(text: &str, until: usize) -> Option<Vec<Open>> {
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..)?.find('{').map(|length| at + length) {
        let inside = text.get(start + 2..).unwrap_or("");
        let length = match text.as_bytes().get(start + 1) {
            Some(b'#') => inside.find("#}")?,
            Some(b'{') => length(inside, "}}")?,
            Some(b'%') if start + 2 + inside.len() - trimmed(inside).len() >= until => break,
            Some(b'%') => {
                let length = length(inside, "%}")?;
                let tag = trimmed(&inside[..length]);
                let is_part = |c: char| c.is_alphanumeric() || c == '_';
                let (name, rest) = tag.split_at(tag.find(|c| !is_part(c)).unwrap_or(tag.len()));
                if name == "raw" {
                    at = start + 2 + inside.find("endraw")?;
                    continue;
                }
                if open.last().is_some_and(|last| last.end == name) {
                    open.pop();
                } else if let Some((name, end)) = PAIRS.iter().find(|(it, _)| *it == name)
                    && (*end != "endset" || is_block(rest))
                {
                    let span = Span::new(start..start + 2 + length + 2);
                    open.push(Open { name, end, span });
                }
                length
            }
            _ => {
                at = start + 1;
                continue;
            }
        };
        at = start + 2 + length + 2;
    }
    Some(open)
}

/// A tag without what only trims white space.
fn trimmed(tag: &str) -> &str {
    tag.strip_prefix('-').unwrap_or(tag).trim_start()
}

/// Whether a `set` takes what follows it, after the name of the variable, not what is after `=`.
fn is_block(rest: &str) -> bool {
    let after = rest.trim_start().trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
    !after.trim_start().starts_with('=')
}

/// How far it is to an end that stands outside of quotation marks.
fn length(text: &str, end: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            Some(mark) if mark == c => quote = None,
            Some(_) => {}
            None if text[at..].starts_with(end) => return Some(at),
            None if "\"'`".contains(c) => quote = Some(c),
            None => {}
        }
    }
    None
}
