//! Keys that say something of other fields: names of references, names and values of pairs.

use super::words::Words;

/// Whether the key names an order, a trace or another reference: bare digits under it are no card and no phone.
pub(super) fn is_reference(words: &Words) -> bool {
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

/// Whether the key names a number that a state gives to a person: `cpf`, `nhs_number`, `national_id`.
pub(super) fn is_national(words: &Words) -> bool {
    const NAMES: &[&str] = &[
        "aadhaar",
        "aadhar",
        "uidai",
        "cpf",
        "cnpj",
        "pesel",
        "tckn",
        "kimlik",
        "tnin",
        "rrn",
        "personnummer",
        "nir",
        "nhs",
        "sin",
        "tfn",
        "steuerid",
        "idnr",
        "nationalid",
        "citizenid",
        "insee",
        "idcard",
    ];
    const PAIRS: &[(&str, &str)] = &[
        ("national", "id"),
        ("national", "number"),
        ("citizen", "id"),
        ("id", "card"),
        ("id", "number"),
        ("identity", "number"),
        ("identity", "card"),
        ("personal", "id"),
        ("personal", "number"),
        ("tax", "id"),
        ("tax", "number"),
        ("steuer", "id"),
        ("insurance", "number"),
        ("resident", "id"),
        ("registration", "number"),
    ];
    words.has(NAMES) || (1..words.len()).any(|index| PAIRS.contains(&(words.get(index - 1), words.get(index))))
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

/// Whether the key holds what such a name names: `value`, `val` …, or what it was before a change and behind it.
pub fn is_pair_value(key: &[u8]) -> bool {
    let names: &[&[u8]] = match key.len() {
        1 => &[b"v"],
        2 => &[b"to"],
        3 => &[b"val", b"new", b"old"],
        4 => &[b"data", b"from"],
        5 => &[b"value", b"after"],
        6 => &[b"values", b"before"],
        7 => &[b"content", b"default"],
        8 => &[b"newvalue", b"oldvalue", b"previous"],
        9 => &[b"new_value", b"old_value"],
        11 => &[b"stringvalue"],
        12 => &[b"defaultvalue"],
        13 => &[b"default_value"],
        _ => return false,
    };
    names.iter().any(|name| name.eq_ignore_ascii_case(key))
}
