//! Where lines come from: named files and standard input, decoded and cut into blocks.
//!
//! A [`Supply`] gives bytes, [`Blocks`] cuts them at newlines. It leaves to others what the bytes
//! mean. The invariant: the blocks' bodies, one after the other, are the input's bytes, and how
//! they are cut never depends on more than the bytes as long as they are pieces of one line.

mod block;
mod blocks;
mod decode;
mod descriptor;
mod follow;
mod halt;
mod merged;
pub mod paths;
mod rotated;
mod slices;
mod source;
mod trouble;

pub use block::{Block, Piece};
pub use blocks::{Blocks, Sizes, Supplied, Supply, Taken};
pub use decode::Format;
pub use descriptor::Descriptor;
pub use follow::Follow;
pub use halt::Halt;
pub use merged::Merged;
pub use rotated::set as rotated_set;
pub use slices::Slice;
pub use source::{Origin, Sources};
pub use trouble::{Loss, Trouble};
