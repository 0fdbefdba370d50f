//! What programs ask: one file a thing.

mod account;
mod attestations;
mod closer;
mod commands;
mod decisions;
mod declarations;
mod description;
mod documents;
mod findings;
mod health;
mod holds;
mod jobs;
mod ledger;
mod mail;
mod me;
mod overview;
mod packs;
mod parts;
mod people;
mod products;
mod proposals;
mod sessions;
mod submissions;
mod tokens;
mod trusts;
mod webhooks;

pub(crate) use account::{
    AccountView, CodeAsked, CodesBegun, CodesProven, IdentityAsked, PasswordAsked, begin_one_time_codes,
    change_own_password, end_own_sessions, forget_own_identity, prove_one_time_codes, remove_own_passkey,
    show_account,
};
pub(crate) use closer::{ComponentShown, show_changes, show_component};
pub(crate) use commands::{
    CommandAsked, ExplainAsked, GateAnswered, GateAsked, MaturityAnswer, check_supplier, evaluate_gate,
    explain, review_modification, show_database, show_maturity, verify_ledger,
};
pub(crate) use decisions::{
    Decided, DecisionAsked, DecisionView, decide, list_decisions, show_decision, withdraw_decision,
};
pub(crate) use declarations::{
    IssuingAsked, IssuingProposed, StandingAnswer, issued_declaration, propose_declaration, show_declaration,
    waiting_declaration,
};

pub(crate) use attestations::{
    AttestationsAnswer, AttestationsAsked, list_attestations, put_attestors, show_attestors,
    sized_checkpoint, time_stamp_of_size,
};
pub(crate) use description::openapi;
pub(crate) use documents::{document, list_documents};
pub(crate) use findings::{list_components, list_findings};
pub(crate) use health::health;
pub(crate) use holds::{
    HoldAsked, HoldView, HoldsAnswer, HoldsAsked, PlacedAnswer, PrintAsked, PurgeAnswer, PurgeAsked,
    PurgeLookAsked, list_holds, look_at_purge, place_hold, purge, release_hold, show_hold,
};
pub(crate) use jobs::{list_jobs, retry_job, show_feeds};
pub(crate) use ledger::{
    Growth, GrowthAsked, LinesShown, checkpoint, consistency, entries, ledger_key, lines, proof, tile,
};
pub(crate) use mail::{
    MailAsked, MailView, TestLetter, change_mail, remove_mail, send_test_letter, show_mail,
};
pub(crate) use me::{Me, me};
pub(crate) use overview::{find, list_cases, show_case, show_portfolio};
pub(crate) use packs::{PackMade, PackShown, PaperAsked, PapersAsked, list_packs, make_pack, pack, paper};
pub(crate) use parts::{HandedParts, SubmissionParts};
pub(crate) use people::{
    Because, ConfirmationAsked, DoneOrProposed, DutiesAsked, InvitationAsked, LinkAnswer, SamePersonAsked,
    change_duties, confirm_account, disable_a_person, enable_a_person, forget_second_factor, invite_a_person,
    invite_a_person_again, list_people, reset_a_password, say_same_person, take_same_person_back,
};
pub(crate) use products::{
    ArchiveAnswer, ArchiveAsked, archive_product, assess_product, list_products, list_releases,
    show_assessment, show_product, show_release,
};
pub(crate) use proposals::{
    SignatureAsked, SignaturesAnswer, SignaturesAsked, approve_proposal, decide_proposals, list_proposals,
    refuse_proposal, show_proposal, take_proposal_back,
};
pub(crate) use sessions::{
    SessionsEnded, end_one_own_session, end_others_of_own, end_sessions_of, list_own_sessions,
};
pub(crate) use submissions::{SubmissionAnswer, submit_files};
pub(crate) use tokens::{
    OperatorAsked, TokenAnswer, TokenAsked, add_operator, end_token, issue_token, list_operators, list_tokens,
};
pub(crate) use trusts::{
    SecretAsked, add_a_provider, keep_secret, list_providers, list_workloads, pause_a_provider,
    remove_provider, resume_a_provider, revoke_a_workload, trust_a_workload,
};
pub(crate) use webhooks::{
    DeliveryView, NewWebhookAsked, WebhookAsked, WebhookSecretAnswer, WebhookView, add_webhook,
    change_webhook, list_deliveries, list_webhooks, remove_webhook, replay_delivery, rotate_secret,
    show_webhook,
};
