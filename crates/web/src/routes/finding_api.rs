//! The API of findings, components and decisions.

use proofmark_access::Right;
use proofmark_facts::{ComponentRow, FindingRow, Page, Placed};
use proofmark_text::text;

use crate::route::Wall::{Operator, Product};
use crate::route::{JSON, Method, Route, schema_of};
use crate::{api, desk};

/// The API of findings, components and decisions.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/decisions",
        "decide-findings",
        Product(Right::ProposeDecision),
        schema_of::<api::Decided>,
        || text!("web-route-decide"),
        api::decide,
    )
    .changing(Method::Post, JSON, Some(schema_of::<api::DecisionAsked>))
    .done_with(&[201, 202]),
    Route::read(
        "/api/v1/operators/{operator}/findings",
        "list-findings",
        Operator(Right::SeePortfolio),
        schema_of::<Page<Placed<FindingRow>>>,
        || text!("web-route-findings"),
        api::list_findings,
    )
    .asking(schema_of::<desk::FindingsAsked>),
    Route::read(
        "/api/v1/operators/{operator}/components",
        "list-components",
        Operator(Right::SeePortfolio),
        schema_of::<Page<Placed<ComponentRow>>>,
        || text!("web-route-components"),
        api::list_components,
    )
    .asking(schema_of::<desk::ComponentsAsked>),
];
