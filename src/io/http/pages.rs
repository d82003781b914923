//! The pages and files of the site.

use std::fs::{self, File};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Response, StatusCode};
use tokio::task;

use crate::hash;
use crate::io::http::answer::{self, Content};
use crate::io::http::cache::{Cache, Page};
use crate::io::http::events::Tabs;
use crate::io::http::insert;
use crate::io::http::preview::{Preview, Stands};
use crate::release::content_type;

/// Up to this size a file is sent from memory.
const SMALL: u64 = 1 << 20;
/// What is shown where nothing stands.
const MISSING: &str = "404.html";

/// The site, and what was shown of it.
pub struct Pages {
    /// The site.
    pub preview: Arc<dyn Preview>,
    /// Who hears of a mistake that shows only when a page is made.
    pub tabs: Arc<Tabs>,
    cache: Mutex<Cache>,
}

/// What was found at a path.
enum Found {
    Page(Arc<Page>),
    File(Content, String),
    Nothing,
}

impl Pages {
    /// Nothing shown yet.
    #[must_use]
    pub fn new(preview: Arc<dyn Preview>, tabs: Arc<Tabs>) -> Self {
        Pages { preview, tabs, cache: Mutex::default() }
    }

    /// The answer to a request for a path.
    pub async fn answer(
        self: Arc<Self>,
        method: &Method,
        headers: &HeaderMap,
        path: String,
    ) -> Response<Body> {
        let media_type = content_type::of(&path);
        let found = match self.kept(&path) {
            Some(page) => Found::Page(page),
            None => {
                let pages = Arc::clone(&self);
                // On a thread of its own: a page that takes long holds up no other.
                let made = task::spawn_blocking(move || pages.find(&path)).await;
                made.unwrap_or(Found::Nothing)
            }
        };
        match found {
            Found::Page(page) if page.found => {
                let content = Content::Bytes(page.bytes.clone());
                answer::to(method, headers, content, &page.tag, media_type)
            }
            Found::File(content, tag) => answer::to(method, headers, content, &tag, media_type),
            Found::Page(page) => {
                let content = Content::Bytes(page.bytes.clone());
                let html = content_type::of(MISSING);
                let mut answer = answer::to(method, &HeaderMap::new(), content, &page.tag, html);
                *answer.status_mut() = StatusCode::NOT_FOUND;
                answer
            }
            Found::Nothing => answer::sentence(StatusCode::NOT_FOUND, "nothing stands here"),
        }
    }

    /// A page that was shown already and is as it was.
    fn kept(&self, path: &str) -> Option<Arc<Page>> {
        let page = self.cache.lock().unwrap_or_else(PoisonError::into_inner).get(path)?;
        (page.generation == self.preview.generation()).then_some(page)
    }

    fn find(&self, path: &str) -> Found {
        // Asked for first: where a change comes in between, the page counts as an older one.
        let generation = self.preview.generation();
        match self.preview.at(path) {
            Stands::Page { bytes, marks } => self.keep(path, generation, (&bytes, &marks), true),
            Stands::Bytes(bytes) => self.keep(path, generation, (&bytes, ""), true),
            Stands::File { root, path } => open(&root, &path).unwrap_or(Found::Nothing),
            Stands::Unmade { earlier } => {
                self.tabs.tell(&self.preview.state());
                let kept = self.cache.lock().unwrap_or_else(PoisonError::into_inner).get(path);
                let kept = kept.filter(|page| page.found);
                match (kept, earlier) {
                    (Some(page), Some((then, _))) if page.generation >= then => Found::Page(page),
                    (Some(page), None) => Found::Page(page),
                    (_, Some((then, bytes))) => self.keep(path, then, (&bytes, ""), true),
                    (None, None) => {
                        Found::Page(page(generation, path, (&insert::unmade(), ""), true))
                    }
                }
            }
            Stands::Nothing if path != MISSING => self.missing(),
            Stands::Nothing => Found::Nothing,
        }
    }

    /// What is shown where nothing stands. It is not kept under the path: there are too many.
    fn missing(&self) -> Found {
        let generation = self.preview.generation();
        match self.preview.at(MISSING) {
            Stands::Page { bytes, .. }
            | Stands::Bytes(bytes)
            | Stands::Unmade { earlier: Some((_, bytes)) } => {
                Found::Page(page(generation, MISSING, (&bytes, ""), false))
            }
            Stands::Unmade { earlier: None } | Stands::Nothing | Stands::File { .. } => {
                Found::Nothing
            }
        }
    }

    fn keep(&self, path: &str, generation: u64, shown: (&[u8], &str), found: bool) -> Found {
        let page = page(generation, path, shown, found);
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).put(path, &page);
        Found::Page(page)
    }
}

fn page(generation: u64, path: &str, (bytes, marks): (&[u8], &str), found: bool) -> Arc<Page> {
    let mut tag = hash::short(bytes).into_boxed_str();
    if !marks.is_empty() {
        tag = hash::short(format!("{tag}{marks}").as_bytes()).into();
    }
    let bytes = match content_type::is_page(path) {
        true => Bytes::from(insert::with_script(bytes, &tag, marks)),
        false => Bytes::copy_from_slice(bytes),
    };
    Arc::new(Page { generation, bytes, tag, found })
}

/// Opens a file that lies in the folder, and did not become something else meanwhile.
fn open(root: &Path, path: &str) -> Option<Found> {
    let root = root.canonicalize().ok()?;
    let full = root.join(path).canonicalize().ok()?;
    if !full.starts_with(&root) || !full.is_file() {
        return None;
    }
    let file = File::open(&full).ok()?;
    let about = file.metadata().ok()?;
    let time = about.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let tag = format!("{:x}-{:x}", about.len(), time.map_or(0, |time| time.as_nanos()));
    if about.len() > SMALL {
        return Some(Found::File(Content::File(file, about.len()), tag));
    }
    let bytes = fs::read(&full).ok()?;
    Some(Found::File(Content::Bytes(bytes.into()), tag))
}
