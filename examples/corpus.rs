//! Writes an invented briefing of any size, for measuring: `cargo run --release --example corpus --
//! --pages 10000 --seed 1 --out DIR`.
//!
//! The same arguments give the same files on every machine. Of N pages 40 % are sections, 30 % events,
//! 20 % sources and 10 % actors, with about 7.6 references a page. What is referred to follows Zipf's
//! law, so a few actors and sources are on thousands of pages, as in real coverage. Every form that
//! an author may write occurs, and `check` finds nothing wrong.
#![expect(clippy::disallowed_methods, reason = "an example is a program of its own, with effects")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let Some(order) = Order::from_arguments(env::args().skip(1)) else {
        complain("usage: corpus --pages N [--seed S] --out DIR");
        return ExitCode::from(2);
    };
    match write(&order) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("cannot write below {}: {error}", order.out.display()));
            ExitCode::from(2)
        }
    }
}

#[expect(clippy::print_stderr, reason = "the only place that speaks")]
fn complain(text: &str) {
    eprintln!("{text}");
}

/// What is asked for.
struct Order {
    pages: usize,
    seed: u64,
    out: PathBuf,
}

impl Order {
    fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Option<Order> {
        let mut order = Order { pages: 0, seed: 1, out: PathBuf::new() };
        while let Some(name) = arguments.next() {
            let value = arguments.next()?;
            match name.as_str() {
                "--pages" => order.pages = value.parse().ok()?,
                "--seed" => order.seed = value.parse().ok()?,
                "--out" => order.out = value.into(),
                _ => return None,
            }
        }
        (order.pages >= 20 && order.out.as_os_str() != "").then_some(order)
    }
}

fn write(order: &Order) -> io::Result<()> {
    let cast = Cast::of(order.pages);
    let content = order.out.join("content");
    for kind in ["sections", "events", "sources", "actors"] {
        fs::create_dir_all(content.join(kind))?;
    }
    fs::write(order.out.join("dateline.yaml"), SETTINGS)?;
    fs::write(content.join("briefing.md"), cast.front(order))?;
    fs::write(content.join("corrections.yaml"), cast.corrections())?;
    let page = |n: usize, salt: u64| Page::new(&cast, order.seed, (n as u64) << 2 | salt);
    let all = |kind: &str,
               list: &[Name],
               name: &dyn Fn(usize) -> String,
               text: &dyn Fn(usize) -> String| {
        (0..list.len()).try_for_each(|n| put(&content.join(kind), &name(n), text(n)))
    };
    all("sections", &cast.sections, &|n| format!("{:06}-{}", n + 1, cast.sections[n].id), &|n| {
        page(n, 0).section(n)
    })?;
    all("events", &cast.events, &|n| cast.events[n].id.clone(), &|n| page(n, 1).event(n))?;
    all("sources", &cast.sources, &|n| cast.sources[n].id.clone(), &|n| page(n, 2).source(n))?;
    all("actors", &cast.actors, &|n| cast.actors[n].id.clone(), &|n| page(n, 3).actor(n))
}

fn put(folder: &Path, name: &str, text: String) -> io::Result<()> {
    fs::write(folder.join(format!("{name}.md")), text)
}

const SETTINGS: &str = "\
title: The Varn waters
language: en
base_url: https://example.org/varn/
time_zones: [America/New_York, Europe/Moscow]
";

/// A thing's id and name.
struct Name {
    id: String,
    name: String,
}

/// Everything that has a page.
struct Cast {
    sections: Vec<Name>,
    events: Vec<Name>,
    sources: Vec<Name>,
    actors: Vec<Name>,
    often: Often,
}

/// How often things of each kind are referred to.
struct Often {
    sections: Zipf,
    events: Zipf,
    sources: Zipf,
    actors: Zipf,
}

