//! Why YAML cannot be read, where the library notices a mistake only lines after it was made: a
//! tab, a mark that nothing closes, a comma too many, the line that ends the YAML. And what YAML has
//! beside values, and may not stand here: anchors, aliases and tags.

use std::ops::Range;

/// A mistake that is known by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A tab where a line is indented.
    Tab,
    /// A line of three dots.
    End,
    /// A bracket, a brace or a quotation mark that nothing closes.
    Unclosed(u8),
    /// A quotation mark inside a text that stands between such marks.
    Inside(u8),
    /// A comma without an item before it.
    Comma,
    /// A name for a value: `&name`.
    Anchor,
    /// A value that stands elsewhere under this name: `*name`.
    Alias,
    /// A type: `!name`.
    Tag,
}

impl Cause {
    /// What is said of it.
    #[must_use]
    pub fn message(self) -> String {
        match self {
            Cause::Tab => "a tab indents this line".to_owned(),
            Cause::End => "a line `...` ends the YAML here, and more follows".to_owned(),
            Cause::Unclosed(mark) => format!("this `{}` is not closed", char::from(mark)),
            Cause::Inside(mark) => {
                format!("this `{}` ends the text, and more of it follows", char::from(mark))
            }
            Cause::Comma => "no item stands before this comma".to_owned(),
            Cause::Anchor => "an anchor (`&name`) is not allowed here".to_owned(),
            Cause::Alias => "an alias (`*name`) is not allowed here".to_owned(),
            Cause::Tag => "a tag (`!name`) is not allowed here".to_owned(),
        }
    }

    /// What to type instead. Only front matter stands between fences.
    #[must_use]
    pub fn help(self, is_front_matter: bool) -> String {
        match self {
            Cause::Tab => "indent with spaces, not with tabs".to_owned(),
            Cause::End if is_front_matter => {
                "take out the line `...`; the front matter ends at `---`".to_owned()
            }
            Cause::End => "take out the line `...`".to_owned(),
            Cause::Unclosed(b'[') => "close the list with `]`".to_owned(),
            Cause::Unclosed(b'{') => "close the fields with `}`".to_owned(),
            Cause::Unclosed(mark) => format!("close it with `{}`", char::from(mark)),
            Cause::Inside(b'"') => {
                "put a backslash before each quotation mark inside the text: `\\\"`".to_owned()
            }
            Cause::Inside(mark) => {
                format!("write `{0}{0}` for each `{0}` inside the text", char::from(mark))
            }
            Cause::Comma => "take out the comma without an item".to_owned(),
            Cause::Anchor => beside_values('&'),
            Cause::Alias => beside_values('*'),
            Cause::Tag => beside_values('!'),
        }
    }
}

/// What to type instead of what is no value, or of a text that is taken for it.
fn beside_values(sign: char) -> String {
    format!(
        "write the value out; a text that begins with `{sign}` goes after `>-`, on the next line, \
         indented by two spaces"
    )
}

/// The anchor (`&`) or tag (`!`) of the value that begins at a byte: between them stand other such
/// words, white space and remarks alone.
pub fn property(text: &str, value: usize, sign: char) -> Range<usize> {
    let before = text.get(..value).unwrap_or("");
    let begins = |at: &usize| {
        let follows = before[..*at].chars().next_back();
        let is_named = !before[*at + 1..].starts_with(char::is_whitespace);
        follows.is_none_or(|c| c.is_whitespace() || "[{,".contains(c)) && (is_named || sign == '!')
    };
    let found = before.rmatch_indices(sign).map(|(at, _)| at).find(begins);
    found.map_or(value..value, |at| word(text, at))
}

/// The word that begins at a byte, as YAML has names.
pub fn word(text: &str, start: usize) -> Range<usize> {
    let rest = text.get(start..).unwrap_or("");
    let length = match rest.split_once('>') {
        Some((whole, _)) if rest.starts_with("!<") => whole.len() + 1,
        Some(_) | None => {
            rest.find([' ', '\t', '\n', '\r', ',', '[', ']', '{', '}']).unwrap_or(rest.len())
        }
    };
    start..start + length
}

/// The first mistake of these sorts in a text, with its bytes. `is_broken` says whether a part of
/// the text, which begins at the start of a line, cannot be read by itself: what can is not to
/// blame, whatever it looks like.
pub fn cause(text: &str, is_broken: impl Fn(&str) -> bool) -> Option<(Range<usize>, Cause)> {
    let mut start = 0;
    while start < text.len() {
        let end = part_end(text, start);
        let part = &text[start..end];
        if part.trim_end() == "..." && !text[end..].trim().is_empty() {
            return Some((start..start + 3, Cause::End));
        }
        if let Some((at, cause)) = (Scan { text: part.as_bytes(), at: 0 }).cause()
            && is_broken(part)
        {
            return Some((start + at.start..start + at.end, cause));
        }
        start = end;
    }
    None
}

/// Where the field or the item ends that begins at a byte.
fn part_end(text: &str, start: usize) -> usize {
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if end > start && !line.starts_with([' ', '\t', '#', '\n', '\r', ']', '}']) {
            break;
        }
        end += line.len();
    }
    end
}

type Found = (Range<usize>, Cause);

