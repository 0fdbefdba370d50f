//! A link that works once: to set up the installation, to accept an invitation, to choose a new password.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use proofmark_facts::Sha256;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::secret::Secret;

/// Random bytes of a link.
const RANDOM_BYTES: usize = 32;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkPurpose {
    /// Set up the installation: make its first administrator.
    SetUp,
    /// Accept an invitation.
    Invitation,
    /// Choose a new password.
    Reset,
}

/// A link as it is kept, under the digest of its secret.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneTimeLink {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whose account; empty: nobody's yet.
    pub account: String,
    /// Who gave it out.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// The account of who has it in hand besides whom it is for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub held_by: Option<String>,
    /// The operator at which nobody else could have made it: there that does not count.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub alone_at: Option<String>,
}

/// The secret half of a link: the last part of its path.
pub struct LinkSecret(Zeroizing<[u8; RANDOM_BYTES]>);

impl LinkPurpose {
    /// How long such a link works.
    pub fn lasts(self) -> SignedDuration {
        match self {
            Self::SetUp => SignedDuration::from_hours(24),
            Self::Invitation => SignedDuration::from_hours(7 * 24),
            Self::Reset => SignedDuration::from_hours(2),
        }
    }
}

impl OneTimeLink {
    /// Until when it works.
    pub fn expires_at(&self) -> Timestamp {
        self.made_at.checked_add(self.purpose.lasts()).unwrap_or(Timestamp::MAX)
    }
}

impl LinkSecret {
    /// A secret of these random bytes.
    pub fn new(random: [u8; RANDOM_BYTES]) -> Self {
        Self(Zeroizing::new(random))
    }

    /// Reads what somebody opened; `None`: not a link of ours.
    pub fn read(sent: &str) -> Option<Self> {
        // 32 bytes are 43 characters.
        if sent.len() != 43 {
            return None;
        }
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(sent).ok()?);
        bytes.as_slice().try_into().ok().map(Self::new)
    }

    /// What the link ends with.
    pub fn to_text(&self) -> Secret {
        Secret::new(URL_SAFE_NO_PAD.encode(self.0.as_slice()))
    }

    /// What it is kept under.
    pub fn key(&self) -> String {
        Sha256::of(self.0.as_slice()).to_string()
    }
}

impl fmt::Debug for LinkSecret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("LinkSecret(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_link_is_kept_as_a_digest() {
        let secret = LinkSecret::new([7; 32]);
        assert_eq!(secret.to_text().reveal().len(), 43);
        assert_eq!(LinkSecret::read(secret.to_text().reveal()).unwrap().key(), secret.key());
        assert_eq!(format!("{secret:?}"), "LinkSecret(…)");
    }

    proptest! {
        #[test]
        fn what_somebody_opened_is_read_or_refused(sent in "\\PC{0,50}|[A-Za-z0-9_-]{43}") {
            if let Some(secret) = LinkSecret::read(&sent) {
                let text = secret.to_text();
                prop_assert_eq!(text.reveal(), sent.as_str());
            }
        }
    }
}
