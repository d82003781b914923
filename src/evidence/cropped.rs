//! Words that are quoted as they stand, but for the negation right beside them.
//!
//! `support the plan` stands in `We do not support the plan`, and says the opposite. Whether the
//! author's own words say so (`they refuse to “support the plan”`), no program can tell for sure.

use crate::evidence::clause::{after, before, first_words, last_words};
use crate::evidence::negation;
use crate::evidence::places::Bytes;
use crate::model::script::is_without_spaces;

/// Negations that follow all that they negate (`Wir wollen den Krieg nicht`), by language, and what
/// makes another sense of them (`nicht nur`).
const FOLLOWING: [(&str, &str, &[&str]); 5] = [
    ("de", "nicht", &["nur", "allein", "zuletzt", "zuerst"]),
    ("nl", "niet", &["alleen", "slechts"]),
    ("tr", "değil", &[]),
    ("ru", "нет", &[]),
    ("uk", "немає", &[]),
];

/// Of a script without spaces, the letters before the words that are looked at.
const LETTERS: usize = 3;

/// The negation right before the words, or right after them where the language has it there, in
/// the same clause.
#[must_use]
pub fn negation(text: &str, (start, end): Bytes, languages: &[&str]) -> Option<Box<str>> {
    let language = languages.first()?.split('-').next()?;
    // Japanese has it within the verb, after all that it negates.
    if language == "ja" {
        return None;
    }
    let before = before(text, start);
    let last = if before.ends_with(is_without_spaces) {
        let from = before.char_indices().rev().nth(LETTERS - 1).map_or(0, |(at, _)| at);
        before.get(from..).unwrap_or("")
    } else {
        last_words(before, 1)
    };
    // `Un pas décisif` is a step.
    let is_step = last == "pas" && !before.split(' ').any(|it| it == "ne" || it.starts_with("n’"));
    let found = negation::negation(last, languages).filter(|_| !is_step);
    found.or_else(|| {
        let (_, negation, others) = FOLLOWING.iter().find(|(code, ..)| *code == language)?;
        let mut next = first_words(after(text, end), 2).split_whitespace();
        let is_it = next.next()?.to_lowercase() == *negation;
        let is_other = next.next().is_some_and(|it| others.contains(&it));
        (is_it && !is_other).then(|| (*negation).into())
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
            ("en", "Minister says no\n\nWe support it", "We support it", None),
            ("en", "We do not\nsupport it", "support it", Some("not")),
            ("de", "Wir wollen das nicht zuletzt deshalb", "Wir wollen das", None),
            ("de", "Wir stimmen zu ohne Vorbehalt", "Wir stimmen zu", None),
            ("fr", "Un pas décisif vers la paix", "décisif vers la paix", None),
            ("fr", "Il n’est pas question", "question", Some("pas")),
            ("ru", "Доказательств этому нет.", "Доказательств этому", Some("нет")),
            ("zh", "不少国家支持", "国家支持", None),
            ("zh", "他不得不支持", "支持", None),
            ("ja", "少ない予算で", "予算で", None),
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
