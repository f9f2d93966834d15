//! Cuts a byte stream at newlines into [`Block`]s.

use memchr::{memchr, memrchr};

use super::block::{Block, Piece};
use super::slices::Slice;

/// Gives bytes, from one source after the other.
pub trait Supply: Send {
    /// Puts bytes at the start of `into`, which is never empty.
    ///
    /// With `patient` false it never waits, and says [`Supplied::Nothing`] where it would have to.
    fn supply(&mut self, into: &mut [u8], patient: bool) -> Supplied;

    /// The next lines as a slice, if they can be read by whoever has it: then they are not supplied. Only to be asked
    /// for where a line begins.
    fn slice(&mut self) -> Option<Slice> {
        None
    }
}

/// What was taken of [`Blocks`].
pub enum Taken {
    /// The block is filled.
    Block,
    /// The block is still to be filled by the slice.
    Slice(Slice),
    /// Nothing: the input has ended.
    End,
}

/// What a [`Supply`] gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supplied {
    /// So many bytes, at least one.
    Bytes(usize),
    /// Nothing yet.
    Nothing,
    /// What comes now is from the next source.
    Next,
    /// All sources have ended.
    End,
}

/// How large blocks and pieces are, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// A block in a flood. Of 256 KiB, 512 KiB and 1 MiB the smallest was as quick as any on two
    /// cores (file and pipe, 1 to 4 threads), and takes the least memory.
    pub block: usize,
    /// The longest line (newline included) that is handed out whole.
    pub line: usize,
    /// The part of a longer line that one piece stands for. Pieces are cut at multiples of this
    /// from the line's start, so that they depend on the line alone and never on how it was read.
    pub piece: usize,
    /// What a piece shows of its neighbours on each side; at least 1, at most `piece`.
    pub context: usize,
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes { block: 256 << 10, line: 16 << 20, piece: 1 << 20, context: 64 << 10 }
    }
}

/// Cuts what a [`Supply`] gives into blocks of whole lines.
///
/// It is *prompt*: when the supply has nothing more at the moment, the lines that are complete are
/// handed out; only the beginning of a line waits. A line longer than [`Sizes::line`] is handed out
/// in pieces. A line that goes on in the next source, because its own lacks a last newline, is one
/// line, as it is for `cat`, and belongs to the source that it begins in.
///
/// It holds at most [`Sizes::line`] bytes and two blocks.
#[derive(Debug)]
pub struct Blocks<S> {
    supply: S,
    sizes: Sizes,
    /// Bytes read but not yet handed out.
    rest: Vec<u8>,
    /// Source and, if it is the source's first, number of the line that `rest` begins with.
    rest_source: usize,
    rest_line: Option<u64>,
    /// The source that is being read.
    source: usize,
    long: Option<LongLine>,
    ended: bool,
    /// Whether slices are taken where there are some.
    slices: bool,
    /// Whether a line ends where its source does.
    apart: bool,
}

/// A line that is handed out in pieces; `rest` holds what is still needed of it.
#[derive(Debug)]
struct LongLine {
    /// Offset in the line of the first byte of `rest`.
    base: usize,
    /// Offset in the line of the next piece.
    next: usize,
    /// The line's length, once its end was seen.
    end: Option<usize>,
    /// The line's number, if it is the first of its source; for its first piece.
    first_line: Option<u64>,
}

impl<S: Supply> Blocks<S> {
    /// Blocks of `sizes` from `supply`.
    pub fn new(supply: S, sizes: Sizes) -> Blocks<S> {
        Blocks {
            supply,
            sizes,
            rest: Vec::new(),
            rest_source: 0,
            rest_line: Some(1),
            source: 0,
            long: None,
            ended: false,
            slices: false,
            apart: false,
        }
    }

    /// The same with a newline behind each source that lacks its last one: for who reads lines and is no `cat`.
    pub fn apart(self) -> Blocks<S> {
        Blocks { apart: true, ..self }
    }

    /// The same in slices, as far as the supply has some: lines that are too long are not handed out in pieces then,
    /// but left out.
    pub fn in_slices(self) -> Blocks<S> {
        Blocks { slices: true, ..self }
    }

