//! What can be wrong with a briefing: values, never a stop at the first.
//!
//! [`human`], [`json`], [`sarif`] and [`github`] are the forms in which `check` shows them.

pub mod code;
#[expect(clippy::module_inception, reason = "the thing itself, among what belongs to it")]
pub mod diagnostic;
pub mod diagnostics;
pub mod excerpt;
pub mod github;
pub mod human;
pub mod json;
pub mod neutral;
pub mod positions;
pub mod sarif;
pub mod window;
