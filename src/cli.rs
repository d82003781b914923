//! What can be typed: commands, flags, and the help that teaches them. No behaviour.
//!
//! Long because every command stands here with all its flags and their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Turns a folder of Markdown into a briefing: linked pages whose references are all checked.
///
/// A briefing is a folder of plain files: the sections of an article, and a page for every actor,
/// event and source. `build` writes a website that works on any host and from a USB stick.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  dateline new briefing my-briefing    begin: a small briefing that builds
  dateline serve --open                write, and see each change in the browser
  dateline check                       everything that is wrong, and what to type instead
  dateline build                       write the finished site to public/

Exit status:
  0  done; warnings do not count
  1  the briefing has errors, and nothing was written
  2  the machine or the command line is at fault")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub everywhere: Everywhere,
}

/// What every command takes.
#[derive(Args, Clone, Debug, Default)]
pub struct Everywhere {
    /// The briefing's folder [default: the nearest folder upwards with a dateline.yaml]
    #[arg(long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The moment to judge embargo, expiry, overdue events and future dates by: 2021-12-30T20:35Z [default: the clock]
    #[arg(long, global = true, value_name = "TIME")]
    pub now: Option<String>,
    /// A folder with archived texts that are not kept beside their sources, found by their SHA-256
    #[arg(long, global = true, value_name = "DIR")]
    pub archives: Option<PathBuf>,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a briefing, or add a section, an actor, an event or a source to it
    ///
    /// Writes one file that builds as it is: required fields with placeholders, optional ones as
    /// comments that say what they are for. Nothing is ever overwritten.
    #[command(after_help = "\
Examples:
  dateline new briefing my-briefing    a folder with one page of every kind
  dateline new actor \"Joe Biden\"       content/actors/joe-biden.md
  dateline new section \"Full support\"  content/sections/02-full-support.md, the next in order
  dateline new event \"Geneva summit\" --now 2021-06-16
  dateline new source \"Press briefing of 30 December\"")]
    New(New),
    /// Show the site in the browser, and each change as soon as it is saved
    ///
    /// Shows what `build --drafts` writes. Only this computer can see it. Stop it with Ctrl-C.
    #[command(after_help = "\
Examples:
  dateline serve                       the address is printed
  dateline serve --open                and opened in the browser
  dateline serve --port 8080
  dateline serve --write               also write public/ after each change")]
    Serve(Serve),
    /// Write the finished site to public/
    ///
    /// Reads and checks everything first: where there is an error, nothing is written and the site
    /// of the last build stays. Files that did not change are not touched; pages that are gone are
    /// removed; files that this program did not write are never removed.
    #[command(after_help = "\
Examples:
  dateline build
  dateline build --output ../site      write to another folder
  dateline build --strict              a warning is an error too: for the last build before publishing
  dateline build --drafts              with drafts, embargoed and expired pages
  dateline build --json                the summary for programs")]
    Build(Build),
    /// Find all mistakes in one run, and write nothing
    ///
    /// Looks through front matter, prose and templates. Each mistake comes with its code, file, line
    /// and column, the text underlined, and what to type instead.
    #[command(after_help = "\
Examples:
  dateline check
  dateline check --strict              exit with 1 for warnings too
  dateline check --explain orphan      what a code means, and how to mend it
  dateline check --format json         for programs; sarif for code hosts, github for its workflows")]
    Check(Check),
    /// Build, and hand the site to a target of dateline.yaml
    ///
    /// Readers have the old site or the new one at every moment. Only files that an earlier publish
    /// has put are ever deleted. What the site said is remembered in releases/, to be committed.
    #[command(after_help = "\
Examples:
  dateline publish                     to the first target of dateline.yaml
  dateline publish live                to the target called live
  dateline publish --dry-run           what would change, and nothing else
  dateline publish --list              the releases that can be gone back to
  dateline publish --rollback          back to the release before
  dateline publish --verify            read everything back and compare it
  dateline publish --repair            put again what is not as it was published

A target in dateline.yaml:
  publish:
    - name: live
      to: folder
      path: /srv/www/briefing          the site is then at /srv/www/briefing/current")]
    Publish(Publish),
    /// Take an id out of everything that was published, and prove that it is gone
    ///
    /// The page must be out of content/ already, or be a draft. Publishes the site without it, takes
    /// away all former releases that tell of it, and looks for it in everything that is left.
    #[command(after_help = "\
