//! A site's own templates and static files.

use std::sync::Arc;

use crate::diagnostic::code::Code;
use crate::diagnostic::diagnostic::Diagnostic;
use crate::model::project::{Asset, AssetBytes, Project};
use crate::model::site::What;
use crate::render::builtin;
use crate::render::outputs;
use crate::render::renderer::Renderer;
use crate::render::tests::fixture::{self, BIDEN};
use crate::render::tests::{html_pages, make, renderer, renderer_with, with_templates};
use crate::render::theme::Theme;

const ACTOR: &str =
    "{% extends \"base.html\" %}\n{% block main %}<h1>{{ page.heading }}</h1>MINE{% endblock %}\n";

/// What is told of a template for actors before any page is made.
fn unknown_names(text: &str) -> Vec<Diagnostic> {
    let (theme, diagnostics) = with_templates(&[("actor.html", text)]);
    assert_eq!(diagnostics, []);
    let (renderer, collisions) = Renderer::new(Arc::new(theme), Arc::new(fixture::briefing()));
    collisions.into_iter().chain(renderer.unknown_names()).collect()
}

#[test]
fn an_override_changes_only_the_pages_that_use_it() {
    let (theme, diagnostics) = with_templates(&[("actor.html", ACTOR)]);
    assert_eq!(diagnostics, []);
    let mine = html_pages(&renderer_with(theme, fixture::briefing()));
    let theirs = html_pages(&renderer(fixture::briefing()));
    for ((path, mine), (_, theirs)) in mine.iter().zip(&theirs) {
        let redirect = path == "actors/joseph-biden.html";
        assert_eq!(mine != theirs, path.starts_with("actors/") && !redirect, "{path}");
    }
}

#[test]
fn a_misspelt_variable_is_told_with_both_places_and_what_there_is() {
    let text = "<h1>{{ page.headin }}</h1>";
    let (theme, diagnostics) = with_templates(&[("actor.html", text)]);
    assert_eq!(diagnostics, []);
    let renderer = Renderer::new(Arc::new(theme), Arc::new(fixture::briefing())).0;
    let wrong = make(&renderer, &What::Entity(BIDEN)).unwrap_err();
    let [wrong] = wrong.as_slice() else { panic!("{wrong:?}") };
    assert_eq!(wrong.code, Code::TemplateError);
    let place = wrong.place.as_ref().unwrap();
    assert_eq!(place.to_string(), "templates/actor.html:1:13");
    assert_eq!(place.file.slice(&place.span), "headin");
    assert_eq!(wrong.message, "field `headin` is not defined");
    assert!(
        wrong.help.as_ref().unwrap().starts_with("did you mean `heading`?"),
        "{:?}",
        wrong.help
    );
    assert_eq!(wrong.label.as_deref(), Some("while making `actors/joe-biden.html`"));
    assert_eq!(wrong.related[0].0.file.path.as_ref(), "content/actors/joe-biden.md");
}

#[test]
fn a_variable_that_no_page_has_is_told_even_in_a_condition() {
    let text = "{% set mine = 1 %}\n{% if mine and backlink %}x{% endif %}{% for a in aliases %}{{ a }}{% endfor %}";
    let diagnostics = unknown_names(text);
    let [wrong] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!(wrong.code, Code::TemplateError);
    assert_eq!(wrong.message, "no page has a variable `backlink`");
    assert_eq!(wrong.place.as_ref().unwrap().to_string(), "templates/actor.html:2:16");
    assert_eq!(wrong.help.as_deref(), Some("did you mean `backlinks`?"));
    assert_eq!(wrong.label.as_deref(), Some("while making `actors/joe-biden.html`"));
    assert_eq!(wrong.related[0].0.file.path.as_ref(), "content/actors/joe-biden.md");
}

#[test]
fn a_misspelt_field_of_a_row_is_found_where_nothing_shows_it() {
    let text = "{% for row in quotations %}{% if row.verdct %}!{% endif %}{{ row.text }}{% endfor %}\n\
                {% for one in [1, 2] %}{{ one.more }}{% endfor %}";
    let diagnostics = unknown_names(text);
    let [one] = &diagnostics[..] else { panic!("{diagnostics:#?}") };
    assert_eq!(one.message, "no row of a list has a field `verdct`");
    assert_eq!(one.help.as_deref(), Some("did you mean `verdict`?"));
}

#[test]
fn a_field_that_every_page_lacks_is_told_even_in_a_condition() {
    let text = "page.nothing {% if page.headin or words.sources %}x{% endif %}{{ words.source }}";
    let diagnostics = unknown_names(text);
    let told: Vec<_> = diagnostics.iter().map(|wrong| wrong.message.as_str()).collect();
    assert_eq!(told, ["`page` has no field `headin`", "`words` has no field `source`"]);
    assert_eq!(diagnostics[0].help.as_deref(), Some("did you mean `heading`?"));
    assert_eq!(diagnostics[0].place.as_ref().unwrap().to_string(), "templates/actor.html:1:25");
}

