//! The theme: built-in templates, overridden file by file by the site's own. The only user of
//! Tera.
//!
//! A template that cannot be read is reported and its built-in original takes its place, so that
//! the other templates are checked too. Content never becomes a template: it is only ever a value.

pub mod faults;
pub mod unclosed;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{ErrorKind, Kwargs, State, Tera};

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::hash;
use crate::model::place::{Place, Span, TextFile};
use crate::model::project::{Asset, AssetBytes, Project};
use crate::render::builtin;
use crate::render::contract;
use crate::render::theme::faults::{FOLDER, Files, name_of};

pub use tera::Value;

/// Templates and static files, ready to make pages with.
pub struct Theme {
    engine: Tera,
    files: Files,
    assets: Vec<Asset>,
    /// The static files by the names that templates use.
    static_files: Vec<Box<str>>,
}

/// The values that a template gets, by name.
#[derive(Default)]
pub struct Variables(tera::Context);

impl Variables {
    /// Gives a value a name.
    pub fn set(&mut self, name: &'static str, value: Value) {
        debug_assert!(contract::is_known(name), "`{name}` is not in the theme contract");
        self.0.insert_value(name, value);
    }

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }
}

impl Theme {
    /// The theme of a project, and what is wrong with its templates.
    #[must_use]
    pub fn new(project: &Project) -> (Theme, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let originals = builtin::templates();
        let mut files = originals.clone();
        for file in &project.templates {
            let name = file.path.strip_prefix(FOLDER).unwrap_or(&file.path);
            let is_template = [".html", ".xml", ".txt"].iter().any(|ending| name.ends_with(ending));
            if is_template {
                files.insert(name.into(), Arc::clone(file));
            }
        }
        let written = files.clone();
        for (name, file) in &mut files {
            let original = originals.get(name);
            if original.is_some_and(|original| original.text == file.text) {
                continue;
            }
            if let Some(diagnostic) = syntax_error(&written, name, file) {
                diagnostics.push(diagnostic);
                *file = match original {
                    Some(original) => Arc::clone(original),
                    None => blank(name),
                };
            }
        }
        let (assets, names) = assets(project, &files);
        let static_files = names.keys().cloned().collect();
        let (engine, faults) = engine(&files, &originals, names);
        diagnostics.extend(faults);
        (Theme { engine, files, assets, static_files }, diagnostics)
    }

    /// The static files, each under the path that it is published at: with its hash in its name
    /// where a template names it by `asset()`.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The path at which a static file of that name is published, if there is one.
    #[must_use]
    pub fn published(&self, name: &str) -> Option<&str> {
        let is_it = |it: &&Asset| *it.path == *name || *it.path == *hashed(name, &it.hash);
        self.assets.iter().find(is_it).map(|asset| &*asset.path)
    }

    /// The accent in the light: the first colour that the style sheet calls so; none where it is no
    /// plain number.
    #[must_use]
    pub fn accent(&self) -> Option<&str> {
        let path = self.published("style.css")?;
        let asset = self.assets.iter().find(|asset| *asset.path == *path)?;
        let style = match (&asset.text, &asset.bytes) {
            (Some(text), _) => text,
            (None, AssetBytes::BuiltIn(bytes)) => std::str::from_utf8(bytes).ok()?,
            (None, AssetBytes::OnDisk(_)) => return None,
        };
        let (_, rest) = style.split_once("--accent:")?;
        let (colour, _) = rest.split_once([';', '}'])?;
        let digits = colour.trim().strip_prefix('#')?;
        let is_plain = matches!(digits.len(), 3 | 6);
        (is_plain && digits.chars().all(|c| c.is_ascii_hexdigit())).then(|| colour.trim())
    }

    /// Makes a page.
    ///
    /// # Errors
    /// What the template asks for and is not there, at its place in the template.
    pub fn render(
        &self,
        template: &str,
        variables: &Variables,
        path: &str,
    ) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut bytes = Vec::with_capacity(16 * 1024);
        match self.engine.render_to(template, &variables.0, &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => Err(vec![self.render_error(&error, (template, variables), path)]),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "a library's enum, which may grow")]
    fn render_error(
        &self,
        error: &tera::Error,
        (template, variables): (&str, &Variables),
        path: &str,
    ) -> Diagnostic {
        let (message, file, span) = match error.kind() {
            ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => (
                report.message().to_owned(),
                report.filename(),
                Span::new(report.span().range.clone()),
            ),
            _ => (error.to_string(), template, Span::default()),
        };
        let label = format!("while making `{path}`");
        let Some(file) = self.files.get(file) else {
            let help = "docs/templates.md says what each page has";
            return Diagnostic::placeless(Code::TemplateError, message).label(label).help(help);
        };
        let (message, span, help) =
            faults::made(file, span, &message, &self.static_files, &|name| {
                variables.get(name).is_some()
            });
        let place = Place::new(file, span);
        Diagnostic::new(Code::TemplateError, place, message).label(label).help(help)
    }

    /// The site's own templates: those that differ from the built-in ones.
    pub fn own(&self) -> impl Iterator<Item = (&str, &Arc<TextFile>)> {
        let own = self.files.iter().filter(|(_, file)| !file.built_in && !is_original(file));
        own.map(|(name, file)| (&**name, file))
    }

    /// The text of a template; empty where there is none of that name.
    #[must_use]
    pub fn text_of(&self, template: &str) -> &str {
        self.files.get(template).map_or("", |file| &file.text)
    }

    /// The names of variables that a template uses without having set them.
    #[must_use]
    pub fn variables_of(&self, template: &str) -> BTreeSet<&str> {
        self.engine.get_template_variables(template).unwrap_or_default().into_iter().collect()
    }

    /// Whether a template is made with the help of a file: extends or includes it, itself or
    /// through others.
    #[must_use]
    pub fn uses(&self, template: &str, file: &str) -> bool {
        self.used_by(template).contains(file)
    }

    /// The files with whose help a template is made, itself among them.
    #[must_use]
    pub fn used_by<'a>(&'a self, template: &'a str) -> BTreeSet<&'a str> {
        let mut seen = BTreeSet::from([template]);
        let mut waiting = vec![template];
        while let Some(text) = waiting.pop().and_then(|name| self.files.get(name)) {
            let is_named = |name: &str| {
                text.text.match_indices(name).any(|(at, _)| {
                    let (before, rest) = (text.text.get(..at), text.text.get(at + name.len()..));
                    let mark = before.and_then(|it| it.chars().next_back());
                    let is_mark = |mark: &char| matches!(mark, '"' | '\'' | '`');
                    mark.filter(is_mark)
                        .is_some_and(|mark| rest.is_some_and(|it| it.starts_with(mark)))
                })
            };
            let named = self.files.keys().map(|name| &**name).filter(|name| is_named(name));
            waiting.extend(named.filter(|name| seen.insert(name)));
        }
        seen
    }
}

