//! How the words of OpenVEX, CSAF, CycloneDX and SPDX 3 for statuses and justifications stand to each other: the one table all readers
//! and writers use. OpenVEX, CSAF and SPDX name the same things; every line of a CycloneDX justification is ours, no standard has it.

use crate::component_decision::{VexJustification, VexStatus};

/// A status in the words of each format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusWords {
    /// The status.
    pub status: VexStatus,
    /// OpenVEX `status`.
    pub openvex: &'static str,
    /// CSAF: the member of `product_status` that is written, then those that are read as well.
    pub csaf: &'static [&'static str],
    /// CycloneDX `analysis.state`: the one that is written, then those that are read as well.
    pub cyclonedx: &'static [&'static str],
    /// The middle of SPDX's `security_Vex…VulnAssessmentRelationship`.
    pub spdx_class: &'static str,
    /// SPDX `relationshipType`.
    pub spdx_type: &'static str,
}

/// Every status.
pub const STATUS_WORDS: [StatusWords; 4] = [
    StatusWords {
        status: VexStatus::NotAffected,
        openvex: "not_affected",
        csaf: &["known_not_affected"],
        // That the match is wrong is another claim: it is read with its own word kept, and never written.
        cyclonedx: &["not_affected", FALSE_POSITIVE],
        spdx_class: "NotAffected",
        spdx_type: "doesNotAffect",
    },
    StatusWords {
        status: VexStatus::Affected,
        openvex: "affected",
        csaf: &["known_affected", "first_affected", "last_affected"],
        cyclonedx: &["exploitable"],
        spdx_class: "Affected",
        spdx_type: "affects",
    },
    StatusWords {
        status: VexStatus::Fixed,
        openvex: "fixed",
        csaf: &["fixed", "first_fixed"],
        cyclonedx: &["resolved", "resolved_with_pedigree"],
        spdx_class: "Fixed",
        spdx_type: "fixedIn",
    },
    StatusWords {
        status: VexStatus::UnderInvestigation,
        openvex: "under_investigation",
        csaf: &["under_investigation"],
        cyclonedx: &["in_triage"],
        spdx_class: "UnderInvestigation",
        spdx_type: "underInvestigationFor",
    },
];

/// CycloneDX's word for a vulnerability that was brought together with the wrong component.
pub const FALSE_POSITIVE: &str = "false_positive";

/// A justification in the words of each format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JustificationWords {
    /// The justification.
    pub justification: VexJustification,
    /// OpenVEX `justification`, and the `label` of a CSAF flag.
    pub openvex: &'static str,
    /// SPDX `security_justificationType`.
    pub spdx: &'static str,
    /// CycloneDX `analysis.justification` that is written.
    pub cyclonedx_out: &'static str,
    /// CycloneDX `analysis.justification` that are read as it. `protected_at_perimeter` is none of them: what protects there is
    /// not built into the product.
    pub cyclonedx_in: &'static [&'static str],
}

/// Every justification.
pub const JUSTIFICATION_WORDS: [JustificationWords; 5] = [
    JustificationWords {
        justification: VexJustification::ComponentNotPresent,
        openvex: "component_not_present",
        spdx: "componentNotPresent",
        cyclonedx_out: "requires_dependency",
        cyclonedx_in: &["requires_dependency"],
    },
    JustificationWords {
        justification: VexJustification::VulnerableCodeNotPresent,
        openvex: "vulnerable_code_not_present",
        spdx: "vulnerableCodeNotPresent",
        cyclonedx_out: "code_not_present",
        cyclonedx_in: &["code_not_present"],
    },
    JustificationWords {
        justification: VexJustification::VulnerableCodeNotInExecutePath,
        openvex: "vulnerable_code_not_in_execute_path",
        spdx: "vulnerableCodeNotInExecutePath",
        cyclonedx_out: "code_not_reachable",
        cyclonedx_in: &["code_not_reachable"],
    },
    JustificationWords {
        justification: VexJustification::VulnerableCodeCannotBeControlledByAdversary,
        openvex: "vulnerable_code_cannot_be_controlled_by_adversary",
        spdx: "vulnerableCodeCannotBeControlledByAdversary",
        cyclonedx_out: "requires_environment",
        cyclonedx_in: &["requires_configuration", "requires_environment"],
    },
    JustificationWords {
        justification: VexJustification::InlineMitigationsAlreadyExist,
        openvex: "inline_mitigations_already_exist",
        spdx: "inlineMitigationsAlreadyExist",
        cyclonedx_out: "protected_by_mitigating_control",
        cyclonedx_in: &["protected_by_compiler", "protected_at_runtime", "protected_by_mitigating_control"],
    },
];

impl VexStatus {
    /// Its words.
    pub fn words(self) -> &'static StatusWords {
        &STATUS_WORDS[self as usize]
    }

    /// The status CycloneDX calls so.
    pub fn of_cyclonedx(word: &str) -> Option<Self> {
        STATUS_WORDS.iter().find(|words| words.cyclonedx.contains(&word)).map(|words| words.status)
    }
}

impl VexJustification {
    /// Its words.
    pub fn words(self) -> &'static JustificationWords {
        &JUSTIFICATION_WORDS[self as usize]
    }

    /// The justification OpenVEX and CSAF call so.
    pub fn of_openvex(word: &str) -> Option<Self> {
        JUSTIFICATION_WORDS.iter().find(|words| words.openvex == word).map(|words| words.justification)
    }

    /// The one SPDX calls so.
    pub fn of_spdx(word: &str) -> Option<Self> {
        JUSTIFICATION_WORDS.iter().find(|words| words.spdx == word).map(|words| words.justification)
    }

    /// The one CycloneDX's word may be read as; `None`: none says as little as the word does.
    pub fn of_cyclonedx(word: &str) -> Option<Self> {
        let words = JUSTIFICATION_WORDS.iter().find(|words| words.cyclonedx_in.contains(&word));
        words.map(|words| words.justification)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_stands_where_its_value_says() {
        for words in STATUS_WORDS {
            assert_eq!(words.status.words(), &words);
            assert!(words.cyclonedx.iter().all(|word| VexStatus::of_cyclonedx(word) == Some(words.status)));
        }
        for words in JUSTIFICATION_WORDS {
            assert_eq!(words.justification.words(), &words);
            assert!(words.cyclonedx_in.contains(&words.cyclonedx_out));
            assert_eq!(VexJustification::of_cyclonedx(words.cyclonedx_out), Some(words.justification));
        }
        assert_eq!(VexJustification::of_cyclonedx("protected_at_perimeter"), None);
    }
}
