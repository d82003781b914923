//! Publishing to object stores, as real servers on loopback: whole at every moment, whatever fails.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use hosts::proxy::{Fate, before};
use hosts::{KEY, SECRET};
use program::program;
use serde_json::Value;
use tempfile::TempDir;

type Objects = BTreeMap<String, Vec<u8>>;

fn site(port: u16, prefix: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files(fixture::SITE) {
        write(root.path(), &path, &text);
    }
    aim(root.path(), port, prefix);
    root
}

/// Names the store to publish to.
fn aim(root: &Path, port: u16, prefix: &str) {
    let target = format!(
        "publish:\n  - {{name: s, to: s3, bucket: site, endpoint: 'http://127.0.0.1:{port}', prefix: {prefix}}}\n"
    );
    write(
        root,
        "dateline.yaml",
        &format!("{}{target}", fixture::files(fixture::SITE)["dateline.yaml"]),
    );
}

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

fn command(root: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(words).args(["--now", "2021-12-30T20:00Z"]).current_dir(root);
    command.env("NO_COLOR", "1").env("AWS_ACCESS_KEY_ID", KEY).env("AWS_SECRET_ACCESS_KEY", SECRET);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The exit status, and all that was said.
fn ran(root: &Path, words: &[&str]) -> (i32, String) {
    let output = command(root, words).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8(said).unwrap())
}

fn done(root: &Path, words: &[&str]) -> String {
    let (status, said) = ran(root, words);
    assert_eq!(status, 0, "{words:?}: {said}");
    said
}

/// A second version: a page more, a page less, another style sheet.
fn second(root: &Path) {
    write(root, "content/actors/sue.md", "---\nname: Sue Poe\nkind: person\n---\nX.\n");
    write(root, "content/sections/01-the-call.md", "---\ntitle: An hour\n---\nNew.\n");
    write(root, "static/style.css", "body { color: black }\n");
}

fn first(root: &Path) {
    write(root, "content/actors/old.md", "---\nname: Old One\nkind: person\n---\nX.\n");
}

