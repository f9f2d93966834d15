use std::collections::BTreeMap;
fn main() {
    let data = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let data = &data[..data.len().min(20_000_000)];
    let lines = data.iter().filter(|b| **b == b'\n').count();
    let finder = pake::detect::finder::Finder::new(
        {
            let mut s = pake::detect::catalogue::SlotSet::default();
            for x in pake::detect::catalogue::Slot::each() {
                s.set(x, pake::Profile::Default.takes(x.detector()));
            }
            s
        },
        vec![],
    );
    let mut c: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let mut spare = vec![];
    pake::detect::anchors::look(data, 0, false, &mut |hit| {
        let k = if hit.kind == pake::detect::anchors::Kind::Stem {
            format!("Stem {}", String::from_utf8_lossy(&data[hit.at..hit.at + 4]).to_lowercase())
        } else {
            format!("{:?}", hit.kind)
        };
        let s = pake::detect::engines::suspect::is_suspect(&finder, data, hit, &mut spare);
        let e = c.entry(k).or_default();
        e.0 += 1;
        e.1 += s as u64;
        0
    });
    let mut v: Vec<_> = c.into_iter().collect();
    v.sort_by_key(|x| std::cmp::Reverse(x.1.0));
    for (k, (a, b)) in v.iter().take(40) {
        println!("{k:<12} {:.3} a line, suspect {:.3}", *a as f64 / lines as f64, *b as f64 / lines as f64);
    }
}
