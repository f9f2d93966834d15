//! Decodes gzip (all members) and zstd (all frames), known by their first bytes.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};

use flate2::bufread::GzDecoder;

use super::slices::Slices;
use super::{Descriptor, Loss};

/// How an input is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Not at all.
    Plain,
    /// RFC 1952.
    Gzip,
    /// RFC 8878.
    Zstd,
}

const GZIP: [u8; 2] = [0x1f, 0x8b];
/// A frame, and the second to fourth byte of a skippable frame (its first is 0x50 to 0x5f).
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
const ZSTD_SKIPPABLE: [u8; 3] = [0x2a, 0x4d, 0x18];

/// log2 of the largest zstd window: 8 MiB, which RFC 8878 section 3.1.1.1.2 asks every decoder to
/// support and encoders not to exceed.
const WINDOW_LOG: u32 = 23;
/// Compressed bytes read at a time.
const READ: usize = 128 << 10;
/// Decoded bytes asked for at a time: a decoder that meets damage loses what it has of them.
const DECODE: usize = 32 << 10;

impl Format {
    /// The format of an input that begins with `head`, or None if more bytes are needed to tell.
    fn of(head: &[u8], ended: bool) -> Option<Format> {
        let begins = |magic: &[u8]| {
            let len = magic.len().min(head.len());
            (head[..len] == magic[..len]).then_some(len == magic.len())
        };
        let skippable = match head.first() {
            Some(first @ 0x50..=0x5f) => begins(&[&[*first], &ZSTD_SKIPPABLE[..]].concat()),
            _ => None,
        };
        let known = [(Format::Gzip, begins(&GZIP)), (Format::Zstd, begins(&ZSTD)), (Format::Zstd, skippable)];
        if let Some((format, _)) = known.iter().find(|(_, whole)| *whole == Some(true)) {
            return Some(*format);
        }
        let open = known.iter().any(|(_, whole)| *whole == Some(false));
        (ended || !open).then_some(Format::Plain)
    }

    /// The format of what `descriptor` gives; nothing is taken from it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn look(descriptor: &mut Descriptor) -> io::Result<Format> {
        let head = descriptor.look(|head| Format::of(head, false).is_none())?;
        Ok(Format::of(head, true).unwrap_or(Format::Plain))
    }

    /// Its name for messages.
    pub fn name(self) -> &'static str {
        match self {
            Format::Plain => "plain",
            Format::Gzip => "gzip",
            Format::Zstd => "zstd",
        }
    }
}

type Compressed = BufReader<Descriptor>;

/// An input, decoded.
pub(super) enum Decoder {
    /// Passed on as it is.
    Plain(Descriptor),
    /// Inside a gzip member.
    Member {
        /// The rest of the member.
        decoder: Box<GzDecoder<Compressed>>,
        /// Whether it follows another and has not given a byte yet.
        doubtful: bool,
    },
    /// Behind a gzip member.
    Behind(Box<Compressed>),
    /// Inside zstd frames.
    Zstd(Box<zstd::Decoder<'static, Compressed>>),
    /// Nothing more comes.
    Ended,
}

impl Decoder {
    /// Decodes what `descriptor` gives by what it begins with.
    pub fn new(mut descriptor: Descriptor) -> Result<Decoder, Loss> {
        let format = Format::look(&mut descriptor).map_err(Loss::Read)?;
        if format == Format::Plain {
            return Ok(Decoder::Plain(descriptor));
        }
        let input = BufReader::with_capacity(READ, descriptor);
        if format == Format::Gzip {
            return Ok(Decoder::member(input, false));
        }
        let mut decoder = zstd::Decoder::with_buffer(input).map_err(Loss::Read)?;
        decoder.window_log_max(WINDOW_LOG).map_err(Loss::Read)?;
        Ok(Decoder::Zstd(Box::new(decoder)))
    }

    /// The slices of a regular file that is not compressed; what is behind them is read here.
    pub fn slices(&mut self) -> Option<Slices> {
        match self {
            Decoder::Plain(input) => input.slices(),
            _ => None,
        }
    }

