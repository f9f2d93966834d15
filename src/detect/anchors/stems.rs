//! The words that name secrets, by their first letters, and the tables by which they are found.

use std::sync::OnceLock;

/// First letters of the words that can name a secret or a personal value, lower case. `.` is a byte that
/// is no letter (the text's end counts as one), `?` any byte.
pub const STEMS: &[[u8; 4]] = &[
    *b"pass", *b"pwd.", *b"pw.?", *b"secr", *b"toke", *b"cred", *b"auth", *b"cook", *b"sess", *b"sid.", *b"key.",
    *b"apik", *b"pin.", *b"otp.", *b"cvv.", *b"cvc.", *b"csc.", *b"pan.", *b"ssn.", *b"dob.", *b"tel.", *b"fax.",
    *b"cc.?", *b"card", *b"acco", *b"acct", *b"rout", *b"phon", *b"mobi", *b"cell", *b"addr", *b"stre", *b"birt",
    *b"name", *b"bear", *b"basi", *b"sig.", *b"sign", *b"code", *b"seed", *b"mnem", *b"psk.", *b"dsn.", *b"priv",
    *b"soci", *b"itin", *b"jwt.", *b"csrf", *b"xsrf", *b"swif", *b"bic.", *b"sort", *b"iban", *b"iden", *b"box.",
    *b"nego", *b"msis", *b"born", *b"aba.", *b"kenn", *b"senh", *b"ssws", *b"unse", *b"phra", *b"crum", *b"curl",
    *b"mysq", *b"psex", *b"logi", *b"emai", *b"$2?$", *b"tele",
];

/// Register tables: for each set of eight buckets and each of the four places, which buckets take a byte of
/// this low or high nibble.
pub(super) struct Tables {
    pub(super) low: [[[u8; 16]; 4]; SETS],
    pub(super) high: [[[u8; 16]; 4]; SETS],
    /// Which first three bytes (lower case, hashed) begin a stem: one bit each.
    begins: Vec<u64>,
    /// For each pair of first letters (5 bits each), the stems that begin so: range in `forms`.
    pairs: Vec<(u8, u8)>,
    forms: Vec<Form>,
}

/// Sets of eight buckets. One set costs 0.2 cycles a byte less than two, but lets four times as many other words
/// through to the exact question (36 a line of a generated log instead of 9).
pub(super) const SETS: usize = 2;
/// Bits of [`Tables::begins`], as a power of two.
const BEGIN_BITS: u32 = 14;

impl Tables {
    /// Whether the three bytes can begin a stem, letter case aside: says no to nearly all other words.
    #[inline(always)]
    pub(super) fn may_begin(&self, first: u8, second: u8, third: u8) -> bool {
        let place = begin_of(first, second, third);
        self.begins[place / 64] >> (place % 64) & 1 == 1
    }
}

#[inline(always)]
fn begin_of(first: u8, second: u8, third: u8) -> usize {
    let three = u32::from_le_bytes([first, second, third, 0]) | 0x20_2020;
    (three.wrapping_mul(0x9E37_79B1) >> (32 - BEGIN_BITS)) as usize
}

