//! Which template an output is made with.

use crate::model::briefing::Briefing;
use crate::model::id::Kind;
use crate::model::site::What;

/// The template that an output is made with; none where no template makes it.
#[must_use]
pub fn of(what: &What, briefing: &Briefing) -> Option<&'static str> {
    Some(match what {
        What::Front => "briefing.html",
        What::Entity(id) => match briefing[*id].kind {
            Kind::Section => "section.html",
            Kind::Actor => "actor.html",
            Kind::Event => "event.html",
            Kind::Source => "source.html",
        },
        What::Mentions(..) => "mentions.html",
        What::List(..) => "list.html",
        What::Timeline | What::TimelineYear(..) | What::TimelineActor(..) => "timeline.html",
        What::Quotes(_) => "quotes.html",
        What::Evidence => "evidence.html",
        What::Corrections => "corrections.html",
        What::Positions => "positions.html",
        What::Relations(_) => "relations.html",
        What::Versions => "versions.html",
        What::Print => "print.html",
        What::Search => "search.html",
        What::NotFound => "404.html",
        What::Redirect(..) => "redirect.html",
        What::Sitemap(_) => "sitemap.xml",
        What::Robots => "robots.txt",
        What::Feed => "feed.xml",
        What::BriefingJson
        | What::EvidenceJson
        | What::AnnotationsJson
        | What::QuotesCsv
        | What::EventsCsv
        | What::Calendar
        | What::FeedJson
        | What::References(_)
        | What::Host(_)
        | What::SearchIndex(_)
        | What::Cards(_)
        | What::Manifest
        | What::SocialCard
        | What::Asset(_) => return None,
    })
}
