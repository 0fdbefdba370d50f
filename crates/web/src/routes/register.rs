//! The register of routes: every one there is, once. Router, `OpenAPI` document and the authorisation matrix come of it.

use super::{
    account, account_api, attestations, command_api, document_api, document_pages, entrance, finding_api,
    finding_pages, identity, installation_api, installation_pages, issuing, ledger, overview, people_api,
    people_pages, product_api, product_pages, release_api, release_pages, sessions, settings_api,
    settings_pages,
};
use crate::route::Route;

/// Every route, each subject in a file of its own.
#[derive(Debug, Clone, Copy)]
pub struct Register(&'static [&'static [Route]]);

impl Register {
    /// Every route, in the register's order.
    pub fn iter(self) -> impl Iterator<Item = &'static Route> {
        self.0.iter().flat_map(|subject| subject.iter())
    }
}

/// Every route there is, in the order of a product's life after those that anybody needs.
pub static ROUTES: Register = Register(&[
    entrance::ROUTES,
    account::ROUTES,
    identity::ROUTES,
    product_pages::ROUTES,
    document_pages::ROUTES,
    issuing::ROUTES,
    release_pages::ROUTES,
    finding_pages::ROUTES,
    overview::ROUTES,
    people_pages::ROUTES,
    installation_pages::ROUTES,
    settings_pages::ROUTES,
    ledger::ROUTES,
    attestations::ROUTES,
    product_api::ROUTES,
    document_api::ROUTES,
    release_api::ROUTES,
    finding_api::ROUTES,
    people_api::ROUTES,
    account_api::ROUTES,
    sessions::ROUTES,
    settings_api::ROUTES,
    installation_api::ROUTES,
    command_api::ROUTES,
]);
