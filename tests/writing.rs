//! Writing a site: nothing is lost, whatever happens, and nothing is touched without need.
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use dateline::io::error::IoError;
use dateline::io::write::error::{WriteError, Written};
use dateline::io::write::own_files::is_unfinished;
use dateline::io::write::site;
use dateline::model::id::EntityId;
use dateline::model::project::{Asset, AssetBytes};
use dateline::model::site::{Content, Output, What};
use tempfile::TempDir;

/// A site's files and what stands in them.
type Files = BTreeMap<String, String>;

fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn old() -> Files {
    files(&[
        ("index.html", "front, old"),
        ("actors.html", "list"),
        ("actors/joe.html", "joe, old"),
        ("actors/vlad.html", "vlad"),
        ("events/call.html", "call"),
        ("style.css", "css"),
    ])
}

fn new() -> Files {
    files(&[
        ("index.html", "front, NEW"),
        ("actors.html", "list"),
        ("actors/joe.html", "joe, new and longer"),
        ("actors/vlad.html", "vlad"),
        ("sections/one.html", "one"),
        ("style.css", "css"),
    ])
}

fn outputs(files: &Files) -> Vec<Output> {
    let what = |path: &str| match path {
        "index.html" => What::Front,
        path if path.contains('/') => What::Entity(EntityId(0)),
        path if path.ends_with(".html") => What::Evidence,
        _ => What::Robots,
    };
    files.keys().map(|path| Output { path: path.as_str().into(), what: what(path) }).collect()
}

fn write_to(root: &Path, output: &Path, files: &Files) -> Result<Written, WriteError<String>> {
    site(root, output, &outputs(files), &|output| {
        let text = &files[&*output.path];
        match text.strip_prefix("wrong: ") {
            Some(wrong) => Err(wrong.to_owned()),
            None => Ok(Content::Bytes(text.clone().into_bytes())),
        }
    })
}

fn write(root: &Path, files: &Files) -> Result<Written, WriteError<String>> {
    write_to(root, Path::new("public"), files)
}

/// All files below a folder.
fn found(folder: &Path) -> Files {
    fn walk(folder: &Path, below: &str, files: &mut Files) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                walk(&entry.path(), &format!("{path}/"), files);
                files.entry(format!("{path}/")).or_default();
            } else if kind.is_symlink() {
                files.insert(path, format!("→ {}", fs::read_link(entry.path()).unwrap().display()));
            } else {
                files.insert(path, fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let mut files = Files::new();
    walk(folder, "", &mut files);
    files
}

/// The files that should be there, and their folders.
fn with_folders(files: &Files) -> Files {
    let mut all = files.clone();
    for path in files.keys() {
        for (at, _) in path.match_indices('/') {
            all.insert(path[..=at].to_owned(), String::new());
        }
    }
    all
}

fn root() -> TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("content")).unwrap();
    fs::write(root.path().join("dateline.yaml"), "title: x\n").unwrap();
    root
}

/// A root with the old site in `public`.
fn built() -> (TempDir, PathBuf) {
    let root = root();
    write(root.path(), &old()).unwrap();
    let public = root.path().join("public");
    (root, public)
}

#[track_caller]
fn assert_holds(folder: &Path, files: &Files) {
    assert_eq!(found(folder), with_folders(files));
}

