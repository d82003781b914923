//! What is claimed, by whom, and what sources say to it.

use crate::model::briefing::Linked;
use crate::model::entity::Claim;
use crate::model::id::ReferenceId;
use crate::render::fill::Text;
use crate::render::sheet::Sheet;
use crate::render::theme::Value;
use crate::render::value::{html, list, map, text};
use crate::render::views::accounts::filled;

/// The claims, each with its text, the mark of its citation and the sources for and against it.
pub fn rows<'a>(
    sheet: &mut Sheet<'a>,
    page: &'a Linked,
    claims: &'a [Claim],
    texts: &[Text<'a>],
    prefix: &str,
) -> Value {
    let mut rows = Vec::with_capacity(claims.len());
    for (at, (claim, words)) in claims.iter().zip(texts).enumerate() {
        let status = claim.status.value;
        let sources = |sheet: &Sheet<'a>, all: &[ReferenceId]| {
            sheet.links(all.iter().filter_map(|id| page.entity(*id)))
        };
        rows.push(map([
            ("by", sheet.link_of(page, Some(claim.told.by))),
            ("text", html(&filled(sheet, *words, &format!("{prefix}claim-{}-", at + 1)))),
            ("mark", sheet.mark(page, claim.told.source)),
            ("status", text(status.word())),
            ("status_name", text(sheet.stock.words.claim_status(status))),
            ("borne_out_by", sources(sheet, &claim.supporting)),
            ("contradicted_by", sources(sheet, &claim.against)),
        ]));
    }
    list(rows)
}