    /// The longest line that is handed out whole.
    pub fn longest(&self) -> usize {
        self.sizes.line
    }

    /// Takes what comes next.
    pub fn take(&mut self, block: &mut Block) -> Taken {
        if self.rest.is_empty()
            && self.long.is_none()
            && let Some(slice) = self.slice()
        {
            block.clear();
            block.source = self.source;
            block.first_line = self.rest_line.take();
            return Taken::Slice(slice);
        }
        self.fill(block)
    }

    fn slice(&mut self) -> Option<Slice> {
        if self.slices && !self.ended { self.supply.slice() } else { None }
    }

    /// Fills `block` with what comes next; false at the end of the input.
    pub fn next(&mut self, block: &mut Block) -> bool {
        matches!(self.fill(block), Taken::Block)
    }

    fn fill(&mut self, block: &mut Block) -> Taken {
        block.clear();
        if self.long.is_some() {
            self.next_piece(block);
            return Taken::Block;
        }
        block.source = self.rest_source;
        block.first_line = self.rest_line.take();
        block.make_room(self.sizes.block);
        block.append(&self.rest);
        self.rest.clear();
        let mut cut = after_last_newline(block.bytes(), 0);
        // Where the line behind this block begins: source, and number if that is known.
        let mut behind = (block.source, None);
        while !self.ended {
            if cut > 0 && block.len() >= self.sizes.block {
                break;
            }
            if block.is_full() {
                if block.len() > self.sizes.line {
                    break;
                }
                let size = (2 * block.len()).min(self.sizes.line + self.sizes.block);
                block.make_room(size);
            }
            let old = block.len();
            // One block at a time, so that little is left over behind the end of a long line.
            let room = block.room(self.sizes.block);
            match self.supply.supply(room, cut == 0) {
                Supplied::Bytes(count) => {
                    block.advance(count);
                    if block.source == self.source {
                        cut = cut.max(after_last_newline(block.bytes(), old));
                    } else if let Some(at) = memchr(b'\n', &block.bytes()[old..]) {
                        // The end of a line that began in an earlier source.
                        cut = old + at + 1;
                        behind = (self.source, Some(2));
                        break;
                    }
                }
                Supplied::Nothing if cut > 0 => break,
                Supplied::Nothing => {}
                Supplied::Next => {
                    self.source += 1;
                    if block.len() == 0 {
                        (block.source, block.first_line) = (self.source, Some(1));
                        behind.0 = self.source;
                        if let Some(slice) = self.slice() {
                            self.rest_source = self.source;
                            return Taken::Slice(slice);
                        }
                    } else if cut == block.len() {
                        behind = (self.source, Some(1));
                        break;
                    } else if self.apart {
                        block.make_room(block.len() + 1);
                        block.append(b"\n");
                        cut = block.len();
                        behind = (self.source, Some(1));
                        break;
                    } else if cut > 0 {
                        break;
                    }
                }
                Supplied::End => self.ended = true,
            }
        }
        if block.len() > self.sizes.line && memchr(b'\n', &block.bytes()[..self.sizes.line]).is_none() {
            self.begin_long(block);
            self.next_piece(block);
            return Taken::Block;
        }
        if self.ended {
            cut = block.len();
        }
        self.rest.extend_from_slice(&block.bytes()[cut..]);
        (self.rest_source, self.rest_line) = behind;
        block.truncate(cut);
        if cut > 0 { Taken::Block } else { Taken::End }
    }

    /// Takes over the beginning of a line that is too long to be handed out whole.
    fn begin_long(&mut self, block: &mut Block) {
        self.rest = block.take();
        self.rest_source = block.source;
        self.long = Some(LongLine {
            first_line: block.first_line.take(),
            base: 0,
            next: 0,
            end: memchr(b'\n', &self.rest).map(|at| at + 1),
        });
    }

