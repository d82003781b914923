//! Ids from names, names from ids, and names as YAML.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::commands::refusal::Refusal;
use crate::model::file_name::{RESERVED, is_device};
use crate::model::id::Slug;

/// Latin letters that are not a letter of `a-z` with a mark.
const LATIN: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('ŋ', "ng"),
    ('ŧ', "t"),
    ('ə', "a"),
];

/// The id of a name: `Łódź talks` is `lodz-talks`.
///
/// Other scripts are not spelled in Latin letters: how a name is transliterated is an editor's
/// decision (the same Cyrillic letters read differently in Ukrainian and Russian).
///
/// # Errors
/// Where the name has letters of another script, or leaves no id.
pub fn id(name: &str) -> Result<Slug, Refusal> {
    let mut id = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).nfkd() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if let Some((_, ascii)) = LATIN.iter().find(|(from, _)| *from == letter) {
            id.push_str(ascii);
        } else if letter.is_alphanumeric() {
            return Err(no_id(name, &format!("`{letter}` is not a Latin letter")));
        } else if !is_combining_mark(letter) && !"'’ʼ`".contains(letter) && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_matches('-');
    if RESERVED.contains(&id) {
        return Err(no_id(name, &format!("`{id}` stands for the front page")));
    }
    if is_device(id) {
        return Err(device(id));
    }
    let why = if id.is_empty() { "no letter of it is left" } else { "it is too long" };
    Slug::new(id).ok_or_else(|| no_id(name, why))
}

/// An id that no file can have on Windows.
#[must_use]
pub fn device(id: &str) -> Refusal {
    Refusal::new(
        format!("`{id}` is the name of a device on Windows, where no file can have it"),
        format!("give another id, such as `the-{id}`; the name in the file may be any"),
    )
}

fn no_id(name: &str, why: &str) -> Refusal {
    Refusal::new(
        format!("no id can be made from `{name}`: {why}"),
        "give an id of `a-z`, `0-9` and dashes in its place, such as `sergei-ryabkov`, and write the \
         name into the file",
    )
}

/// A name for what was given by its id: `joe-biden` is `Joe Biden` or `Joe biden`. Any other name
/// stays as it is, its spaces folded.
#[must_use]
pub fn name(given: &str, every_word: bool) -> String {
    let folded = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if Slug::new(&folded).is_none() {
        return folded;
    }
    let mut name = String::new();
    for word in folded.split('-').filter(|word| !word.is_empty()) {
        let capital = every_word || name.is_empty();
        if !name.is_empty() {
            name.push(' ');
        }
        let (first, rest) = word.split_at(1);
        name.push_str(&if capital { first.to_ascii_uppercase() } else { first.to_owned() });
        name.push_str(rest);
    }
    name
}

/// A text of one line as a YAML value: quoted only where it would mean something else.
#[must_use]
pub fn yaml(text: &str) -> String {
    const OTHER: &[&str] = &["", "y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let begins = |c: char| c.is_alphabetic() || c == '(' || c == '“' || c == '«' || c == '„';
    let plain = text.starts_with(begins)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !text.chars().any(char::is_control)
        && !OTHER.contains(&text.to_lowercase().as_str());
    if plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "''")) }
}

#[cfg(test)]
mod tests {
    use super::{id, name, yaml};

    #[test]
    fn ids_are_made_of_names() {
        for (name, expected) in [
            ("Joe Biden", "joe-biden"),
            ("Łódź talks", "lodz-talks"),
            ("Straße des 17. Juni", "strasse-des-17-juni"),
            ("Þórdís Kolbrún Reykfjörð", "thordis-kolbrun-reykfjord"),
            ("O’Brien & Sons – Ltd.", "obrien-sons-ltd"),
            ("İstanbul", "istanbul"),
            ("  “Full support”  ", "full-support"),
            ("NATO", "nato"),
        ] {
            assert_eq!(id(name).unwrap().as_str(), expected);
        }
    }

    #[test]
    fn names_of_other_scripts_and_reserved_ones_ask_for_an_id() {
        let long = "a".repeat(121);
        for name in ["Сергей Рябков", "Ελλάδα", "東京", "!!", "", "Briefing", &long]
        {
            let refusal = id(name).unwrap_err();
            assert!(refusal.message.contains("no id can be made"), "{name}");
        }
    }

    #[test]
    fn names_of_devices_are_refused() {
        for name in ["CON", "aux", "Com1", "lpt9"] {
            let refusal = id(name).unwrap_err();
            assert!(refusal.help.contains(&format!("`the-{}`", name.to_lowercase())), "{refusal}");
        }
        assert_eq!(id("Con Air").unwrap().as_str(), "con-air");
    }

    #[test]
    fn an_id_is_spelled_out_and_a_name_is_kept() {
        assert_eq!(name("joe-biden", true), "Joe Biden");
        assert_eq!(name("full-support", false), "Full support");
        assert_eq!(name("US  Department\tof State", false), "US Department of State");
    }

    #[test]
    fn yaml_quotes_only_what_needs_it() {
        for text in ["Joe Biden", "“Full support”", "Agence France-Presse (AFP)", "a:b", "it’s"]
        {
            assert_eq!(yaml(text), text);
        }
        for (text, quoted) in [
            ("Talks: round two", "'Talks: round two'"),
            ("Item #1", "'Item #1'"),
            ("\"Quoted\"", "'\"Quoted\"'"),
            ("'tis", "'''tis'"),
            ("No", "'No'"),
            ("2021", "'2021'"),
            ("- x", "'- x'"),
            ("[x]", "'[x]'"),
            ("@home", "'@home'"),
            ("ends:", "'ends:'"),
        ] {
            assert_eq!(yaml(text), quoted);
        }
    }
}
