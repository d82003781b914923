//! The report for GitHub's pages: workflow commands, `check --format github`.

use std::fmt::Write as _;

use crate::diagnostic::code::Severity;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::diagnostic::neutral;
use crate::diagnostic::positions::Positions;

/// A workflow command a line; GitHub shows each at its place in a pull request. `below` is where the
/// site lies in its repository: empty, or `a/folder/`.
#[must_use]
pub fn write(diagnostics: &Diagnostics, below: &str) -> String {
    let mut positions = Positions::new();
    let mut text = String::new();
    for diagnostic in diagnostics.iter() {
        text.push_str(command(diagnostic.severity));
        if let Some(place) = &diagnostic.place {
            let (start, end) = positions.ends(place);
            let file = property(&place.file.path_in(below));
            let _ = write!(text, " file={file},line={},endLine={},", start.line, end.line);
            // GitHub takes columns only within one line.
            if start.line == end.line {
                let _ = write!(text, "col={},endColumn={},", start.column, end.column);
            }
        } else {
            text.push(' ');
        }
        let title = property(diagnostic.code.name());
        let _ = writeln!(text, "title={title}::{}", data(&message(diagnostic)));
    }
    text
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "::error",
        Severity::Warning => "::warning",
        Severity::Hint => "::notice",
    }
}

fn message(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    for (place, what) in &diagnostic.related {
        let _ = write!(text, "\n{what}: {place}");
    }
    if let Some(help) = &diagnostic.help {
        let _ = write!(text, "\nhelp: {help}");
    }
    text
}

/// What stands after `::`, with GitHub's escapes. Other control characters would reach the log.
fn data(text: &str) -> String {
    neutral::text(text).replace('%', "%25").replace('\n', "%0A")
}

/// A property's value: commas and colons are escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::Code;
    use crate::model::place::{Place, Span, TextFile};

    fn written(diagnostic: Diagnostic) -> String {
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(diagnostic);
        write(&diagnostics, "")
    }

    #[test]
    fn a_command_has_place_title_and_message_with_githubs_escapes() {
        let file = TextFile::new("content/a,b:c%.md", "a\néé [[x]]\n");
        let place = Place::new(&file, Span::new(9..10));
        let diagnostic = Diagnostic::new(Code::UnknownReference, place, "100 % wrong, so: no\r")
            .help("line one\nline two");
        assert_eq!(
            written(diagnostic),
            "::error file=content/a%2Cb%3Ac%25.md,line=2,endLine=2,col=6,endColumn=7,\
             title=unknown-reference::100 %25 wrong, so: no␍%0Ahelp: line one%0Aline two\n"
        );
    }

    #[test]
    fn no_message_can_begin_a_command_of_its_own() {
        let evil = Diagnostic::placeless(Code::Orphan, "x\n::add-mask::y\r\n::error::z");
        let text = written(evil);
        assert_eq!(text.lines().count(), 1);
        assert!(text.starts_with("::notice title=orphan::x%0A"));
    }

    #[test]
    fn a_place_of_several_lines_has_no_columns() {
        let file = TextFile::new("x.md", "a\nb\n");
        let place = Place::new(&file, Span::new(0..3));
        let text = written(Diagnostic::new(Code::RawHtml, place, "m"));
        assert_eq!(text, "::warning file=x.md,line=1,endLine=2,title=raw-html::m\n");
    }
}
