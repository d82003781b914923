//! Which links are allowed, and what they lead to.

use std::ops::Range;

/// What a Markdown link (not a reference) leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Leads<'a> {
    /// Another site, a mail address or a telephone number.
    Away(&'a str),
    /// A heading of the same page.
    Heading(&'a str),
    /// An own file, by its path below `static/`.
    File(&'a str),
    /// Nowhere that is allowed.
    Nowhere,
}

/// Whether a character may stand in what is meant as an id.
#[must_use]
pub fn is_of_id(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// Whether the words between brackets are meant as a citation: `@id`, `speaker@id`, or, as other
/// programs have it and this one does not, `see @id`.
#[must_use]
pub fn is_citation(label: &str) -> bool {
    let Some((before, after)) = label.trim_start().split_once('@') else { return false };
    let first = after.split([',', ';', ' ', '\n']).next().unwrap_or("");
    let is_id = !first.is_empty() && first.chars().all(is_of_id);
    let is_prefix = before.ends_with(' ') && before.split_whitespace().count() <= 2;
    before.is_empty()
        || (before.chars().all(is_of_id) && !first.contains('.'))
        || (is_prefix && is_id && !after.get(first.len()..).unwrap_or("").starts_with([' ', '\n']))
}

/// What a destination leads to. Browsers drop control characters and leading space before they
/// look at the scheme, so an address with any of them is refused whole.
#[must_use]
pub fn leads(destination: &str) -> Leads<'_> {
    let hidden =
        |c: char| c.is_control() || c == '\u{feff}' || ('\u{200b}'..='\u{200f}').contains(&c);
    if destination.trim() != destination || destination.contains(hidden) || destination.is_empty() {
        return Leads::Nowhere;
    }
    if let Some(heading) = destination.strip_prefix('#') {
        return Leads::Heading(heading);
    }
    let scheme = destination.split(['/', '?', '#']).next().unwrap_or("").split_once(':');
    if let Some((scheme, _)) = scheme {
        let scheme = scheme.to_ascii_lowercase();
        let web = matches!(scheme.as_str(), "https" | "http") && is_web_address(destination);
        let other = matches!(scheme.as_str(), "mailto" | "tel");
        return if web || other { Leads::Away(destination) } else { Leads::Nowhere };
    }
    let inside = |part: &str| !part.is_empty() && part != "." && part != "..";
    let own = !destination.contains(['\\', '%', '?', '#']) && destination.split('/').all(inside);
    if own { Leads::File(destination) } else { Leads::Nowhere }
}

/// What stands between a link's parentheses, parted: its address, and the title after it with the
/// space before.
#[must_use]
pub fn address_and_title(inside: &str) -> (&str, &str) {
    let inside = inside.trim();
    let title = ['"', '\''].into_iter().find_map(|mark| {
        let before = inside.strip_suffix(mark)?;
        before.rfind(mark).filter(|at| before.get(..*at).is_some_and(|it| it.ends_with(' ')))
    });
    let (address, _) = inside.split_at(title.unwrap_or(inside.len()));
    inside.split_at(address.trim_end().len())
}

/// Whether a text is an `https` or `http` address with a host.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let odd = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\');
    host.is_some_and(|host| !host.is_empty()) && !text.contains(odd)
}

/// What stands as the port in a web address: what follows the colon, which may be nothing.
#[must_use]
pub fn port_of(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    // Colons also stand in passwords, and in brackets: `[::1]:8080`.
    let host = host.rsplit('@').next()?.rsplit(']').next()?;
    host.rsplit_once(':').map(|(_, port)| port)
}

/// The name in `[[name|words]]`: its range in the text, and the heading after `#`.
#[must_use]
pub fn name(text: &str, whole: &Range<usize>) -> Option<(Range<usize>, Option<String>)> {
    let inner = text.get(whole.clone())?.strip_prefix("[[")?;
    let inner = inner.strip_suffix("]]").unwrap_or(inner);
    // In a table the bar is written with a backslash before it.
    let name = inner.split('|').next()?;
    let name = name.strip_suffix('\\').unwrap_or(name);
    let start = whole.start + 2 + (name.len() - name.trim_start().len());
    let (name, fragment) = match name.trim().split_once('#') {
        Some((name, fragment)) => (name.trim_end(), Some(fragment.to_owned())),
        None => (name.trim(), None),
    };
    (!name.is_empty()).then(|| (start..start + name.len(), fragment))
}

/// Whether `[[name|words]]` has words that can be seen.
#[must_use]
pub fn has_words(reference: &str) -> bool {
    let words = reference.split_once('|').map_or("", |(_, words)| words);
    is_seen(words.strip_suffix("]]").unwrap_or(words))
}

/// Whether a link is written `[](…)`, with nothing between its brackets that can be seen.
#[must_use]
pub fn is_wordless(link: &str) -> bool {
    let words = link.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    words.is_some_and(|(words, _)| !is_seen(words))
}

fn is_seen(words: &str) -> bool {
    let unseen = |c: char| c.is_whitespace() || ('\u{200b}'..='\u{200f}').contains(&c);
    !words.chars().all(|c| unseen(c) || c == '\u{2060}' || c == '\u{feff}' || c == '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::{Leads, leads, name};

    #[test]
    fn only_harmless_addresses_lead_anywhere() {
        for good in ["https://a.example/x?y#z", "http://a.example", "mailto:a@b.example", "tel:+1"]
        {
            assert_eq!(leads(good), Leads::Away(good));
        }
        assert_eq!(leads("maps/one.png"), Leads::File("maps/one.png"));
        assert_eq!(leads("#talks"), Leads::Heading("talks"));
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            " https://a.example",
            "java\tscript:x",
            "\u{1}javascript:x",
            "//evil.example",
            "/etc/passwd",
            "../x",
            "a/../b",
            "a\\b",
            "%2e%2e/x",
            "vbscript:x",
            "file:///x",
            "",
            "https://",
            "a//b",
            "\u{200b}javascript:x",
            "blob:x",
        ] {
            assert_eq!(leads(bad), Leads::Nowhere, "{bad:?}");
        }
    }

    #[test]
    fn a_name_is_found_between_brackets() {
        let text = "see [[ event:talks#Day one |the talks]]";
        let (range, fragment) = name(text, &(4..text.len())).unwrap();
        assert_eq!((&text[range], fragment.as_deref()), ("event:talks", Some("Day one")));
        assert_eq!(name("[[a\\|b]]", &(0..8)).unwrap().0, 2..3);
        assert_eq!(name("[[ ]]", &(0..5)), None);
    }
}
