//! Annex I, Part II: what helps to show each requirement. Suggestions, no law.

use crate::register::suggestion::SuggestedEvidence;

/// For `II.1` (AI2-1).
pub(crate) const IDENTIFY: SuggestedEvidence = SuggestedEvidence::of(
    &["SBOM of every release", "register of vulnerabilities"],
    &[
        "Each build that was shipped has an SBOM, found by the hash of the build.",
        "The top-level dependencies of the SBOM are those of the build's manifest.",
    ],
    &["The law fixes no format (Article 13(24) is unused), and the SBOM need not be public (recital 77)."],
);

/// For `II.2` (AI2-2).
pub(crate) const REMEDY: SuggestedEvidence = SuggestedEvidence::of(
    &["tickets with their times", "targets by risk", "release notes"],
    &[
        "No vulnerability stays open beyond the target its risk sets.",
        "A security release holds no function that has nothing to do with it, or a note why they could not be kept apart.",
    ],
    &[
        "Not everything must be patched: other remedies are allowed (FAQ 4.3.1). Bundling with functions only where necessary (FAQ 4.3.5).",
        "Article 13(10) lets remedies go to the latest version alone.",
    ],
);

/// For `II.3` (AI2-3).
pub(crate) const TEST: SuggestedEvidence = SuggestedEvidence::of(
    &["plan of the tests", "scans in continuous integration", "penetration tests", "minutes of reviews"],
    &[
        "A review was documented within the interval that was set.",
        "News of threats led to new tests, or to a record why not.",
    ],
    &["Not repeated mechanically, but in proportion to the risk (guidance, points 238 to 240)."],
);

/// For `II.4` (AI2-4).
pub(crate) const DISCLOSE: SuggestedEvidence = SuggestedEvidence::of(
    &["advisories, as in CSAF"],
    &[
        "Each vulnerability that was fixed has a published advisory with all five elements, or a recorded reason for waiting.",
    ],
    &[],
);

/// For `II.5` (AI2-5).
pub(crate) const DISCLOSURE_POLICY: SuggestedEvidence = SuggestedEvidence::of(
    &["address of the policy", "records of handled reports"],
    &["The policy can be reached.", "Reports are acknowledged within the time the policy names."],
    &["A structured process; a policy machines can read is encouraged (recital 76)."],
);

/// For `II.6` (AI2-6).
pub(crate) const SHARE: SuggestedEvidence = SuggestedEvidence::of(
    &["security.txt", "contact address"],
    &["The contact address works.", "There is a documented way for what concerns components."],
    &[],
);

/// For `II.7` (AI2-7).
pub(crate) const DISTRIBUTE: SuggestedEvidence = SuggestedEvidence::of(
    &["keys that sign updates", "tests of the update protocol"],
    &[
        "An unsigned or outdated update is rejected.",
        "An update cannot be rolled back to a vulnerable version unnoticed.",
    ],
    &[],
);

/// For `II.8` (AI2-8).
pub(crate) const DISSEMINATE: SuggestedEvidence = SuggestedEvidence::of(
    &["log of releases", "price list", "messages to users"],
    &[
        "From the fix to its publication it takes no longer than the target.",
        "A security update costs nothing.",
        "An advisory comes with it.",
    ],
    &[],
);
