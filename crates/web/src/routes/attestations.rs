//! What others say about the ledger: for anybody who follows it, and whom to ask.

use proofmark_access::Right;
use proofmark_facts::AttestorSettings;
use proofmark_text::text;

use crate::route::Wall::{Installation, Public};
use crate::route::{JSON, Method, Route, schema_of};
use crate::{api, pages};

/// What others say about the ledger.
pub(super) const ROUTES: &[Route] = &[
    Route::file(
        "/ledger/checkpoints/{size}",
        "checkpoint-of-size",
        Public,
        || text!("stamps-route-checkpoint"),
        api::sized_checkpoint,
    ),
    Route::file(
        "/ledger/timestamps/{size}",
        "time-stamp",
        Public,
        || text!("stamps-route-timestamp"),
        api::time_stamp_of_size,
    ),
    Route::page(
        "/ledger/attestors",
        "attestors",
        Installation(Right::SealLedger),
        || text!("stamps-route-page"),
        pages::attestors,
    ),
    Route::form(
        "/ledger/attestors",
        "change-attestors",
        Installation(Right::SealLedger),
        || text!("stamps-route-change"),
        pages::change_the_attestors,
    ),
    Route::read(
        "/api/v1/ledger/attestations",
        "list-attestations",
        Public,
        schema_of::<api::AttestationsAnswer>,
        || text!("stamps-route-attestations"),
        api::list_attestations,
    )
    .asking(schema_of::<api::AttestationsAsked>),
    Route::read(
        "/api/v1/ledger/attestors",
        "show-attestors",
        Installation(Right::SealLedger),
        schema_of::<AttestorSettings>,
        || text!("stamps-route-attestors"),
        api::show_attestors,
    ),
    Route::read(
        "/api/v1/ledger/attestors",
        "put-attestors",
        Installation(Right::SealLedger),
        schema_of::<AttestorSettings>,
        || text!("stamps-route-change"),
        api::put_attestors,
    )
    .changing(Method::Put, JSON, Some(schema_of::<AttestorSettings>)),
];
