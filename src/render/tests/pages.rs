//! What stands on the pages of each kind.

use std::sync::Arc;

use crate::model::briefing::{Backlink, PageId, Standing, Way};
use crate::model::id::Kind;
use crate::model::place::Span;
use crate::model::site::{Moved, What};
use crate::render::tests::fixture::{
    self, BIDEN, CALL, KREMLIN, MEETING, PHONE_CALL, READOUT, REPORT,
};
use crate::render::tests::{assert_in_order, attributes, between, make, page, renderer};

#[test]
fn the_front_page_has_its_parts_in_order() {
    let html = page(&What::Front);
    assert_in_order(
        &html,
        &[
            "As of",
            "<h1>The call</h1>",
            "Two presidents spoke",
            "Key points",
            "Who and when",
            "Joe Biden",
            "The telephone call",
            "What is not known",
            "What was said in private.",
            "About this briefing",
            "31 December 2021",
            "The call itself",
            "<h3 id=\"the-call-the-line\">",
            "It was frank.",
            "<h2 id=\"s_notes\">Sources</h2>",
        ],
    );
}

#[test]
fn where_there_are_many_sections_the_front_page_shows_their_summaries() {
    let mut briefing = fixture::briefing();
    briefing.entities.splice(
        0..0,
        (0..12)
            .map(|n| {
                let mut section = briefing[CALL].clone();
                let mut document = (*section.page.document).clone();
                document.id = fixture::slug(&format!("part-{n}"));
                section.page.document = document.into();
                section.page.targets = section
                    .page
                    .targets
                    .iter()
                    .map(|_| crate::model::briefing::Target::Withheld)
                    .collect();
                Arc::new(section)
            })
            .collect::<Vec<_>>(),
    );
    let html = make(&renderer(briefing), &What::Front).unwrap();
    assert!(html.contains("How it went."));
    assert!(!html.contains("The line"), "no section stands in full");
}

#[test]
fn citations_are_numbered_by_first_use_and_lead_to_their_notes_and_back() {
    let html = page(&What::Entity(CALL));
    assert_in_order(
        &html,
        &[
            "id=\"cite_1\" href=\"#note_1\">[1]</a>",
            "id=\"cite_2\" href=\"#note_2\">[2]</a>",
            "id=\"cite_2_2\" href=\"#note_2\">[2]</a>",
            "id=\"cite_2_3\"",
            "<li id=\"note_1\"><a href=\"../sources/readout.html\">The other side’s readout</a>",
            ", para. 4.",
            "href=\"#cite_1\"",
            "<li id=\"note_2\"><a href=\"../sources/report.html\">What an agency reported</a>, a senior official, An agency, ",
            "<time datetime=\"2021-12-30\">30 December 2021</time>.",
            "href=\"https://example.org/report?a=1&amp;b=2\"",
            "href=\"#cite_2\"",
            "href=\"#cite_2_2\"",
        ],
    );
}

#[test]
fn a_withheld_link_keeps_its_words_and_a_missing_one_is_marked() {
    let html = page(&What::Entity(CALL));
    assert!(html.contains(" met somebody and "));
    assert!(html.contains("<span class=\"missing\">as written</span>"));
}

#[test]
fn a_translated_quotation_shows_the_original_in_its_language() {
    let html = page(&What::Entity(CALL));
    assert!(html.contains(
        "<span class=\"quote\" id=\"q-bbbbbbbbbb\" lang=\"en\">“We warned them”</span> <span class=\"original\">\
         (translated by Jo Desk; Original: <i lang=\"ru\">Мы предупредили</i>)</span>"
    ), "{html}");
}

#[test]
fn names_and_words_of_content_are_escaped_everywhere() {
    let renderer = renderer(fixture::briefing());
    for (path, html) in crate::render::tests::html_pages(&renderer) {
        for raw in ["<its>", "<moment>"] {
            assert!(!html.contains(raw), "{path}: {raw}");
        }
    }
    let html = make(&renderer, &What::Entity(KREMLIN)).unwrap();
    assert!(html.contains("<h1>The Kremlin &amp; &lt;its&gt; “circle”</h1>"));
}

