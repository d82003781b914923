//! What the path of a content file says: of which kind it is, its id, and a section's order.

use crate::model::id::{Kind, Slug};

/// What the path of a content file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// The kind; none for the front page.
    pub kind: Option<Kind>,
    /// The id; `briefing` for the front page.
    pub id: Slug,
    /// The digits that a section's name begins with.
    pub order: Option<u64>,
}

/// Ids that would be confused with the front page or with the program's own pages.
pub const RESERVED: &[&str] = &["briefing"];

/// Whether Windows takes a name, whatever its ending, for that of a device: no file can have it there.
#[must_use]
pub fn is_device(name: &str) -> bool {
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    DEVICES.contains(&stem.as_str())
        || numbered.is_some_and(|rest| {
            rest.chars().count() == 1 && rest.contains(|c: char| "0123456789¹²³".contains(c))
        })
}

/// The name that a content file with an unfit name may have instead.
#[must_use]
pub fn fitting(path: &str) -> Option<String> {
    let stem = path.rsplit('/').next().unwrap_or(path).strip_suffix(".md")?;
    let lower = stem.chars().flat_map(char::to_lowercase);
    let dashed: String = lower.map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = dashed.split('-').filter(|part| !part.is_empty()).collect();
    let id = Slug::new(&parts.join("-"))?;
    let own = ordered(id.as_str()).1;
    let number = id.as_str().strip_suffix(own).unwrap_or("");
    let the = if is_device(own) || RESERVED.contains(&own) { "the-" } else { "" };
    stem.is_ascii().then(|| format!("{number}{the}{own}.md"))
}

impl FileName {
    /// Reads a path relative to the site's root: `content/actors/joe-biden.md`.
    ///
    /// # Errors
    /// What a good name is, where it is none.
    pub fn of(path: &str) -> Result<Self, &'static str> {
        const RULE: &str = "an id has `a-z`, `0-9` and dashes inside, at most 120";
        let stem = path.rsplit('/').next().unwrap_or(path).strip_suffix(".md").ok_or(RULE)?;
        let folder = path.strip_prefix("content/").and_then(|rest| rest.split_once('/'));
        let Some((folder, _)) = folder else {
            return Ok(FileName { kind: None, id: Slug::front(), order: None });
        };
        let kind = Kind::from_folder(folder).ok_or(RULE)?;
        let (order, id) = if kind == Kind::Section { ordered(stem) } else { (None, stem) };
        let id = Slug::new(id).ok_or(RULE)?;
        if RESERVED.contains(&id.as_str()) {
            return Err("this name stands for something else: choose another");
        }
        if is_device(id.as_str()) {
            return Err("on Windows this is the name of a device, and no file can have it");
        }
        Ok(FileName { kind: Some(kind), id, order })
    }
}

/// The digits that order a section: `02-full-support` is the second, `full-support`.
#[must_use]
pub fn ordered(stem: &str) -> (Option<u64>, &str) {
    match stem.split_once('-') {
        Some((digits, id)) if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() => {
            (digits.parse().ok(), id)
        }
        Some(_) | None => (None, stem),
    }
}

#[cfg(test)]
mod tests {
    use super::{FileName, Kind, fitting};

    #[test]
    fn a_path_gives_kind_id_and_order() {
        let name = FileName::of("content/sections/02-full-support.md").unwrap();
        assert_eq!(
            (name.kind, name.id.as_str(), name.order),
            (Some(Kind::Section), "full-support", Some(2))
        );
        let name = FileName::of("content/actors/2-plus-4.md").unwrap();
        assert_eq!(
            (name.kind, name.id.as_str(), name.order),
            (Some(Kind::Actor), "2-plus-4", None)
        );
        let name = FileName::of("content/briefing.md").unwrap();
        assert_eq!((name.kind, name.id.as_str()), (None, "briefing"));
    }

    #[test]
    fn names_that_stand_for_something_else_are_refused_and_another_is_offered() {
        for (path, other) in [
            ("content/actors/con.md", "the-con.md"),
            ("content/events/AUX.md", "the-aux.md"),
            ("content/sections/01-com1.md", "01-the-com1.md"),
            ("content/sections/03-briefing.md", "03-the-briefing.md"),
            ("content/actors/briefing.md", "the-briefing.md"),
        ] {
            assert!(FileName::of(path).is_err(), "{path}");
            assert_eq!(fitting(path).as_deref(), Some(other));
        }
        assert!(FileName::of("content/actors/con-air.md").is_ok());
        assert_eq!(fitting("content/sections/02-B.md").as_deref(), Some("02-b.md"));
    }

    #[test]
    fn other_names_are_refused() {
        for path in ["Joe Biden.md", "joe_biden.md", "-joe.md", "briefing.md", "joe.txt"] {
            assert!(FileName::of(&format!("content/actors/{path}")).is_err(), "{path}");
        }
    }
}
