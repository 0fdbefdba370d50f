//! Article 29: the general principles of the CE marking.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::always;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Article 29.
pub(crate) const PRINCIPLES: Obligation = Obligation {
    id: "art29",
    row: "CEM-01",
    verified: &[P],
    also: &[Source::new("CEM-08", &[P])],
    cites: Citation::article(29),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Follow the general principles of the CE marking in Article 30 of Regulation (EC) No 765/2008: only the manufacturer or its representative affixes it, and only where conformity was shown.",
    shown_by: &[EvidenceKind::ConformityProcedure, EvidenceKind::CeMarking],
    suggests: None,
    applies: always,
};
