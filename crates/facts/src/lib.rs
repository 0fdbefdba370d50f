//! What is so: operators, products, releases, components, advisories, findings, decisions, evidence, and
//! what follows from them by arithmetic alone. This room must never ask what the law says of a fact, nor
//! read a file, a clock or a socket. Start reading at [`Dossier`], then [`Sbom`] and [`Finding`].

mod advisory;
mod beside;
mod component;
mod component_changes;
mod component_decision;
mod conformity;
mod contact;
mod country;
mod digest;
mod dossier;
mod evidence;
mod finding;
mod free_software;
mod instructions;
mod keeping;
mod modification;
mod operator;
mod problem;
mod product;
mod purl;
mod release;
mod remote;
mod requirement;
mod risk_assessment;
mod sbom;
mod scope;
mod severity;
mod slug;
mod support_period;
mod technical;

pub use advisory::{Advisory, Affected, AffectedRange, RangeEvent, RangeKind};
pub use beside::{Beside, BesideError};
pub use component::{Component, ComponentKind};
pub use component_changes::{ComponentChanges, MajorChange, VersionChange};
pub use component_decision::{CheckedOtherwise, VexJustification, VexStatus, VulnerabilityDecision};
pub use conformity::{Application, AppliedStandard, Conformity, NotifiedBody, Procedure, Signatory};
pub use contact::Contact;
pub use country::{Country, MEMBER_STATES, NotACountry};
pub use digest::{NotADigest, Sha256};
pub use dossier::Dossier;
pub use evidence::DeclaredEvidence;
pub use finding::{Exploited, Finding, KnownVulnerability, MatchRule, MatchedBy, Unchecked};
pub use free_software::FreeSoftware;
pub use instructions::Instructions;
pub use keeping::{Change, KeepError, Keeping, KeptLine, LinePlace};
pub use modification::{
    ChangeKind, ChangeMaker, Determination, Differing, ExplainedDifference, Foreseen, Modification, Upgrade,
};
pub use operator::{Activity, AuthorisedRepresentative, EnterpriseSize, Operator, Person};
pub use problem::{Place, Problem, Read, Weight};
pub use product::{
    CategoryRelation, ConsideredCategory, CoreFunctionality, DeclaredClass, Product, ProductKind, TailorMade,
    Variant,
};
pub use purl::{LONGEST_PURL_BYTES, NotAPurl, Purl};
pub use release::{Artefact, Release};
pub use remote::RemoteService;
pub use requirement::RequirementDecision;
pub use risk_assessment::RiskAssessment;
pub use sbom::{Paths, Sbom, SbomOrigin};
pub use scope::{AlsoGoverned, DataConnection, Scope, SparePart, Supply, TestVersion, UnionAct};
pub use severity::{Rating, Severity, SeverityVector};
pub use slug::slug;
pub use support_period::SupportPeriod;
pub use technical::{TechnicalDocumentation, TestReport};
