//! The rules of `gate.toml`, kind by kind.

use proofmark_facts::{
    ComponentRule, DataRule, DecisionRule, FindingRule, FindingState, GateLevel, GateRule, LicenceRule,
    MatchConfidence, Rating, SbomRule, SignatureRule,
};
use proofmark_text::text;

use super::key::{Key, Kind, Word, words};
use super::table::Table;

const ID: Key =
    Key::new("id", Kind::Line, "\"no-critical\"", "The rule's name: small letters, digits, `-`.", "").must();
const LEVEL: Key =
    Key::new("level", Kind::Word(words::<GateLevel>), "\"block\"", "What a hit does.", "").must();
const BECAUSE: Key =
    Key::new("because", Kind::Text, "\"We ship nothing critical.\"", "Why there is such a rule.", "").must();
const NAMES: Kind = Kind::Many(&Kind::Line);

/// The keys of one `[[findings]]`.
pub(super) const FINDINGS: &[Key] = &[
    ID,
    LEVEL,
    BECAUSE,
    Key::new("severity_at_least", Kind::Word(words::<Rating>), "\"critical\"", "Rated so or worse.", ""),
    Key::new("exploited", Kind::Flag, "true", "Listed as exploited somewhere, or not.", ""),
    Key::new("epss_percent_at_least", Kind::Count, "10", "EPSS probability, in hundredths.", ""),
    Key::new("age_days_at_least", Kind::Count, "30", "Days since it was published.", ""),
    Key::new("fix_available", Kind::Flag, "true", "A version that fixes it is known, or none is.", ""),
    Key::new(
        "components",
        NAMES,
        "[\"pkg:npm/*\"]",
        "The component; a trailing `*` stands for any ending.",
        "",
    ),
    Key::new("vulnerabilities", NAMES, "[\"CVE-2026-*\"]", "The vulnerability, by any of its names.", ""),
    Key::new(
        "confidence_at_least",
        Kind::Word(words::<MatchConfidence>),
        "\"likely\"",
        "How sure it is that the component has it.",
        "",
    ),
    Key::new(
        "states",
        Kind::Many(&Kind::Word(words::<FindingState>)),
        "[\"undecided\"]",
        "How it stands; without, everything that is open.",
        "",
    ),
];

/// The keys of one `[[decisions]]`.
pub(super) const DECISIONS: &[Key] = &[
    ID,
    LEVEL,
    BECAUSE,
    Key::new("expired", Kind::Flag, "true", "Its last day has passed.", ""),
    Key::new("expires_within_days", Kind::Count, "30", "Its last day is that near, or has passed.", ""),
    Key::new("without_expiry", Kind::Flag, "true", "It names no last day.", ""),
    Key::new("without_person", Kind::Flag, "true", "It names nobody who decided.", ""),
    Key::new("age_days_at_least", Kind::Count, "365", "It is that old, or undated.", ""),
];

/// The keys of one `[[sbom]]`.
pub(super) const SBOM: &[Key] = &[
    ID,
    LEVEL,
    BECAUSE,
    Key::new("guideline", Kind::Line, "\"bsi\"", "`regulation`, `ntia`, `cisa` or `bsi`.", "").must(),
    Key::new("met", Kind::Flag, "true", "All it requires is there.", ""),
    Key::new("score_at_least", Kind::Count, "90", "So much of what it requires, in hundredths.", ""),
    Key::new("checks", NAMES, "[\"bsi-component-name\"]", "These of its checks are met.", ""),
];

/// The keys of one `[[signatures]]`.
pub(super) const SIGNATURES: &[Key] = &[
    ID,
    LEVEL,
    BECAUSE,
    Key::new(
        "sbom_carries_signature",
        Kind::Flag,
        "true",
        "The SBOM holds a signature, which is not verified.",
        "",
    ),
    Key::new("sbom", Kind::Flag, "true", "A signature of the SBOM lies beside it and verifies.", ""),
    Key::new(
        "files",
        Kind::Many(&Kind::Path),
        "[\"dist/app.tar.gz\"]",
        "The same of each of these files.",
        "",
    ),
    Key::new(
        "keys",
        Kind::Many(&Kind::Path),
        "[\"keys/release.asc\"]",
        "OpenPGP certificates that may sign.",
        "",
    ),
];

/// The keys of one `[[components]]`.
pub(super) const COMPONENTS: &[Key] = &[
    ID,
    LEVEL,
    BECAUSE,
    Key::new("components", NAMES, "[\"pkg:npm/example@*\"]", "The component.", ""),
    Key::new(
        "without_support",
        Kind::Flag,
        "true",
        "The dossier says its support has ended and states no remedy.",
        "",
    ),
    Key::new("end_of_life_within_days", Kind::Count, "90", "Its support ends that soon, or has ended.", ""),
];

/// The keys of one `[[licences]]`.
pub(super) const LICENCES: &[Key] = &[
    ID,
    LEVEL,
    BECAUSE,
    Key::new("allowed", NAMES, "[\"MIT\", \"Apache-2.0\"]", "Can be met by these alone.", ""),
    Key::new("denied", NAMES, "[\"AGPL-*\"]", "Can be met without any of these.", ""),
    Key::new("must_be_stated", Kind::Flag, "true", "A licence must be stated.", ""),
];

