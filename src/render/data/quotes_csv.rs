//! `quotes.csv`: every quotation as a row.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::model::briefing::{Briefing, Entity};
use crate::model::when::When;
use crate::render::data::quotation::Looked;
use crate::render::data::{address, cell};

/// The columns.
pub const HEAD: [&str; 10] =
    ["id", "text", "speaker", "role", "source", "event", "date", "language", "verdict", "address"];

/// Writes the file.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, to: &mut impl Write) -> io::Result<()> {
    let rows = briefing.quotations.iter().map(|one| row(briefing, Looked::up(briefing, one)));
    cell::table(to, HEAD, rows)
}

fn row<'a>(briefing: &'a Briefing, looked: Looked<'a>) -> [Cow<'a, str>; 10] {
    let id = |entity: Option<&'a Entity>| entity.map_or("", |entity| entity.id().as_str());
    let quotation = looked.quotation;
    [
        Cow::Borrowed(&*quotation.id),
        Cow::Borrowed(&*quotation.text),
        Cow::Borrowed(id(looked.speaker)),
        Cow::Borrowed(looked.role(briefing).unwrap_or("")),
        Cow::Borrowed(id(looked.source)),
        Cow::Borrowed(id(looked.event(briefing))),
        Cow::Borrowed(looked.when(briefing).map_or("", When::written)),
        Cow::Borrowed(looked.language().unwrap_or("")),
        Cow::Borrowed(quotation.verdict.word()),
        Cow::Owned(address::quotation(briefing, quotation)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::data::fixture;

    #[test]
    fn a_row_has_the_speakers_role_on_the_day_and_no_formula() {
        let mut bytes = Vec::new();
        write(&fixture::briefing(), &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "id,text,speaker,role,source,event,date,language,verdict,address\r\n\
             0011223344,\"'=we \"\"warned\"\" them\",kremlin,a senior official,letter,,2021-12-01,de,\
             unarchived,events/phone.html#q-0011223344\r\n\
             aabbccddee,\"deeply, concerned\",joe-biden,President,report,phone,2021-12-30,en,\
             unarchived,sections/call.html#q-aabbccddee\r\n\
             ffffffffff,so,,,,,,,unarchived,sections/call.html#q-ffffffffff\r\n"
        );
    }
}
