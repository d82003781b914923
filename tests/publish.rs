//! `dateline publish` as an editor types it: folders and branches, plans, guards, ways back.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod fixture;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use program::program;
use serde_json::Value;
use tempfile::TempDir;

const TARGETS: &str = "publish:\n  - {name: live, to: folder, path: out}\n  - {name: branch, to: git, remote: site.git, branch: pages}\n";

#[derive(Debug)]
struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn site() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files(fixture::SITE) {
        let text = if path == "dateline.yaml" { format!("{text}{TARGETS}") } else { text };
        write(root.path(), &path, &text);
    }
    root
}

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn edit(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(from));
    fs::write(root.join(path), text.replace(from, to)).unwrap();
}

fn ran(root: &Path, words: &[&str]) -> Ran {
    let mut command = Command::new(program());
    command.args(words).current_dir(root).env("NO_COLOR", "1");
    if !words.contains(&"--now") {
        command.args(["--now", "2021-12-30T20:00Z"]);
    }
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let status = output.status.code().unwrap();
    Ran { status, out: text(output.stdout), err: text(output.stderr) }
}

fn done(root: &Path, words: &[&str]) -> String {
    let ran = ran(root, words);
    assert_eq!(ran.status, 0, "{words:?}: {ran:?}");
    ran.out
}

fn refused(root: &Path, words: &[&str], why: &str) {
    let before = files(root);
    let ran = ran(root, words);
    assert!(ran.status == 2 && ran.err.contains(why), "{words:?}: {ran:?}");
    assert_eq!(files(root), before);
}

/// Every file below a folder, but what the program keeps for itself.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            if entry.file_type().unwrap().is_dir() {
                if name != ".dateline" {
                    folders.push(path);
                }
            } else if !name.ends_with(".lock") {
                let link = || fs::read_link(&path).unwrap().to_string_lossy().into_owned().into();
                let bytes = if path.is_symlink() { link() } else { fs::read(&path).unwrap() };
                found.insert(name, bytes);
            }
        }
    }
    found
}

fn current(root: &Path) -> BTreeMap<String, Vec<u8>> {
    files(&fs::canonicalize(root.join("out/current")).unwrap())
}

fn git(root: &Path, words: &[&str]) -> String {
    String::from_utf8(git_bytes(root, words)).unwrap()
}

fn git_bytes(root: &Path, words: &[&str]) -> Vec<u8> {
    let output = Command::new("git").args(words).current_dir(root).output().unwrap();
    assert!(output.status.success(), "git {words:?}: {output:?}");
    output.stdout
}

#[test]
fn what_is_published_is_what_build_writes() {
    let root = site();
    let plan = done(root.path(), &["publish", "--dry-run"]);
    assert!(!root.path().join("out").exists() && plan.contains("+ index.html ("), "{plan}");
    done(root.path(), &["publish"]);
    done(root.path(), &["build"]);
    assert_eq!(current(root.path()), files(&root.path().join("public")));
    assert!(done(root.path(), &["publish"]).starts_with("nothing to do"));
    assert!(done(root.path(), &["publish", "--verify"]).contains("as they were published"));
}

#[test]
fn a_dry_run_says_just_what_then_happens() {
    let root = site();
    done(root.path(), &["publish"]);
    let old = current(root.path());
    edit(root.path(), "content/actors/ann.md", "She spoke.", "She spoke first.");
    write(
        root.path(),
        "content/actors/sue.md",
        "---\nname: Sue Poe\nkind: person\n---\nShe came.\n",
    );
    let plan: Value =
        serde_json::from_str(&done(root.path(), &["publish", "--plan", "json"])).unwrap();
    let text = done(root.path(), &["publish", "--dry-run"]);
    // The clock makes the release's name, and is nothing that changes.
    assert_eq!(text, done(root.path(), &["publish", "--dry-run", "--now", "2021-12-30T20:01Z"]));
    assert!(text.contains("+ actors/sue.html") && text.contains("~ actors/ann.html"), "{text}");
    assert_eq!(current(root.path()), old);
    done(root.path(), &["publish"]);
    let new = current(root.path());
    let mut told: Vec<&str> =
        plan["puts"].as_array().unwrap().iter().map(|it| it["path"].as_str().unwrap()).collect();
    let first_page = told.iter().position(|path| path.ends_with(".html")).unwrap();
    assert!(told[first_page..].iter().all(|path| !path.ends_with(".css")));
    told.sort_unstable();
    let mut changed: Vec<&str> =
        new.iter().filter(|(path, it)| old.get(*path) != Some(it)).map(|(p, _)| &**p).collect();
    changed.sort_unstable();
    assert_eq!(told, changed);
    for put in plan["puts"].as_array().unwrap() {
        let bytes = &new[put["path"].as_str().unwrap()];
        assert_eq!(put["sha256"].as_str().unwrap(), dateline::hash::sha256_hex(bytes));
    }
}

