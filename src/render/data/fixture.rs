//! A small briefing that uses every field there is, for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::briefing::{
    Backlink, Briefing, Entity, Linked, PageId, Quotation, Standing, Target, Verdict, Way,
};
use crate::model::document::{Document, Matter, Noted, Reviewed, Shared};
use crate::model::entity::{
    Account, Actor, ActorKind, Archive, Attribution, Captured, Category, Claim, ClaimStatus,
    Correction, Event, EventPlace, Front, Image, Participant, Publish, Relation, Role, Section,
    Source, SourceKind, Status,
};
use crate::model::id::{EntityId, Kind, ReferenceId, Slug};
use crate::model::place::{Span, Spanned, TextFile};
use crate::model::prose::{Citation, NameHole, Prose, Quoted, Translation};
use crate::model::settings::Settings;
use crate::model::when::{Bounds, Date, Detail, Shape, When};

/// Numbers of the things, in the order of the briefing.
pub(crate) const CALL: EntityId = EntityId(0);
const BIDEN: EntityId = EntityId(1);
const KREMLIN: EntityId = EntityId(2);
const PHONE: EntityId = EntityId(3);
const SUMMIT: EntityId = EntityId(4);
const REPORT: EntityId = EntityId(5);
const LETTER: EntityId = EntityId(6);

const WITHHELD: Target = Target::Withheld;

/// The briefing: one section, two actors, two events, two sources.
pub(crate) fn briefing() -> Briefing {
    let front = linked(
        "content/briefing.md",
        "briefing",
        Matter::Front(Box::new(front())),
        &[Target::Entity(BIDEN)],
    );
    let entities = vec![section(), biden(), kremlin(), phone(), summit(), report(), letter()];
    let ids = entities.iter().enumerate();
    let ids = ids.map(|(n, e)| (e.id().clone(), EntityId(u32::try_from(n).unwrap())));
    let ids = Arc::new(ids.collect());
    Briefing {
        settings: Arc::new(Settings { language: "en".into(), ..Settings::default() }),
        front,
        ids,
        quotations: Arc::new(vec![
            quotation("0011223344", PHONE, 0, "=we \"warned\" them", KREMLIN, LETTER),
            quotation("aabbccddee", CALL, 0, "deeply, concerned", BIDEN, REPORT),
            Quotation {
                speaker: None,
                source: None,
                ..quotation("ffffffffff", CALL, 1, "so", CALL, CALL)
            },
        ]),
        corrections: Arc::new(vec![Correction {
            date: spanned(day(2022, 1, 3)),
            page: spanned(slug("call")),
            was: "Tuesday".into(),
            now: "Thursday".into(),
            why: "a slip".into(),
        }]),
        redirects: Arc::new(BTreeMap::from([(slug("the-call"), CALL)])),
        entities: entities.into_iter().map(Arc::new).collect(),
    }
}

/// A day.
pub(crate) fn day(year: i32, month: u8, day: u8) -> When {
    let detail = Detail::Day(month, day);
    let date = Date { year, detail, approximate: false, uncertain: false };
    When::new(&format!("{year}-{month:02}-{day:02}"), Shape::Date(date))
}

fn front() -> Front {
    let named = Prose {
        plain: " “called” back.\n".into(),
        names: vec![NameHole { at: 0, reference: ReferenceId(0) }],
        ..Prose::default()
    };
    Front {
        title: "The call".into(),
        summary: "They spoke.".into(),
        as_of: day(2021, 12, 31),
        authors: vec!["A. Writer".into()],
        key_points: vec![named],
        unknowns: vec![Prose { plain: "Much.".into(), ..Prose::default() }],
        updated: Some(day(2022, 1, 2)),
    }
}

fn section() -> Entity {
    let account = |source| told(1, source, Prose::default());
    let matter = Section {
        order: Some(2),
        title: "The call".into(),
        summary: Some("What was said.".into()),
        event: Some(ReferenceId(0)),
        accounts: vec![account(2), account(3)],
        claims: vec![claim(1, 2, ClaimStatus::Stated, [&[], &[]])],
    };
    // The second account's source is withheld, so that account goes with it.
    let [phone, biden, report] = [PHONE, BIDEN, REPORT].map(Target::Entity);
    let targets = [phone, biden, report, WITHHELD];
    let matter = Matter::Section(Box::new(matter));
    let mut page = linked("content/sections/02-call.md", "call", matter, &targets);
    let quoted = |words: std::ops::Range<usize>, topic: Option<&str>, citation| Quoted {
        words: Span::new(words.clone()),
        span: Span::new(words),
        sentence: Span::new(0..20),
        citation,
        speaker: None,
        topic: topic.map(Into::into),
        translation: None,
        block: false,
    };
    let body = Prose {
        plain: "He is deeply, concerned and so on.".into(),
        citations: vec![Citation {
            source: ReferenceId(2),
            locator: Some("para. 4".into()),
            span: Span::default(),
        }],
        quotations: vec![quoted(6..23, Some("arms"), Some(0)), quoted(28..30, None, None)],
        ..Prose::default()
    };
    Arc::get_mut(&mut page.document).unwrap().body = body;
    entity(page, Kind::Section, None, Vec::new())
}

