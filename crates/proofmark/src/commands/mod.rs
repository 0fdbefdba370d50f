//! What each command does: parse, open, call one action, show. One file a command.

mod assess;
mod attesting;
mod check;
mod clocks;
mod declaration;
mod doctor;
mod explain;
mod feed_providers;
mod feeds;
mod here;
mod hold;
mod init;
mod interview;
mod law;
mod law_map;
mod law_state;
mod law_try;
mod ledger;
mod maturity;
mod modification;
mod moving;
mod purge;
mod quiz;
mod record;
mod sbom;
mod scan;
mod schema;
mod serve;
mod verify;
mod versions;

pub(crate) use assess::{PACK, in_directory, named};
pub(crate) use attesting::LISTED;
pub(crate) use declaration::{Issued, save};
pub(crate) use here::here;
pub(crate) use ledger::print_key;
pub use schema::schema_of;
