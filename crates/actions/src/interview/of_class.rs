//! Articles 7, 8, 12 and 32: class and procedure.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};
use super::situation::{binds_hardware, core, core_decided, manufacturer};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "product.core_functionality.is",
        asks: || text!("interview-core-functionality"),
        example: || text!("interview-core-functionality-example"),
        cites: Citation::article(7).paragraph(1),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.core_functionality.category",
        asks: || text!("interview-category"),
        example: || text!("interview-category-example"),
        cites: Citation::article(7).paragraph(1),
        shape: Shape::OrNone,
        when: When::While(core),
    },
    Question {
        key: "product.core_functionality.because",
        asks: || text!("interview-category-because"),
        example: || text!("interview-category-because-example"),
        cites: Citation::guidance(144),
        shape: Shape::Plain,
        when: When::While(core_decided),
    },
    Question {
        key: "scope.also.high_risk_ai_system",
        asks: || text!("interview-high-risk-ai"),
        example: || text!("interview-high-risk-ai-example"),
        cites: Citation::article(12),
        shape: Shape::Plain,
        when: When::While(manufacturer),
    },
    Question {
        key: "scope.also.radio_equipment",
        asks: || text!("interview-radio-equipment"),
        example: || text!("interview-radio-equipment-example"),
        cites: Citation::article(69).paragraph(1),
        shape: Shape::Plain,
        when: When::While(binds_hardware),
    },
    Question {
        key: "scope.also.machinery",
        asks: || text!("interview-machinery"),
        example: || text!("interview-machinery-example"),
        cites: Citation::recital(53),
        shape: Shape::Plain,
        when: When::While(binds_hardware),
    },
    Question {
        key: "conformity.procedure",
        asks: || text!("interview-procedure"),
        example: || text!("interview-procedure-example"),
        cites: Citation::article(32),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