fn biden() -> Entity {
    let role = |title: &str, from, to, organisation: Option<(&str, u32)>| Role {
        title: title.into(),
        organisation: organisation.map(|(words, n)| (words.into(), ReferenceId(n))),
        from,
        to,
        source: Some(ReferenceId(2)),
    };
    let relation = |with, source| Relation {
        with: ReferenceId(with),
        kind: "counterpart of".into(),
        from: Some(day(2021, 1, 20)),
        to: Some(day(2025, 1, 20)),
        source: ReferenceId(source),
    };
    let matter = Actor {
        name: "Joe Biden".into(),
        kind: ActorKind::Person,
        short_name: Some("Biden".into()),
        sort_name: Some("Biden, Joe".into()),
        aliases: vec![spanned("Joseph Biden".into())],
        weak_aliases: vec!["the president".into()],
        roles: vec![
            role("President", Some(day(2021, 1, 20)), Some(day(2025, 1, 20)), Some(("kremlin", 0))),
            role("Senator", None, None, Some(("the Senate", 1))),
            role("Guest", None, Some(day(1990, 1, 1)), Some(("zzsecret", 3))),
        ],
        relations: vec![relation(0, 2), relation(0, 3), relation(3, 2)],
        represents: Some(ReferenceId(0)),
        wikidata: Some("Q6279".into()),
        image: Some(Image {
            file: spanned("images/biden.jpg".into()),
            alt: "A man".into(),
            credit: "X".into(),
        }),
        summary: Some("President of the United States.".into()),
    };
    let targets = [Target::Entity(KREMLIN), Target::Words, Target::Entity(REPORT), WITHHELD];
    let matter = Matter::Actor(Box::new(matter));
    let page = linked("content/actors/joe-biden.md", "joe-biden", matter, &targets);
    let in_front = Standing::Sentence { prose: 0, span: Span::new(0..19) };
    let backlinks = vec![
        Backlink { way: Way::TookPart, from: PageId::Entity(PHONE), standing: Standing::Field },
        Backlink { way: Way::Mentioned, from: PageId::Front, standing: in_front },
    ];
    entity(page, Kind::Actor, None, backlinks)
}

fn kremlin() -> Entity {
    let matter = Actor {
        name: "Kremlin".into(),
        kind: ActorKind::Office,
        short_name: None,
        sort_name: None,
        aliases: Vec::new(),
        weak_aliases: Vec::new(),
        roles: Vec::new(),
        relations: Vec::new(),
        represents: Some(ReferenceId(0)),
        wikidata: None,
        image: None,
        summary: None,
    };
    let matter = Matter::Actor(Box::new(matter));
    let page = linked("content/actors/kremlin.md", "kremlin", matter, &[WITHHELD]);
    entity(page, Kind::Actor, None, Vec::new())
}

fn told(by: u32, source: u32, text: Prose) -> Account {
    Account { by: ReferenceId(by), source: ReferenceId(source), text }
}

fn claim(by: u32, source: u32, status: ClaimStatus, sources: [&[u32]; 2]) -> Claim {
    let [supporting, against] =
        sources.map(|all| all.iter().map(|source| ReferenceId(*source)).collect());
    let text = Prose { plain: "It rang twice.\n".into(), ..Prose::default() };
    Claim { told: told(by, source, text), status: spanned(status), supporting, against }
}

fn phone() -> Entity {
    let text = Prose {
        plain: "It said we warned them.".into(),
        quotations: vec![Quoted {
            words: Span::new(8..17),
            span: Span::new(6..10),
            sentence: Span::new(0..23),
            citation: None,
            speaker: None,
            topic: None,
            translation: Some(Translation {
                translator: "Jo Desk".into(),
                original: "Wir haben gewarnt".into(),
                span: Span::default(),
            }),
            block: false,
        }],
        ..Prose::default()
    };
    let participant = |actor, role: Option<&str>| Participant {
        actor: ReferenceId(actor),
        role: role.map(Into::into),
    };
    let matter = Event {
        title: "Phone call".into(),
        when: spanned(day(2021, 12, 30)),
        status: Status::Occurred,
        summary: Some("-50 minutes.".into()),
        short_name: Some("the call".into()),
        place: Some(EventPlace { name: "by phone".into(), country: Some("US".into()) }),
        participants: vec![
            participant(0, Some("caller")),
            participant(1, None),
            participant(3, None),
        ],
        sources: vec![ReferenceId(2), ReferenceId(3)],
        follows: Some(ReferenceId(4)),
        part_of: Some(ReferenceId(4)),
        category: Some(Category::Consult),
        mode: Some("phone".into()),
        accounts: vec![told(1, 2, text)],
        claims: vec![
            // Of what speaks against it, one source is withheld.
            claim(0, 2, ClaimStatus::Disputed, [&[2], &[2, 3]]),
            claim(0, 3, ClaimStatus::Stated, [&[], &[]]),
        ],
    };
    let [biden, kremlin] = [Target::Entity(BIDEN), Target::Entity(KREMLIN)];
    let targets = [biden, kremlin, Target::Entity(LETTER), WITHHELD, Target::Entity(SUMMIT)];
    let matter = Matter::Event(Box::new(matter));
    let page = linked("content/events/phone.md", "phone", matter, &targets);
    let bounds = Bounds { lower: 1_640_840_400, upper: 1_640_926_799 };
    entity(page, Kind::Event, Some(bounds), Vec::new())
}

