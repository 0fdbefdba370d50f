//! Articles 13 and 69: dates, support period and contacts.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};
use super::situation::manufacturer;

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "release.placed_on_the_market_on",
        asks: || text!("interview-placed-on"),
        example: || text!("interview-placed-on-example"),
        cites: Citation::article(69).paragraph(2),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "support_period.expected_use_years",
        asks: || text!("interview-expected-use"),
        example: || text!("interview-expected-use-example"),
        cites: Citation::article(13).paragraph(8),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "support_period.ends_on",
        asks: || text!("interview-support-ends"),
        example: || text!("interview-support-ends-example"),
        cites: Citation::article(13).paragraph(8),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "support_period.rationale",
        asks: || text!("interview-support-rationale"),
        example: || text!("interview-support-rationale-example"),
        cites: Citation::article(13).paragraph(8),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "operator.postal_address",
        asks: || text!("interview-postal-address"),
        example: || text!("interview-postal-address-example"),
        cites: Citation::article(13).paragraph(16),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "operator.email",
        asks: || text!("interview-email"),
        example: || text!("interview-email-example"),
        cites: Citation::article(13).paragraph(16),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "contact.single_point_of_contact",
        asks: || text!("interview-single-point"),
        example: || text!("interview-single-point-example"),
        cites: Citation::article(13).paragraph(17),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "contact.vulnerability_reports",
        asks: || text!("interview-vulnerability-reports"),
        example: || text!("interview-vulnerability-reports-example"),
        cites: Citation::annex("II").point("2"),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "contact.disclosure_policy",
        asks: || text!("interview-disclosure-policy"),
        example: || text!("interview-disclosure-policy-example"),
        cites: Citation::annex("I").part("II").point("5"),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
];
