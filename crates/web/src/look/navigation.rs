//! The navigation: the places of an operator's work, in the order of a product's life.

use maud::{Markup, html};
use proofmark_access::Right;
use proofmark_text::{Text, text};

use super::icon::{Icon, icon};
use super::reader::{Desk, Reader};
use crate::link;

/// A place one can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// What needs somebody today, product by product.
    Portfolio,
    /// All open findings.
    Findings,
    /// Vulnerabilities and incidents that may have to be notified.
    Cases,
    /// What waits for a second person.
    Approvals,
    /// Papers, packs and what they rest on.
    Documents,
    /// What happened.
    Ledger,
    /// What the world has published, and the work of the night.
    Feeds,
    /// Who may do what.
    People,
    /// How the installation behaves.
    Settings,
}

impl Place {
    /// Every place, in the order they are shown in.
    pub(crate) const ALL: [Self; 9] = [
        Self::Portfolio,
        Self::Findings,
        Self::Cases,
        Self::Approvals,
        Self::Documents,
        Self::Ledger,
        Self::Feeds,
        Self::People,
        Self::Settings,
    ];

    /// What it is called.
    pub(crate) fn name(self) -> Text {
        match self {
            Self::Portfolio => text!("web-place-portfolio"),
            Self::Findings => text!("web-place-findings"),
            Self::Cases => text!("overview-place-cases"),
            Self::Approvals => text!("web-place-approvals"),
            Self::Documents => text!("evidence-place"),
            Self::Ledger => text!("web-place-ledger"),
            Self::Feeds => text!("web-place-feeds"),
            Self::People => text!("web-place-people"),
            Self::Settings => text!("web-place-settings"),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Portfolio => Icon::Portfolio,
            Self::Findings => Icon::Findings,
            Self::Cases => Icon::Cases,
            Self::Approvals => Icon::Good,
            Self::Documents => Icon::Documents,
            Self::Ledger => Icon::Ledger,
            Self::Feeds => Icon::Feeds,
            Self::People => Icon::People,
            Self::Settings => Icon::Settings,
        }
    }

    /// What whoever opens it must be allowed: what its route asks.
    pub(crate) fn right(self) -> Right {
        match self {
            Self::Portfolio | Self::Findings | Self::Cases | Self::Documents => Right::SeePortfolio,
            Self::Ledger => Right::SeeLedger,
            Self::Approvals | Self::Feeds | Self::People | Self::Settings => Right::SeeFeeds,
        }
    }

    /// Its path at an operator's desk.
    pub(crate) fn path(self, desk: &Desk) -> String {
        match self {
            Self::Portfolio => link::path(&["o", &desk.id]),
            Self::Findings => link::path(&["o", &desk.id, "findings"]),
            Self::Cases => link::path(&["o", &desk.id, "cases"]),
            Self::Approvals => link::path(&["o", &desk.id, "approvals"]),
            Self::Documents => link::path(&["o", &desk.id, "documents"]),
            Self::Ledger => link::path(&["o", &desk.id, "ledger"]),
            Self::Feeds => link::path(&["o", &desk.id, "feeds"]),
            Self::People => link::path(&["o", &desk.id, "people"]),
            Self::Settings => link::path(&["o", &desk.id, "settings"]),
        }
    }
}

/// The navigation of a desk, with where the reader is.
pub(crate) fn navigation(reader: &Reader, desk: &Desk, at: Option<Place>) -> Markup {
    html! {
        nav .side aria-label=(reader.say(&text!("web-navigation"))) {
            ul {
                @for place in Place::ALL.into_iter().filter(|place| !reader.closed.contains(&place.right())) {
                    li {
                        a href=(place.path(desk)) aria-current=[(at == Some(place)).then_some("page")] {
                            (icon(place.icon())) span { (reader.say(&place.name())) }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{Shown, page, readers};
    use crate::route::Wall;
    use crate::routes::ROUTES;

    #[test]
    fn what_is_shown_is_what_the_route_lets_in() {
        let desk = Desk { id: "x".into(), name: String::new() };
        for place in Place::ALL {
            let path = place.path(&desk).replacen("/o/x", "/o/{operator}", 1);
            let route = ROUTES.iter().find(|route| route.path == path && route.method.is_safe()).unwrap();
            assert_eq!(route.wall, Wall::Operator(place.right()), "{path}");
        }
    }

    #[test]
    fn what_is_closed_is_not_shown() {
        for mut reader in readers() {
            reader.closed = vec![Place::Portfolio.right()];
            let desk = reader.desk.clone().unwrap();
            let shown = navigation(&reader, &desk, None).0;
            assert!(!shown.contains(&reader.say(&Place::Portfolio.name())), "{shown}");
            assert!(shown.contains(&reader.say(&Place::People.name())), "{shown}");
            // The search finds what the portfolio holds.
            let whole = page(&reader, &Shown::default(), &html! {}).0;
            assert!(!whole.contains("role=\"search\""), "{whole}");
        }
    }
}
