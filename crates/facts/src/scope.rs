//! The facts the scope procedure asks for: connection, other Union law, special purposes, supply.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ai_act::AiAct;

/// Answers to the scope questions (Articles 2 and 4). What is `None` or empty was not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Scope {
    /// Whether intended purpose or reasonably foreseeable use includes a data connection (Article 2(1)).
    pub data_connection: Option<DataConnection>,
    /// Other Union acts that apply to the product and take it out, wholly or in part (Article 2(2) to (5)).
    pub other_acts: Vec<UnionAct>,
    /// Spare part facts (Article 2(6)).
    pub spare_part: Option<SparePart>,
    /// Developed or modified exclusively for national security or defence (Article 2(7)).
    pub exclusively_national_security: Option<bool>,
    /// Specifically designed to process classified information (Article 2(7)).
    pub processes_classified_information: Option<bool>,
    /// It also has civilian uses, or uses that need no classified information (FAQ 1.8: dual use stays in).
    pub dual_use: Option<bool>,
    /// Shown at a trade fair or demonstration only, with a visible sign of non-compliance (Article 4(2)).
    pub only_shown_with_sign: Option<bool>,
    /// The same, with presentation and sign stated each on its own (Article 4(2)).
    pub presentation: Option<Presentation>,
    /// Unfinished software for testing only (Article 4(3)).
    pub test_version: Option<TestVersion>,
    /// Made only for one's own use, or by a public administration exclusively for its own use.
    pub own_use_only: Option<bool>,
    /// Made or modified by a public administration exclusively for its own use (recital 16).
    pub public_administration_own_use: Option<bool>,
    /// How it is supplied.
    pub supply: Supply,
    /// Whether it is also governed by acts that change the conformity route.
    pub also: AlsoGoverned,
}

/// A direct or indirect, logical or physical data connection to a device or network (Article 2(1), 3(8) to (10)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DataConnection {
    /// Directly, through physical means or radio.
    DirectPhysical,
    /// Directly, through a software interface.
    DirectLogical,
    /// Through a larger system, such as the host's operating system, that is itself connectable.
    Indirect,
    /// A mere on or off signal that encodes no data: no data connection (guidance points 26 to 28).
    OnOffSignals,
    /// Power alone: no data connection (guidance points 26 to 28).
    PowerOnly,
    /// None, in no intended or reasonably foreseeable use.
    None,
}

/// Another Union act beside the product: one that takes it out under Article 2(2) to (5), or a near miss that does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnionAct {
    /// Regulation (EU) 2017/745 applies.
    MedicalDevices,
    /// Regulation (EU) 2017/746 applies.
    InVitroDiagnostics,
    /// Regulation (EU) 2019/2144 applies: vehicles, or parts designed and built exclusively for them.
    MotorVehicles,
    /// Within Regulation (EU) No 168/2013 and not an L1e vehicle designed to pedal.
    TwoAndThreeWheelVehicles,
    /// Certified under Regulation (EU) 2018/1139; falling within its field is not enough.
    CertifiedAviation,
    /// Within the scope of Directive 2014/90/EU.
    MarineEquipment,
    /// Software or an accessory near a medical device, to which Regulation (EU) 2017/745 does not itself apply.
    NotItselfAMedicalDevice,
    /// The same for Regulation (EU) 2017/746.
    NotItselfAnInVitroDevice,
    /// A part that also fits other things than vehicles: not designed and built exclusively for them.
    VehiclePartNotExclusive,
    /// An L1e vehicle designed to pedal.
    PedalledL1eVehicle,
    /// Agricultural and forestry vehicles (Regulation (EU) No 167/2013).
    AgriculturalVehicles,
    /// Rail.
    Rail,
    /// In the field of Regulation (EU) 2018/1139, not certified under it.
    UncertifiedAviation,
    /// A component aboard that is outside Directive 2014/90/EU.
    OutsideMarineEquipment,
    /// Machinery.
    Machinery,
    /// Radio equipment.
    RadioEquipment,
    /// Toys.
    Toys,
    /// Lifts.
    Lifts,
    /// Energy.
    Energy,
    /// Finance.
    Finance,
}

