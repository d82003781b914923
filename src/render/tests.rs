//! Whole pages of a small briefing.

mod fixture;

use std::sync::Arc;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::Briefing;
use crate::model::place::TextFile;
use crate::model::project::Project;
use crate::model::site::{Content, What};
use crate::render::renderer::Renderer;
use crate::render::theme::Theme;

fn with_templates(templates: &[(&str, &str)]) -> (Theme, Vec<Diagnostic>) {
    let templates =
        templates.iter().map(|(name, text)| TextFile::new(format!("templates/{name}"), *text));
    Theme::new(&Project { templates: templates.collect(), ..Project::default() })
}

fn renderer(briefing: Briefing) -> Renderer {
    let (theme, diagnostics) = with_templates(&[]);
    assert_eq!(diagnostics, []);
    let (renderer, diagnostics) = Renderer::new(Arc::new(theme), Arc::new(briefing));
    assert_eq!(diagnostics, []);
    renderer
}

fn page_of(renderer: &Renderer, what: &What) -> Result<String, Vec<Diagnostic>> {
    let output = renderer.outputs().iter().find(|output| output.what == *what).unwrap();
    match renderer.make(output)? {
        Content::Bytes(bytes) => Ok(String::from_utf8(bytes).unwrap()),
        Content::CopyOf(asset) => panic!("{} is a file", asset.path),
    }
}

fn page(what: &What) -> String {
    page_of(&renderer(fixture::briefing()), what).unwrap()
}

#[test]
fn every_output_is_made() {
    let renderer = renderer(fixture::briefing());
    for output in renderer.outputs() {
        if let Err(diagnostics) = renderer.make(output) {
            panic!("{}: {diagnostics:?}", output.path);
        }
    }
}
