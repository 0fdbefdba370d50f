//! `[scope]`: the answers to the scope questions.

use proofmark_facts::{
    AlsoGoverned, DataConnection, Presentation, Scope, SparePart, Supply, TestVersion, UnionAct,
};

use super::ai_act::{AI_ACT, read_ai_act};
use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[scope]`.
pub(super) const SCOPE: &[Key] = &[
    Key::new(
        "data_connection",
        Kind::Word(words::<DataConnection>),
        "\"direct-logical\"",
        "Whether intended purpose or reasonably foreseeable use includes a data connection to a device or network.",
        "Article 2(1)",
    ),
    Key::new(
        "other_acts",
        Kind::Many(&Kind::Word(words::<UnionAct>)),
        "[\"marine-equipment\"]",
        "Other Union acts that take the product out, or come near to it and do not (the later words).",
        "Article 2(2) to (5)",
    ),
    Key::table(
        "spare_part",
        Kind::Table(SPARE_PART),
        "The product is a spare part; all three conditions must hold.",
        "Article 2(6)",
    ),
    Key::new(
        "exclusively_national_security",
        Kind::Flag,
        "false",
        "Developed or modified exclusively for national security or defence.",
        "Article 2(7)",
    ),
    Key::new(
        "processes_classified_information",
        Kind::Flag,
        "false",
        "Specifically designed to process classified information.",
        "Article 2(7)",
    ),
    Key::new(
        "dual_use",
        Kind::Flag,
        "false",
        "It also has uses that are neither national security, nor defence, nor classified.",
        "Article 2(7)",
    ),
    Key::new(
        "only_shown_with_sign",
        Kind::Flag,
        "false",
        "Only shown at a trade fair or demonstration, with a visible sign that it does not comply.",
        "Article 4(2)",
    ),
    Key::table(
        "presentation",
        Kind::Table(PRESENTATION),
        "It does not comply, and is shown at a trade fair, exhibition or demonstration.",
        "Article 4(2)",
    ),
    Key::table(
        "test_version",
        Kind::Table(TEST_VERSION),
        "Unfinished software that is made available for testing only.",
        "Article 4(3)",
    ),
    Key::new("own_use_only", Kind::Flag, "false", "Made only for one's own use.", "Article 3(22)"),
    Key::new(
        "public_administration_own_use",
        Kind::Flag,
        "false",
        "Made or modified by a public administration exclusively for its own use.",
        "Recital 16",
    ),
    Key::table(
        "supply",
        Kind::Table(SUPPLY),
        "How it is supplied: whether on the Union market and in the course of a commercial activity.",
        "Article 3(22)",
    ),
    Key::table(
        "also",
        Kind::Table(ALSO),
        "Other Union acts that apply beside this Regulation; some change the conformity route.",
        "Articles 12 and 32",
    ),
];

const SPARE_PART: &[Key] = &[
    Key::new(
        "replaces_identical_component",
        Kind::Flag,
        "true",
        "Replaces an identical component.",
        "Article 2(6)",
    ),
    Key::new(
        "same_specifications",
        Kind::Flag,
        "true",
        "Is made to the same specifications.",
        "Article 2(6)",
    ),
    Key::new(
        "supplied_for_repair",
        Kind::Flag,
        "true",
        "Is supplied specifically to repair or maintain a product already on the market.",
        "Article 2(6)",
    ),
];

const PRESENTATION: &[Key] = &[
    Key::new("only_shown", Kind::Flag, "true", "It is shown and used there only.", "Article 4(2)"),
    Key::new(
        "visible_sign",
        Kind::Flag,
        "true",
        "A visible sign says that it does not comply and is not available until it does.",
        "Article 4(2)",
    ),
];

const TEST_VERSION: &[Key] = &[
    Key::new(
        "limited_period",
        Kind::Flag,
        "true",
        "Is available only for the limited period the test needs.",
        "Article 4(3)",
    ),
    Key::new(
        "visible_sign",
        Kind::Flag,
        "true",
        "Bears a visible sign that it does not comply and is for testing only.",
        "Article 4(3)",
    ),
    Key::new(
        "safety_component",
        Kind::Flag,
        "false",
        "Is a safety component under other harmonisation law.",
        "Article 4(4)",
    ),
    Key::new("users_forced", Kind::Flag, "false", "Users are made to move to it.", "Recital 37"),
];

const SUPPLY: &[Key] = &[
    Key::new(
        "on_union_market",
        Kind::Flag,
        "true",
        "Supplied for distribution or use on the Union market.",
        "Article 3(22)",
    ),
    Key::new("price", Kind::Flag, "true", "A price is charged.", "Recital 15"),
    Key::new(
        "paid_support_beyond_cost",
        Kind::Flag,
        "false",
        "Technical support is paid for beyond its cost.",
        "Recital 15",
    ),
    Key::new(
        "monetised_otherwise",
        Kind::Flag,
        "false",
        "Other goods or services are monetised through it.",
        "Recital 15",
    ),
    Key::new(
        "personal_data_as_condition",
        Kind::Flag,
        "false",
        "Personal data must be given for purposes other than security, compatibility or interoperability.",
        "Recital 15",
    ),
    Key::new(
        "donations_for_profit",
        Kind::Flag,
        "false",
        "Donations exceed costs and are sought with the intention of making a profit.",
        "Recital 15",
    ),
    Key::new(
        "course_of_business",
        Kind::Flag,
        "true",
        "Provided in the course of a business in another way that you yourselves call commercial.",
        "Article 3(22)",
    ),
    Key::new(
        "public_service_at_cost",
        Kind::Flag,
        "false",
        "It is a public service, and its price covers the costs alone.",
        "Recital 16",
    ),
];

const ALSO: &[Key] = &[
    Key::new(
        "high_risk_ai_system",
        Kind::Flag,
        "false",
        "It is a high-risk AI system under Regulation (EU) 2024/1689.",
        "Article 12",
    ),
    Key::table(
        "ai_act",
        Kind::Table(AI_ACT),
        "What the AI Act asks of it, where it is a high-risk AI system.",
        "Article 12",
    ),
    Key::new(
        "machinery",
        Kind::Flag,
        "false",
        "It is machinery under Regulation (EU) 2023/1230.",
        "Recital 53",
    ),
    Key::new(
        "ehr_system",
        Kind::Flag,
        "false",
        "It is an electronic health record system under Regulation (EU) 2025/327.",
        "Article 32(5a)",
    ),
    Key::new("radio_equipment", Kind::Flag, "true", "It is radio equipment under Directive 2014/53/EU.", ""),
    Key::new(
        "radio_cybersecurity",
        Kind::Flag,
        "false",
        "It is radio equipment of a kind that Delegated Regulation (EU) 2022/30 asks cybersecurity of.",
        "",
    ),
    Key::new("toy", Kind::Flag, "false", "It is a toy under Directive 2009/48/EC.", ""),
    Key::new(
        "consumer_product",
        Kind::Flag,
        "false",
        "It is meant for consumers, or likely to be used by them (Regulation (EU) 2023/988).",
        "Article 11",
    ),
    Key::new(
        "used_by_essential_or_important_entities",
        Kind::Flag,
        "false",
        "Essential or important entities under Directive (EU) 2022/2555 (NIS2) use it.",
        "",
    ),
    Key::new(
        "operator_is_essential_or_important_entity",
        Kind::Flag,
        "false",
        "You are yourselves an essential or important entity under Directive (EU) 2022/2555 (NIS2).",
        "",
    ),
    Key::new(
        "used_by_financial_entities",
        Kind::Flag,
        "false",
        "Financial entities under Regulation (EU) 2022/2554 (DORA) use it.",
        "",
    ),
    Key::new(
        "processes_personal_data",
        Kind::Flag,
        "false",
        "It, or a remote service of it, processes personal data (Regulation (EU) 2016/679).",
        "",
    ),
    Key::new(
        "connected_product_data",
        Kind::Flag,
        "false",
        "It is a connected product whose data users may ask for (Regulation (EU) 2023/2854).",
        "",
    ),
    Key::new(
        "digital_identity_wallet",
        Kind::Flag,
        "false",
        "It is a digital identity wallet under Article 5a of Regulation (EU) No 910/2014.",
        "Recital 33",
    ),
    Key::new(
        "source_code_only",
        Kind::Flag,
        "false",
        "It is supplied as mere source code, which product liability law does not count as a product.",
        "",
    ),
];

impl Word for DataConnection {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("direct-physical", Self::DirectPhysical),
        ("direct-logical", Self::DirectLogical),
        ("indirect", Self::Indirect),
        ("on-off-signals", Self::OnOffSignals),
        ("power-only", Self::PowerOnly),
        ("none", Self::None),
    ];
}

impl Word for UnionAct {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("medical-devices", Self::MedicalDevices),
        ("in-vitro-diagnostics", Self::InVitroDiagnostics),
        ("motor-vehicles", Self::MotorVehicles),
        ("two-and-three-wheel-vehicles", Self::TwoAndThreeWheelVehicles),
        ("certified-aviation", Self::CertifiedAviation),
        ("marine-equipment", Self::MarineEquipment),
        ("not-itself-a-medical-device", Self::NotItselfAMedicalDevice),
        ("not-itself-an-in-vitro-device", Self::NotItselfAnInVitroDevice),
        ("vehicle-part-not-exclusive", Self::VehiclePartNotExclusive),
        ("pedalled-l1e-vehicle", Self::PedalledL1eVehicle),
        ("agricultural-vehicles", Self::AgriculturalVehicles),
        ("rail", Self::Rail),
        ("uncertified-aviation", Self::UncertifiedAviation),
        ("outside-marine-equipment", Self::OutsideMarineEquipment),
        ("machinery", Self::Machinery),
        ("radio-equipment", Self::RadioEquipment),
        ("toys", Self::Toys),
        ("lifts", Self::Lifts),
        ("energy", Self::Energy),
        ("finance", Self::Finance),
    ];
}

pub(super) fn read_scope(table: &mut Table<'_>) -> Scope {
    Scope {
        data_connection: table.word("data_connection"),
        other_acts: table.words("other_acts"),
        spare_part: table.optional("spare_part", read_spare_part),
        exclusively_national_security: table.flag("exclusively_national_security"),
        processes_classified_information: table.flag("processes_classified_information"),
        dual_use: table.flag("dual_use"),
        only_shown_with_sign: table.flag("only_shown_with_sign"),
        presentation: table.optional("presentation", read_presentation),
        test_version: table.optional("test_version", read_test_version),
        own_use_only: table.flag("own_use_only"),
        public_administration_own_use: table.flag("public_administration_own_use"),
        supply: table.section("supply", read_supply).unwrap_or_default(),
        also: table.section("also", read_also).unwrap_or_default(),
    }
}

fn read_spare_part(table: &mut Table<'_>) -> SparePart {
    SparePart {
        replaces_identical_component: table.flag("replaces_identical_component"),
        same_specifications: table.flag("same_specifications"),
        supplied_for_repair: table.flag("supplied_for_repair"),
    }
}

fn read_presentation(table: &mut Table<'_>) -> Presentation {
    Presentation { only_shown: table.flag("only_shown"), visible_sign: table.flag("visible_sign") }
}

fn read_test_version(table: &mut Table<'_>) -> TestVersion {
    TestVersion {
        limited_period: table.flag("limited_period"),
        visible_sign: table.flag("visible_sign"),
        safety_component: table.flag("safety_component"),
        users_forced: table.flag("users_forced"),
    }
}

fn read_supply(table: &mut Table<'_>) -> Supply {
    Supply {
        on_union_market: table.flag("on_union_market"),
        price: table.flag("price"),
        paid_support_beyond_cost: table.flag("paid_support_beyond_cost"),
        monetised_otherwise: table.flag("monetised_otherwise"),
        personal_data_as_condition: table.flag("personal_data_as_condition"),
        donations_for_profit: table.flag("donations_for_profit"),
        course_of_business: table.flag("course_of_business"),
        public_service_at_cost: table.flag("public_service_at_cost"),
    }
}

fn read_also(table: &mut Table<'_>) -> AlsoGoverned {
    AlsoGoverned {
        high_risk_ai_system: table.flag("high_risk_ai_system"),
        ai_act: table.optional("ai_act", read_ai_act),
        machinery: table.flag("machinery"),
        ehr_system: table.flag("ehr_system"),
        radio_equipment: table.flag("radio_equipment"),
        radio_cybersecurity: table.flag("radio_cybersecurity"),
        toy: table.flag("toy"),
        consumer_product: table.flag("consumer_product"),
        used_by_essential_or_important_entities: table.flag("used_by_essential_or_important_entities"),
        operator_is_essential_or_important_entity: table.flag("operator_is_essential_or_important_entity"),
        used_by_financial_entities: table.flag("used_by_financial_entities"),
        processes_personal_data: table.flag("processes_personal_data"),
        connected_product_data: table.flag("connected_product_data"),
        digital_identity_wallet: table.flag("digital_identity_wallet"),
        source_code_only: table.flag("source_code_only"),
    }
}
