//! A text in lines that fit: the largest size that does, and an end with an ellipsis where none is
//! small enough.

/// What cannot be broken, and how wide it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// A word, or a letter of a word that is longer than a line.
    pub text: String,
    /// Its width at a size of one.
    pub width: f32,
    /// Whether a space stands before it.
    pub spaced: bool,
}

/// A text in pieces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
    /// The width of a space at a size of one.
    pub space: f32,
    /// What ends it where it is cut.
    pub ellipsis: Piece,
}

/// The room for a text.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// How wide.
    pub width: f32,
    /// How high.
    pub height: f32,
    /// The sizes that it may have, the largest first.
    pub sizes: &'a [f32],
    /// From line to line, at a size of one.
    pub leading: f32,
    /// No more lines than this.
    pub most: usize,
    /// Whether all lines are to be about as long as one another, as in a heading.
    pub balanced: bool,
}

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<String>,
    /// The size of the letters.
    pub size: f32,
    /// How wide the longest is.
    pub width: f32,
    /// How much height they take.
    pub height: f32,
}

impl Measured {
    /// In lines, as large as fits.
    #[must_use]
    pub fn within(&self, room: &Room<'_>) -> Lines {
        let mut last = Lines::default();
        for &size in room.sizes {
            let fits = (room.height / (size * room.leading)).floor().max(0.0);
            let most = (1..=room.most).take_while(|n| as_width(*n) <= fits).count();
            let mut lines = self.broken(room.width / size);
            let fits = lines.len() <= most;
            if fits && room.balanced {
                lines = self.balanced(room.width / size, lines.len());
            }
            if !fits {
                lines = self.clipped(lines, most, room.width / size);
            }
            let height = as_width(lines.len()) * size * room.leading;
            let width = lines.iter().map(|line| self.width(line)).fold(0.0, f32::max) * size;
            let lines = lines.iter().map(|line| self.text(line)).collect();
            last = Lines { lines, size, width, height };
            if fits {
                break;
            }
        }
        last
    }

    /// As many pieces a line as fit into a width.
    fn broken(&self, width: f32) -> Vec<Vec<&Piece>> {
        let mut lines: Vec<Vec<&Piece>> = Vec::new();
        let mut used = 0.0;
        for piece in &self.pieces {
            let gap = if piece.spaced { self.space } else { 0.0 };
            match lines.last_mut() {
                Some(line) if used + gap + piece.width <= width => {
                    used += gap + piece.width;
                    line.push(piece);
                }
                Some(_) | None => {
                    used = piece.width;
                    lines.push(vec![piece]);
                }
            }
        }
        lines
    }

    /// The same number of lines, as narrow as that many can be.
    fn balanced(&self, width: f32, count: usize) -> Vec<Vec<&Piece>> {
        const STEPS: usize = 24;
        let narrower = |step: usize| width * (1.0 - as_width(step) / as_width(STEPS * 2));
        let tries = (0..STEPS).map(|step| self.broken(narrower(step)));
        let fits = |line: &[&Piece]| self.width(line) <= width;
        let good =
            |lines: &Vec<Vec<&Piece>>| lines.len() == count && lines.iter().all(|line| fits(line));
        tries.take_while(good).last().unwrap_or_else(|| self.broken(width))
    }

    /// The first lines, the last of them with an ellipsis.
    fn clipped<'a>(
        &'a self,
        mut lines: Vec<Vec<&'a Piece>>,
        most: usize,
        width: f32,
    ) -> Vec<Vec<&'a Piece>> {
        lines.truncate(most);
        if let Some(line) = lines.last_mut() {
            while line.len() > 1 && self.width(line) + self.ellipsis.width > width {
                line.pop();
            }
            line.push(&self.ellipsis);
        }
        lines
    }

    fn width(&self, line: &[&Piece]) -> f32 {
        let gap = |piece: &&Piece| if piece.spaced { self.space } else { 0.0 };
        let words: f32 = line.iter().map(|piece| piece.width).sum();
        words + line.iter().skip(1).map(gap).sum::<f32>()
    }

    fn text(&self, line: &[&Piece]) -> String {
        let mut text = String::new();
        for piece in line {
            if piece.spaced && !text.is_empty() {
                text.push(' ');
            }
            if std::ptr::eq(*piece, &raw const self.ellipsis) {
                let whole = text.trim_end_matches([',', ';', ':', '–', '—', '-', ' ', '.']).len();
                text.truncate(whole);
            }
            text.push_str(&piece.text);
        }
        text
    }
}

/// A small number, as widths are counted.
fn as_width(n: usize) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is half as wide as its size.
    fn measured(text: &str) -> Measured {
        let width = |word: &str| 0.5 * as_width(word.chars().count());
        let piece = |(at, word): (usize, &str)| Piece {
            text: word.to_owned(),
            width: width(word),
            spaced: at > 0,
        };
        let ellipsis = Piece { text: "…".to_owned(), width: 0.5, spaced: false };
        Measured { pieces: text.split(' ').enumerate().map(piece).collect(), space: 0.5, ellipsis }
    }

    const ROOM: Room<'_> = Room {
        width: 100.0,
        height: 40.0,
        sizes: &[20.0, 10.0],
        leading: 1.0,
        most: 2,
        balanced: false,
    };

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        let lines = measured("one two three").within(&ROOM);
        assert_eq!((lines.size, lines.lines), (20.0, vec!["one two".into(), "three".into()]));
        let lines = measured("one two three four five").within(&ROOM);
        assert_eq!(lines.size, 10.0);
    }

    #[test]
    fn what_no_size_fits_is_cut_after_a_word() {
        let lines = measured(&"word, ".repeat(40)).within(&ROOM);
        assert_eq!(lines.size, 10.0);
        assert_eq!(lines.lines.len(), 2);
        assert_eq!(lines.lines[1], "word, word, word…");
        assert!(lines.height <= ROOM.height);
    }

    #[test]
    fn the_lines_of_a_heading_are_about_as_long_as_one_another() {
        let text = measured("aaaa bbbb cccc dddd eeee");
        let room = Room { sizes: &[10.0], ..ROOM };
        assert_eq!(text.within(&room).lines[0], "aaaa bbbb cccc dddd");
        assert_eq!(text.within(&Room { balanced: true, ..room }).lines[0], "aaaa bbbb cccc");
    }

    #[test]
    fn no_text_is_no_line() {
        assert_eq!(Measured::default().within(&ROOM).height, 0.0);
    }
}
