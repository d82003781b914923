//! What bytes are.

/// What was given.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// What a server calls them: `text/html; charset=utf-8`.
    pub media_type: Option<&'a str>,
    /// The file's name or the address's last part.
    pub name: &'a str,
    /// The encoding that the author says it is in.
    pub encoding: Option<&'a str>,
}

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// HTML.
    Page,
    /// Plain text.
    Plain,
}

impl Sort {
    /// The ending of a file of that sort.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Sort::Page => "html",
            Sort::Plain => "txt",
        }
    }
}

/// Why no text can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What it is or does, after its name.
    pub why: String,
    /// What to do instead.
    pub help: String,
}

impl Refused {
    /// A refusal.
    #[must_use]
    pub fn new(why: impl Into<String>, help: impl Into<String>) -> Self {
        Refused { why: why.into(), help: help.into() }
    }
}

/// Says what the bytes are.
///
/// # Errors
/// What they are, where they are no text.
pub fn sort(given: &Given<'_>) -> Result<Sort, Refused> {
    if given.bytes.is_empty() {
        return Err(Refused::new("is empty", "look at it first: there is nothing to archive"));
    }
    if let Some(what) = magic(given.bytes) {
        let help = if what == "a PDF file" {
            "take its text out (`pdftotext -layout FILE text.txt`), read it over, and archive text.txt: \
             a program cannot know the order of columns and notes"
        } else {
            "archive the page or the text that it belongs to, or type the words into a file"
        };
        return Err(Refused::new(format!("is {what}, not a text"), help));
    }
    let media = given.media_type.map(|it| it.split(';').next().unwrap_or("").trim().to_lowercase());
    match media.as_deref() {
        Some("text/html" | "application/xhtml+xml") => return Ok(Sort::Page),
        Some(other) if is_text(other) => {}
        Some(other) => {
            let help = "save the words as a text or a page, and archive that file";
            return Err(Refused::new(format!("is `{other}`, not a page or a text"), help));
        }
        None => {}
    }
    let name = given.name.to_lowercase();
    let page = [".html", ".htm", ".xhtml"].iter().any(|ending| name.ends_with(ending));
    Ok(if page || (media.is_none() && begins_as_page(given.bytes)) {
        Sort::Page
    } else {
        Sort::Plain
    })
}

fn is_text(media: &str) -> bool {
    media.is_empty()
        || media.starts_with("text/")
        || media.ends_with("json")
        || media.ends_with("xml")
        || media == "application/octet-stream"
}

fn magic(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF file"),
        (b"PK\x03\x04", "a zipped file (an office document, perhaps)"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"RIFF", "a picture or a recording"),
        (b"\x1f\x8b", "a compressed file"),
        (b"ID3", "a recording"),
        (b"{\\rtf", "an RTF document"),
        (b"\xd0\xcf\x11\xe0", "an office document"),
    ];
    KNOWN.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
}

fn begins_as_page(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start).to_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t', '\u{fffd}']);
    start.starts_with("<!doctype html") || start.starts_with("<html") || start.contains("<head>")
}

#[cfg(test)]
mod tests {
    use super::{Given, Sort, sort};

    fn of(bytes: &[u8], media_type: Option<&str>, name: &str) -> Result<Sort, String> {
        sort(&Given { bytes, media_type, name, encoding: None }).map_err(|it| it.why)
    }

    #[test]
    fn pages_and_texts_are_told_apart_and_others_refused() {
        assert_eq!(of(b"<p>x", Some("text/html; charset=utf-8"), ""), Ok(Sort::Page));
        assert_eq!(of(b"x", Some("text/plain"), "a.html"), Ok(Sort::Page));
        assert_eq!(of(b"\n<!DOCTYPE html><p>", None, "a"), Ok(Sort::Page));
        assert_eq!(of(b"x < y", None, "a.txt"), Ok(Sort::Plain));
        assert_eq!(of(b"%PDF-1.7", None, "a.txt").unwrap_err(), "is a PDF file, not a text");
        assert!(of(b"x", Some("video/mp4"), "").unwrap_err().contains("`video/mp4`"));
        assert_eq!(of(b"", None, "").unwrap_err(), "is empty");
    }
}
