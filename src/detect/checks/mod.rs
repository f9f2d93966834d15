//! Checksums and structure tests, one a file. They see bytes and nothing else.

pub mod aba;
pub mod base58;
pub mod base64;
pub mod bech32;
pub mod bip39;
pub mod date;
pub mod entropy;
pub mod ethereum;
pub mod health;
pub mod iban;
pub mod identity;
pub mod issuer;
pub mod jumble;
pub mod jwt;
pub mod luhn;
pub mod monero;
pub mod national;
pub mod numbers;
pub mod phone;
mod places;
pub mod shape;
pub mod ssn;
pub mod taxes;
pub mod token_parts;
pub mod track;
