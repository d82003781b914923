//! The second reader: what is signed is what was read, and nothing after it.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    dead_code,
    reason = "tests touch files and may fail"
)]

mod fixture;
mod program;

use std::fs;
use std::path::Path;
use std::process::Command;

use fixture::files;
use program::program;
use tempfile::TempDir;

const MORE: &str = "\
//- dateline.yaml
title: The call
language: en
publish:
  - {name: live, to: folder, path: live}
//- content/briefing.md
---
title: What the call settled
summary: The two presidents spoke for fifty minutes about a border and agreed to talk again.
as_of: 2021-12-30
authors: [Jo Desk]
---
[[joe]] and [[ann]] spoke in the [[talks]] [@wire].
//- content/sources/wire.md
---
title: A report
kind: wire-report
by: joe
archive: {text: wire.txt}
---
//- content/sources/wire/wire.txt
It was not long, but short and clear.
";

fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut all = files(fixture::SITE);
    all.extend(files(MORE));
    for (path, text) in all {
        let full = folder.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }
    folder
}

fn ran(root: &Path, words: &[&str]) -> (i32, String) {
    let mut command = Command::new(program());
    command.args(words).args(["--now", "2021-12-30"]).current_dir(root);
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

#[test]
fn an_edit_voids_a_review_and_signing_again_mends_it() {
    let site = site();
    let root = site.path();
    let (status, said) = ran(root, &["build", "--require-review"]);
    assert!(status == 1 && said.contains("error[unreviewed]: no second reader"), "{said}");
    let page = root.join("content/actors/ann.md");
    let before = fs::read_to_string(&page).unwrap();
    let (status, said) = ran(root, &["review", "--all", "--by", "Kim  Reader"]);
    assert_eq!(status, 0, "{said}");
    let after = fs::read_to_string(&page).unwrap();
    let (start, end) = before.split_at(before.rfind("---").unwrap());
    assert!(
        after.starts_with(&format!(
            "{start}reviewed:\n  by: Kim Reader\n  date: 2021-12-30\n  hash: "
        ))
    );
    assert!(after.ends_with(end), "{after}");
    for command in [
        &["build", "--require-review"][..],
        &["publish", "--require-review"],
        &["check", "--require-review"],
    ] {
        let (status, said) = ran(root, command);
        assert_eq!(status, 0, "{command:?} {said}");
    }
    fs::write(&page, after.replace("She spoke.", "She  spoke.")).unwrap();
    let (status, said) = ran(root, &["publish", "--require-review"]);
    assert!(status == 1 && said.contains("was changed after `Kim Reader` reviewed it"), "{said}");
    assert!(
        said.contains("content/actors/ann.md:4:1") && said.matches("error[").count() == 1,
        "{said}"
    );
    assert_eq!(ran(root, &["review", "ann", "--by", "Kim Reader"]).0, 0);
    assert_eq!(ran(root, &["publish", "--require-review"]).0, 0);
    let again = fs::read_to_string(&page).unwrap();
    assert_eq!(again.matches("reviewed:").count(), 1);
}

#[test]
fn a_second_reader_judges_an_omission_until_the_page_is_edited() {
    let site = site();
    let root = site.path();
    let page = root.join("content/sections/01-the-call.md");
    let text =
        fs::read_to_string(&page).unwrap().replace("were “short and clear”", "“was […] long”");
    fs::write(&page, &text).unwrap();
    let (status, said) = ran(root, &["check"]);
    assert!(status == 1 && said.contains("error[unreviewed-omission]"), "{said}");
    assert_eq!(ran(root, &["review", "the-call", "--by", "Kim Reader"]).0, 0);
    assert_eq!(ran(root, &["check"]).0, 0);
    let signed = fs::read_to_string(&page).unwrap();
    fs::write(&page, signed.replace("The [[talks|talks]]", "Those [[talks|talks]]")).unwrap();
    let (status, said) = ran(root, &["check"]);
    assert!(status == 1 && said.contains("error[unreviewed-omission]"), "{said}");
}

#[test]
fn who_wrote_it_does_not_sign_it() {
    let site = site();
    let root = site.path();
    let (status, said) = ran(root, &["review", "ann", "--by", "jo desk"]);
    assert!(status == 2 && said.contains("`Jo Desk` is an author"), "{said}");
    let (status, said) = ran(root, &["review", "an", "--by", "Kim"]);
    assert!(status == 2 && said.contains("did you mean `ann`?"), "{said}");
    assert!(!fs::read_to_string(root.join("content/actors/ann.md")).unwrap().contains("reviewed"));
}
