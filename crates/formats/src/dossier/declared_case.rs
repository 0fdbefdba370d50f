//! `[[cases]]`: vulnerabilities and incidents that may have to be notified.

use proofmark_facts::{
    AwarenessRuling, CaseContent, CaseKnowledge, DeclaredAwareness, DeclaredCase, Dissemination,
    ExceptionalCircumstance, Measure, MeasureKind, Sent, Stage, Stream,
};

use super::case_keys::{AWARENESS, CONTENT, DISSEMINATION, KNOWN, MEASURE, RULING, SENT};
use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[[cases]]`.
pub(super) const CASE: &[Key] = &[
    Key::new("name", Kind::Line, "\"2026-01 session tokens\"", "What you call the case.", "").must(),
    Key::new(
        "stream",
        Kind::Word(words::<Stream>),
        "\"vulnerability\"",
        "Which kind of event it is.",
        "Articles 14 and 15",
    )
    .must(),
    Key::table(
        "known",
        Kind::Table(KNOWN),
        "What is known. What is left out counts as unknown.",
        "Article 14",
    ),
    Key::table(
        "awareness",
        Kind::Table(AWARENESS),
        "From the first sign to the assessment.",
        "Article 14(2) and (4)",
    ),
    Key::table(
        "rulings",
        Kind::Rows(RULING),
        "A ruling on when you became aware. Add rulings, never overwrite one.",
        "Article 14(2) and (4)",
    ),
    Key::table(
        "measures",
        Kind::Rows(MEASURE),
        "A corrective or mitigating measure that became available.",
        "Article 14(2)(c)",
    ),
    Key::table("sent", Kind::Table(SENT), "What was handed in, and when.", "Article 14"),
    Key::table(
        "dissemination",
        Kind::Table(DISSEMINATION),
        "Facts on which a delay of the dissemination turns.",
        "Article 16(2), Delegated Regulation (EU) 2026/881",
    ),
    Key::table("content", Kind::Table(CONTENT), "What the notifications say.", "Article 14(2), (4) and (8)"),
];

impl Word for Stream {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("vulnerability", Self::Vulnerability),
        ("incident", Self::Incident),
        ("near-miss", Self::NearMiss),
        ("cyber-threat", Self::CyberThreat),
    ];
}

impl Word for MeasureKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("patch", Self::Patch),
        ("workaround", Self::Workaround),
        ("partial", Self::Partial),
        ("staged", Self::Staged),
    ];
}

impl Word for Stage {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("early-warning", Self::EarlyWarning),
        ("notification", Self::Notification),
        ("final-report", Self::FinalReport),
        ("intermediate-report", Self::IntermediateReport),
        ("users", Self::Users),
    ];
}

impl Word for ExceptionalCircumstance {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("only-in-this-member-state", Self::OnlyInThisMemberState),
        ("essential-interests", Self::EssentialInterests),
        ("imminent-high-risk", Self::ImminentHighRisk),
    ];
}

pub(super) fn read_case(table: &mut Table<'_>) -> DeclaredCase {
    DeclaredCase {
        name: table.must_text("name"),
        stream: table.must_word("stream"),
        known: table.section("known", read_known).unwrap_or_default(),
        awareness: table.section("awareness", read_awareness).unwrap_or_default(),
        rulings: table.rows("rulings", read_ruling).into_iter().flatten().collect(),
        measures: table.rows("measures", read_measure).into_iter().flatten().collect(),
        sent: table.section("sent", read_sent).unwrap_or_default(),
        dissemination: table.section("dissemination", read_dissemination).unwrap_or_default(),
        content: table.section("content", read_content).unwrap_or_default(),
    }
}

fn read_known(table: &mut Table<'_>) -> CaseKnowledge {
    CaseKnowledge {
        exploited_somewhere: table.flag("exploited_somewhere"),
        exploited_in_our_product: table.flag("exploited_in_our_product"),
        reliable_evidence: table.flag("reliable_evidence"),
        malicious_actor: table.flag("malicious_actor"),
        without_owner_permission: table.flag("without_owner_permission"),
        good_faith_research_only: table.flag("good_faith_research_only"),
        in_third_party_component: table.flag("in_third_party_component"),
        component: table.text("component"),
        exploitable_in_our_product: table.flag("exploitable_in_our_product"),
        concerns_remote_data_processing: table.flag("concerns_remote_data_processing"),
        affects_product_security: table.flag("affects_product_security"),
        affects_sensitive_or_important: table.flag("affects_sensitive_or_important"),
        leads_to_malicious_code: table.flag("leads_to_malicious_code"),
        suspected_unlawful_or_malicious: table.flag("suspected_unlawful_or_malicious"),
        // A dossier says yes or no, or leaves it open.
        suspicion_unknown: false,
        known_before_reporting_applied: table.flag("known_before_reporting_applied"),
        steward_involved_in_development: table.flag("steward_involved_in_development"),
        affects_systems_for_development: table.flag("affects_systems_for_development"),
    }
}

fn read_awareness(table: &mut Table<'_>) -> DeclaredAwareness {
    DeclaredAwareness {
        signal_at: table.instant("signal_at"),
        signal: table.text("signal"),
        assessment_started_at: table.instant("assessment_started_at"),
        occurred_at: table.instant("occurred_at"),
    }
}

/// Without its instant a ruling rules nothing; the missing key is noted as an error.
fn read_ruling(table: &mut Table<'_>) -> Option<AwarenessRuling> {
    let aware_at = table.instant("aware_at");
    let because = table.text("because");
    let evidence = table.text("evidence");
    let decided_by = table.text("decided_by");
    let confirmed_by = table.text("confirmed_by");
    let stands = table.flag("stands");
    Some(AwarenessRuling { aware_at: aware_at?, because, evidence, decided_by, confirmed_by, stands })
}

fn read_measure(table: &mut Table<'_>) -> Option<Measure> {
    let available_at = table.instant("available_at");
    let kind = table.word("kind");
    let details = table.text("details");
    Some(Measure { available_at: available_at?, kind, details })
}

fn read_sent(table: &mut Table<'_>) -> Sent {
    Sent {
        coordinator: table.country("coordinator"),
        early_warning_at: table.instant("early_warning_at"),
        notification_at: table.instant("notification_at"),
        final_report_at: table.instant("final_report_at"),
        intermediate_requested_at: table.instant("intermediate_requested_at"),
        intermediate_due_at: table.instant("intermediate_due_at"),
        intermediate_report_at: table.instant("intermediate_report_at"),
        users_informed_at: table.instant("users_informed_at"),
        information_already_given: table.words("information_already_given"),
    }
}

fn read_dissemination(table: &mut Table<'_>) -> Dissemination {
    Dissemination {
        delay_requested: table.flag("delay_requested"),
        risks_outweigh_benefits: table.flag("risks_outweigh_benefits"),
        marking_is_enough: table.flag("marking_is_enough"),
        mitigation_expected_within_72_hours: table.flag("mitigation_expected_within_72_hours"),
        enough_to_build_an_exploit: table.flag("enough_to_build_an_exploit"),
        partial_information_is_enough: table.flag("partial_information_is_enough"),
        coordinator_is_trusted_intermediary: table.flag("coordinator_is_trusted_intermediary"),
        recipient_cannot_protect_it: table.flag("recipient_cannot_protect_it"),
        platform_compromised: table.flag("platform_compromised"),
        particularly_exceptional: table.words("particularly_exceptional"),
    }
}

fn read_content(table: &mut Table<'_>) -> CaseContent {
    CaseContent {
        title: table.text("title"),
        summary: table.text("summary"),
        member_states: table.countries("member_states"),
        affected_versions: table.texts("affected_versions"),
        general_nature: table.text("general_nature"),
        initial_assessment: table.text("initial_assessment"),
        measures_taken: table.text("measures_taken"),
        measures_for_users: table.text("measures_for_users"),
        sensitivity: table.text("sensitivity"),
        severity: table.text("severity"),
        impact: table.text("impact"),
        malicious_actor: table.text("malicious_actor"),
        update_details: table.text("update_details"),
        root_cause: table.text("root_cause"),
        ongoing_mitigation: table.text("ongoing_mitigation"),
        cve: table.text("cve"),
        euvd: table.text("euvd"),
        user_information: table.text("user_information"),
        attack_vector: table.text("attack_vector"),
        further_information: table.text("further_information"),
    }
}
