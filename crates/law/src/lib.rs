//! What is asked: the Regulation as constants and pure functions, one file an article or annex in its order,
//! beside the dated state of the law. This room must never guess: a verdict says which declared fact it turned on,
//! a missing fact makes it undetermined, and what rests on a draft or an inference asks for legal review.
//! Start reading at [`assess`].

mod annex_iii;
mod annex_iv;
mod annex_viii;
mod applied_standards;
mod article_2_scope;
mod article_32_routes;
mod article_3_remote;
mod article_7_classification;
mod beside_article_32;
pub mod calendar;
mod categories;
mod category;
mod citation;
mod free_software;
mod reason;
mod roles;
mod route;
mod source;
mod state;
mod step;
mod verdict;

pub use annex_viii::{MODULES, ModuleDuties, module_duties, procedure_name};
pub use article_2_scope::{ScopeOutcome, ScopeVerdict, scope};
pub use article_3_remote::{RemoteOutcome, RemoteVerdict, remote_services};
pub use article_7_classification::{ClassOutcome, ClassVerdict, classification};
pub use article_32_routes::routes;
pub use calendar::{BindingDate, Bound, binding_dates};
pub use categories::{categories, category, nearest_category};
pub use category::{Category, Class};
pub use citation::Citation;
pub use free_software::{FreeSoftwareOutcome, FreeSoftwareVerdict, free_software};
pub use reason::Reason;
pub use roles::{Role, RoleOutcome, RoleVerdict, role};
pub use route::{Route, RoutesVerdict};
pub use source::{Source, Verification};
pub use state::{
    AssuranceLevel, CommonSpecification, DesignatedScheme, LONGEST_STATE_BYTES, MandatoryCertification,
    MinimumSupportPeriod, NotAState, NotifiedBodies, Publication, ReportingPlatform, Standard, StateName,
    StateOfTheLaw,
};
pub use verdict::{Verdict, assess};
