//! Ids of Europe.

use super::super::super::checks::identity as check;
use super::super::super::{Ignore, Match};
use super::{Identity, row};

pub(super) static IDS: [Identity; 14] = [
    Identity {
        shapes: &["000000?000*"],
        check: Some(check::finnish),
        sure: Some(check::finnish),
        words: &["hetu", "henkilotunnus", "henkilötunnus", "personbeteckning", "personal identity code"],
        keys: &["hetu", "henkilotunnus", "henkilötunnus", "personal identity code"],
        matches: &[
            Match { text: "asiakas 131052-308T ok", masked: "asiakas ******-**** ok" },
            Match { text: "hetu=010594Y9032", masked: "hetu=***********" },
        ],
        ignores: &[
            Ignore { text: "asiakas 131052-308U", reason: "the check letter is wrong" },
            Ignore { text: "part 991352-308T", reason: "no such day" },
        ],
        ..row("fi-personal-id", "Finnish personal identity code", "Digital and Population Data Services Agency")
    },
    Identity {
        shapes: &["00000000_@", "0000000_@", "@_0000000_@"],
        check: Some(check::spanish),
        is_checked: true,
        words: &["nif", "dni", "nie", "documento nacional", "identidad", "extranjero"],
        keys: &["nif", "dni", "documento identidad", "documento nacional"],
        doubtful_keys: &["nie"],
        matches: &[
            Match { text: "cliente con DNI 12345678Z ok", masked: "cliente con DNI ********* ok" },
            Match { text: "Z8078221M en mi NIE", masked: "********* en mi NIE" },
        ],
        ignores: &[
            Ignore { text: "cliente con DNI 12345678A", reason: "the check letter is wrong" },
            Ignore { text: "part 12345678Z", reason: "no word says what it is" },
        ],
        ..row("es-nif", "Spanish DNI, NIF or NIE", "Ministerio del Interior, Orden INT/2058/2008")
    },
    Identity {
        shapes: &["@@@@@@*****@***@", "@@@@@@_**_***_@***@"],
        check: Some(check::italian_form),
        is_checked: false,
        sure: Some(check::italian),
        words: &["codice fiscale", "fiscal code", "cf", "tax code"],
        keys: &["codice fiscale", "codicefiscale", "fiscal code", "codfiscale"],
        doubtful_keys: &["cf"],
        matches: &[
            Match { text: "utente RSSMRA85T10A562S ok", masked: "utente **************** ok" },
            Match { text: "codice fiscale: RSSMRA85T10A562A", masked: "codice fiscale: ****************" },
        ],
        ignores: &[Ignore { text: "utente RSSMRA85T10A562A", reason: "the check letter is wrong" }],
        ..row("it-fiscal-code", "Italian codice fiscale", "Agenzia delle Entrate, D.M. 23 dicembre 1976")
    },
    Identity {
        shapes: &["*********", "*********0"],
        check: Some(check::german_card),
        words: &[
            "personalausweis",
            "reisepass",
            "passport",
            "ausweisnummer",
            "ausweisnr",
            "ausweis",
            "id card",
            "identity card",
            "personalausweisnummer",
        ],
        keys: &[
            "personalausweis",
            "personalausweisnummer",
            "ausweisnummer",
            "ausweisnr",
            "identity card",
            "identitycard",
            "id card",
        ],
        matches: &[Match { text: "Personalausweis: L01X00T47.", masked: "Personalausweis: *********." }],
        ignores: &[
            Ignore { text: "part L01X00T47", reason: "no word says what it is" },
            Ignore { text: "Personalausweis A01E00T47", reason: "vowels are not used" },
        ],
        ..row("de-id-card", "German identity card", "Bundesministerium des Innern")
    },
    Identity {
        shapes: &["00_000000_@_000"],
        check: Some(check::german_pension),
        is_checked: true,
        words: &[
            "rentenversicherung",
            "sozialversicherung",
            "versicherungsnummer",
            "rvnr",
            "svnr",
            "social security",
            "pension",
            "rv nummer",
        ],
        keys: &["rentenversicherungsnummer", "rvnr", "sozialversicherungsnummer", "versicherungsnummer"],
        matches: &[Match { text: "RVNR 65070803A019 ok", masked: "RVNR ************ ok" }],
        ignores: &[
            Ignore { text: "RVNR 65070803A012", reason: "the check digit is wrong" },
            Ignore { text: "part 65070803A019", reason: "no word says what it is" },
        ],
        ..row("de-pension-number", "German pension insurance number", "Deutsche Rentenversicherung, VKVV § 2")
    },
    Identity {
        shapes: &["@000000000"],
        check: Some(check::german_health),
        is_checked: true,
        words: &[
            "kvnr",
            "krankenversicherung",
            "krankenversichertennummer",
            "versichertennummer",
            "krankenkasse",
            "health insurance",
            "gesundheitskarte",
        ],
        keys: &["kvnr", "krankenversichertennummer", "versichertennummer", "health insurance", "healthinsurance"],
        matches: &[Match { text: "KVNR A000500015", masked: "KVNR **********" }],
        ignores: &[Ignore { text: "KVNR A000500016", reason: "the check digit is wrong" }],
        ..row("de-health-number", "German health insurance number", "GKV-Spitzenverband, § 290 SGB V")
    },
    Identity {
        shapes: &["DE_000000000", "DE_000_000_000"],
        check: Some(check::german_vat),
        is_checked: true,
        words: &["vat", "ust id", "ustid", "ust idnr", "umsatzsteuer", "steuer"],
        keys: &["ustid", "ustidnr", "ust id", "vatin"],
        doubtful_keys: &["vat"],
        matches: &[Match { text: "VAT DE136695976 ok", masked: "VAT *********** ok" }],
        ignores: &[Ignore { text: "VAT DE136695977", reason: "the check digit is wrong" }],
        ..row("de-vat-number", "German VAT number", "Bundeszentralamt für Steuern")
    },
    Identity {
        shapes: &["@@_00_00_00_@"],
        check: Some(check::british_insurance),
        words: &["nino", "national insurance", "ni number", "ni no", "insurance number"],
        keys: &["nino", "national insurance", "nationalinsurance"],
        doubtful_keys: &["ni", "insurance"],
        matches: &[
            Match { text: "NINO AA123456B ok", masked: "NINO ********* ok" },
            Match {
                text: "national insurance number: AB 12 34 56 C",
                masked: "national insurance number: ** ** ** ** *",
            },
        ],
        ignores: &[
            Ignore { text: "NINO BG123456B", reason: "the letters are not given" },
            Ignore { text: "part AA123456B", reason: "no word says what it is" },
        ],
        ..row("uk-nino", "UK national insurance number", "HM Revenue and Customs, NIM39110")
    },
    Identity {
        shapes: &["@****_000000_***@@"],
        check: Some(check::british_licence),
        words: &[
            "driving licence",
            "driver licence",
            "driving license",
            "driver license",
            "drivers license",
            "driver s license",
            "dvla",
        ],
        matches: &[Match {
            text: "driving licence MORGA657054SM9IJ ok",
            masked: "driving licence **************** ok",
        }],
        ignores: &[Ignore { text: "driving licence MORGA600054SM9IJ", reason: "no such month" }],
        ..row("uk-driving-licence", "UK driving licence", "DVLA")
    },
    Identity {
        shapes: &["0000000@", "0000000@@"],
        check: Some(check::irish),
        is_checked: true,
        words: &["pps", "ppsn", "personal public service"],
        keys: &["ppsn"],
        doubtful_keys: &["pps"],
        matches: &[Match { text: "PPS number 1234567T", masked: "PPS number ********" }],
        ignores: &[Ignore { text: "PPS number 1234567A", reason: "the check letter is wrong" }],
        ..row("ie-pps", "Irish PPS number", "Department of Social Protection")
    },
    Identity {
        shapes: &["0_00_00_2A_000_000_00", "0_00_00_2B_000_000_00"],
        check: Some(check::corsican),
        is_checked: true,
        words: &["nir", "insee", "securite sociale", "sécurité sociale", "secu"],
        matches: &[Match { text: "NIR 185052A00608435", masked: "NIR ***************" }],
        ignores: &[Ignore { text: "NIR 185052A00608436", reason: "the check digits are wrong" }],
        ..row("fr-nir-corsica", "French social security number of Corsica", "INSEE")
    },
    Identity {
        shapes: &["@@@_000000"],
        check: Some(check::polish_card),
        is_checked: true,
        words: &["dowod", "dowód", "dowodu", "identity card", "id card"],
        keys: &["dowod osobisty", "numer dowodu"],
        matches: &[Match { text: "dowód ABS123456 ok", masked: "dowód ********* ok" }],
        ignores: &[Ignore { text: "dowód ABS223456", reason: "the check digit is wrong" }],
        ..row("pl-id-card", "Polish identity card", "Ministerstwo Spraw Wewnętrznych i Administracji")
    },
    Identity {
        shapes: &["@@00000@@", "@@0000000", "@@_0000000"],
        words: &["carta d identita", "carta d identità", "carta identita", "carta identità", "identity card"],
        keys: &["carta identita"],
        matches: &[Match { text: "carta d'identità: CA00000AA", masked: "carta d'identità: *********" }],
        ignores: &[Ignore { text: "part CA00000AA", reason: "no word says what it is" }],
        ..row("it-id-card", "Italian identity card", "Ministero dell'Interno")
    },
    Identity {
        shapes: &["***********"],
        check: Some(check::numbered),
        words: &["fuhrerschein", "führerschein", "fuehrerschein", "fahrerlaubnis", "driver license", "driving licence"],
        matches: &[Match { text: "Führerschein B072RR12I55", masked: "Führerschein ***********" }],
        ignores: &[Ignore { text: "part B072RR12I55", reason: "no word says what it is" }],
        ..row("de-driving-licence", "German driving licence", "Kraftfahrt-Bundesamt, FeV Anlage 8")
    },
];
