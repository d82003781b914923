//! The social card as a vector: an accent, the title, what it says, and at the foot who says it and
//! as of when.

use std::fmt::Write;

use crate::render::escape;
use crate::render::social::card::Card;
use crate::render::social::layout::{Lines, Measured, Room};

/// How wide the card is: what networks ask for.
pub const WIDTH: u16 = 1200;
/// How high.
pub const HEIGHT: u16 = 630;

/// From the left and from the right.
const MARGIN: f32 = 80.0;
/// The width of a line.
const MEASURE: f32 = 1040.0;
/// Where the text begins.
const TOP: f32 = 118.0;
/// Where it must have ended.
const BOTTOM: f32 = 508.0;
/// Between title and summary.
const BETWEEN: f32 = 26.0;
/// The line of the foot.
const FOOT: f32 = 580.0;

// The colours of the built-in style sheet, in the light: ink 16:1, quiet 8:1 on the ground.
const GROUND: &str = "#fbfaf6";
/// Of titles; and of the accent, where the style sheet names none.
pub const INK: &str = "#1d1b18";
const QUIET: &str = "#524d45";
const RULE: &str = "#d8d2c4";

/// What letters look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Of titles: bold, with serifs.
    Title,
    /// Of texts.
    Text,
}

impl Face {
    /// Its family, and how heavy it is.
    #[must_use]
    pub fn family(self) -> (&'static str, u16) {
        match self {
            Face::Title => ("Noto Serif", 700),
            Face::Text => ("Noto Sans", 400),
        }
    }
}

/// Says how wide words are: the face, the text, and the width (at a size of one) of the longest line
/// that it may have.
pub type Measure<'a> = &'a dyn Fn(Face, &str, f32) -> Measured;

/// The card as SVG.
#[must_use]
pub fn text(card: &Card, measure: Measure<'_>) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{GROUND}\"/>"
    );
    let right_to_left = card.right_to_left;
    let bar = if right_to_left { MARGIN + MEASURE - 120.0 } else { MARGIN };
    push_box(&mut svg, (bar, 72.0, 120.0, 10.0), &card.accent);
    push_box(&mut svg, (MARGIN, 532.0, MEASURE, 2.0), RULE);

    let mut place = Place { svg, right_to_left };
    let [title, summary] = body(card, measure);
    let ends = place.lines(&title, Face::Title, INK, (TOP, leading(Face::Title, right_to_left)));
    let from = if title.lines.is_empty() { ends } else { ends + BETWEEN };
    place.lines(&summary, Face::Text, QUIET, (from, leading(Face::Text, right_to_left)));

    let foot = |text: &str, face: Face, width: f32| {
        let sizes = &[26.0, 24.0, 22.0];
        let room = Room { width, height: 60.0, sizes, leading: 1.2, most: 1, balanced: false };
        measure(face, text, width / 22.0).within(&room)
    };
    // Neither may run into the other.
    let as_of = foot(&card.as_of, Face::Text, MEASURE * 0.6);
    let site = foot(&card.site, Face::Title, MEASURE - as_of.width - 48.0);
    for (lines, face, fill, at_end) in
        [(site, Face::Title, INK, false), (as_of, Face::Text, QUIET, true)]
    {
        if let Some(line) = lines.lines.first() {
            place.line(line, face, fill, (FOOT, lines.size), at_end);
        }
    }
    place.svg.push_str("</svg>");
    place.svg
}

/// The title as large as it can be while two lines of the summary still fit, and the summary in what
/// room is left.
fn body(card: &Card, measure: Measure<'_>) -> [Lines; 2] {
    const SIZES: [f32; 9] = [88.0, 80.0, 72.0, 66.0, 60.0, 54.0, 48.0, 44.0, 40.0];
    const SIZE: f32 = 31.0;
    let leading = |face| leading(face, card.right_to_left);
    let summary = measure(Face::Text, &card.summary, MEASURE / SIZE);
    let room = |width, height, sizes, most, face: Face| Room {
        width,
        height,
        sizes,
        leading: leading(face),
        most,
        balanced: face == Face::Title,
    };
    let all = BOTTOM - TOP;
    let line = SIZE * leading(Face::Text);
    let wanted = summary.within(&room(MEASURE, all, &[SIZE], 2, Face::Text)).height;
    let kept = if wanted > 0.0 { wanted + BETWEEN } else { 0.0 };
    let smallest = SIZES.last().copied().unwrap_or(SIZE);
    let title = measure(Face::Title, &card.title, MEASURE / smallest);
    let title = title.within(&room(MEASURE, all - kept, &SIZES, 5, Face::Title));
    let left = (all - title.height - BETWEEN).max(line);
    let summary = summary.within(&room(MEASURE, left, &[SIZE], 4, Face::Text));
    [title, summary]
}

/// From line to line at a size of one: Arabic letters reach further up and down.
fn leading(face: Face, right_to_left: bool) -> f32 {
    match (face, right_to_left) {
        (Face::Title, false) => 1.16,
        (Face::Title, true) => 1.4,
        (Face::Text, false) => 1.4,
        (Face::Text, true) => 1.6,
    }
}

/// The card while it is drawn.
struct Place {
    svg: String,
    right_to_left: bool,
}

impl Place {
    /// Writes lines from some height on; where they end.
    fn lines(&mut self, lines: &Lines, face: Face, fill: &str, (top, leading): (f32, f32)) -> f32 {
        let step = lines.size * leading;
        let mut baseline = top + step * 0.5 + lines.size * 0.36;
        for line in &lines.lines {
            self.line(line, face, fill, (baseline, lines.size), false);
            baseline += step;
        }
        top + lines.height
    }

    /// Writes a line, from the margin where lines begin, or up to the one where they end.
    fn line(&mut self, line: &str, face: Face, fill: &str, (y, size): (f32, f32), at_end: bool) {
        if line.is_empty() {
            return;
        }
        let is_right = self.right_to_left != at_end;
        let (x, anchor) = if is_right { (MARGIN + MEASURE, "end") } else { (MARGIN, "start") };
        let (family, weight) = face.family();
        let _ = write!(
            self.svg,
            "<text x=\"{x}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-family=\"{family}\" \
             font-weight=\"{weight}\" font-size=\"{size}\" fill=\"{fill}\">"
        );
        push_text(&mut self.svg, line, self.right_to_left);
        self.svg.push_str("</text>");
    }
}

fn push_box(svg: &mut String, (x, y, width, height): (f32, f32, f32, f32), fill: &str) {
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
    );
}

/// A text as XML. Without the marks around it, a library that takes every line to run from left to
/// right would put Latin words into an Arabic one at the wrong place.
pub fn push_text(svg: &mut String, text: &str, right_to_left: bool) {
    if right_to_left {
        svg.push('\u{202b}');
    }
    escape::push(svg, text);
    if right_to_left {
        svg.push('\u{202c}');
    }
}
