//! Annex VI: the simplified EU declaration of conformity.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::declaration_online;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::P;

/// The simplified declaration.
pub(crate) const SIMPLIFIED: Obligation = Obligation {
    id: "annex-VI",
    row: "AX6",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VI"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "A simplified declaration uses the prescribed words and gives the exact internet address of the full one.",
    shown_by: &[EvidenceKind::DeclarationSupplied, EvidenceKind::ProductIdentification],
    suggests: None,
    applies: declaration_online,
};
