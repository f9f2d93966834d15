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

/// First letters of the words that can name a secret or a personal value, lower case. `.` is a byte that
/// is no letter (the text's end counts as one), `?` any byte.
pub const STEMS: &[[u8; 4]] = &[
    *b"pass", *b"pwd.", *b"pw.?", *b"secr", *b"toke", *b"cred", *b"auth", *b"cook", *b"sess", *b"sid.", *b"key.",
    *b"apik", *b"pin.", *b"otp.", *b"cvv.", *b"cvc.", *b"csc.", *b"pan.", *b"ssn.", *b"dob.", *b"tel.", *b"fax.",
    *b"cc.?", *b"card", *b"acco", *b"acct", *b"rout", *b"phon", *b"mobi", *b"cell", *b"addr", *b"stre", *b"birt",
    *b"name", *b"bear", *b"basi", *b"sig.", *b"sign", *b"code", *b"seed", *b"mnem", *b"psk.", *b"dsn.", *b"priv",
    *b"soci", *b"itin", *b"jwt.", *b"csrf", *b"xsrf", *b"swif", *b"bic.", *b"sort", *b"iban", *b"iden", *b"box.",
    *b"nego", *b"msis", *b"born", *b"aba.", *b"kenn", *b"senh", *b"ssws", *b"unse", *b"phra", *b"crum", *b"curl", *b"mysq", *b"psex", *b"logi", *b"emai", *b"tele",
];

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

/// Register tables: for each of the four places, which buckets take a byte of this low or high nibble.
struct Tables {
    low: [[u8; 16]; 4],
    high: [[u8; 16]; 4],
    /// For each pair of first letters (5 bits each), the stems that begin so: range in `sorted`.
    pairs: Vec<(u8, u8)>,
    sorted: Vec<[u8; 4]>,
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

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables =
            Tables { low: [[0; 16]; 4], high: [[0; 16]; 4], pairs: vec![(0, 0); 1024], sorted: STEMS.to_vec() };
        tables.sorted.sort();
        for (index, stem) in tables.sorted.iter().enumerate() {
            let pair = &mut tables.pairs[pair_of(stem[0], stem[1])];
            if pair.0 == pair.1 {
                *pair = (index as u8, index as u8);
            }
            pair.1 = index as u8 + 1;
        }
        for (bucket, stems) in buckets().iter().enumerate() {
            let bit = 1 << bucket;
            for stem in stems {
                for (place, &byte) in stem.iter().enumerate() {
                    let (lows, highs) = nibbles(byte);
                    for nibble in 0..16 {
                        if lows >> nibble & 1 == 1 {
                            tables.low[place][nibble] |= bit;
                        }
                        if highs >> nibble & 1 == 1 {
                            tables.high[place][nibble] |= bit;
                        }
                    }
                }
            }
        }
        tables
    })
}

/// The sets of low and high nibbles that a place of a stem takes.
fn nibbles(byte: u8) -> (u16, u16) {
    match byte {
        b'?' => (0xFFFF, 0xFFFF),
        b'.' => (0xFFFF, 0b1111_1111_1010_1111),
        letter => (1 << (letter & 15), 1 << (letter >> 4) | 1 << ((letter >> 4) ^ 2)),
    }
}

/// Shares the stems out over eight buckets so that few other words fit a bucket: the two buckets whose
/// union takes the fewest further byte rows are joined until eight are left.
fn buckets() -> Vec<Vec<[u8; 4]>> {
    fn cost(stems: &[[u8; 4]]) -> f64 {
        (0..4)
            .map(|place| {
                let (lows, highs) = stems.iter().fold((0, 0), |(low, high), stem| {
                    let (l, h) = nibbles(stem[place]);
                    (low | l, high | h)
                });
                f64::from(lows.count_ones() * highs.count_ones()) / 256.0
            })
            .product()
    }
    let mut buckets: Vec<Vec<[u8; 4]>> = STEMS.iter().map(|stem| vec![*stem]).collect();
    while buckets.len() > 8 {
        let mut best = (f64::MAX, 0, 1);
        for first in 0..buckets.len() {
            for second in first + 1..buckets.len() {
                let both: Vec<_> = buckets[first].iter().chain(&buckets[second]).copied().collect();
                let rise = cost(&both) - cost(&buckets[first]) - cost(&buckets[second]);
                if rise < best.0 {
                    best = (rise, first, second);
                }
            }
        }
        let moved = buckets.remove(best.2);
        buckets[best.1].extend(moved);
    }
    buckets
}

