//! Has the ledger's checkpoint time-stamped: from then on nobody, not even we, can say it was written later.

use jiff::Timestamp;
use proofmark_access::Right;
use proofmark_facts::{Attestation, KeptStamp, Sha256, StampAuthority, SystemOfRecord};
use proofmark_text::{Text, text};
use proofmark_trust::time_stamp::{Oid, StampRequest, StampRoots, Stamped, TimeStamp, TimeStampError};

use super::attestations::attestors;
use super::attestors::Attestors;
use super::checkpoint_to_attest::{Sealed, checkpoint_to_attest};
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

/// A request on its way to the authority: everything that is needed, so that no store is held while it is waited for.
#[derive(Debug, Clone)]
pub struct StampErrand {
    authority: StampAuthority,
    sealed: Sealed,
    imprint: [u8; 32],
    request: StampRequest,
    roots: StampRoots,
}

/// A time stamp that answers the request and was verified under the roots that were set.
#[derive(Clone)]
pub struct CarriedStamp {
    token: TimeStamp,
    stamped: Stamped,
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
    let Some(errand) = begin_stamp(order, nonce, keeping)? else { return Ok(None) };
    let carried = errand.carry(ask)?;
    end_stamp(order, &errand, &carried, keeping)
}

/// What is to be asked of whom; `None`: there is nothing new to stamp.
pub fn begin_stamp(
    order: &ChangeOrder<'_>,
    nonce: [u8; 16],
    keeping: &dyn SystemOfRecord,
) -> Result<Option<StampErrand>, ActionError> {
    order.demand(Right::SealLedger, "", None)?;
    let authority = attestors(keeping)?.authority;
    let authority = authority.ok_or_else(|| ActionError::NotFound(text!("stamps-no-authority")))?;
    let Some(sealed) = checkpoint_to_attest(keeping)? else { return Ok(None) };
    let kept = kept_noun::<Attestation>(keeping, "", &Attestation::id_of(sealed.size))?;
    if kept.is_some_and(|kept| kept.noun.stamps.iter().any(|stamp| stamp.authority == authority.url)) {
        return Ok(None);
    }
    let useless = |error: TimeStampError| ActionError::Hindered(useless(&authority.url, &error));
    let roots = StampRoots::from_pem(&authority.roots).map_err(useless)?;
    let policy = authority.policy.as_deref().map(str::parse::<Oid>).transpose().map_err(useless)?;
    let imprint = Sha256::of(sealed.note.to_string().as_bytes()).0;
    let request = StampRequest::new(imprint, nonce, policy);
    Ok(Some(StampErrand { authority, sealed, imprint, request, roots }))
}

impl StampErrand {
    /// Asks, however long that takes, and verifies the answer as one to what was asked. Nothing of the record is read or
    /// written meanwhile.
    pub fn carry(&self, ask: &dyn Attestors) -> Result<CarriedStamp, ActionError> {
        let useless = |error: TimeStampError| ActionError::Hindered(useless(&self.authority.url, &error));
        let answer =
            ask.ask_time_stamp(&self.authority.url, &self.request.to_der()).map_err(ActionError::Hindered)?;
        let token = TimeStamp::from_answer(&answer).map_err(useless)?;
        token.answers(&self.request).map_err(useless)?;
        let stamped = token.verify(&self.imprint, &self.roots).map_err(useless)?;
        Ok(CarriedStamp { token, stamped })
    }
}

/// Keeps the stamp with one line: of the checkpoint that was asked for, however far the ledger has grown meanwhile.
///
/// `None`: the authority is no longer the one that is set, or the same was kept meanwhile by somebody else.
pub fn end_stamp(
    order: &ChangeOrder<'_>,
    errand: &StampErrand,
    carried: &CarriedStamp,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Option<StampedCheckpoint>, ActionError> {
    order.demand(Right::SealLedger, "", None)?;
    let StampErrand { authority, sealed, .. } = errand;
    if attestors(keeping)?.authority.as_ref() != Some(authority) {
        return Ok(None);
    }
    let CarriedStamp { token, stamped } = carried;
    let note = sealed.note.to_string();
    let said = Said::Stamp(KeptStamp {
        authority: authority.url.clone(),
        at: stamped.at,
        policy: stamped.policy.clone(),
        token: Sha256::of(token.as_der()).to_string(),
        roots: Sha256::of(authority.roots.as_bytes()).to_string(),
    });
    let documents: [(&str, &[u8]); 3] = [
        ("checkpoint", note.as_bytes()),
        ("time-stamp", token.as_der()),
        ("roots", authority.roots.as_bytes()),
    ];
    let kept = keep_attestation(order, sealed, &said, &documents, keeping)?;
    Ok(kept.then_some(StampedCheckpoint { size: sealed.size, at: stamped.at }))
}

fn useless(authority: &str, error: &TimeStampError) -> Text {
    text!("stamps-answer-useless", authority = authority, error = error.to_string())
}
