//! `manifest.webmanifest`: what a device calls the site that is put among its programs, and what it
//! shows for it.

use serde::Serialize;

use crate::model::settings::Settings;

/// The most characters of a name under a picture.
const SHORT: usize = 24;
/// The ground of the built-in style sheet, in the light.
const GROUND: &str = "#fbfaf6";

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    short_name: &'a str,
    lang: &'a str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Icon<'a>>,
}

#[derive(Serialize)]
struct Icon<'a> {
    src: &'a str,
    sizes: &'static str,
    #[serde(rename = "type")]
    media_type: &'static str,
}

/// Its text. Addresses in it are relative, so that it is right under any path.
#[must_use]
pub fn text(settings: &Settings, icon: Option<&str>) -> String {
    let icon = icon.map(|src| Icon { src, sizes: "any", media_type: "image/svg+xml" });
    let manifest = Manifest {
        name: &settings.title,
        short_name: short(&settings.title),
        lang: &settings.language,
        start_url: "index.html",
        scope: "./",
        display: "browser",
        background_color: GROUND,
        theme_color: GROUND,
        icons: icon.into_iter().collect(),
    };
    serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n"
}

/// As many whole words as fit.
fn short(title: &str) -> &str {
    let Some((end, _)) = title.char_indices().nth(SHORT) else { return title };
    let (head, rest) = title.split_at_checked(end).unwrap_or((title, ""));
    if rest.starts_with(char::is_whitespace) {
        return head;
    }
    head.rsplit_once(char::is_whitespace).map_or(head, |(whole, _)| whole)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_short_name_ends_with_a_whole_word() {
        assert_eq!(short("The call"), "The call");
        assert_eq!(short("The Biden–Putin call of 30 December 2021"), "The Biden–Putin call of");
        assert_eq!(short("The Biden–Putin calls of 2021"), "The Biden–Putin calls of");
        assert_eq!(short("Донаудампфшиффартсгезельшафт").chars().count(), 24);
    }
}
