//! The shapes of letters and marks that do not change what was said.
//!
//! Folded are the Unicode form (NFC), white space, soft hyphens, and the shapes of quotation
//! marks, dashes and apostrophes. Case, words and other punctuation are not.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A text, folded.
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    let plain = |b: u8| b.is_ascii() && !matches!(b, b'\n' | b'\t' | b'\r' | b'\'' | b'`');
    if text.bytes().all(plain) && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() => {
                if !out.ends_with(' ') && !out.is_empty() {
                    out.push(' ');
                }
            }
            '“' | '”' | '„' | '‟' | '«' | '»' => out.push('"'),
            '‘' | '’' | '‚' | '‛' | '\'' | '`' | '´' | 'ʼ' | '‹' | '›' => {
                out.push('\'')
            }
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn shapes_are_folded_and_words_are_not() {
        assert_eq!(folded("“It’s  –\n so\u{ad}on”"), "\"It's - soon\"");
        assert_eq!(folded("e\u{301}"), "é");
        assert_eq!(folded("Full Support."), "Full Support.");
    }
}
