//! Forms that other programs read; made when asked for, no part of the site.

pub mod follow_the_money;
pub mod popolo;
pub mod timeline_js;

use std::borrow::Cow;

use crate::model::briefing::{Briefing, Entity};
use crate::model::site::Exchange;
use crate::render::routes;
use crate::render::stock::Stock;

/// The briefing in such a form.
#[must_use]
pub fn text(form: Exchange, stock: &Stock) -> String {
    match form {
        Exchange::FollowTheMoney => follow_the_money::text(&stock.briefing),
        Exchange::Popolo => popolo::text(&stock.briefing),
        Exchange::TimelineJs => timeline_js::text(stock),
    }
}

/// The id of a thing among things of all kinds.
pub(in crate::render) fn key(entity: &Entity) -> String {
    format!("{}-{}", entity.kind.word(), entity.id())
}

/// The address of a thing's page, where the site says where it is published.
fn page(briefing: &Briefing, entity: &Entity) -> Option<String> {
    let base = briefing.settings.base_url.as_deref()?;
    Some(format!("{base}{}", routes::entity(entity)))
}

/// A day at the finest: these forms have no clocks.
fn day(date: Cow<'_, str>) -> Cow<'_, str> {
    match date.find('T') {
        Some(at) => Cow::Owned(date.get(..at).unwrap_or_default().to_owned()),
        None => date,
    }
}
