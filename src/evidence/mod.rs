//! Is it there? Quotations against the archived texts that they are taken from.
//!
//! 1. [`fold`] takes away what does not change what was said, and leads back to where it stood.
//! 2. [`marks`] reads omissions and insertions; [`places`] finds the words; [`edges`] holds them to
//!    whole words; [`locator`] chooses among several places.
//! 3. [`negation`] tells what a person has to look at, also where it stands right beside the words
//!    ([`cropped`], [`clause`]); [`nearest`] what is most like words that are not there, [`omitted`]
//!    where they lack a `[…]`.
//! 4. [`check`] puts these together for one quotation, [`whole`] for a briefing.
//!
//! There is no fuzzy pass. What was found is a function of the words, the locator, the languages
//! and the text alone, so that it can be kept.

pub mod check;
pub mod clause;
pub mod cropped;
pub mod edges;
pub mod fold;
pub mod locator;
pub mod marks;
pub mod nearest;
pub mod negation;
pub mod omitted;
pub mod places;
pub mod review;
pub mod texts;
pub mod whole;
