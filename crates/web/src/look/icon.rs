//! Icons: drawn in lines, in the colour of the words beside them, and said to nobody: the words say it.

use maud::{Markup, html};

/// What an icon stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Portfolio,
    Findings,
    Cases,
    Documents,
    Ledger,
    Feeds,
    People,
    Settings,
    Search,
    Good,
    Bad,
    Open,
    Note,
    Account,
}

impl Icon {
    /// The lines, on a ground of 20 by 20.
    fn lines(self) -> &'static str {
        match self {
            Self::Portfolio => "M3 4h6v5H3zM11 4h6v8h-6zM3 11h6v5H3zM11 14h6v2h-6z",
            Self::Findings => "M10 3 2.5 16.5h15zM10 8.5v4M10 14.6v.1",
            Self::Documents => "M6 2.5h6l3.5 3.5v11.5H6zM12 2.5v3.5h3.5M8.5 10h5M8.5 13h5M4 5v14.5h9",
            Self::Cases => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.5v4.7l3.2 2",
            Self::Ledger => "M5 3h10v14H5zM8 7h4M8 10h4M8 13h2",
            Self::Feeds => "M4 11a5 5 0 0 1 5 5M4 6a10 10 0 0 1 10 10M4.8 15.9h.1",
            Self::People => {
                "M7.5 9a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16.5a5 5 0 0 1 10 0M13 4a2.6 2.6 0 0 1 0 5M14.5 11.6a5 5 0 0 1 3 4.9"
            }
            Self::Settings => "M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4",
            Self::Search => "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4",
            Self::Good => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.5 10.2l2.4 2.4 4.6-5",
            Self::Bad => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4",
            Self::Open => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6.2v4.6M10 13.6v.1",
            Self::Note => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.2v4.6M10 6.3v.1",
            Self::Account => "M10 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.5a6.5 6.5 0 0 1 13 0",
        }
    }
}

/// The icon itself.
pub(crate) fn icon(which: Icon) -> Markup {
    html! {
        svg .icon aria-hidden="true" focusable="false" viewBox="0 0 20 20" width="20" height="20" {
            path d=(which.lines()) {}
        }
    }
}
