//! Drawing pages with krilla, and joining what is drawn to the structure tree.

use std::collections::BTreeMap;

use krilla::Document as Paper;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target as Aim};
use krilla::color::rgb;
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{PathBuilder, Point, Quadrilateral, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::composer::{Composer, Target};
use super::heading::short;
use super::line::Piece;
use super::page::Page;
use super::strip::Item;
use super::structure::Element;
use super::style::{ACCENT, BOTTOM, MISSING, PAGE_HEIGHT, PAGE_WIDTH, Rgb, TOP, WARNING, WHITE};
use super::symbol::Symbol;

/// Where each heading begins: its page, counting from 0, and how far down.
pub(super) type Places = BTreeMap<usize, (usize, f32)>;

/// Where every heading stands.
pub(super) fn places(pages: &[Page]) -> Places {
    let on_page = |(at, page): (usize, &Page)| {
        let headings = page.headings.iter();
        headings.map(move |(number, y)| (*number, (at, *y))).collect::<Vec<_>>()
    };
    pages.iter().enumerate().flat_map(on_page).collect()
}

/// A place in the paper, a little above what begins there.
pub(super) fn destination((page, y): (usize, f32)) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(0.0, (y - 12.0).max(0.0)))
}

/// Draws every page.
pub(super) fn paint(paper: &mut Paper, composer: &mut Composer, pages: &[Page], places: &Places) {
    for content in pages {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).unwrap_or_default();
        let mut page = paper.start_page_with(settings);
        let mut surface = page.surface();
        let mut brush =
            Brush { surface: &mut surface, composer, open: Open::Nothing, quads: BTreeMap::new() };
        for item in &content.items {
            brush.draw(item);
        }
        brush.close();
        let quads = brush.quads;
        surface.finish();
        for (number, quads) in quads {
            let link = &composer.links[number];
            let (aim, alt) = match &link.target {
                Target::Url(url) => (Aim::Action(Action::Link(LinkAction::new(url.clone()))), short(url)),
                Target::Heading(heading) => (
                    Aim::Destination(Destination::Xyz(destination(
                        places.get(heading).copied().unwrap_or((0, TOP)),
                    ))),
                    composer.headings[*heading].title.clone(),
                ),
            };
            let annotation =
                Annotation::new_link(LinkAnnotation::new_with_quad_points(quads, aim), Some(alt));
            let element = link.element;
            let identifier = page.add_tagged_annotation(annotation);
            composer.structure.drew(element, identifier);
        }
        page.finish();
    }
}

/// To whom what is being drawn belongs.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Decoration(Margin),
    Element(Element),
}

/// Where decoration stands: in the header, in the footer or between them.
#[derive(Clone, Copy, PartialEq)]
enum Margin {
    Header,
    Footer,
    None,
}

struct Brush<'a, 'b> {
    surface: &'a mut Surface<'b>,
    composer: &'a mut Composer,
    open: Open,
    /// The areas of the links on this page, by the link's number.
    quads: BTreeMap<usize, Vec<Quadrilateral>>,
}

impl Brush<'_, '_> {
    fn draw(&mut self, item: &Item) {
        match item {
            Item::Text { x, y, piece } => self.text(*x, *y, piece),
            Item::Fill { x, y, width, height, colour } => {
                self.belong(decoration(*y));
                self.rectangle(*x, *y, *width, *height, *colour);
            }
            Item::Symbol { x, y, size, symbol } => {
                self.belong(decoration(*y));
                self.symbol(*x, *y, *size, *symbol);
            }
        }
    }

    fn text(&mut self, x: f32, y: f32, piece: &Piece) {
        if piece.glyphs.is_empty() {
            return;
        }
        self.belong(piece.element.map_or_else(|| decoration(y), Open::Element));
        if let Some(link) = piece.link {
            let (top, bottom) = (y - 0.9 * piece.size, y + 0.3 * piece.size);
            let right = x + piece.width;
            let corners = [(x, bottom), (right, bottom), (right, top), (x, top)];
            let quad = Quadrilateral(corners.map(|(x, y)| Point::from_xy(x, y)));
            self.quads.entry(link).or_default().push(quad);
        }
        self.surface.set_fill(Some(fill(piece.colour)));
        let font = self.composer.faces.font(piece.face);
        let at = Point::from_xy(x, y);
        self.surface.draw_glyphs(at, &piece.glyphs, font, &piece.text, piece.size, false);
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) {
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        self.path(path, colour);
    }

