//! A program's text behind a key: types, calls, names of other things. What a program holds as a secret is a literal
//! in quotes, so that a bare expression is none.

use super::super::super::keys::{self, KeyClass};
use super::super::value::{self, Value};
use super::key::{Key, Separator, spaces};

/// How far a line is read back for the word that it begins with.
const REACH: usize = 160;
/// How far an expression is read.
const LENGTH: usize = 400;

/// What is bare behind a key.
pub(super) struct Expression<'a> {
    text: &'a [u8],
    value: Value,
    /// The value without the signs that end a statement or an argument.
    word: &'a [u8],
    /// Blanks stand around the separator, or behind a colon.
    spaced: bool,
    /// The separator is no colon.
    assigned: bool,
    /// A quote ends the key, as in JSON.
    quoted: bool,
    /// The key is a password's, and no token's.
    password: bool,
    /// The line begins as a declaration.
    declared: bool,
    /// Nothing but blanks stands before the key.
    indented: bool,
    class: KeyClass,
}

/// Whether the bare `value` behind the key is code.
pub(super) fn is_code(text: &[u8], key: &Key, kind: Separator, value: &Value, class: KeyClass) -> bool {
    if value.quote != 0 || value.start >= value.end || matches!(kind, Separator::Encoded | Separator::Tag) {
        return false;
    }
    let word = &text[value.start..value.end];
    let end = word.iter().rposition(|byte| !matches!(byte, b',' | b';' | b')' | b'?')).map_or(0, |last| last + 1);
    let blank = text[value.start - 1] == b' ';
    let sign = text[key.end..value.start].trim_ascii_end();
    let spaced = blank && (kind == Separator::Colon || sign.iter().rposition(|&byte| byte == b' ').is_some());
    // `fn f(password) -> Status`
    if text.get(key.end) == Some(&b')') && sign.ends_with(b"->") {
        return true;
    }
    let lead = &text[line_start(text, key.start)..key.start];
    let expression = Expression {
        text,
        value: *value,
        word: &word[..end],
        spaced,
        assigned: kind == Separator::Equal,
        quoted: matches!(text[key.end], b'"' | b'\'' | b'\\'),
        password: class == KeyClass::Secret || ends_alike(&text[key.start..key.end], b"pass"),
        declared: declares(lead),
        indented: !lead.is_empty() && lead.iter().all(|&byte| byte == b' '),
        class,
    };
    expression.is_call()
        || expression.is_type()
        || expression.is_number()
        || expression.is_name(&text[key.start..key.end])
        || expression.is_operation()
        || expression.is_group()
}

/// The start of the line around `at`, or as far back as it is read.
fn line_start(text: &[u8], at: usize) -> usize {
    let from = at.saturating_sub(REACH);
    text[from..at].iter().rposition(|&byte| byte == b'\n').map_or(from, |found| from + found + 1)
}

/// Whether a line begins with a word by which programs declare things.
fn declares(lead: &[u8]) -> bool {
    const WORDS: &[&[u8]] = &[
        b"pub",
        b"fn",
        b"let",
        b"const",
        b"def",
        b"func",
        b"var",
        b"val",
        b"typedef",
        b"extern",
        b"async",
        b"pub(crate)",
    ];
    let lead = lead.trim_ascii_start();
    let lead = lead.strip_prefix(b"//").unwrap_or(lead);
    let lead = lead.strip_prefix(b"/").or(lead.strip_prefix(b"!")).unwrap_or(lead).trim_ascii_start();
    let first = lead.iter().take_while(|&&byte| byte != b' ').count();
    let last = lead.trim_ascii_end().rsplit(|&byte| byte == b' ').next().unwrap_or(b"");
    first < lead.len() && (WORDS.contains(&&lead[..first]) || matches!(last, b"let" | b"mut" | b"const"))
}

