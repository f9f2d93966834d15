//! Quantiles: exact while there are few values, then from a sketch.

use std::fmt;

use super::{ExactSum, Merge};

/// Up to so many values quantiles are exact.
pub const EXACT: usize = 4096;
/// log2 of the buckets between two powers of two.
const FINENESS: u32 = 6;
/// The greatest relative error of a quantile from a sketch: half a bucket at its lower end.
pub const RELATIVE_ERROR: f64 = 1.0 / (2 << FINENESS) as f64;
/// Buckets a page.
const PAGE: usize = 64;

/// Counts of values by buckets of equal relative width: a DDSketch (Masson, Rim, Lee, "DDSketch",
/// VLDB 2019) whose logarithm is the exponent and the first bits of the mantissa, a straight line
/// between powers of two. Values below 2^-1022 count as zero.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sketch {
    /// Pages of buckets by their number, ascending.
    pages: Vec<(i32, Box<[u64; PAGE]>)>,
    /// The page of the last value: most values are near each other.
    last: usize,
}

impl Sketch {
    /// Adds a finite number.
    #[inline]
    pub fn add(&mut self, value: f64) {
        self.add_to(bucket(value), 1);
    }

    fn add_to(&mut self, bucket: i32, count: u64) {
        let (page, at) = (bucket.div_euclid(PAGE as i32), bucket.rem_euclid(PAGE as i32) as usize);
        if self.pages.get(self.last).is_none_or(|last| last.0 != page) {
            self.last = match self.pages.binary_search_by_key(&page, |page| page.0) {
                Ok(found) => found,
                Err(place) => {
                    self.pages.insert(place, (page, Box::new([0; PAGE])));
                    place
                }
            };
        }
        self.pages[self.last].1[at] += count;
    }

    /// The buckets that hold something, by their number, ascending.
    pub fn buckets(&self) -> impl Iterator<Item = (i32, u64)> + '_ {
        self.pages.iter().flat_map(|(page, counts)| {
            let filled = counts.iter().enumerate().filter(|(_, count)| **count > 0);
            filled.map(move |(at, count)| (page * PAGE as i32 + at as i32, *count))
        })
    }

    /// The sketch that [`buckets`](Sketch::buckets) were taken from; None if a number is not one of
    /// a bucket.
    pub fn from_buckets(buckets: impl IntoIterator<Item = (i32, u64)>) -> Option<Sketch> {
        let mut sketch = Sketch::default();
        for (bucket, count) in buckets {
            (bucket.abs() <= self::bucket(f64::MAX)).then_some(())?;
            sketch.add_to(bucket, count);
        }
        Some(sketch)
    }

    /// How many values it holds.
    pub fn count(&self) -> u64 {
        self.buckets().map(|(_, count)| count).sum()
    }

    /// A value within [`RELATIVE_ERROR`] of the one at `rank` (1 is the least); None if there are
    /// fewer.
    pub fn at_rank(&self, rank: u64) -> Option<f64> {
        let mut below = 0;
        let found = self.buckets().find(|(_, count)| {
            below += count;
            below >= rank
        });
        found.map(|(bucket, _)| middle(bucket))
    }
}

impl Merge for Sketch {
    fn merge(&mut self, other: Sketch) {
        for (page, counts) in other.pages {
            match self.pages.binary_search_by_key(&page, |page| page.0) {
                Ok(found) => self.pages[found].1.iter_mut().zip(counts.iter()).for_each(|(sum, count)| *sum += count),
                Err(place) => self.pages.insert(place, (page, counts)),
            }
        }
        self.last = 0;
    }
}

/// The number of a value's bucket: 0 for zero, negative for negative values.
#[inline]
fn bucket(value: f64) -> i32 {
    let bits = value.abs().to_bits();
    let first = 1u64 << FINENESS;
    let number = (bits >> (52 - FINENESS)).saturating_sub(first - 1);
    if bits >> 52 == 0 {
        0
    } else if value < 0.0 {
        -(number as i32)
    } else {
        number as i32
    }
}

/// The middle of a bucket.
fn middle(bucket: i32) -> f64 {
    if bucket == 0 {
        return 0.0;
    }
    let (low, high) = bounds(bucket.abs());
    let middle = low + (high - low) / 2.0;
    if bucket < 0 { -middle } else { middle }
}

/// The least value of a positive bucket, and the least of the next (of the last: the greatest).
fn bounds(bucket: i32) -> (f64, f64) {
    let edge = |number: u64| f64::from_bits(number << (52 - FINENESS)).min(f64::MAX);
    let number = bucket as u64 + (1 << FINENESS) - 1;
    (edge(number), edge(number + 1))
}

