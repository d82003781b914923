//! Forms that other programs read.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, dead_code, reason = "tests may fail")]

mod fixture;

use std::collections::BTreeMap;

use dateline::model::site::Exchange;
use serde_json::Value;

const MORE: &str = "\
//- content/sections/02-more.md
---
title: More
---
An [[aide]], a [[month]], the [[usa]], the [[party]].
//- content/actors/party.md
---
name: The <Party>
kind: group
---
//- content/actors/aide.md
---
name: An Aide
kind: person
roles:
  - title: Aide
    organisation: party
    from: 2020-05
  - title: Clerk
    organisation: usa
relations:
  - with: joe
    kind: aide of
    from: 2021~
    source: wire
---
//- content/actors/usa.md
---
name: United States
kind: state
---
//- content/events/talks.md
---
title: Talks <b> & more
when: 2021-12-30T15:35-05:00/2021-12-31T01:00-05:00
status: occurred
place: {name: Geneva, country: CH}
participants: [{actor: joe}, {actor: usa}]
sources: [wire]
---
//- content/events/month.md
---
title: A month
when: 2021-06
status: occurred
sources: [wire]
---
//- content/events/secret.md
---
title: Secret talks
when: 2021-06-01
status: occurred
draft: true
participants: [{actor: joe}]
sources: [wire]
---
";

fn exchanged(form: Exchange) -> String {
    let engine = fixture::engine_with(MORE);
    fixture::assert_clean(&engine);
    let text = engine.exchange(form);
    assert!(!text.contains("Secret"), "{text}");
    text
}

/// All entities, by id.
fn entities() -> BTreeMap<String, Value> {
    let text = exchanged(Exchange::FollowTheMoney);
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|it| (it["id"].as_str().unwrap().to_owned(), it)).collect()
}

#[test]
fn every_entity_of_followthemoney_leads_to_others_that_are_there() {
    let all = entities();
    let leading = ["subject", "object", "member", "organization", "involved", "proof"];
    for entity in all.values() {
        for (name, values) in entity["properties"].as_object().unwrap() {
            assert!(!values.as_array().unwrap().is_empty(), "{name} of {entity}");
            for value in values.as_array().unwrap().iter().filter(|_| leading.contains(&&**name)) {
                assert!(all.contains_key(value.as_str().unwrap()), "{name} of {entity}");
            }
        }
    }
}

#[test]
fn followthemoney_is_told_no_more_than_is_known() {
    let all = entities();
    let property = |id: &str, name: &str| all[id]["properties"][name][0].as_str();
    assert_eq!(all["actor-usa"]["schema"], "PublicBody");
    assert_eq!(property("event-talks", "startDate"), Some("2021-12-30"));
    assert_eq!(property("event-talks", "endDate"), Some("2021-12-31"));
    assert_eq!(property("event-talks", "country"), Some("ch"));
    assert_eq!(property("event-month", "startDate"), Some("2021-06"));
    // A group has no members there, and "about 2021" is no date.
    assert_eq!(all["actor-aide-role-1"]["schema"], "UnknownLink");
    assert_eq!(all["actor-aide-role-2"]["schema"], "Membership");
    assert_eq!(property("actor-aide-relation-1", "startDate"), None);
    assert_eq!(property("actor-aide-relation-1", "proof"), Some("source-wire"));
}

#[test]
fn popolo_knows_who_holds_which_office_where() {
    let popolo: Value = serde_json::from_str(&exchanged(Exchange::Popolo)).unwrap();
    let memberships = popolo["memberships"].as_array().unwrap();
    let of_aide: Vec<_> = memberships.iter().filter(|it| it["person_id"] == "actor-aide").collect();
    assert_eq!(of_aide.len(), 2);
    assert_eq!(of_aide[0]["organization_id"], "actor-party");
    assert_eq!(of_aide[0]["start_date"], "2020-05");
    let talks = popolo["events"].as_array().unwrap().iter().find(|it| it["id"] == "event-talks");
    assert_eq!(talks.unwrap()["attendees"][1]["id"], "actor-usa");
}

#[test]
fn timelinejs_gets_text_as_text_and_points_as_points() {
    let timeline: Value = serde_json::from_str(&exchanged(Exchange::TimelineJs)).unwrap();
    let events = timeline["events"].as_array().unwrap();
    let event = |id: &str| events.iter().find(|it| it["unique_id"] == id).unwrap();
    let talks = event("event-talks");
    assert!(talks["text"]["headline"].as_str().unwrap().contains("Talks &lt;b&gt; &amp; more"));
    assert_eq!(talks["start_date"]["day"], 30);
    assert_eq!(talks["end_date"]["day"], 31);
    let month = event("event-month");
    assert_eq!(
        (&month["start_date"]["month"], &month["start_date"]["day"]),
        (&6.into(), &Value::Null)
    );
    assert_eq!(month["end_date"], Value::Null);
    let places: Vec<usize> = ["event-month", "event-talks"]
        .map(|id| events.iter().position(|it| it["unique_id"] == id).unwrap())
        .into();
    assert!(places[0] < places[1], "not in order of time");
}
