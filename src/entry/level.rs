//! How grave an entry is, from the words and numbers of many loggers.

use super::aliases::Note;

/// Levels of the native schema, and `TRACE` below them; the graver is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Level {
    /// Finer than debugging.
    Trace,
    /// For debugging.
    Debug,
    /// What goes as it should; also notices.
    Info,
    /// What may become an error.
    Warning,
    /// What failed.
    Error,
    /// What takes the program with it.
    Critical,
}

impl Level {
    /// All levels in order.
    pub const ALL: [Level; 6] =
        [Level::Trace, Level::Debug, Level::Info, Level::Warning, Level::Error, Level::Critical];

    /// Its name in the native schema.
    pub fn name(self) -> &'static str {
        match self {
            Level::Trace => "TRACE",
            Level::Debug => "DEBUG",
            Level::Info => "INFO",
            Level::Warning => "WARNING",
            Level::Error => "ERROR",
            Level::Critical => "CRITICAL",
        }
    }

    /// The level that `text` is: a word in any case, or a number. 0 to 7 are severities of syslog
    /// (RFC 5424, section 6.2.1), 10 to 60 in tens levels of pino and bunyan, all others up to 24
    /// severities of OpenTelemetry (Logs Data Model, "SeverityNumber"), and all of them if the
    /// name says so.
    #[inline]
    pub fn read(text: &[u8], note: Note) -> Option<Level> {
        if text.first()?.is_ascii_digit() {
            return Level::of_number(text, note);
        }
        let mut lower = [0u8; 13];
        let lower = lower.get_mut(..text.len())?;
        lower.copy_from_slice(text);
        lower.make_ascii_lowercase();
        Some(match &*lower {
            b"trace" | b"verbose" | b"finest" | b"finer" | b"silly" => Level::Trace,
            b"debug" | b"dbg" | b"fine" | b"d" => Level::Debug,
            b"info" | b"information" | b"informational" | b"notice" | b"default" | b"config" | b"i" => Level::Info,
            b"warning" | b"warn" | b"w" => Level::Warning,
            b"error" | b"err" | b"severe" | b"e" => Level::Error,
            b"critical" | b"crit" | b"fatal" | b"f" | b"alert" | b"emergency" | b"emerg" | b"panic" | b"dpanic" => {
                Level::Critical
            }
            _ => return None,
        })
    }

    fn of_number(text: &[u8], note: Note) -> Option<Level> {
        let number: u32 = std::str::from_utf8(text).ok()?.parse().ok()?;
        let open_telemetry = match number {
            1..=4 => Some(Level::Trace),
            5..=8 => Some(Level::Debug),
            9..=12 => Some(Level::Info),
            13..=16 => Some(Level::Warning),
            17..=20 => Some(Level::Error),
            21..=24 => Some(Level::Critical),
            _ => None,
        };
        if note == Note::OpenTelemetry {
            return open_telemetry;
        }
        match number {
            0..=2 => Some(Level::Critical),
            3 => Some(Level::Error),
            4 => Some(Level::Warning),
            5 | 6 => Some(Level::Info),
            7 => Some(Level::Debug),
            10 => Some(Level::Trace),
            20 => Some(Level::Debug),
            30 => Some(Level::Info),
            40 => Some(Level::Warning),
            50 => Some(Level::Error),
            60 => Some(Level::Critical),
            _ => open_telemetry,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_numbers_are_levels() {
        let level = |text: &str| Level::read(text.as_bytes(), Note::Plain);
        for (text, expected) in [
            ("INFO", Level::Info),
            ("Warn", Level::Warning),
            ("informational", Level::Info),
            ("E", Level::Error),
            ("FATAL", Level::Critical),
            ("3", Level::Error),
            ("7", Level::Debug),
            ("50", Level::Error),
            ("60", Level::Critical),
            ("17", Level::Error),
            ("9", Level::Info),
        ] {
            assert_eq!(level(text), Some(expected), "{text}");
        }
        for text in ["", "loud", "70", "-1", "3.5", "99999999999", "a word that is far too long"] {
            assert_eq!(level(text), None, "{text}");
        }
        assert_eq!(Level::read(b"3", Note::OpenTelemetry), Some(Level::Trace));
        assert_eq!(Level::read(b"20", Note::OpenTelemetry), Some(Level::Error));
    }

    #[test]
    fn levels_are_numbered_in_order() {
        assert!(Level::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(Level::ALL.iter().enumerate().all(|(number, level)| *level as usize == number));
    }
}
