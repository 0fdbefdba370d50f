//! Article 20: what a distributor owes, one constant a paragraph, in its order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, on_request};
use crate::register::conditions::{after_placing, doubtful, manufacturer_ceased};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Article 20(1).
pub(crate) const DUE_CARE: Obligation = Obligation {
    id: "art20-1",
    row: "DIS-01",
    verified: &[P],
    also: &[],
    cites: Citation::article(20).paragraph(1),
    owed_by: &[Role::Distributor],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Act with due care for what the Regulation asks when you make a product available on the market.",
    shown_by: &[EvidenceKind::SupplierCheck],
    suggests: None,
    applies: always,
};

/// Article 20(2): before making available.
pub(crate) const CHECK: Obligation = Obligation {
    id: "art20-2",
    row: "DIS-02",
    verified: &[P],
    also: &[],
    cites: Citation::article(20).paragraph(2),
    owed_by: &[Role::Distributor],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Before making a product available, verify that it bears the CE marking, that manufacturer and importer identified it and themselves, gave user information, end of support and declaration, and handed you every document needed.",
    shown_by: &[EvidenceKind::SupplierCheck],
    suggests: None,
    applies: always,
};

/// Article 20(3): when conformity is in doubt.
pub(crate) const DOUBT: Obligation = Obligation {
    id: "art20-3",
    row: "DIS-03",
    verified: &[P],
    also: &[],
    cites: Citation::article(20).paragraph(3),
    owed_by: &[Role::Distributor],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Do not make available what information in your hands gives reason to believe does not conform; tell manufacturer and authorities of a significant cybersecurity risk without undue delay.",
    shown_by: &[EvidenceKind::WarningsGiven],
    suggests: None,
    applies: doubtful,
};

/// Article 20(4): after making available.
pub(crate) const AFTER: Obligation = Obligation {
    id: "art20-4",
    row: "DIS-04",
    verified: &[P],
    also: &[Source::new("TRG-10", &[P])],
    cites: Citation::article(20).paragraph(4),
    owed_by: &[Role::Distributor],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When a product you made available does not conform, see that it is corrected, withdrawn or recalled; tell the manufacturer of vulnerabilities without undue delay, and the authorities at once of a significant risk.",
    shown_by: &[EvidenceKind::WarningsGiven, EvidenceKind::Record],
    suggests: None,
    applies: after_placing,
};

/// Article 20(5): answering authorities.
pub(crate) const COOPERATION: Obligation = Obligation {
    id: "art20-5",
    row: "DIS-05",
    verified: &[P],
    also: &[Source::new("MSU-02", &[P])],
    cites: Citation::article(20).paragraph(5),
    owed_by: &[Role::Distributor],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On a reasoned request, give the authority the information and documents that show conformity, in a language it understands, and cooperate.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Article 20(6): when the manufacturer has ceased.
pub(crate) const CEASED: Obligation = Obligation {
    id: "art20-6",
    row: "DIS-06",
    verified: &[P],
    also: &[],
    cites: Citation::article(20).paragraph(6),
    owed_by: &[Role::Distributor],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When information in your hands says that the manufacturer has ceased operations and cannot meet its duties, tell the authorities and, as far as possible, the users.",
    shown_by: &[EvidenceKind::WarningsGiven],
    suggests: None,
    applies: manufacturer_ceased,
};
