//! Payment cards and accounts.

use super::super::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// The rows.
pub const ROWS: &[Detector] = &[
    Detector {
        id: "card",
        title: "payment card",
        why: "Pays in the holder's name.",
        family: Family::Financial,
        tier: Tier::B,
        find: Find::Engine("digits"),
        action: Action::Card,
        matches: &[
            Match { text: "card 4111-1111-1111-1111 declined", masked: "card 4111-****-****-1111 declined" },
            Match { text: "card 4111 1111 1111 1111", masked: "card 4111 **** **** 1111" },
            Match { text: "4111111111111111 seen", masked: "4111********1111 seen" },
            Match { text: "paid 3782-822463-10005", masked: "paid 3782-******-*0005" },
        ],
        ignores: &[
            Ignore { text: "order 4111-1111-1111-1112", reason: "the check digit is wrong" },
            Ignore { text: "at 1795132800000", reason: "a time stamp" },
            Ignore { text: "run 20261120100000", reason: "a time stamp" },
            Ignore { text: "order number 4111111111111111", reason: "an order number" },
        ],
        source: "ISO/IEC 7812-1; the issuers' published ranges",
    },
    Detector {
        id: "card-field",
        title: "card number under a card's key",
        why: "Pays in the holder's name.",
        family: Family::Financial,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::Card,
        matches: &[
            Match { text: "card_number=4111111111111112", masked: "card_number=4111********1112" },
        ],
        ignores: &[
            Ignore { text: "card_type=visa", reason: "a type" },
        ],
        source: "pake",
    },
    Detector {
        id: "card-code",
        title: "card verification code",
        why: "Makes a card number pay.",
        family: Family::Financial,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::Stars,
        matches: &[
            Match { text: "cvv=123", masked: "cvv=***" },
        ],
        ignores: &[
            Ignore { text: "cvv=missing", reason: "a status word" },
        ],
        source: "PCI DSS 4.0, 3.3.1.2",
    },
    Detector {
        id: "card-expiry",
        title: "card expiry date",
        why: "Makes a card number pay.",
        family: Family::Financial,
        tier: Tier::C,
        find: Find::Engine("digits, keyed"),
        action: Action::Stars,
        matches: &[
            Match { text: "card 4111111111111111 exp 11/29", masked: "card 4111********1111 exp **/**" },
        ],
        ignores: &[
            Ignore { text: "exp 11/29", reason: "no card before it" },
        ],
        source: "PCI DSS 4.0",
    },
    Detector {
        id: "card-track",
        title: "magnetic stripe data",
        why: "Clones the card.",
        family: Family::Financial,
        tier: Tier::A,
        find: Find::Engine("digits"),
        action: Action::Hide,
        matches: &[
            Match { text: "swipe ;4111111111111111=29121010000012300000? ok", masked: "swipe ******** ok" },
        ],
        ignores: &[
            Ignore { text: "a;123=4", reason: "too short" },
        ],
        source: "ISO/IEC 7813",
    },
    Detector {
        id: "iban",
        title: "bank account, international",
        why: "Names an account.",
        family: Family::Financial,
        tier: Tier::B,
        find: Find::Engine("digits"),
        action: Action::Iban,
        matches: &[
            Match { text: "pay DE89 3704 0044 0532 0130 00 now", masked: "pay DE** **** **** **** **30 00 now" },
            Match { text: "pay DE89370400440532013000 now", masked: "pay DE****************3000 now" },
        ],
        ignores: &[
            Ignore { text: "ref DE89370400440532013001", reason: "the check digits are wrong" },
        ],
        source: "ISO 13616; SWIFT IBAN registry",
    },
    Detector {
        id: "bic",
        title: "bank identifier",
        why: "Names a bank beside an account.",
        family: Family::Financial,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::Hide,
        matches: &[
            Match { text: "bic=DEUTDEFF", masked: "bic=********" },
        ],
        ignores: &[
            Ignore { text: "SHIPPING", reason: "a word" },
        ],
        source: "ISO 9362",
    },
    Detector {
        id: "aba-routing",
        title: "US routing number",
        why: "Names a bank beside an account.",
        family: Family::Financial,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::LastFour,
        matches: &[
            Match { text: "routing number: 121000358", masked: "routing number: *****0358" },
        ],
        ignores: &[
            Ignore { text: "routing_key=orders", reason: "a queue" },
        ],
        source: "ABA key to routing numbers",
    },
    Detector {
        id: "bank-account",
        title: "bank account number",
        why: "Names an account.",
        family: Family::Financial,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::LastFour,
        matches: &[
            Match { text: "account number: 945456787654", masked: "account number: ********7654" },
        ],
        ignores: &[
            Ignore { text: "account_id=945456787654", reason: "an id" },
        ],
        source: "pake",
    },
    Detector {
        id: "sort-code",
        title: "UK sort code",
        why: "Names a bank branch beside an account.",
        family: Family::Financial,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::LastFour,
        matches: &[
            Match { text: "sort code: 20-00-00", masked: "sort code: **-00-00" },
        ],
        ignores: &[
            Ignore { text: "sort=20", reason: "no code" },
        ],
        source: "UK Finance",
    },
    Detector {
        id: "crypto-address",
        title: "address of a cryptocurrency",
        why: "Shows what its owner holds and pays.",
        family: Family::Financial,
        tier: Tier::D,
        find: Find::Engine("token"),
        action: Action::Ends,
        matches: &[
            Match { text: "to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq ok", masked: "to bc1q****5mdq ok" },
        ],
        ignores: &[
            Ignore { text: "to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp", reason: "the checksum is wrong" },
        ],
        source: "BIP-13; BIP-173; EIP-55",
    },
];
