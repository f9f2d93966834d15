//! Texts that stand where a secret would without being one: variables, words about it, files, patterns.

use super::super::keys::{self, KeyClass};

/// Words that say something about a secret instead of being one.
const STATUS: &[&[u8]] = &[
    // Behind the name of a package: `python3-jwt:amd64`.
    b"amd64",
    b"arm64",
    b"armhf",
    b"i386",
    b"riscv64",
    b"required",
    b"missing",
    b"invalid",
    b"incorrect",
    b"expired",
    b"wrong",
    b"empty",
    b"none",
    b"null",
    b"nil",
    b"undefined",
    b"true",
    b"false",
    b"yes",
    b"no",
    b"not",
    b"changed",
    b"reset",
    b"updated",
    b"set",
    b"unset",
    b"is",
    b"was",
    b"are",
    b"must",
    b"should",
    b"cannot",
    b"can",
    b"has",
    b"have",
    b"will",
    b"too",
    b"ok",
    b"failed",
    b"failure",
    b"error",
    b"mismatch",
    b"denied",
    b"rejected",
    b"accepted",
    b"success",
    b"successful",
    b"succeeded",
    b"valid",
    b"verified",
    b"revoked",
    b"unknown",
    b"optional",
    b"hidden",
    b"redacted",
    b"masked",
    b"removed",
    b"filtered",
    b"encrypted",
    b"disabled",
    b"enabled",
    b"string",
    b"string!",
    b"str",
    b"rotated",
    b"refreshed",
    b"created",
    b"deleted",
    b"found",
    b"changeme",
    b"n/a",
    b"na",
    b"protected",
    b"provided",
    b"present",
    b"absent",
    b"confirmed",
    b"and",
    b"or",
    b"for",
    b"from",
    b"of",
    b"the",
    b"in",
    b"on",
    b"to",
    b"with",
    b"by",
    b"at",
    b"as",
    b"if",
    b"please",
    b"your",
    b"expires",
    b"mandatory",
    b"undefined,",
    b"default",
    b"void",
    b"omitted",
    b"unchanged",
    b"stored",
    b"loaded",
    b"ready",
    b"pending",
    b"issued",
    b"active",
    b"inactive",
    b"locked",
    b"checked",
    b"hashed",
    b"incorrecta",
    b"incorrecto",
    b"incorrecte",
    b"invalida",
    b"requerida",
    b"requise",
    b"falsch",
    b"abgelaufen",
    b"fehlt",
    b"errada",
    b"bearer",
    b"basic",
    b"mounted",
    b"unmounted",
    b"configured",
    b"generated",
    b"available",
    b"unavailable",
    b"specified",
    b"unspecified",
    b"supplied",
    b"given",
    b"used",
    b"unused",
    b"saved",
    b"sent",
    b"received",
    b"synced",
    b"skipped",
    b"ignored",
    b"matched",
    b"matches",
    b"added",
    b"likewise",
    b"ditto",
    b"new",
];

