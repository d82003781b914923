//! What the preview adds to a page; all else is what `build` writes, byte for byte.

/// Where it begins and ends, for those who want to take it away again.
pub const BEGINS: &str = "<!--preview-->";
/// The end of it.
pub const ENDS: &str = "<!--/preview-->";

/// The page with the preview's script before the end of its body. The script is told which page it
/// stands in, so that it can see whether there is another by now.
#[must_use]
pub fn with_script(page: &[u8], tag: &str) -> Vec<u8> {
    let script = format!(
        "{BEGINS}<script src=\"/.dateline/preview.js\" data-page=\"{tag}\"></script>{ENDS}"
    );
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part.eq_ignore_ascii_case(end));
    let (before, after) = page.split_at_checked(at.unwrap_or(page.len())).unwrap_or((page, &[]));
    [before, script.as_bytes(), after].concat()
}

/// The page that is shown where one cannot be made.
#[must_use]
pub fn unmade() -> Vec<u8> {
    b"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
      <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
      <title>This page cannot be made yet</title>\n</head>\n<body>\n\
      <h1>This page cannot be made yet</h1>\n\
      <p>A mistake has to be mended first. This page will then show itself.</p>\n\
      </body>\n</html>\n"
        .to_vec()
}

#[cfg(test)]
mod tests {
    use super::{BEGINS, ENDS, with_script};

    #[test]
    fn without_what_was_added_the_page_is_as_it_was() {
        for page in ["<body>a</body>\n</html>\n", "<body></body></BODY>", "no body", ""] {
            let shown = String::from_utf8(with_script(page.as_bytes(), "0a1b")).unwrap();
            let (before, rest) = shown.split_once(BEGINS).unwrap();
            let (script, after) = rest.split_once(ENDS).unwrap();
            assert_eq!(format!("{before}{after}"), page);
            assert!(script.contains("data-page=\"0a1b\""), "{script}");
        }
        let shown = with_script(b"x</body></html>", "");
        assert!(shown.ends_with(b"<!--/preview--></body></html>"));
    }
}
