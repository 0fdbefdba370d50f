//! What people see: one file a page, each with the forms on it.

mod account;
mod approvals;
mod assets;
mod decisions;
mod feeds;
mod files;
mod finding_rows;
mod findings;
mod front;
mod handing_in;
mod ledger;
mod mail;
mod obligations;
mod passkeys;
mod people;
mod portfolio;
mod preferences;
mod product;
mod proposal_words;
mod reader_of;
mod release;
mod retention;
#[cfg(test)]
mod samples;
mod search;
mod set_up;
mod settings;
mod settings_frame;
mod sign_in;
mod verdict;
mod webhook;
mod webhook_forms;
mod webhooks;
mod words;

pub(crate) use account::{account, end_everywhere, enrol_codes, forget_passkey, new_password, prove_codes};
pub(crate) use approvals::{approvals, approve, refuse, sign_several, withdraw};
pub(crate) use assets::asset;
pub(crate) use decisions::{decisions, withdraw_a_decision};
pub(crate) use feeds::{feeds, retry_job};
pub(crate) use files::{file, revision};
pub(crate) use findings::{decide, findings};
pub(crate) use front::front;
pub(crate) use handing_in::{assess_again, hand_in};
pub(crate) use ledger::{ledger, proof};
pub(crate) use mail::{change_mail, mail, remove_mail, test_letter};
pub(crate) use passkeys::{passkey_challenge, passkey_sign_in, register, registration_challenge};
pub(crate) use people::{invite_person, invite_person_again, make_a_token, people, reset_link, revoke};
pub(crate) use portfolio::portfolio;
pub(crate) use preferences::preferences;
pub(crate) use product::product;
pub(crate) use release::release;
pub(crate) use retention::{place_hold, purge, release_hold, retention};
pub(crate) use search::search;
pub(crate) use set_up::{accept, invitation_page, reset, reset_page, set_up, set_up_page};
pub(crate) use settings::settings;
pub(crate) use sign_in::{sign_in, sign_in_code, sign_in_page, sign_out};
pub(crate) use webhook::{
    change_webhook, pause_webhook, remove_webhook, replay_delivery, rotate_secret, webhook,
};
pub(crate) use webhooks::{add_webhook, webhooks};
