//! Article 4(2), recital 64 and the guidance: parts, variants and special makes of the product, and showing it.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "product.belongs_to.needed_to_use_it",
        asks: || text!("interview-product-belongs-to-needed-to-use-it"),
        example: || text!("interview-product-belongs-to-needed-to-use-it-example"),
        cites: Citation::guidance(25),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.belongs_to.same_manufacturer",
        asks: || text!("interview-product-belongs-to-same-manufacturer"),
        example: || text!("interview-product-belongs-to-same-manufacturer-example"),
        cites: Citation::guidance(25),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.modules[].sold_separately",
        asks: || text!("interview-product-modules-sold-separately"),
        example: || text!("interview-product-modules-sold-separately-example"),
        cites: Citation::guidance(145),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.tailor_made.for_a_business",
        asks: || text!("interview-product-tailor-made-for-a-business"),
        example: || text!("interview-product-tailor-made-for-a-business-example"),
        cites: Citation::recital(64),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.tailor_made.particular_purpose",
        asks: || text!("interview-product-tailor-made-particular-purpose"),
        example: || text!("interview-product-tailor-made-particular-purpose-example"),
        cites: Citation::recital(64),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.tailor_made.more_than_minor_customising",
        asks: || text!("interview-product-tailor-made-more-than-minor-customising"),
        example: || text!("interview-product-tailor-made-more-than-minor-customising-example"),
        cites: Citation::recital(64),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.tailor_made.explicitly_agreed",
        asks: || text!("interview-product-tailor-made-explicitly-agreed"),
        example: || text!("interview-product-tailor-made-explicitly-agreed-example"),
        cites: Citation::recital(64),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.tailor_made.evidence_in_documentation",
        asks: || text!("interview-product-tailor-made-evidence-in-documentation"),
        example: || text!("interview-product-tailor-made-evidence-in-documentation-example"),
        cites: Citation::recital(64),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.variants[].shares_architecture",
        asks: || text!("interview-product-variants-shares-architecture"),
        example: || text!("interview-product-variants-shares-architecture-example"),
        cites: Citation::guidance(174),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.variants[].shares_purpose",
        asks: || text!("interview-product-variants-shares-purpose"),
        example: || text!("interview-product-variants-shares-purpose-example"),
        cites: Citation::guidance(174),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.variants[].shares_risks",
        asks: || text!("interview-product-variants-shares-risks"),
        example: || text!("interview-product-variants-shares-risks-example"),
        cites: Citation::guidance(174),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "product.variants[].shares_security_design",
        asks: || text!("interview-product-variants-shares-security-design"),
        example: || text!("interview-product-variants-shares-security-design-example"),
        cites: Citation::guidance(174),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.presentation.only_shown",
        asks: || text!("interview-scope-presentation-only-shown"),
        example: || text!("interview-scope-presentation-only-shown-example"),
        cites: Citation::article(4).paragraph(2),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.presentation.visible_sign",
        asks: || text!("interview-scope-presentation-visible-sign"),
        example: || text!("interview-scope-presentation-visible-sign-example"),
        cites: Citation::article(4).paragraph(2),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
