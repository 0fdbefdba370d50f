//! Pages of the settings' parts: webhooks, mail, holds and what is purged; and of a product's decisions.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Route;
use crate::route::Wall::{Installation, Operator, Product};

/// Pages of the settings' parts, and of a product's decisions.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/settings/webhooks",
        "webhooks",
        Operator(Right::ManageSettings),
        || text!("desk-route-list-webhooks"),
        pages::webhooks,
    ),
    Route::form(
        "/o/{operator}/settings/webhooks",
        "new-webhook",
        Operator(Right::ManageSettings),
        || text!("desk-route-add-webhook"),
        pages::add_webhook,
    ),
    Route::page(
        "/o/{operator}/settings/webhooks/{webhook}",
        "webhook",
        Operator(Right::ManageSettings),
        || text!("desk-route-show-webhook"),
        pages::webhook,
    ),
    Route::form(
        "/o/{operator}/settings/webhooks/{webhook}",
        "keep-webhook",
        Operator(Right::ManageSettings),
        || text!("desk-route-change-webhook"),
        pages::change_webhook,
    ),
    Route::form(
        "/o/{operator}/settings/webhooks/{webhook}/pause",
        "pause-webhook",
        Operator(Right::ManageSettings),
        || text!("desk-route-change-webhook"),
        pages::pause_webhook,
    ),
    Route::form(
        "/o/{operator}/settings/webhooks/{webhook}/secret",
        "new-webhook-secret",
        Operator(Right::ManageSettings),
        || text!("desk-route-rotate-webhook-secret"),
        pages::rotate_secret,
    ),
    Route::form(
        "/o/{operator}/settings/webhooks/{webhook}/remove",
        "drop-webhook",
        Operator(Right::ManageSettings),
        || text!("desk-route-remove-webhook"),
        pages::remove_webhook,
    ),
    Route::form(
        "/o/{operator}/settings/webhooks/{webhook}/deliveries/{event}/replay",
        "replay",
        Operator(Right::ManageSettings),
        || text!("desk-route-replay-delivery"),
        pages::replay_delivery,
    ),
    Route::page(
        "/o/{operator}/settings/mail",
        "mail",
        Installation(Right::ManageSettings),
        || text!("desk-route-show-mail"),
        pages::mail,
    ),
    Route::form(
        "/o/{operator}/settings/mail",
        "keep-mail",
        Installation(Right::ManageSettings),
        || text!("desk-route-change-mail"),
        pages::change_mail,
    ),
    Route::form(
        "/o/{operator}/settings/mail/remove",
        "drop-mail",
        Installation(Right::ManageSettings),
        || text!("desk-route-remove-mail"),
        pages::remove_mail,
    ),
    Route::form(
        "/o/{operator}/settings/mail/test-letter",
        "test-letter",
        Installation(Right::ManageSettings),
        || text!("desk-route-send-test-letter"),
        pages::test_letter,
    ),
    Route::page(
        "/o/{operator}/settings/retention",
        "retention",
        Operator(Right::SeeLedger),
        || text!("desk-route-list-holds"),
        pages::retention,
    ),
    Route::form(
        "/o/{operator}/settings/retention/holds",
        "new-hold",
        Operator(Right::Hold),
        || text!("desk-route-place-hold"),
        pages::place_hold,
    ),
    Route::form(
        "/o/{operator}/settings/retention/holds/{hold}/release",
        "lift-hold",
        Operator(Right::Hold),
        || text!("desk-route-release-hold"),
        pages::release_hold,
    ),
    Route::form(
        "/o/{operator}/settings/retention/purge",
        "do-purge",
        Operator(Right::Purge),
        || text!("desk-route-purge"),
        pages::purge,
    ),
    Route::page(
        "/o/{operator}/products/{product}/decisions",
        "decisions",
        Product(Right::SeeProduct),
        || text!("desk-route-list-decisions"),
        pages::decisions,
    ),
    Route::form(
        "/o/{operator}/products/{product}/decisions/withdraw",
        "take-decision-back",
        Product(Right::ProposeDecision),
        || text!("desk-route-withdraw-decision"),
        pages::withdraw_a_decision,
    ),
];
