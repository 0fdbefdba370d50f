//! Sessions: one's own, one by one, and those of the operator's people.

use proofmark_access::Right;
use proofmark_actions::people::{Member, OwnSession};
use proofmark_facts::Page;
use proofmark_text::text;

use crate::route::Wall::{Operator, SignedIn};
use crate::route::{Method, Route, Takes, schema_of};
use crate::{api, desk, pages};

/// Sessions.
pub(super) const ROUTES: &[Route] = &[
    Route::form(
        "/account/sessions/end",
        "end-session",
        SignedIn,
        || text!("identity-route-end-session"),
        pages::end_session,
    ),
    Route::form(
        "/account/sessions/end-others",
        "end-others",
        SignedIn,
        || text!("identity-route-end-others"),
        pages::end_others,
    ),
    Route::form(
        "/o/{operator}/people/{account}/sessions/end",
        "end-sessions",
        Operator(Right::ManagePeople),
        || text!("identity-route-end-sessions"),
        pages::end_sessions_of,
    ),
    Route::read(
        "/api/v1/account/sessions",
        "list-own-sessions",
        SignedIn,
        schema_of::<Page<OwnSession>>,
        || text!("identity-route-own-sessions"),
        api::list_own_sessions,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/account/sessions/{session}",
        "end-own-session",
        SignedIn,
        schema_of::<bool>,
        || text!("identity-route-end-session"),
        api::end_one_own_session,
    )
    .changing(Method::Delete, Takes::Nothing, None),
    Route::read(
        "/api/v1/account/sessions/end-others",
        "end-other-sessions",
        SignedIn,
        schema_of::<api::SessionsEnded>,
        || text!("identity-route-end-others"),
        api::end_others_of_own,
    )
    .changing(Method::Post, Takes::Nothing, None),
    Route::read(
        "/api/v1/operators/{operator}/people/{account}/sessions/end",
        "end-sessions-of",
        Operator(Right::ManagePeople),
        schema_of::<Member>,
        || text!("identity-route-end-sessions"),
        api::end_sessions_of,
    )
    .changing(Method::Post, Takes::Nothing, None),
];
