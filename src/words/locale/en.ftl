# The interface in English, which the other languages follow: each has these messages, attributes and
# variables, and no others (a test holds it). What each is for stands in `src/words/table.rs`.

## Texts

skip = Skip to the text
site_navigation = Briefing
trail = You are here
parts = Parts of this list
briefing = Briefing
sections = Sections
actors = Actors
events = Events
sources = Sources
timeline = Timeline
quotes = Quotes
evidence = Evidence
corrections = Corrections
data = Data
as_of = As of
as_of_note = It says what was known on that day; what came later is not in it.
updated = Updated
by = By
published_by = Published by
key_points = Key points
who = Who
when = When
who_and_when = Who and when
unknowns = What is not known
about = About this briefing
all_quotes = All quotations
notes = Sources
back_to_text = Back to the text
mentions = Where it is mentioned
no_mentions = No other page mentions this.
also_known_as = Also known as
roles = Roles
relations = Relations
relations_note = How the actors of this briefing stand to one another, and who says so.
all_relations = The relations of all actors
relation_who = Who
relation_whom = To whom
relation_source = Source
drawing_timeline = The events, drawn to time
drawing_marks = Each mark is an event of the list. Filled: it took place. Hollow: as of this briefing it was scheduled, postponed, cancelled or only reported. A long mark spans the days on which it was, or may have been.
drawing_breaks = Where the line is broken, time is left out, and each stretch has a scale of its own.
drawing_relations = The relations, drawn as arcs
drawing_arcs = Each arc is a row of the table; its head points to whom the relation is.
open_page = Open the page
copy_paragraph = Copy the address of this paragraph, and how to cite it
copy_quotation = Copy the address of this quotation, and how to cite it
copied = Copied: the words, how to cite them, and their address
not_copied = This browser did not let it be copied; the address is in its address bar
changes = What changed
earlier_changes = Earlier changes
changed_since = Changed since your last visit on {"{date}"}
changed = changed
versions = Versions
versions_note = Each version stays as it was published, at an address that can be cited.
version_of = Version of
newest_here = The newest is here
since_then = Since then
same_since = The texts are as they were.
withdrawn = This page was withdrawn from this version.
looked_at = last looked at
gone_since = no longer there since
archived = Archived
cite_this = Cite this page
speaks_for = Speaks for
in_their_words = In their words
took_part = Events
wikidata = Entry in Wikidata
time = When
place = Where
status = Status
category = Category
participants = Who took part
accounts = How each side tells it
accounts_note = Each account is that party’s own, set side by side and not merged.
claims = What is claimed
claims_note = Each claim is that party’s own; what sources say about it stands below.
borne_out_by = Borne out by
contradicted_by = Contradicted by
one_side = One side alone tells this.
one_source = All of it is known through a single source.
single_source = Known through a single source
follows = Comes after
followed_by = Followed by
part_of = Part of
parts_of_it = Includes
said_by = Who says so
about_event = The event
kind = Kind
speaker = Speaker
on_behalf_of = for
said_at = Said at
publisher = Publisher
published = Published
address = Address
accessed = Last looked at
language = Language
known_through = Known through
fingerprint = SHA-256 of the archived text
not_archived = No text of this source is held, so its quotations cannot be checked here.
quoted_from_it = What is quoted from it
found_here = Words of other sources, found in its text
nothing_quoted = Nothing is quoted from this source.
stands_on = in
no_events = No events yet.
no_quotes = No quotations yet.
no_corrections = Nothing has had to be corrected.
for_calendars = These events for your calendar
to_print = All on one page, to print
contents = Contents
positions = Positions
positions_note = What each speaker said on each topic, in their own words. “No statement found” means that this briefing has none, not that there is none.
topic = Topic
no_statement = no statement found
search = Search
search_note = Search all sections, people, events, sources and quotations, or go through the names.
search_label = Name, event, source or words
found_none = Nothing found
quotation = Quotation
follow = Follow changes and corrections (feed)
corrections_note = Every mistake that was put right, newest first, with what it said before.
was = It said
now = It says now
why = Why
evidence_note = Every quotation in this briefing, and whether its words stand in the archived text of the source that it names.
verdict = Verdict
count = Quotations
by_source = By source
characters = characters
to_look_at = Not exact, or not checked
not_found = Page not found
not_found_note = Nothing stands at this address. It may have been misspelt, or the page may have been renamed.
moved = This page has moved
moved_note = It is now here:
next = Next
previous = Previous
policy_corrections = Corrections policy
policy_ethics = Ethics policy
policy_unnamed_sources = Unnamed sources policy
policy_verification = How facts are checked
credit = Picture
original = Original
translated_by = translated by
translated_in = as translated in
translated_there = translated there
found_in = found in the archived text of
to_passage = The passage in the source
live_passage = The passage on the live page
archived_text = The archived text
separator = ·
comma = ,{ " " }
semicolon = ;{ " " }
quote_open = “
quote_close = ”

## Names of what is one of a few

kind_name =
    .section = Section
    .actor = Actor
    .event = Event
    .source = Source
kind_plural =
    .section = Sections
    .actor = Actors
    .event = Events
    .source = Sources
actor_kind =
    .person = Person
    .organisation = Organisation
    .state = State
    .alliance = Alliance
    .office = Office
    .group = Group
