//! What is published for programs: the briefing as JSON and CSV.
//!
//! `docs/data.md` describes each file for people, `docs/schema/` the JSON ones for programs; tests
//! hold both to what is written here.

pub mod address;
pub mod annotations_json;
pub mod briefing_json;
pub mod calendar;
pub mod card_parts;
pub mod cell;
pub mod events_csv;
pub mod evidence_json;
pub mod feed;
pub mod feed_json;
pub mod instant;
pub mod item;
pub mod matter;
pub mod quotation;
pub mod quotes_csv;
pub mod search_index;
pub mod told;
pub mod web_manifest;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod schema;
