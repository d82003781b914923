//! A build that is killed at any moment leaves every file whole, old or new, and the next build
//! mends the rest.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests run the program")]

mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use program::program;

/// How often a build is killed; all of them with `DATELINE_ALL=1`.
const KILLS: u64 = 24;
const ALL_KILLS: u64 = 400;
const PAGES: usize = 150;

fn build(root: &Path) -> Command {
    let mut command = Command::new(program());
    command.arg("build").arg("--root").arg(root);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A site whose every page says which edition it is of.
fn write_edition(root: &Path, edition: &str) {
    fs::create_dir_all(root.join("content/actors")).unwrap();
    fs::write(root.join("dateline.yaml"), format!("title: {edition}\nlanguage: en\n")).unwrap();
    let front =
        format!("---\ntitle: {edition}\nsummary: Of {edition}.\nas_of: 2021-12-30\n---\nText.\n");
    fs::write(root.join("content/briefing.md"), front).unwrap();
    for n in 0..PAGES {
        let text = format!("---\nname: Actor {n}\nkind: person\n---\n\n{}", edition.repeat(20));
        let id = if edition == "second" { n + PAGES / 2 } else { n };
        fs::write(root.join(format!("content/actors/actor-{id}.md")), text).unwrap();
    }
    // A third of the pages go, another third is new.
    if edition == "second" {
        for n in 0..PAGES / 2 {
            fs::remove_file(root.join(format!("content/actors/actor-{n}.md"))).unwrap();
        }
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                // What is being made lies in folders whose names begin with a dot.
                if !path.file_name().unwrap().to_string_lossy().starts_with('.') {
                    folders.push(path);
                }
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn a_killed_build_leaves_whole_files_and_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let public = root.join("public");
    write_edition(root, "first");
    assert!(build(root).status().unwrap().success());
    let first = files(&public);
    fs::write(public.join(".keep"), "a note of somebody else's").unwrap();
    write_edition(root, "second");
    let started = Instant::now();
    assert!(build(root).status().unwrap().success());
    let whole = started.elapsed();
    let mut second = files(&public);
    assert!(second.remove(".keep").is_some());
    assert!(first.len() > PAGES && second.len() > PAGES);

    let kills = if std::env::var_os("DATELINE_ALL").is_some() { ALL_KILLS } else { KILLS };
    let mut broken_off = 0;
    for kill in 0..kills {
        // To and fro between the two editions, killed a little later each time.
        let (edition, before, after) =
            if kill % 2 == 0 { ("first", &second, &first) } else { ("second", &first, &second) };
        write_edition(root, edition);
        if edition == "first" {
            for n in PAGES..PAGES + PAGES / 2 {
                let _ = fs::remove_file(root.join(format!("content/actors/actor-{n}.md")));
            }
        }
        let mut child = build(root).spawn().unwrap();
        sleep(whole.mul_f64(kill as f64 / kills as f64 * 1.1) + Duration::from_micros(kill * 37));
        let _ = child.kill();
        broken_off += u32::from(!child.wait().unwrap().success());
        for (name, bytes) in files(&public) {
            let known = [before, after].iter().any(|site| site.get(&name) == Some(&bytes));
            assert!(known || name == ".keep", "{name} is neither the old nor the new file");
        }
        assert!(build(root).status().unwrap().success(), "the next build mends it");
        let mut mended = files(&public);
        assert!(mended.remove(".keep").is_some(), "what is not ours stays");
        let kept: Vec<_> = mended.iter().filter(|(name, _)| !after.contains_key(*name)).collect();
        assert!(kept.is_empty(), "left over: {:?}", kept.iter().map(|it| it.0).collect::<Vec<_>>());
        for (name, bytes) in after {
            assert!(mended.get(name) == Some(bytes), "{name} is not as it should be");
        }
    }
    assert!(broken_off > 0, "no build was killed in time");
}

/// Ctrl-C and `kill`: the exit status of shells, nothing left, what readers see untouched.
#[cfg(unix)]
#[test]
fn a_build_that_is_asked_to_end_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let public = root.join("public");
    write_edition(root, "first");
    for n in 0..2_000 {
        let page = format!("---\nname: More {n}\nkind: person\n---\n\nText.");
        fs::write(root.join(format!("content/actors/more-{n}.md")), page).unwrap();
    }
    let interrupted = |stage: &Path, signal: &str| {
        let mut command = build(root);
        let child = command.stderr(Stdio::piped()).spawn().unwrap();
        while !stage.exists() {
            sleep(Duration::from_millis(1));
        }
        let kill = Command::new("kill").args([signal, &child.id().to_string()]).status();
        assert!(kill.unwrap().success());
        let output = child.wait_with_output().unwrap();
        assert!(!stage.exists(), "{signal} left the stage");
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let stopped = |code| (Some(code), "stopped; nothing was written\n".to_owned());
    let beside = root.join(".public.dateline-stage");
    assert_eq!(interrupted(&beside, "-INT"), stopped(130));
    assert!(!public.exists());
    assert!(build(root).status().unwrap().success());
    let before = files(&public);
    fs::write(root.join("dateline.yaml"), "title: Another\nlanguage: en\n").unwrap();
    let inside = public.join(".dateline-stage");
    for (signal, code) in [("-TERM", 143), ("-HUP", 129)] {
        assert_eq!(interrupted(&inside, signal), stopped(code));
        assert!(files(&public) == before);
    }
    assert!(build(root).status().unwrap().success());
}
