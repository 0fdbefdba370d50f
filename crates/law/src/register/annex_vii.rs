//! Annex VII: the technical documentation, in the annex's order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, on_request};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{G, P, Source};

/// Point 1.
pub(crate) const DESCRIPTION: Obligation = Obligation {
    id: "annex-VII-1",
    row: "AX7-1",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VII").point("1"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "A general description: intended purpose, versions that affect compliance, illustrations of hardware, and the information for users.",
    shown_by: &[EvidenceKind::IntendedPurpose, EvidenceKind::Illustrations, EvidenceKind::Instructions],
    suggests: None,
    applies: always,
};

/// Point 2.
pub(crate) const PROCESSES: Obligation = Obligation {
    id: "annex-VII-2",
    row: "AX7-2",
    verified: &[P],
    also: &[Source::new("SBM-03", &[P])],
    cites: Citation::annex("VII").point("2"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Design and architecture, the handling of vulnerabilities with SBOM, disclosure policy, contact and secure updates, and production with its monitoring.",
    shown_by: &[
        EvidenceKind::Design,
        EvidenceKind::HandlingProcess,
        EvidenceKind::Sbom,
        EvidenceKind::DisclosurePolicy,
        EvidenceKind::VulnerabilityReports,
        EvidenceKind::UpdateDistribution,
        EvidenceKind::ProductionProcess,
    ],
    suggests: None,
    applies: always,
};

/// Point 3.
pub(crate) const RISKS: Obligation = Obligation {
    id: "annex-VII-3",
    row: "AX7-3",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VII").point("3"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The risk assessment, with how the requirements of Annex I, Part I apply.",
    shown_by: &[EvidenceKind::RiskAssessment, EvidenceKind::RequirementMatrix],
    suggests: None,
    applies: always,
};

/// Point 4.
pub(crate) const SUPPORT: Obligation = Obligation {
    id: "annex-VII-4",
    row: "AX7-4",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VII").point("4"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "What the support period was set by.",
    shown_by: &[EvidenceKind::SupportPeriodRationale],
    suggests: None,
    applies: always,
};

/// Point 5.
pub(crate) const STANDARDS: Obligation = Obligation {
    id: "annex-VII-5",
    row: "AX7-5",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VII").point("5"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The standards, specifications and certification applied and which parts of them, or else the solutions chosen for each requirement.",
    shown_by: &[EvidenceKind::AppliedStandards],
    suggests: None,
    applies: always,
};

/// Point 6.
pub(crate) const TESTS: Obligation = Obligation {
    id: "annex-VII-6",
    row: "AX7-6",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VII").point("6"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Reports of tests of the product and of the handling of vulnerabilities.",
    shown_by: &[EvidenceKind::TestReports],
    suggests: None,
    applies: always,
};

/// Point 7.
pub(crate) const DECLARATION: Obligation = Obligation {
    id: "annex-VII-7",
    row: "AX7-7",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VII").point("7"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "A copy of the EU declaration of conformity.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: always,
};

/// Point 8.
pub(crate) const SBOM_ON_REQUEST: Obligation = Obligation {
    id: "annex-VII-8",
    row: "AX7-8",
    verified: &[P],
    also: &[Source::new("MSU-04", &[P]), Source::new("SBM-03", &[P])],
    cites: Citation::annex("VII").point("8"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The SBOM, when an authority needs it to check compliance and asks with reasons.",
    shown_by: &[EvidenceKind::Sbom],
    suggests: None,
    applies: on_request,
};

/// What the guidance adds; it does not bind.
pub(crate) const GUIDANCE: Obligation = Obligation {
    id: "annex-VII-9",
    row: "AX7-9",
    verified: &[G],
    also: &[],
    cites: Citation::guidance(144),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Should,
    from: FULL_APPLICATION,
    asks: "As the Commission's guidance advises: the core functionality, what remote services the product relies on, and the procedure followed.",
    shown_by: &[
        EvidenceKind::CoreFunctionality,
        EvidenceKind::RemoteServices,
        EvidenceKind::ConformityProcedure,
    ],
    suggests: None,
    applies: always,
};
