use super::*;
use proptest::prelude::*;

const ASKED: [Percentile; 4] =
    [Percentile::whole(1), Percentile::whole(50), Percentile::whole(95), Percentile::whole(99)];

fn of(values: &[f64]) -> Quantiles {
    let mut quantiles = Quantiles::default();
    values.iter().for_each(|value| quantiles.add(*value));
    quantiles
}

/// The value at the nearest rank, by sorting.
fn exact(values: &[f64], percentile: Percentile) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[percentile.rank(values.len() as u64) as usize - 1]
}

/// Numbers from 0 to 1, the same everywhere.
fn uniform(count: usize) -> Vec<f64> {
    let mut state = 0x1234_5678_9ABC_DEF1u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1u64 << 53) as f64
    };
    (0..count).map(|_| next()).collect()
}

/// Normally distributed, by Box and Muller.
fn normal(count: usize) -> Vec<f64> {
    let uniform = uniform(2 * count);
    let pairs = uniform.chunks_exact(2);
    pairs.map(|pair| (-2.0 * pair[0].max(1e-300).ln()).sqrt() * (std::f64::consts::TAU * pair[1]).cos()).collect()
}

#[test]
fn few_values_give_exact_quantiles() {
    let values: Vec<f64> = (1..=EXACT).map(|n| n as f64 * 1.37).rev().collect();
    let quantiles = of(&values);
    assert!(quantiles.is_exact());
    for (percentile, found) in ASKED.iter().zip(quantiles.at(&ASKED)) {
        assert_eq!(found.value, exact(&values, *percentile));
        assert!(found.low <= found.value && found.value <= found.high);
    }
}

#[test]
fn many_values_give_quantiles_within_one_percent() {
    let count = 60_000;
    let lognormal: Vec<f64> = normal(count).iter().map(|z| (z * 1.5 + 3.0).exp()).collect();
    let bimodal: Vec<f64> = normal(count)
        .iter()
        .enumerate()
        .map(|(n, z)| if n % 3 == 0 { 900.0 + z * 20.0 } else { 4.0 + z * 0.3 })
        .collect();
    let negative: Vec<f64> = lognormal.iter().map(|value| -value).collect();
    let mixed: Vec<f64> = normal(count).iter().map(|z| if *z < -1.0 { 0.0 } else { z * 100.0 }).collect();
    let huge: Vec<f64> = uniform(count).iter().map(|u| 10f64.powf(u * 600.0 - 300.0)).collect();
    for values in [lognormal, bimodal, negative, mixed, huge, vec![41.5; count], vec![0.0; count]] {
        let quantiles = of(&values);
        assert!(!quantiles.is_exact());
        let found = quantiles.at(&ASKED);
        for (percentile, found) in ASKED.iter().zip(found) {
            let exact = exact(&values, *percentile);
            let error = (found.value - exact).abs();
            assert!(error <= 0.01 * exact.abs(), "{percentile}: {} for {exact}", found.value);
            assert!(found.low <= found.value && found.value <= found.high);
        }
        let (average, least, greatest) = quantiles.extent().unwrap();
        let by_hand = values.iter().sum::<f64>() / count as f64;
        assert!((average - by_hand).abs() <= 1e-9 * by_hand.abs().max(values[0].abs()));
        assert_eq!(least, values.iter().copied().fold(f64::INFINITY, f64::min));
        assert_eq!(greatest, values.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    }
}

#[test]
fn constant_values_give_exactly_that_value() {
    let found = of(&vec![41.5; 10_000]).at(&ASKED);
    assert!(found.iter().all(|found| (found.value, found.low, found.high) == (41.5, 41.5, 41.5)));
}

#[test]
fn every_value_lies_in_its_bucket() {
    for value in [f64::MIN_POSITIVE, 1e-300, 0.001, 1.0, 1.5, 1.999, 2.0, 1e300, f64::MAX] {
        let (low, high) = bounds(bucket(value));
        assert!(low <= value && (value < high || value == f64::MAX), "{value}: {low} {high}");
        assert_eq!(bucket(-value), -bucket(value));
        assert!((middle(bucket(value)) - value).abs() <= RELATIVE_ERROR * value);
    }
    assert_eq!((bucket(0.0), bucket(-0.0), bucket(1e-310)), (0, 0, 0));
}

#[test]
fn percentiles_are_read_and_ranked_exactly() {
    let p = |text| Percentile::parse(text);
    assert_eq!(p("99.9").unwrap().rank(1000), 999);
    assert_eq!(p("50").unwrap().rank(4), 2);
    assert_eq!(p("50").unwrap().rank(5), 3);
    assert_eq!(p("0.000001").unwrap().rank(5), 1);
    assert_eq!(p("99.90").unwrap().to_string(), "99.9");
    for text in ["", "0", "101", "100.1", "-5", "95%", "9.1234567", "1e1", "."] {
        assert_eq!(p(text), None, "{text}");
    }
    assert!(!p("99").unwrap().is_carried_by(99));
    assert!(p("99").unwrap().is_carried_by(101));
}

#[test]
fn a_histogram_counts_all_values() {
    let values: Vec<f64> = uniform(10_000).iter().map(|u| u * 1000.0 - 10.0).collect();
    let bars = of(&values).histogram(20);
    assert!(bars.len() <= 20);
    assert_eq!(bars.iter().map(|bar| bar.2).sum::<u64>(), 10_000);
    assert!(bars.windows(2).all(|pair| pair[0].1 == pair[1].0 && pair[0].0 < pair[0].1));
}

proptest! {
    #[test]
    fn any_cut_and_any_order_of_merging_give_the_same(
        values in prop::collection::vec(prop_oneof![0.0..1e4f64, -5.0..5.0f64, Just(-0.0), Just(0.0)], 0..200),
        copies in prop_oneof![Just(1usize), Just(20), Just(41)],
        cuts in prop::collection::vec(0..8000usize, 0..6),
    ) {
        let values = values.repeat(copies);
        let whole = of(&values);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut % (values.len() + 1)).collect();
        cuts.extend([0, values.len()]);
        cuts.sort_unstable();
        let mut parts: Vec<Quantiles> = cuts.windows(2).map(|pair| of(&values[pair[0]..pair[1]])).collect();
        parts.reverse();
        let mut merged = Quantiles::default();
        parts.into_iter().for_each(|part| merged.merge(part));
        prop_assert_eq!(merged.is_exact(), whole.is_exact());
        prop_assert_eq!(merged.at(&ASKED), whole.at(&ASKED));
        prop_assert_eq!(merged.extent(), whole.extent());
        let again = Quantiles::from_parts(merged.parts()).unwrap();
        prop_assert_eq!(again.at(&ASKED), whole.at(&ASKED));
        prop_assert_eq!(again.extent(), whole.extent());
    }
}
