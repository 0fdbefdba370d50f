//! `[[vulnerability_decisions]]` and `[[checked_otherwise]]`: decisions about components.

use proofmark_facts::{
    CheckedOtherwise, Component, DecisionEvidence, DecisionStatus, EvidenceOf, Mitigation, VexJustification,
    VulnerabilityDecision, same_person,
};
use proofmark_text::text;

use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of one `[[vulnerability_decisions]]`.
pub(super) const VULNERABILITY_DECISION: &[Key] = &[
    Key::new(
        "vulnerability",
        Kind::Line,
        "\"CVE-2024-0001\"",
        "Any identifier of the vulnerability: CVE, GHSA, OSV.",
        "Annex I Part II(2)",
    )
    .must(),
    Key::new(
        "component",
        Kind::PurlWithVersion,
        "\"pkg:cargo/example@1.2.3\"",
        "The component the decision is about, where the SBOM has its package URL.",
        "Annex I Part II(1)",
    ),
    Key::new(
        "name",
        Kind::Line,
        "\"busybox\"",
        "The component's name in the SBOM instead, where it has no package URL there.",
        "Annex I Part II(1)",
    )
    .instead_of("component"),
    Key::new(
        "version",
        Kind::Line,
        "\"1.36.1\"",
        "Its version, with `name`; left out only where the SBOM has none.",
        "Annex I Part II(1)",
    )
    .instead_of("component"),
    Key::new(
        "status",
        Kind::Word(words::<DecisionStatus>),
        "\"not_affected\"",
        "Whether the vulnerability affects the product, or that the match is wrong: the record speaks of something else.",
        "Annex I Part I(2)(a)",
    )
    .must(),
    Key::new(
        "justification",
        Kind::Word(words::<VexJustification>),
        "\"vulnerable_code_not_in_execute_path\"",
        "Why the product is not affected.",
        "",
    ),
    Key::new(
        "because",
        Kind::Text,
        "\"The parser is compiled in but never called.\"",
        "The reasoning: impact, action, or why the risk is accepted.",
        "Article 13(7)",
    )
    .must(),
    Key::new(
        "risk_accepted",
        Kind::Flag,
        "false",
        "For `affected`: the remaining risk is accepted for this release.",
        "Article 13(2)",
    ),
    Key::new("decided_by", Kind::Line, "\"Erika Mustermann\"", "Who decided.", ""),
    Key::new("decided_on", Kind::Date, "2027-10-01", "When.", ""),
    Key::new("expires_on", Kind::Date, "2028-04-01", "The last day the decision holds.", ""),
    Key::new("approved_by", Kind::Line, "\"Max Muster\"", "Who else agreed.", ""),
    Key::new(
        "via",
        Kind::Many(&Kind::Line),
        "[\"pkg:cargo/parser@*\"]",
        "What pulls the component in, where the decision holds for no more than that; a trailing `*` stands for any ending.",
        "Annex I Part II(1)",
    ),
    Key::new(
        "mitigation",
        Kind::Word(words::<Mitigation>),
        "\"configuration\"",
        "By what the risk is dealt with.",
        "Annex I Part II(2)",
    ),
    Key::table("evidence", Kind::Rows(DECISION_EVIDENCE), "A file that shows it.", "Article 13(3)"),
];

/// The keys of one `[[vulnerability_decisions.evidence]]`.
const DECISION_EVIDENCE: &[Key] = &[
    Key::new("kind", Kind::Word(words::<EvidenceOf>), "\"configuration\"", "What it shows.", "").must(),
    Key::new("file", Kind::Path, "\"documents/parser.md\"", "The file.", "").must(),
];

/// The keys of one `[[checked_otherwise]]`.
pub(super) const CHECKED_OTHERWISE: &[Key] = &[
    Key::new(
        "component",
        Kind::Line,
        "\"pkg:generic/example-rtos@*\"",
        "The component by package URL or name; a trailing `*` stands for any ending.",
        "Article 13(5)",
    )
    .must(),
    Key::new(
        "because",
        Kind::Text,
        "\"The supplier's advisories were read on the day given: none applies.\"",
        "How it was checked and with what result.",
        "Article 13(5)",
    )
    .must(),
    Key::new("decided_by", Kind::Line, "\"Erika Mustermann\"", "Who answers for it.", ""),
    Key::new("decided_on", Kind::Date, "2027-10-01", "When.", ""),
];

