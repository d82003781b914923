//! Frozen versions: whole releases that stay at addresses of their own, on every kind of target.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use hosts::{Files, files};
use program::program;
use tempfile::TempDir;

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
        let mut command = Command::new(program());
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

/// Publishes, freezes, goes back and forth at a target.
fn going_back(site: &Site, target: &str, seen: &dyn Fn() -> Files, foreign: &dyn Fn()) {
    let without = |files: Files| -> Files {
        let own = |path: &String| !path.starts_with("v/") && path != ".dateline/manifest.json";
        files.into_iter().filter(|(path, _)| own(path)).collect()
    };
    let site_of = || without(seen());
    site.says("One.");
    site.done(&["publish", target], 1);
    let first = site_of();
    site.says("Two.");
    site.done(&["publish", target], 2);
    let second = site_of();
    site.says("Three.");
    site.done(&["publish", target, "--freeze"], 3);
    let (third, frozen) = (site_of(), below(&seen(), "v/"));
    assert!(frozen.contains_key("v/2022-01-03/index.html") && first != third);
    foreign();
    // Back, and further back: each time with the version.
    for (release, words) in [(&second, &[][..]), (&first, &[]), (&second, &["2"]), (&first, &["1"])]
    {
        let said = site.done(&[&["publish", target, "--rollback"], words].concat(), 4);
        assert!(said.contains("with the versions that were frozen since"), "{said}");
        let mut now = site_of();
        if now.remove("theirs.txt").is_some() {
            assert_eq!(target, "branch");
        }
        assert!(now == *release, "{target}");
        assert_eq!(below(&seen(), "v/"), frozen, "{target}");
        site.done(&["publish", target, "--verify"], 4);
    }
    let listed = site.done(&["publish", target, "--list"], 4);
    assert!(listed.contains("with the versions frozen since"), "{listed}");
    let (ok, said) = site.ran(site.path(), &["publish", target, "--rollback"], 4);
    assert!(!ok && said.contains("no release before"), "{said}");
    // Forth again.
    site.done(&["publish", target], 5);
    let mut now = site_of();
    let theirs = now.remove("theirs.txt");
    assert_eq!(theirs.is_some(), target == "branch", "what is not ours stays");
    assert!(now == third, "{target}");
    assert_eq!(below(&seen(), "v/"), frozen, "{target}");
}

#[test]
fn a_version_stays_where_it_is_when_readers_are_led_back() {
    let site = Site::new(FOLDER);
    going_back(&site, "live", &|| current(&site), &|| {});

    let site = Site::new(BRANCH);
    git(site.path(), &["init", "-q", "--bare", "site.git"]);
    let foreign = || {
        git(site.path(), &["clone", "-q", "-b", "pages", "site.git", "clone"]);
        let clone = site.path().join("clone");
        write(&clone, "theirs.txt", "theirs");
        git(&clone, &["add", "."]);
        git(&clone, &["-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-qm", "theirs"]);
        git(&clone, &["push", "-q", "origin", "HEAD:pages"]);
    };
    going_back(
        &site,
        "branch",
        &|| {
            let mut seen = branch(&site);
            assert!(seen.remove(".nojekyll").is_some());
            seen
        },
        &foreign,
    );

    let data = tempfile::tempdir().unwrap();
    let Some(store) = hosts::s3s(data.path()) else { return };
    let mut site = Site::new(&format!(
        "  - {{name: s, to: s3, bucket: site, endpoint: 'http://127.0.0.1:{}', prefix: p}}\n",
        store.port
    ));
    site.environment = vec![
        ("AWS_ACCESS_KEY_ID", hosts::KEY.into()),
        ("AWS_SECRET_ACCESS_KEY", hosts::SECRET.into()),
    ];
    going_back(&site, "s", &|| files(&data.path().join("site/p")), &|| {});

    let state = tempfile::tempdir().unwrap();
    let Some(_far) = hosts::sshd(state.path()) else { return };
    let www = state.path().join("www");
    let mut site =
        Site::new(&format!("  - {{name: far, to: ssh, host: host, path: '{}'}}\n", www.display()));
    let config = state.path().join("ssh_config").display().to_string();
    site.environment = vec![("DATELINE_SSH_CONFIG", config)];
    let seen = || files(&fs::canonicalize(www.join("current")).unwrap());
    going_back(&site, "far", &seen, &|| {});
}

/// Another working copy of the same site, with what it keeps for itself.
fn copied(site: &Site) -> Site {
    let root = tempfile::tempdir().unwrap();
    let done = Command::new("cp").arg("-a").arg(site.path().join(".")).arg(root.path()).status();
    assert!(done.unwrap().success());
    Site { root, environment: Vec::new() }
}

