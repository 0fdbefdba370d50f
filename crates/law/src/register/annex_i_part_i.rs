//! Annex I, Part I: what the product must be, in the annex's order.

use crate::calendar::FULL_APPLICATION;
use crate::citation::Citation;
use crate::register::applicability::always;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::obligation::Obligation;
use crate::register::suggestions_part_i;
use crate::roles::role::Role;
use crate::source::{F, G, P};

/// Point (1): appropriate to the risks.
pub(crate) const APPROPRIATE: Obligation = Obligation {
    id: "I.1",
    row: "AI1-1",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("1"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Design, develop and produce the product so that its cybersecurity is appropriate to the risks.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::APPROPRIATE),
    applies: always,
};

/// Point (2)(a).
pub(crate) const KNOWN_EXPLOITABLE: Obligation = Obligation {
    id: "I.2.a",
    row: "AI1-2a",
    verified: &[P, F, G],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("a"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Without known exploitable vulnerabilities when it is made available.",
    shown_by: &[EvidenceKind::RequirementDecision, EvidenceKind::ReleaseGate],
    suggests: Some(&suggestions_part_i::KNOWN_EXPLOITABLE),
    applies: always,
};

/// Point (2)(b).
pub(crate) const SECURE_BY_DEFAULT: Obligation = Obligation {
    id: "I.2.b",
    row: "AI1-2b",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("b"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "A secure configuration by default, and a way back to the original state.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::SECURE_BY_DEFAULT),
    applies: always,
};

/// Point (2)(c).
pub(crate) const SECURITY_UPDATES: Obligation = Obligation {
    id: "I.2.c",
    row: "AI1-2c",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("c"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Vulnerabilities can be removed by security updates: where applicable automatic, switched on by default, with notice, postponement and an easy way to opt out.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::SECURITY_UPDATES),
    applies: always,
};

/// Point (2)(d).
pub(crate) const ACCESS_CONTROL: Obligation = Obligation {
    id: "I.2.d",
    row: "AI1-2d",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("d"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Protection from unauthorised access by suitable means of control, and reports of possible unauthorised access.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::ACCESS_CONTROL),
    applies: always,
};

/// Point (2)(e).
pub(crate) const CONFIDENTIALITY: Obligation = Obligation {
    id: "I.2.e",
    row: "AI1-2e",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("e"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Confidentiality of data stored, sent or processed, for instance by encryption to the state of the art.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::CONFIDENTIALITY),
    applies: always,
};

/// Point (2)(f).
pub(crate) const INTEGRITY: Obligation = Obligation {
    id: "I.2.f",
    row: "AI1-2f",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("f"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Integrity of data, commands, programs and configuration against unauthorised change, and reports of corruption.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::INTEGRITY),
    applies: always,
};

/// Point (2)(g).
pub(crate) const DATA_MINIMISATION: Obligation = Obligation {
    id: "I.2.g",
    row: "AI1-2g",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("g"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Only data that are adequate, relevant and needed for the intended purpose are processed.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::DATA_MINIMISATION),
    applies: always,
};

/// Point (2)(h).
pub(crate) const AVAILABILITY: Obligation = Obligation {
    id: "I.2.h",
    row: "AI1-2h",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("h"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Essential and basic functions stay available, also after an incident, and withstand denial of service.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::AVAILABILITY),
    applies: always,
};

/// Point (2)(i).
pub(crate) const OTHERS_AVAILABILITY: Obligation = Obligation {
    id: "I.2.i",
    row: "AI1-2i",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("i"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Little harm to the availability of services of other devices and networks.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::OTHERS_AVAILABILITY),
    applies: always,
};

/// Point (2)(j).
pub(crate) const ATTACK_SURFACE: Obligation = Obligation {
    id: "I.2.j",
    row: "AI1-2j",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("j"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "A small attack surface, external interfaces included.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::ATTACK_SURFACE),
    applies: always,
};

/// Point (2)(k).
pub(crate) const INCIDENT_IMPACT: Obligation = Obligation {
    id: "I.2.k",
    row: "AI1-2k",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("k"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Small effects of incidents, by mechanisms that mitigate exploitation.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::INCIDENT_IMPACT),
    applies: always,
};

/// Point (2)(l).
pub(crate) const MONITORING: Obligation = Obligation {
    id: "I.2.l",
    row: "AI1-2l",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("l"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Information about security from recording and watching relevant internal activity, with a way for users to opt out.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::MONITORING),
    applies: always,
};

/// Point (2)(m).
pub(crate) const DATA_REMOVAL: Obligation = Obligation {
    id: "I.2.m",
    row: "AI1-2m",
    verified: &[P],
    also: &[],
    cites: Citation::annex("I").part("I").point("2").letter("m"),
    owed_by: &[Role::Manufacturer],
    modal: Modal::Must,
    from: FULL_APPLICATION,
    asks: "Users can securely and easily remove all data and settings for good, and transfers of data are secure.",
    shown_by: &[EvidenceKind::RequirementDecision],
    suggests: Some(&suggestions_part_i::DATA_REMOVAL),
    applies: always,
};
