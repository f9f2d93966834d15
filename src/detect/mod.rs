//! What is sensitive: the catalogue of detectors and the engines that find them.
//!
//! A [`Detector`] is one row of the catalogue. Most rows hold a pattern and are found by the token
//! engine; the others name an engine of their own. Nothing here knows files, threads or JSON.

pub mod anchors;
pub mod catalogue;
pub mod checks;
pub mod engines;
pub mod finder;
mod keybook;
pub mod keys;
pub mod overlap;
pub mod rules;

/// One row of the catalogue: what it finds, why it matters, how it is found and what is put in its
/// place, with examples that the tests and `pake detectors` use.
#[derive(Debug)]
pub struct Detector {
    /// Unique, kebab-case: `github-token`. Stable: users name it in flags.
    pub id: &'static str,
    /// A few words, lower case except names: `GitHub token`.
    pub title: &'static str,
    /// One sentence: what someone who has the value can do.
    pub why: &'static str,
    /// Section of the catalogue.
    pub family: Family,
    /// How sure it is, and whether it is on by default.
    pub tier: Tier,
    /// How a value is found.
    pub find: Find,
    /// What is put in its place.
    pub action: Action,
    /// Texts that hold one, with the masked text expected.
    pub matches: &'static [Match],
    /// Texts that must come back unchanged, with the reason.
    pub ignores: &'static [Ignore],
    /// Where the format is described: standard, vendor page.
    pub source: &'static str,
}

/// Section of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Structural and generic credentials, vendor tokens.
    Credentials,
    /// Cards, accounts.
    Financial,
    /// What names or reaches a person.
    Personal,
    /// Databases, internal addresses.
    Infrastructure,
}

/// How sure a detector is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// Prefix and structure, or a checksum: always masked.
    A,
    /// Shape and check.
    B,
    /// Needs a key name or a context word.
    C,
    /// Off by default, on by profile or name.
    D,
}

/// How a value is found.
#[derive(Debug, Clone, Copy)]
pub enum Find {
    /// A token that begins with a literal.
    Token {
        /// Literals one of which begins the token, case-sensitive, at least 2 bytes. The first byte
        /// of a match is the first byte of the literal.
        anchors: &'static [&'static str],
        /// `regex::bytes` syntax, without `^`: tried only at an anchor. Group 1, where there is one, is what is
        /// masked, else the whole match. It must be open to the right: the last repetition takes the whole
        /// run of its alphabet (`{36,}` not `{36}`), so that no tail is left in clear.
        pattern: &'static str,
        /// Checksum or structure test of the masked part.
        check: Option<fn(&[u8]) -> bool>,
    },
    /// An engine of its own (see the module named by the text).
    Engine(&'static str),
}

/// What is put in place of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// `********`, whatever the length.
    Hide,
    /// First 4 and last 4 digits stay, separators stay, a star a digit.
    Card,
    /// First character of the local part, three stars, the domain.
    Email,
    /// `***-**-****`, whatever the separators were.
    Ssn,
    /// The last 4 letters or digits stay, a star for each other one, separators stay.
    LastFour,
    /// Country code and the last 4 stay, grouping stays, a star a character.
    Iban,
    /// Country code (after a `+`) and the last 4 digits stay, punctuation stays, a star a digit.
    Phone,
    /// `[ADDRESS]`.
    Address,
    /// `[internal]`.
    Host,
    /// `****`: one part of a database string.
    Part,
    /// First character and three stars.
    Initial,
    /// A star a digit or letter, punctuation stays.
    Stars,
    /// IPv4: the last two octets become `*`. IPv6: all behind the first three groups.
    Network,
    /// The last two octets of a MAC address become `**`.
    Device,
    /// First 4 and last 4 characters stay, `****` between them.
    Ends,
}

/// A text that holds a value, and what becomes of it.
#[derive(Debug)]
pub struct Match {
    /// One line of plain text.
    pub text: &'static str,
    /// The same line, masked.
    pub masked: &'static str,
}

/// A text that looks alike and must stay as it is.
#[derive(Debug)]
pub struct Ignore {
    /// One line of plain text.
    pub text: &'static str,
    /// Why it stays.
    pub reason: &'static str,
}

/// All detectors, in the catalogue's order.
pub fn detectors() -> impl Iterator<Item = &'static Detector> {
    catalogue::all()
}
