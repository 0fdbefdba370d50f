//! `[supplier_check]`: what an importer or a distributor checked before passing a product on.

use proofmark_facts::{CheckedPoint, SupplierCheck};

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[supplier_check]`.
pub(super) const SUPPLIER_CHECK: &[Key] = &[
    Key::new("checked_by", Kind::Line, "\"A. Person\"", "Who checked.", "Articles 19(2) and 20(2)"),
    Key::new("checked_on", Kind::Date, "2028-01-10", "The day of the check.", "Articles 19(2) and 20(2)"),
    Key::new(
        "covers",
        Kind::Line,
        "\"batch 2028-03\"",
        "Which unit, batch or version was checked.",
        "Articles 19(2) and 20(2)",
    ),
    Key::new(
        "importer_in_chain",
        Kind::Flag,
        "true",
        "An importer placed the product on the market.",
        "Article 20(2)(b)",
    ),
    Key::new(
        "non_conformity_suspected",
        Kind::Flag,
        "false",
        "There is reason to believe that product or processes do not conform.",
        "Articles 19(3) and 20(3)",
    ),
    Key::new(
        "significant_risk",
        Kind::Flag,
        "false",
        "The product presents a significant cybersecurity risk.",
        "Articles 19(3) and 20(3)",
    ),
    Key::new(
        "non_technical_risk",
        Kind::Flag,
        "false",
        "Risk factors that are not technical give reason for concern.",
        "Article 19(3)",
    ),
    Key::new(
        "vulnerability_known",
        Kind::Flag,
        "false",
        "You know of a vulnerability in the product.",
        "Articles 19(5) and 20(4)",
    ),
    Key::new(
        "manufacturer_ceased",
        Kind::Flag,
        "false",
        "The manufacturer has ceased operations and cannot meet its duties.",
        "Articles 19(8) and 20(6)",
    ),
    Key::new(
        "manufacturer_informed_on",
        Kind::Date,
        "2028-02-02",
        "The day on which you told the manufacturer.",
        "Articles 19(3), 19(5), 20(3) and 20(4)",
    ),
    Key::new(
        "authority_informed_on",
        Kind::Date,
        "2028-02-02",
        "The day on which you told the market surveillance authorities.",
        "Articles 19 and 20",
    ),
    Key::new(
        "users_informed_on",
        Kind::Date,
        "2028-02-02",
        "The day on which you told the users.",
        "Articles 19(8) and 20(6)",
    ),
    Key::table(
        "conformity_procedure",
        Kind::Table(POINT),
        "The manufacturer carried out the conformity assessment procedure.",
        "Article 19(2)(a)",
    ),
    Key::table(
        "technical_documentation",
        Kind::Table(POINT),
        "The manufacturer drew up the technical documentation.",
        "Article 19(2)(b)",
    ),
    Key::table(
        "ce_marking",
        Kind::Table(POINT),
        "The product bears the CE marking.",
        "Articles 19(2)(c) and 20(2)(a)",
    ),
    Key::table(
        "declaration",
        Kind::Table(POINT),
        "The declaration of conformity, or the simplified one, comes with the product.",
        "Articles 13(20), 19(2)(c) and 20(2)(b)",
    ),
    Key::table(
        "user_information",
        Kind::Table(POINT),
        "The information of Annex II comes with the product.",
        "Articles 13(18), 19(2)(c) and 20(2)(b)",
    ),
    Key::table(
        "user_information_language",
        Kind::Table(POINT),
        "That information is in a language users and authorities understand easily.",
        "Articles 13(18) and 19(2)(c)",
    ),
    Key::table(
        "product_identification",
        Kind::Table(POINT),
        "A type, batch or serial number or another mark identifies the product.",
        "Article 13(15)",
    ),
    Key::table(
        "manufacturer_contact",
        Kind::Table(POINT),
        "The manufacturer's name and contact are on the product, its packaging or a document with it.",
        "Article 13(16)",
    ),
    Key::table(
        "support_period_end",
        Kind::Table(POINT),
        "The end of the support period is stated, month and year at least.",
        "Article 13(19)",
    ),
    Key::table(
        "importer_contact",
        Kind::Table(POINT),
        "The importer's name and contact are on the product, its packaging or a document with it.",
        "Article 19(4)",
    ),
    Key::table(
        "documents_provided",
        Kind::Table(POINT),
        "Manufacturer and importer handed over every document that is needed.",
        "Article 20(2)(b)",
    ),
];

const POINT: &[Key] = &[
    Key::new(
        "holds",
        Kind::Flag,
        "true",
        "Whether it is so; left out, it was not checked.",
        "Articles 19(2) and 20(2)",
    ),
    Key::new(
        "evidence",
        Kind::Many(&Kind::Path),
        "[\"checks/label.jpg\"]",
        "What was seen: photographs, copies, records.",
        "Article 19(2)",
    ),
    Key::new("says", Kind::Text, "\"Seen on the label of ten units.\"", "What was seen, in words.", ""),
];

pub(super) fn read_supplier_check(table: &mut Table<'_>) -> SupplierCheck {
    let mut point = |name| table.section(name, read_point).unwrap_or_default();
    SupplierCheck {
        conformity_procedure: point("conformity_procedure"),
        technical_documentation: point("technical_documentation"),
        ce_marking: point("ce_marking"),
        declaration: point("declaration"),
        user_information: point("user_information"),
        user_information_language: point("user_information_language"),
        product_identification: point("product_identification"),
        manufacturer_contact: point("manufacturer_contact"),
        support_period_end: point("support_period_end"),
        importer_contact: point("importer_contact"),
        documents_provided: point("documents_provided"),
        checked_by: table.text("checked_by"),
        checked_on: table.date("checked_on"),
        covers: table.text("covers"),
        importer_in_chain: table.flag("importer_in_chain"),
        non_conformity_suspected: table.flag("non_conformity_suspected"),
        significant_risk: table.flag("significant_risk"),
        non_technical_risk: table.flag("non_technical_risk"),
        vulnerability_known: table.flag("vulnerability_known"),
        manufacturer_ceased: table.flag("manufacturer_ceased"),
        manufacturer_informed_on: table.date("manufacturer_informed_on"),
        authority_informed_on: table.date("authority_informed_on"),
        users_informed_on: table.date("users_informed_on"),
    }
}

fn read_point(table: &mut Table<'_>) -> CheckedPoint {
    CheckedPoint { holds: table.flag("holds"), evidence: table.texts("evidence"), says: table.text("says") }
}