#[track_caller]
fn refusal<E: std::fmt::Debug>(result: Result<Written, WriteError<E>>) -> String {
    match result {
        Err(WriteError::Refused(refusal)) => refusal.to_string(),
        other => panic!("not refused: {other:?}"),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut names: Vec<_> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_new_folder_holds_the_site_and_nothing_else() {
    let root = root();
    let written = write(root.path(), &old()).unwrap();
    let bytes = old().values().map(|text| text.len() as u64).sum();
    assert_eq!(written, Written { files: 6, written: 6, bytes, ..Written::default() });
    assert_holds(&root.path().join("public"), &old());
    assert_eq!(names(root.path()), [".dateline", "content", "dateline.yaml", "public"]);
    assert!(!is_unfinished(root.path(), Path::new("public")));
}

#[test]
fn an_empty_folder_and_one_that_only_steers_a_host_are_filled() {
    let root = root();
    let public = root.path().join("public");
    for (path, text) in [(".git/HEAD", "ref"), (".nojekyll", ""), ("CNAME", "example.org")] {
        fs::create_dir_all(public.join(path).parent().unwrap()).unwrap();
        fs::write(public.join(path), text).unwrap();
    }
    write(root.path(), &old()).unwrap();
    let mut expected = old();
    for (path, text) in [(".git/HEAD", "ref"), (".nojekyll", ""), ("CNAME", "example.org")] {
        expected.insert(path.to_owned(), text.to_owned());
    }
    assert_holds(&public, &expected);
    fs::create_dir(root.path().join("empty")).unwrap();
    write_to(root.path(), Path::new("empty"), &old()).unwrap();
    assert_holds(&root.path().join("empty"), &old());
}

#[test]
fn only_what_changed_is_written_and_what_went_is_removed() {
    let (root, public) = built();
    let before = fs::metadata(public.join("actors/vlad.html")).unwrap().modified().unwrap();
    std::thread::sleep(Duration::from_millis(20));
    let written = write(root.path(), &new()).unwrap();
    let counts = (written.files, written.written, written.unchanged, written.removed);
    assert_eq!(counts, (6, 3, 3, 1));
    assert_holds(&public, &new());
    let after = fs::metadata(public.join("actors/vlad.html")).unwrap().modified().unwrap();
    assert_eq!(before, after);
}

#[test]
fn a_second_build_touches_nothing_at_all() {
    let (root, public) = built();
    let times = |folder: &Path| -> Vec<SystemTime> {
        let all = ["", "index.html", "actors", "actors/joe.html"].map(|path| folder.join(path));
        all.iter().map(|path| fs::metadata(path).unwrap().modified().unwrap()).collect()
    };
    let before = times(&public);
    std::thread::sleep(Duration::from_millis(20));
    let written = write(root.path(), &old()).unwrap();
    assert_eq!((written.written, written.unchanged, written.removed), (0, 6, 0));
    assert_eq!(times(&public), before);
}

#[test]
fn a_page_that_cannot_be_made_leaves_the_old_site_and_all_errors_are_told() {
    let (root, public) = built();
    let mut wrong = new();
    wrong.insert("actors/joe.html".into(), "wrong: joe".into());
    wrong.insert("style.css".into(), "wrong: css".into());
    for _ in 0..2 {
        match write(root.path(), &wrong) {
            Err(WriteError::Made(errors)) => assert_eq!(errors, ["joe", "css"]),
            other => panic!("{other:?}"),
        }
        assert_holds(&public, &old());
        assert!(!is_unfinished(root.path(), Path::new("public")));
    }
    fs::remove_dir_all(&public).unwrap();
    assert!(matches!(write(root.path(), &wrong), Err(WriteError::Made(_))));
    assert_eq!(names(root.path()), [".dateline", "content", "dateline.yaml"]);
}

#[test]
fn a_folder_that_is_not_ours_is_refused_by_name() {
    let root = root();
    let public = root.path().join("public");
    fs::create_dir(&public).unwrap();
    fs::write(public.join("thesis.doc"), "years of work").unwrap();
    let told = refusal(write(root.path(), &old()));
    assert!(told.contains("public` is not empty") && told.contains("thesis.doc"), "{told}");
    assert_holds(&public, &files(&[("thesis.doc", "years of work")]));
}

#[test]
fn a_foreign_file_in_our_way_is_named_and_others_are_kept() {
    let (root, public) = built();
    for path in ["sections/one.html", "actors/note.txt", ".git/HEAD", "mine/x"] {
        fs::create_dir_all(public.join(path).parent().unwrap()).unwrap();
        fs::write(public.join(path), "mine").unwrap();
    }
    let told = refusal(write(root.path(), &new()));
    assert!(told.contains("sections/one.html` is in the way"), "{told}");
    assert_eq!(fs::read_to_string(public.join("index.html")).unwrap(), "front, old");
    fs::remove_dir_all(public.join("sections")).unwrap();
    fs::write(public.join("events/note.txt"), "mine").unwrap();
    write(root.path(), &new()).unwrap();
    let mut expected = new();
    for path in ["actors/note.txt", ".git/HEAD", "mine/x", "events/note.txt"] {
        expected.insert(path.to_owned(), "mine".to_owned());
    }
    assert_holds(&public, &expected);
}

#[test]
fn what_someone_else_changed_is_put_aside_before_it_makes_room() {
    let (root, public) = built();
    fs::write(public.join("actors/joe.html"), "my own words").unwrap();
    fs::write(public.join("events/call.html"), "my own call").unwrap();
    let written = write(root.path(), &new()).unwrap();
    let paths: Vec<_> = written.put_aside.iter().map(|aside| &*aside.path).collect();
    assert_eq!(paths, ["actors/joe.html", "events/call.html"]);
    let joe = root.path().join(&written.put_aside[0].kept);
    assert_eq!(fs::read_to_string(joe).unwrap(), "my own words");
    assert_holds(&public, &new());
    let kept = found(&root.path().join(".dateline/kept"));
    let mut texts: Vec<_> = kept.values().collect();
    texts.sort_unstable();
    assert_eq!(texts, ["my own call", "my own words"]);
    assert!(write(root.path(), &new()).unwrap().put_aside.is_empty());
}

#[test]
fn a_damaged_or_missing_file_of_ours_is_mended() {
    let (root, public) = built();
    fs::write(public.join("index.html"), "").unwrap();
    fs::remove_file(public.join("actors/joe.html")).unwrap();
    fs::remove_dir_all(public.join("events")).unwrap();
    write(root.path(), &old()).unwrap();
    assert_holds(&public, &old());
}

#[test]
fn files_and_folders_may_change_places() {
    let root = root();
    let public = root.path().join("public");
    let file = files(&[("a", "file"), ("b/c/d.html", "deep")]);
    let folder = files(&[("a/x.html", "below"), ("b", "file")]);
    for turn in [&file, &folder, &file] {
        write(root.path(), turn).unwrap();
        assert_holds(&public, turn);
    }
    let upper = files(&[("Logo.PNG", "x")]);
    let lower = files(&[("logo.png", "x")]);
    for turn in [&upper, &lower] {
        write(root.path(), turn).unwrap();
        assert_holds(&public, turn);
    }
}

#[test]
fn inputs_and_what_holds_them_are_refused_as_outputs() {
    let root = root();
    fs::create_dir(root.path().join("static")).unwrap();
    let above = root.path().parent().unwrap().to_path_buf();
    for output in [
        ".".as_ref(),
        "..".as_ref(),
        "content".as_ref(),
        "content/actors".as_ref(),
        "static/site".as_ref(),
        "templates".as_ref(),
        "public/../content/x".as_ref(),
        ".dateline/x".as_ref(),
        ".git".as_ref(),
        "dateline.yaml".as_ref(),
        root.path(),
        &above,
    ] as [&Path; 12]
    {
        let told = refusal(write_to(root.path(), output, &old()));
        assert!(told.contains("--output") || told.contains("without `..`"), "{told}");
    }
    assert_eq!(names(root.path()), ["content", "dateline.yaml", "static"]);
}

#[test]
fn the_output_may_be_elsewhere_and_deep() {
    let (root, elsewhere) = (root(), tempfile::tempdir().unwrap());
    let output = elsewhere.path().join("a/b/site");
    for files in [old(), new()] {
        write_to(root.path(), &output, &files).unwrap();
        assert_holds(&output, &files);
    }
    let output = Path::new("out/2021/site");
    for files in [old(), new()] {
        write_to(root.path(), output, &files).unwrap();
        assert_holds(&root.path().join(output), &files);
    }
}

#[test]
fn lists_of_folders_that_are_gone_are_forgotten() {
    let (root, public) = built();
    write_to(root.path(), Path::new("other"), &old()).unwrap();
    fs::remove_dir_all(&public).unwrap();
    write_to(root.path(), Path::new("other"), &new()).unwrap();
    assert_eq!(names(&root.path().join(".dateline/outputs")), ["other.json"]);
}

#[test]
fn paths_that_lead_out_and_paths_that_stand_twice_are_refused() {
    let root = root();
    for path in ["../evil", "/etc/evil", "a/../../evil", ".dateline-stage/x"] {
        assert!(refusal(write(root.path(), &files(&[(path, "x")]))).contains(path));
    }
    let twice = [outputs(&old()), outputs(&old())].concat();
    let made = site(root.path(), Path::new("public"), &twice, &|_| {
        Ok::<_, String>(Content::Bytes(Vec::new()))
    });
    assert!(refusal(made).contains("two files"));
    assert_eq!(names(root.path()), ["content", "dateline.yaml"]);
}

#[test]
fn static_files_are_copied_and_compared_piece_by_piece() {
    let root = root();
    let bytes: Vec<u8> = (0..2_500_000_u32).map(|n| (n % 253) as u8).collect();
    fs::create_dir(root.path().join("static")).unwrap();
    fs::write(root.path().join("static/film.mp4"), &bytes).unwrap();
    let write = || {
        let (project, _) = dateline::io::read::project(root.path(), 0, false).unwrap();
        let built_in = Asset {
            path: "theme.css".into(),
            bytes: AssetBytes::BuiltIn(b"css"),
            hash: "0123456789".into(),
            text: None,
        };
        let assets = [project.assets, vec![built_in]].concat();
        let outputs: Vec<Output> = assets
            .into_iter()
            .map(|asset| Output { path: asset.path.clone(), what: What::Asset(asset) })
            .collect();
        site(root.path(), Path::new("public"), &outputs, &|output| {
            let What::Asset(asset) = &output.what else { return Err("no asset") };
            Ok(Content::CopyOf(asset.clone()))
        })
        .unwrap()
    };
    assert_eq!(write().written, 2);
    assert_eq!(fs::read(root.path().join("public/film.mp4")).unwrap(), bytes);
    assert_eq!(write().written, 0);
    let mut changed = bytes.clone();
    changed[2_400_000] ^= 1;
    fs::write(root.path().join("static/film.mp4"), &changed).unwrap();
    let written = write();
    assert_eq!((written.written, written.put_aside.len()), (1, 0));
    assert_eq!(fs::read(root.path().join("public/film.mp4")).unwrap(), changed);
    fs::remove_file(root.path().join("static/film.mp4")).unwrap();
    assert_eq!(write().removed, 1);
}

#[test]
fn a_large_page_is_compared_too() {
    let root = root();
    let mut page = files(&[("print.html", ""), ("small.html", "")]);
    let text = page.get_mut("print.html").unwrap();
    *text = "large ".repeat(1_600_000);
    assert_eq!(write(root.path(), &page).unwrap().written, 2);
    assert_eq!(write(root.path(), &page).unwrap().written, 0);
    let (large, small) = (page["print.html"].clone(), page["small.html"].clone());
    page.extend([("print.html".into(), small), ("small.html".into(), large)]);
    let written = write(root.path(), &page).unwrap();
    assert_eq!((written.written, written.put_aside.len()), (2, 0));
}

// What a killed build leaves, and how the next one mends it.

/// The list (`public.json`) and the marker (`public.building`) of a build that was killed while it
/// renamed, made by writing the new site elsewhere.
fn killed_while_renaming(root: &Path, renamed: &[&str]) {
    let public = root.join("public");
    let outputs = root.join(".dateline/outputs");
    let list = fs::read_to_string(outputs.join("public.json")).unwrap();
    fs::rename(&public, root.join("aside")).unwrap();
    write(root, &new()).unwrap();
    let marker = fs::read_to_string(outputs.join("public.json")).unwrap();
    fs::rename(&public, root.join("done")).unwrap();
    fs::rename(root.join("aside"), &public).unwrap();
    fs::write(outputs.join("public.json"), list).unwrap();
    fs::write(outputs.join("public.building"), marker).unwrap();
    for path in renamed {
        fs::create_dir_all(public.join(path).parent().unwrap()).unwrap();
        fs::rename(root.join("done").join(path), public.join(path)).unwrap();
    }
    fs::create_dir(public.join(".dateline-stage")).unwrap();
    fs::write(public.join(".dateline-stage/7"), "left over").unwrap();
    fs::remove_dir_all(root.join("done")).unwrap();
}

#[test]
fn a_build_killed_while_renaming_is_mended_by_the_next() {
    for renamed in [&[][..], &["sections/one.html"], &["sections/one.html", "actors/joe.html"]] {
        for next in [old(), new()] {
            let (root, public) = built();
            killed_while_renaming(root.path(), renamed);
            assert!(is_unfinished(root.path(), Path::new("public")));
            let written = write(root.path(), &next).unwrap();
            assert!(written.put_aside.is_empty(), "{written:?}");
            assert_holds(&public, &next);
            assert!(!is_unfinished(root.path(), Path::new("public")));
            assert_eq!(write(root.path(), &next).unwrap().written, 0);
        }
    }
}

#[test]
fn a_mended_build_that_fails_is_still_unfinished() {
    let (root, public) = built();
    killed_while_renaming(root.path(), &["sections/one.html"]);
    let mut wrong = new();
    wrong.insert("style.css".into(), "wrong: css".into());
    assert!(matches!(write(root.path(), &wrong), Err(WriteError::Made(_))));
    assert!(is_unfinished(root.path(), Path::new("public")));
    assert!(!public.join(".dateline-stage").exists());
    write(root.path(), &new()).unwrap();
    assert_holds(&public, &new());
}

#[test]
fn a_first_build_killed_at_any_point_is_mended_by_the_next() {
    // Killed while it made pages: a stage is left beside.
    let root = root();
    let public = root.path().join("public");
    let beside = root.path().join(".public.dateline-stage");
    fs::create_dir_all(beside.join("actors")).unwrap();
    fs::write(beside.join("actors/joe.html"), "hal").unwrap();
    assert!(!is_unfinished(root.path(), Path::new("public")));
    write(root.path(), &old()).unwrap();
    assert_holds(&public, &old());
    assert!(!beside.exists());

    // Killed after the whole was renamed, before the list was written.
    let outputs = root.path().join(".dateline/outputs");
    fs::rename(outputs.join("public.json"), outputs.join("public.building")).unwrap();
    assert!(is_unfinished(root.path(), Path::new("public")));
    write(root.path(), &new()).unwrap();
    assert_holds(&public, &new());
    assert!(!is_unfinished(root.path(), Path::new("public")));

    // Killed between the marker and the rename.
    fs::rename(outputs.join("public.json"), outputs.join("public.building")).unwrap();
    fs::rename(&public, &beside).unwrap();
    write(root.path(), &old()).unwrap();
    assert_holds(&public, &old());
    assert_eq!(names(&outputs), ["public.json"]);
}

#[test]
fn a_damaged_list_is_no_list() {
    let (root, public) = built();
    let list = root.path().join(".dateline/outputs/public.json");
    for text in ["", "{", "{\"format\":1,\"folder\":\"public\",\"files\":{", "[]"] {
        fs::write(&list, text).unwrap();
        assert!(refusal(write(root.path(), &new())).contains("is not empty"));
        assert_holds(&public, &old());
    }
}

#[test]
fn fingerprints_of_another_version_accuse_nobody() {
    let (root, public) = built();
    let list = root.path().join(".dateline/outputs/public.json");
    let text = fs::read_to_string(&list).unwrap();
    let maker = format!("dateline {}", env!("CARGO_PKG_VERSION"));
    fs::write(&list, text.replace(&maker, "dateline 0.0.0")).unwrap();
    fs::write(public.join("index.html"), "who knows").unwrap();
    assert!(write(root.path(), &new()).unwrap().put_aside.is_empty());
    assert_holds(&public, &new());
    assert!(fs::read_to_string(&list).unwrap().contains(&maker));
}

#[test]
fn a_list_cannot_make_us_delete_what_is_elsewhere() {
    let (root, public) = built();
    let list = root.path().join(".dateline/outputs/public.json");
    fs::write(
        &list,
        r#"{"format":1,"folder":"public","files":{"../dateline.yaml":"x","/etc/hostname":"x","index.html":"x"}}"#,
    )
    .unwrap();
    for path in ["actors", "actors.html", "events", "style.css"] {
        let path = public.join(path);
        fs::remove_dir_all(&path).or_else(|_| fs::remove_file(&path)).unwrap();
    }
    write(root.path(), &files(&[("x.html", "x")])).unwrap();
    assert!(root.path().join("dateline.yaml").exists());
    assert_holds(&public, &files(&[("x.html", "x")]));
}

#[test]
fn an_error_of_the_machine_names_the_file_and_leaves_the_old_site() {
    let (root, public) = built();
    let long = "x".repeat(300) + ".html";
    let mut files = new();
    files.insert(long.clone(), "long".into());
    match write(root.path(), &files) {
        Err(WriteError::Io(error)) => {
            let text: String = IoError::to_string(&error);
            assert!(text.contains(&long) && text.contains("too long"), "{text}");
        }
        other => panic!("{other:?}"),
    }
    assert_holds(&public, &old());
    assert!(!is_unfinished(root.path(), Path::new("public")));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn an_output_that_is_a_link_to_a_folder_stays_a_link() {
        let (root, elsewhere) = (root(), tempfile::tempdir().unwrap());
        let real = elsewhere.path().join("real");
        fs::create_dir(&real).unwrap();
        symlink(&real, root.path().join("public")).unwrap();
        for files in [old(), new()] {
            write(root.path(), &files).unwrap();
            assert_holds(&real, &files);
            assert!(root.path().join("public").is_symlink());
        }
        symlink("nowhere", root.path().join("dangling")).unwrap();
        let told = refusal(write_to(root.path(), Path::new("dangling"), &old()));
        assert!(told.contains("leads nowhere"), "{told}");
        symlink(root.path().join("content"), root.path().join("sly")).unwrap();
        refusal(write_to(root.path(), Path::new("sly"), &old()));
    }

    #[test]
    fn nothing_is_written_or_removed_through_a_link_inside_the_output() {
        let (root, public) = built();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("joe.html"), "precious").unwrap();
        fs::write(elsewhere.path().join("call.html"), "precious").unwrap();
        for folder in ["actors", "events"] {
            fs::remove_dir_all(public.join(folder)).unwrap();
            symlink(elsewhere.path(), public.join(folder)).unwrap();
        }
        let told = refusal(write(root.path(), &new()));
        assert!(told.contains("actors` is in the way"), "{told}");
        fs::remove_file(public.join("actors")).unwrap();
        write(root.path(), &new()).unwrap();
        let precious = files(&[("joe.html", "precious"), ("call.html", "precious")]);
        assert_eq!(found(elsewhere.path()), precious);
        // A link in place of a page.
        fs::remove_file(public.join("index.html")).unwrap();
        symlink(elsewhere.path().join("joe.html"), public.join("index.html")).unwrap();
        let told = refusal(write(root.path(), &new()));
        assert!(told.contains("index.html` is in the way"), "{told}");
    }

    #[test]
    fn our_own_folder_may_not_lead_elsewhere() {
        let (root, elsewhere) = (root(), tempfile::tempdir().unwrap());
        symlink(elsewhere.path(), root.path().join(".dateline")).unwrap();
        assert!(matches!(write(root.path(), &old()), Err(WriteError::Io(_))));
        assert!(names(elsewhere.path()).is_empty());
    }

    #[test]
    fn a_read_only_output_is_named_and_an_unchanged_site_needs_no_writing() {
        use std::os::unix::fs::PermissionsExt;
        let (root, public) = built();
        let mode = |mode| fs::set_permissions(&public, fs::Permissions::from_mode(mode)).unwrap();
        mode(0o555);
        assert_eq!(write(root.path(), &old()).unwrap().written, 0);
        // Root may write everywhere.
        if fs::write(public.join(".probe"), "").is_err() {
            match write(root.path(), &new()) {
                Err(WriteError::Io(error)) => assert!(error.to_string().contains("public`")),
                other => panic!("{other:?}"),
            }
            assert_holds(&public, &old());
        }
        mode(0o755);
    }
}

/// `cargo test --release --test writing -- --ignored --nocapture`
#[test]
#[ignore = "measures; run it alone on a quiet machine"]
fn a_cold_write_costs_hardly_more_than_the_bare_files() {
    let base = Path::new(if Path::new("/dev/shm").is_dir() { "/dev/shm" } else { "/tmp" });
    let pages: Vec<Output> = (0..10_000)
        .map(|n| {
            let kind = ["actors", "events", "sections", "sources"][n % 4];
            let path = format!("{kind}/page-{n:05}.html").into();
            Output { path, what: What::Entity(EntityId(0)) }
        })
        .collect();
    let body = vec![b'x'; 3_600];
    let (mut plain, mut cold, mut warm, mut all) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..7 {
        let root = tempfile::tempdir_in(base).unwrap();
        let bare = root.path().join("bare");
        let started = Instant::now();
        rayon::scope(|_| {
            use rayon::prelude::*;
            for kind in ["actors", "events", "sections", "sources"] {
                fs::create_dir_all(bare.join(kind)).unwrap();
            }
            pages.par_iter().for_each(|page| {
                fs::write(bare.join(&*page.path), body.clone()).unwrap();
            });
        });
        plain.push(started.elapsed());
        let write = |last: u8| {
            let started = Instant::now();
            let make = |_: &Output| {
                let mut body = body.clone();
                body[3_599] = last;
                Ok::<_, String>(Content::Bytes(body))
            };
            site(root.path(), Path::new("public"), &pages, &make).unwrap();
            started.elapsed()
        };
        cold.push(write(b'x'));
        warm.push(write(b'x'));
        all.push(write(b'0' + round));
    }
    let least = |times: &[Duration]| times.iter().min().copied().unwrap();
    let (plain, cold) = (least(&plain), least(&cold));
    println!("10,000 files of 3.6 kB, the best of 7: bare {plain:?}, cold {cold:?},");
    println!("nothing changed {:?}, everything changed {:?}", least(&warm), least(&all));
    assert!(cold.as_secs_f64() < plain.as_secs_f64() * 1.2 + 0.01, "{cold:?} for {plain:?}");
}
