//! A case as its makers declare it: a vulnerability, an incident or less, what is known, when, and what was sent.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::country::Country;

/// One event that may have to be notified under Articles 14 and 15. What is not stated is unknown, never "no".
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DeclaredCase {
    /// What the makers call it.
    pub name: String,
    /// Which kind of event it is.
    pub stream: Stream,
    /// What is known of it.
    pub known: CaseKnowledge,
    /// How the makers came to know.
    pub awareness: DeclaredAwareness,
    /// Every ruling on when the operator became aware; they are added, never overwritten.
    pub rulings: Vec<AwarenessRuling>,
    /// Corrective or mitigating measures that became available.
    pub measures: Vec<Measure>,
    /// What was handed in, and when.
    pub sent: Sent,
    /// Facts on whether a CSIRT may hold the notification back.
    pub dissemination: Dissemination,
    /// What the notifications say.
    pub content: CaseContent,
}

impl DeclaredCase {
    /// A case of which nothing else is known yet.
    pub fn new(name: impl Into<String>, stream: Stream) -> Self {
        Self {
            name: name.into(),
            stream,
            known: CaseKnowledge::default(),
            awareness: DeclaredAwareness::default(),
            rulings: Vec::new(),
            measures: Vec::new(),
            sent: Sent::default(),
            dissemination: Dissemination::default(),
            content: CaseContent::default(),
        }
    }
}

/// Which kind of event a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stream {
    /// A vulnerability contained in the product (Article 14(1)).
    Vulnerability,
    /// An incident (Article 14(3)).
    Incident,
    /// An event that could have become an incident and was prevented (Article 3(46)).
    NearMiss,
    /// A potential circumstance that could do harm (Article 3(45)).
    CyberThreat,
}

/// What is known; `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseKnowledge {
    /// Somebody exploited it somewhere: in any product.
    pub exploited_somewhere: Option<bool>,
    /// Somebody exploited it in this product.
    pub exploited_in_our_product: Option<bool>,
    /// The evidence of the exploitation is reliable (Article 3(42)).
    pub reliable_evidence: Option<bool>,
    /// A malicious actor did it (Article 3(42)).
    pub malicious_actor: Option<bool>,
    /// The system's owner had not permitted it (Article 3(42)).
    pub without_owner_permission: Option<bool>,
    /// It is known from research in good faith only (recital 68).
    pub good_faith_research_only: Option<bool>,
    /// The vulnerability is in a component somebody else made.
    pub in_third_party_component: Option<bool>,
    /// That component.
    pub component: Option<String>,
    /// It can be exploited in this product.
    pub exploitable_in_our_product: Option<bool>,
    /// It concerns remote data processing that is part of the product (Article 3(2)).
    pub concerns_remote_data_processing: Option<bool>,
    /// It harms, or can harm, what the product does to protect data or functions (Article 3(44)).
    pub affects_product_security: Option<bool>,
    /// It affects, or can affect, the protection of sensitive or important data or functions (Article 14(5)(a)).
    pub affects_sensitive_or_important: Option<bool>,
    /// It has led, or can lead, to malicious code in a product or in a user's systems (Article 14(5)(b)).
    pub leads_to_malicious_code: Option<bool>,
    /// Unlawful or malicious acts are suspected (Article 14(4)(a)).
    pub suspected_unlawful_or_malicious: Option<bool>,
    /// That was asked, and nobody can say yet: the reporting platform takes `unknown` for an answer.
    pub suspicion_unknown: bool,
    /// The operator already knew of the exploitation, or of the incident, before 11 September 2026.
    pub known_before_reporting_applied: Option<bool>,
    /// A steward is involved in developing what is affected (Article 24(3)).
    pub steward_involved_in_development: Option<bool>,
    /// It affects systems a steward provides for development (Article 24(3)).
    pub affects_systems_for_development: Option<bool>,
}

/// From the first sign to the assessment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DeclaredAwareness {
    /// When the first sign came in.
    pub signal_at: Option<Timestamp>,
    /// What it was and where it came from.
    pub signal: Option<String>,
    /// When its assessment began.
    pub assessment_started_at: Option<Timestamp>,
    /// When the incident occurred.
    pub occurred_at: Option<Timestamp>,
}

/// Somebody's ruling on when the operator became aware.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AwarenessRuling {
    /// When the operator became aware.
    pub aware_at: Timestamp,
    /// Why that instant.
    pub because: Option<String>,
    /// The evidence, as a file beside the dossier.
    pub evidence: Option<String>,
    /// Who ruled so.
    pub decided_by: Option<String>,
    /// A second person who confirmed it.
    pub confirmed_by: Option<String>,
    /// This ruling stands and the others are history.
    pub stands: Option<bool>,
}

