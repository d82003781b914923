//! The preview server, asked by clients that tidy nothing: raw TCP on this computer.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests use the network and may fail"
)]

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use dateline::io::http::preview::{Preview, Stands};
use dateline::io::http::server::Server;

const PAGE: &str = "<!doctype html><title>Front</title><body><main>Hello</main></body></html>\n";
/// Must never be in an answer.
const CANARY: &str = "canary-from-outside";

/// A site of a few addresses.
#[derive(Default)]
struct Site {
    generation: AtomicU64,
    front: Mutex<Option<Stands>>,
    folder: PathBuf,
}

impl Preview for Site {
    fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    fn at(&self, path: &str) -> Stands {
        let file = |path: &str| Stands::File { root: self.folder.clone(), path: path.into() };
        match path {
            "index.html" => match &*self.front.lock().unwrap() {
                Some(stands) => stands.clone(),
                None => Stands::Bytes(PAGE.into()),
            },
            "404.html" => Stands::Bytes(b"<body>Not here</body>".to_vec()),
            "style.css" => Stands::Bytes(b"body {}".to_vec()),
            "data/digits.txt" => Stands::Bytes(b"0123456789".to_vec()),
            "film.mp4" => file("site/film.mp4"),
            "link.txt" => file("site/link.txt"),
            "gone.png" => file("site/gone.png"),
            _ => Stands::Nothing,
        }
    }

    fn state(&self) -> Arc<str> {
        format!("{{\"generation\":{}}}", self.generation()).into()
    }
}

/// A server, its site, and a folder with something beside the site that must not leave.
struct Running {
    server: Server,
    site: Arc<Site>,
    _folder: tempfile::TempDir,
}

fn running() -> Running {
    running_with(None)
}

fn running_with(token: Option<Arc<str>>) -> Running {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("site")).unwrap();
    std::fs::write(folder.path().join("secret.txt"), CANARY).unwrap();
    let film: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    std::fs::write(folder.path().join("site/film.mp4"), film).unwrap();
    let site = Site { folder: folder.path().join("site"), ..Site::default() };
    let site = Arc::new(Site { folder: folder.path().to_path_buf(), ..site });
    let server = Server::start(0, token, Arc::<Site>::clone(&site)).unwrap();
    Running { server, site, _folder: folder }
}

/// An answer.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (header, value) = line.split_once(": ")?;
            header.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Running {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.server.port())).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(15))).unwrap();
        stream
    }

    fn host(&self) -> String {
        format!("localhost:{}", self.server.port())
    }

    /// Sends bytes and reads until the other side ends.
    fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        if let Err(error) = stream.read_to_end(&mut bytes) {
            assert_eq!(error.kind(), ErrorKind::ConnectionReset);
        }
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head, body: bytes.get(end + 4..).unwrap_or_default().to_vec() }
    }

    fn ask(&self, line: &str, headers: &str) -> Answer {
        let host = self.host();
        self.raw(
            format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n")
                .as_bytes(),
        )
    }

    fn get(&self, target: &str) -> Answer {
        self.ask(&format!("GET {target}"), "")
    }
}

#[test]
fn a_page_is_what_is_built_with_one_script_between_two_comments() {
    let preview = running();
    let answer = preview.get("/");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    let text = answer.text();
    let (before, rest) = text.split_once("<!--preview-->").unwrap();
    let (script, after) = rest.split_once("<!--/preview-->").unwrap();
    assert_eq!(format!("{before}{after}"), PAGE);
    assert!(script.starts_with("<script src=\"/.dateline/preview.js\""), "{script}");
    assert_eq!(preview.get("/index.html").text(), text);
    assert_eq!(preview.get("/style.css").text(), "body {}");
    assert_eq!(preview.get("/.dateline/preview.js").status, 200);
    let style = preview.get("/.dateline/preview.css");
    assert_eq!(style.header("content-type"), Some("text/css; charset=utf-8"));
}

#[test]
fn nothing_stands_at_other_addresses() {
    let preview = running();
    for target in
        ["/nothing.html", "/style.css/", "/.dateline/", "/.dateline/preview", "/Index.html"]
    {
        let answer = preview.get(target);
        assert_eq!((answer.status, answer.text().contains("Not here")), (404, true), "{target}");
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    }
    assert_eq!(preview.get("/gone.png").status, 404);
}

