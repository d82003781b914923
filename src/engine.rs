//! The engine: holds the linked briefing in memory and applies changes to it.
//!
//! A build is the first change. `build` and `check` apply "everything is new"; `serve` goes on
//! applying. There is no second way from a project to a site, so none can differ.
//!
//! 1. Files whose text is as before keep what was read of them; the others are parsed.
//! 2. Documents are linked into the briefing.
//! 3. The renderer knows every output; a page is made when it is asked for.
//!
//! Where only texts were edited, steps 2 and 3 take the short way of [`crate::link::edited`].

pub mod edits;
pub mod former;
pub mod hosting;
pub mod linking;
pub mod missing;

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::diagnostic::code::Severity;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::diagnostic::diagnostics::Diagnostics;
use crate::engine::edits::{
    edited_files, only_text_differs, same_but_for_templates, same_but_for_texts,
};
use crate::engine::linking::{link, lost, own_mistake};
use crate::engine::missing::{missing_files, stray_texts};
use crate::evidence::review;
use crate::evidence::texts::Texts;
use crate::evidence::whole as evidence;
use crate::link::edited::edited;
use crate::link::rules;
use crate::link::whole::{Frame, Whole};
use crate::model::briefing::{Briefing, Linked, Target};
use crate::model::entity::Correction;
use crate::model::place::TextFile;
use crate::model::project::Project;
use crate::model::settings::Settings;
use crate::model::site::{Content, Output};
use crate::parse::corrections::corrections;
use crate::parse::document::{Parsed, document};
use crate::parse::releases::release;
use crate::parse::settings::settings;
use crate::release::record::Record;
use crate::render::marks;
use crate::render::renderer::Renderer;
use crate::render::theme::Theme;

/// Where the corrections stand.
const CORRECTIONS: &str = "content/corrections.yaml";

/// A project, compiled as far as it can be. Cheap to clone, but for lists as long as the site.
#[derive(Clone)]
pub struct Engine {
    project: Project,
    /// What was wrong with reading it.
    told: Vec<Diagnostic>,
    settings: Arc<Settings>,
    parsed: Vec<Arc<Parsed>>,
    evidence: evidence::Memo,
    renderer: Option<Renderer>,
    /// What is wrong with all but the theme.
    linked: Arc<Diagnostics>,
    diagnostics: Arc<Diagnostics>,
}

impl Engine {
    /// Compiles a project. `told` is what was wrong with reading it.
    #[must_use]
    pub fn new(project: Project, told: Vec<Diagnostic>) -> Self {
        Engine::compiled(project, told, None)
    }

    /// Compiles the project as it is now; what did not change is kept.
    pub fn apply(&mut self, project: Project, told: Vec<Diagnostic>) {
        *self = self.after(project, told);
    }

    /// The project as it is now, compiled beside what it was; what did not change is shared.
    #[must_use]
    pub fn after(&self, project: Project, told: Vec<Diagnostic>) -> Self {
        if same_but_for_texts(&self.project, &project)
            && *told == *self.told
            && let Some(texts) = edited_files(&self.project, &project)
        {
            let mut next = self.clone();
            if texts.into_iter().all(|text| next.edit(text, project.now)) {
                return next;
            }
        }
        if same_but_for_templates(&self.project, &project)
            && *told == *self.told
            && let Some(renderer) = &self.renderer
        {
            let (theme, mut wrong) = Theme::new(&project);
            let renderer = renderer.with_theme(Arc::new(theme));
            wrong.extend(renderer.unknown_names());
            let diagnostics = with_theme(&self.linked, wrong, &self.settings);
            return Engine { project, renderer: Some(renderer), diagnostics, ..self.clone() };
        }
        Engine::compiled(project, told, Some(self))
    }

    /// Takes in the new text of a content file. Whether it did: only where nothing is wrong with it
    /// and it changes nothing of other pages but who mentions whom. Else all is as it was.
    pub fn edit(&mut self, text: &Arc<TextFile>, now: i64) -> bool {
        self.try_edit(text, now).is_some()
    }

