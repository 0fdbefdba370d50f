//! The API of releases looked at closely.

use proofmark_access::Right;
use proofmark_actions::ReleaseChanges;
use proofmark_text::text;

use crate::route::Wall::Product;
use crate::route::{Route, schema_of};
use crate::{api, desk};

/// The API of releases looked at closely.
pub(super) const ROUTES: &[Route] = &[
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/changes",
        "show-changes",
        Product(Right::SeeProduct),
        schema_of::<ReleaseChanges>,
        || text!("pictures-route-changes"),
        api::show_changes,
    )
    .asking(schema_of::<desk::ChangesAsked>),
    Route::read(
        "/api/v1/operators/{operator}/products/{product}/releases/{release}/components/{place}",
        "show-component",
        Product(Right::SeeProduct),
        schema_of::<api::ComponentShown>,
        || text!("pictures-route-component"),
        api::show_component,
    ),
];