actor_kinds =
    .person = People
    .organisation = Organisations
    .state = States
    .alliance = Alliances
    .office = Offices
    .group = Groups
source_kind =
    .wire-report = News agency report
    .article = Article
    .readout = Readout
    .statement = Statement
    .press-conference = Press conference
    .interview = Interview
    .report = Report
    .document = Document
    .letter = Letter
    .broadcast = Broadcast
    .social-post = Social media post
    .dataset = Dataset
source_kinds =
    .wire-report = News agency reports
    .article = Articles
    .readout = Readouts
    .statement = Statements
    .press-conference = Press conferences
    .interview = Interviews
    .report = Reports
    .document = Documents
    .letter = Letters
    .broadcast = Broadcasts
    .social-post = Social media posts
    .dataset = Datasets
status_name =
    .scheduled = Scheduled, as of this briefing
    .occurred = Took place
    .postponed = Postponed; this is the date it was first set for
    .cancelled = Cancelled
    .reported = Reported by one party only
status_mark =
    .scheduled = scheduled
    .occurred = { "" }
    .postponed = postponed
    .cancelled = cancelled
    .reported = reported
claim_status =
    .stated = Stated
    .confirmed = Confirmed
    .disputed = Disputed
    .denied = Denied
    .unverified = Not verified
unnamed =
    .named = { "" }
    .unnamed-official = an official who was not named
    .unnamed-source = a source who was not named
way_heading =
    .took-part = Took part in
    .scheduled = Named as a participant of
    .said = Speaks in
    .cited = Cited in
    .mentioned = Mentioned in
verdict_name =
    .exact = exact
    .folded = exact but for typography
    .elided = shortened
    .unarchived = not checked
    .failed = not found
verdict_meaning =
    .exact = The words stand in the source, letter by letter.
    .folded = The words stand in the source; only the shape of a mark, a dash or a space differs.
    .elided = The words stand in the source, with an omission or an insertion that the quotation marks.
    .unarchived = No text of the source is held, so there is nothing to check against.
    .failed = The words do not stand in the archived text.
fold_name =
    .unicode-form = the form of letters
    .white-space = white space
    .soft-hyphens = soft hyphens
    .quotation-marks = the shape of quotation marks
    .dashes = the shape of dashes
    .apostrophes = the shape of apostrophes
    .closing-mark = the closing comma or full stop
category_name =
    .AGREE = agree
    .CONSULT = consult
    .SUPPORT = support
    .CONCEDE = concede
    .COOPERATE = cooperate
    .AID = aid
    .RETREAT = retreat
    .REQUEST = request
    .ACCUSE = accuse
    .REJECT = reject
    .THREATEN = threaten
    .PROTEST = protest
    .SANCTION = sanction
    .MOBILIZE = mobilize
    .COERCE = coerce
    .ASSAULT = assault

## Sentences with a number or a name in them

# For the script of the search page: `$shown` stands for the number in figures, put in later.
found =
    { $n ->
        [one] 1 result
       *[other] { $shown } results
    }
left_out =
    { $n ->
        [one] { $n } word left out
       *[other] { $n } words left out
    }
mentions_count =
    { $n ->
        [one] { $n } mention
       *[other] { $n } mentions
    }
quotes_count =
    { $n ->
        [one] { $n } quotation
       *[other] { $n } quotations
    }
kind_count =
    .section =
        { $n ->
            [one] { $n } section
           *[other] { $n } sections
        }
    .actor =
        { $n ->
            [one] { $n } actor
           *[other] { $n } actors
        }
    .event =
        { $n ->
            [one] { $n } event
           *[other] { $n } events
        }
    .source =
        { $n ->
            [one] { $n } source
           *[other] { $n } sources
        }
all_of =
    .section = All { $n } sections
    .actor = All { $n } actors
    .event = All { $n } events
    .source = All { $n } sources
whole_timeline =
    { $n ->
        [one] The whole timeline: { $n } event
       *[other] The whole timeline: { $n } events
    }
own_timeline =
    { $n ->
        [one] { $n } event as a timeline
       *[other] { $n } events as a timeline
    }
drawing_of = { $events }, from { $from } to { $to }. The list below says the same.
drawing_relations_of = { $relations } of { $actors }. The table says the same.
relations_count =
    { $n ->
        [one] { $n } relation
       *[other] { $n } relations
    }
all_mentions = All { $n } mentions
version = Version { $n }
pages_added =
    { $n ->
        [one] { $n } page added
       *[other] { $n } pages added
    }
pages_changed =
    { $n ->
        [one] { $n } page changed
       *[other] { $n } pages changed
    }
pages_removed =
    { $n ->
        [one] { $n } page removed
       *[other] { $n } pages removed
    }
quotations_changed =
    { $n ->
        [one] { $n } quotation added or changed
       *[other] { $n } quotations added or changed
    }
front_changed = The front page changed.
but_for = but for { $folds }
part = page { $n } of { $of }
correction_of = Correction: { $name }
was_now = Was: “{ $was }”. Now: “{ $now }”.
mentions_of = Where { $name } is mentioned
timeline_of = Timeline: { $name }
description = { $name }: what is known, who said it and when, with its sources, in the briefing “{ $site }”.
description_with_kind = { $name } ({ $kind }): what is known, who said it and when, with its sources, in the briefing “{ $site }”.
