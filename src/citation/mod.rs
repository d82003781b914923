//! How things are cited: what is cited in the terms of CSL, reference styles, and the files that
//! reference managers read.

pub mod bibtex;
pub mod item;
pub mod ris;
pub mod style;
