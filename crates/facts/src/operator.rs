//! The economic operator and what it does with the product: the facts the role test turns on.

use schemars::JsonSchema;
use serde::Serialize;

use crate::country::Country;
use crate::enterprise::Enterprise;
use crate::mandate::MandatedTask;
use crate::reporting_place::ReportingPlace;

/// Who declares: identity for the documents, and the facts that decide the role (Article 3(12) to (17)).
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Operator {
    /// Name, registered trade name or registered trademark.
    pub name: String,
    /// Trademark under which the product is marketed, if other than the name.
    pub trademark: Option<String>,
    /// Postal address at which the operator can be contacted (Article 13(16)).
    pub postal_address: Option<String>,
    /// Email address or other digital contact (Article 13(16)).
    pub email: Option<String>,
    /// Website, where available.
    pub website: Option<String>,
    /// Country of establishment.
    pub established_in: Option<Country>,
    /// Natural or legal person.
    pub person: Option<Person>,
    /// Size class (Recommendation 2003/361/EC), with linked and partner enterprises counted.
    pub enterprise_size: Option<EnterpriseSize>,
    /// The numbers behind the size class, and behind the upper limit of a fine.
    pub enterprise: Enterprise,
    /// What the operator does with the product.
    pub activity: Activity,
    /// The authorised representative, if one was mandated in writing (Article 18: optional).
    pub authorised_representative: Option<AuthorisedRepresentative>,
    /// Where it stands in the Union, which decides to whom it reports (Article 14(7)).
    pub reporting_place: ReportingPlace,
    /// Where the person is established whose name or trademark an imported product bears (Article 3(16)).
    pub brand_owner_established_in: Option<Country>,
    /// What the operator is for other products: a role counts per product (guidance points 72 to 74).
    pub for_other_products: Vec<OtherRole>,
}

impl Operator {
    /// An operator of whom only the name is stated.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Natural or legal person: a steward must be a legal one (Article 3(14)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Person {
    /// A human being.
    Natural,
    /// A company, association, foundation or other legal person.
    Legal,
}

/// Enterprise size (Article 3(19), Recommendation 2003/361/EC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EnterpriseSize {
    /// Fewer than 10 staff.
    Micro,
    /// Fewer than 50 staff.
    Small,
    /// Fewer than 250 staff.
    Medium,
    /// Anything larger.
    Large,
}

/// What the operator does; `None` means not stated. Several can be true at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Activity {
    /// Develops or manufactures the product, or has it designed, developed or manufactured (Article 3(13)).
    pub develops_or_has_developed: Option<bool>,
    /// Markets it under its own name or trademark (Article 3(13)).
    pub markets_under_own_name: Option<bool>,
    /// Places on the market a product bearing the name of someone established outside the Union (Article 3(16)).
    pub places_third_country_brand: Option<bool>,
    /// Makes the product available later in the chain without affecting its properties (Article 3(17)).
    pub distributes_unchanged: Option<bool>,
    /// Substantially modifies a product already on the market (Articles 21 and 22).
    pub substantially_modifies: Option<bool>,
    /// Acts for the manufacturer under a written mandate (Article 18).
    pub acts_under_written_mandate: Option<bool>,
    /// Only runs a marketplace or another intermediary service for it (recital 78).
    pub only_intermediary: Option<bool>,
    /// Runs a marketplace or another intermediary service, whatever else it does (recital 78).
    pub runs_marketplace: Option<bool>,
    /// Stores, packs, addresses or dispatches it for others (recital 78).
    pub provides_fulfilment: Option<bool>,
    /// Makes it available later in the chain after changing it (Article 21).
    pub distributes_modified: Option<bool>,
}

/// A role held for another product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OtherRole {
    /// Manufacturer of another product.
    Manufacturer,
    /// Importer of another product.
    Importer,
    /// Distributor of another product.
    Distributor,
    /// Authorised representative for another product.
    AuthorisedRepresentative,
    /// Steward of other software.
    Steward,
}

/// A person in the Union with a written mandate from the manufacturer (Article 3(15), Article 18).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AuthorisedRepresentative {
    /// Name.
    pub name: String,
    /// Postal address.
    pub postal_address: Option<String>,
    /// Member State of establishment.
    pub established_in: Option<Country>,
    /// The written mandate, as a file beside the dossier.
    pub mandate: Option<String>,
    /// Every task the mandate names; empty: not stated.
    pub tasks: Vec<MandatedTask>,
}