    fn member(input: Compressed, doubtful: bool) -> Decoder {
        Decoder::Member { decoder: Box::new(GzDecoder::new(input)), doubtful }
    }

    /// Reads like [`Read::read`]: Ok(0) at the end, Ok(None) if it must wait and is not `patient`.
    /// After an error nothing more comes.
    pub fn read(&mut self, into: &mut [u8], patient: bool) -> Result<Option<usize>, Loss> {
        loop {
            let limit = into.len().min(DECODE);
            let (format, read) = match self {
                Decoder::Ended => return Ok(Some(0)),
                Decoder::Plain(input) => {
                    input.patient = patient;
                    ("plain", input.read(into))
                }
                Decoder::Member { decoder, doubtful } => {
                    decoder.get_mut().get_mut().patient = patient;
                    let read = decoder.read(&mut into[..limit]);
                    match &read {
                        Ok(0) => {
                            let Decoder::Member { decoder, .. } = std::mem::replace(self, Decoder::Ended) else {
                                continue;
                            };
                            *self = Decoder::Behind(Box::new(decoder.into_inner()));
                            continue;
                        }
                        Ok(_) => *doubtful = false,
                        Err(error) if *doubtful && error.kind() != ErrorKind::WouldBlock => {
                            *self = Decoder::Ended;
                            return Err(Loss::Garbage("gzip"));
                        }
                        Err(_) => {}
                    }
                    ("gzip", read)
                }
                Decoder::Behind(input) => {
                    input.get_mut().patient = patient;
                    match input.fill_buf().map(|bytes| bytes.first().copied()) {
                        // Zeros pad an archive on a tape.
                        Ok(Some(0)) => {
                            input.consume(1);
                            continue;
                        }
                        Ok(Some(first)) => {
                            let Decoder::Behind(input) = std::mem::replace(self, Decoder::Ended) else {
                                continue;
                            };
                            if first != GZIP[0] {
                                return Err(Loss::Garbage("gzip"));
                            }
                            *self = Decoder::member(*input, true);
                            continue;
                        }
                        Ok(None) => ("gzip", Ok(0)),
                        Err(error) => ("gzip", Err(error)),
                    }
                }
                Decoder::Zstd(decoder) => {
                    decoder.get_mut().get_mut().patient = patient;
                    ("zstd", decoder.read(&mut into[..limit]))
                }
            };
            return match read {
                Ok(count) => Ok(Some(count)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(None),
                Err(error) => {
                    *self = Decoder::Ended;
                    Err(loss(error, format))
                }
            };
        }
    }
}

/// What an error of a decoder means. Errors of the input below it carry a number of the system.
fn loss(error: io::Error, format: &'static str) -> Loss {
    if format == "plain" || error.raw_os_error().is_some() {
        return Loss::Read(error);
    }
    let text = error.to_string();
    if error.kind() == ErrorKind::UnexpectedEof {
        Loss::CutOff(format)
    } else if text.contains("too much memory") {
        Loss::Window
    } else if text.contains("Unknown frame descriptor") {
        Loss::Garbage(format)
    } else {
        Loss::Damaged(format)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_its_first_bytes_and_no_byte_more_is_asked_for_than_needed() {
        assert_eq!(Format::of(b"", false), None);
        assert_eq!(Format::of(b"", true), Some(Format::Plain));
        assert_eq!(Format::of(b"{", false), Some(Format::Plain));
        assert_eq!(Format::of(b"(", false), None);
        assert_eq!(Format::of(b"(\n", false), Some(Format::Plain));
        assert_eq!(Format::of(&[0x1f], false), None);
        assert_eq!(Format::of(&GZIP, false), Some(Format::Gzip));
        assert_eq!(Format::of(&ZSTD, false), Some(Format::Zstd));
        assert_eq!(Format::of(b"P*M", false), None);
        assert_eq!(Format::of(b"P*M\x18", false), Some(Format::Zstd));
        assert_eq!(Format::of(b"POST", false), Some(Format::Plain));
    }
}
