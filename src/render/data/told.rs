//! What parties told, as data: accounts and claims.

use serde::Serialize;

use crate::model::briefing::{Briefing, Linked};
use crate::model::entity::Account;
use crate::model::id::{ReferenceId, Slug};

/// How one party told it.
#[derive(Debug, Serialize)]
pub struct AccountData<'a> {
    by: &'a str,
    source: &'a str,
    text: String,
}

/// What one party claims, and what sources say to it.
#[derive(Debug, Serialize)]
pub struct ClaimData<'a> {
    #[serde(flatten)]
    told: AccountData<'a>,
    status: &'static str,
    #[serde(rename = "for", skip_serializing_if = "Vec::is_empty")]
    supporting: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    against: Vec<&'a str>,
}

/// The id of what a field names; none where that is withheld.
#[must_use]
pub fn id<'a>(briefing: &'a Briefing, page: &Linked, reference: ReferenceId) -> Option<&'a str> {
    page.entity(reference).map(|id| Slug::as_str(briefing[id].id()))
}

/// The accounts of a page.
#[must_use]
pub fn accounts<'a>(briefing: &'a Briefing, page: &Linked) -> Vec<AccountData<'a>> {
    let all = page.document.matter.accounts().iter();
    all.filter_map(|it| account(briefing, page, it)).collect()
}

/// The claims of a page.
#[must_use]
pub fn claims<'a>(briefing: &'a Briefing, page: &Linked) -> Vec<ClaimData<'a>> {
    let sources =
        |all: &[ReferenceId]| all.iter().filter_map(|it| id(briefing, page, *it)).collect();
    let all = page.document.matter.claims().iter().filter_map(|claim| {
        Some(ClaimData {
            told: account(briefing, page, &claim.told)?,
            status: claim.status.value.word(),
            supporting: sources(&claim.supporting),
            against: sources(&claim.against),
        })
    });
    all.collect()
}

fn account<'a>(
    briefing: &'a Briefing,
    page: &Linked,
    account: &Account,
) -> Option<AccountData<'a>> {
    Some(AccountData {
        by: id(briefing, page, account.by)?,
        source: id(briefing, page, account.source)?,
        text: briefing.whole_plain(page, &account.text),
    })
}
