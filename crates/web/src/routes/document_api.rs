//! The API of documents, papers and evidence packs.

use proofmark_access::Right;
use proofmark_actions::KeptDocument;
use proofmark_facts::Page;
use proofmark_text::text;

use crate::route::Wall::Product;
use crate::route::{Method, Route, Takes, schema_of};
use crate::{api, desk};

/// The API of documents, papers and evidence packs.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/documents",
        "list-documents",
        Product(Right::SeeProduct),
        schema_of::<Page<KeptDocument>>,
        || text!("evidence-route-documents"),
        api::list_documents,
    )
    .asking(schema_of::<desk::DocumentsAsked>),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/packs",
        "make-papers",
        Product(Right::Assess),
        schema_of::<api::PackMade>,
        || text!("evidence-route-make-papers"),
        api::make_pack,
    )
    .changing(Method::Post, Takes::Nothing, None)
    .asking(schema_of::<api::PapersAsked>)
    .done_with(&[201]),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/packs",
        "list-packs",
        Product(Right::SeeProduct),
        schema_of::<Page<api::PackShown>>,
        || text!("evidence-route-packs"),
        api::list_packs,
    )
    .asking(schema_of::<desk::PageAsked>),
    Route::file(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/packs/{digest}",
        "show-pack",
        Product(Right::SeeProduct),
        || text!("evidence-route-pack"),
        api::pack,
    )
    .giving(&["application/zip"]),
    Route::file(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/papers/{name}",
        "show-paper",
        Product(Right::SeeProduct),
        || text!("evidence-route-paper"),
        api::paper,
    )
    .asking(schema_of::<api::PaperAsked>)
    .giving(&["application/pdf", "text/html", "application/json", "application/octet-stream"]),
];
