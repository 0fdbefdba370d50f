//! What is sent to a time-stamping authority (RFC 3161 section 2.4.1).

use super::der::{BOOLEAN, INTEGER, OCTETS, OID, SEQUENCE, element, unsigned};
use super::oid::{Oid, SHA256};

/// Asks for a time stamp of something with this SHA-256 digest. The authority learns the digest and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampRequest {
    imprint: [u8; 32],
    nonce: [u8; 16],
    policy: Option<Oid>,
}

impl StampRequest {
    /// Of the digest; the nonce, drawn at random, keeps an old answer from passing for a new one.
    pub fn new(imprint: [u8; 32], nonce: [u8; 16], policy: Option<Oid>) -> Self {
        Self { imprint, nonce, policy }
    }

    /// The digest.
    pub fn imprint(&self) -> &[u8; 32] {
        &self.imprint
    }

    /// The policy that is asked for.
    pub fn policy(&self) -> Option<&Oid> {
        self.policy.as_ref()
    }

    /// The bytes to send: certificates are asked for, so that the answer can be verified with a root alone.
    pub fn to_der(&self) -> Vec<u8> {
        let algorithm = element(SEQUENCE, &[&element(OID, &[SHA256])]);
        let imprint = element(SEQUENCE, &[&algorithm, &element(OCTETS, &[&self.imprint])]);
        let policy = self.policy.as_ref().map(|policy| element(OID, &[policy.content()]));
        let parts: [&[u8]; 5] = [
            &element(INTEGER, &[&[1]]),
            &imprint,
            policy.as_deref().unwrap_or_default(),
            &self.nonce_der(),
            &element(BOOLEAN, &[&[0xff]]),
        ];
        element(SEQUENCE, &parts)
    }

    /// The nonce as the answer must repeat it.
    pub(super) fn nonce_der(&self) -> Vec<u8> {
        unsigned(&self.nonce)
    }
}
