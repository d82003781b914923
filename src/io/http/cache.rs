//! Pages as they were shown last, within a bound.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use axum::body::Bytes;
use foldhash::fast::FixedState;

/// How many bytes are kept.
const MOST: usize = 12 << 20;

/// A page, ready to be sent.
#[derive(Debug)]
pub struct Page {
    /// The generation that it was made in.
    pub generation: u64,
    /// Its bytes, with the preview's script in them.
    pub bytes: Bytes,
    /// Its entity tag, without quotation marks.
    pub tag: Box<str>,
    /// Whether something stands there: the page for what is missing is one of those that do not.
    pub found: bool,
}

/// The pages, by path; the oldest go first.
#[derive(Debug, Default)]
pub struct Cache {
    pages: HashMap<Box<str>, Arc<Page>, FixedState>,
    order: VecDeque<Box<str>>,
    bytes: usize,
}

impl Cache {
    /// The page of a path, of whatever generation.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Arc<Page>> {
        self.pages.get(path).cloned()
    }

    /// Keeps a page.
    pub fn put(&mut self, path: &str, page: &Arc<Page>) {
        self.bytes += page.bytes.len();
        match self.pages.insert(path.into(), Arc::clone(page)) {
            Some(before) => self.bytes -= before.bytes.len(),
            None => self.order.push_back(path.into()),
        }
        while self.bytes > MOST {
            let Some(oldest) = self.order.pop_front() else { return };
            if let Some(page) = self.pages.remove(&oldest) {
                self.bytes -= page.bytes.len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(length: usize) -> Arc<Page> {
        let bytes = vec![b'x'; length].into();
        Arc::new(Page { generation: 1, bytes, tag: "".into(), found: true })
    }

    #[test]
    fn the_oldest_pages_make_room() {
        let mut cache = Cache::default();
        for number in 0..30 {
            cache.put(&number.to_string(), &page(1 << 20));
            cache.put(&number.to_string(), &page(1 << 20));
        }
        assert_eq!(cache.bytes, MOST);
        assert!(
            cache.get("17").is_none() && cache.get("18").is_some() && cache.get("29").is_some()
        );
        assert_eq!((cache.pages.len(), cache.order.len()), (12, 12));
    }

    #[test]
    fn a_page_larger_than_all_room_is_not_kept() {
        let mut cache = Cache::default();
        cache.put("a", &page(MOST + 1));
        assert_eq!((cache.bytes, cache.pages.len()), (0, 0));
    }
}
