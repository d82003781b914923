//! Reading whole sites.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::project;
use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::project::Project;

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dateline.yaml"), "title: x\n").unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn read(root: &Path) -> (Project, Vec<Diagnostic>) {
    project(root, 7, false).unwrap()
}

fn codes(wrong: &[Diagnostic]) -> Vec<(Code, &str)> {
    wrong.iter().map(|d| (d.code, &*d.place.as_ref().unwrap().file.path)).collect()
}

fn contents(project: &Project) -> Vec<&str> {
    project.content.iter().map(|file| &*file.path).collect()
}

#[test]
fn a_site_is_read_in_the_order_of_its_paths() {
    let site = site(&[
        ("content/events/b.md", b"B"),
        ("content/events/a-b.md", b"AB"),
        ("content/events/a.md", b"A"),
        ("content/briefing.md", b"front"),
        ("content/corrections.yaml", b"[]"),
        ("content/sources/wire.md", b"wire"),
        ("content/sources/wire/text.txt", b"\xff private"),
        ("templates/parts/head.html", b"<head>"),
        ("templates/_note.html", b"note"),
        ("static/a/b.png", b"\x89PNG"),
        ("static/a.css", b"abc"),
        ("static/.env", b"secret"),
        ("static/_headers", b"x"),
        ("releases/2021-12-30-0123456789.json", b"{}"),
        ("releases/notes.txt", b"x"),
        ("content/actors/_idea.md", b"x"),
        ("content/actors/.joe.md.swp", b"\0\0"),
        ("content/actors/joe.md~", b"x"),
        ("content/_drafts/x.md", b"x"),
    ]);
    let (project, wrong) = read(site.path());
    assert_eq!(wrong, []);
    assert_eq!(
        contents(&project),
        [
            "content/briefing.md",
            "content/corrections.yaml",
            "content/events/a-b.md",
            "content/events/a.md",
            "content/events/b.md",
            "content/sources/wire.md"
        ]
    );
    assert_eq!(&*project.settings.unwrap().text, "title: x\n");
    assert_eq!(project.now, 7);
    let paths: Vec<_> = project.templates.iter().map(|file| &*file.path).collect();
    assert_eq!(paths, ["templates/_note.html", "templates/parts/head.html"]);
    let paths: Vec<_> = project.assets.iter().map(|a| (&*a.path, &*a.hash)).collect();
    let css = ("a.css", "ba7816bf8f");
    assert_eq!(paths, [("_headers", "2d711642b7"), css, ("a/b.png", "0f4636c78f")]);
    assert_eq!(project.releases.len(), 1);
}

#[test]
fn misplaced_and_oversized_files_are_reported() {
    let large = vec![b'x'; 1_100_000];
    let site = site(&[
        ("content/foo.md", b"x"),
        ("content/actors/sub/x.md", b"x"),
        ("content/events/map.png", b"x"),
        ("content/sections/long.md", &large),
        ("static/aux.txt", b"x"),
    ]);
    let (project, wrong) = read(site.path());
    assert_eq!(contents(&project), ["content/sections/long.md"]);
    let mut told = codes(&wrong);
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (Code::FileTooLarge, "content/sections/long.md"),
            (Code::FileName, "static/aux.txt"),
            (Code::MisplacedFile, "content/actors/sub/x.md"),
            (Code::MisplacedFile, "content/events/map.png"),
            (Code::MisplacedFile, "content/foo.md"),
        ]
    );
}

#[test]
fn an_empty_folder_is_a_project_too() {
    let folder = tempfile::tempdir().unwrap();
    let (project, wrong) = read(folder.path());
    assert!(project.settings.is_none() && project.content.is_empty() && wrong.is_empty());
    assert!(super::project(&folder.path().join("gone"), 0, false).is_err());
}

