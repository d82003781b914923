//! What may have been meant by a name that is not there: the nearest one, or a few that are near,
//! never all of a long list.

use crate::nearest::nearest;

/// How many are offered where none is near enough to be meant.
const MOST: usize = 4;

/// How alike names are that are worth a look.
const LIKE: f64 = 0.6;

/// Help for a name that is not there.
#[must_use]
pub fn offer<'k>(name: &str, known: impl IntoIterator<Item = &'k str>, otherwise: &str) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(name, known.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    let mut alike: Vec<(f64, &str)> = known
        .into_iter()
        .map(|known| (strsim::jaro_winkler(name, known), known))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    alike.truncate(MOST);
    match alike.as_slice() {
        [] => otherwise.to_owned(),
        some => {
            let some: Vec<String> = some.iter().map(|(_, name)| format!("`{name}`")).collect();
            format!("the nearest there are: {}; {otherwise}", some.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::offer;

    #[test]
    fn a_near_name_is_offered_a_few_alike_are_and_else_what_helps() {
        let known = ["heading", "title", "kind"];
        assert_eq!(offer("headin", known, "look"), "did you mean `heading`?");
        assert_eq!(offer("lit", known, "look"), "the nearest there are: `title`; look");
        assert_eq!(offer("xyz", known, "look"), "look");
    }
}
