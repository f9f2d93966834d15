//! The vectorised look: one pass over a text that finds every place where anything sensitive could be.
//!
//! What it does: 64 bytes a step, it sorts bytes into classes by table look-ups in registers (nibbles), turns
//! three classes into bit masks, and finds by shifts and ands the token runs of [`RUN`] bytes and more and the
//! digit runs of [`DIGITS`] and more (separators allowed). Pairs and rows of bytes (`@`, `://`, `\\u`, octets,
//! a digit before a capital word, `%`, `+` before a digit) are compared in the registers and share one mask:
//! they are rare, and the byte itself tells which it was. Sixteen more look-ups a step, four bytes deep
//! (Teddy's way), find the first letters of the words that name secrets. Case does not matter: both cases of a
//! letter share their low nibble, and the tables take both high ones.
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
mod stems;

use stems::{SETS, Tables, tables};
pub use stems::{STEMS, stem_at};

/// Length from which a run of `[A-Za-z0-9_-]` is looked at.
pub const RUN: usize = 18;
/// Length from which a run of digits and separators is looked at.
pub const DIGITS: usize = 11;

/// What was seen at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The first letter of a word of the stems.
    Stem,
    /// The byte at which a token run reached [`RUN`] bytes.
    Run,
    /// The byte at which a digit run reached [`DIGITS`] bytes.
    Digits,
    /// `@`, or the first byte of a full-width one.
    At,
    /// The `:` of `://` or `:\\/`.
    Url,
    /// The backslash of `\u`.
    Unicode,
    /// The first of three `:` or `-` that stand three bytes apart, or of two `.` five bytes apart.
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
}

/// A place where something could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Byte offset.
    pub at: usize,
    /// What was seen there.
    pub kind: Kind,
}

/// A step's bytes and those behind it that are compared with them.
type Chunk = [u8; STEP + AHEAD];
/// Bytes looked at in one step.
const STEP: usize = 64;
/// Bytes looked at behind a step: rows of octets reach so far.
const AHEAD: usize = 6;

/// Bit masks of 64 bytes; bit `i` is byte `i`.
#[derive(Default, Clone, Copy)]
struct Masks {
    /// The first bytes of what may be a stem.
    stem: u64,
    /// `[A-Za-z0-9_-]`
    token: u64,
    digit: u64,
    /// ` ().+-`
    separator: u64,
    /// All kinds that the bytes themselves tell: see [`rare_kind`].
    rare: u64,
}

const DIGIT: u8 = 1;
const LETTERS_HIGH: u8 = 2;
const LETTERS_LOW: u8 = 4;
const UNDERSCORE: u8 = 8;
const DASH: u8 = 16;
const SEPARATOR: u8 = 32;
const AT: u8 = 64;
const TOKEN: u8 = DIGIT | LETTERS_HIGH | LETTERS_LOW | UNDERSCORE | DASH;

/// Class bits by nibble: a byte's class is `CLASS_LOW[low] & CLASS_HIGH[high]`.
const CLASS_LOW: [u8; 16] = {
    let mut table = [0; 16];
    let mut low = 0;
    while low < 16 {
        if low < 10 {
            table[low] |= DIGIT;
        }
        if low >= 1 {
            table[low] |= LETTERS_HIGH;
        }
        if low <= 10 {
            table[low] |= LETTERS_LOW;
        }
        low += 1;
    }
    table[0xF] |= UNDERSCORE;
    table[0xD] |= DASH;
    // space ( ) + . stand at 20 28 29 2B 2E
    table[0x0] |= SEPARATOR | AT;
    table[0x8] |= SEPARATOR;
    table[0x9] |= SEPARATOR;
    table[0xB] |= SEPARATOR;
    table[0xE] |= SEPARATOR;
    table
};
const CLASS_HIGH: [u8; 16] = {
    let mut table = [0; 16];
    table[2] = DASH | SEPARATOR;
    table[3] = DIGIT;
    table[4] = LETTERS_HIGH | AT;
    table[5] = LETTERS_LOW | UNDERSCORE;
    table[6] = LETTERS_HIGH;
    table[7] = LETTERS_LOW;
    table
};

