//! From a briefing to pages: one at a time, when asked for.
//!
//! `routes` knows every address, `outputs` lists what there is, `views` gives templates their
//! variables, `theme` runs them. A page costs some microseconds: what pages share (the card of
//! each thing, the site, the words) is made once and handed to all of them.

pub mod builtin;
pub mod cards;
pub mod cite;
pub mod contract;
pub mod data;
pub mod dates;
pub mod drawing;
pub mod escape;
pub mod exchange;
pub mod fill;
pub mod frames;
pub mod frozen;
pub mod hosts;
pub mod json;
pub mod jsonld;
pub mod marks;
pub mod notes;
pub mod offers;
pub mod outputs;
pub mod passage;
pub mod renderer;
pub mod routes;
pub mod sentences;
pub mod sheet;
pub mod social;
pub mod spare;
pub mod stock;
pub mod theme;
pub mod unknown;
pub mod value;
pub mod views;

#[cfg(test)]
mod tests;
