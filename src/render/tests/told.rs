//! What heads of pages tell programs, and what pictures show.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::model::briefing::Briefing;
use crate::model::document::Matter;
use crate::model::entity::{Actor, Relation};
use crate::model::id::{EntityId, ReferenceId};
use crate::model::settings::Settings;
use crate::model::site::What;
use crate::release::record::Record;
use crate::render::tests::fixture::{
    self, BIDEN, CALL, KREMLIN, MEETING, PHONE_CALL, READOUT, REPORT, when,
};
use crate::render::tests::{attributes, between, make, page, renderer};

/// What the page of an output tells.
fn told(html: &str) -> Vec<Value> {
    let block = between(html, "<script type=\"application/ld+json\">", "</script>");
    let block: Value = serde_json::from_str(block).unwrap();
    block["@graph"].as_array().unwrap().clone()
}

fn change_actor(briefing: &mut Briefing, id: EntityId, change: impl FnOnce(&mut Actor)) {
    let page = &mut briefing.entity_mut(id).unwrap().page;
    let document = Arc::make_mut(&mut page.document);
    let Matter::Actor(actor) = &mut document.matter else { panic!("no actor") };
    change(actor);
}

#[test]
fn the_front_page_is_an_article_with_its_sources_corrections_and_publisher() {
    let nodes = told(&page(&What::Front));
    let article = &nodes[0];
    assert_eq!(article["@type"], "BackgroundNewsArticle");
    assert_eq!(article["@id"], "https://example.org/briefing/#it");
    assert_eq!(article["datePublished"], "2021-12-30T20:00:00Z");
    assert_eq!(article["author"], json!([{"@type": "Person", "name": "Ann Author"}]));
    assert_eq!(article["citation"][0]["name"], "What an agency reported");
    let correction = &article["correction"][0];
    assert_eq!(correction["datePublished"], "2022-01-02");
    assert_eq!(correction["text"], "Was: “An hour.”. Now: “Fifty minutes.”.");
    assert_eq!(article["publisher"]["@id"], nodes[1]["@id"]);
    assert_eq!(nodes[1]["correctionsPolicy"], "https://example.org/corrections");
    assert_eq!(nodes[2]["text"], "a grave <moment>");
    assert_eq!(nodes[2]["spokenByCharacter"]["name"], "Joe Biden");
    assert_eq!(nodes[2]["isPartOf"]["@id"], article["@id"]);
}

#[test]
fn each_thing_is_told_as_what_it_is() {
    let section = told(&page(&What::Entity(CALL)));
    assert_eq!(section[0]["isPartOf"]["@id"], "https://example.org/briefing/#it");
    assert_eq!(section[0]["about"][0]["name"], "The telephone call");
    let biden = &told(&page(&What::Entity(BIDEN)))[0];
    assert_eq!(biden["@type"], "Person");
    assert_eq!(biden["jobTitle"], "President of the United States");
    assert_eq!(biden["affiliation"], json!({"@type": "Organization", "name": "White House"}));
    assert_eq!(biden["sameAs"], "https://www.wikidata.org/wiki/Q6279");
    assert_eq!(told(&page(&What::Entity(KREMLIN)))[0]["@type"], "GovernmentOrganization");
    assert_eq!(section[0]["about"][0]["@type"], "Event");
    let call = &told(&page(&What::Entity(PHONE_CALL)))[0];
    assert_eq!((&call["startDate"], &call["eventStatus"]), (&json!("2021-12-30"), &Value::Null));
    assert_eq!(call["attendee"][0]["name"], "Joe Biden");
    let meeting = &told(&page(&What::Entity(MEETING)))[0];
    assert_eq!(meeting["eventStatus"], "https://schema.org/EventScheduled");
    let report = &told(&page(&What::Entity(REPORT)))[0];
    assert_eq!(report["author"]["name"], "a senior official");
    assert_eq!(report["author"]["affiliation"]["name"], "Joe Biden");
    let readout = &told(&page(&What::Entity(READOUT)))[0];
    assert_eq!(readout["isBasedOn"]["name"], "What an agency reported");
    assert_eq!((&readout["@type"], &readout["genre"]), (&json!("CreativeWork"), &json!("Readout")));
}

#[test]
fn times_are_those_of_releases_where_there_are_any() {
    let briefing = fixture::briefing();
    let first = Record::new(&briefing, "2022-01-01T10:00:00Z", &[]);
    let mut second = Record::new(&briefing, "2022-01-05T10:00:00Z", std::slice::from_ref(&first));
    if let Some(front) = &mut second.briefing {
        front.hash = "0000000000".into();
    }
    let released = renderer(briefing).with_history(vec![first, second]);
    let html = make(&released, &What::Front).unwrap();
    let article = &told(&html)[0];
    assert_eq!(article["datePublished"], "2022-01-01T10:00:00Z");
    assert_eq!(article["dateModified"], "2022-01-05T10:00:00Z");
    for (name, date) in [("published", "2022-01-01"), ("modified", "2022-01-05")] {
        let meta = format!("property=\"article:{name}_time\" content=\"{date}T10:00:00Z\"");
        assert!(html.contains(&meta), "{meta}");
    }
    assert!(html.contains("property=\"og:locale\" content=\"en\""));
    let actor = make(&released, &What::Entity(BIDEN)).unwrap();
    assert!(!actor.contains("article:"), "an actor is no article");
}

