//! Has the ledger's checkpoint time-stamped: from then on nobody, not even we, can say it was written later.

use jiff::Timestamp;
use proofmark_access::Right;
use proofmark_facts::{Attestation, KeptStamp, Sha256, StampAuthority, SystemOfRecord};
use proofmark_text::{Text, text};
use proofmark_trust::time_stamp::{Oid, StampRequest, StampRoots, Stamped, TimeStamp, TimeStampError};

use super::attestations::attestors;
use super::attestors::Attestors;
use super::checkpoint_to_attest::checkpoint_to_attest;
use super::keep_attestation::{Said, keep_attestation};
use crate::error::ActionError;
use crate::products::ChangeOrder;
use crate::record::kept_noun;

/// A checkpoint that was time-stamped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StampedCheckpoint {
    /// The size of the ledger.
    pub size: u64,
    /// When, by the authority's clock.
    pub at: Timestamp,
}

/// Asks the authority, verifies what it answers, and keeps it with one line. `None`: there is nothing new to stamp.
///
/// `nonce` is drawn at random, so that an old answer cannot pass for a new one. What is stamped is the SHA-256 digest of
/// the checkpoint as the ledger signed it, signature included.
pub fn stamp_checkpoint(
    order: &ChangeOrder<'_>,
    nonce: [u8; 16],
    ask: &dyn Attestors,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Option<StampedCheckpoint>, ActionError> {
    order.demand(Right::SealLedger, "", None)?;
    let authority = attestors(keeping)?.authority;
    let authority = authority.ok_or_else(|| ActionError::NotFound(text!("stamps-no-authority")))?;
    let Some(sealed) = checkpoint_to_attest(keeping)? else { return Ok(None) };
    let kept = kept_noun::<Attestation>(keeping, "", &Attestation::id_of(sealed.size))?;
    if kept.is_some_and(|kept| kept.noun.stamps.iter().any(|stamp| stamp.authority == authority.url)) {
        return Ok(None);
    }
    let note = sealed.note.to_string();
    let imprint = Sha256::of(note.as_bytes());
    let (token, stamped) = asked(&authority, imprint.0, nonce, ask)?;
    let said = Said::Stamp(KeptStamp {
        authority: authority.url.clone(),
        at: stamped.at,
        policy: stamped.policy,
        token: Sha256::of(token.as_der()).to_string(),
        roots: Sha256::of(authority.roots.as_bytes()).to_string(),
    });
    let documents: [(&str, &[u8]); 3] = [
        ("checkpoint", note.as_bytes()),
        ("time-stamp", token.as_der()),
        ("roots", authority.roots.as_bytes()),
    ];
    keep_attestation(order, &sealed, &said, &documents, keeping)?;
    Ok(Some(StampedCheckpoint { size: sealed.size, at: stamped.at }))
}

fn asked(
    authority: &StampAuthority,
    imprint: [u8; 32],
    nonce: [u8; 16],
    ask: &dyn Attestors,
) -> Result<(TimeStamp, Stamped), ActionError> {
    let useless = |error: TimeStampError| ActionError::Hindered(useless(&authority.url, &error));
    let roots = StampRoots::from_pem(&authority.roots).map_err(useless)?;
    let policy = authority.policy.as_deref().map(str::parse::<Oid>).transpose().map_err(useless)?;
    let request = StampRequest::new(imprint, nonce, policy);
    let answer = ask.ask_time_stamp(&authority.url, &request.to_der()).map_err(ActionError::Hindered)?;
    let stamp = TimeStamp::from_answer(&answer).map_err(useless)?;
    stamp.answers(&request).map_err(useless)?;
    let stamped = stamp.verify(&imprint, &roots).map_err(useless)?;
    Ok((stamp, stamped))
}

fn useless(authority: &str, error: &TimeStampError) -> Text {
    text!("stamps-answer-useless", authority = authority, error = error.to_string())
}
