//! The product with digital elements as its makers declare it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::classification::{AvaVan, DescribedAs};

/// What the product is and what it is for (Article 3(1), Annex II points 3 to 5, Annex VII point 1).
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
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
    /// Modules of the product, sold separately or not (guidance point 145).
    pub modules: Vec<Module>,
    /// Several things sold together as one product (guidance points 29 to 32).
    pub complex_system: Option<bool>,
    /// Software that a hardware product needs (guidance point 25).
    pub belongs_to: Option<BelongsTo>,
    /// Whether the product uses any remote service at all: "none" and silence differ (guidance point 204).
    pub uses_remote_services: Option<bool>,
}

impl Product {
    /// A product of which only name and kind are stated.
    pub fn of_kind(name: impl Into<String>, kind: ProductKind) -> Self {
        Self { name: name.into(), kind, ..Self::default() }
    }
}

/// What kind of object the product is (Article 3(1), (4) to (7)).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProductKind {
    /// Software supplied to the user that runs on, or as part of, the user's system.
    #[default]
    Software,
    /// Electronic hardware without software of its own.
    Hardware,
    /// Hardware with firmware or other software of the same manufacturer.
    HardwareWithSoftware,
    /// Software that only runs remotely: a service or website.
    RemoteService,
    /// Source code licensed to a customer as a product (guidance point 23).
    SourceCode,
    /// Code that teaches or is not finished: no product on the market (guidance point 24).
    TutorialCode,
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

/// One variant covered by the same documentation. `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Variant {
    /// Its designation.
    pub name: String,
    /// What differs.
    pub differs_in: Option<String>,
    /// It differs in components, configuration or enabled functions (guidance point 14).
    pub differs_in_components: Option<bool>,
    /// The day it was placed on the market, where that is another day.
    pub placed_on_the_market_on: Option<jiff::civil::Date>,
    /// It shares the architecture.
    pub shares_architecture: Option<bool>,
    /// It shares the security design.
    pub shares_security_design: Option<bool>,
    /// It shares the intended purpose.
    pub shares_purpose: Option<bool>,
    /// It shares the risks.
    pub shares_risks: Option<bool>,
}

/// A module of the product. `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Module {
    /// Its name.
    pub name: String,
    /// It is also sold, licensed or subscribed on its own.
    pub sold_separately: Option<bool>,
    /// Its own core functionality.
    pub core_functionality: Option<CoreFunctionality>,
}

/// The hardware product a piece of software belongs to. `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct BelongsTo {
    /// The hardware product's name.
    pub hardware: String,
    /// That product cannot be operated, configured or used without this software.
    pub needed_to_use_it: Option<bool>,
    /// Both are of the same manufacturer.
    pub same_manufacturer: Option<bool>,
}

/// The two deviations a tailor-made product may agree on (Annex I Part I(2)(b), Part II(8)).
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct TailorMade {
    /// The particular user it was made for.
    pub business_user: String,
    /// The written agreement, as a file.
    pub agreement: Option<String>,
    /// A configuration that is not secure by default was agreed.
    pub configuration_agreed: bool,
    /// Security updates against payment were agreed.
    pub paid_updates_agreed: bool,
    /// It was fitted to a particular purpose.
    pub particular_purpose: Option<bool>,
    /// The user acts for a business, not as a consumer.
    pub for_a_business: Option<bool>,
    /// Both sides explicitly agreed on the different terms.
    pub explicitly_agreed: Option<bool>,
    /// What was fitted is more than a minor customising of a standard product.
    pub more_than_minor_customising: Option<bool>,
    /// The technical documentation holds evidence that it is tailor-made.
    pub evidence_in_documentation: Option<bool>,
    /// Anything else the agreement sets aside of what Annex I asks.
    pub other_deviations: Vec<String>,
}
