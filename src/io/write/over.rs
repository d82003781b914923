//! Writing over a site of ours: only what has changed.

use std::path::Path;

use crate::io::names;
use crate::io::write::copy::{self, Compared};
use crate::io::write::destination::Destination;
use crate::io::write::error::{Refusal, WriteError, Written};
use crate::io::write::making::{At, Fault, Ready, all, marks};
use crate::io::write::order::Plan;
use crate::io::write::own_files::OwnFiles;
use crate::io::write::placing::Placing;
use crate::io::write::stage::Stage;
use crate::model::site::{Content, Output};

/// Writes.
///
/// # Errors
/// As [`crate::io::write::site`].
pub fn write<E: Send>(
    root: &Path,
    to: &Destination,
    own: &OwnFiles,
    plan: &Plan<'_>,
    make: &(dyn Fn(&Output) -> Result<Content, E> + Sync),
) -> Result<Written, WriteError<E>> {
    let stage = Stage::new(to)?;
    let ready = all(root, plan, make, &|file, buffer| {
        let full = to.folder.join(file.path);
        // What is not ours is not there, or makes room before this is put in place.
        let found = if own.has(file.path) {
            copy::compare(root, &full, file.content, buffer)?
        } else {
            Compared::Missing
        };
        let at = match found {
            Compared::Same(bytes) => {
                let known = own.mark(file.path).map(|mark| Ok(mark.to_owned()));
                let mark = known.unwrap_or_else(|| copy::fingerprint(root, file.content, &full))?;
                return Ok(Ready { bytes, mark, at: At::Place });
            }
            Compared::NoFile if !own.makes_room(file.path) => {
                let shown = names::shown(&full);
                let message = format!("`{shown}` is in the way: it is not the file we wrote");
                return Err(Fault::Refused(Refusal::new(message, "move it away")));
            }
            Compared::NoFile | Compared::Missing => At::Stage { aside: false },
            Compared::Differs(found) => At::Stage { aside: !own.wrote(file.path, &found) },
        };
        let staged = stage.folder()?.join(file.number.to_string());
        let bytes = copy::make(root, &staged, file.content, (&to.folder, file.path))?;
        let mark = copy::fingerprint(root, file.content, &staged)?;
        Ok(Ready { bytes, mark, at })
    })?;
    let files = marks(plan, &ready);
    let written = ready.iter().filter(|ready| ready.at != At::Place).count();
    let mut report = Written {
        files: ready.len(),
        written,
        unchanged: ready.len() - written,
        bytes: ready.iter().map(|ready| ready.bytes).sum(),
        ..Written::default()
    };
    if written > 0 || !own.says(&files) {
        own.begin(root, to, &files)?;
        let placing = Placing { root, to, own, plan };
        placing.run(&stage, &ready, &mut report)?;
        own.finish(root, to, &files)?;
    }
    Ok(report)
}
