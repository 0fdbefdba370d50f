//! `[modification]`: the change that led to this release from an earlier one, and what a person decided about it.

use proofmark_facts::{
    ChangeKind, ChangeMaker, Determination, Differing, ExplainedDifference, Foreseen, Modification,
};

use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[modification]`.
pub(super) const MODIFICATION: &[Key] = &[
    Key::new(
        "of_version",
        Kind::Line,
        "\"1.3.2\"",
        "The earlier version this release was made from.",
        "Article 3(30)",
    ),
    Key::new(
        "earlier_was_placed",
        Kind::Flag,
        "true",
        "The earlier version, or its units, were placed on the market before the change. Before that, a change is no modification in the sense of the law.",
        "Article 3(30)",
    ),
    Key::new(
        "earlier_placed_on",
        Kind::Date,
        "2026-03-02",
        "The day the earlier version was placed on the market.",
        "Article 69(2)",
    ),
    Key::new("changes", Kind::Text, "\"Adds a local web interface.\"", "What was changed, in words.", ""),
    Key::new(
        "kind",
        Kind::Word(words::<ChangeKind>),
        "\"feature-update\"",
        "What kind of change it is. Features and security fixes together are a `feature-update`. Use `third-party-remote-service` if only the provider of a service that is not yours changed it, `integration` if you built the product into a new one of your own.",
        "Recitals 39 and 42",
    ),
    Key::new(
        "remote_service",
        Kind::Line,
        "\"Example Cloud\"",
        "For `third-party-remote-service`: which of the `remote_services` changed, by its name.",
        "Article 3(2)",
    ),
    Key::new(
        "made_by",
        Kind::Word(words::<ChangeMaker>),
        "\"original-manufacturer\"",
        "Who made the change.",
        "Articles 21 and 22",
    ),
    Key::new(
        "made_available",
        Kind::Flag,
        "true",
        "The changed product is made available on the market.",
        "Articles 3(22) and 22",
    ),
    Key::new(
        "technically_large",
        Kind::Flag,
        "false",
        "The change is technically large. It never decides anything: small changes can be substantial and large ones need not be.",
        "Recital 39",
    ),
    Key::new(
        "purpose_changed",
        Kind::Flag,
        "false",
        "The intended purpose is no longer the one the product was assessed for.",
        "Article 3(30)",
    ),
    Key::new(
        "purpose_change_covered",
        Kind::Flag,
        "false",
        "If the purpose changed: the risk assessment of the earlier version already covers the new one.",
        "Article 3(30)",
    ),
    Key::new(
        "new_interfaces",
        Kind::Flag,
        "true",
        "New threat vectors: it adds or exposes an interface.",
        "Article 3(30)",
    ),
    Key::new(
        "new_channels",
        Kind::Flag,
        "false",
        "New threat vectors: it adds a communication channel.",
        "Article 3(30)",
    ),
    Key::new(
        "new_execution_environments",
        Kind::Flag,
        "false",
        "New threat vectors: the product, or a part of it, runs in an environment it did not run in.",
        "Article 3(30)",
    ),
    Key::new(
        "new_external_dependencies",
        Kind::Flag,
        "false",
        "New threat vectors: it depends on something outside it that it did not depend on, or in another way.",
        "Article 3(30)",
    ),
    Key::new(
        "boundary_changed",
        Kind::Flag,
        "false",
        "It moves the boundary of the product. Asked of security updates.",
        "Article 3(30)",
    ),
    Key::new(
        "new_attack_scenarios",
        Kind::Flag,
        "false",
        "It makes attacks possible that were not.",
        "Article 3(30)",
    ),
    Key::new(
        "likelihood_raised",
        Kind::Flag,
        "false",
        "It makes a known attack more likely: less effort, more exposure, weaker safeguards.",
        "Article 3(30)",
    ),
    Key::new(
        "impact_raised",
        Kind::Flag,
        "false",
        "It makes a known attack worse: in reach or severity, harder to notice, harder to recover from.",
        "Article 3(30)",
    ),
    Key::new(
        "assumptions_hold",
        Kind::Flag,
        "true",
        "The assumptions of the risk assessment still hold.",
        "Article 13(3)",
    ),
    Key::new(
        "mitigations_hold",
        Kind::Flag,
        "true",
        "The measures the risk assessment relies on still work.",
        "Article 13(3)",
    ),
    Key::new("lowers_risk", Kind::Flag, "false", "The change lowers the cybersecurity risk.", "Recital 39"),
    Key::new(
        "affects_compliance",
        Kind::Flag,
        "false",
        "It affects the product's compliance with the requirements of Annex I Part I.",
        "Article 3(30)",
    ),
    Key::new(
        "affects_whole_product",
        Kind::Flag,
        "false",
        "It affects the cybersecurity of the product as a whole, not only of the part that changed.",
        "Article 22(2)",
    ),
    Key::new(
        "certificate_exists",
        Kind::Flag,
        "false",
        "A notified body's certificate or approval covers the earlier version.",
        "Annex VIII Part II point 7",
    ),
    Key::new(
        "may_affect_certificate",
        Kind::Flag,
        "false",
        "The change may affect conformity, or the conditions under which the certificate is valid.",
        "Annex VIII Part II point 7",
    ),
    Key::new(
        "determination",
        Kind::Word(words::<Determination>),
        "\"substantial\"",
        "What a person decided. It stands beside Proofmark's proposal, and where the two differ it is what counts.",
        "Article 3(30)",
    ),
    Key::new("decided_by", Kind::Line, "\"Erika Mustermann\"", "Who decided.", ""),
    Key::new("decided_on", Kind::Date, "2027-10-01", "When.", ""),
    Key::new(
        "because",
        Kind::Text,
        "\"The web interface is a way in that nobody assessed.\"",
        "Why. Required where the decision is not what is proposed.",
        "Article 13(7)",
    ),
    Key::table(
        "foreseen",
        Kind::Table(FORESEEN),
        "How far the risk assessment that existed before the change dealt with this very change; all four must hold.",
        "Article 3(30)",
    ),
    Key::table(
        "explained",
        Kind::Rows(EXPLAINED),
        "A difference between the two dossiers that is not what it seems: a text that was only reworded.",
        "Article 3(30)",
    ),
];

const FORESEEN: &[Key] = &[
    Key::new("foreseen", Kind::Flag, "true", "The change was foreseen in it.", "Article 3(30)"),
    Key::new("described", Kind::Flag, "true", "It is described in it.", "Article 3(30)"),
    Key::new("assessed", Kind::Flag, "true", "Its risks are assessed in it.", "Article 3(30)"),
    Key::new("mitigated", Kind::Flag, "true", "They are mitigated as it says.", "Article 3(30)"),
    Key::new("at", Kind::Line, "\"Section 4.2, second interface\"", "Where in the risk assessment.", ""),
];

const EXPLAINED: &[Key] = &[
    Key::new(
        "difference",
        Kind::Word(words::<Differing>),
        "\"intended-purpose\"",
        "Which difference, by the name `proofmark modification` gives it.",
        "",
    )
    .must(),
    Key::new(
        "of",
        Kind::Line,
        "\"Example Cloud\"",
        "Where it is about a remote service: which one, by its name.",
        "",
    ),
    Key::new(
        "because",
        Kind::Text,
        "\"Only the order of the sentences changed.\"",
        "What it really is.",
        "Article 13(7)",
    )
    .must(),
];

impl Word for ChangeKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("feature-update", Self::FeatureUpdate),
        ("security-update", Self::SecurityUpdate),
        ("repair", Self::Repair),
        ("refurbishment", Self::Refurbishment),
        ("better-performing-part", Self::BetterPerformingPart),
        ("third-party-remote-service", Self::ThirdPartyRemoteService),
        ("integration", Self::Integration),
    ];
}

impl Word for ChangeMaker {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("original-manufacturer", Self::OriginalManufacturer),
        ("importer", Self::Importer),
        ("distributor", Self::Distributor),
        ("other", Self::Other),
    ];
}

impl Word for Determination {
    const WORDS: &'static [(&'static str, Self)] =
        &[("substantial", Self::Substantial), ("not-substantial", Self::NotSubstantial)];
}

impl Word for Differing {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("identity", Self::Identity),
        ("kind", Self::Kind),
        ("intended-purpose", Self::IntendedPurpose),
        ("core-functionality", Self::CoreFunctionality),
        ("category", Self::Category),
        ("essential-functionalities", Self::EssentialFunctionalities),
        ("security-environment", Self::SecurityEnvironment),
        ("security-properties", Self::SecurityProperties),
        ("risk-circumstances", Self::RiskCircumstances),
        ("data-connection", Self::DataConnection),
        ("remote-service-added", Self::RemoteServiceAdded),
        ("remote-service-removed", Self::RemoteServiceRemoved),
        ("remote-service-outcome", Self::RemoteServiceOutcome),
        ("requirement-no-longer-applies", Self::RequirementNoLongerApplies),
        ("requirement-now-applies", Self::RequirementNowApplies),
        ("requirement-implementation", Self::RequirementImplementation),
        ("risk-assessment-reviewed", Self::RiskAssessmentReviewed),
        ("risk-assessment-not-reviewed", Self::RiskAssessmentNotReviewed),
        ("expected-use", Self::ExpectedUse),
        ("support-period", Self::SupportPeriod),
        ("components-added", Self::ComponentsAdded),
        ("components-removed", Self::ComponentsRemoved),
        ("major-versions-up", Self::MajorVersionsUp),
        ("major-versions-down", Self::MajorVersionsDown),
        ("direct-dependencies-added", Self::DirectDependenciesAdded),
    ];
}

pub(super) fn read_modification(table: &mut Table<'_>) -> Modification {
    Modification {
        of_version: table.text("of_version"),
        earlier_was_placed: table.flag("earlier_was_placed"),
        earlier_placed_on: table.date("earlier_placed_on"),
        changes: table.text("changes"),
        kind: table.word("kind"),
        remote_service: table.text("remote_service"),
        made_by: table.word("made_by"),
        made_available: table.flag("made_available"),
        technically_large: table.flag("technically_large"),
        purpose_changed: table.flag("purpose_changed"),
        purpose_change_covered: table.flag("purpose_change_covered"),
        new_interfaces: table.flag("new_interfaces"),
        new_channels: table.flag("new_channels"),
        new_execution_environments: table.flag("new_execution_environments"),
        new_external_dependencies: table.flag("new_external_dependencies"),
        boundary_changed: table.flag("boundary_changed"),
        new_attack_scenarios: table.flag("new_attack_scenarios"),
        likelihood_raised: table.flag("likelihood_raised"),
        impact_raised: table.flag("impact_raised"),
        assumptions_hold: table.flag("assumptions_hold"),
        mitigations_hold: table.flag("mitigations_hold"),
        foreseen: table.section("foreseen", read_foreseen).unwrap_or_default(),
        lowers_risk: table.flag("lowers_risk"),
        affects_compliance: table.flag("affects_compliance"),
        affects_whole_product: table.flag("affects_whole_product"),
        certificate_exists: table.flag("certificate_exists"),
        may_affect_certificate: table.flag("may_affect_certificate"),
        explained: table.rows("explained", read_explained),
        determination: table.word("determination"),
        decided_by: table.text("decided_by"),
        decided_on: table.date("decided_on"),
        because: table.text("because"),
    }
}

fn read_foreseen(table: &mut Table<'_>) -> Foreseen {
    Foreseen {
        foreseen: table.flag("foreseen"),
        described: table.flag("described"),
        assessed: table.flag("assessed"),
        mitigated: table.flag("mitigated"),
        at: table.text("at"),
    }
}

fn read_explained(table: &mut Table<'_>) -> ExplainedDifference {
    ExplainedDifference {
        difference: table.must_word("difference"),
        of: table.text("of"),
        because: table.must_text("because"),
    }
}
