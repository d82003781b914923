//! Bytes from the web or a disk → the text that is archived.
//!
//! 1. [`sort`] says what the bytes are, and refuses what has no text that could be trusted.
//! 2. [`decode`] reads them in the encoding that they declare.
//! 3. [`page`] takes the text out of HTML, a paragraph at a time.

pub mod decode;
pub mod page;
pub mod sort;

use crate::capture::sort::{Given, Refused, Sort};

/// The text of what was given, with `\n` as line end, and what it was.
///
/// # Errors
/// Why there is none.
pub fn text(given: &Given<'_>) -> Result<(String, Sort), Refused> {
    let sort = sort::sort(given)?;
    let decoded = decode::decode(given, sort)?;
    let text = match sort {
        Sort::Page => page::text(&decoded),
        Sort::Plain => decode::plain(&decoded),
    };
    if text.trim().is_empty() {
        return Err(Refused::new(
            "holds no text",
            "where scripts make the page, save it in the browser and archive the file",
        ));
    }
    Ok((text, sort))
}