/// The length of a path of names at the start of `text`, and of how many names: `a`, `a.b`, `a::b`, `a->b`.
fn path(text: &[u8]) -> (usize, usize) {
    let (mut len, mut names) = (0, 0);
    loop {
        let name = text[len..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        if name == 0 || text[len].is_ascii_digit() {
            return (len, names);
        }
        len += name;
        names += 1;
        len += match &text[len..] {
            [b':', b':', ..] | [b'-', b'>', ..] | [b'?', b'.', ..] => 2,
            [b'.', next, ..] if next.is_ascii_alphabetic() || *next == b'_' => 1,
            _ => return (len, names),
        };
    }
}

/// Names of the types that languages have of their own.
pub(in super::super) fn is_builtin_type(word: &[u8]) -> bool {
    const TYPES: &[&[u8]] = &[
        b"string",
        b"String",
        b"str",
        b"&str",
        b"bool",
        b"boolean",
        b"int",
        b"integer",
        b"float",
        b"double",
        b"number",
        b"char",
        b"byte",
        b"bytes",
        b"any",
        b"object",
        b"Object",
        b"usize",
        b"isize",
        b"u8",
        b"u16",
        b"u32",
        b"u64",
        b"u128",
        b"i8",
        b"i16",
        b"i32",
        b"i64",
        b"i128",
        b"f32",
        b"f64",
        b"int32",
        b"int64",
        b"uint",
        b"uint8",
        b"uint32",
        b"uint64",
        b"c_int",
        b"c_uint",
        b"c_ulong",
        b"c_long",
        b"c_char",
        b"size_t",
        b"unsigned",
        b"bigint",
        b"symbol",
        b"Self",
        b"self",
        b"this",
        b"Boolean",
        b"Integer",
        b"Number",
        b"varchar",
        b"string|null",
    ];
    let word = word.strip_prefix(b"[]").or(word.strip_prefix(b"*")).unwrap_or(word);
    let word = word.strip_suffix(b"[]").or(word.strip_suffix(b"?")).or(word.strip_suffix(b"*")).unwrap_or(word);
    TYPES.contains(&word)
}

impl Expression<'_> {
    /// What stands behind the first `len` bytes of the value, to the line's end.
    fn behind(&self, len: usize) -> &[u8] {
        let from = self.value.start + len;
        let rest = &self.text[from..self.text.len().min(from + LENGTH)];
        &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())]
    }

    fn digits(&self) -> usize {
        self.word.iter().filter(|byte| byte.is_ascii_digit()).count()
    }

    /// `read()`, `a.b(c, d`, `list[0]`, `ident!(…)`.
    fn is_call(&self) -> bool {
        let (len, names) = path(self.behind(0));
        let behind = self.behind(len);
        let behind = behind.strip_prefix(b"!").unwrap_or(behind);
        let (close, open) = match behind.first() {
            Some(b'(') => (b')', b'('),
            Some(b'[') => (b']', b'['),
            _ => return false,
        };
        if len < 3 {
            return false;
        }
        let mut depth = 0;
        let end = behind.iter().position(|&byte| {
            depth += i32::from(byte == open) - i32::from(byte == close);
            depth == 0
        });
        let Some(end) = end else {
            // Goes on behind the line's end, or behind what is read of it.
            let rest = behind[1..].trim_ascii();
            return rest.is_empty() || rest.contains(&b' ') || rest.ends_with(b",");
        };
        // `pass(word)1` goes on as no call does.
        let next = behind.get(end + 1).copied().unwrap_or(b' ');
        if next.is_ascii_alphanumeric() || b"!@#$^&*_-".contains(&next) {
            return false;
        }
        let inside = behind[1..end].trim_ascii();
        let macros = open == b'[' && self.behind(len).starts_with(b"!");
        if macros || inside.is_empty() || inside.iter().any(|byte| b" ,([&*".contains(byte)) {
            return true;
        }
        // `Some(hunter2)`, `Optional[hunter2]` print a value.
        let wraps = names == 1 && self.word[0].is_ascii_uppercase();
        let (inner, inner_names) = path(inside);
        if !wraps && open == b'[' {
            return inside
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.' | b'-' | b'+'));
        }
        let number = inside.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'-'));
        match wraps {
            true => {
                let typed = open == b'[' && has_hump(inside) && !inside.iter().any(u8::is_ascii_digit);
                let named = typed || inside.contains(&b'_') && keys::classify(inside) != KeyClass::None;
                inner == inside.len() && (inner_names > 1 || named || is_builtin_type(inside)) || open == b'(' && number
            }
            false => inner == inside.len() || number || matches!(inside[0], b'"' | b'\''),
        }
    }

    /// `Option<String>`, `a::B`, `*mut T`, `[u8; 32]`, `&'a str`, `string`, `T = …`.
    fn is_type(&self) -> bool {
        let whole = self.behind(0);
        if is_builtin_type(self.word)
            || [&b"*mut "[..], b"*const ", b"&mut ", b"&'static ", b"&'a ", b"unsafe ", b"impl ", b"dyn "]
                .iter()
                .any(|start| whole.starts_with(start))
        {
            return true;
        }
        if let Some(array) = self.word.strip_prefix(b"[") {
            let (len, names) = path(array);
            return names > 0
                && (array[len..].starts_with(b"; ") || array[len..] == *b"]" && is_builtin_type(&array[..len]));
        }
        if let Some(borrowed) = self.word.strip_prefix(b"&") {
            let (len, names) = path(borrowed);
            return self.spaced && names > 0 && len == borrowed.len() && self.digits() == 0;
        }
        let (len, names) = path(whole);
        let behind = &whole[len..];
        if names > 1 && memchr::memmem::find(&whole[..len], b"::").is_some() && len >= self.word.len() {
            return true;
        }
        if behind.first() == Some(&b'<') {
            let (inner, _) = path(&behind[1..]);
            let next = behind.get(1).copied().unwrap_or(0);
            return matches!(next, b'&' | b'\'' | b'[' | b'(' | b'_')
                || next.is_ascii_uppercase() && !is_tag(&behind[1..])
                || is_builtin_type(&behind[1..1 + inner])
                || behind[1..].starts_with(b"dyn ")
                || behind[1..].starts_with(b"unsafe ");
        }
        // `KIND: Type = …`
        self.spaced
            && names > 0
            && len == self.word.len()
            && behind.starts_with(b" = ")
            && self.text[..self.value.start].ends_with(b": ")
            && self.digits() < 4
    }

    /// A number that counts something: of two digits at the most, with a type's name, or in a list of constants.
    fn is_number(&self) -> bool {
        let word = self.word.strip_prefix(b"-").unwrap_or(self.word);
        let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || self.quoted {
            return false;
        }
        let typed =
            matches!(word[digits..], [b'i' | b'u', b'8' | b'1' | b'3' | b'6' | b's', ..]) && word.len() - digits <= 5;
        let hex = word.starts_with(b"0x") && word[2..].iter().all(u8::is_ascii_hexdigit);
        let listed = self.spaced && self.assigned && self.behind(self.word.len()).trim_ascii_end() == b",";
        digits == word.len() && digits < 3 || typed || (digits == word.len() || hex) && (listed || self.declared)
    }

    /// A name that programs give: of a declared thing, of a constant, of a field that is itself called a secret.
    fn is_name(&self, key: &[u8]) -> bool {
        let (len, names) = path(self.word);
        if len != self.word.len() || names == 0 {
            return false;
        }
        let word = self.word;
        let stop = self.text.get(self.value.start + word.len());
        let ends = matches!(stop, Some(b',' | b';' | b')'));
        if self.declared && (self.digits() == 0 || ends && self.digits() < 4) {
            return true;
        }
        if names > 1 {
            let last = word.iter().rposition(|&byte| matches!(byte, b'.' | b':' | b'>')).map_or(0, |at| at + 1);
            let named = !matches!(keys::classify(&word[last..]), KeyClass::None | KeyClass::Maybe);
            let owned =
                [&b"self."[..], b"this.", b"args.", b"cls.", b"super."].iter().any(|owner| word.starts_with(owner));
            // `module.innerName`
            let compound = word.contains(&b'_') || has_hump(word);
            let told = self.digits() == 0 && compound && (self.spaced || ends);
            return named || owned || told || self.digits() == 0 && self.spaced && !self.password;
        }
        let compound = word.contains(&b'_') || has_hump(word);
        let owned = key.starts_with(b"self.") || key.starts_with(b"this.");
        // `f(token=token)`; but passwords are called `password` too.
        let weak = matches!(word, b"password" | b"passwd" | b"pass" | b"secret");
        let itself = !weak && key.len() <= word.len() + 1 && ends_alike(key, word);
        if self.digits() == 0 && (owned || itself || self.is_member()) {
            return true;
        }
        // `DEFAULT_VALUE`
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        let constant = capitals > 4
            && capitals + self.digits() + word.iter().filter(|&&byte| byte == b'_').count() == word.len()
            && word[1..word.len() - 1].contains(&b'_')
            && self.digits() <= 3;
        let named = || !self.password || ends || keys::classify(word) != KeyClass::None;
        if constant && self.spaced && named() {
            return true;
        }
        self.spaced && self.is_kind(compound)
    }

    /// A name where a token could stand: `token: IDENTIFIER`, `sid: StateID`. A token of letters alone is long and has
    /// capitals all over.
    fn is_kind(&self, compound: bool) -> bool {
        let word = self.word;
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        let lower = word.iter().filter(|byte| byte.is_ascii_lowercase()).count();
        let drawn = capitals > 0 && lower > 0 && capitals * 100 > (capitals + lower) * 27 && word.len() >= 12;
        matches!(self.class, KeyClass::Doubtful | KeyClass::Maybe)
            && !self.password
            && self.digits() == 0
            && !drawn
            && word.len() < if compound { 40 } else { 20 }
    }

    /// `(a, b)`, `(a if b else c)`, or a bracket whose inside stands on the lines below.
    fn is_group(&self) -> bool {
        let Some(inside) = self.behind(0).strip_prefix(b"(").filter(|_| self.spaced) else { return false };
        let first =
            inside.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.')).count();
        let item = first > 0 && inside[first..].starts_with(b", ");
        inside.trim_ascii().is_empty()
            || item
            || path(inside).0 == first && first > 0 && inside[first..].starts_with(b" ")
    }

    /// A field of a structure, on a line of its own: `    password: LPSTR,`.
    fn is_member(&self) -> bool {
        self.indented && self.spaced && self.behind(self.word.len()).trim_ascii_end() == b","
    }

    /// `a + b`, `x << 2`: a name and an operator.
    fn is_operation(&self) -> bool {
        let (len, names) = path(self.word);
        let behind = self.behind(len);
        names > 0
            && self.spaced
            && len == self.word.len()
            && self.digits() == 0
            && [&b" + "[..], b" << ", b" >> ", b" || ", b" && ", b" ?? "].iter().any(|sign| behind.starts_with(sign))
    }
}

