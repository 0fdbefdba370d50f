//! What an importer or a distributor checked before passing a product on.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The check of Article 19(2) or 20(2), point by point; a point that is not stated was not checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SupplierCheck {
    /// Who checked.
    pub checked_by: Option<String>,
    /// On which day.
    pub checked_on: Option<Date>,
    /// Which unit, batch or version was checked.
    pub covers: Option<String>,
    /// The manufacturer carried out the conformity assessment procedure (Article 19(2)(a)).
    pub conformity_procedure: CheckedPoint,
    /// The manufacturer drew up the technical documentation (Article 19(2)(b)).
    pub technical_documentation: CheckedPoint,
    /// The product bears the CE marking (Articles 19(2)(c) and 20(2)(a)).
    pub ce_marking: CheckedPoint,
    /// The declaration, or the simplified one, comes with the product (Articles 13(20) and 19(2)(c)).
    pub declaration: CheckedPoint,
    /// The information of Annex II comes with the product (Articles 13(18) and 19(2)(c)).
    pub user_information: CheckedPoint,
    /// That information is in a language users and authorities understand easily.
    pub user_information_language: CheckedPoint,
    /// A type, batch or serial number or another mark identifies the product (Article 13(15)).
    pub product_identification: CheckedPoint,
    /// The manufacturer's name and contact are on the product, its packaging or a document (Article 13(16)).
    pub manufacturer_contact: CheckedPoint,
    /// The end of the support period is stated, month and year at least (Article 13(19)).
    pub support_period_end: CheckedPoint,
    /// The importer's name and contact are on the product, its packaging or a document (Article 19(4)).
    pub importer_contact: CheckedPoint,
    /// Manufacturer and importer handed over every document needed (Article 20(2)(b)).
    pub documents_provided: CheckedPoint,
    /// Whether an importer placed the product on the market; without one, there is no contact of it to look for.
    pub importer_in_chain: Option<bool>,
    /// There is reason to believe that product or processes do not conform (Articles 19(3) and 20(3)).
    pub non_conformity_suspected: Option<bool>,
    /// The product presents a significant cybersecurity risk (Articles 19(3) and 20(3)).
    pub significant_risk: Option<bool>,
    /// Risk factors that are not technical give reason for concern (Article 19(3)).
    pub non_technical_risk: Option<bool>,
    /// The supplier knows of a vulnerability in the product (Articles 19(5) and 20(4)).
    pub vulnerability_known: Option<bool>,
    /// The manufacturer has ceased operations and cannot meet its duties (Articles 19(8) and 20(6)).
    pub manufacturer_ceased: Option<bool>,
    /// The day on which the manufacturer was told.
    pub manufacturer_informed_on: Option<Date>,
    /// The day on which the market surveillance authorities were told.
    pub authority_informed_on: Option<Date>,
    /// The day on which users were told.
    pub users_informed_on: Option<Date>,
}

/// One point of the check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckedPoint {
    /// Whether it is so; `None`: not checked.
    pub holds: Option<bool>,
    /// What was seen, as files beside the dossier.
    pub evidence: Vec<String>,
    /// What was seen, in words.
    pub says: Option<String>,
}

impl SupplierCheck {
    /// Every file the check names.
    pub fn evidence(&self) -> impl Iterator<Item = &String> {
        [
            &self.conformity_procedure,
            &self.technical_documentation,
            &self.ce_marking,
            &self.declaration,
            &self.user_information,
            &self.user_information_language,
            &self.product_identification,
            &self.manufacturer_contact,
            &self.support_period_end,
            &self.importer_contact,
            &self.documents_provided,
        ]
        .into_iter()
        .flat_map(|point| &point.evidence)
    }
}
