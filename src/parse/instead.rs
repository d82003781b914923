//! What to type in the place of a Markdown link that leads nowhere.

use std::ops::Range;

use crate::markdown::links::{Leads, leads};
use crate::model::file_name::{RESERVED, ordered};
use crate::model::id::{Kind, Slug};

/// Endings of hosts that are hardly those of files.
const ENDINGS: [&str; 8] = ["com", "org", "net", "gov", "edu", "int", "eu", "info"];

/// What to type where nobody can say what was meant.
pub const ANY: &str = "link to a page of the site by `[[id]]`, to others by `https://…`, to a file by its path below `static/`";

/// How far on each side of a link a bar is looked for that makes its line one of a table.
const NEAR: usize = 500;

/// A reference to a page, with the words of the link that stands in a text.
#[must_use]
pub fn reference(text: &str, link: Range<usize>, name: &str) -> String {
    let (before, rest) = text.split_at_checked(link.start).unwrap_or((text, ""));
    let (written, after) = rest.split_at_checked(link.len()).unwrap_or((rest, ""));
    let words = written.strip_prefix('[').and_then(|it| it.rsplit_once("]("));
    let words = words.map(|(words, _)| words.trim());
    let fits = |it: &&str| !it.is_empty() && !it.contains(['[', ']', '|', '`', '\n']);
    let words = words.filter(fits).unwrap_or("words");
    // In a table the bar needs a backslash; elsewhere it does no harm.
    let (_, before) =
        before.split_at(before.floor_char_boundary(before.len().saturating_sub(NEAR)));
    let (after, _) = after.split_at(after.floor_char_boundary(NEAR));
    let line = before.rsplit('\n').next().into_iter().chain(after.split('\n').next());
    let bar = if line.into_iter().any(|it| it.contains('|')) { "\\|" } else { "|" };
    format!("[[{name}{bar}{words}]]")
}

/// The name of a page's file, as it is written or as it is published, without its ending.
#[must_use]
pub fn stem(name: &str) -> &str {
    name.strip_suffix(".md").or_else(|| name.strip_suffix(".html")).unwrap_or(name)
}

