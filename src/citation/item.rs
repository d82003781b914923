//! What is cited, in the terms of CSL-JSON (<https://docs.citationstyles.org>, `csl-data.json`).

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::model::when::When;

/// What is cited. As JSON it is an item of CSL-JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Item<'a> {
    /// What references to it are called: letters, digits and dashes.
    pub id: Cow<'a, str>,
    /// CSL's word for what it is: `webpage`, `article-newspaper`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its title.
    pub title: &'a str,
    /// Whose words it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Name<'a>>,
    /// What it stands in: a newspaper, a site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container_title: Option<&'a str>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<&'a str>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// When it was last looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Date>,
    /// Which version of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Its address.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'a, str>>,
    /// The language of its words (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'a str>,
}

/// A name, as styles order it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Name<'a> {
    /// In parts: `Psaki`, `Jen`.
    Parts {
        /// What it is sorted by.
        family: &'a str,
        /// The rest.
        given: &'a str,
    },
    /// As it stands: an organisation, or a person whose parts are not known.
    Literal {
        /// The name.
        literal: &'a str,
    },
}

impl<'a> Name<'a> {
    /// A name by what it is sorted by: `Psaki, Jen` is in parts.
    #[must_use]
    pub fn new(name: &'a str, sorted: Option<&'a str>) -> Self {
        match sorted.and_then(|it| it.split_once(", ")) {
            Some((family, given)) => Name::Parts { family, given },
            None => Name::Literal { literal: name },
        }
    }

    /// `Family, Given`, or as it stands.
    #[must_use]
    pub fn inverted(&self) -> Cow<'a, str> {
        match self {
            Name::Parts { family, given } => format!("{family}, {given}").into(),
            Name::Literal { literal } => Cow::Borrowed(literal),
        }
    }
}

/// A date: a year, perhaps with a month, perhaps with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    parts: Vec<i16>,
    circa: bool,
}

impl Date {
    /// The beginning of a date; none where its year is not known, or is none that CSL can hold.
    #[must_use]
    pub fn new(when: &When) -> Option<Date> {
        let machine = when.machine()?;
        let day = machine.split(['T', '/']).next()?;
        let parts: Option<Vec<i16>> = day.split('-').map(|part| part.parse().ok()).collect();
        let parts = parts.filter(|parts| matches!(parts.len(), 1..=3))?;
        Some(Date { parts, circa: when.is_approximate() || when.is_uncertain() })
    }

    /// Of a moment: `2021-12-30T20:35:00Z`.
    #[must_use]
    pub fn of_moment(moment: &str) -> Option<Date> {
        let parts: Option<Vec<i16>> =
            moment.get(..10)?.split('-').map(|part| part.parse().ok()).collect();
        Some(Date { parts: parts?, circa: false })
    }

    /// `2021-12-30`, with another mark between.
    #[must_use]
    pub fn with(&self, between: &str) -> String {
        let parts: Vec<String> = self.parts.iter().map(|part| format!("{part:02}")).collect();
        parts.join(between)
    }

    /// The year, and the month and day that are known.
    #[must_use]
    pub fn parts(&self) -> &[i16] {
        &self.parts
    }

    /// Whether it is not sure, or near it.
    #[must_use]
    pub fn is_circa(&self) -> bool {
        self.circa
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.parts.first().copied().unwrap_or_default()
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "kebab-case")]
        struct Parts<'a> {
            date_parts: [&'a [i16]; 1],
            #[serde(skip_serializing_if = "std::ops::Not::not")]
            circa: bool,
        }
        Parts { date_parts: [&self.parts], circa: self.circa }.serialize(serializer)
    }
}
