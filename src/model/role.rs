//! Which office an actor held on a day.

use crate::model::day::Day;
use crate::model::entity::{Actor, Role};

/// The first of the actor's roles whose time holds the day; else the only role without any time.
///
/// Where the day is not known, only the latter counts: a role is never guessed.
#[must_use]
pub fn role_at(actor: &Actor, day: Option<Day>) -> Option<&Role> {
    let dated =
        day.and_then(|day| actor.roles.iter().find(|role| is_dated(role) && holds(role, day)));
    dated.or_else(|| {
        let mut undated = actor.roles.iter().filter(|role| !is_dated(role));
        undated.next().filter(|_| undated.next().is_none())
    })
}

fn is_dated(role: &Role) -> bool {
    role.from.is_some() || role.to.is_some()
}

/// A role "from 2021" may have begun on any day of that year: the year's first counts, and of its
/// end the last.
fn holds(role: &Role, day: Day) -> bool {
    let begun = role.from.as_ref().and_then(|from| from.first_day()).is_none_or(|from| from <= day);
    let ended = role.to.as_ref().and_then(|to| to.last_day()).is_some_and(|to| to < day);
    begun && !ended
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::entity::ActorKind;
    use crate::model::when::{Date, Detail, Shape, When};

    fn year(year: i32) -> When {
        let date = Date { year, detail: Detail::Year, approximate: false, uncertain: false };
        When::new(&year.to_string(), Shape::Date(date))
    }

    fn role(title: &str, from: Option<i32>, to: Option<i32>) -> Role {
        let (from, to) = (from.map(year), to.map(year));
        Role { title: title.into(), organisation: None, from, to, source: None }
    }

    fn actor(roles: Vec<Role>) -> Actor {
        Actor {
            name: "X".into(),
            kind: ActorKind::Person,
            short_name: None,
            sort_name: None,
            aliases: Vec::new(),
            weak_aliases: Vec::new(),
            roles,
            relations: Vec::new(),
            represents: None,
            wikidata: None,
            image: None,
            summary: None,
        }
    }

    fn title_at(actor: &Actor, year: i32) -> Option<&str> {
        role_at(actor, Some(Day::new(year, 6, 1))).map(|role| &*role.title)
    }

    #[test]
    fn the_role_of_the_day_is_found_by_its_time() {
        let actor = actor(vec![
            role("vice-president", Some(2009), Some(2017)),
            role("president", Some(2021), None),
        ]);
        assert_eq!(title_at(&actor, 2009), Some("vice-president"));
        assert_eq!(title_at(&actor, 2017), Some("vice-president"));
        assert_eq!(title_at(&actor, 2019), None);
        assert_eq!(title_at(&actor, 2030), Some("president"));
        assert_eq!(role_at(&actor, None).map(|role| &*role.title), None);
    }

    #[test]
    fn the_only_role_without_time_fills_in_and_two_are_not_guessed_between() {
        let mut roles = vec![role("minister", Some(2020), Some(2020)), role("member", None, None)];
        assert_eq!(title_at(&actor(roles.clone()), 2020), Some("minister"));
        assert_eq!(title_at(&actor(roles.clone()), 2021), Some("member"));
        assert_eq!(role_at(&actor(roles.clone()), None).map(|role| &*role.title), Some("member"));
        roles.push(role("envoy", None, None));
        assert_eq!(title_at(&actor(roles), 2021), None);
    }
}
