//! Conflict markers: what `git merge` leaves in a file that two people changed.

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::place::Span;
use crate::parse::fields::Reading;

/// What the sides of a conflict begin and end with; a name may follow. The `=======` between them
/// underlines a heading anywhere else.
const MARKERS: [&str; 2] = ["<<<<<<<", ">>>>>>>"];

/// Reports the first conflict marker of a file, and whether there is one: the rest of the file is
/// not what anybody wrote.
pub fn is_in_conflict(cx: &mut Reading) -> bool {
    let Some(span) = marker(&cx.file.text) else { return false };
    let place = cx.place(span);
    let message = "git left a conflict here, which nobody has settled";
    let help = "keep one of the two sides, and take the lines with `<<<<<<<`, `=======` and `>>>>>>>` away";
    cx.report(Diagnostic::new(Code::ConflictMarker, place, message).help(help));
    true
}

/// The first line that is a marker.
fn marker(text: &str) -> Option<Span> {
    // Most files have none, and are passed over without a look at each line.
    MARKERS.iter().find(|marker| text.contains(**marker))?;
    let mut start = 0;
    for line in text.split('\n') {
        let rest = MARKERS.iter().find_map(|marker| line.strip_prefix(marker));
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) {
            return Some(Span::new(start..start + line.trim_end().len()));
        }
        start += line.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn markers_stand_at_the_beginning_of_a_line() {
        let marked = |text: &'static str| marker(text).map(|span| &text[span.range()]);
        assert_eq!(marked("a\n<<<<<<< HEAD\nb\n=======\nc\n"), Some("<<<<<<< HEAD"));
        assert_eq!(marked("a\n>>>>>>>\n"), Some(">>>>>>>"));
        for text in ["A title\n=======\n", "a <<<<<<< b", "<<<<<<<<", "    <<<<<<< HEAD", ">>> a"] {
            assert_eq!(marked(text), None, "{text}");
        }
    }
}
