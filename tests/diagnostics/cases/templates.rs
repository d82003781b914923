//! What is wrong with templates.

use dateline::diagnostic::code::Code;

use super::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::TemplateSyntax,
        place: "templates/actor.html:2:7",
        help: "`{% if name %}…{% endif %}`",
        files: "\
//- templates/actor.html
<p>
{% if %}
",
    },
    Case {
        code: Code::UnusedTemplate,
        place: "templates/actr.html:1:1",
        help: "did you mean `actor.html`?",
        files: "\
//- templates/actr.html
<p>{{ page.title }}
",
    },
    Case {
        code: Code::EmptyTemplate,
        place: "templates/actor.html:1:1",
        help: "delete the file",
        files: "\
//- templates/actor.html

",
    },
    Case {
        code: Code::TemplateError,
        place: "templates/404.html:1:4",
        help: "did you mean `page`?",
        files: "\
//- templates/404.html
{{ pgae.title }}
",
    },
];
