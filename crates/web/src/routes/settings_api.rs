//! The API of webhooks, mail, holds and what is purged, of archiving and of decisions that stand.

use proofmark_access::Right;
use proofmark_actions::ProductDecision;
use proofmark_facts::{HoldRecord, Page};
use proofmark_text::text;

use crate::route::Wall::{Installation, Operator, Product};
use crate::route::{JSON, Method, Route, Takes, schema_of};
use crate::{api, desk};

/// The API of webhooks, mail, holds and what is purged, of archiving and of decisions that stand.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/operators/{operator}/webhooks",
        "list-webhooks",
        Operator(Right::ManageSettings),
        schema_of::<Page<api::WebhookView>>,
        || text!("desk-route-list-webhooks"),
        api::list_webhooks,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/webhooks",
        "add-webhook",
        Operator(Right::ManageSettings),
        schema_of::<api::WebhookSecretAnswer>,
        || text!("desk-route-add-webhook"),
        api::add_webhook,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::NewWebhookAsked>))
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/webhooks/{webhook}",
        "show-webhook",
        Operator(Right::ManageSettings),
        schema_of::<api::WebhookView>,
        || text!("desk-route-show-webhook"),
        api::show_webhook,
    ),
    Route::read(
        "/api/v1/operators/{operator}/webhooks/{webhook}",
        "change-webhook",
        Operator(Right::ManageSettings),
        schema_of::<api::WebhookView>,
        || text!("desk-route-change-webhook"),
        api::change_webhook,
    )
    .changing(Method::Put, JSON, Some(schema_of::<api::WebhookAsked>)),
    Route::read(
        "/api/v1/operators/{operator}/webhooks/{webhook}",
        "remove-webhook",
        Operator(Right::ManageSettings),
        schema_of::<bool>,
        || text!("desk-route-remove-webhook"),
        api::remove_webhook,
    )
    .changing(Method::Delete, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/webhooks/{webhook}/secret",
        "rotate-webhook-secret",
        Operator(Right::ManageSettings),
        schema_of::<api::WebhookSecretAnswer>,
        || text!("desk-route-rotate-webhook-secret"),
        api::rotate_secret,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/webhooks/{webhook}/deliveries",
        "list-deliveries",
        Operator(Right::ManageSettings),
        schema_of::<Page<api::DeliveryView>>,
        || text!("desk-route-list-deliveries"),
        api::list_deliveries,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/webhooks/{webhook}/deliveries/{event}/replay",
        "replay-delivery",
        Operator(Right::ManageSettings),
        schema_of::<bool>,
        || text!("desk-route-replay-delivery"),
        api::replay_delivery,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .done_with(&[202]),
    Route::read(
        "/api/v1/mail",
        "show-mail",
        Installation(Right::ManageSettings),
        schema_of::<Option<api::MailView>>,
        || text!("desk-route-show-mail"),
        api::show_mail,
    ),
    Route::read(
        "/api/v1/mail",
        "change-mail",
        Installation(Right::ManageSettings),
        schema_of::<Option<api::MailView>>,
        || text!("desk-route-change-mail"),
        api::change_mail,
    )
    .changing(Method::Put, JSON, Some(schema_of::<api::MailAsked>)),
    Route::read(
        "/api/v1/mail",
        "remove-mail",
        Installation(Right::ManageSettings),
        schema_of::<bool>,
        || text!("desk-route-remove-mail"),
        api::remove_mail,
    )
    .changing(Method::Delete, Takes::Nothing, None),
    Route::read(
        "/api/v1/mail/test-letter",
        "send-test-letter",
        Installation(Right::ManageSettings),
        schema_of::<api::TestLetter>,
        || text!("desk-route-send-test-letter"),
        api::send_test_letter,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .done_with(&[202]),
    Route::read(
        "/api/v1/operators/{operator}/holds",
        "list-holds",
        Operator(Right::SeeLedger),
        schema_of::<api::HoldsAnswer>,
        || text!("desk-route-list-holds"),
        api::list_holds,
    )
    .asking(schema_of::<api::HoldsAsked>),
    Route::read(
        "/api/v1/operators/{operator}/holds",
        "place-hold",
        Operator(Right::Hold),
        schema_of::<api::PlacedAnswer>,
        || text!("desk-route-place-hold"),
        api::place_hold,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::HoldAsked>))
    .asking(schema_of::<api::PrintAsked>)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/holds/{hold}",
        "show-hold",
        Operator(Right::SeeLedger),
        schema_of::<api::HoldView>,
        || text!("desk-route-show-hold"),
        api::show_hold,
    ),
    Route::read(
        "/api/v1/operators/{operator}/holds/{hold}",
        "release-hold",
        Operator(Right::Hold),
        schema_of::<HoldRecord>,
        || text!("desk-route-release-hold"),
        api::release_hold,
    )
    .changing(Method::Delete, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/purge",
        "look-at-purge",
        Operator(Right::Purge),
        schema_of::<api::PurgeAnswer>,
        || text!("desk-route-look-at-purge"),
        api::look_at_purge,
    )
    .asking(schema_of::<api::PurgeLookAsked>),
    Route::read(
        "/api/v1/operators/{operator}/purge",
        "purge",
        Operator(Right::Purge),
        schema_of::<api::PurgeAnswer>,
        || text!("desk-route-purge"),
        api::purge,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::PurgeAsked>))
    .asking(schema_of::<api::PrintAsked>),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/archive",
        "archive-product",
        Product(Right::KeepDossier),
        schema_of::<api::ArchiveAnswer>,
        || text!("desk-route-archive-product"),
        api::archive_product,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::ArchiveAsked>)),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/decisions",
        "list-decisions",
        Product(Right::SeeProduct),
        schema_of::<Page<ProductDecision>>,
        || text!("desk-route-list-decisions"),
        api::list_decisions,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/decisions/{vulnerability}/{component}",
        "show-decision",
        Product(Right::SeeProduct),
        schema_of::<api::DecisionView>,
        || text!("desk-route-show-decision"),
        api::show_decision,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/decisions/{vulnerability}/{component}",
        "withdraw-decision",
        Product(Right::ProposeDecision),
        schema_of::<bool>,
        || text!("desk-route-withdraw-decision"),
        api::withdraw_decision,
    )
    .changing(Method::Delete, Takes::Nothing, None),
];
