//! Names where the schema is not the one the program made: whoever drops a trigger has the database refuse nothing any more.

use proofmark_facts::{Proving, SchemaChange, SchemaDifference, SchemaKind};
use proofmark_text::{Text, text};

use crate::error::ActionError;

/// Everything of the schema that is gone, otherwise, or was added to act by itself. A table that is gone is damage: what was
/// in it is gone too, and nothing more can be said.
pub fn schema_faults(keeping: &dyn Proving) -> Result<Vec<Text>, ActionError> {
    let differences = keeping.schema_differences()?;
    let gone = |one: &&SchemaDifference| one.kind == SchemaKind::Table && one.change == SchemaChange::Missing;
    let tables: Vec<&str> = differences.iter().filter(gone).map(|one| one.name.as_str()).collect();
    if !tables.is_empty() {
        return Err(ActionError::Damaged(text!("ends-table-gone", tables = tables.join(", "))));
    }
    Ok(differences.iter().map(says).collect())
}

fn says(differs: &SchemaDifference) -> Text {
    let kind = match differs.kind {
        SchemaKind::Table => text!("ends-kind-table"),
        SchemaKind::Constraint => text!("ends-kind-constraint"),
        SchemaKind::Index => text!("ends-kind-index"),
        SchemaKind::Trigger => text!("ends-kind-trigger"),
        SchemaKind::Rule => text!("ends-kind-rule"),
        SchemaKind::Function => text!("ends-kind-function"),
    };
    let (name, table) = (&differs.name, &differs.table);
    match differs.change {
        SchemaChange::Missing => text!("ends-schema-missing", kind = kind, name = name, table = table),
        SchemaChange::Changed => text!("ends-schema-changed", kind = kind, name = name, table = table),
        SchemaChange::Added => text!("ends-schema-added", kind = kind, name = name, table = table),
    }
}
