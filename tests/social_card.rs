//! The social card: the picture that networks and messengers show for a link to the briefing.

#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "tests may fail")]

mod fixture;

use std::collections::BTreeMap;

use fixture::{compiled, outputs, site_with};

/// A picture of the site's own.
const OWN: &str = "//- static/social-card.png\nnot read\n";

fn site(text: &str) -> BTreeMap<String, Vec<u8>> {
    outputs(&compiled(site_with(text)))
}

fn page<'a>(site: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    std::str::from_utf8(&site[path]).unwrap()
}

fn meta<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("\"{name}\" content=\""))?;
    Some(rest.split_once('"')?.0)
}

#[test]
fn a_sites_own_picture_is_shown_with_or_without_the_feature() {
    let site = site(OWN);
    for path in ["index.html", "actors/joe.html", "404.html"] {
        let page = page(&site, path);
        let address = "https://news.example/call/social-card.png";
        assert_eq!(meta(page, "og:image"), Some(address), "{path}");
        assert_eq!(meta(page, "og:image:alt"), Some("What the call settled"));
        // Nobody measured it.
        assert_eq!(meta(page, "og:image:width"), None);
        assert_eq!(meta(page, "twitter:card"), Some("summary_large_image"));
    }
    assert!(site["social-card.png"].starts_with(b"static/social-card.png "));
}

#[test]
fn a_site_without_an_address_has_no_card() {
    let site = site("//- dateline.yaml\ntitle: The call\nlanguage: en\n");
    assert!(!site.contains_key("social-card.png"));
    let page = page(&site, "index.html");
    assert_eq!((meta(page, "og:image"), meta(page, "twitter:card")), (None, Some("summary")));
}

#[cfg(not(feature = "cards"))]
#[test]
fn without_the_feature_there_is_no_card() {
    let site = site("");
    assert!(!site.contains_key("social-card.png"));
    let page = page(&site, "index.html");
    assert_eq!((meta(page, "og:image"), meta(page, "twitter:card")), (None, Some("summary")));
}

#[cfg(feature = "cards")]
mod drawn {
    use dateline::engine::Engine;
    use dateline::model::project::Project;

    use super::*;

    const BRIEFING: &str = "//- content/briefing.md\n---\n";

    fn card(project: Project) -> Vec<u8> {
        outputs(&compiled(project)).remove("social-card.png").unwrap()
    }

    /// Width and height as the head of a PNG says them.
    fn size(png: &[u8]) -> (u32, u32) {
        assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(png[12..16], *b"IHDR");
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        (number(16), number(20))
    }

    #[test]
    fn a_card_has_the_size_that_pages_say_and_is_light() {
        let site = site("");
        let png = &site["social-card.png"];
        assert_eq!(size(png), (1200, 630));
        assert!(png.len() < 150_000, "{} bytes", png.len());
        for path in ["index.html", "actors/joe.html", "sections.html", "404.html"] {
            let page = page(&site, path);
            let address = "https://news.example/call/social-card.png";
            assert_eq!(meta(page, "og:image"), Some(address), "{path}");
            assert_eq!(meta(page, "og:image:width"), Some("1200"));
            assert_eq!(meta(page, "og:image:height"), Some("630"));
            let said = meta(page, "og:image:alt").unwrap();
            assert!(said.starts_with("What the call settled – The two presidents"), "{said}");
            assert!(said.ends_with("As of 30 December 2021"), "{said}");
            assert_eq!(meta(page, "twitter:card"), Some("summary_large_image"));
        }
    }

    #[test]
    fn the_same_briefing_gives_the_same_card_and_another_another() {
        let first = card(site_with(""));
        assert!(card(site_with("")) == first);
        // What does not stand on it changes nothing, whether compiled anew or on top.
        let other = site_with("//- content/actors/new.md\n---\nname: New\nkind: group\n---\nX.\n");
        assert!(card(other.clone()) == first);
        let mut engine: Engine = compiled(site_with(""));
        assert!(outputs(&engine)["social-card.png"] == first);
        engine.apply(other, Vec::new());
        assert!(outputs(&engine)["social-card.png"] == first);
        let text =
            format!("{BRIEFING}title: Other\nsummary: Said.\nas_of: 2022-01-01\n---\nText.\n");
        engine.apply(site_with(&text), Vec::new());
        let changed = outputs(&engine).remove("social-card.png").unwrap();
        assert!(changed != first);
        assert!(changed == card(site_with(&text)));
    }

    #[test]
    fn the_rule_has_the_accent_of_the_sites_style_sheet() {
        let style =
            |colour: &str| format!("//- static/style.css\n:root {{ --accent: {colour}; }}\n");
        let first = card(site_with(""));
        assert!(card(site_with(&style("#8a1c1c"))) == first);
        assert!(card(site_with(&style("#1c8a1c"))) != first);
        // What is no plain colour is not guessed at.
        assert_eq!(card(site_with(&style("var(--x)"))), card(site_with(&style("\"><a/>"))));
    }

    #[test]
    fn marks_of_xml_in_a_title_are_letters() {
        let text = format!(
            "{BRIEFING}title: 'A <b> & \"c\" ]]> &amp;'\nsummary: S.\nas_of: 2022-01-01\n---\nText.\n"
        );
        assert_eq!(size(&card(site_with(&text))), (1200, 630));
    }

    #[test]
    fn a_title_that_no_font_has_the_letters_of_gets_no_card() {
        let text = format!("{BRIEFING}title: 会谈\nsummary: S.\nas_of: 2022-01-01\n---\nText.\n");
        let site = site(&text);
        assert!(!site.contains_key("social-card.png"));
        assert_eq!(meta(page(&site, "index.html"), "og:image"), None);
    }

    #[test]
    fn a_sites_own_picture_takes_the_place_of_the_drawn_one() {
        assert!(site(OWN)["social-card.png"].starts_with(b"static/"));
        let jpeg = site("//- static/social-card.jpg\nnot read\n");
        assert!(!jpeg.contains_key("social-card.png"));
        let address = "https://news.example/call/social-card.jpg";
        assert_eq!(meta(page(&jpeg, "index.html"), "og:image"), Some(address));
    }
}
