//! A small linked briefing, made by hand, for tests of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::briefing::{
    Backlink, Briefing, Entity, Linked, PageId, Quotation, Standing, Target, Verdict, Way,
};
use crate::model::document::{Document, Expected, Form, Matter, Noted, Reference, Shared};
use crate::model::entity::{
    Account, Actor, ActorKind, Archive, Attribution, Claim, ClaimStatus, Correction, Event,
    EventPlace, Front, Image, Participant, Relation, Role, Section, Source, SourceKind, Status,
};
use crate::model::id::{EntityId, Kind, ReferenceId, Slug};
use crate::model::place::{Span, Spanned, TextFile};
use crate::model::prose::{Citation, Filling, Hole, Mention, NameHole, Prose, Quoted, Translation};
use crate::model::settings::{Policies, Publisher, Settings};
use crate::model::when::When;
use crate::zone::{Zone, bounds};

/// The section.
pub(crate) const CALL: EntityId = EntityId(0);
/// An actor.
pub(crate) const BIDEN: EntityId = EntityId(1);
/// Another, whose name holds marks that HTML needs escaped.
pub(crate) const KREMLIN: EntityId = EntityId(2);
/// An event that occurred.
pub(crate) const PHONE_CALL: EntityId = EntityId(3);
/// A scheduled event that follows it.
pub(crate) const MEETING: EntityId = EntityId(4);
/// A source in the language of the site.
pub(crate) const REPORT: EntityId = EntityId(5);
/// A source in another language, known through the report.
pub(crate) const READOUT: EntityId = EntityId(6);

pub(crate) fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

pub(crate) fn when(text: &str) -> When {
    crate::parse::when::when(text).unwrap()
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned { value, span: Span::default() }
}

/// References of a document, gathered while its matter and prose are made.
#[derive(Default)]
struct References(Vec<Reference>, Vec<Target>);

impl References {
    fn to(&mut self, target: Target) -> ReferenceId {
        self.0.push(Reference {
            span: Span::default(),
            spelled: Some("as written".into()),
            expected: Expected::Anything,
            fragment: None,
            form: Form::BareLink,
        });
        self.1.push(target);
        ReferenceId(u32::try_from(self.0.len() - 1).unwrap())
    }

    fn entity(&mut self, id: EntityId) -> ReferenceId {
        self.to(Target::Entity(id))
    }
}