fn summit() -> Entity {
    let matter = Event {
        title: "Summit".into(),
        when: spanned(day(2021, 6, 16)),
        status: Status::Reported,
        summary: None,
        short_name: None,
        place: None,
        participants: Vec::new(),
        sources: Vec::new(),
        follows: None,
        part_of: None,
        category: Some(Category::Agree),
        mode: None,
        accounts: Vec::new(),
        claims: Vec::new(),
    };
    let page =
        linked("content/events/summit.md", "summit", Matter::Event(Box::new(matter)), &[WITHHELD]);
    entity(page, Kind::Event, Some(Bounds { lower: 0, upper: i64::MAX }), Vec::new())
}

fn report() -> Entity {
    let matter = Source {
        title: "Agency report".into(),
        kind: SourceKind::WireReport,
        by: Some(ReferenceId(0)),
        attribution: Attribution::Named,
        described_as: None,
        event: Some(ReferenceId(1)),
        publisher: Some("Agency".into()),
        published: Some(day(2021, 12, 31)),
        url: Some("https://example.org/report".into()),
        accessed: Some(day(2022, 1, 1)),
        language: Some("en".into()),
        via: Some(ReferenceId(2)),
        archive: Some(Archive {
            text: Some(spanned("private.txt".into())),
            retrieved: Some(day(2022, 1, 1)),
            url: Some("https://example.org/kept".into()),
            sha256: Some("00ff".into()),
            gone: Some(day(2022, 3, 1)),
            captured: Some(Captured::Typed),
            licence: Some("CC BY 4.0".into()),
            publish: Some(Spanned { value: Publish::Excerpt, span: Span::default() }),
        }),
    };
    let targets = [Target::Entity(BIDEN), Target::Entity(PHONE), Target::Entity(LETTER)];
    let matter = Matter::Source(Box::new(matter));
    let page = linked("content/sources/report.md", "report", matter, &targets);
    entity(page, Kind::Source, None, Vec::new())
}

fn letter() -> Entity {
    let matter = Source {
        title: "Letter".into(),
        kind: SourceKind::Letter,
        by: Some(ReferenceId(0)),
        attribution: Attribution::UnnamedOfficial,
        described_as: Some("a senior official".into()),
        event: Some(ReferenceId(1)),
        publisher: None,
        published: Some(day(2021, 12, 1)),
        url: None,
        accessed: None,
        language: Some("de".into()),
        via: None,
        archive: None,
    };
    let targets = [Target::Entity(KREMLIN), WITHHELD];
    let matter = Matter::Source(Box::new(matter));
    let page = linked("content/sources/letter.md", "letter", matter, &targets);
    entity(page, Kind::Source, None, Vec::new())
}

fn quotation(
    id: &str,
    page: EntityId,
    index: u32,
    text: &str,
    speaker: EntityId,
    source: EntityId,
) -> Quotation {
    Quotation {
        id: id.into(),
        page: PageId::Entity(page),
        prose: if page == CALL { 3 } else { 0 },
        index,
        text: text.into(),
        speaker: Some(speaker),
        source: Some(source),
        verdict: Verdict::Unarchived,
        checked: None,
    }
}

fn entity(page: Linked, kind: Kind, bounds: Option<Bounds>, backlinks: Vec<Backlink>) -> Entity {
    Entity {
        page,
        kind,
        bounds,
        backlinks,
        events: Vec::new(),
        quotations: Vec::new(),
        found_here: Vec::new(),
    }
}

fn linked(path: &str, id: &str, matter: Matter, targets: &[Target]) -> Linked {
    let hash = Some("abcd".into());
    let reviewed = Reviewed { by: "B. Checker".into(), date: day(2022, 1, 2), hash };
    let document = Document {
        file: TextFile::new(path, "---\nx: 1\n---\nHe is deeply, concerned and so on.\n"),
        id: slug(id),
        matter,
        body: Prose::default(),
        references: Vec::new(),
        shared: Shared {
            former_ids: vec![spanned(slug(&format!("old-{id}")))],
            reviewed: Some(reviewed),
            ..Shared::default()
        },
        noted: Noted::default(),
    };
    Linked { document: Arc::new(document), targets: targets.into(), first_quotation: 0 }
}

fn slug(id: &str) -> Slug {
    Slug::new(id).unwrap()
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned { value, span: Span::default() }
}
