//! One-time links, as they are kept until they are used or expire.

use jiff::Timestamp;
use proofmark_access::{LinkPurpose, LinkSecret, OneTimeLink};
use proofmark_facts::{Passing, SystemOfRecord};
use proofmark_text::text;

use crate::error::ActionError;

/// A link that was taken, and can be put back when what it was taken for did not come about.
pub(super) struct TakenLink {
    /// What it said.
    pub(super) link: OneTimeLink,
    passing: Passing,
}

impl TakenLink {
    /// Puts it back.
    pub(super) fn put_back(&self, store: &mut dyn SystemOfRecord) -> Result<(), ActionError> {
        store.put_passing(&self.passing)?;
        Ok(())
    }
}

/// Keeps a link.
pub(super) fn put_link(
    store: &mut dyn SystemOfRecord,
    secret: &LinkSecret,
    link: &OneTimeLink,
) -> Result<(), ActionError> {
    let content = serde_json::to_string(link).expect("a link becomes JSON");
    let passing = Passing {
        kind: kind(link.purpose).into(),
        key: secret.key(),
        content,
        expires_at: link.expires_at(),
    };
    store.put_passing(&passing)?;
    Ok(())
}

/// Takes away all links of a purpose.
pub(super) fn drop_links(store: &mut dyn SystemOfRecord, purpose: LinkPurpose) -> Result<(), ActionError> {
    store.drop_passing(kind(purpose), "")?;
    Ok(())
}

/// Looks at a link without using it up.
pub(super) fn look_at_link(
    store: &dyn SystemOfRecord,
    sent: &str,
    purpose: LinkPurpose,
    now: Timestamp,
) -> Result<OneTimeLink, ActionError> {
    let secret = LinkSecret::read(sent).ok_or_else(no_link)?;
    let passing = store.passing(kind(purpose), &secret.key(), now)?.ok_or_else(no_link)?;
    serde_json::from_str(&passing.content).map_err(|_| no_link())
}

/// Uses a link up: of two who open it at once, one gets it.
pub(super) fn take_link(
    store: &mut dyn SystemOfRecord,
    sent: &str,
    purpose: LinkPurpose,
    now: Timestamp,
) -> Result<TakenLink, ActionError> {
    let secret = LinkSecret::read(sent).ok_or_else(no_link)?;
    let passing = store.take_passing(kind(purpose), &secret.key(), now)?.ok_or_else(no_link)?;
    let link = serde_json::from_str(&passing.content).map_err(|_| no_link())?;
    Ok(TakenLink { link, passing })
}

fn no_link() -> ActionError {
    ActionError::NotFound(text!("access-no-link"))
}

fn kind(purpose: LinkPurpose) -> &'static str {
    match purpose {
        LinkPurpose::SetUp => "link-set-up",
        LinkPurpose::Invitation => "link-invitation",
        LinkPurpose::Reset => "link-reset",
    }
}
