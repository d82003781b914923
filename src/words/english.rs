//! The words in English. Over 400 lines would be a table too, not logic: one line a text.

use crate::model::briefing::{Verdict, Way};
use crate::model::entity::{ActorKind, Attribution, SourceKind, Status};
use crate::model::evidence::Fold;
use crate::model::id::Kind;
use crate::words::table::Words;

/// English.
pub static WORDS: Words = Words {
    skip: "Skip to the text",
    site_navigation: "Briefing",
    trail: "You are here",
    parts: "Parts of this list",
    briefing: "Briefing",
    sections: "Sections",
    actors: "Actors",
    events: "Events",
    sources: "Sources",
    timeline: "Timeline",
    quotes: "Quotes",
    evidence: "Evidence",
    corrections: "Corrections",
    data: "Data",
    as_of: "As of",
    as_of_note: "It says what was known on that day; what came later is not in it.",
    updated: "Updated",
    by: "By",
    published_by: "Published by",
    key_points: "Key points",
    who: "Who",
    when: "When",
    who_and_when: "Who and when",
    unknowns: "What is not known",
    about: "About this briefing",
    all_quotes: "All quotations",
    notes: "Sources",
    back_to_text: "Back to the text",
    mentions: "Where it is mentioned",
    no_mentions: "No other page mentions this.",
    also_known_as: "Also known as",
    roles: "Roles",
    relations: "Relations",
    speaks_for: "Speaks for",
    in_their_words: "In their words",
    took_part: "Events",
    looked_at: "last looked at",
    archived: "Archived",
    cite_this: "Cite this page",
    wikidata: "Entry in Wikidata",
    time: "When",
    place: "Where",
    status: "Status",
    category: "Category",
    participants: "Who took part",
    accounts: "How each side tells it",
    accounts_note: "Each account is that party’s own, set side by side and not merged.",
    one_side: "One side alone tells this.",
    one_source: "All of it is known through a single source.",
    single_source: "Known through a single source",
    follows: "Comes after",
    followed_by: "Followed by",
    part_of: "Part of",
    parts_of_it: "Includes",
    said_by: "Who says so",
    about_event: "The event",
    kind: "Kind",
    speaker: "Speaker",
    on_behalf_of: "for",
    said_at: "Said at",
    publisher: "Publisher",
    published: "Published",
    address: "Address",
    accessed: "Last looked at",
    language: "Language",
    known_through: "Known through",
    fingerprint: "SHA-256 of the archived text",
    not_archived: "No text of this source is held, so its quotations cannot be checked here.",
    quoted_from_it: "What is quoted from it",
    nothing_quoted: "Nothing is quoted from this source.",
    found_in: "found in the archived text of",
    to_passage: "The passage in the source",
    live_passage: "The passage on the live page",
    archived_text: "The archived text",
    stands_on: "in",
    no_events: "No events yet.",
    no_quotes: "No quotations yet.",
    no_corrections: "Nothing has had to be corrected.",
    for_calendars: "These events for your calendar",
    to_print: "All on one page, to print",
    contents: "Contents",
    positions: "Positions",
    positions_note: "What each speaker said on each topic, in their own words. An empty cell means that this briefing has no statement, not that there is none.",
    topic: "Topic",
    no_statement: "no statement found",
    search: "Search",
    search_note: "Search all sections, people, events, sources and quotations, or go through the names.",
    search_label: "Name, event, source or words",
    found_none: "Nothing found",
    found_one: "1 result",
    found_many: "{n} results",
    quotation: "Quotation",
    follow: "Follow changes and corrections (feed)",
    corrections_note: "Every mistake that was put right, newest first, with what it said before.",
    was: "It said",
    now: "It says now",
    why: "Why",
    evidence_note: "Every quotation in this briefing, and whether its words stand in the archived text of the source that it names.",
    verdict: "Verdict",
    count: "Quotations",
    by_source: "By source",
    to_look_at: "Not exact, or not checked",
    not_found: "Page not found",
    not_found_note: "Nothing stands at this address. It may have been misspelt, or the page may have been renamed.",
    moved: "This page has moved",
    moved_note: "It is now here:",
    versions: "Versions",
    versions_note: "Each version stays as it was published, at an address that can be cited.",
    version_of: "Version of",
    newest_here: "The newest is here",
    since_then: "Since then",
    same_since: "The texts are as they were.",
    withdrawn: "This page was withdrawn from this version.",
    next: "Next",
    previous: "Previous",
    policy_corrections: "Corrections policy",
    policy_ethics: "Ethics policy",
    policy_unnamed_sources: "Unnamed sources policy",
    policy_verification: "How facts are checked",
    credit: "Picture",
    original: "Original",
    translated_by: "translated by",
    translated_in: "as translated in",
    translated_there: "translated there",
    separator: "·",
    verdict_name,
    verdict_meaning,
    way_heading,
    kind_name,
    fold_name,
    but_for: |folds| format!("but for {folds}"),
    left_out: |n| format!("{} left out", counted(n, "word", "words")),
    kind_plural,
    actor_kind,
    actor_kinds,
    source_kind,
    source_kinds,
    status_name,
    status_mark,
    unnamed,
    mentions_count: |n| counted(n, "mention", "mentions"),
    quotes_count: |n| counted(n, "quotation", "quotations"),
    events_count: |n| counted(n, "event", "events"),
    kind_count: |kind, n| match kind {
        Kind::Section => counted(n, "section", "sections"),
        Kind::Actor => counted(n, "actor", "actors"),
        Kind::Event => counted(n, "event", "events"),
        Kind::Source => counted(n, "source", "sources"),
    },
    all_of: |kind, n| format!("All {} {}", number(n), (kind_plural)(kind).to_lowercase()),
    whole_timeline: |n| format!("The whole timeline: {}", counted(n, "event", "events")),
    all_mentions: |n| format!("All {} mentions", number(n)),
    version: |n| format!("Version {}", number(n)),
    what_changed,
    correction_of: |name| format!("Correction: {name}"),
    was_now: |was, now| format!("Was: “{was}”. Now: “{now}”."),
    own_timeline: |n| format!("{} as a timeline", counted(n, "event", "events")),
    number,
    note_label: |n| format!("Source {n}"),
    part: |n, of| format!("page {n} of {of}"),
    mentions_of: |name| format!("Where {name} is mentioned"),
    timeline_of: |name| format!("Timeline: {name}"),
    description,
    speaking_for: |speaker, body| format!("{speaker}, for {body}"),
    from_to,
};

fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn description(name: &str, kind: &str, site: &str) -> String {
    let kind = if kind.is_empty() { String::new() } else { format!(" ({kind})") };
    format!(
        "{name}{kind}: what is known, who said it and when, with its sources, in the briefing “{site}”."
    )
}

fn counted(n: usize, one: &str, several: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { several })
}

fn from_to(from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    }
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "exact",
        Verdict::Folded => "exact but for typography",
        Verdict::Elided => "shortened",
        Verdict::Unarchived => "not checked",
        Verdict::Failed => "not found",
    }
}

fn fold_name(fold: Fold) -> &'static str {
    match fold {
        Fold::UnicodeForm => "the form of letters",
        Fold::WhiteSpace => "white space",
        Fold::SoftHyphens => "soft hyphens",
        Fold::QuotationMarks => "the shape of quotation marks",
        Fold::Dashes => "the shape of dashes",
        Fold::Apostrophes => "the shape of apostrophes",
        Fold::ClosingMark => "the closing comma or full stop",
    }
}

fn verdict_meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "The words stand in the source, letter by letter.",
        Verdict::Folded => {
            "The words stand in the source; only the shape of a mark, a dash or a space differs."
        }
        Verdict::Elided => {
            "The words stand in the source, with an omission or an insertion that the quotation marks."
        }
        Verdict::Unarchived => {
            "No text of the source is held, so there is nothing to check against."
        }
        Verdict::Failed => "The words do not stand in the archived text.",
    }
}

fn way_heading(way: Way) -> &'static str {
    match way {
        Way::TookPart => "Took part in",
        Way::Scheduled => "Named as a participant of",
        Way::Said => "Speaks in",
        Way::Cited => "Cited in",
        Way::Mentioned => "Mentioned in",
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Section => "Section",
        Kind::Actor => "Actor",
        Kind::Event => "Event",
        Kind::Source => "Source",
    }
}

