//! Parties, licences, references and tools as CycloneDX writes them: what is read of them is what is written of them.

use proofmark_facts::{
    ExternalReference, LicenceName, LicenceSense, Party, PartyKind, ReachedBy, StatedLicence, ToolUsed,
};
use serde::{Deserialize, Serialize};

/// `organizationalEntity`.
#[derive(Serialize, Deserialize)]
pub(super) struct Organisation {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    url: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contact: Vec<Contact>,
}

/// `organizationalContact`.
#[derive(Serialize, Deserialize)]
pub(super) struct Contact {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
}

impl Organisation {
    pub(super) fn named(name: &str) -> Self {
        Self { name: Some(name.to_owned()), url: Vec::new(), contact: Vec::new() }
    }

    pub(super) fn of(party: &Party) -> Self {
        let contact = |reached: &ReachedBy| Contact {
            name: reached.name.clone(),
            email: reached.email.clone(),
            phone: reached.phone.clone(),
        };
        Self {
            name: filled(&party.name),
            url: party.urls.clone(),
            contact: party.contacts.iter().map(contact).collect(),
        }
    }

    pub(super) fn into_party(self) -> Party {
        let reached = |one: Contact| ReachedBy { name: one.name, email: one.email, phone: one.phone };
        Party {
            kind: Some(PartyKind::Organisation),
            name: self.name.unwrap_or_default(),
            urls: self.url,
            contacts: self.contact.into_iter().map(reached).collect(),
        }
    }
}

impl Contact {
    /// A person; of one with several ways to be reached, the first.
    pub(super) fn of(party: &Party) -> Self {
        let first = party.contacts.first();
        Self {
            name: filled(&party.name),
            email: first.and_then(|reached| reached.email.clone()),
            phone: first.and_then(|reached| reached.phone.clone()),
        }
    }

    pub(super) fn into_party(self) -> Party {
        let reached = ReachedBy { name: None, email: self.email, phone: self.phone };
        let contacts = if reached == ReachedBy::default() { Vec::new() } else { vec![reached] };
        Party {
            kind: Some(PartyKind::Person),
            name: self.name.unwrap_or_default(),
            urls: Vec::new(),
            contacts,
        }
    }
}

/// Authors as CycloneDX has them, whom one can write to: a program is none.
pub(super) fn authors(all: &[Party]) -> Vec<Contact> {
    all.iter().filter(|party| !is_program(party)).map(Contact::of).collect()
}

/// Whether it is a program.
pub(super) fn is_program(party: &Party) -> bool {
    party.kind == Some(PartyKind::Tool)
}

/// `licenseChoice`: a licence, or an expression.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct LicenceChoice {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) license: Option<Licence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) expression: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acknowledgement: Option<Acknowledgement>,
}

#[derive(Default, Serialize, Deserialize)]
pub(super) struct Licence {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acknowledgement: Option<Acknowledgement>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Acknowledgement {
    Declared,
    Concluded,
}

/// `attachment`. One in another encoding than its own letters is no text.
#[derive(Serialize, Deserialize)]
struct Attachment {
    #[serde(default, skip_serializing)]
    encoding: Option<String>,
    content: String,
}

impl LicenceChoice {
    /// A name that is on no list, as which what is no expression is written where only names are known.
    pub(super) fn named(name: &str) -> Self {
        Self::of(&StatedLicence { named: LicenceName::Name(name.to_owned()), ..StatedLicence::default() })
    }

    pub(super) fn expression(words: &str) -> Self {
        Self { expression: Some(words.to_owned()), ..Self::default() }
    }

    pub(super) fn of(stated: &StatedLicence) -> Self {
        let acknowledgement = stated.sense.map(|sense| match sense {
            LicenceSense::Declared => Acknowledgement::Declared,
            LicenceSense::Concluded => Acknowledgement::Concluded,
        });
        let (id, name) = match &stated.named {
            LicenceName::Expression(words) => {
                return Self { license: None, expression: Some(words.clone()), acknowledgement };
            }
            LicenceName::Id(id) => (Some(id.clone()), None),
            LicenceName::Name(name) => (None, Some(name.clone())),
        };
        let text = stated.text.clone().map(|content| Attachment { encoding: None, content });
        let license = Licence { id, name, acknowledgement, text, url: stated.url.clone() };
        Self { license: Some(license), ..Self::default() }
    }

