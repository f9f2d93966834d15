//! Ids of Asia.

use super::super::super::checks::identity as check;
use super::super::super::{Ignore, Match};
use super::{Identity, row};

pub(super) static IDS: [Identity; 7] = [
    Identity {
        shapes: &["@@@@@0000@"],
        check: Some(check::indian_tax),
        words: &["pan", "permanent account", "income tax"],
        keys: &["permanent account", "pancard", "pannumber"],
        doubtful_keys: &["pan"],
        matches: &[Match { text: "PAN number is ABBPM4567S", masked: "PAN number is **********" }],
        ignores: &[
            Ignore { text: "part ABBPM4567S", reason: "no word says what it is" },
            Ignore { text: "PAN ABBXM4567S", reason: "no such holder" },
        ],
        ..row("in-pan", "Indian PAN", "Income Tax Department of India")
    },
    Identity {
        shapes: &["00@@@@@0000@*Z*"],
        check: Some(check::indian_trade_form),
        sure: Some(check::indian_trade),
        words: &["gst", "gstin", "goods and services"],
        keys: &["gstin"],
        doubtful_keys: &["gst"],
        matches: &[
            Match { text: "seller 27AAPFU0939F1ZV ok", masked: "seller *************** ok" },
            Match { text: "GST registration: 07PQRST6789K1Z2", masked: "GST registration: ***************" },
        ],
        ignores: &[Ignore { text: "seller 27AAPFU0939F1ZW", reason: "the check letter is wrong" }],
        ..row("in-gstin", "Indian GSTIN", "Goods and Services Tax Network")
    },
    Identity {
        shapes: &["@@@0000000"],
        words: &["voter", "voters", "vote", "elector"],
        keys: &["voter", "voterid", "epic voter"],
        doubtful_keys: &["epic"],
        matches: &[Match { text: "my voter: DBJ2289013", masked: "my voter: **********" }],
        ignores: &[Ignore { text: "part DBJ2289013", reason: "no word says what it is" }],
        ..row("in-voter", "Indian voter id", "Election Commission of India")
    },
    Identity {
        shapes: &["@0000000@"],
        check: Some(check::singaporean),
        is_checked: true,
        words: &["nric", "fin", "singapore"],
        keys: &["nric", "nric fin"],
        doubtful_keys: &["fin"],
        matches: &[
            Match { text: "NRIC S1234567D ok", masked: "NRIC ********* ok" },
            Match { text: "nric: T1234567Z", masked: "nric: *********" },
        ],
        ignores: &[
            Ignore { text: "NRIC S1234567E", reason: "the check letter is wrong" },
            Ignore { text: "part S1234567D", reason: "no word says what it is" },
        ],
        ..row("sg-nric", "Singaporean NRIC or FIN", "Immigration and Checkpoints Authority")
    },
    Identity {
        shapes: &["0000_00000@", "00000000@", "@00@@0000@"],
        words: &["uen", "acra"],
        keys: &["uen"],
        matches: &[Match { text: "UEN 201434292D", masked: "UEN **********" }],
        ignores: &[Ignore { text: "part 201434292D", reason: "no word says what it is" }],
        ..row("sg-uen", "Singaporean entity number", "ACRA")
    },
    Identity {
        shapes: &["@000000*"],
        check: Some(check::hong_kong),
        is_checked: true,
        words: &["hkid", "hong kong"],
        keys: &["hkid"],
        matches: &[Match { text: "HKID A1234563", masked: "HKID ********" }],
        ignores: &[Ignore { text: "HKID A1234564", reason: "the check digit is wrong" }],
        ..row("hk-id", "Hong Kong identity card", "Immigration Department of Hong Kong")
    },
    Identity {
        shapes: &["@000000000"],
        check: Some(check::taiwanese),
        is_checked: true,
        words: &["taiwan", "身分證", "身份證", "統一編號"],
        matches: &[Match { text: "Taiwan id A123456789", masked: "Taiwan id **********" }],
        ignores: &[Ignore { text: "Taiwan id A123456788", reason: "the check digit is wrong" }],
        ..row("tw-id", "Taiwanese identity card", "Ministry of the Interior of Taiwan")
    },
];
