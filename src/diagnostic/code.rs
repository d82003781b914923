//! The sorts of things that can be wrong, in the order of the phases that find them.
//!
//! Name, severity and explanation come from one table, so that a code cannot be half-added.

/// How a diagnostic is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built, and this is told.
    Warning,
    /// Told by `check` alone.
    Hint,
}

impl Severity {
    /// The word that is shown.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

macro_rules! codes {
    ($($(#[$group:meta])* $variant:ident $name:literal $severity:ident $explanation:literal)+) => {
        /// A sort of thing that can be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $(#[doc = concat!("`", $name, "`")] $variant),+ }

        impl Code {
            /// All codes, in phase order.
            pub const ALL: &'static [Code] = &[$(Code::$variant),+];

            /// The name that is shown, and that `rules` and `--explain` take.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),+ }
            }

            /// How it is taken where the site's rules say nothing.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),+ }
            }

            /// What it means and how it is mended, in some sentences.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => $explanation),+ }
            }

            /// The code of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Code> {
                match name { $($name => Some(Code::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    // Reading.
    Encoding "encoding" Error
        "The file is not UTF-8 text. Save it as UTF-8 (most editors: Save with encoding). A byte order mark and Windows line ends are fine."
    ControlCharacter "control-character" Error
        "The text holds a control character that no page can show (often a NUL byte from a damaged file), or one that turns the order of letters (U+202D, U+202E): readers would see other words than those that are checked. Delete it, be it written as it is or as an entity (`&#x202E;`). Marks, embeddings and isolates, which texts in two directions need, are fine."
    FileTooLarge "file-too-large" Error
        "A content file may have 1 MB, its front matter 64 kB. Split the text into sections."
    NotAFile "not-a-file" Error
        "What stands here is a pipe, a socket, a device or a link that leads out of the site, in circles or nowhere. Only ordinary files inside the site are read."
    FileName "file-name" Error
        "The name of a content file is its id: a-z, 0-9 and dashes, ending in .md. A section may begin with digits and a dash, which give its order."
    MisplacedFile "misplaced-file" Error
        "Content lies in content/briefing.md, content/corrections.yaml, and in the folders sections, actors, events and sources. Files elsewhere are not read; names that begin with a dot or an underscore are skipped on purpose. A file whose fields are another kind's, as an actor's `name` and `kind` in `content/events/`, belongs in that kind's folder."
    MissingBriefing "missing-briefing" Error
        "Every site has a front page: content/briefing.md, with title, summary and as_of."
    ConflictMarker "conflict-marker" Error
        "Two people changed the same lines, and git left both versions in the file, between lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`. Keep one of the two sides, or make one of both, and delete the three lines. To show such lines in a text, indent them by four spaces."
    SecretInFiles "secret-in-files" Error
        "A file in static/ holds a private key (PEM, OpenSSH, PGP or PuTTY), and everything there is published as it is. Move it out of static/, best out of the site's folder. If it was ever published or committed, somebody may have it: make a new key, and trust the old one nowhere."
    GarbledText "garbled-text" Warning
        "A program has read this text, which was UTF-8, in another encoding (Windows-1252): letters became two to four others. Wrong: `donâ€™t`, `cafÃ©`. Right: `don’t`, `café`. Where a letter could not be read at all, � (U+FFFD) stands in its place. Where there are many, take the text anew from where it came, and save it as UTF-8. To show such letters as they are, put them between backticks."
    // Front matter.
    FrontMatterMissing "front-matter-missing" Error
        "A content file begins with its front matter: a line of three dashes, YAML, and another line of three dashes."
    FrontMatterUnclosed "front-matter-unclosed" Error
        "The front matter begins with three dashes but no second line of three dashes ends it."
    SecondFrontMatter "second-front-matter" Error
        "The text begins with a second front matter: fields between two more lines of three dashes. Readers would see them as a line and a heading, and what they say would count for nothing. Move the fields up into the first, and delete the two lines. A line across the page is `***`."
    YamlSyntax "yaml-syntax" Error
        "The YAML cannot be read. A text that begins with [, a quotation mark, > or *, or that holds a colon and a space, goes after >- on lines of its own, indented by two spaces."
    YamlLimit "yaml-limit" Error
        "Front matter is plain: no anchors, aliases, tags or merge keys, at most 20 levels deep and 20,000 values."
    DuplicateKey "duplicate-key" Error
        "A field, a correction, or the name of a target to publish to, stands twice; only one of the two could count."
    UnknownField "unknown-field" Error
        "No such field exists here. Most often it is misspelt; `dateline schema KIND` lists all fields of a kind."
    MissingField "missing-field" Error
        "A field that every file of this kind needs is not there."
    WrongType "wrong-type" Error
        "The field wants another shape: a text, a list, or fields of its own."
    InvalidValue "invalid-value" Error
        "The field takes only certain values, which are listed."
    GroundlessClaim "groundless-claim" Error
        "The status of a claim rests on sources that are not named: `confirmed` needs one in `for`, which bears it out; `disputed` and `denied` need one in `against`, which speaks against it. Name it, or write `stated` (a party says so, and no more is said of it) or `unverified` (it could be neither confirmed nor refuted)."
    SourceOnBothSides "source-on-both-sides" Error
        "One source stands in `for` and in `against` of the same claim. Keep the one that it is; a source that bears out a part and contradicts another calls for two claims."
    InvalidId "invalid-id" Error
        "An id has a-z, 0-9 and dashes only, at most 120 of them, and neither begins nor ends with a dash."
    InvalidDate "invalid-date" Error
        "A date is written as precisely as it is known: 2021, 2021-06, 2021-12-30, 2021-12~ (about), 2021-12-07? (uncertain), 2021-11/2021-12 (a span), or as a time with an offset or a zone: 2021-12-30T15:35-05:00. What has a beginning and an end (`from` and `to`, `embargo` and `expires`, the two sides of a span) ends after it begins."
    InvalidAddress "invalid-address" Error
        "An address begins with https:// or http://, and holds no space. Other schemes could run a program or a script in a reader's browser. In a text, `[words](https://example.org/a b)` is no link: write `%20` for the space, and `[words](<my file.pdf>)` for a file of yours."
    SecretInSettings "secret-in-settings" Error
        "The settings are committed and shared, so they may not hold a password, key or token. Put it into the environment."
    UnreadReference "unread-reference" Warning
        "A reference stands in a field that is plain text, so readers would see its brackets. Links and citations are read in the text below the front matter, in `key_points` and `unknowns`, and in the `text` of accounts and claims. Wrong: `summary: \"What [[joe-biden|Biden]] said [@readout]\"`. Right: `summary: What Biden said`."
    // Prose.
    RawHtml "raw-html" Warning
        "HTML is never passed on from content: it is shown as text, and comments are left out. Use Markdown."
    UnsafeLink "unsafe-link" Error
        "Links lead to https, http, mailto or tel addresses, to a heading of the page (#…), or to a file below static/. Pages of the site are linked by id: [[id]]."
    MalformedReference "malformed-reference" Error
        "A reference is [[id]], [[id|your own words]] or [[kind:id]]. In a table the bar needs a backslash before it."
    MalformedCitation "malformed-citation" Error
        "A citation is [@source], [@a; @b], [@a, para. 4], [speaker@source], [@a, #topic], or [@a, tr. NAME: “original words”]."
    SwallowedCitation "swallowed-citation" Error
        "Markdown would swallow this: [@a][@b] is read as one link, and a line that begins [@a]: as a definition. Write [@a; @b], and put words before the citation."
    MissingTranslator "missing-translator" Error
        "A translated quotation names its translator: [@letter, tr. NAME: “original words”]."
    MissingAlternative "missing-alternative" Error
        "A picture needs words for those who cannot see it: ![what it shows](file.png)."
    UnattributedQuotation "unattributed-quotation" Warning
        "Quoted words of five words or more have no citation right after them or later in their sentence. In a title or a summary, which can have none, they are words that a text of the briefing quotes with its citation."
    UnclosedQuotation "unclosed-quotation" Warning
        "A quotation mark opens here and none closes it in the same paragraph, or a mark right before a citation ends nothing that was read as quoted: the words cannot be checked."
    EmptyQuotation "empty-quotation" Warning
        "Nothing that anybody said stands between these quotation marks: no letter and no digit. They are shown, and are no quotation. Wrong: `“…” [@letter]`. Right: `“We warned” [@letter]`; and a mark that is meant itself goes between backticks."
    UnclosedCode "unclosed-code" Warning
        "A line of three backticks or tildes begins code, and no line of the same marks ends it: all that follows is code, in which links, citations and quotations mean nothing. Wrong: a line of four backticks that one of three should end. Right: the same marks above and below."
    LostCell "lost-cell" Warning
        "A row of a table has more cells than the header, and Markdown leaves out those beyond. Give the header, and the line of dashes below it, as many. A bar within a cell needs a backslash, in code and in references too. Wrong: `| [[joe|Joe]] |`, `| a || b |`. Right: `| [[joe\\|Joe]] |`."
    MalformedTable "malformed-table" Warning
        "The line of dashes below a table's header has more or fewer cells than the header, or the table begins within a paragraph: Markdown reads no table, and readers see bars and dashes. Write as many cells in both, and an empty line above. A bar within a cell needs a backslash, in references too. Wrong: `| [[joe|Joe]] | b |` above `|---|---|`. Right: `| [[joe\\|Joe]] | b |`."
    UnknownFootnote "unknown-footnote" Error
        "The text refers to a footnote that is not there, or that is there twice."
    // Linking.
    DuplicateId "duplicate-id" Error
        "Two files have the same id. Ids are unique across kinds, since addresses and references use them."
    UnknownReference "unknown-reference" Error
        "The name leads to nothing. It is an id, or an actor's name, short name or alias, spelled exactly."
    WrongKind "wrong-kind" Error
        "The id exists, but what it names cannot stand here: each field takes things of one kind, since pages say who spoke, where it stands and what happened by it. `by: geneva-talks`, an event, cannot have said anything; `by: sergei-lavrov`, an actor, can, and the event goes into `event: geneva-talks`. In a text, [[event:talks]] asks for an event, and [@source] for a source: an actor is linked by [[joe-biden]]."
    AmbiguousName "ambiguous-name" Error
        "The name fits two actors. Use the id of the one that is meant."
    UnknownHeading "unknown-heading" Error
        "The page has no heading of that id."
    WithheldReference "withheld-reference" Error
        "What is named here is a draft, embargoed or expired, so this build must not mention it. Give the link its own words, or take the citation out."
    Circular "circular" Error
        "Events that follow one another, parts of events, sources known through one another, or actors who speak for one another go round in a circle; or an actor has a relation with itself."
    SpeakerlessQuotation "speakerless-quotation" Warning
        "Nobody is known to have said these words: the source has no `by`, and the citation names no speaker."
    DependentClaim "dependent-claim" Warning
        "A claim is `confirmed` by nobody but its claimant: every source in `for` is the one that it was claimed in or known through the same one, or holds the words of the claimant or of those who speak for the same side. Name a source in `for` that is independent of both, or write `status: stated`."
    UnknownPage "unknown-page" Error
        "A correction names a page that does not exist."
    MissingFile "missing-file" Error
        "A picture or file that is named here is not in static/, the folder of what is published as it is: readers would see a gap. Paths are counted from that folder, and capitals count: for static/maps/border.png, `![The border](border.png)` and `![The border](static/maps/border.png)` are wrong, `![The border](maps/border.png)` is right. What lies outside static/ is never published; copy it there."
    NotAPicture "not-a-picture" Error
        "A file that browsers do not show stands where a picture belongs: readers would see a broken one. What they show ends in .avif, .bmp, .gif, .ico, .jpeg, .jpg, .png, .svg or .webp. Any other file is linked to: [words](report.pdf)."
    AddressCollision "address-collision" Error
        "Two files of the site would stand at the same address, or at addresses that some systems cannot tell apart."
    MissingLicence "missing-licence" Error
        "Publishing an archived text in full needs a licence that allows it."
    InvalidRelease "invalid-release" Error
        "A release record under releases/ cannot be read. They are written by `publish` and never edited by hand."
    // Evidence.
    MissingArchive "missing-archive" Error
        "A source names an archived text that is not there. Archived texts lie in content/sources/<id>/; where the text is not held, `text` is left out and its sha256 given."
    UnreadableArchive "unreadable-archive" Error
        "An archived text is plain UTF-8 text of at most 20 MB. `dateline archive SOURCE FILE --replace` makes one of a page or of a text in another encoding."
    ChangedArchive "changed-archive" Error
        "The bytes of an archived text are not those that were archived: its SHA-256 differs from the one in the source's front matter. Take the file from a backup, or archive it anew: `dateline archive SOURCE URL-or-FILE --replace`."
    UnnamedText "unnamed-text" Warning
        "A text lies in a source's folder, and the source names none in its `archive`: its quotations look checked and are not. Name the text: `archive: {text: statement.txt}`. What is not to be read at all gets a name that begins with an underscore. `dateline archive SOURCE FILE` does both: it puts the text there, and names it."
    FailedQuotation "failed-quotation" Error
        "The quoted words do not stand in the archived text of their source. Letters, case, words and punctuation count; only the Unicode form, white space, soft hyphens, the shapes of quotation marks, dashes and apostrophes, and one comma or full stop just inside the closing mark do not. Leave words out with […], and put your own between brackets. Parts of a quotation stand in the source in the same order, at most 400 characters apart, and begin and end with whole words."
    UnreviewedOmission "unreviewed-omission" Error
        "An omission drops a negation, or an insertion adds one or stands in place of a negation or a figure. That can turn the sense round, so a second person signs the page: `dateline review ID --by NAME` writes `reviewed`."
    AmbiguousQuotation "ambiguous-quotation" Hint
        "The quoted words stand at several places of the text, and the first was taken. A locator tells which is meant: [@source, para. 4]."
    CroppedNegation "cropped-negation" Hint
        "In the source, a negation stands right beside the quoted words and is not among them: “support the plan” stands in “We do not support the plan”. Quote it too, or say it in the same sentence in your own words. A negation there, or a second reader's sign-off (`dateline review ID --by NAME`), ends this hint; where your sentence says it otherwise (`they reject`), nothing is wrong."
    ReviewedByAuthor "reviewed-by-author" Error
        "A page was reviewed by one of the briefing's authors. A second reader is somebody else: `dateline review ID --by NAME`."
    Unreviewed "unreviewed" Error
        "No second reader has signed this page as it stands: `reviewed` is missing, is not bound to a hash, or the page was changed since. Told with --require-review alone. `dateline review ID --by NAME` signs it."
    UnarchivedQuotation "unarchived-quotation" Warning
        "There is no archived text of this quotation's source, nor of one through which it is known, so its words were not checked. Told with --strict alone."
    // Rules.
    Orphan "orphan" Hint
        "No page mentions this actor, event or source, so readers meet it in lists alone, and nothing says why it matters to the story. Often its name stands in a text without a link: `the talks in Geneva` leads nowhere, `the [[geneva-talks|talks in Geneva]]` leads here; a source is cited, [@agency-report]. If it no longer belongs to the story, delete its file. To keep it on purpose, `rules: {orphan: off}` in dateline.yaml."
    UnlinkedName "unlinked-name" Hint
        "A name that has a page stands here as plain text, outside links, quotations, headings and code, and the page does not link to it anywhere."
    OutOfOrder "out-of-order" Warning
        "An event `follows` one that begins later. One of the two dates is wrong, or the two were mixed up: readers see what follows below what it follows, whatever the dates say. Mend the date; or write `follows` into the other event."
    ListedTwice "listed-twice" Warning
        "The same actor, source, alias or time zone stands twice in one list, so pages would show it twice. Keep one of the two; of a participant with two parts, write both into one `as`: `as: host and speaker`."
    Overdue "overdue" Warning
        "The event is scheduled, but its time has passed. Say what became of it."
    FutureDate "future-date" Warning
        "A date of what is over lies ahead: an event that `occurred` or is `reported`, a source's `published` or `accessed`, its archive's `retrieved` or `gone`, the briefing's `as_of` or `updated`, or the day of a correction or a review. Most often the year is a slip. A day has come once it has begun anywhere on earth. What is yet to happen has `status: scheduled`."
    LongSummary "long-summary" Hint
        "A summary is shown under the title and by search engines, which cut it at about 160 characters."
    RelativeDate "relative-date" Hint
        "Words such as \"yesterday\" mean another day to each reader. Write the date."
    UndatedQuotation "undated-quotation" Hint
        "Neither the source of these words nor the one through which it is known says when they were said: it has no `published` and no `event`."
    BareName "bare-name" Hint
        "A person is named here for the first time in a section, and the sentence does not say which office they hold."
    UnsaidLanguage "unsaid-language" Hint
        "A quotation is a translation, and its source does not say in which language the original is: readers' programs (and those who read aloud) cannot know."
    // Rendering.
    TemplateSyntax "template-syntax" Error
        "The template cannot be read, so no page can be made with it: a tag is misspelt or not closed, or it names a filter, a function or another template that is not there. Wrong: `{% if summary %}{{ summary }}` (no end), `{% endblok %}`, `{{ summary | uper }}`. Right: `{% if summary %}{{ summary }}{% endif %}`, `{% endblock %}`, `{{ summary | upper }}`. Until it is mended the built-in template is used for checking. To begin anew, delete the file, and the built-in one takes its place."
    UnusedTemplate "unused-template" Warning
        "A file in templates/ is made into no page: its name is not that of a built-in template, which it would replace, and no template extends or includes it. Most often its name is misspelt: templates/actr.html changes nothing, templates/actor.html every actor's page. docs/templates.md lists the names. A part of your own is used by `{% include \"partials/mine.html\" %}`."
    EmptyTemplate "empty-template" Warning
        "A template is empty, so the pages that are made with it would be files of no bytes. Delete it, and the built-in template is used again; or write the page: `{% extends \"base.html\" %}{% block main %}…{% endblock %}`."
    TemplateError "template-error" Error
        "The template asks for something that is not there. Every variable that a page has is listed in docs/templates.md."
}

impl Code {
    /// Whether a site's rules may not soften it: nothing can be made of such a file, it would be
    /// lost, two things would get in each other's way, or something private would get out.
    #[must_use]
    pub fn is_fixed(self) -> bool {
        matches!(
            self,
            Code::Encoding
                | Code::FileTooLarge
                | Code::NotAFile
                | Code::FileName
                | Code::MissingBriefing
                | Code::ConflictMarker
                | Code::FrontMatterMissing
                | Code::FrontMatterUnclosed
                | Code::SecondFrontMatter
                | Code::YamlSyntax
                | Code::YamlLimit
                | Code::DuplicateKey
                | Code::MissingField
                | Code::WrongType
                | Code::InvalidId
                | Code::SecretInFiles
                | Code::SecretInSettings
                | Code::DuplicateId
                | Code::Circular
                | Code::AddressCollision
                | Code::MissingLicence
                | Code::InvalidRelease
                | Code::TemplateSyntax
                | Code::TemplateError
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_has_a_name_of_its_own_in_kebab_case_and_an_explanation() {
        let mut names = BTreeSet::new();
        for &code in Code::ALL {
            let name = code.name();
            let words = name.split('-');
            let is_word = |word: &str| {
                !word.is_empty()
                    && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            };
            assert!({ words }.all(is_word), "{name}");
            assert!(names.insert(name), "{name} stands twice");
            assert_eq!(Code::from_name(name), Some(code));
            let explanation = code.explanation().trim();
            assert!(explanation.len() > 20 && explanation.ends_with(['.', ']']), "{name}");
        }
    }
}
