//! Where content stands, and what to say of a file that stands elsewhere.

use crate::model::id::Kind;

/// Whether a path is that of a file beside a source: an archived text.
#[must_use]
pub fn is_archived(path: &str) -> bool {
    path.rsplit_once('/').is_some_and(|(folder, _)| is_archive(folder))
}

/// Whether a folder holds the archived texts of a source.
#[must_use]
pub fn is_archive(folder: &str) -> bool {
    folder.strip_prefix("content/sources/").is_some_and(|rest| !rest.contains('/'))
}

/// Why a file below `content/` is not read, and where it belongs. Nothing for a file that is.
#[must_use]
pub fn misplaced(path: &str) -> Option<(String, String)> {
    let below = path.strip_prefix("content/").unwrap_or(path);
    let parts: Vec<&str> = below.split('/').collect();
    match parts.as_slice() {
        ["briefing.md" | "corrections.yaml"] => None,
        [folder, name] if Kind::from_folder(folder).is_some() && name.ends_with(".md") => None,
        _ => Some((format!("`{path}` is not where content is read from"), home(&parts))),
    }
}

/// Where a file belongs.
fn home(parts: &[&str]) -> String {
    let Some((name, folders)) = parts.split_last() else { return String::new() };
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_ascii_lowercase();
    if folders.is_empty() {
        let plain = stem.to_ascii_lowercase();
        let is_text = ["md", "markdown", "mdx", "txt"].contains(&ending.as_str());
        if is_text && ["briefing", "index", "readme", "_index"].contains(&plain.as_str()) {
            return "the front page is `content/briefing.md`".into();
        }
        if plain.starts_with("correction") && ["yaml", "yml"].contains(&ending.as_str()) {
            return "corrections are in `content/corrections.yaml`".into();
        }
    }
    match ending.as_str() {
        "md" | "markdown" | "mdx" | "txt" => {
            let kind = folders.first().and_then(|folder| near(folder));
            let folder = kind.map_or("<sections|actors|events|sources>", Kind::folder);
            // Some editors put an ending of theirs behind the right one.
            let stem = stem.strip_suffix(".md").unwrap_or(stem);
            format!("move it to `content/{folder}/{stem}.md`")
        }
        "yaml" | "yml" | "json" | "toml" => {
            "settings are in `dateline.yaml`; a thing's data is in its `.md` file".into()
        }
        "html" | "tera" => format!("a template belongs into `templates/`: `templates/{name}`"),
        _ => format!(
            "a picture or another file to be published belongs into `static/`: `static/{name}`; \
             a name that begins with `_` is passed over"
        ),
    }
}

/// The kind that a folder's name was meant for.
fn near(folder: &str) -> Option<Kind> {
    let folder = folder.to_ascii_lowercase();
    Kind::ALL.into_iter().find(|kind| {
        strsim::normalized_damerau_levenshtein(kind.folder(), &folder) > 0.7
            || kind.word() == folder
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_stands_in_its_folders() {
        for path in ["briefing.md", "corrections.yaml", "actors/joe.md", "sections/01-a b.md"] {
            assert_eq!(misplaced(&format!("content/{path}")), None, "{path}");
        }
    }

    #[test]
    fn a_misplaced_file_is_told_its_home() {
        for (path, home) in [
            ("foo.md", "content/<sections|actors|events|sources>/foo.md"),
            ("index.md", "content/briefing.md"),
            ("Briefing.md", "content/briefing.md"),
            ("corrections.yml", "content/corrections.yaml"),
            ("actor/joe.md", "content/actors/joe.md"),
            ("Actors/joe.md", "content/actors/joe.md"),
            ("actors/sub/x.md", "content/actors/x.md"),
            ("actors/joe.MD", "content/actors/joe.md"),
            ("actors/joe.md.txt", "content/actors/joe.md`"),
            ("events/map.png", "static/map.png"),
            ("events/page.html", "templates/page.html"),
        ] {
            let (message, help) = misplaced(&format!("content/{path}")).unwrap();
            assert!(message.contains(path) && help.contains(home), "{path}: {help}");
        }
    }

    #[test]
    fn archived_texts_are_not_content() {
        assert!(is_archive("content/sources/a-wire"));
        assert!(!is_archive("content/sources") && !is_archive("content/actors/x"));
    }
}
