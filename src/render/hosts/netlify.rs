//! `_headers` and `_redirects`, as Netlify, Cloudflare Pages and others read them.
//!
//! Where two rules match an address, these hosts join their values, which ruins `Cache-Control`: so
//! each address has that header from one rule. Both files are read at the root of what is deployed,
//! so their paths begin there, whatever the site's public address is.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::hosts::hosted::{Hosted, POLICY, Served, short};

/// What both begin with.
const NOTE: &str =
    "# Made by dateline from this site. A file of this name in static/ takes its place.\n";
/// The folder of frozen versions.
const VERSIONS: &str = "v";

/// `_headers`.
#[must_use]
pub fn headers(site: &Hosted<'_>) -> String {
    let mut text = NOTE.to_owned();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        text.push_str(&format!("{path}\n"));
        for (name, value) in headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    };
    rule("/*", &site.of_all().collect::<Vec<_>>());
    let policy = site.policy.content.as_deref().map(|it| (POLICY, it));
    let of = |served: &Served<'_>| {
        let mut all = vec![("Cache-Control", served.cache()), ("Content-Type", served.media_type)];
        all.extend(policy.filter(|_| served.is_page()));
        all
    };
    let mut folders: BTreeMap<&str, Vec<Served<'_>>> = BTreeMap::new();
    for served in site.served() {
        match served.path.split_once('/') {
            Some((folder, _)) => folders.entry(folder).or_default().push(served),
            None => {
                // They show `a.html` as `a`, and `index.html` as the folder.
                let plain = served.path.strip_suffix(".html");
                let plain = plain.map(|it| if it == "index" { "" } else { it });
                for path in [Some(served.path), plain].into_iter().flatten() {
                    rule(&format!("/{path}"), &of(&served));
                }
            }
        }
    }
    folders.entry(VERSIONS).or_default();
    for (folder, files) in folders {
        let ways: BTreeSet<&str> = files.iter().map(Served::cache).collect();
        if ways.len() > 1 && folder != VERSIONS {
            files.iter().for_each(|it| rule(&format!("/{}", it.path), &of(it)));
            continue;
        }
        let mut all = vec![("Cache-Control", ways.first().copied().unwrap_or(short()))];
        let pages = folder == VERSIONS || files.iter().any(Served::is_page);
        all.extend(policy.filter(|_| pages));
        rule(&format!("/{folder}/*"), &all);
    }
    text
}

/// `_redirects`.
#[must_use]
pub fn redirects(site: &Hosted<'_>) -> String {
    // Where the site is shown under a path, what is deployed does not know it: the whole address does.
    let before = match (site.folder(), site.address()) {
        (Some(folder), Some(address)) if folder != "/" => address,
        _ => "/",
    };
    let mut text = NOTE.to_owned();
    for (from, to) in site.redirects() {
        // A file stands at the former address too. Netlify needs the `!` to pass it over, Cloudflare
        // passes over it anyway, and skips a line that has one.
        for status in ["301!", "301"] {
            text.push_str(&format!("/{from} {before}{to} {status}\n"));
        }
    }
    text
}
