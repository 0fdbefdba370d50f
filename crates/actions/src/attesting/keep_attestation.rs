//! Keeps what somebody said about a checkpoint: the documents, the records, one line.

use proofmark_facts::{
    Attestation, Attested, Keeping, KeptCosignature, KeptStamp, LATEST_ATTESTATIONS, LatestAttestations,
    Sha256,
};

use super::checkpoint_to_attest::Sealed;
use super::line_names::{COSIGNED, STAMPED, SUBJECT};
use crate::again_when_moved::again_when_moved;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::products::ChangeOrder;
use crate::record::{instead, kept_noun};

/// What was said.
pub(super) enum Said {
    Stamp(KeptStamp),
    Cosignature(KeptCosignature),
}

/// Keeps it with these documents, each in its role. `false`: the same was said already, and nothing is kept twice.
pub(super) fn keep_attestation(
    order: &ChangeOrder<'_>,
    sealed: &Sealed,
    said: &Said,
    documents: &[(&str, &[u8])],
    keeping: &mut dyn Keeping,
) -> Result<bool, ActionError> {
    let kept: Vec<(Sha256, &[u8])> = documents.iter().map(|(_, bytes)| (Sha256::of(bytes), *bytes)).collect();
    let named =
        || documents.iter().zip(&kept).map(|((role, _), (digest, _))| LineDocument::new(role, digest));
    let outcome = match said {
        Said::Stamp(stamp) => &stamp.authority,
        Said::Cosignature(cosignature) => &cosignature.witness,
    };
    again_when_moved(|| {
        let attestation = kept_noun::<Attestation>(keeping, "", &Attestation::id_of(sealed.size))?;
        let latest = kept_noun::<LatestAttestations>(keeping, "", LATEST_ATTESTATIONS)?;
        let empty = Attestation { size: sealed.size, stamps: Vec::new(), cosignatures: Vec::new() };
        let mut about = attestation.as_ref().map_or(empty, |kept| kept.noun.clone());
        let mut furthest = latest.as_ref().map(|kept| kept.noun.clone()).unwrap_or_default();
        if is_said(&about, said) {
            return Ok(false);
        }
        let attested = |at| Attested { size: sealed.size, at, kept_at: order.at };
        match said {
            Said::Stamp(stamp) => {
                // Who was asked earlier may answer later: what reaches furthest stays.
                if furthest.stamped.as_ref().is_none_or(|before| before.size <= sealed.size) {
                    furthest.stamped = Some(attested(stamp.at));
                }
                about.stamps.push(stamp.clone());
            }
            Said::Cosignature(cosignature) => {
                let before = furthest.witnessed.get(&cosignature.witness);
                if before.is_none_or(|before| before.size <= sealed.size) {
                    furthest.witnessed.insert(cosignature.witness.clone(), attested(cosignature.at));
                }
                about.cosignatures.push(cosignature.clone());
            }
        }
        let line = LineDraft {
            subject: SUBJECT,
            at: order.at,
            by: &order.by.name,
            action: if matches!(said, Said::Stamp(_)) { STAMPED } else { COSIGNED },
            documents: named().collect(),
            outcome: Some(outcome),
            with: order.with,
        };
        let mut entry = Entry::of_documents(line, "", kept.clone());
        entry.records =
            vec![instead("", attestation.as_ref(), &about), instead("", latest.as_ref(), &furthest)];
        entry.keep(keeping).map(|_| true)
    })
}

/// Whether the same authority or witness said it of this checkpoint before.
fn is_said(about: &Attestation, said: &Said) -> bool {
    match said {
        Said::Stamp(stamp) => about.stamps.iter().any(|kept| kept.authority == stamp.authority),
        Said::Cosignature(cosignature) => {
            about.cosignatures.iter().any(|kept| kept.witness == cosignature.witness)
        }
    }
}
