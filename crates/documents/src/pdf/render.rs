//! The entry point: a document in, a PDF out.

use std::fmt;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::{Document as Paper, SerializeSettings};
use proofmark_text::{Text, text};

use super::composer::{Composer, Heading};
use super::contents::Contents;
use super::heading::short;
use super::page::Page;
use super::paginate::paginate;
use super::paint::{Places, destination, paint, places};
use super::structure::Structure;
use super::{body, running, title};
use crate::Document;

/// What every PDF of this room conforms to: archival, accessible, and both by its structure.
pub const PDF_CONFORMANCE: &str = "PDF/A-2a, PDF/UA-1";

/// Longer papers are refused: nobody can sign them, and a table that long belongs into a data file.
const MAX_PAGES: usize = 5_000;

/// A paper as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters no embedded typeface has, each shown as `U+FFFD`.
    pub replaced: Vec<char>,
}

/// Why a paper could not become a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderError {
    /// The rules of PDF/A or PDF/UA would be broken; our fault, since the content model allows only what
    /// they allow.
    Refused(Vec<String>),
    /// It would have more pages than anyone can handle.
    TooLong,
}

impl RenderError {
    /// The sentence for the user.
    pub fn text(&self) -> Text {
        match self {
            Self::Refused(reasons) => text!("documents-pdf-refused", reasons = reasons.join("; ")),
            Self::TooLong => text!("documents-pdf-too-long", limit = MAX_PAGES),
        }
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(out)
    }
}

impl std::error::Error for RenderError {}

/// Renders a document as one tagged PDF/A-2a (ISO 19005-2) file that is also PDF/UA-1 (ISO 14289-1).
///
/// The same document gives the same bytes: its date is the date handed in, at midnight UTC.
pub fn render_pdf(document: &Document) -> Result<Pdf, RenderError> {
    let mut composer = Composer::new(document.own_language());
    let pages = lay_out(&mut composer, document);
    if pages.len() > MAX_PAGES {
        return Err(RenderError::TooLong);
    }
    let mut paper = Paper::new_with(settings());
    let places = places(&pages);
    paint(&mut paper, &mut composer, &pages, &places);
    paper.set_outline(outline(document, &composer.headings, &places));
    paper.set_metadata(metadata(document));
    paper.set_tag_tree(composer.structure.finish(document.language_tag()));
    let bytes = paper.finish().map_err(|error| refused(&error))?;
    Ok(Pdf { bytes, pages: pages.len(), replaced: composer.faces.replaced.into_iter().collect() })
}

fn settings() -> SerializeSettings {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("PDF/A-2a and PDF/UA-1 both rest on PDF 1.7");
    SerializeSettings { configuration, ..SerializeSettings::default() }
}

fn lay_out(composer: &mut Composer, document: &Document) -> Vec<Page> {
    title::compose(composer, document);
    // The table of contents is read before the body but can be composed only after it.
    let front = Structure::ROOT;
    let contents_element = composer.structure.add(front, krilla::tagging::Tag::Section);
    let after_title = composer.strips.len();
    for block in &document.lead {
        body::block(composer, block, front);
    }
    for section in &document.sections {
        body::section(composer, section, 1, front);
    }
    let mut pages = if document.contents {
        let body = composer.strips.split_off(after_title);
        let contents = Contents::compose(composer, contents_element);
        with_contents(composer, contents, body)
    } else {
        paginate(std::mem::take(&mut composer.strips), &composer.heads)
    };
    running::add(&mut composer.faces, document, &mut pages);
    pages
}

/// Pages of the title and the contents, then the body on a page of its own.
fn with_contents(
    composer: &mut Composer,
    mut contents: Contents,
    body: Vec<super::strip::Strip>,
) -> Vec<Page> {
    let title = std::mem::take(&mut composer.strips);
    let body = paginate(body, &composer.heads);
    let strips = |contents: &Contents| [title.clone(), contents.strips.clone()].concat();
    // Page numbers change nothing about the height of a line, so the first count stays right.
    let before = paginate(strips(&contents), &[]).len();
    let places = places(&body);
    contents.number(composer, |heading| before + places.get(&heading).map_or(0, |(page, _)| *page) + 1);
    let mut pages = paginate(strips(&contents), &[]);
    pages.extend(body);
    pages
}

