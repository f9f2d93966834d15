//! What a key says of its value: one normaliser that splits a key into words, and the lists of words.
//!
//! Words are whole: `monkey` is not a `key`. As in English compounds the last word is the head: a
//! `password_policy` is a policy, a `token_count` a count, a `clientSecret` a secret. Some words say
//! nothing of their own and are passed over from the end (`new_password_2`, `api_key_prod`).

use super::keybook::{self, Said};

/// What a value is, judged by its key alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyClass {
    /// Nothing known.
    None,
    /// A credential, whatever it looks like.
    Secret,
    /// A credential if it is text; a flag, a count or an object under this key is no secret by itself.
    Doubtful,
    /// A credential only if it looks like a token.
    Maybe,
    /// A short code of digits: PIN, one-time password.
    Pin,
    /// `Authorization` and its kin: a scheme and a credential.
    Authorization,
    /// `Cookie`, `Set-Cookie`.
    Cookie,
    /// A payment card's number.
    Card,
    /// A card's verification code.
    Cvv,
    /// A card's expiry date.
    Expiry,
    /// An IBAN.
    Iban,
    /// A bank account's number.
    Account,
    /// A bank's routing number.
    Routing,
    /// A UK sort code.
    SortCode,
    /// A BIC.
    Bic,
    /// A US social security number, or the tax number in its place.
    Ssn,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A person's name.
    Name,
    /// A postal address.
    Address,
    /// A date of birth.
    BirthDate,
    /// A MAC address.
    Device,
    /// A database string.
    Database,
}

/// The most words looked at; further ones are cut off at the front.
const MAX_WORDS: usize = 8;
/// Keys longer than this are no keys.
const MAX_KEY: usize = 96;

/// A key's words, lower case, the last ones of it.
pub struct Words {
    letters: [u8; MAX_KEY],
    ends: [u8; MAX_WORDS + 1],
    count: usize,
}

impl Words {
    /// Splits `key`: camelCase, PascalCase, acronym runs, snake, kebab, dots, spaces and digits divide words.
    /// A digit run is no word, and is left out. Empty for a key longer than 96 bytes.
    pub fn of(key: &[u8]) -> Words {
        let mut words = Words { letters: [0; MAX_KEY], ends: [0; MAX_WORDS + 1], count: 0 };
        if key.len() > MAX_KEY {
            return words;
        }
        let (mut filled, mut open) = (0, false);
        for (at, &byte) in key.iter().enumerate() {
            let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
            if !letter {
                open = false;
                continue;
            }
            let upper = byte.is_ascii_uppercase();
            let humps = at > 0
                && upper
                && (key[at - 1].is_ascii_lowercase()
                    || key[at - 1].is_ascii_uppercase()
                        && key.get(at + 1).is_some_and(u8::is_ascii_lowercase)
                        && key.get(at + 2).is_none_or(|third| {
                            !third.is_ascii_uppercase() || key.get(at + 1).is_some_and(u8::is_ascii_lowercase)
                        }));
            if !open || humps {
                if words.count == MAX_WORDS {
                    words.ends.copy_within(1.., 0);
                    words.count -= 1;
                }
                words.count += 1;
                words.ends[words.count - 1] = filled;
                open = true;
            }
            words.letters[usize::from(filled)] = byte.to_ascii_lowercase();
            filled += 1;
            words.ends[words.count] = filled;
        }
        words
    }

