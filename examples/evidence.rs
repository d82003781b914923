//! What checking quotations costs: a site of invented sources with archived texts, written to a folder,
//! and the time that checking adds to a compile and to an edit elsewhere.
//!
//! `cargo run --release --example evidence -- FOLDER 1000 50000`

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a program of its own, for measuring"
)]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use dateline::engine::Engine;
use dateline::hash::sha256_hex;
use dateline::io::read;
use dateline::model::place::TextFile;
use dateline::model::project::Project;

/// Numbers that are the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

fn text(numbers: &mut Numbers, words: &[String], bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 100);
    while text.len() < bytes {
        let word = &words[numbers.below(words.len())];
        match numbers.below(20) {
            0 => text.push_str(&format!("“{word}”")),
            1 => text.push_str(&format!("{word}’s")),
            2 => text.push_str(&format!("{word},")),
            _ => text.push_str(word),
        }
        text.push_str(if numbers.below(80) == 0 { ".\n\n" } else { " " });
    }
    text
}

fn write(folder: &Path, sources: usize, bytes: usize) {
    let mut numbers = Numbers(1);
    let letters: Vec<char> = ('a'..='z').collect();
    let word = |numbers: &mut Numbers| -> String {
        (0..2 + numbers.below(8)).map(|_| letters[numbers.below(letters.len())]).collect()
    };
    let words: Vec<String> = (0..5000).map(|_| word(&mut numbers)).collect();
    let put = |path: &str, text: &str| {
        let full = folder.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    };
    put("dateline.yaml", "title: Evidence\nlanguage: en\n");
    put("content/briefing.md", "---\ntitle: Evidence\nsummary: x\nas_of: 2021-12-30\n---\nText.\n");
    put("content/actors/joe.md", "---\nname: Joe Doe\nkind: person\n---\nText.\n");
    let mut sections = vec![String::new(); sources.div_ceil(50)];
    for number in 0..sources {
        let text = text(&mut numbers, &words, bytes);
        // A word in the middle, and those after it.
        let middle = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
        let from = middle + text[middle..].find(' ').unwrap();
        let quoted: Vec<&str> = text[from..].split_whitespace().take(20).collect();
        let quoted = quoted.join(" ").replace('“', "‘").replace('”', "’");
        let hash = sha256_hex(text.as_bytes());
        put(&format!("content/sources/s{number}/text.txt"), &text);
        put(
            &format!("content/sources/s{number}.md"),
            &format!(
                "---\ntitle: Source {number}\nkind: report\nby: joe\nlanguage: en\narchive:\n  text: text.txt\n  sha256: {hash}\n---\nText.\n"
            ),
        );
        sections[number / 50].push_str(&format!("He said “{quoted}” [@s{number}].\n\n"));
    }
    for (number, body) in sections.iter().enumerate() {
        let path = format!("content/sections/{:02}-part{number}.md", number + 1);
        put(&path, &format!("---\ntitle: Part {number}\nsummary: s\n---\n{body}"));
    }
}

/// The best of five, in milliseconds.
fn best(mut run: impl FnMut()) -> f64 {
    let mut timed = |_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..5).map(&mut timed).fold(f64::INFINITY, f64::min)
}

/// What compiling takes, and compiling again after an edit of the front page.
fn measured(project: &Project) -> (f64, f64) {
    let cold = best(|| drop(Engine::new(project.clone(), Vec::new())));
    let mut engine = Engine::new(project.clone(), Vec::new());
    let mut edited = project.clone();
    let front = edited.content.iter_mut().find(|it| it.path.ends_with("briefing.md")).unwrap();
    *front = TextFile::new(&*front.path, front.text.replace("Text.", "Other text."));
    let mut turn = false;
    let edit = best(|| {
        turn = !turn;
        engine.apply(if turn { edited.clone() } else { project.clone() }, Vec::new());
    });
    (cold, edit)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number =
        |at: usize, other: usize| arguments.get(at).map_or(other, |it| it.parse().unwrap());
    let folder = Path::new(&arguments[0]);
    write(folder, number(1, 1000), number(2, 50_000));
    let (project, _) = read::project(folder, 0, false).unwrap();
    let mut without = project.clone();
    without.archives.clear();
    for file in &mut without.content {
        let (head, tail) = file.text.split_once("archive:\n").unwrap_or((&file.text, "---\n"));
        let tail = tail.split_once("---\n").map_or("", |(_, tail)| tail);
        let text = if head.len() < file.text.len() {
            format!("{head}---\n{tail}")
        } else {
            head.to_owned()
        };
        *file = Arc::clone(&TextFile::new(&*file.path, text));
    }
    let (with, without) = (measured(&project), measured(&without));
    println!("compile: {:.1} ms with archived texts, {:.1} ms without", with.0, without.0);
    println!("an edit of the front page: {:.2} ms with, {:.2} ms without", with.1, without.1);
}
