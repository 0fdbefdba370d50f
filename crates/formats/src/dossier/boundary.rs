//! Keys of `[product]` that draw its boundary: variants, modules, the hardware it belongs to, tailor-made terms.

use proofmark_facts::{BelongsTo, Module, TailorMade, Variant};

use super::core_functionality::{CORE_FUNCTIONALITY, read_core_functionality};
use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one `[[product.variants]]`.
pub(super) const VARIANT: &[Key] = &[
    Key::new("name", Kind::Line, "\"EG-200 W\"", "The variant's designation.", "").must(),
    Key::new("differs_in", Kind::Text, "\"Wi-Fi instead of Ethernet\"", "What differs.", ""),
    Key::new(
        "differs_in_components",
        Kind::Flag,
        "false",
        "It differs in components, configuration or enabled functions.",
        "Commission guidance point 14",
    ),
    Key::new(
        "placed_on_the_market_on",
        Kind::Date,
        "2028-02-01",
        "The day it was, or will be, placed on the market, where that is another day than the release's.",
        "Article 3(21)",
    ),
    Key::new(
        "shares_architecture",
        Kind::Flag,
        "true",
        "It shares the architecture.",
        "Commission guidance points 174 to 177",
    ),
    Key::new(
        "shares_security_design",
        Kind::Flag,
        "true",
        "It shares the security design.",
        "Commission guidance points 174 to 177",
    ),
    Key::new(
        "shares_purpose",
        Kind::Flag,
        "true",
        "It shares the intended purpose.",
        "Commission guidance points 174 to 177",
    ),
    Key::new(
        "shares_risks",
        Kind::Flag,
        "true",
        "It shares the risks.",
        "Commission guidance points 174 to 177",
    ),
];

/// The keys of one `[[product.modules]]`.
pub(super) const MODULE: &[Key] = &[
    Key::new("name", Kind::Line, "\"Reporting\"", "The module's name.", "").must(),
    Key::new(
        "sold_separately",
        Kind::Flag,
        "true",
        "It is also sold, licensed or subscribed on its own.",
        "Commission guidance point 145",
    ),
    Key::table(
        "core_functionality",
        Kind::Table(CORE_FUNCTIONALITY),
        "The module's own core functionality.",
        "Commission guidance point 145",
    ),
];

/// The keys of `[product.belongs_to]`.
pub(super) const BELONGS_TO: &[Key] = &[
    Key::new(
        "hardware",
        Kind::Line,
        "\"Example Gateway\"",
        "The hardware product's name.",
        "Commission guidance point 25",
    )
    .must(),
    Key::new(
        "needed_to_use_it",
        Kind::Flag,
        "true",
        "That product cannot be operated, configured or used without this software.",
        "Commission guidance point 25",
    ),
    Key::new(
        "same_manufacturer",
        Kind::Flag,
        "true",
        "Both are of the same manufacturer.",
        "Commission guidance point 25",
    ),
];

/// The keys of `[product.tailor_made]`.
pub(super) const TAILOR_MADE: &[Key] = &[
    Key::new(
        "business_user",
        Kind::Line,
        "\"Stadtwerke Beispiel\"",
        "The particular user it was made for.",
        "Annex I, recital 64",
    )
    .must(),
    Key::new(
        "agreement",
        Kind::Path,
        "\"evidence/agreement.pdf\"",
        "The written agreement.",
        "Annex I, recital 64",
    ),
    Key::new(
        "configuration_agreed",
        Kind::Flag,
        "false",
        "A configuration that is not secure by default was agreed.",
        "Annex I Part I(2)(b)",
    ),
    Key::new(
        "paid_updates_agreed",
        Kind::Flag,
        "false",
        "Security updates against payment were agreed.",
        "Annex I Part II(8)",
    ),
    Key::new(
        "particular_purpose",
        Kind::Flag,
        "true",
        "It was fitted to a particular purpose.",
        "Annex I, recital 64",
    ),
    Key::new(
        "for_a_business",
        Kind::Flag,
        "true",
        "The user acts for a business, not as a consumer.",
        "Annex I, recital 64",
    ),
    Key::new(
        "explicitly_agreed",
        Kind::Flag,
        "true",
        "Both sides explicitly agreed on the different terms.",
        "Annex I, recital 64",
    ),
    Key::new(
        "more_than_minor_customising",
        Kind::Flag,
        "true",
        "What was fitted is more than a minor customising of a standard product.",
        "Annex I, recital 64",
    ),
    Key::new(
        "evidence_in_documentation",
        Kind::Flag,
        "true",
        "The technical documentation holds evidence that it is tailor-made.",
        "Annex I, recital 64",
    ),
    Key::new(
        "other_deviations",
        Kind::Many(&Kind::Text),
        "[\"No software bill of materials\"]",
        "Anything else the agreement sets aside of what Annex I asks; the Regulation allows none of it.",
        "Annex I, recital 64",
    ),
];

pub(super) fn read_variant(table: &mut Table<'_>) -> Variant {
    Variant {
        name: table.must_text("name"),
        differs_in: table.text("differs_in"),
        differs_in_components: table.flag("differs_in_components"),
        placed_on_the_market_on: table.date("placed_on_the_market_on"),
        shares_architecture: table.flag("shares_architecture"),
        shares_security_design: table.flag("shares_security_design"),
        shares_purpose: table.flag("shares_purpose"),
        shares_risks: table.flag("shares_risks"),
    }
}

pub(super) fn read_module(table: &mut Table<'_>) -> Module {
    Module {
        name: table.must_text("name"),
        sold_separately: table.flag("sold_separately"),
        core_functionality: table.optional("core_functionality", read_core_functionality),
    }
}

pub(super) fn read_belongs_to(table: &mut Table<'_>) -> BelongsTo {
    BelongsTo {
        hardware: table.must_text("hardware"),
        needed_to_use_it: table.flag("needed_to_use_it"),
        same_manufacturer: table.flag("same_manufacturer"),
    }
}

pub(super) fn read_tailor_made(table: &mut Table<'_>) -> TailorMade {
    TailorMade {
        business_user: table.must_text("business_user"),
        agreement: table.text("agreement"),
        configuration_agreed: table.is_stated("configuration_agreed"),
        paid_updates_agreed: table.is_stated("paid_updates_agreed"),
        particular_purpose: table.flag("particular_purpose"),
        for_a_business: table.flag("for_a_business"),
        explicitly_agreed: table.flag("explicitly_agreed"),
        more_than_minor_customising: table.flag("more_than_minor_customising"),
        evidence_in_documentation: table.flag("evidence_in_documentation"),
        other_deviations: table.texts("other_deviations"),
    }
}
