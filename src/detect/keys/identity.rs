//! Keys that name the id of a person, a firm or a device: their names are in the catalogue's rows.

use std::sync::OnceLock;

use super::super::catalogue::identity::each;
use super::KeyClass;
use super::words::Words;

/// Names that no row has: numbers that a state gives to a person, of a country that the key does not say.
const GENERAL: &[&str] = &[
    "aadhaar",
    "aadhar",
    "citizen",
    "citizenid",
    "cpf",
    "government id",
    "govt id",
    "idcard",
    "identification",
    "insee",
    "kimlik",
    "national",
    "nationalid",
    "national identification",
    "national identity",
    "national insurance",
    "pesel",
    "resident registration",
    "rrn",
    "securite sociale",
    "steuer id",
    "steuerid",
    "tax file",
    "tax identification",
    "taxid",
    "taxpayer",
    "taxpayer identification",
    "tckn",
    "tfn",
];
/// The same, of keys that have other meanings too.
const GENERAL_DOUBTFUL: &[&str] = &["tax", "idnr", "nin", "nir"];

/// Words that stand behind a name and say nothing of their own.
const TAILS: &[&str] =
    &["number", "no", "nr", "num", "nummer", "numero", "numéro", "id", "code", "value", "reg", "registration"];
/// Names after which the tail must stand: alone they name something else.
const TAILED: &[&str] = &["national", "citizen", "tax", "identification", "birth", "my", "insurance", "medicare", "ni"];

/// A name and what it says, by its last word.
type Name = (&'static str, &'static str, KeyClass);

/// All names, in the order of their last words.
fn names() -> &'static [Name] {
    static NAMES: OnceLock<Vec<Name>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let rows = each().enumerate().flat_map(|(row, id)| {
            let class = move |sure| KeyClass::Identity { row: Some(row as u8), sure };
            let sure = id.keys.iter().map(move |name| (*name, class(true)));
            sure.chain(id.doubtful_keys.iter().map(move |name| (*name, class(false))))
        });
        let general = |names: &'static [&'static str], sure| {
            names.iter().map(move |name| (*name, KeyClass::Identity { row: None, sure }))
        };
        let all = rows.chain(general(GENERAL, true)).chain(general(GENERAL_DOUBTFUL, false));
        let mut all: Vec<Name> =
            all.map(|(name, class)| (name.rsplit(' ').next().unwrap_or(name), name, class)).collect();
        all.sort_by_key(|name| name.0);
        all
    })
}

/// What a key of these words names.
pub(super) fn class_of(words: &Words) -> Option<KeyClass> {
    let mut count = words.len();
    let mut tailed = false;
    while count > 0 {
        let last = words.get(count - 1);
        let ends = |name: &str| {
            name.rsplit(' ').enumerate().all(|(back, word)| count > back && words.get(count - 1 - back) == word)
        };
        let from = names().partition_point(|name| name.0 < last);
        let named = names()[from..].iter().take_while(|name| name.0 == last);
        let named = named.filter(|(_, name, _)| (tailed || !TAILED.contains(name)) && ends(name));
        if let Some((_, _, class)) = named.max_by_key(|(_, name, _)| name.len()) {
            return Some(*class);
        }
        if !TAILS.contains(&last) {
            return None;
        }
        (count, tailed) = (count - 1, true);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::classify;
    use super::*;

    #[test]
    fn keys_of_ids_are_known() {
        for (key, sure) in [
            ("nino", true),
            ("customer.nhsNumber", true),
            ("passport_no", true),
            ("PassportNumber", true),
            ("national_id", true),
            ("nationalId", true),
            ("tax-id", false),
            ("taxId", false),
            ("driver_license", true),
            ("drivers_license_number", true),
            ("nric", true),
            ("vin", false),
            ("birth_number", true),
            ("medical_record_number", true),
        ] {
            let class = classify(key.as_bytes());
            assert!(matches!(class, KeyClass::Identity { sure: known, .. } if known == sure), "{key}: {class:?}");
        }
    }

    #[test]
    fn what_is_about_an_id_is_none() {
        for key in [
            "passport_expiry",
            "passport_country",
            "national",
            "nationality",
            "tax",
            "tax_rate",
            "birth",
            "citizen",
            "nhs_trust",
            "vin_decoder",
            "insurance",
            "my",
            "passport_strategy",
            "id",
            "number",
            "driver_id",
            "license",
        ] {
            assert!(!matches!(classify(key.as_bytes()), KeyClass::Identity { .. }), "{key}");
        }
    }
}
