//! How much room there is on standard output, asked in one way by all commands.

use std::io::{self, IsTerminal};
use std::path::Path;

use crate::diagnostics::colour;
use crate::render::Layout;

/// Columns of a page where nobody says how wide it is.
const PAGE: usize = 100;

/// The columns of standard output: those of the terminal, else those that `$COLUMNS` names, so that a pager's pipe
/// can be told; None where nobody says.
pub fn columns() -> Option<usize> {
    let stdout = io::stdout();
    let size = if stdout.is_terminal() { rustix::termios::tcgetwinsize(&stdout).ok() } else { None };
    let named = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    size.map(|size| usize::from(size.ws_col)).filter(|columns| *columns > 0).or_else(named)
}

/// The layout of tables on standard output, or in the file `output`, which is never coloured and as wide as a page.
pub fn layout(output: Option<&Path>, top: Option<usize>) -> Layout {
    let shown = output.is_none();
    let columns = if shown { columns() } else { None };
    Layout { columns: columns.unwrap_or(PAGE), top, colour: shown && colour(&io::stdout()) }
}
