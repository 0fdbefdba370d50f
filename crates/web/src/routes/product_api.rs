//! The API of products and releases.

use proofmark_access::Right;
use proofmark_actions::Assessment;
use proofmark_facts::{Page, ProductRecord, ReleaseRecord};
use proofmark_text::text;

use crate::route::Wall::{Operator, Product};
use crate::route::{FILES, Method, Route, Takes, schema_of};
use crate::{api, desk};

/// The API of products and releases.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/operators/{operator}/portfolio",
        "show-portfolio",
        Operator(Right::SeePortfolio),
        schema_of::<desk::Overview>,
        || text!("web-route-portfolio"),
        api::show_portfolio,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products",
        "list-products",
        Operator(Right::SeePortfolio),
        schema_of::<Page<ProductRecord>>,
        || text!("web-route-products"),
        api::list_products,
    )
    .asking(schema_of::<desk::ProductsAsked>),
    Route::read(
        "/api/v1/operators/{operator}/submissions",
        "submit-product",
        // For which product it may be is asked once the dossier says so.
        Operator(Right::SeePortfolio),
        schema_of::<api::SubmissionAnswer>,
        || text!("web-route-submit"),
        api::submit_files,
    )
    .changing(Method::Post, FILES, Some(schema_of::<api::SubmissionParts>))
    .asking(schema_of::<desk::SubmitAsked>)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}",
        "show-product",
        Product(Right::SeeProduct),
        schema_of::<ProductRecord>,
        || text!("web-route-product"),
        api::show_product,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/assessment",
        "show-assessment",
        Product(Right::SeeProduct),
        schema_of::<Assessment>,
        || text!("web-route-assessment"),
        api::show_assessment,
    ),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/assessments",
        "assess-product",
        Product(Right::Assess),
        schema_of::<Assessment>,
        || text!("web-route-assess"),
        api::assess_product,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/submissions",
        "submit-release",
        Product(Right::HandIn),
        schema_of::<api::SubmissionAnswer>,
        || text!("web-route-submit"),
        api::submit_files,
    )
    .changing(Method::Post, FILES, Some(schema_of::<api::SubmissionParts>))
    .asking(schema_of::<desk::SubmitAsked>)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases",
        "list-releases",
        Product(Right::SeeProduct),
        schema_of::<Page<ReleaseRecord>>,
        || text!("web-route-releases"),
        api::list_releases,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}",
        "show-release",
        Product(Right::SeeProduct),
        schema_of::<ReleaseRecord>,
        || text!("web-route-release"),
        api::show_release,
    ),
    Route::file(
        "/api/v1/operators/{operator}/products/{product}/documents/{digest}",
        "show-document",
        Product(Right::SeeProduct),
        || text!("web-route-document"),
        api::document,
    )
    .giving(&["application/octet-stream"]),
];
