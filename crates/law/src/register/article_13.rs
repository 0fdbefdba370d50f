//! Article 13: what a manufacturer owes, one constant a paragraph, in its order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{
    always, component_vulnerability, not_conform, on_ceasing, on_request, option_used, sbom_format_fixed,
};
use crate::register::conditions::latest_version_only;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{F, G, P, S, Source};

/// Article 13(1): conformity with Part I.
pub(crate) const DESIGN: Obligation = Obligation {
    id: "art13-1",
    row: "MAN-13-01",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When a product is placed on the market, it has been designed, developed and produced as Annex I, Part I asks.",
    shown_by: &[EvidenceKind::RequirementMatrix, EvidenceKind::ReleaseGate],
    suggests: None,
    applies: always,
};

/// Article 13(2): assess the risks.
pub(crate) const RISK_ASSESSMENT: Obligation = Obligation {
    id: "art13-2",
    row: "MAN-13-02",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(2),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Assess the cybersecurity risks of the product, and let the outcome guide planning, design, development, production, delivery and maintenance.",
    shown_by: &[EvidenceKind::RiskAssessment],
    suggests: None,
    applies: always,
};

/// Article 13(3): what the assessment holds.
pub(crate) const RISK_ASSESSMENT_CONTENT: Obligation = Obligation {
    id: "art13-3",
    row: "MAN-13-03",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(3),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Document the risk assessment and keep it up to date in the support period. It covers use, conditions of use and time in use, and says for every requirement of Annex I whether and how it applies and is implemented.",
    shown_by: &[
        EvidenceKind::RiskAssessment,
        EvidenceKind::RiskAssessmentContent,
        EvidenceKind::RequirementMatrix,
    ],
    suggests: None,
    applies: always,
};

/// Article 13(4): justify what does not apply.
pub(crate) const JUSTIFICATION: Obligation = Obligation {
    id: "art13-4",
    row: "MAN-13-04",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(4),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Put the risk assessment into the technical documentation, with a clear justification for every requirement that does not apply.",
    shown_by: &[EvidenceKind::RiskAssessment, EvidenceKind::Justifications],
    suggests: None,
    applies: always,
};

/// Article 13(5): due diligence on components.
pub(crate) const DUE_DILIGENCE: Obligation = Obligation {
    id: "art13-5",
    row: "MAN-13-05",
    verified: &[P],
    also: &[
        Source::new("DUE-01", &[P, G, F]),
        Source::new("DUE-02", &[P]),
        Source::new("DUE-03", &[F]),
        Source::new("DUE-04", &[G]),
        Source::new("DUE-05", &[F, P]),
        Source::new("DUE-06", &[P, F]),
    ],
    cites: Citation::article(13).paragraph(5),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Take due care that components of third parties, free software included, do not compromise the product.",
    shown_by: &[EvidenceKind::Sbom, EvidenceKind::ComponentsChecked],
    suggests: None,
    applies: always,
};

/// Article 13(6): tell upstream.
pub(crate) const UPSTREAM: Obligation = Obligation {
    id: "art13-6",
    row: "MAN-13-06",
    verified: &[P],
    also: &[
        Source::new("UPS-01", &[G]),
        Source::new("UPS-02", &[G]),
        Source::new("UPS-03", &[G]),
        Source::new("UPS-04", &[P, G]),
        Source::new("UPS-05", &[G]),
        Source::new("UPS-06", &[P]),
    ],
    cites: Citation::article(13).paragraph(6),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Report a vulnerability found in an integrated component to whoever makes or maintains it, remedy it, and share a fix you made.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: component_vulnerability,
};

/// Article 13(7): keep a systematic record.
pub(crate) const SYSTEMATIC_RECORD: Obligation = Obligation {
    id: "art13-7",
    row: "MAN-13-07",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(7),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Document cybersecurity aspects of the product systematically, with vulnerabilities learnt of and information from third parties, and update the risk assessment by it.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: always,
};

/// Article 13(8), first subparagraph: handle vulnerabilities.
pub(crate) const HANDLING: Obligation = Obligation {
    id: "art13-8a",
    row: "MAN-13-08a",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(8).subparagraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Handle vulnerabilities of the product and its components effectively, at placing on the market and through the support period.",
    shown_by: &[EvidenceKind::HandlingProcess, EvidenceKind::FindingsResolved],
    suggests: None,
    applies: always,
};

