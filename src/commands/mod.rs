//! What a user can ask for: recipes, no logic.

pub mod completions;
