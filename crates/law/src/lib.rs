//! What is asked: the Regulation as constants and pure functions, one file an article or annex in its order,
//! beside the dated state of the law. This room must never guess: a verdict says which declared fact it turned on,
//! a missing fact makes it undetermined, and what rests on a draft or an inference asks for legal review.
//! Start reading at [`assess`].

mod act_name;
mod annex_i_gate;
pub mod calendar;
mod case;
mod citation;
mod classes;
mod contradictions;
mod definitions;
mod in_language;
mod kept;
mod modification;
mod neighbours;
mod penalties;
mod periods;
mod readiness;
mod reason;
mod register;
mod reporting;
mod roles;
mod routes;
mod rows;
mod sbom_quality;
mod scope;
mod source;
mod standards_mapping;
mod state;
mod step;
mod suppliers;
mod teaching;
mod units;
mod verdict;

pub use act_name::act_name;
pub use annex_i_gate::{AdvisoryData, Block, BlockCause, Cleared, ClearedBy, Gate, GateInputs, gate};
pub use calendar::{BindingDate, Bound, binding_dates};
pub use case::Case;
pub use citation::Citation;
pub use classes::article_7_classification::{
    ClassOutcome, ClassPaths, ClassVerdict, classification, classify,
};
pub use classes::categories::{categories, category, nearest_category};
pub use classes::category::{Category, Class};
pub use classes::category_line::{CategoryLine, CategoryVerdict};
pub use classes::look_up::{KindOfProduct, product_kinds};
pub use classes::suggestion::Suggestion;
pub use contradictions::contradiction::{MOST_PROBLEMS, contradictions};
pub use contradictions::modification::unreasoned;
pub use definitions::{DEFINITIONS, Definition, definitions};
pub use in_language::register_sentences::register_sentences;
pub use kept::{FileState, Kept, SbomState};
pub use modification::difference::Difference;
pub use modification::differences::differences;
pub use modification::follow::{Follow, FollowKind};
pub use modification::modification_verdict::{ModificationVerdict, modification};
pub use modification::proposal::Proposal;
pub use modification::standing::Decision;
pub use neighbours::near::{Neighbours, TouchedAct, UnstatedAct, neighbours};
pub use penalties::enterprise_size::{EnterpriseVerdict, SizeOutcome, enterprise};
pub use penalties::exposure::{Exposure, Maximum, TierExposure, exposure};
pub use periods::duties::{Duties, Duty, DutyGroup, DutyState, Part, duties};
pub use periods::law_days::{LawDay, law_days};
pub use periods::retention::{Retention, RetentionRule, RetentionState, retention};
pub use periods::support_notices::{LatestOnly, LatestOnlyOutcome, NoticeKind, NoticeState, SupportNotice};
pub use periods::support_period::{SupportOutcome, SupportPeriodVerdict, SupportRule, support_period};
pub use readiness::area::Area;
pub use readiness::maturity::{AreaStanding, FirstStep, Maturity, Urgency, maturity};
pub use readiness::next_steps::{STEPS_SHOWN, Step, next_steps};
pub use readiness::routine::{ROUTINES, Rhythm, Routine};
pub use readiness::shown::Missing;
pub use readiness::standing::{Standing, StandingState, readiness, standing};
pub use readiness::stands::{Stands, tallied};
pub use reason::Reason;
pub use register::evidence_kind::EvidenceKind;
pub use register::lookup::{find, see_also};
pub use register::modal::Modal;
pub use register::obligation::{Applicability, Obligation};
pub use register::obligations::{OBLIGATIONS, obligation, requirements};
pub use register::requirement_ids::{PART_I, PART_II};
pub use register::suggestion::SuggestedEvidence;
pub use reporting::awareness::{AwarenessOutcome, AwarenessVerdict, LONG_ASSESSMENT_HOURS};
pub use reporting::case_verdict::CaseVerdict;
pub use reporting::clock::{Clock, ClockState};
pub use reporting::clocks::{clocks_of, stage_citation};
pub use reporting::content::{ContentItem, ContentNeed, StageContent};
pub use reporting::coordinator::{CoordinatorOutcome, CoordinatorVerdict};
pub use reporting::delay::{DelayGround, DisseminationVerdict, Ground, MayApply};
pub use reporting::fields::{FieldApplies, FieldGap, FieldNeed, Gap, PlatformField, platform_fields};
pub use reporting::filled::FilledField;
pub use reporting::form::{StageForm, stage_form};
pub use reporting::holidays::is_public_holiday;
pub use reporting::period::{Deadline, LegalOuter, Period};
pub use reporting::platform::{PlatformFact, platform_facts};
pub use reporting::trigger::{TriggerOutcome, TriggerVerdict};
pub use roles::editions::{EditionVerdict, WhichEdition, editions};
pub use roles::role::role;
pub use roles::role_verdict::{Extent, Role, RoleOutcome, RoleVerdict};
pub use routes::annex_viii::{Actor, MODULES, ModuleDuties, ModuleStep, module_duties, procedure_name};
pub use routes::applied_standards::names as names_standard;
pub use routes::article_32_routes::routes;
pub use routes::route::{Route, RoutesVerdict};
pub use rows::{Row, rows};
pub use sbom_quality::{
    CheckAnswer, CheckOutcome, Guideline, GuidelineAnswer, Lacking, MendedBy, SbomJudgement, Tier, judge_sbom,
};
pub use scope::article_2_scope::scope;
pub use scope::article_3_remote::{RemoteOutcome, RemoteVerdict, remote_services};
pub use scope::boundary::{
    BoundaryVerdict, ModuleOutcome, ModuleVerdict, VariantOutcome, VariantVerdict, boundary,
};
pub use scope::free_software::{FreeSoftwareOutcome, FreeSoftwareVerdict, free_software};
pub use scope::scope_verdict::{ScopeOutcome, ScopeVerdict};
pub use scope::tailor_made::{Deviation, TailorMadeOutcome, TailorMadeVerdict, tailor_made};
pub use source::{Source, Verification};
pub use standards_mapping::declared::{DeclaredStandard, SpeaksTo, declared_standards};
pub use standards_mapping::mapping::{
    MappedStandard, MappingOrigin, NotAMapping, StandardsMapping, standards_mapping,
};
pub use standards_mapping::row::{Confidence, MappingRow, Relation};
pub use state::difference::{Change, ProductDifference, StateDifference, difference_for, state_differences};
pub use state::instruments::{Coordinator, Coordinators, Instrument, LawProposal, NotUsed};
pub use state::regulation::{DaysFrom, FineTier, MonthsFrom, OwnFigures};
pub use state::state_of_the_law::{
    CommonSpecification, DesignatedScheme, LONGEST_STATE_BYTES, MandatoryCertification, MinimumSupportPeriod,
    NotAState, NotifiedBodies, Publication, ReportingPlatform, Standard, StateName, StateOfTheLaw,
};
pub use suppliers::check_point::{CheckPoint, CheckPointState};
pub use suppliers::consequence::Consequence;
pub use suppliers::supplier_check::{SupplierCheckOutcome, SupplierCheckVerdict, supplier_check};
pub use teaching::explain::{NotKnown, explain, explain_in};
pub use teaching::explained::{Explained, Showing, Subject};
pub use teaching::mistake::Mistake;
pub use teaching::mistakes::{MISTAKES, mistake};
pub use teaching::quiz::{MOST_QUESTIONS, quiz, quiz_in};
pub use teaching::quiz_question::QuizQuestion;
pub use teaching::role_notions::{ROLE_NOTIONS, RoleNotion};
pub use verdict::{Verdict, assess, assess_at};
