//! The register of routes: every one there is, once. Router, OpenAPI document and the authorisation matrix come of it.

use proofmark_access::Right;
use proofmark_text::text;

use crate::route::Wall::{OpenLedger, Public};
use crate::route::{Route, schema_of};
use crate::{api, pages};

/// Every route, in the order of a product's life after those that anybody needs.
pub static ROUTES: &[Route] = &[
    Route::file("/healthz", "health", Public, || text!("web-route-health"), api::health),
    Route::file("/assets/{name}", "asset", Public, || text!("web-route-asset"), pages::asset),
    Route::file(
        "/ledger/checkpoint",
        "checkpoint",
        Public,
        || text!("web-route-checkpoint"),
        api::checkpoint,
    ),
    Route::file("/ledger/key", "ledger-key", Public, || text!("web-route-ledger-key"), api::ledger_key),
    Route::file(
        "/ledger/tile/entries/{*place}",
        "ledger-entries",
        OpenLedger(Right::SeeLedger),
        || text!("web-route-entries"),
        api::entries,
    ),
    Route::file("/ledger/tile/{*place}", "ledger-tile", Public, || text!("web-route-tile"), api::tile),
    Route::page("/", "front", Public, || text!("web-route-front"), pages::front),
    Route::page("/sign-in", "sign-in", Public, || text!("web-route-sign-in"), pages::sign_in_page),
    Route::form("/preferences", "preferences", Public, || text!("web-route-preferences"), pages::preferences),
    Route::read(
        "/api/v1/openapi.json",
        "openapi",
        Public,
        schema_of::<serde_json::Value>,
        || text!("web-route-openapi"),
        api::openapi,
    ),
];