/// Goes over one field or item.
struct Scan<'t> {
    text: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    fn cause(&mut self) -> Option<Found> {
        // The column that a block of text (`>-`) stands to the right of.
        let mut block = None;
        while self.at < self.text.len() {
            let line = self.at;
            let spaces = self.skip(b" ").len();
            let tabs = self.skip(b"\t");
            let is_empty = matches!(self.peek(), None | Some(b'\n' | b'\r' | b'#'));
            if is_empty || block.is_some_and(|column| spaces > column) {
                self.skip_line();
            } else if tabs.is_empty() {
                match self.line(line) {
                    Ok(column) => block = column,
                    Err(found) => return Some(found),
                }
            } else {
                return Some((tabs, Cause::Tab));
            }
        }
        None
    }

    /// Dashes, a name and a value; the column of what a block of text that begins here belongs to.
    fn line(&mut self, line: usize) -> Result<Option<usize>, Found> {
        while self.text[self.at..].starts_with(b"- ") {
            self.at += 1;
            self.skip(b" ");
        }
        // A name has the column that counts; without one, it is that of the last dash.
        let column = (self.at - line).saturating_sub(1);
        let mut belongs_to = column;
        for is_value in [false, true] {
            match self.peek() {
                Some(b'[' | b'{') => self.flow()?,
                Some(b'\'' | b'"') => self.quoted()?,
                Some(b'|' | b'>') => {
                    self.skip_line();
                    return Ok(Some(belongs_to));
                }
                _ => {}
            }
            if is_value || !self.skip_name() {
                break;
            }
            belongs_to = column + 1;
        }
        self.skip_line();
        Ok(None)
    }

    /// A list in brackets or fields in braces.
    fn flow(&mut self) -> Result<(), Found> {
        let mut open: Vec<(usize, u8)> = Vec::new();
        // Whether an item may begin, and whether a quotation mark would begin a text.
        let (mut is_fresh, mut may_quote) = (true, true);
        while let Some(byte) = self.peek() {
            let at = self.at;
            match byte {
                b'\'' | b'"' if may_quote => {
                    self.quoted_item()?;
                    (is_fresh, may_quote) = (false, false);
                    continue;
                }
                b'[' | b'{' => {
                    open.push((at, byte));
                    (is_fresh, may_quote) = (true, true);
                }
                b']' | b'}' => {
                    // `]` and `}` are two after `[` and `{` in ASCII.
                    match open.pop() {
                        Some((_, mark)) if mark + 2 == byte => {}
                        Some((from, mark)) => return Err(unclosed(from, mark)),
                        None => return Ok(()),
                    }
                    (is_fresh, may_quote) = (false, false);
                    if open.is_empty() {
                        self.at += 1;
                        return Ok(());
                    }
                }
                b',' if is_fresh => return Err((at..at + 1, Cause::Comma)),
                b',' => (is_fresh, may_quote) = (true, true),
                b':' => (is_fresh, may_quote) = (false, true),
                b'#' if at > 0 && self.text[at - 1].is_ascii_whitespace() => {
                    self.skip_line();
                    continue;
                }
                _ if byte.is_ascii_whitespace() => {}
                _ => (is_fresh, may_quote) = (false, false),
            }
            self.at += 1;
        }
        open.pop().map_or(Ok(()), |(from, mark)| Err(unclosed(from, mark)))
    }

    /// A text between quotation marks, in a list or in fields.
    fn quoted_item(&mut self) -> Result<(), Found> {
        let (from, mark) = (self.at, self.peek().unwrap_or(b'"'));
        self.quoted()?;
        let end = self.at;
        self.skip(b" \t");
        if matches!(self.peek(), None | Some(b'\n' | b'\r' | b',' | b']' | b'}' | b':' | b'#')) {
            return Ok(());
        }
        // What ends with a comma was meant to end before it.
        let inside = self.text.get(from + 1..end - 1).unwrap_or(&[]);
        let ends_before = inside.trim_ascii_end().ends_with(b",");
        Err(if ends_before { unclosed(from, mark) } else { (end - 1..end, Cause::Inside(mark)) })
    }

    /// A text between quotation marks.
    fn quoted(&mut self) -> Result<(), Found> {
        let from = self.at;
        let Some(mark) = self.peek() else { return Ok(()) };
        loop {
            self.at += 1;
            match self.peek() {
                None => return Err(unclosed(from, mark)),
                Some(b'\\') if mark == b'"' => self.at += 1,
                Some(byte) if byte == mark => {
                    self.at += 1;
                    if mark != b'\'' || self.peek() != Some(mark) {
                        break;
                    }
                }
                Some(_) => {}
            }
        }
        // What ends lines later, amid words, is the mark of another text.
        let is_long = self.text[from..self.at].contains(&b'\n');
        let ends = matches!(
            self.peek(),
            None | Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b']' | b'}' | b':')
        );
        if is_long && !ends { Err(unclosed(from, mark)) } else { Ok(()) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn skip(&mut self, bytes: &[u8]) -> Range<usize> {
        let from = self.at;
        while self.peek().is_some_and(|byte| bytes.contains(&byte)) {
            self.at += 1;
        }
        from..self.at
    }

    fn skip_line(&mut self) {
        let length = self.text.get(self.at..).and_then(|it| it.iter().position(|b| *b == b'\n'));
        self.at = length.map_or(self.text.len(), |length| self.at + length + 1);
    }

    /// Skips a name with its colon, where there is one in this line.
    fn skip_name(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or(&[]);
        let line = rest.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
        let colon = (0..line.len())
            .find(|at| line[*at] == b':' && line.get(at + 1).is_none_or(u8::is_ascii_whitespace));
        let Some(colon) = colon else { return false };
        self.at += colon + 1;
        self.skip(b" \t");
        true
    }
}

fn unclosed(from: usize, mark: u8) -> Found {
    (from..from + 1, Cause::Unclosed(mark))
}