impl Word for DecisionStatus {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("not_affected", Self::NotAffected),
        ("affected", Self::Affected),
        ("fixed", Self::Fixed),
        ("under_investigation", Self::UnderInvestigation),
        ("wrong_match", Self::WrongMatch),
    ];
}

impl Word for Mitigation {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("update", Self::Update),
        ("configuration", Self::Configuration),
        ("compensating_control", Self::CompensatingControl),
        ("removal", Self::Removal),
    ];
}

impl Word for EvidenceOf {
    const WORDS: &'static [(&'static str, Self)] =
        &[("reachability", Self::Reachability), ("configuration", Self::Configuration), ("test", Self::Test)];
}

impl Word for VexJustification {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("component_not_present", Self::ComponentNotPresent),
        ("vulnerable_code_not_present", Self::VulnerableCodeNotPresent),
        ("vulnerable_code_not_in_execute_path", Self::VulnerableCodeNotInExecutePath),
        (
            "vulnerable_code_cannot_be_controlled_by_adversary",
            Self::VulnerableCodeCannotBeControlledByAdversary,
        ),
        ("inline_mitigations_already_exist", Self::InlineMitigationsAlreadyExist),
    ];
}

pub(super) fn read_vulnerability_decision(table: &mut Table<'_>) -> VulnerabilityDecision {
    VulnerabilityDecision {
        vulnerability: table.must_text("vulnerability"),
        component: read_component(table),
        status: table.must_word("status"),
        justification: table.word("justification"),
        because: table.must_text("because"),
        risk_accepted: table.is_stated("risk_accepted"),
        decided_by: table.text("decided_by"),
        decided_on: table.date("decided_on"),
        expires_on: table.date("expires_on"),
        approved_by: read_approver(table),
        via: table.texts("via"),
        mitigation: table.word("mitigation"),
        evidence: table.rows("evidence", read_evidence),
        by_rule: None,
    }
}

/// Whoever agrees is not who decided.
fn read_approver(table: &mut Table<'_>) -> Option<String> {
    let (decided_by, approved_by) = (table.text("decided_by"), table.text("approved_by"));
    if let (Some(decided_by), Some(approved_by)) = (&decided_by, &approved_by)
        && same_person(decided_by, approved_by)
    {
        table.refuse("approved_by", text!("triage-one-person", person = approved_by));
    }
    approved_by
}

fn read_evidence(table: &mut Table<'_>) -> DecisionEvidence {
    DecisionEvidence { kind: table.must_word("kind"), file: table.must_text("file") }
}

/// What the component is called, by whichever of the two it is named by.
fn read_component(table: &mut Table<'_>) -> String {
    let is_purl = |name: &str| name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("pkg:"));
    let (purl, name, version) = (table.text("component"), table.text("name"), table.text("version"));
    match ["component", "name", "version"].map(|key| table.states(key)) {
        [true, true, _] => table.refuse("name", text!("dossier-component-twice")),
        [false, false, _] => table.refuse_whole(text!("dossier-component-missing")),
        [true, false, true] => table.refuse("version", text!("dossier-component-version")),
        [true, false, false] | [false, true, _] => {}
    }
    if name.as_deref().is_some_and(is_purl) {
        table.refuse("name", text!("dossier-component-name-is-purl"));
    }
    let called = |name| Component { name, version, ..Component::default() }.called();
    purl.or_else(|| name.map(called)).unwrap_or_default()
}

pub(super) fn read_checked_otherwise(table: &mut Table<'_>) -> CheckedOtherwise {
    CheckedOtherwise {
        component: table.must_text("component"),
        because: table.must_text("because"),
        decided_by: table.text("decided_by"),
        decided_on: table.date("decided_on"),
    }
}
