//! `pake generate`: renders completions and manual pages from the command line's definition.

use std::path::PathBuf;

use clap::{Command, Subcommand, ValueEnum};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use crate::commands::generate::Settings;

const EXAMPLES: &str = "\
EXAMPLES:
  Completions for your shell:
      pake generate completions bash > ~/.bash_completion
      pake generate completions fish > ~/.config/fish/completions/pake.fish

  Fill the folders of the project:
      pake generate completions --dir completions
      pake generate man --dir man";

/// What manual pages name as their source.
const SOURCE: &str = concat!("pake ", env!("CARGO_PKG_VERSION"));

/// Generate shell completions and manual pages
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
enum What {
    /// Completions for a shell
    Completions {
        /// The shell; all of them if a folder is given
        #[arg(value_name = "SHELL", required_unless_present = "dir")]
        shell: Option<Shell>,
        /// The folder to fill instead of printing
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Manual pages, one a command
    Man {
        /// The folder to fill instead of printing
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

impl Args {
    /// Renders what the flags ask for from the definition `cli`.
    pub fn settings(self, cli: Command) -> Settings {
        match self.what {
            What::Completions { shell, dir } => {
                let shells = shell.map_or(Shell::value_variants().to_vec(), |shell| vec![shell]);
                let files = shells.into_iter().map(|shell| completions(shell, cli.clone()));
                Settings { files: files.collect(), folder: dir }
            }
            What::Man { dir } => Settings { files: pages(cli), folder: dir },
        }
    }
}

fn completions(shell: Shell, mut cli: Command) -> (String, String) {
    let mut script = Vec::new();
    generate(shell, &mut cli, "pake", &mut script);
    let name = match shell {
        Shell::Bash => "pake.bash",
        Shell::Zsh => "_pake",
        Shell::Fish => "pake.fish",
        Shell::PowerShell => "_pake.ps1",
        _ => "pake.elv",
    };
    (name.to_owned(), String::from_utf8_lossy(&script).into_owned())
}

/// A page for the program and one for each command.
fn pages(mut cli: Command) -> Vec<(String, String)> {
    // Names the commands in full: `pake-mask`.
    cli.build();
    let mut pages = Vec::new();
    add_pages(&cli, &mut pages);
    pages.push(("pake-config.5".to_owned(), crate::config::man_page(SOURCE)));
    pages
}

/// The page with the headings of the help's end (`EXAMPLES:`) as headings, and its lines as they
/// stand there; clap_mangen puts all of it as flowing text under one heading.
fn with_sections(page: &str) -> String {
    let Some((head, end)) = page.split_once(".SH EXTRA\n") else {
        return page.to_owned();
    };
    let mut out = head.to_owned();
    for line in end.lines() {
        let heading =
            line.strip_suffix(':').filter(|name| name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' '));
        match heading {
            Some(name) => out.push_str(&format!(".SH {name}\n.nf\n")),
            None if line.starts_with(".SH") => out.push_str(&format!(".fi\n{line}\n")),
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

fn add_pages(command: &Command, pages: &mut Vec<(String, String)>) {
    let man = Man::new(command.clone()).source(SOURCE).manual("User Commands");
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    let _ = man.render(&mut text);
    let name = man.get_filename();
    pages.push((name, with_sections(&String::from_utf8_lossy(&text))));
    for command in command.get_subcommands() {
        add_pages(command, pages);
    }
}
