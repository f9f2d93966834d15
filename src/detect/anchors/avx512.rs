//! The look with 64-byte registers: the same tables and comparisons as in [`super::avx2`], but each comparison
//! gives its mask at once. On a machine that has both, the masks took a third of the AVX2 version's time.
//!
//! Needs unsafe for the same two things: calling code made for AVX-512 once the processor is known to have it, and
//! loading 64 bytes from an array whose length the type gives.
#![allow(unsafe_code)]

use std::arch::x86_64::*;

use super::stems::{SETS, Tables};
use super::{AHEAD, CLASS_HIGH, CLASS_LOW, Chunk, DASH, DIGIT, Hit, Masks, SEPARATOR, Steps, TOKEN};

/// The tables, spread over the four quarters of a register.
#[derive(Clone, Copy)]
struct Registers {
    low: [[__m512i; 4]; SETS],
    high: [[__m512i; 4]; SETS],
    class_low: __m512i,
    class_high: __m512i,
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn spread(table: &[u8; 16]) -> __m512i {
    // SAFETY: the array is 16 bytes long, and the load asks for no alignment.
    let quarter = unsafe { _mm_loadu_si128(table.as_ptr().cast()) };
    _mm512_broadcast_i32x4(quarter)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn load(chunk: &Chunk, at: usize) -> __m512i {
    debug_assert!(at <= AHEAD);
    // SAFETY: callers pass at most AHEAD, so the 64 bytes lie inside the chunk.
    unsafe { _mm512_loadu_si512(chunk.as_ptr().add(at).cast()) }
}

impl Registers {
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw")]
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
    #[target_feature(enable = "avx512f,avx512bw")]
    fn masks(&self, chunk: &Chunk) -> Masks {
        let nibble = _mm512_set1_epi8(15);
        let is = |bytes: __m512i, byte: u8| _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(byte as i8));
        let within = |bytes: __m512i, first: u8, last: u8| {
            _mm512_cmple_epu8_mask(
                _mm512_sub_epi8(bytes, _mm512_set1_epi8(first as i8)),
                _mm512_set1_epi8((last - first) as i8),
            )
        };
        let bytes = [load(chunk, 0), load(chunk, 1), load(chunk, 2), load(chunk, 3)];
        let lows = bytes.map(|bytes| _mm512_and_si512(bytes, nibble));
        let highs = bytes.map(|bytes| _mm512_and_si512(_mm512_srli_epi16::<4>(bytes), nibble));
        let mut any = _mm512_setzero_si512();
        let mut set = 0;
        while set < SETS {
            let mut buckets = _mm512_set1_epi8(-1);
            let mut place = 0;
            while place < 4 {
                let low = _mm512_shuffle_epi8(self.low[set][place], lows[place]);
                let high = _mm512_shuffle_epi8(self.high[set][place], highs[place]);
                buckets = _mm512_ternarylogic_epi32::<0x80>(buckets, low, high);
                place += 1;
            }
            any = _mm512_or_si512(any, buckets);
            set += 1;
        }
        let class = _mm512_and_si512(
            _mm512_shuffle_epi8(self.class_low, lows[0]),
            _mm512_shuffle_epi8(self.class_high, highs[0]),
        );
        let has = |bits: u8| _mm512_test_epi8_mask(class, _mm512_set1_epi8(bits as i8));
        let digit = has(DIGIT);
        let [b0, b1, b2, b3] = bytes;
        let colon = is(b0, b':');
        let lone = is(b0, b'@') | is(b0, b'%') | is(b0, 0xEF);
        let url = colon & (is(b1, b'/') | is(b1, b'\\'));
        let unicode = is(b0, b'\\') & is(b1, b'u');
        let plus = is(b0, b'+') & within(b1, b'0', b'9');
        let street = digit & is(b1, b' ') & within(b2, b'A', b'Z');
        let octets =
            (colon | is(b0, b'-')) & _mm512_cmpeq_epi8_mask(b0, b3) & _mm512_cmpeq_epi8_mask(b0, load(chunk, 6));
        let groups = is(b0, b'.') & is(load(chunk, 5), b'.');
        Masks {
            stem: _mm512_test_epi8_mask(any, any),
            token: has(TOKEN),
            digit,
            separator: has(SEPARATOR | DASH),
            rare: lone | url | unicode | plus | street | octets | groups,
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,bmi1,bmi2,popcnt,lzcnt")]
fn look_avx512<F: FnMut(Hit) -> usize>(text: &[u8], from: usize, tables: &Tables, addresses: bool, sink: &mut F) {
    let registers = Registers::new(tables);
    let mut steps = Steps::new(tables, from, addresses);
    while let Some(chunk) = steps.chunk(text) {
        let masks = registers.masks(chunk);
        steps.step(text, masks, sink);
    }
}

/// The look, if this processor has what it takes.
pub(super) fn look<F: FnMut(Hit) -> usize>(
    text: &[u8],
    from: usize,
    tables: &Tables,
    addresses: bool,
    sink: &mut F,
) -> bool {
    if !(is_x86_feature_detected!("avx512bw") && is_x86_feature_detected!("bmi2") && is_x86_feature_detected!("lzcnt"))
    {
        return false;
    }
    // SAFETY: the processor was just asked; AVX-512BW machines with BMI2 have AVX-512F, BMI1 and POPCNT.
    unsafe { look_avx512(text, from, tables, addresses, sink) };
    true
}
