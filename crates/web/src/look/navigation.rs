//! The navigation: the places of an operator's work, in the order of a product's life.

use maud::{Markup, html};
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
    const ALL: [Self; 9] = [
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
                @for place in Place::ALL {
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
