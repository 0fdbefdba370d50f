//! Pages of people and tokens.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Route;
use crate::route::Wall::Operator;

/// Pages of people and tokens.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/people",
        "people",
        // The page shows each what they may see: an engineer their tokens, an auditor the people.
        Operator(Right::SeeFeeds),
        || text!("web-route-people"),
        pages::people,
    ),
    Route::form(
        "/o/{operator}/people",
        "invite",
        Operator(Right::ManagePeople),
        || text!("web-route-invite"),
        pages::invite_person,
    ),
    Route::form(
        "/o/{operator}/people/{account}/invite-again",
        "invite-again",
        Operator(Right::ManagePeople),
        || text!("web-route-invite"),
        pages::invite_person_again,
    ),
    Route::form(
        "/o/{operator}/people/{account}/reset",
        "reset-link",
        Operator(Right::ManagePeople),
        || text!("web-route-reset-link"),
        pages::reset_link,
    ),
    Route::page(
        "/o/{operator}/people/{account}",
        "person",
        Operator(Right::ManagePeople),
        || text!("desk-route-person"),
        pages::person,
    ),
    Route::form(
        "/o/{operator}/people/{account}/disable",
        "close-out",
        Operator(Right::ManagePeople),
        || text!("desk-route-disable-person"),
        pages::close_out,
    ),
    Route::form(
        "/o/{operator}/people/{account}/enable",
        "let-back",
        Operator(Right::ManagePeople),
        || text!("desk-route-enable-person"),
        pages::let_back,
    ),
    Route::form(
        "/o/{operator}/people/{account}/duties",
        "change-person",
        Operator(Right::ManagePeople),
        || text!("desk-route-change-duties"),
        pages::change_person,
    ),
    Route::form(
        "/o/{operator}/people/{account}/second-factor/forget",
        "forget-factor",
        Operator(Right::ManagePeople),
        || text!("desk-route-forget-second-factor"),
        pages::forget_factor,
    ),
    Route::form(
        "/o/{operator}/people/{account}/same-person",
        "flag-same-person",
        Operator(Right::ManagePeople),
        || text!("desk-route-same-person"),
        pages::flag_same_person,
    ),
    Route::form(
        "/o/{operator}/people/{account}/same-person/revoke",
        "part-same-person",
        Operator(Right::ManagePeople),
        || text!("ends-route-part-same-person"),
        pages::part_same_person,
    ),
    Route::form(
        "/o/{operator}/people/{account}/confirm",
        "confirm-person",
        Operator(Right::ApprovePeople),
        || text!("desk-route-confirm-person"),
        pages::confirm_person,
    ),
    Route::form(
        "/o/{operator}/tokens",
        "make-token",
        Operator(Right::MakeTokens),
        || text!("web-route-make-token"),
        pages::make_a_token,
    ),
    Route::form(
        "/o/{operator}/tokens/{token}/revoke",
        "revoke-token",
        Operator(Right::MakeTokens),
        || text!("web-route-revoke-token"),
        pages::revoke,
    ),
];
