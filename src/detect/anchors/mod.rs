//! The vectorised look: one pass over a text that finds every place where anything sensitive could be.
//!
//! What it does: 64 bytes a step, it looks the bytes up in tables held in registers and makes bit masks of them, one
//! bit a byte (`masks.rs`): classes of bytes, rare pairs and rows (`@`, `://`, `\\u`, octets, a digit before a capital
//! word, `%`, `+` before a digit), and, four bytes deep (Teddy's way), the first letters of the words that name secrets.
//! Shifts and ands find the token runs of [`RUN`] bytes and more, the digit runs of [`DIGITS`] and more (separators
//! allowed), and the runs of digits and capitals of [`CODE`] and more. The masks of a batch of steps are made before the first of them is read.
//!
//! Why it is valid: it may only ever say too much. Every detector needs one of these places inside or
//! right before what it finds, and then looks closely itself. A test holds the vector look against the
//! plain one on random bytes.
//!
//! How to switch it off to check: `PAKE_LOOK=plain` in the environment takes the scalar look.

use std::sync::OnceLock;

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod batch;
mod masks;
mod stems;

use batch::{Batch, Places};
use masks::{AHEAD, Fill, STEP, rare_kind};
use stems::{Tables, tables};
pub use stems::{stem_at, stems};

/// Length from which a run of `[A-Za-z0-9_-]` is looked at.
pub const RUN: usize = 18;
/// Length from which a run of digits and separators is looked at.
pub const DIGITS: usize = 11;
/// Length from which a run of digits and capitals is looked at, if it has both.
pub const CODE: usize = 8;

/// What was seen at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The first letter of a word of the stems.
    Stem,
    /// The byte at which a token run reached [`RUN`] bytes.
    Run,
    /// The byte at which a digit run reached [`DIGITS`] bytes.
    Digits,
    /// The byte at which a run of digits and capitals, both in it, reached [`CODE`] bytes; or a capital that goes on with a
    /// row of digits, or a code with dashes.
    Code,
    /// `@`, or the first byte of a full-width one.
    At,
    /// The `:` of `://` or `:\\/`.
    Url,
    /// The backslash of `\u`.
    Unicode,
    /// The first of three `:` or `-` with two hex digits between them, or of two `.` with four.
    Octets,
    /// A digit, behind it a space and a capital letter.
    Street,
    /// `%`, of which `%40` is an `@`.
    Percent,
    /// `+`, behind it a digit.
    Plus,
    /// A `.` right behind a digit, or a `:` right behind a token character or another `:`: only where addresses are
    /// asked for.
    Address,
    /// An anchor of an own rule (not told here, but by [`super::rules`]).
    Own,
    /// A stem at which nothing is found, but which may be a part of a key (not told here: a stem becomes one).
    Word,
}

impl Kind {
    /// Whether a word of the stems begins there.
    pub fn is_stem(self) -> bool {
        matches!(self, Kind::Stem | Kind::Word)
    }
}

/// All kinds, by their number.
const KINDS: [Kind; 14] = [
    Kind::Stem,
    Kind::Run,
    Kind::Digits,
    Kind::Code,
    Kind::At,
    Kind::Url,
    Kind::Unicode,
    Kind::Octets,
    Kind::Street,
    Kind::Percent,
    Kind::Plus,
    Kind::Address,
    Kind::Own,
    Kind::Word,
];

/// A place where something could be: 28 bits of offset above 4 of kind, since there can be very many.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit(u32);

/// A text must be shorter: the offsets of its places have so many bits.
const MAX_TEXT: usize = 1 << 28;

impl Hit {
    /// What was seen at byte `at` of a text of less than 256 MiB.
    #[inline(always)]
    pub fn new(at: usize, kind: Kind) -> Hit {
        Hit((at as u32) << 4 | kind as u32)
    }

    /// Byte offset.
    #[inline(always)]
    pub fn at(self) -> usize {
        (self.0 >> 4) as usize
    }

    /// What was seen there.
    #[inline(always)]
    pub fn kind(self) -> Kind {
        KINDS[(self.0 & 15) as usize]
    }

    /// The same place, where it was asked whether anything can be found at its stem, and nothing can.
    #[inline(always)]
    pub fn as_word(self) -> Hit {
        Hit::new(self.at(), Kind::Word)
    }

