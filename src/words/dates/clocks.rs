//! Clock times in words: in every zone that the site names, one after another.

use crate::model::day::Day;
use crate::model::when::Time;
use crate::words::dates::Phrase;
use crate::words::dates::grammar::Words;
use crate::zone::{Local, Zone};

impl Words {
    pub(super) fn clocks(&self, start: &Time, end: Option<&Time>, zones: &[Zone]) -> Phrase {
        let faces = faces(start, end, zones);
        let begins = if end.is_some() { self.from_clock } else { self.at_clock };
        Phrase {
            text: self.faces(&faces, self.day.alone, self.comma, self.comma),
            prose: self.faces(&faces, self.day.within, begins, self.at_clock),
        }
    }

    /// All clocks, one after another; the day where it is another than was said last. The first is
    /// said by a pattern of its own.
    fn faces(
        &self,
        faces: &[(Face, Option<Face>)],
        first: &str,
        begins: &str,
        ends: &str,
    ) -> String {
        let mut said = None;
        let mut text = String::new();
        for (start, end) in faces {
            if !text.is_empty() {
                text.push_str(self.comma);
            }
            self.face(&mut text, &mut said, start, (first, begins));
            if let Some(end) = end {
                if start.place != end.place {
                    text.push_str(self.after_clock);
                    text.push_str(&start.place);
                }
                text.push_str(self.to_clock);
                self.face(&mut text, &mut said, end, (first, ends));
            }
            text.push_str(self.after_clock);
            text.push_str(&end.as_ref().unwrap_or(start).place);
        }
        text
    }

    fn face(
        &self,
        text: &mut String,
        said: &mut Option<Day>,
        face: &Face,
        (first, join): (&str, &str),
    ) {
        let day = face.local.day;
        let pattern = match said.replace(day) {
            Some(before) if before == day => None,
            Some(before) if before.year == day.year => Some(self.day_and_month),
            Some(_) => Some(self.day.alone),
            None => Some(first),
        };
        if let Some(pattern) = pattern {
            text.push_str(&self.with_day(pattern, day));
            text.push_str(join);
        }
        text.push_str(&format!("{:02}:{:02}", face.local.hour, face.local.minute));
        if face.seconds {
            text.push_str(&format!(":{:02}", face.local.second));
        }
    }
}

/// What a clock shows, and where it hangs: ` (New York)` or ` UTC−05:00`.
struct Face {
    local: Local,
    seconds: bool,
    place: String,
}

fn faces(start: &Time, end: Option<&Time>, zones: &[Zone]) -> Vec<(Face, Option<Face>)> {
    if zones.is_empty() {
        return vec![(Face::written(start), end.map(Face::written))];
    }
    zones.iter().map(|zone| (Face::of(start, zone), end.map(|end| Face::of(end, zone)))).collect()
}

impl Face {
    fn of(time: &Time, zone: &Zone) -> Self {
        let local = zone.local(time.instant);
        Self { local, seconds: time.seconds, place: place(Some(zone.name()), local.offset) }
    }

    fn written(time: &Time) -> Self {
        let local = Local::at(time.instant, time.offset);
        Self { local, seconds: time.seconds, place: place(time.zone.as_deref(), local.offset) }
    }
}

/// The city that a zone is named after; of zones that are named after none, the offset. (`Etc/GMT+5`
/// is five hours *behind*.)
fn place(zone: Option<&str>, offset: i32) -> String {
    match zone.and_then(|name| name.rsplit_once('/')) {
        Some((area, city)) if area != "Etc" => format!(" ({})", city.replace('_', " ")),
        Some(_) | None => match offset {
            0 => " UTC".to_owned(),
            _ => {
                let (sign, seconds) = (if offset < 0 { '−' } else { '+' }, offset.unsigned_abs());
                format!(" UTC{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
            }
        },
    }
}