fn outline(document: &Document, headings: &[Heading], places: &Places) -> Outline {
    let mut outline = Outline::new();
    let mut rest = headings.iter().enumerate().peekable();
    // A paper without headings still has an outline (PDF/UA-1 asks for one): its title.
    if headings.is_empty() {
        outline.push_child(OutlineNode::new(short(&document.title), destination((0, 0.0))));
    }
    while rest.peek().is_some() {
        if let Some(node) = outline_node(&mut rest, places) {
            outline.push_child(node);
        }
    }
    outline
}

fn outline_node<'a>(
    rest: &mut std::iter::Peekable<impl Iterator<Item = (usize, &'a Heading)>>,
    places: &Places,
) -> Option<OutlineNode> {
    let (number, heading) = rest.next()?;
    let place = places.get(&number).copied().unwrap_or_default();
    let words = match &heading.number {
        Some(printed) => format!("{} {}", short(printed), heading.title),
        None => heading.title.clone(),
    };
    let mut node = OutlineNode::new(words, destination(place));
    while rest.peek().is_some_and(|(_, next)| next.level > heading.level) {
        node.push_child(outline_node(rest, places)?);
    }
    Some(node)
}

fn metadata(document: &Document) -> Metadata {
    let date = document.date;
    let created = DateTime::new(u16::try_from(date.year()).unwrap_or_default())
        .month(u8::try_from(date.month()).unwrap_or(1))
        .day(u8::try_from(date.day()).unwrap_or(1))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let about: Vec<String> =
        [&document.subtitle, &document.subject].into_iter().flatten().map(|line| short(line)).collect();
    Metadata::new()
        .title(short(&document.title))
        .description(about.join(" · "))
        .authors(document.authors.iter().map(|author| short(author)).collect())
        .language(document.language_tag().to_owned())
        .document_id(short(&document.id))
        .creator("Proofmark".to_owned())
        .producer("Proofmark".to_owned())
        .creation_date(created)
}

