//! Articles 2 and 4: what could take the product out.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};
use super::situation::{open, open_hardware, open_software, spare_part, test_version};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "scope.data_connection",
        asks: || text!("interview-data-connection"),
        example: || text!("interview-data-connection-example"),
        cites: Citation::article(2).paragraph(1),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.other_acts",
        asks: || text!("interview-other-acts"),
        example: || text!("interview-other-acts-example"),
        cites: Citation::article(2).paragraph(2),
        shape: Shape::OrNone,
        when: When::While(open),
    },
    Question {
        key: "scope.spare_part",
        asks: || text!("interview-spare-part"),
        example: || text!("interview-spare-part-example"),
        cites: Citation::article(2).paragraph(6),
        shape: Shape::Gate,
        when: When::While(open_hardware),
    },
    Question {
        key: "scope.spare_part.replaces_identical_component",
        asks: || text!("interview-spare-part-identical"),
        example: || text!("interview-spare-part-identical-example"),
        cites: Citation::article(2).paragraph(6),
        shape: Shape::Plain,
        when: When::While(spare_part),
    },
    Question {
        key: "scope.spare_part.same_specifications",
        asks: || text!("interview-spare-part-specifications"),
        example: || text!("interview-spare-part-specifications-example"),
        cites: Citation::article(2).paragraph(6),
        shape: Shape::Plain,
        when: When::While(spare_part),
    },
    Question {
        key: "scope.spare_part.supplied_for_repair",
        asks: || text!("interview-spare-part-repair"),
        example: || text!("interview-spare-part-repair-example"),
        cites: Citation::article(2).paragraph(6),
        shape: Shape::Plain,
        when: When::While(spare_part),
    },
    Question {
        key: "scope.exclusively_national_security",
        asks: || text!("interview-national-security"),
        example: || text!("interview-national-security-example"),
        cites: Citation::article(2).paragraph(7),
        shape: Shape::Plain,
        when: When::While(open),
    },
    Question {
        key: "scope.processes_classified_information",
        asks: || text!("interview-classified-information"),
        example: || text!("interview-classified-information-example"),
        cites: Citation::article(2).paragraph(7),
        shape: Shape::Plain,
        when: When::While(open),
    },
    Question {
        key: "scope.only_shown_with_sign",
        asks: || text!("interview-only-shown"),
        example: || text!("interview-only-shown-example"),
        cites: Citation::article(4).paragraph(2),
        shape: Shape::Plain,
        when: When::While(open),
    },
    Question {
        key: "scope.test_version",
        asks: || text!("interview-test-version"),
        example: || text!("interview-test-version-example"),
        cites: Citation::article(4).paragraph(3),
        shape: Shape::Gate,
        when: When::While(open_software),
    },
    Question {
        key: "scope.test_version.limited_period",
        asks: || text!("interview-test-version-period"),
        example: || text!("interview-test-version-period-example"),
        cites: Citation::article(4).paragraph(3),
        shape: Shape::Plain,
        when: When::While(test_version),
    },
    Question {
        key: "scope.test_version.visible_sign",
        asks: || text!("interview-test-version-sign"),
        example: || text!("interview-test-version-sign-example"),
        cites: Citation::article(4).paragraph(3),
        shape: Shape::Plain,
        when: When::While(test_version),
    },
    Question {
        key: "scope.test_version.safety_component",
        asks: || text!("interview-test-version-safety"),
        example: || text!("interview-test-version-safety-example"),
        cites: Citation::article(4).paragraph(4),
        shape: Shape::Plain,
        when: When::While(test_version),
    },
    Question {
        key: "scope.own_use_only",
        asks: || text!("interview-own-use"),
        example: || text!("interview-own-use-example"),
        cites: Citation::recital(16),
        shape: Shape::Plain,
        when: When::While(open),
    },
    Question {
        key: "scope.public_administration_own_use",
        asks: || text!("interview-administration"),
        example: || text!("interview-administration-example"),
        cites: Citation::recital(16),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
