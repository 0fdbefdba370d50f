//! The four embedded typefaces: which characters they have, and how wide words are in them.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

use harfrust::{Direction, FontRef, ShapeOptions, ShapePlan, ShapePlanKey, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider;

/// IBM Plex, under the SIL Open Font License 1.1 (`fonts/OFL.txt`): covers Latin, Greek and Cyrillic (Mono:
/// Latin and Cyrillic), with figures of one width.
const FILES: [&[u8]; 4] = [
    include_bytes!("../../fonts/IBMPlexSans-Regular.ttf"),
    include_bytes!("../../fonts/IBMPlexSans-SemiBold.ttf"),
    include_bytes!("../../fonts/IBMPlexSans-Italic.ttf"),
    include_bytes!("../../fonts/IBMPlexMono-Regular.ttf"),
];

/// A cache of this many shaped words is dropped and begun anew, so that a long paper keeps a bounded memory.
const CACHED_WORDS: usize = 50_000;

/// One of the embedded typefaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Face {
    Regular,
    SemiBold,
    Italic,
    Mono,
}

/// A word as glyphs. All measures are in em.
#[derive(Debug, Default)]
pub(super) struct Shaped {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) width: f32,
}

/// One glyph and the bytes of the word it stands for.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) offset: (f32, f32),
    pub(super) bytes: Range<usize>,
}

impl Glyph {
    /// The glyph for krilla, when its word begins at byte `at` of a longer text.
    pub(super) fn placed(&self, at: usize) -> KrillaGlyph {
        let bytes = self.bytes.start + at..self.bytes.end + at;
        let (x, y) = self.offset;
        KrillaGlyph::new(GlyphId::new(self.id), self.advance, x, y, 0.0, bytes, None)
    }
}

struct Loaded {
    font: Font,
    file: FontRef<'static>,
    shaper: ShaperData,
    plans: Vec<ShapePlan>,
}

/// The typefaces with what was measured so far.
pub(super) struct Typefaces {
    loaded: [Loaded; 4],
    words: HashMap<(Face, Box<str>), Rc<Shaped>>,
    /// Characters no typeface has.
    pub(super) replaced: BTreeSet<char>,
}

impl Typefaces {
    pub(super) fn load() -> Self {
        Self { loaded: FILES.map(Loaded::from_file), words: HashMap::new(), replaced: BTreeSet::new() }
    }

    /// The typeface for krilla.
    pub(super) fn font(&self, face: Face) -> Font {
        self.loaded[face as usize].font.clone()
    }

    /// Cuts a text into pieces of one typeface each. A character the wanted typeface lacks is taken from
    /// another; one that all lack becomes `U+FFFD` and is remembered in `replaced`.
    pub(super) fn itemize(&mut self, wanted: Face, text: &str) -> Vec<(Face, String)> {
        let mut pieces: Vec<(Face, String)> = Vec::new();
        for it in text.chars() {
            let (face, shown) = self.find(wanted, it);
            match pieces.last_mut() {
                Some((last, piece)) if *last == face => piece.push(shown),
                _ => pieces.push((face, shown.to_string())),
            }
        }
        pieces
    }

    fn find(&mut self, wanted: Face, it: char) -> (Face, char) {
        for face in [wanted, Face::Regular, Face::Mono] {
            if self.loaded[face as usize].has(it) {
                return (face, it);
            }
        }
        if it != char::REPLACEMENT_CHARACTER {
            self.replaced.insert(it);
        }
        (Face::Regular, char::REPLACEMENT_CHARACTER)
    }

    /// A word of one typeface as glyphs. What is measured here is what is drawn.
    pub(super) fn shape(&mut self, face: Face, word: &str) -> Rc<Shaped> {
        let key = (face, Box::from(word));
        if let Some(shaped) = self.words.get(&key) {
            return Rc::clone(shaped);
        }
        if self.words.len() >= CACHED_WORDS {
            self.words.clear();
        }
        let shaped = Rc::new(self.loaded[face as usize].shape(word));
        self.words.insert(key, Rc::clone(&shaped));
        shaped
    }
}

impl Loaded {
    fn from_file(bytes: &'static [u8]) -> Self {
        let file =
            FontRef::new(bytes).expect("the embedded typefaces are well-formed; a test shapes with each");
        let font = Font::new(bytes.into(), 0)
            .expect("the embedded typefaces are well-formed; a test shapes with each");
        let shaper = ShaperData::new(&file);
        Self { font, file, shaper, plans: Vec::new() }
    }

    fn has(&self, it: char) -> bool {
        self.file.charmap().map(it).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    fn shape(&mut self, word: &str) -> Shaped {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(word);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaper = self.shaper.shaper(&self.file).build();
        let key = ShapePlanKey::new(Some(buffer.script()), buffer.direction());
        let known = self.plans.iter().position(|plan| key.matches(plan));
        let index = known.unwrap_or_else(|| {
            self.plans.push(ShapePlan::new(&shaper, buffer.direction(), Some(buffer.script()), None, &[]));
            self.plans.len() - 1
        });
        let output = shaper.shape(buffer, ShapeOptions::new().plan(Some(&self.plans[index])));
        let em = self.font.units_per_em();
        let infos = output.glyph_infos();
        let mut result = Shaped::default();
        for (at, (info, position)) in infos.iter().zip(output.glyph_positions()).enumerate() {
            let start = info.cluster as usize;
            let end = infos[at..].iter().map(|next| next.cluster as usize).find(|next| *next > start);
            let advance = units(position.x_advance) / em;
            result.width += advance;
            result.glyphs.push(Glyph {
                id: info.glyph_id,
                advance,
                offset: (units(position.x_offset) / em, units(position.y_offset) / em),
                bytes: start..end.unwrap_or(word.len()),
            });
        }
        result
    }
}

#[expect(clippy::cast_precision_loss, reason = "font units are a few thousands at most")]
fn units(value: i32) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_typeface_has_the_letters_of_the_union() {
        let mut faces = Typefaces::load();
        for face in [Face::Regular, Face::SemiBold, Face::Italic, Face::Mono] {
            for sample in ["Zażółć gęślą jaźń", "Европейски съюз", "Ținut șters", "Ħaġar Qim 0123456789"]
            {
                assert_eq!(faces.itemize(face, sample), [(face, sample.to_owned())]);
            }
        }
        assert_eq!(faces.itemize(Face::SemiBold, "Ευρώπη"), [(Face::SemiBold, "Ευρώπη".to_owned())]);
        assert!(faces.replaced.is_empty());
    }

    #[test]
    fn greek_in_code_is_borrowed_and_what_nobody_has_is_marked() {
        let mut faces = Typefaces::load();
        assert_eq!(
            faces.itemize(Face::Mono, "aΩ漢"),
            [(Face::Mono, "a".to_owned()), (Face::Regular, "Ω\u{fffd}".to_owned())]
        );
        assert_eq!(faces.replaced, BTreeSet::from(['漢']));
    }

    #[test]
    fn figures_have_one_width_and_pairs_are_kerned() {
        let mut faces = Typefaces::load();
        for face in [Face::Regular, Face::SemiBold, Face::Italic, Face::Mono] {
            let widths: BTreeSet<u32> =
                ('0'..='9').map(|digit| faces.shape(face, &digit.to_string()).width.to_bits()).collect();
            assert_eq!(widths.len(), 1, "{face:?}");
        }
        let apart = faces.shape(Face::Regular, "A").width + faces.shape(Face::Regular, "V").width;
        assert!(faces.shape(Face::Regular, "AV").width < apart);
    }
}