/// A measure that corrects or mitigates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Measure {
    /// When it became available.
    pub available_at: Timestamp,
    /// What kind of measure it is.
    pub kind: Option<MeasureKind>,
    /// What it does.
    pub details: Option<String>,
}

/// Kinds of measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureKind {
    /// A security update for everyone.
    Patch,
    /// A way to avoid the vulnerability without an update.
    Workaround,
    /// It corrects part of the vulnerability.
    Partial,
    /// It reaches users group by group.
    Staged,
}

/// A stage of Article 14.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Within 24 hours.
    EarlyWarning,
    /// Within 72 hours.
    Notification,
    /// Within 14 days of a measure, or one month of the notification.
    FinalReport,
    /// When the coordinator asks (Article 14(6)).
    IntermediateReport,
    /// Telling users (Article 14(8)).
    Users,
}

/// What was handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sent {
    /// Whose coordinator it was sent to.
    pub coordinator: Option<Country>,
    /// When the early warning was submitted.
    pub early_warning_at: Option<Timestamp>,
    /// When the vulnerability or incident notification was submitted.
    pub notification_at: Option<Timestamp>,
    /// When the final report was submitted.
    pub final_report_at: Option<Timestamp>,
    /// When the coordinator asked for an intermediate report.
    pub intermediate_requested_at: Option<Timestamp>,
    /// When the coordinator wants it.
    pub intermediate_due_at: Option<Timestamp>,
    /// When the intermediate report was submitted.
    pub intermediate_report_at: Option<Timestamp>,
    /// When the users were informed.
    pub users_informed_at: Option<Timestamp>,
    /// Stages whose information had already been given with an earlier one.
    pub information_already_given: Vec<Stage>,
}

/// Facts on which delaying the dissemination turns (Article 16(2), Delegated Regulation (EU) 2026/881).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dissemination {
    /// The operator asks for a delay.
    pub delay_requested: Option<bool>,
    /// What passing the information on risks outweighs what it brings.
    pub risks_outweigh_benefits: Option<bool>,
    /// Marking the information (TLP, PAP) is enough to protect it.
    pub marking_is_enough: Option<bool>,
    /// An effective mitigation is expected within 72 hours.
    pub mitigation_expected_within_72_hours: Option<bool>,
    /// The information is enough to build an exploit.
    pub enough_to_build_an_exploit: Option<bool>,
    /// The coordinator can share enough in parts.
    pub partial_information_is_enough: Option<bool>,
    /// It is a coordinated disclosure with the coordinator as trusted intermediary.
    pub coordinator_is_trusted_intermediary: Option<bool>,
    /// A CSIRT that would receive it is compromised or cannot protect it.
    pub recipient_cannot_protect_it: Option<bool>,
    /// The reporting platform is compromised.
    pub platform_compromised: Option<bool>,
    /// Particularly exceptional circumstances the operator states.
    pub particularly_exceptional: Vec<ExceptionalCircumstance>,
}

/// Particularly exceptional circumstances (Article 16(2), third subparagraph).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExceptionalCircumstance {
    /// To the operator's knowledge exploited in no Member State but the coordinator's.
    OnlyInThisMemberState,
    /// Passing it on would disclose what that State's essential interests protect.
    EssentialInterests,
    /// Passing it on is itself an imminent high risk.
    ImminentHighRisk,
}

/// What the notifications say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseContent {
    /// A title.
    pub title: Option<String>,
    /// A summary.
    pub summary: Option<String>,
    /// Member States in which the product is known to have been made available.
    pub member_states: Vec<Country>,
    /// Affected versions.
    pub affected_versions: Vec<String>,
    /// General nature: of the exploit and the vulnerability, or of the incident.
    pub general_nature: Option<String>,
    /// The incident's initial assessment.
    pub initial_assessment: Option<String>,
    /// Measures taken.
    pub measures_taken: Option<String>,
    /// Measures users can take.
    pub measures_for_users: Option<String>,
    /// How sensitive the information is considered.
    pub sensitivity: Option<String>,
    /// Description with its severity.
    pub severity: Option<String>,
    /// Description of the impact.
    pub impact: Option<String>,
    /// What is known of the malicious actor.
    pub malicious_actor: Option<String>,
    /// The update or other corrective measure in detail.
    pub update_details: Option<String>,
    /// Type of threat, or the likely root cause.
    pub root_cause: Option<String>,
    /// Applied and ongoing mitigation.
    pub ongoing_mitigation: Option<String>,
    /// The CVE identifier.
    pub cve: Option<String>,
    /// The identifier in the European vulnerability database.
    pub euvd: Option<String>,
    /// What users were told.
    pub user_information: Option<String>,
    /// By what way it is attacked.
    pub attack_vector: Option<String>,
    /// Anything else for the coordinator.
    pub further_information: Option<String>,
}
