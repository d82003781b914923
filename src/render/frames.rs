//! What pages share of their head, above and below: made once for each entry of the navigation that
//! a page may belong to, and each way up to the site's root. (Looking up the same ten links on every
//! page took a tenth of its time.)

use std::sync::OnceLock;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::render::stock::Stock;
use crate::render::theme::{Theme, Value, Variables};
use crate::render::value::{html, map, nothing, text};

/// All frames that have been asked for.
pub struct Frames {
    slots: Box<[OnceLock<Frame>]>,
}

/// What a page needs of its frame.
pub struct Frame {
    /// What is linked from the page's head.
    pub shared_head: Value,
    /// The scripts of pages with a text.
    pub reading: Value,
    /// What stands above the page.
    pub masthead: Value,
    /// What stands below it.
    pub colophon: Value,
    /// What their templates ask for and is not there.
    pub faults: Vec<Diagnostic>,
}

/// The ways up: none, one folder, two, and the absolute one of the page that is not there.
const ROOTS: [&str; 3] = ["", "../", "../../"];

impl Frames {
    /// None yet.
    #[must_use]
    pub fn new(stock: &Stock) -> Frames {
        let count = (ROOTS.len() + 1) * (stock.entries.len() + 1) * 2;
        Frames { slots: (0..count).map(|_| OnceLock::new()).collect() }
    }

    /// The frame of a page that belongs to an entry of the navigation, or is that entry's page.
    #[must_use]
    pub fn frame(
        &self,
        (theme, stock): (&Theme, &Stock),
        root: &str,
        belongs_to: &str,
        current: &'static str,
    ) -> Option<&Frame> {
        let up = ROOTS.iter().position(|other| *other == root).unwrap_or(ROOTS.len());
        let entry = stock.entries.iter().position(|entry| **entry == *belongs_to);
        let entry = entry.unwrap_or(stock.entries.len());
        let slot = (up * (stock.entries.len() + 1) + entry) * 2 + usize::from(current == "page");
        let slot = self.slots.get(slot)?;
        Some(slot.get_or_init(|| make(theme, stock, root, belongs_to, current)))
    }
}

/// The templates of the frame.
pub const PARTS: [&str; 4] = [
    "partials/head.html",
    "partials/reading.html",
    "partials/masthead.html",
    "partials/colophon.html",
];

fn make(theme: &Theme, stock: &Stock, root: &str, belongs_to: &str, current: &str) -> Frame {
    let mut variables = Variables::default();
    variables.set("root", text(root));
    variables.set("site", stock.site.clone());
    variables.set("social_card", stock.social_card.clone());
    variables.set("words", stock.words_value.clone());
    variables.set("page", map([("belongs_to", text(belongs_to)), ("current", text(current))]));
    let mut faults = Vec::new();
    let mut part = |template: &str| match theme.render(template, &variables, belongs_to) {
        Ok(bytes) => html(&String::from_utf8_lossy(&bytes)),
        Err(wrong) => {
            faults.extend(wrong);
            nothing()
        }
    };
    let [shared_head, reading, masthead, colophon] = PARTS.map(&mut part);
    Frame { shared_head, reading, masthead, colophon, faults }
}
