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
    Route::page(
        "/o/{operator}/approvals",
        "approvals",
        Operator(Right::SeePortfolio),
        || text!("web-route-approvals"),
        pages::approvals,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/approve",
        "approve",
        Operator(Right::SeePortfolio),
        || text!("web-route-approve"),
        pages::approve,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/refuse",
        "refuse",
        Operator(Right::SeePortfolio),
        || text!("web-route-refuse"),
        pages::refuse,
    ),
    Route::form(
        "/o/{operator}/approvals/{proposal}/withdraw",
        "withdraw",
        Operator(Right::SeePortfolio),
        || text!("web-route-withdraw"),
        pages::withdraw,
    ),
    Route::page(
        "/o/{operator}/search",
        "search",
        Operator(Right::SeePortfolio),
        || text!("web-route-search"),
        pages::search,
    ),
];
