//! What is written, in which order it is put in place, and into which folders.

use std::collections::BTreeSet;

use crate::io::write::error::Refusal;
use crate::model::site::{Output, What};

/// The outputs, ordered and checked.
#[derive(Debug)]
pub struct Plan<'a> {
    /// As they were given.
    pub outputs: &'a [Output],
    /// Their numbers, in the order of being put in place.
    pub order: Vec<u32>,
    /// The folders that they stand in, parents first.
    pub folders: BTreeSet<&'a str>,
    /// Their paths.
    pub paths: BTreeSet<&'a str>,
}

impl<'a> Plan<'a> {
    /// Plans.
    ///
    /// # Errors
    /// Where a path would leave the folder, or stands for two outputs. The linker reports both to
    /// the author; this is the last line.
    pub fn of(outputs: &'a [Output]) -> Result<Self, Refusal> {
        let help = "this is a fault of the program: please report it";
        let mut plan =
            Plan { outputs, order: Vec::new(), folders: BTreeSet::new(), paths: BTreeSet::new() };
        for output in outputs {
            let path = &*output.path;
            if !is_inside(path) {
                return Err(Refusal::new(format!("`{path}` is not a path inside the site"), help));
            }
            if !plan.paths.insert(path) {
                return Err(Refusal::new(format!("two files would stand at `{path}`"), help));
            }
            plan.folders.extend(parents(path));
        }
        let mut order: Vec<u32> = (0..u32::try_from(outputs.len()).unwrap_or(u32::MAX)).collect();
        order.sort_by_key(|number| plan.output(*number).map(|o| (rank(&o.what), &o.path)));
        plan.order = order;
        Ok(plan)
    }

    /// The output of a number.
    #[must_use]
    pub fn output(&self, number: u32) -> Option<&'a Output> {
        self.outputs.get(number as usize)
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
        What::Asset(_) => 0,
        What::Entity(_)
        | What::Mentions(..)
        | What::TimelineYear(..)
        | What::TimelineActor(..)
        | What::Redirect(_) => 1,
        What::List(..)
        | What::Timeline
        | What::Quotes(_)
        | What::Evidence
        | What::Corrections
        | What::NotFound => 2,
        What::Front => 3,
        What::Sitemap
        | What::Robots
        | What::BriefingJson
        | What::EvidenceJson
        | What::QuotesCsv
        | What::EventsCsv => 4,
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
        assert_eq!(plan.order, [4, 3, 2, 1, 0]);
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
