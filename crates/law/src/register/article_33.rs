//! Article 33: what is made easier for micro and small enterprises.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::conditions::simplified_documentation;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::P;

/// Article 33(5): the simplified technical documentation.
pub(crate) const SIMPLIFIED: Obligation = Obligation {
    id: "art33-5",
    row: "AX7",
    verified: &[P],
    also: &[],
    cites: Citation::article(33).paragraph(5),
    owed_by: &[Role::Manufacturer],
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "A micro or small enterprise may give all elements of Annex VII in a simplified form; if it does, it uses the form the Commission fixes.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: simplified_documentation,
};
