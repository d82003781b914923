//! Text as HTML.

use memchr::{memchr, memchr3};

/// Writes text where HTML is expected, in an element or in an attribute between double quotes.
pub fn push(html: &mut String, text: &str) {
    // Most have none: two quick looks.
    let bytes = text.as_bytes();
    if memchr3(b'<', b'>', b'&', bytes).is_none() && memchr(b'"', bytes).is_none() {
        return html.push_str(text);
    }
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(text.get(from..at).unwrap_or(""));
        html.push_str(entity);
        from = at + 1;
    }
    html.push_str(text.get(from..).unwrap_or(""));
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_of_html_become_entities_and_nothing_else_changes() {
        let mut html = String::new();
        super::push(&mut html, "“a” <b> & \"c\" – d's");
        assert_eq!(html, "“a” &lt;b&gt; &amp; &quot;c&quot; – d's");
    }
}
