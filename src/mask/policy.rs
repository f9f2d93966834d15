//! Which detectors are on, and which fields are masked or kept whatever they hold.

use std::sync::Arc;

use thiserror::Error;

use crate::detect::catalogue::{self, Slot, SlotSet};
use crate::detect::rules::{Rule, Rules};
use crate::detect::{Action, Detector, Family, Tier};
use crate::entry::path::FieldPattern;

/// A named choice of detectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// All of tiers A to C.
    #[default]
    Default,
    /// Payment cards and accounts, and all credentials.
    Pci,
    /// What names a patient: default, and addresses of hosts.
    Hipaa,
    /// What names a person: default, and addresses of hosts.
    Gdpr,
    /// Credentials, accounts and what infrastructure shows.
    Sox,
    /// Everything, tier D included.
    Strict,
}

impl Profile {
    /// The profile called `name`, in any letter case.
    pub fn named(name: &str) -> Option<Profile> {
        Some(match name.to_ascii_lowercase().as_str() {
            "default" => Profile::Default,
            "pci" => Profile::Pci,
            "hipaa" => Profile::Hipaa,
            "gdpr" => Profile::Gdpr,
            "sox" => Profile::Sox,
            "strict" => Profile::Strict,
            _ => return None,
        })
    }

    /// Whether the profile has the detector on. The one place where each profile's list is.
    pub fn takes(self, detector: &Detector) -> bool {
        let usual = detector.tier != Tier::D;
        let host = matches!(detector.id, "ipv4" | "ipv6");
        match self {
            Profile::Default => usual,
            Profile::Pci => {
                usual
                    && (matches!(detector.family, Family::Credentials | Family::Financial)
                        || matches!(
                            detector.id,
                            "person-name" | "postal-address" | "database-url" | "connection-string"
                        ))
            }
            Profile::Hipaa | Profile::Gdpr => usual || host,
            Profile::Sox => {
                usual && (detector.family != Family::Personal || matches!(detector.id, "us-ssn" | "us-itin"))
            }
            Profile::Strict => true,
        }
    }
}

/// What is wrong with a wish.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PolicyError {
    /// No detector of that name.
    #[error("there is no detector `{name}`")]
    UnknownDetector {
        /// As given.
        name: String,
    },
    /// A field pattern that cannot be read.
    #[error("the field pattern `{pattern}` is wrong at character {}: {reason}", at + 1)]
    BadField {
        /// As given.
        pattern: String,
        /// Byte offset of the fault.
        at: usize,
        /// What is wrong.
        reason: String,
    },
}

/// Joins what is sensitive to what is done about it.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    pub(super) on: SlotSet,
    pub(super) mask_fields: Vec<FieldPattern>,
    pub(super) keep_fields: Vec<FieldPattern>,
    pub(super) internal_domains: Vec<String>,
    pub(super) rules: Arc<Rules>,
    pub(super) actions: Vec<(Slot, Action)>,
}

impl Policy {
    /// The profile's detectors; or, where `only` names some, those alone; without those in `skip`. Values at
    /// paths that `mask_fields` names are hidden whole, those that `keep_fields` names are left as they are.
    pub fn new(
        profile: Profile,
        only: &[String],
        skip: &[String],
        mask_fields: &[String],
        keep_fields: &[String],
    ) -> Result<Policy, PolicyError> {
        Policy::with_rules(profile, only, skip, mask_fields, keep_fields, Vec::new())
    }

    /// The same with own rules, which `only` and `skip` can name too.
    pub fn with_rules(
        profile: Profile,
        only: &[String],
        skip: &[String],
        mask_fields: &[String],
        keep_fields: &[String],
        mut rules: Vec<Rule>,
    ) -> Result<Policy, PolicyError> {
        let is_own = |name: &String| rules.iter().any(|rule| rule.id == name);
        let mut on = SlotSet::default();
        for slot in Slot::each() {
            on.set(slot, only.is_empty() && profile.takes(slot.detector()));
        }
        for (names, want) in [(only, true), (skip, false)] {
            for name in names.iter().filter(|name| !is_own(name)) {
                on.set(Slot::named(name).ok_or_else(|| PolicyError::UnknownDetector { name: name.clone() })?, want);
            }
        }
        on.set(catalogue::NAMED_FIELD, true);
        let named = |names: &[String], rule: &Rule| names.iter().any(|name| name == rule.id);
        rules.retain(|rule| (only.is_empty() || named(only, rule)) && !named(skip, rule));
        Ok(Policy {
            on,
            mask_fields: patterns(mask_fields)?,
            keep_fields: patterns(keep_fields)?,
            internal_domains: Vec::new(),
            rules: Arc::new(Rules::new(rules)),
            actions: Vec::new(),
        })
    }

    /// Takes these domains, and all below them, for internal ones too.
    pub fn with_internal_domains(mut self, domains: &[String]) -> Policy {
        self.internal_domains =
            domains.iter().map(|domain| domain.trim_start_matches('.').to_ascii_lowercase()).collect();
        self
    }

    /// Has detectors put something else in place of what they find. Names that are no detector's are left out.
    pub fn with_actions(mut self, actions: &[(String, Action)]) -> Policy {
        self.actions = actions.iter().filter_map(|(id, action)| Some((Slot::named(id)?, *action))).collect();
        self
    }

    /// Whether nothing is looked for: no detector is on, and no field and no own rule is named.
    pub fn is_idle(&self) -> bool {
        let on = Slot::each().any(|slot| slot != catalogue::NAMED_FIELD && self.on.has(slot));
        !on && self.mask_fields.is_empty() && self.rules.is_empty()
    }

    /// Whether the detector is on.
    pub fn is_on(&self, detector: &Detector) -> bool {
        Slot::named(detector.id).is_some_and(|slot| self.on.has(slot))
    }
}

fn patterns(texts: &[String]) -> Result<Vec<FieldPattern>, PolicyError> {
    texts
        .iter()
        .map(|text| {
            FieldPattern::parse(text).map_err(|bad| PolicyError::BadField {
                pattern: text.clone(),
                at: bad.at,
                reason: bad.reason.to_string(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| name.to_string()).collect()
    }

    #[test]
    fn profiles_differ_where_they_say() {
        let ipv4 = catalogue::IPV4.detector();
        assert!(!Profile::Default.takes(ipv4) && Profile::Gdpr.takes(ipv4) && Profile::Strict.takes(ipv4));
        assert!(catalogue::all().all(|detector| Profile::Strict.takes(detector)));
        assert!(!Profile::Pci.takes(catalogue::EMAIL.detector()));
    }

    #[test]
    fn unknown_detectors_are_refused() {
        let error = Policy::new(Profile::Default, &strings(&["emial"]), &[], &[], &[]).unwrap_err();
        assert_eq!(error, PolicyError::UnknownDetector { name: "emial".into() });
    }

    #[test]
    fn only_and_skip_choose() {
        let policy =
            Policy::new(Profile::Default, &strings(&["email", "card"]), &strings(&["card"]), &[], &[]).unwrap();
        assert!(policy.on.has(catalogue::EMAIL) && !policy.on.has(catalogue::CARD) && !policy.on.has(catalogue::JWT));
        assert!(!policy.is_idle());
        let none = |fields: &[&str]| {
            Policy::new(Profile::Default, &strings(&["card"]), &strings(&["card"]), &strings(fields), &[]).unwrap()
        };
        assert!(none(&[]).is_idle() && !none(&["user.name"]).is_idle());
    }
}
