//! The table of words that a language fills in.
//! Long because it is a list: a line a text, and one that says where it stands.

use serde::Serialize;

use crate::model::briefing::{Verdict, Way};
use crate::model::entity::{ActorKind, Attribution, Category, ClaimStatus, SourceKind, Status};
use crate::model::evidence::Fold;
use crate::model::id::Kind;
use crate::words::messages::{Argument, Messages};

macro_rules! table {
    (
        texts { $($(#[$meta:meta])* $name:ident)+ }
        found { $($(#[$found_meta:meta])* $found:ident = $example:literal)+ }
        names { $($(#[$list_meta:meta])* $list:ident($of:ident, $words:expr))+ }
    ) => {
        /// The words of one language. The names of its texts are what templates write after
        /// `words.`.
        #[derive(Serialize)]
        pub struct Words {
            $($(#[$meta])* pub $name: Box<str>,)+
            $($(#[$found_meta])* pub $found: Box<str>,)+
            #[serde(skip)]
            names: Names,
            #[serde(skip)]
            pub(in crate::words) messages: Messages,
        }

        /// The names of what is one of a few, by its place among them.
        struct Names {
            $($list: Box<[Box<str>]>,)+
        }

        impl Words {
            /// The names of all texts, in order.
            pub const NAMES: &'static [&'static str] =
                &[$(stringify!($name),)+ $(stringify!($found)),+];

            /// The words of the language that some messages are in.
            pub(in crate::words) fn new(messages: Messages) -> Words {
                let names = Names {
                    $($list: names(&messages, stringify!($list), &$words),)+
                };
                Words {
                    $($name: messages.say(stringify!($name), &[]).into(),)+
                    $($found: found(&messages, $example),)+
                    names,
                    messages,
                }
            }

            $($(#[$list_meta])*
            #[must_use]
            pub fn $list(&self, it: $of) -> &str {
                self.names.$list.get(it as usize).map_or("", |name| name)
            })+
        }
    };
}

table! {
    texts {
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
        /// What stands above the relations of all actors.
        relations_note
        /// To the relations of all actors.
        all_relations
        /// The head of a column: who has a relation.
        relation_who
        /// The head of a column: to whom.
        relation_whom
        /// The head of a column: who says so.
        relation_source
        /// The name of the picture of events by their time.
        drawing_timeline
        /// What its marks mean.
        drawing_marks
        /// What the breaks in its line mean.
        drawing_breaks
        /// The name of the picture of relations.
        drawing_relations
        /// What its arcs mean.
        drawing_arcs
        /// To the page that a card tells of.
        open_page
        /// Copies the address of a paragraph.
        copy_paragraph
        /// Copies the address of a quotation.
        copy_quotation
        /// Address and citation were copied.
        copied
        /// They could not be copied.
        not_copied
        /// The heading of what the last releases changed.
        changes
        /// To what the releases before these changed.
        earlier_changes
        /// The heading of what changed since a reader was here: on `{date}`.
        changed_since
        /// After a link to a page that changed since.
        changed
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
        /// Before the day on which an address was last looked at.
        looked_at
        /// Before the day since which an address answers no longer.
        gone_since
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
        /// The heading of what is claimed.
        claims
        /// What stands above the claims.
        claims_note
        /// Before the sources that bear a claim out.
        borne_out_by
        /// Before the sources that speak against a claim.
        contradicted_by
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
        /// The heading of what is quoted from others, and stands in the text of this source.
        found_here
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
        /// Before the range of characters that quoted words stand at in a text.
        characters
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
        /// Between the entries of a list in a line.
        comma
        /// Between two parts of a remark.
        semicolon
        /// Before quoted words.
        quote_open
        /// After them.
        quote_close
    }
    found {
        /// One thing was found.
        found_one = 1
        /// Two were; `{n}` stands for how many.
        found_two = 2
        /// As many as a language with such a form calls few.
        found_few = 3
        /// Many were.
        found_many = 11
    }
    names {
        /// What a verdict is called.
        verdict_name(Verdict, Verdict::ALL.map(Verdict::word))
        /// What a verdict means.
        verdict_meaning(Verdict, Verdict::ALL.map(Verdict::word))
        /// What a difference of form is called.
        fold_name(Fold, Fold::ALL.map(Fold::word))
        /// The heading of the mentions of a way.
        way_heading(Way, Way::ALL.map(Way::word))
        /// What a kind is called.
        kind_name(Kind, Kind::ALL.map(Kind::word))
        /// What several of a kind are called.
        kind_plural(Kind, Kind::ALL.map(Kind::word))
        /// What a kind of actor is called.
        actor_kind(ActorKind, ActorKind::WORDS)
        /// What several of a kind of actor are called.
        actor_kinds(ActorKind, ActorKind::WORDS)
        /// What a kind of source is called.
        source_kind(SourceKind, SourceKind::WORDS)
        /// What several of a kind of source are called.
        source_kinds(SourceKind, SourceKind::WORDS)
        /// What a category of events is called.
        category_name(Category, Category::WORDS)
        /// What is known of an event, on its own page.
        status_name(Status, Status::WORDS)
        /// The same beside its date in a list; empty where it simply occurred.
        status_mark(Status, Status::WORDS)
        /// What is known of a claim.
        claim_status(ClaimStatus, ClaimStatus::WORDS)
        /// What an unnamed speaker is called where nothing is said of them.
        unnamed(Attribution, Attribution::WORDS)
    }
}

fn names(messages: &Messages, id: &'static str, words: &[&'static str]) -> Box<[Box<str>]> {
    words.iter().map(|word| messages.say_of(id, word, &[]).into()).collect()
}

/// What is said of so many things that were found, with `{n}` for the number: the script of the
/// search page puts it in, and picks the form by the browser's own rules.
fn found(messages: &Messages, example: usize) -> Box<str> {
    let arguments = [("n", Argument::Number(example)), ("shown", Argument::Text("{n}"))];
    messages.say("found", &arguments).into()
}