#[test]
fn every_answer_keeps_other_sites_out() {
    let preview = running();
    let answers = [
        preview.get("/"),
        preview.get("/nothing"),
        preview.get("/film.mp4"),
        preview.get("/../x"),
        preview.ask("POST /", ""),
        preview.ask("GET /", "Origin: http://evil.example\r\n"),
        preview.raw(b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
        preview.ask("HEAD /.dateline/events", ""),
    ];
    for answer in answers {
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("cross-origin-resource-policy", "same-origin"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-cache"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{}", answer.head);
        }
        assert!(!answer.head.to_lowercase().contains("access-control-"), "{}", answer.head);
    }
}

#[test]
fn only_three_names_are_answered_to() {
    let preview = running();
    let port = preview.server.port();
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        let request = format!("GET / HTTP/1.1\r\nHost: {name}:{port}\r\nConnection: close\r\n\r\n");
        assert_eq!(preview.raw(request.as_bytes()).status, 200, "{name}");
    }
    let other = port.wrapping_add(1);
    let hosts = [
        "".to_owned(),
        "Host:\r\n".to_owned(),
        "Host: evil.example\r\n".to_owned(),
        format!("Host: evil.example:{port}\r\n"),
        "Host: localhost\r\n".to_owned(),
        format!("Host: localhost:{other}\r\n"),
        format!("Host: LOCALHOST:{port}\r\n"),
        format!("Host: localhost.:{port}\r\n"),
        format!("Host: user@localhost:{port}\r\n"),
        format!("Host: localhost:{port}@evil.example\r\n"),
        format!("Host: localhost:{port}.evil.example\r\n"),
        format!("Host: sub.localhost:{port}\r\n"),
        format!("Host: 127.0.0.2:{port}\r\n"),
        format!("Host: 127.1:{port}\r\n"),
        format!("Host: 0.0.0.0:{port}\r\n"),
        format!("Host: [::ffff:127.0.0.1]:{port}\r\n"),
        format!("Host: ::1:{port}\r\n"),
        format!("Host: localhost:0{port}\r\n"),
        format!("Host: localhost:{port}, localhost:{port}\r\n"),
        format!("Host: localhost:{port}\r\nHost: localhost:{port}\r\n"),
        format!("Host: localhost:{port}\r\nHost: evil.example\r\n"),
    ];
    for host in hosts {
        let request = format!("GET / HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
        assert_eq!(preview.raw(request.as_bytes()).status, 421, "{host}");
    }
    assert_eq!(preview.raw(b"GET / HTTP/1.0\r\n\r\n").status, 421);
}

#[test]
fn nothing_can_be_done_but_reading() {
    let preview = running();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "get"] {
        let answer = preview.ask(&format!("{method} /"), "Content-Length: 0\r\n");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    for target in ["OPTIONS *", "CONNECT evil.example:443", "POST /.dateline/events"] {
        assert_eq!(preview.ask(target, "").status, 405, "{target}");
    }
}

#[test]
fn a_body_is_never_taken_for_the_next_request() {
    let preview = running();
    let host = preview.host();
    let smuggled = format!("GET /style.css HTTP/1.1\r\nHost: {host}\r\n\r\n");
    for method in ["POST", "GET"] {
        let length = smuggled.len();
        let request = format!(
            "{method} / HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n\r\n{smuggled}"
        );
        let answer = preview.raw(request.as_bytes());
        assert!(!answer.text().contains("body {}"), "{method}");
        assert_eq!(answer.header("connection"), Some("close"), "{method}");
    }
}

#[test]
fn no_spelling_of_a_path_leads_out_of_the_site() {
    let preview = running();
    let host = preview.host();
    let up = [
        "/../secret.txt",
        "/..",
        "/../",
        "/./../secret.txt",
        "/x/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E/secret.txt",
        "/.%2e/secret.txt",
        "/%2e./secret.txt",
        "/..%2fsecret.txt",
        "/..%2Fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "\\..\\secret.txt",
        "/%2e%2e%5csecret.txt",
        "/....//secret.txt",
        "//secret.txt",
        "//127.0.0.1/secret.txt",
        "/x//secret.txt",
        "/%00/../secret.txt",
        "/secret.txt%00.html",
        "/film.mp4%00",
        "/%252e%252e/secret.txt",
        "/..%252fsecret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/%c0%af../secret.txt",
        "/%uff0e%uff0e/secret.txt",
        "/\u{ff0e}\u{ff0e}/secret.txt",
        "/..;/secret.txt",
        "/..%00/secret.txt",
        "/site/../secret.txt",
        "/film.mp4/../../secret.txt",
        "/#/../secret.txt",
        "/style.css#/../../secret.txt",
        "/?../secret.txt",
        "/?file=../secret.txt",
        "file:///secret.txt",
        "http://localhost/../secret.txt",
        "/%2fsecret.txt",
        "/%",
        "/%2",
        "/secret.txt",
        "/.../secret.txt",
        "/%20../secret.txt",
        "*",
        "secret.txt",
        "",
        "/C:/secret.txt",
        "/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/link.txt",
    ];
    assert!(up.len() >= 40);
    std::os::unix::fs::symlink("/etc/hostname", preview.site.folder.join("site/link.txt")).unwrap();
    for target in up {
        let request = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let answer = preview.raw(request.as_bytes());
        assert!(!answer.text().contains(CANARY), "{target}");
        let is_front = target.starts_with("/?");
        let expected: &[u16] = if is_front { &[200] } else { &[400, 404] };
        assert!(expected.contains(&answer.status), "{target}: {}", answer.head);
    }
    let latin = [b"GET /caf\xe9 HTTP/1.1\r\nHost: ", host.as_bytes(), b"\r\n\r\n"].concat();
    assert_eq!(preview.raw(&latin).status, 400);
}