Examples:
  dateline retract joe-doe
  dateline retract joe-doe --target live")]
    Retract(Retract),
    /// Build, and compare with what is published at an address, byte for byte
    ///
    /// Anyone with the content can see that a published site says just that, and nothing else.
    #[command(after_help = "\
Examples:
  dateline verify https://example.org/call/")]
    Verify(Verify),
    /// Keep the text of a source, so that its quotations can be checked
    ///
    /// Fetches a page or reads a file, and writes its text and its raw bytes to
    /// content/sources/SOURCE/, with SHA-256, time and final address in the source's front matter.
    /// Archived texts are private: what of them is published, `publish` in the front matter says.
    #[command(after_help = "\
Examples:
  dateline archive white-house-aim https://example.org/briefing
  dateline archive letter ~/Downloads/letter.html
  dateline archive letter scan.txt --encoding windows-1251
  dateline archive white-house-aim https://example.org/briefing --replace
  dateline archive --recheck           has any page changed since, and which quotations are lost?
  dateline archive --recheck letter")]
    Archive(Archive),
    /// Sign pages as their second reader
    ///
    /// Writes the reader's name, the day and a hash of what the page says into its front matter. Any
    /// later edit voids it. A reader is somebody who is not among the briefing's authors.
    #[command(after_help = "\
Examples:
  dateline review the-call --by \"Jane Doe\"
  dateline review briefing the-call geneva-summit --by \"Jane Doe\"
  dateline review --all --by \"Jane Doe\"
  dateline check --require-review      which pages are not signed as they stand")]
    Review(Review),
    /// Rename an id, and everything that refers to it
    ///
    /// Renames the file, rewrites every reference in front matter and prose, and leaves all other
    /// bytes as they are. The old address goes on working: it leads to the new one.
    #[command(after_help = "\
Examples:
  dateline mv geneva-summit geneva-summit-2021
  dateline mv peskov dmitry-peskov")]
    Mv(Mv),
    /// Print the JSON Schema of a kind's front matter
    ///
    /// An editor with a YAML language server completes and checks front matter with it.
    #[command(after_help = "\
Examples:
  dateline schema actor
  dateline schema settings > dateline.schema.json")]
    Schema(Schema),
    /// Export the briefing in a form that is not part of the site
    #[command(after_help = "\
Examples:
  dateline export pdf
  dateline export pdf --output call.pdf
  dateline export annotations > annotations.json
  dateline export quotes --output quotes.csv
  dateline export ftm | ftm validate
  dateline export nginx --output /etc/nginx/snippets/briefing.conf")]
    Export(Export),
    /// Print a script that completes commands and flags when you press Tab
    #[command(after_help = "\
Examples:
  dateline completions bash > ~/.local/share/bash-completion/completions/dateline
  dateline completions zsh > ~/.zfunc/_dateline
  dateline completions fish > ~/.config/fish/completions/dateline.fish")]
    Completions(Completions),
    /// Print the manual page, or write the pages of all commands to a folder
    #[command(after_help = "\
Examples:
  dateline man | man -l -
  dateline man ~/.local/share/man/man1")]
    Man(Man),
}

/// `new KIND NAME`.
#[derive(Args, Clone, Debug)]
pub struct New {
    /// What to begin
    #[arg(value_enum, value_name = "KIND")]
    pub kind: NewKind,
    /// Its name or title, from which the id is made; for a briefing, the folder
    #[arg(value_name = "NAME", required = true, num_args = 1..)]
    pub name: Vec<String>,
}

/// What `new` can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NewKind {
    /// A folder with settings and one page of every kind
    Briefing,
    /// A part of the article
    Section,
    /// A person, organisation, state, alliance, office or group
    Actor,
    /// Something that happened, or is scheduled
    Event,
    /// Who said it, where
    Source,
}

/// `serve`.
#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// The port to listen at [default: 4000, or the next free one]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Also write the site to public/ after each change
    #[arg(long)]
    pub write: bool,
    /// Let others in the network read it who have the address, which then has a token in it
    #[arg(long)]
    pub lan: bool,
    /// The editor that mistakes on a page lead to: vscode, vscodium, cursor, zed, idea, sublime,
    /// textmate, bbedit, or its own form of address with {path}, {line} and {column}
    #[arg(long, value_name = "NAME", env = "DATELINE_EDITOR")]
    pub editor: Option<String>,
}