#[test]
fn an_actors_page_says_who_it_is_what_it_said_and_where_it_took_part() {
    let html = page(&What::Entity(BIDEN));
    assert_in_order(
        &html,
        &[
            "<h1>Joe Biden</h1>",
            "President of the United States when the call was made",
            "<dd>President of the United States, White House, <span class=\"when\">since 2021</span><a class=\"cite\"",
            "Joseph R. Biden",
            "href=\"https://www.wikidata.org/wiki/Q6279\"",
            "<td>counterpart of</td><td><a href=\"../actors/kremlin.html\">",
            "In their words",
            "a grave &lt;moment&gt;",
            "not checked",
            "Events",
            "The telephone call",
            "scheduled",
            "The meeting in Geneva",
            "href=\"../timeline/joe-biden.html\">2 events as a timeline",
            "Where it is mentioned",
        ],
    );
    assert!(!html.to_lowercase().contains("upcoming"));
}

#[test]
fn backlinks_stand_by_way_with_the_sentence_and_names_filled_in() {
    let html = page(&What::Entity(BIDEN));
    let backlinks = between(&html, "Where it is mentioned", "</section>");
    assert_in_order(
        backlinks,
        &[
            "Took part in <span class=\"count\">1</span>",
            "../events/phone-call.html\">The telephone call</a>",
            "Mentioned in <span class=\"count\">1</span>",
            "../sections/the-call.html\">The call itself</a>",
            "<blockquote>Biden met somebody",
            "</blockquote>",
        ],
    );
}

#[test]
fn mentions_beyond_a_hundred_of_a_way_stand_on_further_pages() {
    let mut briefing = fixture::briefing();
    let sentence = Standing::Sentence { prose: 2, span: Span::new(9..26) };
    let mention = Backlink { way: Way::Mentioned, from: PageId::Entity(CALL), standing: sentence };
    let field = Backlink {
        way: Way::TookPart,
        from: PageId::Entity(PHONE_CALL),
        standing: Standing::Field,
    };
    let backlinks = &mut briefing.entity_mut(BIDEN).unwrap().backlinks;
    *backlinks = vec![field];
    backlinks.extend([mention; 250]);
    let renderer = renderer(briefing);
    let first = make(&renderer, &What::Entity(BIDEN)).unwrap();
    assert_eq!(first.matches("<blockquote>Biden met").count(), 100);
    assert!(first.contains("Mentioned in <span class=\"count\">250</span>"));
    assert!(first.contains("../actors/joe-biden/mentions-2.html\">All 251 mentions"));
    let second = make(&renderer, &What::Mentions(BIDEN, 2)).unwrap();
    assert_eq!(second.matches("<blockquote>Biden met").count(), 100);
    assert!(!second.contains("Took part in"), "the first page has all of these");
    let third = make(&renderer, &What::Mentions(BIDEN, 3)).unwrap();
    assert_eq!(third.matches("<blockquote>Biden met").count(), 50);
    assert_in_order(
        &third,
        &["rel=\"prev\"", "../../actors/joe-biden/mentions-2.html", "page 3 of 3"],
    );
    assert!(!third.contains("rel=\"next\""));
}

#[test]
fn an_events_page_shows_the_accounts_side_by_side_and_the_events_around_it() {
    let html = page(&What::Entity(PHONE_CALL));
    assert_in_order(
        &html,
        &[
            "<time datetime=\"2021-12-30\">30 December 2021</time>",
            "Took place",
            "Washington, US",
            "<a href=\"../actors/joe-biden.html\">Biden</a>, President of the United States",
            ", the other side",
            "Followed by",
            "../events/meeting.html",
            "Who says so",
            "How each side tells it",
            "Biden",
            "It was frank.",
            "The Kremlin",
            "It was businesslike.",
        ],
    );
    let html = page(&What::Entity(MEETING));
    assert_in_order(&html, &["Scheduled, as of this briefing", "Comes after", "the call"]);
}

