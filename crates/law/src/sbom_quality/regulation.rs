//! Annex I, Part II, point (1): a commonly used and machine-readable format, covering at the very least the top-level dependencies
//! (row SBM-01). No act under Article 13(24) fixes format or elements (row SBM-02).

use proofmark_text::text;

use super::check::{Check, MendedBy, Test, Tier};
use super::document_elements;

/// In the order of the point.
pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "regulation-common-format",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-common-format"),
        test: Test::Document(document_elements::common_format),
    },
    Check {
        id: "regulation-top-level-dependencies",
        tier: Tier::Required,
        mended_by: MendedBy::Tool,
        asks: || text!("quality-asks-top-level"),
        test: Test::Document(document_elements::top_level),
    },
];
