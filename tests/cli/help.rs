//! What the program says about itself, and wrong use.

use std::process::Command;

use crate::harness::{MAIL, Place};

/// The command lines under EXAMPLES in the help of a command.
fn examples(command: &str) -> Vec<String> {
    let mut pake = Command::new(assert_cmd::cargo::cargo_bin!("pake"));
    let output = pake.args(command.split_whitespace()).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let examples = help.split_once("\nEXAMPLES:\n").expect(command).1;
    let lines = examples.lines().filter_map(|line| line.strip_prefix("      "));
    lines.map(str::to_owned).collect()
}

#[test]
fn the_examples_of_every_command_run() {
    let commands =
        ["", "mask", "report", "audit", "search", "trace", "detectors", "generate", "validate-config", "explain"];
    for command in commands {
        let place = examples_place();
        if command != "audit" {
            place.pake("audit keygen --name example.com/shop shop.key").output();
        }
        let examples = examples(command);
        assert!(examples.len() >= 3, "pake {command}");
        for example in examples {
            let script = format!("export PATH=\"$PWD/bin:$PATH\" HOME=\"$PWD/home\"; {example}");
            let output = place.shell(&script).wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let finds = i32::from(example.contains("--check"));
            assert_eq!((output.status.code(), said.as_str()), (Some(finds), ""), "{example}");
        }
    }
}

/// A folder with the files that the examples name.
fn examples_place() -> Place {
    let place = Place::new();
    let setup = "mkdir -p bin home logs home/.config/fish/completions; \
                 ln -s \"$PAKE\" bin/pake; printf '#!/bin/sh\\ncat home/log\\n' > bin/journalctl; \
                 cp bin/journalctl bin/kubectl; chmod +x bin/journalctl bin/kubectl";
    assert!(place.shell(setup).wait().unwrap().success());
    place.write("pake.yaml", "environments: {production: {}}\n");
    // In every window that ends with the present.
    let entry = "{\"timestamp\":\"2200-01-01T00:00:00Z\",\"queue\":{\"wait_us\":5}}\n";
    for name in ["logs/a.log", "old.log.gz", "home/log"] {
        place.write(name, format!("{MAIL}{entry}"));
    }
    let found = "{\"timestamp\":\"2026-11-20T09:00:00Z\",\"message\":\"ORD-417\",\"correlation_id\":\"req-12345\"}\n";
    place.write("app.log", format!("{MAIL}{entry}{found}"));
    place
}

#[test]
fn help_fits_80_columns() {
    let place = Place::new();
    for command in [
        "--help",
        "mask --help",
        "mask -h",
        "report --help",
        "report -h",
        "audit --help",
        "audit -h",
        "audit keygen --help",
        "audit seal --help",
        "audit verify --help",
        "audit prove --help",
        "audit check-proof --help",
        "audit controls --help",
        "search --help",
        "search -h",
        "trace --help",
        "trace -h",
        "detectors --help",
        "generate --help",
        "validate-config --help",
        "explain --help",
    ] {
        let run = place.start(command).wait_with_output().unwrap();
        for line in String::from_utf8(run.stdout).unwrap().lines() {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn wrong_use_exits_with_2_and_prints_nothing() {
    let place = Place::new().with("a", MAIL);
    for arguments in [
        "mask --threads 0 a",
        "mask -j x a",
        "mask --no-such-flag a",
        "mask --in-place",
        "mask --in-place -o b a",
        "mask --check -o b a",
        "mask --follow a a",
        "mask --profile none a",
        "mask --progress sometimes a",
        "no-such-command",
        "",
    ] {
        place.pake(arguments).exits(2).says_among(&["--help"]).check();
    }
}

#[test]
fn no_colour_where_there_is_no_terminal() {
    let place = Place::new();
    let said = "error: cannot read `none`: no such file or directory\n";
    place.pake("mask none").exits(2).says(said).check();
    place.pake("mask none").env("NO_COLOR", "1").exits(2).says(said).check();
}

#[test]
fn the_version_is_told() {
    let version = format!("pake {}\n", env!("CARGO_PKG_VERSION"));
    Place::new().pake("--version").prints(version).check();
}

#[test]
fn progress_goes_to_standard_error_where_it_is_asked_for() {
    let place = Place::new().with("a", MAIL);
    place.pake("mask --progress never a -o b").check();
    place.pake("mask a -o b").check();
    place.pake("mask --progress always a -o b").says_among(&["22 B"]).check();
}

#[test]
fn a_terminal_is_shown_colour_unless_no_color_is_set() {
    if let Some(shown) = Place::new().on_a_terminal("env -u NO_COLOR \"$PAKE\" mask none") {
        assert!(shown.starts_with("\x1b[1;31merror\x1b[0m: cannot read `none`"), "{shown:?}");
    }
    if let Some(shown) = Place::new().on_a_terminal("NO_COLOR=1 \"$PAKE\" mask none") {
        assert!(shown.starts_with("error: cannot read `none`"), "{shown:?}");
    }
}

#[test]
fn at_a_terminal_it_is_said_what_is_waited_for() {
    if let Some(shown) = Place::new().on_a_terminal("timeout 1 \"$PAKE\" mask") {
        assert!(shown.contains("reading from the terminal; name a file or pipe a log into it"));
    }
}