/// The keys of one `[[data]]`.
pub(super) const DATA: &[Key] = &[
    ID,
    LEVEL,
    BECAUSE,
    Key::new("advisories_days_at_most", Kind::Count, "2", "How old advisory data may be.", ""),
    Key::new("end_of_life_days_at_most", Kind::Count, "90", "How old end-of-life files may be.", ""),
    Key::new("sbom_days_at_most", Kind::Count, "30", "How old the SBOM may be.", ""),
];

impl Word for Rating {
    const WORDS: &'static [(&'static str, Self)] =
        &[("low", Self::Low), ("medium", Self::Medium), ("high", Self::High), ("critical", Self::Critical)];
}

impl Word for MatchConfidence {
    const WORDS: &'static [(&'static str, Self)] =
        &[("weak", Self::Weak), ("likely", Self::Likely), ("certain", Self::Certain)];
}

impl Word for FindingState {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("undecided", Self::Undecided),
        ("under_investigation", Self::UnderInvestigation),
        ("affected", Self::Affected),
        ("risk_accepted", Self::RiskAccepted),
        ("fix_declared", Self::FixDeclared),
        ("not_affected", Self::NotAffected),
        ("wrong_match", Self::WrongMatch),
        ("closed_by_facts", Self::ClosedByFacts),
        ("expired", Self::Expired),
    ];
}

fn read_rule(table: &mut Table<'_>) -> GateRule {
    let id = table.must_text("id");
    let fits = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    if !id.is_empty() && (id.len() > 80 || !id.chars().all(fits)) {
        table.refuse("id", text!("gate-rule-name"));
    }
    GateRule { id, level: table.must_word("level"), because: table.must_text("because") }
}

/// A rule that asks nothing passes everything, which nobody means.
fn must_ask(table: &mut Table<'_>, asks: bool) {
    if !asks {
        table.refuse_whole(text!("gate-rule-asks-nothing"));
    }
}

pub(super) fn read_finding_rule(table: &mut Table<'_>) -> FindingRule {
    FindingRule {
        rule: read_rule(table),
        severity_at_least: table.word("severity_at_least"),
        exploited: table.flag("exploited"),
        epss_percent_at_least: table.count("epss_percent_at_least"),
        age_days_at_least: table.count("age_days_at_least"),
        fix_available: table.flag("fix_available"),
        components: table.texts("components"),
        vulnerabilities: table.texts("vulnerabilities"),
        confidence_at_least: table.word("confidence_at_least"),
        states: table.words("states"),
    }
}

pub(super) fn read_decision_rule(table: &mut Table<'_>) -> DecisionRule {
    let read = DecisionRule {
        rule: read_rule(table),
        expired: table.is_stated("expired"),
        expires_within_days: table.count("expires_within_days"),
        without_expiry: table.is_stated("without_expiry"),
        without_person: table.is_stated("without_person"),
        age_days_at_least: table.count("age_days_at_least"),
    };
    let flags = read.expired || read.without_expiry || read.without_person;
    must_ask(table, flags || read.expires_within_days.is_some() || read.age_days_at_least.is_some());
    read
}

pub(super) fn read_sbom_rule(table: &mut Table<'_>) -> SbomRule {
    let read = SbomRule {
        rule: read_rule(table),
        guideline: table.must_text("guideline"),
        met: table.is_stated("met"),
        score_at_least: table.count("score_at_least"),
        checks: table.texts("checks"),
    };
    if read.score_at_least.is_some_and(|score| score > 100) {
        table.refuse("score_at_least", text!("gate-above-hundred"));
    }
    must_ask(table, read.met || read.score_at_least.is_some() || !read.checks.is_empty());
    read
}

pub(super) fn read_signature_rule(table: &mut Table<'_>) -> SignatureRule {
    let read = SignatureRule {
        rule: read_rule(table),
        sbom_carries_signature: table.is_stated("sbom_carries_signature"),
        sbom: table.is_stated("sbom"),
        files: table.texts("files"),
        keys: table.texts("keys"),
    };
    let verifies = read.sbom || !read.files.is_empty();
    must_ask(table, read.sbom_carries_signature || verifies);
    if verifies && read.keys.is_empty() && !table.states("keys") {
        table.refuse_whole(text!("gate-signature-without-keys"));
    }
    read
}

pub(super) fn read_component_rule(table: &mut Table<'_>) -> ComponentRule {
    let read = ComponentRule {
        rule: read_rule(table),
        components: table.texts("components"),
        without_support: table.is_stated("without_support"),
        end_of_life_within_days: table.count("end_of_life_within_days"),
    };
    must_ask(
        table,
        !read.components.is_empty() || read.without_support || read.end_of_life_within_days.is_some(),
    );
    read
}

pub(super) fn read_licence_rule(table: &mut Table<'_>) -> LicenceRule {
    let read = LicenceRule {
        rule: read_rule(table),
        allowed: table.texts("allowed"),
        denied: table.texts("denied"),
        must_be_stated: table.is_stated("must_be_stated"),
    };
    must_ask(table, !read.allowed.is_empty() || !read.denied.is_empty() || read.must_be_stated);
    read
}

pub(super) fn read_data_rule(table: &mut Table<'_>) -> DataRule {
    let read = DataRule {
        rule: read_rule(table),
        advisories_days_at_most: table.count("advisories_days_at_most"),
        end_of_life_days_at_most: table.count("end_of_life_days_at_most"),
        sbom_days_at_most: table.count("sbom_days_at_most"),
    };
    let ages = [read.advisories_days_at_most, read.end_of_life_days_at_most, read.sbom_days_at_most];
    must_ask(table, ages.iter().any(Option::is_some));
    read
}
