//! Claims: who says what, and what sources say to it. A status that rests on sources must name them.

use serde_json::Value as Json;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::entity::{Account, Claim, ClaimStatus};
use crate::model::id::{Kind, ReferenceId};
use crate::model::place::Spanned;
use crate::model::prose::Prose;
use crate::parse::fields::Reading;
use crate::parse::quotation::Uncited;
use crate::parse::record::record;
use crate::parse::shape::{At, IdOf, Markdown, OneOf, Shape};
use crate::parse::yaml::Node;

const SOURCE: IdOf = IdOf(Kind::Source);

/// A claim as it is written.
pub struct ClaimFields {
    text: Prose,
    by: ReferenceId,
    source: ReferenceId,
    status: Spanned<ClaimStatus>,
    supporting: Vec<ReferenceId>,
    against: Vec<ReferenceId>,
}

record! {
    /// The fields of a claim.
    ClaimFieldsShape("a claim") => ClaimFields {
        required "text" => text: Markdown(Uncited::TheAccounts), "What is claimed (Markdown); quoted words without a citation are the source's.";
        required "by" => by: IdOf(Kind::Actor), "The actor who claims it.";
        required "source" => source: SOURCE, "The source in which it is claimed.";
        required "status" => status: At(OneOf(ClaimStatus::WORDS, ClaimStatus::from_word)), "What is known of it; `confirmed` needs a source in `for`, `disputed` and `denied` one in `against`.";
        list "for" => supporting: SOURCE, "The sources that bear it out.";
        list "against" => against: SOURCE, "The sources that speak against it.";
    }
}

/// A claim.
pub struct ClaimShape;

impl Shape for ClaimShape {
    type Value = Claim;

    fn read(&self, node: &Node<'_>, cx: &mut Reading) -> Option<Claim> {
        let before = cx.diagnostics.len();
        let ClaimFields { text, by, source, status, supporting, against } =
            ClaimFieldsShape.read(node, cx)?;
        let told = Account { by, source, text };
        let claim = Claim { told, status, supporting, against };
        // A source that is missing because its field is misspelt or misshaped is one mistake.
        let mut new = cx.diagnostics.iter().skip(before);
        if !new.any(|it| matches!(it.code, Code::UnknownField | Code::WrongType)) {
            on_both_sides(&claim, cx);
            groundless(&claim, cx);
        }
        Some(claim)
    }

    fn schema(&self) -> Json {
        ClaimFieldsShape.schema()
    }

    fn example(&self) -> String {
        ClaimFieldsShape.example()
    }
}

/// Reports a status that rests on sources where none is named.
fn groundless(claim: &Claim, cx: &mut Reading) {
    let Some((field, [])) = claim.grounds() else { return };
    let word = claim.status.value.word();
    let message = format!("a claim that is `{word}` needs a source in `{field}`");
    let is_confirmed = claim.status.value == ClaimStatus::Confirmed;
    let otherwise = if is_confirmed { ClaimStatus::Stated } else { ClaimStatus::Unverified };
    let help = format!(
        "add a line `{field}: [ID]  # of a source`; or write `status: {}`, which needs none",
        otherwise.word()
    );
    let place = cx.place(claim.status.span);
    cx.report(Diagnostic::new(Code::GroundlessClaim, place, message).help(help));
}

/// Reports sources that stand in both lists.
fn on_both_sides(claim: &Claim, cx: &mut Reading) {
    let named = |id: &ReferenceId| {
        let reference = cx.references.get(id.index())?;
        Some((reference.wanted(&cx.file), cx.place(reference.span)))
    };
    let supporting: Vec<_> = claim.supporting.iter().filter_map(named).collect();
    let mut told = Vec::new();
    for (id, place) in claim.against.iter().filter_map(named) {
        let Some((_, other)) = supporting.iter().find(|(other, _)| *other == id) else { continue };
        let message = format!("`{id}` stands in `for` and in `against`");
        told.push(
            Diagnostic::new(Code::SourceOnBothSides, place, message)
                .related(other.clone(), "it stands in `for` here")
                .help("keep one of the two; what it says on either side belongs in `text`"),
        );
    }
    told.into_iter().for_each(|it| cx.report(it));
}
