//! CISA and partners, 2026 Minimum Elements for a Software Bill of Materials, version 2.1 (2026-07-29), as secondary sources give its data
//! fields.

use proofmark_text::text;

use super::check::{Check, MendedBy, Test, Tier};
use super::{component_elements, document_elements};

/// In the order of the text.
pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "cisa-author",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-author"),
        test: Test::Document(document_elements::author),
    },
    Check {
        id: "cisa-author-signature",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-signature"),
        test: Test::Document(document_elements::signature),
    },
    Check {
        id: "cisa-data-format",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-common-format"),
        test: Test::Document(document_elements::common_format),
    },
    Check {
        id: "cisa-generation-context",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-generation-context"),
        test: Test::Document(document_elements::generation_context),
    },
    Check {
        id: "cisa-timestamp",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-timestamp"),
        test: Test::Document(document_elements::timestamp),
    },
    Check {
        id: "cisa-tool-name",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-tool-name"),
        test: Test::Document(document_elements::tool_name),
    },
    Check {
        id: "cisa-tool-version",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-tool-version"),
        test: Test::Document(document_elements::tool_version),
    },
    Check {
        id: "cisa-sbom-version",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-edition"),
        test: Test::Document(document_elements::edition),
    },
    Check {
        id: "cisa-component-name",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-name"),
        test: Test::Component(component_elements::name),
    },
    Check {
        id: "cisa-component-version",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-version"),
        test: Test::Component(component_elements::version),
    },
    Check {
        id: "cisa-producer",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-producer"),
        test: Test::Component(component_elements::producer),
    },
    Check {
        id: "cisa-identifiers",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-identifier"),
        test: Test::Component(component_elements::identifier),
    },
    Check {
        id: "cisa-component-hash",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-digest"),
        test: Test::Component(component_elements::digest),
    },
    Check {
        id: "cisa-licence",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-licence"),
        test: Test::Component(component_elements::licence),
    },
    Check {
        id: "cisa-dependency-relationship",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-relation"),
        test: Test::Component(component_elements::relation),
    },
];
