//! Watching the site's folders. The only user of `notify`.
//!
//! Folders are watched and never files: an editor that replaces a file would take its watch away
//! with it. Events are hints; what is on disk counts.

use std::io::{Error, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};
use notify::event::{Event, MetadataKind};
use notify::{Config, ErrorKind as Refusal, PollWatcher, RecommendedWatcher, RecursiveMode};

use crate::io::burst::{Burst, Change, Haste};
use crate::io::error::{IoError, is_too_many_files};
use crate::io::names;

/// What is watched in the site's folder; nothing else is ever looked at.
const FOLDERS: [&str; 4] = ["content", "releases", "static", "templates"];
/// The settings.
const SETTINGS: &str = "dateline.yaml";
/// How often the disk is looked at where the system tells nothing.
const POLL: Duration = Duration::from_millis(500);

/// Watches a site until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

enum Message {
    Event(notify::Result<Event>),
    Stop,
}

impl Watcher {
    /// Calls back at each change. Folders that do not exist yet are watched as soon as they do.
    ///
    /// # Errors
    /// Where the folder cannot be watched at all.
    pub fn start(root: &Path, changed: impl Fn(Change) + Send + 'static) -> Result<Self, IoError> {
        // Events name files by the real path.
        let root = root.canonicalize().map_err(IoError::of("watch", root))?;
        let (messages, received) = mpsc::channel();
        let mut eyes = Eyes { root, watcher: None, messages: messages.clone() };
        if let Some(notice) = eyes.open()? {
            changed(Change { notice: Some(notice), ..Change::default() });
        }
        let thread = thread::Builder::new().name("watch".into());
        let thread = thread.spawn(move || watch(&mut eyes, &received, &changed));
        let thread = thread.map_err(IoError::of("watch", Path::new(".")))?;
        Ok(Watcher { messages, thread: Some(thread) })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.messages.send(Message::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The watcher's thread.
fn watch(eyes: &mut Eyes, received: &Receiver<Message>, changed: &impl Fn(Change)) {
    let mut burst = Burst::default();
    loop {
        let now = Instant::now();
        let message = match burst.due() {
            None => received.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => received.recv_timeout(due.saturating_duration_since(now)),
        };
        let now = Instant::now();
        let acted = match message {
            Ok(Message::Event(event)) => match eyes.see(event) {
                Some((change, haste)) => burst.take(change, haste, now),
                None => None,
            },
            Err(RecvTimeoutError::Timeout) => burst.settled(now),
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        };
        if let Some(change) = acted {
            changed(change);
        }
    }
}

/// What looks at the disk.
struct Eyes {
    root: PathBuf,
    watcher: Option<Box<dyn notify::Watcher + Send>>,
    messages: Sender<Message>,
}

impl Eyes {
    /// Begins to watch; says where that is only possible by looking again and again.
    fn open(&mut self) -> Result<Option<String>, IoError> {
        let messages = self.messages.clone();
        let tell = move |event| {
            let _ = messages.send(Message::Event(event));
        };
        // Not through links: one may lead to the whole disk.
        let config = Config::default().with_follow_symlinks(false);
        let native = <RecommendedWatcher as notify::Watcher>::new(tell, config);
        let refused = match native {
            Ok(watcher) => {
                self.watcher = Some(Box::new(watcher));
                match self.watch_all() {
                    Ok(()) => return Ok(None),
                    Err(error) => error,
                }
            }
            Err(error) => error,
        };
        let Some(limit) = limit(&refused) else { return Err(self.error(refused)) };
        self.poll().map(|()| Some(limit))
    }

    /// Looks at the disk again and again, as a last resort.
    fn poll(&mut self) -> Result<(), IoError> {
        self.watcher = None;
        let messages = self.messages.clone();
        let tell = move |event| {
            let _ = messages.send(Message::Event(event));
        };
        let config = Config::default().with_follow_symlinks(false).with_poll_interval(POLL);
        let watcher = <PollWatcher as notify::Watcher>::new(tell, config);
        self.watcher = Some(Box::new(watcher.map_err(|error| self.error(error))?));
        self.watch_all().map_err(|error| self.error(error))
    }

    fn watch_all(&mut self) -> notify::Result<()> {
        let Some(watcher) = &mut self.watcher else { return Ok(()) };
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        self.watch_folders()
    }

    /// Watches the folders that exist. One that is watched already is none the worse for it.
    fn watch_folders(&mut self) -> notify::Result<()> {
        let Some(watcher) = &mut self.watcher else { return Ok(()) };
        for folder in FOLDERS.map(|name| self.root.join(name)) {
            match watcher.watch(&folder, RecursiveMode::Recursive) {
                Ok(()) => {}
                Err(error) if is_not_there(&error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn error(&self, error: notify::Error) -> IoError {
        let source = match error.kind {
            Refusal::Io(source) => source,
            Refusal::PathNotFound => ErrorKind::NotFound.into(),
            Refusal::Generic(_)
            | Refusal::WatchNotFound
            | Refusal::InvalidConfig(_)
            | Refusal::MaxFilesWatch => Error::other(error.to_string()),
        };
        IoError::new("watch", &self.root, source)
    }

    /// What an event means for the site, if anything.
    fn see(&mut self, event: notify::Result<Event>) -> Option<(Change, Haste)> {
        let event = match event {
            Ok(event) => event,
            Err(error) => return self.lost(&error),
        };
        if event.need_rescan() {
            return Some((Change { rescan: true, ..Change::default() }, Haste::Soon));
        }
        let haste = haste(event.kind)?;
        let mut change = Change::default();
        for path in event.paths {
            let below = path.strip_prefix(&self.root).ok();
            match below.and_then(place) {
                Some(Place::Folder) => {
                    change.rescan = true;
                    // It may be another folder of the same name, which is not watched yet.
                    if let Err(error) = self.watch_folders() {
                        return self.lost(&error);
                    }
                    change.paths.insert(path);
                }
                Some(Place::Inside) => {
                    change.paths.insert(path);
                }
                None => {}
            }
        }
        let is_ours = !change.paths.is_empty();
        is_ours.then_some((change, haste))
    }

    /// Something is not watched any more.
    fn lost(&mut self, error: &notify::Error) -> Option<(Change, Haste)> {
        let notice = limit(error);
        if notice.is_some() {
            let _ = self.poll();
        }
        Some((Change { rescan: true, notice, ..Change::default() }, Haste::Soon))
    }
}

/// How soon an event is to be acted on; none that says nothing of what a file holds.
fn haste(kind: EventKind) -> Option<Haste> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => Some(Haste::Now),
        // Both halves have been told already.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) if cfg!(target_os = "linux") => None,
        EventKind::Create(CreateKind::Folder) => Some(Haste::Twice),
        // Here the end of each writing is told.
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_))
            if cfg!(target_os = "linux") =>
        {
            Some(Haste::Open)
        }
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
            Some(Haste::Gone)
        }
        EventKind::Any
        | EventKind::Create(_)
        | EventKind::Modify(
            ModifyKind::Any
            | ModifyKind::Data(_)
            | ModifyKind::Name(_)
            | ModifyKind::Metadata(MetadataKind::WriteTime)
            | ModifyKind::Other,
        ) => Some(Haste::Soon),
        // Among them our own reading.
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) | EventKind::Other => {
            None
        }
    }
}

/// Where in the site something lies that may be of it.
enum Place {
    /// One of its folders itself.
    Folder,
    /// In one of them, or the settings.
    Inside,
}

fn place(below: &Path) -> Option<Place> {
    let mut parts = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => {
            None
        }
    });
    let first = parts.next()?;
    let mut rest = parts.peekable();
    if first == SETTINGS {
        return Some(Place::Inside);
    }
    let folder = FOLDERS.into_iter().find(|folder| first == *folder)?;
    if rest.peek().is_none() {
        return Some(Place::Folder);
    }
    let is_passed_over = |name: &str| match folder {
        "content" => names::is_no_content(name),
        "static" => names::is_no_asset(name),
        _ => name.starts_with('.') || names::is_temporary(name),
    };
    let is_read = rest.all(|name| !is_passed_over(&name));
    is_read.then_some(Place::Inside)
}

