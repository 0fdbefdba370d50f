//! Annex II: information and instructions for users, in the annex's order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, declaration_online, sbom_offered};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Point 1.
pub(crate) const MANUFACTURER: Obligation = Obligation {
    id: "annex-II-1",
    row: "AX2-1",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("1"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The manufacturer's name, postal address, digital contact and website, where available.",
    shown_by: &[EvidenceKind::ManufacturerIdentity],
    suggests: None,
    applies: always,
};

/// Point 2.
pub(crate) const CONTACT: Obligation = Obligation {
    id: "annex-II-2",
    row: "AX2-2",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("2"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The single point of contact for vulnerability information, and where the disclosure policy is.",
    shown_by: &[
        EvidenceKind::SinglePointOfContact,
        EvidenceKind::VulnerabilityReports,
        EvidenceKind::DisclosurePolicy,
    ],
    suggests: None,
    applies: always,
};

/// Point 3.
pub(crate) const PRODUCT: Obligation = Obligation {
    id: "annex-II-3",
    row: "AX2-3",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("3"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Name, type and whatever else identifies the product.",
    shown_by: &[EvidenceKind::ProductIdentification],
    suggests: None,
    applies: always,
};

/// Point 4.
pub(crate) const PURPOSE: Obligation = Obligation {
    id: "annex-II-4",
    row: "AX2-4",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("4"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Intended purpose with the security environment, essential functionalities and security properties.",
    shown_by: &[EvidenceKind::IntendedPurpose, EvidenceKind::SecurityProperties],
    suggests: None,
    applies: always,
};

/// Point 5.
pub(crate) const CIRCUMSTANCES: Obligation = Obligation {
    id: "annex-II-5",
    row: "AX2-5",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("5"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Circumstances of use or foreseeable misuse that may lead to significant cybersecurity risks.",
    shown_by: &[EvidenceKind::RiskCircumstances],
    suggests: None,
    applies: always,
};

/// Point 6.
pub(crate) const DECLARATION: Obligation = Obligation {
    id: "annex-II-6",
    row: "AX2-6",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("6"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The internet address of the declaration of conformity, where there is one.",
    shown_by: &[EvidenceKind::DeclarationSupplied],
    suggests: None,
    applies: declaration_online,
};

/// Point 7.
pub(crate) const SUPPORT: Obligation = Obligation {
    id: "annex-II-7",
    row: "AX2-7",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("7"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The technical security support offered, and the end of the support period.",
    shown_by: &[EvidenceKind::SupportOffer, EvidenceKind::SupportPeriodEnd],
    suggests: None,
    applies: always,
};

/// Point 8.
pub(crate) const INSTRUCTIONS: Obligation = Obligation {
    id: "annex-II-8",
    row: "AX2-8",
    verified: &[P],
    also: &[],
    cites: Citation::annex("II").point("8"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Instructions, or a link to them, on commissioning, changes, updates, decommissioning, switching off automatic updates and integration.",
    shown_by: &[EvidenceKind::Instructions],
    suggests: None,
    applies: always,
};

/// Point 9.
pub(crate) const SBOM: Obligation = Obligation {
    id: "annex-II-9",
    row: "AX2-9",
    verified: &[P],
    also: &[Source::new("SBM-04", &[P])],
    cites: Citation::annex("II").point("9"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Where users find the SBOM, if it is offered to them.",
    shown_by: &[EvidenceKind::SbomOffered],
    suggests: None,
    applies: sbom_offered,
};
