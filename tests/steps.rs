//! A publish that is killed at any step, and two editors at once, over git, ssh and in a folder.
//!
//! The programs that do the work there (`git`, `sftp`) are stood in for by a script that counts how
//! often it is called, and kills the publish before or after the call of a number.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use program::program;
use tempfile::TempDir;

type Files = BTreeMap<String, Vec<u8>>;

/// A place to publish to, and how to look at it.
struct Place {
    state: TempDir,
    to: &'static str,
    program: &'static str,
    words: &'static [&'static str],
    _server: Option<hosts::Server>,
}

impl Place {
    fn folder() -> Option<Place> {
        Some(Place {
            state: tempfile::tempdir().unwrap(),
            to: "folder",
            program: "",
            words: &[],
            _server: None,
        })
    }

    fn git() -> Option<Place> {
        let program = hosts::program("git")?;
        let state = tempfile::tempdir().unwrap();
        stand_in(state.path(), "git", &program);
        Some(Place { state, to: "git", program: "git", words: &[], _server: None })
    }

    fn ssh() -> Option<Place> {
        let state = tempfile::tempdir().unwrap();
        let server = hosts::sshd(state.path())?;
        stand_in(state.path(), "sftp", &hosts::program("sftp")?);
        Some(Place { state, to: "ssh", program: "sftp", words: &[], _server: Some(server) })
    }

    fn at(&self, number: usize) -> PathBuf {
        self.state.path().join(format!("www-{number}"))
    }

    /// A site that publishes to a place of that number, where something of somebody else's stands.
    fn site(&self, number: usize) -> TempDir {
        let (root, at) = (tempfile::tempdir().unwrap(), self.at(number));
        if self.to == "git" {
            real_git(self.state.path(), &["init", "-q", "--bare", &at.display().to_string()]);
        }
        let at = at.display();
        let target = match self.to {
            "git" => format!("{{name: t, to: git, remote: '{at}', branch: pages}}"),
            "ssh" => format!("{{name: t, to: ssh, host: host, path: '{at}'}}"),
            _ => format!("{{name: t, to: folder, path: '{at}'}}"),
        };
        for (path, text) in fixture::files(fixture::SITE) {
            let target = format!("publish:\n  - {target}\n");
            write(root.path(), &path, &if path == "dateline.yaml" { text + &target } else { text });
        }
        let old = "---\nname: Old One\nkind: person\n---\nX.\n";
        write(root.path(), "content/actors/old.md", old);
        self.done(root.path());
        self.foreign(number);
        root
    }

    /// Puts something there that is not ours.
    fn foreign(&self, number: usize) {
        let at = self.at(number);
        if self.to == "git" {
            let clone = self.state.path().join(format!("clone-{number}"));
            let (from, to) = (at.display().to_string(), clone.display().to_string());
            real_git(self.state.path(), &["clone", "-q", "-b", "pages", &from, &to]);
            push(&clone, "theirs.txt");
        } else {
            fs::write(at.join("theirs.txt"), "theirs").unwrap();
        }
    }

