//! `[operator]`: who declares, and what they do with the product.

use proofmark_facts::{
    Activity, AuthorisedRepresentative, EnterpriseSize, MandatedTask, Operator, OtherRole, Person,
};

use super::enterprise::{ENTERPRISE, read_enterprise};
use super::key::{Key, Kind, Word, words};
use super::reporting_place::{REPORTING_PLACE, read_reporting_place};
use super::table::Table;

/// The keys of `[operator]`.
pub(super) const OPERATOR: &[Key] = &[
    Key::new(
        "name",
        Kind::Line,
        "\"Example GmbH\"",
        "Name, registered trade name or registered trademark.",
        "Article 13(16)",
    )
    .must(),
    Key::new(
        "trademark",
        Kind::Line,
        "\"Exampla\"",
        "The trademark the product is marketed under, if it is not the name.",
        "Article 13(16)",
    ),
    Key::new(
        "postal_address",
        Kind::Text,
        "\"Musterweg 1, 10115 Berlin, Germany\"",
        "The postal address at which the operator can be contacted.",
        "Article 13(16)",
    ),
    Key::new(
        "email",
        Kind::Reach,
        "\"info@example.com\"",
        "The email address or other digital contact.",
        "Article 13(16)",
    ),
    Key::new(
        "website",
        Kind::Url,
        "\"https://example.com\"",
        "The website, where there is one.",
        "Article 13(16)",
    ),
    Key::new(
        "established_in",
        Kind::Country,
        "\"DE\"",
        "The country of establishment.",
        "Article 3(13) to (17)",
    ),
    Key::new(
        "person",
        Kind::Word(words::<Person>),
        "\"legal\"",
        "Whether the operator is a natural or a legal person.",
        "Article 3(14)",
    ),
    Key::new(
        "enterprise_size",
        Kind::Word(words::<EnterpriseSize>),
        "\"small\"",
        "The size of the enterprise, linked and partner enterprises counted.",
        "Article 3(19)",
    ),
    Key::table(
        "enterprise",
        Kind::Table(ENTERPRISE),
        "The numbers behind the size of the enterprise, and behind the upper limit of a fine.",
        "Articles 3(19) and 64",
    ),
    Key::table(
        "activity",
        Kind::Table(ACTIVITY),
        "What the operator does with the product; the role follows from it.",
        "Article 3(12) to (17)",
    ),
    Key::table(
        "authorised_representative",
        Kind::Table(REPRESENTATIVE),
        "The authorised representative, if one has a written mandate; in a representative's own dossier, yourself.",
        "Article 18",
    ),
    Key::table(
        "reporting_place",
        Kind::Table(REPORTING_PLACE),
        "Where you stand in the Union, which decides whose coordinator you report to.",
        "Article 14(7)",
    ),
    Key::new(
        "brand_owner_established_in",
        Kind::Country,
        "\"CH\"",
        "Where the person is established whose name or trademark an imported product bears.",
        "Article 3(16)",
    ),
    Key::new(
        "for_other_products",
        Kind::Many(&Kind::Word(words::<OtherRole>)),
        "[\"steward\"]",
        "What you are for other products; a role counts for one product.",
        "Commission guidance points 72 to 74",
    ),
];

const ACTIVITY: &[Key] = &[
    Key::new(
        "develops_or_has_developed",
        Kind::Flag,
        "true",
        "Develops or manufactures the product, or has it designed, developed or manufactured.",
        "Article 3(13)",
    ),
    Key::new(
        "markets_under_own_name",
        Kind::Flag,
        "true",
        "Markets it under its own name or trademark.",
        "Article 3(13)",
    ),
    Key::new(
        "places_third_country_brand",
        Kind::Flag,
        "false",
        "Places on the market a product that bears the name of someone established outside the Union.",
        "Article 3(16)",
    ),
    Key::new(
        "distributes_unchanged",
        Kind::Flag,
        "false",
        "Makes it available later in the chain without affecting its properties.",
        "Article 3(17)",
    ),
    Key::new(
        "substantially_modifies",
        Kind::Flag,
        "false",
        "Substantially modifies a product that is already on the market.",
        "Articles 21 and 22",
    ),
    Key::new(
        "acts_under_written_mandate",
        Kind::Flag,
        "false",
        "Acts for the manufacturer under a written mandate.",
        "Article 18",
    ),
    Key::new(
        "only_intermediary",
        Kind::Flag,
        "false",
        "Only runs a marketplace or another intermediary service for it.",
        "Recital 78",
    ),
    Key::new(
        "runs_marketplace",
        Kind::Flag,
        "false",
        "Runs a marketplace or another intermediary service, whatever else it does.",
        "Recital 78",
    ),
    Key::new(
        "provides_fulfilment",
        Kind::Flag,
        "false",
        "Stores, packs, addresses or dispatches it for others.",
        "Recital 78",
    ),
    Key::new(
        "distributes_modified",
        Kind::Flag,
        "false",
        "Makes it available later in the chain after changing it.",
        "Article 21",
    ),
];

