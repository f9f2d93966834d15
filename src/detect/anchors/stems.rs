//! The words that name secrets, by their first letters, and the tables by which they are found.

use std::sync::OnceLock;

/// First letters of the words that can name a secret or a personal value, lower case. `.` is a byte that
/// is no letter (the text's end counts as one), `?` any byte.
///
/// They stand in buckets: a bucket takes any four bytes of which each fits one of its stems at that place, so stems that
/// share letters stand together. A new stem goes where `few_other_words_fit_a_bucket` rises least.
const BUCKETS: [&[[u8; 4]]; 8 * SETS] = [
    &[*b"$2?$", *b"iban", *b"iden"],
    &[*b"aba.", *b"acco", *b"acct", *b"wach", *b"abn.", *b"abnn"],
    &[*b"addr", *b"apik", *b"auth", *b"itin"],
    &[
        *b"basi", *b"bic.", *b"pan.", *b"pass", *b"pin.", *b"rase", *b"zink", *b"nhs.", *b"nhsn", *b"nif.", *b"nifn",
        *b"nino",
    ],
    &[*b"bear", *b"cell", *b"kenn", *b"secr", *b"seed", *b"senh", *b"sess", *b"kvnr"],
    &[*b"birt", *b"born", *b"card", *b"curl", *b"rout", *b"sort", *b"stre", *b"curp"],
    &[*b"box.", *b"fax.", *b"otp.", *b"nip.", *b"nipn", *b"utr.", *b"utrn"],
    &[*b"cc.?"],
    &[*b"code", *b"cook", *b"emai", *b"logi", *b"mobi", *b"soci", *b"toke", *b"jmbg"],
    &[
        *b"cred", *b"crum", *b"csrf", *b"msis", *b"priv", *b"psex", *b"s-cl", *b"sqlc", *b"ssws", *b"swif", *b"xsrf",
        *b"driv", *b"hkid", *b"nric",
    ],
    &[
        *b"csc.", *b"cvc.", *b"cvv.", *b"dsn.", *b"psk.", *b"sqlp", *b"ssn.", *b"bsn.", *b"bsnn", *b"cpf.", *b"npi.",
        *b"npin",
    ],
    &[*b"dob.", *b"sid.", *b"sig.", *b"sign", *b"egn.", *b"egnn", *b"sin.", *b"sinn", *b"vin."],
    &[*b"jwt.", *b"pw.?", *b"pwd."],
    &[*b"jels", *b"key.", *b"tel.", *b"tele"],
    &[*b"mnem", *b"mysq", *b"phon", *b"phra", *b"psea", *b"medi"],
    &[*b"hasl", *b"hesl", *b"name", *b"nego", *b"unse", *b"hetu", *b"nati"],
];

/// First bytes of words for a password in other scripts, or with letters that are no ASCII, in the bucket of the same
/// place: some byte of theirs is not met in a text of ASCII, so that they cost nothing there.
const OTHER_SCRIPTS: [&[[u8; 4]]; 8 * SETS] = [
    &[*b"\xD0\xBF\xD0\xB0", *b"\xD0\x9F\xD0\xB0", *b"\xD0\x9F\xD0\x90"],
    &[*b"\xE5\xAF\x86\xE7", *b"\xE5\x8F\xA3\xE4"],
    &[*b"\xE3\x83\x91\xE3", *b"\xEB\xB9\x84\xEB", *b"\xEC\x95\x94\xED"],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[*b"\xC5\x9Fif"],
    &[],
    &[],
    &[],
    &[],
    &[],
    &[*b"has\xC5", *b"\xC3\xB6se"],
];

/// Sets of eight buckets. One set costs 0.2 cycles a byte less than two, but lets four times as many other words
/// through to the exact question.
pub(super) const SETS: usize = 2;

/// All buckets' stems, with their number.
fn buckets() -> impl Iterator<Item = (usize, &'static [[u8; 4]])> {
    BUCKETS.iter().copied().enumerate().chain(OTHER_SCRIPTS.iter().copied().enumerate())
}

/// All stems.
pub fn stems() -> impl Iterator<Item = [u8; 4]> {
    buckets().flat_map(|(_, bucket)| bucket.iter().copied())
}

/// Register tables: for each set of eight buckets and each of the four places, which buckets take a byte.
pub(super) struct Tables {
    /// By the byte itself; what is above ASCII is taken for 0x7F.
    pub(super) exact: [[[u8; 128]; 4]; SETS],
    /// By its low nibble and by its high one: a byte is taken where both say so, which is more than `exact` says.
    pub(super) low: [[[u8; 16]; 4]; SETS],
    pub(super) high: [[[u8; 16]; 4]; SETS],
    /// Which first three bytes (lower case, hashed) begin a stem: one bit each.
    begins: Vec<u64>,
    /// For each pair of first letters (5 bits each), the stems that begin so: range in `forms`.
    pairs: Vec<(u8, u8)>,
    forms: Vec<Form>,
}