#[test]
fn deleting_much_and_what_is_not_whole_is_refused() {
    let root = site();
    for n in 0..20 {
        let text = format!("---\nname: Person {n}\nkind: person\n---\nText.\n");
        write(root.path(), &format!("content/actors/person-{n}.md"), &text);
    }
    done(root.path(), &["publish"]);
    for n in 0..20 {
        fs::remove_file(root.path().join(format!("content/actors/person-{n}.md"))).unwrap();
    }
    refused(root.path(), &["publish"], "would delete");
    refused(root.path(), &["publish", "--allow-deletes", "3"], "--allow-deletes");
    done(root.path(), &["publish", "--allow-deletes", "40"]);
    assert_eq!(ran(root.path(), &["publish", "--require-review"]).status, 1);
    fs::create_dir(root.path().join("public")).unwrap();
    write(root.path(), ".dateline/outputs/public.building", "{}");
    refused(root.path(), &["publish"], "broken off");
    write(root.path(), "other/mine.txt", "mine");
    edit(root.path(), "dateline.yaml", "path: out", "path: other");
    fs::remove_dir_all(root.path().join(".dateline/outputs")).unwrap();
    refused(root.path(), &["publish"], "--adopt");
    done(root.path(), &["publish", "--adopt"]);
    assert_eq!(fs::read_to_string(root.path().join("other/mine.txt")).unwrap(), "mine");
}

#[test]
fn yesterday_is_one_command_away() {
    for (target, see) in [("live", current as fn(&Path) -> _), ("branch", branch)] {
        let root = site();
        git(root.path(), &["init", "-q", "--bare", "site.git"]);
        let mut releases = Vec::new();
        for (n, word) in ["one", "two", "three"].into_iter().enumerate() {
            write(
                root.path(),
                "content/actors/sue.md",
                &format!("---\nname: Sue {word}\nkind: person\n---\nX.\n"),
            );
            let now = format!("2022-01-0{}T10:00Z", n + 1);
            done(root.path(), &["publish", target, "--now", &now]);
            releases.push(see(root.path()));
        }
        let listed = done(root.path(), &["publish", target, "--list"]);
        assert!(listed.lines().count() == 3 && listed.trim_end().ends_with("live"), "{listed}");
        done(root.path(), &["publish", target, "--rollback"]);
        assert_eq!(see(root.path()), releases[1]);
        done(root.path(), &["publish", target, "--rollback", "1"]);
        assert_eq!(see(root.path()), releases[0]);
        let log = fs::read_to_string(root.path().join(".dateline/publish.log")).unwrap();
        assert!(log.contains("rolled back to 2022-01-01-"), "{log}");
        refused(root.path(), &["publish", target, "--rollback", "no-such-one"], "--list");
        assert!(done(root.path(), &["publish", target]).starts_with("published 2021-12-30-"));
    }
}

/// What is on the branch, but the manifest.
fn branch(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let repository = root.join("site.git");
    let names = git(&repository, &["ls-tree", "-r", "--name-only", "pages"]);
    let names = names.lines().filter(|name| *name != ".nojekyll" && !name.starts_with(".dateline"));
    names
        .map(|name| (name.to_owned(), git_bytes(&repository, &["show", &format!("pages:{name}")])))
        .collect()
}

#[test]
fn a_branch_gets_the_site_and_keeps_what_is_not_ours() {
    let root = site();
    git(root.path(), &["init", "-q", "--bare", "site.git"]);
    git(root.path(), &["clone", "-q", "site.git", "other"]);
    let other = root.path().join("other");
    let push = |name: &str| {
        write(&other, name, "theirs");
        git(&other, &["add", "."]);
        git(&other, &["-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-qm", "theirs"]);
        git(&other, &["push", "-q", "--force", "origin", "HEAD:pages"]);
    };
    push("notes.txt");
    refused(root.path(), &["publish", "branch"], "--adopt");
    done(root.path(), &["publish", "branch", "--adopt"]);
    done(root.path(), &["build"]);
    let mut public = files(&root.path().join("public"));
    public.insert("notes.txt".into(), "theirs".into());
    assert_eq!(branch(root.path()), public);
    assert!(git(&root.path().join("site.git"), &["ls-tree", "pages"]).contains(".nojekyll"));
    assert!(done(root.path(), &["publish", "branch"]).starts_with("nothing to do"));
    // A git that was killed leaves its locks: they hold nobody up.
    let own = fs::read_dir(root.path().join(".dateline/git")).unwrap().next().unwrap();
    let own = own.unwrap().path();
    for lock in
        ["shallow.lock", "HEAD.lock", "packed-refs.lock", "refs/incoming.lock", "refs/live.lock"]
    {
        fs::write(own.join(lock), "").unwrap();
    }
    // No history: what was retracted is nowhere.
    assert_eq!(git(&root.path().join("site.git"), &["rev-list", "--count", "pages"]).trim(), "1");
    // A page goes; what others put there meanwhile stays.
    git(&other, &["fetch", "-q", "origin", "pages"]);
    git(&other, &["reset", "-q", "--hard", "FETCH_HEAD"]);
    push("CNAME");
    edit(root.path(), "content/actors/ann.md", "She spoke.", "She spoke first.");
    done(root.path(), &["publish", "branch"]);
    let now = branch(root.path());
    assert!(now.contains_key("CNAME") && now.contains_key("notes.txt"));
    assert!(String::from_utf8_lossy(&now["actors/ann.html"]).contains("She spoke first."));
}

