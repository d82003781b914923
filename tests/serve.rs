//! `dateline serve` as an author uses it: a folder, an editor, a browser.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests start programs and may fail"
)]

mod program;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use program::program;

const PATIENCE: Duration = Duration::from_secs(10);

/// A briefing that is being served.
struct Serving {
    child: Child,
    port: u16,
    lines: Receiver<String>,
    folder: tempfile::TempDir,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A new briefing, as `new` makes it.
fn briefing() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new(program())
        .args(["new", "briefing", "site", "--now", "2021-12-30"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder
}

fn serve(folder: tempfile::TempDir, more: &[&str]) -> Serving {
    let mut child = Command::new(program())
        .args(["serve", "--port", "0", "--now", "2021-12-30"])
        .args(more)
        .current_dir(folder.path().join("site"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (sender, lines) = mpsc::channel();
    let errors = BufReader::new(child.stderr.take().unwrap());
    std::thread::spawn(move || {
        errors.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let port = first.strip_prefix("http://localhost:").and_then(|rest| rest.split_once('/'));
    let port = port.unwrap_or_else(|| panic!("no address: {first}")).0.parse().unwrap();
    Serving { child, port, lines, folder }
}

impl Serving {
    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("site").join(path)
    }

    fn get(&self, path: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let port = self.port;
        let request =
            format!("GET /{path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    /// The page as a build would write it.
    fn page(&self, path: &str) -> String {
        let (_, body) = self.get(path);
        let Some((before, rest)) = body.split_once("<!--preview-->") else { return body };
        format!("{before}{}", rest.split_once("<!--/preview-->").unwrap().1)
    }

    fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_so() {
            assert!(start.elapsed() < PATIENCE, "never: {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The next line of the terminal that holds a text.
    fn says(&self, text: &str) -> String {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let line = self.lines.recv_timeout(left);
            let line = line.unwrap_or_else(|_| panic!("the terminal never says: {text}"));
            if line.contains(text) {
                return line;
            }
        }
    }

    fn is_silent(&self) {
        let line = self.lines.recv_timeout(Duration::from_millis(300));
        assert!(line.is_err(), "the terminal says: {line:?}");
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        fs::write(self.path(path), text.replacen(from, to, 1)).unwrap();
    }
}

const ACTOR: &str = "content/actors/example-agency.md";
const PAGE: &str = "actors/example-agency.html";

fn append(path: &Path, text: &str) {
    let mut file = fs::OpenOptions::new().append(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

#[test]
fn what_is_served_is_what_is_built_after_every_change() {
    let serving = serve(briefing(), &[]);
    let compare = |after: &str| {
        let output = serving.folder.path().join("built");
        let built = Command::new(program())
            .args(["build", "--drafts", "--now", "2021-12-30", "--output"])
            .arg(&output)
            .current_dir(serving.path(""))
            .output()
            .unwrap();
        assert!(built.status.success(), "{after}: {}", String::from_utf8_lossy(&built.stderr));
        let mut count = 0;
        let mut folders = vec![output.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
                let full = entry.path();
                if full.is_dir() {
                    folders.push(full);
                } else {
                    let path = full.strip_prefix(&output).unwrap().to_string_lossy().into_owned();
                    let bytes = fs::read(&full).unwrap();
                    let served = serving.page(&path);
                    assert!(served == String::from_utf8_lossy(&bytes), "{after}: {path} differs");
                    count += 1;
                }
            }
        }
        assert!(count > 15, "{count}");
    };
    compare("the start");

    append(&serving.path(ACTOR), "\nA new sentence.\n");
    serving.until("an edit", || serving.page(PAGE).contains("A new sentence."));
    compare("an edit");

    serving.edit(ACTOR, "\nname: ", "\nname: Renamed ");
    serving.until("a new name", || serving.page("actors.html").contains("Renamed"));
    compare("a new name");

    let text = fs::read_to_string(serving.path(ACTOR)).unwrap();
    fs::write(serving.path("content/actors/second.md"), &text).unwrap();
    serving.until("a new file", || serving.get("actors/second.html").0 == 200);
    compare("a new file");

    serving.edit("content/actors/second.md", "---\n", "---\ndraft: true\n");
    let second = || serving.page("actors/second.html");
    let without = second();
    serving
        .until("a draft", || second() != without || serving.says("second.md").contains("second"));
    compare("a draft");

    fs::remove_file(serving.path("content/actors/second.md")).unwrap();
    serving.until("a removed file", || serving.get("actors/second.html").0 == 404);
    compare("a removed file");

    fs::create_dir_all(serving.path("static/maps")).unwrap();
    fs::write(serving.path("static/maps/a.svg"), "<svg/>").unwrap();
    serving.until("a new static file", || serving.get("maps/a.svg").0 == 200);
    compare("a new static file");

    serving.edit("dateline.yaml", "title: ", "title: Other ");
    serving.until("other settings", || serving.page("index.html").contains("Other"));
    compare("other settings");

    fs::create_dir_all(serving.path("templates")).unwrap();
    let template = "{% extends \"base.html\" %}{% block main %}Own template{% endblock %}";
    fs::write(serving.path("templates/404.html"), template).unwrap();
    serving.until("an own template", || serving.page("404.html").contains("Own template"));
    compare("an own template");
}

#[test]
fn a_mistake_is_shown_and_the_last_good_page_stays_until_it_is_mended() {
    let serving = serve(briefing(), &[]);
    let good = serving.page(PAGE);
    let state = || {
        let mut stream = TcpStream::connect(("127.0.0.1", serving.port)).unwrap();
        let port = serving.port;
        let request = format!("GET /.dateline/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let (mut heard, mut buffer) = (String::new(), [0; 8192]);
        while !heard.contains("\"summary\"") {
            let read = stream.read(&mut buffer).unwrap();
            heard.push_str(&String::from_utf8_lossy(&buffer[..read]));
        }
        heard
    };
    let text = fs::read_to_string(serving.path(ACTOR)).unwrap();
    for round in 0..3 {
        while serving.lines.try_recv().is_ok() {}
        // A file that cannot be read at all: its page stays, and so does all that names it.
        fs::write(serving.path(ACTOR), text.replacen("---\n", "---\nname: [\n", 1)).unwrap();
        serving.says("error[");
        let line = serving.says("example-agency.md changed: ");
        assert!(line.contains("error"), "{line}");
        assert_eq!(serving.page(PAGE), good, "{round}");
        assert!(state().contains("content/actors/example-agency.md:"), "{}", state());
        // Pages that can be made go on changing.
        append(&serving.path("content/briefing.md"), &format!("\nRound {round}.\n"));
        serving.until("another page", || {
            serving.page("index.html").contains(&format!("Round {round}."))
        });
        assert_eq!(serving.page(PAGE), good, "{round}");
        fs::write(serving.path(ACTOR), &text).unwrap();
        serving.until("mended", || state().contains("\"errors\":[]"));
        assert_eq!(serving.page(PAGE), good, "{round}");
        serving.says("example-agency.md changed: ");
    }

    // A template that fails only when a page is made with it.
    fs::create_dir_all(serving.path("templates")).unwrap();
    let broken =
        "{% extends \"base.html\" %}{% block main %}{{ page.nothing.at_all }}{% endblock %}";
    fs::write(serving.path("templates/actor.html"), broken).unwrap();
    serving.says("templates/actor.html");
    assert_eq!(serving.page(PAGE), good);
    assert!(state().contains("templates/actor.html:"), "{}", state());
    fs::remove_file(serving.path("templates/actor.html")).unwrap();
    serving.until("mended", || state().contains("\"errors\":[]"));
    assert_eq!(serving.page(PAGE), good);
}

#[test]
fn settings_that_are_gone_are_told_as_build_tells_it_and_the_site_stays_until_they_are_back() {
    let serving = serve(briefing(), &[]);
    let good = serving.page(PAGE);
    fs::rename(serving.path("dateline.yaml"), serving.path("away.yaml")).unwrap();
    let line = serving.says("error: ");
    assert!(line.ends_with("is not a site: it has no `dateline.yaml`"), "{line}");
    assert_eq!(serving.page(PAGE), good);
    fs::rename(serving.path("away.yaml"), serving.path("dateline.yaml")).unwrap();
    append(&serving.path("content/briefing.md"), "\nBack again.\n");
    serving.until("back", || serving.page("index.html").contains("Back again."));
}

#[test]
fn it_starts_with_a_broken_briefing_too() {
    let folder = briefing();
    let front = folder.path().join("site/content/briefing.md");
    let text = fs::read_to_string(&front).unwrap();
    fs::remove_file(&front).unwrap();
    let serving = serve(folder, &[]);
    let (status, page) = serving.get("");
    assert!(page.contains("cannot be made yet") && page.contains("preview.js"), "{status} {page}");
    fs::write(&front, text).unwrap();
    serving.until("the front page", || serving.page("").contains("<main"));
}

#[test]
fn a_save_of_equal_bytes_changes_nothing() {
    let serving = serve(briefing(), &[]);
    let text = fs::read(serving.path(ACTOR)).unwrap();
    fs::write(serving.path(ACTOR), &text).unwrap();
    fs::create_dir(serving.path("static")).unwrap();
    fs::write(serving.path("content/.hidden.md"), "x").unwrap();
    serving.is_silent();
    append(&serving.path(ACTOR), "\nMore.\n");
    let line = serving.says("changed");
    assert!(line.starts_with("content/actors/example-agency.md changed: "), "{line}");
}

#[test]
fn public_is_written_only_when_asked_for_and_never_with_drafts() {
    let serving = serve(briefing(), &[]);
    append(&serving.path(ACTOR), "\nMore.\n");
    serving.says("changed");
    assert!(!serving.path("public").exists());

    let serving = serve(briefing(), &["--write"]);
    let built = serving.path("public").join(PAGE);
    serving.until("a first build", || built.exists());
    append(&serving.path(ACTOR), "\nA sentence.\n");
    serving.until("a build", || {
        fs::read_to_string(&built).is_ok_and(|page| page.contains("A sentence."))
    });
    let text = fs::read_to_string(serving.path(ACTOR)).unwrap();
    let draft = text.replacen("---\n", "---\ndraft: true\n", 1).replace("A sentence", "A secret");
    fs::write(serving.path("content/actors/second.md"), draft).unwrap();
    serving.until("a draft", || serving.page("actors/second.html").contains("A secret"));
    append(&serving.path("content/briefing.md"), "\nThe end.\n");
    let front = serving.path("public/index.html");
    serving.until("the next build", || {
        fs::read_to_string(&front).is_ok_and(|page| page.contains("The end."))
    });
    assert!(!serving.path("public/actors/second.html").exists());
    // Its own writing is no change.
    while serving.lines.recv_timeout(Duration::from_millis(300)).is_ok() {}
    serving.is_silent();
}

#[cfg(unix)]
#[test]
fn it_ends_cleanly_when_it_is_asked_to() {
    for signal in ["INT", "TERM"] {
        let mut serving = serve(briefing(), &[]);
        let before = fs::read_dir(serving.path("")).unwrap().count();
        let process = serving.child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &process]).status().unwrap();
        assert!(sent.success());
        let status = serving.child.wait().unwrap();
        assert_eq!(status.code(), Some(0), "{signal}");
        assert_eq!(fs::read_dir(serving.path("")).unwrap().count(), before);
    }
}

/// Makes a hundred pages of a new briefing.
fn with_pages(count: usize, text: &str) -> tempfile::TempDir {
    let folder = briefing();
    for number in 0..count {
        let page = format!("---\nname: Person {number}\nkind: person\n---\n{text}\n");
        fs::write(folder.path().join(format!("site/content/actors/person-{number}.md")), page)
            .unwrap();
    }
    folder
}

#[test]
fn the_last_of_five_hundred_open_pages_hears_of_a_save_at_once() {
    let serving = serve(with_pages(100, "Text."), &[]);
    let port = serving.port;
    let open = |_| {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let request = format!("GET /.dateline/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut first = [0; 4096];
        assert!(stream.read(&mut first).unwrap() > 0);
        stream.set_nonblocking(true).unwrap();
        stream
    };
    let mut tabs: Vec<TcpStream> = (0..500).map(open).collect();
    let heard = |tab: &mut TcpStream| {
        let mut all = Vec::new();
        let mut piece = [0; 65536];
        while let Ok(read @ 1..) = tab.read(&mut piece) {
            all.extend_from_slice(&piece[..read]);
        }
        String::from_utf8_lossy(&all).contains("person-7.html")
    };
    for tab in &mut tabs {
        heard(tab);
    }
    append(&serving.path("content/actors/person-7.md"), "\nAnother sentence.\n");
    let saved = Instant::now();
    while !tabs.is_empty() {
        tabs.retain_mut(|tab| !heard(tab));
        assert!(saved.elapsed() < PATIENCE, "{} never hear of it", tabs.len());
    }
    // Unoptimised, and beside other tests.
    assert!(saved.elapsed() < Duration::from_millis(900), "{:?}", saved.elapsed());
}

#[test]
fn a_checkout_of_a_thousand_files_is_taken_in_twice_at_most() {
    let folder = with_pages(1_000, "On one branch.");
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=n", "-c", "user.email=e@example.org"]).args(arguments);
        let ran = command.current_dir(folder.path().join("site")).output().unwrap();
        assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-qm", "one"]);
    git(&["checkout", "-qb", "other"]);
    for number in 0..1_000 {
        let path = folder.path().join(format!("site/content/actors/person-{number}.md"));
        fs::write(path, format!("---\nname: Person {number}\nkind: person\n---\nOn the other.\n"))
            .unwrap();
    }
    git(&["commit", "-qam", "other"]);
    let site = folder.path().join("site");
    let serving = serve(folder, &[]);
    assert!(serving.page("actors/person-999.html").contains("On the other."));
    let begun = Instant::now();
    let checkout = Command::new("git").args(["checkout", "-q", "-"]).current_dir(site).status();
    assert!(checkout.unwrap().success());
    // On a busy machine it takes seconds, and is not waited for to its end.
    let halves = begun.elapsed().as_millis() / 500;
    serving.until("the checkout", || {
        (0..1_000).step_by(111).all(|number| {
            serving.page(&format!("actors/person-{number}.html")).contains("On one branch.")
        })
    });
    std::thread::sleep(Duration::from_millis(500));
    let rebuilt = serving.lines.try_iter().filter(|line| line.contains(" changed: ")).count();
    assert!((1..=2 + usize::try_from(halves).unwrap()).contains(&rebuilt), "{rebuilt} times");
}
