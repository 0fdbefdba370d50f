//! What is set apart from the running text: callouts and quotations.

use krilla::tagging::Tag;
use proofmark_text::{Text, text};

use super::composer::{Composer, Measure};
use super::line::{Span, break_lines};
use super::paragraph::{chip, line_strips};
use super::strip::{Ground, Strip};
use super::structure::Element;
use super::style::{
    ACCENT, ACCENT_TINT, BODY, HAIRLINE, MISSING, MISSING_TINT, Rgb, Style, WARNING, WARNING_TINT,
};
use super::symbol::Symbol;
use super::typeface::Face;
use crate::{Callout, CalloutKind, Inline, Quotation};

const PADDING: f32 = 7.0;

/// How a kind of callout looks, and the word it begins with.
fn look(kind: CalloutKind) -> (Symbol, Rgb, Rgb, Text) {
    match kind {
        CalloutKind::Note => (Symbol::Note, ACCENT, ACCENT_TINT, text!("documents-note")),
        CalloutKind::Missing => (Symbol::Missing, MISSING, MISSING_TINT, text!("documents-missing")),
        CalloutKind::Warning => (Symbol::Warning, WARNING, WARNING_TINT, text!("documents-warning")),
    }
}

/// A callout: symbol and word, then its paragraphs, on a tinted ground.
pub(super) fn compose_callout(composer: &mut Composer, callout: &Callout, parent: Element) {
    let (symbol, colour, tint, word) = look(callout.kind);
    let element = composer.structure.add(parent, Tag::Div);
    let ground = composer.ground(Measure::FULL, Some(tint), colour, 2.6);
    let measure = Measure { left: Measure::FULL.left + 13.0, width: Measure::FULL.width - 25.0 };
    let style = BODY.size(9.3);
    let mut strips = vec![padding()];
    let none = [Inline::new()];
    let paragraphs = if callout.paragraphs.is_empty() { &none[..] } else { &callout.paragraphs[..] };
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let element = composer.structure.add(element, Tag::P);
        let mut spans = Vec::new();
        let words = if at == 0 {
            let label = composer.structure.add_own(element, Tag::Strong);
            let word = format!("{}\u{a0}\u{a0} ", composer.structure.own_words(&word));
            let look = style.face(Face::SemiBold).colour(colour);
            spans.push(Span { symbol: Some(symbol), ..Span::new(&word, look, Some(label)) });
            composer.structure.add(element, Tag::Span)
        } else {
            element
        };
        spans.extend(composer.spans(paragraph, style, words));
        strips.extend(paragraph_strips(composer, &spans, style, measure, at));
    }
    strips.push(padding());
    finish(composer, strips, ground);
}

/// Words that must not be changed, with a bar beside them and where they come from behind them.
pub(super) fn compose_quotation(composer: &mut Composer, quotation: &Quotation, parent: Element) {
    let element = composer.structure.add(parent, Tag::BlockQuote);
    let ground = composer.ground(Measure::FULL, None, HAIRLINE, 1.6);
    let measure = Measure { left: Measure::FULL.left + 13.0, width: Measure::FULL.width - 38.0 };
    let mut strips = Vec::new();
    let last = quotation.paragraphs.len().saturating_sub(1);
    for (at, paragraph) in quotation.paragraphs.iter().enumerate() {
        let element = composer.structure.add(element, Tag::P);
        let cites = quotation.cites.as_ref().filter(|_| at == last);
        let words = if cites.is_some() { composer.structure.add(element, Tag::Span) } else { element };
        let mut spans = composer.spans(paragraph, BODY, words);
        if let Some(cites) = cites {
            spans.push(Span::new("  ", BODY, None));
            let source = composer.structure.add(element, Tag::Span);
            spans.push(chip(cites, BODY, source));
        }
        strips.extend(paragraph_strips(composer, &spans, BODY, measure, at));
    }
    finish(composer, strips, ground);
}

fn paragraph_strips(
    composer: &mut Composer,
    spans: &[Span],
    style: Style,
    measure: Measure,
    at: usize,
) -> Vec<Strip> {
    let lines = break_lines(&mut composer.faces, spans, measure.width);
    let mut strips = line_strips(lines, style, measure.left);
    if at > 0 {
        strips[0].gap = 4.0;
    }
    strips
}

fn padding() -> Strip {
    Strip { height: PADDING, ..Strip::default() }
}

fn finish(composer: &mut Composer, mut strips: Vec<Strip>, ground: Ground) {
    let count = strips.len();
    for (at, strip) in strips.iter_mut().enumerate() {
        strip.ground = Some(ground);
        // The padding stays with the line it pads.
        strip.keep_with_next |= ground.fill.is_some() && (at == 0 || at + 2 == count);
    }
    composer.strips.extend(strips);
}
