//! Every word that a reader sees and no author wrote, and how dates are put into words.
//!
//! Templates and pages hold no words of their own: they take them from one [`Words`], so that
//! another language is one more table.

pub mod dates;
pub mod english;
pub mod table;

use crate::words::table::Words;

/// The words of a language (BCP 47); English where there is no table of it yet.
#[must_use]
pub fn of(_language: &str) -> &'static Words {
    &english::WORDS
}