/// Which of the rare kinds begins at `chunk[at]`.
fn rare_kind(chunk: &Chunk, at: usize) -> Option<Kind> {
    let row = |apart: usize, times: usize| (1..times).all(|time| chunk[at + time * apart] == chunk[at]);
    match chunk[at] {
        b'@' | 0xEF => Some(Kind::At),
        b'%' => Some(Kind::Percent),
        b':' if matches!(chunk[at + 1], b'/' | b'\\') => Some(Kind::Url),
        b':' | b'-' if row(3, 3) => Some(Kind::Octets),
        b'.' if row(5, 2) => Some(Kind::Octets),
        b'\\' if chunk[at + 1] == b'u' => Some(Kind::Unicode),
        b'+' if chunk[at + 1].is_ascii_digit() => Some(Kind::Plus),
        b'0'..=b'9' if chunk[at + 1] == b' ' && chunk[at + 2].is_ascii_uppercase() => Some(Kind::Street),
        _ => None,
    }
}

/// The masks of one step, byte by byte: what the vector look is held against.
fn plain_masks(tables: &Tables, chunk: &Chunk) -> Masks {
    let mut masks = Masks::default();
    for index in 0..STEP {
        let byte = chunk[index];
        let class = CLASS_LOW[usize::from(byte & 15)] & CLASS_HIGH[usize::from(byte >> 4)];
        let buckets = (0..SETS).fold(0, |any, set| {
            any | (0..4).fold(0xFF, |buckets, place| {
                let byte = chunk[index + place];
                buckets
                    & tables.low[set][place][usize::from(byte & 15)]
                    & tables.high[set][place][usize::from(byte >> 4)]
            })
        });
        let set = |mask: &mut u64, yes: bool| *mask |= u64::from(yes) << index;
        set(&mut masks.stem, buckets != 0);
        set(&mut masks.token, class & TOKEN != 0);
        set(&mut masks.digit, class & DIGIT != 0);
        set(&mut masks.separator, class & (SEPARATOR | DASH) != 0);
        set(&mut masks.rare, rare_kind(chunk, index).is_some());
    }
    masks
}

fn plain_asked() -> bool {
    static PLAIN: OnceLock<bool> = OnceLock::new();
    *PLAIN.get_or_init(|| std::env::var_os("PAKE_LOOK").is_some_and(|value| value == "plain"))
}

/// Tells `sink` each place of `text[from..]`, in order. What it returns is the offset to go on from: places before
/// it are not told, and nothing before it is taken for a part of a run. `addresses`: whether [`Kind::Address`] is told.
pub fn look<F: FnMut(Hit) -> usize>(text: &[u8], from: usize, addresses: bool, sink: &mut F) {
    let tables = tables();
    #[cfg(target_arch = "x86_64")]
    if !plain_asked()
        && (avx512::look(text, from, tables, addresses, sink) || avx2::look(text, from, tables, addresses, sink))
    {
        return;
    }
    look_plain(text, from, tables, addresses, sink);
}

fn look_plain<F: FnMut(Hit) -> usize>(text: &[u8], from: usize, tables: &Tables, addresses: bool, sink: &mut F) {
    let mut steps = Steps::new(tables, from, addresses);
    while let Some(chunk) = steps.chunk(text) {
        let masks = plain_masks(tables, chunk);
        steps.step(text, masks, sink);
    }
}

/// The way through a text, and the bits of the step before, for runs that begin there.
struct Steps<'t> {
    tables: &'t Tables,
    addresses: bool,
    base: usize,
    tail: Chunk,
    token: [u64; 4],
    digits: [u64; 3],
    run: u64,
    long: u64,
    digit: u64,
    separator: u64,
}

/// `now` moved up by `by` bytes, filled from `before`.
#[inline(always)]
fn up(now: u64, before: u64, by: u32) -> u64 {
    now << by | before >> (64 - by)
}

impl<'t> Steps<'t> {
    #[inline(always)]
    fn new(tables: &'t Tables, from: usize, addresses: bool) -> Self {
        Steps {
            tables,
            addresses,
            base: from,
            tail: [0; STEP + AHEAD],
            token: [0; 4],
            digits: [0; 3],
            run: 0,
            long: 0,
            digit: 0,
            separator: 0,
        }
    }

