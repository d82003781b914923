//! `check`: reads, compiles, makes every page, and says all that is wrong. Nothing is written.

use crate::cli::{Check, Everywhere, Format};
use crate::commands::refusal::Refusal;
use crate::commands::start;
use crate::commands::stop::Stop;
use crate::diagnostic::code::Code;
use crate::diagnostic::{github, human, json, sarif};
use crate::io::read::root::below_repository as below;
use crate::io::terminal;
use crate::nearest::nearest;

/// Checks a briefing.
///
/// # Errors
/// Where it has errors, or could not be read.
pub fn run(check: &Check, everywhere: &Everywhere) -> Result<(), Stop> {
    if let Some(code) = &check.explain {
        return explain(code);
    }
    let (root, engine) = start::engine(everywhere, check.drafts)?;
    let findings = engine.findings();
    let findings = if check.require_review { findings.and(engine.unreviewed()) } else { findings };
    let findings = if check.strict { findings.strict(engine.unarchived()) } else { findings };
    match check.format {
        Format::Human if findings.is_empty() => {
            // What the author wrote; themes and what is made of it are more.
            let count = engine.project().content.len();
            let files = if count == 1 { "content file" } else { "content files" };
            terminal::result(&format!("nothing is wrong in {count} {files}"));
        }
        Format::Human => {
            terminal::result(&human::report(&findings, None, terminal::results_in_colour()));
        }
        Format::Json => terminal::result(&json::write(&findings)),
        Format::Sarif => terminal::result(&sarif::write(&findings, &below(&root))),
        Format::Github => terminal::raw_result(github::write(&findings, &below(&root)).as_bytes()),
    }
    if findings.has_errors() { Err(Stop::Reported) } else { Ok(()) }
}

/// Says what a code means, and how it is mended.
fn explain(name: &str) -> Result<(), Stop> {
    let Some(code) = Code::from_name(name) else {
        let names = Code::ALL.iter().map(|code| code.name());
        let help = match nearest(name, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`dateline check` shows the code of each finding in brackets".to_owned(),
        };
        return Err(Refusal::new(format!("no finding has the code `{name}`"), help).into());
    };
    let severity = code.severity().word();
    terminal::result(&format!("{name} ({severity})\n\n{}", code.explanation()));
    Ok(())
}
