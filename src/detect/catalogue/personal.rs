//! What names or reaches a person.

use super::super::{Action, Detector, Family, Find, Ignore, Match, Tier};

/// The rows.
pub const ROWS: &[Detector] = &[
    Detector {
        id: "email",
        title: "e-mail address",
        why: "Names and reaches a person.",
        family: Family::Personal,
        tier: Tier::A,
        find: Find::Engine("email"),
        action: Action::Email,
        matches: &[
            Match { text: "mail john@example.com now", masked: "mail j***@example.com now" },
            Match { text: "x@example.com", masked: "***@example.com" },
            Match { text: "<mailto:john@example.com>", masked: "<mailto:j***@example.com>" },
            Match { text: "?email=john%40example.com&x=1", masked: "?email=j***%40example.com&x=1" },
            Match { text: "john＠example.com", masked: "j***＠example.com" },
        ],
        ignores: &[
            Ignore { text: "git@github.com:org/repo.git", reason: "a host path" },
            Ignore { text: "react@18.2.0", reason: "a version" },
            Ignore { text: "icon@2x.png", reason: "a picture" },
        ],
        source: "RFC 5321; RFC 6531",
    },
    Detector {
        id: "phone",
        title: "phone number",
        why: "Reaches a person.",
        family: Family::Personal,
        tier: Tier::B,
        find: Find::Engine("digits, keyed"),
        action: Action::Phone,
        matches: &[
            Match { text: "call +1 (415) 555-4201", masked: "call +1 (***) ***-4201" },
            Match { text: "call (415) 555-0132 now", masked: "call (***) ***-0132 now" },
            Match { text: "call +49 30 12345678", masked: "call +49 ** ****5678" },
            Match { text: "phone: 090-1234-5678", masked: "phone: ***-****-5678" },
        ],
        ignores: &[
            Ignore { text: "2026-11-20 10:00:00", reason: "a time" },
            Ignore { text: "version 1.415.555", reason: "a version" },
            Ignore { text: "+2.50", reason: "a number" },
        ],
        source: "ITU-T E.164; NANPA",
    },
    Detector {
        id: "us-ssn",
        title: "US social security number",
        why: "Opens credit in a person's name.",
        family: Family::Personal,
        tier: Tier::B,
        find: Find::Engine("digits, keyed"),
        action: Action::Ssn,
        matches: &[
            Match { text: "ssn 078-05-1120 x", masked: "ssn ***-**-**** x" },
            Match { text: "id 123-45-1034", masked: "id ***-**-****" },
        ],
        ignores: &[
            Ignore { text: "part 000-12-3456", reason: "no such area" },
            Ignore { text: "part 123-00-4567", reason: "no such group" },
            Ignore { text: "part 666-12-3456", reason: "no such area" },
        ],
        source: "US Social Security Administration, number ranges",
    },
    Detector {
        id: "us-itin",
        title: "US individual taxpayer number",
        why: "Names a taxpayer.",
        family: Family::Personal,
        tier: Tier::B,
        find: Find::Engine("digits"),
        action: Action::Ssn,
        matches: &[
            Match { text: "id 911-70-1234 x", masked: "id ***-**-**** x" },
        ],
        ignores: &[
            Ignore { text: "id 911-10-1234", reason: "no such group" },
        ],
        source: "IRS, ITIN ranges",
    },
    Detector {
        id: "postal-address",
        title: "postal address",
        why: "Says where a person lives.",
        family: Family::Personal,
        tier: Tier::C,
        find: Find::Engine("address, keyed"),
        action: Action::Address,
        matches: &[
            Match { text: "ship to 123 Main Street, Springfield", masked: "ship to [ADDRESS], Springfield" },
            Match { text: "send to PO Box 123 today", masked: "send to [ADDRESS] today" },
            Match { text: "street=\"12 rue de Rivoli\"", masked: "street=\"[ADDRESS]\"" },
        ],
        ignores: &[
            Ignore { text: "took 502 Bad Gateway", reason: "no street" },
            Ignore { text: "address=10.0.0.1:80", reason: "a host" },
        ],
        source: "USPS Publication 28",
    },
    Detector {
        id: "person-name",
        title: "person's name under its key",
        why: "Names a person.",
        family: Family::Personal,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::Initial,
        matches: &[
            Match { text: "{\"first_name\": \"Ada\", x", masked: "{\"first_name\": \"A***\", x" },
        ],
        ignores: &[
            Ignore { text: "hostname=\"ada\"", reason: "a host" },
            Ignore { text: "name=\"orders\"", reason: "any name" },
        ],
        source: "pake",
    },
    Detector {
        id: "birth-date",
        title: "date of birth",
        why: "Identifies a person with little else.",
        family: Family::Personal,
        tier: Tier::C,
        find: Find::Engine("keyed"),
        action: Action::Stars,
        matches: &[
            Match { text: "dob: 1987-03-12", masked: "dob: ****-**-**" },
        ],
        ignores: &[
            Ignore { text: "born: yes", reason: "no date" },
        ],
        source: "ISO 8601",
    },
    Detector {
        id: "ipv4",
        title: "IPv4 address",
        why: "Places a device or person.",
        family: Family::Personal,
        tier: Tier::D,
        find: Find::Engine("network"),
        action: Action::Network,
        matches: &[
            Match { text: "from 203.0.113.7 port", masked: "from 203.0.*.* port" },
        ],
        ignores: &[
            Ignore { text: "build 1.2.3.4000", reason: "no octets" },
        ],
        source: "RFC 791",
    },
    Detector {
        id: "ipv6",
        title: "IPv6 address",
        why: "Places a device or person.",
        family: Family::Personal,
        tier: Tier::D,
        find: Find::Engine("network"),
        action: Action::Network,
        matches: &[
            Match { text: "from 2001:db8:85a3::8a2e:370:7334 x", masked: "from 2001:db8:85a3:* x" },
        ],
        ignores: &[
            Ignore { text: "at 12:34:56", reason: "a time" },
            Ignore { text: "std::cout", reason: "a name" },
        ],
        source: "RFC 4291",
    },
    Detector {
        id: "special-address",
        title: "loopback or unspecified address, version-like quad",
        why: "Says little; on only where all is.",
        family: Family::Personal,
        tier: Tier::D,
        find: Find::Engine("network"),
        action: Action::Network,
        matches: &[
            Match { text: "bind 127.0.0.1 x", masked: "bind 127.0.*.* x" },
        ],
        ignores: &[
            Ignore { text: "at 12:34:56", reason: "a time" },
        ],
        source: "RFC 6890",
    },
    Detector {
        id: "mac-address",
        title: "MAC address",
        why: "Identifies a device.",
        family: Family::Personal,
        tier: Tier::B,
        find: Find::Engine("network"),
        action: Action::Device,
        matches: &[
            Match { text: "mac 00:1a:2b:3c:4d:5e up", masked: "mac 00:1a:2b:3c:**:** up" },
        ],
        ignores: &[
            Ignore { text: "ff:ff:ff:ff:ff:ff", reason: "the broadcast address" },
            Ignore { text: "fp 00:1a:2b:3c:4d:5e:6f:70", reason: "a fingerprint" },
        ],
        source: "IEEE 802",
    },
];
