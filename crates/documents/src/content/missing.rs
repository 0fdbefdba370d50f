//! What a paper still lacks.

use crate::{Block, CalloutKind, Document, Inline, Item, List, Run, Section};

impl Document {
    /// Everything the paper marks as missing, in reading order: each marked run, and the first paragraph of
    /// each callout of that kind. A paper is complete if this is empty.
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
    for block in &section.blocks {
        in_block(block, missing);
    }
    for nested in &section.sections {
        in_section(nested, missing);
    }
}

fn in_block(block: &Block, missing: &mut Vec<String>) {
    match block {
        Block::Paragraph { text } => in_words(text, missing),
        Block::List(list) => in_list(list, missing),
        Block::Table(table) => table.rows.iter().flatten().for_each(|cell| in_words(cell, missing)),
        Block::KeyValues(pairs) => pairs.entries.iter().for_each(|pair| in_words(&pair.value, missing)),
        Block::Callout(callout) => {
            if callout.kind == CalloutKind::Missing {
                missing.push(callout.paragraphs.first().map(Inline::words).unwrap_or_default());
            } else {
                callout.paragraphs.iter().for_each(|paragraph| in_words(paragraph, missing));
            }
        }
        Block::Quotation(quotation) => {
            quotation.paragraphs.iter().for_each(|paragraph| in_words(paragraph, missing));
        }
        // An empty signature block is a line to sign on, not a gap.
        Block::Signature(_) => {}
    }
}

fn in_list(list: &List, missing: &mut Vec<String>) {
    for Item { text, list } in &list.items {
        in_words(text, missing);
        if let Some(nested) = list {
            in_list(nested, missing);
        }
    }
}

fn in_words(words: &Inline, missing: &mut Vec<String>) {
    let marked = words.runs.iter().filter(|run| matches!(run, Run::Missing { .. }));
    missing.extend(marked.map(|run| run.text().to_owned()));
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
}
