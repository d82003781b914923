//! Names in a site's own templates that no page has.
//!
//! Where a template shows such a name, making the page fails and says so. In a condition, though,
//! Tera takes a name that is not there for false without a word: so templates are read for them
//! before any page is made.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::{Place, Span, TextFile};
use crate::render::contract;
use crate::render::offers::offer;
use crate::render::theme::Theme;
use crate::words::table::Words;

/// The names that no page has, with the template that uses each.
#[must_use]
pub fn names(theme: &Theme) -> Vec<(String, Diagnostic)> {
    let mut found = Vec::new();
    for (name, file) in theme.own() {
        for variable in theme.variables_of(name) {
            if contract::is_known(variable) || is_set_by(&file.text, variable) {
                continue;
            }
            let Some(span) = word_in(&file.text, variable) else { continue };
            let message = format!("no page has a variable `{variable}`");
            found.push((name.to_owned(), unknown(file, span, message, variable, contract::NAMES)));
        }
        for row in rows_of(&file.text) {
            for span in fields_in(&file.text, row) {
                let field = file.slice(&span);
                if !contract::ROW.contains(&field) {
                    let message = format!("no row of a list has a field `{field}`");
                    found.push((
                        name.to_owned(),
                        unknown(file, span, message, field, contract::ROW),
                    ));
                }
            }
        }
        let holders = [("page", contract::PAGE), ("site", contract::SITE), ("words", Words::NAMES)];
        for (holder, fields) in holders {
            for span in fields_in(&file.text, holder) {
                let field = file.slice(&span);
                if !fields.contains(&field) {
                    let message = format!("`{holder}` has no field `{field}`");
                    found.push((name.to_owned(), unknown(file, span, message, field, fields)));
                }
            }
        }
    }
    found
}

fn unknown(
    file: &Arc<TextFile>,
    span: Span,
    message: String,
    name: &str,
    known: &'static [&'static str],
) -> Diagnostic {
    let otherwise = "docs/templates.md says what each page has";
    let help = offer(name, known.iter().copied(), otherwise);
    Diagnostic::new(Code::TemplateError, Place::new(file, span), message).help(help)
}

/// Where the fields of a variable are named: `title` in `{{ page.title }}`.
fn fields_in(text: &str, variable: &str) -> Vec<Span> {
    let holder = format!("{variable}.");
    let fields = text.match_indices(&holder).filter_map(|(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at + holder.len()..)?);
        let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
        let whole = !before.ends_with(|c: char| part_of_word(c) || c == '.');
        let length = after.find(|c: char| !part_of_word(c)).unwrap_or(after.len());
        let start = at + holder.len();
        (whole && length > 0 && is_in_tag(before)).then(|| Span::new(start..start + length))
    });
    fields.collect()
}

/// The names that a template gives to the entries of lists: `row` in `{% for row in quotations %}`.
fn rows_of(text: &str) -> BTreeSet<&str> {
    let loops = text.match_indices("for ").filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or("").trim_end_matches([' ', '-']);
        before.ends_with("{%")
    });
    let names = loops.filter_map(|(at, it)| {
        let (name, list) = text.get(at + it.len()..)?.split_once(" in ")?;
        // What a template's own list holds is its own affair.
        let is_own = list.trim_start().starts_with('[');
        let is_word = name.chars().all(|c| c.is_alphanumeric() || c == '_');
        (is_word && !is_own && !is_set_by(text, name)).then_some(name)
    });
    names.collect()
}

/// Whether what comes next stands inside `{{ … }}` or `{% … %}`.
fn is_in_tag(before: &str) -> bool {
    before.rfind("{{").max(before.rfind("{%")) > before.rfind("}}").max(before.rfind("%}"))
}

/// Whether a template names a variable itself, by `{% set name = … %}` or in a `for`.
fn is_set_by(text: &str, variable: &str) -> bool {
    ["set ", "set_global "].iter().any(|set| {
        text.match_indices(set).any(|(at, _)| {
            let rest = text.get(at + set.len()..).unwrap_or("").trim_start();
            rest.strip_prefix(variable)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    })
}

/// Where a word stands inside `{{ … }}` or `{% … %}`.
fn word_in(text: &str, word: &str) -> Option<Span> {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    text.match_indices(word).find_map(|(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at + word.len()..)?);
        let whole = !before.ends_with(part_of_word)
            && !after.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        (whole && is_in_tag(before)).then(|| Span::new(at..at + word.len()))
    })
}
