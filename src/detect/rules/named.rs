//! The checks that a rule can ask for by name.

use crate::detect::checks;

/// The check called `name`. Each is given what is masked; digits may have separators.
pub fn check_named(name: &str) -> Option<fn(&[u8]) -> bool> {
    Some(match name {
        "luhn" => |value| checks::luhn::luhn(&digits(value)),
        "mod97" => |value| checks::iban::iban(&compact(value)),
        "entropy" => checks::entropy::looks_random,
        "mixed" => checks::jumble::mixed,
        "base58" => checks::base58::bitcoin_address,
        "bech32" => checks::bech32::bitcoin_address,
        "ethereum" => checks::ethereum::address,
        "jwt" => checks::token_parts::token_header,
        "aba" => |value| checks::aba::routing(&digits(value)),
        "ssn" => |value| checks::ssn::ssn(&digits(value)),
        "date" => checks::date::birth_date,
        _ => return None,
    })
}

/// The digits of a value, its separators left out.
fn digits(value: &[u8]) -> Vec<u8> {
    value.iter().filter(|byte| !matches!(byte, b' ' | b'-' | b'.' | b'/')).copied().collect()
}

fn compact(value: &[u8]) -> Vec<u8> {
    value.iter().filter(|byte| !matches!(byte, b' ' | b'-')).map(u8::to_ascii_uppercase).collect()
}
