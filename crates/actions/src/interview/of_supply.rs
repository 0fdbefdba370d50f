//! Article 3(22) and recital 15: supply in the course of a commercial activity.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "scope.supply.on_union_market",
        asks: || text!("interview-on-union-market"),
        example: || text!("interview-on-union-market-example"),
        cites: Citation::article(3).point("22"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.supply.price",
        asks: || text!("interview-price"),
        example: || text!("interview-price-example"),
        cites: Citation::recital(15),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.supply.paid_support_beyond_cost",
        asks: || text!("interview-paid-support"),
        example: || text!("interview-paid-support-example"),
        cites: Citation::recital(15),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.supply.monetised_otherwise",
        asks: || text!("interview-monetised-otherwise"),
        example: || text!("interview-monetised-otherwise-example"),
        cites: Citation::recital(15),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.supply.personal_data_as_condition",
        asks: || text!("interview-personal-data"),
        example: || text!("interview-personal-data-example"),
        cites: Citation::recital(15),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.supply.donations_for_profit",
        asks: || text!("interview-donations-for-profit"),
        example: || text!("interview-donations-for-profit-example"),
        cites: Citation::recital(15),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "scope.supply.course_of_business",
        asks: || text!("interview-course-of-business"),
        example: || text!("interview-course-of-business-example"),
        cites: Citation::article(3).point("22"),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
