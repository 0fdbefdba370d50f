//! Article 14(2), (4) and (8): what a stage must contain, and which of it the dossier does not have yet.

use proofmark_facts::{Stage, Stream};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::asked::Asked;
use crate::reporting::declared::is_declared;
use crate::reporting::fields::FieldGap;
use crate::reporting::filled::gaps;
use crate::source::{E, P, Source};

/// What one stage asks for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StageContent {
    /// The stage.
    pub stage: Stage,
    /// What the law asks for, in its order.
    pub items: Vec<ContentItem>,
    /// What the reporting platform's form would stumble over.
    pub platform: Vec<FieldGap>,
    /// What to know beside that.
    pub reasons: Vec<Reason>,
}

/// One thing a stage asks for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ContentItem {
    /// The row of the reference.
    pub row: &'static str,
    /// What it is.
    pub what: Text,
    /// The way to the fact that gives it.
    pub fact: String,
    /// How firmly it is asked for.
    pub need: ContentNeed,
    /// Whether it is declared.
    pub given: bool,
    /// The law.
    pub cites: Citation,
}

/// How firmly the law asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ContentNeed {
    /// At least this.
    Always,
    /// As far as it is available.
    AsAvailable,
    /// Where it applies.
    WhereApplicable,
}

use ContentNeed::{Always, AsAvailable, WhereApplicable};

type Asks = (&'static str, ContentNeed, fn() -> Text);

const MEMBER_STATES: Asks =
    ("content.member_states", WhereApplicable, || text!("reporting-content-member-states"));
const NATURE: Asks = ("content.general_nature", AsAvailable, || text!("reporting-content-nature"));
const TAKEN: Asks = ("content.measures_taken", AsAvailable, || text!("reporting-content-taken"));
const FOR_USERS: Asks = ("content.measures_for_users", AsAvailable, || text!("reporting-content-for-users"));
const SENSITIVITY: Asks = ("content.sensitivity", WhereApplicable, || text!("reporting-content-sensitivity"));
const SEVERITY: Asks = ("content.severity", Always, || text!("reporting-content-severity"));
const IMPACT: Asks = ("content.impact", Always, || text!("reporting-content-impact"));

const A1: &[Asks] = &[MEMBER_STATES];
const A2: &[Asks] = &[
    ("product.name", AsAvailable, || text!("reporting-content-product")),
    NATURE,
    TAKEN,
    FOR_USERS,
    SENSITIVITY,
];
const A3: &[Asks] = &[
    SEVERITY,
    IMPACT,
    ("content.malicious_actor", AsAvailable, || text!("reporting-content-actor")),
    ("content.update_details", Always, || text!("reporting-content-update")),
];
const S1: &[Asks] = &[
    ("known.suspected_unlawful_or_malicious", Always, || text!("reporting-content-suspected")),
    MEMBER_STATES,
];
const S2: &[Asks] = &[
    NATURE,
    ("content.initial_assessment", AsAvailable, || text!("reporting-content-assessment")),
    TAKEN,
    FOR_USERS,
    SENSITIVITY,
];
const S3: &[Asks] = &[
    SEVERITY,
    IMPACT,
    ("content.root_cause", Always, || text!("reporting-content-cause")),
    ("content.ongoing_mitigation", Always, || text!("reporting-content-mitigation")),
];
const USERS: &[Asks] = &[
    ("content.user_information", Always, || text!("reporting-content-told")),
    ("content.measures_for_users", WhereApplicable, || text!("reporting-content-for-users")),
];

/// What a stage of this case asks for.
pub(crate) fn content(asked: &Asked<'_>, stage: Stage) -> StageContent {
    let article = Citation::article(14);
    let is_vulnerability = asked.case.stream == Stream::Vulnerability;
    let (source, cites, asks) = match (stage, is_vulnerability) {
        (Stage::EarlyWarning, true) => (Source::new("CNT-A1", &[P]), article.paragraph(2).point("a"), A1),
        (Stage::Notification, true) => (Source::new("CNT-A2", &[P]), article.paragraph(2).point("b"), A2),
        (Stage::FinalReport, true) => (Source::new("CNT-A3", &[P]), article.paragraph(2).point("c"), A3),
        (Stage::EarlyWarning, false) => (Source::new("CNT-S1", &[P]), article.paragraph(4).point("a"), S1),
        (Stage::Notification, false) => (Source::new("CNT-S2", &[P]), article.paragraph(4).point("b"), S2),
        (Stage::FinalReport, false) => (Source::new("CNT-S3", &[P]), article.paragraph(4).point("c"), S3),
        (Stage::IntermediateReport | Stage::Users, _) => {
            (Source::new("CNT-U", &[P]), article.paragraph(8), USERS)
        }
    };
    let items = asks.iter().map(|(fact, need, what)| ContentItem {
        row: source.row,
        what: what(),
        fact: if fact.starts_with("product.") { (*fact).to_owned() } else { asked.path(fact) },
        need: *need,
        given: is_declared(asked, fact),
        cites,
    });
    StageContent {
        stage,
        items: items.collect(),
        platform: gaps(asked, stage),
        reasons: reasons(stage, source, cites),
    }
}

fn reasons(stage: Stage, source: Source, cites: Citation) -> Vec<Reason> {
    match stage {
        Stage::Users => vec![
            Reason::new(text!("reporting-users-how"), source, cites),
            Reason::new(text!("reporting-users-detail"), source, Citation::guidance(220)),
        ],
        // The form calls optional what the law asks for as far as it is available.
        Stage::Notification => vec![
            Reason::new(text!("reporting-form-is-not-the-law"), Source::new("f16", &[E]), cites),
            Reason::new(text!("reporting-form-is-not-the-law-users"), Source::new("f17", &[E]), cites),
        ],
        _ => Vec::new(),
    }
}