impl Cast {
    fn of(pages: usize) -> Cast {
        let sections = pages * 4 / 10;
        let events = pages * 3 / 10;
        let sources = pages * 2 / 10;
        let actors = pages - sections - events - sources;
        let named = |count: usize, name: &dyn Fn(usize) -> String| -> Vec<Name> {
            (0..count)
                .map(|n| {
                    let name = name(n);
                    let id = name.to_lowercase().replace(' ', "-");
                    Name { id: format!("{id}-{}", n + 1), name }
                })
                .collect()
        };
        let of = |list: &[&'static str], n: usize| list[n % list.len()];
        Cast {
            sections: named(sections, &|n| {
                format!("The {} and the {}", of(THINGS, n * 5 + 1), of(THINGS, n / 7 + n * 3))
            }),
            events: named(events, &|n| {
                format!("{} in {}", capital(of(MEETINGS, n * 3)), of(PLACES, n / 5 + n))
            }),
            sources: named(sources, &|n| {
                format!("{} on the {}", capital(of(PAPERS, n)), of(THINGS, n * 7 + n / 11))
            }),
            actors: named(actors, &|n| {
                format!("{} {}", of(FIRST, n), of(LAST, n / FIRST.len() + n * 3))
            }),
            often: Often {
                sections: Zipf::of(sections),
                events: Zipf::of(events),
                sources: Zipf::of(sources),
                actors: Zipf::of(actors),
            },
        }
    }

    fn front(&self, order: &Order) -> String {
        let (actor, event, source) = (&self.actors[0].id, &self.events[0].id, &self.sources[0].id);
        format!(
            "---\ntitle: Who governs the Varn\nsummary: An invented briefing of {} pages, seed {}.\n\
             as_of: 2023-12-31\nauthors: [Nobody at all]\nkey_points:\n  - >-\n    [[{actor}]] opened the \
             talks.\n  - The gauges are disputed [@{source}].\nunknowns:\n  - Who pays for the \
             weir.\n---\n\nThe talks on the Varn go on after [[{event}]].\n",
            order.pages, order.seed
        )
    }

    fn corrections(&self) -> String {
        let mut text = String::new();
        for (n, section) in self.sections.iter().take(12).enumerate() {
            let (day, id) = (n + 1, &section.id);
            let _ = write!(
                text,
                "- date: 2023-12-{day:02}\n  page: {id}\n  was: The gauge stood at {day} metres.\n  now: \
                 It stood at {} metres.\n  why: A misread table.\n",
                day + 1
            );
        }
        text
    }
}

/// A page while it is written. Its chances are its own, so that pages do not depend on one another.
struct Page<'a> {
    cast: &'a Cast,
    dice: Dice,
    text: String,
}

impl<'a> Page<'a> {
    fn new(cast: &'a Cast, seed: u64, number: u64) -> Self {
        let mut dice =
            Dice(seed.wrapping_mul(0x9e37_79b9) ^ number.wrapping_mul(0xd134_2543_de82_ef95));
        dice.roll();
        Page { cast, dice, text: String::from("---\n") }
    }

    fn section(mut self, n: usize) -> String {
        let summary = self.sentence();
        self.line(&format!("title: \"{}\"", self.cast.sections[n].name));
        self.line(&format!("summary: \"{summary}\""));
        if self.dice.one_in(4) {
            let event = self.event_id();
            self.line(&format!("event: {event}"));
        }
        self.line("---\n");
        self.paragraph(&[Link::Actor, Link::Source]);
        self.paragraph(&[Link::Quotation, Link::Actor]);
        let heading = format!("## The {} of the {}\n", self.word(THINGS), self.word(THINGS));
        self.line(&heading);
        self.paragraph(&[Link::Event, Link::Actor]);
        match self.dice.below(4) {
            0 => self.block_quotation(),
            1 => self.table(),
            _ => self.list(),
        }
        self.paragraph(&[Link::Source, Link::Actor]);
        self.paragraph(&[]);
        self.paragraph(&[Link::Actor]);
        self.text
    }

    fn event(mut self, n: usize) -> String {
        self.line(&format!("title: \"{}\"", self.cast.events[n].name));
        let (when, status) = self.when();
        self.line(&format!("when: {when}\nstatus: {status}"));
        let place = self.word(PLACES);
        self.line(&format!("place:\n  name: \"{place}\""));
        self.line("participants:");
        for actor in self.different(3, |page| page.actor_id()) {
            let role = self.word(OFFICES);
            self.line(&format!("  - actor: {actor}\n    as: {role}"));
        }
        self.line("sources:");
        for source in self.different(2, |page| page.source_id()) {
            self.line(&format!("  - {source}"));
        }
        if n > 0 && self.dice.one_in(8) {
            let before = self.dice.below(n);
            self.line(&format!("follows: {}", self.cast.events[before].id));
        }
        if self.dice.one_in(3) {
            self.line("category: CONSULT\nmode: visit");
        }
        if self.dice.one_in(20) {
            let (actor, source, sentence) = (self.actor_id(), self.source_id(), self.sentence());
            let account =
                format!("  - by: {actor}\n    source: {source}\n    text: >-\n      {sentence}");
            self.line(&format!("accounts:\n{account}"));
        }
        self.line("---\n");
        self.paragraph(&[Link::Actor]);
        self.paragraph(&[Link::Source]);
        self.text
    }

