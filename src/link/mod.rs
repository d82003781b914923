//! Documents → the briefing: every name is looked up, and every page learns who mentions it.
//!
//! 1. [`register`] gives every id its document, and tells doubles.
//! 2. [`resolve`] looks up each reference; [`near`] knows what those were meant for that lead
//!    nowhere; [`withhold`] takes out what must leave no trace.
//! 3. [`order`] puts things in the order in which readers meet them.
//! 4. [`quotations`] and [`backlinks`] turn the links round.
//! 5. [`rules`] looks at the whole, once everything in it exists.
//!
//! [`edited`] is the short way for an edit that reaches no further than its page.

pub mod backlinks;
pub mod checks;
pub mod edited;
pub mod future;
pub mod house_style;
pub mod lost;
pub mod missed;
pub mod near;
pub mod order;
pub mod quotations;
pub mod register;
pub mod resolve;
pub mod rules;
pub mod uncited;
pub mod unlinked;
pub mod whole;
pub mod withhold;
