//! Short options of commands that take a password: `curl -u user:password`, `mysql -ppassword`.

use super::super::Action;
use super::super::catalogue as c;
use super::super::finder::Found;
use super::value;

/// How far behind the command an option may stand.
const REACH: usize = 400;

/// `docker login -p x`, `vault login s.x`: looks behind `login`, which begins at `start`.
pub fn find_login(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    if !text[..start].ends_with(b"vault ") {
        return find(found, end, false);
    }
    if let Some(value) =
        value::value_at(text, end + 1, false).filter(|value| value::is_tokenish(&text[value.start..value.end], 16))
        && !value::is_masked(&text[value.start..value.end])
    {
        found.add(value.start, value.end, c::CLI_SECRET, Action::Hide);
    }
}

/// Looks behind a command's name that ends at `end`. `paired`: its option is `-u user:password`, else `-p password`.
pub fn find(found: &mut Found, end: usize, paired: bool) {
    let text = found.text;
    let limit = text.len().min(end + REACH);
    // The next command of the name has a look of its own.
    let limit = memchr::memmem::find(&text[end..limit], b"curl -").map_or(limit, |next| end + next);
    // A backslash before the newline lets the command go on.
    let limit = memchr::memchr_iter(b'\n', &text[end..limit])
        .find(|&at| at == 0 || text[end + at - 1] != b'\\')
        .map_or(limit, |at| end + at);
    let options: &[&[u8]] =
        if paired { &[b" -u", b"\n-u", b" --user ", b" --user=", b" -U", b" --proxy-user "] } else { &[b" -p"] };
    for option in options {
        for at in memchr::memmem::find_iter(&text[end..limit], option) {
            let mut from = end + at + option.len();
            if text.get(from) == Some(&b' ') {
                from += 1;
            } else if option.len() == 3
                && text.get(from).is_some_and(|byte| {
                    *byte == b'-'
                        || !paired
                            && byte.is_ascii_lowercase()
                            && !text[..end].to_ascii_lowercase().ends_with(b"mysql")
                            && !text[..end].to_ascii_lowercase().ends_with(b"mysqldump")
                })
            {
                continue;
            }
            if text.get(from) == Some(&b'-') {
                continue;
            }
            let Some(value) = value::value_at(text, from, false) else { continue };
            let judged = &text[value.start..value.end];
            let start = if paired {
                let Some(colon) = memchr::memchr(b':', judged) else { continue };
                value.start + colon + 1
            } else {
                value.start
            };
            let judged = &text[start..value.end];
            if !value::is_placeholder(judged)
                && !value::is_masked(judged)
                && (paired || judged.len() >= 6 || !judged.iter().all(u8::is_ascii_digit))
            {
                found.add(start, value.end, c::CLI_SECRET, Action::Hide);
            }
        }
    }
}