    fn source(mut self, n: usize) -> String {
        self.line(&format!("title: \"{}\"", self.cast.sources[n].name));
        let kind = self.word(&["report", "statement", "letter", "interview", "article", "readout"]);
        let (actor, day) = (self.actor_id(), self.day());
        self.line(&format!("kind: {kind}\nby: {actor}\npublished: {day}"));
        let line =
            format!("publisher: \"{} Gazette\"\nurl: https://example.org/a/{n}", self.word(PLACES));
        self.line(&line);
        if self.dice.one_in(2) {
            let event = self.event_id();
            self.line(&format!("event: {event}"));
        }
        if n > 0 && self.dice.one_in(3) {
            let via = self.dice.below(n);
            self.line(&format!("via: {}", self.cast.sources[via].id));
        }
        self.line("---\n");
        self.paragraph(&[Link::Actor, Link::Section]);
        self.text
    }

    fn actor(mut self, n: usize) -> String {
        let name = &self.cast.actors[n].name;
        let last = name.rsplit(' ').next().unwrap_or(name);
        self.line(&format!("name: \"{name} {}\"", n + 1));
        self.line(&format!("short_name: \"{last} {}\"\nkind: person", n + 1));
        self.line(&format!("aliases:\n  - \"{} {last} {}\"", self.cast.alias_title(n), n + 1));
        let (office, source) = (self.word(OFFICES), self.source_id());
        self.line(&format!(
            "roles:\n  - title: \"{office}\"\n    from: 2019-05\n    source: {source}"
        ));
        if n > 0 {
            let (other, source) = (self.dice.below(n), self.source_id());
            let other = &self.cast.actors[other].id;
            let kind = "counterpart of";
            self.line(&format!(
                "relations:\n  - with: {other}\n    kind: {kind}\n    source: {source}"
            ));
        }
        if self.dice.one_in(10) {
            self.line(&format!("former_ids: [earlier-{}]", self.cast.actors[n].id));
        }
        self.line("---\n");
        self.paragraph(&[Link::Event]);
        self.paragraph(&[Link::Actor]);
        self.text
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Four sentences, and the links in the first of them.
    fn paragraph(&mut self, links: &[Link]) {
        for n in 0..4 {
            let sentence = self.sentence();
            let stem = sentence.trim_end_matches('.');
            let link = links.get(n).map(|link| self.link(*link)).unwrap_or_default();
            let _ = write!(self.text, "{stem}{link}.{}", if n < 3 { " " } else { "\n\n" });
        }
    }

    fn link(&mut self, link: Link) -> String {
        match link {
            Link::Actor => {
                let n = self.cast.often.actors.pick(&mut self.dice);
                let actor = &self.cast.actors[n];
                match self.dice.below(4) {
                    0 => format!(", said [[{}|the {}]]", actor.id, self.word(OFFICES)),
                    1 => {
                        let last = actor.name.rsplit(' ').next().unwrap_or_default();
                        format!(", said [[{} {last} {}]]", self.cast.alias_title(n), n + 1)
                    }
                    _ => format!(", said [[{}]]", actor.id),
                }
            }
            Link::Event => format!(" after [[{}]]", self.event_id()),
            Link::Section => {
                let n = self.cast.often.sections.pick(&mut self.dice);
                format!(", as told in [[section:{}]]", self.cast.sections[n].id)
            }
            Link::Source => match self.dice.below(5) {
                0 => {
                    let two = self.different(2, |page| page.source_id());
                    format!(" [@{}]", two.join("; @"))
                }
                1 => format!(" [@{}, para. {}]", self.source_id(), self.dice.below(40) + 1),
                _ => format!(" [@{}]", self.source_id()),
            },
            Link::Quotation => {
                let words = self.quoted();
                let (source, actor) = (self.source_id(), self.actor_id());
                match self.dice.below(6) {
                    0 => format!(", “{words}” [{actor}@{source}]"),
                    1 => format!(", \"{words}\" [@{source}, #{}]", self.word(TOPICS)),
                    2 => format!(", «{words}» [@{source}, tr. Jo Desk: „{}“]", self.quoted()),
                    _ => format!(", “{words}” [@{source}]"),
                }
            }
        }
    }

    fn block_quotation(&mut self) {
        let (one, two, source) = (self.sentence(), self.sentence(), self.source_id());
        self.line(&format!("> {one} {two} [@{source}]\n"));
    }

    fn list(&mut self) {
        for n in 0..3 {
            let sentence = self.sentence();
            let link = if n == 1 { self.link(Link::Source) } else { String::new() };
            self.line(&format!("- {}{link}.", sentence.trim_end_matches('.')));
        }
        self.text.push('\n');
    }

    fn table(&mut self) {
        self.line("| who | what |\n| --- | --- |");
        for _ in 0..2 {
            let (actor, words) = (self.actor_id(), self.word(THINGS));
            let office = self.word(OFFICES);
            self.line(&format!("| [[{actor}\\|the {office}]] | the {words} |"));
        }
        self.text.push('\n');
    }

    /// A date of some precision, and what may be said of an event then.
    fn when(&mut self) -> (String, &'static str) {
        let day = self.day();
        let month = &day[..7];
        let clock = format!("{:02}:{:02}", 8 + self.dice.below(12), self.dice.below(60));
        match self.dice.below(20) {
            0 => (format!("{day}T{clock}[Europe/Moscow]"), "occurred"),
            1 => (format!("{day}T{clock}-05:00"), "occurred"),
            2 => (month.to_owned(), "occurred"),
            3 => (format!("{month}~"), "occurred"),
            4 => (format!("{day}?"), "reported"),
            5 => (format!("{month}/.."), "occurred"),
            6 => (format!("21{}", &day[2..]), "scheduled"),
            7 => (day, "postponed"),
            _ => (day, "occurred"),
        }
    }

    fn day(&mut self) -> String {
        let (year, month, day) = (self.dice.below(3), self.dice.below(12), self.dice.below(28));
        format!("{}-{:02}-{:02}", 2021 + year, month + 1, day + 1)
    }

    fn different(&mut self, count: usize, mut one: impl FnMut(&mut Self) -> String) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut list = Vec::new();
        for _ in 0..count * 4 {
            let id = one(self);
            if list.len() < count && seen.insert(id.clone()) {
                list.push(id);
            }
        }
        list
    }

