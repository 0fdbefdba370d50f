//! How good a bill of materials is: against the Regulation's own minimum, and against guidelines that ask for more.

mod bsi_tr_03183_2;
mod check;
mod cisa_minimum_elements;
mod component_elements;
mod document_elements;
mod guideline;
mod judge;
mod ntia_minimum_elements;
mod regulation;
mod sbom_judgement;
mod seen;

pub use check::{MendedBy, Tier};
pub use guideline::Guideline;
pub use judge::judge_sbom;
pub use sbom_judgement::{CheckAnswer, CheckOutcome, GuidelineAnswer, Lacking, SbomJudgement};
