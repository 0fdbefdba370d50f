//! The facts the free and open-source software path turns on (Article 3(48), recitals 15 to 20).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What the publisher of free and open-source software declares. `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct FreeSoftware {
    /// The licence as an SPDX expression.
    pub licence: Option<String>,
    /// The licence grants free access, use, modification and redistribution.
    pub freely_licensed: Option<bool>,
    /// The source is openly shared with the public, not with customers only.
    pub source_openly_shared: Option<bool>,
    /// This person publishes it and has primary control of development, releases and distribution.
    pub under_own_responsibility: Option<bool>,
    /// Donations gate access, updates, security fixes or contractual benefits.
    pub donations_gate_access: Option<bool>,
    /// A not-for-profit whose constitution sends all earnings after costs to not-for-profit goals.
    pub not_for_profit: Option<bool>,
    /// A natural person who bundles support at cost only.
    pub support_at_cost_only: Option<bool>,
    /// Systematic, sustained support of specific software meant for commercial activities, ensuring its viability.
    pub sustained_support: Option<bool>,
    /// The support is systematic, not occasional (Article 3(14)).
    pub systematic_support: Option<bool>,
    /// The software is meant for commercial activities (Article 3(14)).
    pub intended_for_commercial_activities: Option<bool>,
    /// This person makes sure the software stays viable (Article 3(14)).
    pub ensures_viability: Option<bool>,
    /// What a steward provides (guidance points 79 to 82).
    pub support_provided: Vec<StewardSupport>,
    /// Which edition of the software this dossier is about (guidance points 52, 53 and 76).
    pub edition: Option<Edition>,
    /// What the price is charged for (guidance points 51, 52 and 57).
    pub price_is_for: Option<PricedThing>,
    /// A component meant to be built into other products (recital 18).
    pub component_for_integration: Option<bool>,
    /// Its original publisher makes money with it (guidance point 67).
    pub monetised_by_its_publisher: Option<bool>,
    /// Those who build it in make money with it (guidance point 87).
    pub monetised_downstream: Option<bool>,
    /// This person only hosts packages or repositories (recital 20).
    pub only_hosts: Option<bool>,
    /// Paid services around it are optional and separate from it (guidance points 55 and 56).
    pub services_optional_and_separate: Option<bool>,
    /// Donations are voluntary: nothing depends on them (guidance point 61).
    pub voluntary_donations: Option<bool>,
    /// Sponsors, grants or paid feature work keep it going (guidance points 63 to 65).
    pub sponsored: Option<bool>,
    /// Where the technical documentation is public at the time of placing on the market (Article 32(5)).
    pub technical_documentation_public_at: Option<String>,
    /// Since when it is public there.
    pub technical_documentation_public_since: Option<Date>,
}

/// Which edition of free software a dossier is about (guidance points 52, 53 and 76).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// There is only one.
    Only,
    /// The free community edition, beside a paid one.
    FreeBesidePaid,
    /// The paid edition, beside a free one.
    PaidBesideFree,
}

/// What a price for free software is charged for (guidance points 51, 52 and 57).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PricedThing {
    /// The software.
    Software,
    /// One version of it.
    Version,
    /// Ready-made binaries.
    Binaries,
    /// A paid edition.
    Edition,
}

/// What a steward provides for the software (guidance points 79 to 82).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StewardSupport {
    /// Support that is not technical: governance, legal advice, money.
    NonTechnical,
    /// Infrastructure the software is developed on.
    Infrastructure,
    /// Engineering resources.
    Engineering,
}
