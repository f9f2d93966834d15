//! Makes logs safe to share: masks secrets and personal data in a log stream.
//!
//! # The way of a line
//!
//! ```text
//!  file, pipe, follow      newlines        threads, in order            pipe, whole file
//!  ┌────────────────┐   ┌───────────┐   ┌──────────────────────┐   ┌──────────────────┐
//!  │ input: source  │──▶│  input:   │──▶│ pipeline: map        │──▶│ output: stdout   │
//!  │ decode, follow │   │  blocks   │   │   mask: the look,    │   │ gather, file     │
//!  └────────────────┘   └───────────┘   │   the walk (entry),  │   └──────────────────┘
//!                                       │   detect, splice     │
//!                                       └──────────────────────┘
//! ```
//!
//! `main` parses with [`cli`], which turns flags into settings; [`commands`] join the rooms: one
//! folder or file a command, settings in, [`exit::Exit`] out.
//!
//! # The rooms
//!
//! | room | job | sees |
//! |---|---|---|
//! | [`cli`] | the command line; the only room with clap | `commands` |
//! | [`commands`] | one command each | every room, but no other command |
//! | [`config`] | the config: its keys, its layers, all that can be wrong with it | `detect`, `mask`, `entry`, `input`, `stats`, `diagnostics` |
//! | [`input`] | bytes from files and pipes, decoded, cut into blocks of lines | nothing |
//! | [`pipeline`] | threads: blocks in; results out in order, or one merged result | `input` |
//! | [`output`] | bytes out: in few calls, or as a file that appears whole | nothing |
//! | [`mask`] | policy, and what is put in place of a finding | `detect`, `entry` |
//! | [`detect`] | what is sensitive: the catalogue and its engines | `detect::checks` |
//! | [`entry`] | a line of JSON by byte ranges; fields by any name, times, levels | nothing |
//! | [`stats`] | accumulators that merge: counts, quantiles, series, trends | nothing |
//! | [`window`] | the grammar of `--since` and its kin | `entry` |
//! | [`query`] | expressions that choose lines; the only other room with patterns | `entry`, `window`, `diagnostics` |
//! | [`render`] | reports as text, a file a format | `stats`, `diagnostics` |
//! | [`seal`] | Merkle trees over lines, signed: what shows later that a log was altered, and where | nothing |
//! | [`diagnostics`] | what is said to people | nothing |
//!
//! # Where to put
//!
//! - a detector: a row in a file of `detect/catalogue/`; its examples are its tests;
//! - a checksum: a file in `detect/checks/`;
//! - a flag: the `Args` of its command in `cli/`, a documented field in that command's settings;
//!   then `pake generate completions --dir completions` and `pake generate man --dir man`;
//! - a command: a file in `cli/`, a file or folder in `commands/`, a line in `cli/mod.rs`;
//! - a name of a field that some logger uses: a row in `entry/aliases.rs`;
//! - an accumulator: a file in `stats/`; a format of reports: a file in `render/`;
//! - an input format: `input/decode.rs`; what can go wrong with it: `input/trouble.rs`;
//! - a key of the config: a row in `config/schema.rs`; a check that is more than its kind: `config/check/`;
//! - a kind of fault: a row in `diagnostics/codes.rs`, and its file in `fixtures/configs/`;
//! - a control of an audit: a row in a file of `commands/audit/summary/controls/`; its logs are its tests;
//! - a comparison of expressions: `query/`, from the `lexer` to the plain evaluator of its tests;
//! - a form of timelines: a file in `render/trace/`;
//! - what a command needs of its inputs: `commands/inputs.rs`, `commands/reading.rs`, `commands/sorted/`; of the terminal:
//!   `commands/screen.rs`, `render/wrap.rs`;
//! - an exit code: nowhere, if [`exit`] has one that fits.
//!
//! Start reading at [`pipeline::map()`], or for reports at [`pipeline::fold()`]: everything else is a
//! part that they join.

pub mod cli;
pub mod commands;
pub mod config;
pub mod detect;
pub mod diagnostics;
pub mod entry;
pub mod exit;
pub mod input;
pub mod mask;
pub mod output;
pub mod pipeline;
pub mod query;
pub mod render;
pub mod seal;
pub mod stats;
pub mod window;

pub use mask::{Masker, Policy, Profile};

/// Compiles the README's example of use as a library.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
