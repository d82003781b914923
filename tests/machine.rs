//! Publishing to another machine over a real OpenSSH server that allows sftp alone.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

fn site(to: &Path) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files(fixture::SITE) {
        let target =
            format!("publish:\n  - {{name: far, to: ssh, host: host, path: '{}'}}\n", to.display());
        write(root.path(), &path, &if path == "dateline.yaml" { text + &target } else { text });
    }
    root
}

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn command(root: &Path, state: &Path, config: &str, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(words).args(["--now", "2021-12-30T20:00Z"]).current_dir(root);
    command.env("NO_COLOR", "1").env("DATELINE_SSH_CONFIG", state.join(config));
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn ran(root: &Path, state: &Path, config: &str, words: &[&str]) -> (i32, String) {
    let output = command(root, state, config, words).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

fn done(root: &Path, state: &Path, words: &[&str]) -> String {
    let (status, said) = ran(root, state, "ssh_config", words);
    assert_eq!(status, 0, "{words:?}: {said}");
    said
}

/// What readers are led to, but the manifest.
fn current(to: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = files(&fs::canonicalize(to.join("current")).unwrap());
    found.remove(".dateline/manifest.json").unwrap();
    found
}

fn files(top: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![top.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()) {
            let name = path.strip_prefix(top).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path)
            } else {
                drop(found.insert(name, fs::read(&path).unwrap()))
            }
        }
    }
    found
}

fn second(root: &Path) {
    write(root, "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
    write(root, "static/style.css", "body { color: black }\n");
}

#[test]
fn another_machine_gets_the_site_and_gives_it_back() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    let to = state.join("www/call");
    let root = site(&to);
    let (root, public) = (root.path(), root.path().join("public"));
    done(root, state, &["publish"]);
    done(root, state, &["build"]);
    let first = files(&public);
    assert_eq!(current(&to), first);
    assert!(done(root, state, &["publish"]).starts_with("nothing to do"));
    done(root, state, &["publish", "--verify"]);
    second(root);
    done(root, state, &["publish"]);
    done(root, state, &["build"]);
    let mut now = current(&to);
    // The old style sheet is kept for open pages.
    now.retain(|path, _| !path.ends_with(".css") || public.join(path).exists());
    assert_eq!(now, files(&public));
    assert_eq!(done(root, state, &["publish", "--list"]).lines().count(), 2);
    done(root, state, &["publish", "--rollback"]);
    assert_eq!(current(&to), first);
    let left = fs::read_dir(to.join("releases")).unwrap().map(|it| it.unwrap().file_name());
    let left: Vec<_> = left.map(|it| it.into_string().unwrap()).collect();
    assert!(!left.iter().any(|it| it.contains("part") || it.contains("lock")), "{left:?}");
}

#[test]
fn a_wrong_host_key_and_a_stranger_are_refused_in_plain_words() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    let to = state.join("www");
    let root = site(&to);
    let (status, said) = ran(root.path(), state, "wrong_config", &["publish"]);
    assert!(status == 2 && said.contains("ssh-keygen -R"), "{said}");
    let config = fs::read_to_string(state.join("ssh_config")).unwrap();
    fs::write(state.join("nobody"), config.replace("/user\n", "/stranger\n")).unwrap();
    let (status, said) = ran(root.path(), state, "nobody", &["publish"]);
    assert!(status == 2 && said.contains("ssh-add"), "{said}");
    assert!(!to.exists());
    fs::create_dir(&to).unwrap();
    fs::write(to.join("theirs.html"), "x").unwrap();
    let (status, said) = ran(root.path(), state, "ssh_config", &["publish"]);
    assert!(status == 2 && said.contains("--adopt") && said.contains("theirs.html"), "{said}");
}

#[test]
fn whenever_it_is_killed_readers_have_a_whole_release_and_a_rerun_ends_clean() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    let steps = if std::env::var_os("DATELINE_ALL").is_some() { 40 } else { 8 };
    for step in 0..steps {
        let to = state.join(format!("www-{step}"));
        let root = site(&to);
        let root = root.path();
        done(root, state, &["publish"]);
        let old = current(&to);
        second(root);
        let mut child = command(root, state, "ssh_config", &["publish"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(step * 2400 / steps));
        let _ = child.kill();
        let _ = child.wait();
        std::thread::sleep(Duration::from_millis(200));
        let seen = current(&to);
        let whole = seen == old || seen.contains_key("actors/sue.html");
        assert!(whole, "{step}: {:?}", seen.keys());
        done(root, state, &["publish"]);
        done(root, state, &["publish", "--verify"]);
        let left = fs::read_dir(to.join("releases")).unwrap().map(|it| it.unwrap().file_name());
        let mut left: Vec<_> = left.map(|it| it.into_string().unwrap()).collect();
        left.retain(|it| !it.starts_with("2021-"));
        assert_eq!(left, ["order"], "{step}");
    }
}
