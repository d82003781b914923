//! Same input, same bytes: whatever the order of files and the number of threads, and whether it was
//! read at once or came by edits.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "tests may fail"
)]

mod fixture;

use std::collections::BTreeMap;

use dateline::engine::Engine;
use dateline::model::project::Project;

type Files = BTreeMap<String, String>;

fn example() -> Project {
    fixture::own_project()
}

fn in_threads(threads: usize, project: &Project) -> BTreeMap<String, Vec<u8>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| fixture::outputs(&fixture::compiled(project.clone())))
}

#[test]
fn order_of_files_and_threads_change_nothing() {
    let project = example();
    let expected = in_threads(1, &project);
    assert!(expected.len() > 70);
    let mut backwards = project.clone();
    backwards.content.reverse();
    for (threads, project) in [(2, &project), (7, &project), (3, &backwards)] {
        assert!(in_threads(threads, project) == expected, "{threads} threads");
    }
}

/// A generator that gives the same numbers everywhere (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// One thing that an author may do to a site; some of them break it.
fn edit(files: &mut Files, dice: &mut Dice, step: usize) {
    let paths: Vec<String> = files.keys().filter(|path| path.ends_with(".md")).cloned().collect();
    let path = paths[dice.below(paths.len())].clone();
    let text = files.get_mut(&path).unwrap();
    match dice.below(9) {
        0 | 1 => text.push_str(&format!("\nA new paragraph {step}. It names no one.\n")),
        2 => *text = text.replacen("name: ", &format!("name: New {step} "), 1),
        3 => *text = text.replacen("title: ", &format!("title: New {step} "), 1),
        4 => *text = text.replacen("---\n", "---\ndraft: true\n", 1),
        5 => *text = text.replace("draft: true\n", ""),
        6 => {
            let id = format!("content/actors/added-{step}.md");
            let page = format!("---\nname: Added {step}\nkind: person\n---\nText of {step}.\n");
            files.insert(id, page);
        }
        7 => {
            let added: Vec<_> = paths.iter().filter(|path| path.contains("added-")).collect();
            if let Some(path) = added.first() {
                files.remove(*path);
            }
        }
        _ => {
            let settings = files.get_mut("dateline.yaml").unwrap();
            *settings = settings.replacen("title: ", &format!("title: S{step} "), 1);
        }
    }
}

/// Every output, or what is wrong with it.
fn all(engine: &Engine) -> BTreeMap<String, String> {
    let made = engine.outputs().iter().map(|output| {
        let made = engine.make(output).map_err(|wrong| wrong.len());
        (output.path.to_string(), format!("{made:?}"))
    });
    made.chain([("diagnostics".to_owned(), fixture::all_said(engine.diagnostics()).join("\n"))])
        .collect()
}

#[test]
fn edits_lead_to_the_same_bytes_as_a_fresh_build() {
    let steps = if fixture::all_wanted() { 1_000 } else { 60 };
    let mut dice = Dice(0x5eed);
    let mut files = fixture::files(fixture::SITE);
    let mut engine = fixture::compiled(fixture::project_of(&files));
    for step in 0..steps {
        edit(&mut files, &mut dice, step);
        engine.apply(fixture::project_of(&files), Vec::new());
        let fresh = fixture::compiled(fixture::project_of(&files));
        assert!(all(&engine) == all(&fresh), "after step {step}");
    }
}