    fn try_edit(&mut self, text: &Arc<TextFile>, now: i64) -> Option<()> {
        let renderer = self.renderer.as_mut()?;
        // Which names are linked depends on all of a text.
        if self.settings.auto_link {
            return None;
        }
        let path = |file: &TextFile| file.path.cmp(&text.path);
        let project = &mut self.project;
        if !project.drafts && project.now != now {
            return None;
        }
        let file = project.content.binary_search_by(|it| path(it)).ok()?;
        // The corrections are in content too, and nowhere here.
        let slot = self.parsed.binary_search_by(|it| path(&it.file)).ok()?;
        let (file, slot) = (project.content.get_mut(file)?, self.parsed.get_mut(slot)?);
        let after = document(text);
        let is_told = |it: &Diagnostic| it.places().any(|place| place.file.path == text.path);
        if !only_text_differs(slot, &after) || self.diagnostics.iter().any(is_told) {
            return None;
        }
        let (old, new) = (slot.document.as_ref()?, after.document.as_ref()?);
        if !renderer.edit(edited(renderer.briefing(), old, new)?) {
            return None;
        }
        (*file, *slot) = (Arc::clone(text), Arc::new(after));
        project.now = now;
        Some(())
    }

    /// Compiles a project, with what `before` knows of it.
    fn compiled(project: Project, told: Vec<Diagnostic>, before: Option<&Engine>) -> Self {
        let known = before.map_or_else(Vec::new, |before| before.parsed.clone());
        let found = before.map(|before| Arc::clone(&before.evidence)).unwrap_or_default();
        let mut diagnostics = Diagnostics::new();
        diagnostics.extend(told.iter().cloned());
        let settings = read_settings(&project, &mut diagnostics);
        let parsed = parse(&project, known);
        let frame = frame(&project, &settings, &mut diagnostics);
        diagnostics.extend(parsed.iter().flat_map(|it| it.diagnostics.iter().cloned()));
        diagnostics.retain(own_mistake(&told));
        diagnostics.extend(missing_files(&project, &parsed));
        diagnostics.extend(stray_texts(&project, &parsed));
        diagnostics.extend(
            project.releases.iter().filter_map(|file| release(file).err().map(|wrong| *wrong)),
        );
        let (theme, mut of_theme) = Theme::new(&project);
        let lost = lost(&told, &parsed);
        let Whole { mut briefing, has_front } = link(&parsed, lost, &frame, &mut diagnostics);
        let texts = Texts::new(&briefing, &project.archives, &project.supplied);
        let (evidence, wrong) = evidence::verify(&mut briefing, &texts, &found);
        diagnostics.extend(wrong);
        diagnostics.extend(review::by_authors(&briefing));
        let (renderer, wrong) = Renderer::new(Arc::new(theme), Arc::new(briefing));
        let renderer = renderer.with_drawn(before.and_then(|before| before.renderer.as_ref()));
        diagnostics.extend(wrong);
        of_theme.extend(renderer.unknown_names());
        let renderer = renderer.with_history(Record::all(&project.releases));
        let renderer = has_front.then_some(renderer);
        let linked = Arc::new(diagnostics);
        let diagnostics = with_theme(&linked, of_theme, &settings);
        Engine { project, told, settings, parsed, evidence, renderer, linked, diagnostics }
    }

    /// What the project was made of.
    #[must_use]
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The site's settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The linked briefing; none where there is no front page that could be read.
    #[must_use]
    pub fn briefing(&self) -> Option<&Briefing> {
        self.renderer.as_ref().map(Renderer::briefing)
    }

    /// What is wrong, so far as it shows without making pages.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// The quotations that there is no text to check against, for those who ask for rigour.
    #[must_use]
    pub fn unarchived(&self) -> Diagnostics {
        let mut all = Diagnostics::new();
        all.extend(self.briefing().map_or_else(Vec::new, evidence::unarchived));
        all.settled(&self.settings.rules)
    }

    /// The pages that no second reader has signed as they stand, for those who require it.
    #[must_use]
    pub fn unreviewed(&self) -> Diagnostics {
        let mut all = Diagnostics::new();
        all.extend(self.briefing().map_or_else(Vec::new, review::unreviewed));
        all.settled(&self.settings.rules)
    }

    /// Everything that a careful reader would find: also what is allowed but worth a look, and
    /// what shows only when pages are made.
    #[must_use]
    pub fn findings(&self) -> Diagnostics {
        let mut all = self.faults();
        if let Some(briefing) = self.briefing() {
            let errors = self.diagnostics.iter().filter(|it| it.severity == Severity::Error);
            let errors: Vec<_> = errors.collect();
            let corrections = corrections_of(&self.project);
            all.extend(rules::findings(briefing, corrections, self.project.now, &errors));
        }
        all.settled(&self.settings.rules)
    }

    /// What is wrong, and what shows only when pages are made: every one is.
    #[must_use]
    pub fn faults(&self) -> Diagnostics {
        let made = self.outputs().par_iter().filter_map(|output| self.make(output).err());
        self.with_made(made.collect::<Vec<_>>().into_iter().flatten().collect())
    }

