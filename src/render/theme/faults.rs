//! What is wrong with templates, in plain words: Tera's reports with the whole name marked, and what
//! may have been meant.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::ErrorKind;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::{Place, Span, TextFile};
use crate::render::contract;
use crate::render::offers::offer;
use crate::render::theme::unclosed;

/// The folder of templates in a site.
pub const FOLDER: &str = "templates/";

/// What to type in a template where nothing better can be said.
const FORMS: &str = "a value is `{{ name }}`, a condition `{% if name %}…{% endif %}`, \
                     a loop `{% for item in list %}…{% endfor %}`";

/// The words that a tag may begin with.
const TAGS: &[&str] = &[
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "else",
    "endblock",
    "endcomponent",
    "endfilter",
    "endfor",
    "endif",
    "endraw",
    "endset",
    "extends",
    "filter",
    "for",
    "if",
    "include",
    "raw",
    "set",
    "set_global",
];

/// Tera's filters.
pub const FILTERS: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// Tera's tests.
pub const TESTS: &[&str] = &[
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// Tera's functions, and ours.
pub const FUNCTIONS: &[&str] = &["asset", "range", "super", "throw"];

/// Templates by their names.
pub type Files = BTreeMap<Box<str>, Arc<TextFile>>;

/// The name of a template.
#[must_use]
pub fn name_of(file: &TextFile) -> &str {
    file.path.strip_prefix(FOLDER).unwrap_or(&file.path)
}

/// A fault of the syntax of a template, by Tera's words for it and the place it names.
#[must_use]
pub fn syntax(files: &Files, file: &Arc<TextFile>, said: &str, span: Span) -> Diagnostic {
    let span = whole_name(&file.text, span);
    if let Some(unclosed) = unclosed::told(file, said, span) {
        return unclosed;
    }
    let name = file.slice(&span);
    let (message, help) = match said {
        "Unknown tag" if !name.is_empty() => {
            (format!("there is no tag `{name}`"), offer(name, TAGS.iter().copied(), FORMS))
        }
        _ => match unknown(files, said) {
            Some((message, help)) => (message, help),
            None => (plain(said), FORMS.to_owned()),
        },
    };
    Diagnostic::new(Code::TemplateSyntax, Place::new(file, span), message).help(help)
}

/// What a template names that is not there.
fn unknown(files: &Files, said: &str) -> Option<(String, String)> {
    let mut parts = said.split('`');
    let (before, name) = (parts.next()?.trim_end(), parts.next()?);
    let words =
        |words: &[&str]| words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
    let among = |what: &str, known: &[&str], otherwise: String| {
        (format!("there is no {what} `{name}`"), offer(name, known.iter().copied(), &otherwise))
    };
    Some(match before {
        "Unknown filter" => {
            among("filter", FILTERS, "take it out, with the bar before it".to_owned())
        }
        "Unknown test" => among("test", TESTS, format!("write one of {}", words(TESTS))),
        "Unknown function" => {
            among("function", FUNCTIONS, format!("write one of {}", words(FUNCTIONS)))
        }
        "Unknown template" => (
            format!("there is no template `{name}`"),
            offer(name, files.keys().map(|name| &**name), &format!("write it: `{FOLDER}{name}`")),
        ),
        "Block" => {
            let blocks: BTreeSet<&str> =
                files.values().flat_map(|it| blocks_of(&it.text)).collect();
            let others = blocks.into_iter().filter(|it| *it != name);
            let help = offer(name, others, "`{% block main %}` of `base.html` is what pages fill");
            (format!("no template that this one extends has a block `{name}`"), help)
        }
        _ => return None,
    })
}

/// The names of a template's blocks.
fn blocks_of(text: &str) -> impl Iterator<Item = &str> {
    text.split("{%").filter_map(|tag| {
        let tag = tag.trim_start_matches(['-', ' ']).strip_prefix("block ")?;
        tag.split(|c: char| !(c.is_alphanumeric() || c == '_')).next()
    })
}

/// What Tera says where templates do not fit together. It tells it as a text of several reports:
/// `error: MESSAGE`, then `--> FILE:LINE:COLUMN`.
#[expect(clippy::wildcard_enum_match_arm, reason = "a library's enum, which may grow")]
pub fn load(error: &tera::Error, files: &Files) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::MissingParent { current, parent } => {
            if let Some(file) = files.get(&**current) {
                return vec![no_parent(files, file, parent)];
            }
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            if let Some(file) = files.get(&**tpl) {
                let message =
                    format!("`{tpl}` extends or includes itself, by way of others or not");
                let help = "take `extends` or `include` out of one of them";
                let place = Place::new(file, Span::default());
                return vec![Diagnostic::new(Code::TemplateSyntax, place, message).help(help)];
            }
        }
        _ => {}
    }
    let whole = error.to_string();
    let reports = whole.split("error: ").filter(|report| !report.is_empty());
    reports.map(|report| reported(files, report)).collect()
}

/// One of Tera's reports.
fn reported(files: &Files, report: &str) -> Diagnostic {
    let message = report.lines().next().unwrap_or(report);
    let place = report.split("--> ").nth(1).and_then(|rest| {
        let mut parts = rest.lines().next()?.rsplitn(3, ':');
        let column: usize = parts.next()?.trim().parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let file = files.get(parts.next()?)?;
        Some((file, span_at(&file.text, line, column)))
    });
    let named = || files.values().find(|file| message.contains(&format!("'{}'", name_of(file))));
    match place.or_else(|| named().map(|file| (file, Span::default()))) {
        Some((file, span)) => syntax(files, file, message, span),
        None => Diagnostic::placeless(Code::TemplateSyntax, plain(message)).help(FORMS),
    }
}

