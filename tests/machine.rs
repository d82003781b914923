//! Publishing to another machine over a real OpenSSH server that allows sftp alone.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use program::program;
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
    let mut command = Command::new(program());
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
fn names_are_taken_as_they_are_written() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    let to = state.join("w[1]*?");
    let root = site(&to);
    let (root, public) = (root.path(), root.path().join("public"));
    write(root, "static/a[1].txt", "x");
    done(root, state, &["publish"]);
    done(root, state, &["build"]);
    assert_eq!(current(&to), files(&public));
    assert!(done(root, state, &["publish"]).starts_with("nothing to do"));
    done(root, state, &["publish", "--verify"]);
}

#[test]
fn a_publish_that_fails_gives_the_lock_back() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    let to = state.join("www");
    let root = site(&to);
    // Nothing can be renamed over it.
    fs::create_dir_all(to.join("current/theirs")).unwrap();
    fs::create_dir_all(to.join("releases")).unwrap();
    let (status, said) = ran(root.path(), state, "ssh_config", &["publish"]);
    assert!(status == 2, "{said}");
    let left = fs::read_dir(to.join("releases")).unwrap().map(|it| it.unwrap().file_name());
    let left: Vec<_> = left.map(|it| it.into_string().unwrap()).collect();
    assert!(!left.is_empty() && !left.iter().any(|it| it.contains("lock")), "{left:?}");
}

#[test]
fn what_is_retracted_is_in_nothing_that_a_killed_publish_has_left() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    let to = state.join("www");
    let root = site(&to);
    let root = root.path();
    second(root);
    done(root, state, &["publish"]);
    // Half a release with the names that may stand in it, and a whole one that nobody was led to.
    let releases = to.join("releases");
    let live = fs::canonicalize(to.join("current")).unwrap();
    for (name, names) in [("2021-12-29-0123456789.ab.part", true), ("2021-12-29-0123456789", false)]
    {
        let copied = Command::new("cp").arg("-a").arg(&live).arg(releases.join(name)).status();
        assert!(copied.unwrap().success());
        if names {
            let names = name.replace(".part", ".names");
            fs::copy(live.join(".dateline/manifest.json"), releases.join(names)).unwrap();
        }
    }
    // One that is told of and is not there, as after the death of a retraction.
    let order = fs::read_to_string(releases.join("order")).unwrap();
    fs::write(releases.join("order"), format!("../../away\n2021-12-28-0123456789\n{order}"))
        .unwrap();
    fs::remove_file(root.join("content/actors/sue.md")).unwrap();
    let told = done(root, state, &["retract", "sue"]);
    assert!(told.contains("is gone from 1 target"), "{told}");
    for (path, bytes) in files(&to) {
        let tells = String::from_utf8_lossy(&bytes).contains("Sue Poe");
        assert!(!tells && !path.contains("sue."), "{path}");
    }
    assert_eq!(done(root, state, &["publish", "--list"]).lines().count(), 1);
}

/// Waits until that is so, but not for ever.
fn until(about: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(20), "{about}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn a_publish_is_one_connection_that_ends_with_it() {
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    let Some(_server) = hosts::sshd(state) else { return };
    let root = site(&state.join("www"));
    let root = root.path();
    let connections = || {
        let log = fs::read_to_string(state.join("log")).unwrap();
        log.matches("Accepted publickey").count()
    };
    done(root, state, &["publish"]);
    assert_eq!(connections(), 1);
    // Where the user shares connections, that is enough: a person may have had to open one.
    let config = fs::read_to_string(state.join("ssh_config")).unwrap();
    let own = state.join("own");
    let shares =
        format!("  ControlMaster auto\n  ControlPath {}\n  ControlPersist 60\n", own.display());
    fs::write(state.join("shares"), config + &shares).unwrap();
    second(root);
    for _ in 0..2 {
        let (status, said) = ran(root, state, "shares", &["publish"]);
        assert!(status == 0 && own.exists(), "{said}");
        assert_eq!(connections(), 2);
    }
    let ends = Command::new("ssh")
        .args(["-O", "exit", "-F"])
        .arg(state.join("shares"))
        .arg("host")
        .output();
    assert!(ends.unwrap().status.success());
    // Killed, it leaves nothing behind that holds the host.
    fs::create_dir(state.join("tmp")).unwrap();
    let sockets = || {
        let folders =
            fs::read_dir(state.join("tmp")).unwrap().map(|it| it.unwrap().path().join("s"));
        folders.filter(|it| it.exists()).count()
    };
    let mut publish = command(root, state, "ssh_config", &["publish", "--verify"]);
    let mut child = publish.env("TMPDIR", state.join("tmp")).spawn().unwrap();
    until("it connects", || sockets() == 1);
    child.kill().unwrap();
    child.wait().unwrap();
    until("the connection ends", || sockets() == 0);
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
        std::thread::sleep(Duration::from_millis(step * 1600 / steps));
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
        left.retain(|it| {
            !it.starts_with("2021-") || it.ends_with(".part") || it.ends_with(".names")
        });
        assert_eq!(left, ["order"], "{step}");
    }
}
