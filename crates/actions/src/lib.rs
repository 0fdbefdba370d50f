//! What people do: each action decides with facts and law, keeps what came of it and writes exactly one line
//! of the ledger. This room must never open a file, a socket or a database, nor read a clock: it is handed
//! who asks, when, and whom to ask. Start reading at [`assess`], then [`assemble_pack`] and [`verify_pack`].

mod advisory_reading;
mod advisory_records;
mod again_when_moved;
mod assemble_pack;
mod assess;
mod assessment;
mod attesting;
mod build_facts;
mod cases;
mod changed_node;
mod claim_words;
mod compare_lists;
mod compare_states;
mod component_list;
mod conclusion;
mod convert_sbom;
mod database_status;
mod decision_lacks;
mod decisions_on;
mod determine_modification;
mod dossier_input;
mod entry;
mod error;
mod expectation;
mod explain;
mod explain_vulnerability;
mod feeds;
mod files_to_hand_in;
mod findings;
mod gate;
mod generating;
mod glance_at_ledger;
mod in_order;
mod informed;
mod interview;
mod judge_advisory;
mod judge_list;
mod keep_assessment;
mod keep_review;
mod kept_decisions;
mod kernel_facts;
mod kernel_fold;
mod ledger_line;
mod line_action;
mod maturity;
mod merge_sboms;
mod merged;
mod modification_review;
mod moving;
mod named_files;
mod notices;
mod of_then;
mod over;
mod overview;
mod pack;
mod papers;
pub mod people;
mod products;
mod propose_modification;
mod prove_growth;
mod prove_line;
mod publish_ledger;
mod record;
mod record_check;
mod record_import;
mod redact_sbom;
mod redacting;
mod releases;
mod retry_job;
mod revision;
mod rule_applied;
mod rules_before;
mod scan;
#[cfg(test)]
mod scan_alike;
mod scan_finding;
mod seal;
mod seal_batch;
mod sign_state;
mod state_in_use;
mod stated_histories;
mod stated_soc;
mod subject;
mod told_once;
mod triage;
mod triage_due;
mod triage_preview;
mod try_case;
mod unreadable_job;
mod use_state;
mod verify;
mod verify_pack;
mod vex_statements;
mod vulnerability_source;

