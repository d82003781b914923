//! One diagnostic drawn on its text, in the style of the Rust compiler.
//!
//! The only module that knows `annotate-snippets`. It is handed short, harmless texts only.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::code::{Code, Severity};
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::neutral;
use crate::diagnostic::positions::Positions;
use crate::diagnostic::window::Window;
use crate::model::place::{Place, Position, TextFile};

/// How many related places are drawn.
const RELATED: usize = 8;

/// The diagnostic as a text of several lines, without a line end after the last.
pub fn draw<'a>(diagnostic: &'a Diagnostic, positions: &mut Positions<'a>, styled: bool) -> String {
    // What is shown ends up in the logs of machines that many can read.
    let is_secret = diagnostic.code == Code::SecretInSettings;
    let place = diagnostic.place.as_ref().map(|place| {
        let drawn = Drawn::new(place, positions);
        Drawn { bare: drawn.bare || is_secret, ..drawn }
    });
    let related = diagnostic.related.iter().take(RELATED);
    let related: Vec<_> =
        related.map(|(place, what)| (Drawn::new(place, positions), what.as_str())).collect();

    let title = level(diagnostic.severity)
        .primary_title(neutral::line(&diagnostic.message))
        .id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    if let Some(drawn) = &place {
        group = drawn.add_to(group, AnnotationKind::Primary, diagnostic.label.as_deref());
    }
    for (drawn, what) in &related {
        group = drawn.add_to(group, AnnotationKind::Context, Some(what));
    }
    let hidden = diagnostic.related.len() - related.len();
    if hidden > 0 {
        group = group.element(Level::NOTE.message(format!("{hidden} more places like these")));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(neutral::text(help)));
    }
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut text = renderer.render(&[group]);
    for drawn in place.iter().chain(related.iter().map(|(drawn, _)| drawn)) {
        drawn.mend_column(&mut text);
    }
    while text.ends_with(['\n', ' ']) {
        text.pop();
    }
    text
}

/// The path that a person is shown.
#[must_use]
pub fn shown_path(file: &TextFile) -> String {
    let origin = if file.built_in { "(built in) " } else { "" };
    format!("{origin}{}", neutral::line(&file.path))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name(Some("hint")),
    }
}

/// A place with what is shown of it.
struct Drawn {
    path: String,
    position: Position,
    window: Window,
    /// No text to show: the file itself is meant, or the text is a secret.
    bare: bool,
}

