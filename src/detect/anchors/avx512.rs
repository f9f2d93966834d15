//! The masks with 64-byte registers: each byte is looked up in tables of 128 bytes, two registers each, so a bucket
//! takes no other bytes than those of its stems, as the definition says.
//!
//! Needs unsafe for two things only: calling code made for AVX-512 once the processor is known to have it, and loading
//! 64 bytes from arrays whose length the type gives.
#![allow(unsafe_code)]

use std::arch::x86_64::*;

use super::batch::Batch;
use super::masks::{self, AHEAD, CAPITAL, CLASS, COLON, Chunk, DIGIT, DOT, Fill, JOINT, Masks, ROWS, SEPARATOR, TOKEN};
use super::stems::{SETS, Tables};

/// A table of 128 bytes.
#[derive(Clone, Copy)]
struct Table(__m512i, __m512i);

impl Table {
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    fn new(bytes: &[u8; 128]) -> Table {
        // SAFETY: both halves of the array are 64 bytes long, and the load asks for no alignment.
        unsafe { Table(_mm512_loadu_si512(bytes.as_ptr().cast()), _mm512_loadu_si512(bytes.as_ptr().add(64).cast())) }
    }

    /// The entry of each byte.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    fn of(self, bytes: __m512i) -> __m512i {
        _mm512_permutex2var_epi8(self.0, bytes, self.1)
    }
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn load(chunk: &Chunk, at: usize) -> __m512i {
    debug_assert!(at <= AHEAD);
    // SAFETY: callers pass at most AHEAD, so the 64 bytes lie inside the chunk.
    unsafe { _mm512_loadu_si512(chunk.as_ptr().add(at).cast()) }
}

struct Registers {
    exact: [[Table; 4]; SETS],
    class: Table,
    rows: [Table; 3],
}

impl Registers {
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    fn new(tables: &Tables) -> Self {
        let [a, b] = &tables.exact;
        let set =
            |set: &[[u8; 128]; 4]| [Table::new(&set[0]), Table::new(&set[1]), Table::new(&set[2]), Table::new(&set[3])];
        Registers {
            exact: [set(a), set(b)],
            class: Table::new(&CLASS),
            rows: [Table::new(&ROWS[0]), Table::new(&ROWS[1]), Table::new(&ROWS[2])],
        }
    }

    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    fn masks(&self, chunk: &Chunk) -> Masks {
        // A table has no entries above ASCII: those bytes are looked up as 0x7F.
        let last = _mm512_set1_epi8(0x7F);
        let written = load(chunk, 0);
        let bytes = [written, load(chunk, 1), load(chunk, 2), load(chunk, 3)];
        let [b0, b1, b2, b3] = bytes.map(|bytes| _mm512_min_epu8(bytes, last));
        let buckets = |set: &[Table; 4]| {
            let first = _mm512_and_si512(set[0].of(b0), set[1].of(b1));
            _mm512_ternarylogic_epi32::<0x80>(first, set[2].of(b2), set[3].of(b3))
        };
        let any = _mm512_or_si512(buckets(&self.exact[0]), buckets(&self.exact[1]));
        let class = self.class.of(b0);
        let has = |bits: u8| _mm512_test_epi8_mask(class, _mm512_set1_epi8(bits as i8));
        let is = |bytes: __m512i, byte: u8| _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(byte as i8));
        let rows = _mm512_ternarylogic_epi32::<0x80>(self.rows[0].of(b0), self.rows[1].of(b1), self.rows[2].of(b2));
        let dot = has(DOT);
        let three_apart = _mm512_mask_cmpeq_epi8_mask(has(JOINT), written, bytes[3]);
        let octets = _mm512_mask_cmpeq_epi8_mask(three_apart, written, load(chunk, 6));
        let groups = dot & is(load(chunk, 5), b'.');
        Masks {
            stem: _mm512_test_epi8_mask(any, any),
            token: has(TOKEN),
            digit: has(DIGIT),
            capital: has(CAPITAL),
            separator: has(SEPARATOR),
            dot,
            colon: has(COLON),
            rare: _mm512_test_epi8_mask(rows, rows) | is(written, 0xEF) | octets | groups,
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,bmi1,bmi2,popcnt,lzcnt")]
fn fill_avx512(tables: &Tables, text: &[u8], from: usize, batch: &mut Batch) -> usize {
    let registers = Registers::new(tables);
    masks::fill(text, from, batch, |chunk| registers.masks(chunk))
}

/// The masks, if this processor has what it takes.
pub(super) fn fill() -> Option<Fill> {
    let has = is_x86_feature_detected!("avx512vbmi")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("bmi2")
        && is_x86_feature_detected!("lzcnt");
    // SAFETY: the processor was just asked; machines with AVX-512VBMI and BMI2 have AVX-512F, BMI1 and POPCNT.
    has.then_some(|tables, text, from, batch| unsafe { fill_avx512(tables, text, from, batch) })
}
