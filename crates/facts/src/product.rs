//! The product with digital elements as its makers declare it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::classification::{AvaVan, DescribedAs};

/// What the product is and what it is for (Article 3(1), Annex II points 3 to 5, Annex VII point 1).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Product {
    /// Name, as users know it.
    pub name: String,
    /// Type or model designation (Article 13(15), Annex V point 1).
    pub type_designation: Option<String>,
    /// Where the type, batch or serial number is found on each unit, or how a software version names itself.
    pub identified_by: Option<String>,
    /// What kind of object it is.
    pub kind: ProductKind,
    /// Intended purpose (Article 3(23)): the use meant in instructions, sales material and documentation.
    pub intended_purpose: Option<String>,
    /// The security environment the manufacturer provides or presumes (Annex II point 4).
    pub security_environment: Option<String>,
    /// Essential functionalities (Annex II point 4).
    pub essential_functionalities: Vec<String>,
    /// Security properties (Annex II point 4).
    pub security_properties: Vec<String>,
    /// Circumstances that may lead to significant cybersecurity risks (Annex II point 5).
    pub risk_circumstances: Vec<String>,
    /// Reasonably foreseeable misuse that was considered (Article 3(25)).
    pub foreseeable_misuse: Vec<String>,
    /// The class the makers believe it has; the law decides, a contradiction is an error.
    pub declared_class: Option<DeclaredClass>,
    /// The single core functionality (Article 7(1); Commission guidance point 144).
    pub core_functionality: Option<CoreFunctionality>,
    /// Other categories of Annexes III and IV that were considered and why they do not fit.
    pub considered_categories: Vec<ConsideredCategory>,
    /// What sales material, instructions and technical documentation call the product.
    pub described_as: Option<DescribedAs>,
    /// A circuit: the attack potential it is designed to withstand.
    pub ava_van_level: Option<AvaVan>,
    /// A circuit: it has security functions meant to protect more than the chip itself.
    pub protects_beyond_the_chip: Option<bool>,
    /// A circuit: it shows, resists or answers tampering.
    pub tamper_protection: Option<bool>,
    /// Variants that share architecture, security design, purpose and risks (guidance points 174 to 177).
    pub variants: Vec<Variant>,
    /// Photographs or drawings of outside, marking and inside layout, as files (Annex VII point 1(c)).
    pub illustrations: Vec<String>,
    /// Meant to be integrated into other products (Annex II point 8(f)).
    pub meant_for_integration: Option<bool>,
    /// Tailor-made for one business user under explicitly agreed terms (Annex I, recital 64): the evidence file.
    pub tailor_made: Option<TailorMade>,
}

impl Product {
    /// A product of which only name and kind are stated.
    pub fn of_kind(name: impl Into<String>, kind: ProductKind) -> Self {
        Self {
            name: name.into(),
            type_designation: None,
            identified_by: None,
            kind,
            intended_purpose: None,
            security_environment: None,
            essential_functionalities: Vec::new(),
            security_properties: Vec::new(),
            risk_circumstances: Vec::new(),
            foreseeable_misuse: Vec::new(),
            declared_class: None,
            core_functionality: None,
            considered_categories: Vec::new(),
            described_as: None,
            ava_van_level: None,
            protects_beyond_the_chip: None,
            tamper_protection: None,
            variants: Vec::new(),
            illustrations: Vec::new(),
            meant_for_integration: None,
            tailor_made: None,
        }
    }
}

/// What kind of object the product is (Article 3(1), (4) to (7)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProductKind {
    /// Software supplied to the user that runs on, or as part of, the user's system.
    Software,
    /// Electronic hardware without software of its own.
    Hardware,
    /// Hardware with firmware or other software of the same manufacturer.
    HardwareWithSoftware,
    /// Software that only runs remotely: a service or website.
    RemoteService,
    /// Neither software nor hardware that processes, stores or transmits digital data.
    NotElectronic,
}

/// The class as declared by the makers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeclaredClass {
    /// In neither annex; the Regulation has no word for it, practice says "default".
    Default,
    /// Annex III class I.
    #[serde(rename = "important-I")]
    ImportantI,
    /// Annex III class II.
    #[serde(rename = "important-II")]
    ImportantII,
    /// Annex IV.
    Critical,
}

/// The main features without which the product could not meet its intended purpose.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CoreFunctionality {
    /// In the makers' words.
    pub is: String,
    /// The category of Annex III or IV it falls under, as `III.I.12`; `None`: none of them.
    pub category: Option<String>,
    /// The element of the category's technical description relied on, or why none fits.
    pub because: Option<String>,
    /// Which of the kinds the category's description names, as `router`.
    pub kind: Option<String>,
    /// What speaks against it.
    pub against: Option<String>,
    /// Where several categories match: why this one is the core functionality (guidance point 144).
    pub chosen_because: Option<String>,
}

/// A category that was looked at beside that of the core functionality.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ConsideredCategory {
    /// The category, as `III.II.2`.
    pub category: String,
    /// How the product stands to it.
    pub relation: CategoryRelation,
    /// Why: the element of the category's technical description relied on.
    pub because: String,
    /// What speaks against it.
    pub against: Option<String>,
    /// Which of the kinds the category's description names was looked at, as `network switch`.
    pub kind: Option<String>,
}

/// How a product stands to a category that was looked at (guidance points 140 to 144).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CategoryRelation {
    /// It matches as well; then one of the matching ones must be chosen, with reasons.
    Matches,
    /// A component with that functionality is integrated, or the function is ancillary.
    IntegratedOnly,
    /// The function is there beside the core functionality, without being a component with one of its own.
    AncillaryOnly,
    /// The product's core functionality substantially exceeds the category.
    SubstantiallyExceeds,
    /// The product's core functionality falls substantially short of it.
    FallsShort,
    /// What the product does beyond the category merely complements it, so that it still matches.
    MerelyComplements,
}

/// One variant covered by the same documentation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Variant {
    /// Its designation.
    pub name: String,
    /// What differs.
    pub differs_in: Option<String>,
    /// Whether it differs in components, configuration or enabled functions: then it is a product of its own.
    pub differs_in_makeup: Option<bool>,
    /// The day it was placed on the market, where that is another day.
    pub placed_on_the_market_on: Option<jiff::civil::Date>,
}

/// The two deviations a tailor-made product may agree on (Annex I Part I(2)(b), Part II(8)).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TailorMade {
    /// The particular business user.
    pub business_user: String,
    /// The written agreement, as a file.
    pub agreement: Option<String>,
    /// A configuration that is not secure by default was agreed.
    pub configuration_agreed: bool,
    /// Security updates against payment were agreed.
    pub paid_updates_agreed: bool,
}
