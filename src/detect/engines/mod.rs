//! The engines: each knows one kind of place and looks closely there.

pub mod address;
pub mod armour;
pub mod assign;
pub mod cli;
pub mod digits;
pub mod email;
pub mod header;
pub mod identity;
pub mod keyed;
pub mod network;
pub mod phrase;
pub mod placeholder;
mod shape;
pub mod suspect;
pub mod token;
pub mod url;
pub mod value;