    /// What is wrong, with what went wrong while pages were made.
    #[must_use]
    pub fn with_made(&self, made: Vec<Diagnostic>) -> Diagnostics {
        let mut all = Diagnostics::clone(&self.diagnostics);
        all.extend_made(made);
        all.settled(&self.settings.rules)
    }

    /// The page that a content file is about: its path, and its title.
    #[must_use]
    pub fn page_of(&self, text: &TextFile) -> Option<(String, &str)> {
        let at = self.parsed.binary_search_by(|it| it.file.path.cmp(&text.path)).ok()?;
        let document = self.parsed.get(at)?.document.as_ref()?;
        let id = self.briefing()?.ids.get(&document.id);
        self.renderer.as_ref()?.page_of(id.copied())
    }

    /// How many references of all pages lead to another page.
    #[must_use]
    pub fn links(&self) -> usize {
        let Some(briefing) = self.briefing() else { return 0 };
        let pages = briefing.entities.iter().map(|entity| &entity.page);
        let leads = |target: &&Target| matches!(target, Target::Entity(_));
        let of_page = |page: &Linked| page.targets.iter().filter(leads).count();
        of_page(&briefing.front) + pages.map(of_page).sum::<usize>()
    }

    /// Every file of the site, in a fixed order.
    #[must_use]
    pub fn outputs(&self) -> &[Output] {
        self.renderer.as_ref().map_or(&[], Renderer::outputs)
    }

    /// What a preview marks on a page, as JSON: what a build would leave out, and quotations that
    /// nobody could check. Empty where there is nothing.
    #[must_use]
    pub fn marks(&self, output: &Output) -> String {
        let of = |briefing| marks::of(briefing, &output.what, self.project.now);
        self.briefing().map_or_else(String::new, of)
    }

    /// Makes one file of the site.
    ///
    /// # Errors
    /// What its template asks for and is not there.
    pub fn make(&self, output: &Output) -> Result<Content, Vec<Diagnostic>> {
        self.renderer.as_ref().map_or_else(|| Err(Vec::new()), |it| it.make(output))
    }
}

/// All that is wrong, with what is wrong with the theme.
fn with_theme(
    linked: &Diagnostics,
    of_theme: Vec<Diagnostic>,
    settings: &Settings,
) -> Arc<Diagnostics> {
    let mut all = linked.clone();
    all.extend(of_theme);
    Arc::new(all.settled(&settings.rules))
}

fn read_settings(project: &Project, diagnostics: &mut Diagnostics) -> Arc<Settings> {
    let Some(file) = &project.settings else { return Arc::default() };
    let (read, wrong) = settings(file);
    diagnostics.extend(wrong);
    Arc::new(read)
}

/// Parses what is new.
fn parse(project: &Project, known: Vec<Arc<Parsed>>) -> Vec<Arc<Parsed>> {
    let known: HashMap<Box<str>, Arc<Parsed>, FixedState> =
        known.into_iter().map(|it| (it.file.path.clone(), it)).collect();
    let documents: Vec<&Arc<TextFile>> =
        project.content.iter().filter(|file| &*file.path != CORRECTIONS).collect();
    let mut parsed = Vec::new();
    documents
        .into_par_iter()
        .map(|file| match known.get(&file.path) {
            Some(before) if before.file.text == file.text => Arc::clone(before),
            Some(_) | None => Arc::new(document(file)),
        })
        .collect_into_vec(&mut parsed);
    parsed
}

/// The file of corrections.
fn corrections_of(project: &Project) -> Option<&Arc<TextFile>> {
    project.content.iter().find(|file| &*file.path == CORRECTIONS)
}

fn frame(project: &Project, settings: &Arc<Settings>, diagnostics: &mut Diagnostics) -> Frame {
    let file = corrections_of(project);
    let corrections: Option<(Arc<TextFile>, Vec<Correction>)> = file.map(|file| {
        let (list, wrong) = corrections(file);
        diagnostics.extend(wrong);
        (Arc::clone(file), list)
    });
    Frame { settings: Arc::clone(settings), corrections, now: project.now, drafts: project.drafts }
}

/// The JSON Schema of what authors write of a kind (`briefing`, `section`, `actor`, `event`,
/// `source`, `settings`, `corrections`), from the tables that the reader uses.
#[must_use]
pub fn schema(kind: &str) -> String {
    let schema = crate::parse::schema::schema(kind).unwrap_or_default();
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}
