//! The program: arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use dateline::cli::Cli;
use dateline::commands;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(match Cli::try_parse() {
        Ok(cli) => commands::run(&cli),
        Err(wrong) if wrong.use_stderr() => wrong.exit(),
        // Help and the version are results.
        Err(asked) => commands::help::told(asked.print()),
    })
}
