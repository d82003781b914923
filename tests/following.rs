//! What those who follow a site are told: releases by the feed, events by the calendar.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests run the program")]

mod fixture;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use program::program;
use serde_json::Value;

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn change(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    fs::write(root.join(path), text.replacen(from, to, 1)).unwrap();
}

/// Publishes at a day of January 2022, and gives what was published.
fn published(root: &Path, day: u32) -> BTreeMap<String, String> {
    let now = format!("2022-01-{day:02}T12:00Z");
    let mut command = Command::new(program());
    command.args(["publish", "--now", &now, "--allow-deletes", "99"]).current_dir(root);
    let ran = command.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let current = root.join("live/current");
    let names = ["calendar.ics", "feed.json", "feed.xml"];
    names.into_iter().map(|it| (it.into(), fs::read_to_string(current.join(it)).unwrap())).collect()
}

fn site() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files(fixture::SITE) {
        write(root.path(), &path, &text);
    }
    let target = "publish:\n  - {name: live, to: folder, path: live}\n";
    let settings = format!("{}{target}", fixture::files(fixture::SITE)["dateline.yaml"]);
    write(root.path(), "dateline.yaml", &settings);
    root
}

/// The properties of an event of a calendar, by its UID.
fn event(calendar: &str, id: &str) -> Option<BTreeMap<String, String>> {
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    let whole = calendar.replace("\r\n ", "");
    let mut events = whole.split("BEGIN:VEVENT\r\n").skip(1);
    let found = events.find(|it| it.contains(&format!("UID:{id}@news.example.call\r\n")))?;
    let lines = found.split("\r\n").take_while(|line| *line != "END:VEVENT");
    let pair = |line: &str| line.split_once(':').map(|(a, b)| (a.to_owned(), b.to_owned()));
    Some(lines.filter_map(pair).collect())
}

fn entries(files: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let feed: Value = serde_json::from_str(&files["feed.json"]).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let atom = &files["feed.xml"];
    let tree = roxmltree::Document::parse(atom).unwrap();
    assert!(tree.root_element().has_tag_name(("http://www.w3.org/2005/Atom", "feed")));
    let items = feed["items"].as_array().unwrap().iter().map(|item| {
        let text = |name: &str| item[name].as_str().unwrap().to_owned();
        assert!(atom.contains(&format!("<id>{}</id>", text("id"))), "{atom}");
        (text("id"), text("content_text"))
    });
    items.collect()
}

#[test]
fn an_event_that_moves_keeps_its_uid_and_counts() {
    let root = site();
    let root = root.path();
    let talks = "content/events/talks.md";
    let first = event(&published(root, 1)["calendar.ics"], "talks").unwrap();
    assert_eq!((&*first["SEQUENCE"], &*first["STATUS"]), ("0", "CONFIRMED"));
    assert_eq!(first["DTSTART;VALUE=DATE"], "20211230");
    change(root, talks, "when: 2021-12-30", "when: 2021-12-31T09:30Z");
    let moved = event(&published(root, 2)["calendar.ics"], "talks").unwrap();
    assert_eq!((&*moved["SEQUENCE"], &*moved["DTSTART"]), ("1", "20211231T093000Z"));
    assert_eq!(moved["UID"], first["UID"]);
    assert_eq!(moved["DTSTAMP"], "20220102T120000Z");
    // Nothing changes by publishing something else.
    change(root, "content/actors/joe.md", "He spoke.", "He spoke twice.");
    assert_eq!(event(&published(root, 3)["calendar.ics"], "talks").unwrap(), moved);
    change(root, talks, "status: occurred", "status: cancelled");
    let off = event(&published(root, 4)["calendar.ics"], "talks").unwrap();
    assert_eq!((&*off["SEQUENCE"], &*off["STATUS"]), ("2", "CANCELLED"));
}

#[test]
fn an_event_that_is_there_no_longer_or_has_no_day_any_more_is_cancelled_and_no_other() {
    let root = site();
    let root = root.path();
    let talks = "content/events/talks.md";
    let near = "---\ntitle: Near\nwhen: 2021-12-0X\nstatus: occurred\nparticipants: [{actor: joe}]\n---\nX.\n";
    write(root, "content/events/near.md", near);
    let other = near.replace("2021-12-0X", "2021-12-01").replace("Near", "Other");
    write(root, "content/events/other.md", &other);
    // What never had a day was never in a calendar, and is not cancelled.
    let first = published(root, 1);
    assert!(event(&first["calendar.ics"], "near").is_none());
    change(root, talks, "when: 2021-12-30", "when: 2022-01~");
    fs::remove_file(root.join("content/events/other.md")).unwrap();
    let second = published(root, 2);
    for id in ["talks", "other"] {
        let gone = event(&second["calendar.ics"], id).unwrap();
        assert_eq!((&*gone["SEQUENCE"], &*gone["STATUS"]), ("1", "CANCELLED"), "{id}");
        assert_eq!(gone["DTSTAMP"], "20220102T120000Z");
        // It stays so, whatever else is published.
        change(root, "content/actors/joe.md", "He spoke", "He spoke, and");
        assert_eq!(event(&published(root, 3)["calendar.ics"], id).unwrap(), gone);
    }
    assert!(event(&second["calendar.ics"], "near").is_none());
    // It has a day again.
    change(root, talks, "when: 2022-01~", "when: 2022-01-20");
    let back = event(&published(root, 4)["calendar.ics"], "talks").unwrap();
    assert_eq!((&*back["SEQUENCE"], &*back["STATUS"]), ("2", "CONFIRMED"));
}

#[test]
fn the_feed_tells_of_changes_and_corrections_and_not_of_comments() {
    let root = site();
    let root = root.path();
    let first = entries(&published(root, 1));
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].0, "https://news.example/call/#release-1");
    change(root, "content/actors/joe.md", "name:", "# to be checked\nname:");
    assert_eq!(entries(&published(root, 2)), first);
    change(root, "content/actors/joe.md", "He spoke.", "He spoke for an hour.");
    let second = entries(&published(root, 3));
    assert_eq!((second.len(), &second[1]), (2, &first[0]));
    assert!(
        second[0].1.contains("1 page changed") && second[0].1.contains("Joe Doe"),
        "{second:?}"
    );
    let slip = "- {date: 2022-01-04, page: joe, was: an hour, now: fifty minutes, why: A slip.}\n";
    write(root, "content/corrections.yaml", slip);
    let third = entries(&published(root, 4));
    let corrected = |all: &[(String, String)]| {
        let mut ids = all.iter().filter(|(id, _)| id.contains("corrections.html#c-"));
        ids.next().cloned()
    };
    assert!(corrected(&third).unwrap().1.contains("fifty minutes"));
    change(root, "content/actors/joe.md", "an hour", "fifty minutes");
    assert_eq!(corrected(&entries(&published(root, 5))), corrected(&third));
}