#[test]
fn a_template_that_cannot_be_read_is_told_and_its_original_stands_in() {
    let (theme, diagnostics) =
        with_templates(&[("actor.html", "{% if %}"), ("event.html", "line one\n{{ card. }}")]);
    let places: Vec<_> =
        diagnostics.iter().map(|wrong| wrong.place.as_ref().unwrap().to_string()).collect();
    assert_eq!(
        places,
        ["templates/actor.html:1:7", "templates/event.html:2:10"],
        "{diagnostics:?}"
    );
    assert!(diagnostics.iter().all(|wrong| wrong.code == Code::TemplateSyntax));
    assert!(make(&renderer_with(theme, fixture::briefing()), &What::Entity(BIDEN)).is_ok());
}

#[test]
fn what_does_not_fit_together_is_told_at_its_place() {
    for (text, place, said) in [
        ("a\n{{ page.title | shout }}", "templates/actor.html:2:", "no filter `shout`"),
        ("{{ nothing_like_it() }}", "templates/actor.html:1:", "no function `nothing_like_it`"),
        ("{% include \"no.html\" %}", "templates/actor.html:1:", "no template `no.html`"),
        ("{% extends \"no.html\" %}", "templates/actor.html:1:", "no.html"),
    ] {
        let (theme, diagnostics) = with_templates(&[("actor.html", text)]);
        let wrong = diagnostics.first().unwrap_or_else(|| panic!("{text}: nothing"));
        assert!(wrong.message.to_lowercase().contains(said), "{text}: {}", wrong.message);
        let at = wrong.place.as_ref().unwrap_or_else(|| panic!("{text}: no place")).to_string();
        assert!(at.starts_with(place), "{text}: {at}");
        assert!(make(&renderer_with(theme, fixture::briefing()), &What::Entity(BIDEN)).is_ok());
    }
}

#[test]
fn a_file_that_a_template_names_but_is_not_there_is_told() {
    let text = "{{ asset(path=\"logo.png\") }}";
    let (theme, _) = with_templates(&[("actor.html", text)]);
    let wrong = make(&renderer_with(theme, fixture::briefing()), &What::Entity(BIDEN)).unwrap_err();
    assert!(wrong[0].message.contains("there is no file `static/logo.png`"), "{:?}", wrong[0]);
}

fn asset(path: &str) -> Asset {
    Asset {
        path: path.into(),
        bytes: AssetBytes::OnDisk(format!("static/{path}").into()),
        hash: "0123456789".into(),
        text: None,
    }
}

#[test]
fn files_that_templates_name_get_their_hash_and_others_keep_their_name() {
    let assets = vec![asset("maps/a.png"), asset("style.css")];
    let (theme, diagnostics) = Theme::new(&Project { assets, ..Project::default() });
    assert_eq!(diagnostics, []);
    let paths: Vec<&str> = theme.assets().iter().map(|asset| &*asset.path).collect();
    let count = builtin::STATIC.len() + 1;
    assert_eq!(paths.len(), count, "the site's style sheet stands for the built-in one: {paths:?}");
    assert!(paths.contains(&"maps/a.png") && paths.contains(&"style.0123456789.css"), "{paths:?}");
    let html = make(&renderer_with(theme, fixture::briefing()), &What::Entity(BIDEN)).unwrap();
    assert!(html.contains("href=\"../style.0123456789.css\""));
}

#[test]
fn a_static_file_where_a_page_stands_is_told() {
    for (paths, wrong) in [
        (&["index.html"][..], 1),
        (&["Actors.html"], 1),
        (&["actors"], 1),
        (&["actors/joe-biden.html/x.png"], 1),
        (&["actors/portrait.png", "a.html"], 0),
        (&["Logo.png", "logo.png"], 1),
        (&["logo", "logo/x.png"], 1),
        (&["caf\u{e9}.png", "cafe\u{301}.png"], 1),
    ] {
        let assets = paths.iter().map(|path| asset(path)).collect();
        let (theme, _) = Theme::new(&Project { assets, ..Project::default() });
        let (_, diagnostics) = outputs::outputs(&fixture::briefing(), &theme, false);
        assert_eq!(diagnostics.len(), wrong, "{paths:?}: {diagnostics:?}");
    }
}

#[test]
fn content_is_never_run_as_a_template() {
    let mut briefing = fixture::briefing();
    std::sync::Arc::make_mut(&mut briefing.settings).title = "{{ words.skip }}{% if x %}".into();
    let html = make(&renderer(briefing), &What::Front).unwrap();
    assert!(html.contains("{{ words.skip }}{% if x %}"));
}
