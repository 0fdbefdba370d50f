//! Products of the record: their files and releases, what is decided about their findings, what must stay and may go.

mod another_operators;
mod archive_product;
mod assess_files;
mod assess_kept;
mod assessed_today;
mod carried_declaration;
mod change_order;
mod check_handed;
mod decide_findings;
mod decided_finding;
mod declaration_now;
mod declaration_standing;
mod declarations_of;
mod dossier_diff;
mod dossier_history;
mod evidence_of;
mod files_of_then;
mod finding_seen;
mod gate_handed;
mod ground;
mod handed_file;
mod handed_over;
mod issue_declaration;
mod keep_files;
mod kept_advisories;
mod kept_dossier;
mod kept_files;
mod kept_inputs;
mod kept_packs;
mod kept_weight;
mod look_at_holds;
mod look_handed;
mod look_kept;
mod make_papers;
mod own_list;
mod pack_age;
mod place_hold;
mod present_release;
mod product_decisions;
mod product_documents;
mod purge;
mod release_hold;
mod rescan;
mod review_handed;
mod submission;
mod submit_release;
mod superseded;
mod unapproved;
mod withdraw_decision;

pub use archive_product::archive_product;
pub use assess_files::OpenKeptSources;
pub use assess_kept::{KeptOrder, assess_kept};
pub(crate) use assessed_today::{assessed_today, own_release};
pub use change_order::ChangeOrder;
pub use check_handed::check_handed;
pub(crate) use decide_findings::DECISION;
pub use decide_findings::{FindingDecision, decide_findings, decision_records, needs_a_second_person};
pub use decided_finding::DecidedFinding;
pub(crate) use declaration_now::{DeclarationOf, declaration_now};
pub use declaration_standing::{
    DeclarationStanding, DeclarationStands, EarlierReview, WaitingDeclaration, declaration_standing,
    issued_declaration, proposed_declaration,
};
pub use dossier_diff::{KeyChange, KeyChangeKind, dossier_diff};
pub use dossier_history::{DossierRevision, dossier_history, dossier_revision};
pub(crate) use finding_seen::finding_seen;
pub use gate_handed::gate_handed;
pub use ground::ground;
pub use handed_file::{HandedFile, LARGEST_FILE_BYTES, LONGEST_PATH_BYTES, MOST_FILES};
pub use handed_over::HandedOrder;
pub(crate) use issue_declaration::{
    DECLARATION, IssuedNow, check_signing, issue_declaration, room_to_issue, unforbidden, written,
};
pub(crate) use keep_files::refused;
pub use keep_files::{FilesOrder, KeptProduct, keep_files};
pub use kept_advisories::kept_advisories;
pub(crate) use kept_dossier::present_dossier;
pub use kept_dossier::{DossierKeyLine, KeptDossier, kept_dossier, read_kept};
pub use kept_files::KeptFiles;
pub use kept_packs::{KeptPack, PackedFile, kept_pack, kept_packs, pack_archive, packed_file};
pub use kept_weight::{kept_weight, pack_weight};
pub use look_at_holds::{look_at_hold, look_at_holds};
pub use look_handed::look_handed;
pub use look_kept::{Looked, glance_at_kept, look_kept};
pub use make_papers::{MadePapers, PapersOrder, make_papers};
pub use pack_age::{PackAge, pack_age};
pub use place_hold::{HoldOrder, place_hold};
pub(crate) use product_decisions::dossier_decisions;
pub use product_decisions::{
    DecisionOrigin, ProductDecision, decided_in_dossier, decision_on_finding, decision_origins,
    product_decisions,
};
pub use product_documents::{DocumentRole, KeptDocument, product_document, product_documents};
pub use purge::{PurgeOrder, PurgeReport, Purged, Spared, holds, purge};
pub use release_hold::release_hold;
pub(crate) use rescan::jobs_of_product;
pub use rescan::{Owed, RESCAN, RescanWork, rescan, rescan_jobs, rescan_weight};
pub use review_handed::{EARLIER_FOLDER, NEWER_FOLDER, review_handed};
pub use submission::{Submission, SubmittedArtefact};
pub use submit_release::{SubmitOrder, Submitted, submit_release};
pub(crate) use superseded::{PURGE, PURGED};
pub use withdraw_decision::withdraw_decision;
