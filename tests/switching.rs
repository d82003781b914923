//! A real web server serves `current` while releases are switched: no request fails, and no page is
//! without its style sheet.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests look at the disk from outside")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test")]

mod hosts;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use dateline::hash;
use dateline::io::publish::built::Built;
use dateline::io::publish::deliver::{Allowed, deliver, live};
use dateline::io::publish::folder::Folder;
use dateline::model::project::{Asset, AssetBytes};
use dateline::model::site::{Content, Output, What};

const STYLES: [&str; 2] = ["body { color: black }", "body { color: navy }"];

fn published(root: &Path, style: &'static str) {
    let hash = hash::short(style.as_bytes());
    let name = format!("style.{hash}.css");
    let bytes = AssetBytes::BuiltIn(style.as_bytes());
    let asset = Asset { path: "style.css".into(), bytes, hash: hash.into(), text: None };
    let page = |path: &str| Output { path: path.into(), what: What::Front };
    let css = Output { path: name.as_str().into(), what: What::Asset(asset.clone()) };
    let outputs = [page("index.html"), page("a.html"), css];
    let make = |output: &Output| -> Result<Content, String> {
        if let What::Asset(asset) = &output.what {
            return Ok(Content::CopyOf(asset.clone()));
        }
        Ok(Content::Bytes(format!("<link href=\"{name}\">").into()))
    };
    let built = Built::new(root, "2021-12-30", &outputs, &make).unwrap();
    let mut folder = Folder::new(root, Path::new("out")).unwrap();
    let live = live(&mut folder, false).unwrap();
    deliver(&mut folder, &live, (&built.manifest, &built), 0, Allowed::default()).unwrap();
}

fn fetched(port: u16, path: &str) -> (bool, String) {
    let ask = format!("GET /{path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    let answer = hosts::proxy::exchange(port, ask.as_bytes()).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    (answer.starts_with("HTTP/1.1 200"), answer)
}

#[test]
fn no_request_fails_while_releases_are_switched() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    fs::create_dir(root.join("content")).unwrap();
    published(root, STYLES[0]);
    let inside = format!("root {}/out/current;", root.display());
    let Some(server) = hosts::nginx(root, &inside) else { return };
    let port = server.port;
    let turns = if std::env::var_os("DATELINE_ALL").is_some() { 1000 } else { 100 };
    let (over, asked) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let (ok, page) = fetched(port, "index.html");
                    assert!(ok, "{page}");
                    let style = page.split('"').find(|it| it.ends_with(".css")).unwrap();
                    let (ok, answer) = fetched(port, style);
                    assert!(ok, "{style}: {answer}");
                    asked.fetch_add(2, Ordering::Relaxed);
                }
            });
        }
        for turn in 0..turns {
            published(root, STYLES[(turn + 1) % 2]);
        }
        over.store(true, Ordering::Relaxed);
    });
    let asked = asked.into_inner();
    println!("{turns} switches, {asked} requests, none failed");
    assert!(asked > turns, "only {asked} requests");
}