    fn symbol(&mut self, x: f32, y: f32, size: f32, symbol: Symbol) {
        let em = size * 0.82;
        // The middle of a capital letter.
        let (cx, cy) = (x + em / 2.0, y - 0.35 * size);
        match symbol {
            Symbol::Bullet => self.disc(x + 0.2 * size, y - 0.26 * size, 0.15 * size, ACCENT),
            Symbol::Note => {
                self.disc(cx, cy, em / 2.0, ACCENT);
                self.disc(cx, cy - 0.25 * em, 0.085 * em, WHITE);
                self.rectangle(cx - 0.07 * em, cy - 0.09 * em, 0.14 * em, 0.38 * em, WHITE);
            }
            Symbol::Missing => {
                self.disc(cx, cy, em / 2.0, MISSING);
                self.stroke((cx, cy), 0.2 * em, 0.065 * em, 1.0);
                self.stroke((cx, cy), 0.2 * em, 0.065 * em, -1.0);
            }
            Symbol::Warning => {
                let (half, top, base) = (0.56 * em, cy - 0.52 * em, cy + 0.44 * em);
                self.polygon(&[(cx, top), (cx + half, base), (cx - half, base)], WARNING);
                self.rectangle(cx - 0.06 * em, cy - 0.16 * em, 0.12 * em, 0.32 * em, WHITE);
                self.disc(cx, cy + 0.3 * em, 0.075 * em, WHITE);
            }
        }
    }

    /// A white bar through a point, falling or rising at 45 degrees.
    fn stroke(&mut self, (x, y): (f32, f32), reach: f32, half: f32, slope: f32) {
        let corner = |along: f32, across: f32| (x + along + across, y + (along - across) * slope);
        let corners =
            [corner(-reach, half), corner(reach, half), corner(reach, -half), corner(-reach, -half)];
        self.polygon(&corners, WHITE);
    }

    fn polygon(&mut self, corners: &[(f32, f32)], colour: Rgb) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in corners.iter().enumerate() {
            if at == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        path.close();
        self.path(path, colour);
    }

    fn disc(&mut self, x: f32, y: f32, r: f32, colour: Rgb) {
        // The usual distance of the control points with which four curves make a circle.
        let k = 0.552_285 * r;
        let mut path = PathBuilder::new();
        path.move_to(x + r, y);
        path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
        path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
        path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
        path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
        path.close();
        self.path(path, colour);
    }

    fn path(&mut self, path: PathBuilder, colour: Rgb) {
        let Some(path) = path.finish() else { return };
        self.surface.set_fill(Some(fill(colour)));
        self.surface.draw_path(&path);
    }

    /// Closes what is open unless it belongs to the same, and opens for the new owner.
    fn belong(&mut self, owner: Open) {
        if self.open == owner {
            return;
        }
        self.close();
        match owner {
            Open::Nothing => {}
            Open::Decoration(margin) => {
                let kind = match margin {
                    Margin::Header => ArtifactType::Header,
                    Margin::Footer => ArtifactType::Footer,
                    Margin::None => ArtifactType::Layout,
                };
                self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            }
            Open::Element(element) => {
                let identifier = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.composer.structure.drew(element, identifier);
            }
        }
        self.open = owner;
    }

    fn close(&mut self) {
        if self.open != Open::Nothing {
            self.surface.end_tagged();
        }
        self.open = Open::Nothing;
    }
}

fn decoration(y: f32) -> Open {
    let margin = if y < TOP - 20.0 {
        Margin::Header
    } else if y > BOTTOM + 20.0 {
        Margin::Footer
    } else {
        Margin::None
    };
    Open::Decoration(margin)
}

fn fill((red, green, blue): Rgb) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}
