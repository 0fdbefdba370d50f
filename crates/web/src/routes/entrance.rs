//! How one comes in: health, assets, sign-in, invitations.

use proofmark_text::text;

use crate::route::Wall::{Guessable, Public, SignedIn};
use crate::route::{JSON, Method, Route, Takes};
use crate::{api, pages};

/// How one comes in: health, assets, sign-in, invitations.
pub(super) const ROUTES: &[Route] = &[
    Route::file("/healthz", "health", Public, || text!("web-route-health"), api::health),
    Route::file("/assets/{name}", "asset", Public, || text!("web-route-asset"), pages::asset),
    Route::page("/", "front", Public, || text!("web-route-front"), pages::front),
    Route::page("/sign-in", "sign-in", Public, || text!("web-route-sign-in"), pages::sign_in_page),
    Route::form("/preferences", "preferences", Public, || text!("web-route-preferences"), pages::preferences),
    Route::form("/sign-in", "do-sign-in", Guessable, || text!("web-route-do-sign-in"), pages::sign_in),
    Route::form(
        "/sign-in/code",
        "sign-in-code",
        Guessable,
        || text!("web-route-sign-in-code"),
        pages::sign_in_code,
    ),
    Route::form(
        "/sign-in/passkey/challenge",
        "passkey-challenge",
        Guessable,
        || text!("web-route-passkey"),
        pages::passkey_challenge,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::form(
        "/sign-in/passkey",
        "passkey-sign-in",
        Guessable,
        || text!("web-route-passkey"),
        pages::passkey_sign_in,
    )
    .changing(Method::Post, JSON, None),
    Route::form("/sign-out", "sign-out", SignedIn, || text!("web-route-sign-out"), pages::sign_out),
    Route::page("/set-up/{link}", "set-up", Guessable, || text!("web-route-set-up"), pages::set_up_page),
    Route::form("/set-up/{link}", "do-set-up", Guessable, || text!("web-route-set-up"), pages::set_up),
    Route::page(
        "/invitation/{link}",
        "invitation",
        Guessable,
        || text!("web-route-invitation"),
        pages::invitation_page,
    ),
    Route::form(
        "/invitation/{link}",
        "accept-invitation",
        Guessable,
        || text!("web-route-invitation"),
        pages::accept,
    ),
    Route::page("/reset/{link}", "reset", Guessable, || text!("web-route-reset"), pages::reset_page),
    Route::form("/reset/{link}", "do-reset", Guessable, || text!("web-route-reset"), pages::reset),
];
