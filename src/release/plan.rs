//! What a publish is going to do: the difference of what is live and what is to be.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use crate::release::manifest::{Entry, Manifest};

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It has other bytes, another type or another cache class.
    Changed,
}

/// A file that is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put<'a> {
    /// Where.
    pub path: &'a str,
    /// What.
    pub entry: &'a Entry,
    /// Whether it is new.
    pub change: Change,
}

/// What stands at a target otherwise than its manifest tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    /// Files that are missing, or others than were put.
    pub lost: BTreeSet<Box<str>>,
    /// Names that were deleted, and at which something stands.
    pub stray: BTreeSet<Box<str>>,
}

/// What a publish does, in this order: puts, the manifest, deletes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan<'a> {
    /// The release that is to be.
    pub release: &'a str,
    /// What is put: first what pages need, then pages, then what leads to them.
    pub puts: Vec<Put<'a>>,
    /// What is deleted: names of the last manifest only.
    pub deletes: Vec<&'a str>,
    /// How many files stay as they are.
    pub unchanged: usize,
    /// How many files are live.
    pub live: usize,
}

impl<'a> Plan<'a> {
    /// The way from what is live, as far as it is whole, to what is to be.
    #[must_use]
    pub fn new(live: Option<&'a Manifest>, damage: &'a Damage, to: &'a Manifest) -> Self {
        let known: BTreeMap<&str, &Entry> = live.into_iter().flat_map(Manifest::all).collect();
        // What a publish that was broken off may have put is not what the manifest tells.
        let session = live.and_then(|live| live.session.as_ref());
        let unsure: BTreeSet<&str> =
            session.into_iter().flat_map(|it| &it.names).map(|it| &**it).collect();
        let mut puts: Vec<Put<'a>> = Vec::new();
        for (path, entry) in to.all() {
            let change = match known.get(path) {
                Some(known)
                    if *known == entry && !unsure.contains(path) && !damage.lost.contains(path) =>
                {
                    continue;
                }
                Some(_) => Change::Changed,
                None => Change::Added,
            };
            puts.push(Put { path, entry, change });
        }
        puts.sort_by_key(|put| (put.entry.class, put.path));
        let stays = |path: &str| to.files.contains_key(path) || to.kept.contains_key(path);
        let named = live.into_iter().flat_map(|live| {
            let session = live.session.iter().flat_map(|session| &session.names);
            let more = live.gone.iter().chain(session).map(|path| &**path);
            live.all().map(|(path, _)| path).chain(more)
        });
        let named = named.chain(damage.stray.iter().map(|path| &**path));
        let deletes: BTreeSet<&str> = named.filter(|path| !stays(path)).collect();
        let unchanged = to.files.len() + to.kept.len() - puts.len();
        Plan {
            release: &to.release,
            puts,
            deletes: deletes.into_iter().collect(),
            unchanged,
            live: known.len(),
        }
    }

    /// Whether readers have all of it already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.puts.is_empty() && self.deletes.is_empty()
    }

    /// How many files are new.
    #[must_use]
    pub fn added(&self) -> usize {
        self.puts.iter().filter(|put| put.change == Change::Added).count()
    }

    /// Whether so much would be deleted that it may be a slip: more than a fifth, and more than
    /// what one page takes along.
    #[must_use]
    pub fn deletes_much(&self) -> bool {
        self.deletes.len() > 1 && self.deletes.len() * 5 > self.live
    }

    /// For people: a line a file.
    #[must_use]
    pub fn told(&self) -> String {
        let mut text = String::new();
        for put in &self.puts {
            let sign = if put.change == Change::Added { '+' } else { '~' };
            text.push_str(&format!("{sign} {} ({} bytes)\n", put.path, put.entry.size));
        }
        for path in &self.deletes {
            text.push_str(&format!("- {path}\n"));
        }
        let (added, changed) = (self.added(), self.puts.len() - self.added());
        // The release is named when it is published: by the day, and by what it says of when that was.
        text + &format!(
            "{added} added, {changed} changed, {} removed, {} unchanged",
            self.deletes.len(),
            self.unchanged
        )
    }

    /// For programs: what is put and deleted, in order, with the headers.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let put = |put: &Put<'_>| {
            json!({
                "path": put.path, "change": if put.change == Change::Added { "added" } else { "changed" },
                "size": put.entry.size, "sha256": put.entry.sha256,
                "content_type": put.entry.media_type,
                "cache_control": put.entry.class.cache_control(),
            })
        };
        let puts: Vec<Json> = self.puts.iter().map(put).collect();
        json!({ "format": 1, "release": self.release, "puts": puts, "deletes": self.deletes,
            "unchanged": self.unchanged })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash;
    use crate::release::manifest::Class;

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let entry = |path: &str, text: &str| Entry {
            size: text.len() as u64,
            sha256: hash::sha256_hex(text.as_bytes()).into(),
            media_type: "text/html".into(),
            class: if path.ends_with(".css") { Class::Immutable } else { Class::Page },
        };
        let files = files.iter().map(|(path, text)| ((*path).into(), entry(path, text)));
        Manifest::new("2021-12-30", files.collect())
    }

    #[test]
    fn only_what_differs_is_put_and_what_pages_need_comes_first() {
        let live = manifest(&[("a.html", "a"), ("b.html", "b"), ("x.1.css", "x")]);
        let to = manifest(&[("a.html", "a2"), ("c.html", "c"), ("x.2.css", "y")]);
        let to = to.keeping(Some(&live));
        let whole = Damage::default();
        let plan = Plan::new(Some(&live), &whole, &to);
        let puts: Vec<_> = plan.puts.iter().map(|put| (put.path, put.change)).collect();
        let added = Change::Added;
        assert_eq!(puts, [("x.2.css", added), ("a.html", Change::Changed), ("c.html", added)]);
        assert_eq!((&plan.deletes[..], plan.unchanged), (&["b.html"][..], 1));
        assert!(Plan::new(Some(&to), &whole, &to).is_empty());
    }

    #[test]
    fn what_is_damaged_is_put_again_and_what_should_be_gone_is_deleted() {
        let live = manifest(&[("a.html", "a"), ("b.html", "b"), ("x.1.css", "x")]);
        let names = |names: &[&str]| names.iter().map(|it| (*it).into()).collect();
        let damage = Damage { lost: names(&["b.html", "x.1.css"]), stray: names(&["old.html"]) };
        let plan = Plan::new(Some(&live), &damage, &live);
        let puts: Vec<_> = plan.puts.iter().map(|put| (put.path, put.change)).collect();
        assert_eq!(puts, [("x.1.css", Change::Changed), ("b.html", Change::Changed)]);
        assert_eq!((&plan.deletes[..], plan.unchanged), (&["old.html"][..], 1));
    }

    #[test]
    fn deleting_over_a_fifth_is_seen() {
        let pages: Vec<_> = (0..10).map(|n| (format!("{n}.html"), String::new())).collect();
        let pages: Vec<(&str, &str)> = pages.iter().map(|(a, b)| (&**a, &**b)).collect();
        let live = manifest(&pages);
        let much = |left: usize| {
            let to = manifest(&pages[..left]);
            Plan::new(Some(&live), &Damage::default(), &to).deletes_much()
        };
        assert!(!much(8) && much(7));
    }
}
