//! What hosts are told is what the manifest says, and what the pages say of themselves.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod fixture;
mod hosts;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use dateline::release::manifest::Manifest;
use program::program;
use tempfile::TempDir;

const MOVED: &str = "\
//- content/actors/joe.md
---
name: Joe Doe
kind: person
former_ids: [joseph]
---
He spoke.
//- static/img/map.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
";

/// Where pages of Joe stood under his former id.
const FORMER: [&str; 2] = ["actors/joseph.html", "timeline/joseph.html"];

/// A site that is published to a folder, and its manifest.
fn published(base_url: &str) -> (TempDir, Manifest) {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files_with(MOVED) {
        let target = "publish:\n  - {name: live, to: folder, path: out}\n";
        let text = match path.as_str() {
            "dateline.yaml" => {
                let line = "base_url: https://news.example/call/\n";
                let own = format!("base_url: {base_url}\n");
                text.replace(line, if base_url.is_empty() { "" } else { &own }) + target
            }
            _ => text,
        };
        let full = root.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }
    done(root.path(), &["publish"]);
    let stored = fs::read_dir(root.path().join("out/releases")).unwrap();
    let stored = stored.map(|it| it.unwrap().path()).find(|it| it.extension().is_some());
    let manifest = Manifest::from_json(&fs::read(stored.unwrap()).unwrap()).unwrap();
    (root, manifest)
}

fn done(root: &Path, words: &[&str]) -> String {
    let mut command = Command::new(program());
    command.args(words).args(["--now", "2021-12-30T20:00Z"]).current_dir(root);
    let output = command.env("NO_COLOR", "1").output().unwrap();
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join("out/current").join(path)).unwrap()
}

/// What the pages' own `<meta>` say: the one place that headers are made from.
fn said_by_pages(root: &Path) -> (String, String) {
    let page = read(root, "index.html");
    let after = |mark: &str| {
        page.split(mark).nth(1).and_then(|it| it.split('"').next()).unwrap().to_owned()
    };
    let policy = after("http-equiv=\"Content-Security-Policy\" content=\"");
    (policy, after("name=\"referrer\" content=\""))
}

/// The headers that `_headers` gives an address, as its hosts do: every rule that fits counts.
fn headers_of(text: &str, path: &str) -> Vec<(String, String)> {
    let (mut found, mut fits) = (Vec::new(), false);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ").and_then(|it| it.split_once(": ")) {
            Some((name, value)) if fits => found.push((name.to_owned(), value.to_owned())),
            Some(_) => {}
            None => {
                let start = line.strip_suffix('*');
                fits = start.map_or(line == path, |start| path.starts_with(start));
            }
        }
    }
    found
}

