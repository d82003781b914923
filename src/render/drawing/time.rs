//! Events by their time: a mark each, on a line.

use std::fmt::Display;

use crate::model::briefing::Briefing;
use crate::model::entity::{Event, Status};
use crate::model::id::EntityId;
use crate::model::when::{Bounds, Precision, Shape};
use crate::render::drawing::svg::Picture;
use crate::render::drawing::{eras, lanes, ticks};
use crate::render::stock::Stock;
use crate::zone::Zone;

/// The width of the whole, of what is left free beside marks, and between two stretches.
const WIDTH: i64 = 720;
const MARGIN: i64 = 24;
const BREAK: i64 = 28;
/// The least width of a stretch: words for its time have room.
const LEAST: i64 = 124;
/// The height of a lane of marks, and so the size of what a pointer must hit.
const LANE: i64 = 24;
const RADIUS: i64 = 7;
/// Half the width of a letter below the line, about.
const HALF_LETTER: i64 = 5;

/// Events by their time.
pub struct Drawn {
    /// The picture.
    pub svg: String,
    /// Whether the line is broken somewhere.
    pub is_broken: bool,
}

/// An event that is known to be somewhere in time.
struct Mark<'a> {
    id: &'a str,
    name: &'a str,
    label: String,
    time: Bounds,
    is_bar: bool,
    is_hollow: bool,
}

/// A stretch of the line: the time that it shows, and where.
struct Stretch {
    extent: Bounds,
    left: i64,
    right: i64,
}

impl Stretch {
    fn x(&self, instant: i64) -> i64 {
        let (left, right) = (self.left + MARGIN, self.right - MARGIN);
        let whole = i128::from(self.extent.upper) - i128::from(self.extent.lower);
        if whole == 0 {
            return i64::midpoint(left, right);
        }
        let since = i128::from(instant) - i128::from(self.extent.lower);
        left + i64::try_from(since * i128::from(right - left) / whole).unwrap_or(0)
    }
}

/// Draws events by their time; nothing where fewer than two have one.
#[must_use]
pub fn draw(stock: &Stock, events: &[EntityId]) -> Option<Drawn> {
    let briefing = &*stock.briefing;
    let mut marks: Vec<Mark<'_>> =
        events.iter().filter_map(|id| mark(briefing, stock, *id)).collect();
    if marks.len() < 2 {
        return None;
    }
    marks.sort_by_key(|mark| mark.time);
    let times: Vec<Bounds> = marks.iter().map(|mark| mark.time).collect();
    let eras = eras::split(&times);
    let stretches = stretches(&eras, marks.len());
    let of_marks = eras.iter().zip(&stretches).flat_map(|(era, it)| era.iter().map(move |_| it));
    let places: Vec<(i64, i64)> =
        marks.iter().zip(of_marks).map(|(mark, stretch)| place(mark, stretch)).collect();
    let taken: Vec<(i64, i64)> =
        places.iter().map(|(from, to)| (from - LANE / 2, to + LANE / 2)).collect();
    let lanes = lanes::lanes(&taken);
    let count = i64::try_from(lanes.iter().max().map_or(1, |lane| lane + 1)).unwrap_or(1);
    let line = count * LANE + 8;

    let mut picture = Picture::default();
    let zone = briefing.settings.time_zones.first().and_then(|name| Zone::named(name));
    let zone = zone.unwrap_or_else(Zone::utc);
    for stretch in &stretches {
        draw_line(&mut picture, stock, stretch, line, &zone);
    }
    for pair in stretches.windows(2) {
        if let [before, after] = pair {
            draw_break(&mut picture, i64::midpoint(before.right, after.left), line);
        }
    }
    for ((mark, (from, to)), lane) in marks.iter().zip(places).zip(lanes) {
        let y = line - LANE / 2 - 2 - i64::try_from(lane).unwrap_or(0) * LANE;
        draw_mark(&mut picture, mark, (from, to), y);
    }
    let words = stock.words;
    let (first, last) = (marks.first()?, marks.last()?);
    let description = words.drawing_of(marks.len(), &first.label, &last.label);
    let svg = picture.finish(&words.drawing_timeline, &description, WIDTH, line + 30);
    Some(Drawn { svg, is_broken: stretches.len() > 1 })
}