    fn actor_id(&mut self) -> String {
        self.cast.actors[self.cast.often.actors.pick(&mut self.dice)].id.clone()
    }

    fn event_id(&mut self) -> String {
        self.cast.events[self.cast.often.events.pick(&mut self.dice)].id.clone()
    }

    fn source_id(&mut self) -> String {
        self.cast.sources[self.cast.often.sources.pick(&mut self.dice)].id.clone()
    }

    fn sentence(&mut self) -> String {
        let mut text = capital(self.word(&["the", "a", "every", "no", "this", "another"]));
        let _ = write!(text, " {} {}", self.word(KINDS), self.word(THINGS));
        let _ =
            write!(text, " {} the {} {}", self.word(DEEDS), self.word(KINDS), self.word(THINGS));
        let _ = write!(text, " {} the {}", self.word(JOINTS), self.word(THINGS));
        if self.dice.one_in(2) {
            let _ = write!(
                text,
                " of {} {} the {}",
                self.word(PLACES),
                self.word(JOINTS),
                self.word(THINGS)
            );
        }
        text.push('.');
        text
    }

    fn quoted(&mut self) -> String {
        format!("the {} {} the {}", self.word(THINGS), self.word(DEEDS), self.word(THINGS))
    }

    fn word(&mut self, list: &[&'static str]) -> &'static str {
        list[self.dice.below(list.len())]
    }
}

impl Cast {
    /// What comes before a last name in an actor's alias.
    fn alias_title(&self, n: usize) -> &'static str {
        ["Mayor", "Warden", "Doctor", "Captain"][n % 4]
    }
}

#[derive(Clone, Copy)]
enum Link {
    Actor,
    Event,
    Section,
    Source,
    Quotation,
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// SplitMix64: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        ((u128::from(self.roll()) * count as u128) >> 64) as usize
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// Numbers below a bound, the k-th most frequent with a chance of 1/k.
struct Zipf {
    /// Sums of chances, in whole numbers, so that no rounding differs between machines.
    sums: Vec<u64>,
    /// Spreads the frequent ones over the whole range.
    step: usize,
}

impl Zipf {
    fn of(count: usize) -> Zipf {
        let mut sum = 0;
        let sums = (1..=count as u64).map(|k| {
            sum += (1 << 40) / k;
            sum
        });
        let sums: Vec<u64> = sums.collect();
        let step = (count * 5 / 8..).find(|step| greatest_common_divisor(*step, count) == 1);
        Zipf { sums, step: step.unwrap_or(1) }
    }