#[test]
fn without_an_address_of_the_site_ids_lead_from_the_page_to_where_things_stand() {
    let mut briefing = fixture::briefing();
    let settings = Settings { base_url: None, ..(*briefing.settings).clone() };
    briefing.settings = Arc::new(settings);
    let call = &told(&make(&renderer(briefing), &What::Entity(PHONE_CALL)).unwrap())[0];
    assert_eq!(call["@id"], "../events/phone-call.html#it");
    assert_eq!(call["attendee"][0]["@id"], "../actors/joe-biden.html#it");
}

#[test]
fn no_name_ends_the_block() {
    let mut briefing = fixture::briefing();
    let name = "</script><!--<script> & \u{2028}";
    change_actor(&mut briefing, BIDEN, |actor| actor.name = name.into());
    let html = make(&renderer(briefing), &What::Entity(BIDEN)).unwrap();
    let nodes = told(&html);
    assert_eq!(nodes[0]["name"], name);
    let scripts = |html: &str| html.matches("</script>").count();
    assert_eq!(scripts(&html), scripts(&page(&What::Entity(BIDEN))));
}

#[test]
fn a_timeline_has_a_mark_for_each_event_that_leads_to_it() {
    let renderer = renderer(fixture::briefing());
    for what in [What::Timeline, What::TimelineActor(BIDEN, 1)] {
        let html = make(&renderer, &what).unwrap();
        let svg = between(&html, "<svg ", "</svg>");
        assert_eq!(svg.matches("class=\"mark\"").count(), 1, "{svg}");
        assert_eq!(svg.matches("class=\"mark hollow\"").count(), 1, "{svg}");
        assert_eq!(attributes(svg, "href"), ["#phone-call", "#meeting"]);
        assert!(svg.contains("2 events, from 30 December 2021 to 10 January 2022"), "{svg}");
        assert!(!svg.contains(" style="));
        assert_eq!(html, make(&renderer, &what).unwrap());
    }
    // One event alone is nothing to draw, and hundreds are too many.
    let mut untimed = fixture::briefing();
    untimed.entity_mut(MEETING).unwrap().bounds = None;
    for briefing in [untimed, fixture::large()] {
        assert!(!make(&self::renderer(briefing), &What::Timeline).unwrap().contains("<svg"));
    }
}

#[test]
fn relations_stand_in_a_table_and_an_arc_is_a_row() {
    let all = page(&What::Relations(1));
    let rows = between(&all, "<tbody>", "</tbody>");
    assert_eq!(rows.matches("<tr>").count(), 1, "{rows}");
    for part in ["actors/joe-biden.html", "counterpart of", "actors/kremlin.html", "sources/report"]
    {
        assert!(rows.contains(part), "{part} in {rows}");
    }
    let svg = between(&all, "<svg ", "</svg>");
    assert_eq!(svg.matches("class=\"arc\"").count(), 1);
    assert_eq!(attributes(svg, "href"), ["actors/joe-biden.html", "actors/kremlin.html"]);
    assert!(
        page(&What::List(crate::model::id::Kind::Actor, 1)).contains("href=\"relations.html\"")
    );
}

#[test]
fn where_there_are_no_relations_there_is_neither_table_nor_page() {
    let mut briefing = fixture::briefing();
    change_actor(&mut briefing, BIDEN, |actor| actor.relations.clear());
    let renderer = renderer(briefing);
    assert!(renderer.outputs().iter().all(|output| !matches!(output.what, What::Relations(_))));
    let html = make(&renderer, &What::Entity(BIDEN)).unwrap();
    assert!(!html.contains("<svg") && !html.contains("class=\"relations\""));
    let list = make(&renderer, &What::List(crate::model::id::Kind::Actor, 1)).unwrap();
    assert!(!list.contains("relations.html"));
}

#[test]
fn arcs_are_as_many_as_rows_however_they_lie() {
    let mut briefing = fixture::briefing();
    let twice = |actor: &mut Actor| {
        let first = actor.relations[0].clone();
        let since = Relation { kind: "<ally> of".into(), from: Some(when("2020")), ..first };
        actor.relations.push(since);
        // The other is withheld.
        actor.relations.push(Relation { with: ReferenceId(99), ..actor.relations[0].clone() });
    };
    change_actor(&mut briefing, BIDEN, twice);
    let html = make(&renderer(briefing), &What::Relations(1)).unwrap();
    let rows = between(&html, "<tbody>", "</tbody>");
    assert_eq!(rows.matches("<tr>").count(), 2);
    assert_eq!(html.matches("class=\"arc\"").count(), 2);
    assert!(html.contains("since 2020") && html.contains("&lt;ally&gt; of"));
    let paths = attributes(&html, "d");
    assert_ne!(paths[0], paths[1], "two arcs lie on one another");
}
