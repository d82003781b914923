//! The settings of a site: `dateline.yaml`.

use std::collections::BTreeMap;

/// Everything that `dateline.yaml` may say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The site's name.
    pub title: Box<str>,
    /// The language of the site (BCP 47): `en`.
    pub language: Box<str>,
    /// The site's address, with a slash at its end; only for what must be absolute.
    pub base_url: Option<Box<str>>,
    /// Who publishes it.
    pub publisher: Option<Publisher>,
    /// The clocks that times are shown by, IANA names; the first bounds bare dates.
    pub time_zones: Vec<Box<str>>,
    /// The name of a CSL style.
    pub citation_style: Option<Box<str>>,
    /// Whether names of actors are linked by themselves.
    pub auto_link: bool,
    /// Severities of diagnostics, by code.
    pub rules: BTreeMap<Box<str>, Rule>,
    /// Addresses of the publisher's policies.
    pub policies: Policies,
    /// Where to publish.
    pub publish: Vec<Target>,
}

/// Who publishes the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// The name.
    pub name: Box<str>,
    /// The address.
    pub url: Option<Box<str>>,
}

/// How a diagnostic is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// It stops the build.
    Error,
    /// It is told.
    Warning,
    /// It is not told.
    Off,
}

/// Addresses of the publisher's policies (schema.org: `correctionsPolicy`, `ethicsPolicy`,
/// `unnamedSourcesPolicy`, `verificationFactCheckingPolicy`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policies {
    /// On corrections.
    pub corrections: Option<Box<str>>,
    /// On ethics.
    pub ethics: Option<Box<str>>,
    /// On sources that are not named.
    pub unnamed_sources: Option<Box<str>>,
    /// On how facts are checked.
    pub verification: Option<Box<str>>,
}

/// A place to publish to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What `publish NAME` calls it.
    pub name: Box<str>,
    /// Where and how.
    pub to: Destination,
    /// The address that readers find it under.
    pub url: Option<Box<str>>,
}

/// Where and how a site is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Releases in a folder, `current` pointing at the newest.
    Folder {
        /// The folder.
        path: Box<str>,
    },
    /// The same on another machine.
    Ssh {
        /// Its name.
        host: Box<str>,
        /// The folder there.
        path: Box<str>,
        /// The port.
        port: Option<u16>,
        /// The user.
        user: Option<Box<str>>,
    },
    /// A branch of a repository.
    Git {
        /// The repository.
        remote: Box<str>,
        /// The branch.
        branch: Option<Box<str>>,
    },
    /// An object store.
    S3 {
        /// The bucket.
        bucket: Box<str>,
        /// The service's address.
        endpoint: Option<Box<str>>,
        /// The region.
        region: Option<Box<str>>,
        /// What every name begins with.
        prefix: Option<Box<str>>,
    },
}
