//! The vectorised look: one pass over a text that finds every place where anything sensitive could be.
//!
//! What it does: 64 bytes a step, it sorts bytes into classes by table look-ups in registers (nibbles),
//! turns the classes into bit masks, and finds by shifts and ands: token runs of [`RUN`] bytes and more,
//! digit runs of [`DIGITS`] and more (separators allowed), `@`, `://`, `\u`, rows of octets, a digit
//! before a capital word, `%`, `+` before a digit; and, by eight more look-ups a step (Teddy's way), the
//! first letters of the words that name secrets. Case does not matter: both cases of a letter share
//! their low nibble, and the tables take both high ones.
//!
//! Why it is valid: it may only ever say too much. Every detector needs one of these places inside or
//! right before what it finds, and then looks closely itself. A test holds the vector look against the
//! plain one on random bytes.
//!
//! How to switch it off to check: `PAKE_LOOK=plain` in the environment takes the scalar look.

use std::sync::OnceLock;

#[cfg(target_arch = "x86_64")]
mod avx2;
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
    /// The byte behind `:` of `://` or `:\/`.
    Url,
    /// The `u` of `\u`.
    Unicode,
    /// The third `:` or `-` of a row that stands three bytes apart, or the second `.` five bytes apart.
    Octets,
    /// The space between a digit and a capital letter.
    Street,
    /// `%`, of which `%40` is an `@`.
    Percent,
    /// A digit right behind `+`.
    Plus,
    /// A `.` right behind a digit, or the second `:` of `::` or of `:x:`..: only where addresses are asked for.
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

