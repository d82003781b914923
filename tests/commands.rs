//! The commands, as they are typed: what they write, what they refuse, and how they exit.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests touch files and may fail"
)]

mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use program::program;
use tempfile::TempDir;

/// What a command printed, and its exit status.
#[derive(Debug)]
struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn dateline(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(program());
    command.args(arguments).args(["--now", "2021-12-30"]).current_dir(folder).env("NO_COLOR", "1");
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { status: status.code().unwrap(), out: text(stdout), err: text(stderr) }
}

fn done(folder: &Path, arguments: &[&str]) -> Ran {
    let ran = dateline(folder, arguments);
    assert_eq!(ran.status, 0, "{arguments:?}: {ran:?}");
    ran
}

fn refused(folder: &Path, arguments: &[&str], status: i32, words: &[&str]) {
    let before = files(folder);
    let ran = dateline(folder, arguments);
    assert_eq!(ran.status, status, "{arguments:?}: {ran:?}");
    for word in words {
        assert!(ran.err.contains(word), "{arguments:?}: no `{word}` in {}", ran.err);
    }
    assert_eq!(files(folder), before, "{arguments:?} changed something");
}

/// All files below a folder but the program's own, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            if name == ".dateline" {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// A folder with a new briefing in it.
fn briefing() -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["new", "briefing", "my-briefing"]);
    let root = folder.path().join("my-briefing");
    (folder, root)
}

#[test]
fn a_new_briefing_has_no_mistake_and_builds() {
    let (_folder, root) = briefing();
    done(&root, &["check", "--strict"]);
    let ran = done(&root, &["check", "--format", "json"]);
    assert_eq!(ran.out.split_whitespace().collect::<String>(), "{\"diagnostics\":[]}");
    done(&root, &["build", "--strict"]);
    for page in ["index.html", "actors/example-agency.html", "sections/the-plan.html"] {
        assert!(root.join("public").join(page).is_file(), "{page}");
    }
}

#[test]
fn every_new_page_builds() {
    let (_folder, root) = briefing();
    for (kind, name, path) in [
        ("actor", "Joe Biden", "content/actors/joe-biden.md"),
        ("event", "Talks: round two", "content/events/talks-round-two.md"),
        ("source", "No. 10", "content/sources/no-10.md"),
        ("section", "“Full support”", "content/sections/02-full-support.md"),
    ] {
        let ran = done(&root, &["new", kind, name]);
        assert_eq!(ran.out, format!("wrote {path}\n"));
        assert!(root.join(path).is_file());
    }
    done(&root, &["build", "--strict"]);
    let event = fs::read_to_string(root.join("content/events/talks-round-two.md")).unwrap();
    assert!(event.starts_with("---\ntitle: 'Talks: round two'\nwhen: 2021-12-30 "), "{event}");
}

#[test]
fn nothing_is_overwritten() {
    let (folder, root) = briefing();
    refused(folder.path(), &["new", "briefing", "my-briefing"], 2, &["is not empty", "help: "]);
    refused(&root, &["new", "event", "Example Agency"], 2, &["content/actors/example-agency.md"]);
    refused(&root, &["new", "actor", "Рябков"], 2, &["not a Latin letter", "sergei-ryabkov"]);
    refused(&root, &["new", "planet", "x"], 2, &["possible values"]);
    refused(folder.path(), &["new", "actor", "x"], 2, &["dateline.yaml"]);
}

#[test]
fn a_renamed_thing_keeps_its_old_address() {
    let (_folder, root) = briefing();
    let before = files(&root);
    done(&root, &["mv", "example-statement", "statement"]);
    done(&root, &["mv", "example-agency", "agency"]);
    assert!(root.join("content/sources/statement/statement.txt").is_file());
    done(&root, &["build", "--strict"]);
    let page = fs::read_to_string(root.join("public/actors/example-agency.html")).unwrap();
    assert!(page.contains("agency.html"), "{page}");
    done(&root, &["mv", "agency", "example-agency"]);
    done(&root, &["mv", "statement", "example-statement"]);
    let without_memory = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("former_ids:"));
        lines.collect::<String>()
    };
    let after = files(&root);
    for (path, text) in &before {
        assert_eq!(without_memory(text), without_memory(&after[path]), "{path}");
    }
}

#[test]
fn a_renaming_that_cannot_be_had_changes_nothing() {
    let (_folder, root) = briefing();
    refused(&root, &["mv", "example-agenci", "x"], 2, &["did you mean `example-agency`?"]);
    refused(&root, &["mv", "example-agency", "the-plan"], 2, &["in use"]);
    refused(&root, &["mv", "example-agency", "briefing"], 2, &["front page"]);
    let broken = root.join("content/actors/broken.md");
    fs::write(&broken, "---\nname: X\nkind: planet\n---\n").unwrap();
    refused(&root, &["mv", "example-agency", "agency"], 1, &["broken.md:3"]);
}

#[test]
fn schemas_scripts_and_pages_are_printed() {
    let folder = tempfile::tempdir().unwrap();
    for kind in ["briefing", "section", "actor", "event", "source", "settings", "corrections"] {
        let ran = done(folder.path(), &["schema", kind]);
        assert!(ran.out.contains("\"$schema\""), "{kind}");
    }
    for shell in ["bash", "zsh", "fish"] {
        assert!(done(folder.path(), &["completions", shell]).out.contains("dateline"), "{shell}");
    }
    assert!(done(folder.path(), &["man"]).out.contains(".TH dateline 1"));
    done(folder.path(), &["man", "pages/man1"]);
    assert!(folder.path().join("pages/man1/dateline-check.1").is_file());
    assert!(done(folder.path(), &["check", "--explain", "orphan"]).out.contains("orphan"));
    refused(folder.path(), &["check", "--explain", "orphn"], 2, &["did you mean `orphan`?"]);
}

