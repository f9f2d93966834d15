//! The examples of README and docs: every command in a `console` block prints exactly what stands below it.

use std::path::Path;
use std::process::{Command, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A command, the line it stands in, and what is printed below it.
struct Example {
    line: usize,
    command: String,
    printed: String,
}

fn examples(text: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match (line.strip_prefix("$ "), examples.last_mut()) {
                (Some(command), _) => {
                    examples.push(Example { line: index + 1, command: command.to_owned(), printed: String::new() })
                }
                (None, Some(example)) => example.printed += &format!("{line}\n"),
                (None, None) => panic!("line {}: output without a command", index + 1),
            },
        }
    }
    examples
}

/// What `bash` shows of `command` in the project's folder, both streams in one, as a terminal would.
fn shown(command: &str) -> String {
    let pake = Path::new(assert_cmd::cargo::cargo_bin!("pake"));
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", pake.parent().unwrap().display());
    let script = format!("exec 2>&1; {command}");
    let mut bash = Command::new("bash");
    bash.args(["-c", &script])
        .current_dir(ROOT)
        .env("PATH", path)
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .stdin(Stdio::null());
    String::from_utf8(bash.output().unwrap().stdout).unwrap()
}

#[test]
fn every_example_of_readme_and_docs_prints_what_stands_there() {
    let docs = std::fs::read_dir(Path::new(ROOT).join("docs")).unwrap();
    let names = docs.map(|entry| format!("docs/{}", entry.unwrap().file_name().to_str().unwrap()));
    let mut faults = String::new();
    for name in ["README.md".to_owned()].into_iter().chain(names) {
        let text = std::fs::read_to_string(Path::new(ROOT).join(&name)).unwrap();
        let examples = examples(&text);
        assert!(examples.len() >= 3, "{name}: only {} examples", examples.len());
        for Example { line, command, printed } in examples {
            let now = shown(&command);
            if now != printed {
                faults += &format!("{name}:{line}: $ {command}\n--- stands there\n{printed}--- is printed\n{now}\n");
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn the_readme_begins_with_the_two_commands_of_a_fresh_machine() {
    let text = std::fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let top: String = text.lines().take(40).collect::<Vec<_>>().join("\n");
    assert!(top.contains("\ncargo run --release --quiet -- mask fixtures/app.jsonl"), "{top}");
    let tests = "\ncargo nextest run --locked --no-fail-fast";
    assert!(top.contains(tests), "{top}");
    let run = std::fs::read_to_string(Path::new(ROOT).join(".ci/run")).unwrap();
    assert!(run.contains(tests.trim()), "{run}");
}
