//! The hot rooms, each by itself, on logs made from a seed.
//!
//! `cargo bench` runs all; `cargo bench -- look` one of them. Compare ratios within one run only.
//! Whole processes are measured by `compare.sh`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use pake::detect::anchors;
use pake::entry::{escape, scan};
use pake::mask::{Carry, Edits, Masker, Policy, Scratch, Watch};

/// About as much as a block of the pipeline.
const BLOCK: usize = 256 << 10;

/// Numbers below `limit` (xorshift).
fn below(state: &mut u64, limit: u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 11) % limit
}

fn block(line: impl Fn(&mut u64) -> String) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15;
    let mut text = String::new();
    while text.len() < BLOCK {
        text += &line(&mut state);
        text.push('\n');
    }
    text.into_bytes()
}

/// Lines of JSON with nothing to mask.
fn clean() -> Vec<u8> {
    block(|state| {
        let (id, took) = (below(state, 1 << 40), below(state, 90_000));
        let (second, ms, order) = (took % 60, took % 1000, id % 9000);
        let time = format!("2026-11-20T09:14:{second:02}.{ms:03}Z");
        let request = format!(r#""method":"GET","path":"/orders/{order}","status_code":200,"duration_ms":{took}.50"#);
        format!(
            r#"{{"timestamp":"{time}","level":"INFO","service":"shop","message":"request done",{request},"correlation_id":"req-{id:x}"}}"#
        )
    })
}

/// Lines of JSON that each hold several values to mask.
fn sensitive() -> Vec<u8> {
    block(|state| {
        let id = below(state, 1 << 40);
        let user = format!(r#""user":{{"email":"u{id:x}@example.com","password":"p{id:x}"}}"#);
        let body = format!(r#""body":"{{\"token\":\"t{id:x}\"}}""#);
        format!(r#"{{"level":"INFO",{user},"message":"paid with 4111-1111-1111-1111",{body},"duration_ms":1.10}}"#)
    })
}

/// Lines of plain text, every tenth with a password.
fn plain() -> Vec<u8> {
    block(|state| match below(state, 10) {
        0 => format!("2026-11-20 09:14:02,118 INFO [worker-1] user=svc password=p{:x}", below(state, 1 << 40)),
        _ => format!("2026-11-20 09:14:02,118 INFO [worker-1] done in {} ms", below(state, 9000)),
    })
}

fn rooms(criterion: &mut Criterion) {
    let masker = Masker::new(Policy::default_profile());
    for (shape, data) in [("clean", clean()), ("sensitive", sensitive()), ("plain", plain())] {
        let mut group = criterion.benchmark_group(shape);
        group.throughput(Throughput::Bytes(data.len() as u64));
        group.bench_function("look", |bench| {
            let mut hits = Vec::new();
            bench.iter(|| {
                hits.clear();
                anchors::look(black_box(&data), false, &mut hits);
                hits.len()
            });
        });
        let mut work = Scratch::new(Watch::default());
        group.bench_function("mask_lines", |bench| {
            bench.iter(|| masker.mask_lines(black_box(&data), Carry::default(), &mut work));
        });
        let mut counted = Scratch::new(Watch { tally: true, fields: true, sightings: true });
        group.bench_function("mask_lines, counted", |bench| {
            bench.iter(|| masker.mask_lines(black_box(&data), Carry::default(), &mut counted));
        });
        if shape != "plain" {
            group.bench_function("walk", |bench| {
                bench.iter(|| data.split(|byte| *byte == b'\n').filter(|line| scan::is_json(black_box(line))).count());
            });
        }
        masker.mask_lines(&data, Carry::default(), &mut work);
        group.bench_function("pieces", |bench| {
            bench.iter(|| work.edits.pieces(black_box(&data), 0, data.len()).map(<[u8]>::len).sum::<usize>());
        });
        group.finish();
    }
}

fn strings(criterion: &mut Criterion) {
    let raw = br#"{\"a\":\"caf\u00e9 \/ path\",\"n\":1.10}\n"#.repeat(1000);
    let mut group = criterion.benchmark_group("escapes");
    group.throughput(Throughput::Bytes(raw.len() as u64));
    let mut out = Vec::new();
    escape::decode(&raw, &mut out);
    let decoded = out.len();
    group.bench_function("decode", |bench| {
        bench.iter(|| {
            out.clear();
            escape::decode(black_box(&raw), &mut out);
            out.len()
        });
    });
    group.bench_function("way back", |bench| {
        bench.iter(|| {
            let mut back = escape::WayBack::new(black_box(&raw));
            (0..decoded / 40).map(|n| back.range(n * 40, n * 40 + 20).1).max()
        });
    });
    group.finish();

    let text = vec![b'x'; BLOCK];
    let mut edits = Edits::default();
    for at in (0..BLOCK - 16).step_by(1000) {
        edits.push(at, at + 16, b"********");
    }
    let mut out = Vec::with_capacity(BLOCK);
    let mut group = criterion.benchmark_group("splice");
    group.throughput(Throughput::Bytes(BLOCK as u64));
    group.bench_function("an edit a kilobyte", |bench| {
        bench.iter(|| {
            out.clear();
            edits.apply(black_box(&text), &mut out);
            out.len()
        });
    });
    group.finish();
}

criterion_group!(benches, rooms, strings);
criterion_main!(benches);
