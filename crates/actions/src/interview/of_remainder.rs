//! What remains: earlier versions, modules, the reporting place and radio equipment.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "modification.earlier_was_placed",
        asks: || text!("interview-modification-earlier-was-placed"),
        example: || text!("interview-modification-earlier-was-placed-example"),
        cites: Citation::article(3).point("30"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.reporting_place.established_in_the_union",
        asks: || text!("interview-operator-reporting-place-established-in-the-union"),
        example: || text!("interview-operator-reporting-place-established-in-the-union-example"),
        cites: Citation::article(14).paragraph(7),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.modules[].core_functionality.is",
        asks: || text!("interview-product-modules-core-functionality-is"),
        example: || text!("interview-product-modules-core-functionality-is-example"),
        cites: Citation::guidance(145),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "remote_services[].origin",
        asks: || text!("interview-remote-services-origin"),
        example: || text!("interview-remote-services-origin-example"),
        cites: Citation::guidance(195),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.radio_cybersecurity",
        asks: || text!("interview-scope-also-radio-cybersecurity"),
        example: || text!("interview-scope-also-radio-cybersecurity-example"),
        cites: Citation::faq("2.6.1"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "modification.remote_service",
        asks: || text!("interview-modification-remote-service"),
        example: || text!("interview-modification-remote-service-example"),
        cites: Citation::guidance(208),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.dual_use",
        asks: || text!("interview-scope-dual-use"),
        example: || text!("interview-scope-dual-use-example"),
        cites: Citation::article(2).paragraph(7),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
