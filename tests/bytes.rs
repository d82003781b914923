//! A publish that dies, or loses its connection, between two bytes: of what it sends, of what it is
//! answered, of a file that it writes. On all four kinds of target, with `--freeze`, and while it
//! takes something back.
//!
//! Readers have the old release or the new one, whole (of a store: every page with its assets); what
//! is not ours stays; the live manifest tells only of what is there; a rerun ends as a publish that
//! nothing happened to, with the same record; what is frozen never changes.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hosts::line::{self, Line, Way};
use hosts::{Files, files};
use program::program;
use serde_json::Value;
use tempfile::TempDir;

/// The day of the version that is frozen before, and the moment of the publish that dies.
const FROZEN: &str = "v/2021-12-30/";
const NOW: [&str; 2] = ["2021-12-30T20:00Z", "2021-12-31T08:00Z"];
const THEIRS: &str = "theirs.txt";

/// A site and the place it publishes to. Both are set back to where they were before each death.
struct Place {
    state: TempDir,
    to: &'static str,
    line: Option<Line>,
    _server: Option<hosts::Server>,
    /// Before the publish that dies, and after one that does not.
    old: Files,
    new: Files,
    kept: BTreeMap<String, Files>,
}

impl Place {
    fn new(to: &'static str) -> Option<Place> {
        let state = tempfile::tempdir().unwrap();
        let server = match to {
            "folder" => None,
            "s3" => Some(hosts::s3s(&state.path().join("at"))?),
            "git" | "shell" => Some(hosts::sshd_with_shell(state.path())?),
            _ => Some(hosts::sshd(state.path())?),
        };
        let line = server.as_ref().map(|server| line::to(server.port));
        if let (Some(line), Some(server)) = (&line, &server) {
            for name in ["ssh_config", "known"] {
                if let Ok(text) = fs::read_to_string(state.path().join(name)) {
                    let text = text.replace(&server.port.to_string(), &line.port.to_string());
                    fs::write(state.path().join(name), text).unwrap();
                }
            }
        }
        let (old, new, kept) = (Files::new(), Files::new(), BTreeMap::new());
        let mut place = Place { state, to, line, _server: server, old, new, kept };
        place.begin();
        Some(place)
    }

    fn at(&self) -> PathBuf {
        self.state.path().join("at")
    }

    fn root(&self) -> PathBuf {
        self.state.path().join("root")
    }

