//! Cases and the search, as pages and in the API.

use proofmark_access::Right;
use proofmark_facts::{Page, PlacedCase};
use proofmark_text::text;

use crate::route::Wall::Operator;
use crate::route::{Route, schema_of};
use crate::{api, desk, pages};

/// Cases and the search, as pages and in the API.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/cases",
        "cases",
        Operator(Right::SeePortfolio),
        || text!("overview-route-cases"),
        pages::cases,
    ),
    Route::page(
        "/o/{operator}/cases/{case}",
        "case",
        // Which product a case is of, only the case says: the page asks for the right to see that.
        Operator(Right::SeePortfolio),
        || text!("overview-route-case"),
        pages::case,
    ),
    Route::read(
        "/api/v1/operators/{operator}/cases",
        "list-cases",
        Operator(Right::SeePortfolio),
        schema_of::<Page<PlacedCase>>,
        || text!("overview-route-cases"),
        api::list_cases,
    )
    .asking(schema_of::<desk::CasesAsked>),
    Route::read(
        "/api/v1/operators/{operator}/cases/{case}",
        "show-case",
        Operator(Right::SeePortfolio),
        schema_of::<PlacedCase>,
        || text!("overview-route-case"),
        api::show_case,
    ),
    Route::read(
        "/api/v1/operators/{operator}/search",
        "find",
        Operator(Right::SeePortfolio),
        schema_of::<Option<desk::Found>>,
        || text!("web-route-search"),
        api::find,
    )
    .asking(schema_of::<desk::SearchAsked>),
];
