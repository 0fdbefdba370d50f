//! Annex IV: the categories of critical products, in the annex's order.

use crate::citation::Citation;
use crate::classes::category::{Category, Class};
use crate::source::{D, P_IR};

/// Annex IV.
pub(crate) const CRITICAL: &[Category] = &[
    Category {
        id: "IV.1",
        class: Class::Critical,
        title: "hardware devices with security boxes",
        matches_when: "Hardware of several parts that holds sensitive data or does cryptography inside a physical envelope that shows, resists or answers tampering.",
        named_examples: &["hardware security module", "payment terminal", "tachograph"],
        rests_on_a_draft: None,
        drafted: &[],
        row: "CR-01",
        verified: &[P_IR],
        cites: Citation::annex("IV").point("1"),
    },
    Category {
        id: "IV.2",
        class: Class::Critical,
        title: "smart meter gateways, and other devices for advanced security purposes",
        matches_when: "A gateway controls how parts of a smart metering system talk to authorised third parties, handles meter data, and provides cryptography and firewalling.",
        named_examples: &["smart meter gateway", "other device for advanced security purposes"],
        rests_on_a_draft: Some("other devices for advanced security purposes"),
        drafted: &["other device for advanced security purposes"],
        row: "CR-02",
        verified: &[P_IR, D],
        cites: Citation::annex("IV").point("2"),
    },
    Category {
        id: "IV.3",
        class: Class::Critical,
        title: "smartcards and similar devices, including secure elements",
        matches_when: "A secure element is a processor circuit with security functions and tamper protection designed for AVA_VAN level 4 or higher; a smartcard carries one.",
        named_examples: &[
            "secure element",
            "trusted platform module",
            "embedded SIM",
            "smartcard",
            "payment card",
            "SIM card",
            "access card",
            "tachograph card",
        ],
        rests_on_a_draft: Some("smartcards and similar carriers"),
        drafted: &["smartcard", "payment card", "SIM card", "access card", "tachograph card"],
        row: "CR-03",
        verified: &[P_IR, D],
        cites: Citation::annex("IV").point("3"),
    },
];
