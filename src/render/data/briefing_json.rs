//! `briefing.json`: the whole briefing as data.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use crate::model::briefing::Briefing;
use crate::model::document::Matter;
use crate::model::entity::{Correction, Front};
use crate::model::id::Kind;
use crate::model::prose::Prose;
use crate::model::when::When;
use crate::render::data::address;
use crate::render::data::item::Item;
use crate::render::data::quotation::Looked;
use crate::render::json::write;

/// The version of what is written; a program that reads it looks here first.
pub const FORMAT: u32 = 1;

/// Writes the file.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, to: &mut impl Write) -> io::Result<()> {
    write::lines(to, &Root::new(briefing))
}

#[derive(Serialize)]
struct Root<'a> {
    format: u32,
    title: &'a str,
    as_of: &'a str,
    language: &'a str,
    address: &'static str,
    summary: &'a str,
    authors: &'a [Box<str>],
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<&'a str>,
    key_points: Vec<String>,
    unknowns: Vec<String>,
    sections: Things<'a>,
    actors: Things<'a>,
    events: Things<'a>,
    sources: Things<'a>,
    quotations: Quotations<'a>,
    corrections: Vec<CorrectionData<'a>>,
}

impl<'a> Root<'a> {
    fn new(briefing: &'a Briefing) -> Self {
        let front = front(briefing);
        let things = |kind| Things { briefing, kind };
        let plain = |prose: &Prose| briefing.whole_plain(&briefing.front, prose);
        Root {
            format: FORMAT,
            title: front.map_or("", |front| &front.title),
            as_of: front.map_or("", |front| front.as_of.written()),
            language: &briefing.settings.language,
            address: "index.html",
            summary: front.map_or("", |front| &front.summary),
            authors: front.map_or(&[], |front| &front.authors),
            updated: front.and_then(|front| front.updated.as_ref()).map(When::written),
            key_points: front.map_or(Vec::new(), |f| f.key_points.iter().map(plain).collect()),
            unknowns: front.map_or(Vec::new(), |f| f.unknowns.iter().map(plain).collect()),
            sections: things(Kind::Section),
            actors: things(Kind::Actor),
            events: things(Kind::Event),
            sources: things(Kind::Source),
            quotations: Quotations(briefing),
            corrections: briefing.corrections.iter().map(CorrectionData::new).collect(),
        }
    }
}

fn front(briefing: &Briefing) -> Option<&Front> {
    match &briefing.front.document.matter {
        Matter::Front(front) => Some(front),
        Matter::Section(_) | Matter::Actor(_) | Matter::Event(_) | Matter::Source(_) => None,
    }
}

/// All things of a kind; each is made when it is written.
struct Things<'a> {
    briefing: &'a Briefing,
    kind: Kind,
}

impl Serialize for Things<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let things = self.briefing.of_kind(self.kind);
        serializer.collect_seq(things.map(|(_, entity)| Item::new(self.briefing, entity)))
    }
}

struct Quotations<'a>(&'a Briefing);

impl Serialize for Quotations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = self.0.quotations.iter();
        serializer.collect_seq(all.map(|one| QuotationData::new(self.0, Looked::up(self.0, one))))
    }
}

#[derive(Serialize)]
struct QuotationData<'a> {
    id: &'a str,
    text: &'a str,
    speaker: Option<&'a str>,
    source: Option<&'a str>,
    page: address::Name<'a>,
    locator: Option<&'a str>,
    topic: Option<&'a str>,
    language: Option<&'a str>,
    translation: Option<TranslationData<'a>>,
    verdict: &'static str,
    address: String,
}

#[derive(Serialize)]
struct TranslationData<'a> {
    translator: &'a str,
    original: &'a str,
}

impl<'a> QuotationData<'a> {
    fn new(briefing: &'a Briefing, looked: Looked<'a>) -> Self {
        let quotation = looked.quotation;
        QuotationData {
            id: &quotation.id,
            text: &quotation.text,
            speaker: looked.speaker.map(|actor| actor.id().as_str()),
            source: looked.source.map(|source| source.id().as_str()),
            page: address::Name { briefing, page: quotation.page },
            locator: looked.locator,
            topic: looked.topic(),
            language: looked.language(),
            translation: looked.translation().map(|translation| TranslationData {
                translator: &translation.translator,
                original: &translation.original,
            }),
            verdict: quotation.verdict.word(),
            address: address::quotation(briefing, quotation),
        }
    }
}

