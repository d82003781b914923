//! Holds the house to its plan: who may import whom, where each library lives, where effects are.
//!
//! It reads `src/` as text. What it cannot see (an effect behind a library's function) is caught by
//! `clippy.toml`.

#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests read files and may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Who may import whom. A module may import only modules that stand above it, so there are no
/// circles. Change it together with the table in `ARCHITECTURE.md`.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("capture", &[]),
    ("hash", &[]),
    ("nearest", &[]),
    ("model", &[]),
    ("citation", &["model"]),
    ("diagnostic", &["model"]),
    ("markdown", &["model"]),
    ("evidence", &["hash", "model", "diagnostic"]),
    ("release", &["hash", "model", "evidence"]),
    ("zone", &["model"]),
    ("words", &["model", "zone"]),
    ("parse", &["nearest", "model", "citation", "diagnostic", "markdown", "zone"]),
    ("link", &["hash", "nearest", "model", "diagnostic", "evidence", "zone"]),
    ("render", &["hash", "nearest", "model", "citation", "diagnostic", "release", "zone", "words"]),
    (
        "engine",
        &[
            "hash",
            "nearest",
            "model",
            "diagnostic",
            "evidence",
            "release",
            "zone",
            "parse",
            "link",
            "render",
        ],
    ),
    ("io", &["hash", "model", "diagnostic", "release"]),
    ("cli", &[]),
    (
        "commands",
        &[
            "capture",
            "hash",
            "nearest",
            "model",
            "diagnostic",
            "evidence",
            "release",
            "zone",
            "words",
            "engine",
            "io",
            "cli",
        ],
    ),
    ("main", &["cli", "commands"]),
];

/// Where each library may be named, so that it can be replaced in an afternoon. A path ends at a
/// folder, a file, or within a name; an empty one is everywhere.
const DOORS: &[(&str, &[&str])] = &[
    ("aho_corasick", &["link/", "parse/linkable.rs"]),
    ("annotate_snippets", &["diagnostic/excerpt.rs"]),
    ("anstream", &["io/"]),
    ("axum", &["io/http"]),
    ("clap", &["cli.rs", "main.rs", "commands/completions.rs"]),
    ("clap_complete", &["cli.rs", "commands/completions.rs"]),
    ("clap_mangen", &["commands/completions.rs"]),
    ("csv", &["render/data"]),
    ("encoding_rs", &["capture/decode.rs"]),
    ("fluent_bundle", &["words/messages.rs"]),
    ("foldhash", &[""]),
    ("hayagriva", &["citation/style.rs"]),
    ("html5gum", &["capture/page.rs"]),
    ("hyper", &["io/http"]),
    ("hyper_util", &["io/http"]),
    ("jiff", &["zone.rs"]),
    ("memchr", &["evidence/", "io/read/", "markdown", "parse/", "render/escape", "render/jsonld/"]),
    ("mimalloc", &["main.rs"]),
    ("signal_hook", &["io/interrupt.rs"]),
    ("getrandom", &["io/token.rs"]),
    ("notify", &["io/watch.rs"]),
    ("pulldown_cmark", &["markdown"]),
    ("pulldown_cmark_escape", &["markdown"]),
    ("rayon", &[""]),
    ("resvg", &["render/social/pixels.rs"]),
    ("rusty_s3", &["io/publish/s3"]),
    ("serde", &[""]),
    ("serde_json", &[""]),
    ("serde_yaml", &["parse/yaml.rs"]),
    ("sha2", &["hash.rs"]),
    ("similar", &["release/difference.rs"]),
    ("skrifa", &["render/social/pixels.rs"]),
    ("strsim", &[""]),
    ("tera", &["render/theme"]),
    ("tokio", &["io/http"]),
    ("unic_langid", &["parse/tags.rs", "words/messages.rs"]),
    ("unicode_normalization", &[""]),
    ("ureq", &["io/"]),
    ("walkdir", &["io/"]),
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] =
    &["utils", "util", "helpers", "helper", "common", "core", "manager", "base", "types", "misc"];