/// Whether the text stands for a value without being one: empty, masked, a variable, a status word.
pub fn is_placeholder(value: &[u8]) -> bool {
    let value = value.trim_ascii();
    let Some((&first, &last)) = value.first().zip(value.last()) else { return true };
    if is_status(value) || names_file(value) || is_pattern(value) || is_object(value) || names_algorithm(value) {
        return true;
    }
    if value.iter().all(|&byte| matches!(byte, b'*' | b'#' | b'.' | b'-' | b'_' | b'?' | b'=' | b'+' | b'/' | b' '))
        || value.len() > 2 && value.iter().all(|byte| matches!(byte, b'x' | b'X'))
    {
        return true;
    }
    let name = |bytes: &[u8]| {
        !bytes.is_empty()
            && bytes.iter().all(|byte| {
                byte.is_ascii_alphanumeric()
                    || matches!(
                        byte,
                        b'_' | b'.'
                            | b'-'
                            | b' '
                            | b':'
                            | b'/'
                            | b'('
                            | b')'
                            | b'\''
                            | b'"'
                            | b'|'
                            | b'['
                            | b']'
                            | b'@'
                            | b','
                            | b'&'
                            | b';'
                            | b'#'
                            | b'$'
                            | b'%'
                            | b'='
                    )
            })
    };
    match (first, last) {
        (b'$', b'}') if value.starts_with(b"${") || value.starts_with(b"$({") => true,
        (b'$', b')') if value.starts_with(b"$(") => true,
        (b'{', b'}') if value.starts_with(b"{{") && value.ends_with(b"}}") => true,
        (b'{', b'}') if value.len() < 200 && is_rule(&value[1..value.len() - 1]) => true,
        (b'{' | b'<', b'}' | b'>') if is_drawn(&value[1..value.len() - 1]) => false,
        (b'{', b'}') => {
            value.len() < 40
                && value[1..value.len() - 1]
                    .iter()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b' '))
        }
        (b'(', b')') if is_status(&value[1..value.len() - 1]) => true,
        (b'(', b')') => {
            value.len() < 60
                && value.contains(&b' ')
                && value[1..value.len() - 1].iter().all(|byte| byte.is_ascii_lowercase() || *byte == b' ')
        }
        (b'%', _) if value.starts_with(b"%(") => true,
        (b'X', _) if value.len() == 1 => true,
        // A tag that goes on, a borrowed type.
        (b'<', _) if value.len() > 2 && value[1..].iter().all(u8::is_ascii_lowercase) => true,
        (b'&', _) if value == b"&str" => true,
        // A bind parameter: `:password`.
        (b':', _) => value.len() > 2 && value[1..].iter().all(|byte| byte.is_ascii_lowercase() || *byte == b'_'),
        (b'Y' | b'y', _) if is_yours(value) => true,
        (b'$', _) if value.len() <= 3 && value.len() > 1 && value[1..].iter().all(u8::is_ascii_digit) => true,
        (b'#', b'}') if value.starts_with(b"#{") => true,
        (b'<', b'>') => value.len() < 80 && name(value[1..value.len() - 1].trim_ascii()) || value.starts_with(b"<%"),
        (b'%', b'%') if value.len() > 2 => {
            value[1..value.len() - 1].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        }
        (b'%', _) if value.len() == 2 => true,
        (b'[', b']') => {
            value.len() < 60
                && value[1..value.len() - 1]
                    .iter()
                    .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'_' | b'-' | b'*'))
        }
        (b'$', _) if value.len() > 1 => {
            let rest = &value[1..];
            let plain =
                rest.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_') && !rest[0].is_ascii_digit();
            plain && (rest.contains(&b'_') || !rest.iter().any(u8::is_ascii_digit))
        }
        _ => [
            &b"env."[..],
            b"process.env",
            b"os.environ",
            b"os.getenv",
            b"getenv(",
            b"System.getenv",
            b"ENV[",
            b"secrets.",
            b"vault:",
            b"!Ref",
            b"&lt;",
        ]
        .iter()
        .any(|start| value.starts_with(start)),
    }
}

/// Whether the inside of brackets is one word with digits in its middle, as passwords are and names are not, but for
/// those of formats and services: `hunter22x`, not `base64string`, `token1`.
fn is_drawn(inside: &[u8]) -> bool {
    const NUMBERED: &[&[u8]] = &[
        b"base64", b"b64", b"oauth", b"oidc", b"s3", b"ec2", b"md5", b"sha", b"x509", b"p12", b"v1", b"v2", b"v3",
        b"v4", b"utf", b"i18n", b"l10n", b"k8s", b"ipv4", b"ipv6", b"http2", b"db2", b"aes", b"rs256", b"pbkdf2",
        b"web3", b"pass", b"pw", b"key", b"token", b"secret", b"name", b"user", b"value", b"string", b"char", b"hex",
        b"digit", b"uuid", b"id",
    ];
    let lower = inside.to_ascii_lowercase();
    inside.len() >= 8
        && inside.iter().all(u8::is_ascii_alphanumeric)
        && inside[0].is_ascii_alphabetic()
        && lower.windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1].is_ascii_alphabetic())
        && !NUMBERED.iter().any(|word| memchr::memmem::find(&lower, word).is_some())
}

