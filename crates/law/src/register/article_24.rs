//! Article 24: what a steward of free and open-source software owes; all of it from full application on (FAQ 5.5).

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::{always, on_request};
use crate::register::conditions::{develops_free_software, provides_infrastructure};
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::roles::role::Role;
use crate::source::{F, G, P, Source};

/// Article 24(1): the policy.
pub(crate) const POLICY: Obligation = Obligation {
    id: "art24-1",
    row: "STW-01",
    verified: &[P],
    also: &[],
    cites: Citation::article(24).paragraph(1),
    owed_by: &[Role::Steward],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Have a cybersecurity policy, documented so that it can be verified, that fosters secure development and effective handling of vulnerabilities, voluntary reporting and the sharing of information.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: always,
};

/// Article 24(2): cooperating with authorities.
pub(crate) const COOPERATION: Obligation = Obligation {
    id: "art24-2",
    row: "STW-02",
    verified: &[P],
    also: &[Source::new("MSU-08", &[P])],
    cites: Citation::article(24).paragraph(2),
    owed_by: &[Role::Steward],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "On request, cooperate with the authorities in reducing risks, and give them the documented policy in a language they understand.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: on_request,
};

/// Article 24(3) with Article 14(1): as far as involved in the development.
pub(crate) const EXPLOITED: Obligation = Obligation {
    id: "art24-3-exploited",
    row: "STW-03",
    verified: &[P],
    also: &[Source::new("STW-05", &[G]), Source::new("TRN-14", &[F, P])],
    cites: Citation::article(24).paragraph(3),
    owed_by: &[Role::Steward],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "As far as you are involved in developing the software, notify actively exploited vulnerabilities in it as Article 14(1) asks.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: develops_free_software,
};

/// Article 24(3) with Article 14(3) and (8): as far as the steward provides the systems.
pub(crate) const INCIDENTS: Obligation = Obligation {
    id: "art24-3-incidents",
    row: "STW-04",
    verified: &[P],
    also: &[Source::new("STW-05", &[G]), Source::new("TRN-14", &[F, P])],
    cites: Citation::article(24).paragraph(3),
    owed_by: &[Role::Steward],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "As far as severe incidents affect the network and information systems you provide for the development, notify them and tell users, as Article 14(3) and (8) ask.",
    shown_by: &[EvidenceKind::Record],
    suggests: None,
    applies: provides_infrastructure,
};
