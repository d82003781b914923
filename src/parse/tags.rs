//! Names that others have given: those of languages (BCP 47), of things (Wikidata), and of texts (SHA-256).

use serde_json::{Value as Json, json};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::code::Code;
use crate::parse::fields::Reading;
use crate::parse::languages;
use crate::parse::scalar::word_of;
use crate::parse::shape::Shape;
use crate::parse::yaml::Node;

/// The tag of a language: `en`, `pt-BR`, `zh-Hant`.
pub struct Language;

/// The id of an item in Wikidata: `Q7747`.
pub struct Item;

/// The SHA-256 of a text, in hex.
pub struct Digest(pub &'static str);

/// Languages that people call by their names.
const NAMES: &[(&str, &str)] = &[
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("deutsch", "de"),
    ("dutch", "nl"),
    ("english", "en"),
    ("español", "es"),
    ("français", "fr"),
    ("french", "fr"),
    ("german", "de"),
    ("hebrew", "he"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("русский", "ru"),
    ("українська", "uk"),
];

/// The longest part of a tag.
const LONGEST: usize = 8;

impl Shape for Digest {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let text = word_of(node, cx)?.trim();
        let digits = text.chars().filter(char::is_ascii_hexdigit).count();
        if digits == 64 && text.len() == digits {
            return Some(text.into());
        }
        let message = match text.chars().find(|c| !c.is_ascii_hexdigit()) {
            Some(other) => format!("a SHA-256 has the digits 0 to 9 and a to f, but no `{other}`"),
            None => format!("a SHA-256 has 64 digits, and these are {digits}"),
        };
        let help = format!("copy the whole hash, as {} writes it", self.0);
        cx.wrong(Code::InvalidValue, node, message, help);
        None
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"})
    }

    fn example(&self) -> String {
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".to_owned()
    }
}

impl Shape for Language {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let text = word_of(node, cx)?.trim();
        let code = text.split('-').next().unwrap_or(text);
        if is_tag(text) && languages::is_language(code) {
            return Some(text.into());
        }
        let message = if is_tag(text) {
            format!("no language has the code `{code}`")
        } else {
            format!("`{text}` is not the tag of a language (BCP 47)")
        };
        let help = meant(text)
            .unwrap_or_else(|| "write a tag such as `en`, `pt-BR` or `zh-Hant`".to_owned());
        cx.wrong(Code::InvalidValue, node, message, help);
        None
    }

    fn schema(&self) -> Json {
        json!({"type": ["string", "boolean"], "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"})
    }

    fn example(&self) -> String {
        "en".to_owned()
    }
}

/// Whether a text is a tag. Browsers and readers aloud know no words for languages but the codes of
/// two or three letters.
fn is_tag(text: &str) -> bool {
    let fits = |part: &str| {
        (1..=LONGEST).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let parts: Vec<&str> = text.split('-').collect();
    // What comes after a part of one letter is an extension, or is private.
    let plain = parts.iter().position(|part| part.len() == 1).unwrap_or(parts.len());
    let (plain, rest) = parts.split_at_checked(plain).unwrap_or((&parts, &[]));
    let is_code = plain.first().is_some_and(|it| matches!(it.len(), 2 | 3));
    is_code
        && parts.iter().all(|part| fits(part))
        && rest.last().is_none_or(|part| part.len() > 1)
        && plain.join("-").parse::<LanguageIdentifier>().is_ok()
}

/// What to write where it is clear which tag a text is meant for.
fn meant(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some((_, tag)) = NAMES.iter().find(|(name, _)| *name == lower) {
        return Some(format!("write `{tag}`"));
    }
    let tag = text.replace('_', "-").parse::<LanguageIdentifier>().ok()?.to_string();
    let (code, rest) = tag.split_at(tag.find('-').unwrap_or(tag.len()));
    if let Some((meant, name)) = languages::of_country(code) {
        return Some(format!(
            "write `{meant}{rest}` for {name}; `{code}` is the code of a country or region"
        ));
    }
    (is_tag(&tag) && languages::is_language(code)).then(|| format!("write `{tag}`"))
}

impl Shape for Item {
    type Value = Box<str>;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Box<str>> {
        let text = word_of(node, cx)?.trim();
        if is_item(text) {
            return Some(text.into());
        }
        let last = text.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or("");
        let (upper, numbered) = (last.to_uppercase(), format!("Q{last}"));
        let meant = [upper, numbered].into_iter().find(|it| is_item(it));
        let message = format!("`{text}` is not the id of an item in Wikidata");
        let help = match meant {
            Some(item) => format!("write `{item}`"),
            None => "write `Q` and digits, such as `Q7747`: the end of the item's address at \
                     wikidata.org"
                .to_owned(),
        };
        cx.wrong(Code::InvalidValue, node, message, help);
        None
    }

    fn schema(&self) -> Json {
        json!({"type": "string", "pattern": "^Q[1-9][0-9]*$"})
    }

    fn example(&self) -> String {
        "Q7747".to_owned()
    }
}

fn is_item(text: &str) -> bool {
    let digits = text.strip_prefix('Q').unwrap_or("");
    digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0') && !digits.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{is_item, is_tag, meant};

    #[test]
    fn tags_are_those_of_bcp_47() {
        for tag in
            ["en", "en-US", "pt-br", "zh-Hant", "es-419", "sr-Latn-RS", "arn", "de-1996", "no"]
        {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in ["de-DE-u-co-phonebk", "en-x-mine"] {
            assert!(is_tag(tag), "{tag}");
        }
        for text in
            ["e n", "en_US", "ger man\"x", "english", "e", "", "en-", "-en", "en-x", "en--us"]
        {
            assert!(!is_tag(text), "{text}");
        }
    }

    #[test]
    fn what_is_meant_is_offered_where_it_is_clear() {
        assert_eq!(meant("en_US").as_deref(), Some("write `en-US`"));
        assert_eq!(meant("ZH_hant").as_deref(), Some("write `zh-Hant`"));
        assert_eq!(meant("English").as_deref(), Some("write `en`"));
        let country = "write `uk-UA` for Ukrainian; `ua` is the code of a country or region";
        assert_eq!(meant("UA_ua").as_deref(), Some(country));
        assert_eq!(["e n", "klingon", "", "xx", "xx_YY"].map(meant), [const { None::<String> }; 5]);
    }

    #[test]
    fn items_are_q_and_digits() {
        assert!(is_item("Q7747"));
        assert!(!["foo", "Q", "7747", "Q07", "q7", "Q7x"].into_iter().any(is_item));
    }
}