    /// Fills `block` with the next piece of the long line.
    fn next_piece(&mut self, block: &mut Block) {
        let Some(mut line) = self.long.take() else {
            return;
        };
        let Sizes { piece, context, .. } = self.sizes;
        let lead = context.min(line.next);
        self.read_on(&mut line, piece + context);

        let end = line.end.unwrap_or(usize::MAX);
        let stop = end.min(line.next + piece);
        let window = line.next - lead..end.min(stop + context);
        block.clear();
        block.append(&self.rest[window.start - line.base..window.end - line.base]);
        block.source = self.rest_source;
        block.first_line = line.first_line.take();
        block.piece = Some(Piece {
            lead,
            tail: window.end - stop,
            first: line.next == 0,
            last: stop == end,
            offset: window.start as u64,
        });
        if stop < end {
            line.next = stop;
            self.long = Some(line);
        } else {
            self.rest.drain(..end - line.base);
            self.rest.shrink_to_fit();
            if self.rest_source != self.source {
                (self.rest_source, self.rest_line) = (self.source, Some(2));
            }
        }
    }

    /// Reads until `ahead` bytes from the next piece on are held, or the line's end.
    fn read_on(&mut self, line: &mut LongLine, ahead: usize) {
        let wanted = line.next + ahead;
        if line.end.is_some() || line.base + self.rest.len() >= wanted {
            return;
        }
        let needed_from = line.next.saturating_sub(self.sizes.context);
        self.rest.drain(..needed_from - line.base);
        line.base = needed_from;
        let mut held = self.rest.len();
        let size = wanted - line.base;
        self.rest.resize(size, 0);
        self.rest.shrink_to(size);
        while line.end.is_none() && held < size {
            match self.supply.supply(&mut self.rest[held..], true) {
                Supplied::Bytes(count) => {
                    let newline = memchr(b'\n', &self.rest[held..held + count]);
                    line.end = newline.map(|at| line.base + held + at + 1);
                    held += count;
                }
                Supplied::Nothing => {}
                Supplied::Next => self.source += 1,
                Supplied::End => {
                    self.ended = true;
                    line.end = Some(line.base + held);
                }
            }
        }
        self.rest.truncate(held);
    }
}

