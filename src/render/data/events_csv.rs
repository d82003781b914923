//! `events.csv`: every event as a row, in order of time.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::model::briefing::{Briefing, Entity};
use crate::model::entity::Event;
use crate::model::id::{Kind, ReferenceId};
use crate::render::data::{cell, instant};
use crate::render::routes;

/// The columns.
pub const HEAD: [&str; 14] = [
    "id",
    "title",
    "when",
    "lower",
    "upper",
    "status",
    "place",
    "country",
    "category",
    "mode",
    "plover",
    "participants",
    "sources",
    "address",
];

/// Writes the file.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, to: &mut impl Write) -> io::Result<()> {
    let events = briefing.of_kind(Kind::Event);
    let rows = events.filter_map(|(_, entity)| Some(row(briefing, entity, entity.event()?)));
    cell::table(to, HEAD, rows)
}

fn row<'a>(briefing: &'a Briefing, entity: &'a Entity, event: &'a Event) -> [Cow<'a, str>; 14] {
    let place = event.place.as_ref();
    let category = event.category.map_or("", |category| category.word());
    let mode = event.mode.as_deref().unwrap_or("");
    let ids = |references: &mut dyn Iterator<Item = ReferenceId>| {
        let known = references.filter_map(|reference| entity.page.entity(reference));
        let ids: Vec<_> = known.map(|id| briefing[id].id().as_str()).collect();
        Cow::Owned(ids.join("; "))
    };
    [
        Cow::Borrowed(entity.id().as_str()),
        Cow::Borrowed(&*event.title),
        Cow::Borrowed(event.when.value.written()),
        Cow::Owned(instant::lower(entity.bounds).unwrap_or_default()),
        Cow::Owned(instant::upper(entity.bounds).unwrap_or_default()),
        Cow::Borrowed(event.status.word()),
        Cow::Borrowed(place.map_or("", |place| &place.name)),
        Cow::Borrowed(place.and_then(|place| place.country.as_deref()).unwrap_or("")),
        Cow::Borrowed(category),
        Cow::Borrowed(mode),
        plover(category, mode),
        ids(&mut event.participants.iter().map(|one| one.actor)),
        ids(&mut event.sources.iter().copied()),
        Cow::Owned(routes::entity(entity)),
    ]
}

/// The code as PLOVER writes it: `CONSULT/phone`.
fn plover<'a>(category: &'a str, mode: &str) -> Cow<'a, str> {
    match (category, mode) {
        ("", _) | (_, "") => Cow::Borrowed(category),
        (category, mode) => Cow::Owned(format!("{category}/{mode}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::data::fixture;

    #[test]
    fn a_row_has_bounds_codes_and_who_took_part() {
        let mut bytes = Vec::new();
        write(&fixture::briefing(), &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "id,title,when,lower,upper,status,place,country,category,mode,plover,participants,\
             sources,address\r\n\
             phone,Phone call,2021-12-30,2021-12-30T05:00:00Z,2021-12-31T04:59:59Z,occurred,\
             by phone,US,CONSULT,phone,CONSULT/phone,joe-biden; kremlin,letter,events/phone.html\r\n\
             summit,Summit,2021-06-16,1970-01-01T00:00:00Z,,reported,,,AGREE,,AGREE,,,\
             events/summit.html\r\n"
        );
    }
}