#[test]
fn what_could_be_read_in_two_ways_is_refused_and_not_tidied() {
    let preview = running();
    for target in [
        "/../style.css",
        "/x/../style.css",
        "/./style.css",
        "//style.css",
        "/style.css#x",
        "/data%2fdigits.txt",
        "/data%5cdigits.txt",
        "/data\\digits.txt",
        "/style.css%00",
        "http://localhost/style.css",
        "/%ff",
    ] {
        assert_eq!(preview.get(target).status, 400, "{target}");
    }
    let absolute = format!("GET http://{}/style.css", preview.host());
    assert_eq!(preview.ask(&absolute, "").status, 400);
}

#[test]
fn other_sites_can_neither_read_nor_use_it() {
    let preview = running();
    let port = preview.server.port();
    for origin in ["http://evil.example", "null", "", "http://127.0.0.1", "http://localhost"]
        .map(str::to_owned)
        .into_iter()
        .chain([
            format!("http://localhost:{}", port.wrapping_add(1)),
            format!("https://localhost:{port}"),
            // Not the name that was asked.
            format!("http://127.0.0.1:{port}"),
        ])
    {
        for target in ["/.dateline/events", "/", "/style.css"] {
            let answer = preview.ask(&format!("GET {target}"), &format!("Origin: {origin}\r\n"));
            assert_eq!(answer.status, 403, "{target} {origin}");
        }
    }
    let own = format!("Origin: http://localhost:{port}\r\n");
    assert_eq!(preview.ask("GET /", &own).status, 200);

    let fetch = |site: &str, mode: &str, dest: &str| {
        format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n")
    };
    for (site, mode, dest, target, status) in [
        ("cross-site", "no-cors", "script", "/style.css", 403),
        ("cross-site", "no-cors", "image", "/film.mp4", 403),
        ("cross-site", "navigate", "iframe", "/", 403),
        ("cross-site", "navigate", "document", "/", 200),
        ("cross-site", "navigate", "document", "/.dateline/preview.js", 403),
        ("cross-site", "cors", "empty", "/.dateline/events", 403),
        // Another port of this computer counts as the same site there, and not here.
        ("same-site", "no-cors", "script", "/style.css", 403),
        ("same-site", "navigate", "document", "/", 200),
        ("same-origin", "no-cors", "script", "/.dateline/preview.js", 200),
        ("none", "navigate", "document", "/", 200),
    ] {
        let answer = preview.ask(&format!("GET {target}"), &fetch(site, mode, dest));
        assert_eq!(answer.status, status, "{site} {mode} {dest} {target}");
    }
}

#[test]
fn head_is_get_without_the_body() {
    let preview = running();
    for target in ["/", "/style.css", "/film.mp4", "/nothing", "/.dateline/preview.js"] {
        let (get, head) = (preview.get(target), preview.ask(&format!("HEAD {target}"), ""));
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{target}");
        for name in ["content-length", "content-type", "etag"] {
            assert_eq!(head.header(name), get.header(name), "{target} {name}");
        }
        let length = get.body.len().to_string();
        assert_eq!(get.header("content-length"), Some(&*length), "{target}");
    }
}

