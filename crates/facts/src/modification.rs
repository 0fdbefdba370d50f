//! What the makers declare about the change that led from an earlier release to this one (Article 3(30)).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The facts the test for a substantial modification turns on. What is `None` was not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Modification {
    /// The earlier version this release was made from.
    pub of_version: Option<String>,
    /// The earlier version, or its units, were placed on the market before the change (Article 3(30)).
    pub earlier_was_placed: Option<bool>,
    /// When the earlier version was placed on the market (Article 69(2)).
    pub earlier_placed_on: Option<Date>,
    /// What was changed, in words.
    pub changes: Option<String>,
    /// What kind of change it is.
    pub kind: Option<ChangeKind>,
    /// The remote service that changed, by its name in the dossier.
    pub remote_service: Option<String>,
    /// Who made the change.
    pub made_by: Option<ChangeMaker>,
    /// The changed product is made available on the market (Articles 3(22) and 22).
    pub made_available: Option<bool>,
    /// The change is technically large.
    pub technically_large: Option<bool>,
    /// The intended purpose is no longer the one the product was assessed for.
    pub purpose_changed: Option<bool>,
    /// The risk assessment of the earlier version already covers the new purpose.
    pub purpose_change_covered: Option<bool>,
    /// Adds or exposes an interface.
    pub new_interfaces: Option<bool>,
    /// Adds a communication channel.
    pub new_channels: Option<bool>,
    /// Runs the product, or a part of it, in an environment it did not run in.
    pub new_execution_environments: Option<bool>,
    /// Makes the product depend on something outside it that it did not depend on, or on it in another way.
    pub new_external_dependencies: Option<bool>,
    /// Moves the boundary of the product.
    pub boundary_changed: Option<bool>,
    /// Makes attacks possible that were not.
    pub new_attack_scenarios: Option<bool>,
    /// Makes a known attack more likely: less effort, more exposure, weaker safeguards.
    pub likelihood_raised: Option<bool>,
    /// Makes a known attack worse: its reach, its severity, its detection, the recovery from it.
    pub impact_raised: Option<bool>,
    /// The assumptions of the risk assessment still hold.
    pub assumptions_hold: Option<bool>,
    /// The measures the risk assessment relies on still work.
    pub mitigations_hold: Option<bool>,
    /// How far the existing risk assessment dealt with this very change beforehand.
    pub foreseen: Foreseen,
    /// The change lowers the cybersecurity risk.
    pub lowers_risk: Option<bool>,
    /// Affects the product's compliance with Annex I Part I.
    pub affects_compliance: Option<bool>,
    /// Affects the cybersecurity of the product as a whole, not only of the part that changed (Article 22(2)).
    pub affects_whole_product: Option<bool>,
    /// A notified body's certificate or approval covers the earlier version (Annex VIII).
    pub certificate_exists: Option<bool>,
    /// The change may affect conformity or the conditions of the certificate (Annex VIII Part II point 7).
    pub may_affect_certificate: Option<bool>,
    /// Differences between the two dossiers that do not mean what they seem to.
    pub explained: Vec<ExplainedDifference>,
    /// What a person decided.
    pub determination: Option<Determination>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_on: Option<Date>,
    /// Why.
    pub because: Option<String>,
}

/// What kind of change it is. An update that brings features and security fixes together is a feature update.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Functions are added, altered or removed (recital 39).
    FeatureUpdate,
    /// Made to lower the cybersecurity risk, without new features (recital 39).
    SecurityUpdate,
    /// Brings a faulty product back into the state it was in (recital 42).
    Repair,
    /// Brings a used product back into a good state (recital 42).
    Refurbishment,
    /// A part was replaced by one that performs better.
    BetterPerformingPart,
    /// The provider of a remote service that is not the manufacturer's changed that service.
    ThirdPartyRemoteService,
    /// The product was built into a new product of one's own.
    Integration,
}

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeMaker {
    /// The manufacturer of the earlier version.
    OriginalManufacturer,
    /// An importer of it (Article 21).
    Importer,
    /// A distributor of it (Article 21).
    Distributor,
    /// Anyone else (Article 22).
    Other,
}

/// How far the risk assessment that existed before the change dealt with it; all four must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Foreseen {
    /// The change was foreseen in it.
    pub foreseen: Option<bool>,
    /// It is described in it.
    pub described: Option<bool>,
    /// Its risks are assessed in it.
    pub assessed: Option<bool>,
    /// They are mitigated as it says.
    pub mitigated: Option<bool>,
    /// Where in the risk assessment.
    pub at: Option<String>,
}

impl Foreseen {
    /// The four conditions with the keys they are stated by.
    pub fn conditions(&self) -> [(&'static str, Option<bool>); 4] {
        [
            ("modification.foreseen.foreseen", self.foreseen),
            ("modification.foreseen.described", self.described),
            ("modification.foreseen.assessed", self.assessed),
            ("modification.foreseen.mitigated", self.mitigated),
        ]
    }
}

/// A difference between the two dossiers that a person looked at and explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExplainedDifference {
    /// Which.
    pub difference: Differing,
    /// Of several of the same sort, which one: the remote service's name.
    pub of: Option<String>,
    /// What it really is: reworded, corrected, stated for the first time.
    pub because: String,
}

/// What two dossiers, or two component lists, can differ in so that it bears on the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Differing {
    /// Operator or product bear another name.
    Identity,
    /// The kind of object.
    Kind,
    /// The intended purpose.
    IntendedPurpose,
    /// The core functionality, in words.
    CoreFunctionality,
    /// The category of the core functionality.
    Category,
    /// Essential functionalities.
    EssentialFunctionalities,
    /// The security environment.
    SecurityEnvironment,
    /// Security properties.
    SecurityProperties,
    /// Foreseeable misuse, or circumstances that may lead to risks.
    RiskCircumstances,
    /// The data connection.
    DataConnection,
    /// A remote service was added.
    RemoteServiceAdded,
    /// A remote service is gone.
    RemoteServiceRemoved,
    /// What a remote service is to the product.
    RemoteServiceOutcome,
    /// A requirement of Annex I Part I no longer applies.
    RequirementNoLongerApplies,
    /// A requirement of Annex I Part I applies that did not.
    RequirementNowApplies,
    /// How a requirement of Annex I Part I is implemented.
    RequirementImplementation,
    /// The risk assessment was reviewed since.
    RiskAssessmentReviewed,
    /// The risk assessment was not reviewed since.
    RiskAssessmentNotReviewed,
    /// The expected time of use.
    ExpectedUse,
    /// The end of the support period.
    SupportPeriod,
    /// Components were added.
    ComponentsAdded,
    /// Components are gone.
    ComponentsRemoved,
    /// Components of a higher major version.
    MajorVersionsUp,
    /// Components of a lower major version.
    MajorVersionsDown,
    /// Dependencies of the product itself were added.
    DirectDependenciesAdded,
}

/// The answer to whether a modification is substantial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Determination {
    /// It is.
    Substantial,
    /// It is not.
    NotSubstantial,
}
