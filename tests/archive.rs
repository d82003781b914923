//! `archive`, as an author uses it, against real servers on this machine.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests touch files, talk to servers, and may fail"
)]

mod fixture;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use dateline::hash::sha256_hex;
use fixture::files;
use program::program;
use tempfile::TempDir;

/// What a server answers at each path; it can be changed.
type Answers = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

/// A server on loopback that answers with these bytes, head and all.
fn server() -> (String, Answers) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let answers: Answers = Arc::default();
    let shared = Arc::clone(&answers);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let shared = Arc::clone(&shared);
            thread::spawn(move || answer(stream.unwrap(), &shared));
        }
    });
    (address, answers)
}

fn answer(mut stream: TcpStream, answers: &Answers) {
    let mut request = Vec::new();
    let mut bytes = [0; 1024];
    while !request.windows(4).any(|it| it == b"\r\n\r\n") {
        let count = stream.read(&mut bytes).unwrap_or(0);
        if count == 0 {
            return;
        }
        request.extend_from_slice(&bytes[..count]);
        if request.first() == Some(&0x16) {
            // The beginning of a handshake, on a server that knows none.
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            return;
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1).unwrap_or("").to_owned();
    if path == "/slow" {
        thread::sleep(Duration::from_secs(8));
        return;
    }
    if path == "/drip" {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n");
        for _ in 0..80 {
            thread::sleep(Duration::from_millis(100));
            if stream.write_all(b"word ").is_err() {
                return;
            }
        }
        return;
    }
    if path == "/endless" {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n");
        let block = [b'a'; 1 << 16];
        while stream.write_all(&block).is_ok() {}
        return;
    }
    let found = answers.lock().unwrap().get(&path).cloned();
    let found = found.unwrap_or_else(|| head("404 Not Found", "text/html", b"<p>nothing"));
    let _ = stream.write_all(&found);
}

fn head(status: &str, media: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {media}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

fn page(answers: &Answers, path: &str, media: &str, body: &[u8]) {
    answers.lock().unwrap().insert(path.to_owned(), head("200 OK", media, body));
}

/// A folder with the site of the tests in it.
fn site() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files(fixture::SITE) {
        let full = folder.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }
    folder
}

fn ran(root: &Path, words: &[&str]) -> (i32, String) {
    let mut command = Command::new(program());
    command.args(words).args(["--now", "2021-12-30T20:35Z"]).current_dir(root);
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
    {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// All files of a folder.
fn all(root: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            if name == ".dateline" {
                continue;
            }
            if path.is_dir() {
                found.insert(format!("{name}/"), Vec::new());
                walk(&path, root, found);
            } else {
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found
}

#[test]
fn a_page_is_kept_with_its_text_hash_time_and_final_address() {
    let (address, answers) = server();
    let html =
        "<!doctype html><title>x</title><p>It was <b>short</b>\nand clear.<script>no()</script>";
    page(&answers, "/final?a=1", "text/html; charset=utf-8", html.as_bytes());
    let moved = "HTTP/1.1 302 Found\r\nlocation: /final?a=1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    answers.lock().unwrap().insert("/moved".into(), moved.into());
    let site = site();
    let root = site.path();
    let before = fs::read_to_string(root.join("content/sources/wire.md")).unwrap();
    let (status, said) = ran(root, &["archive", "wire", &format!("{address}/moved")]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("quotations that are checked against it: 1 exact"), "{said}");
    let text = fs::read_to_string(root.join("content/sources/wire/2021-12-30.txt")).unwrap();
    assert_eq!(text, "It was short and clear.\n");
    let raw = fs::read(root.join("content/sources/wire/_2021-12-30.html")).unwrap();
    assert_eq!(raw, html.as_bytes());
    let after = fs::read_to_string(root.join("content/sources/wire.md")).unwrap();
    let field = format!(
        "archive:\n  text: 2021-12-30.txt\n  retrieved: 2021-12-30T20:35Z\n  url: {address}/final?a=1\n  sha256: {}\n  captured: fetched\n---\n",
        sha256_hex(text.as_bytes())
    );
    assert_eq!(
        after,
        before.replace("published: 2021-12-30\n---\n", &format!("published: 2021-12-30\n{field}"))
    );
    assert_eq!(ran(root, &["check", "--strict"]).0, 0);

    // One byte of the text: an error.
    fs::write(root.join("content/sources/wire/2021-12-30.txt"), "It was short and clear,\n")
        .unwrap();
    let (status, said) = ran(root, &["check"]);
    assert_eq!(status, 1);
    assert!(said.contains("error[changed-archive]"), "{said}");
    fs::write(root.join("content/sources/wire/2021-12-30.txt"), text).unwrap();

    // Once more only when that is asked for, and nothing is lost.
    let (status, said) = ran(root, &["archive", "wire", &format!("{address}/moved")]);
    assert!(status == 2 && said.contains("--replace"), "{said}");
    let (status, said) = ran(root, &["archive", "wire", &format!("{address}/moved"), "--replace"]);
    assert_eq!(status, 0, "{said}");
    assert!(root.join("content/sources/wire/2021-12-30.txt").is_file());
    assert!(root.join("content/sources/wire/2021-12-30-2.txt").is_file());
    assert_eq!(ran(root, &["check", "--strict"]).0, 0);
}

#[test]
fn what_cannot_be_archived_is_told_and_nothing_is_half_saved() {
    let (address, answers) = server();
    let site = site();
    let root = site.path();
    let circle =
        "HTTP/1.1 302 Found\r\nlocation: /circle\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
    answers.lock().unwrap().insert("/circle".into(), circle.into());
    page(&answers, "/pdf", "application/pdf", b"%PDF-1.7\n...");
    page(&answers, "/picture", "image/png", b"\x89PNG\r\n");
    page(&answers, "/nul", "text/plain", b"It was\0short and clear.");
    page(&answers, "/latin", "text/plain", b"a caf\xe9");
    page(&answers, "/klingon", "text/html; charset=klingon", b"<p>x");
    page(&answers, "/wrong", "text/plain; charset=utf-8", b"a\xff");
    page(&answers, "/empty", "text/plain", b"");
    page(&answers, "/script", "text/html", b"<script>all()</script>");
    page(&answers, "/film", "video/mp4", b"x");
    let short =
        "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 999\r\n\r\nIt was short";
    answers.lock().unwrap().insert("/short".into(), short.into());
    let long = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 52428800\r\n\r\n";
    answers.lock().unwrap().insert("/long".into(), long.into());
    let zipped = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n\x1f\x1f";
    answers.lock().unwrap().insert("/zipped".into(), zipped.into());
    answers.lock().unwrap().insert("/noise".into(), b"220 smtp.example ready\r\n".to_vec());
    let file = tempfile::tempdir().unwrap();
    let large = file.path().join("large.txt");
    fs::write(&large, "words and words ".repeat(50 << 16)).unwrap();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();

    let before = all(root);
    let to = |path: &str| format!("{address}{path}");
    for (from, expected) in [
        (to("/none"), "404"),
        (to("/circle"), "in a circle"),
        (to("/pdf"), "PDF"),
        (to("/picture"), "picture"),
        (to("/nul"), "NUL"),
        (to("/latin"), "--encoding"),
        (to("/klingon"), "`klingon`"),
        (to("/wrong"), "not UTF-8, from byte 2 on"),
        (to("/empty"), "is empty"),
        (to("/script"), "holds no text"),
        (to("/film"), "`video/mp4`"),
        (to("/short"), "was not archived"),
        (to("/long"), "the most that is archived"),
        (to("/endless"), "the most that is archived"),
        (to("/zipped"), "compressed"),
        (to("/noise"), "was not archived"),
        (to("/slow"), "within 2 seconds"),
        (to("/drip"), "within 2 seconds"),
        (format!("https://{}", address.trim_start_matches("http://")), "certificate"),
        (format!("http://{closed}/"), "refuses the connection"),
        ("http://nowhere.invalid/".to_owned(), "was not archived"),
        ("http://[::bad/".to_owned(), "no address"),
        ("ftp://example.org/x".to_owned(), "http://"),
        ("no-such-file.txt".to_owned(), "it is not there"),
        (large.to_string_lossy().into_owned(), "the most that is archived"),
    ] {
        let (status, said) = ran(root, &["archive", "wire", &from, "--timeout", "2"]);
        assert_eq!(status, 2, "{from}: {said}");
        assert!(said.contains(expected), "{from}: {said}");
        assert!(said.starts_with("error: "), "{from}: {said}");
        assert!(!said.contains("panicked"), "{from}: {said}");
        assert_eq!(all(root), before, "{from}");
    }
    let (status, said) = ran(root, &["archive", "wrie", &to("/x")]);
    assert!(status == 2 && said.contains("did you mean `wire`?"), "{said}");
    let (status, said) = ran(root, &["archive", "joe", &to("/x")]);
    assert!(status == 2 && said.contains("is not a source"), "{said}");
}

/// A server whose certificate nobody vouches for; none where `openssl` is not there.
fn untrusted(folder: &Path) -> Option<(std::process::Child, String)> {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let openssl = |words: &[&str]| {
        let mut command = Command::new("openssl");
        command.args(words).current_dir(folder);
        command.stdin(std::process::Stdio::piped());
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        command
    };
    let request = "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost";
    openssl(&request.split(' ').collect::<Vec<_>>()).status().ok().filter(|it| it.success())?;
    let serve = format!("s_server -accept {port} -key key.pem -cert cert.pem -www");
    let child = openssl(&serve.split(' ').collect::<Vec<_>>()).spawn().ok()?;
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    Some((child, format!("https://localhost:{port}/")))
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_refused() {
    let keys = tempfile::tempdir().unwrap();
    let Some((mut child, address)) = untrusted(keys.path()) else {
        eprintln!("skipped: openssl is not installed");
        return;
    };
    let site = site();
    let before = all(site.path());
    let (status, said) = ran(site.path(), &["archive", "wire", &address, "--timeout", "10"]);
    let _ = child.kill();
    let _ = child.wait();
    assert_eq!(status, 2, "{said}");
    assert!(said.contains("its certificate cannot be trusted"), "{said}");
    assert_eq!(all(site.path()), before);
}

#[test]
fn files_in_other_encodings_are_archived_where_the_encoding_is_named() {
    let site = site();
    let root = site.path();
    fs::write(root.join("words.txt"), b"\xcc\xe8\xf0: short and clear").unwrap();
    let (status, said) = ran(root, &["archive", "wire", "words.txt", "--encoding", "windows-1251"]);
    assert_eq!(status, 0, "{said}");
    let text = fs::read_to_string(root.join("content/sources/wire/2021-12-30.txt")).unwrap();
    assert_eq!(text, "Мир: short and clear\n");
    let matter = fs::read_to_string(root.join("content/sources/wire.md")).unwrap();
    assert!(matter.contains("captured: uploaded\n") && !matter.contains("url:"), "{matter}");
}

#[test]
fn a_text_that_is_gone_or_cannot_be_read_is_replaced_as_the_help_says() {
    for there in [None, Some(&b"It was\0short"[..])] {
        let site = site();
        let root = site.path();
        let path = root.join("content/sources/wire.md");
        let matter = fs::read_to_string(&path).unwrap();
        let named = matter.replace("by: joe", "by: joe\narchive: {text: wire.txt}");
        fs::write(&path, named).unwrap();
        fs::create_dir(root.join("content/sources/wire")).unwrap();
        if let Some(bytes) = there {
            fs::write(root.join("content/sources/wire/wire.txt"), bytes).unwrap();
        }
        fs::write(root.join("words.txt"), "It was short and clear.").unwrap();
        let (status, said) = ran(root, &["check"]);
        assert!(status == 1 && said.contains("`dateline archive wire FILE --replace`"), "{said}");
        let (status, said) = ran(root, &["archive", "wire", "words.txt", "--replace"]);
        assert_eq!(status, 0, "{said}");
        let (status, said) = ran(root, &["check"]);
        assert!(status == 0 && said.contains("nothing is wrong in 6 content files"), "{said}");
    }
}

#[test]
fn drift_is_told_with_the_quotations_lost_and_the_old_copy_is_kept() {
    let (address, answers) = server();
    page(&answers, "/a", "text/plain", b"It was short and clear.");
    let site = site();
    let root = site.path();
    let (status, said) = ran(root, &["archive", "wire", &format!("{address}/a")]);
    assert_eq!(status, 0, "{said}");
    let before = all(root);
    assert_eq!(ran(root, &["archive", "--recheck"]), (0, "wire: unchanged\n".to_owned()));
    page(&answers, "/a", "text/plain", b"It was short and clear. More.");
    let (status, said) = ran(root, &["archive", "--recheck", "wire"]);
    assert!(status == 0 && said.contains("wire: changed; every quotation still"), "{said}");
    page(&answers, "/a", "text/plain", b"It was short but clear.");
    let (status, said) = ran(root, &["archive", "--recheck"]);
    let lost = "wire: changed\n  lost: “short and clear” (content/sections/01-the-call.md)";
    assert!(status == 1 && said.contains(lost), "{said}");
    // Trouble says nothing about whether it is still there; nor does a server that is not found.
    let trouble = head("503 Service Unavailable", "text/plain", b"");
    answers.lock().unwrap().insert("/a".into(), trouble);
    let (status, said) = ran(root, &["archive", "--recheck"]);
    assert!(status == 2 && said.contains("wire: could not be reached: "), "{said}");
    assert!(said.contains("503") && said.contains("1 of 1 sources could not be reached"), "{said}");
    assert!(!said.contains("gone"), "{said}");
    for status in ["404 Not Found", "410 Gone"] {
        answers.lock().unwrap().insert("/a".into(), head(status, "text/plain", b""));
        let (code, said) = ran(root, &["archive", "--recheck"]);
        assert!(
            code == 1 && said.contains("wire: gone: ") && said.contains(&status[..3]),
            "{said}"
        );
        assert!(said.contains("`gone: DATE`"), "{said}");
    }
    assert_eq!(all(root), before);
    // It is there again, and archived anew: it is not gone.
    let source = root.join("content/sources/wire.md");
    let text = fs::read_to_string(&source).unwrap();
    fs::write(&source, text.replace("  captured:", "  gone: 2021-12-30\n  captured:")).unwrap();
    page(&answers, "/a", "text/plain", b"It was short and clear. Again.");
    let (status, said) = ran(root, &["archive", "wire", &format!("{address}/a"), "--replace"]);
    assert_eq!(status, 0, "{said}");
    assert!(!fs::read_to_string(&source).unwrap().contains("gone:"));
}

#[test]
fn what_a_message_tells_to_type_can_be_typed() {
    let (address, answers) = server();
    page(&answers, "/a", "text/plain", b"It was short and clear.");
    let site = site();
    let root = site.path();
    let address = format!("{address}/a");
    assert_eq!(ran(root, &["archive", "wire", &address]).0, 0);
    fs::write(root.join("content/sources/wire/2021-12-30.txt"), "It was short.").unwrap();
    let (status, said) = ran(root, &["check"]);
    assert!(
        status == 1 && said.contains("`dateline archive wire URL-or-FILE --replace`"),
        "{said}"
    );
    assert_eq!(ran(root, &["archive", "wire", &address, "--replace"]).0, 0);
    assert_eq!(ran(root, &["check"]).0, 0);
    // What fails in a draft alone is shown with drafts alone.
    let draft = "---\ntitle: Draft\ndraft: true\n---\n\"Long and dull\" [@wire].\n";
    fs::write(root.join("content/sections/09-draft.md"), draft).unwrap();
    let (status, said) = ran(root, &["archive", "wire", &address, "--replace"]);
    assert!(status == 0 && said.contains("1 failed\n`dateline check --drafts` shows"), "{said}");
    assert_eq!((ran(root, &["check"]).0, ran(root, &["check", "--drafts"]).0), (0, 1));
}
