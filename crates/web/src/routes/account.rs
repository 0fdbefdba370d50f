//! A person's own account.

use proofmark_text::text;

use crate::pages;
use crate::route::Wall::SignedIn;
use crate::route::{JSON, Method, Route, Takes};

/// A person's own account.
pub(super) const ROUTES: &[Route] = &[
    Route::page("/account", "account", SignedIn, || text!("web-route-account"), pages::account),
    Route::form(
        "/account/password",
        "change-password",
        SignedIn,
        || text!("web-route-password"),
        pages::new_password,
    ),
    Route::form("/account/codes", "enrol-codes", SignedIn, || text!("web-route-codes"), pages::enrol_codes),
    Route::form(
        "/account/codes/prove",
        "prove-codes",
        SignedIn,
        || text!("web-route-codes"),
        pages::prove_codes,
    ),
    Route::form(
        "/account/passkeys/challenge",
        "registration-challenge",
        SignedIn,
        || text!("web-route-passkey-register"),
        pages::registration_challenge,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::form(
        "/account/passkeys",
        "register-passkey",
        SignedIn,
        || text!("web-route-passkey-register"),
        pages::register,
    )
    .changing(Method::Post, JSON, None),
    Route::form(
        "/account/passkeys/remove",
        "remove-passkey",
        SignedIn,
        || text!("web-route-passkey-remove"),
        pages::forget_passkey,
    ),
    Route::form(
        "/account/sign-out-everywhere",
        "sign-out-everywhere",
        SignedIn,
        || text!("web-route-sign-out"),
        pages::end_everywhere,
    ),
];
