//! The keys below `[[cases]]`, table by table.

use proofmark_facts::{ExceptionalCircumstance, MeasureKind, Stage};

use super::key::{Key, Kind, words};

/// `[cases.known]`: each answer can be yes, no, or left out for unknown.
pub(super) const KNOWN: &[Key] = &[
    Key::new(
        "exploited_somewhere",
        Kind::Flag,
        "true",
        "Somebody exploited it somewhere, in any product.",
        "Article 3(42)",
    ),
    Key::new(
        "exploited_in_our_product",
        Kind::Flag,
        "true",
        "Somebody exploited it in this product. Only this starts the clock.",
        "Article 14(1)",
    ),
    Key::new(
        "reliable_evidence",
        Kind::Flag,
        "true",
        "The evidence of the exploitation is reliable.",
        "Article 3(42)",
    ),
    Key::new("malicious_actor", Kind::Flag, "true", "A malicious actor did it.", "Article 3(42)"),
    Key::new(
        "without_owner_permission",
        Kind::Flag,
        "true",
        "The owner of the system had not permitted it.",
        "Article 3(42)",
    ),
    Key::new(
        "good_faith_research_only",
        Kind::Flag,
        "false",
        "It is known only from research in good faith: a bounty, a laboratory, a finder.",
        "Recital 68",
    ),
    Key::new(
        "in_third_party_component",
        Kind::Flag,
        "false",
        "The vulnerability is in a component somebody else made.",
        "Article 13(6)",
    ),
    Key::new("component", Kind::Line, "\"pkg:cargo/example@1.2.3\"", "That component.", "Article 13(6)"),
    Key::new(
        "exploitable_in_our_product",
        Kind::Flag,
        "true",
        "It can be exploited in this product.",
        "Article 3(41)",
    ),
    Key::new(
        "concerns_remote_data_processing",
        Kind::Flag,
        "false",
        "It concerns remote data processing that is part of the product.",
        "Article 3(2)",
    ),
    Key::new(
        "affects_product_security",
        Kind::Flag,
        "true",
        "It harms, or can harm, how the product protects data or functions.",
        "Article 3(44)",
    ),
    Key::new(
        "affects_sensitive_or_important",
        Kind::Flag,
        "true",
        "It affects, or can affect, the protection of sensitive or important data or functions.",
        "Article 14(5)(a)",
    ),
    Key::new(
        "leads_to_malicious_code",
        Kind::Flag,
        "false",
        "It has led, or can lead, to malicious code in a product or in a user's network and information systems.",
        "Article 14(5)(b)",
    ),
    Key::new(
        "suspected_unlawful_or_malicious",
        Kind::Flag,
        "true",
        "Unlawful or malicious acts are suspected.",
        "Article 14(4)(a)",
    ),
    Key::new(
        "known_before_reporting_applied",
        Kind::Flag,
        "false",
        "You knew of the exploitation, or of the incident, before 11 September 2026.",
        "Article 71(2)",
    ),
    Key::new(
        "steward_involved_in_development",
        Kind::Flag,
        "false",
        "As steward: you are involved in developing what is affected.",
        "Article 24(3)",
    ),
    Key::new(
        "affects_systems_for_development",
        Kind::Flag,
        "false",
        "As steward: it affects network and information systems you provide for development.",
        "Article 24(3)",
    ),
];

/// `[cases.awareness]`.
pub(super) const AWARENESS: &[Key] = &[
    Key::new(
        "signal_at",
        Kind::Instant,
        "2026-09-14T18:30:00+02:00",
        "When the first sign came in.",
        "Article 14(2) and (4)",
    ),
    Key::new(
        "signal",
        Kind::Text,
        "\"A customer reported unknown logins.\"",
        "What it was, and where it came from.",
        "",
    ),
    Key::new(
        "assessment_started_at",
        Kind::Instant,
        "2026-09-14T19:00:00+02:00",
        "When its assessment began.",
        "",
    ),
    Key::new(
        "occurred_at",
        Kind::Instant,
        "2026-09-13T03:00:00Z",
        "When the incident, or the exploitation, occurred.",
        "",
    ),
];

/// `[[cases.rulings]]`.
pub(super) const RULING: &[Key] = &[
    Key::new(
        "aware_at",
        Kind::Instant,
        "2026-09-14T22:10:00+02:00",
        "When you became aware: reasonably certain after a prompt first assessment.",
        "Article 14(2) and (4)",
    )
    .must(),
    Key::new(
        "because",
        Kind::Text,
        "\"The logs show the exploit against version 1.2.\"",
        "Why that instant.",
        "",
    ),
    Key::new("evidence", Kind::Path, "\"evidence/logs.txt\"", "What shows it.", ""),
    Key::new("decided_by", Kind::Line, "\"Erika Mustermann\"", "Who ruled so.", ""),
    Key::new(
        "confirmed_by",
        Kind::Line,
        "\"Max Muster\"",
        "A second person who confirmed it; moving awareness later needs one.",
        "",
    ),
    Key::new("stands", Kind::Flag, "true", "This ruling stands; the others are history.", ""),
];

