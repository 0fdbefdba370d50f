//! Issuing a release's EU declaration of conformity: pages and API.

use proofmark_access::Right;
use proofmark_text::text;

use crate::route::Wall::Product;
use crate::route::{JSON, Method, Route, schema_of};
use crate::{api, pages};

/// The forms a declaration is written in.
const FORMS: &[&str] = &["application/pdf", "text/html", "application/json"];

/// Issuing a release's EU declaration of conformity: pages and API.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/products/{product}/releases/{release}/declaration",
        "declaration",
        Product(Right::SeeProduct),
        || text!("issuing-route-show"),
        pages::declaration,
    ),
    Route::form(
        "/o/{operator}/products/{product}/releases/{release}/declaration",
        "issue-declaration",
        Product(Right::ProposeDecision),
        || text!("issuing-route-propose"),
        pages::issue_declaration,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/declaration",
        "show-declaration",
        Product(Right::SeeProduct),
        schema_of::<api::StandingAnswer>,
        || text!("issuing-route-show"),
        api::show_declaration,
    )
    .asking(schema_of::<api::PrintAsked>),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/declaration",
        "propose-declaration",
        Product(Right::ProposeDecision),
        schema_of::<api::IssuingProposed>,
        || text!("issuing-route-propose"),
        api::propose_declaration,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::IssuingAsked>))
    .done_with(&[202]),
    Route::file(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/declaration/proposals/{proposal}/{name}",
        "show-waiting-declaration",
        Product(Right::SeeProduct),
        || text!("issuing-route-waiting"),
        api::waiting_declaration,
    )
    .giving(FORMS),
    Route::file(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/declaration/revisions/{revision}/{name}",
        "show-issued-declaration",
        Product(Right::SeeProduct),
        || text!("issuing-route-issued"),
        api::issued_declaration,
    )
    .giving(FORMS),
];