#[test]
fn the_header_file_says_of_each_file_what_the_manifest_says() {
    let (root, manifest) = published("https://news.example/");
    let root = root.path();
    let (policy, referrer) = said_by_pages(root);
    assert_eq!(referrer, "no-referrer");
    let text = read(root, "_headers");
    for (path, entry) in &manifest.files {
        if [".htaccess", "_headers", "_redirects"].contains(&&**path) {
            continue;
        }
        let headers = headers_of(&text, &format!("/{path}"));
        let of = |wanted: &str| {
            let values = headers.iter().filter(|(name, _)| name == wanted);
            values.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(of("Cache-Control"), [entry.class.cache_control()], "{path}");
        assert!(of("Content-Type").iter().all(|it| **it == *entry.media_type), "{path}");
        assert_eq!(of("X-Content-Type-Options"), ["nosniff"]);
        assert_eq!(of("Referrer-Policy"), [referrer.as_str()]);
        let pages: &[&str] = if path.ends_with(".html") { &[&policy] } else { &[] };
        assert_eq!(of("Content-Security-Policy"), pages, "{path}");
    }
    // They show `timeline.html` as `timeline` and `index.html` as the folder.
    for path in ["/", "/timeline", "/v/2021-12-30/index.html"] {
        assert_eq!(headers_of(&text, path).iter().filter(|it| it.0 == "Cache-Control").count(), 1);
    }
    assert!(text.lines().filter(|it| it.starts_with('/')).count() <= 100, "Cloudflare takes 100");
    let moved = "/actors/joseph.html /actors/joe.html 301\n";
    assert!(read(root, "_redirects").contains(moved), "{}", read(root, "_redirects"));
}

#[test]
fn under_a_path_redirects_lead_to_where_readers_are() {
    let (root, _) = published("https://news.example/call");
    let text = read(root.path(), "_redirects");
    assert!(text.contains("/actors/joseph.html https://news.example/call/actors/joe.html 301\n"));
    let apache = read(root.path(), ".htaccess");
    let (policy, _) = said_by_pages(root.path());
    for line in [
        "ErrorDocument 404 /call/404.html\n",
        "Redirect 301 /call/actors/joseph.html /call/actors/joe.html\n",
        "AddType text/calendar .ics\n",
        "AddCharset utf-8 .ics\n",
        &format!("Header set Content-Security-Policy \"{policy}\"\n"),
    ] {
        assert!(apache.contains(line), "{line}\n{apache}");
    }
}

#[test]
fn what_the_site_says_itself_to_hosts_takes_the_place_of_ours() {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in fixture::files_with("//- static/_headers\nmine\n") {
        let full = root.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }
    done(root.path(), &["build"]);
    assert_eq!(fs::read_to_string(root.path().join("public/_headers")).unwrap(), "mine\n");
    assert!(root.path().join("public/_redirects").is_file());
}

fn asked(port: u16, path: &str) -> (String, BTreeMap<String, String>) {
    let ask = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    let answer = hosts::proxy::exchange(port, ask.as_bytes()).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let head = answer.split("\r\n\r\n").next().unwrap();
    let headers = head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    (head.split(' ').nth(1).unwrap().to_owned(), headers.collect())
}

#[test]
fn a_real_nginx_serves_what_the_manifest_says() {
    for base in ["/", "/call/"] {
        let (root, manifest) = published(&format!("https://news.example{base}"));
        let root = fs::canonicalize(root.path()).unwrap();
        let snippet = root.join("snippet.conf");
        done(&root, &["export", "nginx", "--output", &snippet.display().to_string()]);
        let inside = format!("include {};", snippet.display());
        let Some(server) = hosts::nginx(&root, &inside) else { return };
        let (policy, referrer) = said_by_pages(&root);
        for (path, entry) in &manifest.files {
            if [".htaccess", "_headers", "_redirects"].contains(&&**path)
                || FORMER.contains(&&**path)
            {
                continue;
            }
            let (status, headers) = asked(server.port, &format!("{base}{path}"));
            assert_eq!(status, "200", "{path}");
            let of = |name: &str| headers.get(name).map_or("", String::as_str);
            assert_eq!(of("content-type"), &*entry.media_type, "{path}");
            assert_eq!(of("cache-control"), entry.class.cache_control(), "{path}");
            assert_eq!(of("referrer-policy"), referrer);
            assert_eq!(of("x-content-type-options"), "nosniff");
            let expected = if path.ends_with(".html") { policy.as_str() } else { "" };
            assert_eq!(of("content-security-policy"), expected, "{path}");
        }
        let (status, headers) = asked(server.port, base);
        assert_eq!((status.as_str(), &headers["content-security-policy"]), ("200", &policy));
        let (status, headers) = asked(server.port, &format!("{base}nowhere/at-all.html"));
        assert_eq!(
            (status.as_str(), &*headers["content-type"]),
            ("404", "text/html; charset=utf-8")
        );
        for former in FORMER {
            let (status, headers) = asked(server.port, &format!("{base}{former}"));
            let to = format!("{base}{}", former.replace("joseph", "joe"));
            assert_eq!((status.as_str(), &headers["location"]), ("301", &to));
        }
    }
}

#[test]
fn a_real_apache_serves_what_the_manifest_says_also_where_no_address_is_known() {
    for (address, base) in
        [("https://news.example", "/"), ("https://news.example", "/call/"), ("", "/any/where/")]
    {
        let known = if address.is_empty() { String::new() } else { format!("{address}{base}") };
        let (root, manifest) = published(&known);
        let root = fs::canonicalize(root.path()).unwrap();
        // Its processes are nobody's.
        let opened = Command::new("chmod").arg("-R").arg("a+rX").arg(&root).status().unwrap();
        assert!(opened.success());
        let current = root.join("out/current");
        let inside = match base {
            "/" => format!("DocumentRoot {}", current.display()),
            base => format!(
                "DocumentRoot {}/content\nAlias {base} {}/",
                root.display(),
                current.display()
            ),
        };
        let Some(server) = hosts::apache(&root, &inside) else { return };
        let (policy, referrer) = said_by_pages(&root);
        for (path, entry) in &manifest.files {
            if [".htaccess", "_headers", "_redirects"].contains(&&**path)
                || FORMER.contains(&&**path)
            {
                continue;
            }
            let (status, headers) = asked(server.port, &format!("{base}{path}"));
            assert_eq!(status, "200", "{path}");
            let of = |name: &str| headers.get(name).map_or("", String::as_str);
            let (is, said) = (of("content-type"), &*entry.media_type);
            assert_eq!(is.replace(' ', ""), said.replace(' ', ""), "{path}");
            assert_eq!(of("cache-control"), entry.class.cache_control(), "{path}");
            assert_eq!(of("referrer-policy"), referrer);
            assert_eq!(of("x-content-type-options"), "nosniff");
            let expected = if path.ends_with(".html") { policy.as_str() } else { "" };
            assert_eq!(of("content-security-policy"), expected, "{path}");
        }
        let (status, headers) = asked(server.port, &format!("{base}nowhere/at-all.html"));
        assert_eq!(
            (status.as_str(), &*headers["content-type"], &*headers["content-length"]),
            ("404", "text/html; charset=utf-8", &*manifest.files["404.html"].size.to_string())
        );
        for former in FORMER {
            let (status, headers) = asked(server.port, &format!("{base}{former}"));
            let to = format!("{base}{}", former.replace("joseph", "joe"));
            assert!(status == "301" && headers["location"].ends_with(&to), "{status} {headers:?}");
        }
    }
}

#[test]
fn what_stands_at_an_address_is_compared_and_what_is_gone_must_not_answer() {
    let (root, _) = published("https://news.example/");
    let root = fs::canonicalize(root.path()).unwrap();
    let inside = format!("root {}/out/current;", root.display());
    let Some(server) = hosts::nginx(&root, &inside) else { return };
    let address = format!("http://127.0.0.1:{}/", server.port);
    let settings = fs::read_to_string(root.join("dateline.yaml")).unwrap();
    let settings = settings.replace("path: out}", &format!("path: out, url: '{address}'}}"));
    fs::write(root.join("dateline.yaml"), settings).unwrap();
    let told = done(&root, &["verify", &address]);
    assert!(told.contains("are those of this content"), "{told}");
    // A page goes: its address no longer answers.
    fs::write(root.join("content/actors/sue.md"), "---\nname: Sue\nkind: person\n---\nX.\n")
        .unwrap();
    done(&root, &["publish"]);
    fs::remove_file(root.join("content/actors/sue.md")).unwrap();
    done(&root, &["publish"]);
    done(&root, &["publish", "--verify"]);
    let refused = |words: &[&str], why: &str| {
        let mut command = Command::new(program());
        command.args(words).args(["--now", "2021-12-30T20:00Z"]).current_dir(&root);
        let output = command.env("NO_COLOR", "1").output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(why), "{said}");
    };
    let left = fs::canonicalize(root.join("out/current")).unwrap().join("actors/sue.html");
    fs::write(&left, "X").unwrap();
    refused(&["publish", "--verify"], "actors/sue.html` still answers");
    fs::remove_file(&left).unwrap();
    let page = fs::canonicalize(root.join("out/current/index.html")).unwrap();
    fs::remove_file(&page).unwrap();
    fs::write(&page, "other").unwrap();
    refused(&["verify", &address], "`index.html` has other bytes");
    fs::remove_file(&page).unwrap();
    refused(&["verify", &address], "`index.html`: the server answers 4");
}

