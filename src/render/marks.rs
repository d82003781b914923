//! What the preview marks on a page: what a build would leave out, and quotations that nobody could
//! check.

use std::collections::BTreeMap;

use serde_json::json;

use crate::model::briefing::{Briefing, PageId, Target, Verdict};
use crate::model::document::Document;
use crate::model::site::What;
use crate::render::routes;
use crate::zone::Zone;

/// The marks of an output as JSON in one line; empty where it has none.
#[must_use]
pub fn of(briefing: &Briefing, what: &What, now: i64) -> String {
    let page = if let What::Entity(id) = what { PageId::Entity(*id) } else { PageId::Front };
    if page == PageId::Front && *what != What::Front {
        return String::new();
    }
    let linked = briefing.page(page);
    let status = status(&linked.document, now);
    let own = briefing.quotations.get(linked.first_quotation as usize..).unwrap_or(&[]);
    let doubtful = own.iter().take_while(|it| it.page == page).filter_map(|it| {
        let why = match it.verdict {
            Verdict::Failed => "These words do not stand in their source.",
            Verdict::Unarchived => "Not checked: no text of the source is held.",
            Verdict::Exact | Verdict::Folded | Verdict::Elided => return None,
        };
        Some((format!("q-{}", it.id), json!({ "verdict": it.verdict.word(), "why": why })))
    });
    let quotations: BTreeMap<String, _> = doubtful.collect();
    let leads = linked.targets.iter().filter_map(|target| match target {
        Target::Entity(id) => Some(*id),
        Target::Withheld | Target::Words | Target::Missing => None,
    });
    let withheld = leads.filter_map(|id| {
        let entity = &briefing[id];
        Some((routes::entity(entity), status_of(&entity.page.document, now)?))
    });
    let links: BTreeMap<String, String> = withheld.collect();
    if status.is_empty() && quotations.is_empty() && links.is_empty() {
        return String::new();
    }
    json!({ "status": status, "quotations": quotations, "links": links }).to_string()
}

fn status_of(document: &Document, now: i64) -> Option<String> {
    let all = status(document, now);
    (!all.is_empty()).then(|| all.join(", "))
}

/// Why a build leaves a page out.
fn status(document: &Document, now: i64) -> Vec<String> {
    let shared = &document.shared;
    let moment = |time: i64| {
        let local = Zone::utc().local(time);
        format!("{} {:02}:{:02} UTC", local.day, local.hour, local.minute)
    };
    let draft = shared.draft.then(|| "draft".to_owned());
    let early = shared.embargo.as_ref().filter(|time| now < time.value);
    let late = shared.expires.as_ref().filter(|time| now >= time.value);
    let early = early.map(|time| format!("embargoed until {}", moment(time.value)));
    let late = late.map(|time| format!("expired at {}", moment(time.value)));
    [draft, early, late].into_iter().flatten().collect()
}
