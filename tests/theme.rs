//! The built-in theme: its files are all in the program, and its colours can be read.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read files and may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dateline::render::builtin;

fn files(folder: &str) -> BTreeSet<String> {
    fn walk(folder: &Path, below: &str, files: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{path}/"), files);
            } else {
                files.insert(path);
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "", &mut found);
    found
}

#[test]
fn every_file_of_the_theme_is_in_the_program() {
    let templates: BTreeSet<String> =
        builtin::templates().keys().map(|name| name.to_string()).collect();
    assert_eq!(files("templates"), templates);
    let assets: BTreeSet<String> =
        builtin::STATIC.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(files("static"), assets);
}

fn style() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("static/style.css")).unwrap()
}

/// The colours of a block of custom properties.
fn colours(block: &str) -> BTreeMap<&str, &str> {
    let block = block.split('}').next().unwrap();
    let properties = block.split(';').filter_map(|property| property.trim().split_once(':'));
    properties
        .map(|(name, value)| (name.trim(), value.trim()))
        .filter(|(name, value)| name.starts_with("--") && value.starts_with('#'))
        .collect()
}

/// Relative luminance, as WCAG defines it.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').unwrap();
    let digits = if digits.len() == 3 {
        digits.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        digits.to_owned()
    };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn both_colour_schemes_can_be_read() {
    let style = style();
    let light = style.split(":root {").nth(1).unwrap();
    let dark = style.split("(prefers-color-scheme: dark)").nth(1).unwrap();
    let dark = dark.split(":root {").nth(1).unwrap();
    for (scheme, colours) in [("light", colours(light)), ("dark", colours(dark))] {
        for ground in ["--ground", "--raised"] {
            let on = |name| contrast(colours[name], colours[ground]);
            assert!(on("--ink") >= 12.0, "{scheme}: text on {ground} {}", on("--ink"));
            assert!(on("--quiet") >= 7.0, "{scheme}: quiet text on {ground} {}", on("--quiet"));
            assert!(on("--link") >= 7.0, "{scheme}: links on {ground} {}", on("--link"));
            assert!(on("--ring") >= 3.0, "{scheme}: focus on {ground} {}", on("--ring"));
            assert!(on("--accent") >= 3.0, "{scheme}: accent on {ground} {}", on("--accent"));
        }
        assert!(colours.len() <= 10, "{scheme}: {} colours", colours.len());
    }
    let dark = colours(dark);
    assert!((0.005..=0.03).contains(&luminance(dark["--ground"])), "not black, not grey");
    assert!(contrast(dark["--ink"], dark["--ground"]) < 17.0, "not glaring");
}

#[test]
fn the_style_sheet_fetches_nothing_and_moves_nothing() {
    let style = style();
    for forbidden in ["@import", "url(", "http", "@keyframes", "animation", "transition"] {
        assert!(!style.contains(forbidden), "{forbidden}");
    }
}
