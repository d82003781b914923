//! What a user can ask for: recipes, no logic.

pub mod completions;
pub mod mv;
pub mod naming;
pub mod new;
pub mod refusal;
pub mod rewriting;
pub mod start;
pub mod stop;
