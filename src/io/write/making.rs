//! Making all files, on all cores, and taking together what came of it.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::*;

use crate::io::error::IoError;
use crate::io::interrupt;
use crate::io::terminal::Progress;
use crate::io::write::copy;
use crate::io::write::error::{Refusal, WriteError};
use crate::io::write::order::Plan;
use crate::io::write::own_files::Files;
use crate::model::site::{Content, Output};

/// A file that was made.
#[derive(Debug)]
pub struct File<'a> {
    /// The output's number.
    pub number: usize,
    /// The output's path.
    pub path: &'a str,
    /// What is to stand in it.
    pub content: &'a Content,
}

/// A file that is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Its size.
    pub bytes: u64,
    /// By which it is known: a fingerprint, or a hash where others are to recompute it.
    pub mark: String,
    /// Where it is.
    pub at: At,
}

/// The files that are ready, by path.
#[must_use]
pub fn marks<'a>(plan: &Plan<'a>, ready: &'a [Ready]) -> Files<'a> {
    plan.outputs.iter().zip(ready).map(|(output, ready)| (&*output.path, &*ready.mark)).collect()
}

/// Where a file that is ready is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// In its place already.
    Place,
    /// In the stage.
    Stage {
        /// Whether what stands in its place was changed by someone else.
        aside: bool,
    },
}

/// Why a file could not be made ready.
#[derive(Debug)]
pub enum Fault {
    /// Something else than a file stands in its place.
    Refused(Refusal),
    /// The machine refused.
    Io(IoError),
}

impl From<IoError> for Fault {
    fn from(error: IoError) -> Self {
        Fault::Io(error)
    }
}

/// Puts a file where it belongs; the buffer may be used again and again.
pub type HandOver<'a> = &'a (dyn Fn(&File<'_>, &mut Vec<u8>) -> Result<Ready, Fault> + Sync);

enum Failed<E> {
    Page(E),
    Fault(Fault),
    Interrupted(u8),
}

/// Makes every file and hands it over, in the order of the outputs. After a fault of the machine
/// nothing more is handed over, but pages are still made: all that is wrong with them is told at
/// once, and how much room they would need.
///
/// # Errors
/// That the program was asked to end; else all that is wrong with pages; else the first fault.
pub fn all<E: Send>(
    root: &Path,
    plan: &Plan<'_>,
    make: &(dyn Fn(&Output) -> Result<Content, E> + Sync),
    hand_over: HandOver<'_>,
) -> Result<Vec<Ready>, WriteError<E>> {
    let (stopped, needed) = (AtomicBool::new(false), AtomicU64::new(0));
    let progress = Progress::new("files", plan.outputs.len());
    let one = |buffer: &mut Vec<u8>, (number, output): (usize, &Output)| {
        if let Some(signal) = interrupt::asked() {
            return Err(Failed::Interrupted(signal));
        }
        progress.step();
        let content = make(output).map_err(|error| {
            stopped.store(true, Ordering::Relaxed);
            Failed::Page(error)
        })?;
        let ready = if stopped.load(Ordering::Relaxed) {
            Ok(None)
        } else {
            let file = File { number, path: &output.path, content: &content };
            hand_over(&file, buffer).map(Some)
        };
        let room = match ready.as_ref().ok().and_then(Option::as_ref) {
            Some(Ready { at: At::Place, .. }) => 0,
            Some(ready) => ready.bytes,
            None => copy::length(root, &content),
        };
        needed.fetch_add(room, Ordering::Relaxed);
        ready.map_err(|fault| {
            stopped.store(true, Ordering::Relaxed);
            Failed::Fault(fault)
        })
    };
    let mut made: Vec<Result<Option<Ready>, Failed<E>>> = Vec::new();
    plan.outputs.par_iter().enumerate().map_init(Vec::new, one).collect_into_vec(&mut made);

    drop(progress);

    let mut ready = Vec::with_capacity(made.len());
    let (mut pages, mut fault) = (Vec::new(), None);
    for made in made {
        match made {
            Ok(file) => ready.extend(file),
            Err(Failed::Page(error)) => pages.push(error),
            Err(Failed::Fault(first)) => fault = fault.or(Some(first)),
            Err(Failed::Interrupted(signal)) => return Err(WriteError::Interrupted(signal)),
        }
    }
    match fault {
        _ if !pages.is_empty() => Err(WriteError::Made(pages)),
        Some(Fault::Refused(refusal)) => Err(WriteError::Refused(refusal)),
        Some(Fault::Io(error)) => {
            let kind = error.source.kind();
            let full = matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded);
            let needed = needed.into_inner();
            Err(WriteError::Io(if full { error.needing(needed) } else { error }))
        }
        None => Ok(ready),
    }
}
