//! The kinds of evidence: what each is called, and what a maker writes or adds so that it is there.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

/// What can show that an obligation is met, in the order in which it makes sense to see to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// The facts the scope procedure waits for.
    ScopeFacts,
    /// The facts the role test waits for.
    RoleFacts,
    /// The one core functionality.
    CoreFunctionality,
    /// The risk assessment as a document.
    RiskAssessment,
    /// The elements a risk assessment must cover.
    RiskAssessmentContent,
    /// The decision on one requirement of Annex I, with evidence.
    RequirementDecision,
    /// A decision on every requirement of Annex I.
    RequirementMatrix,
    /// A justification for every requirement set aside.
    Justifications,
    /// A software bill of materials.
    Sbom,
    /// Every component was checked.
    ComponentsChecked,
    /// The release gate is open.
    ReleaseGate,
    /// No finding waits for a decision.
    FindingsResolved,
    /// A kept document that shows this obligation.
    Record,
    /// The processes for handling vulnerabilities.
    HandlingProcess,
    /// The coordinated vulnerability disclosure policy.
    DisclosurePolicy,
    /// Where vulnerabilities are reported.
    VulnerabilityReports,
    /// Where advisories are published.
    Advisories,
    /// The single point of contact, where a person answers.
    SinglePointOfContact,
    /// Name, address and digital contact of the manufacturer.
    ManufacturerIdentity,
    /// What identifies the product.
    ProductIdentification,
    /// The intended purpose.
    IntendedPurpose,
    /// Security environment, functionalities and properties.
    SecurityProperties,
    /// Circumstances that may lead to significant risks.
    RiskCircumstances,
    /// The last day of the support period.
    SupportPeriodEnd,
    /// A support period that is long enough.
    SupportPeriodLength,
    /// Why the support period is that long.
    SupportPeriodRationale,
    /// What support is offered.
    SupportOffer,
    /// Instructions for users.
    Instructions,
    /// The languages of the instructions.
    InstructionLanguages,
    /// Where users find the SBOM.
    SbomOffered,
    /// How updates are distributed securely.
    UpdateDistribution,
    /// Production and monitoring processes.
    ProductionProcess,
    /// Design and development documents.
    Design,
    /// Photographs or drawings of hardware.
    Illustrations,
    /// Test reports.
    TestReports,
    /// Standards applied, or solutions described instead.
    AppliedStandards,
    /// What every remote service is.
    RemoteServices,
    /// A completed conformity assessment procedure that is open.
    ConformityProcedure,
    /// The notified body involved.
    NotifiedBody,
    /// The signed EU declaration of conformity.
    DeclarationSigned,
    /// The declaration reaches users.
    DeclarationSupplied,
    /// Where the CE marking is.
    CeMarking,
    /// What a supplier checked before passing the product on.
    SupplierCheck,
    /// Whoever had to be told was told.
    WarningsGiven,
    /// The importer's own name and contact.
    OwnContact,
    /// From whom the product came, and to whom it went.
    SupplyChainRecord,
    /// The written mandate and its tasks.
    Mandate,
}

impl EvidenceKind {
    /// Every kind.
    pub const ALL: [Self; 47] = [
        Self::ScopeFacts,
        Self::RoleFacts,
        Self::CoreFunctionality,
        Self::RiskAssessment,
        Self::RiskAssessmentContent,
        Self::RequirementDecision,
        Self::RequirementMatrix,
        Self::Justifications,
        Self::Sbom,
        Self::ComponentsChecked,
        Self::ReleaseGate,
        Self::FindingsResolved,
        Self::Record,
        Self::HandlingProcess,
        Self::DisclosurePolicy,
        Self::VulnerabilityReports,
        Self::Advisories,
        Self::SinglePointOfContact,
        Self::ManufacturerIdentity,
        Self::ProductIdentification,
        Self::IntendedPurpose,
        Self::SecurityProperties,
        Self::RiskCircumstances,
        Self::SupportPeriodEnd,
        Self::SupportPeriodLength,
        Self::SupportPeriodRationale,
        Self::SupportOffer,
        Self::Instructions,
        Self::InstructionLanguages,
        Self::SbomOffered,
        Self::UpdateDistribution,
        Self::ProductionProcess,
        Self::Design,
        Self::Illustrations,
        Self::TestReports,
        Self::AppliedStandards,
        Self::RemoteServices,
        Self::ConformityProcedure,
        Self::NotifiedBody,
        Self::DeclarationSigned,
        Self::DeclarationSupplied,
        Self::CeMarking,
        Self::SupplierCheck,
        Self::WarningsGiven,
        Self::OwnContact,
        Self::SupplyChainRecord,
        Self::Mandate,
    ];

