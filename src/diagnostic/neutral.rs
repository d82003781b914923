//! Text from files, made harmless for terminals and logs.
//!
//! A content file may hold characters that move a terminal's cursor, set its title, or turn the
//! order of what is shown, so that an error would seem to say something else.

/// The character, or a visible stand-in where a terminal would obey or hide it.
///
/// Tabs and line ends are left to the caller.
#[must_use]
pub fn character(c: char) -> char {
    match c {
        '\t' | '\n' => c,
        // Pictures of C0 control characters stand in their order in a block of their own.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        // C1 controls; marks, embeddings, overrides and isolates of direction; line and paragraph
        // separators; invisible operators; annotation marks and tags; a byte order mark inside.
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        _ => c,
    }
}

/// A text of one or several lines.
#[must_use]
pub fn text(text: &str) -> String {
    text.chars().map(character).collect()
}

/// A text on one line, whatever it holds.
#[must_use]
pub fn line(text: &str) -> String {
    text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { character(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let all: String = (0..0x11_0000).filter_map(char::from_u32).collect();
        let shown = line(&all);
        assert!(!shown.chars().any(char::is_control));
        for direction in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{61c}'] {
            assert!(!shown.contains(direction));
        }
        assert_eq!(shown.chars().count(), all.chars().count(), "one character stays one");
    }

    #[test]
    fn words_of_every_script_stay_as_they_are() {
        for words in ["“Gut”, dit-il", "سلام", "می‌خواهم", "가나다", "e\u{301}", "👩‍🚀"]
        {
            assert_eq!(text(words), words);
        }
    }
}