#[derive(Serialize)]
struct CorrectionData<'a> {
    date: &'a str,
    page: &'a str,
    was: &'a str,
    now: &'a str,
    why: &'a str,
}

impl<'a> CorrectionData<'a> {
    fn new(correction: &'a Correction) -> Self {
        CorrectionData {
            date: correction.date.value.written(),
            page: correction.page.value.as_str(),
            was: &correction.was,
            now: &correction.now,
            why: &correction.why,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::render::data::{fixture, schema};

    fn bytes() -> Vec<u8> {
        let mut bytes = Vec::new();
        write(&fixture::briefing(), &mut bytes).unwrap();
        bytes
    }

    fn written() -> Value {
        serde_json::from_slice(&bytes()).unwrap()
    }

    #[test]
    fn the_schema_tells_every_field_that_is_written_and_no_other() {
        schema::assert_tells(include_str!("../../../docs/schema/briefing.schema.json"), &written());
    }

    #[test]
    fn every_thing_has_the_fields_of_the_contract() {
        let value = written();
        assert_eq!((&value["format"], &value["as_of"]), (&json!(1), &json!("2021-12-31")));
        let actor = &value["actors"][0];
        assert_eq!(actor["id"], "joe-biden");
        assert_eq!(actor["name"], "Joe Biden");
        assert_eq!(actor["address"], "actors/joe-biden.html");
        let mentions = json!([
            {"from": "event:phone", "as": "took-part", "sentence": "Phone call"},
            {"from": "briefing", "as": "mentioned", "sentence": "Biden “called” back."}
        ]);
        assert_eq!(actor["mentions"], mentions);
        assert_eq!(actor["roles"][0]["organisation"], "kremlin");
        assert_eq!(
            actor["roles"][1],
            json!({"title": "Senator", "organisation": "the Senate", "source": "report"})
        );
        let event = &value["events"][0];
        assert_eq!(
            (&event["lower"], &event["upper"]),
            (&json!("2021-12-30T05:00:00Z"), &json!("2021-12-31T04:59:59Z"))
        );
        assert_eq!(event["accounts"][0]["text"], "It said we warned them.");
        let claim = json!({
            "by": "joe-biden", "source": "letter", "text": "It rang twice.",
            "status": "disputed", "for": ["letter"], "against": ["letter"],
        });
        assert_eq!(event["claims"], json!([claim]), "and not what needs a withheld source");
        assert_eq!(value["key_points"], json!(["Biden “called” back."]));
    }

    #[test]
    fn what_is_withheld_takes_along_what_needs_it() {
        let value = written();
        let actor = &value["actors"][0];
        assert_eq!(actor["relations"].as_array().map(Vec::len), Some(1));
        assert_eq!(
            actor["roles"][2],
            json!({"title": "Guest", "to": "1990-01-01", "source": "report"})
        );
        assert_eq!(value["sections"][0]["accounts"].as_array().map(Vec::len), Some(1));
        assert_eq!(value["events"][0]["participants"].as_array().map(Vec::len), Some(2));
        assert_eq!(value["events"][0]["sources"], json!(["letter"]));
        assert!(value["actors"][1].get("represents").is_none());
    }

    #[test]
    fn nothing_private_is_written() {
        let text = String::from_utf8(bytes()).unwrap();
        assert!(!text.contains("private.txt") && !text.contains("zzsecret"));
    }

    #[test]
    fn a_quotation_knows_its_speaker_source_page_and_anchor() {
        let value = written();
        assert_eq!(
            value["quotations"][1],
            json!({
                "id": "aabbccddee", "text": "deeply, concerned", "speaker": "joe-biden",
                "source": "report", "page": "section:call", "locator": "para. 4", "topic": "arms",
                "language": "en", "translation": null, "verdict": "unarchived",
                "address": "sections/call.html#q-aabbccddee",
            })
        );
        let translation = json!({"translator": "Jo Desk", "original": "Wir haben gewarnt"});
        assert_eq!(value["quotations"][0]["translation"], translation);
        assert_eq!(value["quotations"][2]["speaker"], Value::Null);
    }

    #[test]
    fn equal_briefings_give_equal_bytes() {
        assert_eq!(bytes(), bytes());
    }
}