#[test]
fn a_record_remembers_what_the_site_said_and_depends_on_nothing_else() {
    let records = |root: &Path| files(&root.join("releases"));
    let (one, two) = (site(), site());
    for root in [one.path(), two.path()] {
        done(root, &["publish"]);
        edit(root, "content/events/talks.md", "They spoke.", "They spoke again.");
        done(root, &["publish", "--now", "2022-01-02T10:00Z"]);
        done(root, &["publish", "--now", "2022-01-03T10:00Z"]);
    }
    assert_eq!(records(one.path()), records(two.path()));
    let all = records(one.path());
    assert_eq!(all.len(), 2, "nothing new, no record: {:?}", all.keys());
    let last: Value = serde_json::from_slice(all.values().last().unwrap()).unwrap();
    assert_eq!((&last["version"], &last["date"]), (&2.into(), &"2022-01-02T10:00:00Z".into()));
    assert_eq!(last["events"]["talks"]["sequence"], 1);
    assert_eq!(last["entities"]["actor:joe"]["name"], "Joe Doe");
    assert_eq!(last["quotations"].as_object().unwrap().len(), 1);
    done(one.path(), &["check"]);
}

#[test]
fn corrections_are_not_taken_back_in_silence() {
    let root = site();
    let text = "- {date: 2021-12-30, page: joe, was: One, now: Two, why: A slip}\n";
    write(root.path(), "content/corrections.yaml", text);
    done(root.path(), &["publish"]);
    fs::remove_file(root.path().join("content/corrections.yaml")).unwrap();
    refused(root.path(), &["publish"], "--amend-log");
    done(root.path(), &["publish", "--amend-log"]);
    // It is asked for once.
    edit(root.path(), "content/actors/ann.md", "She spoke.", "She spoke first.");
    done(root.path(), &["publish"]);
}

#[test]
fn a_retracted_name_is_nowhere() {
    let root = site();
    git(root.path(), &["init", "-q", "--bare", "site.git"]);
    write(root.path(), "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
    for target in ["live", "branch"] {
        done(root.path(), &["publish", target]);
    }
    refused(root.path(), &["retract", "sue"], "still part of the site");
    fs::remove_file(root.path().join("content/actors/sue.md")).unwrap();
    let told = done(root.path(), &["retract", "sue"]);
    assert!(told.contains("is gone from 2 targets"), "{told}");
    for folder in ["out", "releases"] {
        for (path, bytes) in files(&root.path().join(folder)) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert!(!path.contains("/sue.") && !text.contains("Sue Poe"), "{folder}/{path}");
        }
    }
    assert!(branch(root.path()).keys().all(|path| !path.contains("sue")));
    let refs = git(&root.path().join("site.git"), &["rev-list", "--all", "--objects"]);
    assert!(!refs.contains("sue.html"));
}

#[test]
fn a_new_working_copy_knows_which_pages_must_be_gone() {
    let root = site();
    let old = "content/actors/old.md";
    write(root.path(), old, "---\nname: Old One\nkind: person\n---\nX.\n");
    done(root.path(), &["publish"]);
    fs::remove_file(root.path().join(old)).unwrap();
    done(root.path(), &["publish", "--allow-deletes", "9"]);
    fs::remove_dir_all(root.path().join(".dateline")).unwrap();
    done(root.path(), &["publish", "--verify"]);
    let current = fs::canonicalize(root.path().join("out/current")).unwrap();
    fs::write(current.join("actors/old.html"), "X").unwrap();
    refused(root.path(), &["publish", "--verify"], "`actors/old.html` should be gone");
}

#[test]
fn what_was_never_published_is_not_retracted_and_nothing_is_touched() {
    let root = site();
    git(root.path(), &["init", "-q", "--bare", "site.git"]);
    done(root.path(), &["publish", "live"]);
    edit(root.path(), "content/sections/01-the-call.md", "title: ", "title: Once more, ");
    done(root.path(), &["publish", "live"]);
    write(root.path(), "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
    let before = files(&root.path().join("out"));
    // A word of the texts, a name that is near an id, and a word that stands nowhere.
    refused(root.path(), &["retract", "spoke"], "nothing that was published has the id");
    refused(root.path(), &["retract", "jo"], "did you mean `joe`?");
    let told = done(root.path(), &["retract", "nobody-at-all"]);
    assert!(told.contains("nothing of `nobody-at-all` is at 2 targets"), "{told}");
    assert_eq!(files(&root.path().join("out")), before);
}
