//! Pages of findings, what waits for a second person, and the search.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Route;
use crate::route::Wall::Operator;

/// Pages of findings, what waits for a second person, and the search.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/findings",
        "findings",
        Operator(Right::SeePortfolio),
        || text!("web-route-findings"),
        pages::findings,
    ),
    Route::form(
        "/o/{operator}/findings/decisions",
        "decide",
        Operator(Right::SeePortfolio),
        || text!("web-route-decide"),
        pages::decide,
    ),
    // Who keeps people signs for people, and sees no product: each is shown what is theirs.
    Route::page(
        "/o/{operator}/approvals",
        "approvals",
        Operator(Right::SeeFeeds),
        || text!("web-route-approvals"),
        pages::approvals,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/approve",
        "approve",
        Operator(Right::SeeFeeds),
        || text!("web-route-approve"),
        pages::approve,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/refuse",
        "refuse",
        Operator(Right::SeeFeeds),
        || text!("web-route-refuse"),
        pages::refuse,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/withdraw",
        "withdraw",
        Operator(Right::SeeFeeds),
        || text!("web-route-withdraw"),
        pages::withdraw,
    ),
    Route::form(
        "/o/{operator}/signatures",
        "sign-several",
        Operator(Right::SeeFeeds),
        || text!("desk-route-decide-proposals"),
        pages::sign_several,
    ),
    Route::page(
        "/o/{operator}/search",
        "search",
        Operator(Right::SeePortfolio),
        || text!("web-route-search"),
        pages::search,
    ),
];