fn is_not_there(error: &notify::Error) -> bool {
    match &error.kind {
        Refusal::PathNotFound => true,
        Refusal::Io(error) => error.kind() == ErrorKind::NotFound,
        Refusal::Generic(_)
        | Refusal::WatchNotFound
        | Refusal::InvalidConfig(_)
        | Refusal::MaxFilesWatch => false,
    }
}

/// What to say where the system has no watches left.
fn limit(error: &notify::Error) -> Option<String> {
    let setting = match &error.kind {
        Refusal::MaxFilesWatch => "max_user_watches=524288",
        Refusal::Io(error) if is_too_many_files(error) => "max_user_instances=512",
        Refusal::Io(_)
        | Refusal::Generic(_)
        | Refusal::PathNotFound
        | Refusal::WatchNotFound
        | Refusal::InvalidConfig(_) => return None,
    };
    Some(format!(
        "note: this system cannot watch more folders, so the disk is looked at twice a second\n  \
         help: raise the limit with `sudo sysctl fs.inotify.{setting}`, then start again"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_read_is_watched() {
        let seen = |path: &str| place(Path::new(path)).is_some();
        for path in [
            "dateline.yaml",
            "content",
            "content/actors/joe.md",
            "static/_headers",
            "templates/_part.html",
            "releases/1.json",
            "static/.well-known/x",
        ] {
            assert!(seen(path), "{path}");
        }
        for path in [
            "",
            "public/index.html",
            ".dateline/lock",
            "notes.txt",
            "content/.git/x",
            "content/x.md~",
            "content/_draft.md",
            "content/sedAb12Cd",
            "content/_old/x.md",
            "static/.env",
            "content/x.md___jb_tmp___",
            "templates/.x.html.swp",
        ] {
            assert!(!seen(path), "{path}");
        }
    }

    #[test]
    fn our_own_reading_is_no_change() {
        assert_eq!(haste(EventKind::Access(AccessKind::Open(AccessMode::Any))), None);
        assert_eq!(haste(EventKind::Access(AccessKind::Close(AccessMode::Read))), None);
        assert_eq!(haste(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any))), None);
    }
}