#[test]
fn a_working_copy_that_does_not_know_of_a_version_leaves_it_where_it_is() {
    let www = tempfile::tempdir().unwrap();
    let at = www.path().join("www");
    let one = Site::new(&format!("  - {{name: live, to: folder, path: '{}'}}\n", at.display()));
    let seen = || files(&fs::canonicalize(at.join("current")).unwrap());
    one.done(&["publish"], 1);
    let two = copied(&one);
    one.says("One.");
    one.done(&["publish", "--freeze"], 2);
    let frozen = below(&seen(), "v/");
    // It knows nothing of it: its release has it, and so has the one it goes back to.
    two.says("Two.");
    two.done(&["publish"], 2);
    assert_eq!(below(&seen(), "v/"), frozen);
    two.done(&["publish", "--rollback", "1"], 2);
    assert_eq!(below(&seen(), "v/"), frozen);
    // It cannot take its name.
    two.says("Two, and more.");
    let (ok, said) = two.ran(two.path(), &["publish", "--freeze"], 2);
    assert!(
        !ok && said.contains("another working copy has frozen") && said.contains("git pull"),
        "{said}"
    );
    assert_eq!(below(&seen(), "v/"), frozen);
    for (path, bytes) in files(&one.path().join("releases")) {
        fs::write(two.path().join("releases").join(path), bytes).unwrap();
    }
    assert!(two.done(&["publish", "--freeze"], 2).contains("v/2022-01-02-2/"));
    assert_eq!(below(&seen(), "v/2022-01-02/"), frozen);
}

#[test]
fn what_was_retracted_does_not_come_back_from_another_working_copy() {
    let www = tempfile::tempdir().unwrap();
    let at = www.path().join("www");
    let one = Site::new(&format!("  - {{name: live, to: folder, path: '{}'}}\n", at.display()));
    let seen = || files(&fs::canonicalize(at.join("current")).unwrap());
    write(one.path(), "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
    one.says("[[sue]] said “no”.");
    one.done(&["publish", "--freeze"], 1);
    let two = copied(&one);
    for site in [&one, &two] {
        fs::remove_file(site.path().join("content/actors/sue.md")).unwrap();
        site.says("Nothing.");
    }
    one.done(&["retract", "sue"], 2);
    // The other has the bytes of the version, and a record that tells of them.
    two.done(&["publish", "--allow-deletes", "99"], 3);
    let told = |path: &str, bytes: &[u8]| {
        path.contains("/sue.") || String::from_utf8_lossy(bytes).contains("Sue Poe")
    };
    for (path, bytes) in below(&seen(), "v/") {
        assert!(!told(&path, &bytes), "{path}");
    }
    assert!(text(&seen(), "v/2022-01-01/sections/the-call.html").contains("was withdrawn"));
}

#[test]
fn the_difference_shows_every_kind_of_page() {
    let site = Site::new(FOLDER);
    write(site.path(), "content/actors/old.md", "---\nname: Old One\nkind: person\n---\nX.\n");
    site.done(&["publish", "--freeze"], 1);
    let edits = [
        ("content/actors/joe.md", "He spoke.", "He spoke twice."),
        ("content/events/talks.md", "They spoke.", "They spoke long."),
        ("content/sections/01-the-call.md", "clear", "plain"),
        ("content/briefing.md", "a border", "two borders"),
    ];
    for (path, from, to) in edits {
        let full = site.path().join(path);
        let text = fs::read_to_string(&full).unwrap();
        assert!(text.contains(from), "{path}");
        fs::write(full, text.replacen(from, to, 1)).unwrap();
    }
    let source = fs::read_to_string(site.path().join("content/sources/wire.md")).unwrap();
    write(site.path(), "content/sources/wire.md", &(source + "By telephone.\n"));
    write(
        site.path(),
        "content/actors/sue.md",
        "---\nname: Sue Poe\nkind: person\n---\nShe came.\n",
    );
    fs::remove_file(site.path().join("content/actors/old.md")).unwrap();
    site.done(&["publish"], 2);
    let page = text(&current(&site), "versions.html");
    for words in ["twice", "long", "plain", ">two", "By telephone.", "She came."] {
        let shown = page
            .split("<ins>")
            .skip(1)
            .any(|it| format!(">{it}").split("</ins>").next().unwrap().contains(words));
        assert!(shown, "{words}: {page}");
    }
    // The article first; what went is counted, and not named.
    let at = |link: &str| page.find(link).unwrap_or_else(|| panic!("{link}: {page}"));
    let since = at("<h3>");
    let after = |link: &str| since + page[since..].find(link).unwrap();
    assert!(after("index.html\"") < after("sections/the-call.html"));
    assert!(after("sections/the-call.html") < after("events/talks.html"));
    assert!(after("events/talks.html") < after("actors/joe.html"));
    assert!(!page.contains("Old One"), "{page}");
    assert!(page[since..].contains("1 page added"), "{}", &page[since..]);
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
