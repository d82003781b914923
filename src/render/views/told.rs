//! What parties told, on the page of a section or an event and on those that show all sections:
//! accounts and claims.

use crate::model::briefing::Linked;
use crate::render::fill::Text;
use crate::render::sheet::Sheet;
use crate::render::theme::Value;
use crate::render::value::nothing;
use crate::render::views::{accounts, claims};

/// What templates get, by name.
pub type Told = [(&'static str, Value); 3];

/// All of a page, whose texts in the front matter these are.
pub fn all<'a>(sheet: &mut Sheet<'a>, page: &'a Linked, texts: &[Text<'a>], prefix: &str) -> Told {
    let matter = &page.document.matter;
    let (told, claimed) = texts.split_at(matter.accounts().len().min(texts.len()));
    [
        ("accounts", accounts::rows(sheet, page, matter.accounts(), told, prefix)),
        (
            "accounts_rest",
            accounts::rest_on(sheet.briefing(), page, matter.accounts(), sheet.stock.words),
        ),
        ("claims", claims::rows(sheet, page, matter.claims(), claimed, prefix)),
    ]
}

/// The same where they are not shown.
#[must_use]
pub fn none() -> Told {
    ["accounts", "accounts_rest", "claims"].map(|name| (name, nothing()))
}