/// `[[cases.measures]]`.
pub(super) const MEASURE: &[Key] = &[
    Key::new(
        "available_at",
        Kind::Instant,
        "2026-09-20T10:00:00Z",
        "When it became available.",
        "Article 14(2)(c)",
    )
    .must(),
    Key::new(
        "kind",
        Kind::Word(words::<MeasureKind>),
        "\"patch\"",
        "What kind of measure it is.",
        "Article 14(2)(c)",
    ),
    Key::new(
        "details",
        Kind::Text,
        "\"Version 1.2.1 checks the token.\"",
        "What it does.",
        "Article 14(2)(c)",
    ),
];

/// `[cases.sent]`.
pub(super) const SENT: &[Key] = &[
    Key::new(
        "coordinator",
        Kind::Country,
        "\"DE\"",
        "The State whose coordinator it was sent to.",
        "Article 14(7)",
    ),
    Key::new(
        "early_warning_at",
        Kind::Instant,
        "2026-09-15T09:00:00Z",
        "When the early warning was submitted.",
        "Article 14(2)(a) and (4)(a)",
    ),
    Key::new(
        "notification_at",
        Kind::Instant,
        "2026-09-17T09:00:00Z",
        "When the vulnerability or incident notification was submitted.",
        "Article 14(2)(b) and (4)(b)",
    ),
    Key::new(
        "final_report_at",
        Kind::Instant,
        "2026-10-01T09:00:00Z",
        "When the final report was submitted.",
        "Article 14(2)(c) and (4)(c)",
    ),
    Key::new(
        "intermediate_requested_at",
        Kind::Instant,
        "2026-09-18T09:00:00Z",
        "When the coordinator asked for an intermediate report.",
        "Article 14(6)",
    ),
    Key::new(
        "intermediate_due_at",
        Kind::Instant,
        "2026-09-22T09:00:00Z",
        "When the coordinator wants it.",
        "Article 14(6)",
    ),
    Key::new(
        "intermediate_report_at",
        Kind::Instant,
        "2026-09-21T09:00:00Z",
        "When the intermediate report was submitted.",
        "Article 14(6)",
    ),
    Key::new(
        "users_informed_at",
        Kind::Instant,
        "2026-09-16T09:00:00Z",
        "When the impacted users were informed.",
        "Article 14(8)",
    ),
    Key::new(
        "information_already_given",
        Kind::Many(&Kind::Word(words::<Stage>)),
        "[\"notification\"]",
        "Stages whose information was already given with an earlier one.",
        "Article 14(2) and (4)",
    ),
];

/// `[cases.dissemination]`.
pub(super) const DISSEMINATION: &[Key] = &[
    Key::new(
        "delay_requested",
        Kind::Flag,
        "false",
        "You ask that passing the notification on be delayed.",
        "Article 16(2)",
    ),
    Key::new(
        "risks_outweigh_benefits",
        Kind::Flag,
        "false",
        "What passing it on risks outweighs what it brings.",
        "Delegated Regulation (EU) 2026/881, Article 3",
    ),
    Key::new(
        "marking_is_enough",
        Kind::Flag,
        "true",
        "Marking the information (TLP, PAP) is enough to protect it.",
        "Delegated Regulation (EU) 2026/881, Article 3",
    ),
    Key::new(
        "mitigation_expected_within_72_hours",
        Kind::Flag,
        "false",
        "An effective mitigation is expected within 72 hours.",
        "Delegated Regulation (EU) 2026/881, Article 3",
    ),
    Key::new(
        "enough_to_build_an_exploit",
        Kind::Flag,
        "false",
        "The information is enough to build an exploit.",
        "Delegated Regulation (EU) 2026/881, Article 3",
    ),
    Key::new(
        "partial_information_is_enough",
        Kind::Flag,
        "false",
        "The coordinator can share enough in parts.",
        "Delegated Regulation (EU) 2026/881, Article 3",
    ),
    Key::new(
        "coordinator_is_trusted_intermediary",
        Kind::Flag,
        "false",
        "It is a coordinated disclosure with the coordinator as trusted intermediary.",
        "Delegated Regulation (EU) 2026/881, Article 3",
    ),
    Key::new(
        "recipient_cannot_protect_it",
        Kind::Flag,
        "false",
        "A CSIRT that would receive it is compromised or cannot protect it.",
        "Delegated Regulation (EU) 2026/881, Article 4",
    ),
    Key::new(
        "platform_compromised",
        Kind::Flag,
        "false",
        "The reporting platform is compromised.",
        "Delegated Regulation (EU) 2026/881, Article 5",
    ),
    Key::new(
        "particularly_exceptional",
        Kind::Many(&Kind::Word(words::<ExceptionalCircumstance>)),
        "[\"imminent-high-risk\"]",
        "Particularly exceptional circumstances you state; only a vulnerability notification can.",
        "Article 16(2), third subparagraph",
    ),
];

