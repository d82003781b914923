//! What is wrong with files, told while a folder is read.

use std::fs;
use std::path::Path;

use dateline::diagnostic::code::Code;

use crate::fixture::{self, SITE, all_said, engine_at, engine_with, files};

/// Writes a file with its folders.
fn lay(root: &Path, path: &str, bytes: &[u8]) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, bytes).unwrap();
}

/// Mistakes that are told while a folder is read, with files that are laid over the site.
pub(crate) fn on_disk() -> Vec<(Code, &'static str, &'static str, Vec<u8>)> {
    let letter = |text: &str| format!("---\ntitle: A letter\nkind: letter\n---\n{text}\n");
    let letter_path = "content/sources/letter.md";
    let large = letter(&"word ".repeat(300_000));
    vec![
        (Code::Encoding, letter_path, "save it as UTF-8", {
            let (before, after) = ("---\ntitle: Caf", "\nkind: letter\n---\n");
            [before.as_bytes(), b"\xe9", after.as_bytes()].concat()
        }),
        (Code::ControlCharacter, letter_path, "delete it", letter("a\0b").into_bytes()),
        (Code::ControlCharacter, letter_path, "delete it", letter("a\u{202e}b").into_bytes()),
        (Code::FileTooLarge, letter_path, "several sections", large.into_bytes()),
        (Code::MisplacedFile, "content/source/letter.md", "content/sources/letter.md", {
            letter("It came.").into_bytes()
        }),
        (Code::FileName, "content/sources/Letter.md", "`letter.md`", {
            letter("It came.").into_bytes()
        }),
    ]
}

#[test]
fn what_is_wrong_with_files_is_one_finding_too() {
    for (code, path, help, bytes) in on_disk() {
        let folder = tempfile::tempdir().unwrap();
        let mut all = files(SITE);
        // It is cited, and the citation is not wrong as well.
        let ann = all.get_mut("content/actors/ann.md").unwrap();
        *ann = ann.replace("She spoke.", "She spoke [@letter].");
        for (path, text) in &all {
            lay(folder.path(), path, text.as_bytes());
        }
        lay(folder.path(), path, &bytes);
        let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
        assert_eq!(said.len(), 1, "{code:?}: {said:#?}");
        assert!(said[0].starts_with(&format!("error {} {path}:", code.name())), "{said:?}");
        assert!(said[0].contains(help), "{said:?}");
    }
}

#[test]
fn the_folder_of_a_source_that_is_gone_may_be_deleted() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files(SITE) {
        lay(folder.path(), &path, text.as_bytes());
    }
    lay(folder.path(), "content/sources/letter/letter.txt", b"For Ann.");
    let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
    assert_eq!(said.len(), 1, "{said:#?}");
    let place = "content/sources/letter/letter.txt:1:1";
    assert!(said[0].starts_with(&format!("error misplaced-file {place}")), "{said:?}");
    assert!(said[0].ends_with("or delete the folder"), "{said:?}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_one_finding() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files(SITE) {
        lay(folder.path(), &path, text.as_bytes());
    }
    std::os::unix::fs::symlink("/etc/hosts", folder.path().join("content/sources/letter.md"))
        .unwrap();
    let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("error not-a-file content/sources/letter.md"), "{said:?}");
}

#[test]
fn a_file_in_another_encoding_is_one_finding_and_no_orphan() {
    let folder = tempfile::tempdir().unwrap();
    let letter = "---\ntitle: A letter\nkind: letter\n---\nFor Zoë.\n";
    let wide = letter.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let latin: Vec<u8> = letter.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let short: Vec<u8> = "A b\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [wide, latin, short] {
        for (path, text) in &files(SITE) {
            let full = folder.path().join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(full, text).unwrap();
        }
        fs::write(folder.path().join("content/sources/letter.md"), bytes).unwrap();
        let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].starts_with("error encoding content/sources/letter.md:"), "{said:?}");
    }
}

#[test]
fn what_a_letter_lost_when_it_was_read_wrongly_is_told_with_where_to_take_it() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files(SITE) {
        lay(folder.path(), &path, text.as_bytes());
    }
    // A place that is told as an error is not garbled text as well.
    let letter = "---\ntitle: A letter\nkind: letter\n---\nItâ€™s, â€œso\u{9d}, a\u{202e}b.\n";
    lay(folder.path(), "content/sources/letter.md", letter.as_bytes());
    let ann = "---\nname: Ann Roe\nkind: person\n---\nShe spoke [@letter].\n";
    lay(folder.path(), "content/actors/ann.md", ann.as_bytes());
    let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
    let place = "content/sources/letter.md:5:";
    let begins = ["warning garbled-text", "warning garbled-text", "error control-character"];
    assert_eq!(said.len(), 4, "{said:#?}");
    for (said, begins) in said.iter().zip(begins) {
        assert!(said.starts_with(&format!("{begins} {place}")), "{said}");
    }
    assert!(said[2].contains("take the text anew from where it came"), "{said:?}");
    assert!(!said[3].contains("anew"), "{said:?}");
}

#[test]
fn of_many_garbled_places_a_few_are_told_and_the_others_counted() {
    let text = format!(
        "//- content/actors/ann.md\n---\nname: Ann Roe\nkind: person\n---\n{}\n",
        "itâ€™s ".repeat(9)
    );
    let said = all_said(&engine_with(&text).findings());
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[2].contains("write `it’s`; 6 more places of this file are like it"), "{said:?}");
}

#[test]
fn a_static_file_may_not_stand_where_the_program_puts_one() {
    for path in ["cards/1.js", "search/1.js", "calendar.ics", "search", "cards"] {
        let text = format!("//- static/{path}\nx\n");
        let said = all_said(&engine_with(&text).findings());
        let told = said.iter().filter(|it| it.starts_with("error address-collision")).count();
        assert_eq!((told, said.len()), (1, 1), "{path}: {said:#?}");
    }
}

#[test]
fn a_private_key_is_not_published() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files(SITE) {
        lay(folder.path(), &path, text.as_bytes());
    }
    let body = "bm90IGEga2V5LCBidXQgYSB0ZXN0IG9mIG9uZQ==";
    let key = |kind: &str| format!("-----BEGIN {kind}-----\n{body}\n-----END {kind}-----\n");
    lay(folder.path(), "static/key.pub", key("PUBLIC KEY").as_bytes());
    lay(folder.path(), "static/_key.pem", key("OPENSSH PRIVATE KEY").as_bytes());
    let found = all_said(&engine_at(folder.path(), fixture::NOW).findings());
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("error secret-in-files static/_key.pem:1:1"), "{found:?}");
    assert!(found[0].contains("move it out of `static/`"), "{found:?}");
    assert!(!found[0].contains(body), "{found:?}");
}

#[test]
fn a_text_that_is_kept_of_no_source_is_misplaced() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = files(SITE);
    all.insert("content/sources/wier/text.txt".to_owned(), "Words.".to_owned());
    for (path, text) in &all {
        lay(folder.path(), path, text.as_bytes());
    }
    let said = all_said(&engine_at(folder.path(), fixture::NOW).findings());
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("error misplaced-file content/sources/wier/text.txt"), "{said:?}");
    assert!(said[0].contains("`content/sources/wire/`"), "{said:?}");
}
