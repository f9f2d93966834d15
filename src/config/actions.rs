//! Actions by name.

use crate::detect::Action;

/// Every action and its name.
pub const NAMED: &[(&str, Action)] = &[
    ("hide", Action::Hide),
    ("stars", Action::Stars),
    ("last-four", Action::LastFour),
    ("ends", Action::Ends),
    ("initial", Action::Initial),
    ("card", Action::Card),
    ("email", Action::Email),
    ("ssn", Action::Ssn),
    ("iban", Action::Iban),
    ("phone", Action::Phone),
    ("address", Action::Address),
    ("host", Action::Host),
    ("part", Action::Part),
    ("network", Action::Network),
    ("device", Action::Device),
];

/// The action called `name`, in any letter case.
pub fn named(name: &str) -> Option<Action> {
    NAMED.iter().find(|(word, _)| word.eq_ignore_ascii_case(name)).map(|(_, action)| *action)
}

#[cfg(test)]
mod tests {
    use super::super::schema;
    use super::NAMED;
    use crate::detect::rules::check_named;

    #[test]
    fn the_schema_has_every_name() {
        assert!(NAMED.iter().map(|(word, _)| word).eq(schema::ACTIONS));
        assert!(schema::CHECKS.iter().all(|check| check_named(check).is_some()));
    }
}
