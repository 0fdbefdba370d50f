//! Article 31: drawing up and keeping up the technical documentation.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, with_notified_body};
use crate::register::conditions::several_acts;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Article 31(1).
pub(crate) const CONTENT: Obligation = Obligation {
    id: "art31-1",
    row: "AX7",
    verified: &[P],
    also: &[Source::new("AX7-2", &[P]), Source::new("AX7-6", &[P])],
    cites: Citation::article(31).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Draw up technical documentation with all relevant data on how product and processes meet Annex I; it holds the elements of Annex VII at least.",
    shown_by: &[EvidenceKind::RiskAssessment, EvidenceKind::Design, EvidenceKind::TestReports],
    suggests: None,
    applies: always,
};

/// Article 31(2).
pub(crate) const TIME: Obligation = Obligation {
    id: "art31-2",
    row: "AX7",
    verified: &[P],
    also: &[],
    cites: Citation::article(31).paragraph(2),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Draw it up before the product is placed on the market, and keep it up to date, through the support period at least.",
    shown_by: &[EvidenceKind::Design],
    suggests: None,
    applies: always,
};

/// Article 31(3).
pub(crate) const SINGLE: Obligation = Obligation {
    id: "art31-3",
    row: "AX7",
    verified: &[P],
    also: &[],
    cites: Citation::article(31).paragraph(3),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Where other Union acts ask for technical documentation of the same product, draw up a single set for all of them.",
    shown_by: &[EvidenceKind::Design],
    suggests: None,
    applies: several_acts,
};

/// Article 31(4).
pub(crate) const LANGUAGE: Obligation = Obligation {
    id: "art31-4",
    row: "AX7",
    verified: &[P],
    also: &[],
    cites: Citation::article(31).paragraph(4),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Write documentation and letters about the conformity procedure in a language the notified body accepts.",
    shown_by: &[EvidenceKind::NotifiedBody],
    suggests: None,
    applies: with_notified_body,
};
