//! Runs `pake` in a folder of its own and compares everything: standard output, standard error
//! and exit code. What a test does not mention must be empty, and the code 0.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A folder with files, in which the program runs.
pub struct Place(TempDir);

/// One run: what it is given and what is expected of it.
pub struct Run<'a> {
    command: assert_cmd::Command,
    place: &'a Place,
    stdout: Expected,
    stderr: Expected,
    code: i32,
}

enum Expected {
    Exactly(Vec<u8>),
    Holding(Vec<String>),
}

impl Place {
    pub fn new() -> Place {
        Place(tempfile::tempdir().unwrap())
    }

    /// With one more file.
    pub fn with(self, name: &str, content: impl AsRef<[u8]>) -> Place {
        self.write(name, content);
        self
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The names in the folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// `pake` with arguments that are separated by spaces.
    pub fn pake(&self, arguments: &str) -> Run<'_> {
        let mut command = assert_cmd::Command::cargo_bin("pake").unwrap();
        command.current_dir(self.0.path()).args(arguments.split_whitespace());
        command.env_remove("NO_COLOR").env_remove("COLUMNS").timeout(Duration::from_secs(60));
        // No config of the person who runs the tests.
        command.env("XDG_CONFIG_HOME", self.0.path().join("none"));
        Run {
            command,
            place: self,
            stdout: Expected::Exactly(Vec::new()),
            stderr: Expected::Exactly(Vec::new()),
            code: 0,
        }
    }

    /// The same with nothing to read on standard input, and no pipe there.
    pub fn pake_alone(&self, arguments: &str) -> Run<'_> {
        let mut run = self.pake("");
        run.command = assert_cmd::Command::new("sh");
        run.command.args(["-c", "exec \"$PAKE\" \"$@\" < /dev/null", "sh"]).args(arguments.split_whitespace());
        run.command.current_dir(self.0.path()).env("PAKE", assert_cmd::cargo::cargo_bin!("pake"));
        run.command.env("XDG_CONFIG_HOME", self.0.path().join("none")).timeout(Duration::from_secs(60));
        run
    }

    /// `pake` as a process that goes on beside the test.
    pub fn start(&self, arguments: &str) -> Child {
        self.shell(&format!("exec \"$PAKE\" {arguments}"))
    }

    /// What a terminal is shown when `script` runs in it; None where no terminal can be made.
    pub fn on_a_terminal(&self, script: &str) -> Option<String> {
        self.write(".script", script);
        let command = "command -v script > .null && script -qec 'sh .script' .null";
        let output = self.shell(command).wait_with_output().unwrap();
        if !output.status.success() && output.stdout.is_empty() {
            eprintln!("skipped: there is no `script` to make a terminal with");
            return None;
        }
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// A shell with the program's path in `$PAKE`.
    pub fn shell(&self, script: &str) -> Child {
        let mut command = Command::new("sh");
        command.args(["-c", script]).current_dir(self.0.path());
        command.env("PAKE", assert_cmd::cargo::cargo_bin!("pake"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }
}

impl<'a> Run<'a> {
    /// Gives it standard input.
    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.command.write_stdin(bytes.into());
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// One more argument, which may hold spaces.
    pub fn arg(mut self, argument: impl AsRef<Path>) -> Self {
        self.command.arg(argument.as_ref());
        self
    }

    /// Expects exactly this on standard output.
    pub fn prints(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdout = Expected::Exactly(bytes.as_ref().to_vec());
        self
    }

    /// Expects all of this somewhere on standard output.
    pub fn prints_among(mut self, texts: &[&str]) -> Self {
        self.stdout = Expected::Holding(texts.iter().map(|text| (*text).to_owned()).collect());
        self
    }

    /// Expects exactly this on standard error.
    pub fn says(mut self, text: &str) -> Self {
        self.stderr = Expected::Exactly(text.as_bytes().to_vec());
        self
    }

    /// Expects all of this somewhere on standard error.
    pub fn says_among(mut self, texts: &[&str]) -> Self {
        self.stderr = Expected::Holding(texts.iter().map(|text| (*text).to_owned()).collect());
        self
    }

    /// Expects this exit code.
    pub fn exits(mut self, code: i32) -> Self {
        self.code = code;
        self
    }

    /// Runs it, and compares nothing.
    pub fn output(mut self) -> std::process::Output {
        self.command.output().unwrap()
    }

    /// Runs it and compares.
    #[track_caller]
    pub fn check(mut self) -> &'a Place {
        let output = self.command.output().unwrap();
        self.stderr.check("stderr", &output.stderr);
        self.stdout.check("stdout", &output.stdout);
        assert_eq!(output.status.code(), Some(self.code), "exit code");
        self.place
    }
}

impl Expected {
    #[track_caller]
    fn check(&self, stream: &str, bytes: &[u8]) {
        match self {
            Expected::Exactly(expected) => {
                assert!(expected == bytes, "{stream}\nexpected: {}\nbut was:  {}", shown(expected), shown(bytes))
            }
            Expected::Holding(texts) => {
                for text in texts {
                    let found = String::from_utf8_lossy(bytes).contains(text);
                    assert!(found, "{stream} lacks {text:?}: {}", shown(bytes));
                }
            }
        }
    }
}

fn shown(bytes: &[u8]) -> String {
    let start = &bytes[..bytes.len().min(2000)];
    format!("{} bytes: {:?}", bytes.len(), String::from_utf8_lossy(start))
}

/// Reads until `count` bytes have come.
#[track_caller]
pub fn read_exactly(from: &mut impl Read, count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    from.read_exact(&mut bytes).unwrap();
    bytes
}

/// Tries until it is so, for ten seconds.
#[track_caller]
pub fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(10), "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A line with something to mask, and the line that comes of it.
pub const MAIL: &str = "from john@example.com\n";
pub const MASKED: &str = "from j***@example.com\n";

/// `count` lines of different lengths, every tenth with something to mask.
pub fn log(count: usize) -> String {
    (0..count).map(|n| line(n, "john@example.com")).collect()
}

/// The same lines, masked.
pub fn masked_log(count: usize) -> String {
    (0..count).map(|n| line(n, "j***@example.com")).collect()
}

fn line(n: usize, mail: &str) -> String {
    let pad = "x".repeat(n * 7 % 300);
    match n % 10 {
        0 => format!("{n} {pad} {mail}\n"),
        _ => format!("{n} {pad}\n"),
    }
}