pub use advisory_records::{AdvisoryArchive, AdvisoryRecords, index_error, is_advisory_file};
pub use assemble_pack::{PackFile, PackOrder, assemble_pack};
pub use assess::{Assessed, OpenSources, assess, look};
pub use assessment::{Assessment, DataSource, InputDocument, SbomInput, VulnerabilityData};
pub use attesting::{
    AttestationList, AttestorStanding, Attestors, COSIGN, CarriedStamp, CosignErrand, CosignWork, Cosigned,
    PackAttestation, SHORTEST_MINUTES, STAMP, StampErrand, StampedCheckpoint, TrustedAttestors,
    USUAL_MINUTES, attest_pack, attestation_jobs, attestations, attestors, begin_cosigning, begin_stamp,
    change_attestors, checkpoint_of_size, cosign_checkpoint, end_cosigning, end_stamp, shown_checkpoint,
    stamp_checkpoint, time_stamp, with_witness, without_witness,
};
pub use cases::{
    CaseInList, CaseInProduct, CaseOrder, CaseView, Draft, DraftField, DraftOrder, HandedProof, OpenOrder,
    Told, draft_stage, enter_in_case, look_at_case, look_at_cases, open_case,
};
pub use claim_words::{claim_says, contradiction_says};
pub use compare_lists::{ComparedList, KnownTurn, KnownTurns, ListComparison, compare_lists};
pub use compare_states::{ComparedProduct, StateComparison, compare_states, read_state, state_of_day};
pub use conclusion::AssessOrder;
pub use convert_sbom::{Conversion, ConversionReport, SbomForm, convert_sbom};
pub use database_status::{DatabaseSource, DatabaseStatus};
pub use determine_modification::{determine_modification, is_determined};
pub use dossier_input::DOSSIER;
pub use error::ActionError;
pub use expectation::Mismatch;
pub use explain::{AppliedReason, Explanation, Here, explain};
pub use explain_vulnerability::explain_named;
pub use feeds::{
    BundleManifest, CopiedFile, CopyHolds, CsafOrigin, FeedAlarm, FeedCopy, FeedStanding, FeedTerms,
    FeedTrouble, FeedTroubleKind, IMPORTED, SyncOutcome, SyncReport, SyncedFeed, is_feed_name,
    read_feed_bundle, sign_feed_bundle, standing_of,
};
pub use files_to_hand_in::{FilesToHandIn, HandedFor, check_inputs, files_to_hand_in};
pub use gate::{
    GateBasis, GateHit, GateOutcome, GateVerdict, HitPlace, POLICY, PolicyFile, RuleOutcome, RuleSource,
    WaiverStanding, WaiverUse, evaluate_gate, gate_files, junit, markdown, sarif,
};
pub use generating::{
    Artefact, FoundIn, GenerateAs, GeneratedSbom, GenerationReport, SourceRead, TreeSources, generate_sbom,
};
pub use glance_at_ledger::{LedgerGlance, glance_at_ledger};
pub use interview::{
    Asked, Choice, Interview, OpenQuestion, Question, Shape, missing_facts, question_for, questions,
};
pub use judge_advisory::{CsafCheckReport, judge_advisory};
pub use judge_list::{SbomCheckReport, SchemaAnswer, judge_list};
pub use kernel_fold::SameSource;
pub use ledger_line::{LedgerLine, LineDocument, LineDraft, LineRecord};
pub use line_action::action_says;
pub use maturity::{MaturityPaper, MaturityReport, maturity, maturity_of, maturity_papers};
pub use merge_sboms::{MergeConflict, MergeReport, merge_sboms};
pub use modification_review::{ModificationReview, ReviewOrder, RevisionInputs};
pub use moving::{
    EXPORT_MANIFEST, ExportManifest, ExportOrder, ExportedCheckpoint, ExportedDocument, ExportedFile,
    ExportedJob, ExportedLedger, ExportedRecord, ExportedRow, FillableRecord, Inlet, MovableRecord, Outlet,
    export_record, import_record, verify_export,
};
pub use notices::{
    ANNOUNCE, AddedWebhook, Carried, DELIVER, DIGESTS, Delivered, DeliveryAttempt, DeliveryErrand, Digest,
    KeptDelivery, LETTER, LONGEST_RETRY_HOURS, Letter, LetterErrand, MOST_ATTEMPTS, MailOrder, NewWebhook,
    Parcel, Post, Reply, Strongbox, WebhookChange, WebhookSecretDraw, add_webhook, again_at, announcement,
    begin_delivery, begin_letter, change_mail_settings, change_webhook, deliver, deliveries, delivery,
    digest, end_delivery, event_name, event_schema, mail_settings, remove_webhook, replay_delivery,
    rotate_webhook_secret, send_digests, send_letter, send_test_letter, spread, test_letters, webhook,
    webhooks, wish_letters,
};
pub use over::Over;
pub use overview::{
    CURVE_WEEKS, CurveWeek, FEED_STALE_AFTER_DAYS, FindingAge, SUPPORT_ENDING_MONTHS, curve_from,
    finding_ages, finding_curve, is_stale, needs_today, support_ending_until,
};
pub use pack::{Archive, ArchiveError, ArchiveFile, Manifest, ManifestFile};
pub use papers::{Papers, paper_title, papers};
pub use products::{
    ChangeOrder, DecidedFinding, DecisionOrigin, DeclarationStanding, DeclarationStands, DocumentRole,
    DossierKeyLine, DossierRevision, EARLIER_FOLDER, EarlierReview, FilesOrder, FindingDecision, HandedFile,
    HandedOrder, HoldOrder, KeptDocument, KeptDossier, KeptFiles, KeptOrder, KeptPack, KeptProduct,
    KeyChange, KeyChangeKind, LARGEST_FILE_BYTES, LONGEST_PATH_BYTES, Looked, MOST_FILES, MadePapers,
    NEWER_FOLDER, OpenKeptSources, Owed, PackAge, PackedFile, PapersOrder, ProductDecision, PurgeOrder,
    PurgeReport, Purged, RESCAN, RescanWork, Spared, Submission, SubmitOrder, Submitted, SubmittedArtefact,
    WaitingDeclaration, archive_product, assess_kept, check_handed, decide_findings, decided_in_dossier,
    decision_on_finding, decision_origins, decision_records, declaration_standing, dossier_diff,
    dossier_history, dossier_revision, gate_handed, glance_at_kept, ground, holds, issued_declaration,
    keep_files, kept_advisories, kept_dossier, kept_pack, kept_packs, kept_weight, look_at_hold,
    look_at_holds, look_handed, look_kept, make_papers, needs_a_second_person, pack_age, pack_archive,
    pack_weight, packed_file, place_hold, product_decisions, product_document, product_documents,
    proposed_declaration, purge, read_kept, release_hold, rescan, rescan_jobs, rescan_weight, review_handed,
    submit_release, withdraw_decision,
};
pub use propose_modification::propose_modification;
pub use prove_growth::prove_growth;
pub use prove_line::prove_line;
pub use publish_ledger::{PublishFile, ledger_tile, publish_ledger};
pub use record::operator_ids;
pub use record_check::{CheckAnswer, CheckOrder, CheckResult, record_check};
pub use record_import::{ImportOrder, record_import};
pub use redact_sbom::{RedactionReport, redact_sbom};
pub use redacting::Removed;
pub use releases::{
    ComponentTurn, ComponentTurns, DepthTurn, DossierTurn, FindingStep, FindingTurn, FindingTurns, GateTurn,
    KeptFindings, KeptSentence, KeptUnchecked, Listed, ReadGraph, ReleaseChanges, ReleaseOrder, StatedTurn,
    finding_history, finding_in_the_way, kept_advisory, kept_findings, kept_graph, list_weight,
    release_changes, release_since, said_weight, shipped,
};
pub use retry_job::retry_job;
pub use revision::{Revision, read_revision};
pub use rule_applied::{RuleApplied, RuleStanding};
pub use scan::{ScanEnd, ScanHead, ScanPart, ScanReport, ScannedList};
pub use scan_finding::{ScanFinding, ScanSighting};
pub use seal_batch::seal_batch;
pub use sign_state::{SignStateOrder, sign_state};
pub use state_in_use::{KnownState, StateInUse, StateOrigin, built_in, known_states, state_in_use};
pub use subject::{operator_of, subject};
pub use triage::{RuleEffect, RuleOnFinding};
pub use triage_due::{DueFinding, DueReport, DueStanding, default_targets, due};
pub use triage_preview::{RulePreview, TriagePreview, preview_triage};
pub use try_case::{CaseReport, try_case};
pub use use_state::{UseStateOrder, use_state};
pub use verify::{LedgerReport, schema_faults, set_backs, verify_ledger};
pub use verify_pack::{PackReport, Signer, verify_pack, verify_pack_under};
pub use vex_statements::vex_statements;
pub use vulnerability_source::VulnerabilitySource;
