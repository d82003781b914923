//! Opening an address in the browser that the system prefers.

use std::io::Error;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::io::error::IoError;

/// What opens an address, in the order in which it is tried.
const OPENERS: &[&[&str]] = if cfg!(windows) {
    &[&["explorer"]]
} else if cfg!(target_os = "macos") {
    &[&["open"]]
} else {
    &[&["xdg-open"], &["gio", "open"], &["wslview"], &["x-www-browser"], &["firefox"]]
};

/// Opens an address, and does not wait for the browser to end.
///
/// # Errors
/// Where no program that opens addresses was found.
pub fn open(address: &str) -> Result<(), IoError> {
    for opener in OPENERS {
        let [program, arguments @ ..] = opener else { continue };
        let mut command = Command::new(program);
        command.args(arguments).arg(address);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Ok(mut child) = command.spawn() {
            // So that nothing is left behind when it ends.
            std::thread::spawn(move || child.wait());
            return Ok(());
        }
    }
    let what = Error::other("no program that opens addresses was found: copy it into a browser");
    Err(IoError::new("open", Path::new(address), what))
}
