//! Text → documents: never fails, yields what could be read and what was wrong with the rest.
//!
//! 1. [`front_matter`] splits a file at its fences; [`yaml`] makes a tree with places of it,
//!    [`cause`] finds why it cannot.
//! 2. [`schema`] says what each kind may have, [`shape`] reads a tree by it.
//! 3. [`prose`] converts Markdown; [`citation`] and [`quotation`] read what it holds.
//! 4. [`document`] puts the parts together, [`settings`] and [`corrections`] read the other files.

pub mod called;
pub mod cause;
pub mod citation;
pub mod claim;
pub mod conflict;
pub mod corrections;
pub mod dated;
pub mod document;
pub mod faults;
pub mod fields;
pub mod from_to;
pub mod front_matter;
pub mod garbled;
pub mod holes;
pub mod instead;
pub mod languages;
pub mod linkable;
pub mod offsets;
pub mod once;
pub mod prose;
pub mod quotation;
pub mod record;
pub mod releases;
pub mod scalar;
pub mod schema;
pub mod second;
pub mod secrets;
pub mod sentence;
pub mod settings;
pub mod shape;
pub mod tags;
pub mod when;
pub mod yaml;
