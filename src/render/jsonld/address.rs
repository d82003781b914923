//! What things are called in JSON-LD: addresses that are the same on every page.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::model::briefing::PageId;
use crate::model::document::Matter;
use crate::model::id::EntityId;
use crate::render::jsonld::{actor, source};
use crate::render::routes;
use crate::render::stock::Stock;

/// The fragment of what a page is about.
const IT: &str = "#it";

/// What schema.org calls the front page and the sections.
pub const ARTICLE: &str = "BackgroundNewsArticle";
/// What it calls an event.
pub const EVENT: &str = "Event";

/// What a page sees of the site.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// What all pages share.
    pub stock: &'a Stock,
    /// What stands before paths: the site's address, or the way up to its root.
    before: &'a str,
    is_absolute: bool,
}

impl<'a> Seen<'a> {
    /// From a page with that way up to the site's root.
    #[must_use]
    pub fn new(stock: &'a Stock, root: &'a str) -> Self {
        let base = stock.briefing.settings.base_url.as_deref();
        Seen { stock, before: base.unwrap_or(root), is_absolute: base.is_some() }
    }

    /// What the page at a path is about.
    #[must_use]
    pub fn at(self, path: &'a str) -> Address<'a> {
        // The front page is known by the address of the site.
        let path = if self.is_absolute && path == routes::FRONT { "" } else { path };
        Address { before: self.before, path, mark: IT, id: "" }
    }

    /// What a page of the briefing is about.
    #[must_use]
    pub fn it(self, page: PageId) -> Address<'a> {
        self.at(self.stock.cards.of(page).path())
    }

    /// The page itself, where its full address is known.
    #[must_use]
    pub fn url(self, path: &'a str) -> Option<Address<'a>> {
        self.is_absolute.then(|| Address { mark: "", ..self.at(path) })
    }

    /// A file of the site.
    #[must_use]
    pub fn file(self, path: &'a str) -> Address<'a> {
        Address { mark: "", ..self.at(path) }
    }

    /// A quotation on its page.
    #[must_use]
    pub fn quotation(self, page: PageId, id: &'a str) -> Address<'a> {
        Address { mark: "#q-", id, ..self.it(page) }
    }

    /// Who publishes the site.
    #[must_use]
    pub fn publisher(self) -> Address<'a> {
        Address { mark: "#publisher", ..self.at(routes::FRONT) }
    }

    /// A page of the briefing, by kind, address and name.
    #[must_use]
    pub fn named(self, page: PageId) -> Named<'a> {
        let document = &self.stock.briefing.page(page).document;
        let is = match &document.matter {
            Matter::Front(_) | Matter::Section(_) => Types::One(ARTICLE),
            Matter::Actor(actor) => actor::types(actor.kind),
            Matter::Event(_) => Types::One(EVENT),
            Matter::Source(source) => Types::One(source::schema_type(source.kind)),
        };
        Named { is, address: self.it(page), name: document.name() }
    }

    /// A thing, by kind, address and name.
    #[must_use]
    pub fn thing(self, id: EntityId) -> Named<'a> {
        self.named(PageId::Entity(id))
    }

    /// Several things by their addresses alone.
    #[must_use]
    pub fn links(self, ids: impl IntoIterator<Item = EntityId>) -> Vec<Link<'a>> {
        ids.into_iter().map(|id| Link { address: self.it(PageId::Entity(id)) }).collect()
    }

    /// Several things, by kind, address and name.
    #[must_use]
    pub fn things(self, ids: impl IntoIterator<Item = EntityId>) -> Vec<Named<'a>> {
        ids.into_iter().map(|id| self.thing(id)).collect()
    }
}

/// An address, put together when it is written.
#[derive(Clone, Copy)]
pub struct Address<'a> {
    before: &'a str,
    path: &'a str,
    mark: &'static str,
    id: &'a str,
}

impl Serialize for Address<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // One text is escaped in one go: a tenth of what four pieces through a formatter cost.
        serializer.serialize_str(&[self.before, self.path, self.mark, self.id].concat())
    }
}

/// What schema.org calls something: one name, or two that hold both.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Types {
    /// One name.
    One(&'static str),
    /// Two.
    Both([&'static str; 2]),
}

/// A thing that stands in full elsewhere.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    is: Types,
    address: Address<'a>,
    name: &'a str,
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("@type", &self.is)?;
        map.serialize_entry("@id", &self.address)?;
        let is_article = matches!(self.is, Types::One(ARTICLE));
        map.serialize_entry(if is_article { "headline" } else { "name" }, self.name)?;
        map.end()
    }
}

/// The same by its address alone: where its name is told beside it or is that of the site, or where
/// there are many.
#[derive(Clone, Copy, Serialize)]
pub struct Link<'a> {
    /// Its address.
    #[serde(rename = "@id")]
    pub address: Address<'a>,
}

/// Something without a page: its kind and its name.
#[derive(Clone, Copy, Serialize)]
pub struct Called<'a> {
    /// What it is.
    #[serde(rename = "@type")]
    pub is: &'static str,
    /// What it is called.
    pub name: &'a str,
}

/// Something with or without a page.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Somebody<'a> {
    /// With one.
    Known(Named<'a>),
    /// Without.
    Called(Called<'a>),
}