const LONGEST: usize = 400;

/// A file of `src/`.
struct File {
    /// Below `src/`, with `/`.
    path: String,
    text: String,
}

impl File {
    /// The module or file of `src/` that it belongs to.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or("");
        first.strip_suffix(".rs").unwrap_or(first)
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// Its code: no comments, no tests, with the numbers of the lines.
    fn code(&self) -> Vec<(usize, &str)> {
        if self.is_test() {
            return Vec::new();
        }
        let mut lines = Vec::new();
        let mut after_test = false;
        for (number, line) in self.text.lines().enumerate() {
            let code = without_comment(line);
            if after_test && code.trim_end().ends_with('{') && code.starts_with("mod ") {
                break;
            }
            after_test = code.trim() == "#[cfg(test)]";
            lines.push((number + 1, code));
        }
        lines
    }
}

/// A line up to `//`, unless that is part of an address in a text.
fn without_comment(line: &str) -> &str {
    let starts = line.match_indices("//").map(|(at, _)| at);
    let mut comments =
        starts.filter(|&at| at == 0 || !matches!(&line[at - 1..at], ":" | "\"" | "/"));
    comments.next().map_or(line, |at| &line[..at])
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files() -> Vec<File> {
    fn walk(folder: &Path, below: &str, files: &mut Vec<File>) {
        let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{path}/"), files);
            } else if path.ends_with(".rs") {
                files.push(File { path, text: fs::read_to_string(entry.path()).unwrap() });
            }
        }
    }
    let mut files = Vec::new();
    walk(&root().join("src"), "", &mut files);
    assert!(files.len() > 10, "src/ was not found");
    files
}

/// The names that follow `prefix::` in a line, where the prefix is a whole name.
fn after<'a>(line: &'a str, prefix: &str) -> Vec<&'a str> {
    let path = format!("{prefix}::");
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    let whole = |at: usize| !line[..at].ends_with(|c: char| in_name(c) || c == ':');
    let found = line.match_indices(&path).filter(|(at, _)| whole(*at));
    found
        .map(|(at, _)| {
            let rest = &line[at + path.len()..];
            &rest[..rest.find(|c| !in_name(c)).unwrap_or(rest.len())]
        })
        .collect()
}

/// The lines of a `mod.rs` or `lib.rs` that define something, apart from functions.
fn defines(line: &str) -> bool {
    ["struct ", "enum ", "trait ", "type ", "const ", "static ", "union "].iter().any(|word| {
        let line = line.strip_prefix("pub ").or(line.strip_prefix("pub(crate) ")).unwrap_or(line);
        line.starts_with(word) && !line.starts_with("const fn")
    })
}

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}\n  {}", faults.join("\n  "));
}

#[test]
fn the_import_table_has_no_circles() {
    let mut above = BTreeSet::new();
    for (module, imports) in MAY_IMPORT {
        for import in *imports {
            assert!(above.contains(import), "{module} may import {import}, which stands below it");
        }
        above.insert(*module);
    }
}

#[test]
fn modules_import_only_what_the_table_allows() {
    let table: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.path != "lib.rs") {
        let module = file.module();
        let Some(allowed) = table.get(module) else {
            faults.push(format!("src/{}: `{module}` is not in the table", file.path));
            continue;
        };
        let from = if module == "main" { "dateline" } else { "crate" };
        for (number, line) in file.code() {
            for import in after(line, from) {
                if import != module && !allowed.contains(&import) {
                    faults.push(format!("src/{}:{number}: {module} → {import}", file.path));
                }
            }
        }
    }
    assert_none(&faults, "imports against the table (tests/architecture.rs, ARCHITECTURE.md):");
}

