//! Something per bucket of time, with buckets that widen as the time grows.

use super::Merge;

const MS: i64 = 1_000_000;
const S: i64 = 1000 * MS;
const DAY: i64 = 86_400 * S;

/// The widths of buckets in nanoseconds. Each is a multiple of the one before it, so that wider
/// buckets are made of whole narrower ones, and all begin at multiples of their width since 1970.
pub const STEPS: [i64; 20] = [
    MS,
    10 * MS,
    100 * MS,
    500 * MS,
    S,
    5 * S,
    10 * S,
    30 * S,
    60 * S,
    300 * S,
    600 * S,
    1800 * S,
    3600 * S,
    6 * 3600 * S,
    12 * 3600 * S,
    DAY,
    7 * DAY,
    28 * DAY,
    364 * DAY,
    1820 * DAY,
];

/// A `T` for each bucket of time between the first and the last, at most `MOST` of them: buckets
/// are as narrow as that allows. 584 years fit in 118 of the widest, so `MOST` is at least that
/// or years are few.
#[derive(Debug, Clone, PartialEq)]
pub struct Series<T, const MOST: usize> {
    step: usize,
    /// The number of the first bucket, counted from 1970.
    first: i64,
    items: Vec<T>,
}

impl<T, const MOST: usize> Default for Series<T, MOST> {
    fn default() -> Self {
        Series { step: 0, first: 0, items: Vec::new() }
    }
}

/// One bucket.
#[derive(Debug)]
pub struct Bucket<'a, T> {
    /// Its first nanosecond since 1970.
    pub start: i64,
    /// What it holds.
    pub item: &'a T,
}

impl<T: Merge + Default, const MOST: usize> Series<T, MOST> {
    /// The item for a time in nanoseconds since 1970.
    #[inline]
    pub fn at(&mut self, nanos: i64) -> &mut T {
        let bucket = nanos.div_euclid(STEPS[self.step]);
        let index = bucket.wrapping_sub(self.first) as usize;
        if index < self.items.len() {
            return &mut self.items[index];
        }
        self.stretch(nanos, nanos);
        let index = (nanos.div_euclid(STEPS[self.step]) - self.first) as usize;
        &mut self.items[index]
    }

    /// Makes it hold the buckets of both times and all between, and those it has.
    fn stretch(&mut self, from: i64, to: i64) {
        loop {
            let width = STEPS[self.step];
            let (mut first, mut last) = (from.div_euclid(width), to.div_euclid(width));
            if !self.items.is_empty() {
                first = first.min(self.first);
                last = last.max(self.first + self.items.len() as i64 - 1);
            }
            let count = (last - first) as usize + 1;
            if count > MOST && self.step + 1 < STEPS.len() {
                self.widen();
                continue;
            }
            if self.items.is_empty() {
                self.first = first;
            }
            let before = (self.first - first) as usize;
            self.items.splice(0..0, std::iter::repeat_with(T::default).take(before));
            self.items.resize_with(count, T::default);
            self.first = first;
            return;
        }
    }

    /// Goes over to the next wider buckets.
    fn widen(&mut self) {
        let ratio = STEPS[self.step + 1] / STEPS[self.step];
        self.step += 1;
        let first = self.first.div_euclid(ratio);
        let mut items: Vec<T> = Vec::new();
        for (offset, item) in self.items.drain(..).enumerate() {
            let index = ((self.first + offset as i64).div_euclid(ratio) - first) as usize;
            match items.get_mut(index) {
                Some(wide) => wide.merge(item),
                None => items.push(item),
            }
        }
        (self.first, self.items) = (first, items);
    }
}

impl<T, const MOST: usize> Series<T, MOST> {
    /// The width of its buckets in nanoseconds.
    pub fn width(&self) -> i64 {
        STEPS[self.step]
    }

