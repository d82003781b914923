//! `review ID`: a second reader signs what a page says, and nothing else.

use crate::cli::{Everywhere, Review};
use crate::commands::naming::yaml;
use crate::commands::refusal::Refusal;
use crate::commands::rewriting::{Edit, rewritten};
use crate::commands::start;
use crate::commands::stop::Stop;
use crate::diagnostic::code::{Code, Severity};
use crate::diagnostic::diagnostic::Diagnostic;
use crate::evidence::review;
use crate::io::{change, edit, terminal};
use crate::model::briefing::{Briefing, PageId};
use crate::model::document::Document;
use crate::model::place::Span;
use crate::nearest::nearest_id;
use crate::zone::Zone;

/// Signs pages.
///
/// # Errors
/// Where nothing is signed: no such page, an author as reader, or other mistakes in the briefing.
pub fn run(typed: &Review, everywhere: &Everywhere) -> Result<(), Stop> {
    let root = start::root(everywhere)?;
    let _lock = start::lock(&root, "review")?;
    let engine = start::engine_at(&root, everywhere, true)?;
    let wrong = || Stop::Errors(engine.diagnostics().clone());
    let briefing = engine.briefing().ok_or_else(wrong)?;
    let now = start::now(everywhere)?;
    let chosen = pages(briefing, typed, now)?;
    if engine.diagnostics().iter().any(|it| stops(briefing, &chosen, it)) {
        return Err(wrong());
    }
    let by = typed.by.split_whitespace().collect::<Vec<_>>().join(" ");
    if by.is_empty() {
        return Err(Refusal::new("the reader has no name", "`--by \"Jane Doe\"`").into());
    }
    if let Some(author) = review::author(briefing, &by) {
        let message = format!("`{author}` is an author of this briefing");
        let help = "a second reader is somebody who did not write it";
        return Err(Refusal::new(message, help).into());
    }
    let day = Zone::utc().local(now).day;
    let mut changes = Vec::new();
    let mut signed = Vec::new();
    for page in chosen {
        let document = &briefing.page(page).document;
        let file = &document.file;
        let hash = review::content_hash(document);
        let text = format!("reviewed:\n  by: {}\n  date: {day}\n  hash: {hash}\n", yaml(&by));
        let (start, end) = review::field(&file.text).unwrap_or_else(|| {
            let fence = review::fence(&file.text);
            (fence, fence)
        });
        let before = edit::text(&root, &file.path)?;
        let edits = vec![Edit { span: Span::new(start..end), text }];
        let after = rewritten(&before, &file.text, edits).ok_or_else(|| {
            Refusal::new(format!("`{}` has just been changed", file.path), "read it again")
        })?;
        signed.push(format!("signed {} ({})", file.path, hash.get(..10).unwrap_or("")));
        changes.push(change::Change { path: file.path.to_string(), before, after });
    }
    change::change(&root, &changes, &[])?;
    terminal::result(&signed.join("\n"));
    Ok(())
}

/// Whether a mistake keeps pages from being signed. What waits for a second reader is no reason not to
/// be one, and a quotation that fails elsewhere is none either.
fn stops(briefing: &Briefing, chosen: &[PageId], wrong: &Diagnostic) -> bool {
    let is_chosen =
        |path: &str| chosen.iter().any(|page| &*briefing.page(*page).document.file.path == path);
    let elsewhere = || wrong.place.as_ref().is_some_and(|it| !is_chosen(&it.file.path));
    let waits = [Code::UnreviewedOmission, Code::ReviewedByAuthor].contains(&wrong.code);
    let passes = waits || (wrong.code == Code::FailedQuotation && elsewhere());
    wrong.severity == Severity::Error && !passes
}

/// The pages that are meant; of all, those that are published now.
fn pages(briefing: &Briefing, typed: &Review, now: i64) -> Result<Vec<PageId>, Refusal> {
    if typed.all {
        let shown = |page: &PageId| !briefing.page(*page).document.is_withheld(now);
        return Ok(review::pages(briefing).filter(shown).collect());
    }
    typed.ids.iter().map(|id| page(briefing, id)).collect()
}

fn page(briefing: &Briefing, id: &str) -> Result<PageId, Refusal> {
    let is = |document: &Document| document.id.as_str() == id;
    let mut pages = review::pages(briefing);
    if let Some(page) = pages.find(|page| is(&briefing.page(*page).document)) {
        return Ok(page);
    }
    let ids = review::pages(briefing).map(|page| briefing.page(page).document.id.as_str());
    let help = match nearest_id(id, ids) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "an id is the name of a file without its ending; the front page is `briefing`".into()
        }
    };
    Err(Refusal::new(format!("no page has the id `{id}`"), help))
}
