//! What pages may do and tell. `base.html` says it, so that it holds from a USB stick too; headers
//! repeat that template's words, so that the two never differ.

use crate::render::theme::Theme;

/// What the theme's pages say of themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The content security policy.
    pub content: Option<Box<str>>,
    /// What other sites learn of where a reader came from.
    pub referrer: Option<Box<str>>,
}

impl Policy {
    /// That of a theme. What its `base.html` does not say in plain words, headers do not say either.
    #[must_use]
    pub fn of(theme: &Theme) -> Policy {
        Policy::in_page(theme.text_of("base.html"))
    }

    /// That of a page.
    #[must_use]
    pub fn in_page(html: &str) -> Policy {
        let said = |name: &str| {
            let (_, rest) = html.split_once(name)?;
            let rest = rest.trim_start().strip_prefix("content=\"")?;
            let (value, _) = rest.split_once('"')?;
            let plain = |c: char| c.is_ascii_graphic() && !"{}$\\".contains(c) || c == ' ';
            value.chars().all(plain).then(|| value.into())
        };
        Policy {
            content: said("<meta http-equiv=\"Content-Security-Policy\""),
            referrer: said("<meta name=\"referrer\""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn only_plain_words_become_headers() {
        let page = "<meta name=\"referrer\" content=\"no-referrer\">";
        assert_eq!(Policy::in_page(page).referrer.as_deref(), Some("no-referrer"));
        assert_eq!(Policy::in_page(page).content, None);
        let made = "<meta http-equiv=\"Content-Security-Policy\" content=\"{{ policy }}\">";
        assert_eq!(Policy::in_page(made), Policy::default());
    }
}
