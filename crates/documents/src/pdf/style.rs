//! How a paper looks: every measure in points (1/72 inch), every colour once.

use super::typeface::Face;

/// A colour in sRGB.
pub(super) type Rgb = (u8, u8, u8);

pub(super) const PAGE_WIDTH: f32 = 595.276;
pub(super) const PAGE_HEIGHT: f32 = 841.89;
pub(super) const LEFT: f32 = 70.0;
pub(super) const RIGHT: f32 = PAGE_WIDTH - 70.0;
pub(super) const WIDTH: f32 = RIGHT - LEFT;
pub(super) const TOP: f32 = 82.0;
pub(super) const BOTTOM: f32 = PAGE_HEIGHT - 82.0;
pub(super) const HEADER_BASELINE: f32 = 46.0;
pub(super) const FOOTER_BASELINE: f32 = PAGE_HEIGHT - 42.0;

pub(super) const INK: Rgb = (0x1b, 0x20, 0x26);
pub(super) const MUTED: Rgb = (0x59, 0x63, 0x6d);
pub(super) const HAIRLINE: Rgb = (0xcc, 0xd3, 0xd9);
pub(super) const ACCENT: Rgb = (0x0b, 0x51, 0x63);
pub(super) const ACCENT_TINT: Rgb = (0xeb, 0xf3, 0xf5);
pub(super) const MISSING: Rgb = (0x9a, 0x1c, 0x1c);
pub(super) const MISSING_TINT: Rgb = (0xfb, 0xef, 0xee);
pub(super) const WARNING: Rgb = (0x7d, 0x52, 0x00);
pub(super) const WARNING_TINT: Rgb = (0xfd, 0xf5, 0xe4);
pub(super) const WHITE: Rgb = (0xff, 0xff, 0xff);

/// How some words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) colour: Rgb,
}

impl Style {
    const fn new(face: Face, size: f32, leading: f32, colour: Rgb) -> Self {
        Self { face, size, leading, colour }
    }

    /// The same in another face.
    pub(super) const fn face(self, face: Face) -> Self {
        Self { face, ..self }
    }

    /// The same in another colour.
    pub(super) const fn colour(self, colour: Rgb) -> Self {
        Self { colour, ..self }
    }

    /// The same in another size, on the same leading.
    pub(super) const fn size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    /// Where letters stand in a line of this style, from the top of the line.
    pub(super) fn baseline(self) -> f32 {
        // Plex ascends 0.78 em and descends 0.22 em; the rest of the leading is shared above and below.
        self.leading / 2.0 + 0.28 * self.size
    }
}

pub(super) const BODY: Style = Style::new(Face::Regular, 9.6, 14.2, INK);
pub(super) const CELL: Style = Style::new(Face::Regular, 8.6, 12.2, INK);
pub(super) const TITLE: Style = Style::new(Face::SemiBold, 23.0, 28.5, INK);
pub(super) const SUBTITLE: Style = Style::new(Face::Regular, 12.5, 18.0, MUTED);
pub(super) const SMALL: Style = Style::new(Face::Regular, 7.8, 11.0, MUTED);

/// How a heading looks, by how deep it is nested, counting from 1.
pub(super) const fn heading(level: usize) -> Style {
    match level {
        1 => Style::new(Face::SemiBold, 14.0, 19.0, INK),
        2 => Style::new(Face::SemiBold, 11.4, 16.0, INK),
        _ => Style::new(Face::SemiBold, 9.8, 14.4, INK),
    }
}

/// The space above a heading.
pub(super) const fn heading_gap(level: usize) -> f32 {
    match level {
        1 => 24.0,
        2 => 17.0,
        _ => 13.0,
    }
}

/// The space above a block.
pub(super) const BLOCK_GAP: f32 = 7.5;
