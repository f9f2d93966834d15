//! Needs unsafe for two things only: calling code made for AVX2 once the processor is known to have
//! it, and loading 32 bytes from a slice whose length was checked.
#![allow(unsafe_code)]

use super::stems::{SETS, Tables};
use super::{AT, CLASS_HIGH, CLASS_LOW, Classify, DASH, DIGIT, Hit, Masks, SEPARATOR, TOKEN};
use std::arch::x86_64::*;

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

    #[inline]
    #[target_feature(enable = "avx2")]
    fn stems(&self, chunk: &[u8; 67], at: usize) -> __m256i {
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
pub fn look<F: FnMut(Hit) -> usize>(text: &[u8], from: usize, tables: &Tables, addresses: bool, sink: &mut F) -> bool {
    if !(is_x86_feature_detected!("avx2") && is_x86_feature_detected!("bmi2") && is_x86_feature_detected!("lzcnt")) {
        return false;
    }
    // SAFETY: the processor was just asked; AVX2 machines with BMI2 have BMI1 and POPCNT.
    unsafe { look_avx2(text, from, tables, addresses, sink) };
    true
}