#[test]
fn a_sources_page_says_whose_words_they_are_and_what_is_held() {
    let html = page(&What::Entity(REPORT));
    assert_in_order(
        &html,
        &[
            "News agency report",
            "a senior official, for <a href=\"../actors/joe-biden.html\">Biden</a>",
            "An agency",
            "30 December 2021",
            "rel=\"noopener noreferrer external\">https://example.org/report?a=1&amp;b=2</a>",
            "What is quoted from it",
            "a grave &lt;moment&gt;",
        ],
    );
    let html = page(&What::Entity(READOUT));
    assert!(html.contains(&"0123456789abcdef".repeat(4)));
    assert!(html.contains("<blockquote lang=\"en\">We warned them</blockquote>"));
}

#[test]
fn quotations_have_anchors_of_their_own_and_lead_to_where_they_stand() {
    let html = page(&What::Quotes(1));
    assert!(attributes(&html, "id").contains(&"q-aaaaaaaaaa"));
    assert!(html.contains("<a href=\"index.html#q-aaaaaaaaaa\">in Briefing</a>"));
    assert!(
        html.contains("<a href=\"sections/the-call.html#q-bbbbbbbbbb\">in The call itself</a>")
    );
}

#[test]
fn many_quotations_stand_on_several_pages() {
    let mut briefing = fixture::briefing();
    let one = briefing.quotations[0].clone();
    briefing.quotations = Arc::new(vec![one; 700]);
    let renderer = renderer(briefing);
    for (part, count) in [(1, 300), (2, 300), (3, 100)] {
        let html = make(&renderer, &What::Quotes(part)).unwrap();
        assert_eq!(html.matches("<li id=\"q-").count(), count);
        assert!(html.contains("700 quotations"));
    }
}

#[test]
fn the_report_counts_every_verdict() {
    let html = page(&What::Evidence);
    assert_in_order(
        &html,
        &["2 quotations", "exact", "not checked</span>", "<td class=\"number\">2</td>"],
    );
}

#[test]
fn a_timeline_is_in_order_and_one_actors_holds_only_theirs() {
    let html = page(&What::Timeline);
    assert_in_order(
        &html,
        &["<h2>2021</h2>", "id=\"phone-call\"", "<h2>2022</h2>", "id=\"meeting\""],
    );
    assert!(page(&What::TimelineActor(BIDEN, 1)).contains("id=\"phone-call\""));
    let renderer = renderer(fixture::briefing());
    assert!(renderer.outputs().iter().all(|output| output.what != What::TimelineActor(KREMLIN, 1)));
}

#[test]
fn lists_are_grouped_and_count_mentions() {
    let html = page(&What::List(Kind::Actor, 1));
    assert_in_order(
        &html,
        &["2 actors", "<h2>People</h2>", "Joe Biden", "2 mentions", "<h2>Offices</h2>"],
    );
}

#[test]
fn corrections_say_what_was_wrong_and_lead_to_the_page() {
    let html = page(&What::Corrections);
    assert_in_order(
        &html,
        &[
            "2 January 2022",
            "index.html",
            "<del>An hour.</del>",
            "<ins>Fifty minutes.</ins>",
            "Misheard.",
        ],
    );
}

#[test]
fn a_former_id_leads_to_the_page_of_today() {
    let html = page(&What::Redirect(fixture::slug("joseph-biden"), Moved::Page));
    assert!(html.contains("content=\"0; url=../actors/joe-biden.html\""));
    assert!(
        html.contains(
            "rel=\"canonical\" href=\"https://example.org/briefing/actors/joe-biden.html\""
        )
    );
    assert!(html.contains("<a href=\"../actors/joe-biden.html\">Joe Biden</a>"));
}

#[test]
fn the_page_that_is_not_there_works_at_any_depth() {
    let html = page(&What::NotFound);
    assert!(
        attributes(&html, "href").iter().all(|href| {
            href.starts_with("/briefing/") || href.starts_with("https://") || href.starts_with('#')
        }),
        "{html}"
    );
}

#[test]
fn the_sitemap_names_each_page_once_and_no_redirect() {
    let xml = page(&What::Sitemap(0));
    assert_eq!(xml.matches("<loc>https://example.org/briefing/</loc>").count(), 1);
    assert_eq!(xml.matches("/actors/joe-biden.html</loc>").count(), 1);
    assert!(!xml.contains("joseph-biden") && !xml.contains("404"));
    assert!(page(&What::Robots).contains("Sitemap: https://example.org/briefing/sitemap.xml"));
}