/// A percentile that is asked for, in millionths of a percent, so that `99.9` is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percentile(u64);

const MILLION: u64 = 1_000_000;

impl Percentile {
    /// Of a whole number of percent, at most 100.
    pub const fn whole(percent: u64) -> Percentile {
        Percentile(percent * MILLION)
    }

    /// Reads `95` or `99.9`: more than 0, at most 100, at most six decimals.
    pub fn parse(text: &str) -> Option<Percentile> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || fraction.len() > 6 || !digits(whole) || !digits(fraction) {
            return None;
        }
        let scaled: u64 = format!("{whole}{fraction:0<6}").parse().ok()?;
        (1..=100 * MILLION).contains(&scaled).then_some(Percentile(scaled))
    }

    /// Its rank (1 is the least) among `count` values, by the nearest-rank method.
    pub fn rank(self, count: u64) -> u64 {
        let product = u128::from(self.0) * u128::from(count);
        (product.div_ceil(u128::from(100 * MILLION)) as u64).max(1)
    }

    /// Whether `count` values are enough that at least one lies above it.
    pub fn is_carried_by(self, count: u64) -> bool {
        self.rank(count) < count || self.0 == 100 * MILLION
    }

    /// The fraction of values up to it.
    pub fn fraction(self) -> f64 {
        self.0 as f64 / (100 * MILLION) as f64
    }
}

impl fmt::Display for Percentile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / MILLION, self.0 % MILLION);
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let rest = format!("{rest:06}");
        write!(f, "{whole}.{}", rest.trim_end_matches('0'))
    }
}

/// A quantile with the range in which the true one of the source lies with 95 % confidence, if the
/// values are a sample of it: between two order statistics, by the normal approximation of the
/// binomial (Conover, "Practical Nonparametric Statistics", section 3.2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// The value at the nearest rank.
    pub value: f64,
    /// The lower end of the range; minus infinity where there are too few values for one.
    pub low: f64,
    /// The upper end of the range; infinity where there are too few values for one.
    pub high: f64,
}

/// Values with their count, sum, extremes and quantiles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quantiles {
    count: u64,
    sum: ExactSum,
    least: f64,
    greatest: f64,
    held: Held,
}

#[derive(Debug, Clone, PartialEq)]
enum Held {
    /// All values, in no order.
    Exact(Vec<f64>),
    Sketched(Sketch),
}

impl Default for Held {
    fn default() -> Held {
        Held::Exact(Vec::new())
    }
}

impl Quantiles {
    /// Adds a finite number.
    #[inline]
    pub fn add(&mut self, value: f64) {
        // -0 is 0: which of them came first must not show.
        let value = value + 0.0;
        self.sum.add(value);
        if self.count == 0 {
            (self.least, self.greatest) = (value, value);
        } else {
            self.least = self.least.min(value);
            self.greatest = self.greatest.max(value);
        }
        self.count += 1;
        match &mut self.held {
            Held::Sketched(sketch) => sketch.add(value),
            Held::Exact(values) if values.len() < EXACT => values.push(value),
            Held::Exact(_) => self.sketch().add(value),
        }
    }

    /// Its sketch, made of the values if there is none yet.
    fn sketch(&mut self) -> &mut Sketch {
        if let Held::Exact(values) = &self.held {
            let mut sketch = Sketch::default();
            values.iter().for_each(|value| sketch.add(*value));
            self.held = Held::Sketched(sketch);
        }
        match &mut self.held {
            Held::Sketched(sketch) => sketch,
            Held::Exact(_) => unreachable!("just made"),
        }
    }

    /// How many values there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Whether quantiles are exact.
    pub fn is_exact(&self) -> bool {
        matches!(self.held, Held::Exact(_))
    }

    /// The sum.
    pub fn sum(&self) -> &ExactSum {
        &self.sum
    }

    /// The arithmetic mean, least and greatest; None without values.
    pub fn extent(&self) -> Option<(f64, f64, f64)> {
        (self.count > 0).then(|| (self.sum.divided_by(self.count), self.least, self.greatest))
    }

