//! NTIA, The Minimum Elements For a Software Bill of Materials (2021-07-12): the seven data fields and automation support. Its practices
//! (frequency, depth, distribution, access control, mistakes) cannot be seen in a document.

use proofmark_text::text;

use super::check::{Check, MendedBy, Test, Tier};
use super::{component_elements, document_elements};

/// In the order of the text.
pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "ntia-supplier",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-supplier"),
        test: Test::Component(component_elements::supplier),
    },
    Check {
        id: "ntia-component-name",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-name"),
        test: Test::Component(component_elements::name),
    },
    Check {
        id: "ntia-component-version",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-version"),
        test: Test::Component(component_elements::version),
    },
    Check {
        id: "ntia-other-identifier",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-identifier"),
        test: Test::Component(component_elements::identifier),
    },
    Check {
        id: "ntia-dependency-relationship",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-relation"),
        test: Test::Component(component_elements::relation),
    },
    Check {
        id: "ntia-author",
        tier: Tier::Required,
        mended_by: MendedBy::Maker,
        asks: || text!("quality-asks-author"),
        test: Test::Document(document_elements::author),
    },
    Check {
        id: "ntia-timestamp",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-timestamp"),
        test: Test::Document(document_elements::timestamp),
    },
    Check {
        id: "ntia-automation",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-common-format"),
        test: Test::Document(document_elements::common_format),
    },
];