    /// The same place of a text that begins `start` bytes later.
    #[inline(always)]
    pub fn from(self, start: usize) -> Hit {
        Hit(self.0 - ((start as u32) << 4))
    }
}

impl std::fmt::Debug for Hit {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{:?} at {}", self.kind(), self.at())
    }
}

fn plain_asked() -> bool {
    static PLAIN: OnceLock<bool> = OnceLock::new();
    *PLAIN.get_or_init(|| std::env::var_os("PAKE_LOOK").is_some_and(|value| value == "plain"))
}

/// Adds the places of `text` to `hits`, in order. `addresses`: whether [`Kind::Address`] is told.
///
/// # Panics
/// For a text of 256 MiB or more.
pub fn look(text: &[u8], addresses: bool, hits: &mut Vec<Hit>) {
    #[cfg(target_arch = "x86_64")]
    if !plain_asked()
        && let Some(fill) = avx512::fill().or_else(avx2::fill)
    {
        return look_with(fill, text, addresses, hits);
    }
    look_with(masks::plain, text, addresses, hits);
}

fn look_with(fill: Fill, text: &[u8], addresses: bool, hits: &mut Vec<Hit>) {
    assert!(text.len() < MAX_TEXT, "a text of 256 MiB or more");
    let tables = tables();
    let mut batch = Batch::new();
    let mut base = 0;
    while base < text.len() {
        for index in 0..fill(tables, text, base, &mut batch) {
            let places = batch.places(index, addresses);
            let all = places.stem | places.rare | places.run | places.digits | places.code | places.address;
            if all != 0 {
                places.tell(tables, text, base, all, hits);
            }
            base += STEP;
        }
    }
}

impl Places {
    #[inline(always)]
    fn tell(&self, tables: &Tables, text: &[u8], base: usize, all: u64, hits: &mut Vec<Hit>) {
        let mut all = all;
        while all != 0 {
            let bit = all & all.wrapping_neg();
            let at = base + all.trailing_zeros() as usize;
            all ^= bit;
            // Most places that fit a bucket are other words: three bytes tell nearly all of them.
            if self.stem & bit != 0 {
                let first = text.get(at..at + 4).and_then(|rest| rest.first_chunk()).copied();
                let first = first.unwrap_or_else(|| padded(text, at));
                if tables.may_begin(first) && stem_at(text, at) {
                    hits.push(Hit::new(at, Kind::Stem));
                }
            }
            if (self.rare | self.run | self.digits | self.code | self.address) & bit == 0 {
                continue;
            }
            if self.rare & bit != 0 {
                let bytes = text[at..].first_chunk().copied().unwrap_or_else(|| padded::<{ AHEAD + 1 }>(text, at));
                hits.extend(rare_kind(&bytes).map(|kind| Hit::new(at, kind)));
            }
            if self.run & bit != 0 {
                hits.push(Hit::new(at, Kind::Run));
            }
            if self.digits & bit != 0 {
                hits.push(Hit::new(at, Kind::Digits));
            }
            if self.code & bit != 0 && is_code(text, at) {
                hits.push(Hit::new(at, Kind::Code));
            }
            if self.address & bit != 0 {
                hits.push(Hit::new(at, Kind::Address));
            }
        }
    }
}

