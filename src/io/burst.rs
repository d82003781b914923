//! When to act on what the watcher sees: a finished write at once, all else after a quiet moment.
//!
//! One save is many events, and one `git checkout` thousands. The first finished write is acted on
//! at once, because most often it is all there is. What follows is gathered until nothing more
//! comes for a moment.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// For how long nothing may come before what came is acted on, and how long is waited at most
/// though more keeps coming.
const QUIET: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(50));
/// The same where a file went away, which an editor is most often about to put back.
const QUIET_OF_GONE: (Duration, Duration) = (Duration::from_millis(40), Duration::from_millis(120));
/// The same where a file is being written and the system will tell when that is done.
const QUIET_OF_OPEN: (Duration, Duration) =
    (Duration::from_millis(300), Duration::from_millis(600));
/// The same where so many files changed that no hand saved them.
const QUIET_OF_MANY: (Duration, Duration) = (Duration::from_millis(60), Duration::from_secs(3));
/// How many those are.
const MANY: usize = 16;
/// When a new folder is looked at once more: files may have been put into it before it was watched.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// Something that changed on disk. A hint: what is on disk counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What is known to have changed.
    pub paths: BTreeSet<PathBuf>,
    /// Anything else may have changed too: events were lost, or a folder is new.
    pub rescan: bool,
    /// Something that the author has to know of.
    pub notice: Option<String>,
}

impl Change {
    /// Adds what another says.
    pub fn add(&mut self, other: Change) {
        self.paths.extend(other.paths);
        self.rescan |= other.rescan;
        self.notice = self.notice.take().or(other.notice);
    }

    fn is_empty(&self) -> bool {
        *self == Change::default()
    }
}

/// How soon an event is to be acted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Haste {
    /// A file is whole on disk.
    Now,
    /// More is to be expected.
    Soon,
    /// A file went away, perhaps to be replaced.
    Gone,
    /// A file is being written, and its end will be told.
    Open,
    /// A folder is new: soon, and once more a little later.
    Twice,
}

/// What came and was not acted on yet.
#[derive(Debug, Default)]
pub struct Burst {
    waiting: Change,
    /// Those of them that are not whole on disk.
    unfinished: BTreeMap<PathBuf, Haste>,
    first: Option<Instant>,
    latest: Option<Instant>,
    /// When something was acted on last.
    acted: Option<Instant>,
    second_look: Option<Instant>,
}

impl Burst {
    /// Takes an event in; gives what is to be acted on at once.
    pub fn take(&mut self, change: Change, haste: Haste, now: Instant) -> Option<Change> {
        for path in &change.paths {
            match haste {
                Haste::Now => drop(self.unfinished.remove(path)),
                Haste::Gone | Haste::Open => drop(self.unfinished.insert(path.clone(), haste)),
                Haste::Soon | Haste::Twice => {}
            }
        }
        if haste == Haste::Twice {
            self.second_look = Some(now + SECOND_LOOK);
        }
        let paths = change.paths.clone();
        self.waiting.add(change);
        self.first.get_or_insert(now);
        self.latest = Some(now);
        let is_followed = self.acted.is_some_and(|acted| now < acted + QUIET.0);
        (haste == Haste::Now && self.is_all_there_is(&paths) && !is_followed).then(|| {
            let others = self.waiting.paths.difference(&paths).cloned().collect();
            let change = self.act(now);
            self.wait_for(others, now);
            Change { paths, ..change }
        })
    }

    /// Whether nothing else waits but files that are still being written.
    fn is_all_there_is(&self, paths: &BTreeSet<PathBuf>) -> bool {
        let is_open = |path: &PathBuf| self.unfinished.get(path) == Some(&Haste::Open);
        !self.waiting.rescan && self.waiting.paths.difference(paths).all(is_open)
    }

    /// Goes on waiting for files that are still being written.
    fn wait_for(&mut self, paths: BTreeSet<PathBuf>, now: Instant) {
        if !paths.is_empty() {
            self.unfinished = paths.iter().map(|path| (path.clone(), Haste::Open)).collect();
            self.waiting.paths = paths;
            (self.first, self.latest) = (Some(now), Some(now));
        }
    }

