//! What the words of a key say of a person's or a bank's data under it.

use super::KeyClass;
use super::words::Words;

/// Judges a key's first `count` words: `head` is the last of them, `before` and `before2` stand before it.
pub(super) fn class_of(words: &Words, count: usize, head: &str, before: &str, before2: &str) -> KeyClass {
    use KeyClass as C;
    match head {
        "ssn" | "itin" => C::Ssn,
        "number" | "no" | "num" | "nr" | "security"
            if before == "security" && before2 == "social" || head == "security" && before == "social" =>
        {
            C::Ssn
        }
        "number" | "no" | "num" | "nr" if matches!(before, "ssn" | "itin") => C::Ssn,
        "cvv" | "cvc" | "csc" | "cvn" => C::Cvv,
        "code" | "value"
            if matches!(before, "security" | "cvv" | "cvc" | "csc" | "verification")
                && (words.has(&["card", "cc", "cvv", "cvc", "csc"]) || before == "security") =>
        {
            C::Cvv
        }
        "pan" | "creditcard" | "cardnumber" | "ccnumber" | "ccnum" | "cardno" | "debitcard" => C::Card,
        "card" | "cc"
            if !matches!(
                before,
                "business"
                    | "report"
                    | "score"
                    | "sim"
                    | "graphics"
                    | "wild"
                    | "sd"
                    | "id"
                    | "video"
                    | "network"
                    | "smart"
                    | "post"
            ) =>
        {
            C::Card
        }
        "number" | "no" | "num" | "nr" | "digits" if matches!(before, "card" | "cc" | "pan" | "creditcard") => C::Card,
        "expiry" | "exp" | "expiration" | "expires" if matches!(before, "card" | "cc") => C::Expiry,
        "date" | "month" | "year"
            if matches!(before, "expiry" | "exp" | "expiration") && words.has(&["card", "cc"]) =>
        {
            C::Expiry
        }
        "iban" => C::Iban,
        "number" | "no" if before == "iban" => C::Iban,
        "accountnumber" | "acctno" => C::Account,
        "number" | "no" | "num" | "nr" if matches!(before, "account" | "acct") => C::Account,
        "account" | "acct" if matches!(before, "bank" | "checking" | "savings") => C::Account,
        "number" | "no" if before == "bank" => C::Account,
        "routing" | "aba" => C::Routing,
        "number" | "no" | "num" | "code" if matches!(before, "routing" | "aba" | "transit") => C::Routing,
        "code" if before == "sort" => C::SortCode,
        "bic" => C::Bic,
        "swift" => C::Bic,
        "code" if matches!(before, "swift" | "bic") => C::Bic,
        "phone" | "phones" | "mobile" | "cell" | "telephone" | "tel" | "fax" | "msisdn" | "cellphone"
        | "phonenumber" | "telefon" => C::Phone,
        "number" | "no" | "num" | "nr"
            if matches!(
                before,
                "phone" | "mobile" | "cell" | "telephone" | "tel" | "fax" | "contact" | "callback" | "whatsapp" | "sms"
            ) =>
        {
            C::Phone
        }
        "email" | "mail" | "emails" if before != "send" => C::Email,
        "address" | "addr" if matches!(before, "email" | "mail") => C::Email,
        "firstname" | "lastname" | "fullname" | "givenname" | "familyname" | "middlename" | "surname" | "forename"
        | "cardholder" | "vorname" | "nachname" | "maidenname" => C::Name,
        "name"
            if matches!(
                before,
                "first"
                    | "last"
                    | "full"
                    | "given"
                    | "family"
                    | "middle"
                    | "maiden"
                    | "cardholder"
                    | "holder"
                    | "patient"
                    | "customer"
                    | "person"
                    | "legal"
                    | "beneficiary"
                    | "recipient"
                    | "employee"
                    | "applicant"
                    | "guardian"
                    | "sur"
                    | "fore"
                    | "birth"
            ) =>
        {
            C::Name
        }
        "holder" if matches!(before, "card" | "account") => C::Name,
        "address" | "addr" if before == "mac" => C::Device,
        "address" | "addr" | "address1" | "line" | "street" | "addresses" | "streetaddress" => {
            address_class(words, count, head, before)
        }
        "dob" | "birthdate" | "birthday" | "dateofbirth" => C::BirthDate,
        "date" | "day" if before == "birth" => C::BirthDate,
        "birth" if matches!(before, "of" | "date") => C::BirthDate,
        "mac" => C::Device,
        _ => C::None,
    }
}

fn address_class(words: &Words, count: usize, head: &str, before: &str) -> KeyClass {
    const PLACES: &[&str] = &[
        "street",
        "home",
        "billing",
        "shipping",
        "mailing",
        "postal",
        "delivery",
        "residential",
        "residence",
        "customer",
        "contact",
        "property",
        "permanent",
        "physical",
        "work",
        "office",
        "user",
        "patient",
        "invoice",
        "full",
        "recipient",
        "employee",
        "person",
        "legal",
    ];
    let place = (0..count).any(|index| PLACES.contains(&words.get(index)));
    match head {
        "street" | "streetaddress" | "address1" => KeyClass::Address,
        "line" if before == "address" || before == "street" => KeyClass::Address,
        "line" => KeyClass::None,
        _ if before.is_empty() || place => KeyClass::Address,
        _ => KeyClass::None,
    }
}
