//! Article 14: what a manufacturer reports, when, to whom, and what it tells users.

use crate::calendar::REPORTING;
use crate::citation::Citation;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::register::reported_events::{
    on_either_event, on_exploited_vulnerability, on_intermediate_report_asked, on_severe_incident,
};
use crate::roles::role::Role;
use crate::source::{F, G, P, Source};

/// Article 14(1): actively exploited vulnerabilities.
pub(crate) const EXPLOITED: Obligation = Obligation {
    id: "art14-1",
    row: "TRG-01",
    verified: &[P],
    also: &[
        Source::new("TRG-03", &[P]),
        Source::new("TRG-04", &[P, F]),
        Source::new("TRG-05", &[G, F]),
        Source::new("TRG-06", &[G]),
        Source::new("TRG-07", &[F]),
        Source::new("TRG-08", &[P]),
        Source::new("TRG-09", &[P, G]),
        Source::new("TRN-02", &[P]),
        Source::new("TRN-03", &[G]),
        Source::new("TRN-05", &[G]),
    ],
    cites: Citation::article(14).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Notify every actively exploited vulnerability in the product that you become aware of, to the coordinating CSIRT and to ENISA at once, through the single reporting platform.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_exploited_vulnerability,
};

/// Article 14(2)(a): the early warning.
pub(crate) const EXPLOITED_WARNING: Obligation = Obligation {
    id: "art14-2-a",
    row: "CLK-A1",
    verified: &[P],
    also: &[Source::new("CNT-A1", &[P])],
    cites: Citation::article(14).paragraph(2).point("a"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Within 24 hours of becoming aware of an exploited vulnerability, send the early warning, with the Member States where the product is known to be available.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_exploited_vulnerability,
};

/// Article 14(2)(b): the vulnerability notification.
pub(crate) const EXPLOITED_NOTIFICATION: Obligation = Obligation {
    id: "art14-2-b",
    row: "CLK-A2",
    verified: &[P],
    also: &[Source::new("CNT-A2", &[P])],
    cites: Citation::article(14).paragraph(2).point("b"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Within 72 hours of becoming aware of an exploited vulnerability, notify what is known of the product, the exploit, the vulnerability and the measures, and how sensitive that is, unless it was given already.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_exploited_vulnerability,
};

/// Article 14(2)(c): the final report.
pub(crate) const EXPLOITED_FINAL: Obligation = Obligation {
    id: "art14-2-c",
    row: "CLK-A3",
    verified: &[P],
    also: &[Source::new("CNT-A3", &[P])],
    cites: Citation::article(14).paragraph(2).point("c"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Within 14 days of a corrective or mitigating measure being available, report the vulnerability with severity and impact, what is known of the attacker, and the update or other measures.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_exploited_vulnerability,
};

/// Article 14(3): severe incidents.
pub(crate) const INCIDENT: Obligation = Obligation {
    id: "art14-3",
    row: "TRG-02",
    verified: &[P],
    also: &[
        Source::new("TRG-03", &[P]),
        Source::new("TRG-09", &[P, G]),
        Source::new("TRN-02", &[P]),
        Source::new("TRN-03", &[G]),
    ],
    cites: Citation::article(14).paragraph(3),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Notify every severe incident with an impact on the security of the product that you become aware of, to the coordinating CSIRT and to ENISA at once, through the single reporting platform.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_severe_incident,
};

/// Article 14(4)(a): the early warning.
pub(crate) const INCIDENT_WARNING: Obligation = Obligation {
    id: "art14-4-a",
    row: "CLK-S1",
    verified: &[P],
    also: &[Source::new("CNT-S1", &[P])],
    cites: Citation::article(14).paragraph(4).point("a"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Within 24 hours of becoming aware of a severe incident, send the early warning: whether unlawful or malicious acts are suspected, and the Member States where the product is known to be available.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_severe_incident,
};

/// Article 14(4)(b): the incident notification.
pub(crate) const INCIDENT_NOTIFICATION: Obligation = Obligation {
    id: "art14-4-b",
    row: "CLK-S2",
    verified: &[P],
    also: &[Source::new("CNT-S2", &[P])],
    cites: Citation::article(14).paragraph(4).point("b"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Within 72 hours of becoming aware of a severe incident, notify its nature, a first assessment, the measures taken and those users can take, and how sensitive that is, unless it was given already.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_severe_incident,
};

/// Article 14(4)(c): the final report.
pub(crate) const INCIDENT_FINAL: Obligation = Obligation {
    id: "art14-4-c",
    row: "CLK-S3",
    verified: &[P],
    also: &[Source::new("CNT-S3", &[P])],
    cites: Citation::article(14).paragraph(4).point("c"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "Within one month of submitting the incident notification, report the incident with severity and impact, the threat or likely root cause, and the measures applied and under way.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_severe_incident,
};

/// Article 14(6): the intermediate report.
pub(crate) const INTERMEDIATE: Obligation = Obligation {
    id: "art14-6",
    row: "CLK-X1",
    verified: &[P],
    also: &[],
    cites: Citation::article(14).paragraph(6),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "When the coordinating CSIRT asks for it, give an intermediate report on the state of affairs.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_intermediate_report_asked,
};

/// Article 14(8): informing users.
pub(crate) const USERS: Obligation = Obligation {
    id: "art14-8",
    row: "CLK-X2",
    verified: &[P],
    also: &[Source::new("CNT-U", &[P]), Source::new("TRN-03", &[G])],
    cites: Citation::article(14).paragraph(8),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: REPORTING,
    asks: "After becoming aware, tell the users concerned, and all users where that is appropriate, of the vulnerability or incident and of what they can do; in a machine-readable form where appropriate.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_either_event,
};