fn kind_plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Section => "Sections",
        Kind::Actor => "Actors",
        Kind::Event => "Events",
        Kind::Source => "Sources",
    }
}

fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "Person",
        ActorKind::Organisation => "Organisation",
        ActorKind::State => "State",
        ActorKind::Alliance => "Alliance",
        ActorKind::Office => "Office",
        ActorKind::Group => "Group",
    }
}

fn actor_kinds(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "People",
        ActorKind::Organisation => "Organisations",
        ActorKind::State => "States",
        ActorKind::Alliance => "Alliances",
        ActorKind::Office => "Offices",
        ActorKind::Group => "Groups",
    }
}

fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::WireReport => "News agency report",
        SourceKind::Article => "Article",
        SourceKind::Readout => "Readout",
        SourceKind::Statement => "Statement",
        SourceKind::PressConference => "Press conference",
        SourceKind::Interview => "Interview",
        SourceKind::Report => "Report",
        SourceKind::Document => "Document",
        SourceKind::Letter => "Letter",
        SourceKind::Broadcast => "Broadcast",
        SourceKind::SocialPost => "Social media post",
        SourceKind::Dataset => "Dataset",
    }
}

fn source_kinds(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::WireReport => "News agency reports",
        SourceKind::Article => "Articles",
        SourceKind::Readout => "Readouts",
        SourceKind::Statement => "Statements",
        SourceKind::PressConference => "Press conferences",
        SourceKind::Interview => "Interviews",
        SourceKind::Report => "Reports",
        SourceKind::Document => "Documents",
        SourceKind::Letter => "Letters",
        SourceKind::Broadcast => "Broadcasts",
        SourceKind::SocialPost => "Social media posts",
        SourceKind::Dataset => "Datasets",
    }
}

fn status_name(status: Status) -> &'static str {
    // Nothing here says "upcoming": a page is read long after it was made.
    match status {
        Status::Scheduled => "Scheduled, as of this briefing",
        Status::Occurred => "Took place",
        Status::Postponed => "Postponed; this is the date it was first set for",
        Status::Cancelled => "Cancelled",
        Status::Reported => "Reported by one party only",
    }
}

fn what_changed([added, changed, removed, quotations]: [usize; 4]) -> String {
    let pages = |n: usize, how: &str| match n {
        0 => None,
        1 => Some(format!("1 page {how}")),
        n => Some(format!("{} pages {how}", number(n))),
    };
    let quoted = match quotations {
        0 => None,
        1 => Some("1 quotation added or changed".to_owned()),
        n => Some(format!("{} quotations added or changed", number(n))),
    };
    let all = [pages(added, "added"), pages(changed, "changed"), pages(removed, "removed"), quoted];
    let all: Vec<String> = all.into_iter().flatten().collect();
    match all.is_empty() {
        true => "The front page changed.".to_owned(),
        false => format!("{}.", all.join(", ")),
    }
}

fn status_mark(status: Status) -> &'static str {
    match status {
        Status::Scheduled => "scheduled",
        Status::Occurred => "",
        Status::Postponed => "postponed",
        Status::Cancelled => "cancelled",
        Status::Reported => "reported",
    }
}

fn unnamed(attribution: Attribution) -> &'static str {
    match attribution {
        Attribution::Named => "",
        Attribution::UnnamedOfficial => "an official who was not named",
        Attribution::UnnamedSource => "a source who was not named",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular_and_thousands_are_set_apart() {
        assert_eq!((WORDS.mentions_count)(1), "1 mention");
        assert_eq!((WORDS.mentions_count)(0), "0 mentions");
        assert_eq!((WORDS.mentions_count)(3686), "3,686 mentions");
        assert_eq!(number(1_000_000), "1,000,000");
    }

    #[test]
    fn no_status_claims_that_something_is_still_to_come() {
        for status in [Status::Scheduled, Status::Postponed] {
            assert!(!status_name(status).to_lowercase().contains("upcoming"));
        }
    }
}
