//! Rules that decide on findings, and what they are laid against. Start reading at `apply_rules`.

mod apply_rules;
mod finding_facts;
mod rule_effect;
mod triage_input;

pub(crate) use apply_rules::{OfFindings, apply_rules, standing, weigh};
pub(crate) use finding_facts::known_on;
pub use rule_effect::{RuleEffect, RuleOnFinding};
pub(crate) use triage_input::{TriageInput, dismissing_rules};