    /// The first release, with a version; something of somebody else's beside it; then an edit.
    fn begin(&mut self) {
        let (at, root) = (self.at(), self.root());
        let port = self.line.as_ref().map_or(0, |line| line.port);
        let shown = at.display();
        let target = match self.to {
            "folder" => format!("to: folder, path: '{shown}'"),
            "ssh" | "shell" => format!("to: ssh, host: host, path: '{shown}'"),
            "git" => format!("to: git, remote: 'ssh://host{shown}', branch: pages"),
            _ => format!("to: s3, bucket: site, endpoint: 'http://127.0.0.1:{port}', prefix: p"),
        };
        for (path, text) in fixture::files(fixture::SITE) {
            let target = format!("publish:\n  - {{name: t, {target}}}\n");
            write(&root, &path, &if path == "dateline.yaml" { text + &target } else { text });
        }
        let old = "---\nname: Old One\nkind: person\n---\nX.\n";
        write(&root, "content/actors/old.md", old);
        if self.to == "git" {
            git(self.state.path(), &["init", "-q", "--bare", &shown.to_string()]);
        }
        self.done(0);
        match self.to {
            "git" => {
                let clone = self.state.path().join("clone");
                let to = clone.display().to_string();
                git(self.state.path(), &["clone", "-q", "-b", "pages", &shown.to_string(), &to]);
                write(&clone, THEIRS, "theirs");
                git(&clone, &["add", "."]);
                let who = ["-c", "user.name=x", "-c", "user.email=x@y.z"];
                git(&clone, &[&who[..], &["commit", "-qm", "theirs"]].concat());
                git(&clone, &["push", "-q", "origin", "HEAD:pages"]);
            }
            "s3" => write(&at.join("site/p"), THEIRS, "theirs"),
            _ => write(&at, THEIRS, "theirs"),
        }
        self.old = self.seen();
        write(&root, "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
        write(
            &root,
            "content/sections/01-the-call.md",
            "---\ntitle: An hour\n---\n[[sue]] came.\n",
        );
        write(&root, "static/style.css", "body { color: black }\n");
        fs::remove_file(root.join("content/actors/old.md")).unwrap();
        self.save("before");
        self.clean(&["publish"]);
    }

    /// What nothing happens to, as a measure for the rest.
    fn clean(&mut self, words: &[&str]) {
        self.count();
        let output = self.command(words, 1).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        (self.new, self.kept) = (self.seen(), self.beside());
    }

    fn save(&self, name: &str) {
        let to = self.state.path().join(name);
        let _ = fs::remove_dir_all(&to);
        fs::create_dir(&to).unwrap();
        copy(&[&self.at(), &self.root()], &to);
    }

    fn set_back(&self, name: &str) {
        let _ = (fs::remove_dir_all(self.at()), fs::remove_dir_all(self.root()));
        let from = self.state.path().join(name);
        copy(&[&from.join("at"), &from.join("root")], self.state.path());
    }

    fn command(&self, words: &[&str], day: usize) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", "exec \"$@\"", "sh"]);
        self.fill(&mut command, words, day);
        command
    }

    /// A command that may write no file of more blocks (of 512 bytes): at the first byte beyond, it
    /// is killed, in the middle of its file.
    fn that_dies_writing(&self, blocks: usize, words: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -c 0; ulimit -f $0; exec \"$@\"", &blocks.to_string()]);
        self.fill(&mut command, words, 1);
        command
    }

    fn fill(&self, command: &mut Command, words: &[&str], day: usize) {
        command.arg(program()).args(words).args(["--now", NOW[day]]);
        if words == ["publish"] {
            command.args(["--freeze", "--allow-deletes", "9"]);
        }
        let config = self.state.path().join("ssh_config");
        let ssh = format!("ssh -o BatchMode=yes -F {}", config.display());
        command.current_dir(self.root()).env("NO_COLOR", "1").stdin(Stdio::null());
        command.env("DATELINE_SSH_CONFIG", config).env("GIT_SSH_COMMAND", ssh);
        command.env("AWS_ACCESS_KEY_ID", hosts::KEY).env("AWS_SECRET_ACCESS_KEY", hosts::SECRET);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        // Whom it started dies with it.
        command.process_group(0);
    }

    fn done(&self, day: usize) {
        let output = self.command(&["publish"], day).output().unwrap();
        assert!(output.status.success(), "{}: {output:?}", self.to);
    }

    fn count(&self) -> (usize, usize) {
        self.line.as_ref().map_or((0, 0), Line::counted)
    }

    /// What readers see, and what stands beside it.
    fn seen(&self) -> Files {
        let at = self.at();
        match self.to {
            "git" => {
                // One commit: the server may still be taking what was sent before the line was cut.
                let folder = tempfile::tempdir().unwrap();
                let archive = folder.path().join("archive.tar");
                git(&at, &["archive", "--output", archive.to_str().unwrap(), "pages"]);
                let mut tar = Command::new("tar");
                let tar = tar.arg("-xf").arg(&archive).current_dir(folder.path()).status().unwrap();
                assert!(tar.success());
                fs::remove_file(archive).unwrap();
                files(folder.path())
            }
            "s3" => {
                let mut seen = files(&at.join("site/p"));
                seen.retain(|path, _| !path.contains(".tmp.") && !path.contains("/.s3s"));
                seen
            }
            _ => {
                let mut seen = files(&fs::canonicalize(at.join("current")).unwrap());
                seen.insert(THEIRS.into(), fs::read(at.join(THEIRS)).unwrap());
                seen
            }
        }
    }

    /// What else there is of a publish: the records, and what stands beside releases.
    fn beside(&self) -> BTreeMap<String, Files> {
        let mut names = Files::new();
        if let Ok(entries) = fs::read_dir(self.at().join("releases")) {
            let entries = entries.map(|it| it.unwrap().file_name().into_string().unwrap());
            names.extend(entries.map(|name| (name, Vec::new())));
        }
        let records = files(&self.root().join("releases"));
        BTreeMap::from([("names".into(), names), ("records".into(), records)])
    }

    /// What readers have, whenever it ended.
    fn assert_whole(&self, about: &str) {
        let seen = self.seen();
        if self.to != "s3" {
            let same = seen == self.old || seen == self.new;
            assert!(same, "{about}: {:?}", differing(&seen, &self.new));
        }
        assert_eq!(seen[THEIRS], b"theirs", "{about}");
        for (path, bytes) in &seen {
            let known = self.old.contains_key(path) || self.new.contains_key(path);
            assert!(known, "{about}: {path}");
            if path.starts_with(FROZEN) {
                assert!(self.old.get(path) == Some(bytes), "{about}: {path} is frozen");
            }
            if !path.ends_with(".html") {
                continue;
            }
            let text = String::from_utf8_lossy(bytes);
            for link in text.split('"').filter(|it| it.ends_with(".css") || it.ends_with(".js")) {
                let asset = leads_to(path, link);
                assert!(seen.contains_key(&asset), "{about}: {path} asks for {link}");
            }
        }
        let frozen = |all: &Files| all.keys().filter(|it| it.starts_with(FROZEN)).count();
        assert_eq!(frozen(&seen), frozen(&self.old), "{about}");
        // That of a folder stands beside its releases.
        let Some(manifest) = seen.get(".dateline/manifest.json") else { return };
        let manifest: Value = serde_json::from_slice(manifest).unwrap();
        let open = manifest["session"]["names"].as_array().cloned().unwrap_or_default();
        for (path, entry) in manifest["files"].as_object().unwrap() {
            let bytes = seen.get(path).unwrap_or_else(|| panic!("{about}: {path} is not there"));
            let sure = !open.contains(&path.as_str().into());
            let hash = dateline::hash::sha256_hex(bytes);
            assert!(!sure || entry["sha256"] == hash.as_str(), "{about}: {path} is other");
        }
    }

    /// A rerun ends as if nothing had happened.
    fn assert_mended(&self, about: &str) {
        self.done(1);
        let seen = self.seen();
        assert!(seen == self.new, "{about}: {:?}", differing(&seen, &self.new));
        assert!(self.beside() == self.kept, "{about}: {:?}", self.beside());
    }

    /// Publishes; the connection is cut after so many bytes, and the program killed or not.
    fn cut(&self, after: usize, way: Way, kills: bool) -> (Output, bool) {
        let line = self.line.as_ref().unwrap();
        let victim: Arc<Mutex<Option<Child>>> = Arc::default();
        let mut slot = victim.lock().unwrap();
        let killed = Arc::clone(&victim);
        line.cut_after(after, way, move || {
            // Not before it is there.
            if let Some(child) = killed.lock().unwrap().as_ref().filter(|_| kills) {
                let group = format!("-{}", child.id());
                let _ = Command::new("kill").args(["-9", "--", &group]).status();
            }
        });
        *slot = Some(self.command(&["publish"], 1).spawn().unwrap());
        drop(slot);
        let status = loop {
            let status = victim.lock().unwrap().as_mut().unwrap().try_wait().unwrap();
            if let Some(status) = status {
                break status;
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        line.wait();
        let output = victim.lock().unwrap().take().unwrap().wait_with_output().unwrap();
        assert!(!kills || line.mend() || status.signal() == Some(9), "{output:?}");
        (output, !line.mend())
    }
}

fn copy(from: &[&Path], to: &Path) {
    let done = Command::new("cp").arg("-a").args(from).arg(to).status().unwrap();
    assert!(done.success());
}

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn git(at: &Path, words: &[&str]) -> Vec<u8> {
    let output = Command::new("git").args(words).current_dir(at).output().unwrap();
    assert!(output.status.success(), "git {words:?}: {output:?}");
    output.stdout
}

fn differing<'a>(one: &'a Files, other: &'a Files) -> Vec<&'a String> {
    let differs = |path: &&String| one.get(*path) != other.get(*path);
    one.keys().chain(other.keys()).filter(differs).collect()
}

/// What a link on a page leads to.
fn leads_to(page: &str, link: &str) -> String {
    if let Some(path) = link.strip_prefix("/call/") {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// Where to cut: everywhere, in steps, where that is wanted; else at some places, the same each time.
fn places(seed: u64, end: usize, step: usize, some: usize) -> Vec<usize> {
    if fixture::all_wanted() {
        return (0..end).step_by(step).collect();
    }
    let mut random = fixture::Random::new(seed);
    (0..some).map(|_| random.below(end)).collect()
}

/// Dies in the middle of what it sends and of what it is answered.
fn dies_on_the_line(to: &'static str, step: usize) {
    let Some(place) = Place::new(to) else { return };
    let (up, down) = place.count();
    let (mut deaths, mut faults) = (0, 0);
    for (way, end, some) in [(Way::Up, up, 6), (Way::Down, down, 3)] {
        for (number, after) in places(7, end, step, some).into_iter().enumerate() {
            // Every third is a connection that is lost, while the program lives.
            let kills = number % 3 != 2;
            let about = format!("{to}: {way:?}, {after} of {end} bytes, killed: {kills}");
            place.set_back("before");
            let (output, was_cut) = place.cut(after, way, kills);
            place.assert_whole(&about);
            if was_cut && !kills {
                faults += 1;
                let said = String::from_utf8_lossy(&output.stderr);
                let told = output.status.success() || said.contains("help");
                assert!(told, "{about}: {said}");
                // A store is asked again; what goes over one connection has ended with it.
                assert!(to != "s3" || output.status.success(), "{about}: {said}");
            }
            deaths += usize::from(was_cut && kills);
            place.assert_mended(&about);
        }
    }
    eprintln!("{to}: {deaths} deaths and {faults} lost connections in {up} + {down} bytes");
    assert!(deaths > 2 && faults > 1, "{deaths} {faults}");
}

#[test]
fn a_store_is_whole_whatever_byte_of_a_transfer_was_the_last() {
    dies_on_the_line("s3", 4_000);
}

#[test]
fn another_machine_has_a_whole_release_whatever_byte_was_the_last() {
    dies_on_the_line("ssh", 4_000);
}

#[test]
fn a_machine_with_a_shell_has_a_whole_release_whatever_byte_was_the_last() {
    if hosts::program("rsync").is_some() {
        dies_on_the_line("shell", 4_000);
    }
}

/// What a host is asked for goes on there where the publish that asked is killed.
#[test]
fn a_host_that_still_works_for_a_killed_publish_spoils_nothing_of_the_next() {
    let Some(place) = Place::new("shell").filter(|_| hosts::program("rsync").is_some()) else {
        return;
    };
    place.set_back("before");
    let (began, ended) = (place.state.path().join("began"), place.state.path().join("ended"));
    let state = place.state.path().display();
    // The first copy there begins when the second has ended, and the second ends after the first.
    let copies = format!(
        "#!/bin/sh\nif mkdir {state}/began 2>/dev/null; then\n\
         until test -e {state}/second; do sleep 0.05; done; /bin/cp \"$@\"; code=$?\n\
         mkdir {state}/first; sleep 0.5; mkdir {state}/ended; exit $code\nfi\n\
         /bin/cp \"$@\" && mkdir {state}/second && until test -e {state}/ended; do sleep 0.05; done\n"
    );
    write(place.state.path(), "bin/cp", &copies);
    fs::set_permissions(place.state.path().join("bin/cp"), PermissionsExt::from_mode(0o755))
        .unwrap();
    let mut killed = place.command(&["publish"], 1).spawn().unwrap();
    while !began.exists() {
        assert!(killed.try_wait().unwrap().is_none(), "it asks the host for a copy");
        std::thread::sleep(Duration::from_millis(10));
    }
    let group = format!("-{}", killed.id());
    assert!(Command::new("kill").args(["-9", "--", &group]).status().unwrap().success());
    killed.wait().unwrap();
    place.assert_whole("a copy is under way");
    place.assert_mended("a copy was under way");
    assert!(ended.exists());
}

/// An `rsync` may fail of anything, and leave anything, or still be at work where it was told to put.
#[test]
fn what_an_rsync_that_fails_has_left_is_in_no_release() {
    let Some(place) = Place::new("shell").filter(|_| hosts::program("rsync").is_some()) else {
        return;
    };
    place.set_back("before");
    let fails = format!(
        "#!/bin/sh\ncd {}/releases/*.part && echo half >sources/.wire.html.DxNHiB\nexit 12\n",
        place.at().display()
    );
    write(place.state.path(), "bin/rsync", &fails);
    let executable = PermissionsExt::from_mode(0o755);
    fs::set_permissions(place.state.path().join("bin/rsync"), executable).unwrap();
    place.assert_mended("rsync fails");
}

#[test]
fn a_branch_is_whole_whatever_byte_of_a_push_was_the_last() {
    dies_on_the_line("git", 1_000);
}

/// Dies in the middle of a file that it writes on this machine.
fn dies_writing(to: &'static str, some: usize) {
    let Some(place) = Place::new(to) else { return };
    let largest = place.new.values().map(Vec::len).max().unwrap() / 512;
    let mut deaths = 0;
    for blocks in places(8, largest, 4, some) {
        let about = format!("{to}: after {blocks} blocks of a file");
        place.set_back("before");
        let output = place.that_dies_writing(blocks, &["publish"]).output().unwrap();
        // A program that it uses may have been killed instead of it.
        deaths += usize::from(!output.status.success());
        place.assert_whole(&about);
        place.assert_mended(&about);
    }
    eprintln!("{to}: {deaths} deaths in the middle of a file");
    assert!(deaths > 1, "{deaths}");
}

macro_rules! half_written {
    ($($name:ident: $to:literal, $some:literal;)*) => {$(
        #[test]
        fn $name() {
            dies_writing($to, $some);
        }
    )*};
}

half_written! {
    half_written_files_are_never_seen_in_a_folder: "folder", 16;
    half_written_files_are_never_seen_on_a_branch: "git", 4;
    half_written_files_are_never_seen_in_a_store: "s3", 4;
    half_written_files_are_never_seen_on_another_machine: "ssh", 2;
    half_written_files_are_never_seen_on_a_machine_with_a_shell: "shell", 3;
}

#[test]
fn a_retraction_that_dies_is_made_whole_by_the_next() {
    for to in ["folder", "git", "s3"] {
        let Some(mut place) = Place::new(to) else { return };
        // What was published, frozen and told of by name is taken back.
        let root = place.root();
        fs::remove_file(root.join("content/actors/sue.md")).unwrap();
        write(&root, "content/sections/01-the-call.md", "---\ntitle: An hour\n---\nOne came.\n");
        place.save("published");
        place.clean(&["retract", "sue"]);
        let largest = place.new.values().map(Vec::len).max().unwrap() / 512;
        for blocks in places(9, largest, 8, 6) {
            let about = format!("{to}: after {blocks} blocks of a file");
            place.set_back("published");
            let _ = place.that_dies_writing(blocks, &["retract", "sue"]).output().unwrap();
            let output = place.command(&["retract", "sue"], 1).output().unwrap();
            assert!(output.status.success(), "{about}: {output:?}");
            let seen = place.seen();
            assert!(seen == place.new, "{about}: {:?}", differing(&seen, &place.new));
            assert!(place.beside()["records"] == place.kept["records"], "{about}");
            let all = if to == "git" { seen } else { files(&place.at()) };
            for (path, bytes) in all.iter().chain(&files(&root.join("releases"))) {
                let text = String::from_utf8_lossy(bytes);
                let told = text.contains("Sue Poe") || path.contains("/sue.");
                assert!(!told, "{about}: {path}");
            }
        }
    }
}
