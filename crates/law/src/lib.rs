//! What is asked: the Regulation as constants and pure functions, one file an article or annex in its order,
//! beside the dated state of the law. This room must never guess: a verdict says which declared fact it turned on,
//! a missing fact makes it undetermined, and what rests on a draft or an inference asks for legal review.
//! Start reading at [`assess`].

mod annex_i_gate;
pub mod calendar;
mod case;
mod citation;
mod classes;
mod contradictions;
mod kept;
mod modification;
mod readiness;
mod reason;
mod register;
mod roles;
mod routes;
mod scope;
mod source;
mod state;
mod step;
mod verdict;

pub use annex_i_gate::{AdvisoryData, Block, BlockCause, Cleared, ClearedBy, Gate, GateInputs, gate};
pub use calendar::{BindingDate, Bound, binding_dates};
pub use case::Case;
pub use citation::Citation;
pub use classes::article_7_classification::{ClassOutcome, ClassVerdict, classification};
pub use classes::categories::{categories, category, nearest_category};
pub use classes::category::{Category, Class};
pub use contradictions::contradiction::{MOST_PROBLEMS, contradictions};
pub use contradictions::modification::unreasoned;
pub use kept::{FileState, Kept, SbomState};
pub use modification::difference::Difference;
pub use modification::differences::differences;
pub use modification::follow::{Follow, FollowKind};
pub use modification::modification_verdict::{Decision, ModificationVerdict, modification};
pub use modification::proposal::Proposal;
pub use readiness::next_steps::{STEPS_SHOWN, Step, next_steps};
pub use readiness::shown::Missing;
pub use readiness::standing::{Standing, StandingState, readiness, standing};
pub use reason::Reason;
pub use register::evidence_kind::EvidenceKind;
pub use register::obligation::{Applicability, Obligation};
pub use register::obligations::{OBLIGATIONS, obligation, requirements};
pub use register::requirement_ids::{PART_I, PART_II};
pub use roles::role::{Role, RoleOutcome, RoleVerdict, role};
pub use routes::annex_viii::{MODULES, ModuleDuties, module_duties, procedure_name};
pub use routes::applied_standards::names as names_standard;
pub use routes::article_32_routes::routes;
pub use routes::route::{Route, RoutesVerdict};
pub use scope::article_2_scope::{ScopeOutcome, ScopeVerdict, scope};
pub use scope::article_3_remote::{RemoteOutcome, RemoteVerdict, remote_services};
pub use scope::free_software::{FreeSoftwareOutcome, FreeSoftwareVerdict, free_software};
pub use source::{Source, Verification};
pub use state::state_of_the_law::{
    AssuranceLevel, CommonSpecification, DesignatedScheme, LONGEST_STATE_BYTES, MandatoryCertification,
    MinimumSupportPeriod, NotAState, NotifiedBodies, Publication, ReportingPlatform, Standard, StateName,
    StateOfTheLaw,
};
pub use verdict::{Verdict, assess};
