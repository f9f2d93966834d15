//! Places of a number as values, and their sums by weights: what most check digits are made of.

/// The value of a digit in ASCII. Of another byte it is its distance from `0`, as ids with letters count them.
pub(super) fn value(byte: u8) -> u32 {
    u32::from(byte.wrapping_sub(b'0'))
}

/// The number of the two digits from place `at` on.
pub(super) fn two(digits: &[u8], at: usize) -> u32 {
    value(digits[at]) * 10 + value(digits[at + 1])
}

/// The sum of the places by their weights: as many places as there are weights.
pub(super) fn sum(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&byte, weight)| value(byte) * weight).sum()
}
