//! Who and what: without these nothing can be asked.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "product.name",
        asks: || text!("interview-product-name"),
        example: || text!("interview-product-name-example"),
        cites: Citation::annex("II").point("3"),
        shape: Shape::Plain,
        when: When::Begin,
    },
    Question {
        key: "operator.name",
        asks: || text!("interview-operator-name"),
        example: || text!("interview-operator-name-example"),
        cites: Citation::article(13).paragraph(16),
        shape: Shape::Plain,
        when: When::Begin,
    },
    Question {
        key: "product.kind",
        asks: || text!("interview-product-kind"),
        example: || text!("interview-product-kind-example"),
        cites: Citation::article(3).point("1"),
        shape: Shape::Plain,
        when: When::Begin,
    },
    Question {
        key: "release.version",
        asks: || text!("interview-release-version"),
        example: || text!("interview-release-version-example"),
        cites: Citation::annex("VII").point("1").letter("b"),
        shape: Shape::Plain,
        when: When::Begin,
    },
];