#[test]
fn reports_for_code_hosts_count_paths_from_the_top_of_the_repository() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("desk/site one");
    fs::create_dir_all(site.join("content")).unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(site.join("dateline.yaml"), "title: T\nlanguage: en\n").unwrap();
    let front = "---\ntitle: T\nsummary: S.\nas_of: 2021-12-30\n---\n[[nobody]]\n";
    fs::write(site.join("content/briefing.md"), front).unwrap();
    let github = dateline(&site, &["check", "--format", "github"]);
    assert!(github.out.contains("::error file=desk/site one/content/briefing.md,line=6,"));
    let sarif = dateline(folder.path(), &["check", "--root", "desk/site one", "--format", "sarif"]);
    assert!(sarif.out.contains("\"uri\": \"desk/site%20one/content/briefing.md\""), "{sarif:?}");
    let json = dateline(&site, &["check", "--format", "json"]);
    assert!(json.out.contains("\"content/briefing.md\""), "{json:?}");
}

#[test]
fn rules_soften_nothing_that_would_lose_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    let settings =
        "title: T\nlanguage: en\nrules:\n  encoding: off\n  orphan: off\n  file-name: error\n";
    fs::write(folder.path().join("dateline.yaml"), settings).unwrap();
    let front = "---\ntitle: T\nsummary: S.\nas_of: 2021-12-30\n---\nText.\n";
    fs::write(folder.path().join("content/briefing.md"), front).unwrap();
    let ran = dateline(folder.path(), &["check"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.out.contains("`encoding` is always an error") && ran.out.contains("4:13"),
        "{ran:?}"
    );
    assert!(ran.out.contains("1 error"), "{ran:?}");
}

#[test]
fn ids_that_are_taken_or_that_no_file_can_have_are_refused() {
    let (_root, folder) = briefing();
    done(&folder, &["new", "actor", "Old One"]);
    done(&folder, &["new", "actor", "Another"]);
    done(&folder, &["mv", "old-one", "new-one"]);
    let help = "former_ids";
    refused(&folder, &["new", "actor", "Old one"], 2, &["`old-one` is a former id", help]);
    refused(&folder, &["mv", "another", "old-one"], 2, &["`old-one` is a former id", help]);
    refused(&folder, &["new", "actor", "CON"], 2, &["a device on Windows", "`the-con`"]);
    refused(&folder, &["mv", "another", "aux"], 2, &["a device on Windows", "`the-aux`"]);
    fs::write(folder.join("content/actors/another.md"), "---\nname: Another\n---\n").unwrap();
    refused(&folder, &["mv", "new-one", "newer"], 1, &["missing-field", "nothing was renamed"]);
}

#[test]
fn a_new_briefing_says_how_to_go_on() {
    let root = tempfile::tempdir().unwrap();
    let ran = done(root.path(), &["new", "briefing", "Geneva talks"]);
    assert!(
        ran.err.contains("type `cd \"Geneva talks\"`, then `dateline serve --open`"),
        "{ran:?}"
    );
    let inside = root.path().join("empty");
    fs::create_dir(&inside).unwrap();
    let ran = done(&inside, &["new", "briefing", "."]);
    assert!(ran.err.contains("next: type `dateline serve --open`"), "{ran:?}");
    let built = done(&inside, &["build"]);
    assert!(built.out.contains("links in `public`: ") && built.out.contains(" files written, "));
}

#[test]
fn an_address_that_nobody_answers_at_is_not_said_to_differ() {
    let (_root, folder) = briefing();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for (address, why) in [
        (format!("http://127.0.0.1:{port}/call/"), "the server refuses the connection"),
        ("nonsense".to_owned(), "that is no address"),
    ] {
        let ran = dateline(&folder, &["verify", &address]);
        let said = format!("error: `{}/` could not be reached", address.trim_end_matches('/'));
        assert!(ran.status == 2 && ran.err.starts_with(&said), "{ran:?}");
        assert!(ran.err.contains(why) && !ran.err.contains("not those"), "{ran:?}");
    }
}

#[cfg(unix)]
#[test]
fn absolute_paths_need_no_current_folder() {
    let (root, folder) = briefing();
    let out = root.path().join("out");
    let script = "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"";
    let ran = |words: &[&std::ffi::OsStr]| {
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "sh"]).arg(program()).arg("build");
        shell.args(words).current_dir(root.path()).output().unwrap()
    };
    let there = ["--root".as_ref(), folder.as_os_str(), "--output".as_ref(), out.as_os_str()];
    let built = ran(&there);
    assert!(built.status.success() && out.join("index.html").is_file(), "{built:?}");
    for words in [&[][..], &["--root".as_ref(), "my-briefing".as_ref()]] {
        let said = String::from_utf8(ran(words).stderr).unwrap();
        assert!(said.contains("cannot use the folder `.`"), "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_written_are_a_failure_and_a_reader_that_went_away_is_none() {
    use std::process::Stdio;
    let (_root, folder) = briefing();
    for command in ["check", "build", "--help", "--version", "help"] {
        let mut to_full = Command::new(program());
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = to_full.arg(command).current_dir(&folder).stdout(full).output().unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{said}");
        assert!(said.contains("cannot write to `standard output`"), "{said}");

        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut to_nobody = Command::new(program());
        to_nobody.arg(command).current_dir(&folder).stdout(Stdio::from(writer));
        let ran = to_nobody.output().unwrap();
        assert_eq!(
            (ran.status.code(), String::from_utf8(ran.stderr).unwrap()),
            (Some(0), "".into())
        );
    }
}