/// `YOUR_API_KEY`, `your-token-here`: what a manual's reader puts something in place of.
fn is_yours(value: &[u8]) -> bool {
    value.len() > 6
        && value[..4].eq_ignore_ascii_case(b"your")
        && matches!(value[4], b'_' | b'-' | b' ' | b'.')
        && value.iter().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-' | b' ' | b'.'))
}

/// Whether the text is one of the words that speak about a secret, a sentence's sign behind it aside.
fn is_status(value: &[u8]) -> bool {
    let word = value.strip_suffix(b".").or(value.strip_suffix(b",")).or(value.strip_suffix(b":")).unwrap_or(value);
    word.len() <= 12 && STATUS.contains(&word.to_ascii_lowercase().as_slice())
}

/// Whether an object's inside only says what a value must be: `required: true, type: 'string'`.
fn is_rule(inside: &[u8]) -> bool {
    inside.split(|&byte| byte == b',').all(|pair| {
        let Some(at) = memchr::memchr2(b':', b'=', pair) else { return false };
        let said = pair[at + 1..].trim_ascii();
        let name = pair[..at].trim_ascii();
        let name = name.strip_prefix(b"\"").and_then(|name| name.strip_suffix(b"\"")).unwrap_or(name);
        // `{"password": 12}` is what it is, and so is `{"a": 12}`.
        if keys::classify(name) == KeyClass::Secret || !is_rule_name(name) {
            return false;
        }
        if said.iter().any(|byte| matches!(byte, b' ' | b'{')) {
            return false;
        }
        let word = match said {
            [b'"' | b'\'', word @ .., b'"' | b'\''] => word,
            _ => said,
        };
        is_status(word) || word.len() < 4 && word.iter().all(u8::is_ascii_digit) || super::assign::is_builtin_type(word)
    })
}

/// Whether a name is one of those by which forms and schemas say what a value must be.
fn is_rule_name(name: &[u8]) -> bool {
    const NAMES: &[&[u8]] = &[
        b"required",
        b"type",
        b"min",
        b"max",
        b"minlength",
        b"maxlength",
        b"length",
        b"min_length",
        b"max_length",
        b"format",
        b"pattern",
        b"optional",
        b"nullable",
        b"default",
        b"unique",
        b"trim",
        b"select",
        b"allownull",
        b"writeonly",
        b"readonly",
        b"sensitive",
        b"hidden",
        b"null",
        b"blank",
        b"valid",
        b"message",
        b"presence",
        b"minimum",
        b"maximum",
        b"size",
        b"exists",
        b"enabled",
        b"visible",
        b"disabled",
        b"set",
        b"present",
        b"empty",
    ];
    name.len() <= 12 && NAMES.contains(&name.to_ascii_lowercase().as_slice())
}

/// Whether the text is a file's path: what a secret is read from. Its first folder is one that systems have, or its
/// last name ends as a file of keys does.
fn names_file(value: &[u8]) -> bool {
    const FOLDERS: &[&[u8]] = &[
        b"etc", b"var", b"run", b"home", b"usr", b"opt", b"tmp", b"mnt", b"root", b"srv", b"secrets", b"app", b"data",
        b"dev", b"proc", b"sys", b"Users", b"vault", b"config", b"certs", b"keys", b"path", b"private", b"lib", b"..",
        b".", b"~",
    ];
    const ENDINGS: &[&[u8]] = &[
        b".pem", b".key", b".crt", b".cer", b".p12", b".pfx", b".jks", b".pub", b".json", b".yaml", b".yml", b".txt",
        b".keytab", b".gpg", b".asc", b".env", b".conf", b".ini", b".kdbx", b".der",
    ];
    if value.len() < 4 || !value.iter().any(|byte| matches!(byte, b'.' | b'/' | b'\\')) {
        return false;
    }
    let value = value.strip_prefix(b"file://").unwrap_or(value);
    // What is left of a path in which a token was masked.
    let value = match value.strip_prefix(b"********") {
        Some(rest) if rest.starts_with(b"/") => rest,
        _ => value,
    };
    let value = match value {
        [drive, b':', b'\\' | b'/', rest @ ..] if drive.is_ascii_alphabetic() => return is_path(rest),
        _ => value,
    };
    let rooted =
        value.starts_with(b"/") || value.starts_with(b"./") || value.starts_with(b"../") || value.starts_with(b"~/");
    let mut names = value.split(|&byte| byte == b'/').filter(|name| !name.is_empty());
    let first = names.next().unwrap_or(b"");
    let folder = rooted && names.next().is_some() && FOLDERS.contains(&first);
    (folder || value.len() > 5 && ENDINGS.iter().any(|ending| value.ends_with(ending))) && is_path(value)
}

