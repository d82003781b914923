//! The part of a text that is shown for a place: a few lines, each cut to what fits a screen.

use crate::diagnostic::neutral;
use crate::diagnostic::positions::character_start;
use crate::model::place::Span;

/// How many lines of a place are shown.
pub const LINES: usize = 5;
/// How many characters of a line are shown.
pub const WIDTH: usize = 110;
/// How many of them stand before the place where a line is cut at its left.
const BEFORE: usize = 40;

/// A few lines of a text, harmless for terminals, with a place in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The lines.
    pub text: String,
    /// The byte of `text` at which the place begins.
    pub start: usize,
    /// One past the place's last byte in `text`.
    pub end: usize,
    /// The column of `start` in `text`, counted from 1, in characters.
    pub column: usize,
    /// How many lines of the place are not shown.
    pub hidden: usize,
}

impl Window {
    /// What is shown of a place. Any span will do: it is brought inside the text.
    #[must_use]
    pub fn around(text: &str, span: Span) -> Self {
        let start = character_start(text, span.start as usize);
        let mut end = character_start(text, span.end as usize).max(start);
        if text.get(start..end).is_some_and(|place| place.ends_with('\n')) {
            end -= 1;
        }
        let left = left_edge(text, start);
        let is_cut = !(left == 0 || text.get(..left).is_some_and(|before| before.ends_with('\n')));

        let mut window = Window { text: String::new(), start: 0, end: 0, column: 1, hidden: 0 };
        let mut place = PlaceInWindow { start: None, end: None };
        let mut width = 0;
        let mut line = 1;
        if is_cut {
            window.text.push('…');
            width += 1;
        }
        let mut at = left;
        for c in text.get(left..).unwrap_or("").chars() {
            place.pass(at, (start, end), window.text.len());
            if c == '\n' {
                if at >= end || line == LINES {
                    break;
                }
                line += 1;
                width = 0;
                window.text.push('\n');
            } else {
                match width {
                    ..WIDTH => window.text.push(neutral::character(c)),
                    WIDTH => window.text.push('…'),
                    _ if at >= end => break,
                    _ => {}
                }
                width += 1;
            }
            at += c.len_utf8();
        }
        let length = window.text.len();
        window.start = place.start.unwrap_or(length);
        window.end = place.end.unwrap_or(length).max(window.start);
        window.column += window.text.get(..window.start).unwrap_or("").chars().count();
        window.hidden = text.get(at..end).unwrap_or("").matches('\n').count();
        window
    }
}

/// Where the place begins and ends in what is shown, as far as that is known.
struct PlaceInWindow {
    start: Option<usize>,
    end: Option<usize>,
}

impl PlaceInWindow {
    fn pass(&mut self, at: usize, (start, end): (usize, usize), shown: usize) {
        if at >= start {
            self.start.get_or_insert(shown);
        }
        if at >= end {
            self.end.get_or_insert(shown);
        }
    }
}

/// Where the first line is shown from: its beginning, or a bit before the place where the line is
/// long. Looks no further than it must, however long the line is.
fn left_edge(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or("");
    let mut edge = start;
    let mut near = start;
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        if c == '\n' {
            return edge;
        }
        if count >= WIDTH - BEFORE {
            return near;
        }
        edge = at;
        if count < BEFORE {
            near = at;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, start: usize, end: usize) -> Window {
        Window::around(text, Span::new(start..end))
    }

    fn underlined(window: &Window) -> &str {
        &window.text[window.start..window.end]
    }

    #[test]
    fn the_line_of_a_place_is_shown_whole_when_it_fits() {
        let window = around("one\ntwo three\nfour", 8, 13);
        assert_eq!((window.text.as_str(), underlined(&window)), ("two three", "three"));
        assert_eq!((window.column, window.hidden), (5, 0));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}HERE{}", "ä".repeat(50_000), "b".repeat(50_000));
        let window = around(&text, 100_000, 100_004);
        assert_eq!(underlined(&window), "HERE");
        assert!(window.text.chars().count() <= WIDTH + 1);
        assert!(window.text.starts_with('…') && window.text.ends_with('…'));
    }

    #[test]
    fn a_place_longer_than_the_screen_ends_at_the_cut() {
        let text = "x".repeat(1000);
        let window = around(&text, 3, 900);
        assert_eq!(window.start, 3);
        assert!(window.end <= window.text.len() && window.text.chars().count() == WIDTH + 1);
    }

    #[test]
    fn of_a_place_of_many_lines_the_first_few_are_shown() {
        let text = "line\n".repeat(20);
        let window = around(&text, 2, 100);
        assert_eq!(window.text.lines().count(), LINES);
        assert_eq!(window.hidden, 15);
        assert_eq!(window.end, window.text.len());
    }

    #[test]
    fn the_end_of_a_file_and_empty_places_have_a_line() {
        assert_eq!(around("a\n", 2, 2).text, "");
        assert_eq!(around("", 0, 0).text, "");
        let window = around("abc", 3, 3);
        assert_eq!((window.text.as_str(), window.start, window.end), ("abc", 3, 3));
        let beyond = around("abc", 40, 50);
        assert_eq!((beyond.text.as_str(), beyond.start, beyond.end), ("abc", 3, 3));
    }

    #[test]
    fn what_would_fool_a_terminal_is_replaced_and_the_place_still_fits() {
        let text = "a\u{202e}\u{1b}[31mb";
        let window = around(text, text.len() - 1, text.len());
        assert_eq!((window.text.as_str(), underlined(&window)), ("a\u{fffd}␛[31mb", "b"));
    }
}
