//! What may have been meant by a name that is not there: the nearest one, or a few that are near,
//! never all of a long list.

use crate::nearest::nearest;

/// How many are offered where none is near enough to be meant.
const MOST: usize = 4;

/// How alike names are that are worth a look.
const LIKE: f64 = 0.7;

/// How many names are few enough to be told all.
const FEW: usize = 12;

/// Help for a name that is not there.
#[must_use]
pub fn offer<'k>(name: &str, known: impl IntoIterator<Item = &'k str>, otherwise: &str) -> String {
    of_these(name, known.into_iter().collect(), otherwise)
}

fn of_these(name: &str, known: Vec<&str>, otherwise: &str) -> String {
    if let Some(near) = nearest(name, known.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    let listed = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(", ")
    };
    if (1..=FEW).contains(&known.len()) {
        return format!("there are: {}", listed(&known));
    }
    let mut alike: Vec<(f64, &str)> = known
        .into_iter()
        .map(|known| (strsim::jaro_winkler(name, known), known))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    alike.truncate(MOST);
    let alike: Vec<&str> = alike.into_iter().map(|(_, name)| name).collect();
    match alike.as_slice() {
        [] => otherwise.to_owned(),
        some => format!("the nearest are: {}; {otherwise}", listed(some)),
    }
}

#[cfg(test)]
mod tests {
    use super::offer;

    #[test]
    fn a_near_name_is_offered_a_few_are_listed_and_of_many_those_alike() {
        let few = ["heading", "title", "kind"];
        assert_eq!(offer("headin", few, "look"), "did you mean `heading`?");
        assert_eq!(offer("xyz", few, "look"), "there are: `heading`, `title`, `kind`");
        assert_eq!(offer("xyz", [], "look"), "look");
        let many =
            ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj", "kk", "summary", "ll"];
        assert_eq!(offer("xxmxary", many, "look"), "the nearest are: `summary`; look");
        assert_eq!(offer("xyz", many, "look"), "look");
    }
}
