//! What there is to tell a host.

use crate::model::briefing::Briefing;
use crate::model::site::{HostFile, Output, What};
use crate::release::content_type;
use crate::release::manifest::Class;
use crate::render::hosts::policy::Policy;
use crate::render::hosts::{apache, netlify};
use crate::render::routes;

/// A site, as a host is told of it.
pub struct Hosted<'a> {
    briefing: &'a Briefing,
    outputs: &'a [Output],
    /// What its pages may do and tell.
    pub policy: Policy,
}

/// A file of it.
#[derive(Clone, Copy, Debug)]
pub struct Served<'a> {
    /// Its path in the site.
    pub path: &'a str,
    /// Its media type.
    pub media_type: &'static str,
    /// How long it may be kept.
    pub class: Class,
}

impl Served<'_> {
    /// Whether it is a page.
    #[must_use]
    pub fn is_page(&self) -> bool {
        self.path.ends_with(".html")
    }

    /// The header `Cache-Control`.
    #[must_use]
    pub fn cache(&self) -> &'static str {
        self.class.cache_control()
    }
}

/// How long what may change is kept.
#[must_use]
pub fn short() -> &'static str {
    Class::Page.cache_control()
}

/// How long what never changes is kept.
#[must_use]
pub fn long() -> &'static str {
    Class::Immutable.cache_control()
}

impl<'a> Hosted<'a> {
    /// A site with its outputs.
    #[must_use]
    pub fn new(briefing: &'a Briefing, outputs: &'a [Output], policy: Policy) -> Self {
        Hosted { briefing, outputs, policy }
    }

    /// A file that a host reads.
    #[must_use]
    pub fn file(&self, file: HostFile) -> String {
        match file {
            HostFile::Headers => netlify::headers(self),
            HostFile::Redirects => netlify::redirects(self),
            HostFile::Htaccess => apache::htaccess(self),
        }
    }

    /// All files that readers are to get.
    pub fn served(&self) -> impl Iterator<Item = Served<'a>> {
        let outputs = self.outputs.iter().filter(|it| !matches!(it.what, What::Host(_)));
        outputs.map(|output| Served {
            path: &output.path,
            media_type: content_type::of(&output.path),
            class: Class::of(&output.path, &output.what),
        })
    }

    /// Former addresses, and those that took their place: paths in the site.
    pub fn redirects(&self) -> impl Iterator<Item = (&'a str, String)> {
        self.outputs.iter().filter_map(|output| {
            let What::Redirect(former, moved) = &output.what else { return None };
            let id = self.briefing.redirects.get(former)?;
            Some((&*output.path, routes::moved_to(&self.briefing[*id], *moved)))
        })
    }

    /// The site's address.
    #[must_use]
    pub fn address(&self) -> Option<&'a str> {
        self.briefing.settings.base_url.as_deref()
    }

    /// The path of the site's address; none where that is not known.
    #[must_use]
    pub fn folder(&self) -> Option<&'a str> {
        self.address().map(routes::path_of_address)
    }

    /// Headers that every answer has.
    pub fn of_all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let referrer = self.policy.referrer.as_deref().map(|it| ("Referrer-Policy", it));
        [("X-Content-Type-Options", "nosniff")].into_iter().chain(referrer)
    }

    /// Endings of names, with their media types, in order.
    #[must_use]
    pub fn endings(&self) -> Vec<(&'a str, &'static str)> {
        let ending = |it: Served<'a>| {
            let name = it.path.rsplit('/').next()?;
            Some((name.rsplit_once('.')?.1, it.media_type))
        };
        let known = |(ending, _): &(&str, &str)| ending.chars().all(|c| c.is_ascii_alphanumeric());
        let mut all: Vec<_> = self.served().filter_map(ending).filter(known).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// The header that says what pages may do.
pub const POLICY: &str = "Content-Security-Policy";
