//! What is asked: the Regulation as constants and pure functions, one file an article or annex in its order,
//! beside the dated state of the law. This room must never guess: a verdict says which declared fact it turned on,
//! a missing fact makes it undetermined, and what rests on a draft or an inference asks for legal review.
//! Start reading at [`assess`].

mod annex_i_gate;
mod annex_i_part_i;
mod annex_i_part_ii;
mod annex_ii;
mod annex_iii;
mod annex_iv;
mod annex_v;
mod annex_vi;
mod annex_vii;
mod annex_viii;
mod applicability;
mod applied_standards;
mod article_13;
mod article_2_scope;
mod article_30;
mod article_32_routes;
mod article_3_remote;
mod article_7_classification;
mod beside_article_32;
pub mod calendar;
mod case;
mod categories;
mod category;
mod citation;
mod contradicting_conformity;
mod contradicting_product;
mod contradicting_requirements;
mod contradicting_roles;
mod contradictions;
mod evidence_kind;
mod evidence_search;
mod free_software;
mod kept;
mod next_steps;
mod obligation;
mod readiness;
mod reason;
mod register;
mod requirement_ids;
mod roles;
mod route;
mod shown;
mod source;
mod state;
mod step;
mod verdict;

pub use annex_i_gate::{AdvisoryData, Block, BlockCause, Cleared, ClearedBy, Gate, GateInputs, gate};
pub use annex_viii::{MODULES, ModuleDuties, module_duties, procedure_name};
pub use applied_standards::names as names_standard;
pub use article_2_scope::{ScopeOutcome, ScopeVerdict, scope};
pub use article_3_remote::{RemoteOutcome, RemoteVerdict, remote_services};
pub use article_7_classification::{ClassOutcome, ClassVerdict, classification};
pub use article_32_routes::routes;
pub use calendar::{BindingDate, Bound, binding_dates};
pub use case::Case;
pub use categories::{categories, category, nearest_category};
pub use category::{Category, Class};
pub use citation::Citation;
pub use contradictions::{MOST_PROBLEMS, contradictions};
pub use evidence_kind::EvidenceKind;
pub use free_software::{FreeSoftwareOutcome, FreeSoftwareVerdict, free_software};
pub use kept::{FileState, Kept, SbomState};
pub use next_steps::{STEPS_SHOWN, Step, next_steps};
pub use obligation::{Applicability, Obligation};
pub use readiness::{Standing, StandingState, readiness, standing};
pub use reason::Reason;
pub use register::{OBLIGATIONS, obligation, requirements};
pub use requirement_ids::{PART_I, PART_II};
pub use roles::{Role, RoleOutcome, RoleVerdict, role};
pub use route::{Route, RoutesVerdict};
pub use shown::Missing;
pub use source::{Source, Verification};
pub use state::{
    AssuranceLevel, CommonSpecification, DesignatedScheme, LONGEST_STATE_BYTES, MandatoryCertification,
    MinimumSupportPeriod, NotAState, NotifiedBodies, Publication, ReportingPlatform, Standard, StateName,
    StateOfTheLaw,
};
pub use verdict::{Verdict, assess};
