//! Articles 52 to 58: what market surveillance authorities may ask or order, and whom.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{on_order, on_request};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::OPERATORS;
use crate::roles::role::Role;
use crate::source::{M, P, Source};

/// Article 52(3): stewards correct.
pub(crate) const STEWARDS: Obligation = Obligation {
    id: "art52-3",
    row: "STW-06",
    verified: &[P],
    also: &[Source::new("MSU-08", &[P])],
    cites: Citation::article(52).paragraph(3),
    owed_by: &[Role::Steward],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When an authority finds that you do not meet Article 24, see that everything is corrected as it asks.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_order,
};

/// Article 53: access to data.
pub(crate) const ACCESS: Obligation = Obligation {
    id: "art53",
    row: "MSU-03",
    verified: &[P],
    also: &[],
    cites: Citation::article(53),
    owed_by: OPERATORS,
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On a reasoned request, give the authorities the data, internal documentation included, that they need to assess design, development, production and the handling of vulnerabilities, in a language they understand.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Article 54(1) and (4): significant risk.
pub(crate) const CORRECTIVE_ACTION: Obligation = Obligation {
    id: "art54-1",
    row: "MSU-09",
    verified: &[P],
    also: &[Source::new("MSU-11", &[P]), Source::new("MSU-18", &[P, M])],
    cites: Citation::article(54).paragraph(1),
    owed_by: OPERATORS,
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When an authority finds a product with a significant cybersecurity risk not conform, correct, withdraw or recall it within the time it sets, for every unit made available in the Union.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_order,
};

/// Article 57: conform, yet a risk.
pub(crate) const CONFORM_WITH_RISK: Obligation = Obligation {
    id: "art57-1",
    row: "MSU-12",
    verified: &[P],
    also: &[],
    cites: Citation::article(57).paragraph(1),
    owed_by: OPERATORS,
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When an authority finds that a product that conforms still presents a significant risk to health, rights, essential entities or other public interests, take the measures it asks for.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_order,
};

/// Article 58: formal non-compliance.
pub(crate) const FORMAL: Obligation = Obligation {
    id: "art58-1",
    row: "MSU-13",
    verified: &[P],
    also: &[],
    cites: Citation::article(58).paragraph(1),
    owed_by: OPERATORS,
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "When an authority finds CE marking, declaration, notified body's number or technical documentation missing or wrong, put an end to that.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_order,
};
