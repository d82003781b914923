//! What a user can ask for: recipes, no logic.

pub mod archive;
pub mod build;
pub mod check;
pub mod completions;
pub mod export;
pub mod help;
pub mod mv;
pub mod naming;
pub mod new;
pub mod publish;
pub mod published;
pub mod refusal;
pub mod remember;
pub mod retract;
pub mod review;
pub mod rewriting;
pub mod schema;
pub mod serve;
pub mod start;
pub mod stop;
pub mod verify;
pub mod versions;

use crate::cli::{Cli, Command};
use crate::commands::stop::Stop;

/// Carries out a command and gives the exit status: 0 done, 1 the briefing has errors, 2 the
/// machine or the command line is at fault.
#[must_use]
pub fn run(cli: &Cli) -> u8 {
    stop::status(carried_out(cli))
}

fn carried_out(cli: &Cli) -> Result<(), Stop> {
    let everywhere = &cli.everywhere;
    match &cli.command {
        Command::New(new) => new::run(new, everywhere),
        Command::Serve(serve) => serve::run(serve, everywhere),
        Command::Build(build) => build::run(build, everywhere),
        Command::Check(check) => check::run(check, everywhere),
        Command::Publish(publish) => publish::run(publish, everywhere),
        Command::Retract(retract) => retract::run(retract, everywhere),
        Command::Verify(verify) => verify::run(verify, everywhere),
        Command::Archive(typed) => archive::run(typed, everywhere),
        Command::Review(typed) => review::run(typed, everywhere),
        Command::Mv(mv) => mv::run(mv, everywhere),
        Command::Export(export) => export::run(export, everywhere),
        Command::Schema(schema) => {
            schema::run(schema);
            Ok(())
        }
        Command::Completions(completions) => {
            completions::run(completions.shell);
            Ok(())
        }
        Command::Man(man) => completions::run_man(man),
    }
}
