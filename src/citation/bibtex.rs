//! References as BibTeX, for LaTeX and for reference managers.

use std::borrow::Cow;

use crate::citation::item::{Date, Item, Name};

/// Writes an entry. Everything with an address of its own is an `online` entry of BibLaTeX, which
/// BibTeX itself takes for `misc`.
pub fn push(text: &mut String, item: &Item<'_>) {
    let authors: Vec<String> = item.author.iter().map(author).collect();
    let day = |date: &Date| date.with("-").into();
    let fields = [
        ("author", (!authors.is_empty()).then(|| authors.join(" and ").into())),
        ("title", Some(["{", &*escaped(item.title), "}"].concat().into())),
        ("organization", item.publisher.map(escaped)),
        ("booktitle", item.container_title.map(escaped)),
        ("year", item.issued.as_ref().map(|date| date.year().to_string().into())),
        ("date", item.issued.as_ref().map(day)),
        ("urldate", item.accessed.as_ref().map(day)),
        ("version", item.version.as_deref().map(escaped)),
        ("langid", item.language.map(escaped)),
        ("url", item.url.as_deref().map(address)),
    ];
    text.push_str("@online{");
    text.push_str(&item.id);
    for (name, value) in fields {
        let Some(value) = value else { continue };
        text.push_str(",\n  ");
        text.push_str(name);
        text.push_str(" = {");
        text.push_str(&value);
        text.push('}');
    }
    text.push_str("\n}\n\n");
}

/// A name whose parts are not known stands in braces of its own: nothing may take it apart.
fn author(name: &Name<'_>) -> String {
    match name {
        Name::Parts { family, given } => format!("{}, {}", escaped(family), escaped(given)),
        Name::Literal { literal } => format!("{{{}}}", escaped(literal)),
    }
}

/// What TeX takes for more than a letter.
const SPECIAL: [char; 10] = ['&', '%', '$', '#', '_', '{', '}', '~', '^', '\\'];

/// The same in TeX's words.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| SPECIAL.contains(&c) || c.is_control()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            // Unbalanced braces would end the entry.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.into()
}

/// An address stands as it is, but for what would end the entry.
fn address(text: &str) -> Cow<'_, str> {
    if !text.contains(['{', '}', '\\']) {
        return Cow::Borrowed(text);
    }
    text.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tex_would_read_is_escaped() {
        let mut text = String::new();
        let item = Item {
            id: "x".into(),
            title: "A & B } \\ 50 %",
            author: vec![Name::new("Jen Psaki", Some("Psaki, Jen")), Name::new("R and D", None)],
            url: Some("https://a.example/{x}?a_b=1".into()),
            ..Item::default()
        };
        push(&mut text, &item);
        assert_eq!(
            text,
            "@online{x,\n  author = {Psaki, Jen and {R and D}},\n  title = {{A \\& B \
             \\textbraceright{} \\textbackslash{} 50 \\%}},\n  url = {https://a.example/%7Bx%7D?a_b=1}\n}\n\n"
        );
    }
}
