//! What checking a quotation found, and the archived texts that it is checked against.

use std::sync::Arc;

use crate::model::briefing::Verdict;
use crate::model::id::EntityId;
use crate::model::place::TextFile;

/// A file beside a source: its text as it was archived, byte for byte.
#[derive(Debug, PartialEq, Eq)]
pub struct ArchivedText {
    /// The text, with its path below the site's root; not cleaned, so that offsets and hashes are
    /// those that others compute. Empty where the bytes are no text.
    pub file: Arc<TextFile>,
    /// The SHA-256 of its bytes, in lower-case hex.
    pub sha256: Box<str>,
    /// Why it cannot be read as a text; none where it can.
    pub unreadable: Option<Box<str>>,
}

/// A range of an archived text, in characters (code points).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stretch {
    /// The first character.
    pub start: u32,
    /// One past the last character.
    pub end: u32,
}

/// A difference of form that does not change what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fold {
    /// Composed or decomposed letters.
    UnicodeForm,
    /// White space: kinds of it, line ends, how much.
    WhiteSpace,
    /// Soft hyphens and other marks of where a word may break.
    SoftHyphens,
    /// The shapes of quotation marks.
    QuotationMarks,
    /// The shapes of dashes.
    Dashes,
    /// The shapes of apostrophes.
    Apostrophes,
    /// A comma or full stop just inside the closing mark that the source lacks.
    ClosingMark,
}

impl Fold {
    /// All of them, as they stand above.
    pub const ALL: [Fold; 7] = [
        Fold::UnicodeForm,
        Fold::WhiteSpace,
        Fold::SoftHyphens,
        Fold::QuotationMarks,
        Fold::Dashes,
        Fold::Apostrophes,
        Fold::ClosingMark,
    ];

    /// All that concern letters and marks, in the order in which they are told.
    pub const SHAPES: [Fold; 6] = [
        Fold::UnicodeForm,
        Fold::WhiteSpace,
        Fold::SoftHyphens,
        Fold::QuotationMarks,
        Fold::Dashes,
        Fold::Apostrophes,
    ];

    /// The word in the data files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Fold::UnicodeForm => "unicode-form",
            Fold::WhiteSpace => "white-space",
            Fold::SoftHyphens => "soft-hyphens",
            Fold::QuotationMarks => "quotation-marks",
            Fold::Dashes => "dashes",
            Fold::Apostrophes => "apostrophes",
            Fold::ClosingMark => "closing-mark",
        }
    }
}

/// What stands between two parts of a quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gap {
    /// The source's words that the quotation leaves out.
    pub omitted: Box<str>,
    /// The editor's words between brackets.
    pub inserted: Box<str>,
}

/// Why a person has to look at an omission or an insertion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// An omission drops this negation.
    Dropped(Box<str>),
    /// An insertion adds this negation.
    Added(Box<str>),
    /// An insertion is written on to a quoted word, and makes another of it.
    Glued(Box<str>),
    /// An insertion stands in place of this negation or figure.
    Replaced(Box<str>),
}

/// The passage of the source that is most like a quotation that it does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Its bytes in the archived text.
    pub bytes: (u32, u32),
    /// The passage, words that the quotation lacks between `>` and `<`.
    pub passage: Box<str>,
    /// The quotation, words that the passage lacks between `>` and `<`.
    pub quotation: Box<str>,
    /// The quotation with `[…]` where it leaves words out, where that would pass.
    pub omitted: Option<Box<str>>,
}

/// What looking for a quotation in a text found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// Which differences of form were overlooked.
    pub folds: Box<[Fold]>,
    /// Where its parts stand.
    pub parts: Box<[Stretch]>,
    /// What stands between the parts: one fewer.
    pub gaps: Box<[Gap]>,
    /// What a person has to look at.
    pub doubt: Option<Doubt>,
    /// The negation that stands right beside the words in the text, and not among them.
    pub cropped: Option<Box<str>>,
    /// At how many places its words stand.
    pub places: u32,
    /// Whether its locator told which of them is meant.
    pub located: bool,
    /// What is most like it, where the text does not hold it.
    pub nearest: Option<Nearest>,
}

/// A quotation's place in an archived text.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The source whose text it is: the quotation's own, or one through which that is known.
    pub holder: EntityId,
    /// The text.
    pub text: Arc<ArchivedText>,
    /// What was found there.
    pub finding: Arc<Finding>,
}