#[test]
fn nothing_is_written_into_the_site() {
    let site = site(&[("content/briefing.md", b"x"), ("static/x.css", b"x")]);
    read(site.path());
    let names: Vec<_> =
        fs::read_dir(site.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    #[test]
    fn links_inside_the_site_are_followed() {
        let site = site(&[
            ("content/actors/joe.md", b"joe"),
            ("common/events/call.md", b"call"),
            ("common/style.css", b"abc"),
        ]);
        let at = |path: &str| site.path().join(path);
        symlink("../common/events", at("content/events")).unwrap();
        symlink("joe.md", at("content/actors/joseph.md")).unwrap();
        symlink("common", at("static")).unwrap();
        let (project, wrong) = read(site.path());
        assert_eq!(wrong, []);
        let paths = ["content/actors/joe.md", "content/actors/joseph.md", "content/events/call.md"];
        assert_eq!(contents(&project), paths);
        let assets: Vec<_> = project.assets.iter().map(|a| &*a.path).collect();
        assert_eq!(assets, ["events/call.md", "style.css"]);
    }

    #[test]
    fn links_that_lead_elsewhere_are_reported_and_not_followed() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("canary.md"), "canary").unwrap();
        let site = site(&[
            ("content/briefing.md", b"x"),
            (".dateline/secret.txt", b"secret"),
            ("static/x/y.css", b"x"),
            ("common/a/b.css", b"x"),
        ]);
        let at = |path: &str| site.path().join(path);
        let canary = outside.path().join("canary.md");
        fs::create_dir(at("content/actors")).unwrap();
        symlink(&canary, at("content/actors/out.md")).unwrap();
        symlink(outside.path(), at("content/events")).unwrap();
        symlink("nowhere.md", at("content/actors/dangling.md")).unwrap();
        symlink("nowhere.md", at("content/actors/.#joe.md")).unwrap();
        symlink(".", at("content/actors/loop")).unwrap();
        symlink("self.md", at("content/actors/self.md")).unwrap();
        symlink("..", at("static/root")).unwrap();
        symlink("../content", at("static/content")).unwrap();
        symlink("../content/briefing.md", at("static/draft.md")).unwrap();
        symlink("../.dateline", at("static/hidden")).unwrap();
        symlink("/dev/zero", at("static/zero.bin")).unwrap();
        symlink("../common", at("static/linked")).unwrap();
        symlink("../common/a", at("common/again")).unwrap();
        let (project, wrong) = read(site.path());
        let told = codes(&wrong);
        assert!(told.iter().all(|(code, _)| *code == Code::NotAFile), "{told:?}");
        let mut paths: Vec<_> = told.iter().map(|(_, path)| *path).collect();
        paths.sort_unstable();
        assert_eq!(
            paths,
            [
                "content/actors/dangling.md",
                "content/actors/loop",
                "content/actors/out.md",
                "content/actors/self.md",
                "content/events",
                "static/content",
                "static/draft.md",
                "static/hidden",
                "static/linked/again",
                "static/root",
                "static/zero.bin",
            ]
        );
        assert_eq!(contents(&project), ["content/briefing.md"]);
        let assets: Vec<_> = project.assets.iter().map(|a| &*a.path).collect();
        assert_eq!(assets, ["linked/a/b.css", "x/y.css"]);
    }

    #[test]
    fn the_content_folder_itself_may_not_lead_out() {
        let outside = site(&[("content/briefing.md", b"canary")]);
        let site = site(&[]);
        symlink(outside.path().join("content"), site.path().join("content")).unwrap();
        let (project, wrong) = read(site.path());
        assert!(project.content.is_empty());
        assert_eq!(codes(&wrong), [(Code::NotAFile, "content")]);
    }

    #[test]
    fn pipes_and_sockets_are_reported_and_never_opened() {
        let site = site(&[("content/briefing.md", b"x"), ("content/actors/joe.md", b"x")]);
        let pipe = site.path().join("content/actors/pipe.md");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let socket = site.path().join("content/actors/socket.md");
        let _listener = UnixListener::bind(&socket).unwrap();
        fs::create_dir(site.path().join("static")).unwrap();
        let pipe = site.path().join("static/pipe.css");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let (project, wrong) = read(site.path());
        assert_eq!(project.content.len(), 2);
        let mut told = codes(&wrong);
        told.sort_unstable();
        let pipes = ["content/actors/pipe.md", "content/actors/socket.md", "static/pipe.css"];
        assert_eq!(told, pipes.map(|path| (Code::NotAFile, path)));
    }

    #[test]
    fn names_that_cannot_be_shown_are_reported_written_out() {
        let site = site(&[("content/actors/joe.md", b"x")]);
        for name in [&b"a\xff.md"[..], b"b\nc.md", "d\u{202e}e.md".as_bytes()] {
            let path = site.path().join("content/actors").join(OsStr::from_bytes(name));
            fs::write(path, "x").unwrap();
        }
        let (project, wrong) = read(site.path());
        assert_eq!(contents(&project), ["content/actors/joe.md"]);
        let mut paths = codes(&wrong);
        paths.sort_unstable();
        assert_eq!(
            paths,
            [
                (Code::FileName, "content/actors/a\\xff.md"),
                (Code::FileName, "content/actors/b\\nc.md"),
                (Code::FileName, "content/actors/d\\u{202e}e.md"),
            ]
        );
    }

    #[test]
    fn all_files_that_may_not_be_read_are_named_at_once() {
        use std::os::unix::fs::PermissionsExt;
        let site = site(&[
            ("content/briefing.md", b"x"),
            ("content/actors/a.md", b"x"),
            ("content/events/b.md", b"x"),
            ("static/c.css", b"x"),
        ]);
        let deny = |path: &str| {
            let none = fs::Permissions::from_mode(0o000);
            fs::set_permissions(site.path().join(path), none).unwrap();
        };
        let closed = ["content/actors/a.md", "content/events", "static/c.css"];
        closed.iter().for_each(|path| deny(path));
        // Root may read everything.
        if fs::File::open(site.path().join(closed[0])).is_err() {
            let error = project(site.path(), 0, false).unwrap_err().to_string();
            assert!(closed.iter().all(|path| error.contains(path)), "{error}");
        }
        let open = fs::Permissions::from_mode(0o755);
        fs::set_permissions(site.path().join("content/events"), open).unwrap();
    }

    #[test]
    fn files_that_come_and_go_meanwhile_do_no_harm() {
        let site = site(&[("content/briefing.md", b"x"), ("content/actors/b.md", b"x")]);
        let actors = site.path().join("content/actors");
        let stop = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|threads| {
            threads.spawn(|| {
                while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                    for (n, text) in ["a".repeat(9000), "b".repeat(12000)].iter().enumerate() {
                        let new = actors.join(format!("new{n}.md.tmp"));
                        fs::write(&new, text).unwrap();
                        fs::rename(&new, actors.join("b.md")).unwrap();
                        let _ = fs::remove_file(actors.join("c.md"));
                        fs::write(actors.join("c.md"), "c").unwrap();
                    }
                }
            });
            for _ in 0..100 {
                let Ok((project, _)) = project(site.path(), 0, false) else { continue };
                let file = project.content.iter().find(|f| f.path.ends_with("/b.md")).unwrap();
                let first = file.text.chars().next().unwrap();
                assert!(file.text.chars().all(|c| c == first), "a mix of two states");
            }
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
        });
    }
}
