//! Annex V: the EU declaration of conformity, in the annex's order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, standards_used, with_notified_body};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::P;

/// Point 1.
pub(crate) const PRODUCT: Obligation = Obligation {
    id: "annex-V-1",
    row: "AX5-1",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("1"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Name, type and unique identification of the product.",
    shown_by: &[EvidenceKind::ProductIdentification],
    suggests: None,
    applies: always,
};

/// Point 2.
pub(crate) const ISSUER: Obligation = Obligation {
    id: "annex-V-2",
    row: "AX5-2",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("2"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Name and address of the manufacturer or its authorised representative.",
    shown_by: &[EvidenceKind::ManufacturerIdentity],
    suggests: None,
    applies: always,
};

/// Point 3.
pub(crate) const RESPONSIBILITY: Obligation = Obligation {
    id: "annex-V-3",
    row: "AX5-3",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("3"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The statement that the declaration is issued under the provider's sole responsibility.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: always,
};

/// Point 4.
pub(crate) const OBJECT: Obligation = Obligation {
    id: "annex-V-4",
    row: "AX5-4",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("4"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The object of the declaration, identified so that it can be traced.",
    shown_by: &[EvidenceKind::ProductIdentification],
    suggests: None,
    applies: always,
};

/// Point 5.
pub(crate) const CONFORMITY: Obligation = Obligation {
    id: "annex-V-5",
    row: "AX5-5",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("5"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The statement that the object conforms with the Union harmonisation legislation that applies.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: always,
};

/// Point 6.
pub(crate) const REFERENCES: Obligation = Obligation {
    id: "annex-V-6",
    row: "AX5-6",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("6"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "References to the standards, specifications or certification that were used.",
    shown_by: &[EvidenceKind::AppliedStandards],
    suggests: None,
    applies: standards_used,
};

/// Point 7.
pub(crate) const NOTIFIED_BODY: Obligation = Obligation {
    id: "annex-V-7",
    row: "AX5-7",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("7"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "The notified body's name and number, the procedure and the certificate, where one is involved.",
    shown_by: &[EvidenceKind::NotifiedBody],
    suggests: None,
    applies: with_notified_body,
};

/// Point 8.
pub(crate) const SIGNATURE: Obligation = Obligation {
    id: "annex-V-8",
    row: "AX5-8",
    verified: &[P],
    also: &[],
    cites: Citation::annex("V").point("8"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Place and date of issue, and name, function and signature of who signs for the manufacturer.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: always,
};