/// The objects below a prefix, as `s3s-fs` has them on the disk.
fn objects(data: &Path, prefix: &str) -> Objects {
    let top = data.join("site").join(prefix);
    let (mut found, mut folders) = (Objects::new(), vec![top.clone()]);
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|it| it.unwrap().path()) {
            let name = path.strip_prefix(&top).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !name.contains(".tmp.") && !name.contains("/.s3s") {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The manifest with the moment and the owner left out.
fn settled(mut objects: Objects) -> Objects {
    let manifest = objects.remove(".dateline/manifest.json").unwrap();
    let manifest: Value = serde_json::from_slice(&manifest).unwrap();
    assert!(manifest.get("session").is_none() && manifest.get("gone").is_none(), "{manifest}");
    objects.insert("manifest".into(), manifest.to_string().into());
    objects
}

/// Each page's style sheets and scripts are there; the live manifest tells only of what is there.
fn assert_whole(objects: &Objects) {
    for (path, bytes) in objects.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        let up = "../".repeat(path.matches('/').count());
        for link in text.split(['"', '\'']).filter(|it| it.ends_with(".css") || it.ends_with(".js"))
        {
            let asset = link.trim_start_matches("/call/");
            let asset = asset.strip_prefix(up.as_str()).unwrap_or(asset);
            assert!(objects.contains_key(asset), "{path} asks for {link}");
        }
    }
    let Some(manifest) = objects.get(".dateline/manifest.json") else { return };
    let manifest: Value = serde_json::from_slice(manifest).unwrap();
    for (path, entry) in manifest["files"].as_object().unwrap() {
        let bytes = objects.get(path).unwrap_or_else(|| panic!("{path} is named and not there"));
        let open = manifest["session"]["names"]
            .as_array()
            .is_some_and(|it| it.contains(&path.as_str().into()));
        let hash = dateline::hash::sha256_hex(bytes);
        assert!(open || entry["sha256"] == hash.as_str(), "{path} is not what the manifest tells");
    }
}

#[test]
fn a_store_gets_the_site_with_types_and_cache_headers() {
    let data = tempfile::tempdir().unwrap();
    for server in [hosts::s3s(data.path()), hosts::moto()].into_iter().flatten() {
        let root = site(server.port, "a/b");
        first(root.path());
        done(root.path(), &["publish"]);
        let verified = ran(root.path(), &["publish", "--verify"]);
        assert_eq!(verified.0, 0, "{}", verified.1);
        assert!(done(root.path(), &["publish"]).starts_with("nothing to do"));
        second(root.path());
        fs::remove_file(root.path().join("content/actors/old.md")).unwrap();
        done(root.path(), &["publish"]);
        done(root.path(), &["publish", "--verify"]);
        let listed = done(root.path(), &["publish", "--list"]);
        assert_eq!(listed.lines().count(), 2, "{listed}");
        done(root.path(), &["publish", "--rollback"]);
        done(root.path(), &["publish", "--verify"]);
        let plan = done(root.path(), &["publish", "--dry-run"]);
        assert!(plan.contains("+ actors/sue.html") && plan.contains("- actors/old.html"), "{plan}");
    }
}

#[test]
fn one_page_changed_is_a_few_requests_and_nothing_changed_is_one() {
    let data = tempfile::tempdir().unwrap();
    let Some(server) = hosts::s3s(data.path()) else { return };
    let proxy = before(server.port, |_, _| Fate::Passed);
    let root = site(proxy.port, "a");
    done(root.path(), &["publish"]);
    let count = || proxy.count.swap(0, Ordering::SeqCst);
    count();
    done(root.path(), &["publish"]);
    assert_eq!(count(), 1);
}

#[test]
fn a_third_of_all_requests_may_fail() {
    let data = tempfile::tempdir().unwrap();
    let Some(server) = hosts::s3s(data.path()) else { return };
    let fate = |number: usize, _: &str| match number * 7919 % 100 {
        0..10 => Fate::Answered(503),
        10..20 => Fate::Lost,
        20..30 => Fate::Dropped,
        _ => Fate::Passed,
    };
    let proxy = before(server.port, fate);
    let root = site(proxy.port, "a");
    first(root.path());
    done(root.path(), &["publish"]);
    second(root.path());
    done(root.path(), &["publish"]);
    aim(root.path(), server.port, "a");
    assert_whole(&objects(data.path(), "a"));
}

/// Publishes, and kills the program at its k-th request, which has arrived or not; whether it came
/// to its end before. Readers are asked at each request.
fn killed(root: &Path, server: u16, data: &Path, prefix: &str, k: usize, arrives: bool) -> bool {
    let child: Arc<Mutex<Option<Child>>> = Arc::default();
    let (victim, broken) = (Arc::clone(&child), Arc::new(AtomicUsize::new(0)));
    let (data, named): (PathBuf, String) = (data.to_path_buf(), prefix.to_owned());
    let faults = Arc::clone(&broken);
    let proxy = before(server, move |number, _| {
        faults.fetch_add(1, Ordering::SeqCst);
        assert_whole(&objects(&data, &named));
        faults.fetch_sub(1, Ordering::SeqCst);
        if number < k {
            return Fate::Passed;
        }
        let fate = if arrives && number == k { Fate::Lost } else { Fate::Dropped };
        if let Some(child) = victim.lock().unwrap().as_mut() {
            let _ = child.kill();
        }
        fate
    });
    // Through the same address, so that what was kept of it counts for both.
    aim(root, proxy.port, prefix);
    let mut slot = child.lock().unwrap();
    *slot = Some(command(root, &["publish", "--allow-deletes", "9"]).spawn().unwrap());
    drop(slot);
    loop {
        let status = child.lock().unwrap().as_mut().unwrap().try_wait().unwrap();
        if let Some(status) = status {
            // What it sent before it died may still arrive.
            proxy.wait();
            assert_eq!(broken.load(Ordering::SeqCst), 0, "a reader got half a release");
            return status.success();
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

#[test]
fn whatever_request_it_dies_at_readers_have_whole_pages_and_a_rerun_ends_clean() {
    let data = tempfile::tempdir().unwrap();
    let Some(server) = hosts::s3s(data.path()) else { return };
    let clean = site(server.port, "clean");
    let before_it = |root: &Path| {
        first(root);
        done(root, &["publish"]);
        second(root);
        fs::remove_file(root.join("content/actors/old.md")).unwrap();
    };
    before_it(clean.path());
    done(clean.path(), &["publish", "--allow-deletes", "9"]);
    let wanted = settled(objects(data.path(), "clean"));
    let all = std::env::var_os("DATELINE_ALL").is_some();
    let mut ended = false;
    let mut k = 1;
    while !ended {
        for arrives in [false, true] {
            let prefix = format!("run-{k}-{arrives}");
            let root = site(server.port, &prefix);
            before_it(root.path());
            let foreign = data.path().join("site").join(&prefix).join("theirs.html");
            fs::write(&foreign, "theirs").unwrap();
            ended = killed(root.path(), server.port, data.path(), &prefix, k, arrives);
            assert_whole(&objects(data.path(), &prefix));
            aim(root.path(), server.port, &prefix);
            done(root.path(), &["publish", "--allow-deletes", "9"]);
            let mut now = settled(objects(data.path(), &prefix));
            assert_eq!(now.remove("theirs.html").unwrap(), b"theirs");
            let differs: Vec<_> = now.iter().filter(|(k, v)| wanted.get(*k) != Some(v)).collect();
            assert!(
                now.keys().eq(wanted.keys()) && differs.is_empty(),
                "{k} {arrives}: {:?}",
                differs
            );
        }
        k += if all { 1 } else { 7 };
    }
    assert!(k > 10, "it died only {k} times");
}

#[test]
fn a_second_editor_is_told_and_deletes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let Some(server) = hosts::s3s(data.path()) else { return };
    let (one, two) = (site(server.port, "a"), site(server.port, "a"));
    first(one.path());
    done(one.path(), &["publish"]);
    // The first editor dies in the middle, the second comes at once.
    second(one.path());
    killed(one.path(), server.port, data.path(), "a", 6, true);
    let there = objects(data.path(), "a");
    let (status, said) = ran(two.path(), &["publish", "--allow-deletes", "99"]);
    assert!(status == 2 && said.contains("began to publish"), "{said}");
    assert_eq!(objects(data.path(), "a"), there);
    // Another's publish comes between looking and putting.
    aim(one.path(), server.port, "a");
    done(one.path(), &["publish", "--allow-deletes", "99"]);
}

#[test]
fn no_secret_is_said_or_kept() {
    let data = tempfile::tempdir().unwrap();
    let Some(server) = hosts::s3s(data.path()) else { return };
    let root = site(server.port, "a");
    let mut all = done(root.path(), &["publish"]);
    all += &done(root.path(), &["publish", "--verify"]);
    let refused = |mut command: Command, why: &str| {
        let output = command.output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(output.status.code() == Some(2) && said.contains(why), "{said}");
        said
    };
    let mut wrong = command(root.path(), &["publish"]);
    wrong.env("AWS_SECRET_ACCESS_KEY", format!("{SECRET}x"));
    all += &refused(wrong, "does not let us in");
    let mut none = command(root.path(), &["publish"]);
    none.env_remove("AWS_SECRET_ACCESS_KEY").env("HOME", root.path());
    all += &refused(none, "AWS_ACCESS_KEY_ID");
    assert!(!all.contains(SECRET) && !all.contains("X-Amz-Signature"), "{all}");
    let mut folders = vec![root.path().to_path_buf(), data.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                assert!(!text.contains(SECRET) && !text.contains("X-Amz-Signature"), "{path:?}");
            }
        }
    }
}
