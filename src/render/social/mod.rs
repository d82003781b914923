//! The social card: the picture that networks and messengers show for a link to the briefing.
//!
//! `card` says what stands on it, `layout` breaks that into lines, `svg` draws it as a vector, and
//! `pixels` (the feature `cards`) turns that into a PNG, with the fonts of the program. The last one
//! drawn is kept, so that a preview draws it again only where something on it is another.

pub mod card;
pub mod drawn;
pub mod layout;
#[cfg(feature = "cards")]
pub mod pixels;
pub mod svg;
