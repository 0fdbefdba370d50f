//! Article 30: the CE marking.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, hardware, module_h, software};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::P;

/// Article 30(1): on the product.
pub(crate) const ON_THE_PRODUCT: Obligation = Obligation {
    id: "art30-1-hardware",
    row: "CEM-02",
    verified: &[P],
    cites: Citation::article(30).paragraph(1),
    owed_by: Role::Manufacturer,
    from: FULL_APPLICATION,
    asks: "Affix the CE marking visibly, legibly and indelibly to the product; where its nature does not allow that, to the packaging and to the declaration.",
    shown_by: &[EvidenceKind::CeMarking],
    applies: hardware,
};

/// Article 30(1): for software.
pub(crate) const FOR_SOFTWARE: Obligation = Obligation {
    id: "art30-1-software",
    row: "CEM-03",
    verified: &[P],
    cites: Citation::article(30).paragraph(1),
    owed_by: Role::Manufacturer,
    from: FULL_APPLICATION,
    asks: "For software, affix the CE marking to the declaration or to the website that goes with it, where consumers reach it easily.",
    shown_by: &[EvidenceKind::CeMarking],
    applies: software,
};

/// Article 30(3): before placing on the market.
pub(crate) const BEFORE_PLACING: Obligation = Obligation {
    id: "art30-3",
    row: "CEM-05",
    verified: &[P],
    cites: Citation::article(30).paragraph(3),
    owed_by: Role::Manufacturer,
    from: FULL_APPLICATION,
    asks: "Affix the CE marking before the product is placed on the market, and only after a positive conformity procedure.",
    shown_by: &[EvidenceKind::ConformityProcedure, EvidenceKind::CeMarking],
    applies: always,
};

/// Article 30(4): the notified body's number.
pub(crate) const WITH_NUMBER: Obligation = Obligation {
    id: "art30-4",
    row: "CEM-06",
    verified: &[P],
    cites: Citation::article(30).paragraph(4),
    owed_by: Role::Manufacturer,
    from: FULL_APPLICATION,
    asks: "Under module H, let the notified body's number follow the CE marking; in no other case.",
    shown_by: &[EvidenceKind::NotifiedBody],
    applies: module_h,
};