fn mark<'a>(briefing: &'a Briefing, stock: &Stock, id: EntityId) -> Option<Mark<'a>> {
    let entity = &briefing[id];
    let event = entity.event()?;
    let bounds = entity.bounds?;
    let time = match (bounds.lower, bounds.upper) {
        (i64::MIN, i64::MAX) => return None,
        (i64::MIN, upper) => Bounds { lower: upper, upper },
        (lower, i64::MAX) => Bounds { lower, upper: lower },
        (lower, upper) => Bounds { lower, upper },
    };
    Some(Mark {
        id: entity.id().as_str(),
        name: entity.name(),
        label: stock.dates.label(&event.when.value),
        time,
        is_bar: is_bar(event),
        is_hollow: event.status != Status::Occurred,
    })
}

/// Whether it lasted, or is known less exactly than to the day.
fn is_bar(event: &Event) -> bool {
    let when = &event.when.value;
    let is_one = matches!(when.shape(), Shape::Date(_) | Shape::Time(_));
    !is_one || when.precision() < Precision::Day
}

/// Where the stretches stand: the more events in one, the wider it is.
fn stretches(eras: &[&[Bounds]], events: usize) -> Vec<Stretch> {
    let count = |n: usize| i64::try_from(n).unwrap_or(1);
    let free = WIDTH - LEAST * count(eras.len()) - BREAK * (count(eras.len()) - 1);
    let (mut left, mut seen) = (0, 0);
    let mut stretches = Vec::with_capacity(eras.len());
    for (at, era) in eras.iter().enumerate() {
        seen += era.len();
        // The last ends where the whole does, however the others were rounded.
        let right = (LEAST + BREAK) * count(at + 1) - BREAK + free * count(seen) / count(events);
        stretches.push(Stretch { extent: eras::extent(era), left, right });
        left = right + BREAK;
    }
    stretches
}

/// From where to where a mark stands.
fn place(mark: &Mark<'_>, stretch: &Stretch) -> (i64, i64) {
    let (from, to) = (stretch.x(mark.time.lower), stretch.x(mark.time.upper));
    let middle = i64::midpoint(from, to);
    if !mark.is_bar {
        return (middle, middle);
    }
    (from.min(middle - RADIUS), to.max(middle + RADIUS))
}

fn draw_line(picture: &mut Picture, stock: &Stock, stretch: &Stretch, y: i64, zone: &Zone) {
    let line: [(&str, &dyn Display); 5] =
        [("class", &"axis"), ("x1", &stretch.left), ("x2", &stretch.right), ("y1", &y), ("y2", &y)];
    picture.shape("line", &line);
    let width = stretch.right - stretch.left - 2 * MARGIN;
    for tick in ticks::ticks(stretch.extent, width, zone) {
        let label = stock.dates.label(&tick.label);
        let middle = i64::midpoint(stretch.left, stretch.right);
        let x = tick.at.map_or(middle, |at| stretch.x(at));
        if tick.at.is_some() {
            let end = y + 7;
            let line: [(&str, &dyn Display); 5] =
                [("class", &"axis"), ("x1", &x), ("x2", &x), ("y1", &y), ("y2", &end)];
            picture.shape("line", &line);
        }
        // Words at an end of the line stay above it.
        let half = i64::try_from(label.chars().count()).unwrap_or(0) * HALF_LETTER;
        let x = x.min(stretch.right - half).max(stretch.left + half);
        picture.words(&[("x", &x), ("y", &(y + 24)), ("text-anchor", &"middle")], &label);
    }
}

/// Two slanted strokes.
fn draw_break(picture: &mut Picture, x: i64, y: i64) {
    for x in [x - 4, x + 4] {
        let (low, high, up, down) = (x - 3, x + 3, y - 8, y + 8);
        let line: [(&str, &dyn Display); 5] =
            [("class", &"axis"), ("x1", &low), ("y1", &down), ("x2", &high), ("y2", &up)];
        picture.shape("line", &line);
    }
}

fn draw_mark(picture: &mut Picture, mark: &Mark<'_>, (from, to): (i64, i64), y: i64) {
    let class = if mark.is_hollow { "mark hollow" } else { "mark" };
    if mark.is_bar {
        let (top, width, height) = (y - RADIUS, to - from, 2 * RADIUS);
        let bar: [(&str, &dyn Display); 6] = [
            ("class", &class),
            ("x", &from),
            ("y", &top),
            ("width", &width),
            ("height", &height),
            ("rx", &RADIUS),
        ];
        picture.shape("rect", &bar);
    } else {
        picture.shape("circle", &[("class", &class), ("cx", &from), ("cy", &y), ("r", &RADIUS)]);
    }
    let words = format!("{}: {}", mark.label, mark.name);
    let corner = [from - LANE / 2, y - LANE / 2, to - from + LANE, LANE];
    picture.link(&format!("#{}", mark.id), &words, corner);
}
