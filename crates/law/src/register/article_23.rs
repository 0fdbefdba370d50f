//! Article 23: naming who supplied a product, and to whom it went.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::on_request;
use crate::register::conditions::has_supply_chain;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::OPERATORS;
use crate::source::{P, Source};

/// Article 23(1): on request.
pub(crate) const NAMING: Obligation = Obligation {
    id: "art23-1",
    row: "IDN-01",
    verified: &[P],
    also: &[Source::new("MSU-05", &[P])],
    cites: Citation::article(23).paragraph(1),
    owed_by: OPERATORS,
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On request, name to the authorities every operator who supplied the product to you and, where you know it, every operator you supplied it to, with their addresses.",
    shown_by: &[EvidenceKind::SupplyChainRecord, EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Article 23(2): for ten years.
pub(crate) const REMAINING_ABLE: Obligation = Obligation {
    id: "art23-2",
    row: "IDN-02",
    verified: &[P],
    also: &[Source::new("RET-06", &[P])],
    cites: Citation::article(23).paragraph(2),
    owed_by: OPERATORS,
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Stay able to name who supplied the product to you and whom you supplied with it, for ten years after each supply.",
    shown_by: &[EvidenceKind::SupplyChainRecord],
    suggests: None,
    applies: has_supply_chain,
};
