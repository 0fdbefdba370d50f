//! Pages of the portfolio, its products and releases.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Wall::{Operator, Product};
use crate::route::{FILES, Method, Route};

/// Pages of the portfolio, its products and releases.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}",
        "portfolio",
        Operator(Right::SeePortfolio),
        || text!("web-route-portfolio"),
        pages::portfolio,
    ),
    Route::form(
        "/o/{operator}/products",
        "add-product",
        Operator(Right::KeepDossier),
        || text!("web-route-submit"),
        pages::hand_in,
    )
    .changing(Method::Post, FILES, None),
    Route::form(
        "/o/{operator}/products/{product}/archive",
        "archive",
        Product(Right::KeepDossier),
        || text!("desk-route-archive"),
        pages::archive,
    ),
    Route::page(
        "/o/{operator}/products/{product}",
        "product",
        Product(Right::SeeProduct),
        || text!("web-route-product"),
        pages::product,
    ),
    Route::page(
        "/o/{operator}/products/{product}/obligations",
        "product-obligations",
        Product(Right::SeeProduct),
        || text!("overview-route-obligations"),
        pages::product_obligations,
    ),
    Route::form(
        "/o/{operator}/products/{product}/submissions",
        "hand-in",
        Product(Right::HandIn),
        || text!("web-route-submit"),
        pages::hand_in,
    )
    .changing(Method::Post, FILES, None),
    Route::form(
        "/o/{operator}/products/{product}/assessments",
        "assess-again",
        Product(Right::Assess),
        || text!("web-route-assess"),
        pages::assess_again,
    ),
    Route::page(
        "/o/{operator}/products/{product}/files",
        "file",
        Product(Right::SeeProduct),
        || text!("web-route-file"),
        pages::file,
    ),
    Route::page(
        "/o/{operator}/products/{product}/dossier/{revision}",
        "revision",
        Product(Right::SeeProduct),
        || text!("web-route-revision"),
        pages::revision,
    ),
    Route::page(
        "/o/{operator}/products/{product}/releases/{release}",
        "release",
        Product(Right::SeeProduct),
        || text!("web-route-release"),
        pages::release,
    ),
];