    /// What it is called.
    pub fn name(self) -> Text {
        match self {
            Self::ScopeFacts => text!("law-evidence-scope-facts"),
            Self::RoleFacts => text!("law-evidence-role-facts"),
            Self::CoreFunctionality => text!("law-evidence-core-functionality"),
            Self::RiskAssessment => text!("law-evidence-risk-assessment"),
            Self::RiskAssessmentContent => text!("law-evidence-risk-assessment-content"),
            Self::RequirementDecision => text!("law-evidence-requirement-decision"),
            Self::RequirementMatrix => text!("law-evidence-requirement-matrix"),
            Self::Justifications => text!("law-evidence-justifications"),
            Self::Sbom => text!("law-evidence-sbom"),
            Self::ComponentsChecked => text!("law-evidence-components-checked"),
            Self::ReleaseGate => text!("law-evidence-release-gate"),
            Self::FindingsResolved => text!("law-evidence-findings-resolved"),
            Self::Record => text!("law-evidence-record"),
            Self::HandlingProcess => text!("law-evidence-handling-process"),
            Self::DisclosurePolicy => text!("law-evidence-disclosure-policy"),
            Self::VulnerabilityReports => text!("law-evidence-vulnerability-reports"),
            Self::Advisories => text!("law-evidence-advisories"),
            Self::SinglePointOfContact => text!("law-evidence-single-point-of-contact"),
            Self::ManufacturerIdentity => text!("law-evidence-manufacturer-identity"),
            Self::ProductIdentification => text!("law-evidence-product-identification"),
            Self::IntendedPurpose => text!("law-evidence-intended-purpose"),
            Self::SecurityProperties => text!("law-evidence-security-properties"),
            Self::RiskCircumstances => text!("law-evidence-risk-circumstances"),
            Self::SupportPeriodEnd => text!("law-evidence-support-period-end"),
            Self::SupportPeriodLength => text!("law-evidence-support-period-length"),
            Self::SupportPeriodRationale => text!("law-evidence-support-period-rationale"),
            Self::SupportOffer => text!("law-evidence-support-offer"),
            Self::Instructions => text!("law-evidence-instructions"),
            Self::InstructionLanguages => text!("law-evidence-instruction-languages"),
            Self::SbomOffered => text!("law-evidence-sbom-offered"),
            Self::UpdateDistribution => text!("law-evidence-update-distribution"),
            Self::ProductionProcess => text!("law-evidence-production-process"),
            Self::Design => text!("law-evidence-design"),
            Self::Illustrations => text!("law-evidence-illustrations"),
            Self::TestReports => text!("law-evidence-test-reports"),
            Self::AppliedStandards => text!("law-evidence-applied-standards"),
            Self::RemoteServices => text!("law-evidence-remote-services"),
            Self::ConformityProcedure => text!("law-evidence-conformity-procedure"),
            Self::NotifiedBody => text!("law-evidence-notified-body"),
            Self::DeclarationSigned => text!("law-evidence-declaration-signed"),
            Self::DeclarationSupplied => text!("law-evidence-declaration-supplied"),
            Self::CeMarking => text!("law-evidence-ce-marking"),
            Self::SupplierCheck => text!("duties-evidence-supplier-check"),
            Self::WarningsGiven => text!("duties-evidence-warnings-given"),
            Self::OwnContact => text!("duties-evidence-own-contact"),
            Self::SupplyChainRecord => text!("duties-evidence-supply-chain-record"),
            Self::Mandate => text!("duties-evidence-mandate"),
        }
    }