    fn command(&self, root: &Path) -> Command {
        let mut command = Command::new(program());
        command
            .args(["publish", "--allow-deletes", "9", "--now", "2021-12-30T20:00Z"])
            .args(self.words);
        command.current_dir(root).env("NO_COLOR", "1").stdin(Stdio::null());
        command.env("DATELINE_SSH_CONFIG", self.state.path().join("ssh_config"));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn done(&self, root: &Path) -> String {
        let output = self.command(root).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(output.status.success(), "{said}");
        said
    }

    /// Publishes, and is killed at the call of that number; says whether it came to that.
    fn killed(&self, root: &Path, step: usize, after: bool) -> bool {
        let count = self.state.path().join("count");
        let _ = fs::remove_file(&count);
        let mut command = self.command(root);
        let path = std::env::var("PATH").unwrap();
        let bin = self.state.path().join("bin");
        command.env("PATH", format!("{}:{path}", bin.display())).env("COUNT", &count);
        command.env("DIE_AT", step.to_string()).env("DIE", if after { "after" } else { "before" });
        let output = command.output().unwrap();
        assert!(output.status.success() || output.status.code().is_none(), "{output:?}");
        !output.status.success()
    }

    /// What readers see, and what stands beside it.
    fn seen(&self, number: usize) -> Files {
        let at = self.at(number);
        let mut seen = if self.to == "git" {
            let names = real_git(&at, &["ls-tree", "-r", "--name-only", "pages"]);
            let names = String::from_utf8(names).unwrap();
            let bytes = |name: &str| real_git(&at, &["show", &format!("pages:{name}")]);
            names.lines().map(|name| (name.to_owned(), bytes(name))).collect()
        } else {
            let mut seen = files(&fs::canonicalize(at.join("current")).unwrap());
            seen.insert("theirs.txt".into(), fs::read(at.join("theirs.txt")).unwrap());
            seen
        };
        seen.remove(".dateline/manifest.json");
        seen
    }

    /// What a publish that was killed may have left, and a clean one does not.
    fn left(&self, number: usize) -> Vec<String> {
        if self.to == "git" {
            return Vec::new();
        }
        let names = fs::read_dir(self.at(number).join("releases")).unwrap();
        let names = names.map(|it| it.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|it| !it.starts_with("2021-")).collect();
        names.sort();
        names
    }
}

/// A script in the place of a program.
fn stand_in(state: &Path, name: &str, real: &Path) {
    let real = real.display();
    let text = format!(
        "#!/bin/sh\nn=$(cat \"$COUNT\" 2>/dev/null || echo 0); n=$((n + 1)); echo $n > \"$COUNT\"\n\
         if [ -n \"$BEFORE_PUSH\" ]; then case \" $* \" in *\" push \"*) sh -c \"$BEFORE_PUSH\" ;; esac; fi\n\
         if [ \"$n\" = \"$DIE_AT\" ]; then\n  [ \"$DIE\" = after ] && {real} \"$@\"\n  kill -9 $PPID\n  exit 1\nfi\n\
         exec {real} \"$@\"\n"
    );
    write(&state.join("bin"), name, &text);
    fs::set_permissions(state.join("bin").join(name), fs::Permissions::from_mode(0o755)).unwrap();
}

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn real_git(at: &Path, words: &[&str]) -> Vec<u8> {
    let output = Command::new("git").args(words).current_dir(at).output().unwrap();
    assert!(output.status.success(), "git {words:?}: {output:?}");
    output.stdout
}

/// Somebody else's commit.
fn push(clone: &Path, name: &str) {
    write(clone, name, "theirs");
    real_git(clone, &["add", "."]);
    real_git(clone, &["-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-qm", "theirs"]);
    real_git(clone, &["push", "-q", "origin", "HEAD:pages"]);
}

fn files(top: &Path) -> Files {
    let (mut found, mut folders) = (Files::new(), vec![top.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()) {
            let name = path.strip_prefix(top).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// A page more, a page less, another style sheet.
fn second(root: &Path) {
    write(root, "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
    write(root, "static/style.css", "body { color: black }\n");
    fs::remove_file(root.join("content/actors/old.md")).unwrap();
}

/// The old release or the new one, whole: every page with its style sheets and scripts, and what is
/// not ours as it was.
fn assert_whole(seen: &Files, old: &Files, wanted: &Files, about: &str) {
    assert!(seen == old || seen == wanted, "{about}: {:?}", seen.keys());
    assert_eq!(seen["theirs.txt"], b"theirs", "{about}");
    for (path, bytes) in seen.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        let up = "../".repeat(path.matches('/').count());
        for link in text.split('"').filter(|it| it.ends_with(".css") || it.ends_with(".js")) {
            let asset = link.trim_start_matches("/call/");
            let asset = asset.strip_prefix(up.as_str()).unwrap_or(asset);
            assert!(seen.contains_key(asset), "{about}: {path} asks for {link}");
        }
    }
}

/// Kills a publish at its steps: all of them where that is wanted, else some, the same every time.
fn dies_at_every_step(place: &Place, change: &dyn Fn(&Place, usize, &Path)) {
    let clean = place.site(0);
    change(place, 0, clean.path());
    let old = place.seen(0);
    // Counts the calls of a whole publish.
    assert!(!place.killed(clean.path(), usize::MAX, false));
    let count = fs::read_to_string(place.state.path().join("count")).unwrap();
    let steps: usize = count.trim().parse().unwrap();
    assert!(steps > 5, "{steps}");
    let (wanted, nothing_left) = (place.seen(0), place.left(0));
    let mut random = fixture::Random::new(5);
    let all = (1..=steps).flat_map(|step| [(step, false), (step, true)]);
    let chosen: Vec<_> = all.filter(|_| fixture::all_wanted() || random.below(4) == 0).collect();
    for (number, (step, after)) in chosen.iter().enumerate() {
        let (number, about) = (number + 1, format!("{} {step} {after}", place.program));
        let root = place.site(number);
        change(place, number, root.path());
        assert!(place.killed(root.path(), *step, *after), "{about}: it lived");
        assert_whole(&place.seen(number), &old, &wanted, &about);
        place.done(root.path());
        assert_eq!(place.seen(number), wanted, "{about}");
        assert_eq!(place.left(number), nothing_left, "{about}");
    }
    eprintln!("{}: {} of {} deaths", place.program, chosen.len(), steps * 2);
}

#[test]
fn a_push_that_dies_at_any_step_leaves_the_branch_whole() {
    let Some(place) = Place::git() else { return };
    dies_at_every_step(&place, &|_, _, root| second(root));
}

#[test]
fn a_publish_over_ssh_that_dies_at_any_step_leaves_readers_a_whole_site() {
    let Some(place) = Place::ssh() else { return };
    dies_at_every_step(&place, &|_, _, root| second(root));
}

/// Another's bytes in the place of a page, and a page that is gone.
fn damage(place: &Place, number: usize, _: &Path) {
    let folder = match place.to {
        "git" => place.state.path().join(format!("clone-{number}")),
        _ => place.at(number).join("current"),
    };
    fs::remove_file(folder.join("robots.txt")).unwrap();
    write(&folder, "index.html", "other");
    if place.to == "git" {
        push(&folder, "theirs.txt");
    }
}

#[test]
fn a_repair_that_dies_at_any_step_leaves_all_else_whole_and_is_made_whole_by_the_next() {
    for place in [Place::git(), Place::ssh()].into_iter().flatten() {
        dies_at_every_step(&Place { words: &["--repair"], ..place }, &damage);
    }
}

#[test]
fn a_publish_to_a_folder_that_dies_at_any_moment_leaves_readers_a_whole_site() {
    let place = Place::folder().unwrap();
    let clean = place.site(0);
    let old = place.seen(0);
    second(clean.path());
    let start = Instant::now();
    place.done(clean.path());
    let whole = start.elapsed();
    let (wanted, nothing_left) = (place.seen(0), place.left(0));
    let mut random = fixture::Random::new(6);
    let deaths = if fixture::all_wanted() { 200 } else { 12 };
    for number in 1..=deaths {
        let root = place.site(number);
        second(root.path());
        let mut child = place.command(root.path()).spawn().unwrap();
        // Most of its time it reads and builds: death comes in the second half.
        let moment = whole.mul_f64(0.4 + 0.7 * (random.below(1000) as f64 / 1000.0));
        std::thread::sleep(moment);
        let _ = child.kill();
        let _ = child.wait();
        let about = format!("{number} after {moment:?}");
        assert_whole(&place.seen(number), &old, &wanted, &about);
        place.done(root.path());
        assert_eq!(place.seen(number), wanted, "{about}");
        assert_eq!(place.left(number), nothing_left, "{about}");
    }
}

#[test]
fn a_lost_lease_overwrites_nothing_and_names_the_commit() {
    let Some(place) = Place::git() else { return };
    let root = place.site(1);
    second(root.path());
    let clone = place.state.path().join("clone-1");
    let theirs = format!(
        "cd {} && echo more > more.txt && {git} add . && {git} -c user.name=x -c user.email=x@y.z commit -qm more && {git} push -q origin HEAD:pages",
        clone.display(),
        git = hosts::program("git").unwrap().display()
    );
    let mut command = place.command(root.path());
    let path = std::env::var("PATH").unwrap();
    command.env("PATH", format!("{}:{path}", place.state.path().join("bin").display()));
    command.env("COUNT", place.state.path().join("count")).env("BEFORE_PUSH", theirs);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let head = String::from_utf8(real_git(&clone, &["rev-parse", "HEAD"])).unwrap();
    assert!(output.status.code() == Some(2) && said.contains(head.trim()), "{said}");
    let seen = place.seen(1);
    assert!(seen.contains_key("more.txt") && seen.contains_key("actors/old.html"));
    place.done(root.path());
    let seen = place.seen(1);
    assert!(seen.contains_key("more.txt") && !seen.contains_key("actors/old.html"));
}

#[test]
fn a_second_editor_of_a_folder_or_machine_is_told_who_is_at_work() {
    let place = Place::folder().unwrap();
    let root = place.site(1);
    second(root.path());
    let before = place.seen(1);
    let lock = place.at(1).join("releases/.lock");
    let held = dateline::io::lock::Lock::on(&lock, "publish", Duration::ZERO, |_| {}).unwrap();
    refused(&place, root.path(), "another publish to this target is under way");
    assert_eq!(place.seen(1), before);
    drop(held);
    place.done(root.path());

    let Some(place) = Place::ssh() else { return };
    let root = place.site(1);
    second(root.path());
    let before = place.seen(1);
    let lock = place.at(1).join("releases/.lock");
    let since =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    write(&lock, "owner", &format!("editor-else {since}\n"));
    refused(&place, root.path(), "`editor-else` began to publish");
    assert_eq!((place.seen(1), lock.join("owner").is_file()), (before, true));
    // One that was left behind long ago is taken over.
    write(&lock, "owner", &format!("editor-else {}\n", since - 3600));
    place.done(root.path());
    assert!(!lock.exists() && place.seen(1).contains_key("actors/sue.html"));
}

fn refused(place: &Place, root: &Path, why: &str) {
    let output = place.command(root).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && said.contains(why), "{said}");
}