/// Article 13(8), second subparagraph: set the support period.
pub(crate) const SUPPORT_PERIOD: Obligation = Obligation {
    id: "art13-8b",
    row: "MAN-13-08b",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(8).subparagraph(2),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Set the support period by the time the product is expected to be in use, weighing users' expectations, purpose and Union law on lifetimes.",
    shown_by: &[EvidenceKind::SupportPeriodEnd, EvidenceKind::SupportPeriodRationale],
    suggests: None,
    applies: always,
};

/// Article 13(8), third subparagraph: its least length.
pub(crate) const SUPPORT_PERIOD_LENGTH: Obligation = Obligation {
    id: "art13-8c",
    row: "MAN-13-08c",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(8).subparagraph(3),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Let the support period last five years at least; only where the expected use is shorter, as long as that use.",
    shown_by: &[EvidenceKind::SupportPeriodLength],
    suggests: None,
    applies: always,
};

/// Article 13(8), fifth subparagraph: document it.
pub(crate) const SUPPORT_PERIOD_RECORD: Obligation = Obligation {
    id: "art13-8d",
    row: "MAN-13-08d",
    verified: &[P],
    also: &[Source::new("MSU-06", &[P])],
    cites: Citation::article(13).paragraph(8).subparagraph(5),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Put what the support period was set by into the technical documentation.",
    shown_by: &[EvidenceKind::SupportPeriodRationale],
    suggests: None,
    applies: always,
};

/// Article 13(8), sixth subparagraph: policies and procedures.
pub(crate) const POLICIES: Obligation = Obligation {
    id: "art13-8e",
    row: "MAN-13-08e",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(8).subparagraph(6),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Have policies and procedures, a coordinated vulnerability disclosure policy among them, to process and remedy vulnerabilities reported from inside or outside.",
    shown_by: &[EvidenceKind::DisclosurePolicy, EvidenceKind::HandlingProcess],
    suggests: None,
    applies: always,
};

/// Article 13(9): updates stay available.
pub(crate) const UPDATES_STAY: Obligation = Obligation {
    id: "art13-9",
    row: "MAN-13-09",
    verified: &[P],
    also: &[Source::new("RET-03", &[P])],
    cites: Citation::article(13).paragraph(9),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Keep each security update available for ten years after its issue, or for the rest of the support period if that is longer.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: always,
};

/// Article 13(10): an option for successive versions.
pub(crate) const LATEST_VERSION_ONLY: Obligation = Obligation {
    id: "art13-10",
    row: "MAN-13-10",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(10),
    owed_by: &[Role::Manufacturer],
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "Remedy vulnerabilities in the latest version only, if users of earlier ones get it free of charge and without further cost to adapt.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: latest_version_only,
};

/// Article 13(11): an option for archives.
pub(crate) const ARCHIVES: Obligation = Obligation {
    id: "art13-11",
    row: "MAN-13-11",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(11),
    owed_by: &[Role::Manufacturer],
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "Where old versions are kept in public archives, warn clearly of the risks of unsupported software.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: option_used,
};

/// Article 13(12): the order before placing on the market.
pub(crate) const BEFORE_PLACING: Obligation = Obligation {
    id: "art13-12",
    row: "MAN-13-12",
    verified: &[P],
    also: &[Source::new("CEM-08", &[P])],
    cites: Citation::article(13).paragraph(12),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Before placing on the market, draw up the technical documentation and carry out the conformity procedure; when conformity is shown, draw up the declaration and affix the CE marking.",
    shown_by: &[EvidenceKind::ConformityProcedure, EvidenceKind::DeclarationSigned, EvidenceKind::CeMarking],
    suggests: None,
    applies: always,
};

/// Article 13(13): keep the documents.
pub(crate) const RETENTION: Obligation = Obligation {
    id: "art13-13",
    row: "MAN-13-13",
    verified: &[P],
    also: &[Source::new("RET-01", &[P]), Source::new("RET-07", &[P]), Source::new("RET-08", &[P])],
    cites: Citation::article(13).paragraph(13),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Keep technical documentation and declaration for authorities for ten years after placing on the market, or for the support period if that is longer.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: always,
};

/// Article 13(14): series production stays conform.
pub(crate) const SERIES: Obligation = Obligation {
    id: "art13-14",
    row: "MAN-13-14",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(14),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Have procedures that keep series production conform when processes, design, standards or specifications change.",
    shown_by: &[EvidenceKind::ProductionProcess],
    suggests: None,
    applies: always,
};

