//! Whole pages of a small briefing.

use std::sync::Arc;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::briefing::Briefing;
use crate::model::place::TextFile;
use crate::model::project::Project;
use crate::model::site::{Content, What};
use crate::render::fixture::{self, BIDEN, CALL, MEETING, PHONE_CALL, READOUT, REPORT};
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
    Renderer::new(Arc::new(theme), Arc::new(briefing))
}

fn page_of(renderer: &Renderer, what: &What) -> Result<String, Vec<Diagnostic>> {
    let (outputs, _) = renderer.outputs();
    let output = outputs.iter().find(|output| output.what == *what).unwrap();
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
    let (outputs, diagnostics) = renderer.outputs();
    assert_eq!(diagnostics, []);
    for output in outputs {
        if let Err(diagnostics) = renderer.make(&output) {
            panic!("{}: {diagnostics:?}", output.path);
        }
    }
}
