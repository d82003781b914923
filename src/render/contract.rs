//! Theme contract 1: the names of the variables that pages hand to their templates.

/// Every name that a template may use, in order. `docs/templates.md` says what each holds.
pub const NAMES: &[&str] = &[
    "accessed",
    "accounts",
    "accounts_rest",
    "actor_kind",
    "actors",
    "address",
    "addresses",
    "aliases",
    "archive",
    "archived_lang",
    "archived_text",
    "as_of",
    "authors",
    "backlinks",
    "backlinks_all",
    "backlinks_more",
    "body",
    "by",
    "by_source",
    "category",
    "changes",
    "cite",
    "colophon",
    "corrections",
    "count",
    "described_as",
    "drawing",
    "entries",
    "event",
    "event_label",
    "events",
    "events_more",
    "first_published",
    "followed_by",
    "follows",
    "groups",
    "image",
    "index_parts",
    "key_points",
    "language",
    "last_changed",
    "link",
    "linked_data",
    "list_kind",
    "masthead",
    "mode",
    "next",
    "notes",
    "page",
    "part_of",
    "participants",
    "parts",
    "parts_of_it",
    "path",
    "place",
    "positions",
    "previous",
    "published",
    "publisher",
    "quotations",
    "quotations_more",
    "relations",
    "represents",
    "roles",
    "root",
    "sections",
    "sections_more",
    "single_source",
    "site",
    "sitemap",
    "sitemaps",
    "social_card",
    "source_kind",
    "sources",
    "speakers",
    "status",
    "status_name",
    "summary",
    "timeline",
    "to_look_at",
    "topics",
    "totals",
    "trail",
    "unchecked",
    "unknowns",
    "updated",
    "url",
    "versions",
    "via",
    "when",
    "when_more",
    "who",
    "who_more",
    "wikidata",
    "words",
    "year_pages",
    "years",
];

/// What `page` holds.
pub const PAGE: &[&str] =
    &["belongs_to", "canonical", "current", "description", "heading", "kind", "path", "title"];

/// What `site` holds.
pub const SITE: &[&str] = &[
    "as_of",
    "base_url",
    "card_parts",
    "direction",
    "footer",
    "language",
    "locale",
    "nav",
    "policies",
    "publisher",
    "title",
];

/// Whether some page has a variable of that name.
#[must_use]
pub fn is_known(name: &str) -> bool {
    NAMES.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_so_that_they_can_be_found() {
        assert!(NAMES.is_sorted_by(|a, b| a < b));
    }
}
