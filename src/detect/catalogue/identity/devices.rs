//! Numbers of telephones and their cards.

use super::super::super::checks::{health as check, luhn::luhn};
use super::super::super::{Ignore, Match};
use super::{Identity, row};

pub(super) static IDS: [Identity; 3] = [
    Identity {
        shapes: &["00_000000_000000_0"],
        check: Some(luhn),
        words: &["imei"],
        keys: &["imei", "imeisv"],
        matches: &[Match { text: "IMEI 490154203237518", masked: "IMEI ***************" }],
        ignores: &[Ignore { text: "IMEI 490154203237519", reason: "the check digit is wrong" }],
        ..row("imei", "IMEI of a telephone", "3GPP TS 23.003")
    },
    Identity {
        shapes: &["000000000000000"],
        check: Some(check::subscriber),
        words: &["imsi"],
        keys: &["imsi"],
        matches: &[Match { text: "IMSI 310150123456789", masked: "IMSI ***************" }],
        ignores: &[Ignore { text: "IMSI 110150123456789", reason: "no such country" }],
        ..row("imsi", "IMSI of a subscriber", "ITU-T E.212")
    },
    Identity {
        shapes: &["8900000000000000000", "89000000000000000000"],
        check: Some(check::sim_card),
        words: &["iccid"],
        keys: &["iccid"],
        matches: &[Match { text: "ICCID 8901410321111851072", masked: "ICCID *******************" }],
        ignores: &[Ignore { text: "part 8901410321111851072", reason: "no word says what it is" }],
        ..row("iccid", "ICCID of a SIM card", "ITU-T E.118")
    },
];
