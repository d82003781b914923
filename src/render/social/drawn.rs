//! The last card that was drawn, kept: drawing one takes longer than a hundred pages, and most saves
//! do not change it.

use std::sync::{Arc, Mutex, PoisonError};

use crate::render::social::card::Card;
#[cfg(feature = "cards")]
use crate::render::social::pixels;

/// The last card that was drawn. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Drawn(Arc<Mutex<Option<Last>>>);

/// A card, and it as a PNG.
type Last = (Card, Arc<[u8]>);

impl Drawn {
    /// The card as a PNG.
    #[must_use]
    pub fn png(&self, card: &Card) -> Arc<[u8]> {
        // What is in it is whole even if a thread died that held it.
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, png)) = last.as_ref().filter(|(drawn, _)| drawn == card) {
            return Arc::clone(png);
        }
        let png: Arc<[u8]> = draw(card).into();
        *last = Some((card.clone(), Arc::clone(&png)));
        png
    }
}

/// Whether the program can draw a card: it has the feature, and a letter for every character.
#[must_use]
#[cfg(feature = "cards")]
pub fn is_possible(card: &Card) -> bool {
    pixels::covers(card)
}

/// Whether the program can draw a card: it has the feature, and a letter for every character.
#[must_use]
#[cfg(not(feature = "cards"))]
pub fn is_possible(_: &Card) -> bool {
    false
}

#[cfg(feature = "cards")]
fn draw(card: &Card) -> Vec<u8> {
    pixels::png(card)
}

#[cfg(not(feature = "cards"))]
fn draw(_: &Card) -> Vec<u8> {
    Vec::new()
}

#[cfg(feature = "cards")]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equal_card_is_not_drawn_again() {
        let (drawn, card) = (Drawn::default(), Card { title: "A".into(), ..Card::default() });
        let first = drawn.png(&card);
        assert!(Arc::ptr_eq(&first, &drawn.clone().png(&card.clone())));
        let other = drawn.png(&Card { title: "B".into(), ..card });
        assert!(first != other);
    }
}
