//! The parts of a state as JSON values, and back. Numbers are integers throughout (floats by their
//! bits), so that what is read is what was written.

use serde_json::{Value, json};

use super::state::{ByCategory, Counts, Group, Input, Lines, Mean, Moment};
use crate::stats::{ExactSum, Merge, Parts, Quantiles, Series, Sketch, Table};

/// Can be written and read.
pub trait Stored: Sized {
    /// As a value.
    fn save(self) -> Value;
    /// From a value; None if it is not one that was saved.
    fn load(value: &Value) -> Option<Self>;
}

impl Stored for u64 {
    fn save(self) -> Value {
        json!(self)
    }

    fn load(value: &Value) -> Option<u64> {
        value.as_u64()
    }
}

impl Stored for Option<i64> {
    fn save(self) -> Value {
        json!(self)
    }

    fn load(value: &Value) -> Option<Option<i64>> {
        if value.is_null() { Some(None) } else { value.as_i64().map(Some) }
    }
}

impl Stored for Input {
    fn save(self) -> Value {
        match self.unread {
            0 => json!([self.lines, self.bytes]),
            unread => json!([self.lines, self.bytes, unread]),
        }
    }

    fn load(value: &Value) -> Option<Input> {
        let numbers: Option<Vec<u64>> = value.as_array()?.iter().map(Value::as_u64).collect();
        match numbers?[..] {
            [lines, bytes] => Some(Input { lines, bytes, unread: 0 }),
            [lines, bytes, unread] => Some(Input { lines, bytes, unread }),
            _ => None,
        }
    }
}

impl Stored for Lines {
    fn save(self) -> Value {
        let Lines { reported, undated, outside, timeless, lesser, text, blank, malformed, other_json, too_long } = self;
        json!([reported, undated, outside, timeless, lesser, text, blank, malformed, other_json, too_long])
    }

    fn load(value: &Value) -> Option<Lines> {
        let numbers: [&Value; 10] = list(value)?;
        let numbers: Option<Vec<u64>> = numbers.into_iter().map(Value::as_u64).collect();
        let [reported, undated, outside, timeless, lesser, text, blank, malformed, other_json, too_long] =
            numbers?.try_into().ok()?;
        Some(Lines { reported, undated, outside, timeless, lesser, text, blank, malformed, other_json, too_long })
    }
}

impl Stored for Counts {
    fn save(self) -> Value {
        json!([self.entries, self.errors, self.first, self.last])
    }

    fn load(value: &Value) -> Option<Counts> {
        let [entries, errors, first, last] = list(value)?;
        Some(Counts {
            entries: entries.as_u64()?,
            errors: errors.as_u64()?,
            first: Stored::load(first)?,
            last: Stored::load(last)?,
        })
    }
}

impl Stored for Mean {
    fn save(self) -> Value {
        json!([self.count, (self.sum >> 64) as i64, self.sum as u64])
    }

    fn load(value: &Value) -> Option<Mean> {
        let [count, high, low] = list(value)?;
        let sum = i128::from(high.as_i64()?) << 64 | i128::from(low.as_u64()?);
        Some(Mean { count: count.as_u64()?, sum })
    }
}

impl Stored for Group {
    fn save(self) -> Value {
        let Group { counts, values, not_numbers, nan, infinite, means } = self;
        json!([counts.save(), values.save(), not_numbers, nan, infinite, means.save()])
    }

    fn load(value: &Value) -> Option<Group> {
        let [counts, values, not_numbers, nan, infinite, means] = list(value)?;
        Some(Group {
            counts: Stored::load(counts)?,
            values: Stored::load(values)?,
            not_numbers: not_numbers.as_u64()?,
            nan: nan.as_u64()?,
            infinite: infinite.as_u64()?,
            means: Stored::load(means)?,
        })
    }
}

impl Stored for Moment {
    fn save(self) -> Value {
        let Moment { entries, errors, by_category, values } = self;
        json!([entries, errors, save_table(by_category.0), values.save()])
    }