/// `[cases.content]`.
pub(super) const CONTENT: &[Key] = &[
    Key::new("title", Kind::Line, "\"Session tokens can be guessed\"", "A title.", ""),
    Key::new("summary", Kind::Text, "\"An attacker can take over sessions.\"", "A summary.", ""),
    Key::new(
        "member_states",
        Kind::Many(&Kind::Country),
        "[\"DE\", \"FR\"]",
        "Member States in which you know the product was made available.",
        "Article 14(2)(a) and (4)(a)",
    ),
    Key::new("affected_versions", Kind::Many(&Kind::Line), "[\"1.0 to 1.2\"]", "The affected versions.", ""),
    Key::new(
        "general_nature",
        Kind::Text,
        "\"Predictable random numbers.\"",
        "The general nature of the exploit and the vulnerability, or of the incident.",
        "Article 14(2)(b) and (4)(b)",
    ),
    Key::new(
        "initial_assessment",
        Kind::Text,
        "\"Few accounts are affected.\"",
        "The initial assessment of the incident.",
        "Article 14(4)(b)",
    ),
    Key::new(
        "measures_taken",
        Kind::Text,
        "\"Sessions were ended.\"",
        "Corrective or mitigating measures taken.",
        "Article 14(2)(b) and (4)(b)",
    ),
    Key::new(
        "measures_for_users",
        Kind::Text,
        "\"Switch remote access off.\"",
        "Corrective or mitigating measures users can take.",
        "Article 14(2)(b) and (4)(b)",
    ),
    Key::new(
        "sensitivity",
        Kind::Text,
        "\"High until the update is out.\"",
        "How sensitive you consider the information.",
        "Article 14(2)(b) and (4)(b)",
    ),
    Key::new(
        "severity",
        Kind::Text,
        "\"Critical: no login needed.\"",
        "The description with its severity.",
        "Article 14(2)(c) and (4)(c)",
    ),
    Key::new(
        "impact",
        Kind::Text,
        "\"Accounts were taken over.\"",
        "The description of the impact.",
        "Article 14(2)(c) and (4)(c)",
    ),
    Key::new(
        "malicious_actor",
        Kind::Text,
        "\"Not identified.\"",
        "What is known of the malicious actor.",
        "Article 14(2)(c)",
    ),
    Key::new(
        "update_details",
        Kind::Text,
        "\"Version 1.2.1.\"",
        "The security update or other corrective measure in detail.",
        "Article 14(2)(c)",
    ),
    Key::new(
        "root_cause",
        Kind::Text,
        "\"A stolen key.\"",
        "The type of threat, or the likely root cause.",
        "Article 14(4)(c)",
    ),
    Key::new(
        "ongoing_mitigation",
        Kind::Text,
        "\"Keys are being replaced.\"",
        "Applied and ongoing mitigation.",
        "Article 14(4)(c)",
    ),
    Key::new("cve", Kind::Line, "\"CVE-2026-0001\"", "The CVE identifier, once there is one.", ""),
    Key::new(
        "euvd",
        Kind::Line,
        "\"EUVD-2026-0001\"",
        "The identifier in the European vulnerability database, once there is one.",
        "",
    ),
    Key::new(
        "user_information",
        Kind::Text,
        "\"See advisory 2026-01.\"",
        "What users were told of the event and of what they can do.",
        "Article 14(8)",
    ),
    Key::new(
        "attack_vector",
        Kind::Text,
        "\"Crafted packets to UDP port 5683 from the same network.\"",
        "By what way it is attacked; the reporting platform takes 255 characters.",
        "Glossary of the reporting platform, field 18",
    ),
    Key::new(
        "further_information",
        Kind::Text,
        "\"We are in touch with CERT-Bund under VU#123456.\"",
        "Anything else the coordinator should know; the reporting platform takes 800 characters.",
        "Glossary of the reporting platform, field 30",
    ),
];
