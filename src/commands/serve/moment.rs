//! The site at one moment: what can be made of it, and what stays as it was until it can.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::commands::serve::difference::Difference;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::{Diagnostics, in_order};
use crate::engine::Engine;
use crate::io::http::preview::Stands;
use crate::model::place::TextFile;
use crate::model::project::{Asset, AssetBytes};
use crate::model::site::{Content, Output, What};

/// The site at one moment.
pub struct Moment {
    /// Its number.
    pub generation: u64,
    /// The site.
    pub engine: Engine,
    /// How it differs from the one before.
    pub difference: Difference,
    /// The outputs by path.
    by_path: Arc<[u32]>,
    /// How many of them are pages.
    pages: usize,
    /// The last moment at which nothing was wrong, where something is now.
    good: Mutex<Option<Arc<Moment>>>,
    /// Whether every page can be made, for all that is known.
    is_sound: AtomicBool,
    /// What was wrong with pages when they were made, by path.
    later: Mutex<BTreeMap<Box<str>, Vec<Diagnostic>>>,
}

impl Moment {
    /// The first.
    #[must_use]
    pub fn first(engine: Engine, generation: u64) -> Self {
        let is_sound = !engine.diagnostics().has_errors() && engine.project().templates.is_empty();
        let by_path = by_path(engine.outputs());
        Moment::new(engine, Difference::default(), generation, is_sound, None, by_path)
    }

    /// The one after another.
    #[must_use]
    pub fn after(
        before: &Arc<Moment>,
        engine: Engine,
        mut difference: Difference,
        generation: u64,
    ) -> Self {
        let good = match before.is_sound() {
            true => Some(Arc::clone(before)),
            false => before.good(),
        };
        // Where nothing could be made, what was shown is what could be made last.
        let shown = good.as_ref().filter(|_| before.by_path.is_empty()).unwrap_or(before);
        difference.look_at_pages(&shown.engine, &engine);
        let is_theme = || match &good {
            Some(good) => Difference::of_files(good.engine.project(), engine.project()).is_theme,
            None => true,
        };
        let is_sound = !engine.diagnostics().has_errors() && !is_theme();
        let good = good.filter(|_| !is_sound);
        let by_path = match std::ptr::eq(before.engine.outputs(), engine.outputs()) {
            true => Arc::clone(&before.by_path),
            false => by_path(engine.outputs()),
        };
        Moment::new(engine, difference, generation, is_sound, good, by_path)
    }

    /// Becomes the next one, in which a content file has another text. Whether it did; else it is as
    /// it was, and all has to be compiled.
    pub fn edit(&mut self, text: &Arc<TextFile>, now: i64, generation: u64) -> bool {
        if !self.is_sound() || !self.engine.edit(text, now) {
            return false;
        }
        self.generation = generation;
        self.difference = Difference::of_text(&self.engine, text);
        self.later = Mutex::default();
        true
    }

    fn new(
        engine: Engine,
        difference: Difference,
        generation: u64,
        is_sound: bool,
        good: Option<Arc<Moment>>,
        by_path: Arc<[u32]>,
    ) -> Self {
        let outputs = engine.outputs().iter();
        Moment {
            pages: outputs.filter(|output| output.path.ends_with(".html")).count(),
            generation,
            engine,
            difference,
            by_path,
            good: Mutex::new(good),
            is_sound: AtomicBool::new(is_sound),
            later: Mutex::default(),
        }
    }

    /// Whether every page can be made, for all that is known.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.is_sound.load(Ordering::Acquire)
    }

    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// Every page was made, and nothing was wrong.
    pub fn found_sound(&self) {
        *self.good.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.is_sound.store(true, Ordering::Release);
    }

    fn good(&self) -> Option<Arc<Moment>> {
        self.good.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// All that is wrong, as far as it is known.
    #[must_use]
    pub fn diagnostics(&self) -> Diagnostics {
        self.engine.with_made(self.later())
    }

    /// What was wrong with pages when they were made: the same mistake of a template once.
    #[must_use]
    pub fn later(&self) -> Vec<Diagnostic> {
        let later = self.later.lock().unwrap_or_else(PoisonError::into_inner);
        let mut list: Vec<Diagnostic> = later.values().flatten().cloned().collect();
        in_order(&mut list);
        list.dedup_by(|a, b| a.order() == b.order());
        list
    }

    /// What stands at a path. Remembers what was wrong.
    #[must_use]
    pub fn at(&self, root: &Path, path: &str) -> Stands {
        let Some(output) = self.output(path) else {
            let hidden = self.good().filter(|good| self.hides(good, path));
            return match hidden {
                Some(good) => Stands::Unmade { earlier: good.earlier(path) },
                None if self.by_path.is_empty() => Stands::Unmade { earlier: None },
                None => Stands::Nothing,
            };
        };
        match self.make(output) {
            Some(Content::Bytes(bytes)) => Stands::Page { bytes, marks: self.engine.marks(output) },
            Some(Content::Stream(stream)) => Stands::Bytes(stream.bytes()),
            Some(Content::CopyOf(Asset { bytes: AssetBytes::BuiltIn(bytes), .. })) => {
                Stands::Bytes(bytes.to_vec())
            }
            Some(Content::CopyOf(Asset { bytes: AssetBytes::OnDisk(path), .. })) => {
                Stands::File { root: root.to_path_buf(), path }
            }
            None => Stands::Unmade { earlier: self.good().and_then(|good| good.earlier(path)) },
        }
    }

    /// Makes an output, or remembers why it cannot be.
    pub fn make(&self, output: &Output) -> Option<Content> {
        match self.engine.make(output) {
            Ok(content) => Some(content),
            Err(wrong) => {
                let mut later = self.later.lock().unwrap_or_else(PoisonError::into_inner);
                later.insert(output.path.clone(), wrong);
                None
            }
        }
    }

    fn output(&self, path: &str) -> Option<&Output> {
        let outputs = self.engine.outputs();
        let of = |n: &u32| outputs.get(*n as usize);
        let found = self.by_path.binary_search_by(|n| {
            of(n).map_or(std::cmp::Ordering::Less, |output| (*output.path).cmp(path))
        });
        self.by_path.get(found.ok()?).and_then(of)
    }

    /// The page as it was at this moment, for a later one that cannot make it.
    fn earlier(&self, path: &str) -> Option<(u64, Vec<u8>)> {
        match self.engine.make(self.output(path)?) {
            Ok(Content::Bytes(bytes)) => Some((self.generation, bytes)),
            Ok(Content::Stream(stream)) => Some((self.generation, stream.bytes())),
            Ok(Content::CopyOf(_)) | Err(_) => None,
        }
    }

    /// Whether a page is missing because of a mistake, and not because its file is gone.
    fn hides(&self, good: &Moment, path: &str) -> bool {
        let Some(output) = good.output(path) else { return false };
        let (What::Entity(id) | What::Mentions(id, _) | What::TimelineActor(id, _)) = output.what
        else {
            return self.by_path.is_empty();
        };
        let Some(briefing) = good.engine.briefing() else { return false };
        let file = &briefing[id].page.document.file.path;
        let content = &self.engine.project().content;
        content.binary_search_by(|text| text.path.cmp(file)).is_ok()
    }
}

/// The numbers of outputs in the order of their paths.
fn by_path(outputs: &[Output]) -> Arc<[u32]> {
    let mut numbers: Vec<u32> = (0..).take(outputs.len()).collect();
    numbers.sort_unstable_by_key(|&n| outputs.get(n as usize).map(|output| &output.path));
    numbers.into()
}
