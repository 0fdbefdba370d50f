//! What stands where a component was, and what everything is called in the published document.

use std::collections::HashSet;

use proofmark_facts::{Component, OwnWords, Particulars, RedactionPolicy, Sha256};
use proofmark_text::text;

use super::withheld::Fate;
use crate::convert_sbom::SbomForm;

/// The letters of a reference that is derived: 64 bits, for lists of some hundred thousand components.
const LETTERS: usize = 16;

/// The references of the published document. Those of the original often name what pulled something in, or a path, so none stays.
pub(crate) struct References<'r> {
    form: SbomForm,
    serial: &'r str,
    secret: Option<&'r str>,
    taken: HashSet<String>,
    withheld: usize,
}

impl<'r> References<'r> {
    pub(crate) fn of(form: SbomForm, serial: &'r str, policy: &'r RedactionPolicy) -> Self {
        let secret = policy.secret.as_deref();
        Self { form, serial, secret, taken: HashSet::new(), withheld: 0 }
    }

    /// Of the component at this index; of what stays, its package URL where the format leaves the choice.
    pub(crate) fn next(&mut self, index: usize, component: &Component, fate: Fate) -> String {
        let local = match (fate, &component.purl, self.form) {
            (Fate::Kept, Some(purl), SbomForm::Cyclonedx(_)) => purl.to_string(),
            (Fate::Kept, ..) => format!("component-{index}"),
            _ => {
                self.withheld += 1;
                format!("withheld-{}", self.mark(component))
            }
        };
        let mut reference = match self.form {
            SbomForm::Cyclonedx(_) => local,
            SbomForm::Spdx2 => format!("SPDXRef-{local}"),
            SbomForm::Spdx3 => format!("{}#{local}", self.serial),
        };
        while !self.taken.insert(reference.clone()) {
            reference.push_str("-2");
        }
        reference
    }

    /// Keyed over digests, so that both parts have a fixed length and no text runs into the next.
    fn mark(&self, component: &Component) -> String {
        let Some(secret) = self.secret else { return self.withheld.to_string() };
        let identity = match &component.purl {
            Some(purl) => purl.package().to_string(),
            None => component.full_name(),
        };
        let keyed = format!("{}{}", Sha256::of(secret.as_bytes()), Sha256::of(identity.as_bytes()));
        Sha256::of(keyed.as_bytes()).to_string()[..LETTERS].to_owned()
    }
}

/// Nothing of the component itself: neither its kind nor its version.
pub(crate) fn stand_in(reference: String, form: SbomForm) -> Component {
    let mut particulars = Particulars::default();
    if matches!(form, SbomForm::Cyclonedx(_)) {
        let json = r#"[{"name":"proofmark:withheld","value":"true"}]"#.to_owned();
        particulars.own_words.push(OwnWords { member: "properties".to_owned(), json });
    }
    Component {
        reference,
        name: text!("redact-stand-in").to_string(),
        particulars: Some(Box::new(particulars)),
        ..Component::default()
    }
}
