//! What a reference was meant for that leads nowhere.
//!
//! Made only where something is amiss: it knows every id, name, title and weak alias, without
//! capitals and accents.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::link::register::Register;
use crate::model::document::Matter;
use crate::model::id::Kind;
use crate::nearest::{Likeness, Name, folded};

/// What a name may have been meant for. Numbers are those of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// A thing of the kind that belongs there.
    One(u32),
    /// Several that have the very name.
    Several(Vec<u32>),
    /// A thing of another kind.
    OfOtherKind(u32),
    /// Nothing that may be linked by it: it is a weak alias of these.
    WeakAliasOf(Vec<u32>),
}

/// Everything by what it is called.
#[derive(Debug)]
pub struct Near<'r, 'd> {
    register: &'r Register<'d>,
    /// Every name that is looked at where none is the same.
    names: Vec<(Name, u32)>,
    same: HashMap<String, Vec<u32>, FixedState>,
    weak: HashMap<String, Vec<u32>, FixedState>,
}

impl<'r, 'd> Near<'r, 'd> {
    /// Everything in the register.
    #[must_use]
    pub fn new(register: &'r Register<'d>) -> Self {
        let (same, weak) = (HashMap::default(), HashMap::default());
        let mut near = Near { register, names: Vec::new(), same, weak };
        for (number, document) in (0..).zip(register.documents()) {
            if document.matter.kind().is_none() {
                continue;
            }
            near.name(document.id.as_str(), number);
            match &document.matter {
                Matter::Actor(actor) => {
                    actor.names().for_each(|name| near.name(name, number));
                    for weak in &actor.weak_aliases {
                        add(&mut near.weak, folded(weak), number);
                    }
                }
                Matter::Section(_) | Matter::Event(_) | Matter::Source(_) => {
                    near.name(document.name(), number);
                    near.name(document.short_name(), number);
                }
                Matter::Front(_) => {}
            }
            for former in &document.shared.former_ids {
                add(&mut near.same, folded(former.value.as_str()), number);
            }
        }
        near
    }

    fn name(&mut self, name: &str, number: u32) {
        if add(&mut self.same, folded(name), number) {
            self.names.push((Name::new(name), number));
        }
    }

    /// How many names there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// What a name was meant for, where a thing of this kind belongs, or of any.
    #[must_use]
    pub fn meant(&self, name: &str, kind: Option<Kind>) -> Option<Meant> {
        let wanted = Name::new(name);
        let name = folded(name);
        let same = self.same.get(&name).map_or(&[][..], Vec::as_slice);
        self.same(same, kind)
            .or_else(|| {
                let weak = self.weak.get(&name)?;
                let fits = kind.is_none_or(|kind| kind == Kind::Actor);
                fits.then(|| Meant::WeakAliasOf(weak.clone()))
            })
            .or_else(|| same.first().map(|number| Meant::OfOtherKind(*number)))
            .or_else(|| self.near(&wanted, kind))
    }

    /// Those of the very name. An actor is what a name is most likely meant for.
    fn same(&self, numbers: &[u32], kind: Option<Kind>) -> Option<Meant> {
        let of = |kind: Kind| -> Vec<u32> {
            numbers.iter().copied().filter(|number| self.kind(*number) == Some(kind)).collect()
        };
        let actors = of(kind.unwrap_or(Kind::Actor));
        let all = if actors.is_empty() && kind.is_none() { numbers.to_vec() } else { actors };
        match all.as_slice() {
            [] => None,
            [only] => Some(Meant::One(*only)),
            _ => Some(Meant::Several(all)),
        }
    }

    fn near(&self, name: &Name, kind: Option<Kind>) -> Option<Meant> {
        type Rank<'r> = (Likeness, bool, &'r str, u32);
        let (mut best, mut other): (Option<Rank<'_>>, Option<Rank<'_>>) = (None, None);
        for (known, number) in &self.names {
            let Some(like) = name.likeness(known) else { continue };
            let Some(document) = self.register.numbered(*number) else { continue };
            let found = document.matter.kind();
            let rank = (like, found != Some(Kind::Actor), document.id.as_str(), *number);
            let slot = if kind.is_none() || found == kind { &mut best } else { &mut other };
            if slot.is_none_or(|before| rank < before) {
                *slot = Some(rank);
            }
        }
        let is_whole = |rank: &Rank<'_>| match rank.0 {
            Likeness::Same | Likeness::Slips(_) => true,
            Likeness::Part(_) => false,
        };
        let one = |rank: Rank<'_>| Meant::One(rank.3);
        best.filter(is_whole)
            .map(one)
            .or_else(|| other.filter(is_whole).map(|rank| Meant::OfOtherKind(rank.3)))
            .or_else(|| best.map(one))
    }

    fn kind(&self, number: u32) -> Option<Kind> {
        self.register.numbered(number).and_then(|document| document.matter.kind())
    }
}

/// Adds a holder of a name; whether it was none yet.
fn add(names: &mut HashMap<String, Vec<u32>, FixedState>, name: String, number: u32) -> bool {
    let holders = names.entry(name).or_default();
    // Numbers come in order.
    let is_new = holders.last() != Some(&number);
    if is_new {
        holders.push(number);
    }
    is_new
}
