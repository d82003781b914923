//! What is shown now, and the swap to what comes next.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, PoisonError, RwLock};

use rayon::prelude::*;

use crate::commands::serve::Wake;
use crate::commands::serve::editor::Editor;
use crate::commands::serve::moment::Moment;
use crate::commands::serve::state;
use crate::engine::Engine;
use crate::io::http::preview::{Preview, Stands};

/// After so many pages that cannot be made, no more are looked for.
const ENOUGH: usize = 20;

/// What is shown.
pub struct Shown {
    root: PathBuf,
    generation: AtomicU64,
    moment: RwLock<Arc<Moment>>,
    wake: Sender<Wake>,
    editor: Option<Editor>,
}

impl Shown {
    /// Shows a site for the first time.
    #[must_use]
    pub fn new(root: PathBuf, engine: Engine, wake: Sender<Wake>, editor: Option<Editor>) -> Self {
        let moment = RwLock::new(Arc::new(Moment::first(engine, 1)));
        Shown { root, generation: AtomicU64::new(1), moment, wake, editor }
    }

    /// What is shown now; waits where a change is being taken in.
    #[must_use]
    pub fn moment(&self) -> Arc<Moment> {
        Arc::clone(&self.moment.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes in a change that is known of: nobody sees the old state from now on. What there was is
    /// changed in place, if nobody looks at it just now, or else another put in its place.
    pub fn change<T>(&self, next: impl FnOnce(&mut Arc<Moment>, u64) -> T) -> T {
        let mut moment = self.moment.write().unwrap_or_else(PoisonError::into_inner);
        let generation = self.generation.fetch_add(1, Ordering::AcqRel) + 1;
        next(&mut moment, generation)
    }

    /// Looks in the background whether every page can be made, where that is not certain: after a
    /// change of templates. Ends early where there is something newer.
    pub fn sweep(self: &Arc<Self>, moment: &Arc<Moment>) {
        if moment.is_sound() || moment.engine.diagnostics().has_errors() {
            return;
        }
        let (shown, moment) = (Arc::clone(self), Arc::clone(moment));
        rayon::spawn(move || {
            let wrong = AtomicUsize::new(0);
            let is_over = || {
                let newest = shown.generation.load(Ordering::Relaxed);
                newest != moment.generation || wrong.load(Ordering::Relaxed) >= ENOUGH
            };
            moment.engine.outputs().par_iter().with_max_len(16).for_each(|output| {
                if !is_over() && moment.make(output).is_none() {
                    wrong.fetch_add(1, Ordering::Relaxed);
                }
            });
            if shown.generation.load(Ordering::Relaxed) != moment.generation {
                return;
            }
            if wrong.into_inner() == 0 {
                moment.found_sound();
            }
            let _ = shown.wake.send(Wake::Made(moment.generation));
        });
    }
}

impl Preview for Shown {
    fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    fn at(&self, path: &str) -> Stands {
        let moment = self.moment();
        let stands = moment.at(&self.root, path);
        if matches!(stands, Stands::Unmade { .. }) {
            let _ = self.wake.send(Wake::Made(moment.generation));
        }
        stands
    }

    fn state(&self) -> Arc<str> {
        state::json(&self.moment(), &self.root, self.editor.as_ref()).into()
    }
}