    fn get(&self, index: usize) -> &str {
        let range = usize::from(self.ends[index])..usize::from(self.ends[index + 1]);
        std::str::from_utf8(&self.letters[range]).unwrap_or("")
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn has(&self, list: &[&str]) -> bool {
        (0..self.count).any(|index| list.contains(&self.get(index)))
    }
}

/// Words that are a credential by themselves.
const SECRET: &[&str] = &[
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "passcode",
    "passwort",
    "kennwort",
    "senha",
    "contrasena",
    "pw",
    "passwords",
    "passw",
    "secret",
    "credential",
    "credentials",
    "creds",
    "cred",
    "psk",
    "mnemonic",
    "apikey",
    "accesskey",
    "secretkey",
    "privatekey",
    "authkey",
    "authtoken",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "sessiontoken",
    "clientsecret",
    "pgpassword",
    "dbpass",
    "dbpassword",
    "storepass",
    "keypass",
    "bindpw",
    "userpass",
    "rootpass",
    "jwtsecret",
    "apitoken",
    "apisecret",
    "appsecret",
    "licensekey",
    "encryptionkey",
    "signingkey",
    "masterkey",
    "sharedsecret",
    "secretaccesskey",
    "passkey",
    "userpw",
    "dbpwd",
    "jsessionid",
    "phpsessid",
    "sessionid",
    "csrftoken",
    "xsrftoken",
    "privkey",
    "csrfmiddlewaretoken",
    "requirepass",
    "masterauth",
    "sudopass",
    "ftppass",
    "smtppass",
    "adminpass",
    "sshkey",
];
/// Ends of longer words that no other English word has.
const SECRET_ENDS: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "secret",
    "apikey",
    "authtoken",
    "accesstoken",
    "secretkey",
    "accesskey",
    "privatekey",
    "sessionid",
    "sessid",
];
/// Credentials unless the value is a flag, a number or an object.
const DOUBTFUL: &[&str] =
    &["token", "pass", "secrets", "jwt", "bearer", "csrf", "xsrf", "otp", "totp", "crumb", "sid", "passes", "tkn"];
/// Before `key`: what makes it a secret.
const SECRET_KEYS: &[&str] = &[
    "api",
    "secret",
    "private",
    "access",
    "auth",
    "encryption",
    "encrypt",
    "decryption",
    "decrypt",
    "signing",
    "sign",
    "signature",
    "master",
    "shared",
    "account",
    "storage",
    "license",
    "licence",
    "app",
    "application",
    "client",
    "deploy",
    "deployment",
    "hmac",
    "crypto",
    "cipher",
    "aes",
    "rsa",
    "ssh",
    "gpg",
    "pgp",
    "ssl",
    "tls",
    "pem",
    "jwt",
    "consumer",
    "subscription",
    "webhook",
    "admin",
    "write",
    "read",
    "ingest",
    "ingestion",
    "root",
    "unseal",
    "recovery",
    "bot",
    "developer",
    "dev",
    "integration",
    "service",
    "server",
    "stream",
    "rest",
    "session",
    "security",
    "fernet",
    "nacl",
    "vapid",
    "host",
    "function",
    "functions",
    "management",
    "personal",
    "user",
    "token",
    "wep",
    "wpa",
    "wifi",
    "preshared",
    "merchant",
    "cookie",
    "salt",
    "kms",
    "dek",
    "kek",
    "provision",
    "device",
    "seed",
];
/// Before `key`: what makes it harmless.
const PLAIN_KEYS: &[&str] = &[
    "public",
    "primary",
    "foreign",
    "partition",
    "sort",
    "cache",
    "routing",
    "row",
    "object",
    "range",
    "index",
    "lookup",
    "translation",
    "idempotency",
    "correlation",
    "message",
    "map",
    "group",
    "composite",
    "unique",
    "natural",
    "event",
    "config",
    "registry",
    "queue",
    "hash",
    "key",
    "registry",
    "issue",
    "project",
    "translate",
    "search",
    "shard",
    "dedup",
    "deduplication",
    "aggregation",
    "binding",
    "lock",
    "rate",
    "limit",
    "bucket",
    "i",
    "locale",
    "join",
    "parent",
    "child",
    "metric",
    "label",
    "tag",
    "redis",
    "sorting",
    "ordering",
    "state",
    "store",
    "image",
    "file",
    "feature",
    "flag",
    "setting",
    "settings",
    "header",
    "form",
    "field",
    "column",
    "table",
    "db",
    "database",
    "s",
    "alt",
    "hot",
    "arrow",
    "enter",
    "esc",
    "function",
    "keyboard",
    "pressed",
];
/// Words passed over at the end of a key.
const PASSED: &[&str] = &[
    "value",
    "val",
    "new",
    "old",
    "current",
    "previous",
    "prev",
    "confirm",
    "confirmation",
    "confirmed",
    "again",
    "repeat",
    "prod",
    "production",
    "dev",
    "development",
    "staging",
    "stage",
    "test",
    "testing",
    "live",
    "sandbox",
    "backup",
    "base",
    "b",
    "raw",
    "plain",
    "plaintext",
    "text",
    "string",
    "str",
    "header",
    "enc",
    "encoded",
    "hex",
    "pem",
    "bytes",
    "env",
    "var",
    "param",
    "default",
    "global",
    "data",
    "v",
    "x",
    "hash",
    "hashed",
    "digest",
    "secondary",
    "alt",
    "is",
    "was",
];

