//! `annotations.json`: every passage that was found, as Web Annotations (W3C).
//!
//! The selectors resolve against the archived text: by its words, and by offsets in characters.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::model::briefing::{Briefing, Quotation};
use crate::render::data::address;
use crate::render::json::write;
use crate::render::passage::Passage;

/// Writes the file.
///
/// # Errors
/// Those of what it is written to.
pub fn write(briefing: &Briefing, to: &mut impl Write) -> io::Result<()> {
    let root = Root {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: "annotations.json",
        sort: "AnnotationPage",
        items: Items(briefing),
    };
    write::lines(to, &root)
}

#[derive(Serialize)]
struct Root<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    sort: &'static str,
    items: Items<'a>,
}

struct Items<'a>(&'a Briefing);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = self.0.quotations.iter();
        serializer.collect_seq(all.filter_map(|one| annotation(self.0, one)))
    }
}

fn annotation(briefing: &Briefing, quotation: &Quotation) -> Option<Value> {
    let passage = Passage::of(briefing, quotation)?;
    let checked = quotation.checked.as_ref()?;
    let source = briefing[checked.holder].source()?;
    let archive = source.archive.as_ref();
    let url = source.url.as_deref().or(archive.and_then(|it| it.url.as_deref()));
    let targets = passage.parts().map(|(part, words)| {
        let mut quote = json!({ "type": "TextQuoteSelector", "exact": words });
        if let (Some((before, after)), Some(quote)) = (passage.around(part), quote.as_object_mut())
        {
            quote.insert("prefix".into(), before.into());
            quote.insert("suffix".into(), after.into());
        }
        let position =
            json!({ "type": "TextPositionSelector", "start": part.start, "end": part.end });
        let mut text = json!({
            "id": format!("urn:sha256:{}", checked.text.sha256),
            "type": "Text",
            "format": "text/plain",
        });
        if let Some(text) = text.as_object_mut() {
            let language = source.language.as_deref().map(|it| ("language", it));
            for (name, value) in language.into_iter().chain(url.map(|it| ("canonical", it))) {
                text.insert(name.into(), value.into());
            }
        }
        json!({ "type": "SpecificResource", "source": text, "selector": [quote, position] })
    });
    Some(json!({
        "id": format!("annotations.json#{}", quotation.id),
        "type": "Annotation",
        "motivation": "linking",
        "body": address::quotation(briefing, quotation),
        "target": targets.collect::<Vec<_>>(),
    }))
}
