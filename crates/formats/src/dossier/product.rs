//! `[product]`: what the product is and what it is for.

use proofmark_facts::{AvaVan, CategoryRelation, ConsideredCategory, DeclaredClass, Product, ProductKind};

use super::boundary::{
    BELONGS_TO, MODULE, TAILOR_MADE, VARIANT, read_belongs_to, read_module, read_tailor_made, read_variant,
};
use super::classification::{DESCRIBED_AS, read_described_as};
use super::core_functionality::{CORE_FUNCTIONALITY, read_core_functionality};
use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[product]`.
pub(super) const PRODUCT: &[Key] = &[
    Key::new(
        "name",
        Kind::Line,
        "\"Example Gateway\"",
        "The product's name, as users know it.",
        "Annex II point 3",
    )
    .must(),
    Key::new(
        "type_designation",
        Kind::Line,
        "\"EG-200\"",
        "The type or model designation.",
        "Article 13(15)",
    ),
    Key::new(
        "identified_by",
        Kind::Text,
        "\"Serial number on the label under the housing\"",
        "Where the type, batch or serial number is found, or how a software version names itself.",
        "Article 13(15)",
    ),
    Key::new(
        "kind",
        Kind::Word(words::<ProductKind>),
        "\"hardware-with-software\"",
        "What kind of object it is.",
        "Article 3(1)",
    )
    .must(),
    Key::new(
        "intended_purpose",
        Kind::Text,
        "\"Connects sensors of one building to its control system.\"",
        "The use meant in instructions, sales material and documentation.",
        "Article 3(23)",
    ),
    Key::new(
        "security_environment",
        Kind::Text,
        "\"A building network behind a firewall.\"",
        "The security environment you provide or presume.",
        "Annex II point 4",
    ),
    Key::new(
        "essential_functionalities",
        Kind::Many(&Kind::Text),
        "[\"Collects sensor values\", \"Forwards commands\"]",
        "The essential functionalities.",
        "Annex II point 4",
    ),
    Key::new(
        "security_properties",
        Kind::Many(&Kind::Text),
        "[\"Mutual TLS\", \"Signed updates\"]",
        "The security properties.",
        "Annex II point 4",
    ),
    Key::new(
        "risk_circumstances",
        Kind::Many(&Kind::Text),
        "[\"Exposing the service port to the internet\"]",
        "Circumstances that may lead to significant cybersecurity risks.",
        "Annex II point 5",
    ),
    Key::new(
        "foreseeable_misuse",
        Kind::Many(&Kind::Text),
        "[\"Use as an internet router\"]",
        "Reasonably foreseeable misuse that was considered.",
        "Article 3(25)",
    ),
    Key::new(
        "declared_class",
        Kind::Word(words::<DeclaredClass>),
        "\"default\"",
        "The class you believe it has; where the law decides otherwise, you are told.",
        "Articles 7 and 8",
    ),
    Key::table(
        "core_functionality",
        Kind::Table(CORE_FUNCTIONALITY),
        "The single core functionality.",
        "Article 7(1)",
    ),
    Key::table(
        "considered_categories",
        Kind::Rows(CONSIDERED_CATEGORY),
        "Another category of Annex III or IV that was considered, and how the product stands to it.",
        "Articles 7 and 8",
    ),
    Key::table(
        "described_as",
        Kind::Table(DESCRIBED_AS),
        "What sales material, instructions and technical documentation call the product: a category, or words.",
        "Commission guidance points 142 and 143",
    ),
    Key::new(
        "ava_van_level",
        Kind::Word(words::<AvaVan>),
        "\"AVA_VAN.3\"",
        "For a circuit: the attack potential (Common Criteria) it is designed to withstand.",
        "Implementing Regulation (EU) 2025/2392",
    ),
    Key::new(
        "protects_beyond_the_chip",
        Kind::Flag,
        "true",
        "For a circuit: its security functions are meant to protect more than the chip itself.",
        "Implementing Regulation (EU) 2025/2392",
    ),
    Key::new(
        "tamper_protection",
        Kind::Flag,
        "false",
        "For a circuit: it shows, resists or answers tampering.",
        "Implementing Regulation (EU) 2025/2392",
    ),
    Key::table(
        "variants",
        Kind::Rows(VARIANT),
        "A variant that shares architecture, security design, purpose and risks.",
        "Commission guidance points 174 to 177",
    ),
    Key::new(
        "illustrations",
        Kind::Many(&Kind::Path),
        "[\"illustrations/front.png\", \"illustrations/label.png\"]",
        "Photographs or drawings of outside, marking and inside layout.",
        "Annex VII point 1(c)",
    ),
    Key::new(
        "meant_for_integration",
        Kind::Flag,
        "false",
        "It is meant to be integrated into other products.",
        "Annex II point 8(f)",
    ),
    Key::table(
        "tailor_made",
        Kind::Table(TAILOR_MADE),
        "The product is tailor-made for one business user under agreed terms.",
        "Annex I, recital 64",
    ),
    Key::table(
        "modules",
        Kind::Rows(MODULE),
        "A module of the product; one that is also sold on its own is a product of its own.",
        "Commission guidance point 145",
    ),
    Key::new(
        "complex_system",
        Kind::Flag,
        "false",
        "Several things are sold together as one product.",
        "Commission guidance points 29 to 32",
    ),
    Key::table(
        "belongs_to",
        Kind::Table(BELONGS_TO),
        "The hardware product of yours that this software is needed for.",
        "Commission guidance point 25",
    ),
    Key::new(
        "uses_remote_services",
        Kind::Flag,
        "true",
        "Whether the product relies on any remote service; say `false` where it relies on none.",
        "Commission guidance point 204",
    ),
];

const CONSIDERED_CATEGORY: &[Key] = &[
    Key::new("category", Kind::Line, "\"III.II.2\"", "The category.", "Annexes III and IV").must(),
    Key::new(
        "relation",
        Kind::Word(words::<CategoryRelation>),
        "\"integrated-only\"",
        "How the product stands to it.",
        "Commission guidance points 141 to 144",
    )
    .must(),
    Key::new(
        "because",
        Kind::Text,
        "\"The firewall protects the gateway itself only.\"",
        "Why: the element of the category's description relied on.",
        "Commission guidance points 141 to 144",
    )
    .must(),
    Key::new(
        "against",
        Kind::Text,
        "\"It can be set up to filter traffic for other devices.\"",
        "What speaks against this.",
        "Commission guidance points 141 to 144",
    ),
    Key::new(
        "kind",
        Kind::Line,
        "\"network firewall\"",
        "Which of the kinds the category's description names was looked at.",
        "Implementing Regulation (EU) 2025/2392",
    ),
];

impl Word for ProductKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("software", Self::Software),
        ("hardware", Self::Hardware),
        ("hardware-with-software", Self::HardwareWithSoftware),
        ("remote-service", Self::RemoteService),
        ("source-code", Self::SourceCode),
        ("tutorial-code", Self::TutorialCode),
        ("not-electronic", Self::NotElectronic),
    ];
}

impl Word for DeclaredClass {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("default", Self::Default),
        ("important-I", Self::ImportantI),
        ("important-II", Self::ImportantII),
        ("critical", Self::Critical),
    ];
}

impl Word for CategoryRelation {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("integrated-only", Self::IntegratedOnly),
        ("ancillary-only", Self::AncillaryOnly),
        ("substantially-exceeds", Self::SubstantiallyExceeds),
        ("falls-short", Self::FallsShort),
        ("merely-complements", Self::MerelyComplements),
        ("matches", Self::Matches),
    ];
}

pub(super) fn read_product(table: &mut Table<'_>) -> Product {
    Product {
        name: table.must_text("name"),
        type_designation: table.text("type_designation"),
        identified_by: table.text("identified_by"),
        kind: table.must_word("kind"),
        intended_purpose: table.text("intended_purpose"),
        security_environment: table.text("security_environment"),
        essential_functionalities: table.texts("essential_functionalities"),
        security_properties: table.texts("security_properties"),
        risk_circumstances: table.texts("risk_circumstances"),
        foreseeable_misuse: table.texts("foreseeable_misuse"),
        declared_class: table.word("declared_class"),
        core_functionality: table.optional("core_functionality", read_core_functionality),
        considered_categories: table.rows("considered_categories", read_considered_category),
        described_as: table.optional("described_as", read_described_as),
        ava_van_level: table.word("ava_van_level"),
        protects_beyond_the_chip: table.flag("protects_beyond_the_chip"),
        tamper_protection: table.flag("tamper_protection"),
        variants: table.rows("variants", read_variant),
        illustrations: table.texts("illustrations"),
        meant_for_integration: table.flag("meant_for_integration"),
        tailor_made: table.optional("tailor_made", read_tailor_made),
        modules: table.rows("modules", read_module),
        complex_system: table.flag("complex_system"),
        belongs_to: table.optional("belongs_to", read_belongs_to),
        uses_remote_services: table.flag("uses_remote_services"),
    }
}

fn read_considered_category(table: &mut Table<'_>) -> ConsideredCategory {
    ConsideredCategory {
        category: table.must_text("category"),
        relation: table.must_word("relation"),
        because: table.must_text("because"),
        against: table.text("against"),
        kind: table.text("kind"),
    }
}
