//! Rules that decide on findings, targets by when findings are dealt with, and what both come to. Start reading at `apply_rules`.

mod apply_rules;
mod due;
mod finding_facts;
mod preview;
mod triage_input;

pub(crate) use apply_rules::{OfFindings, apply_rules};
pub use apply_rules::{RuleApplied, RuleStanding};
pub use due::{DueFinding, DueReport, DueStanding, default_targets, due};
pub use preview::{RuleEffect, RuleOnFinding, RulePreview, TriagePreview, preview_triage};
pub(crate) use triage_input::{TriageInput, dismissing_rules};
