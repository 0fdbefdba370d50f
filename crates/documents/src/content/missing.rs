//! What a paper still lacks.

use crate::{Block, CalloutKind, Document, Inline, Item, List, Run, Section};

impl Document {
    /// Everything the paper marks as missing, in reading order: each marked run, and the first paragraph of
    /// each callout of that kind. A mark that does not say what is missing is named by what stands above or
    /// beside it. A paper is complete if this is empty.
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        for block in &self.lead {
            in_block(block, &mut missing);
        }
        for section in &self.sections {
            in_section(section, &mut missing);
        }
        missing
    }
}

fn in_section(section: &Section, missing: &mut Vec<String>) {
    let before = missing.len();
    for block in &section.blocks {
        in_block(block, missing);
    }
    for unnamed in missing[before..].iter_mut().filter(|what| what.is_empty()) {
        unnamed.clone_from(&section.title);
    }
    for nested in &section.sections {
        in_section(nested, missing);
    }
}

fn in_block(block: &Block, missing: &mut Vec<String>) {
    match block {
        Block::Paragraph { text } => in_words(text, "", missing),
        Block::List(list) => in_list(list, missing),
        Block::Table(table) => {
            for row in &table.rows {
                for (cell, column) in row.iter().zip(&table.columns) {
                    in_words(cell, &column.title, missing);
                }
            }
        }
        Block::KeyValues(pairs) => {
            for pair in &pairs.entries {
                in_words(&pair.value, &pair.key, missing);
            }
        }
        Block::Callout(callout) if callout.kind == CalloutKind::Missing => {
            missing.push(callout.paragraphs.first().map(Inline::words).unwrap_or_default());
        }
        Block::Callout(callout) => in_paragraphs(&callout.paragraphs, missing),
        Block::Quotation(quotation) => in_paragraphs(&quotation.paragraphs, missing),
        // An empty signature block is a line to sign on, not a gap.
        Block::Signature(_) => {}
    }
}

fn in_paragraphs(paragraphs: &[Inline], missing: &mut Vec<String>) {
    for paragraph in paragraphs {
        in_words(paragraph, "", missing);
    }
}

fn in_list(list: &List, missing: &mut Vec<String>) {
    for Item { text, list } in &list.items {
        in_words(text, "", missing);
        if let Some(nested) = list {
            in_list(nested, missing);
        }
    }
}

fn in_words(words: &Inline, beside: &str, missing: &mut Vec<String>) {
    for run in &words.runs {
        if let Run::Missing { text } = run {
            missing.push(if text.is_empty() { beside.to_owned() } else { text.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Callout, KeyValues, Quotation, Signature, Table};

    #[test]
    fn every_place_is_searched_in_reading_order() {
        let paper = Document::new("D", "T", "en", jiff::civil::date(2027, 12, 11))
            .lead(Inline::missing("a"))
            .section(
                Section::new("S")
                    .block(Callout::missing("b").paragraph("not this"))
                    .block(Callout::note(Inline::missing("c")))
                    .block(List::bullets().item(Item::with("x", List::bullets().item(Inline::missing("d")))))
                    .block(KeyValues::new().entry("k", Inline::or_missing(None::<&str>, "e")))
                    .block(Table::new().column("h", 1).row([Inline::missing("f")]))
                    .block(Quotation::new(Inline::missing("g")))
                    .block(Signature::new())
                    .section(
                        Section::new("T")
                            .block(Inline::from("see ").run(Run::Missing { text: "h".to_owned() })),
                    ),
            );
        assert_eq!(paper.missing().concat(), "abcdefgh");
    }

    #[test]
    fn a_mark_without_words_is_named_by_what_stands_beside_it() {
        let paper = Document::new("D", "T", "en", jiff::civil::date(2027, 12, 11)).section(
            Section::new("Heading")
                .block(KeyValues::new().entry("Key", Inline::missing("")))
                .block(Table::new().column("Column", 1).row([Inline::missing("")]))
                .block(Inline::missing("")),
        );
        assert_eq!(paper.missing(), ["Key", "Column", "Heading"]);
    }
}
