//! What the pages of one product have in common: the way to them and the ways from one to the others.

use maud::{Markup, html};
use proofmark_facts::ProductRecord;
use proofmark_text::{Text, text};

use crate::link;
use crate::look::{Desk, Place, Reader, crumbs};

/// A page of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProductView {
    /// Where it stands.
    Standing,
    /// Each obligation.
    Obligations,
    /// The dossier and its history.
    Dossier,
    /// Papers, packs and evidence.
    Documents,
    /// Decisions on findings.
    Decisions,
}

/// Where a product is looked at.
pub(super) fn product_path(desk: &Desk, product: &str) -> String {
    link::path(&["o", &desk.id, "products", product])
}

/// The way to a page below the product's own.
pub(super) fn product_way(reader: &Reader, desk: &Desk, product: &ProductRecord, here: &str) -> Markup {
    let portfolio = reader.say(&text!("web-place-portfolio"));
    let way = [
        (portfolio.as_str(), Place::Portfolio.path(desk)),
        (product.name.as_str(), product_path(desk, &product.id)),
    ];
    crumbs(reader, &way, here)
}

/// The ways from one page of the product to the others.
pub(super) fn product_views(reader: &Reader, desk: &Desk, product: &str, at: ProductView) -> Markup {
    let path = product_path(desk, product);
    let views: [(ProductView, Text, String); 5] = [
        (ProductView::Standing, text!("pictures-view-standing"), path.clone()),
        (ProductView::Obligations, text!("web-obligations"), format!("{path}/obligations")),
        (ProductView::Dossier, text!("pictures-dossier"), format!("{path}/dossier")),
        (ProductView::Documents, text!("evidence-place"), format!("{path}/documents")),
        (ProductView::Decisions, text!("desk-decisions"), format!("{path}/decisions")),
    ];
    html! {
        nav .choices aria-label=(reader.say(&text!("overview-product-views"))) {
            @for (view, says, path) in &views {
                a href=(path) aria-current=[(*view == at).then_some("page")] { (reader.say(says)) }
            }
        }
    }
}
