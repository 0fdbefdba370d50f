//! The content as JSON, for programs.

use proofmark_facts::written_schema;
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};

use crate::Document;

/// Names the form of the JSON: a promise to programs. It changes when a field does.
pub const FORMAT: &str = "proofmark-document-1";

/// A paper as JSON.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Paper")]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    /// The form's name.
    format: &'static str,
    /// The content.
    document: &'a Document,
}

/// The JSON Schema of what [`render_json`] writes.
pub fn json_schema() -> Schema {
    written_schema::<Envelope<'_>>()
}

/// Renders a document as JSON: fields always in the same order, two spaces a level, a line feed at the end.
pub fn render_json(document: &Document) -> String {
    let mut json = pretty(&Envelope { format: FORMAT, document });
    json.push('\n');
    json
}

/// Reads what [`render_json`] wrote; `None`: it is nothing of that form.
pub fn read_json(bytes: &[u8]) -> Option<Document> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Written {
        format: String,
        document: Document,
    }
    let written: Written = serde_json::from_slice(bytes).ok()?;
    (written.format == FORMAT).then_some(written.document)
}

fn pretty(envelope: &Envelope<'_>) -> String {
    serde_json::to_string_pretty(envelope).expect("the content model has no maps, so every key is a string")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{Callout, Inline, Item, KeyValues, List, Quotation, Section, Signature, Table};

    #[test]
    fn fields_stand_in_the_order_of_the_model() {
        let document = Document::new("D-1", "Paper", "en", date(2027, 12, 11))
            .section(Section::new("S").cites("Article 13(8)").block(Inline::from("a").code("b")))
            .section(Section::new("T").block(Table::new().amounts("n", 1).row(["1"])));
        insta::assert_snapshot!(render_json(&document), @r#"
        {
          "format": "proofmark-document-1",
          "document": {
            "id": "D-1",
            "title": "Paper",
            "language": "en",
            "date": "2027-12-11",
            "contents": false,
            "sections": [
              {
                "title": "S",
                "cites": [
                  "Article 13(8)"
                ],
                "blocks": [
                  {
                    "block": "paragraph",
                    "text": [
                      {
                        "run": "plain",
                        "text": "a"
                      },
                      {
                        "run": "code",
                        "text": "b"
                      }
                    ]
                  }
                ]
              },
              {
                "title": "T",
                "blocks": [
                  {
                    "block": "table",
                    "columns": [
                      {
                        "title": "n",
                        "width": 1,
                        "align": "end",
                        "heads_row": false
                      }
                    ],
                    "rows": [
                      [
                        [
                          {
                            "run": "plain",
                            "text": "1"
                          }
                        ]
                      ]
                    ]
                  }
                ]
              }
            ]
          }
        }
        "#);
    }

    #[test]
    fn every_block_comes_back_as_it_went() {
        let document = Document::new("D-1", "Paper", "en", date(2027, 12, 11))
            .subtitle("s")
            .subject("p")
            .author("a")
            .status("draft")
            .with_contents()
            .lead(Callout::missing("m").paragraph("n"))
            .section(
                Section::new("S")
                    .number("1")
                    .anchor("s")
                    .block(List::numbered().item(Item::with("x", List::bullets().item("y"))))
                    .block(Table::new().caption("c").names("n", 2).amounts("m", 1).row(["1", "2"]))
                    .block(KeyValues::new().entry("k", "v").asked(
                        "Annex V, point 1",
                        "l",
                        Inline::missing("w"),
                    ))
                    .block(Quotation::new("q").cites("Annex V, point 5"))
                    .block(Signature::new().on_behalf_of("o").at("p", date(2027, 12, 11)).by("n", "f"))
                    .section(
                        Section::new("T").block(Inline::new().strong("a").emphasis("b").url("https://e.eu")),
                    ),
            );
        assert_eq!(read(&render_json(&document)), document);
    }

    #[test]
    fn a_schema_can_be_published() {
        let schema = written_schema::<Document>();
        assert!(schema.get("properties").and_then(|it| it.get("sections")).is_some());
    }

    proptest! {
        #[test]
        fn any_words_come_back(id in any::<String>(), words in any::<String>(), more in any::<String>()) {
            let section = Section::new(words.as_str()).block(Inline::from(words.as_str()).code(more));
            let document = Document::new(id, words, "en", date(2027, 12, 11)).section(section);
            prop_assert_eq!(read(&render_json(&document)), document);
        }
    }

    fn read(json: &str) -> Document {
        let envelope: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(envelope["format"], FORMAT);
        serde_json::from_value(envelope["document"].clone()).unwrap()
    }
}