    /// The next step's bytes; behind the text's end there are zeros.
    #[inline(always)]
    fn chunk<'c>(&'c mut self, text: &'c [u8]) -> Option<&'c Chunk> {
        if let Some(chunk) = text.get(self.base..).and_then(|rest| rest.first_chunk()) {
            return Some(chunk);
        }
        let rest = text.get(self.base..).filter(|rest| !rest.is_empty())?;
        self.tail = [0; STEP + AHEAD];
        self.tail[..rest.len()].copy_from_slice(rest);
        Some(&self.tail)
    }

    /// Tells the places of a step, and goes on.
    #[inline(always)]
    fn step<F: FnMut(Hit) -> usize>(&mut self, text: &[u8], m: Masks, sink: &mut F) {
        let t1 = m.token & up(m.token, self.token[0], 1);
        let t2 = t1 & up(t1, self.token[1], 2);
        let t4 = t2 & up(t2, self.token[2], 4);
        let t8 = t4 & up(t4, self.token[3], 8);
        let run = t8 & up(t1, self.token[1], 16);
        const { assert!(RUN == 18) };
        let run_start = run & !up(run, self.run, 1);

        // A separator belongs to the run behind a digit, or behind one other separator that does.
        let one = m.separator & up(m.digit, self.digit, 1);
        let two = m.separator & up(m.separator, self.separator, 1) & up(m.digit, self.digit, 2);
        let f = m.digit | one | two;
        let f1 = f & up(f, self.digits[0], 1);
        let f2 = f1 & up(f1, self.digits[1], 2);
        let f4 = f2 & up(f2, self.digits[2], 4);
        let long = f4 & up(f1, self.digits[1], 8) & up(f, self.digits[0], 10);
        const { assert!(DIGITS == 11) };
        let long_start = long & !up(long, self.long, 1);

        let base = self.base;
        let before = (self.token[0], self.digit);
        self.token = [m.token, t1, t2, t4];
        self.digits = [f, f1, f2];
        (self.run, self.long, self.digit, self.separator) = (run, long, m.digit, m.separator);
        self.base = base + STEP;
        if self.addresses {
            return self.tell_all(text, base, m, run_start, long_start, before, sink);
        }
        if m.stem | m.rare | run_start | long_start != 0 {
            self.tell(text, base, m.stem, m.rare, run_start, long_start, 0, sink);
        }
    }

    /// The same, with the kinds that only addresses need.
    #[allow(clippy::too_many_arguments)]
    #[inline(never)]
    fn tell_all<F: FnMut(Hit) -> usize>(
        &mut self,
        text: &[u8],
        base: usize,
        m: Masks,
        run: u64,
        long: u64,
        before: (u64, u64),
        sink: &mut F,
    ) {
        let rest = &text[base..text.len().min(base + STEP)];
        let mask = |byte: u8| {
            rest.iter().enumerate().fold(0u64, |mask, (index, &each)| mask | u64::from(each == byte) << index)
        };
        let colon = mask(b':');
        let colon_before = u64::from(base > 0 && text[base - 1] == b':');
        let address =
            mask(b'.') & up(m.digit, before.1, 1) | colon & (colon << 1 | colon_before | up(m.token, before.0, 1));
        self.tell(text, base, m.stem, m.rare, run, long, address, sink);
    }

    #[allow(clippy::too_many_arguments)]
    #[inline(always)]
    fn tell<F: FnMut(Hit) -> usize>(
        &mut self,
        text: &[u8],
        base: usize,
        stem: u64,
        rare: u64,
        run: u64,
        long: u64,
        address: u64,
        sink: &mut F,
    ) {
        let mut any = stem | rare | run | long | address;
        while any != 0 {
            let index = any.trailing_zeros() as usize;
            let bit = 1u64 << index;
            let at = base + index;
            let mut resume = 0;
            let mut told = |kind: Kind| {
                if resume <= at {
                    resume = sink(Hit { at, kind });
                }
            };
            // Most places that fit a bucket are other words: three bytes tell nearly all of them.
            if stem & bit != 0 {
                let byte = |ahead: usize| text.get(at + ahead).copied().unwrap_or(0);
                if self.tables.may_begin(byte(0), byte(1), byte(2)) && stem_at(text, at) {
                    told(Kind::Stem);
                }
            }
            if rare & bit != 0
                && let Some(kind) = rare_at(text, at)
            {
                told(kind);
            }
            if run & bit != 0 {
                told(Kind::Run);
            }
            if long & bit != 0 {
                told(Kind::Digits);
            }
            if address & bit != 0 {
                told(Kind::Address);
            }
            any &= any - 1;
            if resume > at {
                if resume >= base + STEP {
                    self.restart(resume);
                    return;
                }
                // Go on inside this step: forget the bits before the place.
                any &= u64::MAX << (resume - base);
            }
        }
    }

