//! What components are called in a written document: one legal identifier each (SPDX 2.3 section 7.2).

use std::collections::{HashMap, HashSet};

use proofmark_facts::Sbom;
use serde_json::Value;

use super::extracted::{as_id, is_id};
use super::relations::DOCUMENT;

const PREFIX: &str = "SPDXRef-";

/// Identifiers by component, and the other way round.
pub(super) struct Names {
    of_components: Vec<String>,
    by_name: HashMap<String, u32>,
    /// References that are no identifiers, and what is written for them.
    renamed: HashMap<String, String>,
}

impl Names {
    /// A component that only has a further package URL of another has its name.
    pub(super) fn of(sbom: &Sbom, further_of: &[Option<u32>]) -> Self {
        let is_own =
            |reference: &str| reference.strip_prefix(PREFIX).is_some_and(is_id) && reference != DOCUMENT;
        let written: HashSet<&str> = sbom
            .components
            .iter()
            .map(|component| component.reference.as_str())
            .filter(|it| is_own(it))
            .collect();
        let mut names = Self { of_components: Vec::new(), by_name: HashMap::new(), renamed: HashMap::new() };
        for (index, (component, of)) in (0_u32..).zip(sbom.components.iter().zip(further_of)) {
            let reference = component.reference.as_str();
            if let Some(of) = of {
                names.of_components.push(names.of_components[*of as usize].clone());
                continue;
            }
            let name = if is_own(reference) && !names.by_name.contains_key(reference) {
                reference.to_owned()
            } else {
                let words = if reference.is_empty() { component.called() } else { reference.to_owned() };
                let words = words.strip_prefix(PREFIX).unwrap_or(&words);
                let base = format!("{PREFIX}{}", as_id(words));
                let mut name = base.clone();
                let mut number = index;
                while name == DOCUMENT || written.contains(name.as_str()) || names.by_name.contains_key(&name)
                {
                    name = format!("{base}-{number}");
                    number = number.wrapping_add(1);
                }
                if !reference.is_empty() {
                    names.renamed.entry(reference.to_owned()).or_insert_with(|| name.clone());
                }
                name
            };
            names.by_name.insert(name.clone(), index);
            names.of_components.push(name);
        }
        // What was written first under a reference is what the reference names.
        names.renamed.retain(|reference, _| !is_own(reference));
        names
    }

    pub(super) fn of_component(&self, index: usize) -> &str {
        &self.of_components[index]
    }

    pub(super) fn component(&self, name: &str) -> Option<u32> {
        self.by_name.get(name).copied()
    }

    /// The JSON with references as they are written now.
    pub(super) fn renamed_in(&self, json: &str) -> String {
        if self.renamed.is_empty() {
            return json.to_owned();
        }
        let Ok(mut value) = serde_json::from_str::<Value>(json) else { return json.to_owned() };
        self.rename(&mut value);
        value.to_string()
    }

    fn rename(&self, value: &mut Value) {
        match value {
            Value::String(words) => {
                if let Some(name) = self.renamed.get(words.as_str()) {
                    words.clone_from(name);
                }
            }
            Value::Array(all) => all.iter_mut().for_each(|one| self.rename(one)),
            Value::Object(members) => members
                .iter_mut()
                .filter(|(member, _)| *member != "comment")
                .for_each(|(_, one)| self.rename(one)),
            _ => {}
        }
    }
}