/// The end of the last complete line at or behind `from`; 0 if there is none.
fn after_last_newline(bytes: &[u8], from: usize) -> usize {
    memrchr(b'\n', &bytes[from..]).map_or(0, |at| from + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Gives its sources in reads of one size, with a pause after each read.
    struct Drip {
        sources: Vec<Vec<u8>>,
        at: (usize, usize),
        read: usize,
        pause: bool,
    }

    impl Supply for Drip {
        fn supply(&mut self, into: &mut [u8], patient: bool) -> Supplied {
            assert!(!into.is_empty());
            self.pause = !self.pause;
            if self.pause && !patient {
                return Supplied::Nothing;
            }
            let (source, from) = self.at;
            let Some(bytes) = self.sources.get(source) else {
                return Supplied::End;
            };
            let count = self.read.min(into.len()).min(bytes.len() - from);
            if count > 0 {
                into[..count].copy_from_slice(&bytes[from..from + count]);
                self.at.1 += count;
                return Supplied::Bytes(count);
            }
            self.at = (source + 1, 0);
            if self.at.0 < self.sources.len() { Supplied::Next } else { Supplied::End }
        }
    }

    #[test]
    fn a_line_ends_with_its_source_where_that_is_asked_for() {
        for read in [1, 3, 100] {
            let sources = [&b"a\nb"[..], b"c", b"d\n"].map(<[u8]>::to_vec).to_vec();
            let drip = Drip { sources, at: (0, 0), read, pause: false };
            let mut blocks = Blocks::new(drip, SMALL).apart();
            let (mut block, mut text) = (Block::new(), Vec::new());
            while blocks.next(&mut block) {
                text.push((block.source, String::from_utf8(block.bytes().to_vec()).unwrap()));
            }
            let expected = [(0, "a\nb\n"), (1, "c\n"), (2, "d\n")];
            let of = |source: usize| {
                text.iter().filter(|(of, _)| *of == source).map(|(_, text)| text.as_str()).collect::<String>()
            };
            assert_eq!(
                expected.map(|(source, _)| (source, of(source))),
                expected.map(|(source, text)| (source, text.to_owned()))
            );
        }
    }

    const SMALL: Sizes = Sizes { block: 16, line: 40, piece: 10, context: 3 };

    /// Every line as (source, number, text) and every piece as (window, where it lies).
    type Seen = (Vec<(usize, u64, Vec<u8>)>, Vec<(Vec<u8>, Piece)>);

    fn see(sources: &[&[u8]], read: usize) -> Seen {
        let drip =
            Drip { sources: sources.iter().map(|bytes| bytes.to_vec()).collect(), at: (0, 0), read, pause: false };
        let mut blocks = Blocks::new(drip, SMALL);
        let mut block = Block::new();
        let (mut lines, mut pieces) = (Vec::new(), Vec::new());
        let (mut source, mut number) = (usize::MAX, 0);
        while blocks.next(&mut block) {
            if let Some(first) = block.first_line {
                (source, number) = (block.source, first);
            }
            assert_eq!(source, block.source);
            match block.piece {
                Some(piece) => {
                    pieces.push((block.bytes().to_vec(), piece));
                    if piece.first {
                        lines.push((source, number, Vec::new()));
                    }
                    let body = &block.bytes()[block.body()];
                    lines.last_mut().unwrap().2.extend_from_slice(body);
                    number += u64::from(piece.last);
                }
                None => {
                    for line in block.bytes().split_inclusive(|byte| *byte == b'\n') {
                        lines.push((source, number, line.to_vec()));
                        number += 1;
                    }
                }
            }
        }
        (lines, pieces)
    }

    #[test]
    fn a_line_is_named_by_the_source_that_it_begins_in() {
        let (lines, _) = see(&[b"a\nb", b"", b"c\nd\n", b"", b"e\n"], 7);
        let named: Vec<(usize, u64, &[u8])> = lines.iter().map(|(s, n, l)| (*s, *n, &l[..])).collect();
        assert_eq!(named, [(0, 1, &b"a\n"[..]), (0, 2, b"bc\n"), (2, 2, b"d\n"), (4, 1, b"e\n")]);
    }

    #[test]
    fn a_line_of_the_greatest_length_is_whole_and_one_byte_more_is_in_pieces() {
        let line = |len| [vec![b'x'; len - 1], b"\n".to_vec()].concat();
        for read in [1, 7, 4096] {
            assert_eq!(see(&[&line(SMALL.line)], read).1, []);
            let (_, pieces) = see(&[&line(SMALL.line + 1)], read);
            assert_eq!(pieces.len(), 5);
            let shape: Vec<_> = pieces.iter().map(|(w, p)| (w.len(), p.lead, p.tail)).collect();
            let whole = (16, 3, 3);
            assert_eq!(shape, [(13, 0, 3), whole, whole, (14, 3, 1), (4, 3, 0)]);
            assert!(pieces[0].1.first && pieces[4].1.last);
        }
    }

    fn source() -> impl Strategy<Value = Vec<u8>> {
        let run = (prop_oneof![9 => Just(b'x'), 2 => Just(b'\n')], 1..70usize);
        let short = prop_oneof![3 => 1..12usize, 1 => 1..70usize];
        prop::collection::vec((run, short), 0..8).prop_map(|runs| {
            let parts = runs
                .into_iter()
                .map(|((byte, _), count)| vec![byte; if byte == b'\n' { 1 + count % 3 } else { count }]);
            parts.collect::<Vec<_>>().concat()
        })
    }

    proptest! {
        #[test]
        fn lines_and_pieces_do_not_depend_on_how_the_input_is_read(
            sources in prop::collection::vec(source(), 1..5),
            read in 1..50usize,
        ) {
            let sources: Vec<&[u8]> = sources.iter().map(|bytes| &bytes[..]).collect();
            let (lines, pieces) = see(&sources, read);
            let bytes: Vec<u8> = lines.iter().flat_map(|line| line.2.clone()).collect();
            prop_assert_eq!(&bytes, &sources.concat());
            prop_assert_eq!((lines, pieces), see(&sources, 4096));
        }
    }
}