    #[inline(always)]
    fn restart(&mut self, base: usize) {
        *self = Steps::new(self.tables, base, self.addresses);
    }
}

/// The same as [`rare_kind`], for a place of the text.
#[inline]
fn rare_at(text: &[u8], at: usize) -> Option<Kind> {
    let mut chunk = [0; STEP + AHEAD];
    let rest = &text[at..text.len().min(at + AHEAD + 1)];
    chunk[..rest.len()].copy_from_slice(rest);
    rare_kind(&chunk, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hits(text: &[u8]) -> Vec<Hit> {
        let mut seen = Vec::new();
        look(text, 0, true, &mut |hit| {
            seen.push(hit);
            0
        });
        seen
    }

    /// What the AVX2 look sees, where there is one: on newer processors `look` takes the wider one.
    #[cfg(target_arch = "x86_64")]
    fn narrow(text: &[u8]) -> Option<Vec<Hit>> {
        let mut seen = Vec::new();
        let there = avx2::look(text, 0, tables(), true, &mut |hit| {
            seen.push(hit);
            0
        });
        there.then_some(seen)
    }

    #[cfg(not(target_arch = "x86_64"))]
    fn narrow(_: &[u8]) -> Option<Vec<Hit>> {
        None
    }

    fn plain(text: &[u8]) -> Vec<Hit> {
        let mut seen = Vec::new();
        look_plain(text, 0, tables(), true, &mut |hit| {
            seen.push(hit);
            0
        });
        seen
    }

    fn kinds(text: &str) -> Vec<Kind> {
        hits(text.as_bytes()).iter().map(|hit| hit.kind).filter(|kind| *kind != Kind::Address).collect()
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
        assert_eq!(kinds("a@b"), [Kind::At]);
        assert_eq!(kinds("x://y"), [Kind::Url]);
        assert_eq!(kinds("\\u0040"), [Kind::Unicode]);
        assert_eq!(kinds("00:1a:2b:3c:4d:5e"), [Kind::Octets, Kind::Octets, Kind::Octets]);
        assert_eq!(kinds("12 Main"), [Kind::Street]);
        assert_eq!(kinds("+4930"), [Kind::Plus]);
        assert_eq!(kinds("GET /index.html 200 in 17 ms"), []);
    }

    #[test]
    fn a_run_is_told_once_wherever_it_lies() {
        for lead in 0..140 {
            let text = ",".repeat(lead) + &"x".repeat(40) + "!";
            assert_eq!(hits(text.as_bytes()), [Hit { at: lead + RUN - 1, kind: Kind::Run }], "{lead}");
        }
    }

    #[test]
    fn going_on_behind_a_place_loses_nothing() {
        let text = format!("a@b {} c@d", " ".repeat(100)).into_bytes();
        let mut seen = Vec::new();
        look(&text, 0, false, &mut |hit| {
            seen.push(hit.at);
            90
        });
        assert_eq!(seen, [1, 106]);
    }

    proptest! {
        #[test]
        fn the_vector_look_sees_what_the_plain_one_sees(text in prop::collection::vec(any::<u8>(), 0..400)) {
            prop_assert_eq!(hits(&text), plain(&text));
            prop_assert!(narrow(&text).is_none_or(|seen| seen == plain(&text)));
        }

        #[test]
        fn also_on_what_logs_are_made_of(text in r#"(pass|key|tok|[a-zA-Z0-9]{1,20}|[-+_ .:/\\"@%=(){}]{1,3}|[0-9]{2,5}[- ]){0,60}"#) {
            prop_assert_eq!(hits(text.as_bytes()), plain(text.as_bytes()));
            prop_assert!(narrow(text.as_bytes()).is_none_or(|seen| seen == plain(text.as_bytes())));
        }
    }
}
