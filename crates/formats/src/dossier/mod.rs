//! `proofmark.toml`: the makers' own declaration, read with every problem at its place.
//!
//! The register of keys stands section by section beside the code that reads them ([`Key`](key::Key)), and
//! drives reading, the reference for people and the starter file alike. Nothing here judges what is
//! declared: contradictions are the law's to find. Start reading at `read.rs`.

mod ai_act;
mod answers;
mod answers_file;
mod authority_request;
mod boundary;
mod case_keys;
mod certificate;
mod classification;
mod component_decision;
mod condition_check;
mod condition_fault;
mod condition_field;
mod condition_grounds;
mod conformity;
mod contact;
mod core_functionality;
mod date;
mod declared_case;
mod depth;
mod described;
mod enterprise;
mod evidence;
mod excerpt;
mod free_software;
mod gate_policy;
mod gate_rules;
mod instant;
mod instructions;
mod key;
mod lines;
mod mandate;
mod modification;
mod notes;
mod operator;
mod other_certificate;
mod places;
mod placing;
mod product;
mod read;
mod redaction_policy;
mod reference;
mod release;
mod remote;
mod reporting_place;
mod requirement;
mod risk_assessment;
mod scope;
mod security_update;
mod spelling;
mod starter;
mod supplier_check;
mod supply_chain;
mod support_period;
mod syntax;
mod table;
mod technical;
mod triage_condition;
mod triage_policy;
mod value;

#[cfg(test)]
mod tests;

pub use answers::{Answer, Answers};
pub use answers_file::read_answers;
pub use condition_fault::ConditionFault;
pub use described::{
    DossierKey, Takes, dossier_key, dossier_keys, judge_answer, judge_yes_or_no, nearest_dossier_key,
};
pub use excerpt::{Excerpt, ExcerptLine, excerpt};
pub use gate_policy::{ReadGatePolicy, read_gate_policy};
pub use places::Places;
pub(crate) use read::read_prepared;
pub use read::{PartialDossier, ReadDossier, read_dossier, read_partial_dossier};
pub use redaction_policy::read_redaction_policy;
pub use reference::dossier_reference;
pub use starter::{filled, starter};
pub use triage_condition::{ConditionFacts, Fact, Met, TriageCondition};
pub use triage_policy::{ReadTriagePolicy, read_triage_policy};
