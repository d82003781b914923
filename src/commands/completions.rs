//! Shell completions and manual pages, made from the definitions of the command line.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::{Cli, Man};
use crate::commands::stop::Stop;
use crate::io::error::IoError;
use crate::io::{edit, terminal};

/// Prints the script of a shell.
pub fn run(shell: Shell) {
    terminal::raw_result(&script(shell));
}

/// Prints the program's manual page, or writes those of all commands to a folder.
///
/// # Errors
/// Where a page cannot be written.
pub fn run_man(man: &Man) -> Result<(), Stop> {
    let folder = man.folder.as_deref();
    let pages = manual().map_err(IoError::of("make", folder.unwrap_or("the manual".as_ref())))?;
    let Some(folder) = folder else {
        for page in pages.iter().take(1) {
            terminal::raw_result(&page.roff);
        }
        return Ok(());
    };
    for page in &pages {
        edit::write(&folder.join(&page.file), &page.roff)?;
        terminal::result(&format!("wrote {}", page.file));
    }
    Ok(())
}

/// A manual page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualPage {
    /// The name of its file: `dateline-build.1`.
    pub file: String,
    /// Its text, in roff.
    pub roff: Vec<u8>,
}

/// The script that completes commands and flags in a shell.
#[must_use]
pub fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "dateline", &mut script);
    script
}

/// The manual pages: that of the program first, then one for each command.
///
/// # Errors
///
/// None that can happen: writing to memory does not fail.
pub fn manual() -> std::io::Result<Vec<ManualPage>> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let commands = program.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    let all: Vec<clap::Command> = std::iter::once(program.clone()).chain(commands).collect();
    all.into_iter().map(page).collect()
}

fn page(command: clap::Command) -> std::io::Result<ManualPage> {
    let man = clap_mangen::Man::new(command).manual("dateline");
    let mut roff = Vec::new();
    man.render(&mut roff)?;
    Ok(ManualPage { file: man.get_filename(), roff })
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;
    use clap_complete::Shell;

    use super::{manual, script};

    #[test]
    fn every_shell_gets_a_script_that_knows_the_commands() {
        for shell in Shell::value_variants() {
            let text = String::from_utf8(script(*shell)).unwrap();
            assert!(text.contains("publish") && text.contains("explain"), "{shell}");
        }
    }

    #[test]
    fn every_command_has_a_manual_page() {
        let pages = manual().unwrap();
        let files: Vec<&str> = pages.iter().map(|page| page.file.as_str()).collect();
        assert_eq!(files[..3], ["dateline.1", "dateline-new.1", "dateline-serve.1"]);
        assert!(pages.iter().all(|page| page.roff.starts_with(b".ie")), "not roff");
    }
}