/// Whether what may be a code at `at` is one: the last [`CODE`] bytes are capitals and digits, some of each; or a capital
/// stands behind three digits, or behind a dash and three digits, or a dash, a digit and a capital.
fn is_code(text: &[u8], at: usize) -> bool {
    let digits = |range: std::ops::Range<usize>| text[range].iter().all(u8::is_ascii_digit);
    if at >= 4 && text[at].is_ascii_uppercase() {
        if digits(at - 3..at) {
            return true;
        }
        if text[at - 1] == b'-' {
            return digits(at - 4..at - 1) || text[at - 2].is_ascii_digit() && text[at - 3].is_ascii_uppercase();
        }
    }
    let Some(start) = (at + 1).checked_sub(CODE) else { return false };
    let run = &text[start..=at];
    run.iter().any(u8::is_ascii_digit)
        && run.iter().any(u8::is_ascii_uppercase)
        && run.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// The bytes from `at` on, with zeros behind the text's end.
#[cold]
fn padded<const N: usize>(text: &[u8], at: usize) -> [u8; N] {
    let mut bytes = [0; N];
    let rest = &text[at..text.len().min(at + N)];
    bytes[..rest.len()].copy_from_slice(rest);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hits(text: &[u8]) -> Vec<Hit> {
        let mut seen = Vec::new();
        look(text, true, &mut seen);
        seen
    }

    /// What each way of making masks sees that this processor has.
    fn all_ways(text: &[u8]) -> Vec<Vec<Hit>> {
        let mut ways: Vec<Fill> = vec![masks::plain];
        #[cfg(target_arch = "x86_64")]
        ways.extend(avx512::fill().into_iter().chain(avx2::fill()));
        let see = |fill: Fill| {
            let mut seen = Vec::new();
            look_with(fill, text, true, &mut seen);
            seen
        };
        ways.into_iter().map(see).collect()
    }

    fn kinds(text: &str) -> Vec<Kind> {
        hits(text.as_bytes()).iter().map(|hit| hit.kind()).filter(|kind| *kind != Kind::Address).collect()
    }

    #[test]
    fn each_place_is_told() {
        assert_eq!(kinds("my PassWord"), [Kind::Stem]);
        assert_eq!(kinds("a pwd=x"), [Kind::Stem]);
        assert_eq!(kinds("pw"), [Kind::Stem]);
        assert_eq!(kinds("pwdx apwx"), []);
        assert_eq!(kinds("abcdefghijklmnopqr"), [Kind::Run]);
        assert_eq!(kinds("abcdefghijklmnopq"), []);
        assert_eq!(kinds("123-45-6789"), [Kind::Digits]);
        assert_eq!(kinds("(415) 555-0132"), [Kind::Digits]);
        assert_eq!(kinds("2026-11-20T10:00:00.000"), []);
        assert_eq!(kinds("AB123456C"), [Kind::Code]);
        assert_eq!(kinds("12345678Z"), [Kind::Code]);
        assert_eq!(kinds("131052-308T"), [Kind::Code]);
        assert_eq!(kinds("12345678-Z"), [Kind::Code]);
        assert_eq!(kinds("1EG4-TE5-MK73"), [Kind::Code, Kind::Code]);
        assert_eq!(kinds("1795132800,EXCEPTION,12345678,AB12345"), []);
        assert_eq!(kinds("a@b"), [Kind::At]);
        assert_eq!(kinds("x://y"), [Kind::Url]);
        assert_eq!(kinds("\\u0040"), [Kind::Unicode]);
        assert_eq!(kinds("00:1a:2b:3c:4d:5e"), [Kind::Octets, Kind::Octets, Kind::Octets]);
        assert_eq!(kinds("12 Main"), [Kind::Street]);
        assert_eq!(kinds("+4930"), [Kind::Plus]);
        assert_eq!(kinds("GET /index.html 200 in 17 ms"), []);
    }

    #[test]
    fn a_place_is_kept_in_four_bytes() {
        for (number, kind) in KINDS.into_iter().enumerate() {
            let hit = Hit::new(MAX_TEXT - 1, kind);
            assert_eq!((kind as usize, hit.at(), hit.kind()), (number, MAX_TEXT - 1, kind));
            assert_eq!(hit.from(MAX_TEXT - 8), Hit::new(7, kind));
        }
    }

    #[test]
    fn a_run_is_told_once_wherever_it_lies() {
        for lead in 0..140 {
            let text = ",".repeat(lead) + &"x".repeat(40) + "!";
            assert_eq!(hits(text.as_bytes()), [Hit::new(lead + RUN - 1, Kind::Run)], "{lead}");
        }
    }

    proptest! {
        #[test]
        fn the_vector_look_sees_what_the_plain_one_sees(text in prop::collection::vec(any::<u8>(), 0..400)) {
            let ways = all_ways(&text);
            prop_assert!(ways.iter().all(|seen| *seen == ways[0]), "{ways:?}");
        }

        #[test]
        fn also_on_what_logs_are_made_of(text in r#"(pass|key|tok|[a-zA-Z0-9]{1,20}|[-+_ .:/\\"@%=(){}]{1,3}|[0-9]{2,5}[- ]){0,60}"#) {
            let ways = all_ways(text.as_bytes());
            prop_assert!(ways.iter().all(|seen| *seen == ways[0]), "{ways:?}");
        }
    }
}
