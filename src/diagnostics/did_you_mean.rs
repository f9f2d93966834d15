//! The name that was probably meant.

/// The one of `names` that is nearest to `wrong` by edit distance, if it is near enough to be
/// meant: at most a third of its letters differ, or one begins with the other.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let scored = names.into_iter().filter_map(|name| {
        let begins = wrong.len() >= 3 && (name.starts_with(&wrong) || wrong.starts_with(name));
        let edits = edits(wrong.as_bytes(), name.as_bytes());
        let near = begins || edits <= (name.len() / 3).max(1);
        near.then_some((edits, name))
    });
    scored.min().map(|(_, name)| name)
}

/// How many bytes must be changed, left out, put in or swapped with their neighbour to make `b`
/// of `a` (optimal string alignment).
fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let change = last[j] + usize::from(a[i] != b[j]);
            let mut least = change.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_understood_and_another_word_is_not() {
        let names = ["email", "us-ssn", "github-token", "payment-card"];
        let meant = |wrong| nearest(wrong, names);
        assert_eq!(meant("emial"), Some("email"));
        assert_eq!(meant("Email"), Some("email"));
        assert_eq!(meant("github"), Some("github-token"));
        assert_eq!(meant("paymentcard"), Some("payment-card"));
        assert_eq!(meant("password"), None);
    }

    #[test]
    fn a_swap_is_one_edit() {
        assert_eq!(edits(b"emial", b"email"), 1);
        assert_eq!(edits(b"", b"abc"), 3);
        assert_eq!(edits(b"kitten", b"sitting"), 3);
    }
}
