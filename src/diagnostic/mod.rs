//! What can be wrong with a briefing: values, never a stop at the first.

pub mod code;
pub mod diagnostic;
pub mod diagnostics;