    /// What to write in the dossier, or which file to add, so that it is there.
    pub fn closes_by(self) -> Text {
        match self {
            Self::ScopeFacts => text!("law-evidence-scope-facts-add"),
            Self::RoleFacts => text!("law-evidence-role-facts-add"),
            Self::CoreFunctionality => text!("law-evidence-core-functionality-add"),
            Self::RiskAssessment => text!("law-evidence-risk-assessment-add"),
            Self::RiskAssessmentContent => text!("law-evidence-risk-assessment-content-add"),
            Self::RequirementDecision => text!("law-evidence-requirement-decision-add"),
            Self::RequirementMatrix => text!("law-evidence-requirement-matrix-add"),
            Self::Justifications => text!("law-evidence-justifications-add"),
            Self::Sbom => text!("law-evidence-sbom-add"),
            Self::ComponentsChecked => text!("law-evidence-components-checked-add"),
            Self::ReleaseGate => text!("law-evidence-release-gate-add"),
            Self::FindingsResolved => text!("law-evidence-findings-resolved-add"),
            Self::Record => text!("law-evidence-record-add"),
            Self::HandlingProcess => text!("law-evidence-handling-process-add"),
            Self::DisclosurePolicy => text!("law-evidence-disclosure-policy-add"),
            Self::VulnerabilityReports => text!("law-evidence-vulnerability-reports-add"),
            Self::Advisories => text!("law-evidence-advisories-add"),
            Self::SinglePointOfContact => text!("law-evidence-single-point-of-contact-add"),
            Self::ManufacturerIdentity => text!("law-evidence-manufacturer-identity-add"),
            Self::ProductIdentification => text!("law-evidence-product-identification-add"),
            Self::IntendedPurpose => text!("law-evidence-intended-purpose-add"),
            Self::SecurityProperties => text!("law-evidence-security-properties-add"),
            Self::RiskCircumstances => text!("law-evidence-risk-circumstances-add"),
            Self::SupportPeriodEnd => text!("law-evidence-support-period-end-add"),
            Self::SupportPeriodLength => text!("law-evidence-support-period-length-add"),
            Self::SupportPeriodRationale => text!("law-evidence-support-period-rationale-add"),
            Self::SupportOffer => text!("law-evidence-support-offer-add"),
            Self::Instructions => text!("law-evidence-instructions-add"),
            Self::InstructionLanguages => text!("law-evidence-instruction-languages-add"),
            Self::SbomOffered => text!("law-evidence-sbom-offered-add"),
            Self::UpdateDistribution => text!("law-evidence-update-distribution-add"),
            Self::ProductionProcess => text!("law-evidence-production-process-add"),
            Self::Design => text!("law-evidence-design-add"),
            Self::Illustrations => text!("law-evidence-illustrations-add"),
            Self::TestReports => text!("law-evidence-test-reports-add"),
            Self::AppliedStandards => text!("law-evidence-applied-standards-add"),
            Self::RemoteServices => text!("law-evidence-remote-services-add"),
            Self::ConformityProcedure => text!("law-evidence-conformity-procedure-add"),
            Self::NotifiedBody => text!("law-evidence-notified-body-add"),
            Self::DeclarationSigned => text!("law-evidence-declaration-signed-add"),
            Self::DeclarationSupplied => text!("law-evidence-declaration-supplied-add"),
            Self::CeMarking => text!("law-evidence-ce-marking-add"),
            Self::SupplierCheck => text!("duties-evidence-supplier-check-add"),
            Self::WarningsGiven => text!("duties-evidence-warnings-given-add"),
            Self::OwnContact => text!("duties-evidence-own-contact-add"),
            Self::SupplyChainRecord => text!("duties-evidence-supply-chain-record-add"),
            Self::Mandate => text!("duties-evidence-mandate-add"),
        }
    }
}
