//! Numbers of patients, of those who treat them, and of births.

use super::super::super::checks::health as check;
use super::super::super::{Ignore, Match};
use super::{Identity, row};

pub(super) static IDS: [Identity; 11] = [
    Identity {
        shapes: &["0000000000", "0000_000_000"],
        check: Some(check::american_provider),
        words: &["npi", "national provider", "provider identifier", "provider id", "provider number"],
        keys: &["npi", "national provider", "provider npi"],
        matches: &[Match { text: "NPI 1245319599 ok", masked: "NPI ********** ok" }],
        ignores: &[Ignore { text: "NPI 1245319598 ok", reason: "the check digit is wrong" }],
        ..row("us-npi", "US national provider identifier", "CMS, 45 CFR 162.406")
    },
    Identity {
        shapes: &["000_000_0000"],
        check: Some(check::british),
        words: &["nhs", "chi number"],
        keys: &["nhs", "nhsnumber"],
        matches: &[Match { text: "NHS 943 476 5919", masked: "NHS *** *** ****" }],
        ignores: &[Ignore { text: "NHS 943 476 5918", reason: "the check digit is wrong" }],
        ..row("uk-nhs", "NHS number", "NHS Data Dictionary")
    },
    Identity {
        shapes: &["@@@0000", "@@@00@@"],
        check: Some(check::new_zealand),
        words: &["nhi", "national health index"],
        keys: &["national health index"],
        doubtful_keys: &["nhi"],
        matches: &[],
        ignores: &[Ignore { text: "part ZAC5361", reason: "no word says what it is" }],
        ..row("nz-nhi", "New Zealand national health index", "HISO 10046")
    },
    Identity {
        shapes: &["000000000"],
        check: Some(check::german_doctor),
        words: &["lanr", "arztnummer", "lebenslange arztnummer", "bsnr", "betriebsstättennummer"],
        keys: &["lanr", "arztnummer", "bsnr"],
        matches: &[],
        ignores: &[Ignore { text: "part 123456601 ok", reason: "no word says what it is" }],
        ..row("de-doctor-number", "German number of a doctor", "KBV, § 293 SGB V")
    },
    Identity {
        shapes: &["000_000_000"],
        check: Some(check::hungarian),
        words: &["taj", "társadalombiztosítási"],
        keys: &["taj szam", "tajszam"],
        doubtful_keys: &["taj"],
        matches: &[Match { text: "TAJ 111 111 110 ok", masked: "TAJ *** *** *** ok" }],
        ignores: &[Ignore { text: "TAJ 111 111 111 ok", reason: "the check digit is wrong" }],
        ..row("hu-taj", "Hungarian social security number", "NEAK, 1996. évi XX. törvény")
    },
    Identity {
        shapes: &["0000_000000"],
        check: Some(check::austrian),
        words: &["svnr", "sv nummer", "sozialversicherungsnummer", "sozialversicherung"],
        keys: &["svnr"],
        matches: &[Match { text: "SVNR 1237 010180", masked: "SVNR **** ******" }],
        ignores: &[Ignore { text: "SVNR 1236 010180", reason: "the check digit is wrong" }],
        ..row("at-insurance-number", "Austrian insurance number", "Dachverband der Sozialversicherungsträger")
    },
    Identity {
        shapes: &["000000_0000"],
        check: Some(check::czech),
        words: &["rodne cislo", "rodné číslo", "rodné čislo", "rodneho cisla", "birth number"],
        keys: &["rodne cislo", "rodnecislo", "birth"],
        matches: &[Match { text: "rodné číslo 7103192745 ok", masked: "rodné číslo ********** ok" }],
        ignores: &[Ignore { text: "rodné číslo 7103192746 ok", reason: "the check digit is wrong" }],
        ..row("cz-sk-birth-number", "Czech or Slovak birth number", "Zákon 133/2000 Sb.")
    },
    Identity {
        shapes: &["0000000000000"],
        check: Some(check::yugoslav),
        words: &["emso", "emšo", "jmbg", "matični broj", "maticni broj"],
        keys: &["emso", "jmbg"],
        matches: &[Match { text: "EMSO 0101006500006", masked: "EMSO *************" }],
        ignores: &[Ignore { text: "EMSO 0101006500007", reason: "the check digit is wrong" }],
        ..row("si-emso", "EMŠO or JMBG", "Zakon o centralnem registru prebivalstva")
    },
    Identity {
        shapes: &["0000000000"],
        check: Some(check::bulgarian),
        words: &["egn", "егн", "единен граждански"],
        keys: &["egn"],
        matches: &[Match { text: "EGN 7523169263 ok", masked: "EGN ********** ok" }],
        ignores: &[Ignore { text: "EGN 7523169264 ok", reason: "the check digit is wrong" }],
        ..row("bg-egn", "Bulgarian EGN", "GRAO")
    },
    Identity {
        shapes: &["0000000000"],
        check: Some(check::ecuadorian),
        words: &["cedula", "cédula"],
        keys: &["cedula", "cédula", "cedula identidad", "cedula ciudadania"],
        matches: &[Match { text: "cédula 1710034065 ok", masked: "cédula ********** ok" }],
        ignores: &[Ignore { text: "cédula 1710034066 ok", reason: "the check digit is wrong" }],
        ..row("ec-cedula", "Ecuadorian cédula", "Registro Civil")
    },
    Identity {
        shapes: &["@@00000000", "@@000000", "@@@000000"],
        check: Some(super::super::super::checks::identity::numbered),
        words: &["medical record number", "medical record no", "patient record number"],
        keys: &["medical record", "medicalrecord", "medicalrecordnumber", "patient record"],
        doubtful_keys: &["mrn"],
        matches: &[Match { text: "medical record number MR12345678", masked: "medical record number **********" }],
        ignores: &[Ignore { text: "record number MR12345678", reason: "a record of something" }],
        ..row("medical-record", "medical record number", "HIPAA, 45 CFR 164.514(b)(2)")
    },
];
