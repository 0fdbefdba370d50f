//! A component: one piece of software or hardware integrated into the product (Article 3(6)).

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::particulars::Particulars;
use crate::purl::Purl;
use crate::revision::Revision;

/// One component of an SBOM.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Component {
    /// The SBOM's own reference for it: CycloneDX `bom-ref`, SPDX `SPDXID`.
    pub reference: String,
    /// What kind of thing it is.
    pub kind: ComponentKind,
    /// Group, scope or namespace, where the format keeps it apart from the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Name.
    pub name: String,
    /// Version, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Package URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purl: Option<Purl>,
    /// Common Platform Enumeration name, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpe: Option<String>,
    /// Further names of that kind, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more_cpes: Vec<String>,
    /// Licences, as written: SPDX expressions, ids or names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub licences: Vec<String>,
    /// Digests, as algorithm and hexadecimal value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub digests: Vec<(String, String)>,
    /// Places in the history of repositories it is stated to come from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
    /// Who supplied it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplier: Option<String>,
    /// Made by the same manufacturer as part of this product (a workspace member, the product itself).
    pub own: bool,
    /// Why what the SBOM states of it cannot be relied on, or is not there. It is never called checked: what is known of it is
    /// told, and this beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doubt: Option<Box<Text>>,
    /// What else the document says of it, where the whole of it was asked for. Printed nowhere: who wants it writes the document.
    #[serde(skip)]
    pub particulars: Option<Box<Particulars>>,
}

impl Component {
    /// What it is called in findings and gates: its package URL, else name and version.
    pub fn called(&self) -> String {
        match (&self.purl, &self.version) {
            (Some(purl), _) => purl.to_string(),
            (None, Some(version)) => format!("{}@{version}", self.name),
            (None, None) => self.name.clone(),
        }
    }

    /// Finds it by these as well: CPE names and revisions it does not have yet.
    pub fn also_found_by(&mut self, cpes: impl Iterator<Item = String>, revisions: Vec<Revision>) {
        for cpe in cpes {
            if self.cpe.is_none() {
                self.cpe = Some(cpe);
            } else if self.cpes().all(|known| known != cpe) {
                self.more_cpes.push(cpe);
            }
        }
        for revision in revisions {
            if !self.revisions.contains(&revision) {
                self.revisions.push(revision);
            }
        }
    }

    /// Every CPE name it states, as written.
    pub fn cpes(&self) -> impl Iterator<Item = &str> {
        self.cpe.iter().chain(&self.more_cpes).map(String::as_str)
    }

    /// What it is called among people: group and name. Maven writes a colon between them, everybody else a slash.
    pub fn full_name(&self) -> String {
        let maven = self.purl.as_ref().is_some_and(|purl| purl.kind == "maven");
        match self.group.as_deref().filter(|group| !group.is_empty()) {
            Some(group) => format!("{group}{}{}", if maven { ":" } else { "/" }, self.name),
            None => self.name.clone(),
        }
    }
}

/// What kind of thing a component is, in CycloneDX's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is a word of the CycloneDX specification, component.type")]
pub enum ComponentKind {
    Application,
    Framework,
    #[default]
    Library,
    Container,
    Platform,
    OperatingSystem,
    Device,
    DeviceDriver,
    Firmware,
    File,
    MachineLearningModel,
    Data,
    CryptographicAsset,
}
