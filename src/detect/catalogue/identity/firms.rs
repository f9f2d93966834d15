//! Numbers for taxes, firms and their accounts.

use super::super::super::checks::taxes;
use super::super::super::{Ignore, Match};
use super::{Identity, row};

pub(super) static IDS: [Identity; 17] = [
    Identity {
        shapes: &["00-0000000", "000000000"],
        check: Some(taxes::american_employer),
        words: &["ein", "fein", "employer identification", "federal tax"],
        keys: &["fein", "employer identification", "federal tax"],
        doubtful_keys: &["ein"],
        matches: &[Match { text: "EIN 12-3456789 ok", masked: "EIN **-******* ok" }],
        ignores: &[Ignore { text: "EIN 07-3456789 ok", reason: "the prefix is not given" }],
        ..row("us-ein", "US employer identification number", "IRS, EIN prefixes")
    },
    Identity {
        shapes: &["000_000_000"],
        check: Some(taxes::canadian),
        words: &["social insurance", "numéro d assurance sociale", "mon nas"],
        keys: &["social insurance", "socialinsurancenumber"],
        doubtful_keys: &["sin"],
        matches: &[Match { text: "social insurance 130 692 544 ok", masked: "social insurance *** *** *** ok" }],
        ignores: &[Ignore { text: "social insurance 130 692 545", reason: "the check digit is wrong" }],
        ..row("ca-sin", "Canadian social insurance number", "Employment and Social Development Canada")
    },
    Identity {
        shapes: &["000_000_000", "0000_00_000"],
        check: Some(taxes::dutch),
        words: &["bsn", "burgerservicenummer", "sofinummer", "sofi nummer"],
        keys: &["bsn", "burgerservicenummer", "sofinummer"],
        matches: &[Match { text: "BSN 1112.22.333 ok", masked: "BSN ****.**.*** ok" }],
        ignores: &[Ignore { text: "BSN 1112.22.334 ok", reason: "the check digit is wrong" }],
        ..row("nl-bsn", "Dutch citizen service number", "Rijksdienst voor Identiteitsgegevens")
    },
    Identity {
        shapes: &["000_000_000"],
        check: Some(taxes::portuguese),
        words: &["nif", "contribuinte"],
        keys: &["contribuinte"],
        matches: &[Match { text: "NIF 501 964 843 ok", masked: "NIF *** *** *** ok" }],
        ignores: &[Ignore { text: "NIF 501 964 844 ok", reason: "the check digit is wrong" }],
        ..row("pt-nif", "Portuguese tax number", "Autoridade Tributária")
    },
    Identity {
        shapes: &["0000000000", "00000_00000"],
        check: Some(taxes::british),
        words: &["utr", "unique taxpayer"],
        keys: &["unique taxpayer"],
        doubtful_keys: &["utr"],
        matches: &[Match { text: "UTR 1955839661 ok", masked: "UTR ********** ok" }],
        ignores: &[Ignore { text: "UTR 2955839661 ok", reason: "the check digit is wrong" }],
        ..row("uk-utr", "UK unique taxpayer reference", "HM Revenue and Customs")
    },
    Identity {
        shapes: &["000_000_00_00", "000_00_00_000"],
        check: Some(taxes::polish),
        words: &["nip", "numer identyfikacji podatkowej"],
        doubtful_keys: &["nip"],
        matches: &[Match { text: "NIP 123-456-32-18 ok", masked: "NIP ***-***-**-** ok" }],
        ignores: &[Ignore { text: "NIP 123-456-32-19 ok", reason: "the check digit is wrong" }],
        ..row("pl-nip", "Polish tax number", "Ministerstwo Finansów")
    },
    Identity {
        shapes: &["000_000_000"],
        check: Some(taxes::polish_firm),
        words: &["regon"],
        keys: &["regon"],
        matches: &[Match { text: "REGON 123 456 785 ok", masked: "REGON *** *** *** ok" }],
        ignores: &[Ignore { text: "REGON 123 456 786 ok", reason: "the check digit is wrong" }],
        ..row("pl-regon", "Polish business number", "Główny Urząd Statystyczny")
    },
    Identity {
        shapes: &["00_000_00000", "000_000_00000", "000_0000_0000", "00000_00000"],
        check: Some(taxes::german_office),
        words: &["steuernummer", "steuernr", "steuer nr", "st nr"],
        keys: &["steuernummer", "steuernr"],
        matches: &[Match { text: "Steuernummer 2181508150 ok", masked: "Steuernummer ********** ok" }],
        ignores: &[Ignore { text: "part 2181508150 ok", reason: "no word says what it is" }],
        ..row("de-tax-number", "German tax number of an office", "ELSTER, Struktur der Steuernummern")
    },
    Identity {
        shapes: &["000_000_000"],
        check: Some(taxes::greek),
        words: &["afm", "αφμ"],
        keys: &["afm"],
        matches: &[Match { text: "AFM 094 259 216 ok", masked: "AFM *** *** *** ok" }],
        ignores: &[Ignore { text: "AFM 094 259 217 ok", reason: "the check digit is wrong" }],
        ..row("gr-afm", "Greek tax number", "AADE")
    },
    Identity {
        shapes: &["000_000_000", "00_000_000"],
        check: Some(taxes::new_zealand),
        words: &["ird", "inland revenue"],
        keys: &["inland revenue"],
        doubtful_keys: &["ird"],
        matches: &[Match { text: "IRD 049-091-850 ok", masked: "IRD ***-***-*** ok" }],
        ignores: &[Ignore { text: "IRD 049-091-851 ok", reason: "the check digit is wrong" }],
        ..row("nz-ird", "New Zealand tax number", "Inland Revenue, RWT specification")
    },
    Identity {
        shapes: &["000_000_000_0", "0000000000"],
        check: Some(taxes::colombian),
        words: &["nit", "dian"],
        doubtful_keys: &["nit"],
        matches: &[Match { text: "NIT 800.197.268-4", masked: "NIT ***.***.***-*" }],
        ignores: &[Ignore { text: "NIT 800.197.268-5", reason: "the check digit is wrong" }],
        ..row("co-nit", "Colombian tax number", "DIAN, Orden Administrativa 4 de 1989")
    },
    Identity {
        shapes: &["00_000_000_0000_00", "**_***_***_****_00"],
        check: Some(taxes::brazilian_firm),
        words: &["cnpj"],
        keys: &["cnpj"],
        matches: &[
            Match { text: "CNPJ 11222333000181", masked: "CNPJ **************" },
            Match { text: "CNPJ 12ABC34501DE35", masked: "CNPJ **************" },
        ],
        ignores: &[Ignore { text: "CNPJ 11222333000182", reason: "the check digit is wrong" }],
        ..row("br-cnpj", "Brazilian CNPJ", "Receita Federal, IN RFB 2.119/2022, 2.229/2024")
    },
    Identity {
        shapes: &["0000000000"],
        check: Some(taxes::russian_firm),
        words: &["inn", "инн"],
        matches: &[Match { text: "ИНН 7707083893 ok", masked: "ИНН ********** ok" }],
        ignores: &[Ignore { text: "ИНН 7707083894 ok", reason: "the check digit is wrong" }],
        ..row("ru-firm-inn", "Russian INN of a firm", "Federal Tax Service of Russia")
    },
    Identity {
        shapes: &["0000000000"],
        check: Some(taxes::hungarian),
        words: &["adóazonosító", "adoazonosito"],
        keys: &["adoazonosito", "adóazonosító", "adoazonosito jel"],
        matches: &[Match { text: "adóazonosító jel 8071592153 ok", masked: "adóazonosító jel ********** ok" }],
        ignores: &[Ignore { text: "adóazonosító jel 8071592154 ok", reason: "the check digit is wrong" }],
        ..row("hu-tax-number", "Hungarian tax number of a person", "NAV, 1996. évi XX. törvény")
    },
    Identity {
        shapes: &["000000000000000000"],
        check: Some(taxes::mexican_account),
        words: &["clabe"],
        keys: &["clabe"],
        matches: &[Match { text: "CLABE 032180000118359719", masked: "CLABE ******************" }],
        ignores: &[Ignore { text: "CLABE 032180000118359718", reason: "the check digit is wrong" }],
        ..row("mx-clabe", "Mexican CLABE", "Banco de México, Circular 3/2012")
    },
    Identity {
        shapes: &["@@@@0******"],
        check: Some(taxes::indian_bank),
        words: &["ifsc"],
        keys: &["ifsc"],
        matches: &[Match { text: "IFSC SBIN0000123", masked: "IFSC ***********" }],
        ignores: &[Ignore { text: "part SBIN0000123", reason: "no word says what it is" }],
        ..row("in-ifsc", "Indian bank code", "Reserve Bank of India")
    },
    Identity {
        shapes: &["000000_0000", "00000000_0000", "000000+0000"],
        check: Some(taxes::swedish),
        words: &["personnummer", "personnr", "samordningsnummer"],
        keys: &["personnummer", "personnr", "samordningsnummer"],
        matches: &[
            Match { text: "personnummer 811228-9874", masked: "personnummer ******-****" },
            Match { text: "personnummer 8112289874 ok", masked: "personnummer ********** ok" },
        ],
        ignores: &[Ignore { text: "personnummer 811228-9875", reason: "the check digit is wrong" }],
        ..row("se-personal-number", "Swedish personal number", "Skatteverket, SKV 704")
    },
];
