//! What `sftp` reads, and what it says.

use crate::io::write::error::{Refusal, Unusable};

/// Commands that put a staged file. What stands there is shared with a release that readers see: it is
/// taken away, and never written into.
#[must_use]
pub fn fresh(path: &str, there: &str) -> String {
    format!("-rm {there}\nput {} {there}\n", quoted(&format!("tree/{path}")))
}

/// A path as sftp reads it.
#[must_use]
pub fn quoted(path: &str) -> String {
    let mut text = String::from("\"");
    for c in path.chars() {
        if matches!(c, '"' | '\\' | '*' | '?' | '[' | ']') {
            text.push('\\');
        }
        text.push(c);
    }
    text + "\""
}

/// Why a host does not do what was asked.
#[must_use]
pub fn failed(host: &str, said: &str) -> Unusable {
    let has = |word: &str| said.contains(word);
    let help = if has("Host key verification failed") || has("IDENTIFICATION HAS CHANGED") {
        "the host shows another key than the one that is known, or one that is not known yet: ask who runs it, \
         and only then `ssh-keygen -R HOST` and `ssh HOST`"
    } else if has("Permission denied (") {
        "add the key to the agent with `ssh-add`, or name it in ~/.ssh/config"
    } else if has("Permission denied") {
        "see that this user may write to the folder"
    } else {
        "see that `sftp HOST` works; publish again then: readers see the old site"
    };
    let said = said.lines().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>();
    let last = said.iter().rev().take(3).rev().copied().collect::<Vec<_>>().join("\n  ");
    Refusal::new(format!("`{host}` does not do what was asked:\n  {last}"), help).into()
}

/// The names in what it lists.
#[must_use]
pub fn names(listed: &[u8]) -> Vec<String> {
    let listed = String::from_utf8_lossy(listed).into_owned();
    let names = listed
        .lines()
        .filter(|line| !line.starts_with("sftp>"))
        .filter_map(|line| line.trim_end().trim_end_matches('/').rsplit('/').next())
        .filter(|name| !matches!(*name, "" | "." | ".."));
    names.map(str::to_owned).collect()
}