    fn load(value: &Value) -> Option<Moment> {
        let [entries, errors, by_category, values] = list(value)?;
        Some(Moment {
            entries: entries.as_u64()?,
            errors: errors.as_u64()?,
            by_category: ByCategory(load_table(by_category, ByCategory::MOST)?),
            values: Stored::load(values)?,
        })
    }
}

impl Stored for Sketch {
    fn save(self) -> Value {
        json!(self.buckets().map(|(bucket, count)| json!([bucket, count])).collect::<Vec<_>>())
    }

    fn load(value: &Value) -> Option<Sketch> {
        let pair = |value: &Value| {
            let [bucket, count] = list(value)?;
            Some((i32::try_from(bucket.as_i64()?).ok()?, count.as_u64()?))
        };
        let buckets: Option<Vec<(i32, u64)>> = value.as_array()?.iter().map(pair).collect();
        Sketch::from_buckets(buckets?)
    }
}

impl Stored for Quantiles {
    fn save(self) -> Value {
        let Parts { sum, least, greatest, held } = self.parts();
        match held {
            Ok(values) => json!(values.into_iter().map(f64::to_bits).collect::<Vec<_>>()),
            Err(sketch) => json!({
                "sum": sum.parts().into_iter().map(|(place, limb)| json!([place, limb])).collect::<Vec<_>>(),
                "least": least.to_bits(),
                "greatest": greatest.to_bits(),
                "buckets": sketch.save(),
            }),
        }
    }

    fn load(value: &Value) -> Option<Quantiles> {
        let float = |value: &Value| value.as_u64().map(f64::from_bits);
        if let Some(values) = value.as_array() {
            let values: Option<Vec<f64>> = values.iter().map(float).collect();
            let parts = Parts { sum: ExactSum::default(), least: 0.0, greatest: 0.0, held: Ok(values?) };
            return Quantiles::from_parts(parts);
        }
        let pair = |value: &Value| {
            let [place, limb] = list(value)?;
            Some((usize::try_from(place.as_u64()?).ok()?, limb.as_i64()?))
        };
        let sum: Option<Vec<(usize, i64)>> = value.get("sum")?.as_array()?.iter().map(pair).collect();
        Quantiles::from_parts(Parts {
            sum: ExactSum::from_parts(sum?)?,
            least: float(value.get("least")?)?,
            greatest: float(value.get("greatest")?)?,
            held: Err(Stored::load(value.get("buckets")?)?),
        })
    }
}

impl<T: Stored + Clone, const MOST: usize> Stored for Series<T, MOST> {
    fn save(self) -> Value {
        let (step, first, items) = self.parts();
        json!([step, first, items.iter().map(|item| item.clone().save()).collect::<Vec<_>>()])
    }

    fn load(value: &Value) -> Option<Self> {
        let [step, first, items] = list(value)?;
        let items: Option<Vec<T>> = items.as_array()?.iter().map(T::load).collect();
        Series::from_parts(usize::try_from(step.as_u64()?).ok()?, first.as_i64()?, items?)
    }
}

/// A table as its limit, its rows and what the names without a place share.
pub fn save_table<T: Stored + Merge + Default>(mut table: Table<T>) -> Value {
    let limit = table.limit();
    let (rows, other) = table.finish();
    let rows: Vec<Value> = rows.into_iter().map(|(name, item)| json!([name, item.save()])).collect();
    json!([limit, rows, other.save()])
}

/// The table that was saved; None if it is not one, or has more than `most` rows.
pub fn load_table<T: Stored + Merge + Default>(value: &Value, most: usize) -> Option<Table<T>> {
    let [limit, rows, other] = list(value)?;
    let row = |value: &Value| {
        let [name, item] = list(value)?;
        Some((name.as_str()?.into(), T::load(item)?))
    };
    let rows: Option<Vec<(Box<str>, T)>> = rows.as_array()?.iter().map(row).collect();
    let rows = rows.filter(|rows| rows.len() <= most)?;
    Some(Table::of(most, rows, T::load(other)?, limit.as_u64()?))
}

/// The elements of an array of that length.
pub fn list<const COUNT: usize>(value: &Value) -> Option<[&Value; COUNT]> {
    value.as_array()?.iter().collect::<Vec<_>>().try_into().ok()
}
