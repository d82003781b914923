//! From what stands in a request line to a path of the site.
//!
//! Whatever could mean two things to two readers is refused rather than tidied.

/// Why a request's target is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unclear(pub &'static str);

/// The path of the site that is meant: `/actors/joe%2Dbiden.html` is `actors/joe-biden.html`, and a
/// folder is its `index.html`.
///
/// # Errors
/// Where the target could be read in more than one way, or is no path.
pub fn site_path(target: &str) -> Result<String, Unclear> {
    let path = target.strip_prefix('/').ok_or(Unclear("the address must begin with one slash"))?;
    let mut decoded = decode(path)?;
    if decoded.contains(|c: char| c == '\\' || c == '#' || c.is_control()) {
        return Err(Unclear("the address has a character that no page of the site has"));
    }
    let is_step = |part: &str| part == "." || part == "..";
    if decoded.split('/').any(is_step) || format!("/{decoded}").contains("//") {
        return Err(Unclear("the address has an empty part, or one that leads to another folder"));
    }
    if decoded.is_empty() || decoded.ends_with('/') {
        decoded.push_str("index.html");
    }
    Ok(decoded)
}

/// Takes away the percent signs. A slash, a backslash and a NUL may not hide behind one.
fn decode(path: &str) -> Result<String, Unclear> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
            return Err(Unclear("a percent sign is not followed by two digits"));
        };
        match u8::try_from(high * 16 + low) {
            Ok(b'/' | b'\\' | 0) | Err(_) => {
                return Err(Unclear("a slash, a backslash or a NUL is written as a number"));
            }
            Ok(byte) => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).map_err(|_| Unclear("the address is not UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::site_path;

    #[test]
    fn an_address_is_a_path_of_the_site() {
        for (target, path) in [
            ("/", "index.html"),
            ("/actors/joe-biden.html", "actors/joe-biden.html"),
            ("/actors/joe%2Dbiden.html", "actors/joe-biden.html"),
            ("/maps/", "maps/index.html"),
            ("/%C3%BCbersicht%20a.png", "übersicht a.png"),
            ("/a..b/...", "a..b/..."),
            ("/%252e%252e/x", "%2e%2e/x"),
        ] {
            assert_eq!(site_path(target).as_deref(), Ok(path), "{target}");
        }
    }

    #[test]
    fn what_could_lead_elsewhere_is_refused() {
        for target in [
            "",
            "x",
            "*",
            "//",
            "//x",
            "/x//y",
            "/..",
            "/../x",
            "/x/..",
            "/x/../y",
            "/./x",
            "/.",
            "/%2e%2e/x",
            "/%2E./x",
            "/.%2e",
            "/x%2fy",
            "/x%2Fy",
            "/%5c",
            "/x\\y",
            "/%5C..%5Cx",
            "/x%00",
            "/%",
            "/%4",
            "/%zz",
            "/%-1",
            "/%+1",
            "/%ff",
            "/%c0%ae",
            "/%0a",
            "/%7f",
            "/%23x",
        ] {
            assert!(site_path(target).is_err(), "{target}");
        }
    }

    #[test]
    fn no_target_at_all_gives_a_path_that_leads_out() {
        // Every text of up to five of the characters that matter.
        let signs = ["/", ".", "%2e", "%2f", "\\", "x"];
        for number in 0..signs.len().pow(5) {
            let mut rest = number;
            let mut target = String::from("/");
            for _ in 0..5 {
                target.push_str(signs[rest % signs.len()]);
                rest /= signs.len();
            }
            if let Ok(path) = site_path(&target) {
                assert!(!path.starts_with('/') && !path.contains('\\'), "{target}");
                assert!(path.split('/').all(|part| !["", ".", ".."].contains(&part)), "{target}");
            }
        }
    }
}
