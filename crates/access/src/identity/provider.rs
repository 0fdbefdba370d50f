//! A provider of identities, as it is kept.

use jiff::Timestamp;
use proofmark_facts::{Noun, RecordKind, slug};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::discovery::check_address;
use crate::refusal::Refusal;

/// A provider people may come from. The client's secret, where it has one, is kept apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityProvider {
    /// Its name as one word.
    pub id: String,
    /// Its name as people see it on the sign-in page.
    pub name: String,
    /// Whom its tokens are from: `https://id.example/realms/maker`.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// When it was added.
    pub added_at: Timestamp,
    /// By whom.
    pub added_by: String,
    /// Since when nobody comes from it; absent: people do.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub paused_at: Option<Timestamp>,
}

impl IdentityProvider {
    /// A provider of this name.
    pub fn new(name: &str, issuer: &str, client_id: &str, at: Timestamp, by: &str) -> Result<Self, Refusal> {
        let provider = Self {
            id: slug(name, ""),
            name: name.trim().to_owned(),
            issuer: issuer.to_owned(),
            client_id: client_id.to_owned(),
            added_at: at,
            added_by: by.to_owned(),
            paused_at: None,
        };
        provider.check()?;
        Ok(provider)
    }

    /// Whether people may come from it now.
    pub fn is_open(&self) -> Result<(), Refusal> {
        if self.paused_at.is_some() {
            return Err(text!("desk-provider-paused", provider = &self.name).into());
        }
        Ok(())
    }

    /// Whether it can be one.
    pub fn check(&self) -> Result<(), Refusal> {
        check_address(&self.issuer)?;
        let sound = (1..=100).contains(&self.name.len()) && (1..=200).contains(&self.client_id.len());
        if !sound || self.id != slug(&self.name, "") {
            return Err(text!("access-provider-malformed").into());
        }
        Ok(())
    }
}

impl Noun for IdentityProvider {
    const KIND: RecordKind = RecordKind::IdentityProvider;

    fn id(&self) -> String {
        self.id.clone()
    }
}