/// Article 13(15): identify the product.
pub(crate) const IDENTIFICATION: Obligation = Obligation {
    id: "art13-15",
    row: "MAN-13-15",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(15),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Give the product a type, batch or serial number or another mark that identifies it.",
    shown_by: &[EvidenceKind::ProductIdentification],
    suggests: None,
    applies: always,
};

/// Article 13(16): identify the manufacturer.
pub(crate) const IDENTITY: Obligation = Obligation {
    id: "art13-16",
    row: "MAN-13-16",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(16),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "State the manufacturer's name, postal address and digital contact on the product, its packaging or a document with it.",
    shown_by: &[EvidenceKind::ManufacturerIdentity],
    suggests: None,
    applies: always,
};

/// Article 13(17): a single point of contact.
pub(crate) const CONTACT: Obligation = Obligation {
    id: "art13-17",
    row: "MAN-13-17",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(17),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Give users a single point of contact that is easy to find, takes vulnerability reports, lets them choose the means and is not only automated.",
    shown_by: &[EvidenceKind::SinglePointOfContact],
    suggests: None,
    applies: always,
};

/// Article 13(18): inform users.
pub(crate) const USER_INFORMATION: Obligation = Obligation {
    id: "art13-18",
    row: "MAN-13-18",
    verified: &[P],
    also: &[Source::new("RET-02", &[P])],
    cites: Citation::article(13).paragraph(18),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Supply the information of Annex II in clear words and a language users understand, and keep it available for ten years or the support period, whichever is longer.",
    shown_by: &[EvidenceKind::Instructions, EvidenceKind::InstructionLanguages],
    suggests: None,
    applies: always,
};

/// Article 13(19): state the end of support.
pub(crate) const SUPPORT_END: Obligation = Obligation {
    id: "art13-19",
    row: "MAN-13-19",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(19),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "State the end of the support period, month and year at least, clearly at the time of purchase; tell users when it ends where that is technically feasible.",
    shown_by: &[EvidenceKind::SupportPeriodEnd],
    suggests: None,
    applies: always,
};

/// Article 13(20): supply the declaration.
pub(crate) const DECLARATION: Obligation = Obligation {
    id: "art13-20",
    row: "MAN-13-20",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(20),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Supply the full declaration of conformity with the product, or the simplified one with the exact internet address of the full one.",
    shown_by: &[EvidenceKind::DeclarationSupplied],
    suggests: None,
    applies: always,
};

/// Article 13(21): correct what is not conform.
pub(crate) const CORRECTION: Obligation = Obligation {
    id: "art13-21",
    row: "MAN-13-21",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(21),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When product or processes are not conform, correct them at once, or withdraw or recall the product.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: not_conform,
};

/// Article 13(22): answer authorities.
pub(crate) const COOPERATION: Obligation = Obligation {
    id: "art13-22",
    row: "MAN-13-22",
    verified: &[P],
    also: &[Source::new("MSU-02", &[P])],
    cites: Citation::article(13).paragraph(22),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On a reasoned request, give the authority all information and documents that show conformity, in a language it understands, and cooperate.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Article 13(23): before ceasing operations.
pub(crate) const CEASING: Obligation = Obligation {
    id: "art13-23",
    row: "MAN-13-23",
    verified: &[P],
    also: &[],
    cites: Citation::article(13).paragraph(23),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Before ceasing operations, tell the authorities and, as far as possible, the users.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_ceasing,
};

/// Article 13(24): the format of SBOMs.
pub(crate) const SBOM_FORMAT: Obligation = Obligation {
    id: "art13-24",
    row: "MAN-13-24",
    verified: &[P],
    also: &[Source::new("SBM-02", &[P, S])],
    cites: Citation::article(13).paragraph(24),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Follow the format and elements of SBOMs once the Commission has fixed them.",
    shown_by: &[EvidenceKind::Sbom],
    suggests: None,
    applies: sbom_format_fixed,
};

/// Article 13(25): dependency assessments.
pub(crate) const DEPENDENCY_ASSESSMENT: Obligation = Obligation {
    id: "art13-25",
    row: "MAN-13-25",
    verified: &[P],
    also: &[Source::new("MSU-04", &[P]), Source::new("SBM-05", &[P])],
    cites: Citation::article(13).paragraph(25),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Provide SBOMs when an authority asks for a Union-wide assessment of dependencies.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};
