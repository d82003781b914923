//! The preview's own script and style sheet, which are no part of the site.

/// The script, at `/.dateline/preview.js`.
pub const SCRIPT: &[u8] = include_bytes!("preview.js");
/// The style sheet, at `/.dateline/preview.css`.
pub const STYLE: &[u8] = include_bytes!("preview.css");
/// The style sheet of what is marked on pages, at `/.dateline/marks.css`.
pub const MARKS: &[u8] = include_bytes!("marks.css");
