//! What the makers declare about conformity assessment, standards, the notified body and the declaration.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::certificate::Certificate;

/// Conformity assessment and declaration facts (Articles 27, 28, 30 and 32; Annexes V and VIII).
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Conformity {
    /// The chosen procedure.
    pub procedure: Option<Procedure>,
    /// When the procedure was completed with a positive result.
    pub completed_on: Option<Date>,
    /// Standards, common specifications and other technical specifications applied (Annex VII point 5).
    pub standards: Vec<AppliedStandard>,
    /// A European cybersecurity certificate of the product (Article 27(8) and (9), 32(1)(d)).
    pub certificate: Option<Certificate>,
    /// The notified body, where one is involved.
    pub notified_body: Option<NotifiedBody>,
    /// Other Union acts the same declaration covers (Article 28(3)), by reference.
    pub other_legislation: Vec<String>,
    /// The exact internet address of the full declaration (Article 13(20), Annex VI).
    pub declaration_at: Option<String>,
    /// Who signs the declaration.
    pub signatory: Option<Signatory>,
    /// Where the CE marking is affixed (Article 30(1)).
    pub ce_marking_on: Option<String>,
}

/// The procedures of Article 32(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub enum Procedure {
    /// Internal control (module A).
    #[serde(rename = "A")]
    InternalControl,
    /// EU-type examination (module B) followed by conformity to type (module C).
    #[serde(rename = "B+C")]
    TypeExamination,
    /// Full quality assurance (module H).
    #[serde(rename = "H")]
    FullQualityAssurance,
    /// A European cybersecurity certification scheme designated under Article 27(9).
    #[serde(rename = "certification")]
    Certification,
}

/// A standard or other specification the product was built to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AppliedStandard {
    /// Its reference, as `EN 18031-1:2024`.
    pub reference: String,
    /// Applied in full, or which parts.
    pub applied: Application,
    /// Which parts, when applied in part.
    pub parts: Option<String>,
    /// Whether its scope covers every risk of the core functionality (Article 27(1); guidance points 149 to 152).
    pub covers_core_functionality: Option<bool>,
    /// Restrictions with which its reference was cited that bear on this product, and how they are met otherwise.
    pub restrictions: Option<String>,
}

/// How far a standard was applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Application {
    /// Every applicable requirement of it.
    InFull,
    /// Some.
    InPart,
}

/// The notified body involved (Annex V point 7).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NotifiedBody {
    /// Its name.
    pub name: String,
    /// Its four-digit number.
    pub number: String,
    /// The certificate it issued.
    pub certificate: Option<String>,
}

/// Who signs for and on behalf of the manufacturer (Annex V point 8).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Signatory {
    /// Name.
    pub name: String,
    /// Function.
    pub function: Option<String>,
    /// Place of issue.
    pub place: Option<String>,
    /// Date of issue; `None`: not signed yet.
    pub signed_on: Option<Date>,
}
