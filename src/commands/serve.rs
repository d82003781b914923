//! `serve`: shows the site in the browser, and each change as soon as it is saved.
//!
//! The loop: wait for a change, read, compile beside what is shown, swap, tell. What is shown stays
//! whole meanwhile; whoever asks for a page after a change was noticed waits for the new one.

pub mod difference;
pub mod editor;
pub mod moment;
pub mod shown;
pub mod state;
pub mod told;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use crate::cli::{Everywhere, Serve};
use crate::commands::serve::difference::Difference;
use crate::commands::serve::editor::Editor;
use crate::commands::serve::moment::Moment;
use crate::commands::serve::shown::Shown;
use crate::commands::serve::told::Told;
use crate::commands::stop::Stop;
use crate::commands::{build, start};
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::in_order;
use crate::engine::Engine;
use crate::io::burst::Change;
use crate::io::clock::Stopwatch;
use crate::io::http::server::Server;
use crate::io::read::again;
use crate::io::read::root::named_root;
use crate::io::watch::Watcher;
use crate::io::{browser, read, terminal, token};
use crate::model::place::TextFile;
use crate::model::project::Project;

/// The port where none is named.
const PORT: u16 = 4000;
/// How long until something that the machine refused is tried again.
const AGAIN: Duration = Duration::from_secs(1);
/// How long after looking at everything in vain it is not done again. Reading a hundred thousand
/// files is itself more than the system can tell of, and must not lead to reading them again.
const IN_VAIN: Duration = Duration::from_secs(2);

/// What the loop waits for.
#[derive(Debug)]
pub enum Wake {
    /// Something changed on disk.
    Changed(Change),
    /// A page could not be made, or all could, in the generation of that number.
    Made(u64),
    /// The author wants to stop.
    Stop,
}

/// Shows the site until it is stopped, which is no failure.
///
/// # Errors
/// Where there is no briefing, or the machine refuses at the start. Later, it is told and tried
/// again.
pub fn run(serve: &Serve, everywhere: &Everywhere) -> Result<(), Stop> {
    let stopwatch = Stopwatch::start();
    let root = start::root(everywhere)?;
    let (wake, woken) = mpsc::channel();
    // First of all: a save while the site is being read must not be missed.
    let changes = wake.clone();
    let _watcher = Watcher::start(&root, move |change| {
        let _ = changes.send(Wake::Changed(change));
    })?;
    let mut serving = Serving::start(serve, everywhere, root, wake)?;
    serving.welcome(serve, &stopwatch);
    serving.go_on(&woken);
    Ok(())
}

/// How a change was taken in.
enum Taken {
    /// There was none.
    Nothing,
    /// In what is shown.
    InPlace,
    /// By what is shown now; this was before.
    Next(Arc<Moment>),
}

/// A site that is being shown.
struct Serving<'a> {
    root: PathBuf,
    everywhere: &'a Everywhere,
    shown: Arc<Shown>,
    server: Server,
    /// What reading it told last.
    reading: Vec<Diagnostic>,
    /// When everything was looked at in vain, because events were lost.
    in_vain: Option<Stopwatch>,
    /// Why the site could not be read last.
    refused: Option<String>,
    told: Told,
    /// The site as `build` writes it, where `--write` was asked for.
    written: Option<Engine>,
}

impl<'a> Serving<'a> {
    fn start(
        serve: &Serve,
        everywhere: &'a Everywhere,
        root: PathBuf,
        wake: Sender<Wake>,
    ) -> Result<Self, Stop> {
        let (mut project, mut reading) = read::project(&root, start::now(everywhere)?, true)?;
        project.supplied = start::archives(everywhere)?;
        in_order(&mut reading);
        // Where others read along, they are not told where files lie on this computer.
        let editor = serve.editor.as_deref().filter(|_| !serve.lan);
        let editor = editor.map(Editor::named).transpose()?;
        let token = serve.lan.then(token::token).transpose()?;
        let root = root.canonicalize().unwrap_or(root);
        let written = serve.write.then(|| public(&project, &reading, None));
        let engine = Engine::new(project, reading.clone());
        let shown = Arc::new(Shown::new(root.clone(), engine, wake.clone(), editor));
        let port = serve.port.unwrap_or(PORT);
        let server = Server::start(port, token, Arc::<Shown>::clone(&shown))?;
        server.when_stopped(move || {
            let _ = wake.send(Wake::Stop);
        });
        let (in_vain, refused, told) = (None, None, Told::default());
        Ok(Serving { root, everywhere, shown, server, reading, in_vain, refused, told, written })
    }

