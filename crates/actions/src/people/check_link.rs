//! Checks a link that works once before anybody fills in a form behind it: one that does not work says so at once.

use jiff::Timestamp;
use proofmark_access::LinkPurpose;
use proofmark_facts::SystemOfRecord;

use super::links::look_at_link;
use crate::error::ActionError;

/// Whether the link sets up the installation. It is not used up.
pub fn check_set_up_link(store: &dyn SystemOfRecord, link: &str, now: Timestamp) -> Result<(), ActionError> {
    look_at_link(store, link, LinkPurpose::SetUp, now).map(drop)
}

/// Whether the link chooses a new password. It is not used up.
pub fn check_reset_link(store: &dyn SystemOfRecord, link: &str, now: Timestamp) -> Result<(), ActionError> {
    look_at_link(store, link, LinkPurpose::Reset, now).map(drop)
}
