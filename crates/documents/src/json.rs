//! The content as JSON, for programs.

use serde::Serialize;

use crate::Document;

/// Names the form of the JSON: a promise to programs. It changes when a field does.
pub const FORMAT: &str = "proofmark-document-1";

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    document: &'a Document,
}

/// Renders a document as JSON: fields always in the same order, two spaces a level, a line feed at the end.
pub fn render_json(document: &Document) -> String {
    let mut json = pretty(&Envelope { format: FORMAT, document });
    json.push('\n');
    json
}

fn pretty(envelope: &Envelope<'_>) -> String {
    serde_json::to_string_pretty(envelope).expect("the content model has no maps, so every key is a string")
}
