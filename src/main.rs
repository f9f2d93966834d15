//! `pake`: see the library for how it works.

use std::process::ExitCode;

use pake::{cli, commands, pipeline};

fn main() -> ExitCode {
    let ended = match cli::parse() {
        Ok(command) => commands::run(command),
        Err(exit) => exit,
    };
    pipeline::end_as_signalled();
    ended.into()
}
