//! What a key says of its value: one normaliser that splits a key into words, and the lists of words.
//!
//! Words are whole: `monkey` is not a `key`. As in English compounds the last word is the head: a
//! `password_policy` is a policy, a `token_count` a count, a `clientSecret` a secret. Some words say
//! nothing of their own and are passed over from the end (`new_password_2`, `api_key_prod`).

mod beside;
mod identity;
mod lists;
mod personal;
mod secret;
mod words;

pub use beside::{is_pair_name, is_pair_value};

use super::keybook::{self, Said};
use words::Words;

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
    /// The id of a person, a firm or a device.
    Identity {
        /// Its row in the catalogue; none where the key does not say of which state it is.
        row: Option<u8>,
        /// Whether the key has no other meaning.
        sure: bool,
    },
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

/// What the key says of its value.
pub fn classify(key: &[u8]) -> KeyClass {
    said_by(key).class
}

/// All that the key says.
pub fn said_by(key: &[u8]) -> Said {
    keybook::remembered(key, |key| {
        let words = Words::of(key);
        let class = if key.len() < 2 { KeyClass::None } else { secret::class_of(&words) };
        Said { class, reference: beside::is_reference(&words), national: beside::is_national(&words) }
    })
}

/// The key's words, small letters, a blank before and behind each.
pub fn spelled(key: &[u8]) -> String {
    let words = Words::of(key);
    (0..words.len()).fold(String::from(" "), |text, index| text + words.get(index) + " ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