    fn welcome(&mut self, serve: &Serve, stopwatch: &Stopwatch) {
        let moment = self.shown.moment();
        self.told.diagnostics(&moment);
        let asked = serve.port.unwrap_or(PORT);
        if asked != 0 && asked != self.server.port() {
            let port = self.server.port();
            terminal::report(&format!("port {asked} is in use, so this is the next free: {port}"));
        }
        if serve.lan {
            let warning =
                "everybody in this network who has this address can read the preview, drafts too";
            terminal::report(warning);
        }
        let milliseconds = stopwatch.milliseconds();
        let summary = told::summary(&moment, milliseconds);
        terminal::result(&format!("{}  ({summary}; Ctrl-C stops)", self.server.address()));
        if serve.open
            && let Err(error) = browser::open(&self.server.address())
        {
            terminal::report(&error.to_string());
        }
        self.write();
        self.shown.sweep(&moment);
    }

    fn go_on(&mut self, woken: &Receiver<Wake>) {
        loop {
            let wake = if self.refused.is_some() {
                woken.recv_timeout(AGAIN).unwrap_or_else(|_| Wake::Changed(Change::default()))
            } else {
                woken.recv().unwrap_or(Wake::Stop)
            };
            let mut change = match wake {
                Wake::Stop => return,
                Wake::Made(generation) => {
                    self.made(generation);
                    continue;
                }
                Wake::Changed(change) => change,
            };
            // What came while the last change was taken in is one change.
            while let Ok(more) = woken.try_recv() {
                match more {
                    Wake::Changed(more) => change.add(more),
                    Wake::Made(_) => {}
                    Wake::Stop => return,
                }
            }
            if let Some(notice) = &change.notice {
                terminal::report(notice);
            }
            self.take_in(&change);
        }
    }

    /// Reads again what may have changed, and shows it if anything is different.
    fn take_in(&mut self, change: &Change) {
        let stopwatch = Stopwatch::start();
        let is_lost = change.rescan && change.paths.is_empty();
        if is_lost && self.in_vain.is_some_and(|before| before.elapsed() < IN_VAIN) {
            return;
        }
        let shown = Arc::clone(&self.shown);
        let taken = shown.change(|now, generation| self.take(now, change, generation));
        self.in_vain = (is_lost && matches!(taken, Taken::Nothing)).then(Stopwatch::start);
        let before = match taken {
            Taken::Nothing => return,
            Taken::InPlace => None,
            Taken::Next(before) => Some(before),
        };
        self.server.notify();
        let moment = shown.moment();
        self.told.diagnostics(&moment);
        let summary = told::summary(&moment, stopwatch.milliseconds());
        terminal::report(&format!("{}: {summary}", told::what(&moment.difference)));
        self.write();
        shown.sweep(&moment);
        // Only now, since it takes a while at ten thousand pages.
        drop(before);
    }

