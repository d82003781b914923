//! What is written, into which folders, and in which order it is put in place.

use std::collections::{BTreeSet, HashSet};

use foldhash::fast::FixedState;

use crate::io::write::error::Refusal;
use crate::model::site::{Output, What};

/// The outputs, checked.
#[derive(Debug)]
pub struct Plan<'a> {
    /// As they were given.
    pub outputs: &'a [Output],
    /// The folders that they stand in, parents first.
    pub folders: BTreeSet<&'a str>,
    paths: HashSet<&'a str, FixedState>,
}

impl<'a> Plan<'a> {
    /// Plans.
    ///
    /// # Errors
    /// Where a path would leave the folder, or stands for two outputs. The linker reports both to
    /// the author; this is the last line.
    pub fn of(outputs: &'a [Output]) -> Result<Self, Refusal> {
        let help = "this is a fault of the program: please report it";
        let paths = HashSet::with_capacity_and_hasher(outputs.len(), FixedState::default());
        let mut plan = Plan { outputs, folders: BTreeSet::new(), paths };
        let mut last = "";
        for output in outputs {
            let path = &*output.path;
            if !is_inside(path) {
                return Err(Refusal::new(format!("`{path}` is not a path inside the site"), help));
            }
            if !plan.paths.insert(path) {
                return Err(Refusal::new(format!("two files would stand at `{path}`"), help));
            }
            let folder = parents(path).next_back().unwrap_or("");
            if folder != last {
                plan.folders.extend(parents(path));
                last = folder;
            }
        }
        Ok(plan)
    }

    /// Whether there is an output at a path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// The paths, in the order of the outputs.
    pub fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.outputs.iter().map(|output| &*output.path)
    }

    /// The outputs with something for each, in the order of being put in place.
    #[must_use]
    pub fn in_order<'b, T>(&self, with: &'b [T]) -> Vec<(usize, &'a Output, &'b T)> {
        let mut all: Vec<_> =
            self.outputs.iter().zip(with).enumerate().map(|(n, (o, it))| (n, o, it)).collect();
        all.sort_by_key(|(_, output, _)| (rank(&output.what), &output.path));
        all
    }
}

/// Whether a path stays inside: plain names with `/` between them, and none that we need.
#[must_use]
pub fn is_inside(path: &str) -> bool {
    let plain = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(['\\', '\0']);
    path.split('/').all(plain) && !path.starts_with(".dateline")
}

/// The folders that a path stands in, the nearest last.
pub fn parents(path: &str) -> impl DoubleEndedIterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}

/// At every moment a page that is there has what it needs, and a page that is named is there.
#[must_use]
pub fn rank(what: &What) -> u8 {
    match what {
        What::Asset(_) | What::Manifest | What::SocialCard => 0,
        What::Entity(_)
        | What::Mentions(..)
        | What::TimelineYear(..)
        | What::TimelineActor(..)
        | What::Redirect(..) => 1,
        What::List(..)
        | What::Timeline
        | What::Quotes(_)
        | What::Evidence
        | What::Corrections
        | What::Positions
        | What::Relations(_)
        | What::Versions
        | What::Print
        | What::Search
        | What::NotFound => 2,
        What::Front => 3,
        What::Sitemap(_)
        | What::Robots
        | What::BriefingJson
        | What::EvidenceJson
        | What::AnnotationsJson
        | What::QuotesCsv
        | What::EventsCsv
        | What::Calendar
        | What::Feed
        | What::FeedJson
        | What::References(_)
        | What::Host(_)
        | What::SearchIndex(_)
        | What::Cards(_) => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::EntityId;

    fn output(path: &str, what: What) -> Output {
        Output { path: path.into(), what }
    }

    #[test]
    fn pages_come_after_what_they_need_and_before_what_leads_to_them() {
        let outputs = [
            output("briefing.json", What::BriefingJson),
            output("index.html", What::Front),
            output("timeline.html", What::Timeline),
            output("actors/b.html", What::Entity(EntityId(1))),
            output("actors/a.html", What::Entity(EntityId(0))),
        ];
        let plan = Plan::of(&outputs).unwrap();
        let order: Vec<_> = plan.in_order(&outputs).iter().map(|(number, ..)| *number).collect();
        assert_eq!(order, [4, 3, 2, 1, 0]);
        assert_eq!(plan.folders.into_iter().collect::<Vec<_>>(), ["actors"]);
    }

    #[test]
    fn no_path_leaves_the_folder() {
        for path in ["/etc/passwd", "../x", "a/../../x", "a//b", "", "a/", "./a", "a\\b", "a/."] {
            assert!(!is_inside(path), "{path}");
        }
        assert!(is_inside("a/b.html") && is_inside(".well-known/x") && is_inside("a..b"));
        let twice = [output("x", What::Front), output("x", What::Front)];
        assert!(Plan::of(&twice).is_err());
    }
}