#[test]
fn what_the_browser_has_already_is_not_sent_again() {
    let preview = running();
    for target in ["/", "/style.css", "/film.mp4", "/.dateline/preview.js"] {
        let tag = preview.get(target).header("etag").unwrap().to_owned();
        for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
            let get = format!("GET {target}");
            let answer = preview.ask(&get, &format!("If-None-Match: {known}\r\n"));
            assert_eq!((answer.status, answer.body.len()), (304, 0), "{target} {known}");
            assert_eq!(answer.header("etag"), Some(&*tag));
        }
        let other = preview.ask(&format!("GET {target}"), "If-None-Match: \"other\"\r\n");
        assert_eq!(other.status, 200);
    }
    let missing = preview.ask("GET /nothing", "If-None-Match: *\r\n");
    assert_eq!(missing.status, 404);
}

#[test]
fn parts_of_a_file_can_be_had() {
    let preview = running();
    let part = |target: &str, range: &str| {
        preview.ask(&format!("GET {target}"), &format!("Range: {range}\r\n"))
    };
    let answer = part("/data/digits.txt", "bytes=2-4");
    assert_eq!((answer.status, &*answer.text()), (206, "234"));
    assert_eq!(answer.header("content-range"), Some("bytes 2-4/10"));
    assert_eq!(part("/data/digits.txt", "bytes=-3").text(), "789");
    assert_eq!(part("/data/digits.txt", "bytes=0-1,4-5").status, 200);
    let beyond = part("/data/digits.txt", "bytes=10-");
    assert_eq!((beyond.status, beyond.header("content-range")), (416, Some("bytes */10")));

    let whole = preview.get("/film.mp4");
    assert_eq!(whole.body.len(), 3_000_000);
    assert_eq!(whole.header("content-type"), Some("video/mp4"));
    let middle = part("/film.mp4", "bytes=1000000-2000009");
    assert_eq!(middle.body, whole.body[1_000_000..2_000_010]);
    let tag = whole.header("etag").unwrap();
    let same = format!("Range: bytes=0-0\r\nIf-Range: {tag}\r\n");
    assert_eq!(preview.ask("GET /film.mp4", &same).status, 206);
    let other = "Range: bytes=0-0\r\nIf-Range: \"other\"\r\n";
    assert_eq!(preview.ask("GET /film.mp4", other).status, 200);
}

#[test]
fn a_head_of_many_bytes_is_refused() {
    let preview = running();
    let long = format!("X: {}\r\n", "x".repeat(64 << 10));
    assert_eq!(preview.ask("GET /", &long).status, 431);
    let many: String = (0..200).map(|n| format!("X-{n}: x\r\n")).collect();
    assert_eq!(preview.ask("GET /", &many).status, 431);
    let target = format!("GET /{}", "x".repeat(100 << 10));
    assert!([414, 431].contains(&preview.ask(&target, "").status));
    // Other programs on this computer leave large cookies with a browser.
    assert_eq!(preview.ask("GET /", &format!("Cookie: {}\r\n", "x".repeat(12 << 10))).status, 200);
}

#[test]
fn whoever_only_stands_about_is_sent_away() {
    let preview = running();
    let start = Instant::now();
    let mut slow = preview.connect();
    let mut idle = preview.connect();
    let mut silent = preview.connect();
    idle.write_all(format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host()).as_bytes())
        .unwrap();
    slow.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\nX: ", preview.host());
    for byte in request.as_bytes().iter().chain(std::iter::repeat(&b'x')) {
        let _ = slow.write_all(&[*byte]);
        match slow.read(&mut [0; 512]) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            _ => break,
        }
        assert!(start.elapsed() < Duration::from_secs(13), "a slow client is still there");
    }
    let mut rest = Vec::new();
    let _ = idle.read_to_end(&mut rest);
    let _ = silent.read_to_end(&mut rest);
    assert!(start.elapsed() < Duration::from_secs(13), "an idle client is still there");
    assert!(start.elapsed() > Duration::from_secs(8));
}

