//! The masks with 32-byte registers: bytes are sorted into classes and buckets by their low and high nibbles, so a bucket
//! takes some bytes more than the definition says; the exact question behind it sorts those out.
//!
//! Needs unsafe for two things only: calling code made for AVX2 once the processor is known to have
//! it, and loading 32 bytes from a slice whose length was checked.
#![allow(unsafe_code)]

use std::arch::x86_64::*;

use super::batch::Batch;
use super::masks::{self, AHEAD, Chunk, Fill, Masks};
use super::stems::{SETS, Tables};

const DIGIT: u8 = 1;
const LETTERS_HIGH: u8 = 2;
const LETTERS_LOW: u8 = 4;
const UNDERSCORE: u8 = 8;
const DASH: u8 = 16;
const SEPARATOR: u8 = 32;
/// `@`, which stands among the letters.
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

/// The tables, spread over both halves of a register.
#[derive(Clone, Copy)]
struct Registers {
    low: [[__m256i; 4]; SETS],
    high: [[__m256i; 4]; SETS],
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
fn load(chunk: &Chunk, at: usize) -> __m256i {
    debug_assert!(at <= 32 + AHEAD);
    // SAFETY: callers pass at most 32 + AHEAD, so the 32 bytes lie inside the chunk.
    unsafe { _mm256_loadu_si256(chunk.as_ptr().add(at).cast()) }
}

#[inline]
#[target_feature(enable = "avx2")]
fn mask(halves: [__m256i; 2]) -> u64 {
    let [low, high] = halves.map(|half| _mm256_movemask_epi8(half) as u32);
    u64::from(low) | u64::from(high) << 32
}

/// The masks of the halves' bytes, each found by one function.
macro_rules! both {
    ($of:expr) => {
        mask([$of(0), $of(32)])
    };
}

impl Registers {
    #[inline]
    #[target_feature(enable = "avx2")]
    fn new(tables: &Tables) -> Self {
        let rows = |tables: &[[[u8; 16]; 4]; SETS]| {
            tables.map(|set| [spread(&set[0]), spread(&set[1]), spread(&set[2]), spread(&set[3])])
        };
        Registers {
            low: rows(&tables.low),
            high: rows(&tables.high),
            class_low: spread(&CLASS_LOW),
            class_high: spread(&CLASS_HIGH),
        }
    }

    /// All ones where no bucket takes the four bytes from a place on.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn no_stem(&self, chunk: &Chunk, at: usize) -> __m256i {
        let nibble = _mm256_set1_epi8(15);
        let mut buckets = [_mm256_set1_epi8(-1); SETS];
        let mut place = 0;
        while place < 4 {
            let bytes = load(chunk, at + place);
            let lows = _mm256_and_si256(bytes, nibble);
            let highs = _mm256_and_si256(_mm256_srli_epi16::<4>(bytes), nibble);
            let mut set = 0;
            while set < SETS {
                let low = _mm256_shuffle_epi8(self.low[set][place], lows);
                let high = _mm256_shuffle_epi8(self.high[set][place], highs);
                buckets[set] = _mm256_and_si256(buckets[set], _mm256_and_si256(low, high));
                set += 1;
            }
            place += 1;
        }
        const { assert!(SETS == 2) };
        _mm256_cmpeq_epi8(_mm256_or_si256(buckets[0], buckets[1]), _mm256_setzero_si256())
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn class(&self, bytes: __m256i) -> __m256i {
        let nibble = _mm256_set1_epi8(15);
        let low = _mm256_shuffle_epi8(self.class_low, _mm256_and_si256(bytes, nibble));
        let high = _mm256_shuffle_epi8(self.class_high, _mm256_and_si256(_mm256_srli_epi16::<4>(bytes), nibble));
        _mm256_and_si256(low, high)
    }

