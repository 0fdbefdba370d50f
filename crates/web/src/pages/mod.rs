//! What people see: one file a page, each with the forms on it.

mod account;
mod approvals;
mod assets;
mod feeds;
mod files;
mod finding_rows;
mod findings;
mod front;
mod handing_in;
mod ledger;
mod obligations;
mod passkeys;
mod people;
mod portfolio;
mod preferences;
mod product;
mod reader_of;
mod release;
#[cfg(test)]
mod samples;
mod search;
mod set_up;
mod settings;
mod sign_in;
mod verdict;
mod words;

pub(crate) use account::{account, end_everywhere, enrol_codes, forget_passkey, new_password, prove_codes};
pub(crate) use approvals::{approvals, approve, refuse, withdraw};
pub(crate) use assets::asset;
pub(crate) use feeds::{feeds, retry_job};
pub(crate) use files::{file, revision};
pub(crate) use findings::{decide, findings};
pub(crate) use front::front;
pub(crate) use handing_in::{assess_again, hand_in};
pub(crate) use ledger::{ledger, proof};
pub(crate) use passkeys::{passkey_challenge, passkey_sign_in, register, registration_challenge};
pub(crate) use people::{invite_person, invite_person_again, make_a_token, people, reset_link, revoke};
pub(crate) use portfolio::portfolio;
pub(crate) use preferences::preferences;
pub(crate) use product::product;
pub(crate) use release::release;
#[cfg(test)]
pub(crate) use samples::assessed;
pub(crate) use search::search;
pub(crate) use set_up::{accept, invitation_page, reset, reset_page, set_up, set_up_page};
pub(crate) use settings::settings;
pub(crate) use sign_in::{sign_in, sign_in_code, sign_in_page, sign_out};
