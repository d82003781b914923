//! Names of files: which are passed over, which are refused, and how they are shown.

use std::path::Path;

use crate::model::file_name::is_device;

/// Whether an editor, a copying program or the system left this file, or is just writing it.
#[must_use]
pub fn is_temporary(name: &str) -> bool {
    const ENDS: [&str; 13] = [
        "~",
        ".swp",
        ".swo",
        ".swx",
        ".tmp",
        ".temp",
        ".bak",
        ".orig",
        ".rej",
        ".part",
        ".crdownload",
        "___jb_tmp___",
        "___jb_old___",
    ];
    const SYSTEM: [&str; 4] = ["Thumbs.db", "desktop.ini", "Icon\r", "4913"];
    let lock = name.starts_with("~$") || (name.starts_with('#') && name.ends_with('#'));
    // `sed -i` writes `sedXXXXXX` beside the file; other programs `name.tmp.1234`.
    let sed = name
        .strip_prefix("sed")
        .is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()));
    lock || sed
        || name.contains(".tmp.")
        || SYSTEM.contains(&name)
        || ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether a file of this name is no content: hidden, set aside, or temporary.
#[must_use]
pub fn is_no_content(name: &str) -> bool {
    name.starts_with(['.', '_']) || is_temporary(name)
}

/// Whether a static file of this name is not published. Some hosts are steered by files whose
/// names begin with a dot; no others leave, for they may be private.
#[must_use]
pub fn is_no_asset(name: &str) -> bool {
    const STEERING: [&str; 4] = [".well-known", ".nojekyll", ".htaccess", ".domains"];
    (name.starts_with('.') && !STEERING.contains(&name)) || is_temporary(name)
}

/// Whether a character cannot be seen or turns the direction of what is shown. (The joiners that
/// Persian and emoji need are let through.)
fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What is wrong with a name wherever it stands: it could not be shown for what it is.
#[must_use]
pub fn deception(name: &str) -> Option<&'static str> {
    name.contains(is_deceptive).then_some("has a character that cannot be seen")
}

/// What is wrong with a name that has to stand on every system.
#[must_use]
pub fn unportable(name: &str) -> Option<&'static str> {
    if name.ends_with(['.', ' ']) {
        Some("ends in a dot or a space, which Windows takes away")
    } else if name.contains(['\\', ':', '*', '?', '"', '<', '>', '|']) {
        Some("has one of `\\ : * ? \" < > |`, which Windows does not allow")
    } else if is_device(name) {
        Some("is the name of a device on Windows")
    } else {
        deception(name)
    }
}

/// A path as it can be shown on any terminal: what cannot be seen is written out.
#[must_use]
pub fn shown(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        for c in chunk.valid().chars() {
            if is_deceptive(c) {
                text.extend(c.escape_default());
            } else {
                text.push(c);
            }
        }
        for byte in chunk.invalid() {
            text.push_str(&format!("\\x{byte:02x}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_is_no_content() {
        for name in [
            ".x.md.swp",
            "x.md~",
            "#x.md#",
            ".#x.md",
            "x.md.swp",
            "x.md___jb_tmp___",
            "4913",
            "x.md.orig",
            "sedAb12Cd",
            "~$x.md",
            "x.md.tmp.12.34",
            "_note.md",
            "x.md.bak",
        ] {
            assert!(is_no_content(name), "{name}");
        }
        for name in ["x.md", "sed-editor.md", "tmp.md", "4913.md", "bak.md", "sedition.md"] {
            assert!(!is_no_content(name), "{name}");
        }
    }

    #[test]
    fn files_that_steer_a_host_are_published() {
        assert!(!is_no_asset("_headers") && !is_no_asset(".nojekyll"));
        assert!(is_no_asset(".env") && is_no_asset(".DS_Store") && is_no_asset("x.css~"));
    }

    #[test]
    fn names_that_some_system_does_not_allow_are_found() {
        for name in ["CON", "aux.txt", "com1.md", "a:b", "a\\b", "x.", "x ", "a\nb", "x\u{202e}y"] {
            assert!(unportable(name).is_some(), "{name:?}");
        }
        for name in ["console.css", "com.md", "com10.md", "übersicht.png", "a b.png", "-x.css"] {
            assert!(unportable(name).is_none(), "{name:?}");
        }
    }

    #[test]
    fn a_shown_name_hides_nothing() {
        assert_eq!(shown(Path::new("a\nb\u{202e}c")), "a\\nb\\u{202e}c");
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStrExt;
            let name = std::ffi::OsStr::from_bytes(b"a\xffb");
            assert_eq!(shown(Path::new(name)), "a\\xffb");
        }
    }
}
