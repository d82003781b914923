//! What was damaged at a target is seen by `publish --verify`, and put right by `publish --repair`.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::fs;
use std::path::Path;
use std::process::Command;

use hosts::{Files, files};
use program::program;
use tempfile::TempDir;

/// A target, and how its files are seen and written from outside.
struct Place<'a> {
    target: String,
    environment: Vec<(&'a str, String)>,
    seen: &'a dyn Fn() -> Files,
    damage: &'a dyn Fn(),
}

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn ran(place: &Place<'_>, root: &Path, words: &[&str]) -> (i32, String) {
    let mut command = Command::new(program());
    command.arg("publish").args(words).args(["--now", "2021-12-30T20:00Z"]);
    command.current_dir(root).env("NO_COLOR", "1").envs(place.environment.iter().cloned());
    let output = command.output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code().unwrap(), said)
}

fn done(place: &Place<'_>, root: &Path, words: &[&str]) -> String {
    let (status, said) = ran(place, root, words);
    assert_eq!(status, 0, "{}: {words:?}: {said}", place.target);
    said
}

/// Does to a folder what is looked for.
fn damage(folder: &Path) {
    let index = fs::read_to_string(folder.join("index.html")).unwrap();
    fs::write(folder.join("index.html"), index + "x\n").unwrap();
    fs::remove_file(folder.join("robots.txt")).unwrap();
    write(folder, "actors/old.html", "still here");
}

fn is_repaired(place: &Place<'_>) {
    let root: TempDir = tempfile::tempdir().unwrap();
    let root = root.path();
    for (path, text) in fixture::files(fixture::SITE) {
        let targets = format!("publish:\n  - {{name: far, {}}}\n", place.target);
        write(root, &path, &if path == "dateline.yaml" { text + &targets } else { text });
    }
    let old = "content/actors/old.md";
    write(root, old, "---\nname: Old One\nkind: person\n---\nX.\n");
    done(place, root, &[]);
    fs::remove_file(root.join(old)).unwrap();
    done(place, root, &["--allow-deletes", "9"]);
    done(place, root, &["--verify"]);
    assert!(done(place, root, &["--repair"]).starts_with("nothing to repair"));
    let (whole, records) = ((place.seen)(), files(&root.join("releases")));
    for turn in 0..2 {
        (place.damage)();
        let (status, said) = ran(place, root, &["--verify"]);
        assert!(status == 2 && said.contains("3 files are not as published"), "{said}");
        for line in [
            "`index.html` differs\n",
            "`robots.txt` is missing\n",
            "`actors/old.html` should be gone\n",
            "`dateline publish far --repair`",
        ] {
            assert!(said.contains(line), "{}: {line}: {said}", place.target);
        }
        let damaged = (place.seen)();
        let plan = done(place, root, &["--repair", "--dry-run"]);
        for line in ["~ index.html (", "~ robots.txt (", "- actors/old.html\n", "2 changed"] {
            assert!(plan.contains(line), "{}: {line}: {plan}", place.target);
        }
        assert_eq!((place.seen)(), damaged);
        // The words of the help are those that work.
        let told = done(place, root, &["far", "--repair"]);
        assert!(told.contains("repaired") && told.contains("2 files put again, 1 gone"), "{told}");
        assert!((place.seen)() == whole, "{} {turn}", place.target);
        assert_eq!(files(&root.join("releases")), records);
        assert!(done(place, root, &["--verify"]).contains("as they were published"));
        assert!(done(place, root, &[]).starts_with("nothing to do"));
    }
    let listed = done(place, root, &["--list"]);
    assert_eq!(listed.lines().count(), 2, "{listed}");
    done(place, root, &["--rollback"]);
    assert!((place.seen)().contains_key("actors/old.html"));
}

/// The files of a site, without the manifest, which may have the number of another try.
fn site(folder: &Path) -> Files {
    let mut seen = files(&fs::canonicalize(folder).unwrap());
    seen.remove(".dateline/manifest.json");
    seen
}

#[test]
fn a_folder_is_repaired() {
    let www = tempfile::tempdir().unwrap();
    let current = www.path().join("www/current");
    is_repaired(&Place {
        target: format!("to: folder, path: '{}'", www.path().join("www").display()),
        environment: Vec::new(),
        seen: &|| site(&current),
        damage: &|| damage(&current),
    });
}

fn git(at: &Path, words: &[&str]) -> String {
    let program = hosts::program("git").unwrap();
    let output = Command::new(program).args(words).current_dir(at).output().unwrap();
    assert!(output.status.success(), "git {words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_branch_is_repaired() {
    if hosts::program("git").is_none() {
        return;
    }
    let state = tempfile::tempdir().unwrap();
    let state = state.path();
    git(state, &["init", "-q", "--bare", "site.git"]);
    let clone = || {
        let _ = fs::remove_dir_all(state.join("clone"));
        git(state, &["clone", "-q", "-b", "pages", "site.git", "clone"]);
        state.join("clone")
    };
    is_repaired(&Place {
        target: format!("to: git, remote: '{}', branch: pages", state.join("site.git").display()),
        environment: Vec::new(),
        seen: &|| {
            let clone = clone();
            fs::remove_dir_all(clone.join(".git")).unwrap();
            site(&clone)
        },
        damage: &|| {
            let clone = clone();
            damage(&clone);
            git(&clone, &["add", "-A"]);
            let who = ["-c", "user.name=x", "-c", "user.email=x@y.z"];
            git(&clone, &[&who[..], &["commit", "-q", "-m", "damage"]].concat());
            git(&clone, &["push", "-q"]);
        },
    });
}

fn machine_is_repaired(state: &Path) {
    let current = state.join("www/current");
    is_repaired(&Place {
        target: format!("to: ssh, host: host, path: '{}'", state.join("www").display()),
        environment: vec![("DATELINE_SSH_CONFIG", state.join("ssh_config").display().to_string())],
        seen: &|| site(&current),
        damage: &|| damage(&current),
    });
}

#[test]
fn another_machine_is_repaired() {
    let state = tempfile::tempdir().unwrap();
    let Some(_server) = hosts::sshd(state.path()) else { return };
    machine_is_repaired(state.path());
}

#[test]
fn a_machine_with_a_shell_is_repaired() {
    let state = tempfile::tempdir().unwrap();
    let Some(_server) = hosts::sshd_with_shell(state.path()) else { return };
    machine_is_repaired(state.path());
}

#[test]
fn a_store_is_repaired() {
    let data = tempfile::tempdir().unwrap();
    let Some(server) = hosts::s3s(data.path()) else { return };
    let bucket = data.path().join("site/a");
    let endpoint = format!("http://127.0.0.1:{}", server.port);
    let credentials = [("AWS_ACCESS_KEY_ID", hosts::KEY), ("AWS_SECRET_ACCESS_KEY", hosts::SECRET)];
    is_repaired(&Place {
        target: format!("to: s3, bucket: site, endpoint: '{endpoint}', prefix: a"),
        environment: credentials.map(|(name, value)| (name, value.to_owned())).into(),
        seen: &|| site(&bucket),
        damage: &|| damage(&bucket),
    });
}