/// A piece of a text.
enum Piece<'a> {
    Html(&'a str),
    /// A heading of the second level, and its id.
    Heading(&'a str, &'a str),
    Name(ReferenceId),
    Link(ReferenceId, &'a str),
    Cite(ReferenceId, Option<&'a str>),
    Quote(&'a str),
    /// Quoted words, who translated them, and the original.
    Translated(&'a str, &'a str, &'a str),
}

/// A text of pieces; each quotation is tied to the next citation.
fn prose(pieces: &[Piece<'_>]) -> Prose {
    let mut prose = Prose::default();
    let (mut html, mut plain) = (String::new(), String::new());
    let at = |html: &str| u32::try_from(html.len()).unwrap();
    for piece in pieces {
        let mut hole = |html: &str, filling| prose.holes.push(Hole { at: at(html), filling });
        match piece {
            Piece::Html(text) => {
                html.push_str(text);
                let mut inside = false;
                plain.extend(text.chars().filter(|c| {
                    inside = (inside || *c == '<') && *c != '>';
                    !inside && *c != '>'
                }));
            }
            Piece::Heading(words, id) => {
                html.push_str("<h");
                hole(&html, Filling::Level(2));
                html.push_str(" id=\"");
                prose.holes.push(Hole { at: at(&html), filling: Filling::IdPrefix });
                html.push_str(&format!("{id}\">{words}</h"));
                prose.holes.push(Hole { at: at(&html), filling: Filling::Level(2) });
                html.push_str(">\n");
                plain.push_str(&format!("{words}\n"));
            }
            Piece::Name(reference) => {
                hole(&html, Filling::Name(*reference));
                prose.names.push(NameHole { at: at(&plain), reference: *reference });
                prose.mentions.push(Mention { reference: *reference, sentence: Span::default() });
            }
            Piece::Link(reference, words) => {
                hole(&html, Filling::LinkStart(*reference));
                html.push_str(words);
                plain.push_str(words);
                prose.holes.push(Hole { at: at(&html), filling: Filling::LinkEnd(*reference) });
            }
            Piece::Cite(source, locator) => {
                let number = u32::try_from(prose.citations.len()).unwrap();
                hole(&html, Filling::Citation(number));
                prose.citations.push(Citation {
                    source: *source,
                    locator: locator.map(Into::into),
                    span: Span::default(),
                });
            }
            Piece::Quote(words) | Piece::Translated(words, ..) => {
                let number = u32::try_from(prose.quotations.len()).unwrap();
                hole(&html, Filling::QuotationStart(number));
                let start = plain.len() + '“'.len_utf8();
                html.push('“');
                crate::render::escape::push(&mut html, words);
                html.push('”');
                plain.push_str(&format!("“{words}”"));
                prose.holes.push(Hole { at: at(&html), filling: Filling::QuotationEnd(number) });
                let translation = match piece {
                    Piece::Translated(_, translator, original) => Some(Translation {
                        translator: (*translator).into(),
                        original: (*original).into(),
                        span: Span::default(),
                    }),
                    Piece::Html(_)
                    | Piece::Heading(..)
                    | Piece::Name(_)
                    | Piece::Link(..)
                    | Piece::Cite(..)
                    | Piece::Quote(_) => None,
                };
                prose.quotations.push(Quoted {
                    words: Span::new(start..start + words.len()),
                    span: Span::default(),
                    sentence: Span::default(),
                    citation: Some(u32::try_from(prose.citations.len()).unwrap()),
                    speaker: None,
                    topic: Some("new-talks".into()),
                    translation,
                    block: false,
                });
            }
        }
    }
    prose.words = u32::try_from(plain.split_whitespace().count()).unwrap();
    (prose.html, prose.plain) = (html.into(), plain.into());
    prose
}

fn paragraph(text: &str) -> Prose {
    prose(&[Piece::Html(&format!("<p>{text}</p>\n"))])
}

fn linked(id: &str, matter: Matter, body: Prose, references: References) -> Linked {
    let path = match matter.kind() {
        None => "content/briefing.md".to_owned(),
        Some(kind) => format!("content/{}/{id}.md", kind.folder()),
    };
    let document = Document {
        file: TextFile::new(path, ""),
        id: slug(id),
        matter,
        body,
        references: references.0,
        shared: Shared::default(),
        noted: Noted::default(),
    };
    Linked { document: Arc::new(document), targets: references.1.into(), first_quotation: 0 }
}

fn entity(kind: Kind, page: Linked) -> Entity {
    Entity {
        page,
        kind,
        bounds: None,
        backlinks: vec![],
        events: vec![],
        quotations: vec![],
        found_here: vec![],
    }
}

fn actor(name: &str, kind: ActorKind) -> Actor {
    Actor {
        name: name.into(),
        kind,
        short_name: None,
        sort_name: None,
        aliases: vec![],
        weak_aliases: vec![],
        roles: vec![],
        relations: vec![],
        represents: None,
        wikidata: None,
        image: None,
        summary: None,
    }
}

fn event(title: &str, date: &str, status: Status) -> Event {
    Event {
        title: title.into(),
        when: spanned(when(date)),
        status,
        summary: None,
        short_name: None,
        place: None,
        participants: vec![],
        sources: vec![],
        follows: None,
        part_of: None,
        category: None,
        mode: None,
        accounts: vec![],
        claims: vec![],
    }
}

fn claim(
    by: ReferenceId,
    source: ReferenceId,
    status: ClaimStatus,
    [supporting, against]: [ReferenceId; 2],
) -> Claim {
    Claim {
        told: Account { by, source, text: paragraph("It was long.") },
        status: spanned(status),
        supporting: vec![supporting],
        against: vec![against],
    }
}

fn source(title: &str, kind: SourceKind) -> Source {
    Source {
        title: title.into(),
        kind,
        by: None,
        attribution: Attribution::Named,
        described_as: None,
        event: None,
        publisher: None,
        published: None,
        url: None,
        accessed: None,
        language: None,
        via: None,
        archive: None,
    }
}

fn front() -> Linked {
    let mut references = References::default();
    let (call, report, biden) =
        (references.entity(PHONE_CALL), references.entity(REPORT), references.entity(BIDEN));
    let point = prose(&[
        Piece::Html("<p>"),
        Piece::Name(biden),
        Piece::Html(" called "),
        Piece::Quote("a grave <moment>"),
        Piece::Html(" "),
        Piece::Cite(report, None),
        Piece::Html(".</p>\n"),
    ]);
    let matter = Front {
        title: "The call".into(),
        summary: "Two presidents spoke by telephone for fifty minutes and agreed on nothing but more talks.".into(),
        as_of: when("2021-12-31"),
        authors: vec!["Ann Author".into()],
        key_points: vec![point],
        unknowns: vec![paragraph("What was said in private.")],
        updated: None,
    };
    let body =
        prose(&[Piece::Html("<p>It was "), Piece::Link(call, "a call"), Piece::Html(".</p>\n")]);
    linked("briefing", Matter::Front(Box::new(matter)), body, references)
}

fn section() -> Entity {
    let mut references = References::default();
    let (event, biden, gone, missing) = (
        references.entity(PHONE_CALL),
        references.entity(BIDEN),
        references.to(Target::Withheld),
        references.to(Target::Missing),
    );
    let (readout, report) = (references.entity(READOUT), references.entity(REPORT));
    let body = prose(&[
        Piece::Heading("The line", "the-line"),
        Piece::Html("<p>"),
        Piece::Name(biden),
        Piece::Html(" met "),
        Piece::Link(gone, "somebody"),
        Piece::Html(" and "),
        Piece::Name(missing),
        Piece::Html(". "),
        Piece::Translated("We warned them", "Jo Desk", "Мы предупредили"),
        Piece::Html(" "),
        Piece::Cite(readout, Some("para. 4")),
        Piece::Html(", it said "),
        Piece::Cite(report, None),
        Piece::Html(" and again "),
        Piece::Cite(report, None),
        Piece::Html(".</p>\n"),
    ]);
    let matter = Section {
        order: Some(1),
        title: "The call itself".into(),
        summary: Some("How it went.".into()),
        event: Some(event),
        accounts: vec![Account { by: biden, source: report, text: paragraph("It was frank.") }],
        claims: vec![claim(biden, report, ClaimStatus::Disputed, [readout, readout])],
    };
    let page = linked("the-call", Matter::Section(Box::new(matter)), body, references);
    entity(Kind::Section, page)
}

fn biden() -> Entity {
    let mut references = References::default();
    let (report, kremlin) = (references.entity(REPORT), references.entity(KREMLIN));
    let mut matter = actor("Joe Biden", ActorKind::Person);
    matter.short_name = Some("Biden".into());
    matter.aliases = vec![spanned("Joseph R. Biden".into())];
    matter.summary = Some(
        "President of the United States when the call was made, and long before a senator.".into(),
    );
    matter.roles = vec![Role {
        title: "President of the United States".into(),
        organisation: Some(("White House".into(), references.to(Target::Words))),
        from: Some(when("2021")),
        to: None,
        source: Some(report),
    }];
    matter.relations = vec![Relation {
        with: kremlin,
        kind: "counterpart of".into(),
        from: None,
        to: None,
        source: report,
    }];
    matter.wikidata = Some("Q6279".into());
    matter.image = Some(Image {
        file: spanned("portraits/biden.jpg".into()),
        alt: "Joe Biden at a desk".into(),
        credit: "A photographer".into(),
    });
    let page =
        linked("joe-biden", Matter::Actor(Box::new(matter)), paragraph("A note."), references);
    Entity { events: vec![PHONE_CALL, MEETING], quotations: vec![0], ..entity(Kind::Actor, page) }
}

fn phone_call() -> Entity {
    let mut references = References::default();
    let (biden, kremlin) = (references.entity(BIDEN), references.entity(KREMLIN));
    let (report, readout) = (references.entity(REPORT), references.entity(READOUT));
    let mut matter = event("The telephone call", "2021-12-30", Status::Occurred);
    matter.short_name = Some("the call".into());
    matter.summary = Some("Fifty minutes.".into());
    matter.place = Some(EventPlace { name: "Washington".into(), country: Some("US".into()) });
    matter.participants = vec![
        Participant { actor: biden, role: None },
        Participant { actor: kremlin, role: Some("the other side".into()) },
    ];
    matter.sources = vec![report];
    matter.accounts = vec![
        Account { by: biden, source: report, text: paragraph("It was frank.") },
        Account { by: kremlin, source: readout, text: paragraph("It was businesslike.") },
    ];
    matter.claims = vec![claim(kremlin, readout, ClaimStatus::Confirmed, [report, readout])];
    let bounds = Some(bounds(&matter.when.value, &Zone::utc()));
    let page = linked("phone-call", Matter::Event(Box::new(matter)), Prose::default(), references);
    Entity { bounds, ..entity(Kind::Event, page) }
}

fn meeting() -> Entity {
    let mut references = References::default();
    let mut matter = event("The meeting in Geneva", "2022-01-10", Status::Scheduled);
    matter.follows = Some(references.entity(PHONE_CALL));
    let bounds = Some(bounds(&matter.when.value, &Zone::utc()));
    let page = linked("meeting", Matter::Event(Box::new(matter)), Prose::default(), references);
    Entity { bounds, ..entity(Kind::Event, page) }
}

fn report() -> Entity {
    let mut references = References::default();
    let mut matter = source("What an agency reported", SourceKind::WireReport);
    matter.by = Some(references.entity(BIDEN));
    matter.attribution = Attribution::UnnamedOfficial;
    matter.described_as = Some("a senior official".into());
    matter.publisher = Some("An agency".into());
    matter.language = Some("en".into());
    matter.published = Some(when("2021-12-30"));
    matter.url = Some("https://example.org/report?a=1&b=2".into());
    let page = linked("report", Matter::Source(Box::new(matter)), Prose::default(), references);
    Entity { quotations: vec![0], found_here: vec![1], ..entity(Kind::Source, page) }
}

fn readout() -> Entity {
    let mut references = References::default();
    let mut matter = source("The other side’s readout", SourceKind::Readout);
    matter.by = Some(references.entity(KREMLIN));
    matter.language = Some("ru".into());
    matter.via = Some(references.entity(REPORT));
    matter.archive = Some(Archive {
        text: None,
        retrieved: None,
        url: None,
        sha256: Some("0123456789abcdef".repeat(4).into()),
        gone: None,
        captured: None,
        licence: None,
        publish: None,
    });
    let report = references.entity(REPORT);
    let body =
        prose(&[Piece::Html("<p>Read out"), Piece::Cite(report, None), Piece::Html(".</p>\n")]);
    let page = linked("readout", Matter::Source(Box::new(matter)), body, references);
    Entity { quotations: vec![1], ..entity(Kind::Source, page) }
}

fn mention(way: Way, from: PageId) -> Backlink {
    Backlink { way, from, standing: Standing::Field }
}

fn quotation(id: &str, page: PageId, text: &str, speaker: EntityId, source: EntityId) -> Quotation {
    Quotation {
        id: id.into(),
        page,
        prose: 0,
        index: 0,
        text: text.into(),
        speaker: Some(speaker),
        source: Some(source),
        verdict: Verdict::Unarchived,
        checked: None,
    }
}

/// The briefing.
pub(crate) fn briefing() -> Briefing {
    let kremlin = linked(
        "kremlin",
        Matter::Actor(Box::new(actor("The Kremlin & <its> “circle”", ActorKind::Office))),
        Prose::default(),
        References::default(),
    );
    let mut entities = vec![
        section(),
        biden(),
        entity(Kind::Actor, kremlin),
        phone_call(),
        meeting(),
        report(),
        readout(),
    ];
    // The quotation of the section stands in its body, after its one account and its one claim.
    entities[CALL.index()].page.first_quotation = 1;
    for entity in &mut entities[1..] {
        entity.page.first_quotation = 2;
    }
    let sentence = Standing::Sentence { prose: 2, span: Span::new(9..26) };
    entities[BIDEN.index()].backlinks = vec![
        mention(Way::TookPart, PageId::Entity(PHONE_CALL)),
        Backlink { way: Way::Mentioned, from: PageId::Entity(CALL), standing: sentence },
    ];
    entities[PHONE_CALL.index()].backlinks = vec![
        mention(Way::Mentioned, PageId::Front),
        mention(Way::Mentioned, PageId::Entity(MEETING)),
    ];
    let ids = entities
        .iter()
        .enumerate()
        .map(|(at, entity)| (entity.id().clone(), EntityId(u32::try_from(at).unwrap())));
    let ids = Arc::new(ids.collect());
    let quotations = vec![
        quotation("aaaaaaaaaa", PageId::Front, "a grave <moment>", BIDEN, REPORT),
        Quotation {
            prose: 2,
            ..quotation("bbbbbbbbbb", PageId::Entity(CALL), "We warned them", KREMLIN, READOUT)
        },
    ];
    let settings = Settings {
        title: "The call, explained".into(),
        language: "en".into(),
        base_url: Some("https://example.org/briefing/".into()),
        publisher: Some(Publisher {
            name: "A desk".into(),
            url: Some("https://example.org/".into()),
        }),
        policies: Policies {
            corrections: Some("https://example.org/corrections".into()),
            ..Policies::default()
        },
        ..Settings::default()
    };
    let correction = Correction {
        date: spanned(when("2022-01-02")),
        page: spanned(slug("briefing")),
        was: "An hour.".into(),
        now: "Fifty minutes.".into(),
        why: "Misheard.".into(),
    };
    Briefing {
        settings: Arc::new(settings),
        front: front(),
        entities: entities.into_iter().map(Arc::new).collect(),
        ids,
        quotations: Arc::new(quotations),
        corrections: Arc::new(vec![correction]),
        redirects: Arc::new(BTreeMap::from([(slug("joseph-biden"), BIDEN)])),
    }
}

/// The same with so much of everything that its lists stand on several pages.
pub(crate) fn large() -> Briefing {
    let mut large = briefing();
    large.quotations = Arc::new(vec![large.quotations[0].clone(); 700]);
    let ids = large.entities.iter().map(|entity| entity.id().clone()).collect::<Vec<_>>();
    let of = |id| Correction { page: spanned(id), ..large.corrections[0].clone() };
    let corrections: Vec<_> = ids.into_iter().map(of).collect();
    Arc::make_mut(&mut large.corrections).extend(corrections);
    let mention = mention(Way::Mentioned, PageId::Front);
    for entity in &mut large.entities {
        Arc::make_mut(entity).backlinks.push(mention);
    }
    large.entity_mut(BIDEN).unwrap().backlinks.extend([mention; 250]);
    let biden = &mut large.entity_mut(BIDEN).unwrap().page;
    let Matter::Actor(actor) = &mut Arc::make_mut(&mut biden.document).matter else { panic!() };
    actor.relations = vec![actor.relations[0].clone(); 1050];
    for n in 0..1050 {
        let mut event = large[MEETING].clone();
        let mut document = (*event.page.document).clone();
        document.id = slug(&format!("meeting-{n}"));
        event.page.document = document.into();
        large.entities.push(Arc::new(event));
    }
    large
}