/// A template that is extended and is not there.
fn no_parent(files: &Files, file: &Arc<TextFile>, parent: &str) -> Diagnostic {
    let at = file.text.find(parent).unwrap_or(0);
    let length = if file.text.contains(parent) { parent.len() } else { 0 };
    let place = Place::new(file, Span::new(at..at + length));
    let message = format!("there is no template `{parent}` to extend");
    let names = files.keys().map(|name| &**name).filter(|name| *name != name_of(file));
    let help = offer(parent, names, "pages extend `base.html`");
    Diagnostic::new(Code::TemplateSyntax, place, message).help(help)
}

/// What went wrong while a page was made: Tera's words in ours, the name that is meant, and help.
/// `files` are the static files, and `has` says which variables the page has.
#[must_use]
pub fn made(
    file: &TextFile,
    span: Span,
    said: &str,
    files: &[Box<str>],
    has: &dyn Fn(&str) -> bool,
) -> (String, Span, String) {
    let otherwise = "docs/templates.md says what each page has";
    if let Some(path) = said.strip_prefix("there is no file `static/") {
        let path = path.split('`').next().unwrap_or(path);
        let at = file.slice(&span).find(path).map_or(span, |at| span.part(at..at + path.len()));
        let put = format!("put the file at `static/{path}`");
        let help = offer(path, files.iter().map(|name| &**name), &put);
        return (format!("there is no file `static/{path}`"), at, help);
    }
    if said.contains("got `undefined`") {
        let span = whole_path(&file.text, span);
        let path = file.slice(&span);
        let name = path.rsplit('.').next().unwrap_or(path);
        let at = span.part(path.len() - name.len()..path.len());
        if contract::is_known(path) {
            let help = format!("ask first: `{{% if {path} %}}…{{% endif %}}`");
            return (format!("this page has no `{path}`"), at, help);
        }
        let known = contract::fields(path.strip_suffix(name).unwrap_or(""));
        let known = known.iter().copied().filter(|it| path != name || has(it));
        return (format!("`{path}` is not defined"), at, offer(name, known, otherwise));
    }
    let (said, available) = match said.split_once(" Available ") {
        Some((said, available)) => (said, available.split_once(": ")),
        None => (said, None),
    };
    let wanted = said.split('`').nth(1).unwrap_or("");
    let names = available.into_iter().flat_map(|(_, names)| names.split(", "));
    (plain(said), span, offer(wanted, names, otherwise))
}

/// Tera's words in ours: lower case first, no full stop.
fn plain(said: &str) -> String {
    let mut letters = said.trim_end_matches('.').chars();
    let first = letters.next().map(|first| first.to_lowercase().chain(letters).collect());
    first.unwrap_or_default()
}

/// From line and column to what stands there.
fn span_at(text: &str, line: usize, column: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or("");
    let inside: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    let from = (start + inside).min(text.len());
    Span::new(from..from)
}

/// All of the name that begins at a place: a word, or what stands between quotation marks.
fn whole_name(text: &str, span: Span) -> Span {
    let from = span.start as usize;
    let rest = text.get(from..).unwrap_or("");
    if let Some(mark) = rest.chars().next().filter(|mark| "\"'`".contains(*mark))
        && let Some(name) = rest.get(1..).and_then(|rest| rest.split(mark).next())
    {
        return Span::new(from + 1..from + 1 + name.len());
    }
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    Span::new(from..(from + length).max(span.end as usize))
}

/// All of the path that begins at a place: `page.title`.
fn whole_path(text: &str, span: Span) -> Span {
    let rest = text.get(span.start as usize..).unwrap_or("");
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let length = rest.find(|c: char| !part(c)).unwrap_or(rest.len());
    Span::new(span.start as usize..span.start as usize + length)
}

#[cfg(test)]
mod tests {
    use super::{FILTERS, FUNCTIONS, TAGS, TESTS};

    /// Tera does not say what it has: so each name is tried.
    #[test]
    fn what_is_offered_is_there() {
        let known = |text: String| {
            let mut engine = tera::Tera::default();
            engine.register_function("asset", |_: tera::Kwargs, _: &tera::State| "");
            match engine.add_raw_template("a", &text) {
                Ok(()) => true,
                Err(error) => !error.to_string().contains("nknown"),
            }
        };
        for name in FILTERS {
            assert!(known(format!("{{{{ a | {name} }}}}")), "{name}");
        }
        for name in TESTS {
            assert!(known(format!("{{% if a is {name} %}}{{% endif %}}")), "{name}");
        }
        for name in FUNCTIONS {
            assert!(known(format!("{{% block a %}}{{{{ {name}() }}}}{{% endblock %}}")), "{name}");
        }
        for name in TAGS.iter().filter(|name| !name.starts_with("e") || **name == "extends") {
            assert!(known(format!("{{% {name} %}}")), "{name}");
        }
        assert!(!known("{% iff %}".to_owned()) && !known("{{ a | shout }}".to_owned()));
    }
}
