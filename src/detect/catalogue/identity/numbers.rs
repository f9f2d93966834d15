//! Numbers of digits alone that are asked for by their own words.

use super::super::super::checks::{luhn::luhn, numbers as check};
use super::super::super::{Ignore, Match};
use super::{Identity, row};

pub(super) static IDS: [Identity; 23] = [
    Identity {
        shapes: &["00_000_000_000"],
        check: Some(check::australian_business),
        words: &["abn", "australian business"],
        doubtful_keys: &["abn"],
        matches: &[Match { text: "ABN 51 824 753 556", masked: "ABN ** *** *** ***" }],
        ignores: &[Ignore { text: "ABN 51 824 753 557", reason: "the check digit is wrong" }],
        ..row("au-abn", "Australian business number", "Australian Business Register")
    },
    Identity {
        shapes: &["000_000_000"],
        check: Some(check::australian_company),
        words: &["acn", "australian company"],
        doubtful_keys: &["acn"],
        matches: &[Match { text: "ACN 004 085 616", masked: "ACN *** *** ***" }],
        ignores: &[Ignore { text: "ACN 004 085 617", reason: "the check digit is wrong" }],
        ..row("au-acn", "Australian company number", "ASIC")
    },
    Identity {
        shapes: &["0000_00000_0"],
        check: Some(check::australian_medicare),
        words: &["medicare"],
        matches: &[Match { text: "medicare 2123 45670 1", masked: "medicare **** ***** *" }],
        ignores: &[Ignore { text: "medicare 2123 25870 1", reason: "the check digit is wrong" }],
        ..row("au-medicare", "Australian Medicare number", "Services Australia")
    },
    Identity {
        shapes: &["00_00_00_000_00"],
        check: Some(check::belgian),
        words: &[
            "rijksregister",
            "registre national",
            "nationaal nummer",
            "numero national",
            "numéro national",
            "nrn",
            "niss",
            "insz",
        ],
        keys: &["rijksregister", "rijksregisternummer", "registre national", "insz", "niss"],
        doubtful_keys: &["nrn"],
        matches: &[Match { text: "NISS 85.07.30-033.28", masked: "NISS **.**.**-***.**" }],
        ignores: &[Ignore { text: "NISS 85.07.30-033.29", reason: "the check digit is wrong" }],
        ..row("be-national-number", "Belgian national register number", "Rijksregister")
    },
    Identity {
        shapes: &["00_000_000_*", "0_000_000_*"],
        check: Some(check::chilean),
        words: &["rut", "rol unico", "rol único"],
        doubtful_keys: &["rut"],
        matches: &[Match { text: "RUT 12.345.678-5", masked: "RUT **.***.***-*" }],
        ignores: &[Ignore { text: "RUT 12.345.678-6", reason: "the check digit is wrong" }],
        ..row("cl-rut", "Chilean RUT", "Servicio de Impuestos Internos")
    },
    Identity {
        shapes: &["00_00000000_0"],
        check: Some(check::argentinian),
        words: &["cuit", "cuil"],
        keys: &["cuit", "cuil"],
        matches: &[Match { text: "CUIT 20-12345678-6", masked: "CUIT **-********-*" }],
        ignores: &[Ignore { text: "CUIT 20-12345678-7", reason: "the check digit is wrong" }],
        ..row("ar-cuit", "Argentinian CUIT or CUIL", "AFIP")
    },
    Identity {
        shapes: &["00000000000"],
        check: Some(check::croatian),
        words: &["oib"],
        keys: &["oib"],
        matches: &[Match { text: "OIB 94577403740", masked: "OIB ***********" }],
        ignores: &[Ignore { text: "OIB 94577403741", reason: "the check digit is wrong" }],
        ..row("hr-oib", "Croatian OIB", "Porezna uprava")
    },
    Identity {
        shapes: &["000000_0000"],
        check: Some(check::danish),
        words: &["cpr", "cpr nr", "personnummer"],
        keys: &["cpr nummer", "cprnr", "cprnummer"],
        doubtful_keys: &["cpr"],
        matches: &[Match { text: "CPR 010190-1234", masked: "CPR ******-****" }],
        ignores: &[Ignore { text: "CPR 990190-1234", reason: "there is no such date" }],
        ..row("dk-cpr", "Danish CPR number", "CPR-kontoret")
    },
    Identity {
        shapes: &["00000000000"],
        check: Some(check::baltic),
        words: &["isikukood", "asmens kodas", "asmens koda"],
        keys: &["isikukood", "asmens kodas"],
        matches: &[Match { text: "isikukood 37605030299", masked: "isikukood ***********" }],
        ignores: &[Ignore { text: "isikukood 37605030298", reason: "the check digit is wrong" }],
        ..row("ee-lt-personal-code", "Estonian or Lithuanian personal code", "RIA; Registrų centras")
    },
    Identity {
        shapes: &["00000000000", "000000_00000"],
        check: Some(check::greek),
        words: &["amka", "αμκα"],
        keys: &["amka"],
        matches: &[Match { text: "AMKA 01018012342", masked: "AMKA ***********" }],
        ignores: &[Ignore { text: "AMKA 01018012343", reason: "the check digit is wrong" }],
        ..row("gr-amka", "Greek AMKA", "IDIKA")
    },
    Identity {
        shapes: &["0000000000000000"],
        check: Some(check::indonesian),
        words: &["nik", "ktp", "kependudukan"],
        keys: &["ktp"],
        doubtful_keys: &["nik"],
        matches: &[Match { text: "NIK 3171015204900001", masked: "NIK ****************" }],
        ignores: &[Ignore { text: "NIK 3171019999900001", reason: "there is no such date" }],
        ..row("id-nik", "Indonesian NIK", "Dukcapil")
    },
    Identity {
        shapes: &["0000_0000_0000"],
        check: Some(check::japanese),
        words: &["my number", "mynumber", "マイナンバー", "個人番号"],
        keys: &["mynumber"],
        doubtful_keys: &["my"],
        matches: &[Match { text: "my number 1234 5678 9018", masked: "my number **** **** ****" }],
        ignores: &[Ignore { text: "my number 1234 5678 9017", reason: "the check digit is wrong" }],
        ..row("jp-my-number", "Japanese My Number", "Ministry of Internal Affairs and Communications")
    },
    Identity {
        shapes: &["000_00_00000"],
        check: Some(check::korean_business),
        words: &["brn", "business registration", "사업자"],
        matches: &[Match { text: "BRN 104-82-13138", masked: "BRN ***-**-*****" }],
        ignores: &[Ignore { text: "BRN 104-82-13139", reason: "the check digit is wrong" }],
        ..row("kr-business-number", "South Korean business registration", "National Tax Service of Korea")
    },
    Identity {
        shapes: &["00-00-000000-00"],
        check: Some(check::korean_licence),
        words: &["license", "licence", "면허", "운전면허"],
        matches: &[Match { text: "my license is 13-22-123456-12", masked: "my license is **-**-******-**" }],
        ignores: &[Ignore { text: "my license is 31-22-123456-12", reason: "the region is not given" }],
        ..row("kr-driving-licence", "South Korean driving licence", "Korean National Police Agency")
    },
    Identity {
        shapes: &["000000_00_0000"],
        check: Some(check::malaysian),
        words: &["nric", "mykad", "kad pengenalan"],
        keys: &["mykad"],
        matches: &[Match { text: "MyKad 900131-14-5678", masked: "MyKad ******-**-****" }],
        ignores: &[Ignore { text: "MyKad 901331-14-5678", reason: "there is no such date" }],
        ..row("my-nric", "Malaysian NRIC", "Jabatan Pendaftaran Negara")
    },
    Identity {
        shapes: &["000000_00000"],
        check: Some(check::norwegian),
        words: &["fodselsnummer", "fødselsnummer", "fodselsnr", "fødselsnr", "personnummer", "fnr"],
        keys: &["fodselsnummer", "fødselsnummer", "fodselsnr"],
        doubtful_keys: &["fnr"],
        matches: &[Match { text: "fnr 01019010046", masked: "fnr ***********" }],
        ignores: &[Ignore { text: "fnr 01019010047", reason: "the check digit is wrong" }],
        ..row("no-birth-number", "Norwegian birth number", "Skatteetaten")
    },
    Identity {
        shapes: &["000_000_000_000", "000_000_000_00000"],
        check: Some(check::philippine),
        words: &["tin", "bir", "tax id", "taxpayer"],
        doubtful_keys: &["tin"],
        matches: &[Match { text: "TIN 000-123-456-000", masked: "TIN ***-***-***-***" }],
        ignores: &[Ignore { text: "TIN 000-123-457-000", reason: "the check digit is wrong" }],
        ..row("ph-tin", "Philippine TIN", "Bureau of Internal Revenue")
    },
    Identity {
        shapes: &["0000000000000"],
        check: Some(check::romanian),
        words: &["cnp", "cod numeric"],
        keys: &["cnp"],
        matches: &[Match { text: "CNP 1800101012342", masked: "CNP *************" }],
        ignores: &[Ignore { text: "CNP 1800101012343", reason: "the check digit is wrong" }],
        ..row("ro-cnp", "Romanian CNP", "Law 105/1996")
    },
    Identity {
        shapes: &["000_000_000_00"],
        check: Some(check::russian_insurance),
        words: &["snils", "снилс"],
        keys: &["snils"],
        matches: &[Match { text: "SNILS 112-233-445 95", masked: "SNILS ***-***-*** **" }],
        ignores: &[Ignore { text: "SNILS 112-233-445 96", reason: "the check digit is wrong" }],
        ..row("ru-snils", "Russian SNILS", "Social Fund of Russia")
    },
    Identity {
        shapes: &["000000000000"],
        check: Some(check::russian_tax),
        words: &["inn", "инн"],
        doubtful_keys: &["inn"],
        matches: &[Match { text: "INN 500100732259", masked: "INN ************" }],
        ignores: &[Ignore { text: "INN 500100732258", reason: "the check digit is wrong" }],
        ..row("ru-inn", "Russian INN of a person", "Federal Tax Service of Russia")
    },
    Identity {
        shapes: &["756_0000_0000_00"],
        check: Some(check::swiss),
        words: &["ahv", "avs", "sozialversicherung", "social security"],
        keys: &["ahv", "ahv nummer"],
        doubtful_keys: &["avs"],
        matches: &[Match { text: "AHV 756.9217.1012.36", masked: "AHV ***.****.****.**" }],
        ignores: &[Ignore { text: "AHV 756.9217.1012.37", reason: "the check digit is wrong" }],
        ..row("ch-ahv", "Swiss AHV number", "Zentrale Ausgleichsstelle")
    },
    Identity {
        shapes: &["00000000000", "IT_00000000000"],
        check: Some(check::italian_vat),
        words: &["vat", "partita iva", "p iva", "iva", "piva"],
        keys: &["partita iva", "partitaiva", "piva"],
        doubtful_keys: &["iva"],
        matches: &[Match { text: "partita IVA 01333550323", masked: "partita IVA ***********" }],
        ignores: &[Ignore { text: "partita IVA 01333550324", reason: "the check digit is wrong" }],
        ..row("it-vat", "Italian VAT number", "Agenzia delle Entrate")
    },
    Identity {
        shapes: &["000000_0000"],
        check: Some(luhn),
        words: &["organisationsnummer", "orgnr", "org nr"],
        keys: &["organisationsnummer", "orgnr", "org nr"],
        matches: &[Match { text: "orgnr 556703-7485", masked: "orgnr ******-****" }],
        ignores: &[Ignore { text: "orgnr 556703-7486", reason: "the check digit is wrong" }],
        ..row("se-organisation-number", "Swedish organisation number", "Skatteverket")
    },
];
