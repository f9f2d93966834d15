//! What a config says of masking, as a policy.

use std::path::PathBuf;

use super::layers::Layers;
use super::{actions, import, rules};
use crate::detect::rules::Rule;
use crate::mask::{Policy, PolicyError, Profile};

impl Layers {
    /// The policy that the layers ask for. What the config itself has wrong was found by its check; what is left are the
    /// flags.
    ///
    /// # Errors
    /// A name or a pattern that a flag gives, and that is none.
    pub fn policy(&self) -> Result<Policy, PolicyError> {
        let profile = self.get("masking.profile").and_then(|(node, _)| Profile::named(node.text()?));
        let actions: Vec<_> = self
            .entries("masking.actions")
            .into_iter()
            .filter_map(|(id, node)| Some((id.to_owned(), actions::named(node.text()?)?)))
            .collect();
        let policy = Policy::with_rules(
            profile.unwrap_or_default(),
            &self.texts("masking.detectors"),
            &self.texts("masking.skip_detectors"),
            &self.texts("masking.fields.mask"),
            &self.texts("masking.fields.keep"),
            self.rules(),
        )?;
        Ok(policy.with_internal_domains(&self.texts("masking.internal_domains")).with_actions(&actions))
    }

    /// Own rules, then imported ones.
    fn rules(&self) -> Vec<Rule> {
        let mut list: Vec<Rule> = Vec::new();
        if let Some((node, _)) = self.get("masking.rules") {
            list.extend(node.elements().iter().filter_map(rules::spec).filter_map(|spec| Rule::new(&spec).ok()));
        }
        if let (Some(file), Some((node, _))) = (&self.file, self.get("masking.import")) {
            let imported = import::named_by(&file.origin, node);
            list.extend(imported.into_iter().flat_map(|file| file.rules));
        }
        list
    }

    /// Files that rules are imported from.
    pub fn imported(&self) -> Vec<PathBuf> {
        let folder = self.file.as_ref().map(|file| super::read::folder(&file.origin)).unwrap_or_default();
        self.texts("masking.import").into_iter().map(|path| folder.join(path)).collect()
    }

    /// Ids of own and imported rules, for did-you-mean.
    pub fn rule_ids(&self) -> Vec<&'static str> {
        self.rules().iter().map(|rule| rule.id).collect()
    }
}