#[test]
fn imports_come_from_the_defining_module() {
    let mut faults = Vec::new();
    for file in files() {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, line) in file.code() {
            let mut fault = |what: &str| faults.push(format!("src/{}:{number}: {what}", file.path));
            if line.contains("super::") {
                fault("`super::` outside tests: write the path from `crate::`");
            }
            // A library's own type may leave by its door; a macro has no path of its own, so its
            // module has to name it once more.
            let own = |export| {
                let path = line.split_once(export).map(|(_, path)| path);
                path.is_some_and(|path| path.starts_with("crate::"))
            };
            if own("pub use ") || own("pub(crate) use ") {
                fault("a re-export: import from the module that defines it");
            }
            let Some(import) = line.strip_prefix("use crate::") else { continue };
            if import.starts_with(|c: char| c == '{' || c.is_uppercase()) {
                fault("an import from the crate's root");
            }
            if import.trim_end().ends_with("::*;") {
                fault("a wildcard import");
            }
            let Some((module, names)) = import.rsplit_once("::{").or(import.rsplit_once("::"))
            else {
                continue;
            };
            // Whole modules may be named one by one; their contents come in one line.
            if names.starts_with(|c: char| c.is_lowercase()) && !import.contains('{') {
                continue;
            }
            if let Some(first) = seen.insert(module, number) {
                fault(&format!("a second line for `{module}`, which line {first} imports from"));
            }
        }
    }
    assert_none(&faults, "imports that hide where something is defined:");
}

#[test]
fn module_files_define_nothing_but_the_one_function_that_is_their_job() {
    let mut faults = Vec::new();
    for file in files().iter().filter(|f| f.path.ends_with("mod.rs") || f.path == "lib.rs") {
        let code = file.code();
        for (number, line) in code.iter().filter(|(_, line)| defines(line)) {
            faults.push(format!("src/{}:{number}: {line}", file.path));
        }
        let public = |line: &str| line.starts_with("pub fn ") || line.starts_with("pub(crate) fn ");
        let functions = code.iter().filter(|(_, line)| public(line)).count();
        if functions > usize::from(file.path != "lib.rs") {
            faults.push(format!("src/{}: {functions} public functions", file.path));
        }
    }
    assert_none(&faults, "mod.rs and lib.rs hold the map, not the things:");
}

#[test]
fn each_library_has_one_door() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("[dependencies]\n").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let names = section.lines().filter(|line| !line.starts_with('#'));
    let names: BTreeSet<String> = names
        .filter_map(|line| line.split_once(" = ").map(|(name, _)| name.replace('-', "_")))
        .collect();
    let doors: BTreeMap<&str, &[&str]> = DOORS.iter().copied().collect();
    for name in &names {
        assert!(doors.contains_key(name.as_str()), "`{name}` has no door in tests/architecture.rs");
    }
    for name in doors.keys() {
        assert!(names.contains(*name), "`{name}` has a door, but Cargo.toml does not name it");
    }
    let mut faults = Vec::new();
    for file in files() {
        for (number, line) in file.code() {
            for (library, places) in DOORS {
                let open = places.iter().any(|place| file.path.starts_with(place));
                if !open && !after(line, library).is_empty() {
                    faults.push(format!("src/{}:{number}: {library}", file.path));
                }
            }
        }
    }
    assert_none(&faults, "libraries outside their door:");
}

#[test]
fn the_fence_around_effects_has_one_gate() {
    let mut gates = Vec::new();
    for file in files() {
        for (number, line) in file.text.lines().enumerate() {
            if line.contains("clippy::disallowed_m") && !line.trim_start().starts_with("//") {
                gates.push((file.path.clone(), number + 1));
            }
        }
    }
    let elsewhere: Vec<String> = gates
        .iter()
        .filter(|(path, _)| path != "io/mod.rs")
        .map(|(path, number)| format!("src/{path}:{number}"))
        .collect();
    assert_none(&elsewhere, "effects are let through outside src/io/mod.rs:");
    assert_eq!(gates.len(), 1, "src/io/mod.rs opens the fence in one line: {gates:?}");
}

