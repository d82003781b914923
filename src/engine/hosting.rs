//! What is made of a site for hosts, beside its files.

use crate::engine::Engine;

impl Engine {
    /// Headers and redirects as a piece of nginx's configuration; the site stands in a folder of the
    /// server. Empty where there is no front page.
    #[must_use]
    pub fn nginx(&self, folder: &str) -> String {
        self.renderer.as_ref().map_or_else(String::new, |renderer| renderer.nginx(folder))
    }
}
