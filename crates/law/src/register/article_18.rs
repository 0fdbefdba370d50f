//! Article 18: the authorised representative and its mandate.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, on_request};
use crate::register::conditions::{further_tasks, with_representative};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{P, Source};

/// Article 18(1): appointing one is an option.
pub(crate) const APPOINTING: Obligation = Obligation {
    id: "art18-1",
    row: "ROL-10",
    verified: &[P],
    also: &[],
    cites: Citation::article(18).paragraph(1),
    owed_by: &[Role::Manufacturer],
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "A manufacturer may appoint an authorised representative, by a written mandate.",
    shown_by: &[EvidenceKind::Mandate],
    suggests: None,
    applies: with_representative,
};

/// Article 18(2): what no mandate can hold.
pub(crate) const EXCLUDED: Obligation = Obligation {
    id: "art18-2",
    row: "AR-01",
    verified: &[P],
    also: &[],
    cites: Citation::article(18).paragraph(2),
    owed_by: &[Role::Manufacturer, Role::AuthorisedRepresentative],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Leave with the manufacturer what Article 13(1) to (11), the drawing up of the technical documentation and Article 13(14) ask: no mandate can hold these.",
    shown_by: &[EvidenceKind::Mandate],
    suggests: None,
    applies: with_representative,
};

/// Article 18(3): the mandate and its tasks.
pub(crate) const MANDATE: Obligation = Obligation {
    id: "art18-3",
    row: "AR-02",
    verified: &[P],
    also: &[Source::new("AR-03", &[P]), Source::new("MSU-07", &[P])],
    cites: Citation::article(18).paragraph(3),
    owed_by: &[Role::AuthorisedRepresentative],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Perform the tasks of the mandate, which names the three of Article 18(3) at least, and give a copy of it to an authority that asks.",
    shown_by: &[EvidenceKind::Mandate],
    suggests: None,
    applies: always,
};

/// Article 18(3)(a): keeping the documents.
pub(crate) const KEEPING: Obligation = Obligation {
    id: "art18-3-a",
    row: "AR-03",
    verified: &[P],
    also: &[Source::new("RET-04", &[P])],
    cites: Citation::article(18).paragraph(3).point("a"),
    owed_by: &[Role::AuthorisedRepresentative],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Keep the declaration and the technical documentation for the authorities for ten years after placing on the market, or for the support period if that is longer.",
    shown_by: &[EvidenceKind::Mandate, EvidenceKind::Record],
    suggests: None,
    applies: always,
};

/// Article 18(3)(b): answering authorities.
pub(crate) const ANSWERING: Obligation = Obligation {
    id: "art18-3-b",
    row: "AR-03",
    verified: &[P],
    also: &[Source::new("MSU-02", &[P])],
    cites: Citation::article(18).paragraph(3).point("b"),
    owed_by: &[Role::AuthorisedRepresentative],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On a reasoned request, give the authority all information and documents that show conformity.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Article 18(3)(c): cooperating.
pub(crate) const COOPERATING: Obligation = Obligation {
    id: "art18-3-c",
    row: "AR-03",
    verified: &[P],
    also: &[],
    cites: Citation::article(18).paragraph(3).point("c"),
    owed_by: &[Role::AuthorisedRepresentative],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On request, cooperate with the authorities in whatever removes the risks of a product the mandate covers.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Annex VIII: what a mandate may hold besides.
pub(crate) const FURTHER_TASKS: Obligation = Obligation {
    id: "annex-VIII-representative",
    row: "AR-04",
    verified: &[P],
    also: &[],
    cites: Citation::annex("VIII"),
    owed_by: &[Role::AuthorisedRepresentative],
    modal: Modal::May,
    from: FULL_APPLICATION,
    asks: "Where the mandate says so, take over the CE marking, the declaration and the dealings with a notified body that Annex VIII lets a representative take over.",
    shown_by: &[EvidenceKind::Mandate],
    suggests: None,
    applies: further_tasks,
};