fn class_of(words: &Words) -> KeyClass {
    use KeyClass as C;
    let mut count = words.len();
    let mut hashed = false;
    // Words that say nothing of their own, from the end; never the only word.
    while count > 1 && PASSED.contains(&words.get(count - 1)) {
        hashed |= matches!(
            words.get(count - 1),
            "hash" | "hashed" | "digest" | "default" | "data" | "base" | "string" | "header" | "text"
        );
        count -= 1;
    }
    if count == 0 {
        return C::None;
    }
    let head = words.get(count - 1);
    let before = if count > 1 { words.get(count - 2) } else { "" };
    let before2 = if count > 2 { words.get(count - 3) } else { "" };
    let personal = personal_class(words, count, head, before, before2);
    if personal != C::None {
        return personal;
    }
    match head {
        _ if SECRET.contains(&head) || head.len() > 6 && SECRET_ENDS.iter().any(|end| head.ends_with(end)) => C::Secret,
        "phrase" if matches!(before, "pass" | "seed" | "recovery" | "secret" | "mnemonic" | "backup") => C::Secret,
        "word" | "code" | "number" if before == "pass" => C::Secret,
        "seed" if matches!(before, "wallet" | "totp" | "otp" | "recovery" | "secret" | "mfa") => C::Secret,
        "words" if matches!(before, "seed" | "recovery" | "mnemonic") => C::Secret,
        "code" | "codes" | "pin"
            if matches!(
                before,
                "otp"
                    | "mfa"
                    | "verification"
                    | "auth"
                    | "authorization"
                    | "authentication"
                    | "login"
                    | "factor"
                    | "fa"
                    | "recovery"
                    | "sms"
                    | "one"
                    | "onetime"
                    | "activation"
                    | "access"
                    | "totp"
                    | "backup"
            ) =>
        {
            C::Pin
        }
        "pin" => C::Pin,
        "id" if before == "key" && before2 == "private" => C::Secret,
        // A name as a rule, a token where a service takes one in its place.
        "login" => C::Maybe,
        "id" if matches!(before, "session" | "sess" | "secret") => {
            if before == "secret" {
                C::Maybe
            } else {
                C::Secret
            }
        }
        "sid" if before == "connect" => C::Secret,
        "session" if before.is_empty() && count == 1 => C::Maybe,
        "session" if !before.is_empty() && count == 2 && words.get(0).is_empty() => C::Maybe,
        "token" | "tokens"
            if matches!(
                before,
                "next"
                    | "page"
                    | "continuation"
                    | "pagination"
                    | "cursor"
                    | "sync"
                    | "resume"
                    | "start"
                    | "stop"
                    | "end"
                    | "cancellation"
                    | "cancel"
                    | "eos"
                    | "bos"
                    | "pad"
                    | "unk"
                    | "special"
                    | "max"
                    | "min"
                    | "prompt"
                    | "completion"
                    | "total"
                    | "first"
                    | "last"
                    | "delimiter"
                    | "punctuation"
                    | "unexpected"
                    | "invalid"
                    | "input"
                    | "output"
                    | "syntax"
            ) =>
        {
            C::None
        }
        "tokens" => C::None,
        _ if DOUBTFUL.contains(&head) => C::Doubtful,
        "authorization" | "authorisation" => C::Authorization,
        "auth" if matches!(before, "" | "x" | "basic" | "http" | "proxy" | "docker" | "registry") => C::Authorization,
        "cookie" | "cookies" => C::Cookie,
        "key" | "keys" => {
            if hashed && before.is_empty() || count == 1 || PLAIN_KEYS.contains(&before) {
                C::None
            } else if SECRET_KEYS.contains(&before) {
                if head == "keys" { C::Doubtful } else { C::Secret }
            } else {
                C::Maybe
            }
        }
        "dsn" => C::Database,
        "string" | "str" | "url" | "uri" if matches!(before, "connection" | "conn" | "jdbc") => C::Database,
        "connection" if count < words.len() && words.get(count) == "string" => C::Database,
        "conn" if count < words.len() && matches!(words.get(count), "str" | "string") => C::Database,
        "signature" | "sig" if matches!(before, "amz" | "goog" | "x") => C::Doubtful,
        _ if HARMLESS_HEADS.contains(&head) => C::None,
        // An unknown head behind a word that is a secret by itself: it takes the value's looks to tell.
        _ if (0..count).any(|index| SECRET.contains(&words.get(index))) => C::Maybe,
        _ => C::None,
    }
}

