//! Other Union law that may touch the product.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "scope.also.connected_product_data",
        asks: || text!("interview-scope-also-connected-product-data"),
        example: || text!("interview-scope-also-connected-product-data-example"),
        cites: Citation::faq("2.9.1"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.consumer_product",
        asks: || text!("interview-scope-also-consumer-product"),
        example: || text!("interview-scope-also-consumer-product-example"),
        cites: Citation::article(11),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.digital_identity_wallet",
        asks: || text!("interview-scope-also-digital-identity-wallet"),
        example: || text!("interview-scope-also-digital-identity-wallet-example"),
        cites: Citation::recital(33),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.ehr_system",
        asks: || text!("interview-scope-also-ehr-system"),
        example: || text!("interview-scope-also-ehr-system-example"),
        cites: Citation::act("Regulation (EU) 2025/327, Article 104"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.operator_is_essential_or_important_entity",
        asks: || text!("interview-scope-also-operator-is-essential-or-important-entity"),
        example: || text!("interview-scope-also-operator-is-essential-or-important-entity-example"),
        cites: Citation::recital(24),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.used_by_essential_or_important_entities",
        asks: || text!("interview-scope-also-used-by-essential-or-important-entities"),
        example: || text!("interview-scope-also-used-by-essential-or-important-entities-example"),
        cites: Citation::recital(24),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.used_by_financial_entities",
        asks: || text!("interview-scope-also-used-by-financial-entities"),
        example: || text!("interview-scope-also-used-by-financial-entities-example"),
        cites: Citation::guidance(9),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.processes_personal_data",
        asks: || text!("interview-scope-also-processes-personal-data"),
        example: || text!("interview-scope-also-processes-personal-data-example"),
        cites: Citation::faq("2.8.1"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.also.toy",
        asks: || text!("interview-scope-also-toy"),
        example: || text!("interview-scope-also-toy-example"),
        cites: Citation::annex("III").part("I").point("18"),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
