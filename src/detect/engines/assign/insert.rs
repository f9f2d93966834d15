//! SQL that names its columns first: `INSERT INTO t (user, password) VALUES ('bob', 'x'), ('al', 'y')`.

use super::super::super::finder::Found;
use super::super::super::keys::KeyClass;
use super::super::keyed::{self, Carrier};
use super::super::value;
use super::key::Key;

/// How far to both sides of a column's name the list of columns may reach.
const LIST: usize = 1000;

/// Whether the key can be one of a list of columns: a comma or the list's end stands behind it, and `VALUES` behind that.
pub(in super::super) fn is_column(text: &[u8], end: usize) -> bool {
    let end = behind_quote(text, end);
    matches!(text.get(end), Some(b',' | b')')) && values(text, end).is_some()
}

/// Behind the quote of a column's name: backtick, double quote or bracket, perhaps escaped.
fn behind_quote(text: &[u8], end: usize) -> usize {
    end + text[end..].iter().take(3).take_while(|byte| matches!(byte, b'`' | b'"' | b']' | b'\\')).count()
}

/// Where the first row opens, if `at` is in a list of columns.
fn values(text: &[u8], at: usize) -> Option<usize> {
    let window = &text[at..text.len().min(at + LIST)];
    let close = memchr::memchr2(b')', b'(', window).filter(|&close| window[close] == b')')?;
    let behind = blanks(text, at + close + 1);
    let word = text.get(behind..behind + 6)?;
    let open = blanks(text, behind + 6);
    (word.eq_ignore_ascii_case(b"values") && text.get(open) == Some(&b'(')).then_some(open)
}

fn blanks(text: &[u8], at: usize) -> usize {
    let mut at = at;
    while text.get(at).is_some_and(|byte| byte.is_ascii_whitespace()) || text[at.min(text.len())..].starts_with(b"\\n")
    {
        at += 1 + usize::from(text[at] == b'\\');
    }
    at
}

/// The key is a column's name: its value in each row is judged.
pub(super) fn rows(found: &mut Found, class: KeyClass, key: &Key) {
    let text = found.text;
    let Some(mut row) = values(text, behind_quote(text, key.end)) else { return };
    let lead = &text[key.start.saturating_sub(LIST)..key.start];
    let Some(open) = lead.iter().rposition(|&byte| byte == b'(') else { return };
    let column = lead[open..].iter().filter(|&&byte| byte == b',').count();
    // A line with a thousand such columns must not be walked a thousand times.
    while found.walked.rows < 4 * text.len() {
        let Some(end) = cells(found, class, row, column) else { return };
        found.walked.rows += end - row;
        let comma = blanks(text, end);
        row = blanks(text, comma + 1);
        if text.get(comma) != Some(&b',') || text.get(row) != Some(&b'(') {
            return;
        }
    }
}

/// Judges the cell of a row that opens at `open`; the offset behind the row.
fn cells(found: &mut Found, class: KeyClass, open: usize, column: usize) -> Option<usize> {
    let text = found.text;
    let (mut at, mut count) = (open + 1, 0);
    loop {
        at = blanks(text, at);
        let quoted = value::quoted_at(text, at);
        let (start, end, carrier) = match quoted {
            Some(value) => (value.start, value.end, Carrier::Quoted),
            None => (at, bare_end(text, at)?, Carrier::Bare),
        };
        // `crypt('x', gen_salt('bf'))`: what is quoted first in a call.
        let call = text[start..end].iter().position(|&byte| byte == b'(').filter(|_| quoted.is_none());
        match call.and_then(|paren| value::quoted_at(text, start + paren + 1)) {
            Some(inner) if count == column => keyed::judge(found, class, inner.start, inner.end, Carrier::Quoted),
            _ if count == column => keyed::judge(found, class, start, end, carrier),
            _ => false,
        };
        count += 1;
        let slashes = text[end..].iter().take(16).take_while(|&&byte| byte == b'\\').count();
        at = blanks(text, end + if quoted.is_some() { slashes + 1 } else { 0 });
        match text.get(at)? {
            b',' => at += 1,
            b')' => return Some(at + 1),
            _ => return None,
        }
    }
}

/// The end of what is not quoted: a number, `NULL`, a call.
fn bare_end(text: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0;
    for (len, &byte) in text[at..].iter().enumerate().take(LIST) {
        match byte {
            b'(' => depth += 1,
            b')' | b',' if depth == 0 => return Some(at + text[at..at + len].trim_ascii_end().len()),
            b')' => depth -= 1,
            b'\n' => return None,
            _ => {}
        }
    }
    None
}
