//! `verify ADDRESS`: builds, and compares with what stands at an address.

use std::time::Duration;

use rayon::prelude::*;

use crate::cli::{Everywhere, Verify};
use crate::commands::refusal::Refusal;
use crate::commands::stop::Stop;
use crate::commands::{build, start};
use crate::hash;
use crate::io::fetch::fetch;
use crate::io::publish::built::Built;
use crate::io::terminal;

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How many differences are told one by one.
const SHOWN: usize = 20;

/// Compares.
///
/// # Errors
/// Where the briefing has errors, the address cannot be reached, or anything differs.
pub fn run(verify: &Verify, everywhere: &Everywhere) -> Result<(), Stop> {
    let root = start::root(everywhere)?;
    let engine = start::engine_at(&root, everywhere, false)?;
    if engine.diagnostics().has_errors() {
        return Err(Stop::Errors(engine.diagnostics().clone()));
    }
    let make = |output: &_| engine.make(output);
    let built = Built::new(&root, "", engine.outputs(), &make);
    let built = built.map_err(|error| build::stopped(&engine, error))?;
    let base = verify.address.trim_end_matches("index.html").trim_end_matches('/');
    // Of an address that nobody answers at, it cannot be said that its files differ.
    if let Err(none) = fetch(&format!("{base}/"), PATIENCE)
        && !none.answered
    {
        let message =
            format!("`{base}/` could not be reached, so nothing was compared: {}", none.why);
        let help = "see whether the address is spelled right, with https:// or http://, and whether \
                    you are connected";
        return Err(Refusal::new(message, help).into());
    }
    let files: Vec<_> = built.manifest.files.iter().collect();
    let wrong: Vec<String> = files
        .par_iter()
        .filter_map(|(path, entry)| match fetch(&format!("{base}/{path}"), PATIENCE) {
            Ok(fetched) if hash::sha256_hex(&fetched.bytes) == *entry.sha256 => None,
            Ok(_) => Some(format!("`{path}` has other bytes")),
            Err(none) => Some(format!("`{path}`: {}", none.why)),
        })
        .collect();
    if wrong.is_empty() {
        let files = files.len();
        terminal::result(&format!("all {files} files at {base}/ are those of this content"));
        return Ok(());
    }
    let shown: Vec<&str> = wrong.iter().take(SHOWN).map(String::as_str).collect();
    let message = format!(
        "{} of {} files at {base}/ are not those of this content:\n  {}",
        wrong.len(),
        files.len(),
        shown.join("\n  ")
    );
    let help = "take the content and the version of this program that it was published from";
    Err(Refusal::new(message, help).into())
}
