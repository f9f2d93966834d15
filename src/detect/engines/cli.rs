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
            if value::is_placeholder(judged) || text[value.start] == b'<' && paired {
                continue;
            }
            let end = if value.quote == 0 { word_end(text, value.end) } else { value.end };
            let start = if paired {
                let Some(colon) = memchr::memchr(b':', judged) else { continue };
                // `-u key:`, as a service that takes its key for a name has it.
                if colon + 1 == judged.len() && value::is_tokenish(&judged[..colon], 10) {
                    found.add(value.start, value.start + colon, c::CLI_SECRET, Action::Hide);
                    continue;
                }
                value.start + colon + 1
            } else {
                value.start
            };
            let value = value::Value { end, ..value };
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

/// Where a command's bare argument ends that was cut at `end` by a sign that parts other things: `x&y`.
fn word_end(text: &[u8], end: usize) -> usize {
    if !matches!(text.get(end), Some(b'&' | b',' | b';' | b'|')) {
        return end;
    }
    let rest = &text[end..text.len().min(end + 64)];
    let len = rest.iter().take_while(|&&byte| byte > b' ' && !matches!(byte, b'"' | b'\'' | b'`' | b'\\')).count();
    // A sign that a blank follows ends the command or the sentence.
    if len > 1 { end + len } else { end }
}

/// A command's arguments, one by one, as a list of them is logged: `["curl","-u","user:password"]`.
#[derive(Debug, Clone, Copy)]
pub struct Arguments {
    command: Command,
    /// The last one was an option whose value stands by itself.
    awaits: bool,
    /// Arguments that are no options, where their place counts.
    places: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Command {
    /// `-u user:password`.
    Curl,
    /// `-ppassword` of one piece.
    Mysql,
    /// `-p password`, or of one piece.
    Sshpass,
    /// `-a password`.
    Redis,
    /// `-b file user password`.
    Htpasswd,
    /// `-w password`.
    Ldapsearch,
    /// `-P password`.
    Sqlcmd,
    /// `user/password@database`.
    Sqlplus,
}

impl Arguments {
    /// Behind the command's name, which may have a path before it.
    pub fn behind(name: &[u8]) -> Option<Arguments> {
        let name = name.rsplit(|&byte| matches!(byte, b'/' | b'\\')).next().unwrap_or(name).to_ascii_lowercase();
        let command = match name.strip_suffix(b".exe").unwrap_or(&name) {
            b"curl" => Command::Curl,
            b"mysql" | b"mysqldump" | b"mysqladmin" | b"mysqlimport" | b"mysqlcheck" | b"mysqlsh" => Command::Mysql,
            b"sshpass" | b"psexec" | b"psexec64" => Command::Sshpass,
            b"redis-cli" => Command::Redis,
            b"htpasswd" => Command::Htpasswd,
            b"ldapsearch" => Command::Ldapsearch,
            b"sqlcmd" => Command::Sqlcmd,
            b"sqlplus" => Command::Sqlplus,
            _ => return None,
        };
        Some(Arguments { command, awaits: false, places: None })
    }

    /// Where in the next argument a password stands.
    pub fn next(&mut self, argument: &[u8]) -> Option<(usize, usize)> {
        let whole = (0, argument.len());
        let secret = |range: (usize, usize)| {
            let text = &argument[range.0..range.1];
            (!value::is_placeholder(text) && !value::is_masked(text)).then_some(range)
        };
        let pair = |from: usize| {
            let colon = from + memchr::memchr(b':', &argument[from..])?;
            secret((colon + 1, argument.len()))
        };
        if std::mem::take(&mut self.awaits) && !argument.starts_with(b"-") {
            return if self.command == Command::Curl { pair(0) } else { secret(whole) };
        }
        match (self.command, argument) {
            (Command::Curl, b"-u" | b"-U" | b"--user" | b"--proxy-user")
            | (Command::Sshpass, b"-p")
            | (Command::Ldapsearch, b"-w")
            | (Command::Sqlcmd, b"-P")
            | (Command::Redis, b"-a") => self.awaits = true,
            (Command::Sqlplus, [first, ..]) if !matches!(first, b'-' | b'@') => {
                let slash = 1 + memchr::memchr(b'/', argument)?;
                let end = memchr::memrchr(b'@', &argument[slash..]).map_or(argument.len(), |at| slash + at);
                return (slash < end).then(|| secret((slash, end))).flatten();
            }
            (Command::Curl, [b'-', b'u' | b'U', ..]) => return pair(2),
            (Command::Mysql | Command::Sshpass, [b'-', b'p', ..]) => return secret((2, argument.len())),
            (Command::Htpasswd, [b'-', flags @ ..]) if flags.contains(&b'b') && flags[0] != b'-' => {
                self.places = Some(0);
            }
            (Command::Htpasswd, [first, ..]) if *first != b'-' => {
                if let Some(places) = &mut self.places {
                    *places += 1;
                    return if *places == 3 { secret(whole) } else { None };
                }
            }
            _ => {}
        }
        None
    }
}

/// Looks behind the name of a command, which stands at `start..end`, argument by argument: `redis-cli -a password`.
pub fn find_arguments(found: &mut Found, start: usize, end: usize) {
    let text = found.text;
    let Some(mut arguments) = Arguments::behind(&text[start..end]) else { return };
    let limit = text.len().min(end + REACH);
    let mut at = end;
    while at < limit && text[at] == b' ' {
        at += text[at..limit].iter().take_while(|&&byte| byte == b' ').count();
        let Some(argument) = value::value_at(text, at, false) else { return };
        if matches!(text[argument.start], b'|' | b';' | b'&' | b'>') {
            return;
        }
        // The next command has a look of its own.
        if Arguments::behind(&text[argument.start..argument.end]).is_some() {
            return;
        }
        if let Some((from, to)) = arguments.next(&text[argument.start..argument.end]) {
            found.add(argument.start + from, argument.start + to, c::CLI_SECRET, Action::Hide);
        }
        at = argument.end + usize::from(argument.quote != 0);
    }
}

/// Whether arguments follow the name of a command that ends at `end`, in a text or in a list.
pub fn has_arguments(text: &[u8], end: usize) -> bool {
    match text.get(end) {
        Some(b' ') => text[end..].starts_with(b" -") || text[..end].ends_with(b"sqlplus"),
        // `"mysql","-p…"`
        Some(b'"' | b'\\') => true,
        _ => false,
    }
}
