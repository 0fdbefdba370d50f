//! Annex I, Part I: what helps to show each requirement. Suggestions, no law.

use crate::register::suggestion::SuggestedEvidence;

/// For `I.1` (AI1-1).
pub(crate) const APPROPRIATE: SuggestedEvidence = SuggestedEvidence::of(
    &[
        "risk assessment and threat model",
        "plan for treating the risks",
        "records of the secure development process",
        "sign-off of the risks that remain",
    ],
    &[
        "Every risk that was identified leads to a control that is implemented, or to an acceptance with reasons.",
        "No risk is still open when the release goes out.",
    ],
    &[
        "It catches the risks that no point of (2) names; where those points are met, it normally is too (guidance, points 165 and 166).",
        "Appetite for risk, cost or commercial strategy do not justify leaving a risk untreated, and risks are not passed to users (guidance, points 157 to 163).",
    ],
);

/// For `I.2.a` (AI1-2a).
pub(crate) const KNOWN_EXPLOITABLE: SuggestedEvidence = SuggestedEvidence::of(
    &[
        "SBOM matched against vulnerability databases at release",
        "decisions on each match, as VEX",
        "closed findings of penetration tests",
    ],
    &[
        "For this release at this time, each match in the European or another vulnerability database is fixed, does not affect the product, cannot be exploited, or is accepted with a reason that rests on the risk.",
    ],
    &[
        "Judged when each unit is placed on the market (Article 13(1); FAQ 4.2.3).",
        "It does not mean without any vulnerability (FAQ 4.2.2); what is found late may be decided by its risk (guidance, points 236 and 237).",
    ],
);

/// For `I.2.b` (AI1-2b).
pub(crate) const SECURE_BY_DEFAULT: SuggestedEvidence = SuggestedEvidence::of(
    &["baseline of the default configuration", "hardening guide", "test of the reset to factory settings"],
    &[
        "No credentials are default or shared.",
        "Every optional service is off unless it is needed.",
        "A reset brings back the documented baseline.",
    ],
    &[
        "Only a tailor-made product may deviate, by agreement with its business user.",
        "The maker of a component answers for the defaults it delivers, and for no others (FAQ 4.2.4).",
    ],
);

/// For `I.2.c` (AI1-2c).
pub(crate) const SECURITY_UPDATES: SuggestedEvidence = SuggestedEvidence::of(
    &["design of the update mechanism", "screens that show notice, choice and postponement"],
    &[
        "On a fresh installation, automatic updates are on.",
        "The user can switch them off and can postpone them.",
        "The user is told when an update is there.",
    ],
    &[
        "The automatic part does not fit products mainly meant as components, nor where users would not expect it, as in professional, critical or industrial environments (recital 56).",
    ],
);

/// For `I.2.d` (AI1-2d).
pub(crate) const ACCESS_CONTROL: SuggestedEvidence = SuggestedEvidence::of(
    &[
        "design of authentication and authorisation",
        "matrix of who may do what",
        "tests of it, and logs of alerts",
    ],
    &[
        "Every privileged function asks for authentication.",
        "A burst of failed logins leaves a report or an event.",
    ],
    &[],
);

/// For `I.2.e` (AI1-2e).
pub(crate) const CONFIDENTIALITY: SuggestedEvidence = SuggestedEvidence::of(
    &["map of the data flows", "inventory of the cryptography in use", "scans of transport encryption"],
    &["No channel carries sensitive data in the clear.", "Only algorithms that were approved are in use."],
    &["The product may rely on the cryptography of its operating system."],
);

/// For `I.2.f` (AI1-2f).
pub(crate) const INTEGRITY: SuggestedEvidence = SuggestedEvidence::of(
    &["signatures and secure boot", "checksums", "tests of tampering"],
    &["Changed firmware or configuration is rejected, and that is logged."],
    &[],
);

/// For `I.2.g` (AI1-2g).
pub(crate) const DATA_MINIMISATION: SuggestedEvidence = SuggestedEvidence::of(
    &["inventory of the data with the purpose of each"],
    &["Every field that is collected serves a function of the product."],
    &["It speaks of personal data and of all other data."],
);

/// For `I.2.h` (AI1-2h).
pub(crate) const AVAILABILITY: SuggestedEvidence = SuggestedEvidence::of(
    &["tests of resilience", "design of the recovery"],
    &["The basic function survives the load that was set, or is back within the time that was set."],
    &[],
);

/// For `I.2.i` (AI1-2i).
pub(crate) const OTHERS_AVAILABILITY: SuggestedEvidence = SuggestedEvidence::of(
    &["limits on outgoing traffic", "back-off after failures"],
    &[
        "The number of repeated requests is capped.",
        "An answer of the product is never larger than its question allows, so that nothing is amplified.",
    ],
    &[],
);

/// For `I.2.j` (AI1-2j).
pub(crate) const ATTACK_SURFACE: SuggestedEvidence = SuggestedEvidence::of(
    &["inventory of the interfaces", "scan of the ports"],
    &["The open ports are those on the documented list.", "Interfaces for debugging are off."],
    &[],
);

/// For `I.2.k` (AI1-2k).
pub(crate) const INCIDENT_IMPACT: SuggestedEvidence = SuggestedEvidence::of(
    &["flags of the compiler", "sandboxes", "separation of privileges"],
    &[
        "The binaries carry the mitigations that were agreed.",
        "Services run without privileges they do not need.",
    ],
    &[],
);

/// For `I.2.l` (AI1-2l).
pub(crate) const MONITORING: SuggestedEvidence = SuggestedEvidence::of(
    &["specification of the log", "test of the opt-out"],
    &["The events on the list are logged.", "The user can opt out; that works and is documented."],
    &[],
);

/// For `I.2.m` (AI1-2m).
pub(crate) const DATA_REMOVAL: SuggestedEvidence = SuggestedEvidence::of(
    &["procedure for erasing", "forensic check after it"],
    &["After erasing, the method that was set recovers none of the user's data."],
    &["Where data can be moved elsewhere, the transfer is secure too."],
);
