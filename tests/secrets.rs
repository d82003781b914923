//! Canary secrets: none is said, kept, or shown in the arguments of a program, whatever happens.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use program::program;
use tempfile::TempDir;

const KEY_ID: &str = "AKIACANARYCANARYCANA";
const SESSION: &str = "canary-session-7d793037a076";
const TOKEN: &str = "canary-token-e4da3b7fbbce";
const KEY_PATH: &str = "canary-key-1679091c5a88";
const CANARIES: [&str; 5] = [KEY_ID, hosts::SECRET, SESSION, TOKEN, KEY_PATH];

fn site(target: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files(fixture::SITE) {
        let full = root.path().join(&path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        let target = format!("publish:\n  - {target}\n");
        fs::write(full, if path == "dateline.yaml" { text + &target } else { text }).unwrap();
    }
    root
}

fn assert_clean(text: &str, about: &str) {
    for canary in CANARIES {
        assert!(!text.contains(canary), "{about} shows {canary}: {text}");
    }
    assert!(!text.contains("X-Amz-Signature"), "{about}: {text}");
}

/// Runs it with all canaries in reach, and looks at the arguments of every program meanwhile.
fn swept(root: &Path, words: &[&str], environment: &[(&str, String)]) -> i32 {
    let mut command = Command::new(program());
    command.args(words).args(["--now", "2021-12-30T20:00Z"]).current_dir(root);
    command.env("NO_COLOR", "1").env("AWS_ACCESS_KEY_ID", KEY_ID).env("AWS_SESSION_TOKEN", SESSION);
    command.env("AWS_SECRET_ACCESS_KEY", hosts::SECRET).stdin(Stdio::null());
    command.envs(environment.iter().map(|(name, value)| (name, value)));
    let over = AtomicBool::new(false);
    let (output, looks) = std::thread::scope(|threads| {
        let watch = threads.spawn(|| {
            let mut looks = 0;
            while !over.load(Ordering::Relaxed) {
                for entry in fs::read_dir("/proc").unwrap().flatten() {
                    let Ok(line) = fs::read(entry.path().join("cmdline")) else { continue };
                    // The store of a test that runs at the same time is told its key so.
                    if !line.windows(6).any(|it| it == b"s3s-fs") {
                        let said = String::from_utf8_lossy(&line);
                        assert_clean(&said, "the arguments of a program");
                    }
                }
                looks += 1;
                sleep(Duration::from_millis(3));
            }
            looks
        });
        let output = command.output();
        over.store(true, Ordering::Relaxed);
        (output.unwrap(), watch.join().unwrap())
    });
    assert!(looks > 3);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_clean(&said, "what was said");
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else if let Ok(bytes) = fs::read(&path) {
                assert_clean(&String::from_utf8_lossy(&bytes), &path.display().to_string());
            }
        }
    }
    output.status.code().unwrap()
}

#[test]
fn nothing_shows_a_secret_of_a_store() {
    let Some(server) = hosts::moto() else { return };
    let port = server.port;
    let root =
        site(&format!("{{name: s, to: s3, bucket: site, endpoint: 'http://127.0.0.1:{port}'}}"));
    assert_eq!(swept(root.path(), &["publish"], &[]), 0);
    assert_eq!(swept(root.path(), &["publish", "--verify"], &[]), 0);
    drop(server);
    let nowhere = site("{name: s, to: s3, bucket: none, endpoint: 'http://127.0.0.1:1'}");
    assert_eq!(swept(nowhere.path(), &["publish"], &[]), 2);
}

#[test]
fn nothing_shows_the_path_of_a_key() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    fs::rename(state.join("user"), state.join(KEY_PATH)).unwrap();
    let config = fs::read_to_string(state.join("ssh_config")).unwrap();
    fs::write(state.join("ssh_config"), config.replace("/user\n", &format!("/{KEY_PATH}\n")))
        .unwrap();
    let root = site(&format!(
        "{{name: far, to: ssh, host: host, path: '{}'}}",
        state.join("www").display()
    ));
    let environment = [("DATELINE_SSH_CONFIG", state.join("ssh_config").display().to_string())];
    assert_eq!(swept(root.path(), &["publish"], &environment), 0);
    assert_eq!(swept(root.path(), &["publish", "--verify"], &environment), 0);
    // Nobody lets that key in.
    fs::write(state.join("authorized"), "").unwrap();
    assert_eq!(swept(root.path(), &["publish"], &environment), 2);
}

#[test]
fn nothing_shows_a_token_that_git_is_given() {
    let state = tempfile::tempdir().unwrap();
    let helper = state.path().join("helper");
    fs::write(&helper, format!("username=me\npassword={TOKEN}\n")).unwrap();
    // A host that asks who comes, and lets nobody in.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let given = std::sync::Arc::new(AtomicBool::new(false));
    let noted = std::sync::Arc::clone(&given);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut piece = [0; 4096];
            let length = stream.read(&mut piece).unwrap_or(0);
            let asked = String::from_utf8_lossy(&piece[..length]).to_lowercase();
            let known = asked.contains("authorization: basic");
            noted.fetch_or(known, Ordering::SeqCst);
            let status = if known { "403 No" } else { "401 Who" };
            let text = format!(
                "HTTP/1.1 {status}\r\nwww-authenticate: Basic realm=\"x\"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
            );
            let _ = stream.write_all(text.as_bytes());
        }
    });
    let environment = [
        ("GIT_CONFIG_COUNT", "1".to_owned()),
        ("GIT_CONFIG_KEY_0", "credential.helper".to_owned()),
        ("GIT_CONFIG_VALUE_0", format!("!cat {}; true", helper.display())),
    ];
    let root = site(&format!("{{name: b, to: git, remote: 'http://127.0.0.1:{port}/site.git'}}"));
    assert_eq!(swept(root.path(), &["publish"], &environment), 2);
    assert!(given.load(Ordering::SeqCst), "git never gave the token");
    // The same to a repository that takes it.
    let root = site("{name: b, to: git, remote: site.git}");
    let made = Command::new("git")
        .args(["init", "-q", "--bare", "site.git"])
        .current_dir(root.path())
        .status();
    assert!(made.unwrap().success());
    assert_eq!(swept(root.path(), &["publish"], &environment), 0);
}

#[test]
fn a_secret_in_the_settings_is_refused_and_not_repeated() {
    for target in [
        format!("{{name: b, to: git, remote: 'https://{TOKEN}@host.example/site.git'}}"),
        format!("{{name: b, to: git, remote: 'https://me:{TOKEN}@host.example/site.git'}}"),
        format!("{{name: s, to: s3, bucket: b, secret_key: {TOKEN}}}"),
        format!("{{name: s, to: s3, bucket: b, endpoint: 'https://host.example/?token={TOKEN}'}}"),
    ] {
        let root = site(&target);
        for words in
            [&["publish"][..], &["check", "--format", "json"], &["check", "--format", "sarif"]]
        {
            let mut command = Command::new(program());
            let output = command.args(words).current_dir(root.path()).output().unwrap();
            let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert!(said.contains("secret-in-settings"), "{said}");
            assert_clean(&said, &format!("{words:?}"));
        }
        let mut command = Command::new(program());
        let output = command.arg("publish").current_dir(root.path()).output().unwrap();
        assert!(String::from_utf8_lossy(&output.stderr).contains("dateline.yaml:6:"), "{output:?}");
    }
}
