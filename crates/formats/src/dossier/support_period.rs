//! `[support_period]`: how long vulnerabilities are handled, and why that long.

use proofmark_facts::{ActMinimum, ComponentWithoutSupport, OlderVersions, Remedy, SupportPeriod};

use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[support_period]`.
pub(super) const SUPPORT_PERIOD: &[Key] = &[
    Key::new(
        "ends_on",
        Kind::Date,
        "\"2033-12\"",
        "The last day of the support period.",
        "Article 13(8) and (19)",
    ),
    Key::new(
        "expected_use_years",
        Kind::Years,
        "8",
        "How long users are expected to use the product.",
        "Article 13(8)",
    ),
    Key::new(
        "rationale",
        Kind::Text,
        "\"Building equipment of this kind is replaced after eight years.\"",
        "The reasoning behind the length.",
        "Article 13(8)",
    ),
    Key::new(
        "record",
        Kind::Path,
        "\"evidence/support-period.md\"",
        "The record behind the reasoning.",
        "Annex VII point 4",
    ),
    Key::new(
        "offers",
        Kind::Text,
        "\"Security updates over the air, free of charge.\"",
        "What technical security support is offered.",
        "Annex II point 7",
    ),
    Key::new(
        "expected_use_months",
        Kind::Count,
        "30",
        "The expected use in months, where years are too coarse.",
        "Article 13(8)",
    ),
    Key::new(
        "subscription_only",
        Kind::Flag,
        "true",
        "It is software that by its nature is used by subscription only.",
        "Commission FAQ 1.4, entry 4.5.2",
    ),
    Key::new(
        "subscription_months",
        Kind::Count,
        "24",
        "How long a subscription lasts, in months.",
        "Commission FAQ 1.4, entry 4.5.2",
    ),
    Key::table(
        "act_minimums",
        Kind::Rows(ACT_MINIMUM),
        "A delegated act that sets a minimum support period for some products.",
        "Article 13(8)",
    ),
    Key::new(
        "original_ends_on",
        Kind::Date,
        "2032-12-31",
        "Of a substantially modified version: the last day of the support period of the version it was made from.",
        "Commission guidance points 131 to 135",
    ),
    Key::new(
        "use_factors_unchanged",
        Kind::Flag,
        "true",
        "Of a substantially modified version: what the expected use was judged by is unchanged.",
        "Commission guidance points 131 to 135",
    ),
    Key::new(
        "end_stated_at_purchase",
        Kind::Flag,
        "true",
        "The end, month and year at least, is stated clearly at the time of purchase.",
        "Article 13(19)",
    ),
    Key::new(
        "end_notice_feasible",
        Kind::Flag,
        "true",
        "It is technically feasible to show users a notice at the end.",
        "Article 13(19)",
    ),
    Key::new(
        "end_notice_shown_on",
        Kind::Date,
        "2033-12-31",
        "The day the notice was shown.",
        "Article 13(19)",
    ),
    Key::table(
        "older_versions",
        Kind::Table(OLDER_VERSIONS),
        "Older versions for which vulnerabilities are no longer remedied.",
        "Article 13(10)",
    ),
    Key::table(
        "components_without_support",
        Kind::Rows(COMPONENT_WITHOUT_SUPPORT),
        "A component whose own support has ended, or will end before the product's.",
        "Commission FAQ 1.4, entry 4.3.7",
    ),
    Key::new(
        "releases_source_afterwards",
        Kind::Flag,
        "true",
        "The source code is to be released after the end.",
        "Recital 61",
    ),
];

const ACT_MINIMUM: &[Key] = &[
    Key::new(
        "act",
        Kind::Line,
        "\"Delegated Regulation (EU) 2029/1\"",
        "The act, as the state of the law names it.",
        "Article 13(8)",
    )
    .must(),
    Key::new("covers_this_product", Kind::Flag, "false", "It covers this product.", "Article 13(8)"),
];

const OLDER_VERSIONS: &[Key] = &[
    Key::new(
        "remediation_stopped",
        Kind::Flag,
        "true",
        "Vulnerabilities are remedied in the latest version only.",
        "Article 13(10)",
    ),
    Key::new(
        "upgrade_free",
        Kind::Flag,
        "true",
        "The upgrade to the latest version is free of charge.",
        "Article 13(10)",
    ),
    Key::new(
        "forces_hardware_purchase",
        Kind::Flag,
        "false",
        "The upgrade makes users buy hardware.",
        "Article 13(10)",
    ),
    Key::new(
        "forces_infrastructure_replacement",
        Kind::Flag,
        "false",
        "The upgrade makes users replace infrastructure.",
        "Article 13(10)",
    ),
    Key::new(
        "needs_ordinary_effort",
        Kind::Flag,
        "true",
        "The upgrade takes users' staff time, tests, or routine upgrades of what the product runs on. That is no extra cost.",
        "Article 13(10)",
    ),
    Key::new(
        "paid_support_offered",
        Kind::Flag,
        "false",
        "Paid support of older versions is offered.",
        "Commission guidance points 129 to 131",
    ),
    Key::new(
        "users_told",
        Kind::Flag,
        "true",
        "Users of older versions are told that support of these has ended.",
        "Commission guidance points 129 to 131",
    ),
];

const COMPONENT_WITHOUT_SUPPORT: &[Key] = &[
    Key::new(
        "component",
        Kind::Line,
        "\"example-rtos\"",
        "The component.",
        "Commission FAQ 1.4, entry 4.3.7",
    )
    .must(),
    Key::new(
        "supported_until",
        Kind::Date,
        "2029-12-31",
        "The last day its makers support it.",
        "Commission FAQ 1.4, entry 4.3.7",
    ),
    Key::new(
        "remedy",
        Kind::Word(words::<Remedy>),
        "\"patched-by-us\"",
        "What you do about it.",
        "Commission FAQ 1.4, entry 4.3.7",
    ),
];

impl Word for Remedy {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("replaced", Self::Replaced),
        ("patched-by-us", Self::PatchedByUs),
        ("mitigated", Self::Mitigated),
        ("none", Self::None),
    ];
}

pub(super) fn read_support_period(table: &mut Table<'_>) -> SupportPeriod {
    SupportPeriod {
        ends_on: table.date("ends_on"),
        expected_use_years: table.years("expected_use_years"),
        rationale: table.text("rationale"),
        record: table.text("record"),
        offers: table.text("offers"),
        expected_use_months: table.count("expected_use_months"),
        subscription_only: table.flag("subscription_only"),
        subscription_months: table.count("subscription_months"),
        act_minimums: table.rows("act_minimums", read_act_minimum),
        original_ends_on: table.date("original_ends_on"),
        use_factors_unchanged: table.flag("use_factors_unchanged"),
        end_stated_at_purchase: table.flag("end_stated_at_purchase"),
        end_notice_feasible: table.flag("end_notice_feasible"),
        end_notice_shown_on: table.date("end_notice_shown_on"),
        older_versions: table.section("older_versions", read_older_versions).unwrap_or_default(),
        components_without_support: table.rows("components_without_support", read_component),
        releases_source_afterwards: table.flag("releases_source_afterwards"),
    }
}

fn read_act_minimum(table: &mut Table<'_>) -> ActMinimum {
    ActMinimum { act: table.must_text("act"), covers_this_product: table.flag("covers_this_product") }
}

fn read_older_versions(table: &mut Table<'_>) -> OlderVersions {
    OlderVersions {
        remediation_stopped: table.flag("remediation_stopped"),
        upgrade_free: table.flag("upgrade_free"),
        forces_hardware_purchase: table.flag("forces_hardware_purchase"),
        forces_infrastructure_replacement: table.flag("forces_infrastructure_replacement"),
        needs_ordinary_effort: table.flag("needs_ordinary_effort"),
        paid_support_offered: table.flag("paid_support_offered"),
        users_told: table.flag("users_told"),
    }
}

fn read_component(table: &mut Table<'_>) -> ComponentWithoutSupport {
    ComponentWithoutSupport {
        component: table.must_text("component"),
        supported_until: table.date("supported_until"),
        remedy: table.word("remedy"),
    }
}
