//! The API of one's own account: for a person in a session, never for a token in their place.

use proofmark_text::text;

use crate::api;
use crate::route::Wall::SignedIn;
use crate::route::{JSON, Method, Route, Takes, schema_of};

/// The API of one's own account.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/account",
        "show-account",
        SignedIn,
        schema_of::<api::AccountView>,
        || text!("ends-route-account"),
        api::show_account,
    ),
    Route::read(
        "/api/v1/account/password",
        "change-own-password",
        SignedIn,
        schema_of::<bool>,
        || text!("ends-route-own-password"),
        api::change_own_password,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::PasswordAsked>)),
    Route::read(
        "/api/v1/account/one-time-codes",
        "begin-one-time-codes",
        SignedIn,
        schema_of::<api::CodesBegun>,
        || text!("ends-route-begin-codes"),
        api::begin_one_time_codes,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .done_with(&[201]),
    Route::read(
        "/api/v1/account/one-time-codes/proof",
        "prove-one-time-codes",
        SignedIn,
        schema_of::<api::CodesProven>,
        || text!("ends-route-prove-codes"),
        api::prove_one_time_codes,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::CodeAsked>))
    .done_with(&[201]),
    Route::read(
        "/api/v1/account/passkeys/{key}",
        "remove-own-passkey",
        SignedIn,
        schema_of::<bool>,
        || text!("ends-route-remove-passkey"),
        api::remove_own_passkey,
    )
    .changing(Method::Delete, Takes::Nothing, None),
    Route::read(
        "/api/v1/account/identities/forget",
        "forget-own-identity",
        SignedIn,
        schema_of::<bool>,
        || text!("ends-route-forget-identity"),
        api::forget_own_identity,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::IdentityAsked>)),
    Route::read(
        "/api/v1/account/sign-out-everywhere",
        "end-own-sessions",
        SignedIn,
        schema_of::<bool>,
        || text!("ends-route-end-sessions"),
        api::end_own_sessions,
    )
    .changing(Method::Post, Takes::Nothing, None),
];
