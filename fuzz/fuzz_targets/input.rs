//! Input that is compressed, broken or plain: it ends, and its bytes do not depend on how blocks are cut.

#![no_main]

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use pake::input::{Block, Blocks, Halt, Origin, Sizes, Sources};

static FILE: LazyLock<PathBuf> =
    LazyLock::new(|| std::env::temp_dir().join(format!("pake-fuzz-input-{}", std::process::id())));

fn read(sizes: Sizes, times: usize) -> Vec<u8> {
    let origins = vec![Origin::File(FILE.clone()); times];
    let sources = Sources::new(origins, Halt::new().expect("a pipe"), Arc::default(), |_| {});
    let mut blocks = Blocks::new(sources, sizes);
    let (mut block, mut bytes) = (Block::new(), Vec::new());
    while blocks.next(&mut block) {
        bytes.extend_from_slice(&block.bytes()[block.body()]);
        assert!(bytes.len() < 1 << 28, "endless");
    }
    bytes
}

fuzz_target!(|input: (u8, &[u8])| {
    let (kind, data) = input;
    let gzip = |data: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut encoder, data).and_then(|()| encoder.finish()).expect("in memory")
    };
    let whole = |data: &[u8]| {
        !(data.starts_with(&[0x1f]) || data.starts_with(&[0x28]) || data.first().is_some_and(|b| b & 0xf0 == 0x50))
    };
    let (bytes, expected) = match kind % 4 {
        0 => (data.to_vec(), whole(data).then(|| data.to_vec())),
        1 => (gzip(data), Some(data.to_vec())),
        // Two members, and one that is cut off.
        2 => ([gzip(data), gzip(data)].concat(), Some(data.repeat(2))),
        _ => {
            let mut bytes = gzip(data);
            bytes.truncate(bytes.len() - 1 - usize::from(kind) % bytes.len());
            (bytes, None)
        }
    };
    std::fs::write(&*FILE, bytes).expect("a temporary file");
    let small = Sizes { block: 16, line: 40, piece: 10, context: 3 };
    let (a, b) = (read(Sizes::default(), 1), read(small, 1));
    assert_eq!(a, b);
    if let Some(expected) = expected {
        assert_eq!(a, expected);
    }
    assert_eq!(read(small, 2), a.repeat(2));
});
