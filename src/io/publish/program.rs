//! Programs of the system that publishing uses: git, ssh, sftp, rsync. They keep agents, hardware
//! keys, jump hosts and credential helpers working, and nothing of those passes through here.

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

use crate::io::write::error::{Refusal, Unusable};

/// What a program said.
#[derive(Clone, Debug)]
pub struct Said {
    /// Whether it succeeded.
    pub ok: bool,
    /// Its standard output.
    pub out: Vec<u8>,
    /// Its standard error, without passwords.
    pub err: String,
}

/// What is written to a program.
pub type Input<'a> = &'a mut (dyn FnMut(&mut dyn Write) -> Result<(), Unusable> + Send);

/// Runs a program to its end.
///
/// # Errors
/// Where it is not there, or what is written to it cannot be had.
pub fn run(command: &mut Command, input: Option<Input<'_>>) -> Result<Said, Unusable> {
    let name = command.get_program().to_string_lossy().into_owned();
    let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
    let child = command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let missing = |error: &std::io::Error| {
        if error.kind() == ErrorKind::NotFound {
            return Refusal::new(
                format!("the program `{name}` is needed for this target, and is not there"),
                format!("install `{name}`; on Debian: sudo apt-get install {}", package(&name)),
            );
        }
        Refusal::new(format!("`{name}` cannot be started: {error}"), "see that it works")
    };
    let mut child = child.map_err(|error| missing(&error))?;
    let stdin = child.stdin.take();
    let (written, output) = std::thread::scope(|threads| {
        // Its answers are read while it is written to: neither waits for the other.
        let writer = threads.spawn(move || match (input, stdin) {
            (Some(input), Some(mut stdin)) => input(&mut stdin),
            _ => Ok(()),
        });
        let output = child.wait_with_output();
        (writer.join(), output)
    });
    let output = output.map_err(|error| missing(&error))?;
    let err = without_passwords(&String::from_utf8_lossy(&output.stderr));
    let ok = output.status.success();
    // A program that has ended early says more about why than the pipe to it does.
    if let Ok(Err(error)) = written
        && ok
    {
        return Err(error);
    }
    Ok(Said { ok, out: output.stdout, err })
}

/// The Debian package of a program.
fn package(name: &str) -> &str {
    match name {
        "ssh" | "sftp" => "openssh-client",
        other => other,
    }
}

/// A text without the passwords of the addresses in it.
#[must_use]
pub fn without_passwords(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + 3);
        clean.push_str(before);
        let end =
            after.find(|c: char| c == '/' || c.is_whitespace() || c == '\'').unwrap_or(after.len());
        let host = &after[..end];
        match host.rsplit_once('@') {
            Some((_, host)) => clean.push_str(&format!("…@{host}")),
            None => clean.push_str(host),
        }
        rest = &after[end..];
    }
    clean + rest
}

#[cfg(test)]
mod tests {
    use super::without_passwords;

    #[test]
    fn no_message_shows_a_password() {
        let text = "fatal: 'https://writer:pa@ss@host/x.git/' at ssh://host:22/y\n";
        assert_eq!(without_passwords(text), "fatal: 'https://…@host/x.git/' at ssh://host:22/y\n");
    }
}
