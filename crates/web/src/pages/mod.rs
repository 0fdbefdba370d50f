//! What people see: one file a page, each with the forms on it.

mod assets;
mod feeds;
mod files;
mod finding_rows;
mod findings;
mod front;
mod handing_in;
mod ledger;
mod obligations;
mod portfolio;
mod preferences;
mod product;
mod reader_of;
mod release;
mod search;
mod settings;
mod sign_in;
mod verdict;
mod words;

pub(crate) use assets::asset;
pub(crate) use feeds::{feeds, retry_job};
pub(crate) use files::{file, revision};
pub(crate) use findings::{decide, findings};
pub(crate) use front::front;
pub(crate) use handing_in::{assess_again, hand_in};
pub(crate) use ledger::{ledger, proof};
pub(crate) use portfolio::portfolio;
pub(crate) use preferences::preferences;
pub(crate) use product::product;
pub(crate) use release::release;
pub(crate) use search::search;
pub(crate) use settings::settings;
pub(crate) use sign_in::sign_in_page;
