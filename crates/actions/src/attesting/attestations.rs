//! What others said about the ledger so far, and how far behind each of them is.

use jiff::Timestamp;
use proofmark_facts::{
    ATTESTORS, Attestation, Attested, AttestorSettings, Keeping, LATEST_ATTESTATIONS, LatestAttestations,
    RecordKind,
};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use super::change_attestors::USUAL_MINUTES;
use super::checkpoint_to_attest::checkpoint_to_attest;
use crate::error::ActionError;
use crate::record::{kept_noun, noun_of};

/// What others said, a page of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AttestationList {
    /// The size of the last checkpoint; 0: nothing was sealed yet.
    pub sealed: u64,
    /// How each of those who are asked now stands.
    pub attestors: Vec<AttestorStanding>,
    /// What was said about each checkpoint, smallest size first.
    pub items: Vec<Attestation>,
    /// The size to go on after; `null`: there is no more.
    pub next: Option<u64>,
}

/// How one of those who attest stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AttestorStanding {
    /// `authority` or `witness`.
    pub kind: String,
    /// The authority's URL, or the witness's verifier key.
    pub who: String,
    /// The size it attested last; `null`: none yet.
    pub size: Option<u64>,
    /// When, by its own clock.
    pub at: Option<Timestamp>,
    /// How many lines it has not attested, those not counted that only say what was attested.
    pub behind: u64,
}

/// Whom the installation asks; nobody where nothing was set.
pub fn attestors(keeping: &dyn Keeping) -> Result<AttestorSettings, ActionError> {
    let kept = kept_noun::<AttestorSettings>(keeping, "", ATTESTORS)?;
    let nobody = || AttestorSettings { authority: None, witnesses: Vec::new(), every_minutes: USUAL_MINUTES };
    Ok(kept.map_or_else(nobody, |kept| kept.noun))
}

/// A page of what was said, after this size.
pub fn attestations(keeping: &dyn Keeping, after: u64, most: usize) -> Result<AttestationList, ActionError> {
    let sealed = keeping.latest_checkpoint()?.map_or(0, |(size, _)| size);
    let latest = kept_noun::<LatestAttestations>(keeping, "", LATEST_ATTESTATIONS)?;
    let latest = latest.map(|kept| kept.noun).unwrap_or_default();
    let settings = attestors(keeping)?;
    // Lines that only say that it was attested leave nobody behind.
    let wanted = checkpoint_to_attest(keeping)?.map_or(0, |checkpoint| checkpoint.size);
    let standing = |kind: &str, who: &str, attested: Option<&Attested>| AttestorStanding {
        kind: kind.to_owned(),
        who: who.to_owned(),
        size: attested.map(|attested| attested.size),
        at: attested.map(|attested| attested.at),
        behind: wanted.saturating_sub(attested.map_or(0, |attested| attested.size)),
    };
    let authority =
        settings.authority.iter().map(|one| standing("authority", &one.url, latest.stamped.as_ref()));
    let witnesses =
        settings.witnesses.iter().map(|one| standing("witness", &one.key, latest.witnessed.get(&one.key)));
    let attestors = authority.chain(witnesses).collect();
    let mut items = Vec::new();
    for record in keeping.records("", RecordKind::Attestation, &Attestation::id_of(after), most + 1)? {
        if record.key.id != LATEST_ATTESTATIONS {
            items.push(noun_of::<Attestation>(&record)?.noun);
        }
    }
    let next = (items.len() > most).then(|| items[most - 1].size);
    items.truncate(most);
    Ok(AttestationList { sealed, attestors, items, next })
}

/// The last time stamp of the checkpoint of this size: the token (RFC 3161), DER.
pub fn time_stamp(keeping: &dyn Keeping, size: u64) -> Result<Vec<u8>, ActionError> {
    let nothing = || ActionError::NotFound(text!("stamps-no-stamp", size = size));
    let kept = kept_noun::<Attestation>(keeping, "", &Attestation::id_of(size))?.ok_or_else(nothing)?;
    let digest = kept.noun.stamps.last().and_then(|stamp| stamp.token.parse().ok()).ok_or_else(nothing)?;
    keeping.document(&digest)?.ok_or_else(nothing)
}
