//! BSI TR-03183-2, version 2.1.0 (2025-08-20): sections 4, 5.2 and 8. Stricter than the Regulation, and without presumption of conformity.

use proofmark_text::text;

use super::check::{Check, MendedBy, Test, Tier};
use super::{component_elements, document_elements};

/// In the order of the text.
pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "bsi-format",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-newer-format"),
        test: Test::Document(document_elements::newer_format),
    },
    Check {
        id: "bsi-creator",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-creator"),
        test: Test::Document(document_elements::creator),
    },
    Check {
        id: "bsi-timestamp",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-timestamp"),
        test: Test::Document(document_elements::timestamp),
    },
    Check {
        id: "bsi-no-vulnerabilities",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-no-vulnerabilities"),
        test: Test::Document(document_elements::no_vulnerabilities),
    },
    Check {
        id: "bsi-component-creator",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-component-creator"),
        test: Test::Component(component_elements::creator),
    },
    Check {
        id: "bsi-component-name",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-name"),
        test: Test::Component(component_elements::name),
    },
    Check {
        id: "bsi-component-version",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-version-or-date"),
        test: Test::Component(component_elements::version_or_date),
    },
    Check {
        id: "bsi-component-file-name",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-file-name"),
        test: Test::Component(component_elements::file_name),
    },
    Check {
        id: "bsi-component-dependencies",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-dependencies"),
        test: Test::Component(component_elements::dependencies),
    },
    Check {
        id: "bsi-component-completeness",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-completeness"),
        test: Test::Component(component_elements::completeness),
    },
    Check {
        id: "bsi-component-distribution-licence",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-distribution-licence"),
        test: Test::Component(component_elements::distribution_licence),
    },
    Check {
        id: "bsi-component-deployed-digest",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-deployed-digest"),
        test: Test::Component(component_elements::deployed_digest),
    },
    Check {
        id: "bsi-component-properties",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-properties"),
        test: Test::Component(component_elements::properties),
    },
    Check {
        id: "bsi-address",
        tier: Tier::IfItExists,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-own-address"),
        test: Test::Document(document_elements::own_address),
    },
    Check {
        id: "bsi-component-source-address",
        tier: Tier::IfItExists,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-source-address"),
        test: Test::Component(component_elements::source_address),
    },
    Check {
        id: "bsi-component-deployed-address",
        tier: Tier::IfItExists,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-deployed-address"),
        test: Test::Component(component_elements::deployed_address),
    },
    Check {
        id: "bsi-component-identifier",
        tier: Tier::IfItExists,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-identifier"),
        test: Test::Component(component_elements::identifier_if_any),
    },
    Check {
        id: "bsi-component-original-licence",
        tier: Tier::IfItExists,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-original-licence"),
        test: Test::Component(component_elements::original_licence),
    },
    Check {
        id: "bsi-component-source-digest",
        tier: Tier::Optional,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-source-digest"),
        test: Test::Component(component_elements::source_digest),
    },
    Check {
        id: "bsi-component-security-txt",
        tier: Tier::Optional,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-security-txt"),
        test: Test::Component(component_elements::security_txt),
    },
];
