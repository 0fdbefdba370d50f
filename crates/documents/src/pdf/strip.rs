//! The unit that pages are filled with: a band of the page that is never cut.

use super::line::Piece;
use super::style::Rgb;
use super::symbol::Symbol;

/// A band as wide as the text, never cut by a page's end. Positions are from its own top.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    /// How high it is.
    pub(super) height: f32,
    /// The space above it, dropped at the top of a page.
    pub(super) gap: f32,
    /// What is drawn in it.
    pub(super) items: Vec<Item>,
    /// Whether it must not be the last on its page.
    pub(super) keep_with_next: bool,
    /// The coloured ground it stands on together with its neighbours.
    pub(super) ground: Option<Ground>,
    /// The table it belongs to, by its header's number: the header is repeated above it on a new page.
    pub(super) table: Option<usize>,
    /// The heading it begins, by its number.
    pub(super) heading: Option<usize>,
}

/// A coloured ground under consecutive strips with the same number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ground {
    /// Tells one ground from the next.
    pub(super) number: usize,
    /// Where it begins.
    pub(super) left: f32,
    /// Its colour, if it is filled.
    pub(super) fill: Option<Rgb>,
    /// The colour of the bar at its left edge.
    pub(super) bar: Rgb,
    /// The width of the bar.
    pub(super) bar_width: f32,
}

/// Something drawn.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// Letters; `y` is where they stand.
    Text { x: f32, y: f32, piece: Piece },
    /// A filled rectangle: a rule, a bar or a ground.
    Fill { x: f32, y: f32, width: f32, height: f32, colour: Rgb },
    /// A symbol about as high as a capital letter; `y` is where it stands.
    Symbol { x: f32, y: f32, size: f32, symbol: Symbol },
}

impl Item {
    /// A hairline over the whole width given.
    pub(super) fn rule(x: f32, y: f32, width: f32, thickness: f32, colour: Rgb) -> Self {
        Self::Fill { x, y: y - thickness / 2.0, width, height: thickness, colour }
    }

    /// The same, further down.
    pub(super) fn lowered(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { y, .. } | Self::Fill { y, .. } | Self::Symbol { y, .. } => *y += by,
        }
        self
    }

    /// The same, drawn as decoration that is not read aloud.
    pub(super) fn into_decoration(mut self) -> Self {
        if let Self::Text { piece, .. } = &mut self {
            piece.element = None;
            piece.link = None;
        }
        self
    }
}
