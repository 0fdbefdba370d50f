//! Article 3(48) and recitals 15 to 20: free and open-source software.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};
use super::situation::{free_important, free_software, open_software};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "free_software",
        asks: || text!("interview-free-software"),
        example: || text!("interview-free-software-example"),
        cites: Citation::article(3).point("48"),
        shape: Shape::Gate,
        when: When::While(open_software),
    },
    Question {
        key: "free_software.freely_licensed",
        asks: || text!("interview-freely-licensed"),
        example: || text!("interview-freely-licensed-example"),
        cites: Citation::article(3).point("48"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "free_software.source_openly_shared",
        asks: || text!("interview-source-openly-shared"),
        example: || text!("interview-source-openly-shared-example"),
        cites: Citation::article(3).point("48"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "free_software.under_own_responsibility",
        asks: || text!("interview-under-own-responsibility"),
        example: || text!("interview-under-own-responsibility-example"),
        cites: Citation::recital(18),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "free_software.not_for_profit",
        asks: || text!("interview-not-for-profit"),
        example: || text!("interview-not-for-profit-example"),
        cites: Citation::recital(18),
        shape: Shape::Plain,
        when: When::While(free_software),
    },
    Question {
        key: "free_software.donations_gate_access",
        asks: || text!("interview-donations-gate"),
        example: || text!("interview-donations-gate-example"),
        cites: Citation::recital(15),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "free_software.services_optional_and_separate",
        asks: || text!("interview-services-separate"),
        example: || text!("interview-services-separate-example"),
        cites: Citation::guidance(55),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.person",
        asks: || text!("interview-person"),
        example: || text!("interview-person-example"),
        cites: Citation::article(3).point("14"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "free_software.sustained_support",
        asks: || text!("interview-sustained-support"),
        example: || text!("interview-sustained-support-example"),
        cites: Citation::article(3).point("14"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "free_software.technical_documentation_public_at",
        asks: || text!("interview-public-documentation"),
        example: || text!("interview-public-documentation-example"),
        cites: Citation::article(32).paragraph(5),
        shape: Shape::Plain,
        when: When::While(free_important),
    },
];
