//! What people see: one file a page, each with the forms on it.

mod account;
mod advisory_link;
mod approvals;
mod archiving;
mod assets;
mod attestations;
mod attestors;
mod case;
mod case_words;
mod cases;
mod changes;
#[cfg(test)]
mod claim_samples;
mod component;
mod component_tree;
mod decisions;
mod declaration;
mod documents;
mod dossier;
mod dossier_revisions;
mod feed_standings;
mod feeds;
mod files;
mod finding;
mod finding_claims;
mod finding_declared;
mod finding_facts;
mod finding_past;
mod finding_rows;
mod finding_seen;
mod finding_triage;
mod finding_why;
mod findings;
mod front;
mod handing_in;
mod identities;
mod identity;
mod identity_providers;
mod installation_approvals;
mod ledger;
mod mail;
mod match_confidence;
mod needs;
mod obligations;
mod operators;
mod overview_pictures;
mod paper_rows;
mod passkeys;
mod people;
mod person;
mod portfolio;
mod preferences;
mod product;
mod product_documents;
mod product_frame;
mod product_obligations;
mod product_people;
mod proposal_words;
mod reader_of;
mod release;
mod release_frame;
mod retention;
#[cfg(test)]
mod sample_assessments;
#[cfg(test)]
mod sample_papers;
#[cfg(test)]
mod samples;
mod search;
mod sessions;
mod set_up;
mod settings;
mod settings_frame;
mod sign_in;
mod verdict;
mod waiting_proposal;
mod webhook;
mod webhook_forms;
mod webhooks;
mod whose_account;
mod words;
mod workloads;

pub(crate) use account::{account, end_everywhere, enrol_codes, forget_passkey, new_password, prove_codes};
pub(crate) use approvals::{approvals, approve, refuse, sign_several, withdraw};
pub(crate) use archiving::archive;
pub(crate) use assets::asset;
pub(crate) use attestors::{attestors, change_the_attestors};
pub(crate) use case::case;
pub(crate) use cases::cases;
pub(crate) use changes::changes;
pub(crate) use component::component;
pub(crate) use component_tree::component_tree;
pub(crate) use decisions::{decisions, withdraw_a_decision};
pub(crate) use declaration::{declaration, issue_declaration};
pub(crate) use documents::{documents, make_papers_form};
pub(crate) use dossier::dossier;
pub(crate) use feeds::{feeds, retry_installation_job, retry_job};
pub(crate) use files::{file, revision};
pub(crate) use finding::finding;
pub(crate) use findings::{decide, findings};
pub(crate) use front::front;
pub(crate) use handing_in::{assess_again, hand_in};
pub(crate) use identities::{forget_identity, identities};
pub(crate) use identity::{accept_with, back, link_identity, sign_in_with};
pub(crate) use identity_providers::{
    add_provider, identity_providers, keep_provider_secret, pause_provider, remove_provider, resume_provider,
};
pub(crate) use installation_approvals::{
    approve as approve_for_installation, refuse as refuse_for_installation,
    withdraw as withdraw_for_installation,
};
pub(crate) use ledger::{ledger, proof};
pub(crate) use mail::{change_mail, mail, remove_mail, test_letter};
pub(crate) use operators::{add_operator, operators};
pub(crate) use passkeys::{passkey_challenge, passkey_sign_in, register, registration_challenge};
pub(crate) use people::{invite_person, invite_person_again, make_a_token, people, reset_link, revoke};
pub(crate) use person::{change_person, close_out, forget_factor, let_back, person};
pub(crate) use portfolio::portfolio;
pub(crate) use preferences::preferences;
pub(crate) use product::product;
pub(crate) use product_documents::product_documents;
pub(crate) use product_obligations::product_obligations;
pub(crate) use reader_of::reader_refused;
pub(crate) use release::release;
pub(crate) use retention::{place_hold, purge, release_hold, retention};
#[cfg(test)]
pub(crate) use sample_assessments::assessed;
pub(crate) use search::search;
pub(crate) use sessions::{end_others, end_session, end_sessions_of};
pub(crate) use set_up::{accept, invitation_page, reset, reset_page, set_up, set_up_page};
pub(crate) use settings::settings;
pub(crate) use sign_in::{sign_in, sign_in_code, sign_in_page, sign_out};
pub(crate) use webhook::{
    change_webhook, pause_webhook, remove_webhook, replay_delivery, rotate_secret, webhook,
};
pub(crate) use webhooks::{add_webhook, webhooks};
pub(crate) use whose_account::{confirm_person, flag_same_person, part_same_person};
pub(crate) use workloads::{revoke_trust, trust, workloads};
