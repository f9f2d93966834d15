//! Which finding wins where several overlap: all of them, as one. The union is masked, by the action of
//! the finding that covers it if none is stronger, else hidden whole; nothing is left between.

use super::Action;
use super::finder::{Finding, Put};

fn strength(put: Put) -> u8 {
    match put {
        Put::Act(Action::Hide) => 3,
        Put::Given(..) => 1,
        Put::Act(Action::Part) => 2,
        Put::Act(_) => 1,
    }
}

/// Sorts the findings by place and joins those that overlap, in place. Afterwards they are in order and disjoint.
pub fn resolve(findings: &mut Vec<Finding>) {
    if findings.len() < 2 {
        return;
    }
    let order = |finding: &Finding| (finding.start, std::cmp::Reverse(finding.end));
    if !findings.is_sorted_by_key(order) {
        findings.sort_by_key(order);
    }
    let mut kept = 0;
    for index in 1..findings.len() {
        let next = findings[index];
        let open = findings[kept];
        if next.start >= open.end {
            kept += 1;
            findings[kept] = next;
        } else {
            findings[kept] = join(open, next);
        }
    }
    findings.truncate(kept + 1);
}

/// `second` begins inside `first`.
fn join(first: Finding, second: Finding) -> Finding {
    let end = first.end.max(second.end);
    let covers = |finding: &Finding| finding.start == first.start && finding.end == end;
    let (strong, weak) = if strength(second.put) > strength(first.put) { (second, first) } else { (first, second) };
    let quote = [&first, &second].iter().any(|finding| finding.quote && covers(finding));
    if covers(&strong) {
        return Finding { quote, ..strong };
    }
    if covers(&weak) && strength(weak.put) == strength(strong.put) {
        return Finding { quote, ..weak };
    }
    Finding { start: first.start, end, put: Put::Act(Action::Hide), quote, ..strong }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::catalogue::EMAIL;

    fn finding(start: usize, end: usize, action: Action) -> Finding {
        Finding::new(start, end, EMAIL, action)
    }

    fn resolved(mut findings: Vec<Finding>) -> Vec<(usize, usize, Put)> {
        resolve(&mut findings);
        findings.iter().map(|finding| (finding.start, finding.end, finding.put)).collect()
    }

    #[test]
    fn what_overlaps_becomes_its_union() {
        let both = resolved(vec![finding(5, 15, Action::Phone), finding(0, 10, Action::Email)]);
        assert_eq!(both, [(0, 15, Put::Act(Action::Hide))]);
    }

    #[test]
    fn what_covers_the_union_keeps_its_action_unless_a_stronger_one_is_inside() {
        let weak_inside = resolved(vec![finding(0, 20, Action::Address), finding(5, 8, Action::Phone)]);
        assert_eq!(weak_inside, [(0, 20, Put::Act(Action::Address))]);
        let strong_inside = resolved(vec![finding(0, 20, Action::Address), finding(5, 8, Action::Hide)]);
        assert_eq!(strong_inside, [(0, 20, Put::Act(Action::Hide))]);
        let strong_outside = resolved(vec![finding(0, 20, Action::Hide), finding(5, 8, Action::Phone)]);
        assert_eq!(strong_outside, [(0, 20, Put::Act(Action::Hide))]);
    }

    #[test]
    fn neighbours_stay_apart() {
        assert_eq!(resolved(vec![finding(4, 8, Action::Hide), finding(0, 4, Action::Hide)]).len(), 2);
    }
}
