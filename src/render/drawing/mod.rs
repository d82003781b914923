//! Pictures that say what a list or a table beside them says too: static SVG in the page, the same
//! bytes from the same briefing. All coordinates are whole numbers.

pub mod arcs;
pub mod eras;
pub mod lanes;
pub mod svg;
pub mod ticks;
pub mod time;