/// The three conditions of the spare part exclusion (Article 2(6)); all must hold. `None` means not stated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SparePart {
    /// Replaces an identical component.
    pub replaces_identical_component: Option<bool>,
    /// Made to the same specifications.
    pub same_specifications: Option<bool>,
    /// Supplied specifically to repair or maintain a product already on the market.
    pub supplied_for_repair: Option<bool>,
}

/// A product that does not comply, shown at a trade fair, exhibition or demonstration (Article 4(2)).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Presentation {
    /// It is shown and used there only, and not made available otherwise.
    pub only_shown: Option<bool>,
    /// A visible sign says that it does not comply and is not made available until it does.
    pub visible_sign: Option<bool>,
}

/// The conditions under which unfinished software may be made available for testing (Article 4(3) and (4)).
/// `None` means not stated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TestVersion {
    /// Available only for the limited period the test needs.
    pub limited_period: Option<bool>,
    /// Bears a visible sign that it does not comply and is for testing only.
    pub visible_sign: Option<bool>,
    /// Is a safety component under other harmonisation law.
    pub safety_component: Option<bool>,
    /// Users of the finished product are made to move to it (recital 37 asks not to).
    pub users_forced: Option<bool>,
}

/// Supply for distribution or use on the Union market in the course of a commercial activity (Article 3(22)).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Supply {
    /// Supplied for distribution or use on the Union market.
    pub on_union_market: Option<bool>,
    /// A price is charged.
    pub price: Option<bool>,
    /// Technical support is paid beyond cost recovery.
    pub paid_support_beyond_cost: Option<bool>,
    /// Other goods or services are monetised through it.
    pub monetised_otherwise: Option<bool>,
    /// Personal data must be given for purposes other than security, compatibility or interoperability.
    pub personal_data_as_condition: Option<bool>,
    /// Donations exceed costs and are sought with the intention of making a profit.
    pub donations_for_profit: Option<bool>,
    /// Provided in the course of a business in another way that the makers themselves call commercial.
    pub course_of_business: Option<bool>,
    /// A public service whose price covers its costs alone: not commercial by itself (recital 16).
    pub public_service_at_cost: Option<bool>,
}

/// Acts that apply beside this Regulation: some change or add a conformity procedure (Article 12, 32(5a), recital 53),
/// the others have duties of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AlsoGoverned {
    /// High-risk AI system (Article 6 of Regulation (EU) 2024/1689).
    pub high_risk_ai_system: Option<bool>,
    /// What the AI Act asks of it, where it is one.
    pub ai_act: Option<AiAct>,
    /// Machinery (Regulation (EU) 2023/1230).
    pub machinery: Option<bool>,
    /// Electronic health record system (Regulation (EU) 2025/327).
    pub ehr_system: Option<bool>,
    /// Radio equipment (Directive 2014/53/EU).
    pub radio_equipment: Option<bool>,
    /// Radio equipment of a kind that Delegated Regulation (EU) 2022/30 asks cybersecurity of.
    pub radio_cybersecurity: Option<bool>,
    /// A toy (Directive 2009/48/EC).
    pub toy: Option<bool>,
    /// Meant for consumers, or likely to be used by them (Regulation (EU) 2023/988).
    pub consumer_product: Option<bool>,
    /// Used by essential or important entities (Directive (EU) 2022/2555).
    pub used_by_essential_or_important_entities: Option<bool>,
    /// The operator is itself an essential or important entity (Directive (EU) 2022/2555).
    pub operator_is_essential_or_important_entity: Option<bool>,
    /// Used by financial entities (Regulation (EU) 2022/2554).
    pub used_by_financial_entities: Option<bool>,
    /// Personal data are processed by the product or its remote services (Regulation (EU) 2016/679).
    pub processes_personal_data: Option<bool>,
    /// A connected product whose data users may ask for (Regulation (EU) 2023/2854).
    pub connected_product_data: Option<bool>,
    /// A digital identity wallet (Article 5a of Regulation (EU) No 910/2014).
    pub digital_identity_wallet: Option<bool>,
    /// Supplied as mere source code, which Directive (EU) 2024/2853 does not count as a product.
    pub source_code_only: Option<bool>,
}
