//! What the pages of one release share: the way to them, what they are about, and the way to each other.

use std::collections::BTreeMap;

use maud::{Markup, html};
use proofmark_facts::{ComponentGraph, FindingRow, ProductRecord, ReleaseRecord};
use proofmark_text::{Text, text};

use super::words::gate_says;
use crate::link;
use crate::look::{Desk, Place, Reader, badge, crumbs};

/// A page of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// How it stands.
    Standing,
    /// Its components.
    Components,
    /// What changed in it.
    Changes,
}

/// The release a page is about.
#[derive(Clone, Copy)]
pub(super) struct Framed<'a> {
    pub(super) product: &'a ProductRecord,
    pub(super) release: &'a ReleaseRecord,
}

impl Framed<'_> {
    /// Where the release is looked at.
    pub(super) fn path(&self, desk: &Desk) -> String {
        release_path(desk, &self.product.id, &self.release.version)
    }

    /// Product and version, as titles have them.
    pub(super) fn title(&self) -> String {
        format!("{} {}", self.product.name, self.release.version)
    }

    /// The way to a page below the release's own.
    pub(super) fn way(&self, reader: &Reader, desk: &Desk, further: &[(&str, String)], here: &str) -> Markup {
        let portfolio = reader.say(&text!("web-place-portfolio"));
        let product = link::path(&["o", &desk.id, "products", &self.product.id]);
        let mut way = vec![
            (portfolio.as_str(), Place::Portfolio.path(desk)),
            (self.product.name.as_str(), product),
            (self.release.version.as_str(), self.path(desk)),
        ];
        way.extend(further.iter().cloned());
        crumbs(reader, &way, here)
    }

    /// The ways from one page of the release to the others.
    pub(super) fn views(&self, reader: &Reader, desk: &Desk, at: View) -> Markup {
        let path = self.path(desk);
        let views: [(View, Text, String); 3] = [
            (View::Standing, text!("pictures-view-standing"), path.clone()),
            (View::Components, text!("web-components"), format!("{path}/components")),
            (View::Changes, text!("pictures-view-changes"), format!("{path}/changes")),
        ];
        html! {
            nav .choices aria-label=(reader.say(&text!("pictures-views"))) {
                @for (view, says, path) in &views {
                    a href=(path) aria-current=[(*view == at).then_some("page")] { (reader.say(says)) }
                }
            }
        }
    }

    /// The head of such a page.
    pub(super) fn head(&self, reader: &Reader, desk: &Desk, at: View, title: &str) -> Markup {
        let (tone, gate) = gate_says(Some(self.release.gate));
        html! {
            div .head {
                div .row { h1 { (title) } (badge(tone, &reader.say(&gate))) }
                (self.views(reader, desk, at))
            }
        }
    }
}

/// Where a release is looked at.
pub(super) fn release_path(desk: &Desk, product: &str, version: &str) -> String {
    link::path(&["o", &desk.id, "products", product, "releases", version])
}

/// Where a finding is looked at.
pub(super) fn finding_path(
    desk: &Desk,
    product: &str,
    version: &str,
    component: &str,
    vulnerability: &str,
) -> String {
    let path = release_path(desk, product, version);
    format!("{path}{}", link::path(&["findings", component, vulnerability]))
}

/// How many findings are open in each component, by what findings call it.
pub(super) fn open_findings(rows: &[FindingRow]) -> BTreeMap<&str, usize> {
    let mut open = BTreeMap::new();
    for row in rows.iter().filter(|row| row.closed_at.is_none()) {
        *open.entry(row.component.as_str()).or_default() += 1;
    }
    open
}

/// Name and version of the component at a place, as paths show it.
pub(super) fn on_path(graph: &ComponentGraph, place: usize) -> String {
    let Some(component) = graph.component(place) else { return String::new() };
    match component.version.as_deref().filter(|version| !version.is_empty()) {
        Some(version) => format!("{} {version}", component.full_name()),
        None => component.full_name(),
    }
}