/// Heads that make a key harmless even behind the word `password`.
const HARMLESS_HEADS: &[&str] = &[
    "id",
    "ids",
    "policy",
    "changed",
    "reset",
    "length",
    "count",
    "type",
    "types",
    "expiry",
    "expires",
    "expired",
    "expiration",
    "age",
    "days",
    "status",
    "state",
    "enabled",
    "disabled",
    "required",
    "valid",
    "invalid",
    "strength",
    "hint",
    "field",
    "label",
    "name",
    "names",
    "file",
    "path",
    "url",
    "uri",
    "host",
    "port",
    "ttl",
    "at",
    "on",
    "date",
    "time",
    "ms",
    "created",
    "updated",
    "rotated",
    "rotation",
    "version",
    "format",
    "algorithm",
    "alg",
    "method",
    "provider",
    "issuer",
    "scope",
    "scopes",
    "limit",
    "max",
    "min",
    "used",
    "usage",
    "source",
    "store",
    "manager",
    "service",
    "attempts",
    "failures",
    "error",
    "errors",
    "message",
    "verified",
    "check",
    "input",
    "prompt",
    "request",
    "response",
    "event",
    "action",
    "endpoint",
    "page",
    "form",
    "link",
    "reason",
    "result",
    "arn",
    "ref",
    "class",
    "mode",
    "size",
    "index",
    "engine",
    "generator",
    "encoder",
    "protected",
    "protection",
    "grant",
    "flow",
    "needed",
    "set",
    "update",
    "change",
];

fn personal_class(words: &Words, count: usize, head: &str, before: &str, before2: &str) -> KeyClass {
    use KeyClass as C;
    match head {
        "ssn" | "itin" => C::Ssn,
        "number" | "no" | "num" | "nr" | "security"
            if before == "security" && before2 == "social" || head == "security" && before == "social" =>
        {
            C::Ssn
        }
        "number" | "no" | "num" | "nr" if matches!(before, "ssn" | "itin") => C::Ssn,
        "cvv" | "cvc" | "csc" | "cvn" => C::Cvv,
        "code" | "value"
            if matches!(before, "security" | "cvv" | "cvc" | "csc" | "verification")
                && (words.has(&["card", "cc", "cvv", "cvc", "csc"]) || before == "security") =>
        {
            C::Cvv
        }
        "pan" | "creditcard" | "cardnumber" | "ccnumber" | "ccnum" | "cardno" | "debitcard" => C::Card,
        "card" | "cc"
            if !matches!(
                before,
                "business"
                    | "report"
                    | "score"
                    | "sim"
                    | "graphics"
                    | "wild"
                    | "sd"
                    | "id"
                    | "video"
                    | "network"
                    | "smart"
                    | "post"
            ) =>
        {
            C::Card
        }
        "number" | "no" | "num" | "nr" | "digits" if matches!(before, "card" | "cc" | "pan" | "creditcard") => C::Card,
        "expiry" | "exp" | "expiration" | "expires" if matches!(before, "card" | "cc") => C::Expiry,
        "date" | "month" | "year"
            if matches!(before, "expiry" | "exp" | "expiration") && words.has(&["card", "cc"]) =>
        {
            C::Expiry
        }
        "iban" => C::Iban,
        "number" | "no" if before == "iban" => C::Iban,
        "accountnumber" | "acctno" => C::Account,
        "number" | "no" | "num" | "nr" if matches!(before, "account" | "acct") => C::Account,
        "account" | "acct" if matches!(before, "bank" | "checking" | "savings") => C::Account,
        "number" | "no" if before == "bank" => C::Account,
        "routing" | "aba" => C::Routing,
        "number" | "no" | "num" | "code" if matches!(before, "routing" | "aba" | "transit") => C::Routing,
        "code" if before == "sort" => C::SortCode,
        "bic" => C::Bic,
        "swift" => C::Bic,
        "code" if matches!(before, "swift" | "bic") => C::Bic,
        "phone" | "phones" | "mobile" | "cell" | "telephone" | "tel" | "fax" | "msisdn" | "cellphone"
        | "phonenumber" | "telefon" => C::Phone,
        "number" | "no" | "num" | "nr"
            if matches!(
                before,
                "phone" | "mobile" | "cell" | "telephone" | "tel" | "fax" | "contact" | "callback" | "whatsapp" | "sms"
            ) =>
        {
            C::Phone
        }
        "email" | "mail" | "emails" if before != "send" => C::Email,
        "address" | "addr" if matches!(before, "email" | "mail") => C::Email,
        "firstname" | "lastname" | "fullname" | "givenname" | "familyname" | "middlename" | "surname" | "forename"
        | "cardholder" | "vorname" | "nachname" | "maidenname" => C::Name,
        "name"
            if matches!(
                before,
                "first"
                    | "last"
                    | "full"
                    | "given"
                    | "family"
                    | "middle"
                    | "maiden"
                    | "cardholder"
                    | "holder"
                    | "patient"
                    | "customer"
                    | "person"
                    | "legal"
                    | "beneficiary"
                    | "recipient"
                    | "employee"
                    | "applicant"
                    | "guardian"
                    | "sur"
                    | "fore"
                    | "birth"
            ) =>
        {
            C::Name
        }
        "holder" if matches!(before, "card" | "account") => C::Name,
        "address" | "addr" if before == "mac" => C::Device,
        "address" | "addr" | "address1" | "line" | "street" | "addresses" | "streetaddress" => {
            address_class(words, count, head, before)
        }
        "dob" | "birthdate" | "birthday" | "dateofbirth" => C::BirthDate,
        "date" | "day" if before == "birth" => C::BirthDate,
        "birth" if matches!(before, "of" | "date") => C::BirthDate,
        "mac" => C::Device,
        _ => C::None,
    }
}

