//! Publishing to a folder: readers see the old release or the new one, whole, whatever happens.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use dateline::io::publish::built::Built;
use dateline::io::publish::deliver::{Allowed, Delivered, deliver, live};
use dateline::io::publish::folder::Folder;
use dateline::io::write::error::WriteError;
use dateline::model::site::{Content, Output, What};
use tempfile::TempDir;

type Files<'a> = &'a [(&'a str, &'a str)];

const OLD: Files<'_> = &[("index.html", "old"), ("actors/joe.html", "joe"), ("gone.html", "x")];
const NEW: Files<'_> = &[("index.html", "new"), ("actors/joe.html", "joe"), ("more.html", "y")];

fn root() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("content")).unwrap();
    root
}

fn to(root: &Path, target: &Path, files: Files<'_>) -> Result<Delivered, WriteError<String>> {
    let output = |(path, _): &(&str, &str)| Output { path: (*path).into(), what: What::Front };
    let outputs: Vec<Output> = files.iter().map(output).collect();
    let make = |output: &Output| {
        let (_, text) = files.iter().find(|(path, _)| *path == &*output.path).unwrap();
        match text.strip_prefix("wrong: ") {
            Some(wrong) => Err(wrong.to_owned()),
            None => Ok(Content::Bytes(text.as_bytes().to_vec())),
        }
    };
    let built = Built::new(root, "2021-12-30", &outputs, &make)?;
    let allowed = Allowed { deletes: Some(9), ..Allowed::default() };
    let mut folder = Folder::new(root, target)?;
    let live = live(&mut folder, false)?;
    Ok(deliver(&mut folder, &live, (&built.manifest, &built), 0, allowed)?)
}

fn folder(root: &Path, release: &str) -> std::path::PathBuf {
    root.join("published/releases").join(release)
}

fn published(root: &Path, files: Files<'_>) -> Delivered {
    to(root, Path::new("published"), files).unwrap()
}

fn seen(root: &Path) -> String {
    fs::read_to_string(root.join("published/current/index.html")).unwrap()
}

fn releases(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join("published/releases")).unwrap().map(Result::unwrap);
    let mut names: Vec<_> = entries.map(|e| e.file_name().into_string().unwrap()).collect();
    names.retain(|name| name != ".lock" && !name.ends_with(".json"));
    names.sort_unstable();
    names
}

#[test]
fn a_release_is_whole_and_shares_what_has_not_changed() {
    let root = root();
    let first = published(root.path(), OLD);
    assert_eq!((first.files, first.put, first.deleted, first.unchanged), (3, 3, 0, false));
    assert!(first.release.starts_with("2021-12-30-"), "{first:?}");
    assert_eq!(seen(root.path()), "old");
    let second = published(root.path(), NEW);
    assert_eq!((second.files, second.put, second.deleted), (3, 2, 1));
    assert_eq!(seen(root.path()), "new");
    let inode = |it: &Delivered| {
        fs::metadata(folder(root.path(), &it.release).join("actors/joe.html")).unwrap().ino()
    };
    assert_eq!(inode(&first), inode(&second));
    assert_eq!(
        fs::read_to_string(folder(root.path(), &first.release).join("index.html")).unwrap(),
        "old"
    );
    let mut names = [first.release, second.release];
    names.sort_unstable();
    assert_eq!(releases(root.path()), names);
}

#[test]
fn the_same_site_again_has_nothing_to_do() {
    let root = root();
    let first = published(root.path(), OLD);
    let again = published(root.path(), OLD);
    assert!(again.unchanged && again.release == first.release, "{again:?}");
    assert_eq!(releases(root.path()), [first.release.as_str()]);
    // Back and forth: the first release serves again.
    published(root.path(), NEW);
    let back = published(root.path(), OLD);
    assert_eq!((back.release, back.unchanged), (first.release, false));
    assert_eq!(seen(root.path()), "old");
}

#[test]
fn a_release_that_was_changed_by_hand_is_not_taken_for_ours() {
    let root = root();
    let first = published(root.path(), OLD);
    fs::write(folder(root.path(), &first.release).join("index.html"), "tampered").unwrap();
    let second = published(root.path(), OLD);
    assert_eq!(second.release, format!("{}-2", first.release));
    assert_eq!(seen(root.path()), "old");
}

#[test]
fn what_a_killed_publish_left_is_taken_away() {
    let root = root();
    published(root.path(), OLD);
    let target = root.path().join("published");
    fs::create_dir_all(target.join("releases/.new.part/actors")).unwrap();
    fs::write(target.join("releases/.new.part/actors/joe.html"), "jo").unwrap();
    symlink("releases/half", target.join(".current.new")).unwrap();
    assert_eq!(seen(root.path()), "old");
    let second = published(root.path(), NEW);
    assert_eq!((seen(root.path()).as_str(), releases(root.path()).len()), ("new", 2));
    // Killed after the release was whole, before readers were led to it.
    fs::remove_file(target.join("current")).unwrap();
    let again = published(root.path(), NEW);
    assert_eq!(again.release, second.release);
    assert_eq!((seen(root.path()).as_str(), releases(root.path()).len()), ("new", 2));
}

#[test]
fn a_site_with_errors_is_not_published() {
    let root = root();
    published(root.path(), OLD);
    let wrong: Files<'_> = &[("index.html", "wrong: a"), ("x.html", "wrong: b")];
    match to(root.path(), Path::new("published"), wrong) {
        Err(WriteError::Made(errors)) => assert_eq!(errors, ["a", "b"]),
        other => panic!("{other:?}"),
    }
    assert_eq!((seen(root.path()).as_str(), releases(root.path()).len()), ("old", 1));
}

#[test]
fn a_target_that_is_not_ours_is_refused() {
    let root = root();
    let refused = |target: &str| match to(root.path(), Path::new(target), OLD) {
        Err(WriteError::Refused(refusal)) => refusal.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(refused("content/x").contains("the target `content/x`"));
    assert!(refused("public").contains("the target `public` is `public/` of the site"));
    for name in ["folder", "file", "link", "far"] {
        fs::create_dir_all(root.path().join(name)).unwrap();
    }
    fs::create_dir(root.path().join("folder/current")).unwrap();
    fs::write(root.path().join("file/current"), "x").unwrap();
    symlink("../content", root.path().join("link/current")).unwrap();
    symlink("releases/../../content", root.path().join("far/current")).unwrap();
    for name in ["folder", "file", "link", "far"] {
        assert!(refused(name).contains(&format!("{name}/current`")));
        assert!(!root.path().join(name).join("releases").exists());
    }
}

#[test]
fn readers_never_see_a_gap_or_a_mixture() {
    let root = root();
    published(root.path(), OLD);
    let stop = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                assert!(["old", "new"].contains(&seen(root.path()).as_str()));
            }
        });
        for turn in 0..100 {
            published(root.path(), if turn % 2 == 0 { NEW } else { OLD });
        }
        stop.store(true, Ordering::Relaxed);
    });
}