/// Bit masks of 64 bytes; bit `i` is byte `i`.
#[derive(Default, Clone, Copy)]
struct Masks {
    stem: u64,
    token: u64,
    digit: u64,
    separator: u64,
    at: u64,
    colon: u64,
    dash: u64,
    dot: u64,
    slash: u64,
    backslash: u64,
    letter_u: u64,
    percent: u64,
    plus: u64,
    space: u64,
    capital: u64,
    wide: u64,
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

/// Finds the masks of 64 bytes; three more bytes are looked at behind them.
trait Classify: Copy {
    fn masks(self, chunk: &[u8; 67]) -> Masks;
}

#[derive(Clone, Copy)]
struct Plain(&'static Tables);

impl Classify for Plain {
    #[inline(always)]
    fn masks(self, chunk: &[u8; 67]) -> Masks {
        let mut masks = Masks::default();
        for index in 0..64 {
            let byte = chunk[index];
            let bit = 1u64 << index;
            let class = CLASS_LOW[usize::from(byte & 15)] & CLASS_HIGH[usize::from(byte >> 4)];
            let buckets = (0..SETS).fold(0, |any, set| {
                any | (0..4).fold(0xFF, |buckets, place| {
                    let byte = chunk[index + place];
                    buckets
                        & self.0.low[set][place][usize::from(byte & 15)]
                        & self.0.high[set][place][usize::from(byte >> 4)]
                })
            });
            let set = |mask: &mut u64, yes: bool| *mask |= if yes { bit } else { 0 };
            set(&mut masks.stem, buckets != 0);
            set(&mut masks.token, class & TOKEN != 0);
            set(&mut masks.digit, class & DIGIT != 0);
            set(&mut masks.separator, class & (SEPARATOR | DASH) != 0);
            set(&mut masks.at, class & AT != 0);
            set(&mut masks.colon, byte == b':');
            set(&mut masks.dash, byte == b'-');
            set(&mut masks.dot, byte == b'.');
            set(&mut masks.slash, byte == b'/');
            set(&mut masks.backslash, byte == b'\\');
            set(&mut masks.letter_u, byte == b'u');
            set(&mut masks.percent, byte == b'%');
            set(&mut masks.plus, byte == b'+');
            set(&mut masks.space, byte == b' ');
            set(&mut masks.capital, byte.is_ascii_uppercase());
            set(&mut masks.wide, byte == 0xEF);
        }
        masks
    }
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
    if !plain_asked() && avx2::look(text, from, tables, addresses, sink) {
        return;
    }
    look_with(Plain(tables), text, from, addresses, sink);
}

/// Bits of the step before, for runs and pairs that begin there.
#[derive(Default)]
struct Before {
    token: [u64; 4],
    digits: [u64; 3],
    run: u64,
    long: u64,
    masks: Masks,
}

/// `now` moved up by `by` bytes, filled from `before`.
#[inline(always)]
fn up(now: u64, before: u64, by: u32) -> u64 {
    now << by | before >> (64 - by)
}

#[inline(always)]
fn look_with<C: Classify, F: FnMut(Hit) -> usize>(
    classify: C,
    text: &[u8],
    from: usize,
    addresses: bool,
    sink: &mut F,
) {
    let tables = tables();
    let mut base = from;
    let mut before = Before::default();
    let mut tail;
    while base < text.len() {
        let chunk: &[u8; 67] = match text[base..].first_chunk() {
            Some(chunk) => chunk,
            None => {
                let rest = &text[base..];
                tail = [0u8; 67];
                tail[..rest.len()].copy_from_slice(rest);
                &tail
            }
        };
        let m = classify.masks(chunk);
        let p = &before.masks;

        let t1 = m.token & up(m.token, before.token[0], 1);
        let t2 = t1 & up(t1, before.token[1], 2);
        let t4 = t2 & up(t2, before.token[2], 4);
        let t8 = t4 & up(t4, before.token[3], 8);
        let run = t8 & up(t1, before.token[1], 16);
        const { assert!(RUN == 18) };
        let run_start = run & !up(run, before.run, 1);

        // A separator belongs to the run behind a digit, or behind one other separator that does.
        let one = m.separator & up(m.digit, p.digit, 1);
        let two = m.separator & up(m.separator, p.separator, 1) & up(m.digit, p.digit, 2);
        let f = m.digit | one | two;
        let f1 = f & up(f, before.digits[0], 1);
        let f2 = f1 & up(f1, before.digits[1], 2);
        let f4 = f2 & up(f2, before.digits[2], 4);
        let long = f4 & up(f1, before.digits[1], 8) & up(f, before.digits[0], 10);
        const { assert!(DIGITS == 11) };
        let long_start = long & !up(long, before.long, 1);

        let url = (m.slash | m.backslash) & up(m.colon, p.colon, 1);
        let unicode = m.letter_u & up(m.backslash, p.backslash, 1);
        let octets = (m.colon & up(m.colon, p.colon, 3) & up(m.colon, p.colon, 6))
            | (m.dash & up(m.dash, p.dash, 3) & up(m.dash, p.dash, 6))
            | (m.dot & up(m.dot, p.dot, 5));
        // The capital's bit, so that no look ahead is needed; the hit is told one byte before it.
        let street = m.capital & up(m.space, p.space, 1) & up(m.digit, p.digit, 2);
        let plus = m.digit & up(m.plus, p.plus, 1);
        let address = if addresses {
            (m.dot & up(m.digit, p.digit, 1)) | (m.colon & (up(m.colon, p.colon, 1) | up(m.token, p.token, 1)))
        } else {
            0
        };

        // Most places that fit a bucket are other words: three bytes tell nearly all of them.
        let mut stem = 0;
        let mut open = m.stem;
        while open != 0 {
            let index = open.trailing_zeros() as usize & 63;
            if tables.may_begin(chunk[index], chunk[index + 1], chunk[index + 2]) && stem_at(text, base + index) {
                stem |= 1 << index;
            }
            open &= open - 1;
        }
        let mut any = stem
            | run_start
            | long_start
            | m.at
            | url
            | unicode
            | octets
            | street
            | m.percent
            | plus
            | m.wide
            | address;
        let mut next = base + 64;
        before = Before { token: [m.token, t1, t2, t4], digits: [f, f1, f2], run, long, masks: m };
        while any != 0 {
            let index = any.trailing_zeros();
            let bit = any & any.wrapping_neg();
            any ^= bit;
            let at = base + index as usize;
            let mut resume = 0;
            let mut tell = |mask: u64, kind: Kind, at: usize| {
                if mask & bit != 0 && resume <= at {
                    resume = sink(Hit { at, kind });
                }
            };
            tell(stem, Kind::Stem, at);
            tell(run_start, Kind::Run, at);
            tell(long_start, Kind::Digits, at);
            tell(m.at | m.wide, Kind::At, at);
            tell(url, Kind::Url, at);
            tell(unicode, Kind::Unicode, at);
            tell(octets, Kind::Octets, at);
            tell(street, Kind::Street, at.saturating_sub(1));
            tell(m.percent, Kind::Percent, at);
            tell(plus, Kind::Plus, at);
            tell(address, Kind::Address, at);
            if resume > at {
                if resume >= next {
                    before = Before::default();
                    next = resume;
                    break;
                }
                // Go on inside this step: forget the bits before the place.
                any &= u64::MAX << (resume - base);
            }
        }
        base = next;
    }
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

    fn plain(text: &[u8]) -> Vec<Hit> {
        let mut seen = Vec::new();
        look_with(Plain(tables()), text, 0, true, &mut |hit| {
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
        }

        #[test]
        fn also_on_what_logs_are_made_of(text in r#"(pass|key|tok|[a-zA-Z0-9]{1,20}|[-+_ .:/\\"@%=(){}]{1,3}|[0-9]{2,5}[- ]){0,60}"#) {
            prop_assert_eq!(hits(text.as_bytes()), plain(text.as_bytes()));
        }
    }
}
