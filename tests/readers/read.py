"""Reads what a site offers to programs as others do, with libraries that are not ours.

    read.py PROGRAM SITE

Publishes a copy of the site twice, an event moved, one cancelled and something put right in between, and reads both
releases: feeds (feedparser), calendar (icalendar), references (bibtexparser, rispy), JSON-LD (PyLD, no network), site map.
Exits 0 where all is as it must be; else it says what is not.
"""

import datetime
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import urlsplit

import bibtexparser
import feedparser
import icalendar
import rispy
from pyld import jsonld

BASE = "https://news.example/call/"
FIRST, SECOND = "2022-01-05T09:00:00Z", "2022-01-07T09:00:00Z"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def expect(holds, what):
    if not holds:
        sys.exit(f"not as it must be: {what}")


def instant(text):
    """A moment as RFC 3339 writes it."""
    expect(RFC_3339.fullmatch(text), f"`{text}` is no RFC 3339 date")
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def unique(things, what):
    things = list(things)
    expect(len(things) == len(set(things)), f"{what} stand twice")
    return things


def feeds(site):
    """The entries of both feeds, which must tell the same."""
    atom = feedparser.parse((site / "feed.xml").read_bytes())
    expect(not atom.bozo, f"feed.xml: {atom.get('bozo_exception')}")
    expect(atom.version == "atom10", f"feed.xml is {atom.version}")
    feed = json.loads((site / "feed.json").read_text())
    expect(feed["version"] == "https://jsonfeed.org/version/1.1", "feed.json names its version")
    ids = unique((entry.id for entry in atom.entries), "ids in feed.xml")
    expect(ids == [item["id"] for item in feed["items"]], "both feeds have the same entries in one order")
    for entry, item in zip(atom.entries, feed["items"]):
        expect(instant(entry.updated) == instant(item["date_published"]), f"{entry.id}: one date in both feeds")
        expect(entry.title and (entry.get("summary") or entry.get("content")), f"{entry.id} says something")
        expect(entry.link.startswith(BASE), f"{entry.id} leads to the site")
    instant(atom.feed.updated)
    return {entry.id: entry.title for entry in atom.entries}


def events(site):
    """The events of the calendar by their UIDs."""
    calendar = icalendar.Calendar.from_ical((site / "calendar.ics").read_bytes())
    found = {}
    for event in calendar.walk("VEVENT"):
        expect(not event.errors, f"{event.get('UID')}: {event.errors}")
        unique([*found, str(event["UID"])], "UIDs")
        expect("DTSTAMP" in event and "DTSTART" in event, f"{event['UID']} has its times")
        found[str(event["UID"])] = event
    expect(found, "the calendar has events")
    return found


def references(site):
    """How many references each file has: the same in all."""
    bibtex = bibtexparser.parse_string((site / "cite.bib").read_text())
    expect(not bibtex.failed_blocks, f"cite.bib: {bibtex.failed_blocks[:1]}")
    ris = rispy.loads((site / "cite.ris").read_text())
    csl = json.loads((site / "cite.json").read_text())
    unique((item["id"] for item in csl), "ids in cite.json")
    expect(len(bibtex.entries) == len(ris) == len(csl) > 0, "all files have the same references")
    expect([entry.fields_dict["title"].value for entry in bibtex.entries], "references have titles")
    return len(csl)


def offline(address, _options):
    """schema.org's context, as far as the site needs it: every name is one of schema.org's."""
    expect(urlsplit(address).netloc == "schema.org", f"a context of {address}")
    context = {"@context": {"@vocab": "https://schema.org/"}}
    return {"contextUrl": None, "documentUrl": address, "document": context}


def linked_data(site):
    """Everything that JSON-LD tells stands once in full, and is what others take it for."""
    jsonld.set_document_loader(offline)
    types, named = {}, []

    def gather(node, page, top):
        for value in node if isinstance(node, list) else [node]:
            if not isinstance(value, dict):
                continue
            if "@id" in value:
                expect(value["@id"].startswith(BASE), f"{page}: {value['@id']} is no whole address")
                named.append((page, value["@id"], value.get("@type"), top))
            for key, inner in value.items():
                if not key.startswith("@") or key == "@graph":
                    gather(inner, page, key == "@graph")

    blocks = 0
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text(), re.S):
            blocks += 1
            expanded = jsonld.expand(json.loads(block))
            expect(expanded, f"{page}: nothing is left when its JSON-LD is expanded")
            gather(expanded, page, True)
    for page, name, is_a, top in named:
        if top and is_a:
            expect(name not in types, f"{page}: {name} stands in full twice")
            types[name] = is_a
    for page, name, is_a, _ in named:
        expect(name in types, f"{page}: {name} stands in full nowhere")
        expect(is_a is None or is_a == types[name], f"{page}: {name} is a {is_a} here, and a {types[name]} there")
    return blocks


