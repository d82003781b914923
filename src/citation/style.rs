//! Reference styles (CSL 1.0.2), by hayagriva, which brings the ninety styles most in use and CSL's
//! terms in sixty languages. It is what Typst sets its bibliographies with.

use std::collections::BTreeMap;

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::json::{
    self, DateValue, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};
use hayagriva::citationberg::{
    FontStyle, FontWeight, IndependentStyle, Locale, LocaleCode, Style as AnyStyle,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, Elem, ElemChild,
    ElemChildren, ElemMeta, Formatted,
};

use crate::citation::item::{Date, Item, Name};

/// A style, and the language that its own words are in.
pub struct Style {
    style: IndependentStyle,
    locale: LocaleCode,
    locales: Vec<Locale>,
}

/// A piece of a reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// Whether they slant.
    pub italic: bool,
    /// Whether they are bold.
    pub bold: bool,
    /// Where they lead.
    pub address: Option<String>,
}

/// The names of all styles: `apa`, `chicago-notes`, `iso-690-author-date`.
pub fn names() -> impl Iterator<Item = &'static str> {
    // Labels alone are no references.
    let all = ArchivedStyle::all().iter().filter(|style| **style != ArchivedStyle::Alphanumeric);
    all.flat_map(|style| style.names()).copied()
}

impl Style {
    /// The style of that name, in the language of the site.
    #[must_use]
    pub fn named(name: &str, language: &str) -> Option<Style> {
        let AnyStyle::Independent(style) = ArchivedStyle::by_name(name)?.get() else { return None };
        Some(Style { style, locale: LocaleCode(language.to_owned()), locales: archive::locales() })
    }

    /// A reference. Every source is set by itself: what styles add to tell apart two that look
    /// alike (`2021a`) is not needed where citations are numbered notes.
    #[must_use]
    pub fn reference(&self, item: &Item) -> Vec<Run> {
        let entry = entry(item);
        let mut driver = BibliographyDriver::new();
        let locale = || Some(self.locale.clone());
        driver.citation(CitationRequest::new(
            vec![CitationItem::with_entry(&entry)],
            &self.style,
            locale(),
            &self.locales,
            Some(1),
        ));
        let rendered = driver.finish(BibliographyRequest {
            style: &self.style,
            locale: locale(),
            locale_files: &self.locales,
        });
        let mut runs = Vec::new();
        let listed = rendered.bibliography.and_then(|it| it.items.into_iter().next());
        match listed {
            // Its first field, where a style sets one apart, is its number, which the note has.
            Some(item) => push_children(&mut runs, &item.content),
            // Some styles cite in notes alone.
            None => rendered.citations.iter().for_each(|it| push_children(&mut runs, &it.citation)),
        }
        trim(&mut runs);
        runs
    }
}

/// The library's form of what is cited, field by field as in CSL-JSON.
fn entry(item: &Item) -> json::Item {
    let text = |text: &str| Value::String(text.to_owned());
    let authors = || Value::Names(item.author.iter().map(name).collect());
    let fields = [
        ("id", Some(text(&item.id))),
        ("type", Some(text(item.kind))),
        ("title", Some(text(item.title))),
        ("author", (!item.author.is_empty()).then(authors)),
        ("container-title", item.container_title.map(text)),
        ("publisher", item.publisher.map(text)),
        ("issued", item.issued.as_ref().map(date)),
        ("accessed", item.accessed.as_ref().map(date)),
        ("version", item.version.as_deref().map(text)),
        ("URL", item.url.as_deref().map(text)),
        ("language", item.language.map(text)),
    ];
    let mut entry = BTreeMap::new();
    for (name, value) in fields {
        entry.extend(value.map(|value| (name.to_owned(), value)));
    }
    json::Item(entry)
}

fn name(name: &Name) -> NameValue {
    match *name {
        Name::Literal { literal } => {
            NameValue::Literal(LiteralName { literal: literal.to_owned() })
        }
        Name::Parts { family, given } => NameValue::Item(NameItem {
            family: family.to_owned(),
            given: Some(given.to_owned()),
            non_dropping_particle: None,
            dropping_particle: None,
            suffix: None,
            comma_suffix: None,
        }),
    }
}

fn date(date: &Date) -> Value {
    Value::Date(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(date.parts().to_vec())]),
        literal: None,
        season: None,
        circa: date.is_circa(),
    })
}

fn push_children(runs: &mut Vec<Run>, children: &ElemChildren) {
    for child in &children.0 {
        match child {
            ElemChild::Text(text) => push(runs, text, None),
            ElemChild::Link { text, url } => push(runs, text, Some(url.clone())),
            // The note has a number.
            ElemChild::Elem(Elem { meta: Some(ElemMeta::CitationNumber), .. }) => {}
            ElemChild::Elem(elem) => push_children(runs, &elem.children),
            ElemChild::Markup(text) => {
                runs.push(Run { text: text.clone(), ..Run::default() });
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn push(runs: &mut Vec<Run>, text: &Formatted, address: Option<String>) {
    let format = text.formatting;
    runs.push(Run {
        text: text.text.clone(),
        italic: format.font_style == FontStyle::Italic,
        bold: format.font_weight == FontWeight::Bold,
        address,
    });
}

/// Takes off what is left of a number at the beginning, and spaces at both ends.
fn trim(runs: &mut Vec<Run>) {
    runs.retain(|run| !run.text.is_empty());
    while let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start_matches([' ', '.', ',', '[', ']', '(', ')']).to_owned();
        if !first.text.is_empty() {
            break;
        }
        runs.remove(0);
    }
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_librarys_form_holds_what_csl_json_holds() {
        let date = |parts: &str| Date::of_moment(&format!("{parts}T00:00:00Z"));
        let full = Item {
            id: "source-a".into(),
            kind: "article-newspaper",
            title: "Talks",
            author: vec![Name::new("Jen Psaki", Some("Psaki, Jen")), Name::new("Kremlin", None)],
            container_title: Some("A newspaper"),
            publisher: Some("A house"),
            issued: date("2021-12-30"),
            accessed: date("2022-01-02"),
            version: Some("3".to_owned()),
            url: Some("https://a.example/".into()),
            language: Some("en"),
        };
        for item in [full, Item { id: "b".into(), kind: "report", ..Item::default() }] {
            let json = serde_json::to_value(&item).unwrap();
            assert_eq!(entry(&item), serde_json::from_value::<json::Item>(json).unwrap());
        }
    }
}
