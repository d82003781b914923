//! `new KIND NAME`: a file that builds as it is and teaches what else it may say.

use std::path::{Path, PathBuf};

use crate::cli::{Everywhere, New, NewKind};
use crate::commands::naming::{id, name, yaml};
use crate::commands::refusal::Refusal;
use crate::commands::start;
use crate::commands::stop::Stop;
use crate::engine::former;
use crate::io::{edit, read, terminal};
use crate::model::file_name::{FileName, ordered};
use crate::model::id::{Kind, Slug};
use crate::model::project::Project;
use crate::zone::Zone;

/// Begins a briefing, or a page of one.
///
/// # Errors
/// Where no file is made.
pub fn run(new: &New, everywhere: &Everywhere) -> Result<(), Stop> {
    let now = start::now(everywhere)?;
    let today = Zone::utc().local(now).day.to_string();
    let given = new.name.join(" ");
    let (root, files, next) = match kind(new.kind) {
        None => {
            let folder = everywhere.root.clone().unwrap_or_default().join(&given);
            let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
            if !edit::is_free(&folder)? {
                return Err(not_free(&folder).into());
            }
            let next = format!("{}`dateline serve --open`", into(&folder));
            (folder, briefing(&given, &today), next)
        }
        Some(kind) => {
            let root = start::root(everywhere)?;
            let (project, _) = read::project(&root, now, true)?;
            let file = page(kind, &given, &project, &today)?;
            let next =
                "open the file in your editor; its comments list the fields that it may have";
            (root, vec![file], next.to_owned())
        }
    };
    let texts: Vec<_> = files.iter().map(|file| (&*file.path, file.text.as_bytes())).collect();
    edit::create(&root, &texts)?;
    for file in &files {
        terminal::result(&format!("wrote {}", file.path));
    }
    terminal::report(&format!("next: {next}"));
    Ok(())
}

/// How to get into a folder; nothing where that is the one that one is in.
fn into(folder: &Path) -> String {
    let shown = folder.display().to_string();
    match shown.as_str() {
        "." | "" => "type ".to_owned(),
        plain if !plain.contains(char::is_whitespace) => format!("type `cd {plain}`, then "),
        spaced => format!("type `cd \"{spaced}\"`, then "),
    }
}

fn not_free(folder: &Path) -> Refusal {
    Refusal::new(
        format!("the folder `{}` is not empty", folder.display()),
        "name one that is empty or not there yet: `dateline new briefing my-briefing`",
    )
}

/// A file to be made; nothing is ever overwritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its path below the briefing's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The kind of page that is begun; none for a whole briefing.
#[must_use]
pub fn kind(new: NewKind) -> Option<Kind> {
    match new {
        NewKind::Briefing => None,
        NewKind::Section => Some(Kind::Section),
        NewKind::Actor => Some(Kind::Actor),
        NewKind::Event => Some(Kind::Event),
        NewKind::Source => Some(Kind::Source),
    }
}

/// A page for a briefing that exists. `today` stands where a date is needed: `2021-12-30`.
///
/// # Errors
/// Where no id can be made of the name, or the id is in use.
pub fn page(kind: Kind, given: &str, project: &Project, today: &str) -> Result<NewFile, Refusal> {
    let given = if kind == Kind::Section { without_order(given.trim()) } else { given };
    let id = id(given)?;
    let names =
        project.content.iter().filter_map(|file| Some((file, FileName::of(&file.path).ok()?)));
    let mut last = 0;
    for (file, taken) in names {
        if taken.id == id {
            return Err(in_use(&id, &file.path));
        }
        last = last.max(taken.order.unwrap_or(0));
    }
    if let Some(file) = project.content.iter().find(|file| former::had(file, id.as_str())) {
        return Err(was_in_use(&id, &file.path));
    }
    let name = name(given, kind == Kind::Actor);
    let (stem, skeleton) = match kind {
        Kind::Section => {
            (format!("{:02}-{id}", last.saturating_add(1)), include_str!("skeletons/section.md"))
        }
        Kind::Actor => (id.to_string(), include_str!("skeletons/actor.md")),
        Kind::Event => (id.to_string(), include_str!("skeletons/event.md")),
        Kind::Source => (id.to_string(), include_str!("skeletons/source.md")),
    };
    let text = skeleton.replace("{id}", id.as_str()).replace("{today}", today);
    Ok(NewFile {
        path: format!("content/{}/{stem}.md", kind.folder()),
        text: text.replacen("{name}", &yaml(&name), 1),
    })
}

/// A section's name without the number that its file begins with. Only an id in its place (`07-talks`)
/// can have one: a name (`2-part talks`) and a date (`2021-12-30-talks`) are what they are.
fn without_order(given: &str) -> &str {
    let (_, rest) = ordered(given);
    let is_id = Slug::new(given).is_some();
    let is_date = given.len() - rest.len() > "999-".len();
    if is_id && !is_date { rest } else { given }
}

fn in_use(id: &Slug, path: &str) -> Refusal {
    Refusal::new(
        format!("the id `{id}` is in use: `{path}`"),
        "ids are unique across kinds; give another name, and write the name that you want into the file",
    )
}

