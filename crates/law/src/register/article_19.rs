//! Article 19: what an importer owes, one constant a paragraph, in its order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, on_request};
use crate::register::conditions::{after_placing, doubtful, manufacturer_ceased};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Article 19(1).
pub(crate) const ONLY_CONFORMING: Obligation = Obligation {
    id: "art19-1",
    row: "IMP-01",
    verified: &[P],
    also: &[],
    cites: Citation::article(19).paragraph(1),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Place a product on the market only if it meets Annex I, Part I and its manufacturer's processes meet Part II.",
    shown_by: &[EvidenceKind::SupplierCheck],
    suggests: None,
    applies: always,
};

/// Article 19(2): before placing on the market.
pub(crate) const CHECK: Obligation = Obligation {
    id: "art19-2",
    row: "IMP-02",
    verified: &[P],
    also: &[],
    cites: Citation::article(19).paragraph(2),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Before placing on the market, make sure that the procedure was carried out and the technical documentation drawn up, that CE marking, declaration and user information are there, and that the manufacturer is identified, the product too, and the end of support stated; and be able to prove it.",
    shown_by: &[EvidenceKind::SupplierCheck],
    suggests: None,
    applies: always,
};

/// Article 19(3): when conformity is in doubt.
pub(crate) const DOUBT: Obligation = Obligation {
    id: "art19-3",
    row: "IMP-03",
    verified: &[P],
    also: &[],
    cites: Citation::article(19).paragraph(3),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Do not place on the market what you have reason to believe does not conform; tell manufacturer and authorities of a significant cybersecurity risk, and the authorities of risk factors that are not technical.",
    shown_by: &[EvidenceKind::WarningsGiven],
    suggests: None,
    applies: doubtful,
};

/// Article 19(4): the importer's own name.
pub(crate) const OWN_CONTACT: Obligation = Obligation {
    id: "art19-4",
    row: "IMP-04",
    verified: &[P],
    also: &[],
    cites: Citation::article(19).paragraph(4),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "State your own name, postal address, digital contact and website on the product, its packaging or a document with it, in a language users and authorities understand.",
    shown_by: &[EvidenceKind::OwnContact],
    suggests: None,
    applies: always,
};

/// Article 19(5): after placing on the market.
pub(crate) const AFTER_PLACING: Obligation = Obligation {
    id: "art19-5",
    row: "IMP-05",
    verified: &[P],
    also: &[Source::new("TRG-10", &[P])],
    cites: Citation::article(19).paragraph(5),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When a product you placed on the market does not conform, see at once that it is corrected, withdrawn or recalled; tell the manufacturer of vulnerabilities without undue delay, and the authorities at once of a significant risk.",
    shown_by: &[EvidenceKind::WarningsGiven, EvidenceKind::Record],
    suggests: None,
    applies: after_placing,
};

/// Article 19(6): keeping the declaration.
pub(crate) const KEEPING: Obligation = Obligation {
    id: "art19-6",
    row: "IMP-06",
    verified: &[P],
    also: &[Source::new("RET-05", &[P])],
    cites: Citation::article(19).paragraph(6),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Keep a copy of the declaration for ten years after placing on the market, or for the support period if that is longer, and see that authorities can have the technical documentation.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: always,
};

/// Article 19(7): answering authorities.
pub(crate) const COOPERATION: Obligation = Obligation {
    id: "art19-7",
    row: "IMP-07",
    verified: &[P],
    also: &[Source::new("MSU-02", &[P])],
    cites: Citation::article(19).paragraph(7),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On a reasoned request, give the authority all information and documents that show conformity, in a language it understands, and cooperate.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Article 19(8): when the manufacturer has ceased.
pub(crate) const CEASED: Obligation = Obligation {
    id: "art19-8",
    row: "IMP-08",
    verified: &[P],
    also: &[],
    cites: Citation::article(19).paragraph(8),
    owed_by: &[Role::Importer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When you learn that the manufacturer has ceased operations and cannot meet its duties, tell the authorities and, as far as possible, the users.",
    shown_by: &[EvidenceKind::WarningsGiven],
    suggests: None,
    applies: manufacturer_ceased,
};