const REPRESENTATIVE: &[Key] = &[
    Key::new(
        "name",
        Kind::Line,
        "\"Example Representative SARL\"",
        "The representative's name.",
        "Article 3(15)",
    )
    .must(),
    Key::new(
        "postal_address",
        Kind::Text,
        "\"1 rue Exemple, 75001 Paris, France\"",
        "The representative's postal address.",
        "Annex V point 2",
    ),
    Key::new(
        "established_in",
        Kind::Country,
        "\"FR\"",
        "The Member State the representative is established in.",
        "Article 3(15)",
    ),
    Key::new("mandate", Kind::Path, "\"evidence/mandate.pdf\"", "The written mandate.", "Article 18(1)"),
    Key::new(
        "tasks",
        Kind::Many(&Kind::Word(words::<MandatedTask>)),
        "[\"keep-documents\", \"answer-authorities\", \"cooperate\"]",
        "Every task the mandate names. The first three must be among them, the last seven cannot be.",
        "Article 18(2) and (3), Annex VIII",
    ),
];

impl Word for Person {
    const WORDS: &'static [(&'static str, Self)] = &[("natural", Self::Natural), ("legal", Self::Legal)];
}

impl Word for OtherRole {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("manufacturer", Self::Manufacturer),
        ("importer", Self::Importer),
        ("distributor", Self::Distributor),
        ("authorised-representative", Self::AuthorisedRepresentative),
        ("steward", Self::Steward),
    ];
}

impl Word for EnterpriseSize {
    const WORDS: &'static [(&'static str, Self)] =
        &[("micro", Self::Micro), ("small", Self::Small), ("medium", Self::Medium), ("large", Self::Large)];
}

pub(super) fn read_operator(table: &mut Table<'_>) -> Operator {
    Operator {
        name: table.must_text("name"),
        trademark: table.text("trademark"),
        postal_address: table.text("postal_address"),
        email: table.text("email"),
        website: table.text("website"),
        established_in: table.country("established_in"),
        person: table.word("person"),
        enterprise_size: table.word("enterprise_size"),
        enterprise: table.section("enterprise", read_enterprise).unwrap_or_default(),
        activity: table.section("activity", read_activity).unwrap_or_default(),
        authorised_representative: table.optional("authorised_representative", read_representative),
        reporting_place: table.section("reporting_place", read_reporting_place).unwrap_or_default(),
        brand_owner_established_in: table.country("brand_owner_established_in"),
        for_other_products: table.words("for_other_products"),
    }
}

fn read_activity(table: &mut Table<'_>) -> Activity {
    Activity {
        develops_or_has_developed: table.flag("develops_or_has_developed"),
        markets_under_own_name: table.flag("markets_under_own_name"),
        places_third_country_brand: table.flag("places_third_country_brand"),
        distributes_unchanged: table.flag("distributes_unchanged"),
        substantially_modifies: table.flag("substantially_modifies"),
        acts_under_written_mandate: table.flag("acts_under_written_mandate"),
        only_intermediary: table.flag("only_intermediary"),
        runs_marketplace: table.flag("runs_marketplace"),
        provides_fulfilment: table.flag("provides_fulfilment"),
        distributes_modified: table.flag("distributes_modified"),
    }
}

fn read_representative(table: &mut Table<'_>) -> AuthorisedRepresentative {
    AuthorisedRepresentative {
        name: table.must_text("name"),
        postal_address: table.text("postal_address"),
        established_in: table.country("established_in"),
        mandate: table.text("mandate"),
        tasks: table.words("tasks"),
    }
}
