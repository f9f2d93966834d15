//! Checksums and structure tests, one a file. They see bytes and nothing else.

pub mod aba;
pub mod base64;
pub mod date;
pub mod iban;
pub mod issuer;
pub mod jwt;
pub mod luhn;
pub mod phone;
pub mod shape;
pub mod ssn;
