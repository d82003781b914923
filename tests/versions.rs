//! Frozen versions: whole releases that stay at addresses of their own, on every kind of target.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

type Files = BTreeMap<String, Vec<u8>>;

/// A site with targets, and what its publishes need in the environment.
struct Site {
    root: TempDir,
    environment: Vec<(&'static str, String)>,
}

impl Site {
    fn new(targets: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in fixture::files(fixture::SITE) {
            let text = if path == "dateline.yaml" { text + "publish:\n" + targets } else { text };
            write(root.path(), &path, &text);
        }
        Site { root, environment: Vec::new() }
    }

    fn path(&self) -> &Path {
        self.root.path()
    }

    fn ran(&self, at: &Path, words: &[&str], day: u32) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(words).args(["--now", &format!("2022-01-{day:02}T10:00Z")]).current_dir(at);
        command.env("NO_COLOR", "1").envs(self.environment.iter().map(|(k, v)| (k, v)));
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    fn done(&self, words: &[&str], day: u32) -> String {
        let (ok, said) = self.ran(self.path(), words, day);
        assert!(ok, "{words:?}: {said}");
        said
    }

    fn says(&self, words: &str) {
        let text = format!("---\ntitle: Fifty minutes\n---\n{words}\n");
        write(self.path(), "content/sections/01-the-call.md", &text);
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn files(top: &Path) -> Files {
    let (mut found, mut folders) = (Files::new(), vec![top.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().map(|it| it.unwrap().path()) {
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

/// What readers see at `out/current`.
fn current(site: &Site) -> Files {
    files(&fs::canonicalize(site.path().join("out/current")).unwrap())
}

fn git(at: &Path, words: &[&str]) -> Vec<u8> {
    let output = Command::new("git").args(words).current_dir(at).output().unwrap();
    assert!(output.status.success(), "git {words:?}: {output:?}");
    output.stdout
}

/// What is on the branch.
fn branch(site: &Site) -> Files {
    let repository = site.path().join("site.git");
    let names = git(&repository, &["ls-tree", "-r", "-z", "--name-only", "pages"]);
    let names = String::from_utf8(names).unwrap();
    let names = names.split('\0').filter(|it| !it.is_empty());
    names.map(|it| (it.into(), git(&repository, &["show", &format!("pages:{it}")]))).collect()
}

fn below(files: &Files, folder: &str) -> Files {
    files
        .iter()
        .filter(|(path, _)| path.starts_with(folder))
        .map(|(a, b)| (a.clone(), b.clone()))
        .collect()
}

fn text(files: &Files, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", files.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

const FOLDER: &str = "  - {name: live, to: folder, path: out}\n";
const BRANCH: &str = "  - {name: branch, to: git, remote: site.git, branch: pages}\n";

#[test]
fn a_version_is_whole_says_that_it_is_old_and_is_found_from_now() {
    let site = Site::new(FOLDER);
    write(
        site.path(),
        "content/actors/secret.md",
        "---\nname: Hidden One\nkind: person\ndraft: true\n---\nX.\n",
    );
    let said = site.done(&["publish", "--freeze"], 1);
    assert!(said.contains("v/2022-01-01/"), "{said}");
    let first = current(&site);
    let frozen = below(&first, "v/2022-01-01/");
    for (path, bytes) in &frozen {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Hidden One") && !path.contains("secret"), "{path}");
        let Some(page) = path.strip_prefix("v/2022-01-01/").filter(|it| it.ends_with(".html"))
        else {
            continue;
        };
        assert!(first.contains_key(page), "{page}");
        let up = "../".repeat(page.matches('/').count() + 2);
        assert_eq!(text.matches("content=\"noindex\"").count(), 1, "{path}");
        assert!(text.contains(&format!("<a href=\"{up}{page}\">The newest is here</a>")), "{path}");
        let shown = if page == "index.html" { "" } else { page };
        let canonical =
            format!("<link rel=\"canonical\" href=\"https://news.example/call/{shown}\">");
        assert!(text.contains(&canonical), "{path}");
        fixture::html::pieces(&text).unwrap();
        // Every link of it leads somewhere.
        let folder = path.rsplit_once('/').unwrap().0;
        for link in text.split(" href=\"").skip(1).filter_map(|it| it.split('"').next()) {
            let link = link.split('#').next().unwrap();
            if link.is_empty() || link.contains(':') {
                continue;
            }
            let mut parts: Vec<&str> = folder.split('/').collect();
            for part in link.split('/') {
                if part == ".." {
                    let _ = parts.pop();
                } else {
                    parts.push(part)
                }
            }
            assert!(first.contains_key(&parts.join("/")), "{path} leads to {link}");
        }
    }
    for path in ["feed.xml", "sitemap.xml", "robots.txt", "404.html", "_headers", "versions.html"] {
        assert!(!frozen.contains_key(&format!("v/2022-01-01/{path}")), "{path}");
    }
    assert!(text(&first, "versions.html").contains("The texts are as they were."));
    assert!(text(&first, "index.html").contains("versions.html"));
    assert!(!text(&first, "sitemap.xml").contains("/v/"));
    // What went and what came, word by word.
    site.says("The [[talks|talks]] were “short and plain” [@wire].");
    site.done(&["publish"], 2);
    let second = current(&site);
    assert_eq!(below(&second, "v/"), frozen);
    let page = text(&second, "versions.html");
    assert!(page.contains("<del>clear") && page.contains("<ins>plain"), "{page}");
    site.done(&["publish", "--verify"], 2);
    // Two of one day, and the first is as it was.
    site.done(&["publish", "--freeze"], 2);
    site.says("The [[talks|talks]] were “short and brief” [@wire].");
    site.done(&["publish", "--freeze"], 2);
    let third = current(&site);
    assert_eq!(below(&third, "v/2022-01-01/"), frozen);
    assert!(
        third.contains_key("v/2022-01-02/index.html")
            && third.contains_key("v/2022-01-02-2/index.html")
    );
    assert!(site.done(&["publish", "--freeze"], 3).contains("nothing to freeze"));
}

#[test]
fn a_new_working_copy_needs_no_old_bytes_and_a_new_target_gets_them() {
    let mut site = Site::new(&format!("{FOLDER}{BRANCH}"));
    git(site.path(), &["init", "-q", "--bare", "site.git"]);
    site.done(&["publish", "--freeze"], 1);
    let frozen = below(&current(&site), "v/");
    // Another working copy, as continuous integration has it: no `.dateline/`.
    fs::remove_dir_all(site.path().join(".dateline")).unwrap();
    site.says("Other words.");
    site.done(&["publish"], 2);
    assert_eq!(below(&current(&site), "v/"), frozen);
    // A new target gets them from the one that has them.
    site.done(&["publish", "branch"], 2);
    assert_eq!(below(&branch(&site), "v/"), frozen);
    // On the branch they stay as the same blobs: nothing of them is sent again.
    fs::remove_dir_all(site.path().join(".dateline")).unwrap();
    site.says("Words once more.");
    let plan = site.done(&["publish", "branch", "--dry-run"], 3);
    assert!(!plan.contains("v/2022-01-01/"), "{plan}");
    site.done(&["publish", "branch"], 3);
    assert_eq!(below(&branch(&site), "v/"), frozen);
    // What was changed at the target by hand is put right from another.
    let full = fs::canonicalize(site.path().join("out/current/v/2022-01-01/index.html")).unwrap();
    fs::write(full, "other").unwrap();
    site.done(&["publish"], 4);
    assert_eq!(below(&current(&site), "v/"), frozen);
    // Nowhere: refused, and told what helps.
    fs::remove_dir_all(site.path().join(".dateline")).unwrap();
    fs::remove_dir_all(site.path().join("out")).unwrap();
    fs::remove_dir_all(site.path().join("site.git")).unwrap();
    site.environment = Vec::new();
    let (ok, said) = site.ran(site.path(), &["publish"], 5);
    assert!(!ok && said.contains("v/2022-01-01/") && said.contains("--rollback"), "{said}");
}

#[test]
fn going_back_and_forth_keeps_the_versions() {
    let site = Site::new(FOLDER);
    site.done(&["publish"], 1);
    site.says("Other words.");
    site.done(&["publish", "--freeze"], 2);
    let frozen = below(&current(&site), "v/");
    site.done(&["publish", "--rollback"], 2);
    site.done(&["publish"], 3);
    assert_eq!(below(&current(&site), "v/"), frozen);
}

#[test]
fn a_retracted_name_is_in_no_version_either() {
    let site = Site::new(&format!("{FOLDER}{BRANCH}"));
    git(site.path(), &["init", "-q", "--bare", "site.git"]);
    write(site.path(), "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
    site.says("[[sue]] said “no”.");
    for target in ["live", "branch"] {
        site.done(&["publish", target, "--freeze"], 1);
    }
    fs::remove_file(site.path().join("content/actors/sue.md")).unwrap();
    site.says("Nothing.");
    let said = site.done(&["retract", "sue"], 2);
    assert!(said.contains("is gone from 2 targets"), "{said}");
    for seen in [current(&site), branch(&site)] {
        assert!(!seen.contains_key("v/2022-01-01/actors/sue.html"));
        let page = text(&seen, "v/2022-01-01/sections/the-call.html");
        assert!(page.contains("This page was withdrawn") && page.contains("noindex"), "{page}");
        assert!(text(&seen, "v/2022-01-01/events/talks.html").contains("They spoke."));
    }
    for folder in ["out", "releases", ".dateline/versions"] {
        for (path, bytes) in files(&site.path().join(folder)) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            assert!(!path.contains("/sue.") && !text.contains("Sue Poe"), "{folder}/{path}");
        }
    }
    let objects = git(&site.path().join("site.git"), &["rev-list", "--all", "--objects"]);
    assert!(!String::from_utf8(objects).unwrap().contains("sue.html"));
    // The next publish has nothing to do.
    assert!(site.done(&["publish"], 2).contains("nothing to do"));
}

#[test]
fn a_store_and_another_machine_keep_versions_too() {
    let state = tempfile::tempdir().unwrap();
    let www: PathBuf = state.path().join("www");
    let Some(_far) = hosts::sshd(state.path()) else { return };
    let Some(store) = hosts::moto() else { return };
    let targets = format!(
        "  - {{name: far, to: ssh, host: host, path: '{}'}}\n\
         \x20 - {{name: s, to: s3, bucket: site, endpoint: 'http://127.0.0.1:{}'}}\n",
        www.display(),
        store.port
    );
    let mut site = Site::new(&targets);
    let config = state.path().join("ssh_config").display().to_string();
    site.environment = vec![
        ("DATELINE_SSH_CONFIG", config),
        ("AWS_ACCESS_KEY_ID", hosts::KEY.into()),
        ("AWS_SECRET_ACCESS_KEY", hosts::SECRET.into()),
    ];
    let seen = || files(&fs::canonicalize(www.join("current")).unwrap());
    site.done(&["publish", "far", "--freeze"], 1);
    site.done(&["publish", "s"], 1);
    let frozen = below(&seen(), "v/");
    assert!(frozen.contains_key("v/2022-01-01/index.html"));
    site.says("Other words.");
    fs::remove_dir_all(site.path().join(".dateline")).unwrap();
    for target in ["far", "s"] {
        let plan = site.done(&["publish", target, "--dry-run"], 2);
        assert!(!plan.contains("v/2022-01-01/"), "{plan}");
        site.done(&["publish", target], 2);
        site.done(&["publish", target, "--verify"], 2);
    }
    assert_eq!(below(&seen(), "v/"), frozen);
}
