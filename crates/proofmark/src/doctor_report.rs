//! What `doctor` found: one line for everything it looked at.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// Everything that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DoctorReport {
    /// Nothing is ill; something may need attention.
    pub healthy: bool,
    /// What was looked at, in the order of the way from the disk to the jobs.
    pub checks: Vec<DoctorCheck>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DoctorCheck {
    /// What: `home`, `permissions`, `disk`, `key`, `database`, `schema`, `clock`, `ledger`, `documents`, `proof`, `jobs`. The
    /// word is the same in every language; `name` says it to people.
    pub about: &'static str,
    /// The same in words.
    #[serde(skip)]
    pub name: Text,
    /// How it is.
    pub health: Health,
    /// What was found, with what to do about it where something is to be done.
    pub says: Text,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Health {
    /// As it should be.
    Well,
    /// It works, and somebody should see to it.
    Attention,
    /// It does not work, or what is kept is not as it was written.
    Ill,
}

impl DoctorReport {
    /// The report of these checks.
    pub(crate) fn of(checks: Vec<DoctorCheck>) -> Self {
        Self { healthy: checks.iter().all(|check| check.health != Health::Ill), checks }
    }
}
