//! What is counted and measured: accumulators that merge. This room sees no other.
//!
//! The law: what an accumulator holds depends on what was added, and never on the order, on how it
//! was cut into parts or on how the parts were merged. So sums of numbers are exact, sketches have
//! fixed buckets, time is cut at fixed places, and a full table keeps the keys that a hash picks.

mod hash;
mod quantiles;
mod series;
mod sum;
mod table;
mod trend;

pub use hash::{Quick, hash};
pub use quantiles::{EXACT, Parts, Percentile, Quantile, Quantiles, RELATIVE_ERROR, Sketch};
pub use series::{Bucket, STEPS, Series};
pub use sum::ExactSum;
pub use table::{OTHER, Table};
pub use trend::{Direction, Trend, trend};

/// Takes in another of its kind.
pub trait Merge {
    /// Adds what `other` holds; in whatever order parts are merged, the result is the same.
    fn merge(&mut self, other: Self);
}

/// The earlier of two, where there are any.
pub fn earlier<T: Ord>(one: Option<T>, two: Option<T>) -> Option<T> {
    match (one, two) {
        (Some(one), Some(two)) => Some(one.min(two)),
        (one, two) => one.or(two),
    }
}

impl Merge for u64 {
    fn merge(&mut self, other: u64) {
        *self += other;
    }
}
