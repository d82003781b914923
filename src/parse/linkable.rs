//! Names of actors that are linked by themselves, where a site's settings ask for it: the first one
//! of each actor in a text, outside quotations, links, headings and code.
//!
//! A name that is linked so is a reference like any other, with its words as its own, so everything
//! after this treats it as if its author had written `[[…]]`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::model::document::{Document, Expected, Form, Matter, Reference};
use crate::model::free_text::{free, of_one};
use crate::model::id::ReferenceId;
use crate::model::place::{Span, is_whole_word};
use crate::model::prose::{Filling, Hole, Mention, Prose};
use crate::parse::sentence::{holding, sentences};

/// The names that may be linked, and whose they are.
pub struct Names<'d> {
    search: AhoCorasick,
    /// Each name with the number of its actor's document.
    names: Vec<(&'d str, usize)>,
    /// All names of each actor, its id among them.
    of: HashMap<usize, Vec<&'d str>>,
}

impl<'d> Names<'d> {
    /// The names, short names and aliases of all actors: those that fit one alone. A weak alias
    /// is never linked.
    #[must_use]
    pub fn new(documents: &'d [Arc<Document>]) -> Option<Self> {
        let ids: HashSet<&str> = documents.iter().map(|it| it.id.as_str()).collect();
        let mut owned: Vec<(&str, usize)> = Vec::new();
        for (number, document) in documents.iter().enumerate() {
            let Matter::Actor(actor) = &document.matter else { continue };
            for name in actor.names() {
                // A name that is an id leads to that; marks of HTML are written otherwise in it.
                if !name.is_empty() && !ids.contains(name) && !name.contains(['&', '<', '>', '"']) {
                    owned.push((name, number));
                }
            }
        }
        let names = of_one(owned);
        let mut of: HashMap<usize, Vec<&str>> = HashMap::new();
        for (name, owner) in &names {
            let id = documents.get(*owner).map_or("", |document| document.id.as_str());
            of.entry(*owner).or_insert_with(|| vec![id]).push(name);
        }
        let words = names.iter().map(|(name, _)| *name);
        let search =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()?;
        Some(Names { search, names, of })
    }

    /// A document with these names linked; none where there is nothing to link. `own` is its
    /// number: no page links to itself.
    #[must_use]
    pub fn linked(&self, document: &Document, own: usize) -> Option<Document> {
        let mut done = self.named_already(document);
        done.insert(own);
        let mut found = Vec::new();
        for stretch in free(&document.body) {
            let text = document.body.html.get(stretch.clone()).unwrap_or("");
            for hit in self.search.find_iter(text) {
                let Some(&(name, actor)) = self.names.get(hit.pattern().as_usize()) else {
                    continue;
                };
                if is_whole_word(text, hit.range()) && done.insert(actor) {
                    found.push((stretch.start + hit.start(), name));
                }
            }
        }
        if found.is_empty() {
            return None;
        }
        let mut linked = document.clone();
        let sentences = sentences(&linked.body.plain, &linked.body.names);
        let mut any = false;
        for (at, name) in found {
            any |= add(&mut linked, &sentences, at, name);
        }
        any.then_some(linked)
    }

    /// The actors that a text links to by itself.
    fn named_already(&self, document: &Document) -> HashSet<usize> {
        let links = document.references.iter();
        let links = links.filter(|it| matches!(it.form, Form::BareLink | Form::LinkWithWords));
        let wanted = links.map(|it| document.wanted(it));
        let wanted: HashSet<&str> =
            wanted.map(|it| it.strip_prefix("actor:").unwrap_or(it)).collect();
        let named = |names: &[&str]| names.iter().any(|name| wanted.contains(name));
        self.of.iter().filter(|(_, names)| named(names)).map(|(owner, _)| *owner).collect()
    }
}

/// Links one name: a hole before it and one behind it, a reference, a mention. Whether it could.
fn add(document: &mut Document, sentences: &[Range<usize>], at: usize, name: &str) -> bool {
    let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + name.len())) else {
        return false;
    };
    let text = &document.file.text;
    let body = document.file.body_start();
    // What is asked for is the name, wherever it stands; the first place stands for all.
    let Some(written) = text.get(body..).and_then(|body| body.find(name)) else { return false };
    let Ok(number) = u32::try_from(document.references.len()) else { return false };
    let reference = ReferenceId(number);
    let prose = &mut document.body;
    let Some(sentence) = sentence(prose, sentences, at, name) else { return false };
    document.references.push(Reference {
        span: Span::new(body + written..body + written + name.len()),
        spelled: None,
        expected: Expected::Anything,
        fragment: None,
        form: Form::LinkWithWords,
    });
    let before = prose.holes.partition_point(|hole| hole.at <= start);
    let holes = [
        Hole { at: start, filling: Filling::LinkStart(reference) },
        Hole { at: end, filling: Filling::LinkEnd(reference) },
    ];
    prose.holes.splice(before..before, holes);
    prose.mentions.push(Mention { reference, sentence });
    prose.mentions.sort_by_key(|mention| mention.sentence.start);
    true
}

/// The sentence of a name in the HTML: the plain text has it as many times before.
fn sentence(prose: &Prose, sentences: &[Range<usize>], at: usize, name: &str) -> Option<Span> {
    let before = prose.html.get(..at)?.matches(name).count();
    let mut hits = prose.plain.match_indices(name).map(|(at, _)| at);
    // Where an attribute holds the name, too, there are fewer of them: the last is the nearest.
    let byte = hits.clone().nth(before).or_else(|| hits.by_ref().last())?;
    Some(Span::new(holding(sentences, byte)))
}