    /// All ones where one of the kinds of [`super::masks::rare_kind`] begins.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn rare(&self, chunk: &Chunk, at: usize, digit: __m256i) -> __m256i {
        let is = |bytes: __m256i, byte: u8| _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte as i8));
        let b0 = load(chunk, at);
        let b1 = load(chunk, at + 1);
        let b2 = load(chunk, at + 2);
        let lone = _mm256_or_si256(_mm256_or_si256(is(b0, b'@'), is(b0, b'%')), is(b0, 0xEF));
        let colon = is(b0, b':');
        let backslash = is(b1, b'\\');
        let url = _mm256_and_si256(colon, _mm256_or_si256(is(b1, b'/'), backslash));
        let unicode = _mm256_and_si256(is(b0, b'\\'), is(b1, b'u'));
        let next_digit = _mm256_cmpeq_epi8(
            _mm256_min_epu8(_mm256_sub_epi8(b1, _mm256_set1_epi8(b'0' as i8)), _mm256_set1_epi8(9)),
            _mm256_sub_epi8(b1, _mm256_set1_epi8(b'0' as i8)),
        );
        let plus = _mm256_and_si256(is(b0, b'+'), next_digit);
        let capital = _mm256_sub_epi8(b2, _mm256_set1_epi8(b'A' as i8));
        let capital = _mm256_cmpeq_epi8(_mm256_min_epu8(capital, _mm256_set1_epi8(25)), capital);
        let street = _mm256_and_si256(_mm256_and_si256(digit, is(b1, b' ')), capital);
        let rows =
            _mm256_and_si256(_mm256_cmpeq_epi8(b0, load(chunk, at + 3)), _mm256_cmpeq_epi8(b0, load(chunk, at + 6)));
        let octets = _mm256_and_si256(rows, _mm256_or_si256(colon, is(b0, b'-')));
        let dots = is(b0, b'.');
        let groups = _mm256_and_si256(dots, is(load(chunk, at + 5), b'.'));
        let pairs = _mm256_or_si256(_mm256_or_si256(url, unicode), _mm256_or_si256(plus, street));
        _mm256_or_si256(_mm256_or_si256(lone, pairs), _mm256_or_si256(octets, groups))
    }

    #[inline]
    #[target_feature(enable = "avx2")]
    fn masks(&self, chunk: &Chunk) -> Masks {
        let zero = _mm256_setzero_si256();
        let class = [self.class(load(chunk, 0)), self.class(load(chunk, 32))];
        let none = |half: usize, bits: u8| {
            _mm256_cmpeq_epi8(_mm256_and_si256(class[half / 32], _mm256_set1_epi8(bits as i8)), zero)
        };
        // Bit 0 moved to the top of its byte.
        const { assert!(DIGIT == 1) };
        let digit =
            |half: usize| _mm256_cmpgt_epi8(_mm256_and_si256(class[half / 32], _mm256_set1_epi8(DIGIT as i8)), zero);
        let capital = |half: usize| {
            let place = _mm256_sub_epi8(load(chunk, half), _mm256_set1_epi8(b'A' as i8));
            _mm256_cmpeq_epi8(_mm256_min_epu8(place, _mm256_set1_epi8(25)), place)
        };
        Masks {
            stem: !both!(|half| self.no_stem(chunk, half)),
            token: !both!(|half| none(half, TOKEN)),
            digit: both!(digit),
            capital: both!(capital),
            separator: !both!(|half| none(half, SEPARATOR | DASH)),
            dot: both!(|half| _mm256_cmpeq_epi8(load(chunk, half), _mm256_set1_epi8(b'.' as i8))),
            colon: both!(|half| _mm256_cmpeq_epi8(load(chunk, half), _mm256_set1_epi8(b':' as i8))),
            rare: both!(|half| self.rare(chunk, half, digit(half))),
        }
    }
}

#[target_feature(enable = "avx2,bmi1,bmi2,popcnt,lzcnt")]
fn fill_avx2(tables: &Tables, text: &[u8], from: usize, batch: &mut Batch) -> usize {
    let registers = Registers::new(tables);
    masks::fill(text, from, batch, |chunk| registers.masks(chunk))
}

/// The masks, if this processor has what it takes.
pub(super) fn fill() -> Option<Fill> {
    let has = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("bmi2") && is_x86_feature_detected!("lzcnt");
    // SAFETY: the processor was just asked; AVX2 machines with BMI2 have BMI1 and POPCNT.
    has.then_some(|tables, text, from, batch| unsafe { fill_avx2(tables, text, from, batch) })
}
