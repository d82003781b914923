//! Every word that a reader sees and no author wrote, and how dates are put into words.
//!
//! Templates and pages hold no words of their own: they take them from one [`Words`], made for the
//! site's language from the messages in `locale/`. So another language is one more file of messages,
//! one more table of dates, and a line in [`language`].

pub mod dates;
pub mod language;
pub mod messages;
pub mod phrases;
pub mod table;
#[cfg(test)]
mod tests;

use crate::words::language::Language;
use crate::words::table::Words;

/// The words of a language (BCP 47); English where there are none of it yet.
#[must_use]
pub fn of(language: &str) -> &'static Words {
    Language::of(language).words()
}
