//! Whether values rise or fall over time.

/// Fewer points than this are no trend.
const FEWEST: usize = 8;
/// The critical value of the normal distribution for a two-sided test at 2 %.
const CRITICAL: f64 = 2.326_348;
/// A change over the whole time of less than this part of the level is none.
const SMALLEST: f64 = 0.01;

/// Where values go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// No change that the noise does not explain.
    Stable,
    /// They rise.
    Increasing,
    /// They fall.
    Decreasing,
}

/// A trend with its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Where values go.
    pub direction: Direction,
    /// The slope: the median of the slopes between all pairs of points (Theil–Sen), in units of
    /// y for one of x.
    pub slope: f64,
    /// The median of y.
    pub level: f64,
    /// The statistic of the Mann–Kendall test, normally distributed if there is no trend.
    pub z: f64,
}

/// The trend of points `(x, y)` in the order of `x`: the Mann–Kendall test at a level of 2 % (Mann
/// 1945, Kendall 1975; variance corrected for ties, and for continuity), and the slope of Theil and
/// Sen. None with fewer than 8 points. A change of less than 1 % of the level over all of the time
/// counts as stable, however sure it is.
pub fn trend(points: &[(f64, f64)]) -> Option<Trend> {
    if points.len() < FEWEST {
        return None;
    }
    let mut score = 0i64;
    let mut slopes = Vec::with_capacity(points.len() * (points.len() - 1) / 2);
    for (index, (x, y)) in points.iter().enumerate() {
        for (later, value) in &points[index + 1..] {
            score += match value.total_cmp(y) {
                std::cmp::Ordering::Less => -1,
                std::cmp::Ordering::Equal => 0,
                std::cmp::Ordering::Greater => 1,
            };
            slopes.push((value - y) / (later - x));
        }
    }
    let mut values: Vec<f64> = points.iter().map(|point| point.1).collect();
    let level = median(&mut values);
    let ties = values.chunk_by(|one, two| one == two).map(|run| variance_term(run.len()));
    let variance = (variance_term(points.len()) - ties.sum::<f64>()) / 18.0;
    let z = match score {
        0 => 0.0,
        _ if variance <= 0.0 => 0.0,
        score => (score - score.signum()) as f64 / variance.sqrt(),
    };
    let slope = median(&mut slopes);
    let span = points[points.len() - 1].0 - points[0].0;
    let large = (slope * span).abs() >= SMALLEST * level.abs();
    let direction = match z {
        z if large && z > CRITICAL && slope > 0.0 => Direction::Increasing,
        z if large && z < -CRITICAL && slope < 0.0 => Direction::Decreasing,
        _ => Direction::Stable,
    };
    Some(Trend { direction, slope, level, z })
}

/// n (n - 1) (2n + 5)
fn variance_term(count: usize) -> f64 {
    let n = count as f64;
    n * (n - 1.0) * (2.0 * n + 5.0)
}

/// Sorts the values; there is at least one.
fn median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let half = values.len() / 2;
    if values.len() % 2 == 1 { values[half] } else { values[half - 1] / 2.0 + values[half] / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Noise(u64);

    impl Noise {
        fn uniform(&mut self) -> f64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 >> 11) as f64 / (1u64 << 53) as f64
        }

        /// Lognormal with a sigma of `spread`.
        fn latency(&mut self, spread: f64) -> f64 {
            let radius = (-2.0 * self.uniform().max(1e-300).ln()).sqrt();
            (spread * radius * (std::f64::consts::TAU * self.uniform()).cos()).exp()
        }
    }

    /// Means of `a_bucket` values in each of 48 half hours, the level growing by `growth` an hour.
    fn day(noise: &mut Noise, a_bucket: usize, growth: f64) -> Vec<(f64, f64)> {
        let point = |bucket: usize| {
            let hour = bucket as f64 / 2.0;
            let values = (0..a_bucket).map(|_| 50.0 * (1.0 + growth * hour) * noise.latency(1.0));
            (hour, values.sum::<f64>() / a_bucket as f64)
        };
        (0..48).map(point).collect()
    }

    #[test]
    fn noise_is_stable() {
        let mut noise = Noise(0x9E37_79B9_7F4A_7C15);
        let mut alarms = 0;
        let rounds = 1000;
        for round in 0..rounds {
            let points = day(&mut noise, [1, 5, 40][round % 3], 0.0);
            alarms += usize::from(trend(&points).unwrap().direction != Direction::Stable);
        }
        assert!(alarms * 20 <= rounds, "{alarms} false alarms in {rounds}");
    }

    #[test]
    fn a_drift_of_two_percent_an_hour_is_found_in_a_day() {
        let mut noise = Noise(77);
        let found = (0..200).filter(|_| {
            let found = trend(&day(&mut noise, 100, 0.02)).unwrap();
            found.direction == Direction::Increasing && (0.3..3.0).contains(&found.slope)
        });
        let found = found.count();
        assert!(found >= 190, "{found} of 200");
        let mut falling = day(&mut noise, 40, 0.02);
        falling.iter_mut().for_each(|point| point.1 = 100.0 - point.1);
        assert_eq!(trend(&falling).unwrap().direction, Direction::Decreasing);
    }

    #[test]
    fn few_points_are_no_trend_and_equal_ones_are_stable() {
        let line = |count: usize, slope: f64| -> Vec<(f64, f64)> {
            (0..count).map(|n| (n as f64, 10.0 + slope * n as f64)).collect()
        };
        assert_eq!(trend(&line(7, 1.0)), None);
        assert_eq!(trend(&line(8, 1.0)).unwrap().direction, Direction::Increasing);
        let flat = trend(&line(30, 0.0)).unwrap();
        assert_eq!((flat.direction, flat.slope, flat.z), (Direction::Stable, 0.0, 0.0));
        // Sure, but too small to matter.
        assert_eq!(trend(&line(30, 0.001)).unwrap().direction, Direction::Stable);
    }
}
