//! What is made of a site for hosts and other programs, beside its files.

use std::collections::BTreeMap;

use crate::diagnostic::diagnostic::Diagnostic;
use crate::engine::Engine;
use crate::model::site::{Content, Exchange, Output};

impl Engine {
    /// Headers and redirects as a piece of nginx's configuration; the site stands in a folder of the
    /// server. Empty where there is no front page.
    #[must_use]
    pub fn nginx(&self, folder: &str) -> String {
        self.renderer.as_ref().map_or_else(String::new, |renderer| renderer.nginx(folder))
    }

    /// The briefing as other programs take it. Empty where there is no front page.
    #[must_use]
    pub fn exchange(&self, form: Exchange) -> String {
        self.renderer.as_ref().map_or_else(String::new, |renderer| renderer.exchange(form))
    }

    /// What stands at an output in a frozen version; none where it is no part of one.
    ///
    /// # Errors
    /// As [`Engine::make`].
    pub fn frozen(&self, name: &str, output: &Output) -> Result<Option<Content>, Vec<Diagnostic>> {
        self.renderer.as_ref().map_or(Ok(None), |renderer| renderer.frozen(name, output))
    }

    /// What stands in a frozen version in the place of a page that was taken out of it.
    #[must_use]
    pub fn withdrawn(&self, name: &str, path: &str) -> String {
        self.renderer.as_ref().map_or_else(String::new, |it| it.withdrawn(name, path))
    }

    /// The texts that versions are compared by; none where there is no front page.
    #[must_use]
    pub fn texts(&self) -> BTreeMap<Box<str>, Box<str>> {
        self.renderer.as_ref().map(|renderer| renderer.texts()).unwrap_or_default()
    }
}
