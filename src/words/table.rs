//! The table of words that a language fills in.

use serde::Serialize;

use crate::model::briefing::{Verdict, Way};
use crate::model::entity::{ActorKind, Attribution, SourceKind, Status};
use crate::model::evidence::Fold;
use crate::model::id::Kind;

macro_rules! table {
    ($($(#[$meta:meta])* $name:ident)+ ; $($(#[$function_meta:meta])* fn $function:ident: $type:ty,)+) => {
        /// The words of one language. The names of its texts are what templates write after
        /// `words.`.
        #[derive(Serialize)]
        pub struct Words {
            $($(#[$meta])* pub $name: &'static str,)+
            $($(#[$function_meta])* #[serde(skip)] pub $function: $type,)+
        }

        impl Words {
            /// The names of all texts, in order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),+];
        }
    };
}

table! {
    /// The skip link.
    skip
    /// The name of the main navigation.
    site_navigation
    /// The name of the trail of pages above this one.
    trail
    /// The name of the navigation between the parts of a long list.
    parts
    /// The front page.
    briefing
    /// The list of sections.
    sections
    /// The list of actors.
    actors
    /// The list of events.
    events
    /// The list of sources.
    sources
    /// The timeline.
    timeline
    /// The list of quotations.
    quotes
    /// The verification report.
    evidence
    /// What was put right.
    corrections
    /// The data files.
    data
    /// Before the day from which the briefing speaks.
    as_of
    /// What the day from which a briefing speaks means.
    as_of_note
    /// Before the day of the last change.
    updated
    /// Before the authors' names.
    by
    /// Before the publisher's name.
    published_by
    /// The heading of the key points.
    key_points
    /// The heading of the box of actors.
    who
    /// The heading of the box of events.
    when
    /// The heading of the box of both.
    who_and_when
    /// The heading of what is not known.
    unknowns
    /// The heading of the day from which the briefing speaks.
    about
    /// To all quotations.
    all_quotes
    /// The heading of the citations of a page.
    notes
    /// The name of the link from a note back to the text.
    back_to_text
    /// The heading of the backlinks.
    mentions
    /// Where nothing mentions a thing.
    no_mentions
    /// Before other names of an actor.
    also_known_as
    /// The heading of an actor's offices.
    roles
    /// The heading of an actor's relations.
    relations
    /// Before the day on which an address was last looked at.
    looked_at
    /// Before the day on which a text was archived.
    archived
    /// The heading of how to cite a page.
    cite_this
    /// Before whom an actor speaks for.
    speaks_for
    /// The heading of what an actor said.
    in_their_words
    /// The heading of the events an actor took part in.
    took_part
    /// To the entry in Wikidata.
    wikidata
    /// Before the time of an event.
    time
    /// Before the place of an event.
    place
    /// Before what is known of an event.
    status
    /// Before a category.
    category
    /// The heading of who took part.
    participants
    /// The heading of how each party told it.
    accounts
    /// What stands above the accounts.
    accounts_note
    /// Where one side alone tells all accounts.
    one_side
    /// Where all accounts are known through one source.
    one_source
    /// Where all that says that an event was is known through one source.
    single_source
    /// Before the event that an event follows.
    follows
    /// Before the events that follow an event.
    followed_by
    /// Before the event that an event is part of.
    part_of
    /// Before the events that are part of an event.
    parts_of_it
    /// The heading of who says that an event happened.
    said_by
    /// The heading of a section's event.
    about_event
    /// Before the kind of a source.
    kind
    /// Before whose words a source holds.
    speaker
    /// Before the body behind an unnamed speaker.
    on_behalf_of
    /// Before the event at which something was said.
    said_at
    /// Before who published a source.
    publisher
    /// Before the day of publication.
    published
    /// Before a source's address.
    address
    /// Before the day an address was looked at.
    accessed
    /// Before the language of a source.
    language
    /// Before the source through which another is known.
    known_through
    /// Before the hash of the archived text.
    fingerprint
    /// Where no text of a source is held.
    not_archived
    /// The heading of what is quoted from a source.
    quoted_from_it
    /// Where nothing is quoted from a source.
    nothing_quoted
    /// To the page that a quotation stands on.
    stands_on
    /// The heading of a timeline without events.
    no_events
    /// Where there is no quotation.
    no_quotes
    /// Where there is no correction.
    no_corrections
    /// The link to the events for calendars.
    for_calendars
    /// The link to the page to print, and its name.
    to_print
    /// The list of what the page to print holds.
    contents
    /// The table of topics and speakers.
    positions
    /// What it shows.
    positions_note
    /// The head of its first column.
    topic
    /// An empty cell of it.
    no_statement
    /// The page to search.
    search
    /// What can be done there.
    search_note
    /// Before the field to write in.
    search_label
    /// Nothing was found.
    found_none
    /// One thing was found.
    found_one
    /// `{n}` things were found.
    found_many
    /// What a quotation is called.
    quotation
    /// The link to the feed of changes.
    follow
    /// What stands above the corrections.
    corrections_note
    /// Before what was wrong.
    was
    /// Before what it says now.
    now
    /// Before why.
    why
    /// What stands above the verification report.
    evidence_note
    /// The head of a column: the verdict.
    verdict
    /// The head of a column: how many.
    count
    /// The heading of the report by source.
    by_source
    /// The heading of quotations that a reader should look at.
    to_look_at
    /// The title of the page that is not there.
    not_found
    /// What stands on it.
    not_found_note
    /// The title of a page that has moved.
    moved
    /// What stands on it.
    moved_note
    /// The page of frozen versions.
    versions
    /// What stands on it.
    versions_note
    /// Before the day of a version.
    version_of
    /// From a frozen page to the same page as it is now.
    newest_here
    /// The heading of what changed since a version.
    since_then
    /// Where nothing did.
    same_since
    /// In the place of a page that was taken out of a version.
    withdrawn
    /// To the next part of a long list.
    next
    /// To the part before.
    previous
    /// The policy on corrections.
    policy_corrections
    /// The policy on ethics.
    policy_ethics
    /// The policy on sources that are not named.
    policy_unnamed_sources
    /// The policy on checking.
    policy_verification
    /// Before a picture's maker.
    credit
    /// Before original words that were translated.
    original
    /// Before a translator's name.
    translated_by
    /// Before the source in which a quotation stands translated.
    translated_in
    /// Says that the words were translated in the source through which they are known.
    translated_there
    /// Before the source in whose archived text a quotation was found.
    found_in
    /// From quoted words to the passage in their source.
    to_passage
    /// To the passage on the page that was archived, as it is today.
    live_passage
    /// The heading of a whole archived text.
    archived_text
    /// Between two things of a line.
    separator
    ;
    /// What a verdict is called.
    fn verdict_name: fn(Verdict) -> &'static str,
    /// What a difference of form is called, after "but for".
    fn fold_name: fn(Fold) -> &'static str,
    /// Which differences of form were overlooked.
    fn but_for: fn(&str) -> String,
    /// How many words are left out.
    fn left_out: fn(usize) -> String,
    /// What a verdict means.
    fn verdict_meaning: fn(Verdict) -> &'static str,
    /// The heading of the mentions of a way.
    fn way_heading: fn(Way) -> &'static str,
    /// What a kind is called.
    fn kind_name: fn(Kind) -> &'static str,
    /// What several of a kind are called.
    fn kind_plural: fn(Kind) -> &'static str,
    /// What a kind of actor is called.
    fn actor_kind: fn(ActorKind) -> &'static str,
    /// What several of a kind of actor are called.
    fn actor_kinds: fn(ActorKind) -> &'static str,
    /// What a kind of source is called.
    fn source_kind: fn(SourceKind) -> &'static str,
    /// What several of a kind of source are called.
    fn source_kinds: fn(SourceKind) -> &'static str,
    /// What is known of an event, on its own page.
    fn status_name: fn(Status) -> &'static str,
    /// The same beside its date in a list; empty where it simply occurred.
    fn status_mark: fn(Status) -> &'static str,
    /// What an unnamed speaker is called where nothing is said of them.
    fn unnamed: fn(Attribution) -> &'static str,
    /// A number of mentions.
    fn mentions_count: fn(usize) -> String,
    /// A number of quotations.
    fn quotes_count: fn(usize) -> String,
    /// A number of events.
    fn events_count: fn(usize) -> String,
    /// A number of things of a kind.
    fn kind_count: fn(Kind, usize) -> String,
    /// To the whole list of a kind.
    fn all_of: fn(Kind, usize) -> String,
    /// To the whole timeline.
    fn whole_timeline: fn(usize) -> String,
    /// To all mentions.
    fn all_mentions: fn(usize) -> String,
    /// A release by its number.
    fn version: fn(usize) -> String,
    /// How many things came, changed and went, and how many quotations came or changed.
    fn what_changed: fn([usize; 4]) -> String,
    /// The title of a correction of a page.
    fn correction_of: fn(&str) -> String,
    /// What was written before, and what now.
    fn was_now: fn(&str, &str) -> String,
    /// To an actor's own timeline.
    fn own_timeline: fn(usize) -> String,
    /// A number, with its thousands set apart.
    fn number: fn(usize) -> String,
    /// The number of a note, for those who cannot see where it stands.
    fn note_label: fn(usize) -> String,
    /// A part of a long list: "page 2 of 5".
    fn part: fn(usize, usize) -> String,
    /// The mentions of a thing, as a title.
    fn mentions_of: fn(&str) -> String,
    /// The timeline of an actor or a year, as a title.
    fn timeline_of: fn(&str) -> String,
    /// What a page is about, where its author has not said: its name, its kind, the site.
    fn description: fn(&str, &str, &str) -> String,
    /// Who spoke: "a senior official, for the White House".
    fn speaking_for: fn(&str, &str) -> String,
    /// A span of years of an office: from, to.
    fn from_to: fn(Option<&str>, Option<&str>) -> String,
}