/// `build`.
#[derive(Args, Clone, Debug)]
pub struct Build {
    /// The folder to write to; `public` is the one in the briefing's folder
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub output: PathBuf,
    /// Make every warning an error
    #[arg(long)]
    pub strict: bool,
    /// Refuse where a page is not signed by a second reader as it stands
    #[arg(long)]
    pub require_review: bool,
    /// Show drafts, embargoed and expired pages too
    #[arg(long)]
    pub drafts: bool,
    /// Print the summary as JSON
    #[arg(long)]
    pub json: bool,
}

/// `check`.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// How to print what was found
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    pub format: Format,
    /// Make every warning an error
    #[arg(long)]
    pub strict: bool,
    /// Find pages that are not signed by a second reader as they stand
    #[arg(long)]
    pub require_review: bool,
    /// Look at drafts, embargoed and expired pages as if they were published
    #[arg(long)]
    pub drafts: bool,
    /// Explain a code instead of checking
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
}

/// How `check` prints what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: excerpts with the text underlined
    Human,
    /// For programs: one JSON document
    Json,
    /// SARIF 2.1.0, which code hosts show beside the text
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
}

/// `publish [TARGET]`.
#[derive(Args, Clone, Debug)]
pub struct Publish {
    /// The name of the target [default: the first one]
    #[arg(value_name = "TARGET")]
    pub target: Option<String>,
    /// Only say what would be added (+), changed (~) and removed (-)
    #[arg(long)]
    pub dry_run: bool,
    /// Only print the ordered list of puts and deletes, for other tools
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub plan: Option<PlanFormat>,
    /// Publish onto a place that holds other things; nothing of them is deleted
    #[arg(long)]
    pub adopt: bool,
    /// Allow to delete up to N files, where that is more than a fifth of the site
    #[arg(long, value_name = "N")]
    pub allow_deletes: Option<usize>,
    /// List the releases that can be gone back to
    #[arg(long, conflicts_with_all = ["verify", "rollback", "dry_run", "plan"])]
    pub list: bool,
    /// Read every file back from the target and compare it
    #[arg(long, conflicts_with_all = ["rollback", "dry_run", "plan"])]
    pub verify: bool,
    /// Read every file back, and put again what is not as it was published
    #[arg(long, conflicts_with_all = ["list", "verify", "rollback", "freeze"])]
    pub repair: bool,
    /// Lead readers back to a release [default: the one before]
    #[arg(long, value_name = "RELEASE", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["dry_run", "plan"])]
    pub rollback: Option<String>,
    /// Refuse pages that no second person has signed off as they stand
    #[arg(long)]
    pub require_review: bool,
    /// Keep this release as a version that stays at an address of its own: v/2021-12-30/
    #[arg(long, conflicts_with_all = ["list", "verify", "rollback"])]
    pub freeze: bool,
    /// Publish although a correction that was published is no longer told
    #[arg(long)]
    pub amend_log: bool,
}

/// How a plan is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    /// For programs: one JSON document
    Json,
}

/// `verify ADDRESS`.
#[derive(Args, Clone, Debug)]
pub struct Verify {
    /// The address that the site is published at
    #[arg(value_name = "ADDRESS")]
    pub address: String,
}

/// `retract ID`.
#[derive(Args, Clone, Debug)]
pub struct Retract {
    /// The id that must go
    #[arg(value_name = "ID")]
    pub id: String,
    /// The name of the target [default: every target of dateline.yaml]
    #[arg(long, value_name = "TARGET")]
    pub target: Option<String>,
}

/// `archive SOURCE URL|FILE`.
#[derive(Args, Clone, Debug)]
pub struct Archive {
    /// The id of the source
    #[arg(value_name = "SOURCE", required_unless_present = "recheck")]
    pub source: Option<String>,
    /// The address of a page, or a file: HTML or plain text
    #[arg(value_name = "URL|FILE", required_unless_present = "recheck")]
    pub from: Option<String>,
    /// Compare what was archived with what stands there now, and name the quotations that are lost
    #[arg(long, conflicts_with_all = ["from", "replace"])]
    pub recheck: bool,
    /// Archive anew a source that has an archived text; the old file is kept
    #[arg(long)]
    pub replace: bool,
    /// The encoding, where the page or file does not say it: windows-1251, gbk, utf-16le
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// How long to wait for a server
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub timeout: u64,
}

/// `review ID…`.
#[derive(Args, Clone, Debug)]
pub struct Review {
    /// The ids of the pages; the front page is `briefing`
    #[arg(value_name = "ID", required_unless_present = "all")]
    pub ids: Vec<String>,
    /// The second reader's name
    #[arg(long, value_name = "NAME")]
    pub by: String,
    /// Sign every page
    #[arg(long, conflicts_with = "ids")]
    pub all: bool,
}

