//! The dossier: everything a product's makers declare about it, in one document.

use schemars::JsonSchema;
use serde::Serialize;

use crate::authority_request::AuthorityRequest;
use crate::component_decision::{CheckedOtherwise, VulnerabilityDecision};
use crate::conformity::Conformity;
use crate::contact::Contact;
use crate::declared_case::DeclaredCase;
use crate::evidence::DeclaredEvidence;
use crate::free_software::FreeSoftware;
use crate::instructions::Instructions;
use crate::modification::Modification;
use crate::operator::Operator;
use crate::other_certificate::OtherCertificate;
use crate::product::Product;
use crate::release::Release;
use crate::remote::RemoteService;
use crate::requirement::RequirementDecision;
use crate::risk_assessment::RiskAssessment;
use crate::scope::Scope;
use crate::security_update::SecurityUpdate;
use crate::supplier_check::SupplierCheck;
use crate::supply_chain::SupplyChain;
use crate::support_period::SupportPeriod;
use crate::technical::TechnicalDocumentation;

/// What the makers declare. Only identity is mandatory: what is not stated is shown as missing, never guessed.
///
/// The field names are the keys of `proofmark.toml`, so that a path such as `product.core_functionality` means
/// the same in a message, in the file and here.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Dossier {
    /// Who declares.
    pub operator: Operator,
    /// What is declared about.
    pub product: Product,
    /// Scope answers.
    pub scope: Scope,
    /// Free and open-source software facts; `None`: not declared as such.
    pub free_software: Option<FreeSoftware>,
    /// Remote services the product uses.
    pub remote_services: Vec<RemoteService>,
    /// The release under assessment.
    pub release: Release,
    /// The change that led to this release from an earlier one; `None`: not declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modification: Option<Modification>,
    /// The support period.
    pub support_period: SupportPeriod,
    /// Security updates made available.
    pub security_updates: Vec<SecurityUpdate>,
    /// Certificates on cybersecurity issued under other harmonisation law.
    pub other_certificates: Vec<OtherCertificate>,
    /// Who supplied the product, and to whom it went.
    pub supply_chain: SupplyChain,
    /// What an importer or distributor checked; `None`: nothing is declared about a check.
    pub supplier_check: Option<SupplierCheck>,
    /// Contacts.
    pub contact: Contact,
    /// The risk assessment.
    pub risk_assessment: RiskAssessment,
    /// Annex I decisions.
    pub requirements: Vec<RequirementDecision>,
    /// Conformity assessment and declaration.
    pub conformity: Conformity,
    /// Instructions and user information.
    pub instructions: Instructions,
    /// Technical documentation.
    pub technical_documentation: TechnicalDocumentation,
    /// What authorities asked or ordered.
    pub authority_requests: Vec<AuthorityRequest>,
    /// Further evidence.
    pub evidence: Vec<DeclaredEvidence>,
    /// Decisions on vulnerabilities.
    pub vulnerability_decisions: Vec<VulnerabilityDecision>,
    /// Components checked otherwise.
    pub checked_otherwise: Vec<CheckedOtherwise>,
    /// Vulnerabilities and incidents that may have to be notified.
    pub cases: Vec<DeclaredCase>,
    /// Advisory snapshots beside the dossier (files or folders), used beside the installation's own database.
    pub advisories: Vec<String>,
    /// The makers' rules and targets for findings, as a file beside the dossier.
    pub triage: Option<String>,
}

impl Dossier {
    /// A dossier that states nothing beyond whom, what and which release it is about.
    pub fn about(operator: Operator, product: Product, release: Release) -> Self {
        Self {
            operator,
            product,
            scope: Scope::default(),
            free_software: None,
            remote_services: Vec::new(),
            release,
            modification: None,
            support_period: SupportPeriod::default(),
            security_updates: Vec::new(),
            other_certificates: Vec::new(),
            supply_chain: SupplyChain::default(),
            supplier_check: None,
            authority_requests: Vec::new(),
            contact: Contact::default(),
            risk_assessment: RiskAssessment::default(),
            requirements: Vec::new(),
            conformity: Conformity::default(),
            instructions: Instructions::default(),
            technical_documentation: TechnicalDocumentation::default(),
            evidence: Vec::new(),
            vulnerability_decisions: Vec::new(),
            checked_otherwise: Vec::new(),
            cases: Vec::new(),
            advisories: Vec::new(),
            triage: None,
        }
    }
}