/// Bits of [`Tables::begins`], as a power of two.
const BEGIN_BITS: u32 = 14;

impl Tables {
    /// Whether the three bytes can begin a stem, letter case aside: says no to nearly all other words.
    #[inline(always)]
    pub(super) fn may_begin(&self, bytes: [u8; 4]) -> bool {
        let place = begin_of(bytes[0], bytes[1], bytes[2]);
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
            exact: [[[0; 128]; 4]; SETS],
            low: [[[0; 16]; 4]; SETS],
            high: [[[0; 16]; 4]; SETS],
            begins: vec![0; (1 << BEGIN_BITS) / 64],
            pairs: vec![(0, 0); 1024],
            forms: Vec::new(),
        };
        let mut sorted: Vec<[u8; 4]> = stems().collect();
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
        for (bucket, stems) in buckets() {
            let (set, bit) = (bucket / 8, 1 << (bucket % 8));
            for (place, byte) in stems.iter().flat_map(|stem| stem.iter().enumerate()) {
                for other in (0..128u8).filter(|other| takes(*byte, Some(*other))) {
                    tables.exact[set][place][usize::from(other)] |= bit;
                    tables.low[set][place][usize::from(other & 15)] |= bit;
                    tables.high[set][place][usize::from(other >> 4)] |= bit;
                }
                if !byte.is_ascii() {
                    tables.exact[set][place][0x7F] |= bit;
                    tables.low[set][place][usize::from(byte & 15)] |= bit;
                    tables.high[set][place][usize::from(byte >> 4)] |= bit;
                } else if takes(*byte, Some(0x80)) {
                    tables.high[set][place][8..].iter_mut().for_each(|buckets| *buckets |= bit);
                }
            }
        }
        tables
    })
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

fn pair_of(first: u8, second: u8) -> usize {
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

/// Stems that count only at a word's start: as ends or middles of longer words they are common (`span_id`).
const LONE: &[[u8; 4]] = &[
    *b"pan.", *b"pin.", *b"otp.", *b"cvv.", *b"cvc.", *b"csc.", *b"ssn.", *b"dob.", *b"tel.", *b"fax.", *b"cc.?",
    *b"bic.", *b"aba.", *b"box.", *b"dsn.", *b"psk.", *b"sig.", *b"iden", *b"rout", *b"sort", *b"curl", *b"mysq",
    *b"psex", *b"logi", *b"nego", *b"born", *b"sqlc", *b"sqlp", *b"jels", *b"wach", *b"abn.", *b"nhs.", *b"nif.",
    *b"nino", *b"kvnr", *b"curp", *b"nip.", *b"utr.", *b"jmbg", *b"driv", *b"hkid", *b"nric", *b"bsn.", *b"cpf.",
    *b"npi.", *b"egn.", *b"sin.", *b"vin.", *b"medi", *b"hetu", *b"nati", *b"abnn", *b"nhsn", *b"nifn", *b"nipn",
    *b"utrn", *b"bsnn", *b"npin", *b"egnn", *b"sinn",
];

/// Whether a word begins at `at`: no letter before it, or a hump of camelCase, or what may be an escape's letter.
fn begins_word(text: &[u8], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| text[at]) else { return true };
    !before.is_ascii_alphabetic()
        || text[at].is_ascii_uppercase() && before.is_ascii_lowercase()
        || at >= 2 && (text[at - 2] == b'\\' || before == b'D' && text[at - 2] == b'-')
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

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn few_other_words_fit_a_bucket() {
        let tables = tables();
        let share = |set: usize, bit: usize| -> f64 {
            let taken = |place: usize| -> f64 {
                let bytes = (0..128u8).filter(|&byte| tables.exact[set][place][usize::from(byte)] >> bit & 1 == 1);
                bytes.map(|byte| frequency(byte) / 1000.0).sum()
            };
            (0..4).map(taken).product()
        };
        let all: f64 = (0..SETS).flat_map(|set| (0..8).map(move |bit| share(set, bit))).sum();
        assert!(all < 0.0086, "{all} of the places of a log fit a bucket");
    }

    #[test]
    fn each_stem_is_there_once() {
        let mut all: Vec<[u8; 4]> = stems().collect();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(count < 256, "ranges of `forms` are bytes");
        assert!(LONE.iter().all(|lone| all.contains(lone)));
    }
}
