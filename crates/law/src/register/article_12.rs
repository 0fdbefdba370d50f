//! Article 12: high-risk AI systems among products with digital elements.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::conditions::high_risk_ai;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Article 12(1): one assessment of cybersecurity for both acts.
pub(crate) const HIGH_RISK_AI: Obligation = Obligation {
    id: "art12-1",
    row: "RTE-10",
    verified: &[P],
    also: &[Source::new("RTE-11", &[P])],
    cites: Citation::article(12).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "For a high-risk AI system, meet Annex I, and let the declaration show the level of cybersecurity that Article 15 of the AI Act asks; the procedure of that Act then applies, unless Article 12(3) keeps the one of Article 32.",
    shown_by: &[EvidenceKind::DeclarationSigned],
    suggests: None,
    applies: high_risk_ai,
};