/// Whether a file says what the built-in one of its name says, as in the project's own site.
fn is_original(file: &TextFile) -> bool {
    builtin::template(name_of(file)) == Some(&*file.text)
}

/// A template that stands in for one that cannot be read.
fn blank(name: &str) -> Arc<TextFile> {
    TextFile::new(format!("{FOLDER}{name}"), "")
}

/// An engine with nothing but our function in it.
fn empty_engine(names: BTreeMap<Box<str>, Box<str>>) -> Tera {
    let mut engine = Tera::new();
    engine.register_function("asset", move |arguments: Kwargs, state: &State| {
        let path: &str = arguments.must_get("path")?;
        let root: Option<Value> = state.get("root")?;
        let root = root.as_ref().and_then(Value::as_str).unwrap_or("");
        match names.get(path) {
            Some(published) => Ok(Value::normal_string(&[root, published].concat())),
            None => Err(tera::Error::message(format!("there is no file `static/{path}`"))),
        }
    });
    engine
}

/// What is wrong with the syntax of one template.
fn syntax_error(files: &Files, name: &str, file: &Arc<TextFile>) -> Option<Diagnostic> {
    let error = empty_engine(BTreeMap::new()).add_raw_template(name, &file.text).err()?;
    let ErrorKind::SyntaxError(report) = error.kind() else { return None };
    let span = Span::new(report.span().range.clone());
    Some(faults::syntax(files, file, report.message(), span))
}

/// An engine with all templates. Where the site's own do not fit together (a parent, a filter, a
/// component that is not there), the built-in theme stands in, and what is wrong is told.
fn engine(
    files: &Files,
    originals: &Files,
    names: BTreeMap<Box<str>, Box<str>>,
) -> (Tera, Vec<Diagnostic>) {
    let mut engine = empty_engine(names);
    match engine.add_raw_templates(files.iter().map(|(name, file)| (name, &file.text))) {
        Ok(()) => (engine, Vec::new()),
        Err(error) => {
            let diagnostics = faults::load(&error, files);
            // The built-in theme fits together: a test holds it.
            drop(engine.add_raw_templates(originals.iter().map(|(name, file)| (name, &file.text))));
            (engine, diagnostics)
        }
    }
}

/// All static files, the site's own over the built-in ones, under the paths that they are published
/// at; and those paths by the names that templates use.
fn assets(project: &Project, files: &Files) -> (Vec<Asset>, BTreeMap<Box<str>, Box<str>>) {
    let mut assets: BTreeMap<&str, Asset> = BTreeMap::new();
    for (path, bytes) in builtin::STATIC {
        if !project.assets.iter().any(|asset| &*asset.path == *path) {
            let (path, hash) = (*path, hash::short(bytes).into());
            let bytes = AssetBytes::BuiltIn(bytes);
            assets.insert(path, Asset { path: path.into(), bytes, hash, text: None });
        }
    }
    assets.extend(project.assets.iter().map(|asset| (&*asset.path, asset.clone())));
    let named = named_assets(files);
    let mut names = BTreeMap::new();
    for (path, asset) in &mut assets {
        if named.contains(path) {
            asset.path = hashed(path, &asset.hash).into();
        }
        names.insert((*path).into(), asset.path.clone());
    }
    (assets.into_values().collect(), names)
}

/// `style.css` → `style.0123456789.css`.
fn hashed(path: &str, hash: &str) -> String {
    let (folder, name) = match path.rfind('/') {
        Some(slash) => path.split_at(slash + 1),
        None => ("", path),
    };
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{folder}{stem}.{hash}.{ending}"),
        None => format!("{folder}{name}.{hash}"),
    }
}

/// The static files that templates name by `asset(path="…")`.
fn named_assets(files: &Files) -> BTreeSet<&str> {
    let mut named = BTreeSet::new();
    for file in files.values() {
        for (at, call) in file.text.match_indices("asset(") {
            let rest = file.text.get(at + call.len()..).unwrap_or("").trim_start();
            let Some(rest) = rest.strip_prefix("path") else { continue };
            let Some(rest) = rest.trim_start().strip_prefix('=') else { continue };
            let rest = rest.trim_start();
            let Some(mark) = rest.chars().next().filter(|mark| "\"'`".contains(*mark)) else {
                continue;
            };
            named.extend(rest.get(1..).and_then(|rest| rest.split(mark).next()));
        }
    }
    named
}
