//! Articles 3(19), 14(7), 21 and 64: more about who the declaring person is.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "operator.activity.distributes_modified",
        asks: || text!("interview-operator-activity-distributes-modified"),
        example: || text!("interview-operator-activity-distributes-modified-example"),
        cites: Citation::article(21),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.enterprise.undertaking",
        asks: || text!("interview-operator-enterprise-undertaking"),
        example: || text!("interview-operator-enterprise-undertaking-example"),
        cites: Citation::article(64).paragraph(2),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.enterprise.staff",
        asks: || text!("interview-operator-enterprise-staff"),
        example: || text!("interview-operator-enterprise-staff-example"),
        cites: Citation::article(3).point("19"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.enterprise.annual_turnover_eur",
        asks: || text!("interview-operator-enterprise-annual-turnover-eur"),
        example: || text!("interview-operator-enterprise-annual-turnover-eur-example"),
        cites: Citation::article(3).point("19"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.enterprise.balance_sheet_eur",
        asks: || text!("interview-operator-enterprise-balance-sheet-eur"),
        example: || text!("interview-operator-enterprise-balance-sheet-eur-example"),
        cites: Citation::article(3).point("19"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.enterprise.linked_enterprises_included",
        asks: || text!("interview-operator-enterprise-linked-enterprises-included"),
        example: || text!("interview-operator-enterprise-linked-enterprises-included-example"),
        cites: Citation::article(3).point("19"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.enterprise.worldwide_turnover_eur",
        asks: || text!("interview-operator-enterprise-worldwide-turnover-eur"),
        example: || text!("interview-operator-enterprise-worldwide-turnover-eur-example"),
        cites: Citation::article(64).paragraph(2),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "operator.reporting_place.decisions_taken_in",
        asks: || text!("interview-operator-reporting-place-decisions-taken-in"),
        example: || text!("interview-operator-reporting-place-decisions-taken-in-example"),
        cites: Citation::article(14).paragraph(7),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
