//! What stands between the brackets of a citation.
//!
//! `@a`, `@a; @b`, `@a, para. 4`, `speaker@a`, `@a, #topic`, `@a, tr. NAME: “original words”`.

use std::ops::Range;

use crate::markdown::links::is_of_id;
use crate::parse::quotation::says_something;

/// One source of a citation; ranges are of the text between the brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    /// The speaker's id, where one stands before the `@`.
    pub speaker: Option<Range<usize>>,
    /// The source's id.
    pub source: Range<usize>,
    /// The locator: `para. 4`.
    pub locator: Option<String>,
    /// The topic without its `#`.
    pub topic: Option<String>,
    /// The translator, and the original words without their marks.
    pub translation: Option<(String, Range<usize>)>,
}

/// A mistake: where, what, and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The range of the text between the brackets.
    pub range: Range<usize>,
    /// Whether it is that the translator is missing.
    pub no_translator: bool,
    /// What is wrong.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

/// Reads the text between the brackets.
///
/// # Errors
/// The first mistake in it.
pub fn read(text: &str) -> Result<Vec<Cited>, Mistake> {
    let mut reader = Reader { text, at: 0 };
    let mut found = vec![reader.cited()?];
    while reader.eat(';') {
        found.push(reader.cited()?);
    }
    match reader.rest().trim() {
        "" => Ok(found),
        _ => Err(reader.mistake(reader.at..text.len(), "this does not belong in a citation")),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn eat(&mut self, mark: char) -> bool {
        self.space();
        let found = self.rest().starts_with(mark);
        self.at += if found { mark.len_utf8() } else { 0 };
        found
    }

    fn word(&mut self) -> Range<usize> {
        let length = self.rest().find(|c| !is_of_id(c)).unwrap_or(self.rest().len());
        let range = self.at..self.at + length;
        self.at = range.end;
        range
    }

    fn cited(&mut self) -> Result<Cited, Mistake> {
        self.space();
        let start = self.at;
        let speaker = self.word();
        // `[see @id]` names no speaker.
        let is_apart = !speaker.is_empty() && self.rest().starts_with(char::is_whitespace);
        if is_apart || !self.eat('@') {
            let told = self.mistake(start..self.item_end(), "a citation names its source by `@id`");
            let help = format!("{}; for a plain bracket, write `\\[`", told.help);
            return Err(Mistake { help, ..told });
        }
        let source = self.word();
        if source.is_empty() {
            return Err(self.mistake(start..self.item_end(), "no source's id follows the `@`"));
        }
        let speaker = (!speaker.is_empty()).then_some(speaker);
        let mut cited = Cited { speaker, source, ..Cited::default() };
        loop {
            if self.eat(',') {
                self.detail(&mut cited)?;
            } else if self.rest().trim_start().starts_with(|c| quote_end(c).is_some() || c == ':') {
                return Err(self.untranslated());
            } else {
                return Ok(cited);
            }
        }
    }

    fn detail(&mut self, cited: &mut Cited) -> Result<(), Mistake> {
        self.space();
        let start = self.at;
        if self.eat('#') {
            let word = self.word();
            if word.is_empty() {
                return Err(self.mistake(start..self.item_end(), "no topic follows the `#`"));
            }
            cited.topic = Some(self.text[word].to_owned());
            return Ok(());
        }
        if self.rest().starts_with("tr.") {
            return self.translation(cited);
        }
        if self.rest().starts_with(|c| quote_end(c).is_some()) {
            return Err(self.untranslated());
        }
        let length = self.rest().find([',', ';']).unwrap_or(self.rest().len());
        self.at += length;
        let part = self.text[start..self.at].split_whitespace().collect::<Vec<_>>().join(" ");
        if part.is_empty() {
            return Err(self.mistake(start..self.item_end(), "nothing follows the comma"));
        }
        if part.contains('@') {
            let told =
                self.mistake(start..self.at, "a further source follows a semicolon, not a comma");
            // Where more than a source stands here, nobody can say what is meant.
            if part.split('@').all(|it| it.chars().all(is_of_id)) {
                let before = self.text[..start].trim_end().trim_end_matches(',');
                let help = format!("write `[{before}; {}]`", &self.text[start..]);
                return Err(Mistake { help, ..told });
            }
            return Err(told);
        }
        let locator = cited.locator.take();
        cited.locator = Some(locator.map_or(part.clone(), |before| format!("{before}, {part}")));
        Ok(())
    }

    fn translation(&mut self, cited: &mut Cited) -> Result<(), Mistake> {
        self.at += "tr.".len();
        let rest = self.rest();
        let item = rest.split(';').next().unwrap_or(rest);
        let Some((name, _)) = item.split_once(':') else {
            let name = item.trim();
            return Err(if name.is_empty() || name.contains(|c| quote_end(c).is_some()) {
                self.untranslated()
            } else {
                self.no_original(name)
            });
        };
        if name.trim().is_empty() || name.contains(|c| quote_end(c).is_some()) {
            return Err(self.untranslated());
        }
        let name_text = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.at += name.len() + 1;
        self.space();
        let open = self.rest().chars().next().and_then(|c| Some((c, quote_end(c)?)));
        let Some((mark, closers)) = open else {
            let message = "the original words stand between quotation marks";
            return Err(self.mistake(self.at..self.item_end(), message));
        };
        let start = self.at + mark.len_utf8();
        // The words may hold commas and semicolons, so they end at the last closing mark.
        let Some(end) = self.text[start..].rfind(closers) else {
            let message = "the quotation mark of the original words is not closed";
            return Err(self.mistake(self.at..self.text.len(), message));
        };
        let words = start..start + end;
        if !says_something(&self.text[words.clone()]) {
            let message = "the original words are missing between these marks";
            return Err(Mistake {
                help: original_words(&name_text),
                ..self.mistake(words, message)
            });
        }
        let close = self.text[words.end..].chars().next().map_or(0, char::len_utf8);
        self.at = words.end + close;
        cited.translation = Some((name_text, words));
        Ok(())
    }

    fn item_end(&self) -> usize {
        self.text[self.at..].find(';').map_or(self.text.len(), |n| self.at + n)
    }

    fn mistake(&self, range: Range<usize>, message: &str) -> Mistake {
        Mistake {
            range: if range.is_empty() { 0..self.text.len() } else { range },
            no_translator: false,
            message: message.to_owned(),
            help: "write `[@source]`, `[@a; @b]`, `[@a, para. 4]`, `[speaker@a]` or `[@a, #topic]`"
                .to_owned(),
        }
    }

    fn no_original(&self, translator: &str) -> Mistake {
        let help = original_words(translator);
        let message = format!("`{translator}` translated, but the original words are missing");
        Mistake { help, ..self.mistake(self.at..self.item_end(), &message) }
    }

    fn untranslated(&self) -> Mistake {
        Mistake {
            range: self.at..self.text.len().max(self.at),
            no_translator: true,
            message: "the original words name no translator".to_owned(),
            help: "write `[@source, tr. NAME: “original words”]`".to_owned(),
        }
    }
}

/// What to type where a translation lacks them.
fn original_words(translator: &str) -> String {
    format!("write `[@source, tr. {translator}: “original words”]`")
}

/// The marks that may open a quotation.
pub const FAMILIES: [char; 12] = ['"', '“', '„', '«', '»', '‘', '‚', '‹', '「', '『', '＂', '”'];

/// What may close a quotation that begins with this mark; none where it is no such mark.
///
/// `„…“` and `„…”`, `«…»` and `»…«`, `‘…’` and `‚…‘`, the Swedish `”…”` and the Japanese `「…」` are all
/// in use.
#[must_use]
pub fn quote_end(mark: char) -> Option<&'static [char]> {
    match mark {
        '"' => Some(&['"']),
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '»' => Some(&['«']),
        '‘' => Some(&['’']),
        '‚' => Some(&['‘', '’']),
        '‹' => Some(&['›']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        '＂' => Some(&['＂']),
        '”' => Some(&['”']),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cited, read};

    #[test]
    fn every_form_is_read() {
        let text = "vladimir-putin@agency-report, para. 5, line 2, #talks; @b";
        let found = read(text).unwrap();
        assert_eq!(found.len(), 2);
        let Cited { speaker, source, locator, topic, .. } = found[0].clone();
        assert_eq!(&text[speaker.unwrap()], "vladimir-putin");
        assert_eq!(&text[source], "agency-report");
        assert_eq!(locator.as_deref(), Some("para. 5, line 2"));
        assert_eq!(topic.as_deref(), Some("talks"));
        assert_eq!(&text[found[1].source.clone()], "b");
    }

    #[test]
    fn a_translation_keeps_commas_and_semicolons() {
        let text = "@letter, tr. Jo Desk: „Wir, die wir … warnten; heute“";
        let (name, words) = read(text).unwrap()[0].translation.clone().unwrap();
        assert_eq!(name, "Jo Desk");
        assert_eq!(&text[words], "Wir, die wir … warnten; heute");
    }

    #[test]
    fn a_translation_without_an_original_says_that_it_is_missing() {
        let mistake = read("@letter, tr. Jo Desk").unwrap_err();
        assert!(mistake.message.contains("original words are missing"), "{mistake:?}");
        assert_eq!(mistake.help, "write `[@source, tr. Jo Desk: “original words”]`");
    }

    #[test]
    fn mistakes_are_told() {
        for text in ["@letter, tr.: „Wir“", "@letter, „Wir“", "@letter, tr. „Wir“", "@letter: „W“"]
        {
            assert!(read(text).unwrap_err().no_translator, "{text}");
        }
        for text in [
            "@",
            "@a,",
            "@a; ",
            "@a b",
            "@a, #",
            "@a, tr. X: Wir",
            "@a, tr. X: „Wir",
            "@a, tr. X",
            "@a, tr. X; @b",
            "@a, tr. X: „…“",
            "@a, tr. X: „“",
        ] {
            assert!(!read(text).unwrap_err().no_translator, "{text}");
        }
    }
}