fn was_in_use(id: &Slug, path: &str) -> Refusal {
    Refusal::new(
        format!("`{id}` is a former id of another page, whose old address leads on: `{path}`"),
        "give another name, and write the name that you want into the file; or take the id out of \
         `former_ids` there",
    )
}

/// A whole briefing, for an empty folder of that name.
#[must_use]
pub fn briefing(folder: &str, today: &str) -> Vec<NewFile> {
    let last = folder.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or("");
    let title = if last.is_empty() || last.starts_with('.') { "my-briefing" } else { last };
    let title = yaml(&name(title, false));
    let files = [
        ("dateline.yaml", include_str!("skeletons/briefing/dateline.yaml")),
        (".gitignore", include_str!("skeletons/briefing/gitignore")),
        ("content/briefing.md", include_str!("skeletons/briefing/briefing.md")),
        ("content/sections/01-the-plan.md", include_str!("skeletons/briefing/section.md")),
        ("content/actors/example-agency.md", include_str!("skeletons/briefing/actor.md")),
        ("content/events/example-announcement.md", include_str!("skeletons/briefing/event.md")),
        ("content/sources/example-statement.md", include_str!("skeletons/briefing/source.md")),
        (
            "content/sources/example-statement/statement.txt",
            include_str!("skeletons/briefing/statement.txt"),
        ),
    ];
    let filled = |text: &str| text.replace("{today}", today).replacen("{name}", &title, 1);
    let files = files.into_iter();
    files.map(|(path, text)| NewFile { path: path.to_owned(), text: filled(text) }).collect()
}

#[cfg(test)]
mod tests {
    use super::{briefing, page};
    use crate::model::id::Kind;
    use crate::model::place::TextFile;
    use crate::model::project::Project;

    const TODAY: &str = "2021-12-30";

    fn project(paths: &[&str]) -> Project {
        let content = paths.iter().map(|path| TextFile::new(*path, "")).collect();
        Project { content, ..Project::default() }
    }

    #[test]
    fn a_section_comes_after_the_last() {
        let sections =
            ["content/sections/02-a.md", "content/sections/11-b.md", "content/sections/c.md"];
        let new = page(Kind::Section, "Full support", &project(&sections), TODAY).unwrap();
        assert_eq!(new.path, "content/sections/12-full-support.md");
        let new = page(Kind::Section, "Opening", &project(&[]), TODAY).unwrap();
        assert_eq!(new.path, "content/sections/01-opening.md");
        let new = page(Kind::Section, "07-full-support", &project(&sections), TODAY).unwrap();
        assert_eq!(new.path, "content/sections/12-full-support.md");
        assert!(new.text.starts_with("---\ntitle: Full support\n"));
    }

    #[test]
    fn a_number_that_a_sections_name_begins_with_stays() {
        for (given, stem, title) in [
            ("2021-12-30 A name", "2021-12-30-a-name", "'2021-12-30 A name'"),
            ("2021-12-30-a-name", "2021-12-30-a-name", "'2021 12 30 a name'"),
            ("2-part talks", "2-part-talks", "'2-part talks'"),
            ("2021-2022", "2021-2022", "'2021 2022'"),
        ] {
            let new = page(Kind::Section, given, &project(&[]), TODAY).unwrap();
            assert_eq!(new.path, format!("content/sections/01-{stem}.md"));
            assert!(new.text.starts_with(&format!("---\ntitle: {title}\n")), "{}", new.text);
        }
    }

    #[test]
    fn a_name_that_yaml_would_misread_is_quoted() {
        let new = page(Kind::Actor, "Dr. No: the man {name}", &project(&[]), TODAY).unwrap();
        assert!(new.text.starts_with("---\nname: 'Dr. No: the man {name}'\n"), "{}", new.text);
    }

    #[test]
    fn an_id_in_use_under_any_kind_is_refused() {
        let taken = project(&["content/events/01-nato.md", "content/sections/01-nato.md"]);
        let refusal = page(Kind::Actor, "NATO", &taken, TODAY).unwrap_err();
        assert!(refusal.message.contains("content/sections/01-nato.md"), "{refusal}");
    }

    #[test]
    fn a_former_id_is_in_use() {
        let text = "---\nname: New\nkind: person\nformer_ids: [old-one]\n---\n";
        let content = vec![TextFile::new("content/actors/new-one.md", text)];
        let taken = Project { content, ..Project::default() };
        let refusal = page(Kind::Event, "Old one", &taken, TODAY).unwrap_err();
        assert!(refusal.message.contains("content/actors/new-one.md"), "{refusal}");
        assert!(page(Kind::Event, "Old", &taken, TODAY).is_ok());
    }

    #[test]
    fn a_briefing_is_named_after_its_folder() {
        for (folder, title) in [
            ("my-briefing", "My briefing"),
            ("drafts/Geneva talks/", "Geneva talks"),
            (".", "My briefing"),
            ("2021", "'2021'"),
        ] {
            let files = briefing(folder, TODAY);
            assert!(files[0].text.contains(&format!("\ntitle: {title}\n")), "{}", files[0].text);
        }
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        for kind in Kind::ALL {
            let new = page(kind, "A name", &project(&[]), TODAY).unwrap();
            assert!(!new.text.contains(['{', '}']), "{}", new.path);
        }
        for file in briefing("x", TODAY) {
            assert!(!file.text.contains(['{', '}']), "{}", file.path);
        }
    }
}
