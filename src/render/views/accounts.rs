//! How each party told it, side by side; and what all of it rests on.

use std::collections::HashSet;

use crate::model::briefing::{Briefing, Linked};
use crate::model::entity::{Account, Event};
use crate::model::id::EntityId;
use crate::render::fill::{Text, Within};
use crate::render::sheet::Sheet;
use crate::render::theme::Value;
use crate::render::value::{html, list, map, text};
use crate::words::table::Words;

/// The accounts, each with its text and the mark of its citation.
pub fn rows<'a>(
    sheet: &mut Sheet<'a>,
    page: &'a Linked,
    accounts: &'a [Account],
    texts: &[Text<'a>],
    prefix: &str,
) -> Value {
    let mut rows = Vec::with_capacity(accounts.len());
    for (at, (account, text)) in accounts.iter().zip(texts).enumerate() {
        rows.push(map([
            ("by", sheet.link_of(page, Some(account.by))),
            ("text", html(&filled(sheet, *text, &format!("{prefix}account-{}-", at + 1)))),
            ("mark", sheet.mark(page, account.source)),
        ]));
    }
    list(rows)
}

/// What a party told; its ids begin with the prefix.
pub fn filled<'a>(sheet: &mut Sheet<'a>, text: Text<'a>, prefix: &str) -> String {
    sheet.fill(text, Within { prefix, deeper: true })
}

/// Whether all that an event rests on, its sources and its accounts, are the words of one side. Of a
/// source that says not whose words it holds, nobody knows.
#[must_use]
pub fn is_one_sided(briefing: &Briefing, page: &Linked, event: &Event) -> bool {
    let speaker = |source| briefing[source].page.entity(briefing[source].source()?.by?);
    let sources = event.sources.iter().filter_map(|source| page.entity(*source)).map(speaker);
    let told = event.accounts.iter().map(|account| page.entity(account.by));
    let sides = sources.chain(told).map(|by| Some(briefing.side_of(by?)));
    let sides: Option<HashSet<EntityId>> = sides.collect();
    sides.is_some_and(|sides| sides.len() == 1)
}

/// What a reader should know of all accounts together: that one side alone tells them, or that they
/// are known through a single source.
#[must_use]
pub fn rest_on(briefing: &Briefing, page: &Linked, accounts: &[Account], words: &Words) -> Value {
    let one = |ids: HashSet<EntityId>| ids.len() == 1;
    let side = |account: &Account| page.entity(account.by).map(|by| briefing.side_of(by));
    let source =
        |account: &Account| page.entity(account.source).map(|source| briefing.origin_of(source));
    let mut marks = Vec::new();
    if one(accounts.iter().filter_map(side).collect()) {
        marks.push(text(&words.one_side));
    }
    if one(accounts.iter().filter_map(source).collect()) {
        marks.push(text(&words.one_source));
    }
    list(marks)
}