    /// The quantiles for percentiles; empty without values.
    pub fn at(&self, percentiles: &[Percentile]) -> Vec<Quantile> {
        if self.count == 0 {
            return Vec::new();
        }
        let sorted = self.sorted();
        let at = |rank: u64| match (&sorted, &self.held) {
            (Some(sorted), _) => sorted[rank as usize - 1],
            (None, Held::Sketched(sketch)) => {
                sketch.at_rank(rank).unwrap_or(self.greatest).clamp(self.least, self.greatest)
            }
            (None, Held::Exact(_)) => unreachable!("exact values are sorted"),
        };
        let quantile = |percentile: &Percentile| {
            let rank = percentile.rank(self.count);
            let p = percentile.fraction();
            let spread = 1.96 * (self.count as f64 * p * (1.0 - p)).sqrt();
            let (low, high) = ((rank as f64 - spread).floor(), (rank as f64 + spread).ceil());
            let low = if low >= 1.0 { at(low as u64) } else { f64::NEG_INFINITY };
            let high = if high <= self.count as f64 { at(high as u64) } else { f64::INFINITY };
            Quantile { value: at(rank), low, high }
        };
        percentiles.iter().map(quantile).collect()
    }

    fn sorted(&self) -> Option<Vec<f64>> {
        let Held::Exact(values) = &self.held else {
            return None;
        };
        let mut sorted = values.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        Some(sorted)
    }

    /// Counts of values by ranges of equal relative width, at most `most` of them, ascending:
    /// `(from, to, count)`.
    pub fn histogram(&self, most: usize) -> Vec<(f64, f64, u64)> {
        let buckets: Vec<(i32, u64)> = match &self.held {
            Held::Sketched(sketch) => sketch.buckets().collect(),
            Held::Exact(_) => self.clone().sketch().buckets().collect(),
        };
        let (Some(first), Some(last)) = (buckets.first(), buckets.last()) else {
            return Vec::new();
        };
        let width = ((last.0 - first.0 + 1) as u32).div_ceil(most.max(1) as u32) as i32;
        let start = |bucket: i32| match bucket {
            0 => 0.0,
            1.. => bounds(bucket).0,
            _ => -bounds(-bucket).1,
        };
        let mut bars: Vec<(f64, f64, u64)> = Vec::new();
        for bar in 0..=(last.0 - first.0) / width {
            let from = first.0 + bar * width;
            let count = buckets.iter().filter(|(at, _)| (from..from + width).contains(at)).map(|(_, count)| count);
            bars.push((start(from), start(from + width), count.sum()));
        }
        bars
    }

    /// What it holds, to be written down: values ascending, or buckets.
    pub fn parts(&self) -> Parts {
        let held = match self.sorted() {
            Some(sorted) => Ok(sorted),
            None => match &self.held {
                Held::Sketched(sketch) => Err(sketch.clone()),
                Held::Exact(_) => unreachable!("exact values are sorted"),
            },
        };
        Parts { sum: self.sum.clone(), least: self.least, greatest: self.greatest, held }
    }

    /// The values that [`parts`](Quantiles::parts) were taken from; None if they do not fit
    /// together.
    pub fn from_parts(parts: Parts) -> Option<Quantiles> {
        let Parts { sum, least, greatest, held } = parts;
        match held {
            Ok(values) => {
                let fits = values.len() <= EXACT && values.iter().all(|value| value.is_finite());
                let mut quantiles = Quantiles::default();
                fits.then(|| values.iter().for_each(|value| quantiles.add(*value)))?;
                Some(quantiles)
            }
            Err(sketch) => {
                let count = sketch.count();
                let fits = count > EXACT as u64 && least.is_finite() && greatest.is_finite() && least <= greatest;
                fits.then_some(Quantiles { count, sum, least, greatest, held: Held::Sketched(sketch) })
            }
        }
    }
}

/// See [`Quantiles::parts`].
#[derive(Debug)]
pub struct Parts {
    /// The sum.
    pub sum: ExactSum,
    /// The least value.
    pub least: f64,
    /// The greatest value.
    pub greatest: f64,
    /// All values, or their sketch.
    pub held: Result<Vec<f64>, Sketch>,
}

impl Merge for Quantiles {
    fn merge(&mut self, other: Quantiles) {
        if other.count == 0 {
            return;
        }
        if self.count == 0 {
            *self = other;
            return;
        }
        self.count += other.count;
        self.sum.merge(other.sum);
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
        match (&mut self.held, other.held) {
            (Held::Exact(values), Held::Exact(more)) if values.len() + more.len() <= EXACT => values.extend(more),
            (_, Held::Exact(more)) => {
                let sketch = self.sketch();
                more.iter().for_each(|value| sketch.add(*value));
            }
            (_, Held::Sketched(more)) => self.sketch().merge(more),
        }
    }
}

#[cfg(test)]
mod tests;
