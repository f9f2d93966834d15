//! Writes many pieces of memory in few calls, without copying them together.

use std::io::{self, IoSlice, Write};

/// The most pieces that one call takes (`IOV_MAX` on Linux and macOS).
const PIECES: usize = 1024;

/// Writes all `pieces` in order; a single piece is a single write.
///
/// # Errors
/// Those of writing; an unknown part of the pieces was written then.
pub fn write_gathered<'a>(out: &mut impl Write, pieces: impl Iterator<Item = &'a [u8]>) -> io::Result<()> {
    let mut slices = [IoSlice::new(&[]); PIECES];
    let mut count = 0;
    for piece in pieces {
        if piece.is_empty() {
            continue;
        }
        if count == PIECES {
            write_all(out, &mut slices[..count])?;
            count = 0;
        }
        slices[count] = IoSlice::new(piece);
        count += 1;
    }
    write_all(out, &mut slices[..count])
}

fn write_all(out: &mut impl Write, mut slices: &mut [IoSlice<'_>]) -> io::Result<()> {
    while !slices.is_empty() {
        match out.write_vectored(slices) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => IoSlice::advance_slices(&mut slices, count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Takes at most `step` bytes a call, and is interrupted every other time.
    struct Slow {
        taken: Vec<u8>,
        step: usize,
        interrupted: bool,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.write_vectored(&[IoSlice::new(bytes)])
        }
        fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
            assert!(slices.len() <= PIECES);
            self.interrupted = !self.interrupted;
            if self.interrupted {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let bytes = slices.iter().flat_map(|slice| slice.iter().copied());
            let before = self.taken.len();
            self.taken.extend(bytes.take(self.step));
            Ok(self.taken.len() - before)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    proptest! {
        #[test]
        fn all_pieces_are_written_however_little_a_call_takes(
            lengths in prop::collection::vec(0..9usize, 0..2500),
            step in 1..3000usize,
        ) {
            let text: Vec<u8> = (0..=255).cycle().take(lengths.iter().sum()).collect();
            let mut rest = &text[..];
            let pieces: Vec<&[u8]> = lengths.iter().map(|len| {
                let (piece, behind) = rest.split_at(*len);
                rest = behind;
                piece
            }).collect();
            let mut slow = Slow { taken: Vec::new(), step, interrupted: false };
            write_gathered(&mut slow, pieces.into_iter()).unwrap();
            prop_assert_eq!(slow.taken, text);
        }
    }
}
