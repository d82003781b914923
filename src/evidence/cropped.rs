//! Words that are quoted as they stand, but for the negation right beside them.
//!
//! `support the plan` stands in `We do not support the plan`, and says the opposite. Whether the
//! author's own words say so (`they refuse to “support the plan”`), no program can tell for sure.

use crate::evidence::clause::{after, before, first_words, last_words};
use crate::evidence::negation;
use crate::evidence::places::Bytes;
use crate::model::script::is_without_spaces;

/// Languages whose negation may follow all that it negates (`Wir wollen den Krieg nicht`), and what
/// makes another sense of it (`nicht nur`).
const FOLLOWING: [(&str, &[&str]); 3] =
    [("de", &["nur", "allein"]), ("nl", &["alleen", "slechts"]), ("tr", &["sadece"])];

/// The negation right before the words, or right after them where the language has it there, in
/// the same clause.
#[must_use]
pub fn negation(text: &str, (start, end): Bytes, languages: &[&str]) -> Option<Box<str>> {
    let before = before(text, start);
    let last = match before.char_indices().rev().nth(1) {
        Some((at, _)) if before.ends_with(is_without_spaces) => before.get(at..).unwrap_or(""),
        Some(_) | None => last_words(before, 1),
    };
    negation::negation(last, languages).or_else(|| {
        let language = languages.first()?.split('-').next()?;
        let (_, others) = FOLLOWING.iter().find(|(code, _)| *code == language)?;
        let after = after(text, end);
        let next = first_words(after, 2).split_whitespace().nth(1).unwrap_or("");
        if others.contains(&next) {
            return None;
        }
        negation::negation(first_words(after, 1), languages)
    })
}

#[cfg(test)]
mod tests {
    use super::negation;

    #[test]
    fn a_negation_right_beside_the_words_is_found() {
        for (language, text, words, found) in [
            ("en", "We do not support the plan.", "support the plan", Some("not")),
            ("en", "We don’t support the plan.", "support the plan", Some("don't")),
            ("en", "a non-binding vote", "binding vote", Some("non")),
            ("en", "We do not support the plan.", "not support the plan", None),
            ("en", "Not today. We support the plan.", "We support the plan", None),
            ("en", "Of course not, we support it", "we support it", None),
            ("en", "We do not say that we support it", "we support it", None),
            ("en", "We support it not at all", "We support it", None),
            ("de", "Wir wollen den Krieg nicht.", "Wir wollen den Krieg", Some("nicht")),
            ("de", "Wir wollen Frieden nicht nur hier.", "Wir wollen Frieden", None),
            ("ru", "Мы не поддерживаем это", "поддерживаем это", Some("не")),
            ("zh", "我们不支持这个", "支持这个", Some("不")),
            ("zh", "我们支持这个", "支持这个", None),
        ] {
            let start = text.find(words).unwrap();
            let word = negation(text, (start, start + words.len()), &[language]);
            assert_eq!(word.as_deref(), found, "{text}");
        }
    }
}
