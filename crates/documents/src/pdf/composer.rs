//! What comes to be while content is turned into strips.

use proofmark_text::Language;

use super::strip::{Ground, Strip};
use super::structure::{Element, Structure};
use super::style::{LEFT, Rgb, WIDTH};
use super::typeface::Typefaces;

/// Everything that comes to be while a paper is composed.
pub(super) struct Composer {
    pub(super) faces: Typefaces,
    pub(super) structure: Structure,
    /// The body so far.
    pub(super) strips: Vec<Strip>,
    /// Every link, by number.
    pub(super) links: Vec<Link>,
    /// Every heading, by number.
    pub(super) headings: Vec<Heading>,
    /// Every table header, by number.
    pub(super) heads: Vec<Strip>,
    grounds: usize,
}

/// Where some words lead.
pub(super) struct Link {
    pub(super) target: Target,
    pub(super) element: Element,
}

/// A place words can lead to.
pub(super) enum Target {
    /// An address outside.
    Url(String),
    /// A heading of this paper, by number.
    Heading(usize),
}

/// A heading, for the outline and the table of contents.
pub(super) struct Heading {
    /// How deep it is nested, counting from 1.
    pub(super) level: usize,
    pub(super) number: Option<String>,
    pub(super) title: String,
}

/// Where a line begins and how wide it may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) left: f32,
    pub(super) width: f32,
}

impl Measure {
    /// The whole width of the text.
    pub(super) const FULL: Self = Self { left: LEFT, width: WIDTH };

    /// The same, beginning further right.
    pub(super) fn indented(self, by: f32) -> Self {
        Self { left: self.left + by, width: self.width - by }
    }
}

impl Composer {
    pub(super) fn new(spoken: Option<Language>) -> Self {
        Self {
            faces: Typefaces::load(),
            structure: Structure::new(spoken),
            strips: Vec::new(),
            links: Vec::new(),
            headings: Vec::new(),
            heads: Vec::new(),
            grounds: 0,
        }
    }

    /// A ground of its own for the next strips.
    pub(super) fn ground(&mut self, measure: Measure, fill: Option<Rgb>, bar: Rgb, bar_width: f32) -> Ground {
        self.grounds += 1;
        Ground { number: self.grounds, left: measure.left, fill, bar, bar_width }
    }

    /// Notes a link and gives its number.
    pub(super) fn link(&mut self, target: Target, element: Element) -> usize {
        self.links.push(Link { target, element });
        self.links.len() - 1
    }
}
