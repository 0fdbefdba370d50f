//! The schema of what is written.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::plain_words::in_plain_words;

/// The JSON Schema (draft 2020-12) of a type as it is written: what may be left out is not required, what is always there
/// is. A schema of the same type as it is read would promise a reader of ours less, or more, than it finds. Its
/// descriptions name nothing of the program's inside.
pub fn written_schema<T: JsonSchema + ?Sized>() -> Schema {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    let mut document = Value::from(schema);
    in_plain_words(&mut document);
    Schema::try_from(document).expect("a schema in other words is a schema")
}