    /// Takes a change in: where it is the text of one file, in place.
    fn take(&mut self, now: &mut Arc<Moment>, change: &Change, generation: u64) -> Taken {
        if let Some(text) = self.one_text(now, change) {
            let project = now.engine.project();
            let at = project.content.binary_search_by(|it| it.path.cmp(&text.path));
            if at.is_ok_and(|at| project.content.get(at) == Some(&text)) {
                return Taken::Nothing;
            }
            // That `--now` is a time was seen at the start.
            let time = start::now(self.everywhere).unwrap_or_default();
            if let Some(moment) = Arc::get_mut(now)
                && moment.edit(&text, time, generation)
            {
                if let Some(written) = &mut self.written {
                    *written = public(moment.engine.project(), &self.reading, Some(written));
                }
                return Taken::InPlace;
            }
        }
        match self.read_again(now, change) {
            Err(error) => {
                self.refuse(&error);
                Taken::Nothing
            }
            Ok((project, reading)) => {
                self.refused = None;
                match self.next(now, project, reading, generation) {
                    Some(next) => Taken::Next(std::mem::replace(now, Arc::new(next))),
                    None => Taken::Nothing,
                }
            }
        }
    }

    /// The text that changed, where that is all that did.
    fn one_text(&self, now: &Moment, change: &Change) -> Option<Arc<TextFile>> {
        let mut paths = change.paths.iter();
        let (Some(path), None) = (paths.next(), paths.next()) else { return None };
        let is_all = !change.rescan && self.refused.is_none();
        is_all.then(|| again::text(&self.root, now.engine.project(), &self.reading, path))?
    }

    /// What is to be shown now; nothing where all is as it was.
    fn next(
        &mut self,
        now: &Arc<Moment>,
        project: Project,
        reading: Vec<Diagnostic>,
        generation: u64,
    ) -> Option<Moment> {
        let files = Difference::of_files(now.engine.project(), &project);
        if files.is_empty() && reading == self.reading {
            return None;
        }
        if let Some(written) = &mut self.written {
            *written = public(&project, &reading, Some(written));
        }
        self.reading.clone_from(&reading);
        let engine = now.engine.after(project, reading);
        Some(Moment::after(now, engine, files, generation))
    }

    fn read_again(
        &self,
        shown: &Moment,
        change: &Change,
    ) -> Result<(Project, Vec<Diagnostic>), Stop> {
        // That `--now` is a time was seen at the start.
        let now = start::now(self.everywhere).unwrap_or_default();
        if !change.rescan && !change.paths.is_empty() && self.refused.is_none() {
            let before = shown.engine.project();
            let some = again::again(&self.root, before, &self.reading, &change.paths);
            if let Some((project, mut reading)) = some {
                in_order(&mut reading);
                return Ok((Project { now, ..project }, reading));
            }
        }
        // Without its settings it is no site any more, as it would be none for `build`.
        let root = named_root(self.root.clone())?;
        let (mut project, mut reading) = read::project(&root, now, true)?;
        project.supplied.clone_from(&shown.engine.project().supplied);
        in_order(&mut reading);
        Ok((project, reading))
    }

    /// Says once why the site cannot be read. It is tried again until it can.
    fn refuse(&mut self, why: &Stop) {
        let text = format!("{why:?}");
        if self.refused.as_ref() != Some(&text) {
            why.report();
        }
        self.refused = Some(text);
    }

    /// Tells what showed only when pages were made.
    fn made(&mut self, generation: u64) {
        let moment = self.shown.moment();
        if moment.generation == generation {
            self.server.notify();
            self.told.found_later(&moment);
        }
    }

    /// Writes what `build` would, without drafts.
    fn write(&mut self) {
        let Some(engine) = &self.written else { return };
        if let Err(stop) = write(engine, &self.root)
            && stop.status() != 1
        {
            stop.report();
        }
    }
}

fn write(engine: &Engine, root: &Path) -> Result<(), Stop> {
    let _lock = start::lock(root, "serve")?;
    let output = start::output(root, Path::new("public"))?;
    build::written(engine, root, &output, false).map(|_| ())
}

/// The site without what is not to be published yet.
fn public(project: &Project, reading: &[Diagnostic], before: Option<&Engine>) -> Engine {
    let project = Project { drafts: false, ..project.clone() };
    match before {
        Some(engine) => engine.after(project, reading.to_vec()),
        None => Engine::new(project, reading.to_vec()),
    }
}