fn is_path(value: &[u8]) -> bool {
    value.len() < 200
        && value.iter().all(|byte| {
            byte.is_ascii_alphanumeric()
                || matches!(byte, b'/' | b'\\' | b'.' | b'_' | b'-' | b'~' | b' ' | b'$' | b'{' | b'}')
        })
}

/// Whether the text is an object as Java prints one that has no print of its own, its class and a hash:
/// `android.os.BinderProxy@2bd79ce`, `Token{a64f992`.
fn is_object(value: &[u8]) -> bool {
    let Some(cut) = value.iter().position(|byte| matches!(byte, b'@' | b'{')) else { return false };
    let (class, hash) = (&value[..cut], value[cut + 1..].trim_ascii_end());
    let hash = &hash[..hash.len() - hash.iter().rev().take_while(|&&byte| matches!(byte, b'}' | b')' | b']')).count()];
    let mut names = class.rsplit(|byte| matches!(byte, b'.' | b'$'));
    let named = names.next().is_some_and(|last| last.first().is_some_and(u8::is_ascii_uppercase));
    let packaged = class.contains(&b'.') && class[0].is_ascii_lowercase() && names.all(|name| !name.is_empty());
    (4..=8).contains(&hash.len())
        && hash.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && class.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'$' | b'_'))
        && (value[cut] == b'@' && packaged && (named || class.contains(&b'$')) || value[cut] == b'{' && named)
}

/// Whether the text is the name of a public key's algorithm: `ssh-ed25519`. What follows it is public.
fn names_algorithm(value: &[u8]) -> bool {
    const NAMES: &[&[u8]] = &[
        b"ssh-rsa",
        b"ssh-dss",
        b"ssh-ed25519",
        b"ecdsa-sha2-nistp256",
        b"ecdsa-sha2-nistp384",
        b"ecdsa-sha2-nistp521",
        b"rsa-sha2-256",
        b"rsa-sha2-512",
        b"sk-ssh-ed25519@openssh.com",
        b"sk-ecdsa-sha2-nistp256@openssh.com",
    ];
    value.len() < 36 && NAMES.iter().any(|name| value.strip_prefix(*name).is_some_and(|rest| !rest.contains(&b' ')))
}

/// Whether the text is a regular expression: what a secret is recognised by.
fn is_pattern(value: &[u8]) -> bool {
    if !value.iter().any(|byte| matches!(byte, b'[' | b'*' | b'(' | b')' | b'\\')) {
        return false;
    }
    [&b"[^"[..], b".*", b".+)", b"(?:", b"[a-z", b"[A-Z", b"[0-9", b"\\S+", b"\\w+", b"\\d+"]
        .iter()
        .any(|sign| memchr::memmem::find(value, sign).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_no_values() {
        for text in [
            "",
            "********",
            "null",
            "${DB_PASS}",
            "{{ pass }}",
            "<password>",
            "$DB_PASSWORD",
            "%PASS%",
            "required",
            "xxxx",
            "[FILTERED]",
            "#{password}",
            "$(cat x)",
            "(null)",
            "Required.",
            "/run/secrets/db_password",
            "C:\\keys\\server.key",
            "certs/server.pem",
            "********/rules/server.yml",
            "[^&]+",
        ] {
            assert!(is_placeholder(text.as_bytes()), "{text}");
        }
        for text in ["hunter2", "$ecret123", "p***word", "a", "summer", "<a>b", "/4Kx9+a/b2", "(hunter2)", "a.b"] {
            assert!(!is_placeholder(text.as_bytes()), "{text}");
        }
    }
}
