//! `content/corrections.yaml` → corrections.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::entity::Correction;
use crate::model::place::{Place, TextFile};
use crate::parse::conflict::is_in_conflict;
use crate::parse::document::report_fault;
use crate::parse::fields::Reading;
use crate::parse::garbled::report_garbled;
use crate::parse::schema::CorrectionShape;
use crate::parse::shape::{List, Shape};
use crate::parse::yaml::{self, Value};

/// Reads the list of corrections.
#[must_use]
pub fn corrections(file: &Arc<TextFile>) -> (Vec<Correction>, Vec<Diagnostic>) {
    let mut cx = Reading::new(file);
    if is_in_conflict(&mut cx) {
        return (Vec::new(), cx.diagnostics);
    }
    report_garbled(&mut cx);
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
    let list = list.unwrap_or_default();
    refuse_doubles(&list, &mut cx);
    (list, cx.diagnostics)
}

/// Readers' programs know a correction by what it says: the same one twice is one.
fn refuse_doubles(list: &[Correction], cx: &mut Reading) {
    let mut seen = BTreeMap::new();
    for one in list {
        let said = (&one.page.value, &one.was, &one.now, &one.why, format!("{:?}", one.date.value));
        let place = cx.place(one.page.span);
        let Some(first) = seen.get(&said) else {
            seen.insert(said, place);
            continue;
        };
        cx.report(
            Diagnostic::new(Code::DuplicateKey, place, "this correction stands twice")
                .related(Place::clone(first), "it stands here first")
                .help("keep one of the two"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_correction_twice_is_an_error_with_both_places() {
        let one = "- date: 2021-12-30\n  page: ann\n  was: She spoke.\n  now: He spoke.\n  why: A slip.\n";
        let other = one.replace("A slip.", "Another slip.");
        let told = |text: String| {
            let (list, told) = corrections(&TextFile::new("content/corrections.yaml", &*text));
            (list.len(), told)
        };
        assert_eq!(told(format!("{one}{other}")), (2, vec![]));
        let (_, told) = told(format!("{one}{other}{one}"));
        let [twice] = &*told else { panic!("{told:?}") };
        let places: Vec<_> = twice.places().map(|place| place.start().line).collect();
        assert_eq!((twice.code, &*places), (Code::DuplicateKey, &[12, 2][..]));
    }
}
