//! Article 3(2): remote services.

use proofmark_law::Citation;
use proofmark_text::text;

use super::question::{Question, Shape, When};
use super::situation::remote;

/// The questions, in the order they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        key: "remote_services[].name",
        asks: || text!("interview-remote-service"),
        example: || text!("interview-remote-service-example"),
        cites: Citation::article(3).point("2"),
        shape: Shape::OrNone,
        when: When::While(remote),
    },
    Question {
        key: "remote_services[].function_depends_on_it",
        asks: || text!("interview-remote-needed"),
        example: || text!("interview-remote-needed-example"),
        cites: Citation::article(3).point("2"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "remote_services[].developed_under_own_responsibility",
        asks: || text!("interview-remote-own"),
        example: || text!("interview-remote-own-example"),
        cites: Citation::article(3).point("2"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "remote_services[].telemetry_only",
        asks: || text!("interview-remote-telemetry"),
        example: || text!("interview-remote-telemetry-example"),
        cites: Citation::article(3).point("2"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "remote_services[].is",
        asks: || text!("interview-remote-kind"),
        example: || text!("interview-remote-kind-example"),
        cites: Citation::guidance(198),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "remote_services[].pure_connectivity",
        asks: || text!("interview-remote-connectivity"),
        example: || text!("interview-remote-connectivity-example"),
        cites: Citation::article(3).point("2"),
        shape: Shape::Plain,
        when: When::Waited,
    },
    Question {
        key: "remote_services[].manual_alternative",
        asks: || text!("interview-remote-manual"),
        example: || text!("interview-remote-manual-example"),
        cites: Citation::guidance(191),
        shape: Shape::Plain,
        when: When::Waited,
    },
];
