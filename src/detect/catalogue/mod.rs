//! The list of all detectors, one family a file. Whoever adds a detector adds a row to a file; whoever
//! adds a file adds a line to [`FAMILIES`].

use super::Detector;

mod ai;
mod ci_packages;
mod cloud;
mod developer;
pub mod financial;
mod hosted;
pub mod identity;
pub mod infix;
pub mod infrastructure;
mod messaging;
mod observability;
mod payment;
pub mod personal;
mod saas;
mod source_control;
pub mod structural;
pub mod vendor_rows;

/// All families, in the order of the manual.
pub const FAMILIES: &[&[Detector]] = &[
    structural::ROWS,
    cloud::ROWS,
    source_control::ROWS,
    ci_packages::ROWS,
    developer::ROWS,
    observability::ROWS,
    ai::ROWS,
    messaging::ROWS,
    payment::ROWS,
    saas::ROWS,
    hosted::ROWS,
    infix::ROWS,
    financial::ROWS,
    personal::ROWS,
    identity::EUROPE,
    identity::AMERICA,
    identity::ASIA,
    identity::NUMBERS,
    identity::FIRMS,
    identity::HEALTH,
    identity::DEVICES,
    infrastructure::ROWS,
];

/// A detector's place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u16);

impl Slot {
    /// The detector at this place.
    pub fn detector(self) -> &'static Detector {
        let mut index = usize::from(self.0);
        for family in FAMILIES {
            if index < family.len() {
                return &family[index];
            }
            index -= family.len();
        }
        unreachable!("slots are only made from the catalogue")
    }

    /// The place of own rule number `index`, behind the catalogue's. It has no [`Slot::detector`].
    pub fn own(index: usize) -> Slot {
        Slot(OWN + index.min(usize::from(u16::MAX - OWN)) as u16)
    }

    /// Number of the own rule, if it is one.
    pub fn as_own(self) -> Option<usize> {
        self.0.checked_sub(OWN).map(usize::from)
    }

    /// The place of the detector named `id`.
    pub fn named(id: &str) -> Option<Slot> {
        all().position(|detector| detector.id == id).map(|index| Slot(index as u16))
    }

    /// All places, in order.
    pub fn each() -> impl Iterator<Item = Slot> {
        (0..all().count()).map(|index| Slot(index as u16))
    }
}

/// The first place of own rules: behind all that a [`SlotSet`] can hold.
const OWN: u16 = 512;

/// All detectors, in order.
pub fn all() -> impl Iterator<Item = &'static Detector> {
    FAMILIES.iter().flat_map(|family| family.iter())
}

/// A set of detectors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SlotSet([u64; 8]);

impl SlotSet {
    /// Whether it holds the detector.
    #[inline]
    pub fn has(&self, slot: Slot) -> bool {
        self.0[usize::from(slot.0) / 64] >> (slot.0 % 64) & 1 == 1
    }

    /// Puts it in or takes it out.
    pub fn set(&mut self, slot: Slot, on: bool) {
        let word = &mut self.0[usize::from(slot.0) / 64];
        *word = *word & !(1 << (slot.0 % 64)) | u64::from(on) << (slot.0 % 64);
    }
}

/// The place of the detector named `id`, found when pake is compiled.
const fn slot(id: &str) -> Slot {
    const fn same(a: &[u8], b: &[u8]) -> bool {
        if a.len() != b.len() {
            return false;
        }
        let mut at = 0;
        while at < a.len() {
            if a[at] != b[at] {
                return false;
            }
            at += 1;
        }
        true
    }
    let (mut family, mut index) = (0, 0);
    while family < FAMILIES.len() {
        let mut row = 0;
        while row < FAMILIES[family].len() {
            if same(FAMILIES[family][row].id.as_bytes(), id.as_bytes()) {
                return Slot(index);
            }
            row += 1;
            index += 1;
        }
        family += 1;
    }
    panic!("no detector of that name")
}

macro_rules! slots {
    ($($name:ident = $id:literal),* $(,)?) => {
        $(#[doc = concat!("The detector `", $id, "`.")] pub const $name: Slot = slot($id);)*
    };
}

slots! {
    PRIVATE_KEY = "private-key", PUTTY_KEY = "putty-key", JWT = "jwt", AUTHORIZATION = "authorization", BASIC_AUTH = "basic-auth", COOKIE = "cookie",
    SECRET_FIELD = "secret-field", URL_PASSWORD = "url-password", URL_SECRET = "url-secret", WEBHOOK_URL = "webhook-url", CLI_SECRET = "cli-secret",
    NAMED_FIELD = "named-field", SEED_PHRASE = "seed-phrase", HIGH_ENTROPY = "high-entropy", PASSWORD_HASH = "password-hash", NETRC = "netrc",
    CARD = "card", CARD_FIELD = "card-field", CARD_CODE = "card-code", CARD_EXPIRY = "card-expiry", CARD_TRACK = "card-track", IBAN = "iban",
    BIC = "bic", ROUTING = "aba-routing", ACCOUNT = "bank-account", SORT_CODE = "sort-code", CRYPTO = "crypto-address",
    EMAIL = "email", PHONE = "phone", SSN = "us-ssn", NATIONAL_ID = "national-id", BARE_ID = "bare-national-id", ITIN = "us-itin", ADDRESS = "postal-address", IPV4 = "ipv4", IPV6 = "ipv6",
    SPECIAL_ADDRESS = "special-address", MAC = "mac-address", BIRTH_DATE = "birth-date", NAME = "person-name",
    AWS_KEY_ID = "aws-access-key-id", APP_TOKEN = "facebook-app-token", DEVOPS_TOKEN = "azure-devops-token", TRUENAS_KEY = "truenas-key",
    DATABASE_URL = "database-url", CONNECTION_STRING = "connection-string", INTERNAL_URL = "internal-url",
}
