//! What can be asked of the window, a file a subject.

mod account;
mod account_api;
mod attestations;
mod command_api;
mod document_api;
mod document_pages;
mod entrance;
mod finding_api;
mod finding_pages;
mod identity;
mod installation_api;
mod installation_pages;
mod issuing;
mod ledger;
mod overview;
mod people_api;
mod people_pages;
mod product_api;
mod product_pages;
mod register;
mod release_api;
mod release_pages;
mod sessions;
mod settings_api;
mod settings_pages;

pub use register::{ROUTES, Register};
