//! The ledger: its tiles for anybody who follows it, its pages, its proofs.

use proofmark_access::Right;
use proofmark_text::text;

use crate::route::Wall::{OpenLedger, Operator, Public};
use crate::route::{Route, schema_of};
use crate::{api, desk, pages};

/// The ledger: its tiles for anybody who follows it, its pages, its proofs.
pub(super) const ROUTES: &[Route] = &[
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
    Route::page(
        "/o/{operator}/ledger",
        "ledger",
        Operator(Right::SeeLedger),
        || text!("web-route-ledger"),
        pages::ledger,
    ),
    Route::page(
        "/o/{operator}/ledger/{line}/proof",
        "line-proof",
        Operator(Right::SeeLedger),
        || text!("web-route-proof"),
        pages::proof,
    ),
    Route::read(
        "/api/v1/ledger/consistency",
        "ledger-consistency",
        Public,
        schema_of::<api::Growth>,
        || text!("web-route-consistency"),
        api::consistency,
    )
    .asking(schema_of::<api::GrowthAsked>),
    Route::read(
        "/api/v1/operators/{operator}/ledger/lines",
        "list-lines",
        Operator(Right::SeeLedger),
        schema_of::<api::LinesShown>,
        || text!("web-route-ledger"),
        api::lines,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/ledger/lines/{line}/proof",
        "prove-line",
        Operator(Right::SeeLedger),
        schema_of::<String>,
        || text!("web-route-proof"),
        api::proof,
    ),
];