/// Whether a capital follows a small letter, as in `camelCase`.
fn has_hump(word: &[u8]) -> bool {
    word.windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase())
}

/// Whether the quote at `quote` closes a string in which the key stands: `ask("Password: ")`, `"token=" + x`.
pub(super) fn closes_string(text: &[u8], key: usize, quote: usize) -> bool {
    let lead = &text[line_start(text, key)..key];
    let inside = lead.iter().filter(|&&byte| byte == text[quote]).count() % 2 == 1;
    let behind = &text[quote + 1..];
    let joined = matches!(behind, [b' ', b'+' | b'%' | b'.', b' ', ..]);
    inside && (joined || matches!(behind, [] | [b')' | b',' | b';' | b'\n', ..]))
}

/// Whether what stands behind a `<` is a tag of HTML in capitals: `<BR>`, `<B>`.
fn is_tag(text: &[u8]) -> bool {
    let name = text.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    (1..=2).contains(&name) && text.get(name) == Some(&b'>') && text[0] != b'T'
}

/// Whether the key ends in the word's letters, `_` and capitals aside.
fn ends_alike(key: &[u8], word: &[u8]) -> bool {
    let letters =
        |text: &[u8]| -> Vec<u8> { text.iter().filter(|&&byte| byte != b'_').map(u8::to_ascii_lowercase).collect() };
    letters(key).ends_with(&letters(word))
}

