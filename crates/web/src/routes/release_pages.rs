//! Pages of a release looked at closely, and of the dossier.

use proofmark_access::Right;
use proofmark_text::text;

use crate::pages;
use crate::route::Route;
use crate::route::Wall::Product;

/// Pages of a release looked at closely, and of the dossier.
pub(super) const ROUTES: &[Route] = &[
    Route::page(
        "/o/{operator}/products/{product}/dossier",
        "dossier",
        Product(Right::SeeProduct),
        || text!("pictures-route-dossier"),
        pages::dossier,
    ),
    Route::page(
        "/o/{operator}/products/{product}/releases/{release}/components",
        "component-tree",
        Product(Right::SeeProduct),
        || text!("pictures-route-components"),
        pages::component_tree,
    ),
    Route::page(
        "/o/{operator}/products/{product}/releases/{release}/components/{place}",
        "component",
        Product(Right::SeeProduct),
        || text!("pictures-route-component"),
        pages::component,
    ),
    Route::page(
        "/o/{operator}/products/{product}/releases/{release}/changes",
        "changes",
        Product(Right::SeeProduct),
        || text!("pictures-route-changes"),
        pages::changes,
    ),
    Route::page(
        "/o/{operator}/products/{product}/releases/{release}/findings/{component}/{vulnerability}",
        "finding",
        Product(Right::SeeProduct),
        || text!("pictures-route-finding"),
        pages::finding,
    ),
];