/// The page that an address names by its file or its place on the site: `../actors/ann.md#early`.
#[must_use]
pub fn page(address: &str) -> Option<String> {
    let (path, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    let mut parts = path.rsplit('/').filter(|part| !matches!(*part, "" | "." | ".."));
    let (name, folder) = (parts.next()?, parts.next());
    let is_page = folder.is_some_and(|it| Kind::from_folder(it).is_some());
    let id = Slug::new(ordered(stem(name)).1)?;
    let fragment = if fragment == "#" { "" } else { fragment };
    let is_linked = (is_page || name.ends_with(".md")) && !RESERVED.contains(&id.as_str());
    is_linked.then(|| format!("{id}{fragment}"))
}

/// The path below `static/` that is named from elsewhere: `/a.pdf`, `./a.pdf`, `../static/a.pdf`.
#[must_use]
pub fn below(address: &str) -> Option<&str> {
    let mut path = address;
    while let Some(rest) = ["./", "../", "/"].iter().find_map(|it| path.strip_prefix(it)) {
        path = rest;
    }
    let path = path.strip_prefix("static/").unwrap_or(path);
    (path != address && !address.starts_with("//")).then_some(path)
}

/// Whether a path is that of a file, and of no page.
#[must_use]
pub fn is_file(path: &str) -> bool {
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
    let fits = |ending: &str| {
        ending.len() <= 5
            && ending.bytes().all(|b| b.is_ascii_alphanumeric())
            && !["md", "htm", "html"].contains(&ending)
    };
    leads(path) == Leads::File(path) && ending.is_some_and(|(_, ending)| fits(ending))
}

/// The address of another site or of a person that was meant: `www.example.org`, `ann@example.org`.
#[must_use]
pub fn away(address: &str) -> Option<String> {
    let scheme = |name: &str| {
        let is_it = address.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
        is_it.then(|| address.split_at(name.len()))
    };
    let (scheme, rest) =
        scheme("https:").or_else(|| scheme("http:")).unwrap_or(("https:", address));
    let named = rest.trim_start_matches('/');
    let host = host(named)?;
    if let Some((_, domain)) = host.split_once('@') {
        return (named == host && domain.contains('.')).then(|| format!("mailto:{host}"));
    }
    let is_host = host.starts_with("www.") || rest.len() < address.len() || rest.starts_with("//");
    is_host.then(|| format!("{}//{named}", scheme.to_ascii_lowercase()))
}

/// The address of another site that may have been meant: `example.org/page`.
#[must_use]
pub fn perhaps_away(path: &str) -> Option<String> {
    let host = host(path)?;
    let (name, ending) = host.rsplit_once('.')?;
    let is_long = path.len() > host.len() && ending.len() > 1;
    let is_host = is_long && ending.bytes().all(|b| b.is_ascii_lowercase());
    (!name.is_empty() && (is_host || ENDINGS.contains(&ending))).then(|| format!("https://{path}"))
}

/// What may be a host with a dot at the beginning of an address.
fn host(address: &str) -> Option<&str> {
    let host = address.split(['/', '?', '#']).next()?;
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@' | ':');
    (host.contains('.') && !host.starts_with('.') && host.chars().all(fits)).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::{away, below, is_file, page, perhaps_away, reference};

    #[test]
    fn pages_and_sites_are_known_by_how_they_are_named() {
        for (address, id) in [
            ("../actors/ann.md", Some("ann")),
            ("/actors/ann.html#early", Some("ann#early")),
            ("./ann.md", Some("ann")),
            ("ann.md#", Some("ann")),
            ("../briefing.md", None),
            ("../content/sections/01-the-call.md", Some("the-call")),
            ("../maps/ann.png", None),
            ("../actors/", None),
            ("javascript:x", None),
        ] {
            assert_eq!(page(address).as_deref(), id, "{address}");
        }
        for (address, meant) in [
            ("www.example.org/a?b", Some("https://www.example.org/a?b")),
            ("//example.org", Some("https://example.org")),
            ("HTTP:/example.org", Some("http://example.org")),
            ("ann@example.org", Some("mailto:ann@example.org")),
            ("javascript:a.b", None),
            ("../a.png", None),
            ("a.png", None),
            ("map", None),
        ] {
            assert_eq!(away(address).as_deref(), meant, "{address}");
        }
        assert_eq!(perhaps_away("example.org").as_deref(), Some("https://example.org"));
        assert_eq!(perhaps_away("a.example/x").as_deref(), Some("https://a.example/x"));
        assert_eq!([perhaps_away("a.png"), perhaps_away("maps/a.png")], [None, None]);
    }

    #[test]
    fn files_are_known_by_paths_from_elsewhere() {
        for (address, path) in [
            ("/a.pdf", Some("a.pdf")),
            ("./maps/a.png", Some("maps/a.png")),
            ("../../static/a.pdf", Some("a.pdf")),
            ("static/a.pdf", Some("a.pdf")),
            ("//a.example/a.pdf", None),
            ("a.pdf", None),
        ] {
            assert_eq!(below(address), path, "{address}");
        }
        assert!(is_file("maps/a.png") && is_file("a.7z"));
        assert!(!["a.html", "a", "a/", "a.md", "a.pdf?x", "a b"].into_iter().any(is_file));
    }

    #[test]
    fn the_words_of_a_link_are_kept() {
        let told = |text: &str| {
            let start = text.find('[').unwrap();
            reference(text, start..text.find(')').unwrap() + 1, "ann")
        };
        assert_eq!(told("See [Ann Roe](ann.md).\n| x |"), "[[ann|Ann Roe]]");
        assert_eq!(told("| [Ann](ann.md) | b |"), "[[ann\\|Ann]]");
        assert_eq!(told("See [`a`](ann.md)."), "[[ann|words]]");
    }
}
