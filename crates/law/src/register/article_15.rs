//! Article 15: what anyone may report.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::option_used;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::ANYONE;
use crate::source::{F, I, P};

/// Article 15(1) and (2): voluntary reporting.
pub(crate) const VOLUNTARY: Obligation = Obligation {
    id: "art15-1",
    row: "TRN-15",
    verified: &[P, F, I],
    also: &[],
    cites: Citation::article(15).paragraph(1),
    owed_by: ANYONE,
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "Anyone may notify vulnerabilities, cyber threats, incidents and near misses to a coordinating CSIRT or to ENISA; no further duty follows from it.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: option_used,
};