    fn pick(&self, dice: &mut Dice) -> usize {
        let whole = self.sums.last().copied().unwrap_or(1);
        let at = dice.roll() % whole;
        let rank = self.sums.partition_point(|sum| *sum <= at);
        (rank * self.step + 3) % self.sums.len()
    }
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

const FIRST: &[&str] = &[
    "Anwen", "Bela", "Cosmin", "Dilara", "Edda", "Fenno", "Gesine", "Hedda", "Ivo", "Jorid",
    "Kestrel", "Ludo", "Mirela", "Noor", "Ottilie", "Piet", "Quinn", "Runa", "Sefa", "Tove",
    "Ulla", "Vesna", "Wim", "Xenia", "Yara", "Zeno",
];

const LAST: &[&str] = &[
    "Aldermoor",
    "Brackwell",
    "Castellan",
    "Dunmarsh",
    "Eskdale",
    "Farrow",
    "Glasswright",
    "Holmgard",
    "Inverley",
    "Jarrowby",
    "Kettering",
    "Lockwood",
    "Millrace",
    "Northover",
    "Osterby",
    "Pellworm",
    "Quillfeather",
    "Rookhope",
    "Sandvoort",
    "Tidewell",
    "Underhay",
    "Varnholt",
    "Weirman",
    "Yewdale",
    "Zandstra",
];

const PLACES: &[&str] = &[
    "Varnmouth",
    "Upper Sluice",
    "Ottersby",
    "Kelmarsh",
    "Three Weirs",
    "Saltholm",
    "Dry Ferry",
    "Brinewick",
    "Alderford",
    "Long Reach",
    "Peatmoor",
    "Millbank",
    "Stonebridge",
    "Low Quay",
];

const MEETINGS: &[&str] = &[
    "hearing",
    "walkout",
    "inspection",
    "signing",
    "vigil",
    "audit",
    "regatta",
    "strike",
    "ballot",
    "breakfast",
    "flood drill",
    "round table",
    "site visit",
    "handover",
    "briefing",
];

const PAPERS: &[&str] = &[
    "minutes",
    "memo",
    "almanac",
    "survey",
    "broadside",
    "circular",
    "dossier",
    "gazetteer",
    "logbook",
    "pamphlet",
    "petition",
    "prospectus",
    "rebuttal",
    "transcript",
    "white paper",
    "yearbook",
];

const OFFICES: &[&str] = &[
    "harbour master",
    "bailiff",
    "gauge reader",
    "lock keeper",
    "reeve",
    "dyke warden",
    "surveyor",
    "pilot",
    "almoner",
    "clerk of works",
    "ferry steward",
    "commissioner",
];

const TOPICS: &[&str] = &["tolls", "gauges", "salt", "fish", "dredging", "flood-wall"];

const KINDS: &[&str] = &[
    "brackish",
    "upstream",
    "seasonal",
    "dredged",
    "tidal",
    "leaky",
    "abandoned",
    "municipal",
    "silted",
    "joint",
    "costly",
    "temporary",
    "contested",
    "wooden",
    "narrow",
    "unpaid",
    "northern",
    "measured",
];

const THINGS: &[&str] = &[
    "weir",
    "sluice",
    "towpath",
    "levee",
    "gauge",
    "culvert",
    "mill",
    "orchard",
    "ferry",
    "eel pass",
    "reservoir",
    "toll",
    "ledger",
    "bridge",
    "estuary",
    "quay",
    "pump",
    "canal",
    "lock",
    "wharf",
    "meadow",
    "dredger",
    "salt pan",
    "barge",
    "jetty",
    "cistern",
    "aquifer",
    "delta",
    "breakwater",
    "lighthouse",
    "fishery",
    "spillway",
    "granary",
    "ford",
    "headland",
    "marsh",
    "pontoon",
    "rampart",
];

const DEEDS: &[&str] = &[
    "outlived",
    "drained",
    "crossed",
    "replaced",
    "undercut",
    "financed",
    "flooded",
    "guarded",
    "measured",
    "delayed",
    "narrowed",
    "fed",
    "spared",
    "divided",
    "reached",
    "overtopped",
];

const JOINTS: &[&str] =
    &["beside", "below", "without", "despite", "beyond", "before", "after", "near"];
