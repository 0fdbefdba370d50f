//! Article 30: the CE marking.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, hardware, module_h, option_used, software};
use crate::register::conditions::several_acts;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Article 30(1): on the product.
pub(crate) const ON_THE_PRODUCT: Obligation = Obligation {
    id: "art30-1-hardware",
    row: "CEM-02",
    verified: &[P],
    also: &[],
    cites: Citation::article(30).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Affix the CE marking visibly, legibly and indelibly to the product; where its nature does not allow that, to the packaging and to the declaration.",
    shown_by: &[EvidenceKind::CeMarking],
    suggests: None,
    applies: hardware,
};

/// Article 30(1): for software.
pub(crate) const FOR_SOFTWARE: Obligation = Obligation {
    id: "art30-1-software",
    row: "CEM-03",
    verified: &[P],
    also: &[],
    cites: Citation::article(30).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "For software, affix the CE marking to the declaration or to the website that goes with it, where consumers reach it easily.",
    shown_by: &[EvidenceKind::CeMarking],
    suggests: None,
    applies: software,
};

/// Article 30(2): its height.
pub(crate) const HEIGHT: Obligation = Obligation {
    id: "art30-2",
    row: "CEM-04",
    verified: &[P],
    also: &[],
    cites: Citation::article(30).paragraph(2),
    owed_by: &[Role::Manufacturer],
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "Where the nature of the product requires it, the CE marking may be lower than five millimetres, if it stays visible and legible.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: option_used,
};

/// Article 30(3): before placing on the market.
pub(crate) const BEFORE_PLACING: Obligation = Obligation {
    id: "art30-3",
    row: "CEM-05",
    verified: &[P],
    also: &[Source::new("CEM-08", &[P])],
    cites: Citation::article(30).paragraph(3),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Affix the CE marking before the product is placed on the market, and only after a positive conformity procedure.",
    shown_by: &[EvidenceKind::ConformityProcedure, EvidenceKind::CeMarking],
    suggests: None,
    applies: always,
};

/// Article 30(4): the notified body's number.
pub(crate) const WITH_NUMBER: Obligation = Obligation {
    id: "art30-4",
    row: "CEM-06",
    verified: &[P],
    also: &[],
    cites: Citation::article(30).paragraph(4),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Under module H, let the notified body's number follow the CE marking; in no other case.",
    shown_by: &[EvidenceKind::NotifiedBody],
    suggests: None,
    applies: module_h,
};

/// Article 30(5): other acts.
pub(crate) const OTHER_ACTS: Obligation = Obligation {
    id: "art30-5",
    row: "CEM-07",
    verified: &[P],
    also: &[],
    cites: Citation::article(30).paragraph(5),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Where other Union acts provide for the CE marking too, affix it only when the product conforms with them all.",
    shown_by: &[EvidenceKind::DeclarationSigned, EvidenceKind::CeMarking],
    suggests: None,
    applies: several_acts,
};