fn address_class(words: &Words, count: usize, head: &str, before: &str) -> KeyClass {
    const PLACES: &[&str] = &[
        "street",
        "home",
        "billing",
        "shipping",
        "mailing",
        "postal",
        "delivery",
        "residential",
        "residence",
        "customer",
        "contact",
        "property",
        "permanent",
        "physical",
        "work",
        "office",
        "user",
        "patient",
        "invoice",
        "full",
        "recipient",
        "employee",
        "person",
        "legal",
    ];
    let place = (0..count).any(|index| PLACES.contains(&words.get(index)));
    match head {
        "street" | "streetaddress" | "address1" => KeyClass::Address,
        "line" if before == "address" || before == "street" => KeyClass::Address,
        "line" => KeyClass::None,
        _ if before.is_empty() || place => KeyClass::Address,
        _ => KeyClass::None,
    }
}

/// What the key says of its value.
pub fn classify(key: &[u8]) -> KeyClass {
    said_by(key).class
}

/// All that the key says.
pub fn said_by(key: &[u8]) -> Said {
    keybook::remembered(key, |key| {
        let words = Words::of(key);
        let class = if key.len() < 2 { KeyClass::None } else { class_of(&words) };
        Said { class, reference: is_reference(&words) }
    })
}

/// Whether the key names an order, a trace or another reference: bare digits under it are no card and no phone.
fn is_reference(words: &Words) -> bool {
    const NAMES: &[&str] = &[
        "order",
        "tracking",
        "invoice",
        "reference",
        "ref",
        "trace",
        "request",
        "parcel",
        "shipment",
        "ticket",
        "serial",
        "transaction",
        "batch",
        "correlation",
        "build",
        "job",
        "offset",
        "sequence",
        "timestamp",
        "time",
        "ts",
    ];
    !words.is_empty()
        && (matches!(
            words.get(words.len() - 1),
            "id" | "ids" | "ts" | "ms" | "us" | "ns" | "time" | "timestamp" | "offset"
        ) || words.has(NAMES))
}

/// Whether the key's value is a list's name for another value: `name`, `key`, `header` …
pub fn is_pair_name(key: &[u8]) -> bool {
    const NAMES: &[&[u8]] = &[
        b"name",
        b"key",
        b"field",
        b"header",
        b"param",
        b"parameter",
        b"attribute",
        b"property",
        b"k",
        b"n",
        b"variable",
        b"title",
        b"label",
        b"id",
    ];
    key.len() <= 13 && NAMES.iter().any(|name| name.eq_ignore_ascii_case(key))
}

