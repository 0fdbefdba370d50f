//! What the law consists of on a day: the instruments, the empowerments nobody has used, the proposals that are no law.

use jiff::civil::Date;
use proofmark_facts::Country;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An act, a corrigendum, or something that interprets them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The row of the reference.
    pub row: String,
    /// Its reference.
    pub reference: String,
    /// What it does.
    pub effect: String,
    /// Where it stands.
    pub status: String,
    /// How that was verified, by the reference's codes.
    pub verified: Vec<String>,
}

/// A power to adopt an act that nobody has used yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotUsed {
    /// The provision that gives the power.
    pub provision: String,
    /// What the act would be about.
    pub subject: String,
    /// When it was last looked up.
    pub checked_on: Date,
}

/// A proposal. It is not law, and nothing is computed from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LawProposal {
    /// Its reference.
    pub reference: String,
    /// What it is about.
    pub subject: String,
    /// How far it has come.
    pub status: String,
}

/// The list of CSIRTs designated as coordinators (Article 14(7)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coordinators {
    /// Who publishes the list.
    pub source: String,
    /// Where.
    pub url: String,
    /// Where it was recorded, if not read at its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_in: Option<String>,
    /// The day the list bears.
    pub dated: Date,
    /// When it was looked up.
    pub checked_on: Date,
    /// The coordinators, one a Member State.
    pub csirts: Vec<Coordinator>,
}

/// One coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coordinator {
    /// Its Member State.
    pub member_state: String,
    /// What it is called, in short.
    pub name: String,
    /// How it is reached.
    pub contact_url: String,
    /// Its host on the single reporting platform.
    pub platform_host: String,
    /// Where it takes incidents in, if elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident_url: Option<String>,
    /// What to know beside that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

impl Coordinators {
    /// The coordinator of a Member State.
    pub fn of(&self, country: Country) -> Option<&Coordinator> {
        self.csirts.iter().find(|one| one.member_state == country.as_str())
    }
}