#[test]
fn a_thousand_idle_connections_keep_nobody_out() {
    let preview = running();
    let mut idle = Vec::new();
    for _ in 0..1000 {
        match TcpStream::connect(("127.0.0.1", preview.server.port())) {
            Ok(stream) => idle.push(stream),
            // This process has no more files of its own to open.
            Err(_) => break,
        }
    }
    idle.truncate(idle.len().saturating_sub(20));
    let start = Instant::now();
    assert_eq!(preview.get("/").status, 200);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

/// Reads news until a text has come.
fn hears(stream: &mut TcpStream, text: &str) -> Duration {
    let start = Instant::now();
    let (mut heard, mut buffer) = (String::new(), [0; 4096]);
    while !heard.contains(text) {
        let read = stream.read(&mut buffer).unwrap();
        assert!(read > 0, "the stream ended: {heard}");
        heard.push_str(&String::from_utf8_lossy(&buffer[..read]));
    }
    start.elapsed()
}

#[test]
fn every_open_page_hears_of_a_change_at_once() {
    let preview = running();
    let request = format!("GET /.dateline/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host());
    let mut tabs: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut tab = preview.connect();
            tab.write_all(request.as_bytes()).unwrap();
            tab
        })
        .collect();
    for tab in &mut tabs {
        hears(tab, "\"generation\":0}\n\n");
    }
    let start = Instant::now();
    preview.site.generation.store(1, Ordering::SeqCst);
    preview.server.notify();
    hears(&mut tabs[0], "event: state\ndata: {\"generation\":1}\n\n");
    // Far more than it takes: the other tests keep the machine busy.
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    for tab in &mut tabs[1..] {
        hears(tab, "\"generation\":1}");
    }
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

#[test]
fn a_change_is_seen_at_the_next_request_and_a_page_that_cannot_be_made_stays() {
    let preview = running();
    let show = |stands: Stands| {
        *preview.site.front.lock().unwrap() = Some(stands);
        preview.site.generation.fetch_add(1, Ordering::SeqCst);
    };
    let unmade = |earlier: Option<(u64, &str)>| Stands::Unmade {
        earlier: earlier.map(|(then, page)| (then, page.into())),
    };
    show(unmade(None));
    let answer = preview.get("/");
    assert!(answer.text().contains("cannot be made yet") && answer.text().contains("preview.js"));
    show(Stands::Bytes(b"<body>one</body>".to_vec()));
    assert!(preview.get("/").text().contains("one"));
    show(Stands::Bytes(b"<body>two</body>".to_vec()));
    assert!(preview.get("/").text().contains("two"));
    show(unmade(None));
    assert!(preview.get("/").text().contains("two"), "the last good page stays");
    show(unmade(Some((1, "<body>zero</body>"))));
    assert!(preview.get("/").text().contains("two"), "the later of two good pages is shown");
    show(unmade(Some((5, "<body>three</body>"))));
    assert!(preview.get("/").text().contains("three"));
    show(Stands::Nothing);
    assert_eq!(preview.get("/").status, 404);
}

#[test]
fn a_server_that_is_dropped_is_gone() {
    let preview = running();
    let port = preview.server.port();
    let mut tab = preview.connect();
    let request = format!("GET /.dateline/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host());
    tab.write_all(request.as_bytes()).unwrap();
    hears(&mut tab, "generation");
    let start = Instant::now();
    drop(preview);
    assert!(start.elapsed() < Duration::from_secs(1));
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
}

#[test]
fn in_a_network_nobody_is_answered_who_does_not_know_the_token() {
    let token = "0123456789abcdef0123456789abcdef";
    let preview = running_with(Some(token.into()));
    let port = preview.server.port();
    let address = preview.server.address();
    assert!(address.ends_with(&format!(":{port}/?token={token}")), "{address}");
    for target in ["/", "/.dateline/events", "/.dateline/preview.js", "/?token=", "/?token=x"] {
        assert_eq!(preview.get(target).status, 403, "{target}");
    }
    let short = &token[1..];
    assert_eq!(preview.get(&format!("/?token={short}")).status, 403);
    let welcome = preview.get(&format!("/style.css?token={token}"));
    assert_eq!((welcome.status, welcome.header("location")), (303, Some("/style.css")));
    let cookie = welcome.header("set-cookie").unwrap();
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
    let pair = cookie.split(';').next().unwrap();
    let known = |host: &str, cookie: &str| {
        let request = format!(
            "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nCookie: a=b; {cookie}\r\n\r\n"
        );
        preview.raw(request.as_bytes()).status
    };
    for host in ["localhost", "192.168.7.5", "10.0.0.1", "[fe80::1]"] {
        assert_eq!(known(&format!("{host}:{port}"), pair), 200, "{host}");
    }
    assert_eq!(known(&format!("10.0.0.1:{port}"), &format!("dateline-{port}=x")), 403);
    // Names can be made to lead here by others, and another port is another server.
    for host in [format!("evil.example:{port}"), "10.0.0.1:1".into(), "10.0.0.1".into()] {
        assert_eq!(known(&host, pair), 421, "{host}");
    }
    // Without a token, numbers are names of others.
    let alone = running();
    let request = format!(
        "GET / HTTP/1.1\r\nHost: 10.0.0.1:{}\r\nConnection: close\r\n\r\n",
        alone.server.port()
    );
    assert_eq!(alone.raw(request.as_bytes()).status, 421);
}