impl Drawn {
    fn new<'a>(place: &'a Place, positions: &mut Positions<'a>) -> Self {
        Drawn {
            path: shown_path(&place.file),
            position: positions.of(&place.file, place.span.start as usize),
            window: Window::around(&place.file.text, place.span),
            bare: place.file.text.is_empty(),
        }
    }

    fn add_to<'a>(
        &'a self,
        group: Group<'a>,
        kind: AnnotationKind,
        label: Option<&str>,
    ) -> Group<'a> {
        if self.bare {
            let Position { line, column } = self.position;
            let origin = Origin::path(&*self.path).line(line).char_column(column);
            let group = group.element(origin);
            return match label {
                Some(label) => group.element(Level::NOTE.message(neutral::line(label))),
                None => group,
            };
        }
        let hidden = match self.window.hidden {
            0 => None,
            1 => Some("… and 1 more line".to_owned()),
            n => Some(format!("… and {n} more lines")),
        };
        let label = match (label.map(neutral::line), hidden) {
            (Some(label), Some(hidden)) => Some(format!("{label} ({hidden})")),
            (label, hidden) => label.or(hidden),
        };
        let annotation = kind.span(self.window.start..self.window.end).label(label);
        let snippet = Snippet::source(&*self.window.text)
            .line_start(self.position.line)
            .path(&*self.path)
            .annotation(annotation);
        group.element(snippet)
    }

    /// The library counts columns in the text that it is given; where that was cut at its left,
    /// the column in the head of the excerpt is put right.
    fn mend_column(&self, text: &mut String) {
        let Position { line, column } = self.position;
        if self.bare || self.window.column == column {
            return;
        }
        let counted = format!("{}:{line}:{}\n", self.path, self.window.column);
        *text = text.replacen(&counted, &format!("{}:{line}:{column}\n", self.path), 1);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::code::Code;
    use crate::model::place::Span;

    fn place(file: &Arc<TextFile>, words: &str) -> Place {
        let start = file.text.find(words).unwrap();
        Place::new(file, Span::new(start..start + words.len()))
    }

    fn plain(diagnostic: &Diagnostic) -> String {
        draw(diagnostic, &mut Positions::new(), false)
    }

    #[test]
    fn a_diagnostic_shows_code_place_line_underline_and_help() {
        let file =
            TextFile::new("content/x.md", "---\ntitle: X\n---\nHe met [[jo-biden]] there.\n");
        let diagnostic = Diagnostic::new(
            Code::UnknownReference,
            place(&file, "jo-biden"),
            "nothing has the name `jo-biden`",
        )
        .label("no such id")
        .help("did you mean `joe-biden`?");
        let expected = "\
error[unknown-reference]: nothing has the name `jo-biden`
 --> content/x.md:4:10
  |
4 | He met [[jo-biden]] there.
  |          ^^^^^^^^ no such id
  |
  = help: did you mean `joe-biden`?";
        assert_eq!(plain(&diagnostic), expected);
    }

    #[test]
    fn related_places_stand_below_with_their_own_files() {
        let one = TextFile::new("content/actors/a.md", "---\nname: Same\n---\n");
        let two = TextFile::new("content/actors/b.md", "---\nkind: person\nname: Same\n---\n");
        let diagnostic =
            Diagnostic::new(Code::AmbiguousName, place(&one, "Same"), "fits two actors")
                .related(place(&two, "Same"), "the other");
        let expected = "\
error[ambiguous-name]: fits two actors
 --> content/actors/a.md:2:7
  |
2 | name: Same
  |       ^^^^
  |
 ::: content/actors/b.md:3:7
  |
3 | name: Same
  |       ---- the other";
        assert_eq!(plain(&diagnostic), expected);
    }

    #[test]
    fn a_place_may_be_missing_or_a_whole_empty_file() {
        let none =
            Diagnostic::placeless(Code::MissingBriefing, "there is no `content/briefing.md`")
                .help("dateline new briefing");
        let expected = "\
error[missing-briefing]: there is no `content/briefing.md`
 |
 = help: dateline new briefing";
        assert_eq!(plain(&none), expected);
        let file = TextFile::new("content/actors/x.md", "");
        let empty =
            Diagnostic::new(Code::FrontMatterMissing, Place::new(&file, Span::new(0..0)), "empty");
        let expected = "error[front-matter-missing]: empty\n--> content/actors/x.md:1:1";
        assert_eq!(plain(&empty), expected);
    }

    #[test]
    fn a_hint_is_called_a_hint() {
        let hint = Diagnostic::placeless(Code::Orphan, "nothing leads here");
        assert_eq!(plain(&hint), "hint[orphan]: nothing leads here");
    }

    #[test]
    fn a_line_of_100_kilobytes_is_cut_around_the_place_and_its_column_is_true() {
        let text = format!("{}HERE{}", "word ".repeat(10_000), " word".repeat(10_000));
        let file = TextFile::new("content/x.md", text);
        let diagnostic = Diagnostic::new(Code::RawHtml, place(&file, "HERE"), "m").label("l");
        for styled in [false, true] {
            let drawn = draw(&diagnostic, &mut Positions::new(), styled);
            assert!(drawn.contains("content/x.md:1:50001\n"), "{drawn}");
            assert!(drawn.len() < 1000, "{drawn}");
        }
        let drawn = plain(&diagnostic);
        let lines: Vec<_> = drawn.lines().collect();
        let column = lines[3].chars().position(|c| c == 'H').unwrap();
        assert_eq!(lines[4].chars().position(|c| c == '^'), Some(column));
    }

    #[test]
    fn wide_and_combining_characters_do_not_move_the_underline() {
        let file = TextFile::new("content/x.md", "\t中文 e\u{301} [[x]]\n");
        let drawn = plain(&Diagnostic::new(Code::UnknownReference, place(&file, "x"), "m"));
        let lines: Vec<_> = drawn.lines().collect();
        // 中文 take four columns on two characters, the accent none on one.
        let before = lines[3].split_once("x]]").unwrap().0.chars().count();
        let underline = lines[4].chars().position(|c| c == '^').unwrap();
        assert_eq!(underline, before + 2 - 1);
    }

    #[test]
    fn no_text_from_a_file_can_fool_a_terminal() {
        let evil = "\u{202e}evil\u{1b}]0;title\u{7}\u{9b}2J";
        let file = TextFile::new("content/e\u{1b}[2Jvil.md", format!("a {evil} b"));
        let diagnostic = Diagnostic::new(Code::UnknownReference, place(&file, "evil"), evil)
            .label(evil)
            .help(evil)
            .related(place(&file, "b"), evil);
        let drawn = plain(&diagnostic);
        assert!(
            !drawn.chars().any(|c| c != '\n' && (c.is_control() || c == '\u{202e}')),
            "{drawn}"
        );
    }

    #[test]
    fn no_span_of_any_text_makes_it_panic() {
        let pieces = [
            "a",
            "é",
            "中",
            "e\u{301}",
            "👩‍🚀",
            "\t",
            "\n",
            "\n\n",
            " ",
            "\u{202e}",
            "\u{1b}[1m",
            "\r",
            "\u{200d}",
            "\u{2028}",
            "word word word ",
            "\0",
            "{",
            "}",
            "//",
        ];
        let mut state = 7_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
            usize::try_from(state >> 33).unwrap() % below
        };
        for round in 0..4000 {
            let parts = next(if round % 20 == 0 { 400 } else { 30 });
            let text: String = (0..parts).map(|_| pieces[next(pieces.len())]).collect();
            let file = TextFile::new("content/x.md", text.as_str());
            let mut span = || {
                let start = next(text.len() + 3);
                // Also spans that end before they begin.
                Span::new(start..next(text.len() + 9))
            };
            let (first, second) = (span(), span());
            let diagnostic = Diagnostic::new(Code::RawHtml, Place::new(&file, first), "message")
                .label("label")
                .related(Place::new(&file, second), "other");
            let drawn = draw(&diagnostic, &mut Positions::new(), round % 2 == 0);
            let at = file.position(first.start as usize);
            if !text.is_empty() {
                assert!(
                    drawn.contains(&format!("content/x.md:{at}")),
                    "{text:?} {first:?}\n{drawn}"
                );
            }
        }
    }
}
