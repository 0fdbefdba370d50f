//! `proofmark schema`: the JSON Schemas of what Proofmark writes, generated from the types.

use proofmark_actions::{Assessment, LedgerLine, LedgerReport, Manifest, ModificationReview, PackReport};
use proofmark_documents::json_schema;
use proofmark_facts::Problem;
use schemars::{Schema, schema_for};

use crate::cli::SchemaName;
use crate::database_status::DatabaseStatus;
use crate::exit::Exit;
use crate::session::Session;

/// The schema of one output, as indented JSON.
pub fn schema_of(name: SchemaName) -> String {
    let schema: Schema = match name {
        SchemaName::Assessment => schema_for!(Assessment),
        SchemaName::Modification => schema_for!(ModificationReview),
        SchemaName::PackReport => schema_for!(PackReport),
        SchemaName::Manifest => schema_for!(Manifest),
        SchemaName::LedgerLine => schema_for!(LedgerLine),
        SchemaName::LedgerReport => schema_for!(LedgerReport),
        SchemaName::DatabaseStatus => schema_for!(DatabaseStatus),
        SchemaName::Paper => json_schema(),
        SchemaName::Refusal => schema_for!(Vec<Problem>),
    };
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    text.push('\n');
    text
}

/// Prints it.
pub(crate) fn schema(name: SchemaName, session: &Session) -> Exit {
    session.print(&schema_of(name));
    Exit::Yes
}
