//! The exact sum of floating-point numbers, rounded once at the end.

use super::Merge;

/// Bits a limb stands for.
const LIMB: usize = 32;
/// The lowest bit is 2^-1074, the highest of a finite number 2^1023: 2098 bits, and 64 for carries.
const LIMBS: usize = 2098usize.div_ceil(LIMB) + 2;
/// After so many numbers the limbs are tidied up, long before one of them is full.
const TIDY: u32 = 1 << 30;

/// The sum of any finite numbers in any order, exact: a fixed-point number as wide as the range of
/// `f64` (Kulisch's long accumulator), with carries put off.
#[derive(Debug, Clone, PartialEq)]
pub struct ExactSum {
    limbs: Box<[i64; LIMBS]>,
    pending: u32,
}

impl Default for ExactSum {
    fn default() -> ExactSum {
        ExactSum { limbs: Box::new([0; LIMBS]), pending: 0 }
    }
}

impl ExactSum {
    /// Adds a finite number.
    #[inline]
    pub fn add(&mut self, value: f64) {
        let bits = value.to_bits();
        let exponent = (bits >> 52 & 0x7FF) as usize;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, place) = if exponent == 0 { (fraction, 0) } else { (fraction | 1 << 52, exponent - 1) };
        let (limb, shift) = (place / LIMB, place % LIMB);
        let shifted = u128::from(mantissa) << shift;
        let sign = if value.is_sign_negative() { -1 } else { 1 };
        for (offset, limb) in self.limbs[limb..limb + 3].iter_mut().enumerate() {
            *limb += sign * i64::from((shifted >> (LIMB * offset)) as u32);
        }
        self.pending += 1;
        if self.pending == TIDY {
            self.tidy();
        }
    }

    /// Brings every limb but the last to 0 up to 2^32.
    fn tidy(&mut self) {
        self.pending = 0;
        let mut carry = 0;
        for limb in self.limbs.iter_mut().take(LIMBS - 1) {
            let sum = *limb + carry;
            carry = sum >> LIMB;
            *limb = sum & 0xFFFF_FFFF;
        }
        self.limbs[LIMBS - 1] += carry;
    }

    /// The limbs with their places, those that are not 0; the same for the same sum.
    pub fn parts(&self) -> Vec<(usize, i64)> {
        let mut tidied = self.clone();
        tidied.tidy();
        tidied.limbs.iter().copied().enumerate().filter(|(_, limb)| *limb != 0).collect()
    }

    /// The sum that [`parts`](ExactSum::parts) were taken from; None if they are not of a sum.
    pub fn from_parts(parts: impl IntoIterator<Item = (usize, i64)>) -> Option<ExactSum> {
        let mut sum = ExactSum::default();
        for (place, limb) in parts {
            let small = limb.unsigned_abs() <= 1 << LIMB;
            *sum.limbs.get_mut(place)? = small.then_some(limb)?;
        }
        Some(sum)
    }

    /// The sum, rounded to the nearest (ties to even).
    pub fn value(&self) -> f64 {
        self.divided_by(1)
    }

    /// The sum divided by `count` (more than 0), rounded once.
    pub fn divided_by(&self, count: u64) -> f64 {
        let mut magnitude = self.clone();
        magnitude.tidy();
        let negative = magnitude.limbs[LIMBS - 1] < 0;
        if negative {
            magnitude.limbs.iter_mut().for_each(|limb| *limb = -*limb);
            magnitude.tidy();
        }
        // Long division, limb by limb from the top, until 128 bits of the quotient are known.
        let (mut quotient, mut rest, mut place) = (0u128, 0u128, 0);
        for (index, limb) in magnitude.limbs.iter().enumerate().rev() {
            rest = rest << LIMB | *limb as u64 as u128;
            if quotient >> (128 - LIMB) == 0 {
                quotient = (quotient << LIMB) | (rest / u128::from(count));
                rest %= u128::from(count);
                place = index;
            } else if *limb != 0 {
                rest |= 1;
            }
        }
        // Down to 64 bits, the last of which says whether anything was below it.
        let spare = (128 - quotient.leading_zeros()).saturating_sub(64);
        let below = rest != 0 || quotient & ((1u128 << spare) - 1) != 0;
        let top = (quotient >> spare) as u64 | u64::from(below);
        let value = scaled(top, (place * LIMB) as i32 + spare as i32 - 1074);
        if negative { -value } else { value }
    }
}

/// `top` times 2^`power`, rounded once; of subnormal results twice.
fn scaled(top: u64, power: i32) -> f64 {
    let mut value = top as f64;
    let mut power = power;
    while power > 0 && value.is_finite() {
        let step = power.min(1000);
        value *= 2f64.powi(step);
        power -= step;
    }
    while power < 0 && value != 0.0 {
        let step = (-power).min(1000);
        value /= 2f64.powi(step);
        power += step;
    }
    value
}

impl Merge for ExactSum {
    fn merge(&mut self, mut other: ExactSum) {
        self.tidy();
        other.tidy();
        for (limb, other) in self.limbs.iter_mut().zip(other.limbs.iter()) {
            *limb += other;
        }
        self.pending = 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sum(values: &[f64]) -> ExactSum {
        let mut sum = ExactSum::default();
        values.iter().for_each(|value| sum.add(*value));
        sum
    }

    #[test]
    fn sums_are_exact() {
        assert_eq!(sum(&[0.1; 10]).value(), 1.0);
        assert_eq!(sum(&[1e308, 1.0, -1e308]).value(), 1.0);
        assert_eq!(sum(&[1e-320, -3.5, 3.5]).value(), 1e-320);
        assert_eq!(sum(&[f64::MAX, f64::MAX]).divided_by(2), f64::MAX);
        assert_eq!(sum(&[f64::MAX, f64::MAX]).value(), f64::INFINITY);
        assert_eq!(sum(&[-1.0, -2.0, -6.0]).divided_by(3), -3.0);
        assert_eq!(sum(&[1.0]).divided_by(3), 1.0 / 3.0);
        assert_eq!(sum(&[]).value(), 0.0);
    }

    proptest! {
        #[test]
        fn any_order_and_any_cut_give_the_same(
            values in prop::collection::vec(prop_oneof![-1e3..1e3f64, any::<f64>().prop_filter("finite", |v| v.is_finite())], 0..40),
            cut in 0..40usize,
        ) {
            let whole = sum(&values);
            let cut = cut.min(values.len());
            let mut backwards: Vec<f64> = values[..cut].to_vec();
            backwards.reverse();
            let mut parts = sum(&values[cut..]);
            parts.merge(sum(&backwards));
            prop_assert_eq!(parts.value().to_bits(), whole.value().to_bits());
            prop_assert_eq!(parts.parts(), whole.parts());
            let again = ExactSum::from_parts(whole.parts()).unwrap();
            prop_assert_eq!(again.divided_by(7).to_bits(), whole.divided_by(7).to_bits());
        }

        #[test]
        fn integers_agree_with_integer_arithmetic(values in prop::collection::vec(-(1i64 << 52)..1 << 52, 1..50)) {
            let total: i128 = values.iter().map(|value| i128::from(*value)).sum();
            let floats: Vec<f64> = values.iter().map(|value| *value as f64).collect();
            prop_assert_eq!(sum(&floats).value(), total as f64);
        }
    }
}
