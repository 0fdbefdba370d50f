//! Annex I, Part II: how vulnerabilities are handled, in the annex's order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::always;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::register::suggestions_part_ii;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Point (1).
pub(crate) const IDENTIFY: Obligation = Obligation {
    id: "II.1",
    row: "AI2-1",
    verified: &[P],
    also: &[Source::new("SBM-01", &[P])],
    cites: Citation::annex("I").part("II").point("1"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Identify and document vulnerabilities and components, with an SBOM in a common machine-readable format that covers the top-level dependencies at least.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::Sbom],
    suggests: Some(&suggestions_part_ii::IDENTIFY),
    applies: always,
};

/// Point (2).
pub(crate) const REMEDY: Obligation = Obligation {
    id: "II.2",
    row: "AI2-2",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("II").point("2"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Address and remedy vulnerabilities without delay in relation to their risk, by security updates that come apart from new functions where technically feasible.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::FindingsResolved],
    suggests: Some(&suggestions_part_ii::REMEDY),
    applies: always,
};

/// Point (3).
pub(crate) const TEST: Obligation = Obligation {
    id: "II.3",
    row: "AI2-3",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("II").point("3"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Test and review the security of the product effectively and regularly.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::TestReports],
    suggests: Some(&suggestions_part_ii::TEST),
    applies: always,
};

/// Point (4).
pub(crate) const DISCLOSE: Obligation = Obligation {
    id: "II.4",
    row: "AI2-4",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("II").point("4"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Once a security update is out, publish what was fixed: description, products, impact, severity and help to remedy; wait only in justified cases until users could update.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::Advisories],
    suggests: Some(&suggestions_part_ii::DISCLOSE),
    applies: always,
};

/// Point (5).
pub(crate) const DISCLOSURE_POLICY: Obligation = Obligation {
    id: "II.5",
    row: "AI2-5",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("II").point("5"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Have a coordinated vulnerability disclosure policy and enforce it.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::DisclosurePolicy],
    suggests: Some(&suggestions_part_ii::DISCLOSURE_POLICY),
    applies: always,
};

/// Point (6).
pub(crate) const SHARE: Obligation = Obligation {
    id: "II.6",
    row: "AI2-6",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("II").point("6"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Make it easy to share information on possible vulnerabilities of the product and its components, with an address to report them to.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::VulnerabilityReports],
    suggests: Some(&suggestions_part_ii::SHARE),
    applies: always,
};

/// Point (7).
pub(crate) const DISTRIBUTE: Obligation = Obligation {
    id: "II.7",
    row: "AI2-7",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("II").point("7"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Have mechanisms to distribute updates securely and in time, automatically where applicable.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::UpdateDistribution],
    suggests: Some(&suggestions_part_ii::DISTRIBUTE),
    applies: always,
};

/// Point (8).
pub(crate) const DISSEMINATE: Obligation = Obligation {
    id: "II.8",
    row: "AI2-8",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("II").point("8"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Hand out security updates without delay and free of charge, with advice on what users should do; only a tailor-made product may agree otherwise on the price.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_ii::DISSEMINATE),
    applies: always,
};