#[test]
fn every_page_of_a_former_id_leads_to_the_one_of_today() {
    use dateline::model::site::{HostFile, What};
    use std::fmt::Write;
    let mut text = MOVED.to_owned();
    for number in 1..=101 {
        let file =
            format!("//- content/sections/{number}-s{number}.md\n---\ntitle: S\n---\n[[joe]]\n");
        text.write_str(&file).unwrap();
    }
    let engine = fixture::engine_with(&text);
    for (from, to) in [
        ("actors/joseph.html", "actors/joe.html"),
        ("actors/joseph/mentions-2.html", "actors/joe/mentions-2.html"),
        ("timeline/joseph.html", "timeline/joe.html"),
    ] {
        let page = fixture::page(&engine, from);
        let up = "../".repeat(from.matches('/').count());
        assert!(page.contains(&format!("content=\"0; url={up}{to}\"")), "{page}");
        assert!(page.contains(&format!("<a href=\"{up}{to}\">Joe Doe</a>")), "{page}");
        assert!(
            page.contains(&format!("rel=\"canonical\" href=\"https://news.example/call/{to}\""))
        );
        assert!(fixture::page(&engine, "_redirects").contains(&format!("/{from} ")), "{from}");
        assert!(fixture::page(&engine, ".htaccess").contains(&format!("/{from} ")), "{from}");
    }
    assert!(!fixture::page(&engine, "sitemap.xml").contains("joseph"));
    assert!(engine.outputs().iter().any(|it| it.what == What::Host(HostFile::Htaccess)));
}
