//! Ids that things had before: they are in use as long as their old addresses lead on.

use std::sync::Arc;

use crate::model::place::TextFile;
use crate::parse::document::document;

/// Whether a content file says that its thing had this id before.
#[must_use]
pub fn had(file: &Arc<TextFile>, id: &str) -> bool {
    // Few files say anything of the sort: the others need not be read.
    let may = file.text.contains("former_ids") && file.text.contains(id);
    may && document(file).document.is_some_and(|document| {
        document.shared.former_ids.iter().any(|former| former.value.as_str() == id)
    })
}
