//! What programs are told in the head of a page.

use crate::model::briefing::PageId;
use crate::model::id::Kind;
use crate::model::site::What;
use crate::render::jsonld;
use crate::render::jsonld::dated;
use crate::render::sheet::Sheet;
use crate::render::value::optional;

/// Fills it. All else must have been filled before.
pub fn fill(sheet: &mut Sheet<'_>, what: &What) {
    let times = article(sheet, what).map(|page| dated::of_page(sheet.stock, page));
    let [published, changed] = times.unwrap_or_default();
    sheet.set("first_published", optional(published.as_deref()));
    sheet.set("last_changed", optional(changed.as_deref()));
    let linked_data = jsonld::of(sheet, what);
    sheet.set("linked_data", linked_data);
}

/// The page, where it is an article.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other page is an article")]
fn article(sheet: &Sheet<'_>, what: &What) -> Option<PageId> {
    match what {
        What::Front => Some(PageId::Front),
        What::Entity(id) if sheet.briefing()[*id].kind == Kind::Section => {
            Some(PageId::Entity(*id))
        }
        _ => None,
    }
}
