//! References as RIS, which all reference managers read.

use std::borrow::Cow;

use crate::citation::item::{Item, Name};

/// Writes an entry: a tag a line, lines end with CRLF.
pub fn push(text: &mut String, item: &Item<'_>) {
    let kind = match item.kind {
        "webpage" | "post" => "ELEC",
        "article-newspaper" => "NEWS",
        "report" => "RPRT",
        "personal_communication" => "PCOMM",
        "dataset" => "DATA",
        _ => "GEN",
    };
    line(text, "TY", kind);
    line(text, "ID", &item.id);
    for name in &item.author {
        line(text, "AU", &Name::inverted(name));
    }
    line(text, "TI", item.title);
    let optional = [
        ("T2", item.container_title.map(Cow::Borrowed)),
        ("PB", item.publisher.map(Cow::Borrowed)),
        ("PY", item.issued.as_ref().map(|date| date.year().to_string().into())),
        ("DA", item.issued.as_ref().map(|date| date.with("/").into())),
        ("Y2", item.accessed.as_ref().map(|date| date.with("/").into())),
        ("ET", item.version.as_deref().map(Cow::Borrowed)),
        ("LA", item.language.map(Cow::Borrowed)),
        ("UR", item.url.as_deref().map(Cow::Borrowed)),
    ];
    for (tag, value) in optional {
        if let Some(value) = value {
            line(text, tag, &value);
        }
    }
    line(text, "ER", "");
    text.push_str("\r\n");
}

fn line(text: &mut String, tag: &str, value: &str) {
    text.push_str(tag);
    text.push_str("  - ");
    // A line break would begin another tag.
    for (at, piece) in value.split(char::is_control).enumerate() {
        text.push_str(if at > 0 { " " } else { "" });
        text.push_str(piece);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_begins_a_tag_of_its_own() {
        let mut text = String::new();
        let item =
            Item { id: "x".into(), kind: "webpage", title: "One\r\nER  - two", ..Item::default() };
        push(&mut text, &item);
        assert_eq!(text, "TY  - ELEC\r\nID  - x\r\nTI  - One  ER  - two\r\nER  - \r\n\r\n");
    }
}