/// Whether the key holds what such a name names: `value`, `val` …
pub fn is_pair_value(key: &[u8]) -> bool {
    const NAMES: &[&[u8]] = &[
        b"value",
        b"val",
        b"v",
        b"values",
        b"content",
        b"data",
        b"default",
        b"stringvalue",
        b"defaultvalue",
        b"default_value",
    ];
    key.len() <= 13 && NAMES.iter().any(|name| name.eq_ignore_ascii_case(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(key: &str) -> Vec<String> {
        let words = Words::of(key.as_bytes());
        (0..words.len()).map(|index| words.get(index).to_string()).collect()
    }

    #[test]
    fn keys_are_split_into_words() {
        assert_eq!(words("accessToken"), ["access", "token"]);
        assert_eq!(words("X-API-Key"), ["x", "api", "key"]);
        assert_eq!(words("HTTPServerURL"), ["http", "server", "url"]);
        assert_eq!(words("db.password"), ["db", "password"]);
        assert_eq!(words("DB_PASSWORD_2"), ["db", "password"]);
        assert_eq!(words("sha256Sum"), ["sha", "sum"]);
        assert_eq!(words("APIKey"), ["api", "key"]);
        assert_eq!(words("a b c d e f g h i j"), ["c", "d", "e", "f", "g", "h", "i", "j"]);
    }

    #[test]
    fn secrets_are_known_by_their_head() {
        for key in [
            "password",
            "PASSWORD",
            "userPassword",
            "db_password",
            "new_password",
            "passwd",
            "X-API-Key",
            "apiKey",
            "client_secret",
            "accessToken",
            "private_token",
            "db.password",
            "AWS_SECRET_ACCESS_KEY",
            "aws_session_token",
            "password2",
            "passwordConfirm",
            "secret_key_base",
            "client-key-data",
            "AccountKey",
            "SharedAccessKey",
            "pgpassword",
            "jwtsecret",
            "FromEmailPassword",
            "session_id",
            "private_key",
            "license_key",
            "password_hash",
            "x-auth-token",
            "encryptionKey",
            "pwd",
            "bot_token",
            "connect.sid",
            "seed_phrase",
            "FunctionsKey",
        ] {
            let class = classify(key.as_bytes());
            assert!(matches!(class, KeyClass::Secret | KeyClass::Doubtful), "{key}: {class:?}");
        }
    }

    #[test]
    fn what_only_sounds_secret_is_left() {
        for key in [
            "tokens",
            "token_type",
            "token_count",
            "max_tokens",
            "author",
            "accept",
            "keyboard",
            "monkey",
            "primary_key",
            "public_key",
            "key_id",
            "password_policy",
            "password_changed",
            "cookie_consent",
            "authorization_status",
            "secret_rotation_days",
            "authority",
            "keyword",
            "prompt_tokens",
            "key",
            "next_page_token",
            "cache_key",
            "secret_name",
            "token_url",
            "passenger",
            "compass",
            "tokenizer",
            "secretary",
            "card_type",
            "card_id",
            "ip_address",
            "remote_address",
            "hostname",
            "username",
            "name",
            "phone_type",
            "birthplace",
            "routing_key",
            "address_id",
        ] {
            assert_eq!(classify(key.as_bytes()), KeyClass::None, "{key}");
        }
    }

    #[test]
    fn personal_keys_are_known() {
        use KeyClass as C;
        for (key, class) in [
            ("ssn", C::Ssn),
            ("social_security_number", C::Ssn),
            ("cardNumber", C::Card),
            ("pan", C::Card),
            ("payment_card", C::Card),
            ("cvv", C::Cvv),
            ("cvv2", C::Cvv),
            ("card_security_code", C::Cvv),
            ("account_number", C::Account),
            ("iban", C::Iban),
            ("phone", C::Phone),
            ("mobile_number", C::Phone),
            ("email", C::Email),
            ("emailAddress", C::Email),
            ("first_name", C::Name),
            ("lastName", C::Name),
            ("address", C::Address),
            ("street", C::Address),
            ("billing_address", C::Address),
            ("address_line_1", C::Address),
            ("addressLine1", C::Address),
            ("date_of_birth", C::BirthDate),
            ("dob", C::BirthDate),
            ("birthDate", C::BirthDate),
            ("Authorization", C::Authorization),
            ("set-cookie", C::Cookie),
            ("routing_number", C::Routing),
            ("connection_string", C::Database),
            ("card_expiry", C::Expiry),
            ("pin", C::Pin),
            ("otp_code", C::Pin),
        ] {
            assert_eq!(classify(key.as_bytes()), class, "{key}");
        }
    }
}