    pub(super) fn into_stated(self) -> Option<StatedLicence> {
        let sense = |it: Acknowledgement| match it {
            Acknowledgement::Declared => LicenceSense::Declared,
            Acknowledgement::Concluded => LicenceSense::Concluded,
        };
        if let Some(words) = self.expression {
            let (named, sense) = (LicenceName::Expression(words), self.acknowledgement.map(sense));
            return Some(StatedLicence { named, sense, text: None, url: None });
        }
        let licence = self.license?;
        let named = licence.id.map(LicenceName::Id).or(licence.name.map(LicenceName::Name))?;
        let text = licence.text.filter(|text| text.encoding.is_none()).map(|text| text.content);
        Some(StatedLicence { named, sense: licence.acknowledgement.map(sense), text, url: licence.url })
    }
}

/// `externalReference`.
#[derive(Serialize, Deserialize)]
pub(super) struct Reference {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) hashes: Vec<Hash>,
}

/// `hash`.
#[derive(Serialize, Deserialize)]
pub(super) struct Hash {
    pub(super) alg: String,
    pub(super) content: String,
}

impl Reference {
    pub(super) fn to(kind: &str, url: String) -> Self {
        Self { kind: kind.to_owned(), url, comment: None, hashes: Vec::new() }
    }

    pub(super) fn of(reference: &ExternalReference) -> Self {
        let hash = |(alg, content): &(String, String)| Hash { alg: alg.clone(), content: content.clone() };
        Self {
            kind: reference.kind.clone(),
            url: reference.url.clone(),
            comment: reference.comment.clone(),
            hashes: reference.digests.iter().map(hash).collect(),
        }
    }

    pub(super) fn into_reference(self) -> ExternalReference {
        ExternalReference {
            kind: self.kind,
            url: self.url,
            comment: self.comment,
            digests: self.hashes.into_iter().map(|hash| (hash.alg, hash.content)).collect(),
        }
    }
}

/// `property`.
#[derive(Serialize, Deserialize)]
pub(super) struct Property {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<String>,
}

impl Property {
    pub(super) fn new(name: &str, value: &str) -> Self {
        Self { name: name.to_owned(), value: Some(value.to_owned()) }
    }
}

/// `metadata.tools`, in the shape of 1.5 and later; before it was a list.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Tools {
    Objects {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        components: Vec<Tool>,
        #[serde(default, skip_serializing)]
        services: Vec<Tool>,
    },
    List(Vec<Tool>),
}

#[derive(Serialize, Deserialize)]
pub(super) struct Tool {
    #[serde(rename = "type", default = "application")]
    kind: String,
    #[serde(alias = "vendor", default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    #[serde(default)]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    version: Option<String>,
}

fn application() -> String {
    "application".to_owned()
}

impl Tools {
    pub(super) fn of(tools: &[ToolUsed]) -> Self {
        let tool = |tool: &ToolUsed| Tool {
            kind: application(),
            group: tool.vendor.clone(),
            name: tool.name.clone(),
            version: tool.version.clone(),
        };
        Self::Objects { components: tools.iter().map(tool).collect(), services: Vec::new() }
    }

    pub(super) fn into_used(self) -> Vec<ToolUsed> {
        let used = |tool: Tool| ToolUsed { vendor: tool.group, name: tool.name, version: tool.version };
        match self {
            Self::Objects { components, services } => {
                components.into_iter().chain(services).map(used).collect()
            }
            Self::List(tools) => tools.into_iter().map(used).collect(),
        }
    }
}

fn filled(words: &str) -> Option<String> {
    (!words.is_empty()).then(|| words.to_owned())
}
