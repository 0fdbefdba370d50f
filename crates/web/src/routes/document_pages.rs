//! Pages of documents, papers and evidence packs.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Route;
use crate::route::Wall::{Operator, Product};

/// Pages of documents, papers and evidence packs.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/documents",
        "documents",
        Operator(Right::SeePortfolio),
        || text!("evidence-route-papers"),
        pages::documents,
    ),
    Route::page(
        "/o/{operator}/products/{product}/documents",
        "product-documents",
        Product(Right::SeeProduct),
        || text!("evidence-route-documents"),
        pages::product_documents,
    ),
    Route::form(
        "/o/{operator}/products/{product}/releases/{release}/papers",
        "make-release-papers",
        Product(Right::Assess),
        || text!("evidence-route-make-papers"),
        pages::make_papers_form,
    ),
];