fn refused(error: &KrillaError) -> RenderError {
    RenderError::Refused(match error {
        KrillaError::Validation(errors) => {
            errors.iter().take(5).map(|(error, _)| format!("{error:?}")).collect()
        }
        other => vec![other.to_string()],
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::strip::Item;
    use super::super::style::{FOOTER_BASELINE, PAGE_WIDTH};
    use super::*;
    use crate::{Block, Callout, Inline, KeyValues, List, Quotation, Section, Signature, Table};

    fn paper() -> Document {
        Document::new("D-1", "Paper", "en", jiff::civil::date(2027, 12, 11))
    }

    /// The words of each page in the order they are drawn.
    fn drawn(document: &Document) -> Vec<String> {
        let pages = lay_out(&mut Composer::new(document.own_language()), document);
        let words = |page: Page| {
            let texts = page.items.into_iter().filter_map(|item| match item {
                Item::Text { piece, .. } => Some(piece.text),
                _ => None,
            });
            texts.collect::<Vec<_>>().join("|")
        };
        pages.into_iter().map(words).collect()
    }

    #[test]
    fn everything_is_drawn_in_reading_order() {
        let document = paper()
            .subject("HPC-40")
            .lead("Lead.")
            .section(
                Section::new("First")
                    .cites("Annex V")
                    .block(Callout::missing("Address."))
                    .block(List::numbered().item("one").item("two"))
                    .block(KeyValues::new().entry("Key", Inline::missing("value")))
                    .section(Section::new("Nested").block(Table::new().column("H", 1).row(["cell"]))),
            )
            .section(Section::new("Last").block(Signature::new().by("Aino", "CTO")))
            .numbered();
        insta::assert_snapshot!(drawn(&document).join("\n"), @"Paper|Product|HPC-40|Document|D-1|Date|2027-12-11|Lead.|1  |First|  |Annex V|Missing   |Address.|1.|one|2.|two|Key|Missing: |value|1.1  |Nested|H|cell|2  |Last|Place and date of issue|Name|Aino|Function|CTO|Signature|D-1  ·  2027-12-11|Page 1 of 1");
    }

    #[test]
    fn contents_come_first_and_know_the_pages() {
        let filler = |word: &str| std::iter::repeat_n(word, 60).collect::<List>();
        let document = paper()
            .with_contents()
            .section(Section::new("First").block(filler("a")))
            .section(Section::new("Second").section(Section::new("Nested")))
            .numbered();
        let pages = drawn(&document);
        insta::assert_snapshot!(pages[0], @"Paper|Document|D-1|Date|2027-12-11|Contents|1  |First|2|2  |Second|3|2.1  |Nested|3|D-1  ·  2027-12-11|Page 1 of 3");
        insta::assert_snapshot!(pages[2].replace("|a", ""), @"a|2  |Second|2.1  |Nested|Paper|D-1  ·  2027-12-11|Page 3 of 3");
    }

    #[test]
    fn a_row_higher_than_a_page_runs_over_pages_under_a_repeated_header() {
        let cell: Vec<String> = (0..200).map(|at| format!("line{at}\n")).collect();
        let table =
            Table::new().column("Left", 1).column("Right", 1).row([cell.concat(), "short".to_owned()]);
        let pages = drawn(&paper().section(Section::new("S").block(table)));
        assert!(pages.len() > 3, "{pages:?}");
        assert!(pages[1..].iter().all(|page| page.starts_with("Left|Right|line")), "{pages:?}");
        let all = pages.concat();
        assert!((0..200).all(|at| all.contains(&format!("line{at}"))));
    }

    #[test]
    fn nothing_runs_off_the_page() {
        let long = "word ".repeat(4_000);
        let document = Document::new("D-1", long.as_str(), "en", jiff::civil::date(2027, 12, 11))
            .subject(long.as_str())
            .section(
                Section::new(long.as_str()).block(Table::new().column(long.as_str(), 1).row([long.as_str()])),
            )
            .section(Section::new("S").block(KeyValues::new().entry(long.as_str(), long.as_str())));
        for page in lay_out(&mut Composer::new(document.own_language()), &document) {
            for item in page.items {
                if let Item::Text { x, y, piece } = item {
                    let inside = x >= 0.0 && x + piece.width <= PAGE_WIDTH && y <= FOOTER_BASELINE;
                    assert!(inside, "`{}` at {x}, {y}", piece.text);
                }
            }
        }
    }

    #[test]
    fn a_refusal_says_what_to_do() {
        let error = RenderError::TooLong;
        assert_eq!(error.to_string(), "the document would have more than 5000 pages");
        assert!(error.text().hint().is_some());
        assert!(RenderError::Refused(vec!["x".to_owned()]).text().hint().is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Whatever strangers write into names, the result conforms: krilla's own checks would refuse it.
        #[test]
        fn any_words_become_pdf(words in prop::collection::vec(any::<String>(), 8), mark in any::<char>()) {
            let mut words = words.into_iter().map(|word| format!("{word}{mark}"));
            let mut next = || words.next().unwrap_or_default();
            let document = Document::new(next(), next(), next(), jiff::civil::date(2027, 12, 11))
                .subject(next())
                .with_contents()
                .section(
                    Section::new(next())
                        .block(Block::from(Inline::from(next()).code(mark.to_string()).cites(mark.to_string())))
                        .block(Quotation::new(Inline::missing(next())))
                        .block(Table::new().names(mark.to_string(), 0).column("x", 60_000).row([next(), mark.to_string()])),
                );
            prop_assert!(render_pdf(&document).is_ok(), "{:?}", render_pdf(&document));
        }
    }
}