pub(super) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Tables {
            low: [[[0; 16]; 4]; SETS],
            high: [[[0; 16]; 4]; SETS],
            begins: vec![0; (1 << BEGIN_BITS) / 64],
            pairs: vec![(0, 0); 1024],
            forms: Vec::new(),
        };
        let mut sorted = STEMS.to_vec();
        sorted.sort_by_key(|stem| pair_of(stem[0], stem[1]));
        for (index, stem) in sorted.iter().enumerate() {
            tables.forms.push(Form::of(*stem));
            let pair = &mut tables.pairs[pair_of(stem[0], stem[1])];
            if pair.0 == pair.1 {
                *pair = (index as u8, index as u8);
            }
            pair.1 = index as u8 + 1;
            for third in (0..=255u8).filter(|third| takes(stem[2], Some(*third))) {
                let place = begin_of(stem[0], stem[1], third);
                tables.begins[place / 64] |= 1 << (place % 64);
            }
        }
        for (bucket, stems) in buckets().iter().enumerate() {
            let (set, bit) = (bucket / 8, 1 << (bucket % 8));
            for stem in stems {
                for (place, &byte) in stem.iter().enumerate() {
                    let (lows, highs) = nibbles(byte);
                    for nibble in 0..16 {
                        tables.low[set][place][nibble] |= if lows >> nibble & 1 == 1 { bit } else { 0 };
                        tables.high[set][place][nibble] |= if highs >> nibble & 1 == 1 { bit } else { 0 };
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

/// Whether a place of a stem takes this byte (`None`: the text's end).
fn takes(want: u8, byte: Option<u8>) -> bool {
    match (want, byte) {
        (b'?', _) | (b'.', None) => true,
        (b'.', Some(byte)) => !byte.is_ascii_alphabetic(),
        (want, Some(byte)) => byte.to_ascii_lowercase() == want,
        (_, None) => false,
    }
}

/// How often a byte is met in logs, in parts of a thousand; what is not listed is rare.
fn frequency(byte: u8) -> f64 {
    const LETTERS: [u8; 26] =
        [49, 9, 21, 26, 72, 13, 12, 24, 44, 1, 5, 24, 16, 41, 46, 15, 1, 36, 38, 55, 17, 7, 13, 2, 13, 1];
    match byte {
        b'a'..=b'z' => f64::from(LETTERS[usize::from(byte - b'a')]),
        b'A'..=b'Z' => f64::from(LETTERS[usize::from(byte - b'A')]) / 12.0,
        b'0'..=b'9' => 20.0,
        b'"' => 80.0,
        b':' | b',' | b' ' => 40.0,
        b'_' | b'-' | b'.' => 20.0,
        _ => 1.0,
    }
}

/// Low and high nibbles taken at each of the four places.
type Sets = [(u16, u16); 4];

/// Some stems, what they take together, and how many words of a log fit that.
struct Bucket {
    sets: Sets,
    cost: f64,
    stems: Vec<[u8; 4]>,
}

fn join(a: &Sets, b: &Sets) -> Sets {
    std::array::from_fn(|place| (a[place].0 | b[place].0, a[place].1 | b[place].1))
}

/// How many of a log's words fit, as a share.
fn cost(sets: &Sets, weights: &[f64; 256]) -> f64 {
    let bits = |mask: u16| (0..16usize).filter(move |nibble| mask >> nibble & 1 == 1);
    sets.iter()
        .map(|&(lows, highs)| {
            bits(highs).map(|high| bits(lows).map(|low| weights[high * 16 + low]).sum::<f64>()).sum::<f64>()
        })
        .product()
}

impl Bucket {
    fn of(stems: Vec<[u8; 4]>, weights: &[f64; 256]) -> Bucket {
        let sets = stems.iter().fold([(0, 0); 4], |sets, stem| join(&sets, &stem.map(nibbles)));
        Bucket { cost: if stems.is_empty() { 0.0 } else { cost(&sets, weights) }, sets, stems }
    }

    /// By how much the stem would raise the cost.
    fn rise(&self, stem: &[u8; 4], weights: &[f64; 256]) -> f64 {
        cost(&join(&self.sets, &stem.map(nibbles)), weights) - self.cost
    }
}

/// Shares the stems out over the buckets so that few other words fit one: each goes where the rise is least, and is
/// then moved while that helps. (Without the moves 9 other words a line of a generated log pass, with them 5.)
fn buckets() -> Vec<Vec<[u8; 4]>> {
    let weights: [f64; 256] = std::array::from_fn(|byte| frequency(byte as u8) / 1000.0);
    let mut buckets: Vec<Bucket> = (0..8 * SETS).map(|_| Bucket::of(Vec::new(), &weights)).collect();
    let least = |buckets: &[Bucket], stem: &[u8; 4], not: usize| {
        let rises = buckets
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != not)
            .map(|(index, bucket)| (bucket.rise(stem, &weights), index));
        rises.min_by(|a, b| a.0.total_cmp(&b.0)).expect("there are buckets")
    };
    for stem in STEMS {
        let (_, index) = least(&buckets, stem, usize::MAX);
        buckets[index].stems.push(*stem);
        buckets[index] = Bucket::of(std::mem::take(&mut buckets[index].stems), &weights);
    }
    for _ in 0..1 {
        for stem in STEMS {
            let from = buckets.iter().position(|bucket| bucket.stems.contains(stem)).expect("each stem is in one");
            let without =
                Bucket::of(buckets[from].stems.iter().copied().filter(|other| other != stem).collect(), &weights);
            let (rise, to) = least(&buckets, stem, from);
            if rise < (buckets[from].cost - without.cost) * 0.999 {
                buckets[from] = without;
                let stems = buckets[to].stems.iter().copied().chain([*stem]).collect();
                buckets[to] = Bucket::of(stems, &weights);
            }
        }
    }
    buckets.into_iter().map(|bucket| bucket.stems).collect()
}

fn pair_of(first: u8, second: u8) -> usize {
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

/// Stems that count only at a word's start: as ends or middles of longer words they are common (`span_id`).
const LONE: &[[u8; 4]] = &[
    *b"pan.", *b"pin.", *b"otp.", *b"cvv.", *b"cvc.", *b"csc.", *b"ssn.", *b"dob.", *b"tel.", *b"fax.", *b"cc.?",
    *b"bic.", *b"aba.", *b"box.", *b"dsn.", *b"psk.", *b"sig.", *b"iden", *b"rout", *b"sort", *b"curl", *b"mysq",
    *b"psex", *b"logi", *b"nego", *b"born",
];

/// Whether a word begins at `at`: no letter before it, or a hump of camelCase, or what may be an escape's letter.
fn begins_word(text: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| text[at]) else { return true };
    !before.is_ascii_alphabetic()
        || text[at].is_ascii_uppercase() && before.is_ascii_lowercase()
        || at >= 2 && text[at - 2] == b'\\'
}

/// A stem as a comparison of four bytes.
#[derive(Clone, Copy)]
struct Form {
    /// The letters, lower case, in the order of the text; 0 elsewhere.
    value: u32,
    /// Where letters are.
    mask: u32,
    /// The place of the byte that is no letter, if there is one.
    boundary: Option<u8>,
    lone: bool,
}

impl Form {
    fn of(stem: [u8; 4]) -> Form {
        let letters = stem.map(|byte| if matches!(byte, b'?' | b'.') { 0 } else { byte | 0x20 });
        Form {
            value: u32::from_le_bytes(letters),
            mask: u32::from_le_bytes(letters.map(|byte| if byte == 0 { 0 } else { 0xFF })),
            boundary: stem.iter().position(|&byte| byte == b'.').map(|place| place as u8),
            lone: LONE.contains(&stem),
        }
    }
}

/// Whether one of the stems stands at `at`, exactly. (Setting bit 5 makes letters lower case; that it also makes some
/// signs alike matters for `$2?$` alone, which its engine reads again.)
#[inline]
pub fn stem_at(text: &[u8], at: usize) -> bool {
    let mut four = [0; 4];
    match text.get(at..at + 4) {
        Some(bytes) => four.copy_from_slice(bytes),
        None => {
            let rest = text.get(at..).unwrap_or_default();
            four[..rest.len()].copy_from_slice(rest);
        }
    }
    let tables = tables();
    let (from, to) = tables.pairs[pair_of(four[0], four[1])];
    let lower = u32::from_le_bytes(four) | 0x2020_2020;
    tables.forms[usize::from(from)..usize::from(to)].iter().any(|form| {
        lower & form.mask == form.value
            && form.boundary.is_none_or(|place| !four[usize::from(place)].is_ascii_alphabetic())
            && (!form.lone || begins_word(text, at))
    })
}