    /// When there will be something to act on, if nothing more comes.
    #[must_use]
    pub fn due(&self) -> Option<Instant> {
        let (Some(first), Some(latest)) = (self.first, self.latest) else {
            return self.second_look;
        };
        let is = |haste: Haste| self.unfinished.values().any(|it| *it == haste);
        let (quiet, patience) = if self.waiting.paths.len() > MANY {
            QUIET_OF_MANY
        } else if is(Haste::Open) {
            QUIET_OF_OPEN
        } else if is(Haste::Gone) {
            QUIET_OF_GONE
        } else {
            QUIET
        };
        Some((latest + quiet).min(first + patience))
    }

    /// What is to be acted on by now.
    pub fn settled(&mut self, now: Instant) -> Option<Change> {
        if self.second_look.is_some_and(|second| second <= now) {
            self.second_look = None;
            self.waiting.rescan = true;
            return Some(self.act(now));
        }
        let is_due = self.due().is_some_and(|due| due <= now) && !self.waiting.is_empty();
        is_due.then(|| self.act(now))
    }

    fn act(&mut self, now: Instant) -> Change {
        (self.first, self.latest, self.acted) = (None, None, Some(now));
        self.unfinished.clear();
        std::mem::take(&mut self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is acted on, and when, if events come at these milliseconds.
    fn acts(events: &[(u64, &str, Haste)]) -> Vec<(u64, usize, bool)> {
        let start = Instant::now();
        let at = |ms: u64| start + Duration::from_millis(ms);
        let (mut burst, mut acts) = (Burst::default(), Vec::new());
        let mut act = |ms: u64, change: Option<Change>| {
            acts.extend(change.map(|change| (ms, change.paths.len(), change.rescan)));
        };
        let mut events = events.iter().peekable();
        for ms in 0..5_000 {
            let settled = burst.settled(at(ms));
            act(ms, settled);
            while let Some((_, path, haste)) = events.next_if(|(when, ..)| *when == ms) {
                let change = Change { paths: [PathBuf::from(path)].into(), ..Change::default() };
                let now = burst.take(change, *haste, at(ms));
                act(ms, now);
            }
        }
        acts
    }

    #[test]
    fn a_finished_write_is_acted_on_at_once() {
        assert_eq!(acts(&[(5, "a", Haste::Soon), (6, "a", Haste::Now)]), [(6, 1, false)]);
        assert_eq!(acts(&[(5, "a", Haste::Open), (200, "a", Haste::Now)]), [(200, 1, false)]);
    }

    #[test]
    fn a_removal_waits_for_what_replaces_it() {
        assert_eq!(acts(&[(5, "a", Haste::Gone), (30, "a", Haste::Now)]), [(30, 1, false)]);
        assert_eq!(acts(&[(5, "a", Haste::Gone)]), [(45, 1, false)]);
        assert_eq!(acts(&[(5, "a", Haste::Soon)]), [(15, 1, false)]);
    }

    #[test]
    fn whatever_follows_is_gathered() {
        let saves = [(5, "a", Haste::Now), (6, "b", Haste::Now), (12, "c", Haste::Now)];
        assert_eq!(acts(&saves), [(5, 1, false), (22, 2, false)]);
    }

    #[test]
    fn two_saves_by_hand_are_two() {
        assert_eq!(acts(&[(5, "a", Haste::Now), (25, "a", Haste::Now)]).len(), 2);
    }

    #[test]
    fn a_file_that_is_always_written_does_not_hold_up_others() {
        let mut events: Vec<_> = (0..300).map(|n| (n * 5, "log", Haste::Open)).collect();
        events.insert(100, (500, "a", Haste::Now));
        let acts = acts(&events);
        assert!(acts.contains(&(500, 1, false)) && acts.len() >= 3, "{acts:?}");
    }

    #[test]
    fn a_checkout_of_thousands_is_acted_on_twice() {
        let names: Vec<String> = (0..1000).map(|n| n.to_string()).collect();
        let pause = |n: usize| if n > 20 { (n / 100) * 40 } else { 0 };
        let files = names.iter().enumerate();
        let files: Vec<_> =
            files.map(|(n, name)| ((n / 2 + pause(n)) as u64, &**name, Haste::Now)).collect();
        let acts = acts(&files);
        assert_eq!(acts.len(), 2, "{acts:?}");
        assert_eq!(acts.iter().map(|(_, count, _)| count).sum::<usize>(), 1000);
    }

    #[test]
    fn a_new_folder_is_looked_at_twice() {
        assert_eq!(acts(&[(5, "a", Haste::Twice)]), [(15, 1, false), (155, 0, true)]);
    }
}
