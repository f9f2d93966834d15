//! What each exit code means.

use std::process::ExitCode;

/// How a run ended. A closed output pipe (`| head`) is no failure: the run ends as [`Exit::Done`].
/// A signal ends the program as it would have ended any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: all was done.
    Done = 0,
    /// 1: the command found what it was asked to look for, as `--check` does.
    Found = 1,
    /// 2: wrong use, input that could not be read (to its end), output that could not be written.
    Usage = 2,
    /// 3: more lines were lost or skipped than allowed.
    Lost = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::Exit;

    #[test]
    fn codes_are_part_of_the_interface_and_the_worse_one_is_greater() {
        let codes = [Exit::Done, Exit::Found, Exit::Usage, Exit::Lost].map(|exit| exit as u8);
        assert_eq!(codes, [0, 1, 2, 3]);
        assert!(Exit::Found < Exit::Usage);
    }
}
