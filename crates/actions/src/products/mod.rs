//! Products of the record: their files and releases, what is decided about their findings, what must stay and may go.

mod archive_product;
mod assess_files;
mod assess_kept;
mod change_order;
mod decide_findings;
mod dossier_diff;
mod dossier_history;
mod ground;
mod handed_file;
mod keep_files;
mod kept_advisories;
mod kept_files;
mod look_kept;
mod place_hold;
mod purge;
mod release_hold;
mod rescan;
mod submission;
mod submit_release;
mod superseded;
mod withdraw_decision;

pub use archive_product::archive_product;
pub use assess_files::OpenKeptSources;
pub use assess_kept::{KeptOrder, assess_kept};
pub use change_order::ChangeOrder;
pub use decide_findings::{
    DecidedFinding, FindingDecision, decide_findings, decision_records, needs_a_second_person,
};
pub use dossier_diff::{KeyChange, KeyChangeKind, dossier_diff};
pub use dossier_history::{DossierRevision, dossier_history, dossier_revision};
pub use ground::ground;
pub use handed_file::{HandedFile, LARGEST_FILE_BYTES, LONGEST_PATH_BYTES, MOST_FILES};
pub(crate) use keep_files::refused;
pub use keep_files::{FilesOrder, KeptProduct, keep_files};
pub use kept_advisories::kept_advisories;
pub use kept_files::KeptFiles;
pub use look_kept::{Looked, glance_at_kept, look_kept};
pub use place_hold::{HoldOrder, place_hold};
pub use purge::{PurgeOrder, PurgeReport, Purged, Spared, holds, purge};
pub use release_hold::release_hold;
pub(crate) use rescan::jobs_of_product;
pub use rescan::{RESCAN, RescanWork, rescan, rescan_jobs};
pub use submission::{Submission, SubmittedArtefact};
pub use submit_release::{SubmitOrder, Submitted, submit_release};
pub(crate) use superseded::{PURGE, PURGED};
pub use withdraw_decision::withdraw_decision;