    /// All buckets between the first and the last, in order; also those that hold nothing.
    pub fn buckets(&self) -> impl DoubleEndedIterator<Item = Bucket<'_, T>> + ExactSizeIterator {
        let width = self.width();
        let items = self.items.iter().enumerate();
        items.map(move |(offset, item)| Bucket { start: (self.first + offset as i64).saturating_mul(width), item })
    }

    /// Its parts, to be written down: the place of its width in [`STEPS`], the number of the first
    /// bucket, and the items.
    pub fn parts(&self) -> (usize, i64, &[T]) {
        (self.step, self.first, &self.items)
    }

    /// The series of these parts; None if they do not fit together.
    pub fn from_parts(step: usize, first: i64, items: Vec<T>) -> Option<Self> {
        let width = *STEPS.get(step)?;
        let last = first.checked_add(items.len() as i64)?;
        let fits = items.len() <= MOST && first.checked_mul(width).is_some() && last.checked_mul(width).is_some();
        fits.then_some(Series { step, first, items })
    }
}

impl<T: Merge + Default, const MOST: usize> Merge for Series<T, MOST> {
    fn merge(&mut self, mut other: Self) {
        if other.items.is_empty() {
            return;
        }
        if self.items.is_empty() {
            *self = other;
            return;
        }
        while self.step < other.step {
            self.widen();
        }
        loop {
            while other.step < self.step {
                other.widen();
            }
            let width = STEPS[self.step];
            let last = other.first + other.items.len() as i64 - 1;
            self.stretch(other.first.saturating_mul(width), last.saturating_mul(width));
            if other.step == self.step {
                break;
            }
        }
        let offset = (other.first - self.first) as usize;
        for (item, more) in self.items[offset..].iter_mut().zip(other.items) {
            item.merge(more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Counts = Series<u64, 120>;

    fn of(times: &[i64]) -> Counts {
        let mut series = Counts::default();
        times.iter().for_each(|time| *series.at(*time) += 1);
        series
    }

    #[test]
    fn every_step_is_a_multiple_of_the_one_before() {
        assert!(STEPS.windows(2).all(|pair| pair[1] % pair[0] == 0 && pair[1] > pair[0]));
    }

    #[test]
    fn a_day_is_cut_into_quarters_of_hours_or_so() {
        let minutes: Vec<i64> = (0..1440).map(|minute| minute * 60 * S).collect();
        let series = of(&minutes);
        assert_eq!(series.width(), 1800 * S);
        assert_eq!(series.buckets().len(), 48);
        assert!(series.buckets().all(|bucket| *bucket.item == 30));
    }

    #[test]
    fn the_whole_range_of_times_fits() {
        let series = of(&[i64::MIN, 0, i64::MAX]);
        assert_eq!(series.buckets().map(|bucket| *bucket.item).sum::<u64>(), 3);
        assert!(series.buckets().len() <= 120);
    }

    proptest! {
        #[test]
        fn any_order_and_any_cut_give_the_same(
            base in prop_oneof![Just(0i64), -4 * DAY..4000 * DAY],
            times in prop::collection::vec(prop_oneof![0..S, 0..DAY, 0..900 * DAY], 1..60),
            cut in 0..60usize,
        ) {
            let times: Vec<i64> = times.iter().map(|time| base + time).collect();
            let whole = of(&times);
            let cut = cut.min(times.len());
            let mut backwards: Vec<i64> = times[..cut].to_vec();
            backwards.reverse();
            let mut merged = of(&times[cut..]);
            merged.merge(of(&backwards));
            prop_assert_eq!(&merged, &whole);
            let (step, first, items) = whole.parts();
            prop_assert_eq!(Counts::from_parts(step, first, items.to_vec()), Some(whole.clone()));
            // As narrow as can be.
            if step > 0 {
                let width = STEPS[step - 1];
                let (least, most) = (times.iter().min().unwrap(), times.iter().max().unwrap());
                prop_assert!(most.div_euclid(width) - least.div_euclid(width) >= 120);
            }
        }
    }
}
