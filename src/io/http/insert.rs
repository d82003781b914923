//! What the preview adds to a page; all else is what `build` writes, byte for byte.

/// Where it begins and ends, for those who want to take it away again.
pub const BEGINS: &str = "<!--preview-->";
/// The end of it.
pub const ENDS: &str = "<!--/preview-->";

/// The page with the preview's script before the end of its body. The script is told which page it
/// stands in, so that it can see whether there is another by now, and what to mark on it.
#[must_use]
pub fn with_script(page: &[u8], tag: &str, marks: &str) -> Vec<u8> {
    let mut script = format!("{BEGINS}<script src=\"/.dateline/preview.js\" data-page=\"{tag}\"");
    if !marks.is_empty() {
        script.push_str(" data-marks=\"");
        escape_html(&mut script, marks);
        script.push('"');
    }
    script.push_str("></script>");
    script.push_str(ENDS);
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part.eq_ignore_ascii_case(end));
    let (before, after) = page.split_at_checked(at.unwrap_or(page.len())).unwrap_or((page, &[]));
    [before, script.as_bytes(), after].concat()
}

/// Own, since the library that pages are escaped with is no affair of the server's.
fn escape_html(to: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '"' => to.push_str("&quot;"),
            _ => to.push(c),
        }
    }
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
            let shown = String::from_utf8(with_script(page.as_bytes(), "0a1b", "")).unwrap();
            let (before, rest) = shown.split_once(BEGINS).unwrap();
            let (script, after) = rest.split_once(ENDS).unwrap();
            assert_eq!(format!("{before}{after}"), page);
            assert!(script.contains("data-page=\"0a1b\""), "{script}");
        }
        let shown = with_script(b"x</body></html>", "", "{\"a\":\"</body>&\"}");
        assert!(shown.ends_with(b"<!--/preview--></body></html>"));
        let marks = "data-marks=\"{&quot;a&quot;:&quot;&lt;/body>&amp;&quot;}\"";
        assert!(String::from_utf8(shown).unwrap().contains(marks));
    }
}