fn pair_of(first: u8, second: u8) -> usize {
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

/// Whether one of the stems stands at `at`, exactly.
#[inline]
pub fn stem_at(text: &[u8], at: usize) -> bool {
    let (Some(&first), Some(&second)) = (text.get(at), text.get(at + 1)) else { return false };
    let tables = tables();
    let (from, to) = tables.pairs[pair_of(first, second)];
    tables.sorted[usize::from(from)..usize::from(to)].iter().any(|stem| {
        stem.iter().enumerate().all(|(place, &want)| match (want, text.get(at + place)) {
            (b'?', _) | (b'.', None) => true,
            (b'.', Some(byte)) => !byte.is_ascii_alphabetic(),
            (want, Some(byte)) => byte.to_ascii_lowercase() == want,
            (_, None) => false,
        })
    })
}

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
            let buckets = (0..4).fold(0xFF, |buckets, place| {
                let byte = chunk[index + place];
                buckets & self.0.low[place][usize::from(byte & 15)] & self.0.high[place][usize::from(byte >> 4)]
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

#[cfg(target_arch = "x86_64")]
mod avx2 {
    //! Needs unsafe for two things only: calling code made for AVX2 once the processor is known to have
    //! it, and loading 32 bytes from a slice whose length was checked.
    #![allow(unsafe_code)]

    use super::{AT, CLASS_HIGH, CLASS_LOW, Classify, DASH, DIGIT, Hit, Masks, SEPARATOR, TOKEN, Tables};
    use std::arch::x86_64::*;

    /// The tables, spread over both halves of a register.
    #[derive(Clone, Copy)]
    struct Registers {
        low: [__m256i; 4],
        high: [__m256i; 4],
        class_low: __m256i,
        class_high: __m256i,
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn spread(table: &[u8; 16]) -> __m256i {
        // SAFETY: the array is 16 bytes long, and the load asks for no alignment.
        let half = unsafe { _mm_loadu_si128(table.as_ptr().cast()) };
        _mm256_broadcastsi128_si256(half)
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn load(chunk: &[u8; 67], at: usize) -> __m256i {
        debug_assert!(at + 32 <= chunk.len());
        // SAFETY: callers pass 0..=35, so the 32 bytes lie inside the array of 67.
        unsafe { _mm256_loadu_si256(chunk.as_ptr().add(at).cast()) }
    }

    /// Mask of the bytes whose bit `7 - LEFT` is set.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn bit<const LEFT: i32>(bytes: [__m256i; 2]) -> u64 {
        join([
            _mm256_movemask_epi8(_mm256_slli_epi16::<LEFT>(bytes[0])),
            _mm256_movemask_epi8(_mm256_slli_epi16::<LEFT>(bytes[1])),
        ])
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn equal(bytes: [__m256i; 2], byte: u8) -> u64 {
        let want = _mm256_set1_epi8(byte as i8);
        join([
            _mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes[0], want)),
            _mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes[1], want)),
        ])
    }

    #[inline]
    fn join(halves: [i32; 2]) -> u64 {
        u64::from(halves[0] as u32) | u64::from(halves[1] as u32) << 32
    }

    impl Registers {
        #[inline]
        #[target_feature(enable = "avx2")]
        fn new(tables: &Tables) -> Self {
            Registers {
                low: [spread(&tables.low[0]), spread(&tables.low[1]), spread(&tables.low[2]), spread(&tables.low[3])],
                high: [
                    spread(&tables.high[0]),
                    spread(&tables.high[1]),
                    spread(&tables.high[2]),
                    spread(&tables.high[3]),
                ],
                class_low: spread(&CLASS_LOW),
                class_high: spread(&CLASS_HIGH),
            }
        }

        #[inline]
        #[target_feature(enable = "avx2")]
        fn stems(&self, chunk: &[u8; 67], at: usize) -> __m256i {
            let nibble = _mm256_set1_epi8(15);
            let mut buckets = _mm256_set1_epi8(-1);
            let mut place = 0;
            while place < 4 {
                let bytes = load(chunk, at + place);
                let low = _mm256_shuffle_epi8(self.low[place], _mm256_and_si256(bytes, nibble));
                let high =
                    _mm256_shuffle_epi8(self.high[place], _mm256_and_si256(_mm256_srli_epi16::<4>(bytes), nibble));
                buckets = _mm256_and_si256(buckets, _mm256_and_si256(low, high));
                place += 1;
            }
            _mm256_cmpeq_epi8(buckets, _mm256_setzero_si256())
        }

        #[inline]
        #[target_feature(enable = "avx2")]
        fn class(&self, bytes: __m256i) -> __m256i {
            let nibble = _mm256_set1_epi8(15);
            let low = _mm256_shuffle_epi8(self.class_low, _mm256_and_si256(bytes, nibble));
            let high = _mm256_shuffle_epi8(self.class_high, _mm256_and_si256(_mm256_srli_epi16::<4>(bytes), nibble));
            _mm256_and_si256(low, high)
        }

        #[inline]
        #[target_feature(enable = "avx2")]
        fn masks_avx2(&self, chunk: &[u8; 67]) -> Masks {
            let bytes = [load(chunk, 0), load(chunk, 32)];
            let class = [self.class(bytes[0]), self.class(bytes[1])];
            let any = |bits: u8| {
                let want = _mm256_set1_epi8(bits as i8);
                let zero = _mm256_setzero_si256();
                !join([
                    _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(class[0], want), zero)),
                    _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_and_si256(class[1], want), zero)),
                ])
            };
            const { assert!(DIGIT == 1 && AT == 64) };
            let letters = any(TOKEN & !(DIGIT | super::UNDERSCORE | DASH));
            Masks {
                stem: !join([_mm256_movemask_epi8(self.stems(chunk, 0)), _mm256_movemask_epi8(self.stems(chunk, 32))]),
                token: any(TOKEN),
                digit: bit::<7>(class),
                separator: any(SEPARATOR | DASH),
                at: bit::<1>(class),
                colon: equal(bytes, b':'),
                dash: bit::<3>(class),
                dot: equal(bytes, b'.'),
                slash: equal(bytes, b'/'),
                backslash: equal(bytes, b'\\'),
                letter_u: equal(bytes, b'u'),
                percent: equal(bytes, b'%'),
                plus: equal(bytes, b'+'),
                space: equal(bytes, b' '),
                capital: letters & !bit::<2>(bytes),
                wide: equal(bytes, 0xEF),
            }
        }
    }

    #[derive(Clone, Copy)]
    struct Avx2<'a>(&'a Registers);

    impl Classify for Avx2<'_> {
        #[inline(always)]
        fn masks(self, chunk: &[u8; 67]) -> Masks {
            // SAFETY: only `look` below makes one, and it runs only where AVX2 is.
            unsafe { self.0.masks_avx2(chunk) }
        }
    }

    #[target_feature(enable = "avx2,bmi1,bmi2,popcnt,lzcnt")]
    fn look_avx2<F: FnMut(Hit) -> usize>(text: &[u8], from: usize, tables: &Tables, addresses: bool, sink: &mut F) {
        let registers = Registers::new(tables);
        super::look_with(Avx2(&registers), text, from, addresses, sink);
    }

    /// The look, if this processor has what it takes.
    pub fn look<F: FnMut(Hit) -> usize>(
        text: &[u8],
        from: usize,
        tables: &Tables,
        addresses: bool,
        sink: &mut F,
    ) -> bool {
        if !(is_x86_feature_detected!("avx2") && is_x86_feature_detected!("bmi2") && is_x86_feature_detected!("lzcnt"))
        {
            return false;
        }
        // SAFETY: the processor was just asked; AVX2 machines with BMI2 have BMI1 and POPCNT.
        unsafe { look_avx2(text, from, tables, addresses, sink) };
        true
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

        let mut any = m.stem
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
                if mask & bit != 0 {
                    resume = resume.max(sink(Hit { at, kind }));
                }
            };
            if m.stem & bit != 0 && stem_at(text, at) {
                tell(bit, Kind::Stem, at);
            }
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
