//! What a user can ask for: recipes, no logic.

pub mod completions;
pub mod naming;
pub mod new;
pub mod refusal;
