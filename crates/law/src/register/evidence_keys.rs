//! Which keys of the dossier bring a kind of evidence, for the manual and for whoever explains an obligation.

use crate::register::evidence_kind::EvidenceKind;

impl EvidenceKind {
    /// The keys of `proofmark.toml`; a table stands for the keys in it.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::ScopeFacts => &["scope", "remote_services"],
            Self::RoleFacts => &["operator.activity", "operator.established_in"],
            Self::CoreFunctionality => &["product.core_functionality"],
            Self::RiskAssessment => &["risk_assessment.document", "risk_assessment.reviewed_on"],
            Self::RiskAssessmentContent => &[
                "risk_assessment.covers_use",
                "risk_assessment.covers_conditions",
                "risk_assessment.covers_time_in_use",
            ],
            Self::RequirementDecision | Self::RequirementMatrix | Self::Justifications => &["requirements"],
            Self::Sbom => &["release.sbom"],
            Self::ComponentsChecked => &["release.sbom", "checked_otherwise"],
            Self::ReleaseGate | Self::FindingsResolved => &["release.sbom", "vulnerability_decisions"],
            Self::Record => &["evidence", "authority_requests"],
            Self::HandlingProcess => &["technical_documentation.vulnerability_handling"],
            Self::DisclosurePolicy => &["contact.disclosure_policy"],
            Self::VulnerabilityReports => &["contact.vulnerability_reports"],
            Self::Advisories => &["contact.advisories"],
            Self::SinglePointOfContact => &["contact.single_point_of_contact", "contact.reaches_a_person"],
            Self::ManufacturerIdentity => &["operator.postal_address", "operator.email"],
            Self::ProductIdentification => &["product.type_designation", "product.identified_by"],
            Self::IntendedPurpose => &["product.intended_purpose"],
            Self::SecurityProperties => &[
                "product.security_environment",
                "product.essential_functionalities",
                "product.security_properties",
            ],
            Self::RiskCircumstances => &["product.risk_circumstances"],
            Self::SupportPeriodEnd => &["support_period.ends_on"],
            Self::SupportPeriodLength => &[
                "support_period.ends_on",
                "support_period.expected_use_years",
                "release.placed_on_the_market_on",
            ],
            Self::SupportPeriodRationale => {
                &["support_period.expected_use_years", "support_period.rationale", "support_period.record"]
            }
            Self::SupportOffer => &["support_period.offers"],
            Self::Instructions => &["instructions"],
            Self::InstructionLanguages => &["instructions.languages"],
            Self::SbomOffered => &["instructions.sbom_at"],
            Self::UpdateDistribution => &["technical_documentation.update_distribution"],
            Self::ProductionProcess => &["technical_documentation.production"],
            Self::Design => &["technical_documentation.design"],
            Self::Illustrations => &["product.illustrations"],
            Self::TestReports => &["technical_documentation.test_reports"],
            Self::AppliedStandards => &["conformity.standards", "requirements"],
            Self::RemoteServices => &["remote_services"],
            Self::ConformityProcedure => &["conformity.procedure", "conformity.completed_on"],
            Self::NotifiedBody => &["conformity.notified_body"],
            Self::DeclarationSigned => &["conformity.signatory"],
            Self::DeclarationSupplied => &["conformity.declaration_at"],
            Self::CeMarking => &["conformity.ce_marking_on"],
            Self::SupplierCheck => &["supplier_check"],
            Self::WarningsGiven => &[
                "supplier_check.manufacturer_informed_on",
                "supplier_check.authority_informed_on",
                "supplier_check.users_informed_on",
            ],
            Self::OwnContact => {
                &["operator.postal_address", "operator.email", "supplier_check.importer_contact"]
            }
            Self::SupplyChainRecord => &["supply_chain"],
            Self::Mandate => {
                &["operator.authorised_representative.mandate", "operator.authorised_representative.tasks"]
            }
        }
    }
}
