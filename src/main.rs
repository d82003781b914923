//! The program: arguments in, exit code out.

use std::process::ExitCode;

use clap::Parser;
use dateline::cli::Cli;
use dateline::commands;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(commands::run(&Cli::parse()))
}
