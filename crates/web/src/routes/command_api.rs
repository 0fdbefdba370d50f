//! The API of what commands ask about files they hand over and about the installation.

use proofmark_access::Right;
use proofmark_text::text;

use crate::api;
use crate::exhibit::Printed;
use crate::route::Wall::Operator;
use crate::route::{FILES, Method, Route, schema_of};

/// The API of what commands ask about files they hand over and about the installation.
///
/// Who may have a check or a review kept is asked once the dossier says for which product.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/operators/{operator}/supplier-checks",
        "check-supplier",
        Operator(Right::SeePortfolio),
        schema_of::<Printed>,
        || text!("server-route-check"),
        api::check_supplier,
    )
    .changing(Method::Post, FILES, Some(schema_of::<api::HandedParts>))
    .asking(schema_of::<api::CommandAsked>)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/modification-reviews",
        "review-modification",
        Operator(Right::SeePortfolio),
        schema_of::<Printed>,
        || text!("server-route-review"),
        api::review_modification,
    )
    .changing(Method::Post, FILES, Some(schema_of::<api::HandedParts>))
    .asking(schema_of::<api::CommandAsked>)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/maturity",
        "show-maturity",
        Operator(Right::SeePortfolio),
        schema_of::<api::MaturityAnswer>,
        || text!("server-route-maturity"),
        api::show_maturity,
    )
    .changing(Method::Post, FILES, Some(schema_of::<api::HandedParts>))
    .asking(schema_of::<api::CommandAsked>),
    Route::read(
        "/api/v1/operators/{operator}/gate",
        "evaluate-gate",
        Operator(Right::SeePortfolio),
        schema_of::<api::GateAnswered>,
        || text!("server-route-gate"),
        api::evaluate_gate,
    )
    .changing(Method::Post, FILES, Some(schema_of::<api::HandedParts>))
    .asking(schema_of::<api::GateAsked>),
    Route::read(
        "/api/v1/operators/{operator}/explanations",
        "explain",
        Operator(Right::SeePortfolio),
        schema_of::<Printed>,
        || text!("server-route-explain"),
        api::explain,
    )
    .changing(Method::Post, FILES, Some(schema_of::<api::HandedParts>))
    .asking(schema_of::<api::ExplainAsked>),
    Route::read(
        "/api/v1/operators/{operator}/ledger/verification",
        "verify-ledger",
        Operator(Right::SeeLedger),
        schema_of::<Printed>,
        || text!("server-route-verify"),
        api::verify_ledger,
    )
    .asking(schema_of::<api::CommandAsked>),
    Route::read(
        "/api/v1/operators/{operator}/database",
        "show-database",
        Operator(Right::SeeFeeds),
        schema_of::<Printed>,
        || text!("server-route-database"),
        api::show_database,
    )
    .asking(schema_of::<api::CommandAsked>),
];
