//! What the look makes of 64 bytes: bit masks, one bit a byte. Here they are defined, byte by byte; the vector
//! versions beside this file make the same.

use super::Kind;
use super::batch::{BATCH, Batch};
use super::stems::{SETS, Tables};

/// Bytes looked at in one step.
pub(super) const STEP: usize = 64;
/// Bytes looked at behind a step: rows of octets reach so far.
pub(super) const AHEAD: usize = 6;
/// A step's bytes and those behind it that are compared with them.
pub(super) type Chunk = [u8; STEP + AHEAD];

/// Bit masks of 64 bytes; bit `i` is byte `i`.
#[derive(Default, Clone, Copy)]
pub(super) struct Masks {
    /// The first bytes of what may be a stem.
    pub stem: u64,
    /// `[A-Za-z0-9_-]`
    pub token: u64,
    pub digit: u64,
    /// `[A-Z]`
    pub capital: u64,
    /// ` ().+-`
    pub separator: u64,
    pub dot: u64,
    pub colon: u64,
    /// All kinds that the bytes themselves tell: see [`rare_kind`].
    pub rare: u64,
}

/// Finds the places of a batch of steps from an offset on, as many as the text has; how many.
pub(super) type Fill = fn(&Tables, &[u8], usize, &mut Batch) -> usize;

/// Class of a byte, for a table of 128: those above ASCII are in no class.
pub(super) const TOKEN: u8 = 1;
pub(super) const DIGIT: u8 = 2;
pub(super) const SEPARATOR: u8 = 4;
pub(super) const DOT: u8 = 8;
pub(super) const COLON: u8 = 16;
/// `:` and `-`, which stand between octets.
pub(super) const JOINT: u8 = 32;
pub(super) const CAPITAL: u8 = 64;

pub(super) const CLASS: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0u8;
    while byte < 128 {
        let mut class = 0;
        if byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-' {
            class |= TOKEN;
        }
        if byte.is_ascii_digit() {
            class |= DIGIT;
        }
        if byte.is_ascii_uppercase() {
            class |= CAPITAL;
        }
        if matches!(byte, b' ' | b'(' | b')' | b'.' | b'+' | b'-') {
            class |= SEPARATOR;
        }
        if byte == b'.' {
            class |= DOT;
        }
        if byte == b':' {
            class |= COLON | JOINT;
        }
        if byte == b'-' {
            class |= JOINT;
        }
        table[byte as usize] = class;
        byte += 1;
    }
    table
};

/// The rows of up to three bytes: a row begins where the three bytes' entries have a bit in common.
pub(super) const ROWS: [[u8; 128]; 3] = {
    const LONE: u8 = 1;
    const URL: u8 = 2;
    const UNICODE: u8 = 4;
    const PLUS: u8 = 8;
    const STREET: u8 = 16;
    let mut rows = [[0; 128], [LONE; 128], [LONE | URL | UNICODE | PLUS; 128]];
    rows[0][b'@' as usize] = LONE;
    rows[0][b'%' as usize] = LONE;
    rows[0][b':' as usize] = URL;
    rows[1][b'/' as usize] |= URL;
    rows[1][b'\\' as usize] |= URL;
    rows[0][b'\\' as usize] = UNICODE;
    rows[1][b'u' as usize] |= UNICODE;
    rows[0][b'+' as usize] = PLUS;
    rows[1][b' ' as usize] |= STREET;
    let mut digit = b'0';
    while digit <= b'9' {
        rows[1][digit as usize] |= PLUS;
        rows[0][digit as usize] = STREET;
        digit += 1;
    }
    let mut capital = b'A';
    while capital <= b'Z' {
        rows[2][capital as usize] |= STREET;
        capital += 1;
    }
    rows
};

/// What a byte is looked up by: all above ASCII count as a byte that is in no class and no letter.
#[inline(always)]
pub(super) fn folded(byte: u8) -> usize {
    usize::from(byte.min(0x7F))
}

/// Which of the rare kinds begins with these bytes.
#[inline]
pub(super) fn rare_kind(bytes: &[u8; AHEAD + 1]) -> Option<Kind> {
    let row = |apart: usize, times: usize| (1..times).all(|time| bytes[time * apart] == bytes[0]);
    let hex = |range: std::ops::Range<usize>| bytes[range].iter().all(u8::is_ascii_hexdigit);
    match bytes[0] {
        // No domain and no address begins so: a row of a million signs is passed by here.
        b'@' if matches!(bytes[1], b'@' | b' ' | b'"' | b'\'' | b',' | b')' | b'\n' | 0) => None,
        b'@' | 0xEF => Some(Kind::At),
        b'%' => Some(Kind::Percent),
        b':' if matches!(bytes[1], b'/' | b'\\') => Some(Kind::Url),
        b':' | b'-' if row(3, 3) && hex(1..3) && hex(4..6) => Some(Kind::Octets),
        b'.' if row(5, 2) && hex(1..5) => Some(Kind::Octets),
        b'\\' if bytes[1] == b'u' => Some(Kind::Unicode),
        b'+' if bytes[1].is_ascii_digit() => Some(Kind::Plus),
        b'0'..=b'9' if bytes[1] == b' ' && bytes[2].is_ascii_uppercase() => Some(Kind::Street),
        _ => None,
    }
}

/// The bytes of the step at `base`; behind the text's end there are zeros, made in `tail`.
#[inline(always)]
pub(super) fn chunk_at<'c>(text: &'c [u8], base: usize, tail: &'c mut Chunk) -> &'c Chunk {
    if let Some(chunk) = text[base..].first_chunk() {
        return chunk;
    }
    let rest = &text[base..];
    tail[..rest.len()].copy_from_slice(rest);
    tail[rest.len()..].fill(0);
    tail
}

/// The masks by the definition: what the vector versions are held against.
pub(super) fn plain(tables: &Tables, text: &[u8], from: usize, batch: &mut Batch) -> usize {
    fill(text, from, batch, |chunk| plain_step(tables, chunk))
}

/// Fills a batch by a function that makes the masks of one step.
#[inline(always)]
pub(super) fn fill(text: &[u8], from: usize, batch: &mut Batch, masks: impl Fn(&Chunk) -> Masks) -> usize {
    let mut tail = [0; STEP + AHEAD];
    let mut count = 0;
    batch.begin();
    for base in (from..text.len()).step_by(STEP).take(BATCH) {
        batch.set(count, masks(chunk_at(text, base, &mut tail)));
        count += 1;
    }
    batch.finish();
    count
}

fn plain_step(tables: &Tables, chunk: &Chunk) -> Masks {
    let mut masks = Masks::default();
    for (index, window) in chunk.windows(AHEAD + 1).enumerate() {
        let bytes: &[u8; AHEAD + 1] = window.try_into().expect("windows of this length");
        let class = CLASS[folded(bytes[0])];
        let in_bucket = |set: usize| {
            (0..4).fold(0xFF, |buckets, place| buckets & tables.exact[set][place][folded(bytes[place])]) != 0
        };
        let set = |mask: &mut u64, yes: bool| *mask |= u64::from(yes) << index;
        set(&mut masks.stem, (0..SETS).any(in_bucket));
        set(&mut masks.token, class & TOKEN != 0);
        set(&mut masks.digit, class & DIGIT != 0);
        set(&mut masks.capital, class & CAPITAL != 0);
        set(&mut masks.separator, class & SEPARATOR != 0);
        set(&mut masks.dot, class & DOT != 0);
        set(&mut masks.colon, class & COLON != 0);
        set(&mut masks.rare, rare_kind(bytes).is_some());
    }
    masks
}
