//! Article 28: drawing up the EU declaration of conformity.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::always;
use crate::register::conditions::several_acts;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::P;

/// Article 28(1).
pub(crate) const DRAWING_UP: Obligation = Obligation {
    id: "art28-1",
    row: "AX5",
    verified: &[P],
    also: &[],
    cites: Citation::article(28).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Draw up the declaration, which states that the requirements of Annex I were shown to be met.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: always,
};

/// Article 28(2).
pub(crate) const FORM: Obligation = Obligation {
    id: "art28-2",
    row: "AX5",
    verified: &[P],
    also: &[],
    cites: Citation::article(28).paragraph(2),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Give the declaration the structure and the content of Annex V, keep it up to date, and have it in the languages the Member States ask for where the product is placed or made available.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: always,
};

/// Article 28(3).
pub(crate) const SINGLE: Obligation = Obligation {
    id: "art28-3",
    row: "AX5",
    verified: &[P],
    also: &[],
    cites: Citation::article(28).paragraph(3),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Where several Union acts ask for a declaration, draw up a single one that names them all with their references.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: several_acts,
};

/// Article 28(4).
pub(crate) const RESPONSIBILITY: Obligation = Obligation {
    id: "art28-4",
    row: "AX5",
    verified: &[P],
    also: &[],
    cites: Citation::article(28).paragraph(4),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "By drawing up the declaration, assume responsibility for the product's conformity.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: always,
};
