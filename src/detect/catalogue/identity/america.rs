//! Ids of the Americas, and those that all countries have.

use super::super::super::checks::identity as check;
use super::super::super::{Ignore, Match};
use super::{Identity, row};

pub(super) static IDS: [Identity; 7] = [
    Identity {
        shapes: &["@@0000000", "@90000000"],
        check: Some(check::american_prescriber),
        is_checked: true,
        words: &[
            "dea",
            "medical license",
            "medical licence",
            "prescriber",
            "certificate number",
            "controlled substance",
        ],
        matches: &[Match { text: "DEA number BB1388568", masked: "DEA number *********" }],
        ignores: &[
            Ignore { text: "DEA number BB1388569", reason: "the check digit is wrong" },
            Ignore { text: "part BB1388568", reason: "no word says what it is" },
        ],
        ..row("us-dea", "US DEA number", "Drug Enforcement Administration")
    },
    Identity {
        shapes: &["0@*0_@*0_@@00"],
        check: Some(check::american_medicare),
        words: &["mbi", "medicare", "beneficiary"],
        matches: &[
            Match { text: "medicare 1EG4TE5MK73", masked: "medicare ***********" },
            Match { text: "MBI 1EG4-TE5-MK73", masked: "MBI ****-***-****" },
        ],
        ignores: &[
            Ignore { text: "part 1EG4TE5MK73", reason: "no word says what it is" },
            Ignore { text: "medicare 1SG4TE5MK73", reason: "S is not used" },
        ],
        ..row("us-mbi", "US Medicare beneficiary identifier", "Centers for Medicare and Medicaid Services")
    },
    Identity {
        shapes: &["@@@@000000@@@@@@*0"],
        check: Some(check::mexican),
        is_checked: true,
        sure: Some(check::mexican),
        words: &["curp"],
        matches: &[Match { text: "alta HEGG560427MVZRRL04 ok", masked: "alta ****************** ok" }],
        ignores: &[Ignore { text: "alta HEGG560427MVZRRL05", reason: "the check digit is wrong" }],
        ..row("mx-curp", "Mexican CURP", "RENAPO")
    },
    Identity {
        shapes: &["@@@@_000000_***", "@@@_000000_***"],
        check: Some(check::mexican_tax),
        words: &["rfc", "contribuyente"],
        matches: &[Match { text: "RFC: GODE561231GR8", masked: "RFC: *************" }],
        ignores: &[Ignore { text: "RFC GODE569931GR8", reason: "no such month" }],
        ..row("mx-rfc", "Mexican RFC", "SAT")
    },
    Identity {
        shapes: &["*****************"],
        check: Some(check::vehicle),
        words: &["vin", "vehicle ident", "chassis", "fahrgestell"],
        matches: &[Match { text: "VIN 1HGCM82633A004352", masked: "VIN *****************" }],
        ignores: &[
            Ignore { text: "part 1HGCM82633A004352", reason: "no word says what it is" },
            Ignore { text: "VIN 1HGCM82633O004352", reason: "there is no O" },
        ],
        ..row("vin", "vehicle identification number", "ISO 3779")
    },
    Identity {
        shapes: &[
            "@0000000",
            "@00000000",
            "@@0000000",
            "@@_0000000",
            "@@000000",
            "@@@000000",
            "00@@00000",
            "@000@0000",
            "0000000@",
        ],
        check: Some(check::numbered),
        words: &[
            "passport",
            "pasaporte",
            "passaporto",
            "passeport",
            "reisepass",
            "passnummer",
            "pass nr",
            "pass no",
            "paszport",
            "pasaport",
            "paspoort",
            "passaporte",
            "passi",
            "여권",
            "护照",
            "護照",
            "travel document",
        ],
        matches: &[
            Match { text: "my passport is AB1234567, thanks", masked: "my passport is *********, thanks" },
            Match { text: "passport number: M123A4567", masked: "passport number: *********" },
        ],
        ignores: &[
            Ignore { text: "part AB1234567", reason: "no word says what it is" },
            Ignore { text: "passport AB12CDEFG", reason: "too few digits" },
        ],
        ..row("passport", "passport number", "ICAO Doc 9303; the issuing states")
    },
    Identity {
        shapes: &[
            "@0000000",
            "@00000000",
            "@000000",
            "@@000000",
            "@@@000000",
            "@@0000000",
            "@000000000000",
            "@00000000000",
            "@00000000000000",
            "@@0000000@",
            "@*********",
            "00@0000000000",
            "@_000_000_00_000_0",
            "@000_0000_0000",
            "@@00_00000000000",
            "@@0000000000000",
        ],
        check: Some(check::numbered),
        words: &[
            "driver license",
            "drivers license",
            "driver s license",
            "driver licence",
            "driving licence",
            "driving license",
            "driverlicense",
            "patente",
            "permis de conduire",
            "permiso de conducir",
            "carnet de conducir",
            "rijbewijs",
            "prawo jazdy",
            "prawa jazdy",
            "ehliyet",
            "korkort",
            "körkort",
            "førerkort",
            "kørekort",
            "dl number",
            "dl no",
        ],
        matches: &[Match { text: "driver license D1234567 ok", masked: "driver license ******** ok" }],
        ignores: &[
            Ignore { text: "license D1234567", reason: "a license of something" },
            Ignore { text: "driver license required", reason: "no number" },
        ],
        ..row("driving-licence", "driving licence number", "AAMVA DL/ID standard; the issuing states")
    },
];