/// Whether a literal only repeats its key's words: `CLIENT_SECRET = 'client_secret'` names a field.
pub(super) fn names_itself(key: &[u8], word: &[u8]) -> bool {
    path(word) == (word.len(), 1)
        && !word.iter().any(u8::is_ascii_digit)
        && word[1..].iter().any(|byte| *byte == b'_' || byte.is_ascii_uppercase())
        && word.iter().any(|byte| *byte == b'_' || byte.is_ascii_lowercase())
        && ends_alike(key, word)
}

/// Behind `Type = ` where a declaration gives its type first: `DB_PASS: &str = "x"`.
pub(super) fn behind_type(text: &[u8], at: usize) -> Option<usize> {
    let window = &text[at..text.len().min(at + 64)];
    let equal = memchr::memchr(b'=', window)?;
    let lead = window[..equal].trim_ascii_end();
    let sound = lead.iter().all(|byte| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'_' | b':' | b'&' | b'\'' | b'<' | b'>' | b'[' | b']' | b';' | b'*' | b'?' | b' ' | b'.')
    });
    let first = *lead.first()?;
    let typed = first.is_ascii_uppercase()
        || matches!(first, b'&' | b'*' | b'[')
        || is_builtin_type(&lead[..path(lead).0])
        || memchr::memmem::find(lead, b"::").is_some();
    // `Authorization: Digest username="x"`: a blank stands only behind what begins a type, or inside one.
    let one = !lead.contains(&b' ') || matches!(first, b'&' | b'*' | b'[') || lead.contains(&b'<');
    let place = spaces(text, at + equal + 1);
    (sound && typed && one && !window[equal..].starts_with(b"==") && value::quoted_at(text, place).is_some())
        .then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the value behind `password: ` or `token: ` in the line is code.
    fn code(line: &str) -> bool {
        let text = line.as_bytes();
        let key = if let Some(at) = line.find("password") { (at, at + 8) } else { (line.find("token").unwrap(), 0) };
        let key = Key { start: key.0, end: key.1.max(key.0 + 5), dashed: false };
        let class = keys::classify(&text[key.start..key.end]);
        let (kind, behind) = super::super::key::separator(text, key.end).unwrap();
        let value = value::value_at(text, behind, false).unwrap();
        is_code(text, &key, kind, &value, class)
    }

    #[test]
    fn fields_and_declarations_are_code() {
        for line in [
            "    password: LPSTR,",
            "let password = hunter;",
            "pub password: Secret,",
            "fn f(password: a::B)",
            "password: Foo = x",
            "token: [u8; 32]",
            "password = x + y",
            "token = Keyword",
        ] {
            assert!(code(line), "{line}");
        }
    }

    #[test]
    fn words_and_printed_values_are_not() {
        for line in [
            "password: Sunshine",
            "password: Sunshine,",
            "password = hunter",
            "password=MY_SECRET_PW",
            "token=abcdefgh",
            "token: kJHgfDsAqWeRtYuIoP",
            "password: 12345",
            "token: Some(a1b2)",
            "password=ab(c",
        ] {
            assert!(!code(line), "{line}");
        }
    }
}
