//! What is wrong with templates, and the page that shows it.

use dateline::diagnostic::code::Code;

use crate::fixture::{all_said, engine_with};
use crate::place;

#[test]
fn a_mistake_in_a_template_is_told_once_with_the_first_page() {
    let text = "\
//- templates/actor.html
<p>
{{ page.titel }}
";
    let findings = engine_with(text).findings();
    assert_eq!(findings.len(), 1, "{:#?}", all_said(&findings));
    let finding = findings.iter().next().unwrap();
    assert_eq!(place(finding), "templates/actor.html:2:9");
    assert_eq!(finding.label.as_deref(), Some("while making `actors/ann.html` and 1 more page"));
    let page = finding.related.first().map(|(place, _)| &*place.file.path);
    assert_eq!(page, Some("content/actors/ann.md"));
    assert!(finding.help.as_deref().unwrap().contains("did you mean `title`?"));
}

#[test]
fn a_misspelt_name_in_a_template_is_marked_whole_with_the_one_that_is_meant() {
    for (file, text, marked, helps) in [
        ("base.html", "<p>{% endblok %}", "endblok", "did you mean `endblock`?"),
        ("actor.html", "{% iff name %}x{% endif %}", "iff", "did you mean `if`?"),
        ("actor.html", "<p>{{ page.title | upppper }}", "upppper", "did you mean `upper`?"),
        ("actor.html", "{% if body is definde %}x{% endif %}", "definde", "`defined`"),
        ("actor.html", "<p>{{ now() }}", "now", "there are: `asset`, `range`"),
        ("actor.html", "<p>{{ assets() }}", "assets", "did you mean `asset`?"),
        (
            "actor.html",
            "<p>{% include \"partials/hed.html\" %}",
            "partials/hed.html",
            "did you mean `partials/head.html`?",
        ),
        ("actor.html", "{% extends \"bse.html\" %}", "bse.html", "did you mean `base.html`?"),
        (
            "actor.html",
            "{% extends \"base.html\" %}{% block mian %}x{% endblock %}",
            "mian",
            "did you mean `main`?",
        ),
        ("actor.html", "<p>{{ asset(path=\"stile.css\") }}", "stile.css", "`style.css`"),
        ("partials/head.html", "{% if page.titel | upper %}x{% endif %}", "titel", "`title`"),
        ("partials/head.html", "{% if wrods | upper %}x{% endif %}", "wrods", "`words`"),
        ("actor.html", "{% if sumary | upper %}x{% endif %}", "sumary", "`summary`"),
        ("partials/head.html", "{% if page.titel %}x{% endif %}", "titel", "`title`"),
        ("actor.html", "{% if qqq %}x{% endif %}", "qqq", "docs/templates.md"),
    ] {
        let findings = engine_with(&format!("//- templates/{file}\n{text}\n")).findings();
        let [one] = findings.iter().collect::<Vec<_>>()[..] else {
            panic!("{text}: {:#?}", all_said(&findings))
        };
        let at = one.place.as_ref().unwrap();
        assert_eq!(at.file.slice(&at.span), marked, "{one:?}");
        let help = one.help.as_deref().unwrap();
        assert!(help.contains(helps) && help.len() < 200, "{text}: {help}");
        let is_made = one.code == Code::TemplateError;
        let page = one.label.as_deref().is_some_and(|it| it.starts_with("while making `"));
        assert_eq!(page, is_made, "{one:?}");
    }
}

#[test]
fn a_tag_that_nothing_closes_is_marked_with_what_to_write_before_what() {
    let at_end = |name: &str| format!("write `{{% {name} %}}` where it ends");
    let before =
        |name: &str, other: &str| format!("write `{{% {name} %}}` before this `{{% {other} %}}`");
    let page = "{% extends \"base.html\" %}{% block main %}";
    for (text, marked, message, helps) in [
        (
            format!("{page}\n{{% if body %}}x\n{{% endblock %}}"),
            "{% if body %}",
            "this `if` is not closed",
            before("endif", "endblock"),
        ),
        (
            format!(
                "{page}\n{{%- for a in words -%}}x{{% if a %}}{{% endif %}}{{% endblock main %}}"
            ),
            "{%- for a in words -%}",
            "this `for` is not closed",
            before("endfor", "endblock"),
        ),
        (
            "{% if body %}{% for a in words %}x{% endif %}{% endfor %}".to_owned(),
            "{% for a in words %}",
            "this `for` is not closed",
            before("endfor", "endif"),
        ),
        (
            "{# {% for #}{% raw %}{% for %}{% endraw %}{{ \"{% for %}\" }}{% if \"%}\" %}x"
                .to_owned(),
            "{% if \"%}\" %}",
            "this `if` is not closed",
            at_end("endif"),
        ),
        (
            "{% set a = 1 %}{% set b %}x".to_owned(),
            "{% set b %}",
            "this `set` is not closed",
            at_end("endset"),
        ),
        (
            "<p>{% endif %}".to_owned(),
            "endif",
            "no `if` is open before this `endif`",
            "take it out, or write `{% if … %}` before it".to_owned(),
        ),
        (
            "{% if body %}{% else %}{% elif words %}{% endif %}".to_owned(),
            "elif",
            "no `elif` can follow the `else` of this `if`",
            "after every `elif`".to_owned(),
        ),
    ] {
        let findings = engine_with(&format!("//- templates/actor.html\n{text}\n")).findings();
        let [one] = findings.iter().collect::<Vec<_>>()[..] else {
            panic!("{text}: {:#?}", all_said(&findings))
        };
        let at = one.place.as_ref().unwrap();
        assert_eq!((at.file.slice(&at.span), &*one.message), (marked, message), "{text}");
        assert!(one.help.as_deref().unwrap().contains(&helps), "{text}: {one:?}");
    }
}
