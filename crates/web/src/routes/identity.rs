//! Signing in with providers of identities, and workloads that show identities of their own.

use proofmark_access::{IdentityProvider, Right, Workload};
use proofmark_actions::people::Settled;
use proofmark_facts::Page;
use proofmark_text::text;

use crate::route::Wall::{Guessable, Installation, Operator, SignedIn};
use crate::route::{JSON, Method, Route, Takes, schema_of};
use crate::{api, desk, pages};

/// Signing in with providers of identities, and workloads that show identities of their own.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/sign-in/with/{provider}",
        "sign-in-with",
        Guessable,
        || text!("identity-route-sign-in"),
        pages::sign_in_with,
    ),
    Route::page(
        "/sign-in/back",
        "back-from-provider",
        Guessable,
        || text!("identity-route-back"),
        pages::back,
    ),
    Route::page(
        "/invitation/{link}/with/{provider}",
        "accept-with",
        Guessable,
        || text!("identity-route-accept"),
        pages::accept_with,
    ),
    Route::page(
        "/account/identities",
        "identities",
        SignedIn,
        || text!("identity-route-own"),
        pages::identities,
    ),
    Route::form(
        "/account/identities/with/{provider}",
        "link-identity",
        SignedIn,
        || text!("identity-route-link"),
        pages::link_identity,
    ),
    Route::form(
        "/account/identities/remove",
        "forget-identity",
        SignedIn,
        || text!("identity-route-forget"),
        pages::forget_identity,
    ),
    Route::page(
        "/installation/identity-providers",
        "identity-providers",
        Installation(Right::SeePeople),
        || text!("identity-route-providers"),
        pages::identity_providers,
    ),
    Route::form(
        "/installation/identity-providers",
        "add-provider",
        Installation(Right::ManagePeople),
        || text!("identity-route-add-provider"),
        pages::add_provider,
    ),
    Route::form(
        "/installation/identity-providers/{provider}/secret",
        "provider-secret",
        Installation(Right::ManagePeople),
        || text!("identity-route-secret"),
        pages::keep_provider_secret,
    ),
    Route::form(
        "/installation/identity-providers/{provider}/pause",
        "pause-provider",
        Installation(Right::ManagePeople),
        || text!("desk-route-pause-provider"),
        pages::pause_provider,
    ),
    Route::form(
        "/installation/identity-providers/{provider}/resume",
        "resume-provider",
        Installation(Right::ManagePeople),
        || text!("desk-route-resume-provider"),
        pages::resume_provider,
    ),
    Route::form(
        "/installation/identity-providers/{provider}/remove",
        "remove-provider",
        Installation(Right::ManagePeople),
        || text!("identity-route-remove-provider"),
        pages::remove_provider,
    ),
    Route::form(
        "/installation/proposals/{proposal}/approve",
        "approve-for-installation",
        Installation(Right::ApprovePeople),
        || text!("identity-route-decide"),
        pages::approve_for_installation,
    ),
    Route::form(
        "/installation/proposals/{proposal}/refuse",
        "refuse-for-installation",
        Installation(Right::ApprovePeople),
        || text!("identity-route-decide"),
        pages::refuse_for_installation,
    ),
    Route::form(
        "/installation/proposals/{proposal}/withdraw",
        "withdraw-for-installation",
        Installation(Right::ManagePeople),
        || text!("identity-route-withdraw"),
        pages::withdraw_for_installation,
    ),
    Route::page(
        "/o/{operator}/workloads",
        "workloads",
        Operator(Right::SeePeople),
        || text!("identity-route-workloads"),
        pages::workloads,
    ),
    Route::form(
        "/o/{operator}/workloads",
        "trust-workload",
        Operator(Right::ManageTokens),
        || text!("identity-route-trust"),
        pages::trust,
    ),
    Route::form(
        "/o/{operator}/workloads/{workload}/revoke",
        "revoke-workload",
        Operator(Right::ManageTokens),
        || text!("identity-route-revoke"),
        pages::revoke_trust,
    ),
    Route::read(
        "/api/v1/identity-providers",
        "list-identity-providers",
        Installation(Right::SeePeople),
        schema_of::<Page<IdentityProvider>>,
        || text!("identity-route-providers"),
        api::list_providers,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/identity-providers",
        "add-identity-provider",
        Installation(Right::ManagePeople),
        schema_of::<Settled>,
        || text!("identity-route-add-provider"),
        api::add_a_provider,
    )
    .changing(Method::Post, JSON, Some(schema_of::<desk::ProviderAsked>))
    .done_with(&[201]),
    Route::read(
        "/api/v1/identity-providers/{provider}/secret",
        "keep-client-secret",
        Installation(Right::ManagePeople),
        schema_of::<bool>,
        || text!("identity-route-secret"),
        api::keep_secret,
    )
    .changing(Method::Put, JSON, Some(schema_of::<api::SecretAsked>)),
    Route::read(
        "/api/v1/identity-providers/{provider}",
        "remove-identity-provider",
        Installation(Right::ManagePeople),
        schema_of::<bool>,
        || text!("identity-route-remove-provider"),
        api::remove_provider,
    )
    .changing(Method::Delete, Takes::Nothing, None),
    Route::read(
        "/api/v1/identity-providers/{provider}/pause",
        "pause-identity-provider",
        Installation(Right::ManagePeople),
        schema_of::<bool>,
        || text!("desk-route-pause-provider"),
        api::pause_a_provider,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/identity-providers/{provider}/resume",
        "resume-identity-provider",
        Installation(Right::ManagePeople),
        schema_of::<Settled>,
        || text!("desk-route-resume-provider"),
        api::resume_a_provider,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::Because>))
    .done_with(&[200, 202]),
    Route::read(
        "/api/v1/operators/{operator}/workloads",
        "list-workloads",
        Operator(Right::SeePeople),
        schema_of::<Page<Workload>>,
        || text!("identity-route-workloads"),
        api::list_workloads,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/workloads",
        "add-workload",
        Operator(Right::ManageTokens),
        schema_of::<Settled>,
        || text!("identity-route-trust"),
        api::trust_a_workload,
    )
    .changing(Method::Post, JSON, Some(schema_of::<desk::TrustAsked>))
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/workloads/{workload}",
        "remove-workload",
        Operator(Right::ManageTokens),
        schema_of::<bool>,
        || text!("identity-route-revoke"),
        api::revoke_a_workload,
    )
    .changing(Method::Delete, Takes::Nothing, None),
];
