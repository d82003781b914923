//! Whole pages of a small briefing.

mod contract;
mod fixture;
mod links;
mod pages;
mod templates;
mod told;

use std::sync::Arc;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::Briefing;
use crate::model::place::TextFile;
use crate::model::project::Project;
use crate::model::site::{Content, What};
use crate::release::frozen::Frozen;
use crate::release::record::{Record, Remembered};
use crate::render::renderer::Renderer;
use crate::render::theme::Theme;

fn with_templates(templates: &[(&str, &str)]) -> (Theme, Vec<Diagnostic>) {
    let templates =
        templates.iter().map(|(name, text)| TextFile::new(format!("templates/{name}"), *text));
    Theme::new(&Project { templates: templates.collect(), ..Project::default() })
}

fn renderer_with(theme: Theme, briefing: Briefing) -> Renderer {
    let (renderer, diagnostics) = Renderer::new(Arc::new(theme), Arc::new(briefing));
    assert_eq!(diagnostics, []);
    renderer.with_history(vec![frozen()])
}

fn renderer(briefing: Briefing) -> Renderer {
    let (theme, diagnostics) = with_templates(&[]);
    assert_eq!(diagnostics, []);
    renderer_with(theme, briefing)
}

/// A release that was frozen, when the texts were others.
fn frozen() -> Record {
    let texts = [("briefing".into(), "What was said".into())].into();
    let frozen =
        Frozen { name: "2021-12-30".into(), sha256: "0".into(), texts, ..Frozen::default() };
    let mut record: Record = serde_json::from_str("{\"version\": 1}").unwrap();
    record.date = "2021-12-30T20:00:00Z".into();
    record.briefing = Some(Remembered { hash: "0".into(), name: "N".into() });
    record.frozen = Some(frozen);
    record
}

fn make(renderer: &Renderer, what: &What) -> Result<String, Vec<Diagnostic>> {
    let output = renderer.outputs().iter().find(|output| output.what == *what).unwrap();
    match renderer.make(output)? {
        Content::Bytes(bytes) => Ok(String::from_utf8(bytes).unwrap()),
        Content::Stream(stream) => Ok(String::from_utf8(stream.bytes()).unwrap()),
        Content::CopyOf(asset) => panic!("{} is a file", asset.path),
    }
}

/// A page of the fixture.
fn page(what: &What) -> String {
    make(&renderer(fixture::briefing()), what).unwrap()
}

/// All pages of a renderer, with their paths.
fn html_pages(renderer: &Renderer) -> Vec<(String, String)> {
    let outputs = renderer.outputs().iter().filter(|output| output.path.ends_with(".html"));
    outputs
        .map(|output| match renderer.make(output) {
            Ok(Content::Bytes(bytes)) => {
                (output.path.to_string(), String::from_utf8(bytes).unwrap())
            }
            other => panic!("{}: {other:?}", output.path),
        })
        .collect()
}

/// The values of an attribute, wherever it stands.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let before = format!(" {name}=\"");
    html.match_indices(&before)
        .map(|(at, _)| html[at + before.len()..].split('"').next().unwrap())
        .collect()
}

/// What stands between two pieces of a page.
fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no {start} in {html}"));
    rest.split(end).next().unwrap()
}

/// Looks for pieces in this order, each after the one before.
fn assert_in_order(html: &str, pieces: &[&str]) {
    let mut rest = html;
    for piece in pieces {
        let at = rest.find(piece).unwrap_or_else(|| panic!("no `{piece}` after that in {html}"));
        rest = &rest[at + piece.len()..];
    }
}
