//! What an open page is told: what is wrong, and what changed.

use std::path::Path;

use serde_json::json;

use crate::commands::serve::editor::Editor;
use crate::commands::serve::moment::Moment;
use crate::commands::stop::SHOWN;
use crate::diagnostic::code::Severity;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::positions::Positions;
use crate::diagnostic::{excerpt, human};

/// The state as JSON in one line. With an editor, each place has the address that opens it there.
#[must_use]
pub fn json(moment: &Moment, root: &Path, editor: Option<&Editor>) -> String {
    let diagnostics = moment.diagnostics();
    let all: Vec<&Diagnostic> =
        diagnostics.iter().filter(|it| it.severity != Severity::Hint).collect();
    let wrong = || all.iter().filter(|it| it.severity == Severity::Error);
    let mut positions = Positions::new();
    let mut errors = Vec::new();
    for &diagnostic in wrong().take(SHOWN) {
        let place = diagnostic.place.as_ref().map(ToString::to_string);
        let text = excerpt::draw(diagnostic, &mut positions, false);
        let own = diagnostic.place.as_ref().filter(|place| !place.file.built_in);
        let open = own.zip(editor);
        let open = open.map(|(it, editor)| editor.address(root, &it.file.path, it.start()));
        errors.push(json!({ "place": place, "text": text, "open": open }));
    }
    let hidden = wrong().count() - errors.len();
    let more = (hidden > 0).then(|| format!("… and {hidden} more: see `dateline check`"));
    let pages = moment.difference.pages.iter();
    let pages: Vec<_> =
        pages.map(|(path, title)| json!({ "path": path, "title": title })).collect();
    json!({
        "generation": moment.generation,
        "summary": human::count(&all),
        "errors": errors,
        "more": more,
        "pages": pages,
        "files": moment.difference.assets,
    })
    .to_string()
}
