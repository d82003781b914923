//! The report that people read.
//!
//! It is in the order of files and places, as an author mends them. Where only the first so many
//! are shown (`build`, `serve`), errors come before warnings in *choosing* them, so that what stops
//! the build is never hidden behind what does not; hints are left to `check`.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostic::code::{Code, Severity};
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::diagnostic::excerpt;
use crate::diagnostic::positions::Positions;

/// The report; empty where there is nothing to tell. With a limit: at most so many in full, no
/// hints, and what else there is by code.
#[must_use]
pub fn report(diagnostics: &Diagnostics, limit: Option<usize>, styled: bool) -> String {
    let all: Vec<&Diagnostic> = diagnostics
        .iter()
        .filter(|diagnostic| limit.is_none() || diagnostic.severity != Severity::Hint)
        .collect();
    let (shown, rest) = choose(&all, limit.unwrap_or(usize::MAX));
    let mut positions = Positions::new();
    let mut text = String::new();
    for diagnostic in shown {
        text.push_str(&excerpt::draw(diagnostic, &mut positions, styled));
        text.push_str("\n\n");
    }
    if !rest.is_empty() {
        let codes = by_code(&rest);
        let _ = writeln!(text, "… and {} more: {codes}; `dateline check` shows all", rest.len());
    }
    if !all.is_empty() {
        text.push_str(&count(&all));
        text.push('\n');
    }
    text
}

/// `3 errors, 1 warning`.
#[must_use]
pub fn count(all: &[&Diagnostic]) -> String {
    let of = |severity| all.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Hint].map(|it| (of(it), it.word()));
    let told = counts.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, word)| counted(count, word)).collect::<Vec<_>>().join(", ")
}

/// `1 page`, `3 pages`.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The first so many, errors before warnings before hints; both lists in the order given.
fn choose<'a>(all: &[&'a Diagnostic], limit: usize) -> (Vec<&'a Diagnostic>, Vec<&'a Diagnostic>) {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&n| all.get(n).map(|diagnostic| diagnostic.severity));
    let mut is_shown = vec![false; all.len()];
    for &n in order.iter().take(limit) {
        if let Some(shown) = is_shown.get_mut(n) {
            *shown = true;
        }
    }
    let mut is_shown = is_shown.into_iter();
    all.iter().copied().partition(|_| is_shown.next().unwrap_or(false))
}

/// `30 unknown-reference, 5 invalid-date`: the most frequent first.
fn by_code(rest: &[&Diagnostic]) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in rest {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(code, count)| (Reverse(count), code));
    let told: Vec<_> =
        counts.into_iter().map(|(code, count)| format!("{count} {}", code.name())).collect();
    told.join(", ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::place::{Place, Span, TextFile};

    fn list(parts: &[(Code, usize)]) -> Diagnostics {
        let file = TextFile::new("content/x.md", "text\n".repeat(100));
        let mut diagnostics = Diagnostics::new();
        let mut at = 0;
        for &(code, count) in parts {
            for _ in 0..count {
                let place = Place::new(&Arc::clone(&file), Span::new(at..at + 4));
                diagnostics.push(Diagnostic::new(code, place, "message"));
                at += 5;
            }
        }
        diagnostics
    }

    #[test]
    fn twenty_are_shown_and_the_rest_counted_by_code() {
        let diagnostics = list(&[
            (Code::UnknownReference, 20),
            (Code::InvalidDate, 5),
            (Code::UnknownReference, 30),
        ]);
        let text = report(&diagnostics, Some(20), false);
        assert_eq!(text.matches("error[").count(), 20);
        assert!(text.ends_with(
            "\n\n… and 35 more: 30 unknown-reference, 5 invalid-date; `dateline check` shows all\n\
             55 errors\n"
        ));
        assert_eq!(report(&diagnostics, None, false).matches("error[").count(), 55);
    }

    #[test]
    fn an_error_is_never_hidden_behind_warnings_and_order_stays_that_of_places() {
        let diagnostics = list(&[(Code::RawHtml, 30), (Code::InvalidDate, 1), (Code::RawHtml, 1)]);
        let text = report(&diagnostics, Some(3), false);
        let heads: Vec<_> = text.lines().filter(|line| line.contains("]: ")).collect();
        let expected = ["warning[raw-html]", "warning[raw-html]", "error[invalid-date]"];
        assert_eq!(heads, expected.map(|head| format!("{head}: message")));
        assert!(text.ends_with(
            "… and 29 more: 29 raw-html; `dateline check` shows all\n1 error, 31 warnings\n"
        ));
    }

    #[test]
    fn hints_are_told_by_check_alone() {
        let diagnostics = list(&[(Code::Orphan, 2), (Code::RawHtml, 1)]);
        assert!(report(&diagnostics, Some(20), false).ends_with("\n1 warning\n"));
        assert!(report(&diagnostics, None, false).ends_with("\n1 warning, 2 hints\n"));
        assert_eq!(report(&list(&[(Code::Orphan, 2)]), Some(20), false), "");
    }

    #[test]
    fn thousands_in_one_long_line_take_no_time_to_speak_of() {
        let file = TextFile::new("content/x.md", "<b>".repeat(300_000));
        let mut diagnostics = Diagnostics::new();
        for n in 0..2000 {
            let place = Place::new(&file, Span::new(n * 300..n * 300 + 3));
            diagnostics.push(Diagnostic::new(Code::RawHtml, place, "message"));
        }
        let text = report(&diagnostics, None, true);
        assert!(text.len() < 2_000_000);
    }
}
