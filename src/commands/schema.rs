//! `schema KIND`: what front matter may say, as JSON Schema, for editors and other programs.

use crate::cli::{Schema, SchemaKind};
use crate::engine;
use crate::io::terminal;

/// Prints the schema of a kind.
pub fn run(schema: &Schema) {
    let kind = match schema.kind {
        SchemaKind::Briefing => "briefing",
        SchemaKind::Section => "section",
        SchemaKind::Actor => "actor",
        SchemaKind::Event => "event",
        SchemaKind::Source => "source",
        SchemaKind::Settings => "settings",
        SchemaKind::Corrections => "corrections",
    };
    terminal::result(&engine::schema(kind));
}