#[test]
fn names_say_what_is_inside() {
    let mut faults = Vec::new();
    for file in files() {
        let empty = |name: &str| EMPTY_NAMES.contains(&name.strip_suffix(".rs").unwrap_or(name));
        if file.path.split('/').any(empty) {
            faults.push(format!("src/{}", file.path));
        }
    }
    assert_none(&faults, "names that say nothing:");
}

#[test]
fn long_files_say_why() {
    let mut sizes: Vec<(usize, File)> =
        files().into_iter().map(|file| (file.text.lines().count(), file)).collect();
    sizes.sort_by(|(a, x), (b, y)| b.cmp(a).then(x.path.cmp(&y.path)));
    println!("the five longest files:");
    for (lines, file) in &sizes[..5] {
        println!("{lines:>5}  src/{}", file.path);
    }
    let mut faults = Vec::new();
    for (lines, file) in sizes.iter().filter(|(lines, file)| *lines > LONGEST && !file.is_test()) {
        let head = file.text.lines().take_while(|line| line.starts_with("//!"));
        let head = head.collect::<Vec<_>>().join(" ").to_lowercase();
        if !head.contains("long because") {
            faults.push(format!("src/{}: {lines} lines", file.path));
        }
    }
    let rule =
        format!("over {LONGEST} lines, and no sentence `Long because …` in the module's doc:");
    assert_none(&faults, &rule);
}

#[test]
fn the_map_is_true() {
    let map =
        fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is missing");
    let mut faults = Vec::new();

    // Everything that is there is on the map.
    let mut modules: BTreeSet<String> = BTreeSet::new();
    for file in files() {
        let parts: Vec<&str> = file.path.split('/').collect();
        for depth in 1..parts.len() {
            modules.insert(format!("{}/", parts[..depth].join("/")));
        }
        if parts.len() == 1 {
            modules.insert(file.path);
        }
    }
    for module in &modules {
        let last = module.trim_end_matches('/').rsplit('/').next().unwrap_or(module);
        let name = if module.ends_with('/') { format!("{last}/") } else { last.to_owned() };
        if !map.contains(&name) {
            faults.push(format!("src/{module} is not on it"));
        }
    }

    // Everything on the map is there.
    let end = |c: char| !(c.is_ascii_alphanumeric() || "/._-".contains(c));
    for (at, _) in map.match_indices("src/") {
        let rest = &map[at..];
        let path = rest[..rest.find(end).unwrap_or(rest.len())].trim_end_matches(['.', '/']);
        if !root().join(path).exists() {
            faults.push(format!("it names {path}, which does not exist"));
        }
    }

    // A row of the table headed "may import" gives a module and what it may import.
    let (mut rows, mut before, mut heading) = (0, "", "");
    for line in map.lines() {
        if line.starts_with('|') && !before.starts_with('|') {
            heading = line;
        }
        before = line;
        if !line.starts_with("| `") || !heading.contains("may import") {
            continue;
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        let names = |cell: &str| {
            let names = cell.split('`').skip(1).step_by(2);
            names.map(|name| name.trim_end_matches('/').to_owned()).collect::<BTreeSet<_>>()
        };
        let (module, imports) = (names(cells[0]), names(cells.last().unwrap_or(&"")));
        let row = MAY_IMPORT.iter().find(|(name, _)| module.contains(*name));
        let Some((name, allowed)) = row else {
            faults
                .push(format!("its import table has a row for {module:?}, which the test has not"));
            continue;
        };
        rows += 1;
        let allowed: BTreeSet<String> = allowed.iter().map(ToString::to_string).collect();
        if imports != allowed {
            faults.push(format!("its row for {name} says {imports:?}, the test {allowed:?}"));
        }
    }
    if rows != MAY_IMPORT.len() {
        faults.push(format!("its import table has {rows} of {} rows", MAY_IMPORT.len()));
    }
    assert_none(&faults, "ARCHITECTURE.md:");
}
