//! Actors one below the other, and their relations as arcs beside them.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::model::id::EntityId;
use crate::render::drawing::svg::Picture;
use crate::render::stock::Stock;

/// More than that is no picture any more; the table has them all.
pub const MOST: usize = 100;
/// The height of a row.
const ROW: i64 = 28;
/// How far the least arc reaches, the widest, and how much further another between the same two.
const LEAST: i64 = 34;
const WIDEST: i64 = 150;
const FURTHER: i64 = 8;
/// From the actors' dots to their names.
const NAMES: i64 = 14;
/// The width of a letter, about.
const LETTER: i64 = 9;

/// A relation: who, to whom, and in which words.
pub struct Edge<'a> {
    /// Who.
    pub from: EntityId,
    /// To whom.
    pub to: EntityId,
    /// In which words.
    pub kind: &'a str,
}

/// Draws relations, an arc each; nothing where there are none or too many.
#[must_use]
pub fn draw(stock: &Stock, root: &str, edges: &[Edge<'_>]) -> Option<String> {
    if edges.is_empty() || edges.len() > MOST {
        return None;
    }
    let mut rows: BTreeMap<EntityId, i64> = BTreeMap::new();
    for edge in edges {
        rows.extend([(edge.from, 0), (edge.to, 0)]);
    }
    let mut y = ROW / 2;
    for row in rows.values_mut() {
        *row = y;
        y += ROW;
    }
    let arcs = arcs(edges, &rows);
    let dots = arcs.iter().map(|arc| arc.reach).max()? + 8;
    let mut picture = Picture::default();
    let name = |id: EntityId| stock.briefing[id].short_name();
    for (edge, Arc { from, to, reach }) in edges.iter().zip(&arcs) {
        // Left of the names, whether it leads down or up.
        let sweep = i64::from(to < from);
        let half = ((to - from).abs() / 2).max(1);
        let path = format!("M {dots} {from} A {reach} {half} 0 0 {sweep} {dots} {to}");
        let words = format!("{} {} {}", name(edge.from), edge.kind, name(edge.to));
        picture.named_shape("path", &[("class", &"arc"), ("d", &path)], &words);
        let (tip, end) = (dots - 4, dots - 14);
        let head = format!("{tip},{to} {end},{} {end},{}", to - 5, to + 5);
        picture.shape("polygon", &[("class", &"head"), ("points", &head)]);
    }
    let names = dots + NAMES;
    let mut widest = 0;
    for (id, y) in &rows {
        picture.shape("circle", &[("class", &"mark"), ("cx", &dots), ("cy", y), ("r", &4)]);
        let place: [(&str, &dyn Display); 3] = [("x", &names), ("y", &(y + 6)), ("class", &"name")];
        picture.words(&place, name(*id));
        let width = i64::try_from(name(*id).chars().count()).unwrap_or(0) * LETTER;
        widest = widest.max(width);
        let address = format!("{root}{}", stock.cards.of_thing(*id).path());
        picture.link(&address, stock.briefing[*id].name(), [names - 4, y - 13, width + 8, 26]);
    }
    let words = stock.words;
    let description = words.drawing_relations_of(rows.len(), edges.len());
    let width = names + widest + 16;
    Some(picture.finish(&words.drawing_relations, &description, width, y))
}

/// From which height to which an arc leads, and how far to the left it reaches.
struct Arc {
    from: i64,
    to: i64,
    reach: i64,
}

/// The arcs, one a relation; those between the same two beside one another.
fn arcs(edges: &[Edge<'_>], rows: &BTreeMap<EntityId, i64>) -> Vec<Arc> {
    let mut twins: BTreeMap<(EntityId, EntityId), i64> = BTreeMap::new();
    let arc = |edge: &Edge<'_>| {
        let row = |id| rows.get(&id).copied().unwrap_or(0);
        let (from, to) = (row(edge.from), row(edge.to));
        let pair = (edge.from.min(edge.to), edge.from.max(edge.to));
        let twin = twins.entry(pair).or_insert(-1);
        *twin += 1;
        let reach = (LEAST + (to - from).abs() / 2 - ROW / 2).min(WIDEST) + FURTHER * *twin;
        Arc { from, to, reach }
    };
    edges.iter().map(arc).collect()
}
