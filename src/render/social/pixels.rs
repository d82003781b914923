//! The social card as a PNG: letters come from the fonts of the program alone, so it is the same on
//! every machine. The only user of resvg.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, OnceLock};

use foldhash::fast::FixedState;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::{FontResolver, Node, Options, Tree};
use skrifa::{FontRef, MetadataProvider};

use crate::render::social::card::Card;
use crate::render::social::layout::{Measured, Piece};
use crate::render::social::svg::{self, Face, HEIGHT, WIDTH};

/// The fonts, those of titles and those of texts; of `fonts/README.md`.
const FONTS: [&[u8]; 6] = [
    include_bytes!("../../../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSerifHebrew-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSansHebrew-Regular.ttf"),
];

/// The size that words are measured at; large, since what is measured is rounded.
const LARGE: f32 = 100.0;

/// Whether there is a letter for every character on a card.
#[must_use]
pub fn covers(card: &Card) -> bool {
    let fonts = fonts();
    let has = |c: char| c == ' ' || fonts.faces().any(|face| has_letter(fonts, face.id, c));
    card.texts().all(|text| text.chars().all(has))
}

/// The card as a PNG; empty only where drawing fails, which has no cause in what an author writes.
#[must_use]
pub fn png(card: &Card) -> Vec<u8> {
    let vector = svg::text(card, &measured);
    let picture = Pixmap::new(WIDTH.into(), HEIGHT.into()).zip(tree(&vector));
    let Some((mut picture, tree)) = picture else { return Vec::new() };
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    picture.encode_png().unwrap_or_default()
}

/// How wide the words of a text are. Words that are longer than a line are broken into letters.
#[must_use]
pub fn measured(face: Face, text: &str, longest: f32) -> Measured {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.extend(["…", "nn", "n n"].map(str::to_owned));
    let mut widths = widths(face, &words);
    let (spaced, joined) = (widths.pop().unwrap_or(0.0), widths.pop().unwrap_or(0.0));
    let ellipsis = widths.pop().unwrap_or(0.0);
    let ellipsis = Piece { text: "…".to_owned(), width: ellipsis, spaced: false };
    let mut pieces = Vec::with_capacity(widths.len());
    for (at, (word, width)) in words.into_iter().zip(widths).enumerate() {
        let spaced = at > 0;
        if width <= longest {
            pieces.push(Piece { text: word, width, spaced });
            continue;
        }
        let letters: Vec<String> = word.chars().map(String::from).collect();
        let widths = self::widths(face, &letters);
        let letters = letters.into_iter().zip(widths).enumerate();
        pieces.extend(letters.map(|(at, (text, width))| Piece {
            text,
            width,
            spaced: spaced && at == 0,
        }));
    }
    Measured { pieces, space: (spaced - joined).max(0.0), ellipsis }
}

/// How wide each of some words is, at a size of one.
fn widths(face: Face, words: &[String]) -> Vec<f32> {
    let (family, weight) = face.family();
    let mut vector = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         font-family=\"{family}\" font-weight=\"{weight}\" font-size=\"{LARGE}\">"
    );
    for (at, word) in words.iter().enumerate() {
        let _ = write!(vector, "<text id=\"w{at}\">");
        svg::push_text(&mut vector, word, false);
        vector.push_str("</text>");
    }
    vector.push_str("</svg>");
    let tree = tree(&vector);
    let mut found: HashMap<&str, f32, FixedState> = HashMap::default();
    for node in tree.iter().flat_map(|tree| tree.root().children()) {
        if let Node::Text(text) = node {
            found.insert(text.id(), text.bounding_box().width() / LARGE);
        }
    }
    // What has no shape has no width: a joiner that stands alone.
    let width = |at: usize| found.get(&*format!("w{at}")).copied().unwrap_or(0.0);
    (0..words.len()).map(width).collect()
}

fn tree(vector: &str) -> Option<Tree> {
    let options = Options {
        fontdb: Arc::clone(fonts()),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(|c, used, fonts| other_font(c, used, fonts)),
        },
        ..Options::default()
    };
    Tree::from_str(vector, &options).ok()
}

/// A font for a letter that the first one does not have, as heavy as that.
fn other_font(c: char, used: &[ID], fonts: &Database) -> Option<ID> {
    let weight = fonts.face(*used.first()?)?.weight;
    let is_fit = |id| !used.contains(&id) && has_letter(fonts, id, c);
    let alike = fonts.faces().filter(|face| face.weight == weight);
    let others = fonts.faces().filter(|face| face.weight != weight);
    alike.chain(others).map(|face| face.id).find(|id| is_fit(*id))
}

fn has_letter(fonts: &Database, id: ID, c: char) -> bool {
    let letter = fonts.with_face_data(id, |bytes, index| {
        FontRef::from_index(bytes, index).ok()?.charmap().map(c)
    });
    letter.flatten().is_some()
}

fn fonts() -> &'static Arc<Database> {
    static READ: OnceLock<Arc<Database>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut fonts = Database::new();
        for font in FONTS {
            fonts.load_font_source(Source::Binary(Arc::new(font)));
        }
        Arc::new(fonts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of some languages, long and short.
    fn cards() -> Vec<Card> {
        let long = |word: &str, count| vec![word; count].join(" ");
        let titles = [
            String::new(),
            "A call".to_owned(),
            long("negotiations", 60),
            long("договорённость", 60),
            long("المفاوضات", 60),
            "W".repeat(400),
            "https://news.example/".to_owned() + &"a-b".repeat(200),
            long("a", 400),
            long("\u{200d}", 4),
        ];
        let card = |(title, summary): (&String, &String)| Card {
            site: title.clone(),
            title: title.clone(),
            summary: summary.clone(),
            as_of: summary.clone(),
            accent: svg::INK.to_owned(),
            right_to_left: title.contains('م'),
        };
        let alike = titles.iter().zip(&titles);
        let others = titles.iter().zip(titles.iter().rev().cycle().skip(1));
        alike.chain(others).map(card).collect()
    }

    #[test]
    fn no_line_of_any_card_leaves_its_margins_or_meets_another() {
        for card in cards() {
            let tree = tree(&svg::text(&card, &measured)).expect("a picture");
            let mut end = 0.0;
            let mut foot = Vec::new();
            for node in tree.root().children() {
                let Node::Text(text) = node else { continue };
                let place = text.abs_bounding_box();
                assert!(place.left() >= 79.0 && place.right() <= 1121.5, "{place:?} {card:?}");
                if place.top() > 540.0 {
                    foot.push((place.left(), place.right()));
                    continue;
                }
                // What letters really reach, not the room that their font keeps above and below.
                let ink = text.abs_stroke_bounding_box();
                assert!(ink.bottom() <= 532.0, "{ink:?} {card:?}");
                assert!(ink.top() >= end - 6.0, "{ink:?} {card:?}");
                end = ink.bottom();
            }
            if let [a, b] = foot[..] {
                assert!(a.1 + 20.0 < b.0 || b.1 + 20.0 < a.0, "{foot:?} {card:?}");
            }
        }
    }

    #[test]
    fn every_letter_of_the_interfaces_languages_is_there_and_no_box_stands_for_another() {
        let texts = "Aé ñ ß œ Œ « » „“ ’ – … № Щщёъ Ґґ Її Єє ’ ابت ؟ ، é\u{301} אבג";
        assert!(covers(&Card { title: texts.into(), ..Card::default() }));
        assert!(!covers(&Card { title: "会谈".into(), ..Card::default() }));
        assert!(!covers(&Card { summary: "🙂".into(), ..Card::default() }));
    }
}
