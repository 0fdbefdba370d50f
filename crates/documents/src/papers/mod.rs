//! The papers themselves: each a pure function from what is declared, judged and found to a [`Document`](crate::Document).
//!
//! No paper may look complete when it is not: what the law asks for and the dossier does not state stands in it as
//! missing, where it belongs, and is counted in the status. Start reading at `register`, then `declaration`.

mod annex_i_matrix;
mod assessment_report;
mod beyond_annex_vii;
mod day;
mod declaration;
mod declaration_to_issue;
mod file;
mod finding_row;
mod findings_report;
mod gap;
mod inputs;
mod making;
mod masthead;
mod maturity_report;
mod names;
mod obstacles;
mod pairs;
mod point;
mod reasons;
mod register;
mod simplified_declaration;
mod standards;
mod technical_documentation;
mod user_information;

pub use assessment_report::assessment_report;
pub use declaration::declaration;
pub use declaration_to_issue::{DeclarationLack, DeclarationToIssue, declaration_to_issue};
pub use findings_report::findings_report;
pub use inputs::{AdvisorySource, GateSummary, IssuedPaper, PaperInputs, SbomSummary, VulnerabilityData};
pub use maturity_report::maturity_report;
pub use register::{Paper, papers};
pub use simplified_declaration::simplified_declaration;
pub use technical_documentation::technical_documentation;
pub use user_information::user_information;
