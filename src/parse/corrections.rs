//! `content/corrections.yaml` → corrections.

use std::sync::Arc;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::entity::Correction;
use crate::model::place::TextFile;
use crate::parse::document::report_fault;
use crate::parse::fields::Reading;
use crate::parse::schema::CorrectionShape;
use crate::parse::shape::{List, Shape};
use crate::parse::yaml::{self, Value};

/// Reads the list of corrections.
#[must_use]
pub fn corrections(file: &Arc<TextFile>) -> (Vec<Correction>, Vec<Diagnostic>) {
    let mut cx = Reading::new(file);
    let mut rest = String::new();
    let tree = yaml::tree(&file.text, &mut rest);
    for fault in &tree.faults {
        report_fault(fault, &file.text, &mut cx);
    }
    let list = match &tree.root {
        Some(root) if !matches!(root.value, Value::Empty) => {
            List(CorrectionShape).read(root, &mut cx)
        }
        Some(_) | None => None,
    };
    (list.unwrap_or_default(), cx.diagnostics)
}
