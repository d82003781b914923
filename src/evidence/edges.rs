//! Where a word begins and ends: quoted words may not be cut out of longer ones.
//!
//! A script without spaces has no edges that could be seen. A number is one word with its commas,
//! points and sign; `can’t` does not hold the word `can`.

use unicode_normalization::char::is_combining_mark;

use crate::model::script::is_without_spaces;

/// Whether words may begin at this byte of a folded text. `tight` tells whether the white space
/// before a byte is of a kind that stands inside numbers.
#[must_use]
pub fn begins(text: &str, at: usize, tight: impl Fn(usize) -> bool) -> bool {
    let inside = text.get(at..).and_then(|it| it.chars().next());
    let mut before = text.get(..at).unwrap_or("").chars().rev();
    let (Some(inside), Some(outside)) = (inside, before.next()) else { return true };
    if is_combining_mark(inside) {
        return false;
    }
    let further = before.next();
    let rest = text.get(at..).unwrap_or("");
    if is_in_number(inside) && outside.is_numeric() {
        // `,500 men` is not in `3,500 men`.
        return !rest.chars().nth(1).is_some_and(char::is_numeric);
    }
    if inside.is_numeric() {
        let digit = further.is_some_and(char::is_numeric);
        let sign = outside == '-' && further.is_none_or(|c| c.is_whitespace() || c == '(');
        if sign || (digit && (is_in_number(outside) || (outside == ' ' && tight(at)))) {
            return false;
        }
    }
    if outside == '\'' && inside.is_alphabetic() {
        // `п’ять` is one word; `l’Europe` is two, but nobody begins with the end of `can’t`.
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let is_ending = further.is_some_and(char::is_alphabetic)
            && ENDINGS.iter().any(|ending| word.eq_ignore_ascii_case(ending));
        let cyrillic = further.is_some_and(|c| is_cyrillic(c) && is_cyrillic(inside));
        return !(is_ending || cyrillic);
    }
    if outside == '-' && inside.is_alphabetic() {
        // `non-binding` does not hold the word `binding`.
        return !turns(text.get(..at - 1).unwrap_or(""));
    }
    !joined(outside, inside)
}

/// What English words end with after an apostrophe.
const ENDINGS: &[&str] = &["t", "s", "re", "ve", "ll", "d", "m"];

/// What turns the word round that it is joined to with a hyphen.
const TURNING: &[&str] = &["non", "un", "anti", "nicht", "не", "анти"];

/// Whether a text ends with such a word.
fn turns(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    TURNING.contains(&word.as_str())
}

/// Whether words may end at this byte of a folded text.
#[must_use]
pub fn ends(text: &str, at: usize, tight: impl Fn(usize) -> bool) -> bool {
    let head = text.get(..at).unwrap_or("");
    let inside = head.chars().next_back();
    let mut after = text.get(at..).unwrap_or("").chars();
    let (Some(inside), Some(outside)) = (inside, after.next()) else { return true };
    if is_combining_mark(outside) {
        return false;
    }
    let further = after.next();
    let mut inner = head.chars().rev().skip(1);
    let (second, third) = (inner.next(), inner.next());
    if outside.is_numeric() {
        // `It was 3.` is not in `It was 3.5 per cent`, nor `of -` in `of -5 degrees`.
        let cut = is_in_number(inside) && second.is_some_and(char::is_numeric);
        let sign = inside == '-' && second.is_none_or(|c| c.is_whitespace() || c == '(');
        if cut || sign {
            return false;
        }
    }
    // `U.` and `U` are not in `U.S.`; but where a space is missing after a sentence, it ends.
    let alphabetic = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    if inside == '.' && outside.is_alphabetic() && alphabetic(second) {
        return alphabetic(third);
    }
    if outside == '.' && inside.is_alphabetic() && !alphabetic(second) && alphabetic(further) {
        return false;
    }
    if outside == '-' && further.is_some_and(char::is_alphabetic) {
        // `a non` is not in `a non-binding vote`.
        return !turns(head);
    }
    if inside.is_numeric()
        && further.is_some_and(char::is_numeric)
        && (is_in_number(outside) || (outside == ' ' && tight(at + 1)))
    {
        return false;
    }
    if outside == '\'' && inside.is_alphabetic() {
        let cyrillic = further.is_some_and(|c| is_cyrillic(c) && is_cyrillic(inside));
        let not = matches!(inside, 'n' | 'N') && matches!(further, Some('t' | 'T'));
        return !(cyrillic || not);
    }
    !joined(inside, outside)
}

/// Whether two characters that stand side by side are of one word.
fn joined(one: char, other: char) -> bool {
    let letter = |c: char| c.is_alphanumeric() || is_combining_mark(c) || c == '_';
    letter(one) && letter(other) && !is_without_spaces(one) && !is_without_spaces(other)
}

fn is_in_number(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '\'' | '٫' | '٬')
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{begins, ends};

    fn whole(text: &str, words: &str) -> bool {
        let at = text.find(words).unwrap();
        begins(text, at, |_| false) && ends(text, at + words.len(), |_| false)
    }

    #[test]
    fn words_and_numbers_are_whole() {
        for (text, words) in [
            ("we will act now", "will act"),
            ("we can't act", "act"),
            ("l'Europe unie", "Europe"),
            ("Putin's call", "Putin"),
            ("co-operate", "operate"),
            ("俄罗斯总统普京", "总统"),
            ("in 2021, he", "2021"),
            ("It was 3. Then", "It was 3."),
            ("it ended.Then", "it ended."),
            ("a well-known man", "a well"),
            ("l'amitié", "amitié"),
        ] {
            assert!(whole(text, words), "{words} in {text}");
        }
        for (text, words) in [
            ("we will react now", "act now"),
            ("we can't act", "we can"),
            ("3,500 troops", "500 troops"),
            ("3:35 p.m.", "35 p.m."),
            ("of 2.5 per cent", "of 2"),
            ("at -5 degrees", "5 degrees"),
            ("сказал п'ять слов", "ять слов"),
            ("a non-binding vote", "binding vote"),
            ("caf\u{e9}s", "caf"),
            ("x\u{323} y", "x"),
            ("It was 3.5 percent", "It was 3."),
            ("It was 3.5 percent", ".5 percent"),
            ("3,500 men", ",500 men"),
            ("at 3:35 p.m.", "at 3:"),
            ("on 12/5 he", "on 12"),
            ("on 12/5 he", "on 12/"),
            ("of -5 degrees", "of -"),
            ("and U.S. troops", "and U."),
            ("and U.S. troops", "and U"),
            ("we can't agree on it", "t agree on it"),
            ("the president's men came", "s men came"),
            ("a non-binding vote", "a non"),
        ] {
            assert!(!whole(text, words), "{words} in {text}");
        }
        assert!(!begins("1 500 men", 2, |_| true) && begins("1 500 men", 2, |_| false));
    }
}
