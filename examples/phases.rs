use std::time::Instant;
fn best(name: &str, n: usize, mut f: impl FnMut()) {
    let mut b = f64::MAX;
    for _ in 0..7 {
        let t = Instant::now();
        f();
        b = b.min(t.elapsed().as_secs_f64());
    }
    println!("{name:<22} {:.3} ns/B  {:.2} GB/s", b * 1e9 / n as f64, n as f64 / b / 1e9);
}
fn main() {
    let data = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let data = &data[..data.len().min(40_000_000)];
    let blocks: Vec<&[u8]> = {
        let mut v = vec![];
        let mut at = 0;
        while at < data.len() {
            let e = (at + 262144).min(data.len());
            let e =
                data[..e].iter().rposition(|b| *b == b'\n').map(|x| x + 1).filter(|x| *x > at).unwrap_or(data.len());
            v.push(&data[at..e]);
            at = e;
        }
        v
    };
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
    let masker = pake::Masker::new(pake::Policy::default_profile());
    let n = data.len();
    let mut c = 0u64;
    best("look", n, || {
        for b in &blocks {
            pake::detect::anchors::look(b, 0, false, &mut |_| {
                c += 1;
                0
            });
        }
    });
    let mut spare = vec![];
    let mut k = 0u64;
    best("look+suspect", n, || {
        for b in &blocks {
            pake::detect::anchors::look(b, 0, false, &mut |h| {
                k += pake::detect::engines::suspect::is_suspect(&finder, b, h, &mut spare) as u64;
                0
            });
        }
    });
    let mut w = pake::mask::Scratch::new(Default::default());
    best("mask_lines", n, || {
        for b in &blocks {
            masker.mask_lines(b, Default::default(), &mut w);
        }
    });
    println!("{c} {k}");
}