/// `mv OLD NEW`.
#[derive(Args, Clone, Debug)]
pub struct Mv {
    /// The id as it is
    #[arg(value_name = "OLD")]
    pub old: String,
    /// The id as it is to be
    #[arg(value_name = "NEW")]
    pub new: String,
}

/// `schema KIND`.
#[derive(Args, Clone, Debug)]
pub struct Schema {
    /// Whose front matter
    #[arg(value_enum, value_name = "KIND")]
    pub kind: SchemaKind,
}

/// `export`.
#[derive(Args, Clone, Debug)]
pub struct Export {
    /// In which form
    #[arg(value_enum, value_name = "FORMAT")]
    pub format: ExportFormat,
    /// The file to write [default: briefing.pdf; all else is printed]
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A form in which a briefing can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// The article in one document, printed by an installed Chromium, Chrome or Edge
    Pdf,
    /// Every passage that was found in an archived text, as W3C Web Annotations
    Annotations,
    /// Every quotation, as CSV
    Quotes,
    /// Every event, as CSV
    Events,
    /// Actors, events, sources and what relates them, as entities of FollowTheMoney, one a line
    Ftm,
    /// Actors, the offices they hold and events, as Popolo JSON
    Popolo,
    /// Events, as JSON for TimelineJS
    Timelinejs,
    /// Headers and redirects for nginx, to be included in a `server` block
    Nginx,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    /// content/briefing.md
    Briefing,
    /// content/sections/*.md
    Section,
    /// content/actors/*.md
    Actor,
    /// content/events/*.md
    Event,
    /// content/sources/*.md
    Source,
    /// dateline.yaml
    Settings,
    /// content/corrections.yaml
    Corrections,
}

/// `completions SHELL`.
#[derive(Args, Clone, Debug)]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// `man [DIR]`.
#[derive(Args, Clone, Debug)]
pub struct Man {
    /// Write a page for every command to this folder
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use clap::error::ErrorKind;
    use clap::{CommandFactory, Parser};

    use super::{Cli, Command, NewKind};

    #[test]
    fn the_definitions_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_shows_examples() {
        for command in Cli::command().get_subcommands() {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let name = command.get_name();
            assert!(help.starts_with("Examples:\n  dateline "), "{name} shows no example");
            assert!(help.contains(&format!("dateline {name}")), "{name} shows another's example");
        }
    }

    #[test]
    fn every_example_can_be_typed() {
        let mut commands: Vec<clap::Command> = Cli::command().get_subcommands().cloned().collect();
        commands.push(Cli::command());
        for command in commands {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let examples = help.lines().filter_map(|line| line.strip_prefix("  dateline "));
            for example in examples {
                let typed = example.split("  ").next().unwrap_or("");
                let typed = typed.split(['>', '|']).next().unwrap_or("");
                // What stands between quotation marks is one word.
                let pieces = typed.split('"').enumerate();
                let words = pieces.flat_map(|(number, piece)| {
                    if number % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect() }
                });
                let words = std::iter::once("dateline").chain(words);
                let parsed = Cli::try_parse_from(words);
                assert!(parsed.is_ok(), "{example}: {:?}", parsed.err());
            }
        }
    }

    #[test]
    fn a_misspelt_command_is_answered_with_the_nearest() {
        let error = Cli::try_parse_from(["dateline", "biuld"]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidSubcommand);
        assert!(error.to_string().contains("'build'"), "{error}");
        assert_eq!(error.exit_code(), 2);
    }

    #[test]
    fn a_name_of_several_words_needs_no_quotation_marks() {
        let cli = Cli::try_parse_from(["dateline", "new", "actor", "Joe", "Biden"]).unwrap();
        let Command::New(new) = cli.command else { panic!("another command") };
        assert_eq!((new.kind, new.name.join(" ").as_str()), (NewKind::Actor, "Joe Biden"));
    }

    #[test]
    fn root_and_now_may_stand_anywhere() {
        for typed in [
            ["dateline", "--root", "a", "--now", "2021-12-30", "build"],
            ["dateline", "build", "--root", "a", "--now", "2021-12-30"],
        ] {
            let cli = Cli::try_parse_from(typed).unwrap();
            assert_eq!(cli.everywhere.root.unwrap().as_os_str(), "a");
            assert_eq!(cli.everywhere.now.unwrap(), "2021-12-30");
        }
    }
}