def site_map(site):
    """Every address of the site map is a file, and every page that may be found is in it."""
    tree = ElementTree.parse(site / "sitemap.xml").getroot()
    expect(tree.tag == f"{SITEMAP}urlset", "sitemap.xml is a site map")
    addresses = unique((it.text for it in tree.iter(f"{SITEMAP}loc")), "addresses in sitemap.xml")
    files = set()
    for address in addresses:
        expect(address.startswith(BASE), f"{address} is no page of the site")
        file = address.removeprefix(BASE) or "index.html"
        expect((site / file).is_file(), f"{address} names no file")
        files.add(file)
    for path in site.rglob("*.html"):
        page, text = path.relative_to(site).as_posix(), path.read_text()
        hidden = 'content="noindex"' in text or 'http-equiv="refresh"' in text or page.startswith("v/")
        expect(hidden or page in files, f"{page} is not in the site map")
        head = html.unescape(text.split("</head>")[0])
        expect(hidden or f'<link rel="canonical" href="{BASE}' in head, f"{page} says its address")
    return len(addresses)


def replace(path, old, new):
    text = path.read_text()
    expect(old in text, f"{path.name} has `{old.strip()}`")
    path.write_text(text.replace(old, new, 1))


def main(program, source):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(source / "content", root / "content")
        settings = re.sub(r"(?m)^base_url: .*$", f"base_url: {BASE}", (source / "dateline.yaml").read_text())
        (root / "dateline.yaml").write_text(settings)

        def published(now):
            command = [program, "publish", "--root", root, "--now", now]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            expect(done.returncode == 0, f"publish: {done.stderr}")
            return root / "published" / "current"

        def built(name, now):
            command = [program, "build", "--root", root, "--now", now, "--output", root / name]
            subprocess.run(command, capture_output=True, check=True)
            return root / name

        site = published(FIRST)
        first, calendar = feeds(site), events(site)
        counts = [references(site), linked_data(site), site_map(site)]
        one, other = built("one", FIRST), built("other", SECOND)
        for name in ("calendar.ics", "feed.xml", "feed.json", "cite.bib"):
            expect((one / name).read_bytes() == (other / name).read_bytes(), f"{name} is the same on another day")

        events_folder = root / "content" / "events"
        replace(events_folder / "osce-meeting.md", "when: 2022-01-13", "when: 2022-01-14")
        replace(events_folder / "nato-russia-meeting.md", "status: scheduled", "status: cancelled")
        (root / "content" / "corrections.yaml").write_text(
            "- {date: 2022-01-06, page: osce-meeting, was: 13 January, now: 14 January, why: It was put off.}\n"
        )
        site = published(SECOND)
        second, moved = feeds(site), events(site)
        expect(set(first) < set(second), "what a feed has told keeps its id, and something is added")
        expect(all(second[it] == title for it, title in first.items()), "and its words")
        expect(sum("#c-" in it for it in second) == 1, "a correction is one entry")
        expect(set(calendar) == set(moved), "events keep their UIDs")
        for uid, event in moved.items():
            before = calendar[uid]
            changed = uid.startswith(("osce-meeting@", "nato-russia-meeting@"))
            expect(event["SEQUENCE"] == before["SEQUENCE"] + changed, f"{uid} counts its changes")
            expect((event["DTSTAMP"].dt == before["DTSTAMP"].dt) != changed, f"{uid} says when it changed")
            if uid.startswith("osce-meeting@"):
                expect(event["DTSTART"].dt == datetime.date(2022, 1, 14), "a moved event has its new day")
            if uid.startswith("nato-russia-meeting@"):
                expect(event["STATUS"] == "CANCELLED", "a cancelled event says so")
        print(
            f"read: {len(second)} entries of feeds, {len(moved)} events, {counts[0]} references, "
            f"{counts[1]} blocks of JSON-LD, {counts[2]} addresses"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
