//! Duties in words.

use proofmark_facts::Duty;
use proofmark_text::{Text, text};

/// A duty in words, as a list of duties names it.
pub fn duty_name(duty: Duty) -> Text {
    match duty {
        Duty::Administrator => text!("access-duty-administrator"),
        Duty::ProductOwner => text!("access-duty-product-owner"),
        Duty::Engineer => text!("access-duty-engineer"),
        Duty::SecurityResponse => text!("access-duty-security-response"),
        Duty::Compliance => text!("access-duty-compliance"),
        Duty::Approver => text!("access-duty-approver"),
        Duty::Auditor => text!("access-duty-auditor"),
    }
}

/// Several duties in words.
pub fn duty_names(duties: impl IntoIterator<Item = Duty>) -> Text {
    duties
        .into_iter()
        .map(duty_name)
        .reduce(|first, next| text!("access-list", first = first, next = next))
        .unwrap_or_else(|| text!("access-nobody"))
}
