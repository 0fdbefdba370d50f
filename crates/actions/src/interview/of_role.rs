//! Articles 3(12) to (17), 18, 21 and 22: who the declaring person is.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "operator.activity.develops_or_has_developed",
        asks: || text!("interview-develops"),
        example: || text!("interview-develops-example"),
        cites: Citation::article(3).point("13"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.activity.markets_under_own_name",
        asks: || text!("interview-own-name"),
        example: || text!("interview-own-name-example"),
        cites: Citation::article(3).point("13"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.activity.places_third_country_brand",
        asks: || text!("interview-third-country-brand"),
        example: || text!("interview-third-country-brand-example"),
        cites: Citation::article(3).point("16"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.activity.distributes_unchanged",
        asks: || text!("interview-distributes"),
        example: || text!("interview-distributes-example"),
        cites: Citation::article(3).point("17"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.activity.substantially_modifies",
        asks: || text!("interview-modifies"),
        example: || text!("interview-modifies-example"),
        cites: Citation::article(21),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.activity.acts_under_written_mandate",
        asks: || text!("interview-mandate"),
        example: || text!("interview-mandate-example"),
        cites: Citation::article(18),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.activity.only_intermediary",
        asks: || text!("interview-intermediary"),
        example: || text!("interview-intermediary-example"),
        cites: Citation::recital(78),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.established_in",
        asks: || text!("interview-established-in"),
        example: || text!("interview-established-in-example"),
        cites: Citation::article(3).point("16"),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
