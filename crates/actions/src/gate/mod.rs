//! The gate: the Regulation's rule and the manufacturer's own, judged together, and told to pipelines.

mod component_rules;
mod data_rules;
mod decision_rules;
mod evaluate_gate;
mod finding_rules;
mod gate_files;
mod gate_verdict;
mod junit;
mod licence_rules;
mod lines;
mod markdown;
mod policy_input;
mod sarif;
mod sbom_rules;
mod signature_rules;
mod waivers;

pub use evaluate_gate::evaluate_gate;
pub(crate) use finding_rules::state_of;
pub use gate_files::gate_files;
pub use gate_verdict::{
    GateBasis, GateHit, GateOutcome, GateVerdict, HitPlace, RuleOutcome, RuleSource, WaiverStanding,
    WaiverUse,
};
pub use junit::junit;
pub use markdown::markdown;
pub use policy_input::{POLICY, PolicyFile};
pub use sarif::sarif;
