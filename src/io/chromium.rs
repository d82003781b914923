//! Printing with a Chromium that is installed. No shell is asked, and nothing is fetched: the page is
//! a file, and its own policy forbids it everything else.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::io::clock::{Stopwatch, wait};
use crate::io::error::IoError;

/// The names and places under which it is looked for, in order.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
/// How long printing may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// Prints a page into a PDF file. `scratch` is an empty folder for what the browser keeps.
///
/// # Errors
/// Where none is installed, or it does not print.
pub fn print(page: &Path, to: &Path, scratch: &Path) -> Result<(), IoError> {
    let failed = |error| IoError::new("print", to, error);
    let none = "no Chromium, Chrome or Edge was found: install one, or open print.html of the site in any \
                browser and print it";
    let browser = find().ok_or_else(|| failed(Error::other(none)))?;
    let profile = scratch.join("profile");
    fs::create_dir_all(&profile).map_err(failed)?;
    let made = scratch.join("printed.pdf");
    let mut command = Command::new(browser);
    command.args(["--headless", "--disable-gpu", "--no-first-run", "--disable-extensions"]);
    command.args(["--disable-background-networking", "--disable-sync", "--no-pdf-header-footer"]);
    command.arg(format!("--user-data-dir={}", profile.display()));
    command.arg(format!("--print-to-pdf={}", made.display()));
    if is_root(scratch) {
        command.arg("--no-sandbox");
    }
    command.arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(failed)?;
    let started = Stopwatch::start();
    while child.try_wait().map_err(failed)?.is_none() {
        if started.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return Err(failed(Error::new(ErrorKind::TimedOut, "the browser does not end")));
        }
        wait(Duration::from_millis(20));
    }
    if !made.is_file() {
        return Err(failed(Error::other("the browser ended and printed nothing")));
    }
    fs::copy(&made, to).map(|_| ()).map_err(failed)
}

/// Whether the program runs as root, who has just made the folder. As root, as in most containers, a
/// Chromium prints only without its sandbox.
fn is_root(folder: &Path) -> bool {
    #[cfg(unix)]
    let is_root = |about: fs::Metadata| std::os::unix::fs::MetadataExt::uid(&about) == 0;
    #[cfg(not(unix))]
    let is_root = |_| false;
    fs::metadata(folder).is_ok_and(is_root)
}

fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let of = |name: &&str| match Path::new(name) {
        full if full.is_absolute() => full.is_file().then(|| full.to_path_buf()),
        name => folders.iter().map(|folder| folder.join(name)).find(|it| it.is_file()),
    };
    NAMES.iter().find_map(of)
}
